/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every reader returns: one text, the blocks over it, and what the document says about itself.
 *
 * Immutable once a reader has returned it, so that any thread may look at it. It knows no format: how the
 * blocks came about is the readers' affair, how they look as HTML is in cn-document-html.c. */

#include "config.h"

#include "cn-document.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CnDocument, cn_document, cn_document_ref, cn_document_unref)

/**
 * cn_span_clear:
 * @span: a span; its memory is the caller's, what it holds is freed
 */
void
cn_span_clear (CnSpan *span)
{
  g_return_if_fail (span != NULL);

  g_clear_pointer (&span->href, g_free);
}

/**
 * cn_block_clear:
 * @block: a block; its memory is the caller's, what it holds is freed
 */
void
cn_block_clear (CnBlock *block)
{
  g_return_if_fail (block != NULL);

  g_clear_pointer (&block->spans, g_array_unref);
}

/**
 * cn_document_new:
 *
 * For readers only: others get documents from cn_reader_read() and cn_layout_decode().
 *
 * Returns: (transfer full): a document without text, blocks or dates
 */
CnDocument *
cn_document_new (void)
{
  CnDocument *self = g_atomic_rc_box_new0 (CnDocument);

  self->text = g_strdup ("");
  self->published = CN_DATE_NONE;
  self->updated = CN_DATE_NONE;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (CnBlock));
  g_array_set_clear_func (self->blocks, (GDestroyNotify) cn_block_clear);
  return self;
}

/**
 * cn_document_ref:
 *
 * Returns: (transfer full): @self
 */
CnDocument *
cn_document_ref (CnDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_document_clear (CnDocument *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->site_name, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->blocks, g_array_unref);
}

/**
 * cn_document_unref:
 * @self: (transfer full): a document
 */
void
cn_document_unref (CnDocument *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) cn_document_clear);
}

/**
 * cn_document_get_n_blocks:
 *
 * Returns: how many blocks it has, those of its furniture among them
 */
guint
cn_document_get_n_blocks (const CnDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

/**
 * cn_document_get_block:
 *
 * Returns: (transfer none): the block, valid as long as the document
 */
const CnBlock *
cn_document_get_block (const CnDocument *self,
                       guint             index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, CnBlock, index);
}

/* The first block that ends behind @offset, or the number of blocks. */
static guint
lower_bound (const CnDocument *self,
             gsize             offset)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->blocks, CnBlock, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * cn_document_find_block:
 *
 * Returns: (transfer none) (nullable): the block that holds the byte at @offset; %NULL for a line feed between
 * two blocks and behind the end
 */
const CnBlock *
cn_document_find_block (const CnDocument *self,
                        gsize             offset)
{
  guint index;
  const CnBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  index = lower_bound (self, offset);
  if (index == self->blocks->len)
    return NULL;

  block = cn_document_get_block (self, index);
  return block->start <= offset ? block : NULL;
}

/**
 * cn_document_is_furniture:
 *
 * Returns: whether any byte of that range is furniture
 */
gboolean
cn_document_is_furniture (const CnDocument *self,
                          gsize             start,
                          gsize             end)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = lower_bound (self, start); i < self->blocks->len; i++)
    {
      const CnBlock *block = cn_document_get_block (self, i);

      if (block->start >= end)
        return FALSE;
      if (block->furniture != CN_FURNITURE_NONE)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_blank_char (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f;
}

/**
 * cn_document_dup_text:
 *
 * Returns: (transfer full): a range of the text on one line: every run of white space, U+00A0 too, is one space
 */
char *
cn_document_dup_text (const CnDocument *self,
                      gsize             start,
                      gsize             end)
{
  GString *result;
  gboolean blank = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= self->text_length, NULL);

  result = g_string_sized_new (end - start + 1);
  for (const char *p = self->text + start; p < self->text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank_char (c))
        {
          blank = result->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (result, ' ');
      blank = FALSE;
      g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}

static gboolean
belongs_in_snippet (const CnBlock *block)
{
  if (block->furniture != CN_FURNITURE_NONE)
    return FALSE;

  switch (block->kind)
    {
    case CN_BLOCK_PARAGRAPH:
    case CN_BLOCK_LIST_ITEM:
    case CN_BLOCK_QUOTATION:
    case CN_BLOCK_PREFORMATTED:
    case CN_BLOCK_TABLE_ROW:
      return TRUE;
    case CN_BLOCK_TITLE:
    case CN_BLOCK_HEADING:
    case CN_BLOCK_DATE_LINE:
    case CN_BLOCK_BYLINE:
    case CN_N_BLOCK_KINDS:
      return FALSE;
    }

  g_assert_not_reached ();
}

/**
 * cn_document_dup_snippet:
 * @max_chars: the most characters that it may have, the ellipsis counted
 *
 * The beginning of the article's own words: paragraphs, lists and tables without headline, headings, date
 * line, byline and furniture, white space folded, cut between two characters with an ellipsis.
 *
 * Returns: (transfer full): the text, empty when there are no such words
 */
char *
cn_document_dup_snippet (const CnDocument *self,
                         gsize             max_chars)
{
  GString *snippet;
  gsize n_chars = 0;
  gsize cut = 0; /* where the ellipsis would stand */
  gboolean blank = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  snippet = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CnBlock *block = cn_document_get_block (self, i);
      const char *end = self->text + block->end;

      if (!belongs_in_snippet (block))
        continue;

      blank = snippet->len > 0;
      for (const char *p = self->text + cn_document_get_body_start (self, block); p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gboolean with_blank;

          if (is_blank_char (c))
            {
              blank = snippet->len > 0;
              continue;
            }

          with_blank = blank;
          blank = FALSE;
          if (n_chars + with_blank + 1 > max_chars)
            {
              g_string_truncate (snippet, cut);
              if (max_chars > 0)
                g_string_append (snippet, "…");
              return g_string_free (snippet, FALSE);
            }

          if (with_blank)
            g_string_append_c (snippet, ' ');
          g_string_append_unichar (snippet, c);
          n_chars += with_blank + 1;
          if (n_chars < max_chars)
            cut = snippet->len;
        }
    }

  return g_string_free (snippet, FALSE);
}

/* Bullets that people type in plain text. */
static gboolean
is_bullet (gunichar c)
{
  return c == '-' || c == '*' || c == '+' || c == 0x2022 || c == 0x2023 || c == 0x25e6 || c == 0x2043 || c == 0x00b7 ||
         c == 0x25aa || c == 0x25cf || c == 0x25cb || c == 0x25a0 || c == 0x2013 || c == 0x2014 ||
         c == 0x27a2 || c == 0x2192;
}

/**
 * cn_document_get_body_start:
 * @block: a block of @self
 *
 * A list item of a plain text keeps the bullet or number that its author typed, as every byte of a text is
 * kept; whoever shows the item with a mark of its own begins here.
 *
 * Returns: offset of the first byte behind the typed mark, or the block's start when it has none
 */
gsize
cn_document_get_body_start (const CnDocument *self,
                            const CnBlock    *block)
{
  const char *start, *end, *p;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (block != NULL, 0);

  if (block->kind != CN_BLOCK_LIST_ITEM)
    return block->start;

  start = self->text + block->start;
  end = self->text + block->end;
  p = start;

  if (block->ordinal == 0)
    {
      if (!is_bullet (g_utf8_get_char (p)))
        return block->start;
      p = g_utf8_next_char (p);
    }
  else
    {
      const char *mark;

      if (*p == '(')
        p++;
      mark = p;
      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == mark || p - mark > 9 || g_ascii_strtoull (mark, NULL, 10) != block->ordinal)
        return block->start;
      if (p == end || strchr (".):", *p) == NULL)
        return block->start;
      p++;
    }

  /* A mark without a blank behind it is part of a word ("-5 °C"). */
  if (p >= end || !is_blank_char (g_utf8_get_char (p)))
    return block->start;
  while (p < end && is_blank_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p < end ? (gsize) (p - self->text) : block->start;
}

/**
 * cn_furniture_to_string:
 *
 * Returns: (nullable): the word for it in `citynet-cli inspect`, %NULL for the article's own text
 */
const char *
cn_furniture_to_string (CnFurniture furniture)
{
  switch (furniture)
    {
    case CN_FURNITURE_NAVIGATION:
      return "navigation";
    case CN_FURNITURE_COOKIES:
      return "cookies";
    case CN_FURNITURE_CAPTION:
      return "caption";
    case CN_FURNITURE_RELATED_LINKS:
      return "related-links";
    case CN_FURNITURE_COMMENTS:
      return "comments";
    case CN_FURNITURE_SHARING:
      return "sharing";
    case CN_FURNITURE_NEWSLETTER:
      return "newsletter";
    case CN_FURNITURE_FOOTER:
      return "footer";
    case CN_FURNITURE_CALL_TO_ACTION:
      return "call-to-action";
    case CN_FURNITURE_NONE:
    case CN_N_FURNITURE:
      return NULL;
    }

  g_assert_not_reached ();
}
