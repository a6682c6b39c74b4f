/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar date that knows how much of itself is known.
 *
 * Pure values: no clock, no locale, no time zone but UTC. The sort key is what the timeline is ordered by, in
 * memory and in the store's index: year, month, day and second as one number, in which an unknown part counts as
 * zero. A date of month precision thus sorts just below the days of its month, one of year precision just below
 * the months of its year, and "no date" is 0, below everything. */

#include "config.h"

#include "cn-date.h"

#include <string.h>

/* Month 0 and day 0 stand for "unknown", hence 13 and 32. */
#define MONTHS_PER_YEAR_KEY 13
#define SECONDS_PER_DAY     86400

static const guint8 days_in_month[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days since 1970-01-01; the era arithmetic makes every year start in March, so that the leap day is the last of its
 * year. */
static gint64
days_from_civil (int year,
                 int month,
                 int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static CnDate
civil_from_days (gint64 days)
{
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted_month = (5 * day_of_year + 2) / 153;
  int day = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1);
  int month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  int year = (int) (year_of_era + era * 400 + (month <= 2 ? 1 : 0));

  if (year < 1 || year > 9999)
    return CN_DATE_NONE;

  return (CnDate) { (gint16) year, (guint8) month, (guint8) day, -1 };
}

/**
 * cn_date_is_valid_day:
 *
 * Returns: whether the Gregorian calendar has that day, in the years 1 to 9999
 */
gboolean
cn_date_is_valid_day (int year,
                      int month,
                      int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return FALSE;

  return day <= days_in_month[month - 1] + (month == 2 && is_leap (year) ? 1 : 0);
}

/**
 * cn_date_new_year:
 *
 * Returns: a date of year precision, or %CN_DATE_NONE when there is no such year
 */
CnDate
cn_date_new_year (int year)
{
  if (year < 1 || year > 9999)
    return CN_DATE_NONE;

  return (CnDate) { (gint16) year, 0, 0, -1 };
}

/**
 * cn_date_new_month:
 *
 * Returns: a date of month precision, or %CN_DATE_NONE when there is no such month
 */
CnDate
cn_date_new_month (int year,
                   int month)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return CN_DATE_NONE;

  return (CnDate) { (gint16) year, (guint8) month, 0, -1 };
}

/**
 * cn_date_new_day:
 *
 * Returns: a date of day precision, or %CN_DATE_NONE when the calendar has no such day
 */
CnDate
cn_date_new_day (int year,
                 int month,
                 int day)
{
  if (!cn_date_is_valid_day (year, month, day))
    return CN_DATE_NONE;

  return (CnDate) { (gint16) year, (guint8) month, (guint8) day, -1 };
}

/**
 * cn_date_new_time:
 * @unix_seconds: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: an instant, or %CN_DATE_NONE when it lies outside the years 1 to 9999
 */
CnDate
cn_date_new_time (gint64 unix_seconds)
{
  gint64 days = unix_seconds / SECONDS_PER_DAY;
  gint64 rest = unix_seconds % SECONDS_PER_DAY;
  CnDate date;

  if (rest < 0)
    {
      days -= 1;
      rest += SECONDS_PER_DAY;
    }

  /* Outside this range the arithmetic of the calendar would have to reckon with overflow; no document is that old. */
  if (days < -800000 || days > 3000000)
    return CN_DATE_NONE;

  date = civil_from_days (days);
  if (date.year != 0)
    date.seconds = (gint32) rest;

  return date;
}

/**
 * cn_date_get_precision:
 *
 * Returns: how much of the date is known
 */
CnPrecision
cn_date_get_precision (CnDate date)
{
  if (date.year == 0)
    return CN_PRECISION_NONE;
  if (date.month == 0)
    return CN_PRECISION_YEAR;
  if (date.day == 0)
    return CN_PRECISION_MONTH;
  if (date.seconds < 0)
    return CN_PRECISION_DAY;
  return CN_PRECISION_TIME;
}

/**
 * cn_date_equal:
 *
 * Returns: whether both say the same with the same precision; an unknown part equals only an unknown one
 */
gboolean
cn_date_equal (CnDate a,
               CnDate b)
{
  return cn_date_get_sort_key (a) == cn_date_get_sort_key (b) &&
         cn_date_get_precision (a) == cn_date_get_precision (b);
}

/**
 * cn_date_get_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday, or 0 when the day is unknown
 */
int
cn_date_get_weekday (CnDate date)
{
  gint64 days;

  if (cn_date_get_precision (date) < CN_PRECISION_DAY)
    return 0;

  /* 1970-01-01 was a Thursday. */
  days = days_from_civil (date.year, date.month, date.day);
  return (int) (((days % 7) + 7 + 3) % 7) + 1;
}

/**
 * cn_date_add_days:
 *
 * Returns: the day @days later (earlier when negative) in day precision, or %CN_DATE_NONE when @date has no day
 */
CnDate
cn_date_add_days (CnDate date,
                  int    days)
{
  if (cn_date_get_precision (date) < CN_PRECISION_DAY)
    return CN_DATE_NONE;

  return civil_from_days (days_from_civil (date.year, date.month, date.day) + days);
}

/**
 * cn_date_add_months:
 *
 * Returns: the month @months later (earlier when negative) in month precision, or %CN_DATE_NONE when @date has no month
 */
CnDate
cn_date_add_months (CnDate date,
                    int    months)
{
  int total;

  if (cn_date_get_precision (date) < CN_PRECISION_MONTH || ABS (months) > 9999 * 12)
    return CN_DATE_NONE;

  total = date.year * 12 + date.month - 1 + months;
  if (total < 12)
    return CN_DATE_NONE;
  return cn_date_new_month (total / 12, total % 12 + 1);
}

/**
 * cn_date_get_sort_key:
 *
 * Returns: a number that orders dates, newest greatest, with "no date" as 0. A date with a day and the first second of
 *   that day share a key: the precision is kept beside the key wherever it is stored.
 */
gint64
cn_date_get_sort_key (CnDate date)
{
  gint64 key;

  if (date.year == 0)
    return 0;

  key = ((gint64) date.year * MONTHS_PER_YEAR_KEY + date.month) * CN_DATE_KEYS_PER_SECTION;
  key += (gint64) date.day * SECONDS_PER_DAY;
  if (date.seconds > 0)
    key += date.seconds;
  return key;
}

/**
 * cn_date_from_sort_key:
 *
 * Returns: the date of a key, in day precision where the key falls on midnight; %CN_DATE_NONE for 0 and for a
 *   number that is no key
 */
CnDate
cn_date_from_sort_key (gint64 key)
{
  gint64 section = key / CN_DATE_KEYS_PER_SECTION;
  gint64 in_section = key % CN_DATE_KEYS_PER_SECTION;
  int year = (int) (section / MONTHS_PER_YEAR_KEY);
  int month = (int) (section % MONTHS_PER_YEAR_KEY);
  int day = (int) (in_section / SECONDS_PER_DAY);
  gint32 seconds = (gint32) (in_section % SECONDS_PER_DAY);
  CnDate date;

  if (key <= 0 || section / MONTHS_PER_YEAR_KEY > 9999)
    return CN_DATE_NONE;
  if (month == 0)
    return cn_date_new_year (year);
  if (day == 0)
    return cn_date_new_month (year, month);

  date = cn_date_new_day (year, month, day);
  if (date.year != 0 && seconds > 0)
    date.seconds = seconds;
  return date;
}

/**
 * cn_date_to_iso:
 *
 * Returns: (transfer full) (nullable): ISO 8601 in the date's own precision (`2021`, `2021-06`, `2021-06-04`,
 *   `2021-06-04T08:30:00Z`), %NULL for no date
 */
char *
cn_date_to_iso (CnDate date)
{
  switch (cn_date_get_precision (date))
    {
    case CN_PRECISION_NONE:
      return NULL;
    case CN_PRECISION_YEAR:
      return g_strdup_printf ("%04d", date.year);
    case CN_PRECISION_MONTH:
      return g_strdup_printf ("%04d-%02d", date.year, date.month);
    case CN_PRECISION_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
    case CN_PRECISION_TIME:
      return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day,
                              date.seconds / 3600, date.seconds / 60 % 60, date.seconds % 60);
    }

  g_assert_not_reached ();
}

static gboolean
take_digits (const char **cursor,
             int          count,
             int         *value)
{
  *value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      *value = *value * 10 + ((*cursor)[i] - '0');
    }

  *cursor += count;
  return TRUE;
}

/**
 * cn_date_from_iso:
 * @text: exactly what cn_date_to_iso() writes, nothing before or after it
 * @date: (out): set on success
 *
 * The inverse of cn_date_to_iso(), for what the project itself wrote and for command-line arguments. Documents
 * have many more forms: those are read by `read/cn-date-reader`.
 */
gboolean
cn_date_from_iso (const char *text,
                  CnDate     *date)
{
  const char *cursor = text;
  int year, month, day, hour, minute, second;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!take_digits (&cursor, 4, &year))
    return FALSE;
  *date = cn_date_new_year (year);
  if (*cursor == '\0')
    return date->year != 0;

  if (*cursor++ != '-' || !take_digits (&cursor, 2, &month))
    return FALSE;
  *date = cn_date_new_month (year, month);
  if (*cursor == '\0')
    return date->year != 0;

  if (*cursor++ != '-' || !take_digits (&cursor, 2, &day))
    return FALSE;
  *date = cn_date_new_day (year, month, day);
  if (*cursor == '\0' || date->year == 0)
    return date->year != 0;

  if (*cursor++ != 'T' || !take_digits (&cursor, 2, &hour) ||
      *cursor++ != ':' || !take_digits (&cursor, 2, &minute) ||
      *cursor++ != ':' || !take_digits (&cursor, 2, &second) ||
      strcmp (cursor, "Z") != 0 ||
      hour > 23 || minute > 59 || second > 59)
    return FALSE;

  date->seconds = hour * 3600 + minute * 60 + second;
  return TRUE;
}

/**
 * cn_precision_to_string:
 *
 * Returns: (nullable): `year`, `month`, `day` or `time`; %NULL for no date
 */
const char *
cn_precision_to_string (CnPrecision precision)
{
  switch (precision)
    {
    case CN_PRECISION_NONE:
      return NULL;
    case CN_PRECISION_YEAR:
      return "year";
    case CN_PRECISION_MONTH:
      return "month";
    case CN_PRECISION_DAY:
      return "day";
    case CN_PRECISION_TIME:
      return "time";
    }

  g_assert_not_reached ();
}
