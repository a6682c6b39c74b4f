/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates in digits: "2021-06-04", "04.06.2021", "04/06/21", "04.–06.06.2021".
 *
 * Pure. Digits are mostly something else, so the surroundings decide: what may stand before and behind is listed here,
 * and where day and month could be swapped it is only marked, for cn-date-reader-resolve.c to decide. */

#include "config.h"

#include "cn-date-reader-grammar.h"



static gunichar
get_separator (CnDateContext *context,
               int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  if (token->kind != CN_DATE_TOKEN_MARK || token->gap != CN_DATE_GAP_NONE)
    return 0;

  return token->mark == '.' || token->mark == '/' || token->mark == '-' ? token->mark : 0;
}

/* Whether the three numbers from @at on are glued by their separators; behind points one blank each may stand. */
static gboolean
is_triple (CnDateContext *context,
           int            at,
           gunichar       separator)
{
  gboolean blanks = separator == '.' && cn_date_token (context, at + 2)->gap == CN_DATE_GAP_BLANK;
  CnDateGap gap = blanks ? CN_DATE_GAP_BLANK : CN_DATE_GAP_NONE;

  return separator != 0 && get_separator (context, at + 3) == separator &&
         cn_date_token (context, at + 2)->gap == gap && cn_date_token (context, at + 4)->gap == gap;
}

/* Two digits of a year are believed where points or slashes separate and the days are padded, or where the language
 * writes its dates with points. */
static gboolean
is_short_year (CnDateContext *context,
               int            at,
               gunichar       separator)
{
  const guint pointed = CN_DATE_LANGUAGE_DE | CN_DATE_LANGUAGE_TR | CN_DATE_LANGUAGE_RU | CN_DATE_LANGUAGE_PL |
                        CN_DATE_LANGUAGE_FI | CN_DATE_LANGUAGE_DA | CN_DATE_LANGUAGE_NB;

  if (!cn_date_is_digits (context, at + 4, 2) || cn_date_token (context, at + 4)->digits != 2 || separator == '-')
    return FALSE;
  if (cn_date_token (context, at)->digits == 2 && cn_date_token (context, at + 2)->digits == 2)
    return TRUE;

  return (separator == '.' && (context->language & pointed) != 0) || context->whole_line;
}

/* Sets day and month from the two numbers in front of a year; FALSE when they can be neither order. */
static gboolean
set_order (CnDateCandidate *candidate,
           CnDatePart      *part,
           guint            a,
           guint            b)
{
  candidate->month_first = a <= 12 && b > 12;
  part->day = (guint8) (candidate->month_first ? b : a);
  part->month = (guint8) (candidate->month_first ? a : b);
  part->swappable = candidate->separator != '.' && a <= 12 && b <= 12 && a != b;

  return a >= 1 && b >= 1 && part->month <= 12 && cn_date_part_is_valid (part);
}

/* Blocks of digits with hyphens behind another number are of a telephone. */
static gboolean
is_behind_number (CnDateContext *context,
                  int            at)
{
  const CnDateToken *before = cn_date_token (context, at - 1);

  return before->kind == CN_DATE_TOKEN_NUMBER && before->end > context->floor &&
         cn_date_token (context, at)->gap == CN_DATE_GAP_BLANK;
}

/* Three numbers of a date from @at on; 0 tokens when they are none. A date that is not in the calendar is NOTHING. */
static guint
take_triple (CnDateContext   *context,
             int              at,
             CnDateCandidate *candidate,
             CnDatePart      *part)
{
  gunichar separator = get_separator (context, at + 1);
  guint a, b, c;

  if (!cn_date_is_digits (context, at, 4) || !cn_date_is_digits (context, at + 2, 2) ||
      !is_triple (context, at, separator))
    return 0;

  a = cn_date_token (context, at)->value;
  b = cn_date_token (context, at + 2)->value;
  c = cn_date_token (context, at + 4)->value;
  candidate->separator = separator;
  candidate->shape = CN_DATE_SHAPE_SINGLE;

  if (cn_date_get_year (context, at) != 0 && cn_date_token (context, at + 4)->kind == CN_DATE_TOKEN_NUMBER &&
      cn_date_token (context, at + 4)->digits <= 2)
    {
      *part = (CnDatePart) { (guint16) a, (guint8) MIN (b, 99), (guint8) MIN (c, 99), FALSE };
      candidate->separator = 0;
      if (b < 1 || b > 12 || c < 1 || !cn_date_part_is_valid (part))
        candidate->shape = CN_DATE_SHAPE_NOTHING;
      return 5;
    }

  if (!cn_date_is_digits (context, at, 2) || (separator == '-' && is_behind_number (context, at)))
    return 0;
  if (is_short_year (context, at, separator))
    part->year = (guint16) cn_date_widen_year (c);
  else if (cn_date_is_digits (context, at + 4, 4) && cn_date_token (context, at + 4)->digits == 4 && c >= 1000 &&
           c <= 2199)
    part->year = (guint16) c;
  else
    return 0;

  if (!set_order (candidate, part, a, b))
    candidate->shape = CN_DATE_SHAPE_NOTHING;

  return 5;
}

/* "2021-06-04T08:30:00Z" */
static guint
take_instant (CnDateContext   *context,
              int              at,
              CnDateCandidate *candidate)
{
  const CnDateScanner *scanner = &context->scanner;
  const CnDateToken *day = cn_date_token (context, at + 4);
  gsize position = day->start + day->digits;
  int seconds, offset;
  gsize n_time, n_zone;
  guint n_tokens = 5;

  if (candidate->shape != CN_DATE_SHAPE_SINGLE || position + 1 >= scanner->length ||
      (scanner->text[position] != 'T' && scanner->text[position] != 't'))
    return 0;

  n_time = cn_date_time_scan (scanner->text + position + 1, scanner->length - position - 1, &seconds);
  if (n_time == 0)
    return 0;

  position += 1 + n_time;
  n_zone = cn_date_zone_scan (scanner->text + position, scanner->length - position, &offset);
  if (n_zone > 0)
    {
      const CnDatePart *part = &candidate->parts[0];
      CnDate day_date = cn_date_new_day (part->year, part->month, part->day);

      candidate->shape = CN_DATE_SHAPE_INSTANT;
      candidate->date = cn_date_add_days (day_date, (seconds - offset < 0 ? -1 : 0) + (seconds - offset) / 86400);
      candidate->date.seconds = ((seconds - offset) % 86400 + 86400) % 86400;
      candidate->last = candidate->date;
    }

  while (cn_date_token (context, at + (int) n_tokens)->end <= position + n_zone &&
         cn_date_token (context, at + (int) n_tokens)->kind != CN_DATE_TOKEN_END)
    n_tokens++;

  candidate->end = position + n_zone;
  return n_tokens;
}

/* "04.–06.06.2021", "30.05. bis 02.06.2021", "4. und 5.6.2021": the first day leaves out what the second says. */
static guint
take_shortened_range (CnDateContext   *context,
                      int              at,
                      CnDateCandidate *candidate)
{
  int i = at;
  guint numbers[2] = { 0, 0 };
  guint n = 0;
  CnDatePart *first = &candidate->parts[0], *second = &candidate->parts[1];
  CnDateJoint joint;

  for (; n < 2 && cn_date_is_digits (context, i, 2) && get_separator (context, i + 1) == '.'; i += 2)
    {
      if (n == 1 && !cn_date_is_glued (context, i))
        break;
      numbers[n++] = cn_date_token (context, i)->value;
    }

  if (n == 0)
    return 0;

  joint = cn_date_take_joint (context, &i);
  if (joint == CN_DATE_JOINT_AND && cn_date_is_between (context, at))
    joint = CN_DATE_JOINT_TO;
  if ((joint != CN_DATE_JOINT_DASH && joint != CN_DATE_JOINT_TO && joint != CN_DATE_JOINT_AND) ||
      take_triple (context, i, candidate, second) == 0 || candidate->shape != CN_DATE_SHAPE_SINGLE ||
      candidate->separator != '.' || candidate->month_first)
    return 0;

  *first = (CnDatePart) { second->year, (guint8) (n == 2 ? numbers[1] : second->month), (guint8) numbers[0], FALSE };
  if (first->month > second->month)
    first->year--;
  if (first->month < 1 || first->month > 12 || first->day < 1 || !cn_date_part_is_valid (first) ||
      cn_date_part_compare (first, second) >= 0 || !cn_date_is_end (context, i + 5))
    return 0;

  candidate->shape = joint == CN_DATE_JOINT_AND ? CN_DATE_SHAPE_LIST : CN_DATE_SHAPE_RANGE;
  candidate->n_parts = 2;
  return (guint) (i + 5 - at);
}

/* "06/2021" on a line of its own */
static guint
take_month_and_year (CnDateContext   *context,
                     int              at,
                     CnDateCandidate *candidate)
{
  guint month = cn_date_is_digits (context, at, 2) ? cn_date_token (context, at)->value : 0;
  gunichar separator = get_separator (context, at + 1);
  guint year = cn_date_get_year (context, at + 2);

  if (!context->whole_line || (separator != '/' && separator != '.') || month < 1 || month > 12 || year == 0 ||
      !cn_date_is_glued (context, at + 2) || !cn_date_is_end (context, at + 3))
    return 0;

  candidate->shape = CN_DATE_SHAPE_SINGLE;
  candidate->n_parts = 1;
  candidate->parts[0] = (CnDatePart) { (guint16) year, (guint8) month, 0, FALSE };
  return 3;
}

/* A second date in digits behind the first makes a range of the two. */
static guint
extend_range (CnDateContext   *context,
              int              at,
              CnDateCandidate *candidate)
{
  int i = at + 5;
  gboolean glued = cn_date_is_glued (context, i) && cn_date_is_glued (context, i + 1);
  CnDateCandidate second = *candidate;
  CnDateJoint joint = cn_date_take_joint (context, &i);

  if (joint == CN_DATE_JOINT_AND && cn_date_is_between (context, at))
    joint = CN_DATE_JOINT_TO;
  if ((joint != CN_DATE_JOINT_DASH && joint != CN_DATE_JOINT_TO) || (glued && candidate->separator == '-') ||
      take_triple (context, i, &second, &second.parts[1]) == 0 || second.shape != CN_DATE_SHAPE_SINGLE ||
      second.separator != candidate->separator || !cn_date_is_end (context, i + 5))
    return 0;

  /* The order that is certain of the one holds for the other. */
  if (second.parts[0].swappable != second.parts[1].swappable)
    {
      gboolean month_first = second.parts[0].swappable ? second.month_first : candidate->month_first;

      for (guint k = 0; k < 2; k++)
        {
          CnDatePart *part = &second.parts[k];

          if (part->swappable && month_first)
            *part = (CnDatePart) { part->year, part->day, part->month, FALSE };
          part->swappable = FALSE;
        }
      second.month_first = month_first;
    }

  if (second.parts[0].swappable ? second.parts[0].year > second.parts[1].year
                                : cn_date_part_compare (&second.parts[0], &second.parts[1]) >= 0)
    return 0;

  second.shape = CN_DATE_SHAPE_RANGE;
  second.n_parts = 2;
  *candidate = second;
  return (guint) (i + 5 - at);
}

/**
 * cn_date_numeric_match:
 * @at: where to begin, in tokens from the head
 *
 * Returns: tokens taken
 */
guint
cn_date_numeric_match (CnDateContext   *context,
                       int              at,
                       CnDateCandidate *candidate)
{
  guint n_tokens, n_longer;

  if (cn_date_is_blocked (context, at))
    return 0;

  candidate->in_digits = TRUE;
  n_tokens = take_triple (context, at, candidate, &candidate->parts[0]);
  if (n_tokens == 0)
    {
      n_tokens = take_shortened_range (context, at, candidate);
      return n_tokens > 0 ? n_tokens : take_month_and_year (context, at, candidate);
    }

  candidate->n_parts = 1;
  if (candidate->shape == CN_DATE_SHAPE_NOTHING)
    return n_tokens;

  n_longer = take_instant (context, at, candidate);
  if (n_longer == 0 && !cn_date_token (context, at + 4)->dirty)
    n_longer = extend_range (context, at, candidate);
  if (n_longer > 0)
    return n_longer;

  if (cn_date_token (context, at + 4)->dirty || !cn_date_is_end (context, at + (int) n_tokens))
    candidate->shape = CN_DATE_SHAPE_NOTHING;

  return n_tokens;
}
