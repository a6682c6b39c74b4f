/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Danish. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "i går", CN_DATE_PHRASE_DAYS, -1 },
  { "igår", CN_DATE_PHRASE_DAYS, -1 },
  { "i forgårs", CN_DATE_PHRASE_DAYS, -2 },
  { "i dag", CN_DATE_PHRASE_DAYS, 0 },
  { "i morgen", CN_DATE_PHRASE_DAYS, 1 },
  { "i overmorgen", CN_DATE_PHRASE_DAYS, 2 },
};

const CnDateVocabulary cn_date_vocabulary_da = {
  .language = CN_DATE_LANGUAGE_DA,
  .tag = "da",
  .months = {
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
  },
  .months_short = { "jan", "feb febr", NULL, "apr", NULL, "jun", "jul", "aug", "sep sept", "okt", "nov", "dec" },
  .weekdays = { "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag" },
  .numbers = { "en et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv" },
  .units = { "dag dage", "uge uger", "måned måneder", "år årene" },
  .first = "første",
  .to = "til",
  .and = "og & eller",
  .between = "mellem",
  .year_cues = "i siden til fra før efter omkring",
  .year_words = "år året",
  .about = "omkring cirka ca næsten godt over mere mindre end",
  .counted = "personer indbyggere kroner euro byer kommuner medlemmer deltagere lande millioner milliarder dage "
             "uger måneder timer minutter procent km meter børn nye",
  .blockers = "version isbn issn tlf telefon fax paragraf kapitel nummer nr lov",
  .published = "publiceret offentliggjort udgivet dato den d nyhed pressemeddelelse opdateret sidst senest ændret",
  .updated = "opdateret ændret",
  .clock = "kl klokken min minutter læsetid",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
