/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An article on its way into the store: a plain value that the importer fills and the writer thread reads.
 *
 * The count of references is atomic, because the two hold it at the same time; nothing else is guarded, because nobody
 * changes a draft once it has been handed over. */

#include "config.h"

#include "cn-article-draft.h"

G_DEFINE_BOXED_TYPE (CnArticleDraft, cn_article_draft, cn_article_draft_ref, cn_article_draft_unref)

/**
 * cn_article_draft_new:
 *
 * Returns: (transfer full): a draft without anything: no date, no quotation for it
 */
CnArticleDraft *
cn_article_draft_new (void)
{
  CnArticleDraft *self = g_atomic_rc_box_new0 (CnArticleDraft);

  self->published = CN_DATE_NONE;
  self->published_quote_start = -1;
  self->published_quote_end = -1;
  self->updated = CN_DATE_NONE;
  return self;
}

/**
 * cn_article_draft_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
CnArticleDraft *
cn_article_draft_ref (CnArticleDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_article_draft_clear (CnArticleDraft *self)
{
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->document_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->site_name, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->networks, g_strfreev);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->text_hash, g_bytes_unref);
  g_clear_pointer (&self->layout, g_bytes_unref);
  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->origin, g_free);
}

/**
 * cn_article_draft_unref:
 * @self: (transfer full): a draft
 *
 * Any thread.
 */
void
cn_article_draft_unref (CnArticleDraft *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) cn_article_draft_clear);
}
