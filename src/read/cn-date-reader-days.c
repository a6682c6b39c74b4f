/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of a date with a month in words: its month, its weekday, its year and its days, which may be many.
 *
 * Pure. Each cn_date_take function moves @at behind what it takes, or leaves it. What makes a name doubtful (a
 * lower-case "may", a foreign abbreviation) is weighed here; cn-date-reader-absolute.c puts the pieces together. */

#include "config.h"

#include "cn-date-reader-grammar.h"

static gboolean
is_capital (CnDateContext *context,
            int            at)
{
  return cn_date_token (context, at)->capital;
}

/* "may" and "march" in lower case, where the text may be English. */
static gboolean
is_everyday_word (CnDateContext *context,
                  int            at,
                  guint          month)
{
  if (context->language != 0 && context->language != CN_DATE_LANGUAGE_EN)
    return FALSE;

  return (month == 5 || month == 3) && !is_capital (context, at) &&
         cn_date_word_get_value (cn_date_token (context, at)->word, CN_DATE_ROLE_MONTH, CN_DATE_LANGUAGE_EN) != 0;
}

/* The month that the word at @at means, 0 for none; @strength is how far the word alone can be relied on. */
guint
cn_date_get_month (CnDateContext *context,
                   int            at,
                   CnDateName    *strength)
{
  const CnDateToken *token = cn_date_token (context, at);
  guint own = context->language != 0 ? context->language : CN_DATE_ALL_LANGUAGES;
  guint month;

  *strength = CN_DATE_NAME_NONE;
  if (token->kind != CN_DATE_TOKEN_WORD || (at > 0 && token->gap == CN_DATE_GAP_PARAGRAPH))
    return 0;

  month = cn_date_word_get_value (token->word, CN_DATE_ROLE_MONTH, own);
  if (month != 0)
    {
      *strength = is_everyday_word (context, at, month) ? CN_DATE_NAME_WEAK : CN_DATE_NAME_FULL;
      return month;
    }

  month = cn_date_word_get_value (token->word, CN_DATE_ROLE_MONTH_SHORT, own);
  if (month != 0)
    {
      gboolean abbreviated = cn_date_is_mark (context, at + 1, '.') || token->capital;

      *strength = abbreviated && context->language != 0 ? CN_DATE_NAME_FULL : CN_DATE_NAME_WEAK;
      return month;
    }

  month = cn_date_word_get_value (token->word, CN_DATE_ROLE_MONTH, CN_DATE_ALL_LANGUAGES);
  *strength = month != 0 ? CN_DATE_NAME_FOREIGN : CN_DATE_NAME_NONE;
  return month;
}

/* The point of an abbreviation or an ordinal: "Jan.", "4." */
void
cn_date_skip_point (CnDateContext *context,
                    int           *at)
{
  if (cn_date_is_mark (context, *at, '.') && cn_date_token (context, *at)->gap == CN_DATE_GAP_NONE)
    *at += 1;
}

/* "Friday, the 4th", "Freitag, den 4.", "sexta-feira, 4" */
guint
cn_date_take_weekday (CnDateContext *context,
                      int           *at)
{
  const CnDateToken *token = cn_date_token (context, *at);
  guint own = context->language != 0 ? context->language : CN_DATE_ALL_LANGUAGES;
  guint weekday = 0;

  if (token->kind == CN_DATE_TOKEN_WORD)
    weekday = cn_date_word_get_value (token->word, CN_DATE_ROLE_WEEKDAY, own);
  if (weekday == 0)
    return 0;

  *at += 1;
  for (int i = 0; i < 4; i++)
    {
      if (!cn_date_is_mark (context, *at, ',') && !cn_date_is_mark (context, *at, '.') &&
          !cn_date_is_mark (context, *at, '-') && !cn_date_is_role (context, *at, CN_DATE_ROLE_ARTICLE))
        break;
      *at += 1;
    }

  return weekday;
}

/* "2021", ", 2021", "de 2021", "del año 2021", "'21"; @at moves only when there is one. */
gboolean
cn_date_take_year (CnDateContext *context,
                   int           *at,
                   guint         *year)
{
  int i = *at;

  if (cn_date_is_mark (context, i, ','))
    i++;
  else if (cn_date_is_role (context, i, CN_DATE_ROLE_OF))
    {
      i++;
      if (cn_date_is_mark (context, i, '\''))
        i++;
      if (cn_date_is_role (context, i, CN_DATE_ROLE_ARTICLE))
        i++;
      if (cn_date_is_role (context, i, CN_DATE_ROLE_YEAR_WORD))
        i++;
    }

  if (cn_date_is_mark (context, i, '\'') && cn_date_token (context, i + 1)->gap == CN_DATE_GAP_NONE &&
      cn_date_token (context, i + 1)->kind == CN_DATE_TOKEN_NUMBER &&
      cn_date_token (context, i + 1)->digits == 2 && !cn_date_token (context, i + 1)->dirty)
    {
      *year = cn_date_widen_year (cn_date_token (context, i + 1)->value);
      *at = i + 2;
      return TRUE;
    }

  if (cn_date_token (context, i)->gap == CN_DATE_GAP_PARAGRAPH)
    return FALSE;

  *year = cn_date_get_year (context, i);
  if (*year == 0)
    return FALSE;

  *at = i + 1;
  return TRUE;
}

static gboolean
days_append (CnDateDays *days,
             guint       day,
             gboolean    from_previous)
{
  guint previous = days->days[days->n - 1];

  if (day <= previous)
    return FALSE;

  if (from_previous && days->n == 1)
    {
      days->range = TRUE;
    }
  else
    {
      /* "7-8 and 10 December" names three days; a range too long for the list ends it. */
      if (days->range && days->days[1] - days->days[0] + 2 > CN_DATE_MAX_PARTS)
        return FALSE;
      if (days->range)
        {
          guint last = days->days[1];

          days->range = FALSE;
          for (days->n = 1; days->days[days->n - 1] < last; days->n++)
            days->days[days->n] = days->days[days->n - 1] + 1;
        }
      if (days->n + (from_previous ? day - previous : 1) > CN_DATE_MAX_PARTS)
        return FALSE;
      for (guint between = previous + 1; from_previous && between < day; between++)
        days->days[days->n++] = between;
    }

  days->days[days->n++] = day;
  return TRUE;
}

/* Whether a month name follows, so that a number is the day of that month and not of the one before. */
static gboolean
month_follows (CnDateContext *context,
               int            at)
{
  CnDateName strength;

  cn_date_skip_point (context, &at);
  if (cn_date_is_role (context, at, CN_DATE_ROLE_OF))
    at++;

  return cn_date_get_month (context, at, &strength) != 0;
}

/* What joins the next day to the list, or NONE when what follows does not belong to it; moves @at to the next day. */
static CnDateJoint
take_day_joint (CnDateContext *context,
                int           *at,
                gboolean       between,
                guint          previous)
{
  int i = *at;
  CnDateJoint joint = cn_date_take_joint (context, &i);

  if (joint == CN_DATE_JOINT_NONE)
    return joint;

  cn_date_take_weekday (context, &i);
  if (cn_date_get_day (context, i) == 0)
    return CN_DATE_JOINT_NONE;
  if (joint == CN_DATE_JOINT_SLASH &&
      (cn_date_get_day (context, i) != previous + 1 || cn_date_is_mark (context, i + 1, '/')))
    return CN_DATE_JOINT_NONE;
  if (joint == CN_DATE_JOINT_AND && between)
    joint = CN_DATE_JOINT_TO;

  *at = i;
  return joint;
}

/* "4", "4-6", "7, 8 and 10"; with @behind_month a day that turns out to be of a following month is left alone. */
gboolean
cn_date_take_days (CnDateContext *context,
                   int           *at,
                   gboolean       behind_month,
                   CnDateDays    *days)
{
  gboolean between = cn_date_is_between (context, *at);
  int i = *at + 1;
  int firm = i;
  guint n_firm = 1;
  gboolean has_and = FALSE, has_comma = FALSE;

  *days = (CnDateDays) { 1, { cn_date_get_day (context, *at) } };
  if (days->days[0] == 0)
    return FALSE;

  while (i < CN_DATE_LAST_START)
    {
      int next = i;
      CnDateJoint joint;

      cn_date_skip_point (context, &next);
      joint = take_day_joint (context, &next, between, days->days[days->n - 1]);
      if (joint == CN_DATE_JOINT_NONE ||
          (behind_month && (month_follows (context, next + 1) || cn_date_is_counted (context, next + 1))) ||
          !days_append (days, cn_date_get_day (context, next),
                        joint == CN_DATE_JOINT_DASH || joint == CN_DATE_JOINT_TO))
        break;

      i = next + 1;
      has_and |= joint == CN_DATE_JOINT_AND;
      has_comma |= joint == CN_DATE_JOINT_COMMA;
      if (joint != CN_DATE_JOINT_COMMA)
        {
          firm = i;
          n_firm = days->n;
        }
    }

  /* Behind a month, days that only a comma joins count when a year closes the list. */
  if (behind_month && firm != i)
    {
      int end = i;
      guint year;

      if (!cn_date_take_year (context, &end, &year))
        {
          i = firm;
          days->n = n_firm;
        }
    }

  days->comma_only = has_comma && !has_and;
  *at = i;
  return TRUE;
}
