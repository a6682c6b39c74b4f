/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Dutch. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "gisteren", CN_DATE_PHRASE_DAYS, -1 },
  { "eergisteren", CN_DATE_PHRASE_DAYS, -2 },
  { "vandaag", CN_DATE_PHRASE_DAYS, 0 },
  { "morgen", CN_DATE_PHRASE_DAYS, 1, TRUE, TRUE },
  { "vanmorgen", CN_DATE_PHRASE_DAYS, 0 },
  { "vanavond", CN_DATE_PHRASE_DAYS, 0 },
  { "overmorgen", CN_DATE_PHRASE_DAYS, 2 },
  { "vorige %u", CN_DATE_PHRASE_STEP, -1 },
  { "vorige %m", CN_DATE_PHRASE_STEP, -1 },
  { "vorige %w", CN_DATE_PHRASE_STEP, -1 },
  { "vorig %u", CN_DATE_PHRASE_STEP, -1 },
  { "vorig %m", CN_DATE_PHRASE_STEP, -1 },
  { "vorig %w", CN_DATE_PHRASE_STEP, -1 },
  { "afgelopen %u", CN_DATE_PHRASE_STEP, -1 },
  { "afgelopen %m", CN_DATE_PHRASE_STEP, -1 },
  { "afgelopen %w", CN_DATE_PHRASE_STEP, -1 },
  { "verleden %u", CN_DATE_PHRASE_STEP, -1 },
  { "deze %u", CN_DATE_PHRASE_STEP, 0 },
  { "deze %m", CN_DATE_PHRASE_STEP, 0 },
  { "deze %w", CN_DATE_PHRASE_STEP, 0 },
  { "dit %u", CN_DATE_PHRASE_STEP, 0 },
  { "dit %m", CN_DATE_PHRASE_STEP, 0 },
  { "dit %w", CN_DATE_PHRASE_STEP, 0 },
  { "volgende %u", CN_DATE_PHRASE_STEP, 1 },
  { "volgende %m", CN_DATE_PHRASE_STEP, 1 },
  { "volgende %w", CN_DATE_PHRASE_STEP, 1 },
  { "volgend %u", CN_DATE_PHRASE_STEP, 1 },
  { "volgend %m", CN_DATE_PHRASE_STEP, 1 },
  { "volgend %w", CN_DATE_PHRASE_STEP, 1 },
  { "komende %u", CN_DATE_PHRASE_STEP, 1 },
  { "komende %m", CN_DATE_PHRASE_STEP, 1 },
  { "komende %w", CN_DATE_PHRASE_STEP, 1 },
  { "aanstaande %u", CN_DATE_PHRASE_STEP, 1 },
  { "aanstaande %m", CN_DATE_PHRASE_STEP, 1 },
  { "aanstaande %w", CN_DATE_PHRASE_STEP, 1 },
  { "%n %u geleden", CN_DATE_PHRASE_AGO, -1 },
};

const CnDateVocabulary cn_date_vocabulary_nl = {
  .language = CN_DATE_LANGUAGE_NL,
  .tag = "nl",
  .months = {
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
  },
  .months_short = { "jan", "feb", "mrt", "apr", NULL, "jun", "jul", "aug", "sep sept", "okt", "nov", "dec" },
  .weekdays = {
    "maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za", "zondag zo",
  },
  .numbers = {
    "een één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
  },
  .units = { "dag dagen", "week weken", "maand maanden", "jaar jaren" },
  .first = "eerste",
  .ordinals = "e ste de",
  .of = "van",
  .to = "tot t/m",
  .and = "en & of",
  .between = "tussen",
  .articles = "de het",
  .year_cues = "in sinds tot vanaf van voor na rond tijdens",
  .year_words = "jaar jaren",
  .not_day = "in sinds",
  .about = "ongeveer circa ca bijna ruim meer minder dan iets rond",
  .periods = "begin midden half medio eind einde voorjaar lente zomer najaar herfst winter kwartaal",
  .counted = "mensen personen euro steden gemeenten burgemeesters leden deelnemers inwoners landen miljoen "
             "miljard dagen weken maanden uur minuten jaar procent km meter kinderen nieuwe",
  .blockers = "versie isbn issn tel telefoon fax paragraaf artikel art hoofdstuk nummer nr wet verordening",
  .streets = "straat plein laan",
  .published = "gepubliceerd geplaatst verschenen datum op om door nieuws persbericht van bijgewerkt "
               "gewijzigd laatst laatste wijziging update aangepast",
  .updated = "bijgewerkt gewijzigd wijziging update aangepast",
  .clock = "uur u min minuten leestijd",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
