/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks and spans as bytes, for the store. The bytes may come back from a damaged file, so decoding believes
 * nothing: what it returns keeps every promise of CnDocument or it returns an error.
 *
 *   layout := version(1 byte) text-length blocks-count block*
 *   block  := kind(1) furniture(1) level ordinal group gap length spans-count span*
 *   span   := kind(1) start length [href-length href]      -- start counts from the previous span, or from the block
 *
 * Numbers without a width are unsigned LEB128, at most ten bytes, without needless zero bytes at the end. Pure. */

#include "config.h"

#include "cn-layout.h"

#include "cn-address.h"
#include "cn-reader.h"

#include <string.h>

#define LAYOUT_VERSION 1

/* No reader makes more; a number beyond it is damage. */
#define MAX_LEVEL 1000

static void
put_number (GByteArray *bytes,
            guint64     value)
{
  guint8 buffer[10];
  guint length = 0;

  do
    {
      buffer[length] = value & 0x7f;
      value >>= 7;
      if (value != 0)
        buffer[length] |= 0x80;
      length++;
    }
  while (value != 0);

  g_byte_array_append (bytes, buffer, length);
}

static void
put_byte (GByteArray *bytes,
          guint8      value)
{
  g_byte_array_append (bytes, &value, 1);
}

static void
put_span (GByteArray   *bytes,
          const CnSpan *span,
          gsize         origin)
{
  put_byte (bytes, (guint8) span->kind);
  put_number (bytes, span->start - origin);
  put_number (bytes, span->end - span->start);

  if (span->kind == CN_SPAN_LINK)
    {
      gsize length = strlen (span->href);

      put_number (bytes, length);
      g_byte_array_append (bytes, (const guint8 *) span->href, (guint) length);
    }
}

static void
put_block (GByteArray    *bytes,
           const CnBlock *block,
           gsize          previous_end)
{
  guint n_spans = block->spans != NULL ? block->spans->len : 0;
  gsize origin = block->start;

  put_byte (bytes, (guint8) block->kind);
  put_byte (bytes, (guint8) block->furniture);
  put_number (bytes, block->level);
  put_number (bytes, block->ordinal);
  put_number (bytes, block->group);
  put_number (bytes, block->start - previous_end);
  put_number (bytes, block->end - block->start);
  put_number (bytes, n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      const CnSpan *span = &g_array_index (block->spans, CnSpan, i);

      put_span (bytes, span, origin);
      origin = span->start;
    }
}

/**
 * cn_layout_encode:
 * @document: a document
 *
 * Returns: (transfer full): its blocks and spans, without its text
 */
GBytes *
cn_layout_encode (const CnDocument *document)
{
  GByteArray *bytes;
  gsize previous_end = 0;

  g_return_val_if_fail (document != NULL, NULL);

  bytes = g_byte_array_new ();
  put_byte (bytes, LAYOUT_VERSION);
  put_number (bytes, document->text_length);
  put_number (bytes, cn_document_get_n_blocks (document));

  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      put_block (bytes, block, previous_end);
      previous_end = block->end;
    }

  return g_byte_array_free_to_bytes (bytes);
}

/* What is left of the bytes, and the text that they speak of. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const char   *text;
  gsize         text_length;
} Cursor;

static gboolean
get_number (Cursor  *self,
            guint64  limit,
            guint64 *value)
{
  *value = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      guint8 byte;

      if (self->at == self->end)
        return FALSE;
      byte = *self->at++;
      if (shift == 63 && byte > 1)
        return FALSE;
      *value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return (byte != 0 || shift == 0) && *value <= limit;
    }

  return FALSE;
}

static gboolean
get_byte (Cursor *self,
          guint   limit,
          guint  *value)
{
  if (self->at == self->end || *self->at >= limit)
    return FALSE;

  *value = *self->at++;
  return TRUE;
}

static gboolean
is_boundary (const Cursor *self,
             gsize         offset)
{
  return offset == self->text_length || ((guchar) self->text[offset] & 0xc0) != 0x80;
}

static gboolean
get_href (Cursor  *self,
          char   **href)
{
  guint64 length;
  g_autofree char *copy = NULL;

  if (!get_number (self, (guint64) (self->end - self->at), &length) || length > (guint64) (self->end - self->at))
    return FALSE;
  if (memchr (self->at, '\0', length) != NULL)
    return FALSE;

  copy = g_strndup ((const char *) self->at, length);
  self->at += length;
  if (!g_utf8_validate (copy, -1, NULL) || !cn_address_is_safe (copy))
    return FALSE;

  *href = g_steal_pointer (&copy);
  return TRUE;
}

static gboolean
get_span (Cursor        *self,
          const CnBlock *block,
          gsize         *origin,
          CnSpan        *span)
{
  guint kind;
  guint64 start, length;

  if (!get_byte (self, CN_N_SPAN_KINDS, &kind) ||
      !get_number (self, block->end - *origin, &start) ||
      !get_number (self, block->end - *origin - start, &length))
    return FALSE;

  *span = (CnSpan) { (CnSpanKind) kind, *origin + start, *origin + start + length, NULL };
  *origin = span->start;

  /* Only a cell may be empty: its column counts. */
  if (span->start == span->end && span->kind != CN_SPAN_CELL)
    return FALSE;
  if (!is_boundary (self, span->start) || !is_boundary (self, span->end))
    return FALSE;
  return span->kind != CN_SPAN_LINK || get_href (self, &span->href);
}

static gboolean
get_spans (Cursor  *self,
           CnBlock *block)
{
  guint64 n_spans;
  gsize origin = block->start;

  /* A span takes three bytes at least, so the count is bounded before anything is allocated. */
  if (!get_number (self, (guint64) (self->end - self->at) / 3, &n_spans))
    return FALSE;
  if (n_spans == 0)
    return TRUE;

  block->spans = g_array_new (FALSE, FALSE, sizeof (CnSpan));
  g_array_set_clear_func (block->spans, (GDestroyNotify) cn_span_clear);
  for (guint64 i = 0; i < n_spans; i++)
    {
      CnSpan span;

      if (!get_span (self, block, &origin, &span))
        return FALSE;
      g_array_append_val (block->spans, span);
    }

  return TRUE;
}

static gboolean
is_all_line_feeds (const Cursor *self,
                   gsize         start,
                   gsize         end)
{
  for (gsize i = start; i < end; i++)
    if (self->text[i] != '\n')
      return FALSE;
  return TRUE;
}

static gboolean
get_block (Cursor  *self,
           gsize    previous_end,
           CnBlock *block)
{
  guint kind, furniture;
  guint64 level, ordinal, group, gap, length;

  if (!get_byte (self, CN_N_BLOCK_KINDS, &kind) ||
      !get_byte (self, CN_N_FURNITURE, &furniture) ||
      !get_number (self, MAX_LEVEL, &level) ||
      !get_number (self, G_MAXUINT, &ordinal) ||
      !get_number (self, G_MAXUINT, &group) ||
      !get_number (self, self->text_length - previous_end, &gap) ||
      !get_number (self, self->text_length - previous_end - gap, &length))
    return FALSE;

  *block = (CnBlock) {
    .kind = (CnBlockKind) kind,
    .furniture = (CnFurniture) furniture,
    .level = (guint) level,
    .ordinal = (guint) ordinal,
    .group = (guint) group,
    .start = previous_end + gap,
    .end = previous_end + gap + length,
  };

  return length > 0 && is_boundary (self, block->start) && is_boundary (self, block->end) &&
         is_all_line_feeds (self, previous_end, block->start);
}

static gboolean
get_blocks (Cursor *self,
            GArray *blocks)
{
  guint64 n_blocks;
  gsize previous_end = 0;

  if (!get_number (self, (guint64) (self->end - self->at) / 8, &n_blocks))
    return FALSE;

  for (guint64 i = 0; i < n_blocks; i++)
    {
      CnBlock block = { 0 };

      if (!get_block (self, previous_end, &block) || !get_spans (self, &block))
        {
          cn_block_clear (&block);
          return FALSE;
        }
      previous_end = block.end;
      g_array_append_val (blocks, block);
    }

  return self->at == self->end && is_all_line_feeds (self, previous_end, self->text_length);
}

/**
 * cn_layout_decode:
 * @text: the text that the layout was made of
 * @layout: what cn_layout_encode() returned
 *
 * Returns: (transfer full): a document of that text with its blocks, all its other fields unset; %NULL with
 *   %CN_READ_ERROR_MALFORMED when the layout does not fit the text
 */
CnDocument *
cn_layout_decode (const char  *text,
                  GBytes      *layout,
                  GError     **error)
{
  g_autoptr (CnDocument) document = NULL;
  Cursor cursor = { .text = text };
  gsize size;
  guint version;
  guint64 text_length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  cursor.at = g_bytes_get_data (layout, &size);
  cursor.end = cursor.at + size;
  cursor.text_length = strlen (text);
  document = cn_document_new ();

  if (!g_utf8_validate (text, (gssize) cursor.text_length, NULL) ||
      !get_byte (&cursor, LAYOUT_VERSION + 1, &version) || version != LAYOUT_VERSION ||
      !get_number (&cursor, cursor.text_length, &text_length) || text_length != cursor.text_length ||
      !get_blocks (&cursor, document->blocks))
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_MALFORMED, "its layout does not fit its text");
      return NULL;
    }

  g_free (document->text);
  document->text = g_strdup (text);
  document->text_length = cursor.text_length;
  return g_steal_pointer (&document);
}
