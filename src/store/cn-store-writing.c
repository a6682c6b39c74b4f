/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What changes the store: networks, imports, marks.
 *
 * Each operation is three small parts: the public function on the main thread, which copies its arguments; a
 * _thread function on the writer's thread, which makes the future; and a change function, which is the
 * transaction. */

#include "config.h"

#include "cn-store-private.h"
#include "cn-article-adder.h"
#include "cn-import-table.h"
#include "cn-network-table.h"
#include "cn-shown-version.h"

static gboolean
sync_networks (CnConnection    *connection,
               CnStoreRequest  *request,
               CnStoreNotice   *notice,
               GError         **error)
{
  notice->what = CN_STORE_CHANGE_NETWORKS;
  return cn_network_table_sync (connection, request->objects, error);
}

static DexFuture *
sync_networks_thread (CnWorker  *worker,
                      gpointer   data,
                      GError   **error)
{
  return cn_store_change (worker, data, sync_networks, error) ? dex_future_new_true () : NULL;
}

/**
 * cn_store_sync_networks:
 * @networks: (element-type CnNetworkRecord): the whole registry
 *
 * Makes the store's networks what the registry says. Networks that it has dropped stay while articles are
 * about them. Writes only what differs.
 *
 * Returns: (transfer full): a future for %TRUE
 */
DexFuture *
cn_store_sync_networks (CnStore   *self,
                        GPtrArray *networks)
{
  CnStoreRequest *request;

  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (networks != NULL);

  request = cn_store_new_request (self);
  request->objects = g_ptr_array_ref (networks);
  return cn_store_write (self, sync_networks_thread, request);
}

/**
 * cn_store_begin_import:
 *
 * Begins an import, which can be undone as a whole. Nothing is written before it brings something.
 *
 * Returns: (transfer full): a future for a gint64, the import's id
 */
DexFuture *
cn_store_begin_import (CnStore *self)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  if (cn_store_is_read_only (self))
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY, "%s: it is open to read only",
                                  cn_store_get_path (self));
  return dex_future_new_for_int64 (cn_import_table_draw_id ());
}

static gboolean
add_articles (CnConnection    *connection,
              CnStoreRequest  *request,
              CnStoreNotice   *notice,
              GError         **error)
{
  notice->what = CN_STORE_CHANGE_ARTICLES;

  for (guint i = 0; i < request->objects->len; i++)
    {
      CnAddResult *result = &g_array_index (request->results, CnAddResult, i);

      if (!cn_article_adder_add (connection, request->id, g_ptr_array_index (request->objects, i), result, error))
        return FALSE;
      if (result->outcome != CN_ADD_OUTCOME_KNOWN)
        g_array_append_val (notice->ids, result->article_id);
    }

  return TRUE;
}

static DexFuture *
add_articles_thread (CnWorker  *worker,
                     gpointer   data,
                     GError   **error)
{
  CnStoreRequest *request = data;

  request->results = g_array_sized_new (FALSE, TRUE, sizeof (CnAddResult), request->objects->len);
  g_array_set_size (request->results, request->objects->len);

  if (!cn_store_change (worker, request, add_articles, error))
    return NULL;
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&request->results));
}

/**
 * cn_store_add_articles:
 * @import_id: of cn_store_begin_import()
 * @drafts: (element-type CnArticleDraft): they are taken over as they are and must not change any more
 *
 * Stores a batch in one transaction: all of it or, when one draft cannot be stored, nothing. A draft whose text
 * is stored already, or whose canonical address is, is that article; see #CnAddOutcome.
 *
 * Returns: (transfer full): a future for a #GArray of #CnAddResult, one for each draft; rejected with
 *   %CN_STORE_ERROR_CONSTRAINT for a draft without text or hash, an unknown network, an import that has been undone
 */
DexFuture *
cn_store_add_articles (CnStore   *self,
                       gint64     import_id,
                       GPtrArray *drafts)
{
  g_autoptr (GError) error = NULL;
  CnStoreRequest *request;

  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (import_id > 0);
  dex_return_error_if_fail (drafts != NULL);

  if (!cn_article_adder_check (drafts, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));

  request = cn_store_new_request (self);
  request->id = import_id;
  request->objects = g_ptr_array_ref (drafts);
  return cn_store_write (self, add_articles_thread, request);
}

static gboolean
set_undone (CnConnection    *connection,
            CnStoreRequest  *request,
            CnStoreNotice   *notice,
            GError         **error)
{
  gboolean changed;

  notice->what = CN_STORE_CHANGE_ARTICLES;

  if (!cn_import_table_set_undone (connection, request->id, request->is_set, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;

  /* The count of this very request is read off the notice's ids, so none may be there twice: what is hidden after the
   * first, or was before it, comes with the second alone. */
  if (!cn_shown_version_update_for_import (connection, request->id, notice->ids, error) ||
      !(request->is_set ? cn_article_table_hide_import (connection, request->id, notice->ids, error)
                        : cn_article_table_show_import (connection, request->id, notice->ids, error)))
    return FALSE;

  request->limit = notice->ids->len;
  return TRUE;
}

static DexFuture *
set_undone_thread (CnWorker  *worker,
                   gpointer   data,
                   GError   **error)
{
  CnStoreRequest *request = data;

  return cn_store_change (worker, request, set_undone, error) ? dex_future_new_for_uint (request->limit) : NULL;
}

static DexFuture *
submit_set_undone (CnStore  *self,
                   gint64    import_id,
                   gboolean  is_undone)
{
  CnStoreRequest *request = cn_store_new_request (self);

  request->id = import_id;
  request->is_set = is_undone;
  return cn_store_write (self, set_undone_thread, request);
}

/**
 * cn_store_undo_import:
 *
 * Hides the articles that this import brought and that no other import vouches for, and makes those that it brought a
 * new text for show the one before. Everything is kept, with its marks; importing it again shows it again.
 *
 * Returns: (transfer full): a future for a guint, the number of articles that are not what they were
 */
DexFuture *
cn_store_undo_import (CnStore *self,
                      gint64   import_id)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  return submit_set_undone (self, import_id, TRUE);
}

/**
 * cn_store_redo_import:
 *
 * Takes cn_store_undo_import() back.
 *
 * Returns: (transfer full): a future for a guint, the number of articles that are not what they were
 */
DexFuture *
cn_store_redo_import (CnStore *self,
                      gint64   import_id)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  return submit_set_undone (self, import_id, FALSE);
}

static gboolean
set_marks (CnConnection    *connection,
           CnStoreRequest  *request,
           CnStoreNotice   *notice,
           GError         **error)
{
  notice->what = CN_STORE_CHANGE_MARKS;

  for (guint i = 0; i < request->ids->len; i++)
    {
      gint64 id = g_array_index (request->ids, gint64, i);
      gboolean changed;

      if (!cn_article_table_set_mark (connection, id, request->mark, request->is_set, &changed, error))
        return FALSE;
      if (changed)
        g_array_append_val (notice->ids, id);
    }

  request->results = g_array_ref (notice->ids);
  return TRUE;
}

static DexFuture *
set_marks_thread (CnWorker  *worker,
                  gpointer   data,
                  GError   **error)
{
  CnStoreRequest *request = data;

  if (!cn_store_change (worker, request, set_marks, error))
    return NULL;
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&request->results));
}

static DexFuture *
submit_set_marks (CnStore      *self,
                  const gint64 *ids,
                  guint         n_ids,
                  CnMark        mark,
                  gboolean      is_set)
{
  CnStoreRequest *request = cn_store_new_request (self);

  cn_store_request_take_ids (request, ids, n_ids);
  request->mark = mark;
  request->is_set = is_set;
  return cn_store_write (self, set_marks_thread, request);
}

/**
 * cn_store_set_read:
 *
 * Marks articles as read or unread, all in one transaction. Those that are hidden, unknown or so marked
 * already are passed over.
 *
 * Returns: (transfer full): a future for a #GArray of gint64, those that changed
 */
DexFuture *
cn_store_set_read (CnStore      *self,
                   const gint64 *ids,
                   guint         n_ids,
                   gboolean      is_read)
{
  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (ids != NULL || n_ids == 0);

  return submit_set_marks (self, ids, n_ids, CN_MARK_READ, is_read);
}

/**
 * cn_store_set_starred:
 *
 * As cn_store_set_read(), for stars.
 *
 * Returns: (transfer full): a future for a #GArray of gint64, those that changed
 */
DexFuture *
cn_store_set_starred (CnStore      *self,
                      const gint64 *ids,
                      guint         n_ids,
                      gboolean      is_starred)
{
  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (ids != NULL || n_ids == 0);

  return submit_set_marks (self, ids, n_ids, CN_MARK_STARRED, is_starred);
}
