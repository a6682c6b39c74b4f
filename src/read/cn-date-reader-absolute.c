/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates with a month in words: "4 June 2021", "June 29, 2016", "7, 8 and 10 December", "30 May to 2 June", "June
 * 2021".
 *
 * Pure recursive descent without backtracking beyond one date: each function takes what it can from @at on and
 * either moves @at behind it or leaves it. What makes a reading doubtful (a lower-case "may", a foreign
 * abbreviation) is weighed here; what needs the rest of the text (a missing year) is left open for
 * cn-date-reader-resolve.c. */

#include "config.h"

#include "cn-date-reader-grammar.h"

static gboolean
days_are_likely (const CnDateDays *days)
{
  if (!days->comma_only || days->n == 1)
    return TRUE;

  /* Without an "and", only a row of days in sequence is believed. */
  return days->n >= 3 && days->days[days->n - 1] - days->days[0] == days->n - 1;
}

static void
set_days (CnDateCandidate  *candidate,
          const CnDateDays *days,
          guint             month,
          guint             year)
{
  candidate->n_parts = days->n;
  candidate->shape = days->n == 1 ? CN_DATE_SHAPE_SINGLE : days->range ? CN_DATE_SHAPE_RANGE : CN_DATE_SHAPE_LIST;

  for (guint i = 0; i < days->n; i++)
    {
      candidate->parts[i] = (CnDatePart) { (guint16) year, (guint8) month, (guint8) days->days[i], FALSE };

      /* The 31st of June is a slip, and nobody knows of which day: it is no date, and neither is the "June 2021" in it. */
      if (!cn_date_part_is_valid (&candidate->parts[i]))
        candidate->shape = CN_DATE_SHAPE_NOTHING;
    }
}

static gboolean
is_glued_hyphen (CnDateContext *context,
                 int            at)
{
  return (cn_date_is_mark (context, at, '-') || cn_date_is_mark (context, at, '/')) &&
         cn_date_token (context, at)->gap == CN_DATE_GAP_NONE &&
         cn_date_token (context, at + 1)->gap == CN_DATE_GAP_NONE;
}

/* "4 June 2021", "4-6 de junio de 2021", "first of May" */
static gboolean
take_day_first (CnDateContext   *context,
                int             *at,
                CnDateCandidate *candidate)
{
  int i = *at;
  CnDateDays days = { 1, { 1 } };
  CnDateName strength;
  guint month, year = 0;

  if (cn_date_is_own_role (context, i, CN_DATE_ROLE_FIRST))
    i++;
  else if (!cn_date_take_days (context, &i, FALSE, &days) || !days_are_likely (&days))
    return FALSE;

  cn_date_skip_point (context, &i);
  if (cn_date_is_role (context, i, CN_DATE_ROLE_OF))
    {
      i++;
      if (cn_date_is_mark (context, i, '\''))
        i++;
    }
  else if (is_glued_hyphen (context, i))
    {
      i++; /* 04-Jun-2021, 04/Jun/2021 */
    }

  month = cn_date_get_month (context, i, &strength);
  if (month == 0)
    return FALSE;
  i++;

  {
    int behind = i;

    cn_date_skip_point (context, &behind);
    if (is_glued_hyphen (context, behind))
      behind++;
    if (cn_date_take_year (context, &behind, &year))
      i = behind;
  }

  if (year == 0 && strength != CN_DATE_NAME_FULL)
    return FALSE;

  set_days (candidate, &days, month, year);
  *at = i;
  return TRUE;
}

/* Whether a number behind a month without a year is its day: only English writes so, and there "in June 12" is none. */
static gboolean
is_day_without_year (CnDateContext *context,
                     int            month_at,
                     int            behind)
{
  const CnDateToken *token = cn_date_token (context, month_at);
  const CnDateToken *next = cn_date_token (context, behind);

  if (context->language != 0 && context->language != CN_DATE_LANGUAGE_EN)
    return FALSE;
  if (!token->capital ||
      (cn_date_word_get_value (token->word, CN_DATE_ROLE_MONTH, CN_DATE_LANGUAGE_EN) == 0 &&
       cn_date_word_get_value (token->word, CN_DATE_ROLE_MONTH_SHORT, CN_DATE_LANGUAGE_EN) == 0))
    return FALSE;
  if (cn_date_is_own_role (context, month_at - 1, CN_DATE_ROLE_NOT_DAY) || cn_date_is_counted (context, behind))
    return FALSE;
  if (next->kind == CN_DATE_TOKEN_MARK && next->gap == CN_DATE_GAP_NONE && (next->mark == '/' || next->mark == ':'))
    return FALSE;

  return TRUE;
}

/* "June 29, 2016", "December 7, 8 and 10 2021" */
static gboolean
take_month_first (CnDateContext   *context,
                  int             *at,
                  CnDateCandidate *candidate)
{
  int i = *at;
  CnDateName strength;
  guint month = cn_date_get_month (context, i, &strength);
  guint year = 0;
  CnDateDays days;

  if (month == 0)
    return FALSE;
  i++;
  cn_date_skip_point (context, &i);
  if (cn_date_is_role (context, i, CN_DATE_ROLE_ARTICLE))
    i++;
  if (!cn_date_take_days (context, &i, TRUE, &days))
    return FALSE;

  cn_date_skip_point (context, &i);
  if (!cn_date_take_year (context, &i, &year))
    {
      if (strength == CN_DATE_NAME_FOREIGN || !is_day_without_year (context, *at, i))
        return FALSE;
      if (cn_date_is_mark (context, i - 1, '.'))
        i--;
    }

  set_days (candidate, &days, month, year);
  *at = i;
  return TRUE;
}

/* "June 2021" and, in Turkish, "2021 Haziran" */
static gboolean
take_month_year (CnDateContext *context,
                 int           *at,
                 CnDatePart    *part)
{
  int i = *at;
  CnDateName strength;
  guint month, year;

  month = cn_date_get_month (context, i, &strength);
  if (month == 0 || strength != CN_DATE_NAME_FULL)
    {
      if (month == 0 || !cn_date_token (context, i)->capital || strength == CN_DATE_NAME_FOREIGN)
        return FALSE;
    }
  i++;
  cn_date_skip_point (context, &i);
  if (!cn_date_take_year (context, &i, &year))
    return FALSE;

  *part = (CnDatePart) { (guint16) year, (guint8) month, 0, FALSE };
  *at = i;
  return TRUE;
}

static gboolean
take_year_month (CnDateContext   *context,
                 int             *at,
                 CnDateCandidate *candidate)
{
  int i = *at;
  guint year = cn_date_get_year (context, i);
  CnDateName strength;
  guint month;

  if (year == 0 || (context->language != 0 && context->language != CN_DATE_LANGUAGE_TR))
    return FALSE;
  i++;
  /* "2021'in Haziran ayında" */
  if (cn_date_is_mark (context, i, '\'') && cn_date_token (context, i + 1)->gap == CN_DATE_GAP_NONE &&
      cn_date_token (context, i + 1)->kind == CN_DATE_TOKEN_WORD)
    i += 2;
  if (cn_date_is_role (context, i, CN_DATE_ROLE_YEAR_WORD))
    i++;
  month = cn_date_get_month (context, i, &strength);
  if (month == 0 || strength != CN_DATE_NAME_FULL ||
      cn_date_word_get_value (cn_date_token (context, i)->word, CN_DATE_ROLE_MONTH, CN_DATE_LANGUAGE_TR) == 0)
    return FALSE;

  candidate->shape = CN_DATE_SHAPE_SINGLE;
  candidate->n_parts = 1;
  candidate->parts[0] = (CnDatePart) { (guint16) year, (guint8) month, 0, FALSE };
  *at = i + 1;
  return TRUE;
}

/* "May to July 2021", "May 2021 – July 2022", "May and June 2021" */
static gboolean
take_months (CnDateContext   *context,
             int             *at,
             CnDateCandidate *candidate)
{
  int i = *at;
  gboolean between = cn_date_is_between (context, i);
  CnDatePart first, second;
  CnDateName strength;
  CnDateJoint joint;
  gboolean whole;

  whole = take_month_year (context, &i, &first);
  if (!whole)
    {
      first = (CnDatePart) { 0, (guint8) cn_date_get_month (context, i, &strength), 0, FALSE };
      if (strength != CN_DATE_NAME_FULL)
        return FALSE;
      i++;
    }

  candidate->shape = CN_DATE_SHAPE_SINGLE;
  candidate->n_parts = 1;
  candidate->parts[0] = first;
  if (whole)
    *at = i;

  joint = cn_date_take_joint (context, &i);
  if (joint == CN_DATE_JOINT_AND && between)
    joint = CN_DATE_JOINT_TO;
  if (joint == CN_DATE_JOINT_NONE || (joint == CN_DATE_JOINT_COMMA) ||
      (whole && joint != CN_DATE_JOINT_DASH && joint != CN_DATE_JOINT_TO) ||
      !take_month_year (context, &i, &second))
    return whole;

  if (!whole)
    first.year = second.year - (first.month > second.month ? 1 : 0);
  if (cn_date_part_compare (&first, &second) >= 0)
    return whole;

  candidate->parts[0] = first;
  candidate->parts[1] = second;
  candidate->n_parts = 2;
  candidate->shape = cn_date_joint_get_shape (joint);
  *at = i;
  return TRUE;
}

static gboolean
take_days_of_month (CnDateContext   *context,
                    int             *at,
                    CnDateCandidate *candidate)
{
  return take_day_first (context, at, candidate) || take_month_first (context, at, candidate);
}

/* Gives the years that only one end of a range or list says to the other parts; FALSE when they do not fit. */
static gboolean
share_years (CnDatePart *parts,
             guint       n_parts)
{
  guint n_new_years = 0;
  int order;

  for (guint i = n_parts - 1; i > 0; i--)
    {
      CnDatePart *before = &parts[i - 1], *behind = &parts[i];

      if (before->year == 0 && behind->year != 0)
        {
          before->year = behind->year;
          if (cn_date_part_compare (before, behind) > 0)
            {
              before->year--;
              /* Days that go back twice are in no order, and nobody says of which years they are. */
              if (++n_new_years > 1)
                return FALSE;
            }
        }
    }

  for (guint i = 1; i < n_parts; i++)
    {
      if (parts[i].year == 0 && parts[i - 1].year != 0)
        {
          parts[i].year = parts[i - 1].year;
          if (cn_date_part_compare (&parts[i - 1], &parts[i]) > 0)
            parts[i].year++;
        }

      if (!cn_date_part_is_valid (&parts[i - 1]) || !cn_date_part_is_valid (&parts[i]))
        return FALSE;
      /* Without years "30 December – 2 January" is in order, too; once. */
      order = cn_date_part_compare (&parts[i - 1], &parts[i]);
      if (order == 0 || (order > 0 && (parts[i].year != 0 || ++n_new_years > 1)))
        return FALSE;
    }

  return TRUE;
}

/* Whether days of another month that @joint adds belong to the same statement. */
static gboolean
joins (CnDateJoint            joint,
       const CnDateCandidate *first,
       const CnDateCandidate *second)
{
  switch (joint)
    {
    case CN_DATE_JOINT_DASH:
      /* A range has its year behind; a dash behind a year mostly ends a dateline. */
      return first->n_parts == 1 && (first->parts[0].year == 0 || second->parts[0].year != 0);
    case CN_DATE_JOINT_TO:
      return first->n_parts == 1;
    case CN_DATE_JOINT_AND:
      return first->parts[first->n_parts - 1].year == 0 && first->shape != CN_DATE_SHAPE_RANGE;
    case CN_DATE_JOINT_COMMA:
      return first->parts[first->n_parts - 1].year == 0 && first->shape != CN_DATE_SHAPE_RANGE &&
             second->parts[0].year == 0;
    case CN_DATE_JOINT_NONE:
    case CN_DATE_JOINT_SLASH:
      return FALSE;
    }

  g_assert_not_reached ();
}

/* "30 May – 2 June 2021", "30 May and 2 June 2021" */
static void
extend (CnDateContext   *context,
        int             *at,
        gboolean         between,
        CnDateCandidate *candidate)
{
  CnDateCandidate so_far = *candidate;
  int i = *at;

  while (i < CN_DATE_LAST_START && so_far.n_parts < CN_DATE_MAX_PARTS)
    {
      CnDateCandidate next = { 0 };
      CnDateJoint joint;

      cn_date_skip_point (context, &i); /* of an abbreviated month */
      joint = cn_date_take_joint (context, &i);
      if (joint == CN_DATE_JOINT_AND && between && so_far.n_parts == 1)
        joint = CN_DATE_JOINT_TO;

      cn_date_take_weekday (context, &i);
      if (joint == CN_DATE_JOINT_NONE || !take_days_of_month (context, &i, &next) ||
          next.shape != CN_DATE_SHAPE_SINGLE || !joins (joint, &so_far, &next))
        return;

      so_far.parts[so_far.n_parts++] = next.parts[0];
      so_far.shape = cn_date_joint_get_shape (joint);

      {
        CnDateCandidate shared = so_far;

        if (!share_years (shared.parts, shared.n_parts))
          return;

        /* A comma alone may as well separate two statements; the "and" behind it decides. */
        if (joint != CN_DATE_JOINT_COMMA)
          {
            *candidate = shared;
            *at = i;
          }
      }

      if (so_far.shape == CN_DATE_SHAPE_RANGE || next.parts[0].year != 0)
        return;
    }
}

/**
 * cn_date_absolute_match:
 * @at: where to begin, in tokens from the head
 *
 * Returns: tokens taken
 */
guint
cn_date_absolute_match (CnDateContext   *context,
                        int              at,
                        CnDateCandidate *candidate)
{
  int i = at;
  gboolean between = cn_date_is_between (context, at);

  candidate->weekday = cn_date_take_weekday (context, &i);

  if (take_days_of_month (context, &i, candidate))
    {
      if (candidate->shape == CN_DATE_SHAPE_SINGLE || candidate->shape == CN_DATE_SHAPE_LIST)
        extend (context, &i, between, candidate);
      return (guint) (i - at);
    }

  if (candidate->weekday == 0 &&
      (take_months (context, &i, candidate) || take_year_month (context, &i, candidate)))
    return (guint) (i - at);

  return 0;
}
