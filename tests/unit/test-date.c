/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The calendar date: every day of many years there and back, against GLib's own calendar. */

#include "config.h"

#include "cn-date.h"

/* GDate counts 0001-01-01 as day 1. */
static CnDate
from_julian (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return cn_date_new_day (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
}

static guint32
to_julian (int year,
           int month,
           int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
test_every_day_against_glib (void)
{
  CnDate day = cn_date_new_day (1599, 12, 30);
  guint32 last = to_julian (2401, 3, 2);

  for (guint32 julian = to_julian (1599, 12, 30); julian <= last; julian++)
    {
      CnDate expected = from_julian (julian);

      g_assert_true (cn_date_equal (day, expected));
      g_assert_cmpint (cn_date_get_weekday (day), ==, (julian - 1) % 7 + 1);
      day = cn_date_add_days (day, 1);
    }
}

static void
test_every_day_returns_from_its_key_and_its_text (void)
{
  gint64 previous = 0;

  for (CnDate day = cn_date_new_day (1895, 12, 25); day.year < 2106; day = cn_date_add_days (day, 1))
    {
      g_autofree char *iso = cn_date_to_iso (day);
      CnDate parsed;

      g_assert_cmpint (cn_date_get_sort_key (day), >, previous);
      previous = cn_date_get_sort_key (day);
      g_assert_true (cn_date_equal (cn_date_from_sort_key (previous), day));
      g_assert_true (cn_date_from_iso (iso, &parsed));
      g_assert_true (cn_date_equal (parsed, day));
      g_assert_true (cn_date_equal (cn_date_add_days (cn_date_add_days (day, 400), -400), day));
    }
}

static void
test_every_month_and_year_returns (void)
{
  for (int year = 1; year <= 9999; year++)
    {
      CnDate date = cn_date_new_year (year);
      g_autofree char *iso = cn_date_to_iso (date);
      CnDate parsed;

      g_assert_cmpint (cn_date_get_precision (date), ==, CN_PRECISION_YEAR);
      g_assert_true (cn_date_from_iso (iso, &parsed));
      g_assert_true (cn_date_equal (parsed, date));
      g_assert_true (cn_date_equal (cn_date_from_sort_key (cn_date_get_sort_key (date)), date));

      for (int month = 1; month <= 12; month++)
        {
          CnDate first = cn_date_new_month (year, month);

          g_assert_cmpint (cn_date_get_precision (first), ==, CN_PRECISION_MONTH);
          g_assert_true (cn_date_equal (cn_date_from_sort_key (cn_date_get_sort_key (first)), first));
          g_assert_cmpint (cn_date_get_sort_key (first), >, cn_date_get_sort_key (date));
          g_assert_cmpint (cn_date_get_sort_key (first), <, cn_date_get_sort_key (cn_date_new_day (year, month, 1)));
        }
    }
}

static void
test_valid_days (void)
{
  for (int year = 1; year <= 2500; year++)
    {
      for (int month = 0; month <= 13; month++)
        {
          for (int day = -1; day <= 33; day++)
            {
              gboolean expected = day > 0 && month > 0 && month < 13 &&
                                  g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);

              g_assert_cmpint (cn_date_is_valid_day (year, month, day), ==, expected);
              g_assert_cmpint (cn_date_new_day (year, month, day).year, ==, expected ? year : 0);
            }
        }
    }

  g_assert_false (cn_date_is_valid_day (0, 1, 1));
  g_assert_false (cn_date_is_valid_day (10000, 1, 1));
  g_assert_true (cn_date_is_valid_day (9999, 12, 31));
}

static void
test_out_of_range_is_no_date (void)
{
  g_assert_cmpint (cn_date_new_year (0).year, ==, 0);
  g_assert_cmpint (cn_date_new_year (-1).year, ==, 0);
  g_assert_cmpint (cn_date_new_year (10000).year, ==, 0);
  g_assert_cmpint (cn_date_new_month (2021, 0).year, ==, 0);
  g_assert_cmpint (cn_date_new_month (2021, 13).year, ==, 0);
  g_assert_cmpint (cn_date_new_month (0, 1).year, ==, 0);
  g_assert_cmpint (cn_date_new_time (G_MAXINT64).year, ==, 0);
  g_assert_cmpint (cn_date_new_time (G_MININT64).year, ==, 0);
  g_assert_cmpint (cn_date_add_days (cn_date_new_day (1, 1, 1), -1).year, ==, 0);
  g_assert_cmpint (cn_date_add_days (cn_date_new_day (9999, 12, 31), 1).year, ==, 0);
  g_assert_cmpint (cn_date_add_days (cn_date_new_day (2021, 6, 4), G_MAXINT).year, ==, 0);
  g_assert_cmpint (cn_date_add_days (cn_date_new_day (2021, 6, 4), G_MININT).year, ==, 0);
}

static void
test_instants (void)
{
  static const struct { gint64 seconds; const char *iso; } rows[] = {
    { 0, "1970-01-01T00:00:00Z" },
    { -1, "1969-12-31T23:59:59Z" },
    { 86399, "1970-01-01T23:59:59Z" },
    { 86400, "1970-01-02T00:00:00Z" },
    { 1622795400, "2021-06-04T08:30:00Z" },
    { 951782400, "2000-02-29T00:00:00Z" },
    { G_GINT64_CONSTANT (-62135596800), "0001-01-01T00:00:00Z" },
    { G_GINT64_CONSTANT (253402300799), "9999-12-31T23:59:59Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CnDate date = cn_date_new_time (rows[i].seconds);
      g_autofree char *iso = cn_date_to_iso (date);
      CnDate parsed;

      g_assert_cmpstr (iso, ==, rows[i].iso);
      g_assert_cmpint (cn_date_get_precision (date), ==, CN_PRECISION_TIME);
      g_assert_true (cn_date_from_iso (iso, &parsed));
      g_assert_true (cn_date_equal (parsed, date));
    }

  g_assert_cmpint (cn_date_new_time (G_GINT64_CONSTANT (253402300800)).year, ==, 0);
  g_assert_cmpint (cn_date_new_time (G_GINT64_CONSTANT (-62135596801)).year, ==, 0);
}

static void
test_a_day_and_its_first_second_share_a_key_and_are_not_equal (void)
{
  CnDate day = cn_date_new_day (2021, 6, 4);
  CnDate midnight = day;

  midnight.seconds = 0;
  g_assert_cmpint (cn_date_get_sort_key (day), ==, cn_date_get_sort_key (midnight));
  g_assert_false (cn_date_equal (day, midnight));
  g_assert_true (cn_date_equal (cn_date_from_sort_key (cn_date_get_sort_key (midnight)), day));
}

static void
test_every_second_of_a_day_has_its_key (void)
{
  gint64 midnight = 1622764800;
  gint64 previous = cn_date_get_sort_key (cn_date_new_time (midnight - 1));

  for (gint64 seconds = midnight; seconds < midnight + 86400; seconds++)
    {
      CnDate date = cn_date_new_time (seconds);

      g_assert_cmpint (cn_date_get_sort_key (date), >, previous);
      previous = cn_date_get_sort_key (date);
      if (seconds > midnight)
        g_assert_true (cn_date_equal (cn_date_from_sort_key (previous), date));
    }
}

static void
test_sections_of_keys_are_months (void)
{
  CnDate june = cn_date_new_month (2021, 6);
  gint64 section = cn_date_get_sort_key (june) / CN_DATE_KEYS_PER_SECTION;

  g_assert_cmpint (cn_date_get_sort_key (cn_date_new_day (2021, 6, 1)) / CN_DATE_KEYS_PER_SECTION, ==, section);
  g_assert_cmpint (cn_date_get_sort_key (cn_date_new_time (1625097599)) / CN_DATE_KEYS_PER_SECTION, ==, section);
  g_assert_cmpint (cn_date_get_sort_key (cn_date_new_day (2021, 7, 1)) / CN_DATE_KEYS_PER_SECTION, ==, section + 1);
  g_assert_cmpint (cn_date_get_sort_key (cn_date_new_day (2021, 5, 31)) / CN_DATE_KEYS_PER_SECTION, ==, section - 1);
  g_assert_cmpint (cn_date_get_sort_key (CN_DATE_NONE), ==, 0);
}

static void
test_numbers_that_are_no_keys (void)
{
  static const gint64 numbers[] = { 0, -1, G_MININT64, G_MAXINT64, 1, 86400 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (cn_date_from_sort_key (numbers[i]).year, ==, 0);

  /* 31 February has room among the keys, and is none. */
  g_assert_cmpint (cn_date_from_sort_key (cn_date_get_sort_key (cn_date_new_month (2021, 2)) + 31 * 86400).year, ==, 0);
}

static void
test_adding_months (void)
{
  static const struct { const char *from; int months; const char *to; } rows[] = {
    { "2021-06-04", 0, "2021-06" }, { "2021-06-04", -1, "2021-05" }, { "2021-01-31", -1, "2020-12" },
    { "2021-01-31", 1, "2021-02" }, { "2021-12", 1, "2022-01" }, { "2021-06", -6, "2020-12" },
    { "2021-06", 1200, "2121-06" }, { "0001-01", -1, NULL }, { "9999-12", 1, NULL }, { "2021", 1, NULL },
    { "2021-06", G_MAXINT / 2, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = NULL;
      CnDate from;

      g_assert_true (cn_date_from_iso (rows[i].from, &from));
      found = cn_date_to_iso (cn_date_add_months (from, rows[i].months));
      g_assert_cmpstr (found, ==, rows[i].to);
    }

  g_assert_cmpint (cn_date_add_months (CN_DATE_NONE, 1).year, ==, 0);
}

static void
test_what_is_unknown_stays_unknown (void)
{
  g_assert_cmpint (cn_date_get_precision (CN_DATE_NONE), ==, CN_PRECISION_NONE);
  g_assert_null (cn_date_to_iso (CN_DATE_NONE));
  g_assert_cmpint (cn_date_get_weekday (CN_DATE_NONE), ==, 0);
  g_assert_cmpint (cn_date_get_weekday (cn_date_new_month (2021, 6)), ==, 0);
  g_assert_cmpint (cn_date_add_days (cn_date_new_month (2021, 6), 1).year, ==, 0);
  g_assert_cmpint (cn_date_add_days (CN_DATE_NONE, 1).year, ==, 0);
  g_assert_false (cn_date_equal (cn_date_new_year (2021), cn_date_new_month (2021, 1)));
  g_assert_true (cn_date_equal (CN_DATE_NONE, CN_DATE_NONE));
}

static void
test_text_that_is_no_iso_date (void)
{
  static const char *const texts[] = {
    "", "2", "202", "20211", "2021-", "2021-6", "2021-06-", "2021-06-4", "2021-06-044", "2021-06-04T", "2021-06-04T08",
    "2021-06-04T08:30Z", "2021-06-04T08:30:00", "2021-06-04T08:30:00z", "2021-06-04T08:30:00ZZ", "2021-06-04T24:00:00Z",
    "2021-06-04T08:60:00Z", "2021-06-04T08:30:60Z", "2021-13", "2021-00", "2021-06-31", "2021-02-29", "0000", "0000-01",
    " 2021", "2021 ", "+2021", "-021", "20-1-06", "2021/06/04", "yesterday",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CnDate date = cn_date_new_day (1999, 9, 9);

      g_assert_false (cn_date_from_iso (texts[i], &date));
    }
}

static void
test_names_of_precisions (void)
{
  g_assert_null (cn_precision_to_string (CN_PRECISION_NONE));
  g_assert_cmpstr (cn_precision_to_string (CN_PRECISION_YEAR), ==, "year");
  g_assert_cmpstr (cn_precision_to_string (CN_PRECISION_MONTH), ==, "month");
  g_assert_cmpstr (cn_precision_to_string (CN_PRECISION_DAY), ==, "day");
  g_assert_cmpstr (cn_precision_to_string (CN_PRECISION_TIME), ==, "time");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit/date/every-day-of-800-years-is-that-of-glib", test_every_day_against_glib);
  g_test_add_func ("/unit/date/every-day-returns-from-its-key-and-its-text", test_every_day_returns_from_its_key_and_its_text);
  g_test_add_func ("/unit/date/every-month-and-year-returns", test_every_month_and_year_returns);
  g_test_add_func ("/unit/date/valid-days-are-those-of-glib", test_valid_days);
  g_test_add_func ("/unit/date/out-of-range-is-no-date", test_out_of_range_is_no_date);
  g_test_add_func ("/unit/date/instants", test_instants);
  g_test_add_func ("/unit/date/a-day-and-its-first-second-share-a-key-and-are-not-equal",
                   test_a_day_and_its_first_second_share_a_key_and_are_not_equal);
  g_test_add_func ("/unit/date/every-second-of-a-day-has-its-key", test_every_second_of_a_day_has_its_key);
  g_test_add_func ("/unit/date/sections-of-keys-are-months", test_sections_of_keys_are_months);
  g_test_add_func ("/unit/date/numbers-that-are-no-keys", test_numbers_that_are_no_keys);
  g_test_add_func ("/unit/date/adding-months", test_adding_months);
  g_test_add_func ("/unit/date/what-is-unknown-stays-unknown", test_what_is_unknown_stays_unknown);
  g_test_add_func ("/unit/date/text-that-is-no-iso-date", test_text_that_is_no_iso_date);
  g_test_add_func ("/unit/date/names-of-precisions", test_names_of_precisions);

  return g_test_run ();
}
