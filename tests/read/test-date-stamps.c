/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as machines write them, rightly and wrongly. */

#include "config.h"

#include "date-table.h"

typedef struct
{
  const char *name;
  const char *stamp;
  const char *expected; /* ISO 8601, or NULL when it is no date */
} Row;

static const Row rows[] = {
  { "iso/year", "2021", "2021" },
  { "iso/month", "2021-06", "2021-06" },
  { "iso/day", "2021-06-04", "2021-06-04" },
  { "iso/day-with-slashes", "2021/06/04", "2021-06-04" },
  { "iso/day-with-points", "2021.06.04", "2021-06-04" },
  { "iso/day-without-zeros", "2021-6-4", "2021-06-04" },
  { "iso/compact", "20210604", "2021-06-04" },
  { "iso/blanks-around", " \n2021-06-04 ", "2021-06-04" },
  { "iso/utc", "2021-06-04T08:30:00Z", "2021-06-04T08:30:00Z" },
  { "iso/lower-case", "2021-06-04t08:30:00z", "2021-06-04T08:30:00Z" },
  { "iso/fraction", "2021-06-04T08:30:00.123Z", "2021-06-04T08:30:00Z" },
  { "iso/fraction-with-comma", "2021-06-04T08:30:00,123456Z", "2021-06-04T08:30:00Z" },
  { "iso/offset", "2021-06-04T08:30:00+02:00", "2021-06-04T06:30:00Z" },
  { "iso/offset-without-colon", "2021-06-04T08:30:00+0200", "2021-06-04T06:30:00Z" },
  { "iso/offset-of-hours", "2021-06-04T08:30:00+02", "2021-06-04T06:30:00Z" },
  { "iso/offset-of-half-hours", "2021-06-04T08:30:00+05:30", "2021-06-04T03:00:00Z" },
  { "iso/offset-with-minus-sign", "2021-06-04T08:30:00\342\210\22205:00", "2021-06-04T13:30:00Z" },
  { "iso/offset-into-the-day-before", "2021-06-04T00:30:00+03:00", "2021-06-03T21:30:00Z" },
  { "iso/offset-into-the-year-behind", "2020-12-31T23:30:00-03:00", "2021-01-01T02:30:00Z" },
  { "iso/no-seconds", "2021-06-04T08:30Z", "2021-06-04T08:30:00Z" },
  { "iso/no-zone-is-a-day", "2021-06-04T08:30:00", "2021-06-04" },
  { "iso/blank-for-t", "2021-06-04 08:30:00 +0200", "2021-06-04T06:30:00Z" },
  { "iso/blank-for-t-no-zone", "2021-06-04 08:30:00", "2021-06-04" },
  { "iso/slashes-and-time", "2021/06/04 08:30", "2021-06-04" },
  { "iso/compact-with-time", "20210604T083000Z", "2021-06-04T08:30:00Z" },
  { "iso/compact-in-one-number", "20210604083000", "2021-06-04" },
  { "iso/zone-by-name", "2021-06-04 08:30:00 CEST", "2021-06-04T06:30:00Z" },
  { "iso/zone-of-several-meanings-is-a-day", "2021-06-04T08:30:00 IST", "2021-06-04" },
  { "iso/zone-by-place-is-a-day", "2021-06-04T08:30:00 Europe/Berlin", "2021-06-04" },
  { "iso/zone-and-place", "2021-06-04T08:30:00+02:00[Europe/Berlin]", "2021-06-04T06:30:00Z" },
  { "iso/end-of-day", "2021-06-04T24:00:00Z", "2021-06-05T00:00:00Z" },
  { "iso/leap-second", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z" },
  { "iso/half-of-day", "2021-06-04 08:30 PM UTC", "2021-06-04T20:30:00Z" },
  { "iso/midnight-in-halves", "2021-06-04 12:10 am UTC", "2021-06-04T00:10:00Z" },
  { "iso/week-and-day", "2021-W22-5", "2021-06-04" },
  { "iso/first-week-begins-in-the-year-before", "2020-W01-1", "2019-12-30" },
  { "iso/last-week-ends-in-the-year-behind", "2020-W53-7", "2021-01-03" },
  { "iso/day-of-the-year", "2021-155", "2021-06-04" },
  { "iso/last-day-of-a-leap-year", "2020-366", "2020-12-31" },
  { "iso/time-missing-behind-t", "2021-06-04T", "2021-06-04" },

  { "rfc/full", "Fri, 04 Jun 2021 08:30:00 +0200", "2021-06-04T06:30:00Z" },
  { "rfc/gmt", "Fri, 04 Jun 2021 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/ut", "04 Jun 2021 08:30 UT", "2021-06-04T08:30:00Z" },
  { "rfc/american-zone", "Fri, 04 Jun 2021 08:30:00 EDT", "2021-06-04T12:30:00Z" },
  { "rfc/year-of-two-digits", "Fri, 4 Jun 21 08:30 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/year-of-the-last-century", "Sat, 4 Jun 98 08:30 GMT", "1998-06-04T08:30:00Z" },
  { "rfc/month-in-full", "Fri, 4 June 2021 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/sept", "Sat, 4 Sept 2021 08:30:00 GMT", "2021-09-04T08:30:00Z" },
  { "rfc/weekday-in-full", "Friday, 04 Jun 2021 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/weekday-that-is-wrong", "Mon, 04 Jun 2021 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/no-blank-behind-comma", "Fri,04 Jun 2021 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/no-comma", "Fri 04 Jun 2021 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/lower-case", "fri, 04 jun 2021 08:30:00 gmt", "2021-06-04T08:30:00Z" },
  { "rfc/hour-of-one-digit", "Fri, 04 Jun 2021 8:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/comment", "Fri, 04 Jun 2021 08:30:00 +0200 (CEST)", "2021-06-04T06:30:00Z" },
  { "rfc/no-zone-is-a-day", "Fri, 04 Jun 2021 08:30:00", "2021-06-04" },
  { "rfc/no-time", "04 Jun 2021", "2021-06-04" },
  { "rfc/hyphens", "Friday, 04-Jun-21 08:30:00 GMT", "2021-06-04T08:30:00Z" },
  { "rfc/asctime", "Fri Jun  4 08:30:00 2021", "2021-06-04" },
  { "rfc/asctime-with-zone", "Fri Jun  4 08:30:00 CEST 2021", "2021-06-04T06:30:00Z" },
  { "rfc/javascript", "Fri Jun 04 2021 08:30:00 GMT+0200 (Central European Summer Time)", "2021-06-04T06:30:00Z" },
  { "rfc/month-first", "June 4, 2021 8:30 am", "2021-06-04" },
  { "rfc/month-first-with-zone", "Jun 4, 2021 8:30 PM UTC", "2021-06-04T20:30:00Z" },

  { "words/french", "4 juin 2021", "2021-06-04" },
  { "words/german", "Freitag, 4. Juni 2021", "2021-06-04" },
  { "words/turkish", "4 Haziran 2021", "2021-06-04" },
  { "words/points", "04.06.2021", "2021-06-04" },
  { "words/points-and-time", "04.06.2021 10:30", "2021-06-04" },
  { "words/month", "June 2021", "2021-06" },
  { "words/large-day-first", "29/06/2022", "2022-06-29" },
  { "words/large-day-second", "06/29/2022", "2022-06-29" },

  { "none/empty", "", NULL },
  { "none/blank", "   ", NULL },
  { "none/words", "yesterday", NULL },
  { "none/undecided-order", "04/06/2021", NULL },
  { "none/range", "4-6 June 2021", NULL },
  { "none/unix-seconds", "1622795400", NULL },
  { "none/unix-milliseconds", "1622795400000", NULL },
  { "none/zeros", "0000-00-00 00:00:00", NULL },
  { "none/first-of-all", "0001-01-01T00:00:00Z", NULL },
  { "none/epoch", "1970-01-01T00:00:00Z", NULL },
  { "none/epoch-elsewhere", "Thu, 01 Jan 1970 01:00:00 +0100", NULL },
  { "none/month-13", "2021-13-01", NULL },
  { "none/day-31-of-june", "2021-06-31", NULL },
  { "none/leap-day-of-a-common-year", "Mon, 29 Feb 2021 00:00:00 GMT", NULL },
  { "none/hour-25", "2021-06-04T25:00:00Z", NULL },
  { "none/minute-60", "2021-06-04T08:60:00Z", NULL },
  { "none/week-without-day", "2021-W22", NULL },
  { "none/week-53-of-a-short-year", "2021-W53-1", NULL },
  { "none/week-0", "2021-W00-1", NULL },
  { "none/day-366-of-a-common-year", "2021-366", NULL },
  { "none/day-of-the-year-without-hyphen", "2021155", NULL },
  { "none/two-months", "Jun 4 Jul 2021", NULL },
  { "none/two-years", "4 Jun 2021 2022", NULL },
  { "none/text-behind", "2021-06-04T08:30:00Z and more", NULL },
  { "none/text-before", "before 2021-06-04", NULL },
  { "none/template", "{{ page.date }}", NULL },
  { "none/invalid-date", "Invalid Date", NULL },
  { "none/too-long",
    "2021-06-04                                                                                                     .", NULL },
  { "iso/zone-with-an-underline", "2021-06-04T08:30:00 America/New_York", "2021-06-04" },
  { "iso/zone-with-a-letter-beyond-ascii", "2021-06-04T08:30:00 CETé", NULL },
  { "iso/zone-utc-plus", "2021-06-04T08:30:00 UTC+2", "2021-06-04T06:30:00Z" },
  { "iso/offset-of-one-digit", "2021-06-04T08:30:00 +2", "2021-06-04T06:30:00Z" },
  { "iso/offset-of-one-digit-and-minutes", "2021-06-04T08:30:00+2:30", "2021-06-04T06:00:00Z" },
  { "iso/half-with-points", "2021-06-04 08:30 p.m. UTC", "2021-06-04T20:30:00Z" },
  { "iso/half-of-noon", "2021-06-04 12:30 pm UTC", "2021-06-04T12:30:00Z" },
  { "iso/time-of-four-digits", "2021-06-04T0830Z", "2021-06-04T08:30:00Z" },
  { "iso/time-behind-a-comma", "2021-06-04, 08:30 UTC", "2021-06-04T08:30:00Z" },
  { "iso/time-behind-a-tab", "2021-06-04\t08:30Z", "2021-06-04T08:30:00Z" },
  { "iso/last-week", "2020-W53-5", "2021-01-01" },
  { "iso/small-w", "2021-w22-5", "2021-06-04" },
  { "rfc/unknown-zone", "Fri, 04 Jun 2021 08:30:00 XYZT", "2021-06-04" },
  { "rfc/points", "Fri. 04. Jun. 2021", "2021-06-04" },
  { "words/offset-beyond-the-earth-is-a-day", "2021-06-04T08:30:00+15:00", "2021-06-04" },
  { "none/offset-of-many-minutes", "2021-06-04T08:30:00+02:75", NULL },
  { "none/offset-of-five-digits", "2021-06-04T08:30:00+02000", NULL },
  { "words/offset-without-digits-is-a-day", "2021-06-04T08:30:00+", "2021-06-04" },
  { "words/half-that-is-none-is-a-day", "2021-06-04 08:30 px", "2021-06-04" },
  { "words/half-that-goes-on-is-a-day", "2021-06-04 08:30 pmx", "2021-06-04" },
  { "none/seconds-beyond-the-leap", "2021-06-04T08:30:61Z", NULL },
  { "none/minutes-beyond-the-end-of-the-day", "2021-06-04T24:01:00Z", NULL },
  { "none/time-with-a-digit-too-many", "2021-06-04T08:300Z", NULL },
  { "none/time-of-one-digit", "2021-06-04T8", NULL },
  { "none/month-with-a-time", "2021-06T08:30Z", NULL },
  { "none/month-and-words", "2021-06 and more", NULL },
  { "none/month-of-one-digit", "2021-6", NULL },
  { "none/month-zero", "2021-00", NULL },
  { "none/day-of-three-digits", "2021-06-041", NULL },
  { "none/month-of-four-digits", "2021-0604", NULL },
  { "none/day-missing", "2021-06-", NULL },
  { "none/week-of-one-digit", "2021-W2-5", NULL },
  { "none/week-with-a-day-of-two-digits", "2021-W22-05", NULL },
  { "none/week-without-its-hyphen", "2021-W22/5", NULL },
  { "none/week-with-day-0", "2021-W22-0", NULL },
  { "none/week-with-day-8", "2021-W22-8", NULL },
  { "none/week-54", "2021-W54-1", NULL },
  { "none/week-with-slashes", "2021/W22/5", NULL },
  { "none/day-of-the-year-0", "2021-000", NULL },
  { "none/day-of-the-year-with-slashes", "2021/155", NULL },
  { "none/colon-behind-the-year", "2021:06:04", NULL },
  { "none/impossible-compact", "20210631", NULL },
  { "none/impossible-compact-with-a-time", "20210631083000", NULL },
  { "none/rfc-with-a-number-too-many", "Fri, 04 Jun 2021 08:30:00 GMT 77", NULL },
  { "none/rfc-with-five-digits", "Fri, 04 Jun 20210", NULL },
  { "words/rfc-with-a-short-word-is-a-day", "Fr, 04 Jun 2021", "2021-06-04" },
  { "none/rfc-with-an-unknown-word", "Fri, 04 Jux 2021", NULL },
  { "none/rfc-without-a-month", "Fri, 04 2021 08:30:00", NULL },
  { "words/rfc-with-a-sign-is-a-day", "Fri, 04 Jun 2021 = 08:30", "2021-06-04" },
  { "words/rfc-with-an-impossible-time-is-a-day", "Fri, 04 Jun 2021 28:30:00 GMT", "2021-06-04" },
};

static void
test_stamp (gconstpointer data)
{
  const Row *row = data;
  CnDate date = CN_DATE_NONE;
  g_autofree char *found = NULL;

  if (cn_date_reader_parse_stamp (row->stamp, &date))
    found = cn_date_to_iso (date);

  g_assert_cmpstr (found, ==, row->expected);
}

/* Every day's own forms come back as that day. */
static void
test_every_day_returns (void)
{
  for (CnDate day = cn_date_new_day (1999, 12, 1); day.year < 2025; day = cn_date_add_days (day, 1))
    {
      g_autofree char *iso = cn_date_to_iso (day);
      g_autofree char *compact = g_strdup_printf ("%04d%02d%02d", day.year, day.month, day.day);
      g_autofree char *stamp = g_strconcat (iso, "T12:00:00+02:00", NULL);
      CnDate found;

      g_assert_true (cn_date_reader_parse_stamp (iso, &found));
      g_assert_true (cn_date_equal (found, day));
      g_assert_true (cn_date_reader_parse_stamp (compact, &found));
      g_assert_true (cn_date_equal (found, day));
      g_assert_true (cn_date_reader_parse_stamp (stamp, &found));
      g_assert_cmpint (found.seconds, ==, 10 * 3600);
      found.seconds = -1;
      g_assert_true (cn_date_equal (found, day));
    }
}

int
main (int    argc,
      char **argv)
{
  date_table_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/read/date/stamp/", rows[i].name, NULL);

      g_test_add_data_func (name, &rows[i], test_stamp);
    }
  g_test_add_func ("/read/date/stamp/every-day-returns", test_every_day_returns);

  return g_test_run ();
}
