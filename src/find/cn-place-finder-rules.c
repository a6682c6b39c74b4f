/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each rule of the place finder weighs, and what it is called.
 *
 * Weights add up like evidence does (logarithms of odds); a name is taken for a place when they and what is known of
 * the place end above zero. The names are shown to people. Pure, any thread. */

#include "config.h"

#include "cn-place-finder-private.h"

static const struct
{
  const char *name;
  double      weight;
} rules[CN_PLACE_N_RULES] = {
  [CN_PLACE_RULE_PRINTED_COUNTRY] = { "printed-country", 9 },
  [CN_PLACE_RULE_PRINTED_REGION] = { "printed-region", 8 },
  [CN_PLACE_RULE_COUNTRY_BEHIND] = { "country-behind", 2 },
  [CN_PLACE_RULE_PLACE_TITLE] = { "place-title", 6.5 },
  [CN_PLACE_RULE_PLACE_SUFFIX] = { "place-suffix", 6 },
  [CN_PLACE_RULE_OFFICE_BEHIND] = { "office-behind", 4 },
  [CN_PLACE_RULE_PREPOSITION] = { "preposition", 1.8 },
  [CN_PLACE_RULE_DIRECTION] = { "direction", 1 },
  [CN_PLACE_RULE_ENDING] = { "ending", 1.5 },
  [CN_PLACE_RULE_BASED] = { "based", 3 },
  [CN_PLACE_RULE_TWO_NAMES] = { "two-names", 6 },
  [CN_PLACE_RULE_ITEM] = { "list-item", 1.5 },
  [CN_PLACE_RULE_PAIR] = { "pair", 0.8 },
  [CN_PLACE_RULE_ENUMERATION] = { "enumeration", 1.6 },
  [CN_PLACE_RULE_SURE_ENUMERATION] = { "sure-enumeration", 4 },
  [CN_PLACE_RULE_DATELINE] = { "dateline", 2.5 },
  [CN_PLACE_RULE_SAID_ELSEWHERE] = { "said-elsewhere", 2.5 },
  [CN_PLACE_RULE_WELL_KNOWN] = { "well-known", 0.1 },

  [CN_PLACE_RULE_SENTENCE_HEAD] = { "sentence-head", -0.8 },
  [CN_PLACE_RULE_HEADLINE] = { "headline", -0.6 },
  [CN_PLACE_RULE_SMALL_LETTER_ELSEWHERE] = { "common-word", -2.5 },
  [CN_PLACE_RULE_COMMON_WORD] = { "common-word", -4.5 },
  [CN_PLACE_RULE_STRONG_COMMON_WORD] = { "common-word", -6 },
  [CN_PLACE_RULE_MONTH] = { "month", -6 },
  [CN_PLACE_RULE_GIVEN_NAME] = { "person", -1 },
  [CN_PLACE_RULE_SURNAME] = { "person", -1.2 },
  [CN_PLACE_RULE_PERSON] = { "person", -7 },
  [CN_PLACE_RULE_PERSON_ELSEWHERE] = { "person", -4 },
  [CN_PLACE_RULE_SPEECH] = { "person", -2.5 },
  [CN_PLACE_RULE_NEIGHBOUR] = { "longer-name", -3.2 },
  [CN_PLACE_RULE_WEAK_NEIGHBOUR] = { "longer-name", -0.9 },
  [CN_PLACE_RULE_COMPOUND] = { "longer-name", -2.2 },
  [CN_PLACE_RULE_ORGANISATION] = { "organisation", -9 },
  [CN_PLACE_RULE_FEATURE] = { "feature", -7 },
  [CN_PLACE_RULE_AGREEMENT] = { "agreement", -12 },
  [CN_PLACE_RULE_DEMONYM] = { "demonym", -8 },
  [CN_PLACE_RULE_NETWORK_NAME] = { "network-name", -30 },
  [CN_PLACE_RULE_ADDRESS] = { "address", -30 },
  [CN_PLACE_RULE_ABBREVIATION] = { "abbreviation", -6 },
  [CN_PLACE_RULE_ELSEWHERE] = { "elsewhere", -30 },
  [CN_PLACE_RULE_COUNTRY] = { "country", -30 },
  [CN_PLACE_RULE_REGION] = { "region", -30 },
  [CN_PLACE_RULE_AMBIGUOUS] = { "ambiguous", -0.1 },
};

/*
 * cn_place_rule_to_string:
 *
 * Returns: the name that is shown
 */
const char *
cn_place_rule_to_string (CnPlaceRule rule)
{
  g_return_val_if_fail (rule < CN_PLACE_N_RULES, NULL);

  return rules[rule].name;
}

/*
 * cn_place_rule_get_weight:
 *
 * Returns: what the rule adds to the odds of a place
 */
double
cn_place_rule_get_weight (CnPlaceRule rule)
{
  g_return_val_if_fail (rule < CN_PLACE_N_RULES, 0);

  return rules[rule].weight;
}

/*
 * cn_place_rules_get_ground:
 * @set: bits of #CnPlaceRule
 * @is_for: whether a ground for a place is asked for, or one against it
 *
 * Returns: the one that weighs most, well-known or ambiguous when there is none
 */
CnPlaceRule
cn_place_rules_get_ground (guint64  set,
                           gboolean is_for)
{
  CnPlaceRule best = is_for ? CN_PLACE_RULE_WELL_KNOWN : CN_PLACE_RULE_AMBIGUOUS;

  for (guint i = 0; i < CN_PLACE_N_RULES; i++)
    if ((set & (G_GUINT64_CONSTANT (1) << i)) != 0
        && (is_for ? rules[i].weight > rules[best].weight : rules[i].weight < rules[best].weight))
      best = (CnPlaceRule) i;

  return best;
}
