/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that say nothing but when, and lines that say more. */

#include "config.h"

#include "date-table.h"

#include <string.h>

/* @expected as in #DateRow, "" for a line that is none. */
static const DateRow lines[] = {
  { "day", "en", NULL, "4 June 2021", "[4 June 2021] 2021-06-04" },
  { "day-with-blanks-around", "en", NULL, "  4 June 2021\t", "[4 June 2021] 2021-06-04" },
  { "weekday", "en", NULL, "Friday, 4 June 2021", "[Friday, 4 June 2021] 2021-06-04" },
  { "month-first", "en", NULL, "February 2nd, 2017", "[February 2nd, 2017] 2017-02-02" },
  { "brackets", "en", NULL, "(29/06/2022)", "[29/06/2022] 2022-06-29" },
  { "month", "en", NULL, "June 2021", "[June 2021] 2021-06" },
  { "month-in-digits", "en", NULL, "06/2021", "[06/2021] 2021-06" },
  { "range", "en", NULL, "4–6 June 2021", "[4–6 June 2021] 2021-06-04..2021-06-06" },
  { "list", "en", NULL, "December 7, 8 and 10 2021",
    "[December 7, 8 and 10 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "iso", "en", NULL, "2021-06-04", "[2021-06-04] 2021-06-04" },
  { "instant", "en", NULL, "2021-06-04T08:30:00Z", "[2021-06-04T08:30:00Z] 2021-06-04T08:30:00Z" },
  { "short-year", "en", NULL, "4.6.21", "[4.6.21] 2021-06-04" },
  { "undecided", "en", NULL, "04/06/2021", "[04/06/2021] 2021 ?" },
  { "time", "en", NULL, "4 June 2021, 10:30", "[4 June 2021] 2021-06-04" },
  { "time-with-half", "en", NULL, "June 4, 2021 at 10:30 am", "[June 4, 2021] 2021-06-04" },
  { "time-with-glued-half", "en", NULL, "June 4, 2021 10:30AM", "[June 4, 2021] 2021-06-04" },
  { "time-with-points", "en", NULL, "4 June 2021 10:30 p.m.", "[4 June 2021] 2021-06-04" },
  { "time-before", "en", NULL, "10:30, 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "time-and-zone", "en", NULL, "4 June 2021 10:30 CEST", "[4 June 2021] 2021-06-04" },
  { "time-and-offset", "en", NULL, "4 June 2021 10:30 GMT+2", "[4 June 2021] 2021-06-04" },
  { "time-in-german", "de", NULL, "4. Juni 2021, 10.30 Uhr", "[4. Juni 2021] 2021-06-04" },
  { "time-in-french", "fr", NULL, "4 juin 2021 à 10h30", "[4 juin 2021] 2021-06-04" },
  { "bars", "en", NULL, "| 4 June 2021 |", "[4 June 2021] 2021-06-04" },
  { "bullet", "en", NULL, "• 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "dash", "en", NULL, "– 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "middle-dot-and-reading-time", "en", NULL, "4 June 2021 · 3 min read", "[4 June 2021] 2021-06-04" },
  { "published-on", "en", NULL, "Published on 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "posted", "en", NULL, "Posted: June 4, 2021", "[June 4, 2021] 2021-06-04" },
  { "date", "en", NULL, "Date: 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "updated", "en", NULL, "Last updated 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "published-before-updated", "en", NULL, "Published 4 June 2021, updated 5 June 2021", "[4 June 2021] 2021-06-04" },
  { "updated-before-published", "en", NULL, "Updated: 5 June 2021 | Published: 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "german", "de", NULL, "Veröffentlicht am 4. Juni 2021", "[4. Juni 2021] 2021-06-04" },
  { "german-state", "de", NULL, "Stand: 04.06.2021", "[04.06.2021] 2021-06-04" },
  { "french", "fr", NULL, "Publié le 4 juin 2021", "[4 juin 2021] 2021-06-04" },
  { "french-online", "fr", NULL, "Mis en ligne le 04/06/2021", "[04/06/2021] 2021-06-04" },
  { "spanish", "es", NULL, "Publicado el 4 de junio de 2021", "[4 de junio de 2021] 2021-06-04" },
  { "italian", "it", NULL, "Pubblicato il 4 giugno 2021", "[4 giugno 2021] 2021-06-04" },
  { "portuguese", "pt", NULL, "Publicado em 4 de junho de 2021", "[4 de junho de 2021] 2021-06-04" },
  { "dutch", "nl", NULL, "Gepubliceerd op 4 juni 2021", "[4 juni 2021] 2021-06-04" },
  { "turkish", "tr", NULL, "Yayın tarihi: 4 Haziran 2021", "[4 Haziran 2021] 2021-06-04" },
  { "turkish-upper-case", "tr", NULL, "YAYIN TARİHİ: 4 HAZİRAN 2021 CUMA", "[4 HAZİRAN 2021] 2021-06-04" },
  { "greek", "el", NULL, "Δημοσιεύθηκε: 4 Ιουνίου 2021", "[4 Ιουνίου 2021] 2021-06-04" },
  { "russian", "ru", NULL, "Опубликовано 4 июня 2021 года", "[4 июня 2021] 2021-06-04" },
  { "polish", "pl", NULL, "Opublikowano 4 czerwca 2021 r.", "[4 czerwca 2021] 2021-06-04" },
  { "label-of-another-language", "en", NULL, "Veröffentlicht am 4 June 2021", "[4 June 2021] 2021-06-04" },

  { "sentence-is-none", "en", NULL, "The vote was on 4 June 2021", "" },
  { "place-is-none", "en", NULL, "Istanbul, 4 June 2021", "" },
  { "title-is-none", "en", NULL, "Minutes, 4 June 2021", "" },
  { "event-is-none", "en", NULL, "Summit 2021", "" },
  { "year-is-none", "en", NULL, "2021", "" },
  { "since-year-is-none", "en", NULL, "since 2021", "" },
  { "years-are-none", "en", NULL, "2016–2017", "" },
  { "yesterday-is-none", "en", NULL, "Yesterday", "" },
  { "day-without-year-is-none", "en", NULL, "4 June", "" },
  { "time-is-none", "en", NULL, "10:30", "" },
  { "weekday-is-none", "en", NULL, "Friday", "" },
  { "picture-is-none", "en", NULL, "2021-12-08 08 00 07.png", "" },
  { "question-is-none", "en", NULL, "4 June 2021?", "" },
  { "price-is-none", "en", NULL, "4 June 2021, €20", "" },
  { "large-number-is-none", "en", NULL, "4 June 2021 1200", "" },
  { "impossible-day-is-none", "en", NULL, "31 June 2021", "" },
  { "published-alone-is-none", "en", NULL, "Published on", "" },
  { "empty-is-none", "en", NULL, "", "" },
  { "marks-are-none", "en", NULL, "| – •", "" },
  { "long-line-is-none", "en", NULL,
    "4 June 2021 | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | "
    "| | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | | ",
    "" },
};

static void
test_line (gconstpointer data)
{
  const DateRow *row = data;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CnDateMatch));
  g_autofree char *found = NULL;
  CnDateMatch match;

  g_array_set_clear_func (matches, (GDestroyNotify) cn_date_match_clear);
  if (cn_date_reader_parse_line (row->text, strlen (row->text), row->language, &match))
    g_array_append_val (matches, match);

  found = date_table_describe (row->text, strlen (row->text), matches);
  g_assert_cmpstr (found, ==, row->expected);
}

int
main (int    argc,
      char **argv)
{
  date_table_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *name = g_strconcat ("/read/date/line/", lines[i].name, NULL);

      g_test_add_data_func (name, &lines[i], test_line);
    }

  return g_test_run ();
}
