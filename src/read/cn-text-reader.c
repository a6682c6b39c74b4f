/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain text as people save it from a page or type it: a headline, perhaps a date and a name, paragraphs, lists.
 *
 * Joins the parts: blocks (cn-text-blocks.c), furniture and front matter (cn-front-matter.c), the headline
 * (cn-text-title.c), the language. Pure. */

#include "config.h"

#include "cn-text-reader.h"

#include "cn-block.h"
#include "cn-front-matter.h"
#include "cn-furniture-lines.h"
#include "cn-language.h"
#include "cn-reader.h"
#include "cn-scan.h"
#include "cn-text-blocks.h"
#include "cn-text-letter.h"
#include "cn-text-title.h"

#include <glib/gi18n.h>
#include <string.h>

/* A short line without a sentence's end above a longer block, standing alone, is a heading. */
static void
mark_headings (CnDocument *document)
{
  for (guint i = 0; i + 1 < document->blocks->len; i++)
    {
      CnBlock *block = &g_array_index (document->blocks, CnBlock, i);
      const CnBlock *next = cn_document_get_block (document, i + 1);
      const char *text = document->text + block->start;
      gsize length = block->end - block->start;
      gunichar first = g_utf8_get_char (text);

      if (block->kind != CN_BLOCK_PARAGRAPH || block->furniture != CN_FURNITURE_NONE || length > 120 ||
          memchr (text, '\n', length) != NULL || block->spans != NULL)
        continue;
      if (strchr (".,;:!*)", text[length - 1]) != NULL || cn_scan_ends_with (text, text + length,
                                                                             "…") || g_unichar_islower (first) ||
          !g_unichar_isalnum (first))
        continue;
      if (next->furniture != CN_FURNITURE_NONE || next->start < block->end + 2 ||
          (next->kind != CN_BLOCK_PARAGRAPH && next->kind != CN_BLOCK_LIST_ITEM) ||
          (next->kind == CN_BLOCK_PARAGRAPH && next->end - next->start < length * 2))
        continue;

      block->kind = CN_BLOCK_HEADING;
      block->level = 2;
    }
}

static void
detect_language (CnDocument *document)
{
  g_autoptr (GString) own = cn_block_join_article (document);
  const char *language;

  language = cn_language_detect (own->str, own->len);
  document->language = g_strdup (language);
}

/**
 * cn_text_reader_read:
 * @text: valid UTF-8 without NUL, line feeds as line ends
 *
 * Returns: (transfer full): the document; %NULL with %CN_READ_ERROR_EMPTY when there is nothing but blanks
 */
CnDocument *
cn_text_reader_read (const char  *text,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (CnDocument) document = NULL;
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  gboolean letter;

  g_return_val_if_fail (text != NULL, NULL);

  document = cn_text_blocks_read (text, length);
  if (document->blocks->len == 0)
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_EMPTY, N_("there is no text in it"));
      return NULL;
    }

  cn_furniture_lines_mark (document, 0, document->blocks->len);
  cn_text_title_fence_off_menu (document);
  letter = cn_text_letter_read_head (document);
  detect_language (document);

  cn_text_title_read (document, letter);
  cn_front_matter_read (document, NULL, FALSE, authors);
  mark_headings (document);

  if (authors->len > 0)
    {
      g_ptr_array_add (authors, NULL);
      document->authors = (GStrv) g_ptr_array_steal (authors, NULL);
    }
  return g_steal_pointer (&document);
}
