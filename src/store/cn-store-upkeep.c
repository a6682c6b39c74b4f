/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps a store sound: check, backup, restore.
 *
 * Check and backup read everything and would keep the reader's thread for seconds: they have a thread and a
 * connection of their own, made for the occasion, and see one snapshot while others write. Restoring checks
 * there as well, and then has the writer do its one transaction. */

#include "config.h"

#include "cn-store-private.h"
#include "cn-backup.h"
#include "cn-check.h"
#include "cn-schema.h"
#include "cn-store-file.h"

static CnConnection *
open_connection (CnWorker        *worker,
                 CnStoreRequest  *request,
                 GError         **error)
{
  CnConnection *connection = cn_connection_open (request->store_path, request->mode, error);

  if (connection != NULL)
    cn_worker_take_connection (worker, connection);
  return connection;
}

static DexFuture *
check_thread (CnWorker  *worker,
              gpointer   data,
              GError   **error)
{
  CnConnection *connection = open_connection (worker, data, error);
  GStrv problems = connection != NULL ? cn_check_run (connection, error) : NULL;

  return problems != NULL ? dex_future_new_take_boxed (G_TYPE_STRV, problems) : NULL;
}

/**
 * cn_store_check:
 *
 * Checks the whole store: SQLite's own check, foreign keys, and the rules that the schema cannot say. Takes
 * as long as reading everything takes; others read and write meanwhile.
 *
 * Returns: (transfer full): a future for a #GStrv with one line for each problem, empty when there is none
 */
DexFuture *
cn_store_check (CnStore *self)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  return cn_store_do_beside (self, check_thread, NULL);
}

static DexFuture *
backup_thread (CnWorker  *worker,
               gpointer   data,
               GError   **error)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  CnStoreRequest *request = data;
  CnConnection *connection = open_connection (worker, request, error);

  if (connection == NULL || !cn_backup_write (connection, request->path, (const char * const *) steps, error))
    return NULL;
  return dex_future_new_true ();
}

/**
 * cn_store_backup:
 * @path: (type filename): where the copy shall be; only another copy is written over
 *
 * Makes a checked copy of the store as it is at one moment, in a single file, while others read and write.
 *
 * Returns: (transfer full): a future for %TRUE; rejected with %CN_STORE_ERROR_FOREIGN when something else is
 * there, `CONSTRAINT` when it is the store itself, `BUSY` when it is a store in use
 */
DexFuture *
cn_store_backup (CnStore    *self,
                 const char *path)
{
  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (path != NULL);

  return cn_store_do_beside (self, backup_thread, path);
}

static DexFuture *
prepare_restore_thread (CnWorker  *worker,
                        gpointer   data,
                        GError   **error)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  CnStoreRequest *request = data;
  g_autofree char *kept = NULL;
  CnConnection *connection;

  if (!cn_backup_verify (request->path, (const char * const *) steps, error))
    return NULL;

  connection = open_connection (worker, request, error);
  if (connection == NULL)
    return NULL;

  kept = cn_store_file_dup_free_path (request->store_path, "replaced");
  if (!cn_backup_write (connection, kept, (const char * const *) steps, error))
    return NULL;
  return dex_future_new_take_string (g_steal_pointer (&kept));
}

static DexFuture *
restore_thread (CnWorker  *worker,
                gpointer   data,
                GError   **error)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  CnStoreRequest *request = data;

  if (!cn_backup_restore (request->path, cn_worker_get_connection (worker), error) ||
      !cn_schema_upgrade (cn_worker_get_connection (worker), (const char * const *) steps, error))
    return NULL;

  cn_store_link_notify (request->link, CN_STORE_CHANGE_ALL, NULL);
  return dex_future_new_true ();
}

typedef struct
{
  CnStore *store;
  char    *path;
} CnRestoring;

static void
cn_restoring_free (gpointer data)
{
  CnRestoring *restoring = data;

  g_clear_object (&restoring->store);
  g_clear_pointer (&restoring->path, g_free);
  g_free (restoring);
}

static DexFuture *
restore_fiber (gpointer data)
{
  CnRestoring *restoring = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  CnStoreRequest *request;

  kept = dex_await_string (cn_store_do_beside (restoring->store, prepare_restore_thread, restoring->path), &error);
  if (kept == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));

  request = cn_store_new_request (restoring->store);
  request->path = g_steal_pointer (&restoring->path);
  if (!dex_await (cn_store_write (restoring->store, restore_thread, request), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));

  return dex_future_new_take_string (g_steal_pointer (&kept));
}

/**
 * cn_store_restore:
 * @path: (type filename): a copy of a store
 *
 * Checks the copy, makes a dated copy of what the store holds beside it, and then replaces everything in one
 * transaction. Whoever has the store open goes on with the new content ("changed", %CN_STORE_CHANGE_ALL).
 *
 * Returns: (transfer full): a future for a string, the path of the dated copy; when it is rejected, nothing
 * was replaced
 */
DexFuture *
cn_store_restore (CnStore    *self,
                  const char *path)
{
  CnRestoring *restoring;

  dex_return_error_if_fail (CN_IS_STORE (self));
  dex_return_error_if_fail (path != NULL);

  if (cn_store_is_read_only (self))
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY, "%s: it is open to read only",
                                  cn_store_get_path (self));

  restoring = g_new0 (CnRestoring, 1);
  restoring->store = g_object_ref (self);
  restoring->path = g_canonicalize_filename (path, NULL);
  return dex_scheduler_spawn (NULL, 0, restore_fiber, restoring, cn_restoring_free);
}
