/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole article as its page shows it.
 *
 * Immutable. The object is made on the main thread; the document in it is put together on a worker, because
 * an article may be as long as a book. A layout that cannot be read any more costs the article its
 * headings, never its text. */

#include "config.h"

#include "cn-article-text-private.h"

#include <string.h>

#include "cn-layout.h"

struct _CnArticleText
{
  GObject          parent_instance;

  CnArticle       *article;
  CnArticleRecord *record;
  CnDocument      *document;
};

G_DEFINE_FINAL_TYPE (CnArticleText, cn_article_text, G_TYPE_OBJECT)

static void
cn_article_text_finalize (GObject *object)
{
  CnArticleText *self = CN_ARTICLE_TEXT (object);

  g_clear_object (&self->article);
  g_clear_pointer (&self->record, cn_article_record_unref);
  g_clear_pointer (&self->document, cn_document_unref);

  G_OBJECT_CLASS (cn_article_text_parent_class)->finalize (object);
}

static void
cn_article_text_class_init (CnArticleTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cn_article_text_finalize;
}

static void
cn_article_text_init (CnArticleText *self)
{
}

/* Every line a paragraph: what is left when there is no layout. */
static CnDocument *
document_of_lines (const char *text)
{
  CnDocument *document = cn_document_new ();
  gsize length = strlen (text);

  g_free (document->text);
  document->text = g_strdup (text);
  document->text_length = length;

  for (gsize start = 0; start < length; start++)
    {
      const char *end = memchr (text + start, '\n', length - start);
      CnBlock block = { .kind = CN_BLOCK_PARAGRAPH, .start = start };

      block.end = end != NULL ? (gsize) (end - text) : length;
      if (block.end > block.start)
        g_array_append_val (document->blocks, block);
      start = block.end;
    }

  return document;
}

/**
 * cn_article_record_dup_document:
 * @record: an article as the store has it
 *
 * Any thread.
 *
 * Returns: (transfer full): the document that was stored, with the fields that the store keeps
 */
CnDocument *
cn_article_record_dup_document (const CnArticleRecord *record)
{
  g_autoptr(CnDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  const char *text;

  g_return_val_if_fail (record != NULL, NULL);

  text = record->text != NULL ? record->text : "";
  if (record->layout != NULL)
    document = cn_layout_decode (text, record->layout, &error);
  if (document == NULL)
    {
      if (error != NULL)
        g_debug ("The layout of article %" G_GINT64_FORMAT " cannot be read: %s", record->row->id, error->message);
      document = document_of_lines (text);
    }

  document->id = g_strdup (record->document_id);
  document->url = g_strdup (record->url);
  document->title = g_strdup (record->row->title);
  document->authors = g_strdupv (record->authors);
  document->site_name = g_strdup (record->site_name);
  document->published = record->row->published;
  document->updated = record->updated;
  document->language = g_strdup (record->row->language);
  document->summary = g_strdup (record->summary);
  return g_steal_pointer (&document);
}

/**
 * cn_article_text_new:
 * @article: its row
 * @record: what the store knows
 * @document: what cn_article_record_dup_document() made of @record
 *
 * Main thread.
 *
 * Returns: (transfer full): the whole article
 */
CnArticleText *
cn_article_text_new (CnArticle       *article,
                     CnArticleRecord *record,
                     CnDocument      *document)
{
  CnArticleText *self;

  g_return_val_if_fail (CN_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (record != NULL && document != NULL, NULL);

  self = g_object_new (CN_TYPE_ARTICLE_TEXT, NULL);
  self->article = g_object_ref (article);
  self->record = cn_article_record_ref (record);
  self->document = cn_document_ref (document);
  return self;
}

/**
 * cn_article_text_get_article:
 *
 * Main thread.
 *
 * Returns: (transfer none): its row, which changes with its marks
 */
CnArticle *
cn_article_text_get_article (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), NULL);

  return self->article;
}

/**
 * cn_article_text_get_document:
 *
 * Main thread.
 *
 * Returns: (transfer none): its text with its blocks
 */
const CnDocument *
cn_article_text_get_document (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), NULL);

  return self->document;
}

/**
 * cn_article_text_get_url:
 *
 * Main thread.
 *
 * Returns: (nullable): its canonical address
 */
const char *
cn_article_text_get_url (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), NULL);

  return self->record->url;
}

/**
 * cn_article_text_get_authors:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): persons, in order
 */
const char * const *
cn_article_text_get_authors (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), NULL);

  return (const char * const *) self->record->authors;
}

/**
 * cn_article_text_get_updated:
 *
 * Main thread.
 *
 * Returns: when it says it was last changed, %CN_DATE_NONE when it does not say
 */
CnDate
cn_article_text_get_updated (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), CN_DATE_NONE);

  return self->record->updated;
}

/**
 * cn_article_text_get_version:
 *
 * Main thread.
 *
 * Returns: number of the version, from 1
 */
int
cn_article_text_get_version (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), 0);

  return self->record->version;
}

/**
 * cn_article_text_get_fetched_at:
 *
 * Main thread.
 *
 * Returns: seconds since 1970 when this version was stored
 */
gint64
cn_article_text_get_fetched_at (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), 0);

  return self->record->fetched_at;
}

/**
 * cn_article_text_get_n_origins:
 *
 * Main thread.
 *
 * Returns: from how many places it came
 */
guint
cn_article_text_get_n_origins (CnArticleText *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), 0);

  return self->record->origins != NULL ? self->record->origins->len : 0;
}

/**
 * cn_article_text_get_origin:
 * @index: below cn_article_text_get_n_origins()
 * @seen_at: (out) (optional): seconds since 1970 when it was first met there
 *
 * Main thread.
 *
 * Returns: (transfer none): an absolute path, an address, or "" for pasted text
 */
const char *
cn_article_text_get_origin (CnArticleText *self,
                            guint          index,
                            gint64        *seen_at)
{
  const CnArticleOrigin *origin;

  g_return_val_if_fail (CN_IS_ARTICLE_TEXT (self), NULL);
  g_return_val_if_fail (index < cn_article_text_get_n_origins (self), NULL);

  origin = g_ptr_array_index (self->record->origins, index);
  if (seen_at != NULL)
    *seen_at = origin->seen_at;
  return origin->address;
}
