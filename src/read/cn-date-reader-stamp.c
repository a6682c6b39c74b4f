/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as machines write them into meta elements, feeds and JSON-LD, and as they get them wrong.
 *
 * Three families: ISO 8601 in digits; RFC 822 and its relatives (RFC 850, asctime, JavaScript's Date) with an
 * English month; and, where a template put a date for people into a field for machines, a line in words. Pure. */

#include "config.h"

#include "cn-date-reader.h"

#include "cn-date-reader-grammar.h"

#include <string.h>

#define MAX_STAMP 100

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
} Cursor;

static gboolean
at_end (const Cursor *cursor)
{
  return cursor->at >= cursor->length;
}

static char
peek (const Cursor *cursor)
{
  return at_end (cursor) ? '\0' : cursor->text[cursor->at];
}

static gsize
count_digits (const Cursor *cursor)
{
  gsize n = 0;

  while (cursor->at + n < cursor->length && g_ascii_isdigit (cursor->text[cursor->at + n]))
    n++;

  return n;
}

static int
take_number (Cursor *cursor,
             gsize   n_digits)
{
  int value = 0;

  for (gsize i = 0; i < n_digits; i++)
    value = value * 10 + (cursor->text[cursor->at++] - '0');

  return value;
}

static gboolean
take_char (Cursor     *cursor,
           const char *one_of)
{
  if (at_end (cursor) || strchr (one_of, peek (cursor)) == NULL)
    return FALSE;

  cursor->at++;
  return TRUE;
}

static void
skip (Cursor     *cursor,
      const char *any_of)
{
  while (take_char (cursor, any_of))
    ;
}

/* What may stand behind a zone: "(CEST)", "[Europe/Berlin]". */
static gboolean
skip_comment (Cursor *cursor)
{
  skip (cursor, " \t");
  if (peek (cursor) == '(' || peek (cursor) == '[')
    cursor->at = cursor->length;

  return at_end (cursor);
}

/* The instant of a local time, or the local day when the zone is unknown. */
static CnDate
make_date (CnDate   day,
           int      seconds,
           gboolean has_zone,
           int      offset)
{
  int utc = seconds - offset;
  CnDate date;

  if (day.year == 0 || !has_zone)
    return day;

  date = cn_date_add_days (day, utc < 0 ? -1 : utc / 86400);
  if (date.year != 0)
    date.seconds = (utc + 86400) % 86400;

  return date;
}

/* Reads time and zone behind a day; FALSE when something else stands there. */
static gboolean
take_time (Cursor *cursor,
           CnDate  day,
           CnDate *date)
{
  int seconds, offset = 0;
  gsize n;
  gboolean has_zone;

  *date = day;
  skip (cursor, " \t,");
  if (at_end (cursor))
    return TRUE;

  n = cn_date_time_scan (cursor->text + cursor->at, cursor->length - cursor->at, &seconds);
  if (n == 0)
    return FALSE;
  cursor->at += n;

  n = cn_date_zone_scan (cursor->text + cursor->at, cursor->length - cursor->at, &offset);
  has_zone = n > 0;
  cursor->at += n;
  *date = make_date (day, seconds, has_zone, offset);

  /* A zone that nobody knows leaves the day as it was written. */
  if (!has_zone)
    {
      skip (cursor, " \t");
      while (!at_end (cursor) && (g_ascii_isalpha (peek (cursor)) || peek (cursor) == '/' || peek (cursor) == '_'))
        cursor->at++;
    }

  return skip_comment (cursor);
}

/* "2021-W22-5": a week with its day is a day. */
static gboolean
take_week_date (Cursor *cursor,
                int     year,
                CnDate *day)
{
  CnDate fourth = cn_date_new_day (year, 1, 4);
  int week, weekday;

  if (!take_char (cursor, "Ww") || count_digits (cursor) != 2)
    return FALSE;
  week = take_number (cursor, 2);
  if (!take_char (cursor, "-") || count_digits (cursor) != 1)
    return FALSE;
  weekday = take_number (cursor, 1);
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7)
    return FALSE;

  /* The week of 4 January is the year's first. */
  *day = cn_date_add_days (fourth, (week - 1) * 7 + weekday - cn_date_get_weekday (fourth));
  return week < 53 || cn_date_add_days (*day, 4 - weekday).year == year;
}

/* The day behind "2021-": "06-04", "06", "155", "W22-5". */
static gboolean
take_rest_of_day (Cursor *cursor,
                  int     year,
                  CnDate *day)
{
  const char separator[] = { cursor->text[cursor->at - 1], '\0' };
  gsize n = count_digits (cursor);
  int month, number;

  if (n == 0)
    return separator[0] == '-' && take_week_date (cursor, year, day);
  if (n == 3 && separator[0] == '-')
    {
      number = take_number (cursor, 3);
      *day = cn_date_add_days (cn_date_new_day (year, 1, 1), number - 1);
      return number >= 1 && day->year == year;
    }
  if (n > 2)
    return FALSE;

  month = take_number (cursor, n);
  if (!take_char (cursor, separator))
    {
      *day = cn_date_new_month (year, month);
      return n == 2 && at_end (cursor);
    }

  n = count_digits (cursor);
  if (n == 0 || n > 2)
    return FALSE;
  *day = cn_date_new_day (year, month, take_number (cursor, n));
  return TRUE;
}

static gboolean
parse_iso (Cursor  cursor,
           CnDate *date)
{
  gsize n = count_digits (&cursor);
  CnDate day;
  int year;

  if (n != 4 && n != 8 && n != 14)
    return FALSE;

  year = take_number (&cursor, 4);
  if (n > 4)
    {
      int month = take_number (&cursor, 2);

      day = cn_date_new_day (year, month, take_number (&cursor, 2));
      if (n == 14)
        return day.year != 0 && take_time (&cursor, day, date);
    }
  else if (at_end (&cursor))
    {
      day = cn_date_new_year (year);
    }
  else if (!take_char (&cursor, "-/.") || !take_rest_of_day (&cursor, year, &day))
    {
      return FALSE;
    }

  if (day.year == 0)
    return FALSE;
  *date = day;
  if (at_end (&cursor))
    return TRUE;

  return cn_date_get_precision (day) == CN_PRECISION_DAY && take_char (&cursor, "Tt \t,") &&
         take_time (&cursor, day, date);
}

/* One of the words of RFC 822: its month (1 to 12), or 0 for a weekday, or -1. */
static int
take_word (Cursor *cursor)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  gsize start = cursor->at;

  while (g_ascii_isalpha (peek (cursor)))
    cursor->at++;
  if (cursor->at - start < 3)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (g_ascii_strncasecmp (cursor->text + start, months[i], 3) == 0)
        return (int) i + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      if (g_ascii_strncasecmp (cursor->text + start, weekdays[i], 3) == 0)
        return 0;
    }

  return -1;
}

typedef struct
{
  int      day;
  int      month;
  int      year;
  gboolean has_time;
  gboolean has_zone;
  int      seconds;
  int      offset;
} Fields;

static gboolean
take_field_number (Cursor *cursor,
                   Fields *fields)
{
  gsize n = count_digits (cursor);
  int value;

  if (n > 4)
    return FALSE;
  value = take_number (cursor, n);

  if (n <= 2 && fields->day == 0)
    fields->day = value;
  else if (fields->year == 0 && n == 2)
    fields->year = (int) cn_date_widen_year ((guint) value);
  else if (fields->year == 0 && n == 4)
    fields->year = value;
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_field (Cursor *cursor,
            Fields *fields)
{
  if (!fields->has_time && g_ascii_isdigit (peek (cursor)))
    {
      const char *colon = memchr (cursor->text + cursor->at, ':', MIN (3, cursor->length - cursor->at));
      gsize n = colon == NULL ? 0
                              : cn_date_time_scan (cursor->text + cursor->at, cursor->length - cursor->at,
                                                   &fields->seconds);

      if (n > 0)
        {
          cursor->at += n;
          fields->has_time = TRUE;
          return TRUE;
        }
    }

  if (fields->has_time && !fields->has_zone)
    {
      gsize n = cn_date_zone_scan (cursor->text + cursor->at, cursor->length - cursor->at, &fields->offset);

      if (n > 0)
        {
          cursor->at += n;
          fields->has_zone = TRUE;
          return TRUE;
        }
    }

  if (g_ascii_isdigit (peek (cursor)))
    return take_field_number (cursor, fields);

  if (g_ascii_isalpha (peek (cursor)))
    {
      int month = take_word (cursor);

      if (month > 0 && fields->month != 0)
        return FALSE;
      if (month > 0)
        fields->month = month;
      /* An unknown word behind the time is an unknown zone. */
      return month >= 0 || (fields->has_time && fields->year != 0);
    }

  return FALSE;
}

/* "Fri, 04 Jun 2021 08:30:00 +0200", "Friday, 04-Jun-21 08:30:00 GMT", "Fri Jun  4 08:30:00 2021" and what is in between. */
static gboolean
parse_rfc (Cursor  cursor,
           CnDate *date)
{
  Fields fields = { 0 };
  CnDate day;

  while (!skip_comment (&cursor))
    {
      skip (&cursor, " \t,.");
      if (!fields.has_time)
        skip (&cursor, "-");
      if (at_end (&cursor))
        break;
      if (!take_field (&cursor, &fields))
        return FALSE;
    }

  day = cn_date_new_day (fields.year, fields.month, fields.day);
  if (day.year == 0)
    return FALSE;

  *date = fields.has_time ? make_date (day, fields.seconds, fields.has_zone, fields.offset) : day;
  return TRUE;
}

static gboolean
parse_words (Cursor  cursor,
             CnDate *date)
{
  CnDateMatch match;
  gboolean known;

  if (!cn_date_reader_parse_line (cursor.text, cursor.length, NULL, &match))
    return FALSE;

  known = !match.ambiguous && cn_date_equal (match.date, match.last);
  *date = match.date;
  cn_date_match_clear (&match);
  return known;
}

/* The zero of a computer's calendar is what an empty field becomes on its way through programs. */
static gboolean
is_zero (CnDate date)
{
  return date.year < 1000 || cn_date_equal (date, cn_date_new_time (0));
}

/**
 * cn_date_reader_parse_stamp:
 * @text: what a document gives as a date for machines
 * @date: (out): set on success
 *
 * Takes ISO 8601 in all lengths (`2021`, `2021-06`, `2021-06-04`, `20210604`, `2021-06-04T08:30:00.5+02:00`,
 * `2021-W22-5`, `2021-155`), RFC 822 and its misspellings, asctime, and a date in words. The result is an instant
 * only when the zone is known; a time without a zone (or in one whose letters mean several) gives the day as it is
 * written there. Day and month in an order that nothing decides, the zero of a calendar (`0000-00-00`,
 * `0001-01-01`, `1970-01-01T00:00:00Z`), a bare number of seconds and a week without a day are no dates.
 *
 * Any thread.
 */
gboolean
cn_date_reader_parse_stamp (const char *text,
                            CnDate     *date)
{
  Cursor cursor = { text };
  CnDate found = CN_DATE_NONE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  cursor.length = strnlen (text, MAX_STAMP + 1);
  if (cursor.length > MAX_STAMP)
    return FALSE;

  while (cursor.length > 0 && g_ascii_isspace (text[cursor.length - 1]))
    cursor.length--;
  while (cursor.length > 0 && g_ascii_isspace (*cursor.text))
    {
      cursor.text++;
      cursor.length--;
    }

  if ((!parse_iso (cursor, &found) && !parse_rfc (cursor, &found) && !parse_words (cursor, &found)) || is_zero (found))
    return FALSE;

  *date = found;
  return TRUE;
}
