/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates in words, in nine languages and a little more: the door to the date reader.
 *
 * Text goes through four steps, a file each: the scanner cuts it into tokens, the grammars (absolute, numeric,
 * relative) find what looks like a date, the resolver decides what one date alone leaves open, and the lexicon
 * says what every word can be; its words are data, a file for each language.
 *
 * Pure: no clock, no locale, no I/O; any thread. Time is linear in the text and memory in its dates. What is not
 * known is never filled in: not the day of "June 2021", not the year of "December 8" where nothing else tells it. */

#include "config.h"

#include "cn-date-reader.h"

#include "cn-date-reader-grammar.h"

#include <string.h>

/* A text with more dates is a table; what it says is not in its dates. Bounds the memory. */
#define MAX_MATCHES 20000

/* A line that only says when is short. */
#define MAX_LINE 240

/**
 * cn_date_match_clear:
 *
 * Frees what @match holds, not @match itself.
 */
void
cn_date_match_clear (CnDateMatch *match)
{
  g_return_if_fail (match != NULL);

  g_clear_pointer (&match->days, g_array_unref);
}

static void
init_context (CnDateContext *context,
              const char    *text,
              gsize          length,
              const char    *language,
              CnDate         reference)
{
  cn_date_scanner_init (&context->scanner, text, length);
  context->language = cn_date_lexicon_get_language (language);
  context->reference = reference;
  context->whole_line = FALSE;
  context->floor = 0;
}

/**
 * cn_date_reader_find:
 * @text: UTF-8
 * @length: its bytes
 * @language: (nullable): BCP 47 tag of the text's language, which decides between the readings of a word and of
 *   "04/06/2021"; %NULL when it is unknown
 * @reference: the day that the text was written on, or %CN_DATE_NONE
 *
 * Finds all dates in words and digits, ascending and without overlap. A match covers the date and the weekday
 * before it, not the preposition. Without @reference, relative words ("yesterday") are matched with %CN_DATE_NONE,
 * and so are dates without a year when no other date of the text tells it; both have `relative` set.
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type CnDateMatch): the matches; free with g_array_unref()
 */
GArray *
cn_date_reader_find (const char *text,
                     gsize       length,
                     const char *language,
                     CnDate      reference)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (CnDateCandidate));
  CnDateContext context;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  init_context (&context, text, length, language, reference);

  while (cn_date_token (&context, 0)->kind != CN_DATE_TOKEN_END && candidates->len < MAX_MATCHES)
    {
      CnDateCandidate candidate;
      guint n_tokens = cn_date_grammar_match (&context, &candidate);

      if (n_tokens > 0 && candidate.shape != CN_DATE_SHAPE_NOTHING)
        {
          g_array_append_val (candidates, candidate);
          context.floor = candidate.end;
        }

      cn_date_scanner_advance (&context.scanner, MAX (n_tokens, 1));
    }

  return cn_date_resolve (candidates, language, reference);
}

/* The numbers of "10:30", "10.30 Uhr", "10h30" and "8 min read", which may stand beside a date on its line. */
static gboolean
is_clock_number (const CnDateToken *token)
{
  return token->kind == CN_DATE_TOKEN_NUMBER && token->digits <= 2 && token->value <= 60;
}

/* Their words: "Uhr" counts behind a number or before one that is a time; "Minutes, 4 June" is a title. */
static gboolean
is_clock_word (CnDateContext *context,
               int            at)
{
  const CnDateToken *before = cn_date_token (context, at - 1);
  const CnDateToken *behind = cn_date_token (context, at + 2);

  if (!cn_date_is_role (context, at, CN_DATE_ROLE_CLOCK))
    return FALSE;
  if (is_clock_number (before) || cn_date_is_role (context, at - 1, CN_DATE_ROLE_CLOCK) || before->mark == '.')
    return TRUE;

  return is_clock_number (cn_date_token (context, at + 1)) && behind->gap == CN_DATE_GAP_NONE &&
         behind->kind == CN_DATE_TOKEN_MARK && (behind->mark == ':' || behind->mark == '.');
}

static gboolean
is_zone (CnDateContext *context,
         int            at)
{
  const CnDateToken *token = cn_date_token (context, at);
  gsize length = token->end - token->start;
  int offset;

  return token->kind == CN_DATE_TOKEN_WORD &&
         cn_date_zone_scan (context->scanner.text + token->start, length, &offset) == length;
}

static gboolean
is_line_filler (CnDateContext *context,
                int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  switch (token->kind)
    {
    case CN_DATE_TOKEN_MARK:
      return g_unichar_type (token->mark) != G_UNICODE_CURRENCY_SYMBOL && token->mark != '%' && token->mark != '#' &&
             token->mark != '?' && token->mark != '!' && token->mark != '"';
    case CN_DATE_TOKEN_WORD:
      return cn_date_word_is (token->word, CN_DATE_ROLE_PUBLISHED) ||
             cn_date_word_is (token->word, CN_DATE_ROLE_WEEKDAY) ||
             cn_date_word_is (token->word, CN_DATE_ROLE_YEAR_WORD) || is_clock_word (context, at) ||
             is_zone (context, at);
    case CN_DATE_TOKEN_NUMBER:
      return is_clock_number (token);
    case CN_DATE_TOKEN_END:
      return FALSE;
    }

  g_assert_not_reached ();
}

/* Whether a word of change stands before the date: "updated on 5 June". */
static gboolean
is_update (CnDateContext *context)
{
  for (int at = -1; at >= -4; at--)
    {
      const CnDateToken *token = cn_date_token (context, at);

      if (token->kind == CN_DATE_TOKEN_NUMBER || token->kind == CN_DATE_TOKEN_END)
        return FALSE;
      if (token->kind == CN_DATE_TOKEN_WORD &&
          cn_date_word_get_value (token->word, CN_DATE_ROLE_PUBLISHED, CN_DATE_ALL_LANGUAGES) == 2)
        return TRUE;
    }

  return FALSE;
}

/* The candidate that the whole line is about, or FALSE when it says anything else. */
static gboolean
parse_line (CnDateContext   *context,
            CnDateCandidate *found)
{
  gboolean any = FALSE, original = FALSE;

  while (cn_date_token (context, 0)->kind != CN_DATE_TOKEN_END)
    {
      CnDateCandidate candidate;
      guint n_tokens = cn_date_grammar_match (context, &candidate);

      if (n_tokens > 0 && (candidate.shape == CN_DATE_SHAPE_NOTHING || candidate.shape == CN_DATE_SHAPE_RELATIVE))
        return FALSE;

      if (n_tokens > 0)
        {
          /* Of "Published 4 June, updated 5 June", the first. */
          if (!any || (!original && !is_update (context)))
            *found = candidate;
          any = TRUE;
          original |= !is_update (context);
        }
      else if (!is_line_filler (context, 0))
        {
          return FALSE;
        }

      cn_date_scanner_advance (&context->scanner, MAX (n_tokens, 1));
    }

  return any;
}

/**
 * cn_date_reader_parse_line:
 * @text: one line, UTF-8
 * @length: its bytes
 * @language: (nullable): as for cn_date_reader_find()
 * @match: (out): set on success; clear with cn_date_match_clear()
 *
 * Recognises the line that only says when: a date (or a range), with or without "Published on" and its like in any
 * of the languages, weekday, time of day, zone and separators. Of a day of publication and one of change, @match
 * is the former. Neither a year alone nor a date without a year nor a relative word makes such a line.
 *
 * One line alone cannot tell whether "04/06/2021" is of April or of June in an English text: @match is ambiguous
 * then, and cn_date_reader_find() over the whole text may know.
 *
 * Any thread.
 */
gboolean
cn_date_reader_parse_line (const char  *text,
                           gsize        length,
                           const char  *language,
                           CnDateMatch *match)
{
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) matches = NULL;
  CnDateCandidate candidate = { 0 };
  CnDateContext context;
  CnDateMatch *only;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (match != NULL, FALSE);

  if (length == 0 || length > MAX_LINE)
    return FALSE;

  init_context (&context, text, length, language, CN_DATE_NONE);
  context.whole_line = TRUE;
  if (!parse_line (&context, &candidate))
    return FALSE;

  candidates = g_array_new (FALSE, FALSE, sizeof (CnDateCandidate));
  g_array_append_val (candidates, candidate);
  matches = cn_date_resolve (candidates, language, CN_DATE_NONE);
  only = &g_array_index (matches, CnDateMatch, 0);

  if (only->date.year == 0 || (cn_date_get_precision (only->date) == CN_PRECISION_YEAR && !only->ambiguous))
    return FALSE;

  *match = *only;
  only->days = NULL;
  return TRUE;
}
