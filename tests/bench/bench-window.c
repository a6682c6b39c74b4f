/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window costs at size, beside what it cannot cost less than. bench-window [NUMBER[=STORE|:STORE]…] makes a
 * store of each number of articles, or takes the one that is named, which it only reads after "=" and writes to after
 * ":", and measures, each in a process of its own:
 *
 * start    from the start of the process to the end of the first frame, and of the frame that shows rows,
 * filter   from a change of the filter to the end of the frame that shows the new rows,
 * scroll   the work of a frame (before-paint to after-paint) while scrolling by 40 pixels a frame,
 * page     the same by a page a frame,
 * jump     the same when jumping to a random place,
 * memory   resident when idle after all of that,
 * turns    the longest that the main thread was away from its loop, frames not counted, in each of these, during an
 *          import of a thousand articles, when two of a hundred kilobytes are opened, and when the import is undone,
 * quit     from the decision to quit to the end of the process,
 *
 * of CityNet, of a window of libadwaita with nothing in it, and of a bare list of as many rows. "CPU" is the main
 * thread's own time, the same on a busy machine. The last column is CityNet divided by its floor. Needs a display and
 * citynet-make-store beside itself. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bench-run.h"
#include "bench-watch.h"

#define N_STARTS 7
/* What the main thread may take in one turn besides drawing. */
#define TURN_MS  8.0

typedef struct
{
  double wall[2];   /* p50 and p99 */
  double cpu[2];
} Figure;

static const char * const subjects[] = { "city-net", "list", "window" };
static const char * const extents[] = { "--start", "--read", "--write" };

static char *
get_own_path (void)
{
  return g_file_read_link ("/proc/self/exe", NULL);
}

static void
figures_add (GHashTable *figures,
             const char *name,
             Figure      figure)
{
  GArray *all = g_hash_table_lookup (figures, name);

  if (all == NULL)
    {
      all = g_array_new (FALSE, FALSE, sizeof (Figure));
      g_hash_table_insert (figures, g_strdup (name), all);
    }
  g_array_append_val (all, figure);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* The median of what several processes said. */
static double
figures_get (GHashTable *figures,
             const char *name,
             gboolean    is_cpu,
             guint       quantile)
{
  GArray *all = g_hash_table_lookup (figures, name);
  g_autofree double *values = NULL;

  if (all == NULL)
    return 0;

  values = g_new (double, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const Figure *figure = &g_array_index (all, Figure, i);

      values[i] = is_cpu ? figure->cpu[quantile] : figure->wall[quantile];
    }
  qsort (values, all->len, sizeof (double), compare_doubles);

  return values[all->len / 2];
}

static void
read_line (GHashTable *figures,
           const char *line,
           double      ended)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  Figure figure;

  if (g_strv_length (words) != 5)
    return;

  figure = (Figure) { { g_ascii_strtod (words[1], NULL), g_ascii_strtod (words[2], NULL) },
                      { g_ascii_strtod (words[3], NULL), g_ascii_strtod (words[4], NULL) } };
  if (g_str_has_prefix (words[0], "quit"))
    figure.wall[0] = ended - figure.wall[0];
  figures_add (figures, words[0], figure);
}

static void
spawn (GHashTable   *figures,
       BenchSubject  subject,
       const char   *argument,
       BenchExtent   extent)
{
  g_autofree char *self = get_own_path ();
  g_autofree char *started = g_strdup_printf ("%.3f", bench_watch_now ().wall);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { self, extents[extent], subjects[subject], argument, started, NULL };
  double ended;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  ended = bench_watch_now ().wall;
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (figures, lines[i], ended);
}

static GHashTable *
figures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
print_ratio (const char *number,
             const char *what,
             double      ours,
             double      floor,
             const char *floor_name)
{
  g_print ("%10s  %-36s %9.2f  %9.2f  %-14s %6.2f\n", number, what, ours, floor, floor_name,
           floor > 0 ? ours / floor : 0);
}

typedef struct
{
  const char *name;
  const char *words;
  gboolean    is_cpu;
  guint       quantile;
} Row;

static void
print_rows (const char *number,
            const Row  *rows,
            guint       n_rows,
            GHashTable *ours,
            GHashTable *floor,
            const char *floor_name)
{
  for (guint i = 0; i < n_rows; i++)
    {
      const Row *row = &rows[i];
      double figure = figures_get (ours, row->name, row->is_cpu, row->quantile);

      if (figure > 0)
        print_ratio (number, row->words, figure,
                     floor != NULL ? figures_get (floor, row->name, row->is_cpu, row->quantile) : TURN_MS, floor_name);
    }
}

static void
print_starts (const char *number,
              GHashTable *ours,
              GHashTable *window)
{
  static const Row rows[] = {
    { "first", "start to first frame (ms)", FALSE, 0 },
    { "start", "start to rows (ms)", FALSE, 0 },
    { "start", "start to rows (CPU ms)", TRUE, 0 },
    { "quit", "quit to end of process (ms)", FALSE, 0 },
  };

  print_rows (number, rows, G_N_ELEMENTS (rows), ours, window, "empty window");
}

static void
print_use (const char *number,
           GHashTable *ours,
           GHashTable *list)
{
  static const Row rows[] = {
    { "filter", "filter to frame (ms, p50)", FALSE, 0 },
    { "filter", "filter to frame (ms, p99)", FALSE, 1 },
    { "filter", "filter to frame (CPU ms, p50)", TRUE, 0 },
    { "scroll", "scroll, frame (ms, p50)", FALSE, 0 },
    { "scroll", "scroll, frame (ms, p99)", FALSE, 1 },
    { "scroll", "scroll, frame (CPU ms, p50)", TRUE, 0 },
    { "scroll", "scroll, frame (CPU ms, p99)", TRUE, 1 },
    { "page", "page, frame (ms, p50)", FALSE, 0 },
    { "page", "page, frame (ms, p99)", FALSE, 1 },
    { "page", "page, frame (CPU ms, p50)", TRUE, 0 },
    { "page", "page, frame (CPU ms, p99)", TRUE, 1 },
    { "jump", "jump, frame (ms, p50)", FALSE, 0 },
    { "jump", "jump, frame (ms, p99)", FALSE, 1 },
    { "jump", "jump, frame (CPU ms, p50)", TRUE, 0 },
    { "jump", "jump, frame (CPU ms, p99)", TRUE, 1 },
    { "memory", "memory when idle (MB)", FALSE, 0 },
    { "turn-filter", "longest turn, filter (CPU ms)", TRUE, 0 },
    { "quit-used", "quit after use (ms)", FALSE, 0 },
  };

  print_rows (number, rows, G_N_ELEMENTS (rows), ours, list, "bare list");
}

static void
print_turns (const char *number,
             GHashTable *ours)
{
  static const Row rows[] = {
    { "turn-start", "longest turn, start (CPU ms)", TRUE, 0 },
    { "turn-filter", "longest turn, filter (CPU ms)", TRUE, 0 },
    { "turn-scroll", "longest turn, scroll (CPU ms)", TRUE, 0 },
    { "turn-jump", "longest turn, jump (CPU ms)", TRUE, 0 },
    { "turn-import", "longest turn, import (CPU ms)", TRUE, 0 },
    { "frame-import", "longest frame, import (CPU ms)", TRUE, 0 },
    { "turn-open", "longest turn, open (CPU ms)", TRUE, 0 },
    { "frame-open", "longest frame, open (CPU ms)", TRUE, 0 },
    { "turn-open-paragraph", "longest turn, open one par. (CPU ms)", TRUE, 0 },
    { "frame-open-paragraph", "longest frame, open one par. (CPU ms)", TRUE, 0 },
    { "turn-undo", "longest turn, undo (CPU ms)", TRUE, 0 },
    { "frame-undo", "longest frame, undo (CPU ms)", TRUE, 0 },
  };

  print_rows (number, rows, G_N_ELEMENTS (rows), ours, NULL, "limit");
}

static void
make_store (const char *path,
            const char *number)
{
  g_autofree char *self = get_own_path ();
  g_autofree char *folder = g_path_get_dirname (self);
  g_autofree char *maker = g_build_filename (folder, "citynet-make-store", NULL);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { maker, path, number, NULL };

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* In alternation: what else the machine does meanwhile falls on both. */
static void
measure_starts (GHashTable   *figures,
                const char   *path,
                GHashTable   *window)
{
  for (guint i = 0; i < N_STARTS; i++)
    {
      spawn (window, BENCH_SUBJECT_WINDOW, "", BENCH_EXTENT_START);
      spawn (figures, BENCH_SUBJECT_CITY_NET, path, BENCH_EXTENT_START);
    }
}

static void
bench_store (const char  *number,
             const char  *path,
             BenchExtent  extent)
{
  g_autoptr (GHashTable) ours = figures_new ();
  g_autoptr (GHashTable) list = figures_new ();
  g_autoptr (GHashTable) window = figures_new ();
  gboolean is_empty = g_str_equal (number, "0");

  measure_starts (ours, path, window);
  print_starts (number, ours, window);
  if (is_empty)
    return;

  spawn (list, BENCH_SUBJECT_LIST, number, BENCH_EXTENT_READ);
  spawn (ours, BENCH_SUBJECT_CITY_NET, path, extent);
  print_use (number, ours, list);
  print_turns (number, ours);
}

static void
bench_number (const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("citynet-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);

  if (folder == NULL)
    g_error ("%s", error->message);

  if (!g_str_equal (number, "0"))
    make_store (path, number);
  bench_store (number, path, BENCH_EXTENT_WRITE);
  g_unlink (path);
  g_rmdir (folder);
}

static void
bench (const char *argument)
{
  gsize length = strcspn (argument, "=:");
  g_autofree char *number = g_strndup (argument, length);

  if (argument[length] == '\0')
    bench_number (number);
  else
    bench_store (number, argument + length + 1, argument[length] == ':' ? BENCH_EXTENT_WRITE : BENCH_EXTENT_READ);
}

static guint
find_word (const char         *word,
           const char * const *words,
           guint               n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return i;

  g_error ("There is no \"%s\"", word);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const usual[] = { "0", "1000", "10000", "100000", NULL };
  const char * const *numbers = usual;

  if (argc == 5 && g_str_has_prefix (argv[1], "--"))
    return bench_run (find_word (argv[2], subjects, G_N_ELEMENTS (subjects)), argv[3],
                      g_ascii_strtod (argv[4], NULL), find_word (argv[1], extents, G_N_ELEMENTS (extents)));

  if (argc > 1)
    numbers = (const char * const *) argv + 1;

  g_print ("%10s  %-36s %9s  %9s  %-14s %6s\n", "articles", "what", "CityNet", "floor", "of", "ratio");
  for (guint i = 0; numbers[i] != NULL; i++)
    bench (numbers[i]);

  return 0;
}
