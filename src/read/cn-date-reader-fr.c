/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in French. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "hier", CN_DATE_PHRASE_DAYS, -1, TRUE },
  { "avant - hier", CN_DATE_PHRASE_DAYS, -2 },
  { "avant hier", CN_DATE_PHRASE_DAYS, -2 },
  { "aujourd ' hui", CN_DATE_PHRASE_DAYS, 0 },
  { "ce jour", CN_DATE_PHRASE_DAYS, 0 },
  { "ce matin", CN_DATE_PHRASE_DAYS, 0 },
  { "ce soir", CN_DATE_PHRASE_DAYS, 0 },
  { "demain", CN_DATE_PHRASE_DAYS, 1, TRUE },
  { "après - demain", CN_DATE_PHRASE_DAYS, 2 },
  { "après demain", CN_DATE_PHRASE_DAYS, 2 },
  { "cette %u", CN_DATE_PHRASE_STEP, 0 },
  { "ce %u", CN_DATE_PHRASE_STEP, 0 },
  { "en début d ' %u", CN_DATE_PHRASE_NOTHING, 0 },
  { "plus tôt cette %u", CN_DATE_PHRASE_STEP, 0 },
  { "au début de cette %u", CN_DATE_PHRASE_STEP, 0 },
  { "%u dernier", CN_DATE_PHRASE_STEP, -1 },
  { "%u dernière", CN_DATE_PHRASE_STEP, -1 },
  { "%u passée", CN_DATE_PHRASE_STEP, -1 },
  { "%u passé", CN_DATE_PHRASE_STEP, -1 },
  { "%u prochaine", CN_DATE_PHRASE_STEP, 1 },
  { "%u prochain", CN_DATE_PHRASE_STEP, 1 },
  { "%m dernier", CN_DATE_PHRASE_STEP, -1 },
  { "%m prochain", CN_DATE_PHRASE_STEP, 1 },
  { "%w dernier", CN_DATE_PHRASE_STEP, -1 },
  { "%w prochain", CN_DATE_PHRASE_STEP, 1 },
  { "il y a %n %u", CN_DATE_PHRASE_AGO, -1 },
  { "voici %n %u", CN_DATE_PHRASE_AGO, -1 },
  { "ces dernières %u", CN_DATE_PHRASE_NOTHING, 0 },
  { "les dernières %u", CN_DATE_PHRASE_NOTHING, 0 },
};

const CnDateVocabulary cn_date_vocabulary_fr = {
  .language = CN_DATE_LANGUAGE_FR,
  .tag = "fr",
  .months = {
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août aout", "septembre", "octobre",
    "novembre", "décembre",
  },
  .months_short = {
    "janv jan", "févr fév", "mar", "avr", NULL, NULL, "juil jul", NULL, "sept sep", "oct", "nov", "déc",
  },
  .weekdays = {
    "lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim",
  },
  .numbers = {
    "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
  },
  .units = { "jour jours journée", "semaine semaines", "mois", "an ans année années" },
  .first = "premier",
  .ordinals = "er ère ere e ème eme re",
  .of = "de d du",
  .to = "à au jusqu",
  .and = "et & ou",
  .between = "entre",
  .articles = "le la les l du",
  .year_cues = "en depuis dès avant après vers courant jusqu ici horizon durant pour",
  .year_words = "année années an",
  .not_day = "en depuis",
  .about = "un d environ vers presque près plus moins de quelque peu",
  .periods = "début mi fin milieu printemps automne hiver semestre trimestre",
  .counted = "personnes euros villes maires membres participants habitants pays millions milliards jours "
             "semaines mois heures pour minutes ans communes collectivités enfants nouveaux nouvelles",
  .blockers = "version isbn issn tél téléphone fax section paragraphe article art chapitre numéro no "
              "règlement loi décret",
  .streets = "rue avenue boulevard place quai",
  .published = "publié publiée paru parue posté date le la mis en ligne à par actualité communiqué de presse "
               "du modifié mise jour dernière modification édité",
  .updated = "modifié mis modification mise",
  .clock = "h heures heure min minutes lecture temps",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
