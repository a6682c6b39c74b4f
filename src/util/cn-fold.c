/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding: the one answer to "are these the same letters to a person who searches?".
 *
 * Case, accents, typographic apostrophes, hyphens and spaces fold away; so do the letters that are no letter plus
 * accent to Unicode and yet are to a keyboard (ı ø ł đ ß æ œ). Search index and query, names of networks and
 * places and the words of dates all go through here, hence what is equal for one is equal for all.
 *
 * Pure and thread-safe. It must never ask the process for its locale: under tr_TR the C library lowers I to ı, and
 * the same article would fold to two texts on two machines. g_unichar_tolower() and the decomposition tables are
 * GLib's own and know no locale (g_utf8_strdown() does).
 *
 * Folding is idempotent, and it works character by character: the folding of a text is the foldings of its
 * characters joined, which is what makes the map back to the original possible. */

#include "config.h"

#include "cn-fold.h"

#include <string.h>

/* All of Latin, Greek, Cyrillic, Hebrew and Arabic that UTF-8 writes in two bytes. */
#define FIRST_CACHED 0x80
#define LAST_CACHED  0x7ff

typedef struct
{
  guint8 length;
  char   bytes[7];
} FoldedChar;

static FoldedChar cache[LAST_CACHED - FIRST_CACHED + 1];

static const guint8 ascii[128] = {
  ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ',
  ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ',
  ' ', '!', '"', '#', '$', '%', '&', '\'', '(', ')', '*', '+', ',', '-', '.', '/',
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '<', '=', '>', '?',
  '@', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '[', '\\', ']', '^', '_',
  '\'', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '{', '|', '}', '~', ' ',
};

/* What Unicode does not decompose and people type without; NULL for every other letter. */
static const char *
fold_special (gunichar c)
{
  switch (c)
    {
    case 0x00ad: case 0x200b: case 0x200c: case 0x200d: case 0x200e: case 0x200f: case 0x2060: case 0xfeff:
      return "";               /* invisible */
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0xfe63:
      return "-";
    case 0x00b4: case 0x02b9: case 0x02bb: case 0x02bc: case 0x02c8: case 0x0384: case 0x2018: case 0x2019:
    case 0x201a: case 0x201b: case 0x2032:
      return "'";
    case 0x00ab: case 0x00bb: case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033:
      return "\"";
    case 0x2026:
      return "...";
    case 0x00aa:
      return "a";
    case 0x00ba:
      return "o";
    case 0x0131:
      return "i";
    case 0x00d8: case 0x00f8:
      return "o";
    case 0x0141: case 0x0142:
      return "l";
    case 0x0110: case 0x0111: case 0x00d0: case 0x00f0:
      return "d";
    case 0x0126: case 0x0127:
      return "h";
    case 0x0166: case 0x0167:
      return "t";
    case 0x00df: case 0x1e9e:
      return "ss";
    case 0x00c6: case 0x00e6:
      return "ae";
    case 0x0152: case 0x0153:
      return "oe";
    case 0x0132: case 0x0133:
      return "ij";
    case 0x00de: case 0x00fe:
      return "th";
    case 0x014a: case 0x014b:
      return "ng";
    case 0x03c2:
      return "σ";              /* a final sigma */
    case 0xfb00:
      return "ff";
    case 0xfb01:
      return "fi";
    case 0xfb02:
      return "fl";
    case 0xfb03:
      return "ffi";
    case 0xfb04:
      return "ffl";
    case 0xfb05: case 0xfb06:
      return "st";
    default:
      return NULL;
    }
}

/* Only the marks that Latin, Greek and Cyrillic hang on their letters: in other scripts a mark can be the vowel. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0483 && c <= 0x0487) || (c >= 0x1ab0 && c <= 0x1aff) ||
         (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

/* Appends the folding of one code point that does not decompose any further. */
static guint
fold_simple (gunichar  c,
             char     *out)
{
  const char *special;

  if (is_accent (c))
    return 0;

  special = fold_special (c);
  if (special == NULL)
    {
      c = g_unichar_tolower (c);
      special = fold_special (c);
    }

  if (special != NULL)
    {
      gsize length = strlen (special);

      memcpy (out, special, length);
      return (guint) length;
    }

  if (c < 0x80)
    {
      *out = (char) ascii[c];
      return 1;
    }

  if (g_unichar_isspace (c))
    {
      *out = ' ';
      return 1;
    }

  return (guint) g_unichar_to_utf8 (c, out);
}

/* @out must have room for CN_FOLD_MAX_PER_CHAR bytes. */
static guint
fold_unichar (gunichar  c,
              char     *out)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;
  guint length = 0;

  /* Full-width ASCII of East Asian pages. */
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;

  /* A Hangul syllable is a letter block, not a letter with accents. */
  if (c < 0x80 || (c >= 0xac00 && c <= 0xd7a3) || fold_special (c) != NULL)
    return fold_simple (c, out);

  n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts && length + 6 <= CN_FOLD_MAX_PER_CHAR; i++)
    length += fold_simple (parts[i], out + length);

  return length;
}

static void
fill_cache (void)
{
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (gunichar c = FIRST_CACHED; c <= LAST_CACHED; c++)
        {
          char out[CN_FOLD_MAX_PER_CHAR];
          guint length = fold_unichar (c, out);

          g_assert (length <= sizeof cache[0].bytes);
          cache[c - FIRST_CACHED].length = (guint8) length;
          memcpy (cache[c - FIRST_CACHED].bytes, out, length);
        }

      g_once_init_leave (&filled, 1);
    }
}

/* Folds the character at @text, which starts with a byte above ASCII; returns how many bytes of @text it takes. */
static gsize
fold_at (const char *text,
         gsize       available,
         char       *out,
         guint      *n_out)
{
  const guchar *bytes = (const guchar *) text;
  gunichar c;

  if (available >= 2 && bytes[0] >= 0xc2 && bytes[0] <= 0xdf && (bytes[1] & 0xc0) == 0x80)
    {
      const FoldedChar *folded = &cache[(((bytes[0] & 0x1f) << 6) | (bytes[1] & 0x3f)) - FIRST_CACHED];

      memcpy (out, folded->bytes, sizeof folded->bytes);
      *n_out = folded->length;
      return 2;
    }

  c = g_utf8_get_char_validated (text, (gssize) available);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *n_out = (guint) g_unichar_to_utf8 (0xfffd, out);
      return 1;
    }

  *n_out = fold_unichar (c, out);
  return (gsize) g_utf8_skip[bytes[0]];
}

typedef struct
{
  char    *bytes;
  guint32 *map;
  gsize    length;
  gsize    size;
} Output;

static void
output_grow (Output *output)
{
  output->size = output->size + output->size / 2 + 64;
  output->bytes = g_realloc (output->bytes, output->size);
  if (output->map != NULL)
    output->map = g_renew (guint32, output->map, output->size);
}

static void
fold_into (const char *text,
           gsize       length,
           Output     *output)
{
  gsize i = 0;

  fill_cache ();

  while (i < length)
    {
      gsize from = i;
      guint n_out;

      if (output->length + CN_FOLD_MAX_PER_CHAR + 1 > output->size)
        output_grow (output);

      if ((guchar) text[i] < 0x80)
        {
          output->bytes[output->length] = (char) ascii[(guchar) text[i]];
          n_out = 1;
          i++;
        }
      else
        {
          i += fold_at (text + i, length - i, output->bytes + output->length, &n_out);
        }

      if (output->map != NULL)
        {
          for (guint k = 0; k < n_out; k++)
            output->map[output->length + k] = (guint32) from;
        }

      output->length += n_out;
    }

  output->bytes[output->length] = '\0';
}

/**
 * cn_fold:
 * @text: UTF-8; a byte that is none becomes U+FFFD
 * @length: its bytes, or -1 when it ends with NUL
 *
 * Every kind of white space becomes one plain space each, runs are kept; NUL and control characters become spaces.
 *
 * Any thread.
 *
 * Returns: (transfer full): the folded text, NUL-terminated
 */
char *
cn_fold (const char *text,
         gssize      length)
{
  Output output = { NULL, NULL, 0, 0 };
  gsize bytes;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = length < 0 ? strlen (text) : (gsize) length;
  output.size = bytes + CN_FOLD_MAX_PER_CHAR + 1;
  output.bytes = g_malloc (output.size);
  fold_into (text, bytes, &output);

  return output.bytes;
}

/**
 * cn_fold_with_map:
 * @text: UTF-8; a byte that is none becomes U+FFFD
 * @length: its bytes, at most %G_MAXUINT32, or -1 when it ends with NUL
 * @folded_length: (out) (optional): bytes of the result
 * @map: (out) (transfer full): one entry for each byte of the result and one more for its end: the offset of the
 *   character of @text that it came from. Free with g_free()
 *
 * As cn_fold(), for those who search in the result and quote from @text; see cn_fold_map_range().
 *
 * Any thread.
 *
 * Returns: (transfer full): the folded text, NUL-terminated
 */
char *
cn_fold_with_map (const char  *text,
                  gssize       length,
                  gsize       *folded_length,
                  guint32    **map)
{
  Output output = { NULL, NULL, 0, 0 };
  gsize bytes;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (map != NULL, NULL);

  bytes = length < 0 ? strlen (text) : (gsize) length;
  g_return_val_if_fail (bytes < G_MAXUINT32, NULL);

  output.size = bytes + CN_FOLD_MAX_PER_CHAR + 1;
  output.bytes = g_malloc (output.size);
  output.map = g_new (guint32, output.size);
  fold_into (text, bytes, &output);

  output.map[output.length] = (guint32) bytes;
  *map = output.map;
  if (folded_length != NULL)
    *folded_length = output.length;

  return output.bytes;
}

/**
 * cn_fold_map_range:
 * @map: as cn_fold_with_map() gave it
 * @folded_length: bytes of the folded text
 * @start: (inout): offset of the first byte in the folded text; then in the original
 * @end: (inout): offset behind the last byte in the folded text; then in the original
 *
 * Turns a range of the folded text into the range of whole characters of the original that it came from. A range
 * that ends inside what one character became (between the two s of a ß) takes in that character, and so it does
 * with the combining marks behind the last letter, which folded to nothing.
 */
void
cn_fold_map_range (const guint32 *map,
                   gsize          folded_length,
                   gsize         *start,
                   gsize         *end)
{
  gsize behind;

  g_return_if_fail (map != NULL);
  g_return_if_fail (start != NULL && end != NULL);
  g_return_if_fail (*start <= *end && *end <= folded_length);

  behind = *end;
  if (behind > *start)
    {
      while (behind < folded_length && map[behind] == map[behind - 1])
        behind++;
    }

  *start = map[*start];
  *end = MAX (map[behind], *start);
}

/**
 * cn_fold_to_buffer:
 * @text: UTF-8
 * @length: its bytes
 * @buffer: room for @size bytes; not NUL-terminated
 * @size: more than %CN_FOLD_MAX_PER_CHAR
 *
 * As cn_fold() without allocating, for looking up single words.
 *
 * Any thread.
 *
 * Returns: bytes written, or 0 when it might not fit (and for a text that folds to nothing)
 */
gsize
cn_fold_to_buffer (const char *text,
                   gsize       length,
                   char       *buffer,
                   gsize       size)
{
  gsize n = 0;
  gsize i = 0;

  g_return_val_if_fail (text != NULL && buffer != NULL, 0);
  g_return_val_if_fail (size > CN_FOLD_MAX_PER_CHAR, 0);

  for (; i < length && i < size && (guchar) text[i] < 0x80; i++)
    buffer[n++] = (char) ascii[(guchar) text[i]];

  if (i == length)
    return n;

  fill_cache ();
  while (i < length)
    {
      guint n_out = 1;

      if (n + CN_FOLD_MAX_PER_CHAR > size)
        return 0;

      if ((guchar) text[i] < 0x80)
        buffer[n] = (char) ascii[(guchar) text[i++]];
      else
        i += fold_at (text + i, length - i, buffer + n, &n_out);
      n += n_out;
    }

  return n;
}

/**
 * cn_fold_equal:
 *
 * Any thread. Allocates nothing.
 *
 * Returns: whether both texts fold to the same
 */
gboolean
cn_fold_equal (const char *a,
               const char *b)
{
  char folded_a[CN_FOLD_MAX_PER_CHAR], folded_b[CN_FOLD_MAX_PER_CHAR];
  guint length_a = 0, length_b = 0;
  guint i = 0, k = 0;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  fill_cache ();

  /* What one letter of the one text becomes can be several of the other (ß and ss), so both are drawn byte by byte. */
  while (TRUE)
    {
      for (; i == length_a && *a != '\0'; i = 0)
        {
          folded_a[0] = (char) ascii[*a & 0x7f];
          length_a = 1;
          a += (guchar) *a < 0x80 ? 1 : fold_at (a, strnlen (a, 6), folded_a, &length_a);
        }
      for (; k == length_b && *b != '\0'; k = 0)
        {
          folded_b[0] = (char) ascii[*b & 0x7f];
          length_b = 1;
          b += (guchar) *b < 0x80 ? 1 : fold_at (b, strnlen (b, 6), folded_b, &length_b);
        }

      if (i == length_a || k == length_b)
        return i == length_a && k == length_b;
      if (folded_a[i++] != folded_b[k++])
        return FALSE;
    }
}
