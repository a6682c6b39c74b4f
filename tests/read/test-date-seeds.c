/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dates of the five seed texts, against the day that each says of itself.
 *
 * The texts are not part of the project; the tests are skipped, and say so, where the build was not told their
 * folder. */

#include "config.h"

#include "date-table.h"

static const DateRow seeds[] = {
  { "eurocities-istanbul", "000_3b57997206832ede.txt", "2021-06-04", NULL,
    "[4 June 2021] 2021-06-04 [this week] 2021-05-31..2021-06-04 relative [Last year] 2020 relative "
    "[March 2019] 2019-03 [June 2019] 2019-06" },
  { "oasc-istanbul-and-izmir", "001_0f7363b4aaecf12e.txt", NULL, NULL,
    "[Earlier this year] none relative [29/06/2022] 2022-06-29 [2019] 2019" },
  { "strong-cities-statement", "002_78a25ef46360e9cd.txt", "2016-06-29", NULL,
    "[June 29, 2016] 2016-06-29 [yesterday] 2016-06-28 relative [Little over a month ago] 2016-05 relative about "
    "[Today] 2016-06-29 relative [today] 2016-06-29 relative" },
  { "mayors-summit", "003_5bae7bca575bbe66.txt", "2021-12-19", NULL,
    "[December 19, 2021] 2021-12-19 [December 8] 2021-12-08 relative "
    "[December 7, 8 and 10 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "solidarity-cities", "004_5c4940b65035a4f7.txt", "2017-02-02", NULL,
    "[February 2nd, 2017] 2017-02-02 [last year] 2016 relative [last April] 2016-04 relative about "
    "[February 14, 2017] 2017-02-14 [February 2017] 2017-02" },
};

/* The row's language is the name of the file; all five are in English. */
static void
test_seed (gconstpointer data)
{
  const DateRow *row = data;
  const char *folder = g_getenv ("CITYNET_SEEDS");
  CnDate reference = CN_DATE_NONE;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (folder == NULL || *folder == '\0')
    {
      g_test_skip ("the build option \"seeds\" names no folder");
      return;
    }

  path = g_build_filename (folder, row->language, NULL);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  if (row->reference != NULL)
    g_assert_true (cn_date_from_iso (row->reference, &reference));

  matches = cn_date_reader_find (text, length, "en", reference);
  found = date_table_describe (text, length, matches);
  g_assert_cmpstr (found, ==, row->expected);
}

int
main (int    argc,
      char **argv)
{
  date_table_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *name = g_strconcat ("/read/date/seeds/", seeds[i].name, NULL);

      g_test_add_data_func (name, &seeds[i], test_seed);
    }

  return g_test_run ();
}
