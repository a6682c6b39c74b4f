/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window makes of values: dates in words, spans in markup, text that is an address. */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "cn-address-dialog.h"
#include "cn-date-format.h"
#include "cn-markup.h"

typedef struct
{
  const char *name;
  const char *iso;      /* NULL is no date */
  const char *in_row;
  const char *in_page;
  const char *in_heading;
  const char *above_text;
} DateRow;

static const DateRow date_rows[] = {
  { "day", "2021-06-04", "4 Jun 2021", "4 June 2021", "June 2021", "4 June 2021" },
  { "month-stays-a-month", "2021-06", "Jun 2021", "June 2021", "June 2021", "June 2021" },
  { "year-stays-a-year", "2021", "2021", "2021", "2021", "2021" },
  { "instant-is-its-day-in-utc", "2021-12-31T23:30:00Z", "31 Dec 2021", "31 December 2021", "December 2021",
    "31 December 2021, 23:30 UTC" },
  { "midnight-is-a-time", "2021-12-31T00:00:00Z", "31 Dec 2021", "31 December 2021", "December 2021",
    "31 December 2021, 00:00 UTC" },
  { "first-year", "0001-01-01", "1 Jan 1", "1 January 1", "January 1", "1 January 1" },
  { "none-is-said", NULL, "undated", "Undated", "Undated", "Undated" },
};

static void
test_date (gconstpointer data)
{
  const DateRow *row = data;
  CnDate date = CN_DATE_NONE;
  g_autofree char *in_row = NULL;
  g_autofree char *in_page = NULL;
  g_autofree char *in_heading = NULL;
  g_autofree char *above_text = NULL;

  if (row->iso != NULL)
    g_assert_true (cn_date_from_iso (row->iso, &date));

  in_row = cn_date_format_short (date);
  in_page = cn_date_format_long (date);
  in_heading = cn_date_format_section (date);
  above_text = cn_date_format_exact (date);
  g_assert_cmpstr (in_row, ==, row->in_row);
  g_assert_cmpstr (in_page, ==, row->in_page);
  g_assert_cmpstr (in_heading, ==, row->in_heading);
  g_assert_cmpstr (above_text, ==, row->above_text);
}

typedef struct
{
  CnSpanKind  kind;
  gsize       start;
  gsize       end;
  const char *href;
} SpanRow;

typedef struct
{
  const char *name;
  const char *text;
  SpanRow     spans[4];
  const char *markup;
} MarkupRow;

#define LINK(start, end, href) { CN_SPAN_LINK, start, end, href }
#define STRONG(start, end)     { CN_SPAN_STRONG, start, end, NULL }
#define EMPHASIS(start, end)   { CN_SPAN_EMPHASIS, start, end, NULL }

static const MarkupRow markup_rows[] = {
  { "plain-text-is-itself", "Cities", { { 0 } }, "Cities" },
  { "markup-in-text-is-text", "<b>&", { { 0 } }, "&lt;b&gt;&amp;" },
  { "link", "see this page", { LINK (4, 8, "https://a.example/") },
    "see <a href=\"https://a.example/\" title=\"https://a.example/\">this</a> page" },
  { "address-of-a-link-is-escaped", "x", { LINK (0, 1, "https://a.example/?b=\"<&") },
    "<a href=\"https://a.example/?b=&quot;&lt;&amp;\" title=\"https://a.example/?b=&quot;&lt;&amp;\">x</a>" },
  { "link-without-address-is-text", "x", { LINK (0, 1, NULL) }, "x" },
  { "emphasis-and-strong", "a b c", { EMPHASIS (0, 1), STRONG (4, 5) }, "<i>a</i> b <b>c</b>" },
  { "nested", "abcd", { STRONG (0, 4), EMPHASIS (1, 3) }, "<b>a<i>bc</i>d</b>" },
  { "overlapping-is-cut-at-the-outer-end", "abcdef", { STRONG (0, 4), EMPHASIS (2, 6) }, "<b>ab<i>cd</i></b>ef" },
  { "no-link-in-a-link", "abcd", { LINK (0, 4, "https://a.example/"), LINK (1, 2, "https://b.example/") },
    "<a href=\"https://a.example/\" title=\"https://a.example/\">abcd</a>" },
  { "empty-span-is-nothing", "ab", { STRONG (1, 1), EMPHASIS (1, 2) }, "a<i>b</i>" },
  { "span-beyond-the-end-is-cut", "ab", { STRONG (1, 99) }, "a<b>b</b>" },
  { "letters-of-several-bytes", "İzmir", { STRONG (0, 2) }, "<b>İ</b>zmir" },
};

static void
test_markup (gconstpointer data)
{
  const MarkupRow *row = data;
  g_autoptr (CnDocument) document = cn_document_new ();
  CnBlock block = { .kind = CN_BLOCK_PARAGRAPH };
  g_autofree char *markup = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&document->text, row->text);
  document->text_length = strlen (row->text);
  block.end = document->text_length;
  block.spans = g_array_new (FALSE, FALSE, sizeof (CnSpan));
  for (guint i = 0; i < G_N_ELEMENTS (row->spans); i++)
    {
      CnSpan span = { row->spans[i].kind, row->spans[i].start, row->spans[i].end, (char *) row->spans[i].href };

      if (span.end > 0)
        g_array_append_val (block.spans, span);
    }

  markup = cn_markup_from_block (document, &block);
  g_assert_cmpstr (markup, ==, row->markup);
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL) || strstr (markup, "<a ") != NULL);
  g_array_unref (block.spans);
}

typedef struct
{
  const char *name;
  const char *text;
  gboolean    guess;
  const char *address;
} AddressRow;

static const AddressRow address_rows[] = {
  { "https", "https://eurocities.eu/latest/", FALSE, "https://eurocities.eu/latest/" },
  { "http", "http://eurocities.eu", FALSE, "http://eurocities.eu" },
  { "space-around-is-nothing", "  https://eurocities.eu\n", FALSE, "https://eurocities.eu" },
  { "a-host-alone-when-typed", "eurocities.eu/latest", TRUE, "https://eurocities.eu/latest" },
  { "a-host-alone-when-pasted-is-text", "eurocities.eu/latest", FALSE, NULL },
  { "two-words-are-no-address", "https://eurocities.eu and more", TRUE, NULL },
  { "two-lines-are-no-address", "https://a.example\nhttps://b.example", TRUE, NULL },
  { "file-is-no-web-address", "file:///etc/passwd", TRUE, NULL },
  { "script-is-no-address", "javascript:alert(1)", TRUE, NULL },
  { "data-is-no-address", "data:text/html,x", TRUE, NULL },
  { "scheme-without-host", "https://", TRUE, NULL },
  { "one-word", "Istanbul", TRUE, NULL },
  { "nothing", "", TRUE, NULL },
};

static void
test_address (gconstpointer data)
{
  const AddressRow *row = data;
  g_autofree char *address = cn_address_from_text (row->text, row->guess);

  g_assert_cmpstr (address, ==, row->address);
}

#define ADD_TABLE(path, rows, function) \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) \
    { \
      g_autofree char *name = g_strconcat (path, rows[i].name, NULL); \
      g_test_add_data_func (name, &rows[i], function); \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TABLE ("/ui/date/", date_rows, test_date)
  ADD_TABLE ("/ui/markup/", markup_rows, test_markup)
  ADD_TABLE ("/ui/address/", address_rows, test_address)

  return g_test_run ();
}
