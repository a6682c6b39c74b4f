/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing to import, and its way from a name to drafts.
 *
 * The future is made on the main thread; opening, reading and finding run on a pool's thread, fetching on
 * the main loop. Whatever goes wrong is an error whose message is one clause in the user's language. */

#include "config.h"

#include "cn-import-input.h"

#include "cn-input.h"

/**
 * cn_import_input_new:
 * @name: as the user gave it
 *
 * Returns: (transfer full): an input without a source yet
 */
CnImportInput *
cn_import_input_new (const char *name)
{
  CnImportInput *self = g_atomic_rc_box_new0 (CnImportInput);

  self->name = g_strdup (name);
  return self;
}

/**
 * cn_import_input_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self with one reference more
 */
CnImportInput *
cn_import_input_ref (CnImportInput *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
cn_import_input_clear (gpointer data)
{
  CnImportInput *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->content_type, g_free);
}

/**
 * cn_import_input_unref:
 *
 * Any thread.
 */
void
cn_import_input_unref (CnImportInput *self)
{
  g_atomic_rc_box_release_full (self, cn_import_input_clear);
}

typedef struct
{
  CnImportInput *input;
  CnDraftMaker  *maker;
  GCancellable  *cancellable;
  CnFetchedPage *page;
  CnFetcher     *fetcher;
  DexThreadPool *pool;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->input, cn_import_input_unref);
  g_clear_pointer (&reading->maker, cn_draft_maker_unref);
  g_clear_object (&reading->cancellable);
  g_clear_pointer (&reading->page, cn_fetched_page_unref);
  g_clear_object (&reading->fetcher);
  dex_clear (&reading->pool);
  g_free (reading);
}

static GPtrArray *
read_file (const Reading  *reading,
           GError        **error)
{
  g_autoptr(GBytes) bytes = cn_input_load_file (reading->input->file, reading->cancellable, error);
  g_autofree char *path = g_file_get_path (reading->input->file);
  const CnReadHints hints = { NULL, NULL };

  return bytes != NULL ? cn_draft_maker_make (reading->maker, bytes, &hints, path, error) : NULL;
}

static GPtrArray *
read_page (const Reading  *reading,
           GError        **error)
{
  const CnFetchedPage *page = reading->page;
  const CnReadHints hints = { page->url, page->content_type };

  return cn_draft_maker_make (reading->maker, page->bytes, &hints, page->url, error);
}

static GPtrArray *
read_bytes (const Reading  *reading,
            GError        **error)
{
  const CnReadHints hints = { NULL, reading->input->content_type };

  return cn_draft_maker_make (reading->maker, reading->input->bytes, &hints, "", error);
}

static DexFuture *
read_thread (gpointer data)
{
  const Reading *reading = data;
  GError *error = NULL;
  GPtrArray *drafts = NULL;

  if (!g_cancellable_set_error_if_cancelled (reading->cancellable, &error))
    {
      if (reading->page != NULL)
        drafts = read_page (reading, &error);
      else if (reading->input->file != NULL)
        drafts = read_file (reading, &error);
      else
        drafts = read_bytes (reading, &error);
    }

  return drafts != NULL ? dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, drafts) : dex_future_new_for_error (error);
}

static Reading *
reading_new (CnImportInput *input,
             CnDraftMaker  *maker,
             GCancellable  *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->input = cn_import_input_ref (input);
  reading->maker = cn_draft_maker_ref (maker);
  g_set_object (&reading->cancellable, cancellable);
  return reading;
}

static DexFuture *
fetch_fiber (gpointer data)
{
  Reading *fetch = data;
  Reading *reading;
  GError *error = NULL;
  CnFetchedPage *page = dex_await_boxed (cn_fetcher_fetch (fetch->fetcher, fetch->input->address), &error);

  if (page == NULL)
    return dex_future_new_for_error (error);

  reading = reading_new (fetch->input, fetch->maker, fetch->cancellable);
  reading->page = page;
  return dex_thread_pool_submit (fetch->pool, "[cn-read]", read_thread, reading, reading_free);
}

static DexFuture *
fetch_done_cb (DexFuture *future,
               gpointer   user_data)
{
  return NULL;
}

/**
 * cn_import_input_read:
 * @maker: what makes drafts
 * @fetcher: what fetches addresses
 * @pool: where the reading runs
 * @cancellable: stops it at the next piece
 *
 * Main thread. Dropping the future drops what it was for.
 *
 * Returns: (transfer full): a future of a #GPtrArray of #CnArticleDraft
 */
DexFuture *
cn_import_input_read (CnImportInput *self,
                      CnDraftMaker  *maker,
                      CnFetcher     *fetcher,
                      DexThreadPool *pool,
                      GCancellable  *cancellable)
{
  Reading *reading;

  dex_return_error_if_fail (self != NULL && maker != NULL);

  reading = reading_new (self, maker, cancellable);
  if (self->address == NULL)
    return dex_thread_pool_submit (pool, "[cn-read]", read_thread, reading, reading_free);

  reading->fetcher = g_object_ref (fetcher);
  reading->pool = dex_ref (pool);
  return dex_future_finally (dex_scheduler_spawn (NULL, 0, fetch_fiber, reading, reading_free),
                             fetch_done_cb, NULL, NULL);
}
