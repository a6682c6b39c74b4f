/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns dates into words of the user's language. What is not known is not shown: a month stays a
 * month, and no date is "Undated". Instants are shown by their day in UTC, the one by which the
 * timeline sorts and groups them, so that an article never stands under another month than the one
 * it prints. Any thread. */

#include "config.h"

#include "cn-date-format.h"

#include <glib/gi18n.h>

static char *
format (CnDate      date,
        const char *pattern)
{
  int seconds = MAX (date.seconds, 0);
  g_autoptr (GDateTime) moment = g_date_time_new_utc (date.year, MAX (date.month, 1), MAX (date.day, 1),
                                                      seconds / 3600, seconds / 60 % 60, seconds % 60);

  g_assert (moment != NULL);

  return g_date_time_format (moment, pattern);
}

char *
cn_date_format_short (CnDate date)
{
  switch (cn_date_get_precision (date))
    {
    case CN_PRECISION_YEAR:
      return format (date, "%Y");

    case CN_PRECISION_MONTH:
      /* Translators: a month in a timeline row, "Jun 2021"; see GLib's g_date_time_format() */
      return format (date, C_("short month", "%b %Y"));

    case CN_PRECISION_DAY:
    case CN_PRECISION_TIME:
      /* Translators: a day in a timeline row, "4 Jun 2021"; see GLib's g_date_time_format() */
      return format (date, C_("short day", "%-d %b %Y"));

    case CN_PRECISION_NONE:
      break;
    }

  /* Translators: in place of a date, in a timeline row */
  return g_strdup (_("undated"));
}

char *
cn_date_format_long (CnDate date)
{
  switch (cn_date_get_precision (date))
    {
    case CN_PRECISION_YEAR:
      return format (date, "%Y");

    case CN_PRECISION_MONTH:
      return cn_date_format_section (date);

    case CN_PRECISION_DAY:
    case CN_PRECISION_TIME:
      /* Translators: a day, "4 June 2021"; see GLib's g_date_time_format() */
      return format (date, C_("long day", "%-d %B %Y"));

    case CN_PRECISION_NONE:
      break;
    }

  /* Translators: in place of a date, on the article's page */
  return g_strdup (_("Undated"));
}

/* In UTC, as the month above its row and every export have it: a zone of the reader's own could be another day. */
char *
cn_date_format_exact (CnDate date)
{
  if (cn_date_get_precision (date) != CN_PRECISION_TIME)
    return cn_date_format_long (date);

  /* Translators: a day and a time, "4 June 2021, 08:30 UTC"; see GLib's g_date_time_format() */
  return format (date, C_("long time", "%-d %B %Y, %H:%M UTC"));
}

char *
cn_date_format_section (CnDate date)
{
  if (date.year == 0)
    /* Translators: heading above the articles that have no date */
    return g_strdup (C_("section", "Undated"));

  if (date.month == 0)
    return format (date, "%Y");

  /* Translators: a month standing alone, "June 2021"; see GLib's g_date_time_format() */
  return format (date, C_("month heading", "%OB %Y"));
}

char *
cn_date_format_instant (gint64 unix_seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (unix_seconds);

  if (moment == NULL)
    return g_strdup (_("Undated"));

  /* Translators: when an article was fetched, "4 June 2021"; see GLib's g_date_time_format() */
  return g_date_time_format (moment, C_("fetched day", "%-d %B %Y"));
}
