/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store costs, beside what plain SQLite costs (store-floor.h) on the same machine at the same moment: the two
 * are measured in turns. The ratio in the last column is ours to the floor's: bytes and times are better when it is
 * small; rates are turned round so that it means the same.
 *
 * CITYNET_BENCH_SIZES="1000 10000" says which stores, CITYNET_BENCH_FOLDER where they are made. With CITYNET_BENCH_KEEP
 * they stay there and are found again. Above 100,000 articles all but the last ones are written at once, without
 * regard for a crash; from 5,000,000 on they are short, so that a disk can hold them. */

#include "config.h"

#include "store-floor.h"
#include "store-generator.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define BATCH         500
#define PAGE_SIZE     64
#define N_FIRST       50
#define MIN_REPEATS   9
#define MAX_REPEATS   101
#define ENOUGH_USEC   G_USEC_PER_SEC
#define N_LAST        10000
#define AT_ONCE_FROM  200000
#define SHORT_FROM    5000000
#define NETWORK       "eurocities"

typedef struct
{
  char            *path;
  char            *floor_path;
  guint64          n;
  CnStore         *store;
  StoreFloor      *floor;
  CnTimelineEntry  middle; /* an entry half-way down the timeline */
} Bench;

/* What some inserts took, in seconds. */
typedef struct
{
  double  ours;
  double  ours_cpu;
  double  floor;
  double  floor_cpu;
  guint64 n;
} Inserts;

static gboolean
is_short (const Bench *self)
{
  return self->n >= SHORT_FROM;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
get_median (double *times,
            guint   n)
{
  qsort (times, n, sizeof times[0], compare_doubles);
  return times[n / 2];
}

static void
print_row (const Bench *self,
           const char  *what,
           const char  *unit,
           double       ours,
           double       floor,
           gboolean     is_rate)
{
  g_print ("%10" G_GUINT64_FORMAT "  %-34s %-12s %12.2f %12.2f %8.2f\n", self->n, what, unit, ours, floor,
           is_rate ? floor / ours : ours / floor);
}

typedef guint (*Measured) (Bench *self);

static double
get_time (Bench    *self,
          Measured  func)
{
  gint64 start = g_get_monotonic_time ();

  func (self);
  return (double) (g_get_monotonic_time () - start);
}

/* The medians of several runs in turns, after one to warm up. */
static void
measure (Bench      *self,
         const char *what,
         Measured    ours,
         Measured    floor)
{
  double our_times[MAX_REPEATS], floor_times[MAX_REPEATS];
  guint n_ours = ours (self);
  guint n_floor = floor (self);
  gint64 start = g_get_monotonic_time ();
  double our_median, floor_median;
  guint n = 0;

  while (n < MIN_REPEATS || (n < MAX_REPEATS && g_get_monotonic_time () - start < ENOUGH_USEC))
    {
      our_times[n] = get_time (self, ours);
      floor_times[n] = get_time (self, floor);
      n++;
    }

  our_median = get_median (our_times, n);
  floor_median = get_median (floor_times, n);
  print_row (self, what, "µs", our_median, floor_median, FALSE);

  /* Publishers alone are fewer than publishers and subjects. */
  if (n_ours != n_floor)
    print_row (self, "… for each entry", "ns", 1000 * our_median / n_ours, 1000 * floor_median / n_floor, FALSE);
}

static void
draw_ids (const Bench *self,
          guint64     *state,
          gint64      *ids,
          guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      *state ^= *state << 13;
      *state ^= *state >> 7;
      *state ^= *state << 17;
      ids[i] = 1 + (gint64) (*state % self->n);
    }
}

static guint
load_page (Bench *self)
{
  static guint64 state = 88172645463325252;
  gint64 ids[PAGE_SIZE];

  draw_ids (self, &state, ids, PAGE_SIZE);
  dex_unref (bench_await (cn_store_load_rows (self->store, ids, PAGE_SIZE)));
  return PAGE_SIZE;
}

static guint
floor_load_page (Bench *self)
{
  static guint64 state = 88172645463325252;
  gint64 ids[PAGE_SIZE];

  draw_ids (self, &state, ids, PAGE_SIZE);
  return store_floor_read_rows (self->floor, ids, PAGE_SIZE);
}

static guint
load_article (Bench *self)
{
  static guint64 state = 362436069362436069;
  gint64 id;

  draw_ids (self, &state, &id, 1);
  dex_unref (bench_await (cn_store_load_article (self->store, id)));
  return 1;
}

static guint
floor_load_article (Bench *self)
{
  static guint64 state = 362436069362436069;
  gint64 id;

  draw_ids (self, &state, &id, 1);
  return store_floor_read_article (self->floor, id);
}

static GArray *
list (Bench                 *self,
      const char            *network,
      const CnTimelineEntry *after,
      guint                  limit)
{
  const char *networks[] = { network, NULL };
  CnTimelineQuery query = { .networks = networks, .since = CN_DATE_NONE, .until = CN_DATE_NONE };
  g_autoptr (DexFuture) future = bench_await (cn_store_list_entries (self->store, &query, after, limit));

  return g_value_dup_boxed (dex_future_get_value (future, NULL));
}

static guint
count_and_free (GArray *entries)
{
  guint n = entries->len;

  g_array_unref (entries);
  return n;
}

static guint
list_first (Bench *self)
{
  return count_and_free (list (self, NULL, NULL, N_FIRST));
}

static guint
floor_list_first (Bench *self)
{
  return store_floor_list (self->floor, NULL, N_FIRST);
}

static guint
list_middle (Bench *self)
{
  return count_and_free (list (self, NULL, &self->middle, N_FIRST));
}

static guint
floor_list_middle (Bench *self)
{
  return store_floor_list (self->floor, &self->middle, N_FIRST);
}

static guint
list_all (Bench *self)
{
  return count_and_free (list (self, NULL, NULL, 0));
}

static guint
floor_list_all (Bench *self)
{
  return store_floor_list (self->floor, NULL, 0);
}

static guint
list_network (Bench *self)
{
  return count_and_free (list (self, NETWORK, NULL, 0));
}

static guint
floor_list_network (Bench *self)
{
  return store_floor_list_network (self->floor, NETWORK);
}

static guint
read_tallies (Bench *self)
{
  dex_unref (bench_await (cn_store_list_networks (self->store)));
  return 1;
}

static guint
floor_count (Bench *self)
{
  store_floor_count (self->floor);
  return 1;
}

static void
open_both (Bench *self)
{
  self->store = bench_open (self->path);
  self->floor = store_floor_open (self->floor_path);
}

static void
close_both (Bench   *self,
            Inserts *inserts)
{
  gint64 start = g_get_monotonic_time ();

  dex_unref (bench_await (cn_store_close (self->store)));
  g_clear_object (&self->store);
  inserts->ours += (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  start = g_get_monotonic_time ();
  g_clear_pointer (&self->floor, store_floor_close);
  inserts->floor += (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static GPtrArray *
make_drafts (const Bench *self,
             guint64      first,
             guint64      n)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

  for (guint64 i = first; i < first + n; i++)
    g_ptr_array_add (drafts, store_generator_draft (i, is_short (self)));
  return drafts;
}

/* A batch for one, the same for the other. */
static void
insert (Bench   *self,
        gint64   import,
        guint64  first,
        guint64  n,
        Inserts *inserts)
{
  g_autoptr (GPtrArray) drafts = make_drafts (self, first, n);
  double cpu[] = { bench_cpu_time (), 0, 0 };
  gint64 wall[] = { g_get_monotonic_time (), 0, 0 };

  dex_unref (bench_await (cn_store_add_articles (self->store, import, drafts)));
  cpu[1] = bench_cpu_time ();
  wall[1] = g_get_monotonic_time ();
  store_floor_begin (self->floor);
  store_floor_insert (self->floor, drafts);
  store_floor_commit (self->floor);
  cpu[2] = bench_cpu_time ();
  wall[2] = g_get_monotonic_time ();

  inserts->ours += (double) (wall[1] - wall[0]) / G_USEC_PER_SEC;
  inserts->ours_cpu += cpu[1] - cpu[0];
  inserts->floor += (double) (wall[2] - wall[1]) / G_USEC_PER_SEC;
  inserts->floor_cpu += cpu[2] - cpu[1];
  inserts->n += n;
}

static void
print_inserts (const Bench   *self,
               const char    *what,
               const Inserts *inserts)
{
  double n = (double) inserts->n;

  print_row (self, what, "articles/s", n / inserts->ours, n / inserts->floor, TRUE);
  print_row (self, "… processor time", "µs/article", inserts->ours_cpu * 1e6 / n, inserts->floor_cpu * 1e6 / n, FALSE);
}

static void
floor_fill_at_once (Bench   *self,
                    guint64  n)
{
  g_assert (self->floor == NULL);

  self->floor = store_floor_open (self->floor_path);
  store_floor_set_durable (self->floor, FALSE);
  store_floor_begin (self->floor);
  for (guint64 i = 0; i < n; i += 100000)
    {
      g_autoptr (GPtrArray) drafts = make_drafts (self, i, MIN (100000, n - i));

      store_floor_insert (self->floor, drafts);
    }
  store_floor_commit (self->floor);
  g_clear_pointer (&self->floor, store_floor_close);
}

/* Whatever is not there yet. */
static void
fill_at_once (Bench   *self,
              guint64  n)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    bench_fill_at_once (self->path, 0, n, is_short (self));
  if (!g_file_test (self->floor_path, G_FILE_TEST_EXISTS))
    floor_fill_at_once (self, n);
}

static guint64
count_articles (Bench *self)
{
  const CnTimelineQuery query = { .since = CN_DATE_NONE, .until = CN_DATE_NONE };
  g_autoptr (DexFuture) future = bench_await (cn_store_count_entries (self->store, &query));

  return g_value_get_uint (dex_future_get_value (future, NULL));
}

/* What is there already is not measured. */
static void
fill (Bench *self)
{
  Inserts inserts = { 0, };
  guint64 first;

  if (self->n >= AT_ONCE_FROM)
    fill_at_once (self, self->n - N_LAST);

  open_both (self);
  first = count_articles (self);
  if (first < self->n)
    {
      g_autoptr (DexFuture) import = bench_await (cn_store_begin_import (self->store));
      gint64 import_id = g_value_get_int64 (dex_future_get_value (import, NULL));

      for (guint64 i = first; i < self->n; i += BATCH)
        insert (self, import_id, i, MIN (BATCH, self->n - i), &inserts);
    }

  close_both (self, &inserts);
  if (inserts.n > 0)
    print_inserts (self, first == 0 ? "insert all, and close" : "insert the last, and close", &inserts);
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

/* The mean of the first thousand stands for all. */
static double
get_text_size (const Bench *self)
{
  g_autoptr (GPtrArray) drafts = make_drafts (self, 0, 1000);
  gsize bytes = 0;

  for (guint i = 0; i < drafts->len; i++)
    bytes += strlen (((CnArticleDraft *) g_ptr_array_index (drafts, i))->text);
  return (double) bytes / drafts->len;
}

static void
print_sizes (const Bench *self)
{
  double ours = (double) get_size (self->path) / (double) self->n;
  double floor = (double) get_size (self->floor_path) / (double) self->n;
  double text = get_text_size (self);

  print_row (self, "size", "B/article", ours, floor, FALSE);
  print_row (self, "size for each byte of text", "B/B", ours / text, floor / text, FALSE);
}

/* What SQLite holds for each of the two after all of the above. */
static void
print_memory (Bench *self)
{
  double both = (double) sqlite3_memory_used ();
  double ours;

  g_clear_pointer (&self->floor, store_floor_close);
  ours = (double) sqlite3_memory_used ();
  print_row (self, "memory of SQLite, two connections", "KiB", ours / 1024, (both - ours) / 1024, FALSE);
}

static void
find_middle (Bench *self)
{
  g_autoptr (GArray) entries = list (self, NULL, NULL, (guint) (self->n / 2));

  self->middle = g_array_index (entries, CnTimelineEntry, entries->len - 1);
}

static void
bench (const char *folder,
       guint64     n)
{
  Bench self = {
    .path = g_strdup_printf ("%s/store-%" G_GUINT64_FORMAT ".citynet", folder, n),
    .floor_path = g_strdup_printf ("%s/bare-%" G_GUINT64_FORMAT ".db", folder, n),
    .n = n,
  };

  fill (&self);
  print_sizes (&self);

  open_both (&self);
  find_middle (&self);
  measure (&self, "64 rows at random", load_page, floor_load_page);
  measure (&self, "an article at random", load_article, floor_load_article);
  measure (&self, "first 50 entries", list_first, floor_list_first);
  measure (&self, "50 entries half-way down", list_middle, floor_list_middle);
  measure (&self, "all entries", list_all, floor_list_all);
  measure (&self, "entries of one network", list_network, floor_list_network);
  measure (&self, "tallies (floor: counting)", read_tallies, floor_count);
  print_memory (&self);

  dex_unref (bench_await (cn_store_close (self.store)));
  g_clear_object (&self.store);
  if (g_getenv ("CITYNET_BENCH_KEEP") == NULL)
    {
      g_unlink (self.path);
      g_unlink (self.floor_path);
    }
  g_free (self.path);
  g_free (self.floor_path);
}

static char *
make_folder (void)
{
  const char *parent = g_getenv ("CITYNET_BENCH_FOLDER");
  char *folder;

  if (parent != NULL && g_getenv ("CITYNET_BENCH_KEEP") != NULL)
    return g_strdup (parent);

  folder = g_build_filename (parent != NULL ? parent : g_get_tmp_dir (), "citynet-bench-XXXXXX", NULL);
  if (g_mkdtemp (folder) == NULL)
    g_error ("no folder for the stores");
  return folder;
}

int
main (int   argc,
      char *argv[])
{
  const char *sizes = g_getenv ("CITYNET_BENCH_SIZES");
  g_auto (GStrv) numbers = g_strsplit (sizes != NULL ? sizes : "1000 10000 100000", " ", -1);
  g_autofree char *folder = make_folder ();

  dex_init ();
  g_print ("SQLite %s, batches of %d\n", sqlite3_libversion (), BATCH);
  g_print ("%10s  %-34s %-12s %12s %12s %8s\n", "articles", "what", "unit", "CityNet", "floor", "ratio");
  for (gsize i = 0; numbers[i] != NULL; i++)
    bench (folder, g_ascii_strtoull (numbers[i], NULL, 10));

  g_rmdir (folder);
  return 0;
}
