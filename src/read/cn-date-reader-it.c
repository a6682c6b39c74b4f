/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in Italian. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "ieri", CN_DATE_PHRASE_DAYS, -1, TRUE },
  { "l ' altro ieri", CN_DATE_PHRASE_DAYS, -2 },
  { "altro ieri", CN_DATE_PHRASE_DAYS, -2 },
  { "oggi", CN_DATE_PHRASE_DAYS, 0 },
  { "domani", CN_DATE_PHRASE_DAYS, 1 },
  { "dopodomani", CN_DATE_PHRASE_DAYS, 2 },
  { "questa %u", CN_DATE_PHRASE_STEP, 0 },
  { "questo %u", CN_DATE_PHRASE_STEP, 0 },
  { "questo %m", CN_DATE_PHRASE_STEP, 0 },
  { "quest ' %u", CN_DATE_PHRASE_STEP, 0 },
  { "%u scorsa", CN_DATE_PHRASE_STEP, -1 },
  { "%u scorso", CN_DATE_PHRASE_STEP, -1 },
  { "%m scorso", CN_DATE_PHRASE_STEP, -1 },
  { "%w scorso", CN_DATE_PHRASE_STEP, -1 },
  { "scorsa %u", CN_DATE_PHRASE_STEP, -1 },
  { "scorso %u", CN_DATE_PHRASE_STEP, -1 },
  { "scorso %m", CN_DATE_PHRASE_STEP, -1 },
  { "scorso %w", CN_DATE_PHRASE_STEP, -1 },
  { "prossima %u", CN_DATE_PHRASE_STEP, 1 },
  { "prossimo %u", CN_DATE_PHRASE_STEP, 1 },
  { "prossimo %m", CN_DATE_PHRASE_STEP, 1 },
  { "%u prossima", CN_DATE_PHRASE_STEP, 1 },
  { "%u prossimo", CN_DATE_PHRASE_STEP, 1 },
  { "%n %u fa", CN_DATE_PHRASE_AGO, -1 },
};

const CnDateVocabulary cn_date_vocabulary_it = {
  .language = CN_DATE_LANGUAGE_IT,
  .tag = "it",
  .months = {
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
  },
  .months_short = { "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set sett", "ott", "nov", "dic" },
  .weekdays = {
    "lunedì lun", "martedì mar", "mercoledì mer", "giovedì gio", "venerdì ven", "sabato sab",
    "domenica dom",
  },
  .numbers = {
    "un una uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
    "dodici",
  },
  .units = { "giorno giorni", "settimana settimane", "mese mesi", "anno anni" },
  .first = "primo",
  .ordinals = "o a",
  .of = "di del d",
  .to = "a al fino",
  .and = "e ed & o",
  .between = "tra fra",
  .articles = "il l lo la i",
  .year_cues = "nel dal del fino al entro durante dopo prima dall",
  .year_words = "anno anni",
  .not_day = "nel",
  .about = "circa quasi più meno di poco oltre verso",
  .periods = "inizio inizi metà fine primavera estate autunno inverno semestre trimestre",
  .counted = "persone euro città sindaci membri partecipanti abitanti paesi milioni miliardi mila giorni "
             "settimane mesi ore minuti anni comuni bambini nuovi nuove",
  .blockers = "versione isbn issn tel telefono fax paragrafo articolo art comma capitolo numero legge decreto "
              "regolamento",
  .streets = "via viale piazza corso largo",
  .published = "pubblicato pubblicata pubblicazione postato scritto data il in alle ore da notizia comunicato "
               "stampa del aggiornato aggiornata modificato ultimo ultima aggiornamento modifica",
  .updated = "aggiornato aggiornata modificato aggiornamento modifica",
  .clock = "ore ora h min minuti lettura",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
