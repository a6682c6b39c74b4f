/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of dates, of all languages in one table. Internal to the date reader. */

typedef enum
{
  CN_DATE_LANGUAGE_EN = 1 << 0,
  CN_DATE_LANGUAGE_FR = 1 << 1,
  CN_DATE_LANGUAGE_DE = 1 << 2,
  CN_DATE_LANGUAGE_ES = 1 << 3,
  CN_DATE_LANGUAGE_IT = 1 << 4,
  CN_DATE_LANGUAGE_PT = 1 << 5,
  CN_DATE_LANGUAGE_NL = 1 << 6,
  CN_DATE_LANGUAGE_TR = 1 << 7,
  CN_DATE_LANGUAGE_EL = 1 << 8,
  CN_DATE_LANGUAGE_RU = 1 << 9,
  CN_DATE_LANGUAGE_PL = 1 << 10,
  CN_DATE_LANGUAGE_SV = 1 << 11,
  CN_DATE_LANGUAGE_FI = 1 << 12,
  CN_DATE_LANGUAGE_DA = 1 << 13,
  CN_DATE_LANGUAGE_NB = 1 << 14,
} CnDateLanguage;

/**
 * CnDateRole:
 *
 * What a word can be in a date. One word can have several roles, and in another language others.
 */
typedef enum
{
  CN_DATE_ROLE_MONTH,       /* 1 to 12 */
  CN_DATE_ROLE_MONTH_SHORT, /* an abbreviation, or a form that is an everyday word as well */
  CN_DATE_ROLE_WEEKDAY,     /* 1 for Monday to 7 */
  CN_DATE_ROLE_NUMBER,      /* "three" */
  CN_DATE_ROLE_FIRST,       /* "first", "premier" */
  CN_DATE_ROLE_ORDINAL,     /* what stands glued to a number: "nd", "er" */
  CN_DATE_ROLE_UNIT,        /* a CnDateUnit: "days" */
  CN_DATE_ROLE_OF,          /* "de" */
  CN_DATE_ROLE_TO,          /* "bis" */
  CN_DATE_ROLE_AND,
  CN_DATE_ROLE_BETWEEN,     /* makes the next "and" a "to" */
  CN_DATE_ROLE_ARTICLE,     /* "le 4 et le 6 juin" */
  CN_DATE_ROLE_YEAR_CUE,    /* before a bare year: "in", "since" */
  CN_DATE_ROLE_YEAR_WORD,   /* "year", behind or before a bare year */
  CN_DATE_ROLE_YEAR_ENDING, /* behind a bare year and an apostrophe: "2013'te" */
  CN_DATE_ROLE_NOT_DAY,     /* before a month, says that a number behind it is no day: "in June 12 cities" */
  CN_DATE_ROLE_ABOUT,       /* "almost" */
  CN_DATE_ROLE_PERIOD,      /* before a month or a year: "early", "summer" */
  CN_DATE_ROLE_COUNTED,     /* behind a number, says that it counts something: "people" */
  CN_DATE_ROLE_BLOCKER,     /* before a number, says that it is none of a date: "version" */
  CN_DATE_ROLE_STREET,      /* "rue du 4 septembre" */
  CN_DATE_ROLE_PUBLISHED,   /* in a date line; 2 when it speaks of a change: "updated" */
  CN_DATE_ROLE_CLOCK,       /* beside a time of day: "Uhr" */
  CN_N_DATE_ROLES
} CnDateRole;

typedef enum
{
  CN_DATE_UNIT_DAY = 1,
  CN_DATE_UNIT_WEEK,
  CN_DATE_UNIT_MONTH,
  CN_DATE_UNIT_YEAR,
} CnDateUnit;

/**
 * CnDatePhraseKind:
 *
 * What a phrase means against the day that it was written on.
 */
typedef enum
{
  CN_DATE_PHRASE_DAYS,    /* value days later */
  CN_DATE_PHRASE_YEARS,   /* value years later */
  CN_DATE_PHRASE_STEP,    /* value steps of the unit, month or weekday in the phrase: -1 last, 0 this, 1 next */
  CN_DATE_PHRASE_AGO,     /* as many units earlier as the number in the phrase says */
  CN_DATE_PHRASE_NOTHING, /* looks like one of the above and is none: "USA Today" */
} CnDatePhraseKind;

/**
 * CnDatePhrase:
 * @text: words; `%n` stands for a number, `%u` for a unit, `%m` for a month, `%w` for a weekday. The longest
 *   phrase that fits counts, of several as long the first
 * @own: only in a text that is known to be of this language: the words mean something else in another one
 * @lower: only in lower case (German Morgen, the morning)
 */
typedef struct
{
  const char       *text;
  CnDatePhraseKind  kind;
  int               value;
  gboolean          own;
  gboolean          lower;
} CnDatePhrase;

/**
 * CnDateVocabulary:
 *
 * The words of one language as a person would write them down: words separated by blanks, and where a role has values,
 * one string for each value from 1. Everything is folded (cn-fold.h) before it is compared.
 */
typedef struct
{
  CnDateLanguage      language;
  const char         *tag;
  const char         *months[12];
  const char         *months_short[12];
  const char         *weekdays[7];
  const char         *numbers[12];
  const char         *units[4];
  const char         *first;
  const char         *ordinals;
  const char         *of;
  const char         *to;
  const char         *and;
  const char         *between;
  const char         *articles;
  const char         *year_cues;
  const char         *year_words;
  const char         *year_endings;
  const char         *not_day;
  const char         *about;
  const char         *periods;
  const char         *counted;
  const char         *blockers;
  const char         *streets;
  const char         *published;
  const char         *updated;
  const char         *clock;
  const CnDatePhrase *phrases;
  gsize               n_phrases;
} CnDateVocabulary;

extern const CnDateVocabulary cn_date_vocabulary_en;
extern const CnDateVocabulary cn_date_vocabulary_fr;
extern const CnDateVocabulary cn_date_vocabulary_de;
extern const CnDateVocabulary cn_date_vocabulary_es;
extern const CnDateVocabulary cn_date_vocabulary_it;
extern const CnDateVocabulary cn_date_vocabulary_pt;
extern const CnDateVocabulary cn_date_vocabulary_nl;
extern const CnDateVocabulary cn_date_vocabulary_tr;
extern const CnDateVocabulary cn_date_vocabulary_el;
extern const CnDateVocabulary cn_date_vocabulary_ru;
extern const CnDateVocabulary cn_date_vocabulary_pl;
extern const CnDateVocabulary cn_date_vocabulary_sv;
extern const CnDateVocabulary cn_date_vocabulary_fi;
extern const CnDateVocabulary cn_date_vocabulary_da;
extern const CnDateVocabulary cn_date_vocabulary_nb;

/**
 * CnDateWord:
 *
 * An entry of the lexicon: a folded word, what it can be, and the phrases that begin with it.
 */
typedef struct _CnDateWord CnDateWord;

/**
 * CnDatePhraseItem:
 * @symbol: `%` for a place-holder, ' for an apostrophe, 0 for @word
 * @role: what a place-holder stands for
 */
typedef struct
{
  gunichar          symbol;
  CnDateRole        role;
  const CnDateWord *word;
} CnDatePhraseItem;

#define CN_DATE_PHRASE_MAX_ITEMS 8

typedef struct
{
  const CnDatePhrase *phrase;
  CnDateLanguage      language;
  guint               n_items;
  CnDatePhraseItem    items[CN_DATE_PHRASE_MAX_ITEMS];
} CnDatePattern;

void                 cn_date_lexicon_ensure       (void);
gboolean             cn_date_lexicon_may_have     (guchar            first,
                                                   gsize             length);
const CnDateWord    *cn_date_lexicon_lookup       (const char       *word,
                                                   gsize             length);
guint                cn_date_lexicon_get_language (const char       *tag);

gboolean             cn_date_word_is              (const CnDateWord *self,
                                                   CnDateRole        role);
gboolean             cn_date_word_starts          (const CnDateWord *self);
guint                cn_date_word_get_value       (const CnDateWord *self,
                                                   CnDateRole        role,
                                                   guint             languages);
const CnDatePattern *cn_date_word_get_patterns    (const CnDateWord *self,
                                                   gsize            *n_patterns);
const CnDatePattern *cn_date_lexicon_get_patterns (CnDateRole        first,
                                                   gsize            *n_patterns);

G_END_DECLS
