/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

/* Punctuation between two words that is kept; more is no name any longer. */
#define CN_PLACE_GAP_SIZE 4

/**
 * CnPlaceWordFlags:
 * @CN_PLACE_WORD_CAPITAL: its first letter is a capital
 * @CN_PLACE_WORD_UPPER: it has two letters or more, all of them capitals
 * @CN_PLACE_WORD_UNCASED: it begins with a letter of a script without case
 * @CN_PLACE_WORD_DIGIT: it begins with a digit
 * @CN_PLACE_WORD_FIRST: it is the first word of its block
 * @CN_PLACE_WORD_SENTENCE: a sentence begins with it
 * @CN_PLACE_WORD_SPACE: there is white space before it
 * @CN_PLACE_WORD_BREAK: a line begins with it
 * @CN_PLACE_WORD_CELL: a cell of a table begins with it
 * @CN_PLACE_WORD_HEADLINE: its block begins most words with a capital, as headlines do
 * @CN_PLACE_WORD_SHOUTED: its block is written in capitals
 * @CN_PLACE_WORD_ITEM: its block is an item of a list
 */
typedef enum
{
  CN_PLACE_WORD_CAPITAL = 1 << 0,
  CN_PLACE_WORD_UPPER = 1 << 1,
  CN_PLACE_WORD_UNCASED = 1 << 2,
  CN_PLACE_WORD_DIGIT = 1 << 3,
  CN_PLACE_WORD_FIRST = 1 << 4,
  CN_PLACE_WORD_SENTENCE = 1 << 5,
  CN_PLACE_WORD_SPACE = 1 << 6,
  CN_PLACE_WORD_BREAK = 1 << 7,
  CN_PLACE_WORD_CELL = 1 << 8,
  CN_PLACE_WORD_HEADLINE = 1 << 9,
  CN_PLACE_WORD_SHOUTED = 1 << 10,
  CN_PLACE_WORD_ITEM = 1 << 11,
} CnPlaceWordFlags;

/**
 * CnPlaceWord:
 * @folded: (nullable): what cn_place_text_fold() made of it
 * @sections: what the tables call it, once it @is_known; for cn-place-finder-context.c, as the next three
 * @begins: the sections with a phrase that begins with it
 * @ends: the sections with a phrase that ends with it
 * @body: the body that it is the head of
 * @is_known: bits of what was looked up
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte
 * @flags: #CnPlaceWordFlags
 * @gap: punctuation between the word before and this one in plain ASCII, without white space
 */
typedef struct
{
  const char *folded;
  guint32     sections;
  guint32     begins;
  guint32     ends;
  guint8      body;
  guint8      is_known;
  guint32     start;
  guint32     end;
  guint16     flags;
  char        gap[CN_PLACE_GAP_SIZE];
} CnPlaceWord;

typedef struct _CnPlaceText CnPlaceText;

CnPlaceText       *cn_place_text_new         (const CnDocument  *document) G_GNUC_WARN_UNUSED_RESULT;
void               cn_place_text_free        (CnPlaceText       *self);

guint              cn_place_text_get_n_words (const CnPlaceText *self);
const CnPlaceWord *cn_place_text_get         (const CnPlaceText *self,
                                              guint              index);
CnPlaceWord       *cn_place_text_get_word    (CnPlaceText       *self,
                                              guint              index);
const char        *cn_place_text_fold        (CnPlaceText       *self,
                                              guint              index);
gboolean           cn_place_text_has_lower   (CnPlaceText       *self,
                                              const char        *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnPlaceText, cn_place_text_free)

G_END_DECLS
