/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Years without a month ("since 2013", "2016–2017") and parts of years and months ("early 2021", "the summer of
 * 2020").
 *
 * Pure. A number of four digits is mostly a count, so only a cue makes it a year: a word before or behind it, or a
 * second year that it is joined to. */

#include "config.h"

#include "cn-date-reader-grammar.h"

/* "in 2020", "in the year 2020", "in about 2020", "entro il 2030", "no ano de 2020" */
static gboolean
has_cue_before (CnDateContext *context,
                int            at)
{
  int before = at - 1;

  if (cn_date_is_glued (context, at))
    return FALSE;
  if (cn_date_is_own_role (context, before, CN_DATE_ROLE_YEAR_WORD) ||
      cn_date_is_own_role (context, before, CN_DATE_ROLE_YEAR_CUE))
    return TRUE;
  if (cn_date_is_own_role (context, before, CN_DATE_ROLE_OF))
    return cn_date_is_own_role (context, before - 1, CN_DATE_ROLE_YEAR_WORD);

  return (cn_date_is_own_role (context, before, CN_DATE_ROLE_ABOUT) ||
          cn_date_is_own_role (context, before, CN_DATE_ROLE_ARTICLE) ||
          cn_date_is_own_role (context, before, CN_DATE_ROLE_TO)) &&
         cn_date_is_own_role (context, before - 1, CN_DATE_ROLE_YEAR_CUE);
}

/* "2020 yılında", "2013'ten beri", "2020 году": where the word for the year stands behind it. */
static gboolean
has_cue_behind (CnDateContext *context,
                int            at)
{
  const guint behind = CN_DATE_LANGUAGE_TR | CN_DATE_LANGUAGE_RU | CN_DATE_LANGUAGE_PL;

  if (context->language != 0 && (context->language & behind) == 0)
    return FALSE;
  if (cn_date_is_own_role (context, at + 1, CN_DATE_ROLE_YEAR_WORD))
    return cn_date_token (context, at + 1)->gap == CN_DATE_GAP_BLANK;

  return cn_date_is_mark (context, at + 1, '\'') && cn_date_is_glued (context, at + 1) &&
         cn_date_is_glued (context, at + 2) && cn_date_is_own_role (context, at + 2, CN_DATE_ROLE_YEAR_ENDING);
}

/* "in 2000 cities": a round number before a plural. */
static gboolean
counts_things (CnDateContext *context,
               int            at)
{
  const CnDateToken *token = cn_date_token (context, at);
  const CnDateToken *next = cn_date_token (context, at + 1);

  return token->value % 100 == 0 && next->kind == CN_DATE_TOKEN_WORD && next->gap == CN_DATE_GAP_BLANK &&
         !next->capital && next->word == NULL && next->end - next->start > 4 &&
         context->scanner.text[next->end - 1] == 's';
}

static gboolean
is_bare_year (CnDateContext *context,
              int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  return cn_date_get_year (context, at) != 0 && token->value <= 2150 &&
         (at == 0 || token->gap < CN_DATE_GAP_PARAGRAPH) &&
         !counts_things (context, at) && cn_date_is_end (context, at + 1);
}

/* The year that "2016-17" and "2019/20" leave the century out of. */
static guint
get_short_year (CnDateContext *context,
                int            at,
                guint          previous)
{
  const CnDateToken *token = cn_date_token (context, at);
  guint year = previous - previous % 100 + token->value;

  if (!cn_date_is_digits (context, at, 2) || token->digits != 2 || !cn_date_is_glued (context, at) ||
      !cn_date_is_glued (context, at - 1) || !cn_date_is_end (context, at + 1) || cn_date_is_counted (context, at + 1))
    return 0;

  return year;
}

/* The year that @joint adds to @previous, or 0. Without a cue only a dash joins, and only years that are near. */
static guint
get_next_year (CnDateContext *context,
               int            at,
               CnDateJoint    joint,
               gboolean       cue,
               guint          previous)
{
  guint year = is_bare_year (context, at) ? cn_date_get_year (context, at) : 0;

  switch (joint)
    {
    case CN_DATE_JOINT_NONE:
    case CN_DATE_JOINT_COMMA: /* "in 2019, 2020 cities" is no list */
      return 0;
    case CN_DATE_JOINT_SLASH:
      if (year == 0 && cue)
        year = get_short_year (context, at, previous);
      return cue && year == previous + 1 ? year : 0;
    case CN_DATE_JOINT_AND:
      return cue && year > previous ? year : 0;
    case CN_DATE_JOINT_DASH:
      if (year == 0 && cue)
        year = get_short_year (context, at, previous);
      break;
    case CN_DATE_JOINT_TO:
      break;
    }

  if (year <= previous)
    return 0;
  if (!cue && (previous < 1800 || year > previous + 50 ||
               cn_date_token (context, at + 1)->kind == CN_DATE_TOKEN_NUMBER))
    return 0;

  return year;
}

/* What a joint between years says without a "from": a word may as well join counts. */
static gboolean
is_from (CnDateContext *context,
         int            at)
{
  return cn_date_is_own_role (context, at - 1, CN_DATE_ROLE_OF) ||
         (cn_date_is_own_role (context, at - 1, CN_DATE_ROLE_ARTICLE) &&
          cn_date_is_own_role (context, at - 2, CN_DATE_ROLE_YEAR_CUE));
}

/**
 * cn_date_year_match:
 * @at: where to begin, in tokens from the head
 *
 * Years without a month: only where a word or a second year says that the number is one.
 *
 * Returns: tokens taken
 */
guint
cn_date_year_match (CnDateContext   *context,
                    int              at,
                    CnDateCandidate *candidate)
{
  guint year = cn_date_get_year (context, at);
  gboolean cue, between = cn_date_is_between (context, at);
  int i = at + 1;

  if (year == 0 || cn_date_is_blocked (context, at))
    return 0;

  cue = has_cue_before (context, at) || has_cue_behind (context, at);
  candidate->in_digits = TRUE;
  candidate->shape = CN_DATE_SHAPE_SINGLE;
  candidate->n_parts = 1;
  candidate->parts[0] = (CnDatePart) { (guint16) year, 0, 0, FALSE };

  while (candidate->n_parts < CN_DATE_MAX_PARTS && candidate->shape != CN_DATE_SHAPE_RANGE)
    {
      int next = i;
      CnDateJoint joint = cn_date_take_joint (context, &next);
      guint further;

      if (joint == CN_DATE_JOINT_AND && between)
        joint = CN_DATE_JOINT_TO;
      if (joint == CN_DATE_JOINT_TO && !cue && !between && !is_from (context, at))
        break;
      if (joint == CN_DATE_JOINT_DASH && !cue && cn_date_token (context, at - 1)->kind == CN_DATE_TOKEN_NUMBER)
        break;

      further = get_next_year (context, next, joint, cue || between, candidate->parts[candidate->n_parts - 1].year);
      if (further == 0)
        break;

      candidate->parts[candidate->n_parts++] = (CnDatePart) { (guint16) further, 0, 0, FALSE };
      candidate->shape = joint == CN_DATE_JOINT_AND ? CN_DATE_SHAPE_LIST : CN_DATE_SHAPE_RANGE;
      i = next + 1;
    }

  if (candidate->n_parts == 1 && (!cue || !is_bare_year (context, at)))
    return 0;

  return (guint) (i - at);
}

/**
 * cn_date_period_match:
 * @at: where to begin, in tokens from the head
 *
 * "early 2021", "mid-June 2021", "the summer of 2020": a part of a month or of a year, of which only the month or
 * the year is known.
 *
 * Returns: tokens taken
 */
guint
cn_date_period_match (CnDateContext   *context,
                      int              at,
                      CnDateCandidate *candidate)
{
  int i = at + 1;
  guint year, n_tokens;

  if (!cn_date_is_own_role (context, at, CN_DATE_ROLE_PERIOD))
    return 0;

  if (cn_date_is_mark (context, i, '-') && cn_date_is_glued (context, i))
    i++;
  else if (cn_date_is_role (context, i, CN_DATE_ROLE_OF))
    i++;
  if (cn_date_is_mark (context, i, '\''))
    i++;
  if (cn_date_is_role (context, i, CN_DATE_ROLE_ARTICLE))
    i++;

  n_tokens = cn_date_absolute_match (context, i, candidate);
  if (n_tokens > 0)
    return candidate->shape == CN_DATE_SHAPE_SINGLE && candidate->parts[0].day == 0 ? (guint) (i - at) + n_tokens : 0;

  year = cn_date_get_year (context, i);
  if (year < 1800 || !is_bare_year (context, i))
    return 0;

  candidate->in_digits = TRUE;
  candidate->shape = CN_DATE_SHAPE_SINGLE;
  candidate->n_parts = 1;
  candidate->parts[0] = (CnDatePart) { (guint16) year, 0, 0, FALSE };
  return (guint) (i - at) + 1;
}
