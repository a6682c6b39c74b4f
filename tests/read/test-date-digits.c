/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates in digits, the two orders of day and month and what decides between them, and bare years. */

#include "config.h"

#include "date-table.h"

static const DateRow forms[] = {
  { "iso", "en", NULL, "on 2021-06-04.", "[2021-06-04] 2021-06-04" },
  { "iso-with-slashes", "en", NULL, "2021/06/04", "[2021/06/04] 2021-06-04" },
  { "iso-with-points", "en", NULL, "2021.06.04", "[2021.06.04] 2021-06-04" },
  { "iso-without-zeros", "en", NULL, "2021-6-4", "[2021-6-4] 2021-06-04" },
  { "instant-in-utc", "en", NULL, "at 2021-06-04T08:30:00Z", "[2021-06-04T08:30:00Z] 2021-06-04T08:30:00Z" },
  { "instant-with-offset", "en", NULL, "at 2021-06-04T08:30+02:00,", "[2021-06-04T08:30+02:00] 2021-06-04T06:30:00Z" },
  { "time-without-zone-is-a-day", "en", NULL, "at 2021-06-04T08:30:00", "[2021-06-04T08:30:00] 2021-06-04" },
  { "points", "en", NULL, "04.06.2021", "[04.06.2021] 2021-06-04" },
  { "points-without-zeros", "de", NULL, "am 4.6.2021", "[4.6.2021] 2021-06-04" },
  { "points-and-blanks", "de", NULL, "am 4. 6. 2021", "[4. 6. 2021] 2021-06-04" },
  { "points-at-the-end-of-a-sentence", "de", NULL, "bis 04.06.2021.", "[04.06.2021] 2021-06-04" },
  { "hyphens", "nl", NULL, "04-06-2021", "[04-06-2021] 2021-06-04" },
  { "short-year-with-points", "en", NULL, "04.06.21", "[04.06.21] 2021-06-04" },
  { "short-year-of-the-last-century", "de", NULL, "04.06.98", "[04.06.98] 1998-06-04" },
  { "short-year-unpadded-in-german", "de", NULL, "am 4.6.21", "[4.6.21] 2021-06-04" },
  { "short-year-unpadded-in-english-is-a-section", "en", NULL, "in 4.6.21", "" },
  { "short-year-with-slashes", "fr", NULL, "le 04/06/21", "[04/06/21] 2021-06-04" },
  { "weekday-before", "de", NULL, "Fr, 04.06.2021", "[Fr, 04.06.2021] 2021-06-04" },
  { "brackets", "en", NULL, "(29/06/2022)", "[29/06/2022] 2022-06-29" },
  { "range-with-points", "de", NULL, "04.06.2021 – 06.06.2021", "[04.06.2021 – 06.06.2021] 2021-06-04..2021-06-06" },
  { "range-glued", "de", NULL, "04.06.2021-06.06.2021", "[04.06.2021-06.06.2021] 2021-06-04..2021-06-06" },
  { "range-with-word", "de", NULL, "vom 04.06.2021 bis 06.06.2021", "[04.06.2021 bis 06.06.2021] 2021-06-04..2021-06-06" },
  { "range-that-leaves-out-month-and-year", "de", NULL, "04.–06.06.2021", "[04.–06.06.2021] 2021-06-04..2021-06-06" },
  { "range-that-leaves-out-the-year", "de", NULL, "30.05. - 02.06.2021", "[30.05. - 02.06.2021] 2021-05-30..2021-06-02" },
  { "range-over-new-year", "de", NULL, "30.12.-02.01.2022", "[30.12.-02.01.2022] 2021-12-30..2022-01-02" },
  { "range-with-slashes", "fr", NULL, "du 04/06/2021 au 06/06/2021", "[04/06/2021 au 06/06/2021] 2021-06-04..2021-06-06" },
  { "two-dates", "de", NULL, "04.06.2021, 05.07.2022", "[04.06.2021] 2021-06-04 [05.07.2022] 2022-07-05" },
  { "time-behind-is-left", "de", NULL, "04.06.2021 10:30", "[04.06.2021] 2021-06-04" },
};

static const DateRow orders[] = {
  { "nothing-decides-keeps-the-year", "en", NULL, "04/06/2021", "[04/06/2021] 2021 ?" },
  { "american-pages-of-europe-decide-nothing", "en-US", NULL, "04/06/2021", "[04/06/2021] 2021 ?" },
  { "unknown-language", NULL, NULL, "04/06/2021", "[04/06/2021] 2021 ?" },
  { "same-day-and-month-needs-no-decision", "en", NULL, "06/06/2021", "[06/06/2021] 2021-06-06" },
  { "british", "en-GB", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "french", "fr", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "german", "de", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "spanish", "es", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "italian", "it", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "portuguese", "pt", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "dutch", "nl", NULL, "04-06-2021", "[04-06-2021] 2021-06-04" },
  { "turkish", "tr", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "greek", "el", NULL, "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "points-are-day-first", "en", NULL, "04.06.2021", "[04.06.2021] 2021-06-04" },
  { "large-first-number-is-the-day", "en", NULL, "29/06/2022", "[29/06/2022] 2022-06-29" },
  { "large-second-number-is-the-day", "en", NULL, "06/29/2022", "[06/29/2022] 2022-06-29" },
  { "another-date-decides-day-first", "en", NULL, "04/06/2021 and 29/06/2022",
    "[04/06/2021] 2021-06-04 [29/06/2022] 2022-06-29" },
  { "another-date-decides-month-first", "en", NULL, "04/06/2021 and 06/29/2022",
    "[04/06/2021] 2021-04-06 [06/29/2022] 2022-06-29" },
  { "a-later-date-decides-as-well", "en", NULL, "12/25/2020 then 01/02/2021",
    "[12/25/2020] 2020-12-25 [01/02/2021] 2021-01-02" },
  { "dates-that-contradict-decide-nothing", "en", NULL, "04/06/2021, 29/06/2022, 06/29/2022",
    "[04/06/2021] 2021 ? [29/06/2022] 2022-06-29 [06/29/2022] 2022-06-29" },
  { "dates-that-contradict-leave-it-to-the-language", "fr", NULL, "04/06/2021, 29/06/2022, 06/29/2022",
    "[04/06/2021] 2021-06-04 [29/06/2022] 2022-06-29 [06/29/2022] 2022-06-29" },
  { "another-date-is-stronger-than-the-language", "fr", NULL, "04/06/2021, 06/29/2022",
    "[04/06/2021] 2021-04-06 [06/29/2022] 2022-06-29" },
  { "dates-with-points-say-nothing-of-slashes", "en", NULL, "04/06/2021, 29.06.2022",
    "[04/06/2021] 2021 ? [29.06.2022] 2022-06-29" },
  { "weekday-decides", "en", NULL, "Friday 04/06/2021", "[Friday 04/06/2021] 2021-06-04" },
  { "weekday-decides-month-first", "en", NULL, "Tuesday, 04/06/2021", "[Tuesday, 04/06/2021] 2021-04-06" },
  { "weekday-that-fits-neither-decides-nothing", "en", NULL, "Monday 04/06/2021", "[Monday 04/06/2021] 2021 ?" },
  { "same-day-in-words-decides", "en", NULL, "4 June 2021 (04/06/2021)",
    "[4 June 2021] 2021-06-04 [04/06/2021] 2021-06-04" },
  { "same-day-in-words-decides-month-first", "en", NULL, "April 6, 2021 (04/06/2021)",
    "[April 6, 2021] 2021-04-06 [04/06/2021] 2021-04-06" },
  { "the-day-of-the-text-decides", "en", "2021-06-04", "04/06/2021", "[04/06/2021] 2021-06-04" },
  { "range-decides-itself", "en", NULL, "04/06/2021 – 28/06/2021", "[04/06/2021 – 28/06/2021] 2021-06-04..2021-06-28" },
  { "range-decides-itself-month-first", "en", NULL, "04/06/2021 – 04/28/2021",
    "[04/06/2021 – 04/28/2021] 2021-04-06..2021-04-28" },
  { "range-undecided", "en", NULL, "04/06/2021 – 05/06/2021", "[04/06/2021 – 05/06/2021] 2021 ?" },
};

static const DateRow years[] = {
  { "in", "en", NULL, "in 2020", "[2020] 2020" },
  { "since", "en", NULL, "a member since 2013.", "[2013] 2013" },
  { "by", "en", NULL, "by 2030", "[2030] 2030" },
  { "until", "en", NULL, "until 2030", "[2030] 2030" },
  { "the-year", "en", NULL, "in the year 2020", "[2020] 2020" },
  { "adopted-in", "en", NULL, "The Directive adopted in 2019 contains", "[2019] 2019" },
  { "around-is-about", "en", NULL, "around 1900", "[1900] 1900 about" },
  { "bare-number-is-none", "en", NULL, "2020", "" },
  { "name-with-number-is-none", "en", NULL, "World Mayor Project 2016 by", "" },
  { "agenda-with-number-is-none", "en", NULL, "the 2030 Agenda", "" },
  { "count-is-none", "en", NULL, "in 2020 cities", "" },
  { "count-of-a-round-number-is-none", "en", NULL, "in 2000 villages", "" },
  { "count-with-unknown-plural", "en", NULL, "in 1500 workshops", "" },
  { "money-is-none", "en", NULL, "in 2020 euros", "" },
  { "percent-is-none", "en", NULL, "by 2000%", "" },
  { "thousands-are-none", "en", NULL, "in 2,020 places", "" },
  { "decimal-is-none", "de", NULL, "um 2020,5 Punkte", "" },
  { "five-digits-are-none", "en", NULL, "in 20200", "" },
  { "three-digits-are-none", "en", NULL, "in 202", "" },
  { "letter-behind-is-none", "en", NULL, "in 2020s", "" },
  { "far-future-is-none", "en", NULL, "in 2999", "" },
  { "comma-behind-ends-it", "en", NULL, "In 2020, 53 cities", "[2020] 2020" },
  { "range-of-phone-numbers-is-none", "en", NULL, "0212 2021-2022", "" },
  { "range-backwards-is-none", "en", NULL, "2017–2016", "" },
  { "range-too-long-without-cue-is-none", "en", NULL, "1850-2150", "" },
  { "cue-of-another-language-is-none", "en", NULL, "desde 2013", "" },
};

int
main (int    argc,
      char **argv)
{
  date_table_init (&argc, &argv);

  date_table_add ("/read/date/digits/form", forms, G_N_ELEMENTS (forms));
  date_table_add ("/read/date/digits/order", orders, G_N_ELEMENTS (orders));
  date_table_add ("/read/date/digits/year", years, G_N_ELEMENTS (years));

  return g_test_run ();
}
