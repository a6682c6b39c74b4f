/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No folded word of a name is longer; what is longer matches nothing. */
#define CN_NAME_WORD_SIZE 96

/* Punctuation between two words, at most this many characters; more is no name any longer. */
#define CN_NAME_GAP_SIZE 4

/**
 * CnNameWord:
 * @start: offset of its first byte in the text
 * @end: offset behind its last byte
 * @gap: punctuation between the word before and this one in plain ASCII, without white space; "" for white space only
 * @folded: the word without case and diacritics; "" when it is too long for a name
 *
 * A word of a text, or one of the signs & and ®, which are words of names.
 */
typedef struct
{
  gsize start;
  gsize end;
  char  gap[CN_NAME_GAP_SIZE];
  char  folded[CN_NAME_WORD_SIZE];
} CnNameWord;

gsize    cn_name_word_find       (const char       *text,
                                  gsize             position,
                                  gsize             limit);
gsize    cn_name_word_skip       (const char       *text,
                                  gsize             position,
                                  gsize             limit);
gboolean cn_name_word_next       (const char       *text,
                                  gsize             position,
                                  gsize             limit,
                                  CnNameWord       *word);
gboolean cn_name_word_is_capital (const char       *text,
                                  const CnNameWord *word);

G_END_DECLS
