/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices that somebody writes to the store's files, without polling.
 *
 * It says that something was written, not who did it: our own commits are noticed as well, and telling them
 * apart is one pragma on the writer's thread (cn-store.c). Main thread. Where the kernel cannot watch (some
 * network file systems), nothing is noticed, and the next reload by hand shows what is new. */

#include "config.h"

#include "cn-store-watch.h"

#include <gio/gio.h>
#include <stdlib.h>

/* A bulk import writes all the time: one look now and then is enough. */
#define DELAY_MS 150

struct _CnStoreWatch
{
  GFileMonitor     *monitors[2];
  CnStoreWatchFunc  func;
  gpointer          data;
  guint             timeout;
};

static gboolean
delay_over_cb (gpointer data)
{
  CnStoreWatch *self = data;

  self->timeout = 0;
  self->func (self->data);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (CnStoreWatch *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY_MS, delay_over_cb, self);
}

static GFileMonitor *
monitor (CnStoreWatch *self,
         const char   *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *file_monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  if (file_monitor == NULL)
    return NULL;

  g_file_monitor_set_rate_limit (file_monitor, DELAY_MS);
  g_signal_connect_swapped (file_monitor, "changed", G_CALLBACK (file_changed_cb), self);
  return file_monitor;
}

/**
 * cn_store_watch_new:
 * @func: called on the main context, some time after something was written
 *
 * Returns: (transfer full): a watch over the store and its log
 */
CnStoreWatch *
cn_store_watch_new (const char       *path,
                    CnStoreWatchFunc  func,
                    gpointer          data)
{
  CnStoreWatch *self = g_new0 (CnStoreWatch, 1);
  /* The log lies beside the file itself, not beside a link to it. */
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *log = g_strconcat (real != NULL ? real : path, "-wal", NULL);

  self->func = func;
  self->data = data;
  self->monitors[0] = monitor (self, real != NULL ? real : path);
  self->monitors[1] = monitor (self, log);
  return self;
}

/**
 * cn_store_watch_free:
 * @self: (transfer full): a watch
 *
 * Its function is not called any more.
 */
void
cn_store_watch_free (CnStoreWatch *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    if (self->monitors[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->monitors[i], self);
        g_file_monitor_cancel (self->monitors[i]);
        g_clear_object (&self->monitors[i]);
      }

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self);
}
