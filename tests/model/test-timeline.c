/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline: what it signals, what it shows, what it fetches, and that it is gone when it is let go.
 *
 * A recorder that knows the list only from its signals must hold the same list after each of them. */

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

static void
test_no_file (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;

  model_fixture_init (&fixture);
  timeline = cn_timeline_new (fixture.library);
  g_assert_true (cn_timeline_is_loading (timeline));
  model_fixture_open (&fixture);
  g_assert_false (cn_timeline_is_loading (timeline));
  g_assert_null (cn_timeline_get_error_message (timeline));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0);
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
test_first_articles (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  Recorder recorder;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) expected = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  timeline = cn_timeline_new (fixture.library);
  recorder_init (&recorder, G_LIST_MODEL (timeline));
  ids = model_fixture_add_many (&fixture, 100);
  model_fixture_settle (&fixture, timeline);
  expected = model_fixture_list (&fixture, CN_TIMELINE_SCOPE_ALL, NULL);
  g_assert_cmpuint (expected->len, ==, 100);
  assert_ids (&recorder, expected);
  recorder_clear (&recorder);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
test_head_first (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  Recorder recorder;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) expected = NULL;
  g_autoptr(CnArticle) first = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 3000);
  model_fixture_settle (&fixture, NULL);
  timeline = cn_timeline_new (fixture.library);
  recorder_init (&recorder, G_LIST_MODEL (timeline));
  while (recorder.n_signals == 0)
    g_main_context_iteration (NULL, TRUE);

  /* The first rows are filled before anybody has asked for them; what the view makes rows of comes in portions of 32,
   * the rest at once. */
  g_assert_cmpuint (recorder.ids->len, ==, 32);
  first = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_assert_true (cn_article_is_loaded (first));
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.n_signals, ==, 1 + 7 + 1);
  g_assert_cmpuint (recorder.largest_addition, ==, 3000 - 32 - 7 * 32);
  expected = model_fixture_list (&fixture, CN_TIMELINE_SCOPE_ALL, NULL);
  assert_ids (&recorder, expected);

  /* Nor do the rows all go at once: the end of the list first, in portions, and what is left at last. */
  recorder.n_signals = 0;
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_STARRED);
  while (recorder.n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (recorder.ids->len, ==, 32 + 2 * 64);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.n_signals, ==, 3 + 1);
  g_assert_cmpuint (recorder.ids->len, ==, 0);

  recorder_clear (&recorder);
  drop_timeline (timeline);
  g_clear_object (&first);
  model_fixture_clear (&fixture);
}

static void
test_filter_keeps_the_list (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autoptr(GArray) ids = NULL;
  Recorder recorder;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 10);
  model_fixture_settle (&fixture, NULL);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));

  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_STARRED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 10);
  g_assert_false (cn_timeline_is_loading (timeline));
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0);

  /* There and back before the answer comes: nothing has happened. */
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_ALL);
  model_fixture_settle (&fixture, timeline);
  recorder.n_signals = 0;
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_STARRED);
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_ALL);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.n_signals, ==, 0);

  recorder_clear (&recorder);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
test_networks_are_a_set (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  const char *const ab[] = { "eurocities", "oasc", "eurocities", NULL };
  const char *const ba[] = { "oasc", "eurocities", NULL };

  model_fixture_init (&fixture);
  timeline = cn_timeline_new (fixture.library);
  cn_timeline_set_networks (timeline, ab);
  g_assert_cmpuint (g_strv_length ((GStrv) cn_timeline_get_networks (timeline)), ==, 2);
  cn_timeline_set_networks (timeline, ba);
  g_assert_cmpstr (cn_timeline_get_networks (timeline)[0], ==, "eurocities");
  cn_timeline_toggle_network (timeline, "eurocities");
  g_assert_cmpuint (g_strv_length ((GStrv) cn_timeline_get_networks (timeline)), ==, 1);
  cn_timeline_toggle_network (timeline, "scn");
  g_assert_cmpstr (cn_timeline_get_networks (timeline)[1], ==, "scn");
  cn_timeline_set_networks (timeline, NULL);
  g_assert_cmpuint (g_strv_length ((GStrv) cn_timeline_get_networks (timeline)), ==, 0);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
test_read_stays_in_unread (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  Recorder recorder;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) changed = NULL;
  g_autoptr(GArray) more = NULL;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr(CnArticle) article = NULL;
  gint64 id;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 10);
  model_fixture_settle (&fixture, NULL);
  timeline = cn_timeline_new (fixture.library);
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_UNREAD);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));

  article = g_list_model_get_item (G_LIST_MODEL (timeline), 3);
  id = cn_article_get_id (article);
  changed = cn_test_await_boxed (cn_library_set_read (fixture.library, &id, 1, TRUE), NULL);
  g_assert_cmpuint (changed->len, ==, 1);
  model_fixture_settle (&fixture, timeline);

  /* The row says so and stays, also when others come. */
  g_assert_true (cn_article_is_read (article));
  g_assert_cmpuint (recorder.n_signals, ==, 0);
  g_ptr_array_add (drafts, model_draft (500, cn_date_new_day (2020, 1, 1), NULL));
  more = model_fixture_add (&fixture, drafts, NULL);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.ids->len, ==, 11);
  g_assert_cmpuint (cn_timeline_find_article (timeline, id), ==, 4);

  /* It goes with the next look. */
  cn_timeline_reload (timeline);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.ids->len, ==, 10);
  g_assert_cmpuint (cn_timeline_find_article (timeline, id), ==, G_MAXUINT);

  recorder_clear (&recorder);
  drop_timeline (timeline);
  g_clear_object (&article);
  model_fixture_clear (&fixture);
}

/* More than the store names one by one: the list is asked for again, and still nothing goes that only lost its mark. */
static void
test_many_at_once (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) changed = NULL;
  gint64 import_id;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  for (guint i = 0; i < 1500; i++)
    g_ptr_array_add (drafts, model_draft (i, cn_date_new_month (1900 + (int) i / 12, 1 + (int) i % 12), NULL));
  timeline = cn_timeline_new (fixture.library);
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_UNREAD);
  model_fixture_settle (&fixture, timeline);
  ids = model_fixture_add (&fixture, drafts, &import_id);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 1500);

  changed = cn_test_await_boxed (cn_library_set_read (fixture.library, (gint64 *) (gpointer) ids->data, ids->len, TRUE),
                                 NULL);
  g_assert_cmpuint (changed->len, ==, 1500);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 1500);
  g_assert_cmpuint (cn_library_get_n_unread (fixture.library), ==, 0);

  g_assert_cmpuint (cn_test_await_uint (cn_library_undo_import (fixture.library, import_id), NULL), ==, 1500);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

/* GtkListView looks at all its rows at each signal: a filter that leaves every third article is one when the end of the
 * list is gone, and so is the head of the way back. */
static void
test_near_edits (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  Recorder recorder;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) changed = NULL;
  gint64 starred[30];

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 90);
  for (guint i = 0; i < G_N_ELEMENTS (starred); i++)
    starred[i] = g_array_index (ids, gint64, 3 * i);
  changed = cn_test_await_boxed (cn_library_set_starred (fixture.library, starred, G_N_ELEMENTS (starred), TRUE), NULL);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));

  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_STARRED);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.ids->len, ==, 30);
  g_assert_cmpuint (recorder.n_signals, ==, 1 + 1);
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_ALL);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.ids->len, ==, 90);
  g_assert_cmpuint (recorder.n_signals, ==, 2 + 1 + 2);

  recorder_clear (&recorder);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

/* Far from each other they are signalled one by one, and whoever reads between them keeps the place. */
static void
test_far_edits (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  Recorder recorder;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) between = NULL;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  gint64 import_id;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 1500);
  for (int i = 0; i < 70; i++)
    g_ptr_array_add (drafts, model_draft (5000 + (guint) i,
                                          cn_date_add_days (cn_date_new_day (2001, 1, 1), 20 * i), NULL));
  between = model_fixture_add (&fixture, drafts, &import_id);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));

  g_assert_cmpuint (cn_test_await_uint (cn_library_undo_import (fixture.library, import_id), NULL), ==, 70);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.ids->len, ==, 1500);
  g_assert_cmpuint (recorder.n_signals, ==, 70);
  g_assert_cmpuint (recorder.largest_addition, ==, 0);

  recorder_clear (&recorder);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
test_sections (void)
{
  static const struct { int year, month, day; } dates[] = {
    { 2021, 6, 4 }, { 2021, 6, 0 }, { 2021, 5, 31 }, { 2021, 0, 0 }, { 2016, 6, 29 }, { 0, 0, 0 }, { 0, 0, 0 },
  };
  static const struct { guint start, end; int year, month; } expected[] = {
    { 0, 2, 2021, 6 }, { 0, 2, 2021, 6 }, { 2, 3, 2021, 5 }, { 3, 4, 2021, 0 }, { 4, 5, 2016, 6 }, { 5, 7, 0, 0 },
    { 5, 7, 0, 0 },
  };
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  guint start;
  guint end;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      CnDate date = dates[i].day != 0 ? cn_date_new_day (dates[i].year, dates[i].month, dates[i].day)
                    : dates[i].month != 0 ? cn_date_new_month (dates[i].year, dates[i].month)
                    : dates[i].year != 0 ? cn_date_new_year (dates[i].year) : CN_DATE_NONE;

      g_ptr_array_add (drafts, model_draft (i, date, NULL));
    }
  ids = model_fixture_add (&fixture, drafts, NULL);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      CnDate section = cn_timeline_get_section (timeline, i, &start, &end);

      g_assert_cmpuint (start, ==, expected[i].start);
      g_assert_cmpuint (end, ==, expected[i].end);
      g_assert_cmpint (section.year, ==, expected[i].year);
      g_assert_cmpint (section.month, ==, expected[i].month);
    }
  cn_timeline_get_section (timeline, 7, &start, &end);
  g_assert_cmpuint (start, ==, 7);
  g_assert_cmpuint (end, ==, G_MAXUINT);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
count_cb (gpointer object,
          guint   *count)
{
  (*count)++;
}

static gboolean
loader_is_idle (gpointer loader)
{
  return cn_row_loader_is_idle (loader);
}

static void
test_placeholder_fills (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(CnArticle) article = NULL;
  g_autoptr(CnArticle) same = NULL;
  g_autoptr(CnArticle) neighbour = NULL;
  guint n_changed = 0;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 1000);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);

  article = g_list_model_get_item (G_LIST_MODEL (timeline), 700);
  same = g_list_model_get_item (G_LIST_MODEL (timeline), 700);
  g_assert_true (article == same);
  g_assert_false (cn_article_is_loaded (article));
  g_assert_null (cn_article_get_title (article));
  g_signal_connect (article, "changed", G_CALLBACK (count_cb), &n_changed);
  model_fixture_settle (&fixture, timeline);
  g_assert_true (cn_article_is_loaded (article));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (cn_article_get_title (article), ==, "Article 299");

  /* Its page has come with it. */
  neighbour = g_list_model_get_item (G_LIST_MODEL (timeline), 701);
  g_assert_true (cn_article_is_loaded (neighbour));
  g_clear_object (&neighbour);
  g_clear_object (&same);
  drop_timeline (timeline);
  g_signal_handlers_disconnect_by_func (article, count_cb, &n_changed);
  g_clear_object (&article);
  model_fixture_clear (&fixture);
}

/* While a page waits for its turn, an article comes into it. */
static void
test_page_changes_while_it_waits (void)
{
  ModelFixture fixture;
  CnRowLoader *loader;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(CnArticle) first = NULL;
  g_autoptr(CnArticle) second = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 2);
  model_fixture_settle (&fixture, NULL);
  first = cn_library_dup_article (fixture.library, g_array_index (ids, gint64, 0));
  second = cn_library_dup_article (fixture.library, g_array_index (ids, gint64, 1));
  loader = cn_row_loader_new (fixture.library);
  cn_row_loader_request (loader, (const gint64 *) (gpointer) ids->data, 1);
  cn_row_loader_request (loader, (const gint64 *) (gpointer) ids->data, 2);
  cn_test_wait_until (loader_is_idle, loader);
  g_assert_true (cn_article_is_loaded (first));
  g_assert_true (cn_article_is_loaded (second));
  cn_row_loader_free (loader);
  g_clear_object (&first);
  g_clear_object (&second);
  model_fixture_clear (&fixture);
}

/* Its page could not be read, and the library was opened again. */
static void
test_placeholder_fills_later (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(CnArticle) article = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 2);
  model_fixture_settle (&fixture, NULL);
  article = cn_library_dup_article (fixture.library, g_array_index (ids, gint64, 0));
  g_assert_false (cn_article_is_loaded (article));
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_ALL, NULL);
  model_fixture_settle (&fixture, NULL);
  g_assert_true (cn_article_is_loaded (article));
  g_clear_object (&article);
  model_fixture_clear (&fixture);
}

static void
test_unwanted_page_is_dropped (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(CnArticle) wanted = NULL;
  g_autoptr(CnArticle) later = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 2000);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (timeline), 1000));
  wanted = g_list_model_get_item (G_LIST_MODEL (timeline), 1900);
  model_fixture_settle (&fixture, timeline);
  g_assert_true (cn_article_is_loaded (wanted));
  later = g_list_model_get_item (G_LIST_MODEL (timeline), 1000);
  g_assert_false (cn_article_is_loaded (later));
  g_clear_object (&wanted);
  g_clear_object (&later);
  model_fixture_settle (&fixture, timeline);
  drop_timeline (timeline);
  model_fixture_clear (&fixture);
}

static void
test_rows_are_let_go (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autoptr(GArray) ids = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5000);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  for (guint i = 0; i < 5000; i += 50)
    {
      g_autoptr(CnArticle) article = g_list_model_get_item (G_LIST_MODEL (timeline), i);

      model_fixture_settle (&fixture, timeline);
      g_assert_true (cn_article_is_loaded (article));
    }
  g_assert_cmpuint (cn_article_map_get_size (fixture.library->articles), <=, 1000);
  drop_timeline (timeline);
  g_assert_cmpuint (cn_article_map_get_size (fixture.library->articles), ==, 0);
  model_fixture_clear (&fixture);
}

/* At every depth of what can be under way when a timeline is let go. */
static void
test_late_replies (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 3000);
  for (guint turns = 0; turns < 60; turns++)
    {
      CnTimeline *timeline = cn_timeline_new (fixture.library);
      g_autoptr(CnArticle) article = NULL;

      for (guint i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      article = g_list_model_get_item (G_LIST_MODEL (timeline), 100);
      if (turns % 3 == 1)
        cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_UNREAD);
      if (turns % 3 == 2)
        cn_timeline_reload (timeline);
      for (guint i = 0; i < turns % 7; i++)
        g_main_context_iteration (NULL, FALSE);
      drop_timeline (timeline);
    }
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_article_map_get_size (fixture.library->articles), ==, 0);
  model_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/model/timeline/without-a-file-is-empty-and-makes-none", test_no_file);
  g_test_add_func ("/model/timeline/shows-the-first-articles-of-a-new-library", test_first_articles);
  g_test_add_func ("/model/timeline/shows-a-filled-head-first-and-the-rest-in-portions", test_head_first);
  g_test_add_func ("/model/timeline/a-change-of-filter-keeps-the-list-until-the-answer", test_filter_keeps_the_list);
  g_test_add_func ("/model/timeline/networks-are-a-set", test_networks_are_a_set);
  g_test_add_func ("/model/timeline/what-is-read-stays-in-unread-until-the-next-look", test_read_stays_in_unread);
  g_test_add_func ("/model/timeline/more-than-a-thousand-at-once-are-one-new-question", test_many_at_once);
  g_test_add_func ("/model/timeline/edits-near-each-other-are-one-signal", test_near_edits);
  g_test_add_func ("/model/timeline/edits-far-from-each-other-keep-what-is-between", test_far_edits);
  g_test_add_func ("/model/timeline/sections-are-months-and-undated-last", test_sections);
  g_test_add_func ("/model/rows/a-placeholder-fills-with-its-page", test_placeholder_fills);
  g_test_add_func ("/model/rows/a-page-may-change-while-it-waits", test_page_changes_while_it_waits);
  g_test_add_func ("/model/rows/a-placeholder-fills-when-its-page-failed", test_placeholder_fills_later);
  g_test_add_func ("/model/rows/a-page-that-nobody-holds-is-not-fetched", test_unwanted_page_is_dropped);
  g_test_add_func ("/model/rows/are-let-go", test_rows_are_let_go);
  g_test_add_func ("/model/timeline/a-late-reply-finds-nobody", test_late_replies);

  return g_test_run ();
}
