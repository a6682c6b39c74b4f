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
#include "cn-words.h"

#include <string.h>

#define MAX_LINE_BYTES 240


/* What the words between two dates, or around one, amount to. */
typedef struct
{
  gboolean accepted;
  gboolean published;
  gboolean updated;
  gboolean event;
  gboolean teaser;
  guint    n_tags;    /* "writing", "climate policy" between bars */
  guint    n_details; /* the reading time, the writer: what stands beside a date of publication only */
  gboolean section;   /* "in Stories" */
} Remark;

/* Where a segment of a remark stands. */
typedef struct
{
  gunichar before; /* the sign that it begins behind, 0 for none */
  gunichar behind; /* the sign that it ends at, 0 for none */
  gboolean joined; /* whether it stands directly behind a date */
  gboolean closed; /* whether it is set off from what follows */
  gboolean place;  /* whether what follows is a comma and a date */
} Setting;

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

/**
 * cn_date_line_is_short_name:
 *
 * Returns: whether the text may be a place or a rubric: a few words that begin with a capital
 */
gboolean
cn_date_line_is_short_name (const char *text,
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

/* "in News", "in Stories" */
static gboolean
is_section (Remark     *remark,
            const char *segment,
            gsize       length,
            const char *folded)
{
  static const char *const joints[] = { "in ", "en ", "dans ", "em ", "i ", "under ", "unter " };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (folded, joints[i]))
      {
        gsize n = strlen (joints[i]);

        while (length > 0 && g_ascii_isspace (*segment))
          {
            segment++;
            length--;
          }
        if (cn_headline_is_kicker (folded + n, strlen (folded + n)))
          return TRUE;
        if (length <= n || !cn_date_line_is_short_name (segment + n, length - n, 3))
          return FALSE;
        remark->section = TRUE;
        return TRUE;
      }

  return FALSE;
}

/* Tags are written small and stand between bars or dots. */
static gboolean
is_tag (const char *folded,
        Setting     setting)
{
  if (setting.before != '|' && setting.before != 0x00b7 && setting.before != 0x2022)
    return FALSE;
  if (!setting.closed || cn_words_count (folded) > 2)
    return FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)) && *p != ' ' && *p != '-')
      return FALSE;
  return TRUE;
}

/* A name beside the date: a place, a writer, or what a list says of the day. */
static void
take_name (Remark     *remark,
           const char *segment,
           gsize       length,
           Setting     setting,
           GPtrArray  *authors)
{
  if (setting.joined || setting.behind == '(')
    remark->teaser = TRUE;
  else if (!setting.place)
    cn_byline_parse_names (segment, length, authors);
}

static void
judge_segment (Remark     *remark,
               const char *segment,
               gsize       length,
               Setting     setting,
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
  else if (is_rubric (folded) || is_update_of_the_day (folded) || is_section (remark, segment, length, folded))
    return;
  else if (is_filler (folded, n_clocks))
    remark->n_details += cn_words_count (folded) > 1 && strpbrk (folded, ":.") == NULL;
  else if (judge_byline (remark, segment, length, folded, authors))
    remark->n_details++;
  else if (setting.closed && cn_date_line_is_short_name (segment, length, 4))
    take_name (remark, segment, length, setting, authors);
  else if (is_tag (folded, setting))
    remark->n_tags++;
  else
    remark->accepted = FALSE;
}

/* @behind_date: whether what precedes is a date
 * @closed_end: whether what follows is the end of the line; else it is a date, and a place must be set off from it. */
static Remark
judge (const char *text,
       gsize       length,
       gboolean    behind_date,
       gboolean    closed_end,
       guint      *n_clocks,
       GPtrArray  *authors)
{
  Remark remark = { .accepted = TRUE };
  const char *end = text + length;
  const char *segment = text;
  Setting setting = { .joined = behind_date };

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gboolean dash = *p == '-' && p > text && p[-1] == ' ' && p + 1 < end && p[1] == ' ';
      gboolean clock = *p == ':' && p > text && g_ascii_isdigit (p[-1]);

      if ((!is_separator (g_utf8_get_char (p)) && !dash) || clock)
        continue;
      /* "Le Havre, le 1er juillet": a comma before a date sets off a place and not a person. */
      setting.behind = g_utf8_get_char (p);
      setting.closed = TRUE;
      setting.place = *p == ',' && !closed_end;
      judge_segment (&remark, segment, (gsize) (p - segment), setting, n_clocks, authors);
      segment = g_utf8_next_char (p);
      setting = (Setting) { .before = setting.behind };
    }

  setting.closed = closed_end;
  judge_segment (&remark, segment, (gsize) (end - segment), setting, n_clocks, authors);
  return remark;
}

/**
 * cn_date_line_is_day_of_its_own:
 *
 * Returns: whether the date is no range, no list and none that is counted from another day
 */
gboolean
cn_date_line_is_day_of_its_own (const CnDateMatch *match)
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
  const CnDateLine none = CN_DATE_LINE_INIT;
  CnDateLine line = none;
  gboolean event = FALSE;
  gboolean teaser = FALSE;
  guint n_details = 0;
  guint n_clocks = 0;
  gsize at = 0;
  Remark rest;

  for (guint i = 0; i < matches->len; i++)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, i);
      Remark before;

      before = judge (text + at, match->start - at, i > 0, FALSE, &n_clocks, authors);
      if (!before.accepted || before.n_tags > 0)
        return none;
      teaser = teaser || before.teaser;
      n_details += before.n_details;
      if (is_yearless_day (text, match))
        return none;
      event = event || before.event || !cn_date_line_is_day_of_its_own (match);
      take_match (&line, match, &before);
      at = match->end;
    }

  rest = judge (text + at, length - at, TRUE, TRUE, &n_clocks, authors);
  if (!rest.accepted || (rest.n_tags > 0 && n_details + rest.n_details == 0) ||
      (rest.section && line.kind != CN_DATE_LINE_PUBLISHED))
    return none;
  line.teaser = teaser || rest.teaser;
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

/* Words that introduce a year, and nothing else: "Published: 2016". Shorter ones introduce anything. */
#define MIN_YEAR_LABEL_BYTES 6

/**
 * cn_date_line_parse_year:
 *
 * Returns: the year that is all there is on the line, %CN_DATE_NONE for anything else
 */
CnDate
cn_date_line_parse_year (const char *line,
                         gsize       length)
{
  CnDate date = CN_DATE_NONE;
  guint year = 0;

  g_return_val_if_fail (line != NULL, date);

  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (*line))
    {
      line++;
      length--;
    }
  for (gsize i = 0; i < length && length == 4; i++)
    year = g_ascii_isdigit (line[i]) ? year * 10 + (guint) (line[i] - '0') : 10000;
  if (year >= 1900 && year < 2100)
    date.year = (guint16) year;
  return date;
}

static CnDateLine
parse_labelled_year (const char *line,
                     gsize       length)
{
  CnDateLine result = CN_DATE_LINE_INIT;
  const char *colon = memchr (line, ':', length);
  g_autofree char *label = colon != NULL ? cn_words_fold (line, (gsize) (colon - line)) : NULL;
  gsize at;

  if (label == NULL || strlen (label) < MIN_YEAR_LABEL_BYTES || !cn_words_has_label (CN_LABEL_PUBLISHED, label) ||
      cn_words_has_label (CN_LABEL_KICKER, label))
    return result;

  at = (gsize) (colon + 1 - line);
  result.published = cn_date_line_parse_year (line + at, length - at);
  if (cn_date_get_precision (result.published) == CN_PRECISION_NONE)
    return result;
  while (g_ascii_isspace (line[at]))
    at++;
  result.kind = CN_DATE_LINE_PUBLISHED;
  result.start = at;
  result.end = at + 4;
  return result;
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
  CnDateLine result = CN_DATE_LINE_INIT;
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
  else if (matches->len == 0)
    result = parse_labelled_year (line, length);

  if (result.kind != CN_DATE_LINE_NONE && result.kind != CN_DATE_LINE_EVENT)
    while (names->len > 0)
      g_ptr_array_add (authors, g_ptr_array_steal_index (names, 0));
  return result;
}
