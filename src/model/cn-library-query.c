/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about articles that are asked once: what a list on paper needs, and no view that stays open.
 *
 * Main thread; the store's reader does the work. First the ids, then the articles in portions of the caller's
 * choice, so that a list of a million articles needs no more memory than a screen of them. */

#include "config.h"

#include "cn-library-query.h"

#include "cn-library-private.h"
#include "cn-weak.h"

static CnTimelineScope
get_scope (CnTimelineShow show)
{
  switch (show)
    {
    case CN_TIMELINE_SHOW_UNREAD:
      return CN_TIMELINE_SCOPE_UNREAD;

    case CN_TIMELINE_SHOW_STARRED:
      return CN_TIMELINE_SCOPE_STARRED;

    case CN_TIMELINE_SHOW_ALL:
    default:
      return CN_TIMELINE_SCOPE_ALL;
    }
}

static DexFuture *
take_ids_cb (DexFuture *future,
             gpointer   data)
{
  const GArray *entries = g_value_get_boxed (dex_future_get_value (future, NULL));
  g_autoptr(GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), entries->len);

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (ids, g_array_index (entries, CnTimelineEntry, i).id);

  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&ids));
}

/**
 * cn_library_find_articles:
 * @filter: which articles; copied
 *
 * Main thread.
 *
 * Returns: (transfer full): resolves to a #GArray of their ids, newest first, undated last; rejects with a
 * #CnStoreError
 */
DexFuture *
cn_library_find_articles (CnLibrary             *self,
                          const CnArticleFilter *filter)
{
  CnTimelineQuery query;

  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (filter != NULL);

  if (self->store == NULL)
    return dex_future_new_take_boxed (G_TYPE_ARRAY, g_array_new (FALSE, FALSE, sizeof (gint64)));

  query = (CnTimelineQuery) { filter->networks, get_scope (filter->show), filter->since, filter->until };
  return dex_future_then (cn_store_list_entries (self->store, &query, NULL, filter->limit),
                          take_ids_cb, NULL, NULL);
}

static DexFuture *
take_rows_cb (DexFuture *future,
              gpointer   data)
{
  const GPtrArray *rows = g_value_get_boxed (dex_future_get_value (future, NULL));
  g_autoptr(CnLibrary) self = g_weak_ref_get (data);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self != NULL && i < rows->len; i++)
    {
      CnArticleRow *row = g_ptr_array_index (rows, i);

      if (row != NULL)
        {
          CnArticle *article = cn_library_dup_article (self, row->id);

          cn_library_take_row (self, article, row);
          g_ptr_array_add (articles, article);
        }
    }

  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&articles));
}

/**
 * cn_library_load_articles:
 * @ids: (array length=n_ids): what cn_library_find_articles() said; copied
 *
 * Main thread.
 *
 * Returns: (transfer full): resolves to a #GPtrArray of loaded #CnArticle in the order of @ids, without
 *   those that are gone by now; rejects with a #CnStoreError
 */
DexFuture *
cn_library_load_articles (CnLibrary    *self,
                          const gint64 *ids,
                          guint         n_ids)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (ids != NULL || n_ids == 0);

  if (self->store == NULL)
    return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_ptr_array_new_with_free_func (g_object_unref));

  return dex_future_then (cn_store_load_rows (self->store, ids, n_ids), take_rows_cb, cn_weak_new (self), cn_weak_free);
}
