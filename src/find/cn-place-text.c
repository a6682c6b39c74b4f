/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a document's own text into the words that places are looked for in.
 *
 * The same words as cn-name-words.c cuts, but with what the rules ask about them (capitals, sentences, lines, cells),
 * and folded only where somebody asks: of ten words nine are ordinary ones, and only the others cost anything. One
 * pass, memory in proportion to the text. Furniture has no words. Pure, any thread; it must not know of places. */

#include "config.h"

#include "cn-place-text.h"

#include <string.h>

#include "cn-fold.h"

/* No word of a name is longer. */
#define MAX_FOLDED 96

/* Shorter words keep their small letter in headlines. */
#define MIN_HEADLINE_WORD 4

struct _CnPlaceText
{
  const char   *text;
  GArray       *words;   /* element-type CnPlaceWord */
  GStringChunk *folded;
  guint32      *lower;   /* hashes of the words in small letters, open addressing, 0 for free */
  guint         lower_mask;
  guint         n_lower;
};

typedef struct
{
  gsize start;
  gsize end;
  guint flags;
  guint32 hash;
  gboolean is_plain; /* small ASCII letters only */
} Cut;

static inline gboolean
is_invisible (gunichar c)
{
  return c == 0x00AD || c == 0x2060 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F);
}

static inline gboolean
is_latin_letter (gunichar c)
{
  return c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7;
}

static gboolean
is_word_char (gunichar c)
{
  return is_latin_letter (c) || g_unichar_isalnum (c) || g_unichar_ismark (c) || is_invisible (c);
}

static inline guint32
hash_byte (guint32 hash,
           guchar  byte)
{
  return (hash ^ byte) * 16777619u;
}

static guint32
hash_word (const char *folded)
{
  guint32 hash = 2166136261u;

  for (const guchar *p = (const guchar *) folded; *p != '\0'; p++)
    hash = hash_byte (hash, *p);

  return hash != 0 ? hash : 1;
}

static char
plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x2010 ... 0x2015:
    case 0x2212:
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

    case 0x2026:
    case 0x3002:
    case 0x0964:
      return '.';

    case 0x3001:
    case 0xFF0C:
    case 0x060C:
      return ',';

    case 0x2022:
    case 0x00B7:
    case 0x25AA:
      return '*';

    default:
      return c < 0x80 ? (char) c : '?';
    }
}

static void
add_lower (CnPlaceText *self,
           guint32      hash)
{
  guint slot;

  if (hash == 0)
    hash = 1;
  if (self->n_lower * 2 > self->lower_mask)
    return;
  for (slot = hash & self->lower_mask; self->lower[slot] != 0; slot = (slot + 1) & self->lower_mask)
    if (self->lower[slot] == hash)
      return;
  self->lower[slot] = hash;
  self->n_lower++;
}

/* Whether a full stop behind this word ends no sentence: "St.", "Dr.", "U." */
static gboolean
is_abbreviated (const CnPlaceWord *word)
{
  gsize length = word->end - word->start;

  return (word->flags & CN_PLACE_WORD_CAPITAL) != 0 && length <= 3
         && !(length == 3 && (word->flags & CN_PLACE_WORD_UPPER) != 0);
}

/* Reads what stands between two words; returns where the next one begins. */
static gsize
skip_gap (CnPlaceText *self,
          gsize        position,
          gsize        limit,
          CnPlaceWord *word)
{
  const char *text = self->text;
  gboolean is_end = FALSE;
  guint n = 0;

  while (position < limit)
    {
      guchar byte = (guchar) text[position];
      gunichar c = byte;
      char sign;

      if (byte < 0x80)
        {
          if (g_ascii_isalnum ((char) byte) || byte == '&')
            break;
          position++;
          if (g_ascii_isspace ((char) byte))
            {
              word->flags |= CN_PLACE_WORD_SPACE;
              if (byte == '\n')
                word->flags |= CN_PLACE_WORD_BREAK;
              else if (byte == '\t')
                word->flags |= CN_PLACE_WORD_CELL;
              continue;
            }
        }
      else
        {
          c = g_utf8_get_char (text + position);
          if (c == 0x00AE || is_word_char (c))
            break;
          position += (gsize) g_utf8_skip[byte];
          if (g_unichar_isspace (c))
            {
              word->flags |= CN_PLACE_WORD_SPACE;
              continue;
            }
        }

      sign = plain_sign (c);
      is_end = is_end || sign == '.' || sign == '!' || sign == '?' || sign == '*';
      if (n < CN_PLACE_GAP_SIZE - 1)
        word->gap[n++] = sign;
    }
  word->gap[n] = '\0';

  if (is_end && self->words->len > 0 && !(word->flags & CN_PLACE_WORD_FIRST)
      && !(word->gap[0] == '.' && n == 1
           && is_abbreviated (&g_array_index (self->words, CnPlaceWord, self->words->len - 1))))
    word->flags |= CN_PLACE_WORD_SENTENCE;

  return position;
}

/* The first letter of a word that begins with more than ASCII. */
static guint
classify_first (gunichar c)
{
  if (g_unichar_isupper (c) || g_unichar_istitle (c))
    return CN_PLACE_WORD_CAPITAL;
  if (g_unichar_islower (c))
    return 0;
  if (g_unichar_isdigit (c))
    return CN_PLACE_WORD_DIGIT;

  return CN_PLACE_WORD_UNCASED;
}

static void
cut_word (const char *text,
          gsize       position,
          gsize       limit,
          Cut        *cut)
{
  guint n_upper = 0, n_lower = 0;

  *cut = (Cut) { .start = position, .hash = 2166136261u, .is_plain = TRUE };
  if (text[position] == '&' || (guchar) text[position] == 0xC2)
    {
      gsize sign = (gsize) g_utf8_skip[(guchar) text[position]];

      if (text[position] == '&' || g_utf8_get_char (text + position) == 0x00AE)
        {
          cut->end = position + sign;
          cut->is_plain = FALSE;
          return;
        }
    }

  while (position < limit)
    {
      guchar byte = (guchar) text[position];

      if (byte < 0x80)
        {
          if (byte >= 'a' && byte <= 'z')
            {
              n_lower++;
              cut->hash = hash_byte (cut->hash, byte);
            }
          else if (byte >= 'A' && byte <= 'Z')
            n_upper++;
          else if (!g_ascii_isdigit ((char) byte))
            break;
          position++;
        }
      else
        {
          gunichar c = g_utf8_get_char (text + position);

          if (!is_word_char (c))
            break;
          n_upper += g_unichar_isupper (c) ? 1 : 0;
          n_lower += g_unichar_islower (c) ? 1 : 0;
          cut->is_plain = FALSE;
          position += (gsize) g_utf8_skip[byte];
        }
    }
  cut->end = position;

  if ((guchar) text[cut->start] >= 0x80)
    cut->flags = classify_first (g_utf8_get_char (text + cut->start));
  else if (g_ascii_isupper (text[cut->start]))
    cut->flags = CN_PLACE_WORD_CAPITAL;
  else if (g_ascii_isdigit (text[cut->start]))
    cut->flags = CN_PLACE_WORD_DIGIT;
  if (n_upper >= 2 && n_lower == 0)
    cut->flags |= CN_PLACE_WORD_UPPER;
  cut->is_plain = cut->is_plain && n_upper == 0 && n_lower == cut->end - cut->start;
}

static void
remember_lower (CnPlaceText *self,
                const Cut   *cut)
{
  char folded[MAX_FOLDED + 1];
  gsize n;

  if (cut->is_plain)
    {
      add_lower (self, cut->hash);
      return;
    }

  n = cn_fold_to_buffer (self->text + cut->start, cut->end - cut->start, folded, MAX_FOLDED);
  folded[n] = '\0';
  add_lower (self, hash_word (folded));
}

/* What glues a word to the next one; a blank at the end of a sentence, which is the end of no address. */
static char
get_joint (const CnPlaceText *self,
           gsize              offset)
{
  char c = self->text[offset];

  return c == '\0' || g_ascii_isspace (self->text[offset + 1]) || self->text[offset + 1] == '\0' ? ' ' : c;
}

/* What the capitals of a whole block are worth. */
static guint
classify_block (const CnPlaceText *self,
                const CnBlock     *block,
                guint              from)
{
  guint n_long = 0, n_capital = 0, n_upper = 0;

  for (guint i = from; i < self->words->len; i++)
    {
      const CnPlaceWord *word = &g_array_index (self->words, CnPlaceWord, i);

      if (word->end - word->start < MIN_HEADLINE_WORD || (word->flags & CN_PLACE_WORD_DIGIT))
        continue;
      n_long++;
      n_capital += (word->flags & CN_PLACE_WORD_CAPITAL) != 0;
      n_upper += (word->flags & CN_PLACE_WORD_UPPER) != 0;
    }

  if (n_long >= 2 && n_upper * 10 >= n_long * 8)
    return CN_PLACE_WORD_SHOUTED;
  if (n_long >= 3 && n_capital * 10 >= n_long * 6
      && (block->kind == CN_BLOCK_TITLE || block->kind == CN_BLOCK_HEADING))
    return CN_PLACE_WORD_HEADLINE;

  return 0;
}

static void
cut_block (CnPlaceText   *self,
           const CnBlock *block)
{
  guint from = self->words->len;
  gsize position = block->start;
  guint flags = CN_PLACE_WORD_FIRST | CN_PLACE_WORD_SENTENCE;

  while (position < block->end)
    {
      CnPlaceWord word = { .flags = (guint16) flags };
      Cut cut;

      position = skip_gap (self, position, block->end, &word);
      if (position >= block->end)
        break;
      cut_word (self->text, position, block->end, &cut);
      position = cut.end;
      word.start = (guint32) cut.start;
      word.end = (guint32) cut.end;
      word.flags |= (guint16) cut.flags;
      /* Not of addresses and file names. */
      if ((cut.flags & (CN_PLACE_WORD_CAPITAL | CN_PLACE_WORD_UNCASED | CN_PLACE_WORD_DIGIT)) == 0
          && (word.flags & (CN_PLACE_WORD_SPACE | CN_PLACE_WORD_FIRST)) != 0
          && strchr ("-/.@_:", get_joint (self, cut.end)) == NULL)
        remember_lower (self, &cut);
      g_array_append_val (self->words, word);
      flags = 0;
    }

  flags = classify_block (self, block, from);
  if (block->kind == CN_BLOCK_LIST_ITEM)
    flags |= CN_PLACE_WORD_ITEM;
  if (flags != 0)
    for (guint i = from; i < self->words->len; i++)
      g_array_index (self->words, CnPlaceWord, i).flags |= (guint16) flags;
}

/* Lists of cells: words of another cell are not beside this one. */
static void
mark_cells (CnPlaceText   *self,
            const CnBlock *block,
            guint          from)
{
  guint i = from;

  if (block->spans == NULL || block->kind != CN_BLOCK_TABLE_ROW)
    return;
  for (guint s = 0; s < block->spans->len; s++)
    {
      const CnSpan *span = &g_array_index (block->spans, CnSpan, s);

      if (span->kind != CN_SPAN_CELL)
        continue;
      while (i < self->words->len && g_array_index (self->words, CnPlaceWord, i).start < span->start)
        i++;
      if (i < self->words->len && g_array_index (self->words, CnPlaceWord, i).start < span->end)
        g_array_index (self->words, CnPlaceWord, i).flags |= CN_PLACE_WORD_CELL | CN_PLACE_WORD_SENTENCE;
    }
}

/*
 * cn_place_text_new:
 * @document: (transfer none): must live as long as the words
 *
 * Any thread.
 *
 * Returns: (transfer full): the words of what is not furniture
 */
CnPlaceText *
cn_place_text_new (const CnDocument *document)
{
  CnPlaceText *self;
  guint n_slots = 64;

  g_return_val_if_fail (document != NULL, NULL);

  self = g_new0 (CnPlaceText, 1);
  self->text = document->text;
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (CnPlaceWord), (guint) (document->text_length / 6 + 16));
  self->folded = g_string_chunk_new (4096);
  while (n_slots < document->text_length / 4)
    n_slots *= 2;
  self->lower = g_new0 (guint32, n_slots);
  self->lower_mask = n_slots - 1;

  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);
      guint from = self->words->len;

      if (block->furniture != CN_FURNITURE_NONE || block->kind == CN_BLOCK_DATE_LINE)
        continue;
      cut_block (self, block);
      mark_cells (self, block, from);
    }

  return self;
}

/*
 * cn_place_text_free:
 * @self: (transfer full): words
 */
void
cn_place_text_free (CnPlaceText *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->folded, g_string_chunk_free);
  g_clear_pointer (&self->lower, g_free);
  g_free (self);
}

/*
 * cn_place_text_get_n_words:
 */
guint
cn_place_text_get_n_words (const CnPlaceText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len;
}

/*
 * cn_place_text_get:
 *
 * Returns: the word at @index
 */
const CnPlaceWord *
cn_place_text_get (const CnPlaceText *self,
                   guint              index)
{
  g_assert (index < self->words->len);

  return &g_array_index (self->words, CnPlaceWord, index);
}

/*
 * cn_place_text_get_word:
 *
 * Returns: the word at @index, for what is kept about it
 */
CnPlaceWord *
cn_place_text_get_word (CnPlaceText *self,
                        guint        index)
{
  g_assert (index < self->words->len);

  return &g_array_index (self->words, CnPlaceWord, index);
}

/*
 * cn_place_text_fold:
 *
 * Returns: the word at @index without case and diacritics; "" when it is too long for a name
 */
const char *
cn_place_text_fold (CnPlaceText *self,
                    guint        index)
{
  CnPlaceWord *word = &g_array_index (self->words, CnPlaceWord, index);

  if (word->folded == NULL)
    {
      char buffer[MAX_FOLDED];
      gsize n;

      if (self->text[word->start] == '&')
        n = g_strlcpy (buffer, "and", sizeof buffer);
      else
        n = cn_fold_to_buffer (self->text + word->start, word->end - word->start, buffer, sizeof buffer - 1);
      word->folded = g_string_chunk_insert_len (self->folded, buffer, (gssize) n);
    }

  return word->folded;
}

/*
 * cn_place_text_has_lower:
 * @folded: a folded word
 *
 * Returns: whether the word stands in small letters anywhere in the document
 */
gboolean
cn_place_text_has_lower (CnPlaceText *self,
                         const char  *folded)
{
  guint32 hash;

  g_return_val_if_fail (self != NULL, FALSE);

  hash = hash_word (folded);
  for (guint slot = hash & self->lower_mask; self->lower[slot] != 0; slot = (slot + 1) & self->lower_mask)
    if (self->lower[slot] == hash)
      return TRUE;

  return FALSE;
}
