/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What bytes without a trustworthy declaration are: no text at all, UTF-16, UTF-8, or a single-byte encoding
 * by the letters that its languages use. Pure; looks at the first part of large inputs only. */

#include "config.h"

#include "cn-encoding-guess.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of a text is looked at to guess. */
#define SAMPLE_BYTES 65536

/* So many words of an own script are no accident, however much ASCII stands around them. */
#define MIN_WORDS 5

/* Greek letters with an accent and all small ones of both scripts stand from here on. */
#define FIRST_SMALL 0xdc

typedef struct
{
  const char *bytes;
  gsize       length;
  const char *clause;
} Magic;

/* Beginnings of files that are no text; and the clause that says so. */
static const Magic magics[] = {
  { "\211PNG\r\n\032\n", 8, N_("it looks like a PNG picture") },
  { "\377\330\377", 3, N_("it looks like a JPEG picture") },
  { "GIF87a", 6, N_("it looks like a GIF picture") },
  { "GIF89a", 6, N_("it looks like a GIF picture") },
  { "BM", 2, N_("it looks like a BMP picture") },
  { "II*\0", 4, N_("it looks like a TIFF picture") },
  { "MM\0*", 4, N_("it looks like a TIFF picture") },
  { "\0\0\1\0", 4, N_("it looks like an icon") },
  { "%PDF-", 5, N_("it looks like a PDF document") },
  { "%!PS", 4, N_("it looks like a PostScript document") },
  { "{\\rtf", 5, N_("it looks like an RTF document") },
  { "\320\317\021\340\241\261\032\341", 8, N_("it looks like an old Office document") },
  { "PK\003\004", 4, N_("it looks like a ZIP archive or an Office document") },
  { "PK\005\006", 4, N_("it looks like an empty ZIP archive") },
  { "\037\213", 2, N_("it looks like gzip-compressed data") },
  { "BZh", 3, N_("it looks like bzip2-compressed data") },
  { "\3757zXZ\0", 6, N_("it looks like xz-compressed data") },
  { "(\265/\375", 4, N_("it looks like zstd-compressed data") },
  { "7z\274\257\047\034", 6, N_("it looks like a 7-Zip archive") },
  { "Rar!\032\007", 6, N_("it looks like a RAR archive") },
  { "\177ELF", 4, N_("it looks like a program") },
  { "MZ", 2, N_("it looks like a Windows program") },
  { "\312\376\272\276", 4, N_("it looks like a compiled program") },
  { "\0asm", 4, N_("it looks like a WebAssembly program") },
  { "SQLite format 3\0", 16, N_("it looks like an SQLite database") },
  { "OggS", 4, N_("it looks like an Ogg recording") },
  { "fLaC", 4, N_("it looks like a FLAC recording") },
  { "ID3", 3, N_("it looks like an MP3 recording") },
  { "\032E\337\243", 4, N_("it looks like a Matroska video") },
  { "wOFF", 4, N_("it looks like a font") },
  { "wOF2", 4, N_("it looks like a font") },
  { "\0\1\0\0\0", 5, N_("it looks like a font") },
};

static gboolean
is_text_control (guchar c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x1a || c == 0x1b || c == 0x08;
}

/* Bytes that no text of any single-byte encoding or UTF-8 has. */
static gsize
count_controls (const guchar *data,
                gsize         length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] < 0x20 && !is_text_control (data[i]);
  return n;
}

/* A short beginning ("BM", "MZ", "ID3") also begins words: such a file is binary only if it looks so further on. */
/**
 * cn_encoding_guess_binary:
 *
 * Returns: (nullable): the clause that says what the bytes are when they are no text, untranslated; %NULL for text
 */
const char *
cn_encoding_guess_binary (const guchar *data,
                          gsize         length)
{
  gsize n_sample = MIN (length, SAMPLE_BYTES);
  gsize n_controls = count_controls (data, n_sample);

  if (length >= 12 && memcmp (data, "RIFF", 4) == 0)
    {
      if (memcmp (data + 8, "WEBP", 4) == 0)
        return N_("it looks like a WebP picture");
      if (memcmp (data + 8, "WAVE", 4) == 0)
        return N_("it looks like a WAV recording");
      return n_controls > 0 ? N_("it looks like a recording") : NULL;
    }
  if (length >= 12 && memcmp (data + 4, "ftyp", 4) == 0)
    return N_("it looks like a video or a picture of the MP4 family");
  if (length > 262 && memcmp (data + 257, "ustar", 5) == 0)
    return N_("it looks like a tar archive");

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0 &&
        (magics[i].length >= 4 || data[0] >= 0x80 || n_controls > 0))
      return magics[i].clause;

  return NULL;
}

/**
 * cn_encoding_is_text:
 *
 * Returns: whether the bytes may be text of some encoding with ASCII in it: a stray NUL or control character is
 * damage, a fifteenth of them is no text (of random bytes it is nearly a tenth)
 */
gboolean
cn_encoding_is_text (const guchar *data,
                     gsize         length)
{
  gsize n_sample = MIN (length, SAMPLE_BYTES);

  return count_controls (data, n_sample) * 15 <= n_sample;
}

/**
 * cn_encoding_guess_wide:
 *
 * Returns: the order of UTF-16 without a mark: in every second place stand zeros, or in Greek and Cyrillic at
 * least beside every blank
 */
CnWideOrder
cn_encoding_guess_wide (const guchar *data,
                        gsize         length)
{
  gsize n_units = MIN (length, SAMPLE_BYTES) / 2;
  gsize zeros[2] = { 0, 0 };
  gsize blanks[2] = { 0, 0 };

  if (n_units < 2)
    return CN_WIDE_NONE;

  for (gsize i = 0; i < n_units; i++)
    {
      const guchar *unit = data + 2 * i;

      zeros[0] += unit[0] == 0;
      zeros[1] += unit[1] == 0;
      blanks[0] += unit[0] == 0 && (unit[1] == ' ' || unit[1] == '\n');
      blanks[1] += unit[1] == 0 && (unit[0] == ' ' || unit[0] == '\n');
    }

  if (zeros[0] + zeros[1] == 0)
    return CN_WIDE_NONE;
  if (zeros[1] > n_units * 2 / 3 && zeros[0] * 20 < n_units)
    return CN_WIDE_LITTLE;
  if (zeros[0] > n_units * 2 / 3 && zeros[1] * 20 < n_units)
    return CN_WIDE_BIG;
  /* Greek or Cyrillic: blanks and line ends alone have the zero. */
  if (blanks[1] * 25 > n_units && blanks[1] * 10 > zeros[1] * 9 && zeros[0] == 0)
    return CN_WIDE_LITTLE;
  if (blanks[0] * 25 > n_units && blanks[0] * 10 > zeros[0] * 9 && zeros[1] == 0)
    return CN_WIDE_BIG;
  return CN_WIDE_NONE;
}

/**
 * cn_encoding_weigh_utf8:
 * @n_good: (out): how many letters beyond ASCII are well-formed UTF-8
 * @n_bad: (out): how many bytes are not
 */
void
cn_encoding_weigh_utf8 (const guchar *data,
                        gsize         length,
                        gsize        *n_good,
                        gsize        *n_bad)
{
  gsize i = 0;

  *n_good = *n_bad = 0;

  while (i < length)
    {
      gunichar c;

      if (data[i] < 0x80)
        {
          i++;
          continue;
        }

      c = g_utf8_get_char_validated ((const char *) data + i, (gssize) MIN (length - i, 6));
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          *n_bad += 1;
          i++;
        }
      else
        {
          *n_good += 1;
          i += (gsize) g_utf8_skip[data[i]];
        }
    }
}

typedef struct
{
  const char *charset;
  const char *letters; /* the bytes beyond ASCII that its languages use every day */
} Guess;

/* In the order of trust: of two that fit equally the first wins. */
static const Guess guesses[] = {
  { "windows-1252",
    "\340\341\342\343\344\345\346\347\350\351\352\353\354\355\356\357\361\362\363\364\365\366\370\371\372\373"
    "\374\337\300\301\304\305\306\307\311\310\315\321\323\326\330\332\334\253\273\221\222\223\224\226\227"
    "\205\240\200\260\234\214" },
  { "windows-1254",
    "\347\360\375\366\376\374\307\320\335\326\336\334\342\356\373\221\222\223\224\226\227\205\240\253\273\200"
    "\260" },
  { "windows-1253",
    "\341\342\343\344\345\346\347\350\351\352\353\354\355\356\357\360\361\362\363\364\365\366\367\370\371\374"
    "\375\376\334\335\336\337\301\302\303\304\305\307\312\313\314\315\317\320\323\324\253\273\222\240" },
  { "windows-1251",
    "\340\341\342\343\344\345\346\347\350\351\352\353\354\355\356\357\360\361\362\363\364\365\366\367\370\371"
    "\373\374\375\376\377\300\301\302\303\304\305\317\321\322\253\273\240\227\226" },
  { "windows-1250",
    "\271\346\352\263\361\363\234\237\277\245\306\312\243\321\323\214\217\257\232\236\350\370\371\354\357\235"
    "\205\204\224\240\226" },
};

static gboolean
is_of_own_script (const Guess *guess)
{
  return g_str_equal (guess->charset, "windows-1253") || g_str_equal (guess->charset, "windows-1251");
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c);
}

/* A byte that would be a letter inside a word but a sign under this reading speaks against it, one of its
 * everyday letters for it. Scripts of their own (Greek, Cyrillic) show by runs: there nearly every letter is
 * beyond ASCII. */
static int
weigh_guess (const Guess     *guess,
             const CnCharset *charset,
             const guchar    *data,
             gsize            length)
{
  gboolean own_script = is_of_own_script (guess);
  int score = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean high_before = i > 0 && data[i - 1] >= 0xc0;
      gboolean ascii_before = i > 0 && g_ascii_isalpha (data[i - 1]);
      gboolean ascii_after = i + 1 < length && g_ascii_isalpha (data[i + 1]);

      if (data[i] < 0x80)
        continue;
      if (charset->upper[data[i] - 0x80] == 0)
        score -= 20;
      score += strchr (guess->letters, (char) data[i]) != NULL ? 2 : -3;
      if (ascii_before && ascii_after && !is_letter (charset->upper[data[i] - 0x80]) && data[i] != 0x92)
        score -= 6;
      if (own_script && data[i] >= 0xc0)
        score += high_before ? 2 : (ascii_before || ascii_after ? -4 : 0);
      else if (!own_script && data[i] >= 0xc0 && high_before)
        score -= 2;
    }

  return score;
}

/* How the letters beyond ASCII stand: alone, or as words of their own. */
typedef struct
{
  gsize n_words;
  gsize n_in_words;
  gsize n_high;
  gsize n_ascii;
} Script;

/* A word of an own script: three letters or more, none of ASCII beside them, small ones never before capitals. */
static gboolean
is_word (const guchar *data,
         gsize         start,
         gsize         end,
         gsize         length)
{
  gboolean small = FALSE;

  if (end - start < 3 || (start > 0 && g_ascii_isalpha (data[start - 1])) ||
      (end < length && g_ascii_isalpha (data[end])))
    return FALSE;

  for (gsize i = start; i < end; i++)
    {
      if (data[i] >= FIRST_SMALL)
        small = TRUE;
      else if (small)
        return FALSE;
    }
  return TRUE;
}

static Script
count_script (const guchar *data,
              gsize         length)
{
  Script script = { 0 };

  for (gsize i = 0; i < length;)
    {
      gsize start = i;

      while (i < length && data[i] >= 0xc0)
        i++;
      if (i == start)
        {
          script.n_ascii += g_ascii_isalpha (data[i]);
          i++;
          continue;
        }
      script.n_high += i - start;
      if (is_word (data, start, i, length))
        {
          script.n_words++;
          script.n_in_words += i - start;
        }
    }

  return script;
}

/* A few stray bytes in another text are no Greek and no Cyrillic: their letters stand in words of their own. */
static gboolean
has_own_script (const guchar *data,
                gsize         length)
{
  Script script = count_script (data, length);

  return script.n_in_words * 2 >= script.n_high &&
         (script.n_words >= MIN_WORDS || (script.n_words > 0 && script.n_in_words * 3 >= script.n_ascii));
}

/**
 * cn_encoding_speaks_turkish:
 *
 * Turkish in windows-1254 differs from the western reading in six letters only; the western ones of the same
 * bytes (Icelandic eth, thorn and y with acute) are rare enough that a few Turkish words decide.
 *
 * Returns: whether the letters beyond ASCII are those of Turkish in windows-1254 or ISO-8859-9
 */
gboolean
cn_encoding_speaks_turkish (const guchar *data,
                            gsize         length)
{
  gsize n_turkish = 0;
  gsize n_other = 0;

  length = MIN (length, SAMPLE_BYTES);

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] < 0x80)
        continue;
      if (strchr ("\360\375\376\320\335\336", (char) data[i]) != NULL)
        n_turkish++;
      else if (strchr ("\347\366\374\307\326\334\342\222\223\224\226\240", (char) data[i]) == NULL)
        n_other++;
    }

  return n_turkish > 0 && n_turkish * 2 >= n_other;
}

/**
 * cn_encoding_guess_charset:
 *
 * Returns: (transfer none) (nullable): the single-byte encoding that the letters speak for, %NULL when they
 * speak for none
 */
const CnCharset *
cn_encoding_guess_charset (const guchar *data,
                           gsize         length)
{
  const CnCharset *best = NULL;
  gboolean own_script;
  int best_score = 0;

  length = MIN (length, SAMPLE_BYTES);
  own_script = has_own_script (data, length);
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      const CnCharset *charset = cn_charset_find (guesses[i].charset);
      int score;

      if (is_of_own_script (&guesses[i]) && !own_script)
        continue;
      score = weigh_guess (&guesses[i], charset, data, length);
      if (best == NULL || score > best_score)
        {
          best = charset;
          best_score = score;
        }
    }

  if ((best_score <= 0 || g_str_equal (best->name, "windows-1252")) && cn_encoding_speaks_turkish (data, length))
    return cn_charset_find ("windows-1254");
  return best_score > 0 ? best : NULL;
}
