/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates with which running text says when it was written: "ISTANBUL, 4 June 2021 – …", "today, 4 June 2021".
 *
 * Pure; knows one paragraph only, like cn-date-line.c knows one line. */

#include "config.h"

#include "cn-date-line.h"

#include "cn-scan.h"
#include "cn-words.h"

#include <string.h>

#define MAX_DATELINE_BYTES 140

/* A date beside "today" stands in the first sentences. */
#define MAX_TODAY_BYTES 400

/* Where the date of a dateline may end: before a dash, a colon, a bar or a bracket. Returns: %NULL when there is no
 * more. */
static const char *
find_dateline_end (const char *from,
                   const char *end)
{
  static const char *const signs[] = { "–", "—", " - ", " -- ", ": ", " | ", "/ ", ") ", "). ", ".- " };

  for (const char *p = from; p < end; p++)
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      if (cn_scan_starts_with (p, end, signs[i]))
        return p;
  return NULL;
}

/* "BRUSSELS, ", "Brüssel, den ", "Paris, le ", "LONDON (AGENCY) – ", or nothing at all. */
static gboolean
is_dateline_place (const char *text,
                   gsize       length)
{
  g_autofree char *place = g_strndup (text, length);
  g_autofree char *folded = NULL;
  char *comma;
  gsize kept = length;

  while (kept > 0 && (strchr (" \t(,-|:", place[kept - 1]) != NULL || (guchar) place[kept - 1] >= 0x80))
    {
      if ((guchar) place[kept - 1] >= 0x80 && !cn_scan_ends_with (place, place + kept, "–") &&
          !cn_scan_ends_with (place, place + kept, "—") && !cn_scan_ends_with (place, place + kept, "\302\240"))
        break;
      kept -= (guchar) place[kept - 1] < 0x80 ? 1 : place[kept - 1] == (char) 0xa0 ? 2 : 3;
    }
  if (kept == 0)
    return TRUE;

  folded = cn_words_fold (place, kept);
  if (cn_words_has_label (CN_LABEL_PUBLISHED, folded) || cn_words_has_label (CN_LABEL_KICKER, folded))
    return TRUE;

  /* Without a sign between them only the article of the date may join place and date. */
  comma = strrchr (place, ',');
  if (strspn (place + kept, " \t") == length - kept)
    {
      g_autofree char *tail = NULL;

      if (comma == NULL)
        return FALSE;
      tail = cn_words_fold (comma + 1, (gsize) (place + kept - comma - 1));
      if (!cn_words_has_label (CN_LABEL_PUBLISHED, tail))
        return FALSE;
      kept = (gsize) (comma - place);
    }

  return cn_date_line_is_short_name (place, kept, 6);
}

static CnDateLine
judge_dateline (const char *text,
                gsize       length,
                const char *language)
{
  CnDateLine result = CN_DATE_LINE_INIT;
  g_autoptr (GArray) matches = cn_date_reader_find (text, length, language, CN_DATE_NONE);

  if (matches->len == 1)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, 0);

      if (cn_date_line_is_day_of_its_own (match) && cn_date_get_precision (match->date) >= CN_PRECISION_DAY &&
          strspn (text + match->end, " .,)(") >= length - match->end && is_dateline_place (text, match->start))
        result = (CnDateLine) { CN_DATE_LINE_PLAIN, match->date, CN_DATE_NONE, match->start, match->end, FALSE };
    }

  return result;
}

/**
 * cn_date_line_parse_dateline:
 * @paragraph: the beginning of a paragraph
 * @language: (nullable): the document's
 *
 * The place and day with which press releases begin: "Istanbul, 4 June 2021 – …". The reader of dates is given what
 * stands before the dash only, lest it take what follows for the end of a range.
 *
 * Returns: a plain date line with the day of the dateline, or none
 */
CnDateLine
cn_date_line_parse_dateline (const char *paragraph,
                             gsize       length,
                             const char *language)
{
  CnDateLine result = CN_DATE_LINE_INIT;
  const char *end;

  g_return_val_if_fail (paragraph != NULL, result);

  end = paragraph + MIN (length, MAX_DATELINE_BYTES);
  for (const char *stop = find_dateline_end (paragraph, end); stop != NULL && result.kind == CN_DATE_LINE_NONE;
       stop = find_dateline_end (stop + 1, end))
    result = judge_dateline (paragraph, (gsize) (stop - paragraph), language);

  return result;
}

/* Whether the words before a date end with "today": "At its meeting today, ". */
static gboolean
ends_with_today (const char *text,
                 gsize       length)
{
  g_autofree char *plain = g_strdelimit (g_strndup (text, length), ",(", ' ');
  g_autofree char *folded = cn_words_fold (plain, length);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);

  /* An article may stand between, and "today" may be two words. */
  for (guint n_between = 0; n_between < 2 && n_between < n; n_between++)
    {
      const char *last = words[n - 1 - n_between];
      g_autofree char *two = NULL;

      if (cn_words_has_label (CN_LABEL_TODAY, last))
        return TRUE;
      if (n_between + 2 <= n)
        two = g_strconcat (words[n - 2 - n_between], " ", last, NULL);
      if (two != NULL && cn_words_has_label (CN_LABEL_TODAY, two))
        return TRUE;
      if (!cn_words_has_label (CN_LABEL_PUBLISHED, last))
        return FALSE;
    }

  return FALSE;
}

/**
 * cn_date_line_parse_today:
 * @paragraph: running text
 * @language: (nullable): the document's
 *
 * Says when a text was written that dates its "today" itself: "At its meeting today, Friday 4 June 2021, the council …".
 *
 * Returns: a plain date line with that day, or none
 */
CnDateLine
cn_date_line_parse_today (const char *paragraph,
                          gsize       length,
                          const char *language)
{
  CnDateLine result = CN_DATE_LINE_INIT;
  g_autoptr (GArray) matches = NULL;
  const char *end;

  g_return_val_if_fail (paragraph != NULL, result);

  end = paragraph + MIN (length, MAX_TODAY_BYTES);
  while (end < paragraph + length && ((guchar) *end & 0xc0) == 0x80)
    end++;
  matches = cn_date_reader_find (paragraph, (gsize) (end - paragraph), language, CN_DATE_NONE);

  for (guint i = 0; i < matches->len && result.kind == CN_DATE_LINE_NONE; i++)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, i);

      if (cn_date_line_is_day_of_its_own (match) && !match->ambiguous &&
          cn_date_get_precision (match->date) >= CN_PRECISION_DAY && ends_with_today (paragraph, match->start))
        result = (CnDateLine) { CN_DATE_LINE_PLAIN, match->date, CN_DATE_NONE, match->start, match->end, FALSE };
    }

  return result;
}
