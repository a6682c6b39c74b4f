/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What users do with a library: open an article, mark, undo an import, check, copy and restore.
 *
 * Main thread. Every write is watched, so that a store that runs full or turns out damaged shows it in the
 * library's state whoever was writing, and so that the state is good again with the first write that
 * succeeds. */

#include "config.h"

#include "cn-library-private.h"

#include <glib/gi18n.h>

#include "cn-article-text-private.h"
#include "cn-reader.h"
#include "cn-weak.h"

/* Takes over what an error says about the store as a whole; an error about one question is not the
 * library's. */
void
cn_library_note_error (CnLibrary    *self,
                       const GError *error)
{
  CnLibraryState state;

  g_return_if_fail (CN_IS_LIBRARY (self));
  g_return_if_fail (error != NULL);

  if (error->domain != CN_STORE_ERROR)
    return;

  state = cn_library_state_for_error (error);
  if (state == CN_LIBRARY_STATE_FULL || state == CN_LIBRARY_STATE_DAMAGED || state == CN_LIBRARY_STATE_READ_ONLY)
    cn_library_set_state (self, state, error->message);
}

static DexFuture *
write_done_cb (DexFuture *future,
               gpointer   user_data)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (user_data);
  g_autoptr(GError) error = NULL;

  if (self == NULL)
    return NULL;

  if (dex_future_get_value (future, &error) == NULL)
    cn_library_note_error (self, error);
  else if (self->state == CN_LIBRARY_STATE_FULL)
    cn_library_set_state (self, CN_LIBRARY_STATE_READY, NULL);
  return NULL;
}

/* @future: (transfer full), with the library listening how it goes. */
DexFuture *
cn_library_watch_write (CnLibrary *self,
                        DexFuture *future)
{
  return dex_future_finally (future, write_done_cb, cn_weak_new (self), cn_weak_free);
}

static DexFuture *
no_store_yet (void)
{
  return dex_future_new_reject (CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND, "Nothing has been stored yet");
}

/**
 * cn_library_describe_error:
 * @error: what a future of the model was rejected with
 *
 * Any thread.
 *
 * Returns: (transfer full): one clause in the user's language that says what is wrong, lower case, no full
 *   stop
 */
char *
cn_library_describe_error (const GError *error)
{
  const char *clause = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  /* The readers know no locale: their clauses are only marked for translators there. */
  if (error->domain == CN_READ_ERROR)
    return g_strdup (_(error->message));
  if (error->domain != CN_STORE_ERROR)
    return g_strdup (error->message);

  switch ((CnStoreError) error->code)
    {
    case CN_STORE_ERROR_BUSY:
      clause = _("another program is using the library");
      break;
    case CN_STORE_ERROR_FULL:
      clause = _("there is no space left where the library is kept");
      break;
    case CN_STORE_ERROR_READ_ONLY:
      clause = _("the library cannot be written");
      break;
    case CN_STORE_ERROR_DAMAGED:
      clause = _("the library is damaged");
      break;
    case CN_STORE_ERROR_FOREIGN:
      clause = _("the file is not a CityNet library");
      break;
    case CN_STORE_ERROR_TOO_NEW:
      clause = _("a newer version of CityNet wrote the library");
      break;
    case CN_STORE_ERROR_NOT_FOUND:
      clause = _("it was not found");
      break;
    case CN_STORE_ERROR_INTERRUPTED:
      clause = _("it was cancelled");
      break;
    case CN_STORE_ERROR_CONSTRAINT:
    case CN_STORE_ERROR_FAILED:
      clause = _("the library could not be used");
      break;
    }

  return g_strdup (clause != NULL ? clause : _("the library could not be used"));
}

/**
 * cn_library_describe_copy_error:
 * @error: what the future of a backup or of a restoring was rejected with
 *
 * There the file that the user named is at fault, not the library. Any thread.
 *
 * Returns: (transfer full): one clause in the user's language that says what is wrong with that file, lower case, no
 *   full stop
 */
char *
cn_library_describe_copy_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != CN_STORE_ERROR)
    return g_strdup (error->message);

  switch ((CnStoreError) error->code)
    {
    case CN_STORE_ERROR_BUSY:
      return g_strdup (_("another program is using it"));
    case CN_STORE_ERROR_FULL:
      return g_strdup (_("there is no space left"));
    case CN_STORE_ERROR_READ_ONLY:
      return g_strdup (_("you have no permission for it"));
    case CN_STORE_ERROR_DAMAGED:
      return g_strdup (_("what was to be copied is damaged"));
    case CN_STORE_ERROR_NOT_FOUND:
      return g_strdup (_("there is no such file or folder"));
    case CN_STORE_ERROR_CONSTRAINT:
      return g_strdup (_("it is the library itself"));
    case CN_STORE_ERROR_FOREIGN:
    case CN_STORE_ERROR_TOO_NEW:
    case CN_STORE_ERROR_INTERRUPTED:
    case CN_STORE_ERROR_FAILED:
      break;
    }

  return cn_library_describe_error (error);
}

typedef struct
{
  GWeakRef   library;
  DexFuture *record;
} LoadArticle;

static void
load_article_free (gpointer data)
{
  LoadArticle *load = data;

  g_weak_ref_clear (&load->library);
  dex_clear (&load->record);
  g_free (load);
}

static DexFuture *
make_document_thread (gpointer data)
{
  return dex_future_new_take_boxed (CN_TYPE_DOCUMENT, cn_article_record_dup_document (data));
}

static DexFuture *
submit_document (GWeakRef        *weak,
                 CnArticleRecord *record)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (weak);

  if (self == NULL)
    return no_store_yet ();

  return dex_thread_pool_submit (self->workers, "[cn-document]", make_document_thread, cn_article_record_ref (record),
                                 (GDestroyNotify) cn_article_record_unref);
}

static DexFuture *
load_article_fiber (gpointer data)
{
  LoadArticle *load = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CnArticleRecord) record = dex_await_boxed (g_steal_pointer (&load->record), &error);
  g_autoptr(CnDocument) document = NULL;
  g_autoptr(CnLibrary) self = NULL;
  g_autoptr(CnArticle) article = NULL;

  if (record != NULL)
    document = dex_await_boxed (submit_document (&load->library, record), &error);
  if (document == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));

  self = g_weak_ref_get (&load->library);
  if (self == NULL)
    return no_store_yet ();

  article = cn_library_dup_article (self, record->row->id);
  /* A row that is there has followed every commit since; this one may be older. */
  if (!cn_article_is_loaded (article))
    cn_library_take_row (self, article, record->row);
  return dex_future_new_take_object (cn_article_text_new (article, record, document));
}

/**
 * cn_library_load_article:
 * @id: an article's id
 *
 * Main thread.
 *
 * Returns: (transfer full): a future of the whole article, a #CnArticleText; rejected with
 *   %CN_STORE_ERROR_NOT_FOUND when there is none
 */
DexFuture *
cn_library_load_article (CnLibrary *self,
                         gint64     id)
{
  LoadArticle *load;

  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  if (self->store == NULL)
    return no_store_yet ();

  load = g_new0 (LoadArticle, 1);
  g_weak_ref_init (&load->library, self);
  load->record = cn_store_load_article (self->store, id);
  return dex_scheduler_spawn (NULL, 0, load_article_fiber, load, load_article_free);
}

static DexFuture *
no_ids (void)
{
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_array_new (FALSE, FALSE, sizeof (gint64)));
}

/**
 * cn_library_set_read:
 *
 * Marks articles as read or unread. Main thread.
 *
 * Returns: (transfer full): a future of the ids whose mark changed, a #GArray of #gint64: give them back to
 *   undo it
 */
DexFuture *
cn_library_set_read (CnLibrary    *self,
                     const gint64 *ids,
                     guint         n_ids,
                     gboolean      is_read)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (ids != NULL || n_ids == 0);

  if (self->store == NULL || n_ids == 0)
    return no_ids ();
  return cn_library_watch_write (self, cn_store_set_read (self->store, ids, n_ids, is_read));
}

/**
 * cn_library_set_starred:
 *
 * Gives articles a star or takes it away. Main thread.
 *
 * Returns: (transfer full): a future of the ids whose mark changed, a #GArray of #gint64: give them back to
 *   undo it
 */
DexFuture *
cn_library_set_starred (CnLibrary    *self,
                        const gint64 *ids,
                        guint         n_ids,
                        gboolean      is_starred)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (ids != NULL || n_ids == 0);

  if (self->store == NULL || n_ids == 0)
    return no_ids ();
  return cn_library_watch_write (self, cn_store_set_starred (self->store, ids, n_ids, is_starred));
}

/**
 * cn_library_undo_import:
 * @import_id: of a #CnImportReport
 *
 * Takes out what an import added; importing it again brings it back. Main thread.
 *
 * Returns: (transfer full): a future of the number of articles taken out
 */
DexFuture *
cn_library_undo_import (CnLibrary *self,
                        gint64     import_id)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  if (self->store == NULL)
    return no_store_yet ();
  return cn_library_watch_write (self, cn_store_undo_import (self->store, import_id));
}

/**
 * cn_library_check:
 *
 * Looks through the whole store. Main thread.
 *
 * Returns: (transfer full): a future of a #GStrv of problems, empty when it is sound
 */
DexFuture *
cn_library_check (CnLibrary *self)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));

  if (self->store == NULL)
    return dex_future_new_take_boxed (G_TYPE_STRV, g_new0 (char *, 1));
  return cn_store_check (self->store);
}

/**
 * cn_library_backup:
 * @path: where the copy goes
 *
 * Makes a consistent copy while the store is in use. Main thread.
 *
 * Returns: (transfer full): a future of %TRUE
 */
DexFuture *
cn_library_backup (CnLibrary  *self,
                   const char *path)
{
  dex_return_error_if_fail (CN_IS_LIBRARY (self));
  dex_return_error_if_fail (path != NULL);

  if (self->store == NULL)
    return no_store_yet ();
  return cn_store_backup (self->store, path);
}
