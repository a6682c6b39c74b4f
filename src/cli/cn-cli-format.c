/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that several commands take (formats, numbers of articles, days) and the way that their lists are
 * printed. */

#include "config.h"

#include "cn-cli-format.h"

#include <string.h>

#include "cn-cli.h"
#include "cn-cli-text.h"

/*
 * cn_format_parse:
 * @name: (nullable): what the user typed, %NULL for a table
 *
 * Returns: %FALSE when there is no such format
 */
gboolean
cn_format_parse (const char *name,
                 CnFormat   *format)
{
  static const char * const names[] = { "table", "json", "csv" };

  g_return_val_if_fail (format != NULL, FALSE);

  *format = CN_FORMAT_TABLE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || strcmp (names[i], name) == 0)
      {
        *format = (CnFormat) i;
        return TRUE;
      }

  return FALSE;
}

/*
 * cn_format_print_table:
 * @format: table or CSV
 */
void
cn_format_print_table (CnTable  *table,
                       CnFormat  format)
{
  g_autofree char *text = NULL;

  g_return_if_fail (table != NULL);

  text = format == CN_FORMAT_CSV ? cn_table_to_csv (table, TRUE) : cn_table_to_string (table, cn_terminal_get_width ());
  cn_cli_print ("%s", text);
}

/*
 * cn_format_parse_id:
 * @text: what the user typed
 *
 * Returns: %FALSE when it is no number that an article can have
 */
gboolean
cn_format_parse_id (const char *text,
                    gint64     *id)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

/*
 * cn_format_parse_ids:
 * @words: what the user typed
 * @wrong: (out): the first word that is no number
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers, %NULL when one is none
 */
GArray *
cn_format_parse_ids (GStrv        words,
                     const char **wrong)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (wrong != NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      if (!cn_format_parse_id (words[i], &id))
        {
          *wrong = words[i];
          return NULL;
        }
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

/*
 * cn_format_parse_day:
 * @text: a day, a month or a year as ISO 8601
 * @is_last: whether a month or a year stands for its last day instead of its first
 * @day: (out): a day
 *
 * Returns: %FALSE when it is no date
 */
gboolean
cn_format_parse_day (const char *text,
                     gboolean    is_last,
                     CnDate     *day)
{
  CnDate date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (!cn_date_from_iso (text, &date) || cn_date_get_precision (date) == CN_PRECISION_NONE)
    return FALSE;

  switch (cn_date_get_precision (date))
    {
    case CN_PRECISION_YEAR:
      *day = is_last ? cn_date_new_day (date.year, 12, 31) : cn_date_new_day (date.year, 1, 1);
      break;

    case CN_PRECISION_MONTH:
      *day = cn_date_new_day (date.year, date.month, 1);
      if (is_last)
        *day = cn_date_new_day (date.year, date.month, g_date_get_days_in_month (date.month, (GDateYear) date.year));
      break;

    case CN_PRECISION_NONE:
    case CN_PRECISION_DAY:
    case CN_PRECISION_TIME:
    default:
      *day = cn_date_new_day (date.year, date.month, date.day);
      break;
    }

  return TRUE;
}
