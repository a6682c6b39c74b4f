/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a text into the words that names are compared by.
 *
 * Pure, any thread, allocates nothing. It must not know of any network. */

#include "config.h"

#include "cn-name-words.h"

#include "cn-fold.h"

#define SIGN_REGISTERED 0x00AE

/* Soft hyphens and zero-width marks stand inside of words and are not seen by anybody. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x2060 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F);
}

/* Nearly all letters over ASCII that articles have; the tables of Unicode are asked for the others only. */
static gboolean
is_latin_letter (gunichar c)
{
  return c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7;
}

static gboolean
is_word_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);

  return is_latin_letter (c) || g_unichar_isalnum (c) || g_unichar_ismark (c) || is_invisible (c);
}

static gboolean
starts_word (gunichar c)
{
  return c == '&' || c == SIGN_REGISTERED || is_word_char (c);
}

/* Typographic signs as the plain ones that the forms of a registry are written with. */
static char
plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x2010 ... 0x2015: /* hyphens and dashes */
    case 0x2212:            /* minus */
      return '-';

    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x2032:
    case 0x00B4:
    case '`':
      return '\'';

    case 0x201C ... 0x201F:
    case 0x00AB:
    case 0x00BB:
      return '"';

    default:
      return c < 0x80 ? (char) c : '?';
    }
}

static gunichar
get_char (const char *text,
          gsize       position)
{
  guchar first = (guchar) text[position];

  return first < 0x80 ? first : g_utf8_get_char (text + position);
}

static gsize
char_length (const char *text,
             gsize       position)
{
  return (gsize) g_utf8_skip[(guchar) text[position]];
}

static void
fold_word (const char *text,
           CnNameWord *word)
{
  gsize n;

  if (text[word->start] == '&')
    n = g_strlcpy (word->folded, "and", sizeof word->folded);
  else
    n = cn_fold_to_buffer (text + word->start, word->end - word->start, word->folded, sizeof word->folded - 1);
  word->folded[n] = '\0';
}

/* Returns: where the next word begins, @limit when there is none. */
static gsize
skip_gap (const char *text,
          gsize       position,
          gsize       limit,
          char       *gap)
{
  gsize n = 0;

  for (; position < limit; position += char_length (text, position))
    {
      gunichar c = get_char (text, position);

      if (starts_word (c))
        break;
      if (n < CN_NAME_GAP_SIZE - 1 && !(c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c)))
        gap[n++] = plain_sign (c);
    }
  gap[n] = '\0';

  return MIN (position, limit);
}

/*
 * cn_name_word_find:
 *
 * Returns: where the first word at or after @position begins, @limit when there is none
 */
gsize
cn_name_word_find (const char *text,
                   gsize       position,
                   gsize       limit)
{
  g_return_val_if_fail (text != NULL, limit);

  while (position < limit && !starts_word (get_char (text, position)))
    position += char_length (text, position);

  return MIN (position, limit);
}

/*
 * cn_name_word_skip:
 * @position: where a word begins
 *
 * Returns: where it ends
 */
gsize
cn_name_word_skip (const char *text,
                   gsize       position,
                   gsize       limit)
{
  g_return_val_if_fail (text != NULL, limit);

  if (position < limit && !is_word_char (get_char (text, position)))
    position += char_length (text, position);
  else
    while (position < limit && is_word_char (get_char (text, position)))
      position += char_length (text, position);

  return MIN (position, limit);
}

/*
 * cn_name_word_next:
 * @text: valid UTF-8
 * @position: offset of a character
 * @limit: offset behind the last character to look at
 * @word: (out caller-allocates): the word
 *
 * Finds the first word at or after @position. Any thread.
 *
 * Returns: %FALSE when there is none
 */
gboolean
cn_name_word_next (const char *text,
                   gsize       position,
                   gsize       limit,
                   CnNameWord *word)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  word->start = skip_gap (text, position, limit, word->gap);
  if (word->start >= limit)
    return FALSE;

  word->end = cn_name_word_skip (text, word->start, limit);
  fold_word (text, word);

  return TRUE;
}

/*
 * cn_name_word_is_capital:
 * @text: the text that @word was found in
 * @word: a word
 *
 * Any thread.
 *
 * Returns: whether it begins with a capital; what has no case (digits, signs, scripts without case) counts as one
 */
gboolean
cn_name_word_is_capital (const char       *text,
                         const CnNameWord *word)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  return !g_unichar_islower (get_char (text, word->start));
}
