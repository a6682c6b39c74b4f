/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens after a commit: rows in use are read again, counts are brought up to date, models hear of
 * it.
 *
 * Main thread. However many commits come while a round runs, they make one further round: the store's
 * signal is as frequent as the batches of an import, and only the last counts matter. Rows are read once
 * for everybody; articles that nobody holds are not read for themselves. */

#include "config.h"

#include "cn-library-private.h"
#include "cn-weak.h"

/* As many ids as the store itself names in one signal; beyond that, "anything may be different" is cheaper. */
#define MAX_PENDING_IDS 1000
#define ROWS_AT_ONCE    256

typedef struct
{
  CnStoreChange  what;
  GArray        *ids;     /* NULL: anything */
  GArray        *in_use;  /* when @ids is NULL: the articles that somebody holds */
} Round;

static void
round_clear (Round *round)
{
  g_clear_pointer (&round->ids, g_array_unref);
  g_clear_pointer (&round->in_use, g_array_unref);
}

static GArray *
steal_pending_ids (CnLibrary *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (self->pending_ids));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->pending_ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  g_hash_table_remove_all (self->pending_ids);
  return ids;
}

static gboolean
take_round (GWeakRef  *weak,
            CnStore  **store,
            Round     *round)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (weak);

  if (self == NULL)
    return FALSE;
  if (self->store == NULL || self->pending_what == 0)
    {
      self->is_refreshing = FALSE;
      return FALSE;
    }

  g_set_object (store, self->store);
  round->what = self->pending_what;
  round->ids = steal_pending_ids (self);
  if (self->pending_all)
    {
      g_clear_pointer (&round->ids, g_array_unref);
      round->in_use = cn_article_map_dup_ids (self->articles);
    }
  self->pending_what = 0;
  self->pending_all = FALSE;
  return TRUE;
}

/* Only to those that somebody holds, be they filled or not: a placeholder whose page failed is mended by this. The
 * others are read when somebody asks for them. */
static void
refresh_rows (GWeakRef  *weak,
              GPtrArray *rows)
{
  g_autoptr(CnLibrary) self = g_weak_ref_get (weak);

  for (guint i = 0; self != NULL && i < rows->len; i++)
    {
      CnArticleRow *row = g_ptr_array_index (rows, i);
      CnArticle *article = row != NULL ? cn_article_map_lookup (self->articles, row->id) : NULL;

      if (article != NULL)
        {
          g_object_ref (article);
          cn_library_take_row (self, article, row);
          g_object_unref (article);
        }
    }
}

static gboolean
refresh_in_use (GWeakRef  *weak,
                CnStore   *store,
                GArray    *ids,
                GError   **error)
{
  for (guint start = 0; start < ids->len; start += ROWS_AT_ONCE)
    {
      g_autoptr(GPtrArray) rows = NULL;

      rows = dex_await_boxed (cn_store_load_rows (store, &g_array_index (ids, gint64, start),
                                                  MIN (ROWS_AT_ONCE, ids->len - start)), error);
      if (rows == NULL)
        return FALSE;
      refresh_rows (weak, rows);
    }

  return TRUE;
}

static gboolean
refresh_counts (GWeakRef  *weak,
                CnStore   *store,
                GError   **error)
{
  g_autoptr(GPtrArray) networks = dex_await_boxed (cn_store_list_networks (store), error);
  g_autoptr(CnTally) tally = networks != NULL ? dex_await_boxed (cn_store_get_tally (store), error) : NULL;
  g_autoptr(CnLibrary) self = g_weak_ref_get (weak);

  if (tally == NULL || self == NULL || self->store != store)
    return tally != NULL;

  cn_network_tree_update (self->networks, networks);
  cn_library_set_tally (self, tally);
  return TRUE;
}

static gboolean
run_round (GWeakRef     *weak,
           CnStore      *store,
           const Round  *round,
           GError      **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  if (round->ids != NULL && round->ids->len > 0)
    {
      rows = dex_await_boxed (cn_store_load_rows (store, (const gint64 *) (gpointer) round->ids->data, round->ids->len),
                              error);
      if (rows == NULL)
        return FALSE;
      refresh_rows (weak, rows);
    }
  else if (round->ids == NULL && !refresh_in_use (weak, store, round->in_use, error))
    return FALSE;

  {
    g_autoptr(CnLibrary) self = g_weak_ref_get (weak);

    if (self != NULL && self->store == store)
      cn_library_emit_changed (self, round->what, round->ids, rows);
  }
  return refresh_counts (weak, store, error);
}

static DexFuture *
refresh_fiber (gpointer data)
{
  GWeakRef *weak = data;
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      g_autoptr(CnStore) store = NULL;
      g_autoptr(GError) error = NULL;
      Round round = { 0 };

      goes_on = take_round (weak, &store, &round);
      if (goes_on && !run_round (weak, store, &round, &error))
        {
          g_autoptr(CnLibrary) self = g_weak_ref_get (weak);

          if (self != NULL && self->store == store)
            cn_library_note_error (self, error);
        }
      round_clear (&round);
    }

  return dex_future_new_true ();
}

/* Takes note of a commit; @ids: (nullable): the articles that it touched, anything when NULL. */
void
cn_library_queue_change (CnLibrary     *self,
                         CnStoreChange  what,
                         GArray        *ids)
{
  g_return_if_fail (CN_IS_LIBRARY (self));

  self->pending_what |= what;
  if (ids == NULL || (what & CN_STORE_CHANGE_ALL) != 0)
    self->pending_all = self->pending_all || what != CN_STORE_CHANGE_NETWORKS;
  else
    for (guint i = 0; i < ids->len; i++)
      g_hash_table_add (self->pending_ids, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  if (g_hash_table_size (self->pending_ids) > MAX_PENDING_IDS)
    self->pending_all = TRUE;

  if (self->is_refreshing)
    return;

  self->is_refreshing = TRUE;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, refresh_fiber, cn_weak_new (self), cn_weak_free));
}
