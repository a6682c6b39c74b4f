/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a document together block by block, so that what CnDocument promises holds by construction: blocks
 * ascend without overlapping, between them stand line feeds only, no block is empty or begins or ends with
 * blanks, spans lie inside their block in order of their start.
 *
 * Every reader writes through this file. Pure; one thread at a time. It knows nothing of HTML or of any other
 * format. */

#include "config.h"

#include "cn-builder.h"

#include <string.h>

typedef struct
{
  CnSpanKind kind;
  guint      index; /* in the spans of the open block */
} OpenSpan;

struct _CnBuilder
{
  GString  *text;
  GArray   *blocks;
  GArray   *open_spans;
  CnBlock   block;
  guint     line_feeds;
  gsize     text_before; /* how long the text was when the block was opened */
  gboolean  is_open;
  gboolean  blank_pending; /* folded white space that counts only when more text follows */
};

/* Spans of one block that are kept. A page that emphasises every letter gains nothing by more, and a limit
 * bounds the work. */
#define MAX_SPANS      100000
#define MAX_OPEN_SPANS 64

/* Deeper nesting is nobody's intention. */
#define MAX_LEVEL 100

/**
 * cn_builder_new:
 *
 * Returns: (transfer full): a builder without blocks; free it with cn_builder_free()
 */
CnBuilder *
cn_builder_new (void)
{
  CnBuilder *self = g_new0 (CnBuilder, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (CnBlock));
  g_array_set_clear_func (self->blocks, (GDestroyNotify) cn_block_clear);
  self->open_spans = g_array_new (FALSE, FALSE, sizeof (OpenSpan));
  return self;
}

/**
 * cn_builder_free:
 * @self: (transfer full): a builder
 */
void
cn_builder_free (CnBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->is_open)
    cn_block_clear (&self->block);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->open_spans, g_array_unref);
  g_free (self);
}

/**
 * cn_builder_open_block:
 * @line_feeds: how many stand between this block and the one before it, 0 for blocks that share a line
 *
 * Begins a block; an open one is closed first. A block into which no text comes leaves no trace.
 */
void
cn_builder_open_block (CnBuilder   *self,
                       CnBlockKind  kind,
                       CnFurniture  furniture,
                       guint        line_feeds)
{
  g_return_if_fail (self != NULL);

  cn_builder_close_block (self);

  self->text_before = self->text->len;
  self->block = (CnBlock) { .kind = kind, .furniture = furniture, .start = self->text->len };
  self->line_feeds = line_feeds;
  self->is_open = TRUE;
  self->blank_pending = FALSE;
}

/**
 * cn_builder_set_level:
 * @level: depth of the open block, as of #CnBlockKind; what is deeper than any page needs is the deepest
 */
void
cn_builder_set_level (CnBuilder *self,
                      guint      level)
{
  g_return_if_fail (self != NULL && self->is_open);

  self->block.level = MIN (level, MAX_LEVEL);
}

/**
 * cn_builder_set_ordinal:
 * @ordinal: number of the open block in an ordered list, 0 for none
 */
void
cn_builder_set_ordinal (CnBuilder *self,
                        guint      ordinal)
{
  g_return_if_fail (self != NULL && self->is_open);

  self->block.ordinal = ordinal;
}

/**
 * cn_builder_set_group:
 * @group: what list, table or quotation the open block belongs to, 0 for none
 */
void
cn_builder_set_group (CnBuilder *self,
                      guint      group)
{
  g_return_if_fail (self != NULL && self->is_open);

  self->block.group = group;
}

/**
 * cn_builder_has_open_block:
 *
 * Returns: whether text that comes now would go into a block
 */
gboolean
cn_builder_has_open_block (CnBuilder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_open;
}

/**
 * cn_builder_get_n_blocks:
 *
 * Returns: the number of closed blocks
 */
guint
cn_builder_get_n_blocks (CnBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

/* The line feeds before a block are written when its first text comes: a block without text must not leave any. */
static void
begin_text (CnBuilder *self)
{
  if (self->text->len > self->block.start)
    return;

  if (self->blocks->len > 0)
    for (guint i = 0; i < self->line_feeds; i++)
      g_string_append_c (self->text, '\n');

  self->block.start = self->text->len;

  /* Spans that were opened before the first text start where the text starts. */
  if (self->block.spans != NULL)
    for (guint i = 0; i < self->block.spans->len; i++)
      {
        CnSpan *span = &g_array_index (self->block.spans, CnSpan, i);

        span->start = self->block.start;
        span->end = MAX (span->end, span->start);
      }
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static void
flush_blank (CnBuilder *self)
{
  if (self->blank_pending && self->text->len > self->block.start && !is_blank (self->text->str[self->text->len - 1]))
    g_string_append_c (self->text, ' ');
  self->blank_pending = FALSE;
}

/* A page can write a carriage return as `&#13;`, behind the back of the decoder that made line feeds of all others. */
static void
append_lines (CnBuilder  *self,
              const char *text,
              gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop = memchr (text, '\r', (gsize) (end - text));

      g_string_append_len (self->text, text, (stop != NULL ? stop : end) - text);
      if (stop == NULL)
        break;

      g_string_append_c (self->text, '\n');
      text = stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
    }
}

/**
 * cn_builder_append:
 * @text: valid UTF-8 without NUL
 *
 * Adds text as it is to the open block; only blanks at the block's very beginning are left out, and a carriage return
 * becomes a line feed.
 */
void
cn_builder_append (CnBuilder  *self,
                   const char *text,
                   gsize       length)
{
  g_return_if_fail (self != NULL && self->is_open);

  if (self->text->len == self->block.start)
    while (length > 0 && is_blank (*text))
      {
        text++;
        length--;
      }

  if (length == 0)
    return;

  begin_text (self);
  flush_blank (self);
  append_lines (self, text, length);
}

/**
 * cn_builder_append_folded:
 * @text: valid UTF-8 without NUL
 *
 * Adds text to the open block as a browser shows it: each run of ASCII white space is one space, none at the
 * beginning or the end of a line. U+00A0 is a letter here and stays.
 */
void
cn_builder_append_folded (CnBuilder  *self,
                          const char *text,
                          gsize       length)
{
  const char *end = text + length;

  g_return_if_fail (self != NULL && self->is_open);

  while (text < end)
    {
      const char *word = text;

      if (is_blank (*text))
        {
          self->blank_pending = TRUE;
          text++;
          continue;
        }

      while (text < end && !is_blank (*text))
        text++;

      begin_text (self);
      flush_blank (self);
      g_string_append_len (self->text, word, text - word);
    }
}

/* Trailing blanks go, but a cell's span may have ended behind them. */
static void
trim_end (CnBuilder *self)
{
  gsize end = self->text->len;

  while (end > self->block.start && is_blank (self->text->str[end - 1]))
    end--;
  g_string_truncate (self->text, end);
}

/**
 * cn_builder_break_line:
 *
 * Adds a line feed to the open block, as `<br>` does; none at its beginning.
 */
void
cn_builder_break_line (CnBuilder *self)
{
  g_return_if_fail (self != NULL && self->is_open);

  self->blank_pending = FALSE;
  if (self->text->len == self->block.start)
    return;

  while (self->text->len > self->block.start && self->text->str[self->text->len - 1] == ' ')
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append_c (self->text, '\n');
}

/**
 * cn_builder_end_line:
 *
 * As cn_builder_break_line(), but never leaves an empty line: for the edges of paragraphs inside one block.
 */
void
cn_builder_end_line (CnBuilder *self)
{
  g_return_if_fail (self != NULL && self->is_open);

  if (self->text->len > self->block.start && self->text->str[self->text->len - 1] == '\n')
    self->blank_pending = FALSE;
  else
    cn_builder_break_line (self);
}

/**
 * cn_builder_next_cell:
 *
 * Ends one cell of the open table row and begins the next: a tab stands between them.
 */
void
cn_builder_next_cell (CnBuilder *self)
{
  g_return_if_fail (self != NULL && self->is_open);

  self->blank_pending = FALSE;
  if (self->text->len > self->block.start)
    g_string_append_c (self->text, '\t');
}

/**
 * cn_builder_open_span:
 * @href: (nullable): the address of a link; the caller has made sure that it is absolute and http, https or mailto
 */
void
cn_builder_open_span (CnBuilder  *self,
                      CnSpanKind  kind,
                      const char *href)
{
  OpenSpan open_span = { kind, 0 };
  CnSpan span = { kind, 0, 0, NULL };

  g_return_if_fail (self != NULL && self->is_open);

  if (self->block.spans == NULL)
    {
      self->block.spans = g_array_new (FALSE, FALSE, sizeof (CnSpan));
      g_array_set_clear_func (self->block.spans, (GDestroyNotify) cn_span_clear);
    }

  if (self->block.spans->len >= MAX_SPANS || self->open_spans->len >= MAX_OPEN_SPANS)
    return;

  /* A blank that waits belongs before the span, not into it. */
  if (self->text->len > self->block.start)
    flush_blank (self);

  span.start = span.end = self->text->len;
  span.href = g_strdup (href);
  open_span.index = self->block.spans->len;
  g_array_append_val (self->block.spans, span);
  g_array_append_val (self->open_spans, open_span);
}

/**
 * cn_builder_close_span:
 *
 * Ends the innermost open span of that kind; does nothing when there is none.
 */
void
cn_builder_close_span (CnBuilder  *self,
                       CnSpanKind  kind)
{
  g_return_if_fail (self != NULL);

  for (guint i = self->open_spans->len; i > 0; i--)
    {
      OpenSpan *open_span = &g_array_index (self->open_spans, OpenSpan, i - 1);

      if (open_span->kind != kind)
        continue;

      g_array_index (self->block.spans, CnSpan, open_span->index).end = self->text->len;
      g_array_remove_index (self->open_spans, i - 1);
      return;
    }
}

/* Spans end with the block's text and not with a blank; empty ones go, except cells, whose column counts. */
static void
settle_spans (CnBuilder *self)
{
  GArray *spans = self->block.spans;
  guint kept = 0;

  for (guint i = 0; i < self->open_spans->len; i++)
    g_array_index (spans, CnSpan, g_array_index (self->open_spans, OpenSpan, i).index).end = self->text->len;
  g_array_set_size (self->open_spans, 0);

  if (spans == NULL)
    return;

  for (guint i = 0; i < spans->len; i++)
    {
      CnSpan *span = &g_array_index (spans, CnSpan, i);

      span->start = CLAMP (span->start, self->block.start, self->text->len);
      span->end = CLAMP (span->end, span->start, self->text->len);
      while (span->end > span->start && is_blank (self->text->str[span->end - 1]))
        span->end--;

      if (span->start == span->end && span->kind != CN_SPAN_CELL)
        {
          cn_span_clear (span);
          continue;
        }

      if (kept != i)
        {
          g_array_index (spans, CnSpan, kept) = *span;
          span->href = NULL;
        }
      kept++;
    }

  g_array_set_size (spans, kept);
  if (kept == 0)
    g_clear_pointer (&self->block.spans, g_array_unref);
}

/* Pages leave paragraphs of nothing but no-break spaces. */
static gboolean
is_invisible (const char *start,
              const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x00a0 && !g_unichar_iszerowidth (c))
        return FALSE;
    }

  return TRUE;
}

/**
 * cn_builder_close_block:
 *
 * Ends the open block, if there is one.
 *
 * Returns: whether it had text, that is, whether there is one block more now
 */
gboolean
cn_builder_close_block (CnBuilder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_open)
    return FALSE;

  trim_end (self);
  settle_spans (self);
  self->is_open = FALSE;
  self->block.end = self->text->len;

  if (is_invisible (self->text->str + self->block.start, self->text->str + self->block.end))
    {
      g_string_truncate (self->text, self->text_before);
      cn_block_clear (&self->block);
      return FALSE;
    }

  g_array_append_val (self->blocks, self->block);
  self->block = (CnBlock) { 0 };
  return TRUE;
}

/**
 * cn_builder_finish:
 *
 * Closes what is open and hands the text and its blocks over. The builder is empty afterwards and can only be freed.
 *
 * Returns: (transfer full): a document of these blocks, its other fields still unset
 */
CnDocument *
cn_builder_finish (CnBuilder *self)
{
  CnDocument *document;

  g_return_val_if_fail (self != NULL && self->text != NULL, NULL);

  cn_builder_close_block (self);

  document = cn_document_new ();
  g_free (document->text);
  g_array_unref (document->blocks);
  document->text_length = self->text->len;
  document->text = g_string_free (g_steal_pointer (&self->text), FALSE);
  document->blocks = g_steal_pointer (&self->blocks);
  return document;
}
