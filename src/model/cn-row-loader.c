/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows by the page, as somebody looks at them.
 *
 * Main thread; the store's reader thread builds the rows. A view that scrolls fast asks for many pages and
 * soon lets go of most of them: requests are gathered for one turn of the main loop, the latest are served
 * first, and a page whose placeholders nobody holds any more is dropped when its turn comes. The rows of
 * the latest pages are held for a while, so that scrolling back shows them at once; placeholders are never
 * held, or nothing could tell that nobody looks at them. */

#include "config.h"

#include "cn-row-loader.h"

#include <string.h>

/* What stays in memory although nobody looks at it: several screens in both directions. */
#define MAX_KEPT     1000
#define MAX_AT_ONCE  (4 * CN_ROW_PAGE)

typedef struct
{
  gint64 ids[CN_ROW_PAGE];
  guint  n_ids;
} CnPage;

struct _CnRowLoader
{
  CnLibrary  *library;     /* not owned: the timeline that owns the loader holds it */
  CnRowLoader **self;      /* (rc box) what a callback gets to see: NULL once the loader is gone */
  GQueue      wanted;      /* of CnPage, the latest first */
  guint       flush_id;
  DexFuture  *in_flight;
  GQueue      kept;        /* of CnArticle, the latest first */
  GHashTable *kept_links;  /* CnArticle → its link in @kept */
};

static void cn_row_loader_flush (CnRowLoader *self);

/**
 * cn_row_loader_new:
 * @library: whose rows; must outlive the loader
 *
 * Main thread.
 *
 * Returns: (transfer full): a loader that has nothing to do
 */
CnRowLoader *
cn_row_loader_new (CnLibrary *library)
{
  CnRowLoader *self = g_new0 (CnRowLoader, 1);

  self->library = library;
  self->self = g_rc_box_new (CnRowLoader *);
  *self->self = self;
  self->kept_links = g_hash_table_new (g_direct_hash, g_direct_equal);
  return self;
}

/**
 * cn_row_loader_free:
 *
 * Main thread. What is under way is dropped, and its answer reaches nobody.
 */
void
cn_row_loader_free (CnRowLoader *self)
{
  g_return_if_fail (self != NULL);

  *self->self = NULL;
  g_clear_pointer (&self->self, g_rc_box_release);
  g_clear_handle_id (&self->flush_id, g_source_remove);
  dex_clear (&self->in_flight);
  g_queue_clear_full (&self->wanted, g_free);
  g_clear_pointer (&self->kept_links, g_hash_table_unref);
  g_queue_clear_full (&self->kept, g_object_unref);
  g_free (self);
}

/**
 * cn_row_loader_keep:
 * @article: a loaded article that somebody has just looked at
 *
 * Holds it, and lets go of the one that was looked at longest ago. Main thread.
 */
void
cn_row_loader_keep (CnRowLoader *self,
                    CnArticle   *article)
{
  GList *link = g_hash_table_lookup (self->kept_links, article);

  if (link != NULL)
    {
      g_queue_unlink (&self->kept, link);
      g_queue_push_head_link (&self->kept, link);
      return;
    }

  g_queue_push_head (&self->kept, g_object_ref (article));
  g_hash_table_insert (self->kept_links, article, self->kept.head);
  while (self->kept.length > MAX_KEPT)
    {
      g_autoptr(CnArticle) last = g_queue_pop_tail (&self->kept);

      g_hash_table_remove (self->kept_links, last);
    }
}

/**
 * cn_row_loader_add:
 * @rows: (element-type CnArticleRow): rows from the store, %NULL where an article is gone
 *
 * Fills the articles of @rows, also those that nobody holds yet: their neighbour was asked for. Main thread.
 */
void
cn_row_loader_add (CnRowLoader *self,
                   GPtrArray   *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      CnArticleRow *row = g_ptr_array_index (rows, i);
      g_autoptr(CnArticle) article = NULL;

      if (row == NULL)
        continue;

      article = cn_library_dup_article (self->library, row->id);
      if (!cn_article_is_loaded (article))
        cn_library_take_row (self->library, article, row);
      cn_row_loader_keep (self, article);
    }
}

/* Whether somebody still holds a placeholder of this page. */
static gboolean
page_is_wanted (CnRowLoader  *self,
                const CnPage *page)
{
  for (guint i = 0; i < page->n_ids; i++)
    {
      CnArticle *article = cn_article_map_lookup (self->library->articles, page->ids[i]);

      if (article != NULL && !cn_article_is_loaded (article))
        return TRUE;
    }

  return FALSE;
}

static void
append_missing (CnRowLoader  *self,
                const CnPage *page,
                GArray       *ids)
{
  for (guint i = 0; i < page->n_ids; i++)
    {
      CnArticle *article = cn_article_map_lookup (self->library->articles, page->ids[i]);

      if (article == NULL || !cn_article_is_loaded (article))
        g_array_append_val (ids, page->ids[i]);
    }
}

static DexFuture *
rows_loaded_cb (DexFuture *future,
                gpointer   user_data)
{
  CnRowLoader *self = *(CnRowLoader **) user_data;
  const GValue *value;
  g_autoptr(GError) error = NULL;

  if (self == NULL)
    return NULL;

  value = dex_future_get_value (future, &error);
  if (value != NULL)
    cn_row_loader_add (self, g_value_get_boxed (value));
  else
    cn_library_note_error (self->library, error);

  dex_clear (&self->in_flight);
  cn_row_loader_flush (self);
  return NULL;
}

static void
start_loading (CnRowLoader  *self,
               const GArray *ids)
{
  /* Dropping the future is not enough: its answer may already be on its way through the main context. */
  DexFuture *loading = dex_future_finally (cn_store_load_rows (self->library->store,
                                                               (const gint64 *) (gpointer) ids->data, ids->len),
                                           rows_loaded_cb, g_rc_box_acquire (self->self), g_rc_box_release);

  /* An answer that was there at once has been dealt with by now. */
  if (dex_future_is_pending (loading))
    self->in_flight = loading;
  else
    dex_unref (loading);
}

static void
cn_row_loader_flush (CnRowLoader *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->in_flight != NULL || self->library->store == NULL)
    return;

  while (self->wanted.length > 0 && ids->len + CN_ROW_PAGE <= MAX_AT_ONCE)
    {
      g_autofree CnPage *page = g_queue_pop_head (&self->wanted);

      if (page_is_wanted (self, page))
        append_missing (self, page, ids);
    }

  if (ids->len > 0)
    start_loading (self, ids);
}

static gboolean
flush_cb (gpointer user_data)
{
  CnRowLoader *self = user_data;

  self->flush_id = 0;
  cn_row_loader_flush (self);
  return G_SOURCE_REMOVE;
}

/* The page that begins with the same article and waits for its turn, taken out of the queue; or a new one. */
static CnPage *
take_page (CnRowLoader *self,
           gint64       first_id)
{
  for (GList *link = self->wanted.head; link != NULL; link = link->next)
    {
      CnPage *page = link->data;

      if (page->ids[0] == first_id)
        {
          g_queue_delete_link (&self->wanted, link);
          return page;
        }
    }

  return g_new0 (CnPage, 1);
}

/**
 * cn_row_loader_request:
 * @ids: the articles of one page
 * @n_ids: at most %CN_ROW_PAGE
 *
 * Asks for a page; it is fetched after this turn of the main loop, if somebody still wants it then. Main
 * thread.
 */
void
cn_row_loader_request (CnRowLoader  *self,
                       const gint64 *ids,
                       guint         n_ids)
{
  CnPage *page;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_ids > 0 && n_ids <= CN_ROW_PAGE);

  /* It may hold others by now: what has come into the list since is asked for only here. */
  page = take_page (self, ids[0]);
  memcpy (page->ids, ids, n_ids * sizeof (gint64));
  page->n_ids = n_ids;
  g_queue_push_head (&self->wanted, page);

  /* Before the next frame is laid out, after whatever is asking now. */
  if (self->flush_id == 0)
    self->flush_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, flush_cb, self, NULL);
}

/**
 * cn_row_loader_is_idle:
 *
 * Main thread.
 *
 * Returns: whether nothing is asked for and nothing is on its way
 */
gboolean
cn_row_loader_is_idle (CnRowLoader *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->in_flight == NULL && self->wanted.length == 0;
}
