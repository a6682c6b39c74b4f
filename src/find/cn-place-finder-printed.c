/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed behind a name to say where it is: "Gjilan (Kosovo)", "Athens, Georgia", "Victoria, BC, Canada",
 * "Pec/Peja", "Malmö | Sweden" in a table.
 *
 * A scope is a place that the named one lies in; a printed word may be several ("Georgia"). Behind a comma only those
 * count that the name really has a place in, for commas also part the names of an enumeration; in brackets a country
 * without such a place says that a place is meant that the gazetteer does not know. Pure, any thread. */

#include "config.h"

#include "cn-place-finder-private.h"

#include <string.h>

/* So many times more people elsewhere, and the region behind a comma is the next name of an enumeration. */
#define ENUMERATION_RATIO 8

typedef struct
{
  guint    from;      /* in the search's scopes */
  guint    n;
  guint    end_word;  /* its last word */
  guint    candidate; /* G_MAXUINT for an abbreviation */
  gboolean is_region;
} Printed;

/*
 * cn_place_sense_lies_in:
 * @scope: a place
 *
 * Returns: whether the place lies in @scope
 */
gboolean
cn_place_sense_lies_in (const CnPlaceSense *self,
                        guint               scope)
{
  if (scope == CN_NO_PLACE)
    return FALSE;

  return self->info.index == scope || self->info.country_index == scope || self->info.region == scope
         || self->info.subregion == scope || self->info.parent == scope;
}

static gboolean
lies_in_any (const CnPlaceSearch *search,
             const CnPlaceSense  *sense,
             guint                from,
             guint                n)
{
  for (guint i = from; i < from + n; i++)
    if (cn_place_sense_lies_in (sense, g_array_index (search->scopes, guint, i)))
      return TRUE;

  return FALSE;
}

/* The candidate that begins with the word at @index, at or behind @from; G_MAXUINT when there is none. */
static guint
find_candidate (const CnPlaceSearch *search,
                guint                from,
                guint                index)
{
  for (guint i = from; i < search->candidates->len; i++)
    {
      const CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);

      if (candidate->first >= index)
        return candidate->first == index ? i : G_MAXUINT;
    }

  return G_MAXUINT;
}

static void
add_scope (CnPlaceSearch *search,
           Printed       *printed,
           guint          place)
{
  if (place == CN_NO_PLACE)
    return;
  g_array_append_val (search->scopes, place);
  printed->n++;
}

/* "BC", "Calif.", "TX": the abbreviations of regions, and codes of countries in brackets. */
static gboolean
read_abbreviation (CnPlaceSearch *search,
                   guint          index,
                   gboolean       is_bracket,
                   Printed       *printed)
{
  const CnPlaceWord *word = cn_place_text_get (search->text, index);
  const char *folded = cn_place_text_fold (search->text, index);
  gboolean is_code = word->end - word->start == 2 && (word->flags & CN_PLACE_WORD_UPPER) != 0;
  const char *value;

  if ((word->flags & CN_PLACE_WORD_CAPITAL) == 0 || (word->end - word->start == 2 && !is_code))
    return FALSE;

  value = cn_place_words_get_value (search->words, CN_PLACE_SECTION_STATE_SHORT, NULL, &folded, 1);
  if (value != NULL)
    {
      g_autofree char *id = g_strconcat ("admin1:", value, NULL);

      add_scope (search, printed, cn_gazetteer_lookup_id (search->gazetteer, id));
      printed->is_region = printed->n > 0;
    }
  if (is_code && is_bracket)
    {
      char code[3] = { g_ascii_toupper (folded[0]), g_ascii_toupper (folded[1]), '\0' };

      add_scope (search, printed, cn_gazetteer_lookup_country (search->gazetteer, code));
    }

  return printed->n > 0;
}

/* Reads a country or a region that begins at @index. */
static gboolean
read_printed (CnPlaceSearch *search,
              guint          from,
              guint          index,
              gboolean       is_bracket,
              Printed       *printed)
{
  const CnPlaceTerm *term;
  guint number;

  *printed = (Printed) { .from = search->scopes->len, .end_word = index, .candidate = G_MAXUINT };
  if (index >= cn_place_text_get_n_words (search->text))
    return FALSE;

  number = find_candidate (search, from, index);
  if (number == G_MAXUINT)
    return read_abbreviation (search, index, is_bracket, printed);

  printed->candidate = number;
  printed->end_word = cn_place_search_candidate (search, number)->last;
  term = cn_place_search_term (search, cn_place_search_candidate (search, number));
  for (guint i = 0; i < term->n_senses; i++)
    {
      const CnPlaceSense *sense = cn_place_search_sense (search, term, i);

      if (sense->info.kind == CN_PLACE_COUNTRY)
        add_scope (search, printed, sense->info.index);
      else if (sense->is_region || (is_bracket && sense->info.population > 100000))
        {
          add_scope (search, printed, sense->info.index);
          printed->is_region = TRUE;
        }
    }
  if (printed->n == 0)
    return read_abbreviation (search, index, is_bracket, printed);

  return TRUE;
}

/* Whether nothing of a longer name follows the word at @index. */
static gboolean
is_ended (const CnPlaceSearch *search,
          guint                index)
{
  const CnPlaceWord *next;

  if (index + 1 >= cn_place_text_get_n_words (search->text))
    return TRUE;
  next = cn_place_text_get (search->text, index + 1);

  return (next->flags & (CN_PLACE_WORD_FIRST | CN_PLACE_WORD_CELL | CN_PLACE_WORD_BREAK)) != 0 || next->gap[0] != '\0'
         || (next->flags & CN_PLACE_WORD_CAPITAL) == 0;
}

/* "Georgia, USA": only the Georgia that is in the USA. */
static void
narrow (CnPlaceSearch *search,
        guint          from,
        Printed       *printed)
{
  const CnPlaceWord *next;
  Printed outer;
  guint n = 0;

  if (printed->end_word + 1 >= cn_place_text_get_n_words (search->text))
    return;
  next = cn_place_text_get (search->text, printed->end_word + 1);
  if ((next->flags & CN_PLACE_WORD_FIRST) != 0 || next->gap[0] != ',')
    return;
  if (!read_printed (search, from, printed->end_word + 1, FALSE, &outer))
    return;

  for (guint i = printed->from; i < printed->from + printed->n; i++)
    {
      CnPlaceSense sense = { 0 };

      cn_gazetteer_get (search->gazetteer, g_array_index (search->scopes, guint, i), &sense.info);
      if (sense.info.kind != CN_PLACE_COUNTRY && lies_in_any (search, &sense, outer.from, outer.n))
        g_array_index (search->scopes, guint, printed->from + n++) = sense.info.index;
    }
  g_array_set_size (search->scopes, outer.from);
  if (n == 0)
    return;
  printed->n = n;
  printed->end_word = outer.end_word;
  if (outer.candidate != G_MAXUINT)
    cn_place_search_candidate (search, outer.candidate)->is_scope = TRUE;
}

/* The people of the name's biggest place in the scopes, and of its biggest one anywhere; -1 for none. */
static void
compare_populations (const CnPlaceSearch *search,
                     const CnPlaceTerm   *term,
                     const Printed       *printed,
                     gint64              *inside,
                     gint64              *anywhere)
{
  *inside = *anywhere = -1;
  for (guint i = 0; i < term->n_senses; i++)
    {
      const CnPlaceSense *sense = cn_place_search_sense (search, term, i);

      if (sense->info.kind == CN_PLACE_COUNTRY)
        continue;
      if (lies_in_any (search, sense, printed->from, printed->n))
        *inside = MAX (*inside, (gint64) sense->info.population);
      if (sense->tier <= CN_NAME_TIER_LANGUAGE)
        *anywhere = MAX (*anywhere, (gint64) sense->info.population);
    }
}

/* Whether a further name of the same sort follows: "Amsterdam, New York and Paris". */
static gboolean
is_enumerated (const CnPlaceSearch *search,
               guint                index)
{
  const char *folded;
  const CnPlaceWord *next;

  if (index + 1 >= cn_place_text_get_n_words (search->text))
    return FALSE;
  next = cn_place_text_get (search->text, index + 1);
  if ((next->flags & CN_PLACE_WORD_FIRST) != 0)
    return FALSE;
  folded = cn_place_text_fold (search->text, index + 1);

  return next->gap[0] == ',' || (next->gap[0] == '\0'
         && (cn_place_words_get_sections (search->words, search->language, folded)
             & (1u << CN_PLACE_SECTION_CONJUNCTION)) != 0);
}

static gboolean
accept_comma (CnPlaceSearch     *search,
              const CnPlaceTerm *term,
              Printed           *printed)
{
  gboolean is_country = FALSE;
  gint64 inside, anywhere;

  compare_populations (search, term, printed, &inside, &anywhere);
  if (inside < 0)
    return FALSE;

  if (printed->candidate != G_MAXUINT)
    is_country = cn_place_search_term (search, cn_place_search_candidate (search, printed->candidate))->is_country;
  if (is_country || printed->candidate == G_MAXUINT)
    return TRUE;
  if (printed->candidate != G_MAXUINT
      && cn_place_search_term (search, cn_place_search_candidate (search, printed->candidate))->is_region)
    return TRUE;

  /* Behind the comma is a name that is a city as well as a region. */
  return !(is_enumerated (search, printed->end_word) || anywhere > inside * ENUMERATION_RATIO);
}

static void
keep_scope (CnPlaceSearch    *search,
            CnPlaceCandidate *candidate,
            const Printed    *printed,
            CnPlaceRule       rule)
{
  candidate->scope = printed->from;
  candidate->n_scopes = printed->n;
  candidate->end_word = printed->end_word;
  cn_place_candidate_add (candidate, rule);
  if (printed->candidate != G_MAXUINT)
    cn_place_search_candidate (search, printed->candidate)->is_scope = TRUE;
}

/* Returns: the word behind "the" and the like, where a country may begin. */
static guint
skip_article (const CnPlaceSearch *search,
              guint                from,
              guint                index)
{
  const CnPlaceWord *word = cn_place_text_get (search->text, index);

  if (word->end - word->start <= 4 && (word->flags & CN_PLACE_WORD_UPPER) == 0
      && index + 1 < cn_place_text_get_n_words (search->text)
      && cn_place_text_get (search->text, index + 1)->gap[0] == '\0' && find_candidate (search, from, index) == G_MAXUINT)
    return index + 1;

  return index;
}

static void
read_bracket (CnPlaceSearch    *search,
              guint             number,
              CnPlaceCandidate *candidate)
{
  guint index = candidate->last + 1;
  gint64 inside, anywhere;
  Printed printed;

  if (!read_printed (search, number + 1, index, TRUE, &printed)
      && !read_printed (search, number + 1, skip_article (search, number + 1, index), TRUE, &printed))
    return;
  if (!is_ended (search, printed.end_word))
    return;

  narrow (search, number + 1, &printed);
  compare_populations (search, cn_place_search_term (search, candidate), &printed, &inside, &anywhere);
  if (inside >= 0)
    keep_scope (search, candidate, &printed,
                printed.is_region ? CN_PLACE_RULE_PRINTED_REGION : CN_PLACE_RULE_PRINTED_COUNTRY);
  else if (!printed.is_region)
    cn_place_candidate_add (candidate, CN_PLACE_RULE_ELSEWHERE);
}

static void
read_comma (CnPlaceSearch    *search,
            guint             number,
            CnPlaceCandidate *candidate)
{
  guint index = candidate->last + 1;
  Printed printed;

  if (!read_printed (search, number + 1, index, FALSE, &printed)
      && !read_printed (search, number + 1, skip_article (search, number + 1, index), FALSE, &printed))
    return;
  if (!is_ended (search, printed.end_word))
    return;

  narrow (search, number + 1, &printed);
  if (accept_comma (search, cn_place_search_term (search, candidate), &printed))
    keep_scope (search, candidate, &printed,
                printed.is_region ? CN_PLACE_RULE_PRINTED_REGION : CN_PLACE_RULE_PRINTED_COUNTRY);
}

/* "Pec/Peja": two names of one place are one. */
static void
join_names (CnPlaceSearch    *search,
            guint             number,
            CnPlaceCandidate *candidate)
{
  guint other_number = find_candidate (search, number + 1, candidate->last + 1);
  CnPlaceCandidate *other;
  const CnPlaceTerm *term = cn_place_search_term (search, candidate);
  const CnPlaceTerm *other_term;

  if (other_number == G_MAXUINT)
    return;
  other = cn_place_search_candidate (search, other_number);
  other_term = cn_place_search_term (search, other);
  for (guint i = 0; i < term->n_cities; i++)
    for (guint k = 0; k < other_term->n_cities; k++)
      {
        const CnPlaceSense *sense = cn_place_search_sense (search, term, i);

        if (sense->info.index != cn_place_search_sense (search, other_term, k)->info.index)
          continue;
        candidate->scope = search->scopes->len;
        candidate->n_scopes = 1;
        g_array_append_val (search->scopes, sense->info.index);
        candidate->last = candidate->end_word = other->last;
        other->is_joined = TRUE;
        cn_place_candidate_add (candidate, CN_PLACE_RULE_TWO_NAMES);
        return;
      }
}

/* "Essen in Germany", "Gaziantep in south-eastern Turkey": a hint, no proof. */
static void
read_preposition (CnPlaceSearch    *search,
                  guint             number,
                  CnPlaceCandidate *candidate)
{
  guint index = candidate->last + 1;
  const char *folded = cn_place_text_fold (search->text, index);
  gint64 inside, anywhere;
  Printed printed;

  if ((cn_place_words_get_sections (search->words, search->language, folded)
       & (1u << CN_PLACE_SECTION_PREPOSITION)) == 0
      || index + 1 >= cn_place_text_get_n_words (search->text)
      || cn_place_text_get (search->text, index + 1)->gap[0] != '\0')
    return;
  if (!read_printed (search, number + 1, index + 1, FALSE, &printed)
      && !read_printed (search, number + 1, skip_article (search, number + 1, index + 1), FALSE, &printed))
    return;
  if (printed.candidate == G_MAXUINT || !is_ended (search, printed.end_word))
    return;
  compare_populations (search, cn_place_search_term (search, candidate), &printed, &inside, &anywhere);
  if (inside < 0)
    return;
  if (!cn_place_search_term (search, cn_place_search_candidate (search, printed.candidate))->is_country
      && !cn_place_search_term (search, cn_place_search_candidate (search, printed.candidate))->is_region)
    return;

  candidate->scope = printed.from;
  candidate->n_scopes = printed.n;
  cn_place_candidate_add (candidate, CN_PLACE_RULE_COUNTRY_BEHIND);
}

/*
 * cn_place_search_read_scopes:
 *
 * Reads what is printed behind each candidate.
 */
void
cn_place_search_read_scopes (CnPlaceSearch *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (self, i);
      const CnPlaceWord *next;

      if (candidate->is_joined || candidate->last + 1 >= cn_place_text_get_n_words (self->text))
        continue;
      next = cn_place_text_get (self->text, candidate->last + 1);
      if ((next->flags & CN_PLACE_WORD_FIRST) != 0)
        continue;

      if (next->gap[0] == '/' && next->gap[1] == '\0')
        {
          join_names (self, i, candidate);
          if (candidate->last + 1 >= cn_place_text_get_n_words (self->text))
            continue;
          next = cn_place_text_get (self->text, candidate->last + 1);
        }
      if ((next->gap[0] == '(' || next->gap[0] == '[') && next->gap[1] == '\0')
        read_bracket (self, i, candidate);
      else if (((next->gap[0] == ',' || next->gap[0] == '|') && next->gap[1] == '\0')
               || ((next->flags & CN_PLACE_WORD_CELL) != 0 && next->gap[0] == '\0'))
        {
          if (!candidate->is_scope)
            read_comma (self, i, candidate);
        }
      else if (next->gap[0] == '\0' && (next->flags & (CN_PLACE_WORD_CAPITAL | CN_PLACE_WORD_UNCASED)) == 0)
        read_preposition (self, i, candidate);
    }
}
