/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of its namesakes a name stands for, whether it is a place at all, and how sure that is.
 *
 * What is printed decides; then one sense for each article; then the countries and regions that the article speaks of,
 * by name or through its other places; then people and rank of the name. A name of many namesakes is read once for each
 * document, so the whole is linear. Pure, any thread. */

#include "config.h"

#include "cn-place-finder-private.h"

#include <math.h>
#include <string.h>

#define REGION_RATIO 15

/* A plain name without any ground needs a place that people know. */
#define BASE (-0.8)

/* From so much on, one name of an article vouches for the same name elsewhere in it. */
#define SURE_SCORE 3.5

/* What refuses a name whatever stands for it. */
#define HARD_RULES ((G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_NETWORK_NAME) \
                    | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_ORGANISATION) \
                    | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_AGREEMENT) \
                    | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_FEATURE) \
                    | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_PERSON) \
                    | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_ELSEWHERE) \
                    | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_ADDRESS))

#define STRONG_RULES ((G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_PRINTED_COUNTRY) \
                      | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_PRINTED_REGION) \
                      | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_PLACE_TITLE) \
                      | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_PLACE_SUFFIX) \
                      | (G_GUINT64_CONSTANT (1) << CN_PLACE_RULE_TWO_NAMES))

static void
add_weight (CnPlaceSearch *search,
            guint          place)
{
  guint weight;

  if (place == CN_NO_PLACE)
    return;
  weight = GPOINTER_TO_UINT (g_hash_table_lookup (search->weights, GUINT_TO_POINTER (place + 1)));
  g_hash_table_insert (search->weights, GUINT_TO_POINTER (place + 1), GUINT_TO_POINTER (weight + 1));
}

static guint
get_weight (const CnPlaceSearch *search,
            guint                place)
{
  if (place == CN_NO_PLACE)
    return 0;

  return GPOINTER_TO_UINT (g_hash_table_lookup (search->weights, GUINT_TO_POINTER (place + 1)));
}

static void
add_sense_weight (CnPlaceSearch      *search,
                  const CnPlaceSense *sense)
{
  add_weight (search, sense->info.country_index);
  add_weight (search, sense->info.region);
}

/*
 * cn_place_sense_rate:
 *
 * Returns: how much speaks for this one of the namesakes in any document
 */
double
cn_place_sense_rate (const CnPlaceSense *self)
{
  static const double tiers[] = { 0, -1.2, -4.5 };
  double rating = 2 * log10 ((double) self->info.population + 10) + tiers[self->tier];

  if (self->info.kind == CN_PLACE_DISTRICT)
    rating -= 0.8;
  else if (self->info.kind == CN_PLACE_FORMER)
    rating -= 3;

  return rating + self->info.importance / 255.0;
}

/* How much speaks for it here. */
static double
rate_sense (const CnPlaceSearch *search,
            const CnPlaceSense  *sense)
{
  /* Logarithms to base 2 of one more: the second mention says less than the first. */
  static const double counts[] = { 0, 1, 1.58, 2, 2.32, 2.58, 2.81, 3 };
  guint country = MIN (get_weight (search, sense->info.country_index), G_N_ELEMENTS (counts) - 1);
  guint region = MIN (get_weight (search, sense->info.region), G_N_ELEMENTS (counts) - 1);

  return sense->rating + 0.9 * counts[country] + 1.5 * counts[region];
}

static gboolean
is_in_scope (const CnPlaceSearch    *search,
             const CnPlaceCandidate *candidate,
             const CnPlaceSense     *sense)
{
  if (candidate->n_scopes == 0)
    return TRUE;
  for (guint i = candidate->scope; i < candidate->scope + candidate->n_scopes; i++)
    if (cn_place_sense_lies_in (sense, g_array_index (search->scopes, guint, i)))
      return TRUE;

  return FALSE;
}

/* A region that the supplement lists without saying where in the country it is stands for all its namesakes there. */
static double
rate_region (const CnPlaceSense *sense)
{
  return sense->info.region == CN_NO_PLACE && !sense->is_first_level ? 20 : 0;
}

/* Chooses among what the scopes of @candidate leave; the margin to the next one goes to @margin. */
static const CnPlaceSense *
choose_sense (const CnPlaceSearch    *search,
              const CnPlaceCandidate *candidate,
              double                 *margin)
{
  const CnPlaceTerm *term = cn_place_search_term (search, candidate);
  const CnPlaceSense *city = NULL, *region = NULL;
  double best = -G_MAXDOUBLE, second = -G_MAXDOUBLE, best_region = -G_MAXDOUBLE;

  for (guint i = 0; i < term->n_senses; i++)
    {
      const CnPlaceSense *sense = cn_place_search_sense (search, term, i);
      double rating;

      if (sense->info.kind == CN_PLACE_COUNTRY || !is_in_scope (search, candidate, sense))
        continue;
      rating = rate_sense (search, sense);
      if (sense->is_region)
        {
          rating += rate_region (sense);
          if (rating > best_region)
            {
              best_region = rating;
              region = sense;
            }
        }
      else if (rating > best)
        {
          second = best;
          best = rating;
          city = sense;
        }
      else
        second = MAX (second, rating);
    }

  *margin = city != NULL && second > -G_MAXDOUBLE ? best - second : 6;
  if (city == NULL)
    return region;
  if (region != NULL && region->is_first_level && region->tier <= city->tier
      && region->info.population / REGION_RATIO > city->info.population)
    return region;

  return city;
}

/* The same for all places of the text where nothing is printed behind the name: chosen once a turn. */
static const CnPlaceSense *
choose_plain_sense (const CnPlaceSearch    *search,
                    const CnPlaceCandidate *candidate,
                    double                 *margin)
{
  CnPlaceTerm *term = cn_place_search_term (search, candidate);

  if (term->turn != search->turn)
    {
      const CnPlaceSense *sense = choose_sense (search, candidate, &term->margin);

      term->turn = search->turn;
      term->chosen = sense != NULL ? (guint) (sense - cn_place_search_sense (search, term, 0)) : CN_NO_PLACE;
    }
  *margin = term->margin;

  return term->chosen != CN_NO_PLACE ? cn_place_search_sense (search, term, term->chosen) : NULL;
}

/* What people know of the place, whatever the text says. */
static double
get_prominence (const CnPlaceTerm  *term,
                const CnPlaceSense *sense)
{
  static const struct
  {
    guint32 population;
    double prominence;
  } steps[] = {
    { 1000000, 3.4 }, { 300000, 2.7 }, { 100000, 2 }, { 30000, 1.2 }, { 10000, 0.5 }, { 3000, -0.3 }, { 1000, -1 },
    { 0, -1.6 },
  };
  guint i = 0;
  double prominence;

  while (sense->info.population < steps[i].population)
    i++;
  prominence = steps[i].prominence;
  if (sense->tier == CN_NAME_TIER_OTHER)
    prominence -= 2.2;
  if (term->n_words > 1)
    prominence += 1.2;
  else if (term->length <= 3)
    prominence -= 2;
  else if (term->length == 4)
    prominence -= 0.6;

  return prominence;
}

static double
score_candidate (const CnPlaceSearch    *search,
                 const CnPlaceCandidate *candidate,
                 const CnPlaceSense     *sense)
{
  double score = BASE + get_prominence (cn_place_search_term (search, candidate), sense);

  for (guint64 rules = candidate->rules; rules != 0; rules &= rules - 1)
    score += cn_place_rule_get_weight ((CnPlaceRule) __builtin_ctzll (rules));
  if (get_weight (search, sense->info.country_index) > 0)
    score += 0.4;
  if (get_weight (search, sense->info.region) > 0)
    score += 0.6;

  return score;
}

static gboolean
is_open (const CnPlaceCandidate *candidate)
{
  return !candidate->is_scope && !candidate->is_joined;
}

/* Countries and regions named as such, and what is printed behind names. */
static void
weigh_scopes (CnPlaceSearch *search)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);
      const CnPlaceTerm *term = cn_place_search_term (search, candidate);

      if (!term->is_country && !term->is_region && !candidate->is_scope)
        continue;
      for (guint k = 0; k < term->n_senses; k++)
        {
          const CnPlaceSense *sense = cn_place_search_sense (search, term, k);

          if (sense->info.kind == CN_PLACE_COUNTRY)
            add_weight (search, sense->info.index);
          else if (sense->is_first_level && (term->is_region || candidate->is_scope))
            {
              add_weight (search, sense->info.index);
              add_weight (search, sense->info.country_index);
            }
        }
    }
}

/* Refuses what is a country or a region and no more. */
static void
mark_regions (CnPlaceSearch *search)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);
      const CnPlaceTerm *term = cn_place_search_term (search, candidate);
      gboolean is_titled = (candidate->rules & STRONG_RULES) != 0 && !candidate->is_scope;

      if (candidate->is_scope)
        cn_place_candidate_add (candidate, term->is_country ? CN_PLACE_RULE_COUNTRY : CN_PLACE_RULE_REGION);
      else if (is_titled && term->n_cities + candidate->n_scopes > 0)
        continue;
      else if (term->is_country)
        cn_place_candidate_add (candidate, CN_PLACE_RULE_COUNTRY);
      else if (term->is_region)
        cn_place_candidate_add (candidate, CN_PLACE_RULE_REGION);
    }
}

/* Whether nothing but a comma, a semicolon or an "and" stands between two names. */
static gboolean
is_enumerated (const CnPlaceSearch    *search,
               const CnPlaceCandidate *one,
               const CnPlaceCandidate *other)
{
  guint first = one->end_word + 1;
  const CnPlaceWord *word;

  if (other->first < first || other->first > first + 1)
    return FALSE;
  word = cn_place_text_get (search->text, first);
  if ((word->flags & CN_PLACE_WORD_FIRST) != 0)
    return cn_place_candidate_has (one, CN_PLACE_RULE_ITEM) && cn_place_candidate_has (other, CN_PLACE_RULE_ITEM);
  if (other->first == first)
    return strpbrk (word->gap, ",;/") != NULL && strpbrk (word->gap, ".!?") == NULL;

  return (cn_place_words_get_sections (search->words, search->language, cn_place_text_fold (search->text, first))
          & (1u << CN_PLACE_SECTION_CONJUNCTION)) != 0
         && (cn_place_text_get (search->text, other->first)->flags & CN_PLACE_WORD_FIRST) == 0;
}

static void
mark_group (CnPlaceSearch *search,
            const guint   *members,
            guint          n)
{
  gboolean has_known = FALSE, has_sure = FALSE;
  guint n_items = 0;

  for (guint i = 0; i < n; i++)
    {
      const CnPlaceCandidate *candidate = cn_place_search_candidate (search, members[i]);

      has_known = has_known || candidate->score > 0;
      n_items += candidate->score > 0 && cn_place_candidate_has (candidate, CN_PLACE_RULE_ITEM);
      has_sure = has_sure || cn_place_candidate_has (candidate, CN_PLACE_RULE_PRINTED_COUNTRY)
                 || cn_place_candidate_has (candidate, CN_PLACE_RULE_PLACE_TITLE);
    }
  for (guint i = 0; i < n; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (search, members[i]);

      if ((has_sure || n_items * 2 >= n) && n > 2)
        cn_place_candidate_add (candidate, CN_PLACE_RULE_SURE_ENUMERATION);
      else if (has_known)
        cn_place_candidate_add (candidate, n > 2 ? CN_PLACE_RULE_ENUMERATION : CN_PLACE_RULE_PAIR);
    }
}

/* Ends an enumeration: its members know of each other now. */
static void
close_group (CnPlaceSearch *search,
             GArray        *members)
{
  if (members->len > 1)
    mark_group (search, &g_array_index (members, guint, 0), members->len);
  g_array_set_size (members, 0);
}

static void
mark_enumerations (CnPlaceSearch *search)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < search->candidates->len; i++)
    {
      const CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);
      guint last = members->len > 0 ? g_array_index (members, guint, members->len - 1) : 0;

      if (!is_open (candidate))
        continue;
      if (members->len > 0 && !is_enumerated (search, cn_place_search_candidate (search, last), candidate))
        close_group (search, members);
      if ((candidate->rules & HARD_RULES) == 0)
        g_array_append_val (members, i);
    }
  close_group (search, members);
}

/* Scores everything; with @is_learning what is sure tells about the rest. */
static void
score_all (CnPlaceSearch *search,
           gboolean       is_learning)
{
  search->turn++;
  for (guint i = 0; i < search->candidates->len; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);
      CnPlaceTerm *term = cn_place_search_term (search, candidate);
      const CnPlaceSense *sense;
      double margin;

      candidate->place = CN_NO_PLACE;
      candidate->score = -30;
      if (!is_open (candidate))
        continue;
      sense = (candidate->n_scopes > 0 ? choose_sense : choose_plain_sense) (search, candidate, &margin);
      if (sense == NULL)
        continue;
      candidate->place = sense->info.index;
      if (candidate->n_scopes == 0 && term->sense != CN_NO_PLACE)
        {
          candidate->place = term->sense;
          margin = 4;
        }
      candidate->score = score_candidate (search, candidate, sense);
      candidate->certainty = is_learning ? 0 : 1 / (1 + exp (-0.5 - 0.9 * margin));
      if (!is_learning || candidate->score <= 0 || (candidate->rules & HARD_RULES) != 0)
        continue;

      if (candidate->n_scopes > 0 && !cn_place_candidate_has (candidate, CN_PLACE_RULE_COUNTRY_BEHIND)
          && term->sense == CN_NO_PLACE)
        term->sense = sense->info.index;
      if ((candidate->rules & STRONG_RULES) != 0 || candidate->score > SURE_SCORE)
        {
          if (term->n_sure++ == 0 && (candidate->n_scopes > 0 || margin > 2))
            add_sense_weight (search, sense);
        }
    }
}

/* What the other places where the same name stands say. */
static void
mark_elsewhere (CnPlaceSearch *search)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);
      const CnPlaceTerm *term = cn_place_search_term (search, candidate);

      if (!is_open (candidate) || (candidate->rules & STRONG_RULES) != 0)
        continue;
      if (term->n_sure > 0)
        cn_place_candidate_add (candidate, CN_PLACE_RULE_SAID_ELSEWHERE);
      else if (term->is_person)
        cn_place_candidate_add (candidate, CN_PLACE_RULE_PERSON_ELSEWHERE);
    }
}

/*
 * cn_place_search_resolve:
 *
 * Gives each candidate a place, a score and a certainty; what ends above zero is a place.
 */
void
cn_place_search_resolve (CnPlaceSearch *self)
{
  weigh_scopes (self);
  mark_regions (self);
  score_all (self, FALSE);
  mark_enumerations (self);
  score_all (self, TRUE);
  mark_elsewhere (self);
  score_all (self, FALSE);
}
