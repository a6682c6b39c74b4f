/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that mean a day only together with the day they were written on: "yesterday", "last April", "three days ago".
 *
 * Pure: the reference is given, never asked of a clock. A phrase keeps the precision that its words have: "last
 * year" is a year, "a month ago" a month, and "two weeks ago" a week; no day is reckoned from them. */

#include "config.h"

#include "cn-date-reader-grammar.h"

typedef struct
{
  guint      number;
  CnDateUnit unit;
  guint      month;
  guint      weekday;
  gboolean   vague;
  int        last; /* the item's place: where a date could begin that is more than the phrase */
} Captures;

static gboolean
is_about (CnDateContext *context,
          int            at,
          guint          language)
{
  const CnDateToken *token = cn_date_token (context, at);

  return token->kind == CN_DATE_TOKEN_WORD &&
         cn_date_word_get_value (token->word, CN_DATE_ROLE_ABOUT, language) != 0;
}

static guint
get_number (CnDateContext *context,
            int            at,
            guint          language)
{
  const CnDateToken *token = cn_date_token (context, at);

  if (token->kind == CN_DATE_TOKEN_NUMBER)
    return !token->dirty && !token->ordinal && token->digits <= 3 ? token->value : 0;

  return token->kind == CN_DATE_TOKEN_WORD ? cn_date_word_get_value (token->word, CN_DATE_ROLE_NUMBER, language) : 0;
}

static guint
get_unit (CnDateContext *context,
          int            at,
          guint          language)
{
  const CnDateToken *token = cn_date_token (context, at);

  return token->kind == CN_DATE_TOKEN_WORD ? cn_date_word_get_value (token->word, CN_DATE_ROLE_UNIT, language) : 0;
}

/* "il y a un peu plus d'un mois", "vor etwa drei Wochen": vague words may stand before the number. */
static gboolean
take_number (CnDateContext *context,
             int           *at,
             guint          language,
             Captures      *captures)
{
  for (int skipped = 0; skipped <= 6; skipped++)
    {
      int i = *at + skipped;

      if (i > 0 && cn_date_token (context, i)->gap == CN_DATE_GAP_PARAGRAPH)
        return FALSE;

      captures->number = get_number (context, i, language);
      if (captures->number != 0 && get_unit (context, i + 1, language) != 0)
        {
          captures->vague = skipped > 0;
          *at = i + 1;
          return TRUE;
        }

      if (!is_about (context, i, language) && !cn_date_is_mark (context, i, '\''))
        return FALSE;
    }

  return FALSE;
}

static gboolean
take_holder (CnDateContext *context,
             int           *at,
             CnDateRole     role,
             guint          language,
             Captures      *captures)
{
  const CnDateToken *token = cn_date_token (context, *at);
  guint value;

  if (role == CN_DATE_ROLE_NUMBER)
    return take_number (context, at, language, captures);

  value = token->kind == CN_DATE_TOKEN_WORD ? cn_date_word_get_value (token->word, role, language) : 0;
  if (value == 0)
    return FALSE;

  if (role == CN_DATE_ROLE_UNIT)
    captures->unit = value;
  else if (role == CN_DATE_ROLE_MONTH)
    captures->month = value;
  else
    captures->weekday = value;

  captures->last = role == CN_DATE_ROLE_UNIT ? -1 : *at;
  *at += 1;
  return TRUE;
}

static gboolean
take_item (CnDateContext          *context,
           int                    *at,
           const CnDatePhraseItem *item,
           guint                   language,
           Captures               *captures)
{
  const CnDateToken *token = cn_date_token (context, *at);

  if (token->kind == CN_DATE_TOKEN_END || token->opaque || (*at > 0 && token->gap == CN_DATE_GAP_PARAGRAPH))
    return FALSE;
  if (item->symbol == '%')
    return take_holder (context, at, item->role, language, captures);
  if (item->symbol != 0 ? token->kind != CN_DATE_TOKEN_MARK || token->mark != item->symbol
                        : token->kind != CN_DATE_TOKEN_WORD || token->word != item->word)
    return FALSE;

  *at += 1;
  return TRUE;
}

static gboolean
take_pattern (CnDateContext       *context,
              const CnDatePattern *pattern,
              int                 *at,
              Captures            *captures)
{
  const CnDateToken *first = cn_date_token (context, 0);
  int i = 0;

  if (context->language != 0 ? context->language != pattern->language : pattern->phrase->own)
    return FALSE;
  if (pattern->phrase->lower)
    {
      /* The month of "last May" is what must be lower-case there, not the "last" that begins a sentence. */
      if (pattern->n_items == 1 ? first->capital : cn_date_token (context, 1)->capital)
        return FALSE;
    }

  *captures = (Captures) { .last = -1 };
  for (guint k = 0; k < pattern->n_items; k++)
    {
      if (!take_item (context, &i, &pattern->items[k], pattern->language, captures))
        return FALSE;
    }

  *at = i;
  return TRUE;
}

/* "last Friday, 4 June 2021" and "last June 2016" are dates of their own. */
static gboolean
begins_date (CnDateContext *context,
             int            at)
{
  CnDateCandidate candidate = { 0 };

  return at >= 0 && cn_date_absolute_match (context, at, &candidate) > 1;
}

static void
set_week (CnDateCandidate *candidate,
          CnDate           monday)
{
  candidate->date = monday;
  candidate->last = cn_date_add_days (monday, 6);
}

static CnDate
get_monday (CnDate day)
{
  return cn_date_add_days (day, 1 - cn_date_get_weekday (day));
}

static void
step_unit (CnDateCandidate *candidate,
           CnDate           reference,
           CnDateUnit       unit,
           int              step)
{
  switch (unit)
    {
    case CN_DATE_UNIT_DAY:
      break;
    case CN_DATE_UNIT_WEEK:
      set_week (candidate, cn_date_add_days (get_monday (reference), 7 * step));
      /* This week has happened up to today only. */
      if (step == 0 && candidate->date.year != 0)
        candidate->last = cn_date_add_days (reference, 0);
      break;
    case CN_DATE_UNIT_MONTH:
      candidate->date = candidate->last = cn_date_add_months (reference, step);
      break;
    case CN_DATE_UNIT_YEAR:
      candidate->date = candidate->last = reference.year != 0 ? cn_date_new_year (reference.year + step) : CN_DATE_NONE;
      break;
    }
}

/* The nearest April before the month of the reference, in its year, or behind. */
static CnDate
step_month (CnDate reference,
            int    month,
            int    step)
{
  if (reference.month == 0)
    return CN_DATE_NONE;
  if (step < 0)
    return cn_date_new_month (reference.year - (month >= reference.month ? 1 : 0), month);
  if (step > 0)
    return cn_date_new_month (reference.year + (month <= reference.month ? 1 : 0), month);

  return cn_date_new_month (reference.year, month);
}

static CnDate
step_weekday (CnDate reference,
              int    weekday,
              int    step)
{
  int today = cn_date_get_weekday (reference);

  if (today == 0)
    return CN_DATE_NONE;
  if (step < 0)
    return cn_date_add_days (reference, -((today - weekday + 6) % 7 + 1));
  if (step > 0)
    return cn_date_add_days (reference, (weekday - today + 6) % 7 + 1);

  return cn_date_add_days (reference, weekday - today);
}

static void
set_ago (CnDateCandidate *candidate,
         CnDate           reference,
         const Captures  *captures,
         int              direction)
{
  int number = direction * (int) MAX (captures->number, 1);

  switch (captures->unit)
    {
    case CN_DATE_UNIT_DAY:
      candidate->date = candidate->last = cn_date_add_days (reference, number);
      break;
    case CN_DATE_UNIT_WEEK:
      candidate->approximate = TRUE;
      step_unit (candidate, reference, CN_DATE_UNIT_WEEK, number);
      break;
    case CN_DATE_UNIT_MONTH:
    case CN_DATE_UNIT_YEAR:
      candidate->approximate = TRUE;
      step_unit (candidate, reference, captures->unit, number);
      break;
    }
}

static void
interpret (CnDateCandidate    *candidate,
           const CnDatePhrase *phrase,
           const Captures     *captures,
           CnDate              reference)
{
  candidate->date = candidate->last = CN_DATE_NONE;
  candidate->approximate = captures->vague;
  candidate->shape = CN_DATE_SHAPE_RELATIVE;

  switch (phrase->kind)
    {
    case CN_DATE_PHRASE_NOTHING:
      candidate->shape = CN_DATE_SHAPE_NOTHING;
      break;
    case CN_DATE_PHRASE_DAYS:
      candidate->date = candidate->last = cn_date_add_days (reference, phrase->value);
      break;
    case CN_DATE_PHRASE_YEARS:
      step_unit (candidate, reference, CN_DATE_UNIT_YEAR, phrase->value);
      break;
    case CN_DATE_PHRASE_AGO:
      set_ago (candidate, reference, captures, phrase->value);
      break;
    case CN_DATE_PHRASE_STEP:
      if (captures->month != 0)
        {
          candidate->approximate = phrase->value != 0;
          candidate->date = candidate->last = step_month (reference, (int) captures->month, phrase->value);
        }
      else if (captures->weekday != 0)
        candidate->date = candidate->last = step_weekday (reference, (int) captures->weekday, phrase->value);
      else
        step_unit (candidate, reference, captures->unit, phrase->value);
      break;
    }
}

/* "Little over a month ago": the vague words before it belong to the phrase. */
static void
extend_back (CnDateContext   *context,
             guint            language,
             CnDateCandidate *candidate)
{
  for (int at = -1; at >= -5 && is_about (context, at, language); at--)
    {
      const CnDateToken *token = cn_date_token (context, at);

      if (token->start < context->floor || cn_date_token (context, at + 1)->gap == CN_DATE_GAP_PARAGRAPH)
        break;
      candidate->start = token->start;
      candidate->approximate = TRUE;
    }
}

/* The longest phrase among @patterns that begins at the head. */
static guint
match_patterns (CnDateContext       *context,
                const CnDatePattern *patterns,
                gsize                n_patterns,
                guint                longest,
                CnDateCandidate     *candidate)
{
  for (gsize i = 0; i < n_patterns; i++)
    {
      Captures captures;
      int at;

      if (!take_pattern (context, &patterns[i], &at, &captures) || (guint) at <= longest ||
          begins_date (context, captures.last))
        continue;
      if (patterns[i].phrase->kind == CN_DATE_PHRASE_STEP && captures.unit == CN_DATE_UNIT_DAY)
        continue;

      longest = (guint) at;
      *candidate = (CnDateCandidate) { 0 };
      candidate->start = cn_date_token (context, 0)->start;
      interpret (candidate, patterns[i].phrase, &captures, context->reference);
      if (patterns[i].phrase->kind == CN_DATE_PHRASE_AGO)
        extend_back (context, patterns[i].language, candidate);
    }

  return longest;
}

/**
 * cn_date_relative_match:
 *
 * Returns: tokens taken
 */
guint
cn_date_relative_match (CnDateContext   *context,
                        CnDateCandidate *candidate)
{
  static const CnDateRole holders[] = {
    CN_DATE_ROLE_NUMBER, CN_DATE_ROLE_UNIT, CN_DATE_ROLE_MONTH, CN_DATE_ROLE_WEEKDAY,
  };
  const CnDateToken *token = cn_date_token (context, 0);
  const CnDatePattern *patterns;
  gsize n_patterns;
  guint longest = 0;

  /* Numbers are many, and only before a unit do they begin a phrase. */
  if (token->kind == CN_DATE_TOKEN_NUMBER && !cn_date_is_role (context, 1, CN_DATE_ROLE_UNIT))
    return 0;

  if (token->kind == CN_DATE_TOKEN_WORD)
    {
      patterns = cn_date_word_get_patterns (token->word, &n_patterns);
      longest = match_patterns (context, patterns, n_patterns, longest, candidate);
    }

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      if (token->kind == CN_DATE_TOKEN_WORD ? !cn_date_word_is (token->word, holders[i])
                                            : token->kind != CN_DATE_TOKEN_NUMBER || holders[i] != CN_DATE_ROLE_NUMBER)
        continue;

      patterns = cn_date_lexicon_get_patterns (holders[i], &n_patterns);
      longest = match_patterns (context, patterns, n_patterns, longest, candidate);
    }

  if (longest > 0)
    candidate->end = cn_date_token (context, (int) longest - 1)->end;

  return longest;
}
