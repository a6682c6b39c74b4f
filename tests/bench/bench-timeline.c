/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a timeline costs the main thread and the user, at size.
 *
 * A view is played as GtkListView behaves: it holds the 205 rows around where it stands. "first" is from
 * the change of a filter until the rows of the first window are filled, "whole" until the list is complete;
 * their floors are the store's own answers to the same questions without a model. "block" is the longest
 * time that the main loop spent between two polls, which is how long a frame would have had to wait; "work"
 * is the processor time in it, which other programs do not lengthen.
 *
 * CITYNET_BENCH_SIZES="1000 100000" says which stores, CITYNET_BENCH_FOLDER where they are made and found
 * again. */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cn-library-private.h"
#include "cn-registry-records.h"
#include "cn-timeline-private.h"
#include "store-generator.h"

#define N_HELD    205
#define N_REPEATS 9
#define N_JUMPS   200
#define BATCH     2000

static GPollFunc real_poll;
static gint64 poll_ended;
static gint64 poll_ended_cpu;
static gint64 longest_block;
static gint64 longest_block_cpu;

static gint64
thread_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
forget_blocks (void)
{
  longest_block = 0;
  longest_block_cpu = 0;
}

static gint
timed_poll (GPollFD *fds,
            guint    n_fds,
            gint     timeout)
{
  gint64 now = g_get_monotonic_time ();
  gint64 now_cpu = thread_cpu_time ();
  gint result;

  if (poll_ended != 0)
    {
      longest_block = MAX (longest_block, now - poll_ended);
      longest_block_cpu = MAX (longest_block_cpu, now_cpu - poll_ended_cpu);
    }
  result = real_poll (fds, n_fds, timeout);
  poll_ended = g_get_monotonic_time ();
  poll_ended_cpu = thread_cpu_time ();
  return result;
}

/* The view: what it holds. */
typedef struct
{
  CnTimeline *timeline;
  GPtrArray  *held;
  gboolean    has_changed;
} View;

static void
view_look_at (View  *view,
              guint  position)
{
  GListModel *model = G_LIST_MODEL (view->timeline);
  guint end = MIN (position + N_HELD, g_list_model_get_n_items (model));
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = position; i < end; i++)
    g_ptr_array_add (held, g_list_model_get_item (model, i));
  g_ptr_array_unref (view->held);
  view->held = g_steal_pointer (&held);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  View       *view)
{
  view->has_changed = TRUE;
  if (position < N_HELD)
    view_look_at (view, 0);
}

/* Whether the rows that a window shows at once are filled. */
static gboolean
view_is_filled (View *view)
{
  for (guint i = 0; i < MIN (view->held->len, 20); i++)
    {
      if (!cn_article_is_loaded (g_ptr_array_index (view->held, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_at_rest (View *view)
{
  return view->timeline->work == NULL && cn_row_loader_is_idle (view->timeline->rows) &&
         !view->timeline->library->is_refreshing;
}

static void
turn (void)
{
  g_main_context_iteration (NULL, TRUE);
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
quantile (double *times,
          guint   n,
          double  which)
{
  qsort (times, n, sizeof times[0], compare_doubles);
  return times[MIN (n - 1, (guint) (which * n))];
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

typedef struct
{
  const char *name;
  CnTimelineShow show;
  const char *network;
} Filter;

static const Filter filters[] = {
  { "one network", CN_TIMELINE_SHOW_ALL, "eurocities" },
  { "unread", CN_TIMELINE_SHOW_UNREAD, NULL },
  { "everything", CN_TIMELINE_SHOW_ALL, NULL },
};

static void
print_row (guint       size,
           const char *what,
           double      first,
           double      first_floor,
           double      whole,
           double      whole_floor,
           double      block,
           double      block_cpu)
{
  g_print ("%9u  %-24s %9.2f %9.2f %7.2f %9.1f %9.1f %7.2f %8.2f %8.2f\n", size, what, first, first_floor,
           first_floor > 0 ? first / first_floor : 0, whole, whole_floor, whole_floor > 0 ? whole / whole_floor : 0,
           block, block_cpu);
}

/* What the store alone takes for the head and its rows, and for everything. */
static void
measure_floor (CnLibrary    *library,
               const Filter *filter,
               double       *first,
               double       *whole)
{
  const char *networks[] = { filter->network, NULL };
  const CnTimelineQuery query = { networks, cn_timeline_show_to_scope (filter->show), CN_DATE_NONE, CN_DATE_NONE };
  double firsts[N_REPEATS];
  double wholes[N_REPEATS];

  for (guint i = 0; i < N_REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(DexFuture) head = bench_await (cn_store_list_entries (library->store, &query, NULL, 256));
      GArray *entries = g_value_get_boxed (dex_future_get_value (head, NULL));
      gint64 ids[64];
      guint n = MIN (entries->len, 64);

      for (guint k = 0; k < n; k++)
        ids[k] = g_array_index (entries, CnTimelineEntry, k).id;
      dex_unref (bench_await (cn_store_load_rows (library->store, ids, n)));
      firsts[i] = milliseconds_since (start);
      start = g_get_monotonic_time ();
      dex_unref (bench_await (cn_store_list_entries (library->store, &query, NULL, G_MAXUINT)));
      wholes[i] = milliseconds_since (start);
    }
  *first = quantile (firsts, N_REPEATS, 0.5);
  *whole = quantile (wholes, N_REPEATS, 0.5);
}

static void
measure_filter (View         *view,
                guint         size,
                const Filter *from,
                const Filter *filter)
{
  double firsts[N_REPEATS];
  double wholes[N_REPEATS];
  double blocks[N_REPEATS];
  double blocks_cpu[N_REPEATS];
  double first_floor;
  double whole_floor;
  const char *from_networks[] = { from->network, NULL };
  const char *networks[] = { filter->network, NULL };

  for (guint i = 0; i < N_REPEATS; i++)
    {
      gint64 start;

      cn_timeline_set_filter (view->timeline, from->show, from_networks);
      while (!is_at_rest (view))
        turn ();
      turn ();
      forget_blocks ();
      view->has_changed = FALSE;
      start = g_get_monotonic_time ();
      cn_timeline_set_filter (view->timeline, filter->show, networks);
      while (!view->has_changed || !view_is_filled (view))
        turn ();
      firsts[i] = milliseconds_since (start);
      while (!is_at_rest (view))
        turn ();
      wholes[i] = milliseconds_since (start);
      turn ();
      blocks[i] = (double) longest_block / 1000;
      blocks_cpu[i] = (double) longest_block_cpu / 1000;
    }

  measure_floor (view->timeline->library, filter, &first_floor, &whole_floor);
  print_row (size, filter->name, quantile (firsts, N_REPEATS, 0.5), first_floor, quantile (wholes, N_REPEATS, 0.5),
             whole_floor, quantile (blocks, N_REPEATS, 1), quantile (blocks_cpu, N_REPEATS, 1));
}

static void
measure_jumps (View  *view,
               guint  size)
{
  double times[N_JUMPS];
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  forget_blocks ();
  for (guint i = 0; i < N_JUMPS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      view_look_at (view, (guint) g_rand_int_range (rand, 0, (gint32) MAX (size - N_HELD, 1)));
      while (!view_is_filled (view))
        turn ();
      times[i] = milliseconds_since (start);
      while (!is_at_rest (view))
        turn ();
    }
  g_print ("%9u  %-24s p50 %.2f ms, p99 %.2f ms, block %.2f ms (%.2f ms of work)\n", size, "jump until filled",
           quantile (times, N_JUMPS, 0.5), quantile (times, N_JUMPS, 0.99), (double) longest_block / 1000,
           (double) longest_block_cpu / 1000);
}

/* A commit that touches a few articles of a long list. */
static void
measure_mark (View  *view,
              guint  size)
{
  double times[N_REPEATS];
  CnArticle *article = g_ptr_array_index (view->held, 3);
  gint64 id = cn_article_get_id (article);

  forget_blocks ();
  for (guint i = 0; i < N_REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gboolean wanted = !cn_article_is_starred (article);

      dex_future_disown (cn_library_set_starred (view->timeline->library, &id, 1, wanted));
      while (cn_article_is_starred (article) != wanted)
        turn ();
      times[i] = milliseconds_since (start);
      while (!is_at_rest (view))
        turn ();
    }
  g_print ("%9u  %-24s p50 %.2f ms, block %.2f ms (%.2f ms of work)\n", size, "star until shown", quantile (times, N_REPEATS, 0.5),
           (double) longest_block / 1000,
           (double) longest_block_cpu / 1000);
}

static double
resident_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtod (line + 6, NULL) / 1024 : 0;
}

/* Short articles: what a timeline costs does not depend on the texts behind it. */
static CnArticleDraft *
thin_draft (guint64 number)
{
  static const char *const keys[] = { "eurocities", "oasc", "scn", "iclei", "c40" };
  CnArticleDraft *draft = cn_article_draft_new ();
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  draft->title = g_strdup_printf ("Article %" G_GUINT64_FORMAT " about the harbour", number);
  draft->text = g_strdup_printf ("The harbour office reports for the %" G_GUINT64_FORMAT "th time.", number);
  draft->snippet = g_strdup (draft->text);
  draft->published = number % 50 == 0 ? CN_DATE_NONE
                                      : cn_date_new_time (1262304000 + (gint64) (number * 7919 % 500000000));
  draft->published_quote_start = -1;
  draft->published_quote_end = -1;
  draft->updated = CN_DATE_NONE;
  draft->networks = g_strdupv ((char *[]) { (char *) keys[number % 11 % G_N_ELEMENTS (keys)], NULL });
  draft->origin = g_strdup_printf ("/articles/%" G_GUINT64_FORMAT ".txt", number);
  g_checksum_update (checksum, (const guchar *) draft->text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  draft->text_hash = g_bytes_new (digest, sizeof digest);
  return draft;
}

static void
make_store (const char *path,
            guint       size)
{
  g_autoptr(CnStore) store = bench_open (path);
  g_autoptr(GPtrArray) registry = cn_registry_dup_records ();
  g_autoptr(DexFuture) import = NULL;
  gint64 import_id;

  dex_unref (bench_await (cn_store_sync_networks (store, registry)));
  import = bench_await (cn_store_begin_import (store));
  import_id = g_value_get_int64 (dex_future_get_value (import, NULL));
  for (guint64 number = 0; number < size; number += BATCH)
    {
      g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

      for (guint64 i = number; i < MIN (number + BATCH, size); i++)
        g_ptr_array_add (drafts, thin_draft (i));
      dex_unref (bench_await (cn_store_add_articles (store, import_id, drafts)));
    }
  dex_unref (bench_await (cn_store_close (store)));
}

static void
bench_size (const char *folder,
            guint       size)
{
  g_autofree char *name = g_strdup_printf ("timeline-%u.db", size);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(CnLibrary) library = NULL;
  View view = { .held = g_ptr_array_new_with_free_func (g_object_unref) };
  guint ticks;
  gint64 start;
  double ready;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_store (path, size);

  ticks = g_timeout_add (1, tick_cb, NULL);
  library = cn_library_new (path);
  start = g_get_monotonic_time ();
  forget_blocks ();
  view.timeline = cn_timeline_new (library);
  g_signal_connect (view.timeline, "items-changed", G_CALLBACK (items_changed_cb), &view);
  dex_future_disown (cn_library_open (library));
  while (cn_library_get_state (library) == CN_LIBRARY_STATE_OPENING)
    turn ();
  ready = milliseconds_since (start);
  while (!view.has_changed || !view_is_filled (&view))
    turn ();
  g_print ("%9u  %-24s ready %.1f ms, first rows filled %.1f ms", size, "open", ready, milliseconds_since (start));
  while (!is_at_rest (&view))
    turn ();
  g_print (", whole %.1f ms, block %.2f ms (%.2f ms of work)\n", milliseconds_since (start), (double) longest_block / 1000,
           (double) longest_block_cpu / 1000);

  measure_filter (&view, size, &filters[2], &filters[0]);
  measure_filter (&view, size, &filters[2], &filters[1]);
  measure_filter (&view, size, &filters[0], &filters[2]);
  measure_jumps (&view, size);
  measure_mark (&view, size);
  g_print ("%9u  %-24s %.0f MB\n", size, "resident", resident_megabytes ());

  g_ptr_array_unref (view.held);
  g_clear_object (&view.timeline);
  dex_unref (bench_await (cn_library_close (library)));
  g_source_remove (ticks);
}

int
main (int   argc,
      char *argv[])
{
  const char *sizes = g_getenv ("CITYNET_BENCH_SIZES");
  const char *kept = g_getenv ("CITYNET_BENCH_FOLDER");
  g_autofree char *folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("citynet-bench-XXXXXX", NULL);
  g_auto(GStrv) list = g_strsplit (sizes != NULL ? sizes : "1000 100000", " ", -1);

  dex_init ();
  real_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, timed_poll);

  g_print ("%9s  %-24s %9s %9s %7s %9s %9s %7s %8s %8s\n", "articles", "filter to (ms)", "first", "floor", "ratio", "whole",
           "floor", "ratio", "block", "work");
  for (guint i = 0; list[i] != NULL; i++)
    {
      guint size = (guint) g_ascii_strtoull (list[i], NULL, 10);
      g_autofree char *name = g_strdup_printf ("timeline-%u.db", size);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (size == 0)
        continue;
      bench_size (folder, size);
      if (kept == NULL)
        g_unlink (path);
    }
  if (kept == NULL)
    g_rmdir (folder);
  return 0;
}
