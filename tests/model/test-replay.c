/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random walks through a library, with a recorder that knows the timeline only from its signals.
 *
 * After each signal the recorder's copy must be the list, and after each step the list must be what the
 * store says together with what only lost its mark since the filter was chosen. */

#include "config.h"

#include "model-fixture.h"

static void
assert_ids (Recorder     *recorder,
            const GArray *expected)
{
  g_assert_cmpuint (recorder->ids->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_cmpint (g_array_index (recorder->ids, gint64, i), ==, g_array_index (expected, gint64, i));
}

static void
drop_timeline (CnTimeline *timeline)
{
  g_assert_finalize_object (timeline);
}

/* What the random walk may do. */
typedef struct
{
  ModelFixture  fixture;
  CnTimeline   *timeline;
  Recorder      recorder;
  GRand        *rand;
  GArray       *imports;
  guint         n_drafts;
  GHashTable   *shown;     /* what a change of marks may leave standing; NULL after a change of the filter */
} Walk;

static const char *const walk_networks[] = { "eurocities", "oasc", "scn" };

static CnDate
random_date (GRand *rand)
{
  int year = g_rand_int_range (rand, 2015, 2019);
  int month = g_rand_int_range (rand, 1, 13);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return CN_DATE_NONE;
    case 1:
      return cn_date_new_year (year);
    case 2:
      return cn_date_new_month (year, month);
    default:
      return cn_date_new_day (year, month, g_rand_int_range (rand, 1, 29));
    }
}

static void
walk_import (Walk *walk)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  guint n = (guint) g_rand_int_range (walk->rand, 1, g_rand_boolean (walk->rand) ? 4 : 40);
  g_autoptr(GArray) ids = NULL;
  gint64 import_id;

  for (guint i = 0; i < n; i++)
    {
      const char *networks[] = { NULL, NULL, NULL };
      guint first = (guint) g_rand_int_range (walk->rand, 0, 3);
      guint n_networks = (guint) g_rand_int_range (walk->rand, 0, 3);

      for (guint k = 0; k < n_networks; k++)
        networks[k] = walk_networks[(first + k) % 3];
      g_ptr_array_add (drafts, model_draft (walk->n_drafts++, random_date (walk->rand),
                                            n_networks > 0 ? networks : NULL));
    }
  ids = model_fixture_add (&walk->fixture, drafts, &import_id);
  g_array_append_val (walk->imports, import_id);
}

static void
walk_undo (Walk *walk)
{
  g_autoptr(GError) error = NULL;
  guint i;

  if (walk->imports->len == 0)
    return;
  i = (guint) g_rand_int_range (walk->rand, 0, (int) walk->imports->len);
  cn_test_await_done (cn_library_undo_import (walk->fixture.library, g_array_index (walk->imports, gint64, i)), &error);
  g_assert_no_error (error);
  g_array_remove_index_fast (walk->imports, i);
}

static void
walk_mark (Walk *walk)
{
  g_autoptr(GArray) all = model_fixture_list (&walk->fixture, CN_TIMELINE_SCOPE_ALL, NULL);
  g_autoptr(GArray) changed = NULL;
  guint n;
  guint start;
  gboolean on = g_rand_boolean (walk->rand);
  const gint64 *ids;

  if (all->len == 0)
    return;
  start = (guint) g_rand_int_range (walk->rand, 0, (int) all->len);
  n = (guint) g_rand_int_range (walk->rand, 1, (int) MIN (all->len - start, 20) + 1);
  ids = &g_array_index (all, gint64, start);
  changed = cn_test_await_boxed (g_rand_boolean (walk->rand)
                                 ? cn_library_set_read (walk->fixture.library, ids, n, on)
                                 : cn_library_set_starred (walk->fixture.library, ids, n, on), NULL);
  g_assert_nonnull (changed);
}

static void
walk_filter (Walk *walk)
{
  const char *networks[] = { NULL, NULL, NULL };
  guint n = (guint) g_rand_int_range (walk->rand, 0, 3);
  guint first = (guint) g_rand_int_range (walk->rand, 0, 3);
  CnTimelineShow show = (CnTimelineShow) g_rand_int_range (walk->rand, 0, 3);

  for (guint k = 0; k < n; k++)
    networks[k] = walk_networks[(first + k) % 3];
  cn_timeline_set_filter (walk->timeline, show, networks);
  cn_timeline_reload (walk->timeline);
  g_clear_pointer (&walk->shown, g_hash_table_unref);
}

static GHashTable *
set_of (const GArray *ids)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return set;
}

/* What must be shown: what the filter matches, and what it matched before and only lost its mark since. */
static void
walk_check (Walk *walk)
{
  const char *const *networks = cn_timeline_get_networks (walk->timeline);
  CnTimelineScope scope = cn_timeline_show_to_scope (cn_timeline_get_show (walk->timeline));
  g_autoptr(GArray) matching = model_fixture_list (&walk->fixture, scope, networks);
  g_autoptr(GArray) existing = model_fixture_list (&walk->fixture, CN_TIMELINE_SCOPE_ALL, networks);
  g_autoptr(GHashTable) matches = set_of (matching);
  g_autoptr(GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < existing->len; i++)
    {
      gint64 id = g_array_index (existing, gint64, i);

      if (g_hash_table_contains (matches, &id) ||
          (walk->shown != NULL && g_hash_table_contains (walk->shown, &id)))
        g_array_append_val (expected, id);
    }
  assert_ids (&walk->recorder, expected);

  g_clear_pointer (&walk->shown, g_hash_table_unref);
  walk->shown = set_of (walk->recorder.ids);
}

static void
walk_step (Walk *walk)
{
  switch (g_rand_int_range (walk->rand, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      walk_import (walk);
      break;
    case 3:
      walk_undo (walk);
      break;
    case 4:
    case 5:
    case 6:
    case 7:
      walk_mark (walk);
      break;
    default:
      walk_filter (walk);
      break;
    }
}

static void
test_walk (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  guint n_steps = g_test_quick () ? 250 : 3000;
  Walk walk = { .n_drafts = 0 };

  g_test_message ("seed %u, %u steps", seed, n_steps);
  model_fixture_init (&walk.fixture);
  model_fixture_open (&walk.fixture);
  walk.timeline = cn_timeline_new (walk.fixture.library);
  walk.rand = g_rand_new_with_seed (seed);
  walk.imports = g_array_new (FALSE, FALSE, sizeof (gint64));
  recorder_init (&walk.recorder, G_LIST_MODEL (walk.timeline));

  for (guint i = 0; i < n_steps; i++)
    {
      walk_step (&walk);
      /* Undoing keeps the walk small enough to be compared in full after each signal. */
      while (walk.recorder.ids->len > 400 && walk.imports->len > 0)
        {
          walk_undo (&walk);
          model_fixture_settle (&walk.fixture, walk.timeline);
        }
      model_fixture_settle (&walk.fixture, walk.timeline);
      walk_check (&walk);
    }

  g_clear_pointer (&walk.shown, g_hash_table_unref);
  g_array_unref (walk.imports);
  g_rand_free (walk.rand);
  recorder_clear (&walk.recorder);
  drop_timeline (walk.timeline);
  model_fixture_clear (&walk.fixture);
}

/* Several things at once, without waiting in between: the signals must still replay, and the end must be
 * right. */
static void
test_burst (gconstpointer data)
{
  Walk walk = { .n_drafts = 0 };
  g_autoptr(GArray) expected = NULL;

  g_test_message ("seed %u", GPOINTER_TO_UINT (data));
  model_fixture_init (&walk.fixture);
  model_fixture_open (&walk.fixture);
  walk.timeline = cn_timeline_new (walk.fixture.library);
  walk.rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  walk.imports = g_array_new (FALSE, FALSE, sizeof (gint64));
  recorder_init (&walk.recorder, G_LIST_MODEL (walk.timeline));

  for (guint i = 0; i < 150; i++)
    walk_step (&walk);
  cn_timeline_set_filter (walk.timeline, CN_TIMELINE_SHOW_ALL, NULL);
  for (guint i = 0; i < 20; i++)
    i % 3 == 0 ? walk_undo (&walk) : walk_import (&walk);
  model_fixture_settle (&walk.fixture, walk.timeline);
  expected = model_fixture_list (&walk.fixture, CN_TIMELINE_SCOPE_ALL, NULL);
  assert_ids (&walk.recorder, expected);

  g_clear_pointer (&walk.shown, g_hash_table_unref);
  g_array_unref (walk.imports);
  g_rand_free (walk.rand);
  recorder_clear (&walk.recorder);
  drop_timeline (walk.timeline);
  model_fixture_clear (&walk.fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *walk = g_strdup_printf ("/model/timeline/replays-after-every-step/%u", seed);
      g_autofree char *burst = g_strdup_printf ("/model/timeline/replays-in-a-burst/%u", seed);

      g_test_add_data_func (walk, GUINT_TO_POINTER (seed), test_walk);
      g_test_add_data_func (burst, GUINT_TO_POINTER (seed), test_burst);
    }

  return g_test_run ();
}
