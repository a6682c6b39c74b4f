/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Swedish. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "igår", CN_DATE_PHRASE_DAYS, -1 },
  { "i går", CN_DATE_PHRASE_DAYS, -1 },
  { "förrgår", CN_DATE_PHRASE_DAYS, -2 },
  { "idag", CN_DATE_PHRASE_DAYS, 0 },
  { "i dag", CN_DATE_PHRASE_DAYS, 0 },
  { "imorgon", CN_DATE_PHRASE_DAYS, 1 },
  { "i morgon", CN_DATE_PHRASE_DAYS, 1 },
  { "övermorgon", CN_DATE_PHRASE_DAYS, 2 },
};

const CnDateVocabulary cn_date_vocabulary_sv = {
  .language = CN_DATE_LANGUAGE_SV,
  .tag = "sv",
  .months = {
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  },
  .months_short = { "jan", "feb febr", NULL, "apr", NULL, "jun", "jul", "aug", "sep sept", "okt", "nov", "dec" },
  .weekdays = {
    "måndag måndagen", "tisdag tisdagen", "onsdag onsdagen", "torsdag torsdagen", "fredag fredagen",
    "lördag lördagen", "söndag söndagen",
  },
  .numbers = { "en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv" },
  .units = { "dag dagar", "vecka veckor", "månad månader", "år åren" },
  .first = "första",
  .ordinals = "e a",
  .to = "till",
  .and = "och & eller",
  .between = "mellan",
  .year_cues = "i sedan till från före efter omkring",
  .year_words = "år året",
  .about = "ungefär cirka ca nästan drygt över mer mindre än",
  .counted = "personer invånare kronor euro städer kommuner medlemmar deltagare länder miljoner miljarder dagar "
             "veckor månader timmar minuter procent km meter barn nya",
  .blockers = "version isbn issn tel telefon fax paragraf kapitel nummer nr lag",
  .published = "publicerad publicerat publicerades datum den nyhet pressmeddelande uppdaterad senast ändrad granskad",
  .updated = "uppdaterad ändrad granskad",
  .clock = "kl klockan min minuter lästid",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
