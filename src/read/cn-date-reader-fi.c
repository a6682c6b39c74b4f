/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Finnish. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "eilen", CN_DATE_PHRASE_DAYS, -1 },
  { "toissapäivänä", CN_DATE_PHRASE_DAYS, -2 },
  { "tänään", CN_DATE_PHRASE_DAYS, 0 },
  { "huomenna", CN_DATE_PHRASE_DAYS, 1 },
  { "ylihuomenna", CN_DATE_PHRASE_DAYS, 2 },
};

const CnDateVocabulary cn_date_vocabulary_fi = {
  .language = CN_DATE_LANGUAGE_FI,
  .tag = "fi",
  .months = {
    "tammikuuta tammikuu tammikuussa tammikuun", "helmikuuta helmikuu helmikuussa helmikuun",
    "maaliskuuta maaliskuu maaliskuussa maaliskuun", "huhtikuuta huhtikuu huhtikuussa huhtikuun",
    "toukokuuta toukokuu toukokuussa toukokuun", "kesäkuuta kesäkuu kesäkuussa kesäkuun",
    "heinäkuuta heinäkuu heinäkuussa heinäkuun", "elokuuta elokuu elokuussa elokuun",
    "syyskuuta syyskuu syyskuussa syyskuun", "lokakuuta lokakuu lokakuussa lokakuun",
    "marraskuuta marraskuu marraskuussa marraskuun", "joulukuuta joulukuu joulukuussa joulukuun",
  },
  .weekdays = {
    "maanantai maanantaina", "tiistai tiistaina", "keskiviikko keskiviikkona", "torstai torstaina",
    "perjantai perjantaina", "lauantai lauantaina", "sunnuntai sunnuntaina",
  },
  .numbers = {
    "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen", NULL, NULL,
  },
  .units = { "päivä päivää", "viikko viikkoa", "kuukausi kuukautta", "vuosi vuotta" },
  .and = "ja & tai",
  .year_cues = "vuonna vuoden vuodesta vuoteen vuosina vuosien",
  .year_words = "vuonna vuoden",
  .about = "noin lähes yli alle",
  .counted = "henkilöä asukasta euroa kaupunkia kuntaa jäsentä osallistujaa maata miljoonaa miljardia päivää viikkoa "
             "kuukautta tuntia minuuttia prosenttia km metriä lasta uutta",
  .blockers = "versio isbn issn puh puhelin faksi pykälä luku numero nro laki",
  .published = "julkaistu päivämäärä pvm tiedote uutinen päivitetty viimeksi muokattu muutettu",
  .updated = "päivitetty muokattu muutettu",
  .clock = "klo kello min minuuttia lukuaika",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
