/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One measured process: CityNet, a bare list or an empty window, driven by its own frame clock from phase to phase.
 * Each phase prints a line "name wall-p50 wall-p99 cpu-p50 cpu-p99" and what the main thread did at most in one turn of
 * its loop, "turn-name wall 0 cpu 0" without frames and "frame-name wall 0 cpu 0" of one frame. */

#include "config.h"

#include "bench-run.h"

#include <adwaita.h>
#include <libdex.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench-articles.h"
#include "bench-list.h"
#include "bench-watch.h"
#include "cn-application.h"
#include "cn-library.h"
#include "cn-window.h"

#define N_FILTERS    20
#define N_SCROLLS    200
#define N_JUMPS      100
#define N_IMPORTED   1000
#define FILTER_MS    150
#define QUIET_FRAMES 60

typedef enum
{
  PHASE_FIRST_FRAME,
  PHASE_START,
  PHASE_SETTLE,
  PHASE_FILTER,
  PHASE_SCROLL,
  PHASE_PAGE,
  PHASE_JUMP,
  PHASE_IMPORT,
  PHASE_OPEN,
  PHASE_OPEN_PARAGRAPH,
  PHASE_UNDO,
  PHASE_END,
} Phase;

static const char * const names[] = {
  "first", "start", "settle", "filter", "scroll", "page", "jump", "import", "open", "open-paragraph", "undo",
};

typedef struct
{
  GtkApplication *application;
  GtkWidget      *window;
  double          started;
  BenchExtent     extent;
  Phase           phase;
  guint           n_left;
  guint           n_frames;         /* of this phase */
  gboolean        is_waiting;       /* for a change to be drawn */
  gboolean        has_changed;
  BenchSpan       asked;
  BenchSpan       frame;            /* the last */
  GArray         *spans;            /* of BenchSpan */

  GtkWidget      *list;             /* NULL: an empty window */
  BenchList      *model;            /* the floor's */
  guint           n_rows;
  CnLibrary      *library;          /* CityNet's */
  CnTimeline     *timeline;
  guint           n_articles;       /* before the import */
  char           *folder;
  GPtrArray      *files;
} Run;

static int
compare_walls (gconstpointer a,
               gconstpointer b)
{
  double difference = ((const BenchSpan *) a)->wall - ((const BenchSpan *) b)->wall;

  return difference < 0 ? -1 : difference > 0;
}

static int
compare_cpus (gconstpointer a,
              gconstpointer b)
{
  double difference = ((const BenchSpan *) a)->cpu - ((const BenchSpan *) b)->cpu;

  return difference < 0 ? -1 : difference > 0;
}

static BenchSpan
get_quantile (GArray *spans,
              double  share)
{
  guint index = MIN ((guint) (spans->len * share), spans->len - 1);
  BenchSpan span;

  g_array_sort (spans, compare_walls);
  span.wall = g_array_index (spans, BenchSpan, index).wall;
  g_array_sort (spans, compare_cpus);
  span.cpu = g_array_index (spans, BenchSpan, index).cpu;

  return span;
}

static void
report (Run *run)
{
  BenchSpan turn = bench_watch_get_turn ();
  BenchSpan frame = bench_watch_get_frame ();

  if (run->spans->len > 0)
    {
      BenchSpan half = get_quantile (run->spans, 0.5);
      BenchSpan most = get_quantile (run->spans, 0.99);

      g_print ("%s %.2f %.2f %.2f %.2f\n", names[run->phase], half.wall, most.wall, half.cpu, most.cpu);
      g_array_set_size (run->spans, 0);
    }
  g_print ("turn-%s %.2f 0 %.2f 0\n", names[run->phase], turn.wall, turn.cpu);
  g_print ("frame-%s %.2f 0 %.2f 0\n", names[run->phase], frame.wall, frame.cpu);
}

static double
get_resident_megabytes (void)
{
  g_autofree char *statm = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    pages = strtol (strchr (statm, ' '), NULL, 10);

  return pages * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static void
ask_for_other_rows (Run *run)
{
  const char *one[] = { "eurocities", NULL };
  const char *none[] = { NULL };
  /* N_FILTERS is even: the first of them narrows, the last shows everything again. */
  gboolean narrows = run->n_left % 2 == 0;

  run->is_waiting = TRUE;
  run->has_changed = run->model != NULL;
  run->asked = bench_watch_now ();
  if (run->model != NULL)
    bench_list_replace (run->model, narrows ? run->n_rows / 3 : run->n_rows);
  else
    cn_timeline_set_filter (run->timeline, CN_TIMELINE_SHOW_ALL, narrows ? one : none);
}

static gboolean
ask_cb (gpointer user_data)
{
  ask_for_other_rows (user_data);

  return G_SOURCE_REMOVE;
}

static void
begin_import (Run *run)
{
  g_autoptr (GError) error = NULL;

  run->n_articles = cn_library_get_n_articles (run->library);
  run->folder = g_dir_make_tmp ("citynet-pages-XXXXXX", &error);
  if (run->folder == NULL)
    g_error ("%s", error->message);
  run->files = bench_articles_write (run->folder, N_IMPORTED);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (run->list)), 0);
  bench_watch_reset ();
  run->asked = bench_watch_now ();
  cn_window_add_files (CN_WINDOW (run->window), (GFile **) run->files->pdata, run->files->len);
}

static void
open_article (Run   *run,
              guint  position)
{
  run->asked = bench_watch_now ();
  g_signal_emit_by_name (run->list, "activate", position);
}

static gboolean
quit_cb (gpointer user_data)
{
  Run *run = user_data;

  if (run->folder != NULL)
    bench_articles_remove (run->folder, run->files);
  g_print ("%s %.2f 0 0 0\n", run->extent == BENCH_EXTENT_START ? "quit" : "quit-used", bench_watch_now ().wall);
  g_application_quit (G_APPLICATION (run->application));

  return G_SOURCE_REMOVE;
}

static void
enter (Run   *run,
       Phase  phase)
{
  run->phase = phase;
  run->n_frames = 0;
  bench_watch_reset ();

  switch (phase)
    {
    case PHASE_FILTER:
      run->n_left = N_FILTERS;
      g_idle_add (ask_cb, run);
      break;

    case PHASE_SCROLL:
    case PHASE_PAGE:
      run->n_left = N_SCROLLS;
      break;

    case PHASE_JUMP:
      run->n_left = N_JUMPS;
      break;

    case PHASE_IMPORT:
      begin_import (run);
      break;

    case PHASE_OPEN:
      open_article (run, 0);
      break;

    case PHASE_OPEN_PARAGRAPH:
      open_article (run, 1);
      break;

    case PHASE_UNDO:
      /* The two that were opened have been marked as read since. */
      for (guint i = 0; i <= BENCH_N_LONG_ARTICLES; i++)
        gtk_widget_activate_action (run->window, "win.undo", NULL);
      break;

    case PHASE_END:
      g_idle_add (quit_cb, run);
      break;

    case PHASE_FIRST_FRAME:
    case PHASE_START:
    case PHASE_SETTLE:
      break;
    }
}

static gboolean
shows_rows (Run *run)
{
  g_autoptr (CnArticle) first = NULL;

  if (run->timeline == NULL)
    return TRUE;
  if (cn_library_get_state (run->library) == CN_LIBRARY_STATE_READY && cn_library_get_n_articles (run->library) == 0)
    return TRUE;

  first = g_list_model_get_item (G_LIST_MODEL (run->timeline), 0);

  return first != NULL && cn_article_is_loaded (first) && gtk_widget_get_mapped (run->list);
}

/* Of the process: what it took to get here. */
static void
add_start (Run *run)
{
  BenchSpan span = bench_watch_now ();

  span.wall -= run->started;
  g_array_append_val (run->spans, span);
}

static void
add_answer (Run *run)
{
  BenchSpan span = bench_watch_since (run->asked);

  g_array_append_val (run->spans, span);
}

static void
leave (Run *run)
{
  report (run);
  if (run->phase == PHASE_JUMP)
    g_print ("memory %.1f 0 0 0\n", get_resident_megabytes ());
  if (run->phase == PHASE_JUMP && (run->model != NULL || run->extent == BENCH_EXTENT_READ))
    enter (run, PHASE_END);
  else
    enter (run, run->phase + 1);
}

static void
filter_frame_ended (Run *run)
{
  if (!run->is_waiting || !run->has_changed || !shows_rows (run))
    return;

  run->is_waiting = FALSE;
  add_answer (run);
  if (--run->n_left > 0)
    g_timeout_add (FILTER_MS, ask_cb, run);
  else
    leave (run);
}

static void
moving_frame_ended (Run *run)
{
  /* The first frames belong to what was before. */
  if (run->n_frames <= 10)
    {
      bench_watch_reset ();
      return;
    }

  g_array_append_val (run->spans, run->frame);
  if (--run->n_left == 0)
    leave (run);
}

/* Counts as done when the library says so and the window has come to rest. */
static void
import_frame_ended (Run   *run,
                    guint  n_articles)
{
  if (cn_library_get_n_articles (run->library) != n_articles)
    {
      run->n_frames = 0;
      return;
    }

  if (run->n_frames == 1)
    add_answer (run);
  if (run->n_frames > QUIET_FRAMES)
    leave (run);
}

static void
frame_ended (Run *run)
{
  run->n_frames++;

  switch (run->phase)
    {
    case PHASE_FIRST_FRAME:
      add_start (run);
      leave (run);
      if (!shows_rows (run))
        return;
      G_GNUC_FALLTHROUGH;

    case PHASE_START:
      if (!shows_rows (run))
        return;
      add_start (run);
      report (run);
      enter (run, run->extent == BENCH_EXTENT_START || run->list == NULL ? PHASE_END : PHASE_SETTLE);
      return;

    case PHASE_SETTLE:
      if (run->n_frames > QUIET_FRAMES)
        leave (run);
      return;

    case PHASE_FILTER:
      filter_frame_ended (run);
      return;

    case PHASE_SCROLL:
    case PHASE_PAGE:
    case PHASE_JUMP:
      moving_frame_ended (run);
      return;

    case PHASE_IMPORT:
      import_frame_ended (run, run->n_articles + run->files->len);
      return;

    case PHASE_OPEN:
    case PHASE_OPEN_PARAGRAPH:
      if (run->n_frames == 1)
        add_answer (run);
      if (run->n_frames > QUIET_FRAMES)
        leave (run);
      return;

    case PHASE_UNDO:
      import_frame_ended (run, run->n_articles);
      return;

    case PHASE_END:
      return;
    }
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Run           *run)
{
  bench_watch_begin_frame ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Run           *run)
{
  run->frame = bench_watch_end_frame ();
  frame_ended (run);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Run *run = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double range = gtk_adjustment_get_upper (adjustment) - page;

  if (run->phase == PHASE_SCROLL)
    gtk_adjustment_set_value (adjustment, value + 40);
  else if (run->phase == PHASE_PAGE)
    gtk_adjustment_set_value (adjustment, value + page);
  else if (run->phase == PHASE_JUMP)
    gtk_adjustment_set_value (adjustment, range * g_random_double ());
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
items_changed_cb (Run  *run,
                  guint position,
                  guint removed,
                  guint added)
{
  run->has_changed = TRUE;
}

static GtkWidget *
find_list (GtkWidget *root)
{
  if (GTK_IS_LIST_VIEW (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
watch_window (Run       *run,
              GtkWidget *window)
{
  GdkFrameClock *clock;

  run->window = window;
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), run);
  if (run->list != NULL)
    gtk_widget_add_tick_callback (run->list, tick_cb, run, NULL);
}

static void
activate_city_net_cb (GtkApplication *application,
                      Run            *run)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (application));

  g_object_get (window, "timeline", &run->timeline, "library", &run->library, NULL);
  /* The window holds them; whoever else did would keep what it quits from ending. */
  g_object_unref (run->timeline);
  g_object_unref (run->library);
  g_signal_connect_swapped (run->timeline, "items-changed", G_CALLBACK (items_changed_cb), run);
  run->list = find_list (window);
  watch_window (run, window);
}

static void
activate_floor_cb (GtkApplication *application,
                   Run            *run)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *content = gtk_label_new ("CityNet");

  if (run->model != NULL)
    {
      run->list = bench_list_create_view (run->model);
      content = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (content), run->list);
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  watch_window (run, window);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkApplication *
create_city_net (Run        *run,
                 const char *path)
{
  GtkApplication *application = GTK_APPLICATION (cn_application_new ());

  g_object_set (application, "store-path", path, NULL);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_city_net_cb), run);

  return application;
}

static GtkApplication *
create_floor (Run *run)
{
  GtkApplication *application = GTK_APPLICATION (adw_application_new ("org.example.CityNet.Bench",
                                                                      G_APPLICATION_NON_UNIQUE));

  g_signal_connect (application, "activate", G_CALLBACK (activate_floor_cb), run);

  return application;
}

/* Runs @subject with @argument, the path of a store or a number of rows. @started: when the process was. */
int
bench_run (BenchSubject  subject,
           const char   *argument,
           double        started,
           BenchExtent   extent)
{
  Run run = { .started = started, .extent = extent };

  dex_init ();
  run.spans = g_array_new (FALSE, FALSE, sizeof (BenchSpan));
  if (subject == BENCH_SUBJECT_LIST)
    {
      run.n_rows = (guint) g_ascii_strtoull (argument, NULL, 10);
      run.model = bench_list_new (run.n_rows);
    }
  run.application = subject == BENCH_SUBJECT_CITY_NET ? create_city_net (&run, argument) : create_floor (&run);
  g_application_set_flags (G_APPLICATION (run.application), G_APPLICATION_NON_UNIQUE);
  bench_watch_start ();
  g_application_run (G_APPLICATION (run.application), 0, NULL);

  return 0;
}
