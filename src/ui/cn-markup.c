/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a block's text with its links and emphasis as Pango markup. Everything that came from
 * outside is escaped, and only the tags named here are ever written, so a text can look odd but
 * cannot speak markup. Pure; any thread. */

#include "config.h"

#include "cn-markup.h"

#include <string.h>

typedef struct
{
  const CnDocument *document;
  const GArray     *spans;
  guint             next;
  GString          *markup;
} Writer;

static void
write_text (Writer *writer,
            gsize   start,
            gsize   end)
{
  g_autofree char *escaped = NULL;

  if (start >= end)
    return;

  escaped = g_markup_escape_text (writer->document->text + start, end - start);
  g_string_append (writer->markup, escaped);
}

static gboolean
open_tag (Writer       *writer,
          const CnSpan *span,
          gboolean      in_link)
{
  g_autofree char *href = NULL;

  switch (span->kind)
    {
    case CN_SPAN_LINK:
      if (in_link || span->href == NULL)
        return FALSE;
      href = g_markup_escape_text (span->href, -1);
      g_string_append_printf (writer->markup, "<a href=\"%s\" title=\"%s\">", href, href);
      return TRUE;

    case CN_SPAN_EMPHASIS:
      g_string_append (writer->markup, "<i>");
      return TRUE;

    case CN_SPAN_STRONG:
      g_string_append (writer->markup, "<b>");
      return TRUE;

    case CN_SPAN_CELL:
    case CN_N_SPAN_KINDS:
      break;
    }

  return FALSE;
}

static void
close_tag (Writer       *writer,
           const CnSpan *span)
{
  g_string_append (writer->markup,
                   span->kind == CN_SPAN_LINK ? "</a>" : span->kind == CN_SPAN_STRONG ? "</b>" : "</i>");
}

/* Spans are sorted by their start and may overlap; markup may only nest. What sticks out of the
 * span around it is cut off there: a link keeps one target, and emphasis loses a few letters at
 * worst. */
static void
write_range (Writer   *writer,
             gsize     start,
             gsize     end,
             gboolean  in_link)
{
  gsize position = start;

  while (writer->spans != NULL && writer->next < writer->spans->len)
    {
      const CnSpan *span = &g_array_index (writer->spans, CnSpan, writer->next);
      gsize from = MAX (span->start, position);
      gsize to = MIN (span->end, end);

      if (span->start >= end)
        break;

      writer->next++;
      if (from >= to || span->kind == CN_SPAN_CELL)
        continue;

      write_text (writer, position, from);
      if (open_tag (writer, span, in_link))
        {
          write_range (writer, from, to, in_link || span->kind == CN_SPAN_LINK);
          close_tag (writer, span);
        }
      else
        {
          write_range (writer, from, to, in_link);
        }
      position = to;
    }

  write_text (writer, position, end);
}

char *
cn_markup_from_range (const CnDocument *document,
                      const CnBlock    *block,
                      gsize             start,
                      gsize             end)
{
  Writer writer;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= document->text_length, NULL);

  writer = (Writer) { document, block->spans, 0, g_string_sized_new (end - start + 32) };
  write_range (&writer, start, end, FALSE);

  return g_string_free_and_steal (writer.markup);
}

char *
cn_markup_from_block (const CnDocument *document,
                      const CnBlock    *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  return cn_markup_from_range (document, block, block->start, block->end);
}
