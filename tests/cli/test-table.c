/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "cn-cli-format.h"
#include "cn-cli-table.h"

static const CnColumn columns[] = { { "ID", TRUE }, { "NETWORK", FALSE, TRUE }, { "TITLE", FALSE, TRUE } };

static CnTable *
make_table (const char * const *cells)
{
  CnTable *table = cn_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; cells[i] != NULL; i++)
    cn_table_add_cell (table, cells[i]);

  return table;
}

static void
assert_table (const char * const *cells,
              guint               width,
              const char         *expected)
{
  g_autoptr (CnTable) table = make_table (cells);
  g_autofree char *text = cn_table_to_string (table, width);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_columns_are_aligned (void)
{
  assert_table ((const char *[]) { "1", "C40", "Heat", "12", "ICLEI", "A longer title", NULL }, G_MAXUINT,
                "ID  NETWORK  TITLE\n"
                " 1  C40      Heat\n"
                "12  ICLEI    A longer title\n");
}

static void
test_no_rows_are_nothing (void)
{
  assert_table ((const char *[]) { NULL }, 80, "");
}

static void
test_wide_and_combining_letters (void)
{
  assert_table ((const char *[]) { "1", "広島市", "x", "2", "I\u0307zmir", "y", NULL }, G_MAXUINT,
                "ID  NETWORK  TITLE\n"
                " 1  広島市   x\n"
                " 2  I\u0307zmir    y\n");
}

static void
test_narrow_terminal_cuts_the_widest (void)
{
  assert_table ((const char *[]) { "1", "Eurocities", "A title that is far too long for it", NULL }, 40,
                "ID  NETWORK     TITLE\n"
                " 1  Eurocities  A title that is far too…\n");
}

static void
test_wide_letter_is_never_halved (void)
{
  assert_table ((const char *[]) { "1", "x", "広島広島広島広島", NULL }, 23,
                "ID  NETWORK  TITLE\n"
                " 1  x        広島広島…\n");
}

static void
test_very_narrow_terminal_keeps_a_minimum (void)
{
  assert_table ((const char *[]) { "1", "Eurocities", "A long title", NULL }, 5,
                "ID  NETWORK   TITLE\n"
                " 1  Eurocit…  A long …\n");
}

static void
test_cells_are_one_line_without_controls (void)
{
  assert_table ((const char *[]) { "1", "a\tb\n\nc", "\x1b[31mred\u202e \u00a0 end", NULL }, G_MAXUINT,
                "ID  NETWORK  TITLE\n"
                " 1  a b c    \ufffd[31mred end\n");
}

static void
test_csv (void)
{
  g_autoptr (CnTable) table = make_table ((const char *[]) { "1", "a, b", "say \"yes\"", "2", "", "plain", NULL });
  g_autofree char *text = cn_table_to_csv (table, TRUE);
  g_autofree char *rows = cn_table_to_csv (table, FALSE);

  g_assert_cmpstr (text, ==, "ID,NETWORK,TITLE\r\n1,\"a, b\",\"say \"\"yes\"\"\"\r\n2,,plain\r\n");
  g_assert_cmpstr (rows, ==, "1,\"a, b\",\"say \"\"yes\"\"\"\r\n2,,plain\r\n");
}

static void
test_days (void)
{
  static const struct { const char *text; gboolean is_last; const char *day; } rows[] = {
    { "2021-06-04", FALSE, "2021-06-04" }, { "2021-06-04", TRUE, "2021-06-04" }, { "2021-06", FALSE, "2021-06-01" },
    { "2021-06", TRUE, "2021-06-30" }, { "2020-02", TRUE, "2020-02-29" }, { "2021-12", TRUE, "2021-12-31" },
    { "2021", FALSE, "2021-01-01" }, { "2021", TRUE, "2021-12-31" }, { "2021-13", FALSE, NULL }, { "", FALSE, NULL },
    { "June", FALSE, NULL }, { "2021-02-30", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CnDate day;
      gboolean is_day = cn_format_parse_day (rows[i].text, rows[i].is_last, &day);
      g_autofree char *iso = is_day ? cn_date_to_iso (day) : NULL;

      g_assert_cmpstr (iso, ==, rows[i].day);
    }
}

static void
test_ids (void)
{
  static const struct { const char *text; gint64 id; } rows[] = {
    { "1", 1 }, { "9223372036854775807", G_MAXINT64 }, { "9223372036854775808", 0 }, { "0", 0 }, { "-1", 0 }, { "1a", 0 },
    { " 1", 0 }, { "", 0 }, { "0x1", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = 0;

      g_assert_cmpint (cn_format_parse_id (rows[i].text, &id), ==, rows[i].id > 0);
      if (rows[i].id > 0)
        g_assert_cmpint (id, ==, rows[i].id);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/table/columns-are-aligned", test_columns_are_aligned);
  g_test_add_func ("/cli/table/no-rows-are-nothing", test_no_rows_are_nothing);
  g_test_add_func ("/cli/table/wide-and-combining-letters-take-their-columns", test_wide_and_combining_letters);
  g_test_add_func ("/cli/table/narrow-terminal-cuts-the-widest-column", test_narrow_terminal_cuts_the_widest);
  g_test_add_func ("/cli/table/wide-letter-is-never-halved", test_wide_letter_is_never_halved);
  g_test_add_func ("/cli/table/very-narrow-terminal-keeps-a-minimum", test_very_narrow_terminal_keeps_a_minimum);
  g_test_add_func ("/cli/table/cells-are-one-line-without-controls", test_cells_are_one_line_without_controls);
  g_test_add_func ("/cli/table/csv-is-quoted-where-it-must-be", test_csv);
  g_test_add_func ("/cli/format/days-months-and-years-become-bounds", test_days);
  g_test_add_func ("/cli/format/numbers-of-articles-are-strict", test_ids);

  return g_test_run ();
}
