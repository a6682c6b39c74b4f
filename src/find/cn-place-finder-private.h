/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-gazetteer.h"
#include "cn-network-finder.h"
#include "cn-place-text.h"
#include "cn-place-words.h"

G_BEGIN_DECLS

/* What a name of a place is beside. Each has a name and a weight in cn-place-finder-rules.c. */
typedef enum
{
  CN_PLACE_RULE_PRINTED_COUNTRY,
  CN_PLACE_RULE_PRINTED_REGION,
  CN_PLACE_RULE_COUNTRY_BEHIND,
  CN_PLACE_RULE_PLACE_TITLE,
  CN_PLACE_RULE_PLACE_SUFFIX,
  CN_PLACE_RULE_OFFICE_BEHIND,
  CN_PLACE_RULE_PREPOSITION,
  CN_PLACE_RULE_DIRECTION,
  CN_PLACE_RULE_ENDING,
  CN_PLACE_RULE_BASED,
  CN_PLACE_RULE_TWO_NAMES,
  CN_PLACE_RULE_ITEM,
  CN_PLACE_RULE_PAIR,
  CN_PLACE_RULE_ENUMERATION,
  CN_PLACE_RULE_SURE_ENUMERATION,
  CN_PLACE_RULE_DATELINE,
  CN_PLACE_RULE_SAID_ELSEWHERE,
  CN_PLACE_RULE_WELL_KNOWN,
  CN_PLACE_RULE_SENTENCE_HEAD,
  CN_PLACE_RULE_HEADLINE,
  CN_PLACE_RULE_SMALL_LETTER_ELSEWHERE,
  CN_PLACE_RULE_COMMON_WORD,
  CN_PLACE_RULE_STRONG_COMMON_WORD,
  CN_PLACE_RULE_MONTH,
  CN_PLACE_RULE_GIVEN_NAME,
  CN_PLACE_RULE_SURNAME,
  CN_PLACE_RULE_PERSON,
  CN_PLACE_RULE_PERSON_ELSEWHERE,
  CN_PLACE_RULE_SPEECH,
  CN_PLACE_RULE_NEIGHBOUR,
  CN_PLACE_RULE_WEAK_NEIGHBOUR,
  CN_PLACE_RULE_COMPOUND,
  CN_PLACE_RULE_ORGANISATION,
  CN_PLACE_RULE_FEATURE,
  CN_PLACE_RULE_AGREEMENT,
  CN_PLACE_RULE_DEMONYM,
  CN_PLACE_RULE_NETWORK_NAME,
  CN_PLACE_RULE_ADDRESS,
  CN_PLACE_RULE_ABBREVIATION,
  CN_PLACE_RULE_ELSEWHERE,
  CN_PLACE_RULE_COUNTRY,
  CN_PLACE_RULE_REGION,
  CN_PLACE_RULE_AMBIGUOUS,
  CN_PLACE_N_RULES
} CnPlaceRule;

/* One place that a name may stand for. */
typedef struct
{
  CnPlaceInfo info;
  CnNameTier  tier;
  gboolean    is_region;      /* a region, whatever it is called ("municipality"), no populated place */
  gboolean    is_first_level; /* a state, a province: a region directly below a country */
  double      rating;         /* what speaks for it in any document */
} CnPlaceSense;

/* A name of the gazetteer that the document has, however often. */
typedef struct
{
  guint    first_sense;    /* in the search's senses: cities, then regions, then countries */
  guint    n_senses;
  guint    n_cities;
  guint    n_words;
  guint    length;
  guint32  sections;       /* of #CnPlaceSection, names of one word only */
  gboolean is_lower_elsewhere;
  gboolean is_country;     /* rather a country than a city of the same name */
  gboolean is_region;      /* rather a region */
  gboolean is_person;      /* somebody's name somewhere in the document */
  guint    n_sure;         /* places of the text that leave no doubt */
  guint    sense;          /* what these say, CN_NO_PLACE for nothing yet */
  guint    turn;           /* of what is kept below */
  guint    chosen;         /* the sense of it without anything printed */
  double   margin;
} CnPlaceTerm;

/* A name where it stands. */
typedef struct
{
  guint    term;
  guint    first;          /* its words */
  guint    last;
  guint64  rules;
  guint    scope;          /* in the search's scopes: what is printed behind it */
  guint    n_scopes;
  gboolean is_scope;       /* it is printed behind another name to say where that is */
  gboolean is_joined;      /* the second of two names of one place */
  guint    end_word;       /* the last word that belongs to it, with what is printed behind it */
  guint    place;
  double   score;
  double   certainty;      /* that it is this place and none of its namesakes */
} CnPlaceCandidate;

typedef struct
{
  CnGazetteer             *gazetteer;
  const CnPlaceWords      *words;
  const CnDocument        *document;
  const CnNetworkFindings *networks;
  const char              *language;
  CnPlaceText             *text;
  GArray                  *terms;      /* element-type CnPlaceTerm */
  GArray                  *senses;     /* element-type CnPlaceSense */
  GArray                  *candidates; /* element-type CnPlaceCandidate, ascending */
  GArray                  *scopes;     /* element-type guint, places */
  GHashTable              *terms_by_name;
  guint                    turn;       /* how often everything was scored */
  GHashTable              *weights;    /* of a country or region to how often the document speaks of it */
} CnPlaceSearch;

static inline CnPlaceCandidate *
cn_place_search_candidate (const CnPlaceSearch *self,
                           guint                index)
{
  return &g_array_index (self->candidates, CnPlaceCandidate, index);
}

static inline CnPlaceTerm *
cn_place_search_term (const CnPlaceSearch    *self,
                      const CnPlaceCandidate *candidate)
{
  return &g_array_index (self->terms, CnPlaceTerm, candidate->term);
}

static inline const CnPlaceSense *
cn_place_search_sense (const CnPlaceSearch *self,
                       const CnPlaceTerm   *term,
                       guint                nth)
{
  return &g_array_index (self->senses, CnPlaceSense, term->first_sense + nth);
}

static inline gboolean
cn_place_candidate_has (const CnPlaceCandidate *self,
                        CnPlaceRule             rule)
{
  return (self->rules & (G_GUINT64_CONSTANT (1) << rule)) != 0;
}

static inline void
cn_place_candidate_add (CnPlaceCandidate *self,
                        CnPlaceRule       rule)
{
  self->rules |= G_GUINT64_CONSTANT (1) << rule;
}

const char *cn_place_rule_to_string     (CnPlaceRule             rule);
double      cn_place_rule_get_weight    (CnPlaceRule             rule);
CnPlaceRule cn_place_rules_get_ground   (guint64                 rules,
                                         gboolean                is_for);

void        cn_place_search_collect     (CnPlaceSearch          *self);
void        cn_place_search_read_scopes (CnPlaceSearch          *self);
void        cn_place_search_weigh       (CnPlaceSearch          *self);
void        cn_place_search_resolve     (CnPlaceSearch          *self);
double      cn_place_sense_rate         (const CnPlaceSense     *self);
gboolean    cn_place_sense_lies_in      (const CnPlaceSense     *self,
                                         guint                   scope);

G_END_DECLS
