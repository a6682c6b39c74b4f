/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as HTML that is safe by construction: nothing of the source's markup is let through, everything
 * is written anew from blocks and spans. The only elements are p, h1 to h6, ul, ol, li, blockquote, pre, br,
 * table, tr, th, td, a, em and strong; the only attributes are `href` of an absolute http, https or mailto
 * address and `start` of a list.
 *
 * Pure. Furniture is left out: the text keeps it, fenced off, but it is no part of the article. */

#include "config.h"

#include "cn-address.h"
#include "cn-document.h"

#include <string.h>

typedef struct
{
  const CnDocument *document;
  GString          *html;
  GArray           *lists; /* of gboolean: the open lists from the outside in, TRUE for ordered */
  guint             group; /* of the open list, table or quotation, 0 when none is open */
  gboolean          in_table;
  gboolean          in_quotation;
} Writer;

static void
append_escaped (GString    *html,
                const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '&':
        g_string_append (html, "&amp;");
        break;
      case '<':
        g_string_append (html, "&lt;");
        break;
      case '>':
        g_string_append (html, "&gt;");
        break;
      case '"':
        g_string_append (html, "&quot;");
        break;
      case '\'':
        g_string_append (html, "&#39;");
        break;
      default:
        g_string_append_c (html, text[i]);
        break;
      }
}

/* Line feeds inside a block are the author's line breaks, but not those of a plain text's wrapped lines: a text that is
 * wrapped has them at the end of long lines, and a break there is harmless. */
static void
append_text (Writer   *self,
             gsize     start,
             gsize     end,
             gboolean  preformatted)
{
  const char *text = self->document->text;

  while (start < end)
    {
      gsize stop = start;

      while (stop < end && (preformatted || text[stop] != '\n'))
        stop++;
      append_escaped (self->html, text + start, stop - start);
      if (stop < end)
        {
          g_string_append (self->html, "<br>");
          stop++;
        }
      start = stop;
    }
}

static void
open_span (Writer       *self,
           const CnSpan *span)
{
  switch (span->kind)
    {
    case CN_SPAN_LINK:
      g_string_append (self->html, "<a href=\"");
      append_escaped (self->html, span->href, strlen (span->href));
      g_string_append (self->html, "\">");
      break;
    case CN_SPAN_EMPHASIS:
      g_string_append (self->html, "<em>");
      break;
    case CN_SPAN_STRONG:
      g_string_append (self->html, "<strong>");
      break;
    case CN_SPAN_CELL:
    case CN_N_SPAN_KINDS:
      g_assert_not_reached ();
    }
}

static void
close_span (Writer       *self,
            const CnSpan *span)
{
  static const char *const tags[] = { "</a>", "</em>", "</strong>" };

  g_assert (span->kind < G_N_ELEMENTS (tags));

  g_string_append (self->html, tags[span->kind]);
}

static gboolean
is_writable (const CnSpan *span)
{
  switch (span->kind)
    {
    case CN_SPAN_LINK:
      return span->href != NULL && cn_address_is_safe (span->href);
    case CN_SPAN_EMPHASIS:
    case CN_SPAN_STRONG:
      return TRUE;
    case CN_SPAN_CELL:
    case CN_N_SPAN_KINDS:
      return FALSE;
    }

  g_assert_not_reached ();
}

/* Spans may nest and, where a page was careless, overlap: a span ends at the latest where the one around it
 * ends, and a link inside a link is left out, because HTML knows neither. */
static void
append_inline (Writer        *self,
               const CnBlock *block,
               gsize          start,
               gsize          end)
{
  gboolean preformatted = block->kind == CN_BLOCK_PREFORMATTED;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (CnSpan));
  gsize at = start;
  guint n_links = 0;
  guint n_spans = block->spans != NULL ? block->spans->len : 0;

  for (guint i = 0; i <= n_spans; i++)
    {
      const CnSpan *span = i < n_spans ? &g_array_index (block->spans, CnSpan, i) : NULL;
      gsize next = span != NULL ? CLAMP (span->start, at, end) : end;
      CnSpan copy;

      while (open->len > 0 && g_array_index (open, CnSpan, open->len - 1).end <= next)
        {
          CnSpan *last = &g_array_index (open, CnSpan, open->len - 1);

          append_text (self, at, last->end, preformatted);
          at = last->end;
          close_span (self, last);
          n_links -= last->kind == CN_SPAN_LINK;
          g_array_set_size (open, open->len - 1);
        }

      append_text (self, at, next, preformatted);
      at = next;

      if (span == NULL || !is_writable (span) || span->start < start || span->start >= end ||
          (span->kind == CN_SPAN_LINK && n_links > 0))
        continue;

      copy = *span;
      copy.end = MIN (span->end, end);
      if (open->len > 0)
        copy.end = MIN (copy.end, g_array_index (open, CnSpan, open->len - 1).end);
      if (copy.end <= at)
        continue;

      open_span (self, &copy);
      n_links += copy.kind == CN_SPAN_LINK;
      g_array_append_val (open, copy);
    }
}

static void
close_groups (Writer *self)
{
  while (self->lists->len > 0)
    {
      gboolean ordered = g_array_index (self->lists, gboolean, self->lists->len - 1);

      g_string_append (self->html, ordered ? "</li></ol>" : "</li></ul>");
      g_array_set_size (self->lists, self->lists->len - 1);
    }
  if (self->in_table)
    g_string_append (self->html, "</table>");
  if (self->in_quotation)
    g_string_append (self->html, "</blockquote>");

  self->in_table = FALSE;
  self->in_quotation = FALSE;
  self->group = 0;
}

/* Deeper levels than this look alike, and a limit bounds what a viewer has to nest. */
#define MAX_LIST_DEPTH 16

static void
append_list_item (Writer        *self,
                  const CnBlock *block)
{
  guint level = CLAMP (block->level, 1, MAX_LIST_DEPTH);
  gboolean ordered = block->ordinal > 0;

  while (self->lists->len > level)
    {
      gboolean inner = g_array_index (self->lists, gboolean, self->lists->len - 1);

      g_string_append (self->html, inner ? "</li></ol>" : "</li></ul>");
      g_array_set_size (self->lists, self->lists->len - 1);
    }

  if (self->lists->len == level && g_array_index (self->lists, gboolean, level - 1) != ordered)
    {
      g_string_append (self->html, ordered ? "</li></ul>" : "</li></ol>");
      g_array_set_size (self->lists, level - 1);
    }
  else if (self->lists->len == level)
    g_string_append (self->html, "</li>");

  while (self->lists->len < level)
    {
      if (ordered && block->ordinal > 1)
        g_string_append_printf (self->html, "<ol start=\"%u\">", block->ordinal);
      else
        g_string_append (self->html, ordered ? "<ol>" : "<ul>");
      g_array_append_val (self->lists, ordered);
      if (self->lists->len < level)
        g_string_append (self->html, "<li>");
    }

  g_string_append (self->html, "<li>");
  append_inline (self, block, cn_document_get_body_start (self->document, block), block->end);
}

static void
append_table_row (Writer        *self,
                  const CnBlock *block)
{
  const char *tag = block->level == 1 ? "th" : "td";

  if (!self->in_table)
    g_string_append (self->html, "<table>");
  self->in_table = TRUE;
  g_string_append (self->html, "<tr>");

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const CnSpan *span = &g_array_index (block->spans, CnSpan, i);

      if (span->kind != CN_SPAN_CELL)
        continue;
      g_string_append_printf (self->html, "<%s>", tag);
      append_inline (self, block, span->start, span->end);
      g_string_append_printf (self->html, "</%s>", tag);
    }

  g_string_append (self->html, "</tr>");
}

static void
append_simple (Writer        *self,
               const CnBlock *block,
               const char    *tag)
{
  g_string_append_printf (self->html, "<%s>", tag);
  append_inline (self, block, block->start, block->end);
  g_string_append_printf (self->html, "</%s>", tag);
}

static void
append_block (Writer        *self,
              const CnBlock *block)
{
  static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  if (block->group == 0 || block->group != self->group)
    close_groups (self);
  self->group = block->group;

  switch (block->kind)
    {
    case CN_BLOCK_TITLE:
      append_simple (self, block, "h1");
      break;
    case CN_BLOCK_HEADING:
      append_simple (self, block, headings[CLAMP (block->level, 1, 6) - 1]);
      break;
    case CN_BLOCK_PARAGRAPH:
    case CN_BLOCK_DATE_LINE:
    case CN_BLOCK_BYLINE:
      append_simple (self, block, "p");
      break;
    case CN_BLOCK_LIST_ITEM:
      append_list_item (self, block);
      break;
    case CN_BLOCK_QUOTATION:
      if (!self->in_quotation)
        g_string_append (self->html, "<blockquote>");
      self->in_quotation = TRUE;
      append_simple (self, block, "p");
      break;
    case CN_BLOCK_PREFORMATTED:
      append_simple (self, block, "pre");
      break;
    case CN_BLOCK_TABLE_ROW:
      append_table_row (self, block);
      break;
    case CN_N_BLOCK_KINDS:
      g_assert_not_reached ();
    }
}

/**
 * cn_document_dup_html:
 *
 * The article without furniture as HTML that cannot do anything but be read.
 *
 * Returns: (transfer full): the HTML, empty for a document without text of its own
 */
char *
cn_document_dup_html (const CnDocument *self)
{
  Writer writer = { .document = self };

  g_return_val_if_fail (self != NULL, NULL);

  writer.html = g_string_new (NULL);
  writer.lists = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (guint i = 0; i < cn_document_get_n_blocks (self); i++)
    {
      const CnBlock *block = cn_document_get_block (self, i);

      if (block->furniture == CN_FURNITURE_NONE)
        append_block (&writer, block);
    }

  close_groups (&writer);
  g_array_unref (writer.lists);
  return g_string_free (writer.html, FALSE);
}
