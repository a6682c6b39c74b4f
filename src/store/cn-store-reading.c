/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read from the store: networks, tallies, timelines, rows, articles.
 *
 * Each operation has its public function on the main thread and a _thread function on the reader's. Those
 * that ask more than one query do so in one read transaction, so that they see one state of the store. */

#include "config.h"

#include "cn-store-private.h"
#include "cn-network-table.h"
#include "cn-origin-table.h"
#include "cn-tally-table.h"
#include "cn-timeline-reader.h"
#include "cn-version-table.h"

static DexFuture *
list_networks_thread (CnWorker  *worker,
                      gpointer   data,
                      GError   **error)
{
  GPtrArray *networks = cn_network_table_list (cn_worker_get_connection (worker), error);

  return networks != NULL ? dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, networks) : NULL;
}

/**
 * cn_store_list_networks:
 *
 * Returns: (transfer full): a future for a #GPtrArray of #CnNetworkRecord in the registry's order; those that
 * the registry has dropped and that articles are about come last, with the position %G_MAXINT
 */
DexFuture *
cn_store_list_networks (CnStore *self)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  return cn_store_read (self, list_networks_thread, cn_store_new_request (self));
}

static DexFuture *
get_tally_thread (CnWorker  *worker,
                  gpointer   data,
                  GError   **error)
{
  CnTally *tally = cn_tally_table_load (cn_worker_get_connection (worker), error);

  return tally != NULL ? dex_future_new_take_boxed (CN_TYPE_TALLY, tally) : NULL;
}

/**
 * cn_store_get_tally:
 *
 * Returns: (transfer full): a future for a #CnTally
 */
DexFuture *
cn_store_get_tally (CnStore *self)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  return cn_store_read (self, get_tally_thread, cn_store_new_request (self));
}

static void
copy_query (CnStoreRequest        *request,
            const CnTimelineQuery *query)
{
  request->networks = g_strdupv ((GStrv) query->networks);
  request->query = *query;
  request->query.networks = (const char * const *) request->networks;
}

static DexFuture *
list_entries_thread (CnWorker  *worker,
                     gpointer   data,
                     GError   **error)
{
  CnStoreRequest *request = data;
  CnConnection *connection = cn_worker_get_connection (worker);
  GArray *entries;

  if (!cn_connection_begin_read (connection, error))
    return NULL;

  entries = cn_timeline_reader_list (connection, &request->query, request->has_after ? &request->after : NULL,
                                     request->limit, error);
  cn_connection_rollback (connection);
  return entries != NULL ? dex_future_new_take_boxed (G_TYPE_ARRAY, entries) : NULL;
}

/**
 * cn_store_list_entries:
 * @after: (nullable): the last entry that one has already, %NULL to begin at the top
 * @limit: the greatest number of entries, 0 for all
 *
 * Returns: (transfer full): a future for a #GArray of #CnTimelineEntry in the timeline's order; fewer than
 * @limit are the last
 */
DexFuture *
cn_store_list_entries (CnStore               *self,
                       const CnTimelineQuery *query,
                       const CnTimelineEntry *after,
                       guint                  limit)
{
  CnStoreRequest *request;

  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (query != NULL);

  request = cn_store_new_request (self);
  copy_query (request, query);
  request->limit = limit;
  request->has_after = after != NULL;
  if (after != NULL)
    request->after = *after;
  return cn_store_read (self, list_entries_thread, request);
}

static DexFuture *
count_entries_thread (CnWorker  *worker,
                      gpointer   data,
                      GError   **error)
{
  CnStoreRequest *request = data;
  CnConnection *connection = cn_worker_get_connection (worker);
  gboolean success;
  guint count = 0;

  if (!cn_connection_begin_read (connection, error))
    return NULL;

  success = cn_timeline_reader_count (connection, &request->query, &count, error);
  cn_connection_rollback (connection);
  return success ? dex_future_new_for_uint (count) : NULL;
}

/**
 * cn_store_count_entries:
 *
 * Returns: (transfer full): a future for a guint, the length of the timeline
 */
DexFuture *
cn_store_count_entries (CnStore               *self,
                        const CnTimelineQuery *query)
{
  CnStoreRequest *request;

  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (query != NULL);

  request = cn_store_new_request (self);
  copy_query (request, query);
  return cn_store_read (self, count_entries_thread, request);
}

static void
row_clear (gpointer row)
{
  if (row != NULL)
    cn_article_row_unref (row);
}

static gboolean
load_rows (CnConnection  *connection,
           GArray        *ids,
           GPtrArray     *rows,
           GError       **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      CnArticleRow *row;

      row = cn_article_table_load_row (connection, g_array_index (ids, gint64, i), &local_error);
      if (row == NULL && !g_error_matches (local_error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_ptr_array_add (rows, row);
    }

  return TRUE;
}

static DexFuture *
load_rows_thread (CnWorker  *worker,
                  gpointer   data,
                  GError   **error)
{
  CnStoreRequest *request = data;
  CnConnection *connection = cn_worker_get_connection (worker);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (request->ids->len, row_clear);
  gboolean success;

  if (!cn_connection_begin_read (connection, error))
    return NULL;

  success = load_rows (connection, request->ids, rows, error);
  cn_connection_rollback (connection);
  return success ? dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&rows)) : NULL;
}

/**
 * cn_store_load_rows:
 *
 * Returns: (transfer full): a future for a #GPtrArray of #CnArticleRow, one for each id and %NULL where there
 * is no such article any more
 */
DexFuture *
cn_store_load_rows (CnStore      *self,
                    const gint64 *ids,
                    guint         n_ids)
{
  CnStoreRequest *request;

  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (ids != NULL || n_ids == 0);

  request = cn_store_new_request (self);
  cn_store_request_take_ids (request, ids, n_ids);
  return cn_store_read (self, load_rows_thread, request);
}

static CnArticleRecord *
load_article (CnConnection  *connection,
              gint64         id,
              GError       **error)
{
  g_autoptr (CnArticleRecord) record = cn_article_record_new ();

  record->row = cn_article_table_load_row (connection, id, error);
  if (record->row == NULL ||
      !cn_article_table_load_details (connection, record, error) ||
      !cn_version_table_load (connection, record, error) ||
      !cn_origin_table_load (connection, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

static DexFuture *
load_article_thread (CnWorker  *worker,
                     gpointer   data,
                     GError   **error)
{
  CnStoreRequest *request = data;
  CnConnection *connection = cn_worker_get_connection (worker);
  CnArticleRecord *record;

  if (!cn_connection_begin_read (connection, error))
    return NULL;

  record = load_article (connection, request->id, error);
  cn_connection_rollback (connection);
  return record != NULL ? dex_future_new_take_boxed (CN_TYPE_ARTICLE_RECORD, record) : NULL;
}

/**
 * cn_store_load_article:
 *
 * Returns: (transfer full): a future for a #CnArticleRecord, the article in its newest version; rejected with
 *   %CN_STORE_ERROR_NOT_FOUND when there is none or it is hidden
 */
DexFuture *
cn_store_load_article (CnStore *self,
                       gint64   id)
{
  CnStoreRequest *request;

  dex_return_error_if_fail (CN_IS_STORE (self));

  request = cn_store_new_request (self);
  request->id = id;
  return cn_store_read (self, load_article_thread, request);
}
