/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all readers ask of the blocks that they are still at work on. Pure. */

#include "config.h"

#include "cn-block.h"

#include "cn-words.h"

/**
 * cn_block_get:
 * @document: one that its reader has not handed out
 *
 * Returns: (transfer none): the block, to be changed; valid until a block is added or removed
 */
CnBlock *
cn_block_get (CnDocument *document,
              guint       index)
{
  g_assert (index < document->blocks->len);

  return &g_array_index (document->blocks, CnBlock, index);
}

/**
 * cn_block_get_length:
 *
 * Returns: the bytes of its text
 */
gsize
cn_block_get_length (const CnBlock *block)
{
  return block->end - block->start;
}

/**
 * cn_block_fold:
 *
 * Returns: (transfer full): its text as the words of the languages are written, see cn_words_fold()
 */
char *
cn_block_fold (const CnDocument *document,
               const CnBlock    *block)
{
  return cn_words_fold (document->text + block->start, cn_block_get_length (block));
}

/**
 * cn_block_join_article:
 *
 * Returns: (transfer full): the text of all blocks that are the article's own, each with a line feed behind it
 */
GString *
cn_block_join_article (const CnDocument *document)
{
  GString *article = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      if (block->furniture != CN_FURNITURE_NONE)
        continue;
      g_string_append_len (article, document->text + block->start, (gssize) cn_block_get_length (block));
      g_string_append_c (article, '\n');
    }

  return article;
}
