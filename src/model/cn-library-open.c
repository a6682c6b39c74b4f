/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a library, trying again, closing it, and making its file.
 *
 * Main thread; the store works on its own threads and the registry is read on the library's worker. A
 * library whose file does not exist yet is open and empty: the file, and the folder around it, are made by
 * the first write and not by having a look. */

#include "config.h"

#include "cn-library-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cn-registry-records.h"
#include "cn-weak.h"

static const struct
{
  CnStoreError   code;
  CnLibraryState state;
} states[] = {
  { CN_STORE_ERROR_BUSY, CN_LIBRARY_STATE_LOCKED },
  { CN_STORE_ERROR_FULL, CN_LIBRARY_STATE_FULL },
  { CN_STORE_ERROR_READ_ONLY, CN_LIBRARY_STATE_READ_ONLY },
  { CN_STORE_ERROR_DAMAGED, CN_LIBRARY_STATE_DAMAGED },
  { CN_STORE_ERROR_FOREIGN, CN_LIBRARY_STATE_FOREIGN },
  { CN_STORE_ERROR_TOO_NEW, CN_LIBRARY_STATE_TOO_NEW },
};

/* The state that an error puts the library into; FAILED for those that have none of their own. */
CnLibraryState
cn_library_state_for_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, CN_LIBRARY_STATE_FAILED);

  for (guint i = 0; error->domain == CN_STORE_ERROR && i < G_N_ELEMENTS (states); i++)
    {
      if (error->code == (int) states[i].code)
        return states[i].state;
    }

  return CN_LIBRARY_STATE_FAILED;
}

static void
store_changed_cb (CnLibrary     *self,
                  CnStoreChange  what,
                  GArray        *ids,
                  CnStore       *store)
{
  cn_library_queue_change (self, what, ids);
}

/* Takes an opened store into use. */
void
cn_library_attach_store (CnLibrary *self,
                         CnStore   *store)
{
  g_return_if_fail (CN_IS_LIBRARY (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->store_handler = g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                                                 G_CONNECT_SWAPPED);
}

/* Lets go of the store; what was still to be told about its commits is dropped. */
void
cn_library_detach_store (CnLibrary *self)
{
  g_return_if_fail (CN_IS_LIBRARY (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->store_handler, self->store);
  g_clear_object (&self->store);
  g_hash_table_remove_all (self->pending_ids);
  self->pending_what = 0;
  self->pending_all = FALSE;
}

static DexFuture *
read_registry_thread (gpointer data)
{
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, cn_registry_dup_records ());
}

/* The store for reading and writing; where that is refused, for reading. */
static CnStore *
await_store (const char  *path,
             GError     **error)
{
  g_autoptr(GError) refusal = NULL;
  CnStore *store = dex_await_object (cn_store_open (path, CN_STORE_OPEN_EXISTING), &refusal);

  if (g_error_matches (refusal, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY))
    return dex_await_object (cn_store_open (path, CN_STORE_OPEN_EXISTING | CN_STORE_OPEN_READ_ONLY), error);
  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  return store;
}

/* What a fiber has got while it waits for more is kept here and not on its stack, which no leak checker sees: a program
 * may end while a library opens. */
typedef struct
{
  GWeakRef    library;
  DexPromise *promise;  /* for whoever asked; the library may be gone when it is answered */
  DexFuture  *work;     /* what the library's worker does meanwhile */
  char       *path;
  CnStore    *store;    /* NULL when there is no file yet */
  GPtrArray  *registry;
  GPtrArray  *networks;
  CnTally    *tally;
} Opening;

static Opening *
opening_new (CnLibrary  *self,
             DexPromise *promise,
             DexFuture  *work)
{
  Opening *opening = g_new0 (Opening, 1);

  g_weak_ref_init (&opening->library, self);
  opening->promise = dex_ref (promise);
  opening->work = work;
  opening->path = g_strdup (self->path);
  return opening;
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_weak_ref_clear (&opening->library);
  dex_clear (&opening->promise);
  dex_clear (&opening->work);
  g_clear_pointer (&opening->path, g_free);
  g_clear_object (&opening->store);
  g_clear_pointer (&opening->registry, g_ptr_array_unref);
  g_clear_pointer (&opening->networks, g_ptr_array_unref);
  g_clear_pointer (&opening->tally, cn_tally_free);
  g_free (opening);
}

/* Nobody is left in vain who waits for a library that has gone. */
static DexFuture *
answer_without_library (Opening *opening)
{
  dex_promise_reject (opening->promise, g_error_new (CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED,
                                                     "The library has gone: %s", opening->path));
  return dex_future_new_true ();
}

static gboolean
await_opened (Opening  *opening,
              GError  **error)
{
  g_autoptr(GError) failure = NULL;

  opening->store = await_store (opening->path, &failure);
  opening->registry = dex_await_boxed (dex_ref (opening->work), failure == NULL ? &failure : NULL);
  if (g_error_matches (failure, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (failure == NULL)
    opening->networks = dex_await_boxed (cn_store_list_networks (opening->store), &failure);
  if (failure == NULL)
    opening->tally = dex_await_boxed (cn_store_get_tally (opening->store), &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Brings the store's networks up to the registry that this program was built with, after the window has
 * something to show. */
static void
sync_networks (CnLibrary *self,
               GPtrArray *registry)
{
  if (!cn_store_is_read_only (self->store))
    dex_future_disown (cn_library_watch_write (self, cn_store_sync_networks (self->store, registry)));
}

static void
finish_opening (CnLibrary *self,
                Opening   *opened)
{
  g_autoptr(GPtrArray) registry = opened->registry != NULL ? g_ptr_array_ref (opened->registry)
                                                           : cn_registry_dup_records ();
  gboolean is_read_only = opened->store != NULL && cn_store_is_read_only (opened->store);
  CnTally nothing = { 0, 0, 0 };

  cn_library_detach_store (self);
  cn_network_tree_update (self->networks, registry);
  if (opened->networks != NULL)
    cn_network_tree_update (self->networks, opened->networks);
  cn_library_set_tally (self, opened->tally != NULL ? opened->tally : &nothing);
  if (opened->store != NULL)
    {
      cn_library_attach_store (self, opened->store);
      sync_networks (self, registry);
    }
  cn_library_set_state (self, is_read_only ? CN_LIBRARY_STATE_READ_ONLY : CN_LIBRARY_STATE_READY, NULL);
  cn_library_emit_changed (self, CN_STORE_CHANGE_ALL, NULL, NULL);
}

static DexFuture *
open_fiber (gpointer data)
{
  Opening *opening = data;
  g_autoptr(GError) error = NULL;
  gboolean is_open = await_opened (opening, &error);
  g_autoptr(CnLibrary) self = g_weak_ref_get (&opening->library);

  if (self == NULL)
    return answer_without_library (opening);

  dex_clear (&self->opening);
  if (is_open)
    {
      finish_opening (self, opening);
      dex_promise_resolve_boolean (opening->promise, TRUE);
    }
  else
    {
      cn_library_set_state (self, cn_library_state_for_error (error), error->message);
      dex_promise_reject (opening->promise, g_steal_pointer (&error));
    }
  return dex_future_new_true ();
}

/**
 * cn_library_open:
 *
 * Opens the store on its own threads, or tries again after a failure; the state says how it went. While an
 * opening runs, a second call joins it. Main thread.
 *
 * Returns: (transfer full): a future of %TRUE, rejected with a #CnStoreError, which is
 *   %CN_STORE_ERROR_INTERRUPTED when the library has gone meanwhile
 */
DexFuture *
cn_library_open (CnLibrary *self)
{
  Opening *opening;

  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  if (self->opening != NULL)
    return dex_ref (DEX_FUTURE (self->opening));

  self->opening = dex_promise_new ();
  /* What is open goes by itself: waiting for its threads here would stop the window. */
  dex_future_disown (cn_library_close (self));
  cn_library_set_state (self, CN_LIBRARY_STATE_OPENING, NULL);

  opening = opening_new (self, self->opening, dex_thread_pool_submit (self->workers, "[cn-registry]",
                                                                      read_registry_thread, NULL, NULL));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, open_fiber, opening, opening_free));
  return dex_ref (DEX_FUTURE (self->opening));
}

static DexFuture *
closed_cb (DexFuture *future,
           gpointer   user_data)
{
  return NULL;
}

/**
 * cn_library_close:
 *
 * Closes the store once what was asked of it is done. Main thread.
 *
 * Returns: (transfer full): a future of %TRUE
 */
DexFuture *
cn_library_close (CnLibrary *self)
{
  g_autoptr(CnStore) store = NULL;

  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  g_set_object (&store, self->store);
  cn_library_detach_store (self);
  if (store == NULL)
    return dex_future_new_true ();

  /* The store has to be there until its threads have let go of it, whether somebody waits or not. */
  return dex_future_finally (cn_store_close (store), closed_cb, g_object_ref (store), g_object_unref);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int reason;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  reason = errno;
  if (reason == ENOSPC || reason == EACCES || reason == EROFS || reason == EPERM)
    g_set_error (error, CN_STORE_ERROR, reason == ENOSPC ? CN_STORE_ERROR_FULL : CN_STORE_ERROR_READ_ONLY,
                 "Making the folder %s: %s", folder, g_strerror (reason));
  else
    /* Translators: one clause behind the library's name; %s is a message of the operating system. */
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (reason), _("its folder cannot be made (%s)"),
                 g_strerror (reason));
  return FALSE;
}

static DexFuture *
create_thread (gpointer data)
{
  GError *error = NULL;

  return make_folder (data, &error) ? dex_future_new_true () : dex_future_new_for_error (error);
}

/* Makes the folder that the library's file is or will be in. → TRUE */
DexFuture *
cn_library_make_folder (CnLibrary *self)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  return dex_thread_pool_submit (self->workers, "[cn-folder]", create_thread, g_strdup (self->path), g_free);
}

static gboolean
await_new_store (Opening  *opening,
                 GError  **error)
{
  if (!dex_await (dex_ref (opening->work), error))
    return FALSE;

  opening->store = dex_await_object (cn_store_open (opening->path, CN_STORE_OPEN_DEFAULT), error);
  if (opening->store == NULL)
    return FALSE;

  opening->registry = cn_registry_dup_records ();
  return dex_await (cn_store_sync_networks (opening->store, opening->registry), error);
}

static DexFuture *
create_fiber (gpointer data)
{
  Opening *opening = data;
  g_autoptr(GError) error = NULL;
  gboolean is_made = await_new_store (opening, &error);
  g_autoptr(CnLibrary) self = g_weak_ref_get (&opening->library);

  if (self == NULL)
    return answer_without_library (opening);

  dex_clear (&self->creating);
  if (!is_made)
    {
      cn_library_note_error (self, error);
      dex_promise_reject (opening->promise, g_steal_pointer (&error));
      return dex_future_new_true ();
    }

  if (self->store == NULL)
    cn_library_attach_store (self, opening->store);
  cn_library_set_state (self, CN_LIBRARY_STATE_READY, NULL);
  cn_library_queue_change (self, CN_STORE_CHANGE_ALL, NULL);
  dex_promise_resolve_object (opening->promise, g_object_ref (self->store));
  return dex_future_new_true ();
}

/* The store for a write; makes the file when there is none. → CnStore */
DexFuture *
cn_library_ensure_store (CnLibrary *self)
{
  Opening *opening;

  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  if (self->store != NULL)
    return dex_future_new_for_object (self->store);
  if (self->creating != NULL)
    return dex_ref (DEX_FUTURE (self->creating));
  if (self->state != CN_LIBRARY_STATE_READY && self->state != CN_LIBRARY_STATE_FULL)
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "The library is not open: %s",
                                  self->error_message != NULL ? self->error_message : self->path);

  self->creating = dex_promise_new ();
  opening = opening_new (self, self->creating, cn_library_make_folder (self));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, create_fiber, opening, opening_free));
  return dex_ref (DEX_FUTURE (self->creating));
}
