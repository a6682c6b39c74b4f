/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Furniture that only its words give away: "Leave a Reply", file names of pictures, "More articles" and all that
 * follows.
 *
 * Both the plain-text and the HTML reader use it on the blocks they made, before anything is read from them. Pure. */

#include "config.h"

#include "cn-furniture-lines.h"

#include "cn-block.h"
#include "cn-words.h"

#include <string.h>

/* "… at dusk. Photo: …" is a caption while it is short, a longer paragraph is the article's. */
#define MAX_CREDITED_CAPTION_BYTES 160

/* A shorter paragraph without a sentence's end may be a label or a caption. */
#define BODY_PARAGRAPH_BYTES 140

static gboolean
ends_sentence (const CnDocument *document,
               const CnBlock    *block)
{
  const char *end = document->text + block->end;
  const char *last = g_utf8_find_prev_char (document->text + block->start, end);
  gunichar c = last != NULL ? g_utf8_get_char (last) : 0;

  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x201d || c == 0x00bb || c == ')' || c == ';';
}

/**
 * cn_furniture_lines_is_body:
 *
 * Returns: whether the block is running text of the article: long, or shorter and a sentence
 */
gboolean
cn_furniture_lines_is_body (const CnDocument *document,
                            const CnBlock    *block)
{
  if (block->furniture != CN_FURNITURE_NONE || block->kind == CN_BLOCK_TITLE || block->kind == CN_BLOCK_HEADING ||
      block->kind == CN_BLOCK_DATE_LINE || block->kind == CN_BLOCK_BYLINE)
    return FALSE;

  return cn_block_get_length (block) >= BODY_PARAGRAPH_BYTES ||
         (cn_block_get_length (block) >= 70 && ends_sentence (document, block));
}

/* "2021-12-08 08 00 07.png", "istanbul-izmir", "IMG_2034" */
static gboolean
is_file_name (const char *text,
              gsize       length)
{
  static const char *const suffixes[] = {
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic", ".mp4", ".mp3", ".mov", ".avif",
  };
  gboolean joined = FALSE;

  if (length < 4 || length > 160)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize n = strlen (suffixes[i]);

      if (length > n && g_ascii_strncasecmp (text + length - n, suffixes[i], n) == 0 &&
          memchr (text, '\n', length) == NULL)
        return TRUE;
    }

  /* A slug: lower-case words joined by hyphens or underscores, nothing else, at least one joint. */
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '-' || text[i] == '_')
        joined = joined || (i > 0 && i + 1 < length);
      else if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]))
        return memcmp (text, "IMG_", 4) == 0 || memcmp (text, "DSC_", 4) == 0 || memcmp (text, "DSC0", 4) == 0;
    }

  return joined && g_ascii_islower (text[0]);
}

static gboolean
may_be_furniture (const CnBlock *block)
{
  return block->furniture == CN_FURNITURE_NONE && block->kind != CN_BLOCK_TITLE &&
         block->kind != CN_BLOCK_PREFORMATTED &&
         cn_block_get_length (block) <= 400;
}

static gsize
count_body_bytes (CnDocument *document,
                  guint       first,
                  guint       last)
{
  gsize n = 0;

  for (guint i = first; i < last; i++)
    if (cn_furniture_lines_is_body (document, cn_block_get (document, i)))
      n += cn_block_get_length (cn_block_get (document, i));
  return n;
}

/* What comes behind "More articles" is furniture unless it is most of the text: then the words were a heading
 * after all. */
static void
mark_tail (CnDocument  *document,
           guint        from,
           guint        last,
           CnFurniture  furniture,
           gsize        body_before)
{
  if (count_body_bytes (document, from, last) > body_before * 3 / 2 + 300)
    return;

  for (guint i = from; i < last; i++)
    {
      CnBlock *block = cn_block_get (document, i);

      if (block->furniture == CN_FURNITURE_NONE && block->kind != CN_BLOCK_TITLE)
        block->furniture = furniture;
    }
}

/**
 * cn_furniture_lines_mark:
 * @first: the first block to look at
 * @last: behind the last block to look at
 *
 * Fences off blocks that only their words give away: "Leave a Reply", file names of pictures, "More articles"
 * and all that follows. Blocks that are furniture already stay as they are.
 */
void
cn_furniture_lines_mark (CnDocument *document,
                         guint       first,
                         guint       last)
{
  gsize body_before = 0;

  g_return_if_fail (document != NULL);
  g_return_if_fail (last <= document->blocks->len);

  for (guint i = first; i < last; i++)
    {
      CnBlock *block = cn_block_get (document, i);
      const char *text = document->text + block->start;
      const CnFurnitureWords *row = NULL;

      if (may_be_furniture (block) && is_file_name (text, cn_block_get_length (block)))
        {
          block->furniture = CN_FURNITURE_CAPTION;
          continue;
        }

      if (may_be_furniture (block))
        {
          g_autofree char *folded = cn_block_fold (document, block);

          row = cn_words_find_furniture (folded);
          if (row != NULL && row->furniture == CN_FURNITURE_CAPTION && *row->words == '*' &&
              cn_block_get_length (block) > MAX_CREDITED_CAPTION_BYTES)
            row = NULL;
        }

      if (row == NULL)
        {
          if (cn_furniture_lines_is_body (document, block))
            body_before += cn_block_get_length (block);
          continue;
        }

      block->furniture = row->furniture;
      if (row->reach == CN_REACH_END && body_before > 0)
        mark_tail (document, i + 1, last, row->furniture, body_before);
    }
}
