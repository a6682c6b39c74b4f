/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells a line that only says when a document was published from a sentence with a date in it.
 *
 * A date of publication stands alone, beside a label ("Published on"), a byline, a rubric or a place, and every word
 * of its line must be one of these; one word more and it is a sentence, whose date is an event's. Pure; knows one
 * line only, where it stands in the document is cn-front-matter's business. */

#include "config.h"

#include "cn-date-line.h"

#include "cn-byline.h"
#include "cn-date-reader.h"
#include "cn-headline.h"
#include "cn-scan.h"
#include "cn-words.h"

#include <string.h>

#define MAX_LINE_BYTES 240
#define MAX_DATELINE_BYTES 140

/* What the words between two dates, or around one, amount to. */
typedef struct
{
  gboolean accepted;
  gboolean published;
  gboolean updated;
  gboolean event;
} Remark;

static gboolean
is_separator (gunichar c)
{
  return c == '|' || c == 0x00b7 || c == 0x2022 || c == '/' || c == 0x2013 || c == 0x2014 || c == ',' || c == ';' ||
    c == ':' ||
         c == '(' || c == ')' || c == '[' || c == ']' || c == 0x203a || c == 0x00bb || c == '>' || c == '\n' ||
           c == '*' || c == '_' ||
         c == '\t' || c == 0x25cf || c == '#';
}

static gboolean
is_clock (const char *word)
{
  gsize n = 0;

  while (g_ascii_isdigit (word[n]))
    n++;
  if (n == 0 || n > 4)
    return FALSE;
  word += n;
  if (*word == ':' || *word == '.' || *word == 'h' || *word == 'u')
    word++;
  while (g_ascii_isdigit (*word) || *word == ':' || *word == '.')
    word++;
  if (*word == 'h' || *word == 'z')
    word++;
  return *word == '\0' || g_str_equal (word, "am") || g_str_equal (word, "pm") || g_str_equal (word, "uhr");
}

/* "at 14:30 CET", "5 min read", "0 comments" */
static gboolean
is_filler (const char *folded,
           guint      *n_clocks)
{
  g_auto (GStrv) words = NULL;

  if (cn_words_has_label (CN_LABEL_FILLER, folded))
    return TRUE;

  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (is_clock (words[i]))
        {
          *n_clocks += strpbrk (words[i], ":.hu") != NULL;
          continue;
        }
      if (g_str_equal (words[i], "-") || g_str_equal (words[i], "+") || *words[i] == '\0' ||
          cn_words_has_label (CN_LABEL_FILLER, words[i]))
        continue;
      return FALSE;
    }

  return TRUE;
}

/* "12:45h Actualizado a las 16:20h": the clock of the update is of the same day and says nothing new. */
static gboolean
is_update_of_the_day (const char *folded)
{
  for (const char *blank = folded; blank != NULL; blank = strchr (blank + 1, ' '))
    {
      g_autofree char *before = g_strndup (folded, (gsize) (blank - folded));
      const char *label = *blank == ' ' ? blank + 1 : blank;
      gsize length = cn_words_skip_label (CN_LABEL_UPDATED, label);
      guint n_before = 0;
      guint n_clocks = 0;

      if (length > 0 && label[length] == ' ' && is_filler (before, &n_before) &&
          is_filler (label + length + 1, &n_clocks) && n_clocks == 1)
        return TRUE;
    }

  return FALSE;
}

/* A place or a rubric: a few words that begin with a capital. */
static gboolean
is_short_name (const char *text,
               gsize       length,
               guint       max_words)
{
  guint n_words = 0;
  gboolean at_start = TRUE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00a0)
        {
          at_start = TRUE;
          continue;
        }
      if (at_start)
        {
          n_words++;
          if (n_words == 1 && !g_unichar_isupper (c) && g_unichar_islower (c))
            return FALSE;
        }
      if (c == '!' || c == '?' || c == 0x201c || c == '"')
        return FALSE;
      at_start = FALSE;
    }

  return n_words >= 1 && n_words <= max_words;
}

static gboolean
judge_byline (Remark     *remark,
              const char *segment,
              gsize       length,
              const char *folded,
              GPtrArray  *authors)
{
  gsize label = cn_words_skip_label (CN_LABEL_AUTHOR, folded);
  const char *stop;

  if (label == 0)
    return FALSE;

  /* "by N. N. in News", "by N. N. on" */
  stop = g_strstr_len (segment, (gssize) length, " in ");
  if (stop == NULL)
    stop = g_strstr_len (segment, (gssize) length, " on");
  cn_byline_parse (segment, stop != NULL ? (gsize) (stop - segment) : length, authors);
  /* "Posted by N. N. on" */
  remark->published = remark->published || (stop != NULL && cn_words_skip_label (CN_LABEL_PUBLISHED, folded) > 0);
  return strlen (folded) - label <= 60;
}

/* "Comunicato stampa n. 88 del", "Press release of": a rubric and the word that joins the day to it. */
static gboolean
is_rubric (const char *folded)
{
  static const char *const joints[] = {
    " del", " della", " vom", " du", " de", " do", " van", " of", " on", " le", " den", " am", " dated", " από", " της",
  };
  gsize length = strlen (folded);

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_suffix (folded, joints[i]))
      {
        length -= strlen (joints[i]);
        break;
      }
  return cn_headline_is_kicker (folded, length);
}

static void
judge_segment (Remark     *remark,
               const char *segment,
               gsize       length,
               gboolean    closed,
               gboolean    place,
               guint      *n_clocks,
               GPtrArray  *authors)
{
  g_autofree char *folded = cn_words_fold (segment, length);

  if (*folded == '\0' || g_str_equal (folded, "-") || g_str_equal (folded, "–"))
    return;

  while (g_str_has_suffix (folded, " -"))
    folded[strlen (folded) - 2] = '\0';

  if (cn_words_has_label (CN_LABEL_UPDATED, folded))
    remark->updated = TRUE;
  else if (cn_words_has_label (CN_LABEL_PUBLISHED, folded))
    remark->published = TRUE;
  else if (cn_words_has_label (CN_LABEL_EVENT, folded))
    remark->event = TRUE;
  else if (is_rubric (folded) || is_update_of_the_day (folded) ||
           is_filler (folded, n_clocks) ||
           judge_byline (remark, segment, length, folded, authors))
    return;
  else if (closed && is_short_name (segment, length, 4))
    {
      if (!place)
        cn_byline_parse_names (segment, length, authors);
    }
  else
    remark->accepted = FALSE;
}

/* @closed_end: whether what follows is the end of the line; else it is a date, and a place must be set off from it. */
static Remark
judge (const char *text,
       gsize       length,
       gboolean    closed_end,
       guint      *n_clocks,
       GPtrArray  *authors)
{
  Remark remark = { .accepted = TRUE };
  const char *end = text + length;
  const char *segment = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gboolean dash = *p == '-' && p > text && p[-1] == ' ' && p + 1 < end && p[1] == ' ';
      gboolean clock = *p == ':' && p > text && g_ascii_isdigit (p[-1]);

      if ((!is_separator (g_utf8_get_char (p)) && !dash) || clock)
        continue;
      /* "Le Havre, le 1er juillet": a comma before a date sets off a place and not a person. */
      judge_segment (&remark, segment, (gsize) (p - segment), TRUE, *p == ',' && !closed_end, n_clocks, authors);
      segment = g_utf8_next_char (p);
    }

  judge_segment (&remark, segment, (gsize) (end - segment), closed_end, FALSE, n_clocks, authors);
  return remark;
}

static gboolean
is_day_of_its_own (const CnDateMatch *match)
{
  /* "05/04/2017" is a day whose month nobody knows; "2017" alone is none. */
  return !match->relative && !match->approximate && match->days == NULL && cn_date_equal (match->date, match->last) &&
         cn_date_get_precision (match->date) >= (match->ambiguous ? CN_PRECISION_YEAR : CN_PRECISION_MONTH);
}

/* "June 4th" beside a machine's date with its year: no range, so nothing says that it is an event's. */
static gboolean
is_yearless_day (const char        *text,
                 const CnDateMatch *match)
{
  const char *words = text + match->start;
  gssize length = (gssize) (match->end - match->start);

  return match->relative && match->days == NULL && memchr (words, '-', (gsize) length) == NULL &&
         g_strstr_len (words, length, "–") == NULL;
}

static void
take_match (CnDateLine        *line,
            const CnDateMatch *match,
            const Remark      *before)
{
  if (before->updated)
    {
      line->updated = match->date;
      if (line->kind == CN_DATE_LINE_NONE)
        {
          line->kind = CN_DATE_LINE_UPDATED;
          line->start = match->start;
          line->end = match->end;
        }
      return;
    }

  if (line->kind == CN_DATE_LINE_PUBLISHED || (line->kind == CN_DATE_LINE_PLAIN && !before->published))
    return;

  line->kind = before->published ? CN_DATE_LINE_PUBLISHED : CN_DATE_LINE_PLAIN;
  line->published = match->date;
  line->start = match->start;
  line->end = match->end;
}

static CnDateLine
judge_line (const char *text,
            gsize       length,
            GArray     *matches,
            GPtrArray  *authors)
{
  const CnDateLine none = { CN_DATE_LINE_NONE, CN_DATE_NONE, CN_DATE_NONE, 0, 0 };
  CnDateLine line = none;
  gboolean event = FALSE;
  guint n_clocks = 0;
  gsize at = 0;
  Remark rest;

  for (guint i = 0; i < matches->len; i++)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, i);
      Remark before;

      before = judge (text + at, match->start - at, FALSE, &n_clocks, authors);
      if (!before.accepted)
        return none;
      if (is_yearless_day (text, match))
        return none;
      event = event || before.event || !is_day_of_its_own (match);
      take_match (&line, match, &before);
      at = match->end;
    }

  rest = judge (text + at, length - at, TRUE, &n_clocks, authors);
  if (!rest.accepted)
    return none;
  if (event || rest.event || n_clocks > 1 + matches->len)
    line.kind = CN_DATE_LINE_EVENT;
  else if (n_clocks > 1 && line.kind == CN_DATE_LINE_PLAIN)
    line.kind = CN_DATE_LINE_EVENT;
  else if (rest.published && line.kind == CN_DATE_LINE_PLAIN)
    line.kind = CN_DATE_LINE_PUBLISHED;
  else if (rest.updated && line.kind == CN_DATE_LINE_PLAIN)
    {
      line.kind = CN_DATE_LINE_UPDATED;
      line.updated = line.published;
      line.published = CN_DATE_NONE;
    }

  return line;
}

/**
 * cn_date_line_parse:
 * @language: (nullable): the document's, which decides between two orders of day and month
 * @authors: (element-type utf8): gets the persons that the line names as its writers
 *
 * Returns: what the line says; its kind is %CN_DATE_LINE_NONE when it says anything else besides
 */
CnDateLine
cn_date_line_parse (const char *line,
                    gsize       length,
                    const char *language,
                    GPtrArray  *authors)
{
  CnDateLine result = { CN_DATE_LINE_NONE, CN_DATE_NONE, CN_DATE_NONE, 0, 0 };
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GArray) matches = NULL;

  g_return_val_if_fail (line != NULL, result);
  g_return_val_if_fail (authors != NULL, result);

  if (length == 0 || length > MAX_LINE_BYTES)
    return result;

  names = g_ptr_array_new_with_free_func (g_free);
  matches = cn_date_reader_find (line, length, language, CN_DATE_NONE);
  if (matches->len > 0 && matches->len <= 3)
    result = judge_line (line, length, matches, names);

  if (result.kind != CN_DATE_LINE_NONE && result.kind != CN_DATE_LINE_EVENT)
    while (names->len > 0)
      g_ptr_array_add (authors, g_ptr_array_steal_index (names, 0));
  return result;
}

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

  return is_short_name (place, kept, 6);
}

static CnDateLine
judge_dateline (const char *text,
                gsize       length,
                const char *language)
{
  CnDateLine result = { CN_DATE_LINE_NONE, CN_DATE_NONE, CN_DATE_NONE, 0, 0 };
  g_autoptr (GArray) matches = cn_date_reader_find (text, length, language, CN_DATE_NONE);

  if (matches->len == 1)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, 0);

      if (is_day_of_its_own (match) && cn_date_get_precision (match->date) >= CN_PRECISION_DAY &&
          strspn (text + match->end, " .,)(") >= length - match->end && is_dateline_place (text, match->start))
        result = (CnDateLine) { CN_DATE_LINE_PLAIN, match->date, CN_DATE_NONE, match->start, match->end };
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
  CnDateLine result = { CN_DATE_LINE_NONE, CN_DATE_NONE, CN_DATE_NONE, 0, 0 };
  const char *end;

  g_return_val_if_fail (paragraph != NULL, result);

  end = paragraph + MIN (length, MAX_DATELINE_BYTES);
  for (const char *stop = find_dateline_end (paragraph, end); stop != NULL && result.kind == CN_DATE_LINE_NONE;
       stop = find_dateline_end (stop + 1, end))
    result = judge_dateline (paragraph, (gsize) (stop - paragraph), language);

  return result;
}
