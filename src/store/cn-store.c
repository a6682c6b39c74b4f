/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store: two threads with a connection each, and a signal for what they commit.
 *
 * The writer and the reader work at the same time, because the write-ahead log lets readers see the last
 * commit while the next one is made. The object lives on the main thread; the threads never hold it, only a
 * link through which they can say that something was committed. What the operations do is in
 * cn-store-writing.c, cn-store-reading.c and cn-store-upkeep.c. */

#include "config.h"

#include "cn-store-private.h"
#include "cn-schema.h"
#include "cn-store-opener.h"
#include "cn-store-watch.h"
#include "cn-tally-table.h"

#include <gio/gio.h>

/* More than this and a list of ids is no help to anybody. */
#define MAX_NOTICE_IDS 1000

struct _CnStore
{
  GObject           parent_instance;

  char             *path;
  CnStoreOpenFlags  flags;
  gboolean          is_read_only;
  CnWorker         *writer;
  CnWorker         *reader;
  CnStoreLink      *link;
  CnStoreWatch     *watch;
  CnConnectionMode  read_mode;
};

struct _CnStoreLink
{
  GWeakRef      store;
  GMainContext *context;
  gint64        data_version; /* of the writer's connection; its thread alone */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnStore, cn_store, G_TYPE_OBJECT)

static CnStoreLink *
cn_store_link_new (CnStore *self)
{
  CnStoreLink *link = g_atomic_rc_box_new0 (CnStoreLink);

  g_weak_ref_init (&link->store, self);
  link->context = g_main_context_ref_thread_default ();
  return link;
}

static void
cn_store_link_clear (CnStoreLink *link)
{
  g_weak_ref_clear (&link->store);
  g_clear_pointer (&link->context, g_main_context_unref);
}

static void
cn_store_link_unref (CnStoreLink *link)
{
  g_atomic_rc_box_release_full (link, (GDestroyNotify) cn_store_link_clear);
}

typedef struct
{
  CnStoreLink   *link;
  CnStoreChange  what;
  GArray        *ids;
} CnEmission;

static void
cn_emission_free (gpointer data)
{
  CnEmission *emission = data;

  g_clear_pointer (&emission->link, cn_store_link_unref);
  g_clear_pointer (&emission->ids, g_array_unref);
  g_free (emission);
}

static gboolean
emit_changed_cb (gpointer data)
{
  CnEmission *emission = data;
  g_autoptr (CnStore) self = g_weak_ref_get (&emission->link->store);

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, emission->what, emission->ids);
  return G_SOURCE_REMOVE;
}

/**
 * cn_store_link_notify:
 * @ids: (nullable) (element-type gint64): the articles that were touched
 *
 * Any thread. Has "changed" emitted on the main context.
 */
void
cn_store_link_notify (CnStoreLink   *link,
                      CnStoreChange  what,
                      GArray        *ids)
{
  CnEmission *emission = g_new0 (CnEmission, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  emission->link = g_atomic_rc_box_acquire (link);
  emission->what = what;
  if (ids != NULL && ids->len <= MAX_NOTICE_IDS)
    emission->ids = g_array_ref (ids);

  /* Not g_main_context_invoke(): between two turns of the main loop it would emit on this thread. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, emission, cn_emission_free);
  g_source_attach (source, link->context);
}

static void
cn_store_request_free (gpointer data)
{
  CnStoreRequest *request = data;

  g_clear_pointer (&request->link, cn_store_link_unref);
  g_clear_pointer (&request->ids, g_array_unref);
  g_clear_pointer (&request->objects, g_ptr_array_unref);
  g_clear_pointer (&request->networks, g_strfreev);
  g_clear_pointer (&request->results, g_array_unref);
  g_clear_pointer (&request->path, g_free);
  g_clear_pointer (&request->store_path, g_free);
  g_free (request);
}

/**
 * cn_store_new_request:
 *
 * Returns: (transfer full): a request that cn_store_read() or cn_store_write() takes
 */
CnStoreRequest *
cn_store_new_request (CnStore *self)
{
  CnStoreRequest *request = g_new0 (CnStoreRequest, 1);

  request->link = g_atomic_rc_box_acquire (self->link);
  return request;
}

/**
 * cn_store_request_take_ids:
 *
 * Copies the caller's ids.
 */
void
cn_store_request_take_ids (CnStoreRequest *request,
                           const gint64   *ids,
                           guint           n_ids)
{
  request->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  if (n_ids > 0)
    g_array_append_vals (request->ids, ids, n_ids);
}

/**
 * cn_store_read:
 * @request: (transfer full): what @func gets
 *
 * Returns: (transfer full): a future for @func's result on the reader's thread
 */
DexFuture *
cn_store_read (CnStore         *self,
               CnWorkFunc       func,
               CnStoreRequest  *request)
{
  return cn_worker_submit (self->reader, func, request, cn_store_request_free);
}

/**
 * cn_store_write:
 * @request: (transfer full): what @func gets
 *
 * Returns: (transfer full): a future for @func's result on the writer's thread
 */
DexFuture *
cn_store_write (CnStore         *self,
                CnWorkFunc       func,
                CnStoreRequest  *request)
{
  if (!self->is_read_only)
    return cn_worker_submit (self->writer, func, request, cn_store_request_free);

  cn_store_request_free (request);
  return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY, "%s: it is open to read only", self->path);
}

/**
 * cn_store_do_beside:
 * @path: (nullable): for the request
 *
 * Returns: (transfer full): a future for @func's result on a thread of its own, which finds the store's path in its
 *   request and the mode that a reading connection to it has
 */
DexFuture *
cn_store_do_beside (CnStore    *self,
                    CnWorkFunc  func,
                    const char *path)
{
  CnStoreRequest *request = cn_store_new_request (self);

  request->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  request->store_path = g_strdup (self->path);
  request->mode = self->read_mode;
  return cn_worker_run_beside (func, request, cn_store_request_free);
}

static gboolean
change_and_count (CnConnection    *connection,
                  CnStoreRequest  *request,
                  CnChangeFunc     func,
                  CnStoreNotice   *notice,
                  gboolean        *changed,
                  GError         **error)
{
  gint64 before = cn_connection_count_changes (connection);

  if (!func (connection, request, notice, error))
    return FALSE;

  *changed = cn_connection_count_changes (connection) != before;
  return !*changed || cn_tally_table_count_commit (connection, error);
}

/**
 * cn_store_change:
 * @func: what to do within the transaction; it says in its notice what it touches
 *
 * Writer's thread. Does a piece of work in one transaction and, when that has changed something and is
 * committed, has it signalled. A transaction that changes nothing writes nothing.
 */
gboolean
cn_store_change (CnWorker        *worker,
                 CnStoreRequest  *request,
                 CnChangeFunc     func,
                 GError         **error)
{
  CnConnection *connection = cn_worker_get_connection (worker);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CnStoreNotice notice = { .ids = ids };
  gboolean changed = FALSE;

  if (!cn_connection_begin_write (connection, error))
    return FALSE;

  if (!change_and_count (connection, request, func, &notice, &changed, error))
    {
      cn_connection_rollback (connection);
      return FALSE;
    }

  if (!cn_connection_commit (connection, error))
    return FALSE;

  if (changed)
    cn_store_link_notify (request->link, notice.what, ids);
  return TRUE;
}

static void
cn_store_finalize (GObject *object)
{
  CnStore *self = CN_STORE (object);

  g_clear_pointer (&self->watch, cn_store_watch_free);
  g_clear_pointer (&self->reader, cn_worker_free);
  g_clear_pointer (&self->writer, cn_worker_free);
  g_clear_pointer (&self->link, cn_store_link_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (cn_store_parent_class)->finalize (object);
}

static void
cn_store_class_init (CnStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cn_store_finalize;

  /**
   * CnStore::changed:
   * @what: a #CnStoreChange
   * @ids: (nullable) (element-type gint64): the articles that were touched, when they are few
   *
   * A transaction was committed, by this store or, with %CN_STORE_CHANGE_ALL, by another process.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ARRAY);
}

static void
cn_store_init (CnStore *self)
{
  self->link = cn_store_link_new (self);
  self->writer = cn_worker_new ();
  self->reader = cn_worker_new ();
}

/* What opening the writer's connection finds out. The store cannot be touched from there. */
typedef struct
{
  char             *path;
  CnStoreOpenFlags  flags;
  CnStoreLink      *link;
  CnConnectionMode  read_mode;
} CnOpening;

static void
cn_opening_clear (CnOpening *opening)
{
  g_clear_pointer (&opening->path, g_free);
  g_clear_pointer (&opening->link, cn_store_link_unref);
}

static void
cn_opening_unref (gpointer opening)
{
  g_atomic_rc_box_release_full (opening, (GDestroyNotify) cn_opening_clear);
}

static DexFuture *
open_writer_thread (CnWorker  *worker,
                    gpointer   data,
                    GError   **error)
{
  CnOpening *opening = data;
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  CnConnection *connection;

  connection = cn_store_opener_open_writer (opening->path, opening->flags, (const char * const *) steps, error);
  if (connection == NULL)
    return NULL;

  cn_worker_take_connection (worker, connection);
  opening->read_mode = cn_connection_get_mode (connection);
  if (opening->read_mode == CN_CONNECTION_READ_WRITE)
    opening->read_mode = CN_CONNECTION_READ_ONLY;

  if (!cn_connection_query_int64 (connection, "PRAGMA data_version", &opening->link->data_version, error))
    return NULL;
  return dex_future_new_for_boolean (cn_connection_is_read_only (connection));
}

static DexFuture *
open_reader_thread (CnWorker  *worker,
                    gpointer   data,
                    GError   **error)
{
  CnOpening *opening = data;
  CnConnection *connection = cn_store_opener_open_reader (opening->path, opening->read_mode, error);

  if (connection == NULL)
    return NULL;

  cn_worker_take_connection (worker, connection);
  return dex_future_new_true ();
}

static DexFuture *
look_for_others_thread (CnWorker  *worker,
                        gpointer   data,
                        GError   **error)
{
  CnStoreRequest *request = data;
  gint64 version;

  /* The number changes when another connection commits; the reader never does, so that is another process. */
  if (!cn_connection_query_int64 (cn_worker_get_connection (worker), "PRAGMA data_version", &version, error))
    return NULL;

  if (version != request->link->data_version)
    cn_store_link_notify (request->link, CN_STORE_CHANGE_ALL, NULL);
  request->link->data_version = version;
  return dex_future_new_true ();
}

static void
file_touched_cb (gpointer data)
{
  CnStore *self = CN_STORE (data);

  dex_future_disown (cn_worker_submit (self->writer, look_for_others_thread, cn_store_new_request (self),
                                       cn_store_request_free));
}

static DexFuture *
open_fiber (gpointer data)
{
  CnStore *self = CN_STORE (data);
  CnOpening *opening = g_atomic_rc_box_new0 (CnOpening);
  g_autoptr (GError) error = NULL;
  DexFuture *future;

  opening->path = g_strdup (self->path);
  opening->flags = self->flags;
  opening->link = g_atomic_rc_box_acquire (self->link);

  future = cn_worker_submit (self->writer, open_writer_thread, g_atomic_rc_box_acquire (opening), cn_opening_unref);
  self->is_read_only = dex_await_boolean (future, &error);
  if (error != NULL)
    {
      cn_opening_unref (opening);
      return dex_future_new_for_error (g_steal_pointer (&error));
    }

  self->read_mode = opening->read_mode;
  if (!dex_await (cn_worker_submit (self->reader, open_reader_thread, opening, cn_opening_unref), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));

  self->watch = cn_store_watch_new (self->path, file_touched_cb, self);
  return dex_future_new_for_object (self);
}

/**
 * cn_store_open:
 * @path: (type filename): where the store is or shall be; its folder has to be there
 *
 * Main thread. Opens a store, and makes it where there is none. A file or folder that may not be written gives a store
 * that can only be read; cn_store_is_read_only() tells.
 *
 * A store of an older version is brought up to date; before that a checked copy of it is made beside it.
 *
 * Returns: (transfer full): a future for a #CnStore; it is rejected with %CN_STORE_ERROR_NOT_FOUND, `FOREIGN`,
 *   `DAMAGED`, `TOO_NEW`, `BUSY` (after half a second), `FULL`, `READ_ONLY` (there is nothing to read) or `FAILED`, and
 *   what was there is then as it was
 */
DexFuture *
cn_store_open (const char       *path,
               CnStoreOpenFlags  flags)
{
  CnStore *self;

  dex_return_error_if_fail (path != NULL);

  self = g_object_new (CN_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->flags = flags;
  return dex_scheduler_spawn (NULL, 0, open_fiber, self, g_object_unref);
}

/* The writer last: whoever closes last folds the log into the file, and the reader may not. */
static DexFuture *
close_fiber (gpointer data)
{
  CnStore *self = CN_STORE (data);
  g_autoptr (GError) error = NULL;

  if (!dex_await (cn_worker_close (self->reader), &error) ||
      !dex_await (cn_worker_close (self->writer), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return dex_future_new_true ();
}

/**
 * cn_store_close:
 *
 * Main thread. Finishes what was asked for, then closes. Whatever is asked for later is rejected. Letting go
 * of the last reference does the same, but has the main thread wait for it.
 *
 * Returns: (transfer full): a future for %TRUE
 */
DexFuture *
cn_store_close (CnStore *self)
{
  dex_return_error_if_fail (CN_IS_STORE (self));

  g_clear_pointer (&self->watch, cn_store_watch_free);
  return dex_scheduler_spawn (NULL, 0, close_fiber, g_object_ref (self), g_object_unref);
}

/**
 * cn_store_get_path:
 *
 * Returns: (type filename): the absolute path
 */
const char *
cn_store_get_path (CnStore *self)
{
  g_return_val_if_fail (CN_IS_STORE (self), NULL);

  return self->path;
}

/**
 * cn_store_is_read_only:
 *
 * Returns: whether everything that would change the store is rejected with %CN_STORE_ERROR_READ_ONLY
 */
gboolean
cn_store_is_read_only (CnStore *self)
{
  g_return_val_if_fail (CN_IS_STORE (self), TRUE);

  return self->is_read_only;
}
