/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The document itself: finding blocks, snippets, HTML, the layout as bytes; languages and addresses. */

#include "config.h"

#include "cn-address.h"
#include "cn-builder.h"
#include "cn-language.h"
#include "cn-layout.h"
#include "document-check.h"
#include "reader-table.h"

#include <string.h>

static CnDocument *
make_document (void)
{
  g_autoptr (CnBuilder) builder = cn_builder_new ();
  CnDocument *document;

  cn_builder_open_block (builder, CN_BLOCK_TITLE, CN_FURNITURE_NONE, 2);
  cn_builder_append (builder, "Title", 5);
  cn_builder_open_block (builder, CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, 2);
  cn_builder_append (builder, "A ", 2);
  cn_builder_open_span (builder, CN_SPAN_LINK, "https://example.org/?a=1&b=2");
  cn_builder_append (builder, "link <\303\251>", 9);
  cn_builder_close_span (builder, CN_SPAN_LINK);
  cn_builder_append (builder, " & more", 7);
  cn_builder_open_block (builder, CN_BLOCK_PARAGRAPH, CN_FURNITURE_SHARING, 1);
  cn_builder_append (builder, "Share", 5);
  cn_builder_open_block (builder, CN_BLOCK_LIST_ITEM, CN_FURNITURE_NONE, 2);
  cn_builder_set_level (builder, 1);
  cn_builder_set_group (builder, 1);
  cn_builder_append (builder, "- Item", 6);

  document = cn_builder_finish (builder);
  document_check (document);
  return document;
}

static void
test_find_block (void)
{
  g_autoptr (CnDocument) document = make_document ();
  gsize share = (gsize) (strstr (document->text, "Share") - document->text);

  g_assert_cmpstr (document->text, ==, "Title\n\nA link <é> & more\nShare\n\n- Item");
  g_assert_true (cn_document_find_block (document, 0) == cn_document_get_block (document, 0));
  g_assert_true (cn_document_find_block (document, 4) == cn_document_get_block (document, 0));
  g_assert_null (cn_document_find_block (document, 5));
  g_assert_null (cn_document_find_block (document, 6));
  g_assert_null (cn_document_find_block (document, document->text_length));
  g_assert_true (cn_document_is_furniture (document, share, share + 1));
  g_assert_false (cn_document_is_furniture (document, 0, share - 1));
  g_assert_true (cn_document_is_furniture (document, 0, document->text_length));
  g_assert_false (cn_document_is_furniture (document, share, share));
}

static void
test_html (void)
{
  g_autoptr (CnDocument) document = make_document ();
  g_autofree char *html = cn_document_dup_html (document);

  g_assert_cmpstr (html, ==,
                   "<h1>Title</h1><p>A <a href=\"https://example.org/?a=1&amp;b=2\">link &lt;é&gt;</a> &amp; more</p>"
                   "<ul><li>Item</li></ul>");
}

static void
test_snippet (void)
{
  g_autoptr (CnDocument) document = make_document ();
  g_autofree char *all = cn_document_dup_snippet (document, 100);
  g_autofree char *exact = cn_document_dup_snippet (document, 20);
  g_autofree char *cut = cn_document_dup_snippet (document, 10);
  g_autofree char *one = cn_document_dup_snippet (document, 1);
  g_autofree char *none = cn_document_dup_snippet (document, 0);

  g_assert_cmpstr (all, ==, "A link <é> & more Item");
  g_assert_cmpstr (exact, ==, "A link <é> & more I…");
  g_assert_cmpstr (cut, ==, "A link <é…");
  g_assert_cmpstr (one, ==, "…");
  g_assert_cmpstr (none, ==, "");
}

static void
test_reference (void)
{
  CnDocument *document = make_document ();
  CnDocument *again = cn_document_ref (document);

  cn_document_unref (document);
  g_assert_cmpuint (cn_document_get_n_blocks (again), ==, 4);
  cn_document_unref (again);
}

static void
test_builder_spans (void)
{
  g_autoptr (CnBuilder) builder = cn_builder_new ();
  g_autoptr (CnDocument) document = NULL;

  cn_builder_open_block (builder, CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, 2);
  cn_builder_open_span (builder, CN_SPAN_STRONG, NULL);
  cn_builder_append_folded (builder, "  a  b ", 7);
  cn_builder_close_span (builder, CN_SPAN_STRONG);
  cn_builder_append_folded (builder, " c", 2);
  cn_builder_open_span (builder, CN_SPAN_EMPHASIS, NULL);
  cn_builder_close_span (builder, CN_SPAN_EMPHASIS);
  cn_builder_close_span (builder, CN_SPAN_LINK);
  document = cn_builder_finish (builder);

  g_assert_cmpstr (document->text, ==, "a b c");
  g_assert_cmpuint (cn_document_get_block (document, 0)->spans->len, ==, 1);
  document_check (document);
}

/* Whatever single byte is changed, decoding returns a whole document or an error. */
static void
test_layout_damaged (void)
{
  g_autoptr (CnDocument) document = make_document ();
  g_autoptr (GBytes) layout = cn_layout_encode (document);
  gsize size;
  const guint8 *data = g_bytes_get_data (layout, &size);

  for (gsize i = 0; i < size; i++)
    for (guint value = 0; value < 256; value++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) damaged = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (CnDocument) decoded = NULL;

        copy[i] = (guint8) value;
        damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
        decoded = cn_layout_decode (document->text, damaged, &error);
        g_assert_true ((decoded == NULL) == (error != NULL));
        if (error != NULL)
          g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_MALFORMED);
      }
}

static void
test_layout_cut (void)
{
  g_autoptr (CnDocument) document = make_document ();
  g_autoptr (GBytes) layout = cn_layout_encode (document);

  for (gsize length = 0; length < g_bytes_get_size (layout); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (layout, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (cn_layout_decode (document->text, cut, &error));
      g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_MALFORMED);
    }
}

static void
test_layout_of_another_text (void)
{
  g_autoptr (CnDocument) document = make_document ();
  g_autoptr (GBytes) layout = cn_layout_encode (document);
  g_autofree char *other = g_strdup (document->text);
  g_autoptr (GError) error = NULL;

  g_assert_null (cn_layout_decode ("Title", layout, NULL));
  other[5] = 'x';
  g_assert_null (cn_layout_decode (other, layout, &error));
  g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_MALFORMED);
}

typedef struct
{
  const char *text;
  const char *language;
} LanguageRow;

static const LanguageRow languages[] = {
  { "The towns have agreed on a plan for the river and the council will vote on it.", "en" },
  { "Les villes se sont mises d’accord sur un plan pour la rivière et le conseil va voter.", "fr" },
  { "Die Städte haben sich auf einen Plan für den Fluss geeinigt, und der Rat wird abstimmen.", "de" },
  { "Las ciudades han acordado un plan para el río y el consejo va a votar sobre él.", "es" },
  { "Le città hanno trovato un accordo sul piano per il fiume e il consiglio voterà anche su questo.", "it" },
  { "As cidades chegaram a acordo sobre um plano para o rio e o conselho vai votar nele.", "pt" },
  { "De steden zijn het eens over een plan voor de rivier en de raad gaat er over stemmen.", "nl" },
  { "Kentler nehir için ortak bir plan üzerinde anlaştı ve meclis bu planı daha sonra oylayacak.", "tr" },
  { "Οι πόλεις συμφώνησαν σε ένα σχέδιο για τον ποταμό.", "el" },
  { "Miasta zgodziły się na plan dla rzeki i rada będzie nad nim głosować, ale nie jest to pewne.", "pl" },
  { "Города договорились о плане для реки, и это решение было принято советом.", "ru" },
  { "Місто прийняло рішення про річку, і це є добре для її мешканців.", "uk" },
  { "Градът реши нещо за реката и за парка до нея.", NULL },
  { "Ἡ πόλις ἐψηφίσατο τὸ σχέδιον τοῦ ποταμοῦ.", "el" },
  { "Die Donaudampfschifffahrtsgesellschaftskapitänsmützen und die Überraschungsüberraschungsüberraschungen sind im Fluss "
    "und nicht auf der Brücke.", "de" },
  { "İki kent bu nehir için bir plan yaptı ve İzmir ile Ankara da bunu daha sonra oylayacak.", "tr" },
  { "the river the banks the bridge alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma tau upsilon phi chi psi omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi", NULL },
  { "Istanbul Izmir Ankara", NULL },
  { "12345 67890", NULL },
  { "", NULL },
};

static void
test_language (gconstpointer data)
{
  const LanguageRow *row = data;

  g_assert_cmpstr (cn_language_detect (row->text, strlen (row->text)), ==, row->language);
}

static void
test_language_tags (void)
{
  static const struct
  {
    const char *tag;
    const char *clean;
  } rows[] = {
    { "en", "en" }, { "tr-TR", "tr" }, { "pt_BR", "pt" }, { " EL ", "el" }, { "de-DE, en", "de" }, { "x", NULL },
      { "", NULL },
    { "english", NULL }, { "12", NULL }, { "de;q=1", "de" }, { "de.UTF-8", "de" }, { "de@euro", "de" }, { "de de", "de" },
    { "de/at", NULL }, { "gsw", "gsw" }, { "e", NULL }, { "  ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = cn_language_clean (rows[i].tag);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *reference;
    const char *base;
    const char *address;
  } rows[] = {
    { "HTTPS://Example.org/A", NULL, "https://Example.org/A" },
    { "../b?c#d", "https://example.org/x/y/z", "https://example.org/x/b?c#d" },
    { "?q=1", "https://example.org/x", "https://example.org/x?q=1" },
    { "x", "ftp://example.org/", NULL },
    { "x", "file:///home/", NULL },
    { "javascript:alert(1)", "https://example.org/", NULL },
    { "http://", NULL, NULL },
    { "https:///x", NULL, NULL },
    { "", "https://example.org/", NULL },
    { "mailto:nobody", NULL, NULL },
    { "mailto:a@example.org", NULL, "mailto:a@example.org" },
    { "\n https://example.org/a\tb\r\n ", NULL, "https://example.org/ab" },
    { "https://example.org/a\"b\177c", NULL, "https://example.org/a%22b%7Fc" },
    { "https://exa mple.org/", NULL, NULL },
    { "https://?a", NULL, NULL },
    { "https://#a", NULL, NULL },
    { "http:///a", NULL, NULL },
    { "x", "https", NULL },
    { "x", "::", NULL },
    { "x", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *address = cn_address_resolve (rows[i].reference, rows[i].base);

      g_assert_cmpstr (address, ==, rows[i].address);
    }
}

static void
test_safe_addresses (void)
{
  static const char *const safe[] = { "https://example.org", "http://example.org/a", "mailto:a@example.org" };
  static const char *const unsafe[] = {
    "", "https://", "https:///a", "http://?a", "http://#a", "https:", "mailto:", "mailto", "javascript:alert(1)",
    "HTTPS://example.org", "//example.org", "data:text/html,x",
  };
  g_autofree char *mail = g_strdup_printf ("mailto:a@%s", "example.org");
  g_autofree char *tail = g_strnfill (9000, 'a');
  g_autofree char *long_address = g_strconcat ("https://example.org/", tail, NULL);
  g_autofree char *long_mail = g_strconcat (mail, tail, NULL);
  g_autofree char *of_page = cn_address_resolve_page (mail, NULL);
  g_autofree char *of_long = cn_address_resolve (long_address, NULL);
  g_autofree char *of_long_mail = cn_address_resolve (long_mail, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    g_assert_true (cn_address_is_safe (safe[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (cn_address_is_safe (unsafe[i]));
  g_assert_false (cn_address_is_safe (long_address));
  g_assert_null (of_long);
  g_assert_null (of_long_mail);

  /* A page has no mail address. */
  g_assert_null (of_page);
}

static void
test_tracking (void)
{
  static const struct
  {
    const char *address;
    const char *clean;
  } rows[] = {
    { "https://example.org/a", "https://example.org/a" },
    { "https://example.org/a?utm_source=x", "https://example.org/a" },
    { "https://example.org/a?id=1&utm_source=x&b=2", "https://example.org/a?id=1&b=2" },
    { "https://example.org/a?FBCLID=x&id", "https://example.org/a?id" },
    { "https://example.org/a?source=utm_x", "https://example.org/a?source=utm_x" },
    { "https://example.org/a#top", "https://example.org/a" },
    { "https://example.org/a?&&id=1&", "https://example.org/a?id=1" },
    { "https://example.org/a?", "https://example.org/a" },
    { "https://example.org/a?utm=1&ut_=2", "https://example.org/a?utm=1&ut_=2" },
    { "https://example.org/#!/a?utm_source=x", "https://example.org/#!/a?utm_source=x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = cn_address_strip_tracking (rows[i].address);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);
  g_test_add_func ("/read/document/blocks-are-found-by-offset", test_find_block);
  g_test_add_func ("/read/document/html-is-made-of-blocks", test_html);
  g_test_add_func ("/read/document/snippet-is-cut-between-characters", test_snippet);
  g_test_add_func ("/read/document/lives-as-long-as-somebody-holds-it", test_reference);
  g_test_add_func ("/read/builder/spans-end-without-blanks", test_builder_spans);
  g_test_add_func ("/read/layout/every-damaged-byte-is-harmless", test_layout_damaged);
  g_test_add_func ("/read/layout/cut-off-is-refused", test_layout_cut);
  g_test_add_func ("/read/layout/of-another-text-is-refused", test_layout_of_another_text);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/language/%s-%u",
                                               languages[i].language != NULL ? languages[i].language : "unknown", i);

      g_test_add_data_func (path, &languages[i], test_language);
    }
  g_test_add_func ("/read/language/tags", test_language_tags);
  g_test_add_func ("/read/address/resolved", test_addresses);
  g_test_add_func ("/read/address/safe-or-not", test_safe_addresses);
  g_test_add_func ("/read/address/without-tracking", test_tracking);
  return g_test_run ();
}
