/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

/**
 * CnFurnitureReach:
 *
 * How far a line of furniture speaks for what follows it.
 */
typedef enum
{
  CN_REACH_LINE, /* for itself only */
  CN_REACH_END,  /* for everything to the end: nothing of the article comes after it */
} CnFurnitureReach;

/**
 * CnFurnitureWords:
 * @words: folded as cn_words_fold() does; a trailing "*" stands for any ending, a leading one for any
 * beginning, "#" for a number
 *
 * A line that pages of one language print around an article.
 */
typedef struct
{
  CnFurniture       furniture;
  CnFurnitureReach  reach;
  const char       *words;
} CnFurnitureWords;

/**
 * CnLabelRole:
 *
 * What a word in front of a date or a name says of it.
 */
typedef enum
{
  CN_LABEL_PUBLISHED,
  CN_LABEL_UPDATED,
  CN_LABEL_EVENT,    /* a date that is none of the document's own */
  CN_LABEL_AUTHOR,
  CN_LABEL_KICKER,   /* "News", "Press release": a line of its own over or under the headline */
  CN_LABEL_CONTACT,  /* "Phone": before a colon, of whom to ask */
  CN_LABEL_SUBJECT,  /* "Subject": before a colon, of what a letter or a release is about */
  CN_LABEL_TITLE,    /* "Title": before a colon and the title */
  CN_LABEL_PERIODICAL, /* "Bulletin": a word in the name of what appears in issues */
  CN_LABEL_SENDER,   /* "From": before a colon, in the head of a letter */
  CN_LABEL_TODAY,    /* "today", before a date in running text */
  CN_LABEL_FILLER,   /* may stand beside a date without saying anything: "at", "min read" */
} CnLabelRole;

/**
 * CnLabelWords:
 * @words: separated by "|", folded as cn_words_fold() does
 */
typedef struct
{
  CnLabelRole  role;
  const char  *words;
} CnLabelWords;

/**
 * CnWords:
 * @language: BCP 47 primary tag
 * @furniture: ends with a row without words
 * @labels: ends with a row without words
 * @roles: what people who write for a publisher call themselves, separated by "|"
 * @stop_words: the commonest words, separated by blanks
 *
 * What the readers know of one language.
 */
typedef struct
{
  const char             *language;
  const CnFurnitureWords *furniture;
  const CnLabelWords     *labels;
  const char             *roles;
  const char             *stop_words;
} CnWords;

const CnWords  *cn_words_get             (guint         index);
char           *cn_words_fold            (const char   *text,
                                          gsize         length) G_GNUC_WARN_UNUSED_RESULT;
guint           cn_words_count           (const char   *text);
const CnFurnitureWords *
                cn_words_find_furniture  (const char   *folded);
gboolean        cn_words_has_label       (CnLabelRole   role,
                                          const char   *folded);
gsize           cn_words_skip_label      (CnLabelRole   role,
                                          const char   *folded);
gboolean        cn_words_is_role         (const char   *folded);

extern const CnWords cn_words_da;
extern const CnWords cn_words_de;
extern const CnWords cn_words_el;
extern const CnWords cn_words_en;
extern const CnWords cn_words_es;
extern const CnWords cn_words_fi;
extern const CnWords cn_words_fr;
extern const CnWords cn_words_it;
extern const CnWords cn_words_nb;
extern const CnWords cn_words_nl;
extern const CnWords cn_words_pl;
extern const CnWords cn_words_pt;
extern const CnWords cn_words_ru;
extern const CnWords cn_words_sv;
extern const CnWords cn_words_tr;

G_END_DECLS
