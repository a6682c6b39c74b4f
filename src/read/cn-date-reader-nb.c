/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Norwegian. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "i går", CN_DATE_PHRASE_DAYS, -1 },
  { "i dag", CN_DATE_PHRASE_DAYS, 0 },
  { "i morgen", CN_DATE_PHRASE_DAYS, 1 },
  { "i overmorgen", CN_DATE_PHRASE_DAYS, 2 },
};

const CnDateVocabulary cn_date_vocabulary_nb = {
  .language = CN_DATE_LANGUAGE_NB,
  .tag = "nb",
  .months = {
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
  },
  .months_short = { "jan", "feb febr", NULL, "apr", NULL, "jun", "jul", "aug", "sep sept", "okt", "nov", "des" },
  .weekdays = { "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag" },
  .numbers = { "en ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv" },
  .units = { "dag dager", "uke uker", "måned måneder", "år årene" },
  .first = "første",
  .to = "til",
  .and = "og & eller",
  .between = "mellom",
  .year_cues = "i siden til fra før etter omkring",
  .year_words = "år året",
  .about = "omtrent cirka ca nesten drøyt over mer mindre enn",
  .counted = "personer innbyggere kroner euro byer kommuner medlemmer deltakere land millioner milliarder dager "
             "uker måneder timer minutter prosent km meter barn nye",
  .blockers = "versjon isbn issn tlf telefon faks paragraf kapittel nummer nr lov",
  .published = "publisert offentliggjort dato den nyhet pressemelding oppdatert sist endret",
  .updated = "oppdatert endret",
  .clock = "kl klokken min minutter lesetid",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
