/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decides what one date alone leaves open, from the other dates of the text, its language and its own date.
 *
 * Two things can be open: which of two small numbers is the day ("04/06/2021"), and the year ("December 8"). Each
 * has an order of witnesses, the strongest first; where none speaks, the date keeps only what all readings agree
 * on. Pure. */

#include "config.h"

#include "cn-date-reader-grammar.h"

#include <string.h>

typedef enum
{
  ORDER_UNKNOWN,
  ORDER_DAY_FIRST,
  ORDER_MONTH_FIRST,
} Order;

typedef struct
{
  GArray *candidates;
  CnDate  reference;
  Order   by_language;
  Order   by_text;     /* what the dates in digits whose order is certain have in common */
  guint   only_year;   /* the year that all full dates of the text have in common, or 0 */
  /* By month and day: the year of a full date, so that "December 8" finds "December 7, 8 and 10 2021". */
  guint16 year_of_day[13][32];
  guint16 year_of_month[13];
} Resolver;

static Order
get_order_of_language (const char *language)
{
  /* In English both orders are common, and pages from Europe say "en-US" because their software does. */
  static const char *const day_first[] = { "en-GB", "en-IE", "en-AU", "en-NZ", "en-IN" };

  if (language == NULL)
    return ORDER_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (day_first); i++)
    {
      if (g_ascii_strcasecmp (language, day_first[i]) == 0)
        return ORDER_DAY_FIRST;
    }

  if ((cn_date_lexicon_get_language (language) & ~(guint) CN_DATE_LANGUAGE_EN) != 0)
    return ORDER_DAY_FIRST;

  return ORDER_UNKNOWN;
}

static void
note_part (Resolver         *resolver,
           const CnDatePart *part)
{
  if (part->year == 0 || part->day == 0 || part->swappable)
    return;

  /* Years: the first full date of a day and of a month speaks for the later ones. */
  if (resolver->year_of_day[part->month][part->day] == 0)
    resolver->year_of_day[part->month][part->day] = part->year;
  if (resolver->year_of_month[part->month] == 0)
    resolver->year_of_month[part->month] = part->year;
  else if (resolver->year_of_month[part->month] != part->year)
    resolver->year_of_month[part->month] = G_MAXUINT16;

  if (resolver->only_year == 0)
    resolver->only_year = part->year;
  else if (resolver->only_year != part->year)
    resolver->only_year = G_MAXUINT16;
}

static void
gather (Resolver *resolver)
{
  gboolean day_first = FALSE, month_first = FALSE;

  for (guint i = 0; i < resolver->candidates->len; i++)
    {
      const CnDateCandidate *candidate = &g_array_index (resolver->candidates, CnDateCandidate, i);

      for (guint k = 0; k < candidate->n_parts; k++)
        {
          const CnDatePart *part = &candidate->parts[k];

          note_part (resolver, part);
          if (candidate->separator != 0 && candidate->separator != '.' && !part->swappable && part->day != part->month)
            {
              month_first |= candidate->month_first;
              day_first |= !candidate->month_first;
            }
        }
    }

  if (day_first != month_first)
    resolver->by_text = day_first ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
}

static CnDatePart
swap (const CnDatePart *part)
{
  return (CnDatePart) { part->year, part->day, part->month, FALSE };
}

static gboolean
is_known_day (const Resolver   *resolver,
              const CnDatePart *part)
{
  const CnDate *reference = &resolver->reference;

  return resolver->year_of_day[part->month][part->day] == part->year ||
         (reference->year == part->year && reference->month == part->month && reference->day == part->day);
}

static gboolean
is_weekday (const CnDatePart *part,
            guint             weekday)
{
  return (guint) cn_date_get_weekday (cn_date_new_day (part->year, part->month, part->day)) == weekday;
}

static Order
get_order (const Resolver        *resolver,
           const CnDateCandidate *candidate,
           const CnDatePart      *part)
{
  CnDatePart other = swap (part);

  /* Its own weekday, */
  if (candidate->weekday != 0 && is_weekday (part, candidate->weekday) != is_weekday (&other, candidate->weekday))
    return is_weekday (part, candidate->weekday) ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
  /* the order of the text's other dates in digits, */
  if (resolver->by_text != ORDER_UNKNOWN)
    return resolver->by_text;
  /* the same day in words, or as the article's own, */
  if (is_known_day (resolver, part) != is_known_day (resolver, &other))
    return is_known_day (resolver, part) ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
  /* and the language. */
  return resolver->by_language;
}

/* Both ends of a range are in one order. FALSE when nothing decides. */
static gboolean
decide_order (const Resolver  *resolver,
              CnDateCandidate *candidate)
{
  Order order = ORDER_UNKNOWN;
  gboolean open = FALSE;

  for (guint i = 0; i < candidate->n_parts && order == ORDER_UNKNOWN; i++)
    {
      open |= candidate->parts[i].swappable;
      if (candidate->parts[i].swappable)
        order = get_order (resolver, candidate, &candidate->parts[i]);
    }

  for (guint i = 0; i < candidate->n_parts && order != ORDER_UNKNOWN; i++)
    {
      CnDatePart *part = &candidate->parts[i];

      if (part->swappable && order == ORDER_MONTH_FIRST)
        *part = swap (part);
      part->swappable = FALSE;
    }

  return !open || order != ORDER_UNKNOWN;
}

/* The year that brings the day nearest to the reference and fits the weekday if there is one. */
static guint
get_nearest_year (CnDate            reference,
                  const CnDatePart *part,
                  guint             weekday)
{
  guint best = 0;
  gint64 best_distance = G_MAXINT64;
  CnDate from = reference;

  if (reference.day == 0)
    return reference.month == 0 ? reference.year : reference.year + (part->month - reference.month > 6 ? -1 :
                                                                     part->month - reference.month < -6 ? 1 : 0);

  from.seconds = -1;
  for (int year = reference.year - 1; year <= reference.year + 1; year++)
    {
      CnDatePart there = { (guint16) year, part->month, part->day, FALSE };
      CnDate date = cn_date_new_day (year, part->month, part->day);
      gint64 distance;

      if (date.year == 0 || (weekday != 0 && !is_weekday (&there, weekday)))
        continue;

      distance = ABS (((gint64) year - reference.year) * 372 + (part->month - from.month) * 31 + part->day - from.day);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = (guint) year;
        }
    }

  return best;
}

static guint
get_missing_year (const Resolver        *resolver,
                  const CnDateCandidate *candidate)
{
  const CnDatePart *part = &candidate->parts[0];
  guint year = resolver->year_of_day[part->month][part->day];

  if (year != 0)
    return year;
  year = resolver->year_of_month[part->month];
  if (year != 0 && year != G_MAXUINT16)
    return year;
  if (resolver->reference.year != 0)
    {
      year = get_nearest_year (resolver->reference, part, candidate->weekday);
      return year != 0 ? year : get_nearest_year (resolver->reference, part, 0);
    }

  return resolver->only_year != G_MAXUINT16 ? resolver->only_year : 0;
}

/* Completes the parts of a date without a year; FALSE when nothing says which year, or that year has no such day. */
static gboolean
complete (const Resolver  *resolver,
          CnDateCandidate *candidate)
{
  guint year = get_missing_year (resolver, candidate);

  if (year < 1 || year > 2200)
    return FALSE;

  for (guint i = 0; i < candidate->n_parts; i++)
    {
      candidate->parts[i].year = (guint16) year;
      if (i > 0 && cn_date_part_compare (&candidate->parts[i - 1], &candidate->parts[i]) > 0)
        candidate->parts[i].year = (guint16) (year + 1);
      if (!cn_date_part_is_valid (&candidate->parts[i]) ||
          (i > 0 && cn_date_part_compare (&candidate->parts[i - 1], &candidate->parts[i]) >= 0))
        return FALSE;
    }

  return TRUE;
}

static CnDate
get_date (const CnDatePart *part)
{
  if (part->month == 0)
    return cn_date_new_year (part->year);
  if (part->day == 0)
    return cn_date_new_month (part->year, part->month);
  return cn_date_new_day (part->year, part->month, part->day);
}

static void
set_dates (CnDateMatch           *match,
           const CnDateCandidate *candidate)
{
  match->date = get_date (&candidate->parts[0]);
  match->last = get_date (&candidate->parts[candidate->n_parts - 1]);

  if (candidate->shape == CN_DATE_SHAPE_LIST)
    {
      match->days = g_array_sized_new (FALSE, FALSE, sizeof (CnDate), candidate->n_parts);
      for (guint i = 0; i < candidate->n_parts; i++)
        {
          CnDate date = get_date (&candidate->parts[i]);

          g_array_append_val (match->days, date);
        }
    }
}

/* The year is what the two readings of "04/06/2021" have in common. */
static void
set_ambiguous (CnDateMatch           *match,
               const CnDateCandidate *candidate)
{
  match->ambiguous = TRUE;
  match->date = cn_date_new_year (candidate->parts[0].year);
  match->last = cn_date_new_year (candidate->parts[candidate->n_parts - 1].year);
}

static void
resolve_candidate (const Resolver  *resolver,
                   CnDateCandidate *candidate,
                   CnDateMatch     *match)
{
  *match = (CnDateMatch) {
    .start = candidate->start,
    .end = candidate->end,
    .date = CN_DATE_NONE,
    .last = CN_DATE_NONE,
    .approximate = candidate->approximate,
  };

  switch (candidate->shape)
    {
    case CN_DATE_SHAPE_NOTHING:
      g_assert_not_reached ();
    case CN_DATE_SHAPE_RELATIVE:
      match->relative = TRUE;
      G_GNUC_FALLTHROUGH;
    case CN_DATE_SHAPE_INSTANT:
      match->date = candidate->date;
      match->last = candidate->last;
      break;
    case CN_DATE_SHAPE_SINGLE:
    case CN_DATE_SHAPE_RANGE:
    case CN_DATE_SHAPE_LIST:
      if (!decide_order (resolver, candidate) ||
          (candidate->shape == CN_DATE_SHAPE_RANGE && candidate->parts[0].year != 0 &&
           cn_date_part_compare (&candidate->parts[0], &candidate->parts[1]) > 0))
        {
          set_ambiguous (match, candidate);
          break;
        }
      if (candidate->parts[0].year == 0)
        {
          match->relative = TRUE;
          if (!complete (resolver, candidate))
            break;
        }
      set_dates (match, candidate);
      break;
    }
}

static void
clear_match (gpointer data)
{
  cn_date_match_clear (data);
}

/**
 * cn_date_resolve:
 * @candidates: (element-type CnDateCandidate): all of one text, in order; changed
 * @language: (nullable): BCP 47
 * @reference: the day that the text was written on, or %CN_DATE_NONE
 *
 * Returns: (transfer full) (element-type CnDateMatch): what they mean
 */
GArray *
cn_date_resolve (GArray     *candidates,
                 const char *language,
                 CnDate      reference)
{
  Resolver resolver = { .candidates = candidates, .reference = reference };
  GArray *matches = g_array_sized_new (FALSE, FALSE, sizeof (CnDateMatch), candidates->len);

  g_array_set_clear_func (matches, clear_match);
  resolver.by_language = get_order_of_language (language);
  gather (&resolver);

  for (guint i = 0; i < candidates->len; i++)
    {
      CnDateMatch match;

      resolve_candidate (&resolver, &g_array_index (candidates, CnDateCandidate, i), &match);
      g_array_append_val (matches, match);
    }

  return matches;
}
