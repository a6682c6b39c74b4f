/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a text into words, numbers and marks for the date grammar.
 *
 * Pure: no locale decides what a letter is. Linear: every byte is read once, and only a bounded number of tokens
 * is kept. Knows nothing of dates beyond which words are in the lexicon; it does say of a number whether it could
 * be part of a date at all, because "2,000", "10h30" and "12km" look like numbers only until their last byte. */

#include "config.h"

#include "cn-date-reader-scanner.h"

#include "cn-fold.h"

#define EN_DASH 0x2013

typedef enum
{
  CLASS_BLANK,
  CLASS_LINE,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_MARK,
} CharClass;

#define B CLASS_BLANK
#define N CLASS_LINE
#define L CLASS_LETTER
#define D CLASS_DIGIT
#define M CLASS_MARK

static const guint8 ascii_classes[128] = {
  B, B, B, B, B, B, B, B, B, B, N, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
  B, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
  M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, M,
  M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, B,
};

#undef B
#undef N
#undef L
#undef D
#undef M

static CharClass
classify (gunichar c)
{
  if (c < 0x80)
    return ascii_classes[c];
  if (c == 0xa0 || c == 0x202f || c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0xfeff)
    return CLASS_BLANK;
  if (c == 0xaa || c == 0xba)
    return CLASS_MARK;
  if (c == 0x2028)
    return CLASS_LINE;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return CLASS_LETTER;
  if (g_unichar_isspace (c))
    return CLASS_BLANK;
  return CLASS_MARK;
}

/* The character at @offset and the bytes that it takes; a byte that begins none is U+FFFD and stands for itself. */
static gunichar
char_at (const CnDateScanner *self,
         gsize                offset,
         gsize               *n_bytes)
{
  gunichar c;

  *n_bytes = 1;
  if (offset >= self->length)
    return 0;
  if ((guchar) self->text[offset] < 0x80)
    return (guchar) self->text[offset];

  c = g_utf8_get_char_validated (self->text + offset, (gssize) (self->length - offset));
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 0xfffd;

  *n_bytes = (gsize) g_utf8_skip[(guchar) self->text[offset]];
  return c;
}

static CharClass
class_at (const CnDateScanner *self,
          gsize                offset,
          gsize               *n_bytes)
{
  if (offset >= self->length)
    {
      *n_bytes = 0;
      return CLASS_BLANK;
    }

  return classify (char_at (self, offset, n_bytes));
}

static gsize
skip_letters (const CnDateScanner *self,
              gsize                offset)
{
  while (offset < self->length)
    {
      guchar byte = (guchar) self->text[offset];
      gsize n_bytes = 1;

      if (byte < 0x80 ? ascii_classes[byte] != CLASS_LETTER : class_at (self, offset, &n_bytes) != CLASS_LETTER)
        break;
      offset += n_bytes;
    }

  return offset;
}

static gsize
skip_digits (const CnDateScanner *self,
             gsize                offset)
{
  while (offset < self->length && g_ascii_isdigit (self->text[offset]))
    offset++;

  return offset;
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  guchar all = 0;

  for (gsize i = 0; i < length; i++)
    all |= (guchar) text[i];

  return all < 0x80;
}

static const CnDateWord *
look_up (const CnDateScanner *self,
         gsize                start,
         gsize                end)
{
  char folded[32 + CN_FOLD_MAX_PER_CHAR];
  guchar first = (guchar) self->text[start];
  gsize length;

  /* What begins in ASCII keeps its first letter and, unless letters behind are others, its length. */
  if (end - start > 40 || (first < 0x80 && !cn_date_lexicon_may_have (first | 0x20, end - start) &&
                           is_ascii (self->text + start, end - start)))
    return NULL;

  length = cn_fold_to_buffer (self->text + start, end - start, folded, sizeof folded);
  return cn_date_lexicon_lookup (folded, length);
}

static CnDateGap
skip_blanks (CnDateScanner *self)
{
  CnDateGap gap = self->position == 0 ? CN_DATE_GAP_PARAGRAPH : CN_DATE_GAP_NONE;

  while (self->position < self->length)
    {
      gsize n_bytes;
      CharClass class = class_at (self, self->position, &n_bytes);

      if (class == CLASS_LINE)
        gap = gap >= CN_DATE_GAP_LINE ? CN_DATE_GAP_PARAGRAPH : CN_DATE_GAP_LINE;
      else if (class == CLASS_BLANK)
        gap = MAX (gap, CN_DATE_GAP_BLANK);
      else
        break;

      self->position += n_bytes;
    }

  return gap;
}

/* The rest of an address is one word of no meaning. */
static void
scan_opaque (CnDateScanner *self,
             CnDateToken   *token)
{
  gsize n_bytes;

  while (self->position < self->length && class_at (self, self->position, &n_bytes) > CLASS_LINE)
    self->position += n_bytes;

  token->kind = CN_DATE_TOKEN_WORD;
  token->opaque = TRUE;
}

static void
scan_word (CnDateScanner *self,
           CnDateToken   *token)
{
  gsize n_bytes;
  gunichar first = char_at (self, self->position, &n_bytes);

  token->kind = CN_DATE_TOKEN_WORD;
  self->position = skip_letters (self, self->position + n_bytes);
  token->word = look_up (self, token->start, self->position);
  token->capital = first < 0x80 ? g_ascii_isupper ((char) first) : g_unichar_isupper (first);
}

/* "2nd", "1er", "1º", "1.º", "4ης" */
static void
scan_ordinal (CnDateScanner *self,
              CnDateToken   *token)
{
  gsize n_bytes;
  gunichar c = char_at (self, self->position, &n_bytes);

  if (c == '.')
    {
      gsize n_behind;
      gunichar behind = char_at (self, self->position + 1, &n_behind);

      if (behind == 0xaa || behind == 0xba)
        {
          self->position += 1 + n_behind;
          token->ordinal = TRUE;
        }
    }
  else if (c == 0xaa || c == 0xba || c == 0xb0)
    {
      self->position += n_bytes;
      token->ordinal = TRUE;
    }
  else if (classify (c) == CLASS_LETTER)
    {
      gsize end = skip_letters (self, self->position);

      if (cn_date_word_is (look_up (self, self->position, end), CN_DATE_ROLE_ORDINAL))
        {
          self->position = end;
          token->ordinal = TRUE;
        }
      else
        {
          token->dirty = TRUE;
        }
    }
}

/* "2,000" and "1.234.567": groups of three behind commas or points, which no date has. */
static gboolean
skip_thousands (CnDateScanner *self)
{
  gsize offset = self->position;
  guint n_groups = 0;

  while (offset + 3 < self->length && (self->text[offset] == ',' || self->text[offset] == '.') &&
         skip_digits (self, offset + 1) == offset + 4)
    {
      offset += 4;
      n_groups++;
    }

  if (n_groups == 0)
    return FALSE;

  self->position = offset;
  return TRUE;
}

static void
scan_number (CnDateScanner *self,
             CnDateToken   *token)
{
  gsize end = skip_digits (self, self->position);

  token->kind = CN_DATE_TOKEN_NUMBER;
  token->digits = (guint) MIN (end - self->position, 100);
  token->dirty = token->digits > 8;

  if (!token->dirty)
    {
      for (gsize i = self->position; i < end; i++)
        token->value = token->value * 10 + (guint) (self->text[i] - '0');
    }

  self->position = end;
  if (token->digits <= 3 && skip_thousands (self))
    token->dirty = TRUE;
  scan_ordinal (self, token);
}

static void
scan_mark (CnDateScanner *self,
           CnDateToken   *token)
{
  gsize n_bytes;
  gunichar c = char_at (self, self->position, &n_bytes);

  token->kind = CN_DATE_TOKEN_MARK;
  self->position += n_bytes;

  switch (c)
    {
    case 0x2018: case 0x2019: case 0x02bc: case 0x00b4: case '`': case 0x2032:
      token->mark = '\'';
      break;
    case 0x2010: case 0x2011:
      token->mark = '-';
      break;
    case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      token->mark = EN_DASH;
      break;
    default:
      token->mark = c;
      break;
    }
}

/* Behind "://", "@", "\", "_" or a "/" after a host name, the run up to the next blank is an address, a path or a
 * name of a file, and no number in it is a date. */
static void
note_mark (CnDateScanner     *self,
           const CnDateToken *token)
{
  gsize n_bytes;
  CharClass next = class_at (self, self->position, &n_bytes);

  if (token->mark == '@' || token->mark == '\\' || token->mark == '_')
    self->opaque = TRUE;
  else if (token->mark == ':' && self->position + 1 < self->length && self->text[self->position] == '/' &&
           self->text[self->position + 1] == '/')
    self->opaque = TRUE;
  else if (token->mark == '/' && self->dotted)
    self->opaque = TRUE;
  else if (token->mark == '.' && next == CLASS_LETTER && self->drawn > 0 && token->gap == CN_DATE_GAP_NONE)
    self->dotted = cn_date_scanner_peek (self, (int) (self->drawn - self->head) - 1)->kind == CN_DATE_TOKEN_WORD ||
                   self->dotted;
}

static void
draw (CnDateScanner *self)
{
  CnDateToken *token = &self->ring[self->drawn % CN_DATE_SCANNER_RING];
  gsize n_bytes;

  *token = (CnDateToken) { 0 };
  token->gap = skip_blanks (self);
  token->start = self->position;

  if (token->gap != CN_DATE_GAP_NONE)
    self->dotted = self->opaque = FALSE;

  if (self->position >= self->length)
    token->kind = CN_DATE_TOKEN_END;
  else if (self->opaque)
    scan_opaque (self, token);
  else
    {
      switch (class_at (self, self->position, &n_bytes))
        {
        case CLASS_LETTER:
          scan_word (self, token);
          break;
        case CLASS_DIGIT:
          scan_number (self, token);
          break;
        case CLASS_BLANK:
        case CLASS_LINE:
        case CLASS_MARK:
          scan_mark (self, token);
          note_mark (self, token);
          break;
        }
    }

  token->end = self->position;
  self->drawn++;
}

/**
 * cn_date_scanner_init:
 * @text: UTF-8, which must outlive the scanner
 * @length: its bytes
 */
void
cn_date_scanner_init (CnDateScanner *self,
                      const char    *text,
                      gsize          length)
{
  cn_date_lexicon_ensure ();

  self->text = text;
  self->length = length;
  self->position = self->drawn = self->head = 0;
  self->dotted = self->opaque = FALSE;
}

/**
 * cn_date_scanner_peek:
 * @offset: tokens from the head, from -%CN_DATE_SCANNER_BACK to %CN_DATE_SCANNER_AHEAD
 *
 * Returns: (transfer none): the token there; one of kind END behind the last and before the first. Valid until the next
 *   cn_date_scanner_advance()
 */
const CnDateToken *
cn_date_scanner_peek (CnDateScanner *self,
                      int            offset)
{
  static const CnDateToken nothing = { CN_DATE_TOKEN_END, CN_DATE_GAP_PARAGRAPH };
  gsize index;

  g_assert (offset >= -CN_DATE_SCANNER_BACK && offset <= CN_DATE_SCANNER_AHEAD);

  if (offset < 0 && self->head < (gsize) -offset)
    return &nothing;

  index = self->head + (gsize) offset;
  while (self->drawn <= index)
    draw (self);

  return &self->ring[index % CN_DATE_SCANNER_RING];
}

/**
 * cn_date_scanner_advance:
 *
 * Moves the head @n_tokens on.
 */
void
cn_date_scanner_advance (CnDateScanner *self,
                         guint          n_tokens)
{
  self->head += n_tokens;
}
