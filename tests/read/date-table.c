/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of text and the dates in it, each row a test of its own.
 *
 * The programs run twice, the second time under tr_TR, where the C library's i and I are different letters; a row must
 * read the same in both. */

#include "config.h"

#include "date-table.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* As g_test_init(), in the locale that the environment asks for; a locale that is missing skips the whole program. */
void
date_table_init (int    *argc,
                 char ***argv)
{
  const char *wanted = g_getenv ("LC_ALL");

  if (setlocale (LC_ALL, "") == NULL)
    {
      g_print ("1..0 # SKIP this machine has no locale %s\n", wanted != NULL ? wanted : "of that name");
      exit (EXIT_SUCCESS);
    }

  g_test_init (argc, argv, NULL);

  /* A table says all that is wrong with it, not only the first row. */
  g_test_set_nonfatal_assertions ();
}

static void
describe_match (GString           *out,
                const char        *text,
                const CnDateMatch *match)
{
  g_autofree char *date = cn_date_to_iso (match->date);
  g_autofree char *last = cn_date_to_iso (match->last);

  g_string_append_printf (out, "%s[%.*s] %s", out->len > 0 ? " " : "", (int) (match->end - match->start),
                          text + match->start, date != NULL ? date : "none");
  if (g_strcmp0 (date, last) != 0)
    g_string_append_printf (out, "..%s", last);

  for (guint i = 0; match->days != NULL && i < match->days->len; i++)
    {
      g_autofree char *day = cn_date_to_iso (g_array_index (match->days, CnDate, i));

      g_string_append_printf (out, "%s%s%s", i == 0 ? " {" : " ", day, i + 1 == match->days->len ? "}" : "");
    }

  g_string_append_printf (out, "%s%s%s", match->relative ? " relative" : "", match->approximate ? " about" : "",
                          match->ambiguous ? " ?" : "");
}

/* What @matches say, in the notation of #DateRow. */
char *
date_table_describe (const char   *text,
                     gsize         length,
                     const GArray *matches)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, i);

      g_assert_cmpuint (match->start, <, match->end);
      g_assert_cmpuint (match->end, <=, length);
      describe_match (out, text, match);
    }

  return g_string_free (out, FALSE);
}

static void
test_row (gconstpointer data)
{
  const DateRow *row = data;
  CnDate reference = CN_DATE_NONE;
  g_autoptr (GArray) matches = NULL;
  g_autofree char *found = NULL;

  if (row->reference != NULL)
    g_assert_true (cn_date_from_iso (row->reference, &reference));

  matches = cn_date_reader_find (row->text, strlen (row->text), row->language, reference);
  found = date_table_describe (row->text, strlen (row->text), matches);
  g_assert_cmpstr (found, ==, row->expected);
}

/* One test for each row, at @path/name. */
void
date_table_add (const char    *path,
                const DateRow *rows,
                gsize          n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, rows[i].name);

      g_test_add_data_func (name, &rows[i], test_row);
    }
}
