/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date-reader-lexicon.h"

G_BEGIN_DECLS

/* Words, numbers and marks of a text, drawn as they are asked for. Internal to the date reader. */

typedef enum
{
  CN_DATE_TOKEN_END,
  CN_DATE_TOKEN_WORD,
  CN_DATE_TOKEN_NUMBER,
  CN_DATE_TOKEN_MARK,
} CnDateTokenKind;

typedef enum
{
  CN_DATE_GAP_NONE,
  CN_DATE_GAP_BLANK,
  CN_DATE_GAP_LINE,      /* one line break */
  CN_DATE_GAP_PARAGRAPH, /* an empty line, or the start of the text */
} CnDateGap;

/**
 * CnDateToken:
 * @gap: what stands before it
 * @ordinal: (number): an ending such as "nd" or "º" belongs to it
 * @dirty: (number): letters or a decimal point stick to it, or it is longer than any number of a date
 * @capital: (word): its first letter is one
 * @opaque: it stands inside an address, a path or an e-mail address
 * @digits: (number): how many, so that 04 is known from 4
 * @value: (number)
 * @mark: (mark): the character; every apostrophe is ', every hyphen -, every dash U+2013
 * @word: (word) (nullable): its entry in the lexicon
 */
typedef struct
{
  CnDateTokenKind   kind;
  CnDateGap         gap;
  guint             ordinal : 1;
  guint             dirty : 1;
  guint             capital : 1;
  guint             opaque : 1;
  guint             digits;
  guint             value;
  gunichar          mark;
  const CnDateWord *word;
  gsize             start;
  gsize             end;
} CnDateToken;

/* How far one may look ahead and back; a power of two holds both. */
#define CN_DATE_SCANNER_AHEAD 96
#define CN_DATE_SCANNER_BACK  16
#define CN_DATE_SCANNER_RING  128

/**
 * CnDateScanner:
 *
 * The tokens around one place of a text in a ring: memory does not grow with the text. On the stack; nothing to free.
 */
typedef struct
{
  const char  *text;
  gsize        length;
  gsize        position;  /* of the next byte to read */
  gsize        drawn;     /* tokens so far */
  gsize        head;      /* the token that cn_date_scanner_peek (0) gives */
  gboolean     dotted;    /* the run of non-blanks so far looks like a host name */
  gboolean     opaque;    /* … and is an address */
  CnDateToken  ring[CN_DATE_SCANNER_RING];
} CnDateScanner;

void               cn_date_scanner_init    (CnDateScanner *self,
                                            const char    *text,
                                            gsize          length);
const CnDateToken *cn_date_scanner_peek    (CnDateScanner *self,
                                            int            offset);
void               cn_date_scanner_advance (CnDateScanner *self,
                                            guint          n_tokens);

G_END_DECLS
