/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates in English. Data only: what they mean together is cn-date-reader-grammar.c. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

static const CnDatePhrase phrases[] = {
  { "yesterday", CN_DATE_PHRASE_DAYS, -1 },
  { "the day before yesterday", CN_DATE_PHRASE_DAYS, -2 },
  { "today", CN_DATE_PHRASE_DAYS, 0 },
  { "tonight", CN_DATE_PHRASE_DAYS, 0 },
  { "tomorrow", CN_DATE_PHRASE_DAYS, 1 },
  { "the day after tomorrow", CN_DATE_PHRASE_DAYS, 2 },
  { "last night", CN_DATE_PHRASE_DAYS, -1 },
  { "last may", CN_DATE_PHRASE_NOTHING, 0, FALSE, TRUE },
  { "this may", CN_DATE_PHRASE_NOTHING, 0, FALSE, TRUE },
  { "next may", CN_DATE_PHRASE_NOTHING, 0, FALSE, TRUE },
  { "last march", CN_DATE_PHRASE_NOTHING, 0, FALSE, TRUE },
  { "this march", CN_DATE_PHRASE_NOTHING, 0, FALSE, TRUE },
  { "next march", CN_DATE_PHRASE_NOTHING, 0, FALSE, TRUE },
  { "last %u", CN_DATE_PHRASE_STEP, -1 },
  { "last %m", CN_DATE_PHRASE_STEP, -1 },
  { "last %w", CN_DATE_PHRASE_STEP, -1 },
  { "this past %u", CN_DATE_PHRASE_STEP, -1 },
  { "this past %m", CN_DATE_PHRASE_STEP, -1 },
  { "this past %w", CN_DATE_PHRASE_STEP, -1 },
  { "earlier this %u", CN_DATE_PHRASE_STEP, 0 },
  { "later this %u", CN_DATE_PHRASE_STEP, 0 },
  { "this %u", CN_DATE_PHRASE_STEP, 0 },
  { "this %m", CN_DATE_PHRASE_STEP, 0 },
  { "this %w", CN_DATE_PHRASE_STEP, 0 },
  { "next %u", CN_DATE_PHRASE_STEP, 1 },
  { "next %m", CN_DATE_PHRASE_STEP, 1 },
  { "next %w", CN_DATE_PHRASE_STEP, 1 },
  { "%n %u ago", CN_DATE_PHRASE_AGO, -1 },
  { "the last %u", CN_DATE_PHRASE_NOTHING, 0 },
  { "the next %u", CN_DATE_PHRASE_NOTHING, 0 },
  { "usa today", CN_DATE_PHRASE_NOTHING, 0 },
  { "today ' s", CN_DATE_PHRASE_NOTHING, 0 },
  { "tomorrow ' s", CN_DATE_PHRASE_NOTHING, 0 },
};

const CnDateVocabulary cn_date_vocabulary_en = {
  .language = CN_DATE_LANGUAGE_EN,
  .tag = "en",
  .months = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  },
  .months_short = {
    "jan", "feb", "mar", "apr", NULL, "jun", "jul", "aug", "sep sept", "oct", "nov", "dec",
  },
  .weekdays = {
    "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat",
    "sunday sun",
  },
  .numbers = {
    "one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  },
  .units = { "day days", "week weeks", "month months", "year years" },
  .first = "first",
  .ordinals = "st nd rd th",
  .of = "of",
  .to = "to till until through thru",
  .and = "and & or",
  .between = "between",
  .articles = "the",
  .year_cues = "in since until till by from during before after around circa through throughout",
  .year_words = "year",
  .not_day = "in since during",
  .about = "about around almost nearly over under than some roughly approximately circa ca little more less just well",
  .periods = "early mid late start beginning middle end half quarter spring summer autumn winter",
  .counted = "people persons euros euro dollars pounds million billion thousand percent per km kilometres miles metres "
             "cities towns municipalities mayors members participants delegates inhabitants residents citizens "
             "countries organisations organizations projects children refugees deaths cases days weeks months years "
             "hours minutes hrs times points votes seats pages copies units homes jobs trees other others new more",
  .blockers = "version versions v ver isbn issn doi tel telephone phone fax mobile section sections paragraph para article "
              "art chapter clause rule figure fig table no number ref id ip order invoice serial regulation directive "
              "resolution law",
  .streets = "street avenue",
  .published = "published posted publication released issued written date dated on at by as of created first online "
               "press release news article updated last modified edited revised reviewed",
  .updated = "updated modified edited revised reviewed",
  .clock = "am pm a p m h hrs hours o clock noon midnight read min mins minute minutes local time",
  .phrases = phrases,
  .n_phrases = G_N_ELEMENTS (phrases),
};
