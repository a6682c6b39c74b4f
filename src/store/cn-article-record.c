/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles as the store gives them out: plain values, filled on the reader thread, immutable once they have left it.
 *
 * They know neither SQLite nor the objects that the model makes of them. The count of references is atomic,
 * because a page of rows may be dropped on another thread than the one that read it. */

#include "config.h"

#include "cn-article-record.h"

G_DEFINE_BOXED_TYPE (CnArticleRow, cn_article_row, cn_article_row_ref, cn_article_row_unref)
G_DEFINE_BOXED_TYPE (CnArticleRecord, cn_article_record, cn_article_record_ref, cn_article_record_unref)

/**
 * cn_article_row_new:
 *
 * Returns: (transfer full): a row to be filled, without a date
 */
CnArticleRow *
cn_article_row_new (void)
{
  CnArticleRow *self = g_atomic_rc_box_new0 (CnArticleRow);

  self->published = CN_DATE_NONE;
  return self;
}

/**
 * cn_article_row_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
CnArticleRow *
cn_article_row_ref (CnArticleRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_article_row_clear (CnArticleRow *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->networks, g_strfreev);
}

/**
 * cn_article_row_unref:
 * @self: (transfer full): a row
 *
 * Any thread.
 */
void
cn_article_row_unref (CnArticleRow *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) cn_article_row_clear);
}

static void
cn_article_origin_free (CnArticleOrigin *origin)
{
  g_free (origin->address);
  g_free (origin);
}

/**
 * cn_article_record_new:
 *
 * Returns: (transfer full): a record to be filled, without row and dates and with an empty array of origins
 * that owns what it is given
 */
CnArticleRecord *
cn_article_record_new (void)
{
  CnArticleRecord *self = g_atomic_rc_box_new0 (CnArticleRecord);

  self->updated = CN_DATE_NONE;
  self->published_quote_start = -1;
  self->published_quote_end = -1;
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_origin_free);
  return self;
}

/**
 * cn_article_record_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
CnArticleRecord *
cn_article_record_ref (CnArticleRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_article_record_clear (CnArticleRecord *self)
{
  g_clear_pointer (&self->row, cn_article_row_unref);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->document_id, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->site_name, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->layout, g_bytes_unref);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
}

/**
 * cn_article_record_unref:
 * @self: (transfer full): a record
 *
 * Any thread.
 */
void
cn_article_record_unref (CnArticleRecord *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) cn_article_record_clear);
}
