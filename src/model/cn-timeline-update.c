/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a timeline's list comes about and changes.
 *
 * Main thread, as fibers that hold the timeline weakly and carry the generation of the filter that they
 * were started for; long lists are compared on the library's worker, and swapped in here as one array. One
 * fiber at a time changes a list:
 *
 * - a load after a change of the filter shows the first entries as soon as they are there, their first rows
 *   filled, and then the rest as one addition, so that no frame waits for a million ids;
 * - a reload asks for all and signals the difference;
 * - a patch places the articles that a commit named, without asking the store for the list again.
 *
 * What is signalled, and when, is in cn-timeline-swap.c. */

#include "config.h"

#include "cn-timeline-private.h"

/* Entries that are shown before the rest is known: as many rows as the tallest window has room for. */
#define HEAD_LENGTH 32
/* Below this, comparing here is quicker than a way to the worker and back. */
#define SMALL_LENGTH 2048

typedef struct
{
  GWeakRef        timeline;
  guint           generation;
  CnStore        *store;
  CnTimelineShow  show;
  GStrv           networks;
  gboolean        wants_head;
  gboolean        keeps;
  GArray         *patches;
  DexPromise     *dropped;     /* resolves when nobody wants the answer any more */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_weak_ref_clear (&work->timeline);
  g_clear_object (&work->store);
  g_clear_pointer (&work->networks, g_strfreev);
  g_clear_pointer (&work->patches, g_array_unref);
  dex_clear (&work->dropped);
  g_free (work);
}

static Work *
work_new (CnTimeline *self)
{
  Work *work = g_new0 (Work, 1);

  g_weak_ref_init (&work->timeline, self);
  work->generation = self->generation;
  g_set_object (&work->store, self->library->store);
  work->show = self->show;
  work->networks = g_strdupv (self->networks);
  return work;
}

/* The timeline, if it is still there and still asks the same question. */
static CnTimeline *
work_ref_timeline (Work *work)
{
  g_autoptr(CnTimeline) self = g_weak_ref_get (&work->timeline);

  if (self == NULL || self->library == NULL || self->generation != work->generation)
    return NULL;

  return g_steal_pointer (&self);
}

/* What the store calls @show. */
CnTimelineScope
cn_timeline_show_to_scope (CnTimelineShow show)
{
  switch (show)
    {
    case CN_TIMELINE_SHOW_ALL:
      return CN_TIMELINE_SCOPE_ALL;
    case CN_TIMELINE_SHOW_UNREAD:
      return CN_TIMELINE_SCOPE_UNREAD;
    case CN_TIMELINE_SHOW_STARRED:
      return CN_TIMELINE_SCOPE_STARRED;
    }

  g_return_val_if_reached (CN_TIMELINE_SCOPE_ALL);
}

/* Waits for @future (transfer full) or until the work is dropped: @future is let go then, and its query
 * ends. */
static gpointer
await_boxed (Work       *work,
             DexFuture  *future,
             GError    **error)
{
  return dex_await_boxed (dex_future_first (future, dex_ref (DEX_FUTURE (work->dropped)), NULL), error);
}

static DexFuture *
list_entries (Work            *work,
              CnTimelineScope  scope,
              guint            limit)
{
  const CnTimelineQuery query = {
    .networks = (const char * const *) work->networks,
    .scope = scope,
    .since = CN_DATE_NONE,
    .until = CN_DATE_NONE,
  };

  return cn_store_list_entries (work->store, &query, NULL, limit);
}

/* What the worker is given and gives back. */
typedef struct
{
  GArray *before;
  GArray *after;
  GArray *existing;
  GArray *patches;
  GArray *edits;
} Comparison;

static void
comparison_clear (gpointer data)
{
  Comparison *comparison = data;

  g_clear_pointer (&comparison->before, g_array_unref);
  g_clear_pointer (&comparison->after, g_array_unref);
  g_clear_pointer (&comparison->existing, g_array_unref);
  g_clear_pointer (&comparison->patches, g_array_unref);
  g_clear_pointer (&comparison->edits, g_array_unref);
}

/* Both threads hold it: the worker lets go of its data after the answer is out. */
static void
comparison_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, comparison_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_unref)

static void
compare (Comparison *comparison)
{
  if (comparison->patches != NULL)
    {
      comparison->after = cn_entry_list_patch (comparison->before, comparison->patches);
    }
  else if (comparison->existing != NULL)
    {
      GArray *merged = cn_entry_list_merge_kept (comparison->before, comparison->after, comparison->existing);

      g_array_unref (comparison->after);
      comparison->after = merged;
    }

  comparison->edits = cn_entry_list_diff (comparison->before, comparison->after);
}

static DexFuture *
compare_thread (gpointer data)
{
  compare (data);
  return NULL;
}

/* Compares here when that is quick, on the worker when it is not. */
static DexFuture *
submit_comparison (CnTimeline *self,
                   Comparison *comparison)
{
  guint length = comparison->before->len + (comparison->after != NULL ? comparison->after->len : 0);

  if (length > SMALL_LENGTH)
    return dex_thread_pool_submit (self->library->workers, "[cn-compare]", compare_thread,
                                   g_atomic_rc_box_acquire (comparison), comparison_unref);

  compare (comparison);
  return dex_future_new_true ();
}

/* Does @step again and again until it says that nothing is left to do, with time for the window after each. */
static gboolean
await_steps (Work      *work,
             gboolean (*step) (CnTimeline *self))
{
  gboolean is_done = FALSE;

  while (!is_done)
    {
      g_autoptr(CnTimeline) self = work_ref_timeline (work);

      if (self == NULL)
        return FALSE;

      is_done = step (self);
      g_clear_object (&self);
      /* A timeout has no other end than a rejection. */
      dex_await (dex_timeout_new_msec (1), NULL);
    }

  return TRUE;
}

/* Turns the list into what @comparison works out, if the timeline still wants it then. */
static gboolean
await_swap (Work        *work,
            Comparison  *comparison,
            GError     **error)
{
  g_autoptr(CnTimeline) self = work_ref_timeline (work);
  DexFuture *compared;

  if (self == NULL)
    return FALSE;

  comparison->before = g_array_ref (self->view.tail);
  compared = submit_comparison (self, comparison);
  g_clear_object (&self);
  if (!dex_await (compared, error))
    return FALSE;

  self = work_ref_timeline (work);
  if (self == NULL)
    return FALSE;

  g_assert (self->view.tail == comparison->before);
  cn_timeline_begin_swap (self, comparison->after, comparison->edits);
  cn_timeline_set_error (self, NULL);
  g_clear_object (&self);
  return await_steps (work, cn_timeline_continue_swap);
}

static DexFuture *
load_first_rows (Work         *work,
                 const GArray *head)
{
  gint64 ids[CN_ROW_PAGE];
  guint n_ids = MIN (head->len, CN_ROW_PAGE);

  for (guint i = 0; i < n_ids; i++)
    ids[i] = g_array_index (head, CnTimelineEntry, i).id;
  return cn_store_load_rows (work->store, ids, n_ids);
}

/* Shows the first entries of a new filter, with rows that are filled before anybody asks for them. */
static gboolean
await_shown (Work      *work,
             GArray    *head,
             GPtrArray *rows)
{
  g_autoptr(CnTimeline) self = NULL;
  g_autoptr(GArray) edits = NULL;

  if (!await_steps (work, cn_timeline_continue_cut))
    return FALSE;

  self = work_ref_timeline (work);
  if (self == NULL)
    return FALSE;

  if (rows != NULL)
    cn_row_loader_add (self->rows, rows);
  edits = cn_entry_list_diff (self->view.tail, head);
  cn_timeline_begin_swap (self, head, edits);
  g_clear_object (&self);
  if (!await_steps (work, cn_timeline_continue_swap))
    return FALSE;

  self = work_ref_timeline (work);
  if (self == NULL)
    return FALSE;

  cn_timeline_set_error (self, NULL);
  cn_timeline_set_has_loaded (self);
  return TRUE;
}

/* Returns FALSE when there is no more to do: everything is shown, nobody wants it any more, or it failed. */
static gboolean
await_head (Work    *work,
            GError **error)
{
  CnTimelineScope scope = cn_timeline_show_to_scope (work->show);
  g_autoptr(GArray) head = await_boxed (work, list_entries (work, scope, HEAD_LENGTH), error);
  g_autoptr(GPtrArray) rows = NULL;

  if (head == NULL)
    return FALSE;

  /* A list without rows is better than none: an error here shows when the rows are asked for. */
  if (head->len > 0)
    rows = await_boxed (work, load_first_rows (work, head), NULL);
  return await_shown (work, head, rows) && head->len == HEAD_LENGTH;
}

static void
await_all (Work    *work,
           GError **error)
{
  g_autoptr(Comparison) comparison = g_atomic_rc_box_new0 (Comparison);
  CnTimelineScope scope = cn_timeline_show_to_scope (work->show);

  comparison->after = await_boxed (work, list_entries (work, scope, G_MAXUINT), error);
  if (comparison->after == NULL)
    return;

  if (work->keeps && work->show != CN_TIMELINE_SHOW_ALL)
    {
      comparison->existing = await_boxed (work, list_entries (work, CN_TIMELINE_SCOPE_ALL, G_MAXUINT), error);
      if (comparison->existing == NULL)
        return;
    }

  await_swap (work, comparison, error);
}

/* What comes after the work, unless something else has taken its place. */
static void
finish_work (Work         *work,
             const GError *error)
{
  g_autoptr(CnTimeline) self = work_ref_timeline (work);

  if (self == NULL)
    return;

  dex_clear (&self->work);
  if (error != NULL)
    {
      cn_library_note_error (self->library, error);
      cn_timeline_set_error (self, error->message);
    }
  cn_timeline_continue (self);
}

static DexFuture *
load_fiber (gpointer data)
{
  Work *work = data;
  g_autoptr(GError) error = NULL;

  if (!work->wants_head || await_head (work, &error))
    await_all (work, &error);
  finish_work (work, error);
  return dex_future_new_true ();
}

static DexFuture *
patch_fiber (gpointer data)
{
  Work *work = data;
  g_autoptr(Comparison) comparison = g_atomic_rc_box_new0 (Comparison);
  g_autoptr(GError) error = NULL;

  comparison->patches = g_array_ref (work->patches);
  await_swap (work, comparison, &error);
  finish_work (work, error);
  return dex_future_new_true ();
}

static void
start_work (CnTimeline   *self,
            DexFiberFunc  fiber,
            Work         *work)
{
  g_assert (self->work == NULL);

  self->work = dex_promise_new ();
  work->dropped = dex_ref (self->work);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, fiber, work, work_free));
}

static void
show_nothing (CnTimeline *self)
{
  g_autoptr(GArray) nothing = g_array_new (FALSE, FALSE, sizeof (CnTimelineEntry));
  g_autoptr(GArray) edits = cn_entry_list_diff (self->view.tail, nothing);

  cn_timeline_begin_swap (self, nothing, edits);
  cn_timeline_finish_swap (self);
  cn_timeline_set_error (self, NULL);
  cn_timeline_set_has_loaded (self);
}

/* Ends what is under way; its answer reaches nobody. */
void
cn_timeline_drop_work (CnTimeline *self)
{
  g_autoptr(DexPromise) work = g_steal_pointer (&self->work);

  if (work != NULL)
    dex_promise_resolve_boolean (work, TRUE);
}

/* Forgets what was under way and what it would have taken account of: the next question sees it all. */
static void
begin_anew (CnTimeline *self)
{
  self->generation++;
  cn_timeline_drop_work (self);
  cn_timeline_finish_swap (self);
  self->wants_reload = FALSE;
  g_hash_table_remove_all (self->pending);
}

/* Loads the list of a new filter. */
void
cn_timeline_start_load (CnTimeline *self)
{
  Work *work;

  g_assert (CN_IS_TIMELINE (self));

  begin_anew (self);
  if (self->library->store == NULL)
    {
      if (cn_library_get_state (self->library) == CN_LIBRARY_STATE_READY)
        show_nothing (self);
      return;
    }

  work = work_new (self);
  work->wants_head = TRUE;
  start_work (self, load_fiber, work);
}

/* Loads the list of the same filter again; @keeps: whether what only lost its mark stays. */
void
cn_timeline_start_reload (CnTimeline *self,
                          gboolean    keeps)
{
  Work *work;

  g_assert (CN_IS_TIMELINE (self));

  if (self->library->store == NULL || !self->has_loaded)
    {
      cn_timeline_start_load (self);
      return;
    }

  begin_anew (self);
  work = work_new (self);
  work->keeps = keeps;
  start_work (self, load_fiber, work);
}

static void
start_patch (CnTimeline *self)
{
  Work *work = work_new (self);
  GHashTableIter iter;
  gpointer patch;

  work->patches = g_array_sized_new (FALSE, FALSE, sizeof (CnEntryPatch), g_hash_table_size (self->pending));
  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, NULL, &patch))
    g_array_append_vals (work->patches, patch, 1);
  g_hash_table_remove_all (self->pending);
  start_work (self, patch_fiber, work);
}

/* Starts what waits, unless something is under way: that calls this again. */
void
cn_timeline_continue (CnTimeline *self)
{
  g_assert (CN_IS_TIMELINE (self));

  if (self->work != NULL)
    return;
  if (self->wants_reload)
    cn_timeline_start_reload (self, TRUE);
  else if (g_hash_table_size (self->pending) > 0)
    start_patch (self);
}

static gboolean
row_is_of_networks (const CnArticleRow *row,
                    GStrv               networks)
{
  if (networks[0] == NULL)
    return TRUE;

  for (guint i = 0; row->networks[i] != NULL; i++)
    {
      if (g_strv_contains ((const char * const *) networks, row->networks[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
row_has_marks (const CnArticleRow *row,
               CnTimelineShow      show)
{
  switch (show)
    {
    case CN_TIMELINE_SHOW_ALL:
      return TRUE;
    case CN_TIMELINE_SHOW_UNREAD:
      return !row->is_read;
    case CN_TIMELINE_SHOW_STARRED:
      return row->is_starred;
    }

  g_return_val_if_reached (TRUE);
}

/* Takes note of articles that a commit touched: @ids and their @rows, %NULL where an article is gone. */
void
cn_timeline_queue_rows (CnTimeline *self,
                        GArray     *ids,
                        GPtrArray  *rows)
{
  g_assert (CN_IS_TIMELINE (self));
  g_assert (ids->len == rows->len);

  for (guint i = 0; i < ids->len; i++)
    {
      const CnArticleRow *row = g_ptr_array_index (rows, i);
      CnEntryPatch *patch = g_new0 (CnEntryPatch, 1);
      gboolean is_of_networks = row != NULL && row_is_of_networks (row, self->networks);

      patch->id = g_array_index (ids, gint64, i);
      patch->sort_key = row != NULL ? cn_date_get_sort_key (row->published) : 0;
      patch->is_in = is_of_networks && row_has_marks (row, self->show);
      patch->keeps_place = is_of_networks;
      g_hash_table_replace (self->pending, &patch->id, patch);
    }
}
