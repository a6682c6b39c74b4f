/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times of day and time zones, byte by byte.
 *
 * Pure. A zone is known by its offset or by a name that means one offset only: the three letters of which several
 * zones make use (IST, of India, Israel and Ireland) are not taken, because an instant that may be hours off is
 * worse than a day. */

#include "config.h"

#include "cn-date-reader-grammar.h"

#include <string.h>

static const struct
{
  const char *name;
  int         minutes;
} zones[] = {
  { "utc", 0 }, { "gmt", 0 }, { "ut", 0 }, { "z", 0 },
  { "wet", 0 }, { "west", 60 }, { "bst", 60 }, { "cet", 60 }, { "cest", 120 }, { "mez", 60 }, { "mesz", 120 },
  { "eet", 120 }, { "eest", 180 }, { "msk", 180 }, { "trt", 180 },
  { "est", -300 }, { "edt", -240 }, { "cst", -360 }, { "cdt", -300 }, { "mst", -420 }, { "mdt", -360 },
  { "pst", -480 }, { "pdt", -420 }, { "jst", 540 }, { "aest", 600 }, { "aedt", 660 }, { "nzst", 720 }, { "nzdt", 780 },
};

static gboolean
two_digits (const char *text,
            gsize       length,
            gsize       at,
            int        *value)
{
  if (at + 2 > length || !g_ascii_isdigit (text[at]) || !g_ascii_isdigit (text[at + 1]))
    return FALSE;

  *value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return TRUE;
}

static gsize
skip_blanks (const char *text,
             gsize       length,
             gsize       at)
{
  while (at < length && (text[at] == ' ' || text[at] == '\t'))
    at++;

  return at;
}

/* "am", "PM", "p.m." behind a time of twelve hours. */
static gsize
scan_half (const char *text,
           gsize       length,
           int        *hour)
{
  gsize at = skip_blanks (text, length, 0);
  char half;

  if (at >= length || *hour > 12 || *hour == 0)
    return 0;

  half = g_ascii_tolower (text[at]);
  if (half != 'a' && half != 'p')
    return 0;
  at++;
  if (at < length && text[at] == '.')
    at++;
  if (at >= length || g_ascii_tolower (text[at]) != 'm')
    return 0;
  at++;
  if (at < length && text[at] == '.')
    at++;
  if (at < length && g_ascii_isalnum (text[at]))
    return 0;

  *hour = *hour % 12 + (half == 'p' ? 12 : 0);
  return at;
}

/**
 * cn_date_time_scan:
 * @text: where a time of day may begin
 * @length: its bytes
 * @seconds: (out): since midnight; 86400 for 24:00
 *
 * Takes `08:30`, `8:30`, `08:30:15`, `08:30:15.123`, `08:30:15,5`, `0830`, `083015`, with `am` or `pm` behind.
 *
 * Returns: bytes taken, 0 when there is no time
 */
gsize
cn_date_time_scan (const char *text,
                   gsize       length,
                   int        *seconds)
{
  int hour = 0, minute = 0, second = 0;
  gboolean colons;
  gsize at;

  if (two_digits (text, length, 0, &hour))
    at = 2;
  else if (length > 1 && g_ascii_isdigit (text[0]) && text[1] == ':')
    {
      hour = text[0] - '0';
      at = 1;
    }
  else
    return 0;

  colons = at < length && text[at] == ':';
  if (!two_digits (text, length, at + (colons ? 1 : 0), &minute))
    return 0;
  at += colons ? 3 : 2;

  if ((!colons || (at < length && text[at] == ':')) && two_digits (text, length, at + (colons ? 1 : 0), &second))
    {
      at += colons ? 3 : 2;
      if (at + 1 < length && (text[at] == '.' || text[at] == ',') && g_ascii_isdigit (text[at + 1]))
        {
          for (at++; at < length && g_ascii_isdigit (text[at]); )
            at++;
        }
    }

  if (at < length && g_ascii_isdigit (text[at]))
    return 0;
  at += scan_half (text + at, length - at, &hour);

  /* 23:59:60 is a leap second; it and 24:00 belong to the next day. */
  if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute > 0 || second > 0)))
    return 0;

  *seconds = hour * 3600 + minute * 60 + second;
  return at;
}

static gsize
scan_offset (const char *text,
             gsize       length,
             int        *offset)
{
  int hours, minutes = 0;
  gsize at = 1;
  /* U+2212 is what a typographer makes of "-0500". */
  gboolean minus = length >= 3 && memcmp (text, "\342\210\222", 3) == 0;

  if (minus)
    at = 3;
  else if (length == 0 || (text[0] != '+' && text[0] != '-'))
    return 0;
  else
    minus = text[0] == '-';

  if (two_digits (text, length, at, &hours))
    at += 2;
  else if (at < length && g_ascii_isdigit (text[at]))
    hours = text[at++] - '0';
  else
    return 0;

  if (at < length && text[at] == ':' && two_digits (text, length, at + 1, &minutes))
    at += 3;
  else if (two_digits (text, length, at, &minutes))
    at += 2;

  if (hours > 14 || minutes > 59 || (at < length && g_ascii_isdigit (text[at])))
    return 0;

  *offset = (hours * 60 + minutes) * 60 * (minus ? -1 : 1);
  return at;
}

/**
 * cn_date_zone_scan:
 * @text: what follows a time of day
 * @length: its bytes
 * @offset: (out): seconds east of UTC
 *
 * Takes `Z`, `+02:00`, `+0200`, `+2`, `UTC`, `CEST`, `GMT+2`, each behind blanks.
 *
 * Returns: bytes taken, 0 when there is no zone that is known
 */
gsize
cn_date_zone_scan (const char *text,
                   gsize       length,
                   int        *offset)
{
  gsize at = skip_blanks (text, length, 0);
  gsize n_letters = 0;
  gsize n = scan_offset (text + at, length - at, offset);

  if (n > 0)
    return at + n;

  while (at + n_letters < length && g_ascii_isalpha (text[at + n_letters]))
    n_letters++;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      if (strlen (zones[i].name) != n_letters || g_ascii_strncasecmp (zones[i].name, text + at, n_letters) != 0)
        continue;
      if (at + n_letters < length && ((guchar) text[at + n_letters] >= 0x80 || text[at + n_letters] == '_'))
        continue;

      at += n_letters;
      *offset = zones[i].minutes * 60;
      if (zones[i].minutes == 0)
        {
          int further;

          n = scan_offset (text + at, length - at, &further);
          if (n > 0)
            *offset = further;
          at += n;
        }
      return at;
    }

  return 0;
}
