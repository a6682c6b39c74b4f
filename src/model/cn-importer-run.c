/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One import under way: read ahead, find, store in batches.
 *
 * Main thread, as one fiber. A few inputs are read ahead on a pool of threads, in the order in which they
 * were added; their drafts go to the store in batches, one batch under way while the next fills. So at most
 * a window of inputs and two batches are in memory, and reading and storing both stay busy. Every article
 * is stored whole or not at all. The file of the library is made by the first batch, so an import of
 * nothing usable leaves no trace. */

#include "config.h"

#include "cn-import-report-private.h"
#include "cn-importer-private.h"

#define BATCH_SIZE 64
/* How long a batch waits for more to come. */
#define BATCH_USEC (50 * 1000)
#define MAX_THREADS 4

/* The import as its fiber sees it. */
typedef struct
{
  CnImporter     *importer;
  DexPromise     *promise;
  CnImportReport *report;
  CnDraftMaker   *maker;
  CnFetcher      *fetcher;
  DexThreadPool  *pool;
  GQueue          window;        /* of DexFuture, one for each input that is being read, in their order */
  guint           n_started;
  GPtrArray      *batch;         /* of CnArticleDraft */
  GPtrArray      *batch_names;   /* of the inputs of @batch, each once */
  gint64          batch_began;
  DexFuture      *storing;       /* the batch that is on its way */
  GPtrArray      *storing_names;
  CnStore        *store;
  gint64          import_id;
  GError         *failure;       /* of the store: nothing more can be stored */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_queue_clear_full (&run->window, dex_unref);
  dex_clear (&run->storing);
  g_clear_object (&run->importer);
  g_clear_pointer (&run->report, cn_import_report_unref);
  g_clear_pointer (&run->maker, cn_draft_maker_unref);
  g_clear_object (&run->fetcher);
  /* The last reference would wait here for a thread that still reads. */
  dex_future_disown (dex_thread_pool_close (run->pool, DEX_THREAD_POOL_SHUTDOWN_CANCEL_QUEUED));
  dex_clear (&run->pool);
  dex_clear (&run->promise);
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  g_clear_pointer (&run->batch_names, g_ptr_array_unref);
  g_clear_pointer (&run->storing_names, g_ptr_array_unref);
  g_clear_object (&run->store);
  g_clear_error (&run->failure);
  g_free (run);
}

static GPtrArray *
new_names (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
new_batch (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
}

static guint
window_size (Run *run)
{
  return 2 * dex_thread_pool_get_n_threads (run->pool);
}

static void
fill_window (Run *run)
{
  CnImporter *self = run->importer;

  while (run->window.length < window_size (run) && run->n_started < self->inputs->len)
    {
      CnImportInput *input = g_ptr_array_index (self->inputs, run->n_started++);

      g_queue_push_tail (&run->window, cn_import_input_read (input, run->maker, run->fetcher, run->pool,
                                                             self->cancellable));
    }
}

static void
count_result (CnImportReport    *report,
              const CnAddResult *result)
{
  switch (result->outcome)
    {
    case CN_ADD_OUTCOME_ADDED:
    case CN_ADD_OUTCOME_RESTORED:
      report->n_added++;
      break;
    case CN_ADD_OUTCOME_NEW_VERSION:
      report->n_updated++;
      break;
    case CN_ADD_OUTCOME_KNOWN:
    case CN_ADD_OUTCOME_NEW_ORIGIN:
    case CN_ADD_OUTCOME_NEW_PUBLISHER:
      report->n_known++;
      break;
    }

  g_array_append_val (report->article_ids, result->article_id);
}

static void
fail_names (Run       *run,
            GPtrArray *names)
{
  g_autofree char *reason = cn_library_describe_error (run->failure);

  for (guint i = 0; i < names->len; i++)
    cn_import_report_add_problem (run->report, g_ptr_array_index (names, i), reason);
}

/* Waits for the batch that is on its way and counts what became of it. */
static void
await_storing (Run *run)
{
  g_autoptr(GArray) results = NULL;

  if (run->storing == NULL)
    return;

  results = dex_await_boxed (g_steal_pointer (&run->storing), &run->failure);
  for (guint i = 0; results != NULL && i < results->len; i++)
    count_result (run->report, &g_array_index (results, CnAddResult, i));
  if (results == NULL)
    fail_names (run, run->storing_names);
  g_clear_pointer (&run->storing_names, g_ptr_array_unref);
}

static void
begin_storing (Run *run)
{
  CnLibrary *library = run->importer->library;

  if (run->store != NULL)
    return;

  run->store = dex_await_object (cn_library_ensure_store (library), &run->failure);
  if (run->store != NULL)
    run->import_id = dex_await_int64 (cn_library_watch_write (library, cn_store_begin_import (run->store)),
                                      &run->failure);
}

/* Sends what has gathered to the store. */
static void
flush_batch (Run *run)
{
  g_autoptr(GPtrArray) batch = NULL;

  await_storing (run);
  if (run->batch->len == 0)
    return;

  if (run->failure == NULL)
    begin_storing (run);
  if (run->failure != NULL)
    {
      fail_names (run, run->batch_names);
      g_ptr_array_set_size (run->batch_names, 0);
      g_ptr_array_set_size (run->batch, 0);
      return;
    }

  batch = g_steal_pointer (&run->batch);
  run->batch = new_batch ();
  run->storing_names = g_steal_pointer (&run->batch_names);
  run->batch_names = new_names ();
  run->storing = cn_library_watch_write (run->importer->library,
                                         cn_store_add_articles (run->store, run->import_id, batch));
}

static void
add_drafts (Run        *run,
            const char *name,
            GPtrArray  *drafts)
{
  if (run->batch->len == 0)
    run->batch_began = g_get_monotonic_time ();
  g_ptr_array_add (run->batch_names, g_strdup (name));

  for (guint i = 0; i < drafts->len; i++)
    {
      g_ptr_array_add (run->batch, cn_article_draft_ref (g_ptr_array_index (drafts, i)));
      if (run->batch->len < BATCH_SIZE)
        continue;

      flush_batch (run);
      if (i + 1 < drafts->len)
        g_ptr_array_add (run->batch_names, g_strdup (name));
    }
}

/* Waits for the input at the head of the window; a batch that has waited long enough goes out meanwhile. */
static DexFuture *
await_head (Run *run)
{
  g_autoptr(DexFuture) head = g_queue_pop_head (&run->window);
  DexFuture *cancelled = DEX_FUTURE (run->importer->cancelled);

  if (run->batch->len > 0 && dex_future_is_pending (head))
    {
      dex_await (dex_future_first (dex_ref (head), dex_ref (cancelled),
                                   dex_timeout_new_deadline (run->batch_began + BATCH_USEC), NULL), NULL);
      if (dex_future_is_pending (head) && dex_future_is_pending (cancelled))
        flush_batch (run);
    }

  dex_await (dex_future_first (dex_ref (head), dex_ref (cancelled), NULL), NULL);
  return g_steal_pointer (&head);
}

static void
add_problem (Run          *run,
             const char   *name,
             const GError *error)
{
  g_autofree char *reason = cn_library_describe_error (error);

  cn_import_report_add_problem (run->report, name, reason);
}

static void
take_input (Run           *run,
            CnImportInput *input,
            DexFuture     *done)
{
  g_autoptr(GError) error = NULL;
  const GValue *value = dex_future_get_value (done, &error);

  if (value != NULL)
    add_drafts (run, input->name, g_value_get_boxed (value));
  else
    add_problem (run, input->name, error);
}

static void
run_inputs (Run *run)
{
  CnImporter *self = run->importer;

  while (self->n_done < self->inputs->len && run->failure == NULL)
    {
      CnImportInput *input = g_ptr_array_index (self->inputs, self->n_done);
      g_autoptr(DexFuture) done = NULL;

      fill_window (run);
      cn_importer_set_current_name (self, input->name);
      done = await_head (run);
      if (cn_importer_was_cancelled (self))
        break;

      take_input (run, input, done);
      if (run->batch->len > 0 && g_get_monotonic_time () - run->batch_began > BATCH_USEC)
        flush_batch (run);
      cn_importer_count_done (self);
    }
}

/* Inputs that were not reached because nothing can be stored any more. */
static void
fail_rest (Run *run)
{
  CnImporter *self = run->importer;
  g_autofree char *reason = cn_library_describe_error (run->failure);

  for (guint i = self->n_done; i < self->inputs->len; i++)
    {
      const CnImportInput *input = g_ptr_array_index (self->inputs, i);

      cn_import_report_add_problem (run->report, input->name, reason);
    }
}

static DexFuture *
run_fiber (gpointer data)
{
  Run *run = data;
  CnImporter *self = run->importer;
  CnImportReport *report = run->report;

  run_inputs (run);
  report->was_cancelled = cn_importer_was_cancelled (self);
  if (!report->was_cancelled)
    flush_batch (run);
  await_storing (run);
  if (run->failure != NULL && !report->was_cancelled)
    fail_rest (run);
  if (report->n_added > 0)
    report->import_id = run->import_id;

  cn_importer_set_current_name (self, NULL);
  cn_importer_set_running (self, FALSE);

  if (run->failure != NULL && report->article_ids->len == 0)
    dex_promise_reject (run->promise, g_steal_pointer (&run->failure));
  else
    dex_promise_resolve_boxed (run->promise, CN_TYPE_IMPORT_REPORT, g_steal_pointer (&run->report));
  return dex_future_new_true ();
}

/* Starts the run of an importer: once. → CnImportReport */
DexFuture *
cn_importer_start (CnImporter *self)
{
  DexPromise *promise = dex_promise_new ();
  Run *run = g_new0 (Run, 1);

  g_assert (CN_IS_IMPORTER (self));

  run->importer = g_object_ref (self);
  run->report = cn_import_report_new ();
  run->maker = cn_draft_maker_new (self->publisher);
  run->fetcher = cn_fetcher_new ();
  run->pool = dex_thread_pool_new (CLAMP (g_get_num_processors () - 1, 1, MAX_THREADS));
  run->batch = new_batch ();
  run->batch_names = new_names ();
  run->promise = dex_ref (promise);
  /* A fiber whose future is dropped is cancelled; an import is not. */
  dex_future_disown (dex_scheduler_spawn (NULL, 0, run_fiber, run, run_free));
  return DEX_FUTURE (promise);
}
