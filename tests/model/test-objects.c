/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What objects say of themselves: properties and functions agree, a newer row notifies what is different and nothing
 * else, and errors become clauses. */

#include "config.h"

#include "cn-article-private.h"
#include "cn-article-text-private.h"
#include "cn-reader.h"
#include "model-fixture.h"

#include <string.h>

/* Whether the value of a property is what its function says, which is given as text. */
static void
assert_property (gpointer    object,
                 const char *name,
                 const char *expected)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_auto(GValue) text = G_VALUE_INIT;

  g_object_get_property (object, name, &value);
  g_value_init (&text, G_TYPE_STRING);
  g_assert_true (g_value_transform (&value, &text));
  g_assert_cmpstr (g_value_get_string (&text), ==, expected);
}

static void
assert_number (gpointer    object,
               const char *name,
               gint64      expected)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, expected);

  assert_property (object, name, text);
}

static void
assert_boolean (gpointer    object,
                const char *name,
                gboolean    expected)
{
  assert_property (object, name, expected ? "TRUE" : "FALSE");
}

static void
assert_object (gpointer    object,
               const char *name,
               gpointer    expected)
{
  g_autoptr(GObject) found = NULL;

  g_object_get (object, name, &found, NULL);
  g_assert_true (found == expected);
}

static void
test_library (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) marked = NULL;

  model_fixture_init (&fixture);
  assert_property (fixture.library, "state", "CN_LIBRARY_STATE_OPENING");
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  marked = cn_test_await_boxed (cn_library_set_starred (fixture.library, (gint64 *) (gpointer) ids->data, 2, TRUE),
                                NULL);
  model_fixture_settle (&fixture, NULL);

  assert_property (fixture.library, "path", fixture.path);
  assert_property (fixture.library, "state", "CN_LIBRARY_STATE_READY");
  assert_property (fixture.library, "error-message", NULL);
  assert_object (fixture.library, "networks", cn_library_get_networks (fixture.library));
  assert_number (fixture.library, "n-articles", 5);
  assert_number (fixture.library, "n-unread", 5);
  assert_number (fixture.library, "n-starred", 2);

  cn_library_set_state (fixture.library, CN_LIBRARY_STATE_FULL, "no room");
  assert_property (fixture.library, "state", "CN_LIBRARY_STATE_FULL");
  assert_property (fixture.library, "error-message", "no room");
  model_fixture_clear (&fixture);
}

static void
test_network (void)
{
  static const char *const about[] = { "eurocities", NULL };
  ModelFixture fixture;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr(GArray) ids = NULL;
  CnNetwork *network;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  g_ptr_array_add (drafts, model_draft (1, CN_DATE_NONE, about));
  ids = model_fixture_add (&fixture, drafts, NULL);
  model_fixture_settle (&fixture, NULL);

  network = cn_library_lookup_network (fixture.library, "eurocities");
  assert_property (network, "id", "eurocities");
  assert_property (network, "name", cn_network_get_name (network));
  assert_property (network, "short-name", cn_network_get_short_name (network));
  assert_property (network, "kind", cn_network_get_kind (network));
  assert_property (network, "website", cn_network_get_website (network));
  assert_number (network, "color", cn_network_get_color (network));
  assert_number (network, "n-articles", 1);
  assert_number (network, "n-unread", 1);
  g_assert_cmpuint (cn_network_get_n_articles (network), ==, 1);
  g_assert_nonnull (cn_network_get_name (network));
  g_assert_nonnull (cn_network_get_kind (network));
  model_fixture_clear (&fixture);
}

static void
test_importer (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("A notice\n\nThe office is closed.\n", 32);
  g_autoptr(CnImportReport) report = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  importer = cn_importer_new (fixture.library);
  cn_importer_add_bytes (importer, bytes, "text/plain", "notice");
  assert_object (importer, "library", fixture.library);
  assert_number (importer, "n-inputs", 1);
  assert_number (importer, "n-done", 0);
  assert_property (importer, "current-name", NULL);
  assert_boolean (importer, "is-running", FALSE);
  report = cn_test_await_boxed (cn_importer_run (importer), NULL);
  g_assert_cmpuint (report->n_added, ==, 1);
  assert_number (importer, "n-done", 1);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static void
test_timeline (void)
{
  static const char *const shown[] = { "eurocities", NULL };
  ModelFixture fixture;
  g_autoptr(CnTimeline) timeline = NULL;
  g_auto(GStrv) networks = NULL;

  model_fixture_init (&fixture);
  timeline = cn_timeline_new (fixture.library);
  assert_boolean (timeline, "is-loading", TRUE);
  model_fixture_open (&fixture);
  model_fixture_settle (&fixture, timeline);
  assert_object (timeline, "library", fixture.library);
  assert_boolean (timeline, "is-loading", FALSE);
  assert_property (timeline, "error-message", NULL);

  g_object_set (timeline, "show", CN_TIMELINE_SHOW_STARRED, "networks", shown, NULL);
  assert_property (timeline, "show", "CN_TIMELINE_SHOW_STARRED");
  g_assert_cmpint (cn_timeline_get_show (timeline), ==, CN_TIMELINE_SHOW_STARRED);
  g_object_get (timeline, "networks", &networks, NULL);
  g_assert_cmpstrv (networks, shown);
  model_fixture_settle (&fixture, timeline);
  g_clear_object (&timeline);
  model_fixture_clear (&fixture);
}

static CnArticleRow *
make_row (void)
{
  static const char *const networks[] = { "eurocities", NULL };
  CnArticleRow *row = cn_article_row_new ();

  row->id = 7;
  row->title = g_strdup ("Towns agree");
  row->snippet = g_strdup ("The two towns have agreed.");
  row->language = g_strdup ("en");
  row->published = cn_date_new_day (2021, 6, 4);
  row->publisher = g_strdup ("eurocities");
  row->networks = g_strdupv ((GStrv) networks);
  return row;
}

static void
test_article (void)
{
  ModelFixture fixture;
  g_autoptr(CnArticle) article = cn_article_new (7);

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);

  assert_number (article, "id", 7);
  assert_boolean (article, "is-loaded", FALSE);
  assert_property (article, "title", NULL);
  assert_property (article, "snippet", NULL);
  assert_boolean (article, "is-read", FALSE);
  assert_boolean (article, "is-starred", FALSE);
  g_assert_null (cn_article_get_language (article));
  g_assert_true (cn_date_equal (cn_article_get_published (article), CN_DATE_NONE));
  g_assert_cmpuint (cn_article_get_n_networks (article), ==, 0);

  cn_article_take_row (article, make_row (), fixture.library->networks);
  assert_boolean (article, "is-loaded", TRUE);
  assert_property (article, "title", "Towns agree");
  assert_property (article, "snippet", "The two towns have agreed.");
  g_assert_cmpstr (cn_article_get_language (article), ==, "en");
  g_assert_cmpuint (cn_article_get_n_networks (article), ==, 1);
  g_assert_true (cn_article_get_publisher (article) == cn_article_get_network (article, 0));
  g_clear_object (&article);
  model_fixture_clear (&fixture);
}

typedef struct
{
  const char *name;
  void      (*change) (CnArticleRow *row);
  const char *notified; /* joined by blanks, with "changed" for the signal */
} ChangeRow;

static void
change_nothing (CnArticleRow *row)
{
}

static void
change_title (CnArticleRow *row)
{
  g_set_str (&row->title, "Towns quarrel");
}

static void
change_snippet (CnArticleRow *row)
{
  g_set_str (&row->snippet, "The two towns have quarrelled.");
}

static void
change_language (CnArticleRow *row)
{
  g_set_str (&row->language, "de");
}

static void
change_publisher (CnArticleRow *row)
{
  g_set_str (&row->publisher, "oasc");
}

static void
change_day (CnArticleRow *row)
{
  row->published = cn_date_new_day (2021, 6, 5);
}

static void
change_networks (CnArticleRow *row)
{
  g_clear_pointer (&row->networks, g_strfreev);
  row->networks = g_strsplit ("oasc a-network-that-has-gone", " ", -1);
}

static void
change_read (CnArticleRow *row)
{
  row->is_read = TRUE;
}

static void
change_star (CnArticleRow *row)
{
  row->is_starred = TRUE;
}

static const ChangeRow change_rows[] = {
  { "nothing", change_nothing, "" },
  { "the-title", change_title, "title changed" },
  { "the-snippet", change_snippet, "snippet changed" },
  { "the-language", change_language, "changed" },
  { "the-publisher", change_publisher, "changed" },
  { "the-day", change_day, "changed" },
  { "the-networks", change_networks, "changed" },
  { "the-reading", change_read, "is-read changed" },
  { "the-star", change_star, "is-starred changed" },
};

static void
note (GString    *notes,
      const char *word)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? " " : "", word);
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           GString    *notes)
{
  note (notes, g_param_spec_get_name (pspec));
}

static void
changed_cb (CnArticle *article,
            GString   *notes)
{
  note (notes, "changed");
}

static void
test_change (gconstpointer data)
{
  const ChangeRow *change = data;
  ModelFixture fixture;
  g_autoptr(CnArticle) article = cn_article_new (7);
  g_autoptr(GString) notes = g_string_new (NULL);
  CnArticleRow *row = make_row ();

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  cn_article_take_row (article, make_row (), fixture.library->networks);
  g_signal_connect (article, "notify", G_CALLBACK (notify_cb), notes);
  g_signal_connect (article, "changed", G_CALLBACK (changed_cb), notes);

  change->change (row);
  cn_article_take_row (article, row, fixture.library->networks);
  g_assert_cmpstr (notes->str, ==, change->notified);
  g_assert_cmpuint (cn_article_get_n_networks (article), ==, 1);
  g_clear_object (&article);
  model_fixture_clear (&fixture);
}

/* An article that came without a layout, or with one that is damaged, is read as lines. */
static void
test_document_of_lines (void)
{
  g_autoptr(CnArticleRecord) record = cn_article_record_new ();
  g_autoptr(CnArticleRecord) empty = cn_article_record_new ();
  g_autoptr(CnDocument) document = NULL;
  g_autoptr(CnDocument) again = NULL;
  g_autoptr(CnDocument) nothing = NULL;

  record->row = make_row ();
  record->text = g_strdup ("Towns agree\n\nThe two towns\nhave agreed.");
  document = cn_article_record_dup_document (record);
  g_assert_cmpuint (cn_document_get_n_blocks (document), ==, 3);
  g_assert_cmpuint (cn_document_get_block (document, 2)->start, ==, strlen ("Towns agree\n\nThe two towns\n"));
  g_assert_cmpuint (cn_document_get_block (document, 2)->end, ==, strlen (record->text));
  g_assert_cmpstr (document->title, ==, "Towns agree");

  record->layout = g_bytes_new_static ("no layout", 9);
  again = cn_article_record_dup_document (record);
  g_assert_cmpuint (cn_document_get_n_blocks (again), ==, 3);

  empty->row = make_row ();
  nothing = cn_article_record_dup_document (empty);
  g_assert_cmpstr (nothing->text, ==, "");
  g_assert_cmpuint (cn_document_get_n_blocks (nothing), ==, 0);
}

static const struct
{
  CnStoreError code;
  const char  *of_library;
  const char  *of_copy;
} error_rows[] = {
  { CN_STORE_ERROR_BUSY, "another program is using the library", "another program is using it" },
  { CN_STORE_ERROR_FULL, "there is no space left where the library is kept", "there is no space left" },
  { CN_STORE_ERROR_READ_ONLY, "the library cannot be written", "you have no permission for it" },
  { CN_STORE_ERROR_DAMAGED, "the library is damaged", "what was to be copied is damaged" },
  { CN_STORE_ERROR_FOREIGN, "the file is not a CityNet library", "the file is not a CityNet library" },
  { CN_STORE_ERROR_TOO_NEW, "a newer version of CityNet wrote the library",
    "a newer version of CityNet wrote the library" },
  { CN_STORE_ERROR_NOT_FOUND, "it was not found", "there is no such file or folder" },
  { CN_STORE_ERROR_INTERRUPTED, "it was cancelled", "it was cancelled" },
  { CN_STORE_ERROR_CONSTRAINT, "the library could not be used", "it is the library itself" },
  { CN_STORE_ERROR_FAILED, "the library could not be used", "the library could not be used" },
};

static void
test_clauses (void)
{
  g_autoptr(GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "words of another");
  g_autoptr(GError) reading = g_error_new (CN_READ_ERROR, CN_READ_ERROR_EMPTY, "it is empty");
  g_autoptr(GError) later = g_error_new (CN_STORE_ERROR, 99, "what a later version says");
  g_autofree char *of_later = cn_library_describe_error (later);
  g_autofree char *copy_of_later = cn_library_describe_copy_error (later);
  g_autofree char *of_other = cn_library_describe_error (other);
  g_autofree char *of_reading = cn_library_describe_error (reading);
  g_autofree char *copy_of_other = cn_library_describe_copy_error (other);

  for (guint i = 0; i < G_N_ELEMENTS (error_rows); i++)
    {
      g_autoptr(GError) error = g_error_new (CN_STORE_ERROR, (int) error_rows[i].code, "words for the log");
      g_autofree char *of_library = cn_library_describe_error (error);
      g_autofree char *of_copy = cn_library_describe_copy_error (error);

      g_assert_cmpstr (of_library, ==, error_rows[i].of_library);
      g_assert_cmpstr (of_copy, ==, error_rows[i].of_copy);
    }

  g_assert_cmpstr (of_later, ==, "the library could not be used");
  g_assert_cmpstr (copy_of_later, ==, "the library could not be used");
  g_assert_cmpstr (of_other, ==, "words of another");
  g_assert_cmpstr (copy_of_other, ==, "words of another");
  g_assert_cmpstr (of_reading, ==, "it is empty");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/model/objects/a-library-says-what-it-has", test_library);
  g_test_add_func ("/model/objects/a-network-says-what-it-is", test_network);
  g_test_add_func ("/model/objects/an-importer-says-how-far-it-is", test_importer);
  g_test_add_func ("/model/objects/a-timeline-says-what-it-shows", test_timeline);
  g_test_add_func ("/model/objects/an-article-is-empty-until-its-row-comes", test_article);
  for (guint i = 0; i < G_N_ELEMENTS (change_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/objects/a-row-that-changes-%s-notifies-no-more",
                                               change_rows[i].name);

      g_test_add_data_func (path, &change_rows[i], test_change);
    }
  g_test_add_func ("/model/objects/without-a-layout-every-line-is-a-paragraph", test_document_of_lines);
  g_test_add_func ("/model/objects/errors-become-clauses", test_clauses);

  return g_test_run ();
}
