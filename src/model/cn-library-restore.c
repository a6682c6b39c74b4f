/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What helps a library whose file cannot be used: a copy in its place, an empty one, or what of it is readable.
 *
 * Main thread; files are moved on the library's worker. Where the store is in use it restores by itself. Where it
 * could not even be opened, the new file is made and checked first, beside the broken one; then the broken one is
 * moved aside under a name that says when, never deleted, and the new one takes its place. Whatever fails, there is
 * always a file at the library's place or none: never one that is empty and was not asked for. */

#include "config.h"

#include "cn-library-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cn-store-file.h"
#include "cn-store-recover.h"

typedef struct
{
  GWeakRef   library;
  DexFuture *closing;
  char      *path;
  char      *copy;  /* NULL: the library begins anew */
} Restore;

static Restore *
restore_new (CnLibrary  *self,
             const char *copy)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->closing = cn_library_close (self);
  g_weak_ref_init (&restore->library, self);
  restore->path = g_strdup (self->path);
  restore->copy = g_strdup (copy);
  return restore;
}

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_weak_ref_clear (&restore->library);
  dex_clear (&restore->closing);
  g_free (restore->path);
  g_free (restore->copy);
  g_free (restore);
}

/* What is moved, and what takes its place. */
typedef struct
{
  char *path;
  char *fresh; /* NULL: nothing does */
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->path);
  g_free (move->fresh);
  g_free (move);
}

/* The file first: a log that has lost its file is noticed, a file that has lost its log may not be. */
static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

static gboolean
move_files (const char  *from,
            const char  *to,
            GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old = g_strconcat (from, suffixes[i], NULL);
      g_autofree char *new = g_strconcat (to, suffixes[i], NULL);

      if (g_rename (old, new) != 0 && errno != ENOENT)
        {
          g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY, "Moving %s aside: %s", old, g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}

static DexFuture *
move_aside_thread (gpointer data)
{
  Move *move = data;
  g_autofree char *aside = cn_store_file_dup_free_path (move->path, "aside");
  g_autoptr(GError) error = NULL;

  /* Somebody's folder is nothing to rename. */
  if (g_file_test (move->path, G_FILE_TEST_EXISTS) && !g_file_test (move->path, G_FILE_TEST_IS_REGULAR))
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN, "%s: it is no file", move->path);

  if (move_files (move->path, aside, &error))
    {
      if (move->fresh == NULL || g_rename (move->fresh, move->path) == 0)
        return dex_future_new_take_string (g_steal_pointer (&aside));
      g_set_error (&error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "Putting %s in its place: %s", move->fresh,
                   g_strerror (errno));
    }

  move_files (aside, move->path, NULL);
  return dex_future_new_for_error (g_steal_pointer (&error));
}

static DexFuture *
submit_move (Restore    *restore,
             const char *fresh)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (&restore->library);
  Move *move;

  if (self == NULL)
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "The library is gone");

  move = g_new0 (Move, 1);
  move->path = g_strdup (restore->path);
  move->fresh = g_strdup (fresh);
  return dex_thread_pool_submit (self->workers, "[cn-aside]", move_aside_thread, move, move_free);
}

/* On a new machine there is not even a folder. The library is not held while one is made: it may go. */
static DexFuture *
make_folder (Restore *restore)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (&restore->library);

  return self != NULL ? cn_library_make_folder (self) : dex_future_new_true ();
}

/* A backup of a copy is a checked copy, and it lies where only its name has to change. */
static gboolean
await_fresh (Restore     *restore,
             const char  *fresh,
             GError     **error)
{
  g_autoptr(CnStore) store = NULL;
  gboolean is_made;

  store = dex_await_object (cn_store_open (restore->copy, CN_STORE_OPEN_EXISTING | CN_STORE_OPEN_READ_ONLY), error);
  if (store == NULL)
    return FALSE;

  is_made = dex_await (make_folder (restore), error) && dex_await (cn_store_backup (store, fresh), error);
  dex_await (cn_store_close (store), NULL);
  return is_made;
}

static DexFuture *
reopen (Restore *restore)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (&restore->library);

  return self != NULL ? cn_library_open (self) : dex_future_new_true ();
}

static DexFuture *
restore_fiber (gpointer data)
{
  Restore *restore = data;
  g_autofree char *fresh = restore->copy != NULL ? g_strconcat (restore->path, ".restored", NULL) : NULL;
  gboolean had_file = g_file_test (restore->path, G_FILE_TEST_EXISTS);
  g_autofree char *aside = NULL;
  g_autoptr(GError) error = NULL;

  dex_await (g_steal_pointer (&restore->closing), NULL);
  if (fresh != NULL && !await_fresh (restore, fresh, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));

  aside = dex_await_string (submit_move (restore, fresh), &error);
  if (aside == NULL && fresh != NULL)
    g_unlink (fresh);
  if (aside == NULL || !dex_await (reopen (restore), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  return dex_future_new_take_string (had_file ? g_steal_pointer (&aside) : NULL);
}

/**
 * cn_library_restore:
 * @path: a copy that cn_library_backup() made
 *
 * Puts a copy in the place of the store, also where the store is damaged, too new or something else. What
 * was there is kept under another name. Main thread.
 *
 * Returns: (transfer full): a future of the path under which what was there is kept, of %NULL when nothing was; when it
 *   is rejected, what was there is still there
 */
DexFuture *
cn_library_restore (CnLibrary  *self,
                    const char *path)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (path != NULL);

  if (self->store != NULL && self->state != CN_LIBRARY_STATE_DAMAGED)
    return cn_library_watch_write (self, cn_store_restore (self->store, path));

  return dex_scheduler_spawn (NULL, 0, restore_fiber, restore_new (self, path), restore_free);
}

/**
 * cn_library_start_anew:
 *
 * Moves a file that cannot be used aside, never deleting it, and opens an empty library in its place. Main thread.
 *
 * Returns: (transfer full): a future of the path under which the file is kept; rejected while the library can be used
 */
DexFuture *
cn_library_start_anew (CnLibrary *self)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  if (self->state != CN_LIBRARY_STATE_DAMAGED && self->state != CN_LIBRARY_STATE_FOREIGN)
    return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT, "%s: it can be used", self->path);

  return dex_scheduler_spawn (NULL, 0, restore_fiber, restore_new (self, NULL), restore_free);
}

static DexFuture *
describe_recovery_cb (DexFuture *future,
                      gpointer   user_data)
{
  const CnRecoveryReport *report = g_value_get_boxed (dex_future_get_value (future, NULL));
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: what could be read of a damaged library. */
  g_string_append_printf (text, ngettext ("%u article could be read", "%u articles could be read", report->n_articles),
                          report->n_articles);
  if (report->n_shortened > 0)
    {
      g_string_append (text, "; ");
      /* Translators: follows “312 articles could be read; ”. */
      g_string_append_printf (text, ngettext ("%u of them only in its beginning", "%u of them only in their beginnings",
                                              report->n_shortened), report->n_shortened);
    }
  if (report->n_untitled > 0)
    {
      g_string_append (text, "; ");
      /* Translators: follows “312 articles could be read; ”. */
      g_string_append_printf (text, ngettext ("%u without its title and date", "%u without their titles and dates",
                                              report->n_untitled), report->n_untitled);
    }
  return dex_future_new_take_string (g_string_free_and_steal (g_steal_pointer (&text)));
}

/**
 * cn_library_recover:
 * @path: where the new file goes
 *
 * Saves what is readable of a damaged library as a sound one that can be restored. The library's own file is left as
 * it is. Main thread.
 *
 * Returns: (transfer full): a future of a string that says what could be read, in the user's language
 */
DexFuture *
cn_library_recover (CnLibrary  *self,
                    const char *path)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (path != NULL);

  return dex_future_then (cn_store_recover (self->path, path), describe_recovery_cb, NULL, NULL);
}
