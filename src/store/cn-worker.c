/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One thread with one connection, and a queue of work for it.
 *
 * The main thread submits, the worker's thread does; a pool of one thread keeps the order. Whoever drops the
 * future that it was given cancels that piece of work and no other: each has a flag of its own, which the
 * connection looks at while it runs. It knows no SQL. */

#include "config.h"

#include "cn-worker.h"

struct _CnWorker
{
  DexThreadPool *pool;
  GMutex         mutex;
  GCond          is_closed_changed;
  gboolean       is_closing; /* the main thread's */
  gboolean       is_closed;  /* under the mutex */
  CnConnection  *connection;
  const int     *cancelled; /* the flag of the work that runs */
};

typedef struct
{
  CnWorker       *worker; /* NULL for work that has a thread of its own */
  CnWorkFunc      func;
  gpointer        data;
  GDestroyNotify  destroy;
  int             cancelled;
} CnWork;

static void
cn_work_clear (CnWork *work)
{
  if (work->destroy != NULL)
    work->destroy (g_steal_pointer (&work->data));
}

static void
cn_work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, (GDestroyNotify) cn_work_clear);
}

static void
cn_work_cancel (gpointer data)
{
  CnWork *work = data;

  g_atomic_int_set (&work->cancelled, TRUE);
  cn_work_unref (work);
}

static void
set_cancelled (CnWorker  *self,
               const int *cancelled)
{
  self->cancelled = cancelled;
  if (self->connection != NULL)
    cn_connection_set_cancelled (self->connection, cancelled);
}

static DexFuture *
do_work (CnWorker *self,
         CnWork   *work)
{
  g_autoptr (GError) error = NULL;
  DexFuture *future;

  if (g_atomic_int_get (&work->cancelled))
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED, "nobody waits for it any more");

  set_cancelled (self, &work->cancelled);
  future = work->func (self, work->data, &error);
  set_cancelled (self, NULL);

  if (future != NULL)
    return future;
  return dex_future_new_for_error (g_steal_pointer (&error));
}

static DexFuture *
work_thread (gpointer data)
{
  CnWork *work = data;

  return do_work (work->worker, work);
}

static DexFuture *
work_beside_thread (gpointer data)
{
  CnWorker worker = { 0, };
  DexFuture *future = do_work (&worker, data);

  g_clear_pointer (&worker.connection, cn_connection_free);
  return future;
}

static DexFuture *
pass_on_cb (DexFuture *future,
            gpointer   data)
{
  return NULL;
}

/**
 * cn_worker_new:
 *
 * Main thread. Starts the thread; the first work is to give it a connection.
 *
 * Returns: (transfer full): a worker
 */
CnWorker *
cn_worker_new (void)
{
  CnWorker *self = g_new0 (CnWorker, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_closed_changed);
  self->pool = dex_thread_pool_new (1);
  return self;
}

static DexFuture *
drop_connection_thread (gpointer data)
{
  CnWorker *self = data;

  g_clear_pointer (&self->connection, cn_connection_free);

  g_mutex_lock (&self->mutex);
  self->is_closed = TRUE;
  g_cond_signal (&self->is_closed_changed);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * cn_worker_close:
 *
 * Main thread. Does what is queued, closes the connection and ends the thread. Later work is rejected.
 *
 * Returns: (transfer full): a future that resolves when all of that is done
 */
DexFuture *
cn_worker_close (CnWorker *self)
{
  dex_return_error_if_fail (self != NULL);

  if (!self->is_closing)
    dex_future_disown (dex_thread_pool_submit (self->pool, "cn-worker-close", drop_connection_thread, self, NULL));
  self->is_closing = TRUE;
  return dex_thread_pool_close (self->pool, DEX_THREAD_POOL_SHUTDOWN_DRAIN);
}

/**
 * cn_worker_free:
 * @self: (transfer full): a worker
 *
 * Main thread. What is queued is still done; cn_worker_close() lets others wait for that without blocking.
 */
void
cn_worker_free (CnWorker *self)
{
  g_return_if_fail (self != NULL);

  dex_future_disown (cn_worker_close (self));

  /* The pool joins its thread on one of its own, and has no call that waits for that here. */
  g_mutex_lock (&self->mutex);
  while (!self->is_closed)
    g_cond_wait (&self->is_closed_changed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  dex_clear (&self->pool);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->is_closed_changed);
  g_free (self);
}

static CnWork *
cn_work_new (CnWorker       *worker,
             CnWorkFunc      func,
             gpointer        data,
             GDestroyNotify  destroy)
{
  CnWork *work = g_atomic_rc_box_new0 (CnWork);

  work->worker = worker;
  work->func = func;
  work->data = data;
  work->destroy = destroy;
  return work;
}

/* The future of a thread does not tell when it is dropped; a block around it does, by letting go of its data.
 * After the work that sets a flag which nobody reads any more. */
static DexFuture *
cancel_when_dropped (DexFuture *future,
                     CnWork    *work)
{
  return dex_future_finally (future, pass_on_cb, work, cn_work_cancel);
}

/**
 * cn_worker_submit:
 * @data: (transfer full): for @func, freed with @destroy on whichever thread is done with it last
 *
 * Main thread (or a fiber on it).
 *
 * Returns: (transfer full): a future with what @func's gives; dropping it cancels
 */
DexFuture *
cn_worker_submit (CnWorker       *self,
                  CnWorkFunc      func,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  CnWork *work;
  DexFuture *future;

  dex_return_error_if_fail (self != NULL);
  dex_return_error_if_fail (func != NULL);

  work = cn_work_new (self, func, data, destroy);
  g_atomic_rc_box_acquire (work);
  future = dex_thread_pool_submit (self->pool, "cn-worker", work_thread, work, cn_work_unref);
  return cancel_when_dropped (future, work);
}

/**
 * cn_worker_run_beside:
 * @func: gets a worker that lasts as long as the work, as does the connection that it may give it
 * @data: (transfer full): for @func, freed with @destroy on whichever thread is done with it last
 *
 * Main thread (or a fiber on it). For long work that would keep a worker's queue waiting.
 *
 * Returns: (transfer full): a future with what @func's gives; dropping it cancels
 */
DexFuture *
cn_worker_run_beside (CnWorkFunc      func,
                      gpointer        data,
                      GDestroyNotify  destroy)
{
  CnWork *work;
  DexFuture *future;

  dex_return_error_if_fail (func != NULL);

  work = cn_work_new (NULL, func, data, destroy);
  g_atomic_rc_box_acquire (work);
  future = dex_thread_spawn ("cn-beside", work_beside_thread, work, cn_work_unref);
  return cancel_when_dropped (future, work);
}

/**
 * cn_worker_get_connection:
 *
 * Returns: (nullable): the connection, %NULL before it has been given one
 */
CnConnection *
cn_worker_get_connection (CnWorker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->connection;
}

/**
 * cn_worker_take_connection:
 * @connection: (transfer full): one that was opened on this thread
 */
void
cn_worker_take_connection (CnWorker     *self,
                           CnConnection *connection)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->connection == NULL);

  self->connection = connection;
  cn_connection_set_cancelled (connection, self->cancelled);
}

/**
 * cn_worker_lend_cancelled:
 * @connection: one that is closed before the work ends
 *
 * Has a connection of the work's own notice when the work is cancelled.
 */
void
cn_worker_lend_cancelled (CnWorker     *self,
                          CnConnection *connection)
{
  g_return_if_fail (self != NULL);

  cn_connection_set_cancelled (connection, self->cancelled);
}
