/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that cannot be read for a while, commits that come in crowds, questions before there is a store, and networks
 * of a registry that is not as it should be. */

#include "config.h"

#include "cn-library-query.h"
#include "cn-network-tree.h"
#include "model-fixture.h"


static void
hide_articles (ModelFixture *fixture)
{
  model_fixture_exec_sql (fixture->path,
                          "PRAGMA legacy_alter_table = ON; ALTER TABLE article RENAME TO article_elsewhere");
}

static void
show_articles (ModelFixture *fixture)
{
  model_fixture_exec_sql (fixture->path,
                          "PRAGMA legacy_alter_table = ON; ALTER TABLE article_elsewhere RENAME TO article");
}

/* What is shown stays, and the next commit brings what was missed. */
static void
test_rows_cannot_be_read (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(CnArticleText) text = NULL;
  g_autoptr(CnArticleText) again = NULL;
  CnArticle *article;
  gint64 id;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 3);
  id = g_array_index (ids, gint64, 0);
  model_fixture_settle (&fixture, NULL);
  text = cn_test_await_object (cn_library_load_article (fixture.library, id), NULL);
  article = cn_article_text_get_article (text);
  g_assert_cmpstr (cn_article_get_title (article), ==, "Article 0");

  model_fixture_exec_sql (fixture.path, "UPDATE article SET title = 'Another title' WHERE title = 'Article 0'");
  hide_articles (&fixture);
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_ARTICLES, ids);
  model_fixture_settle (&fixture, NULL);
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_ALL, NULL);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpstr (cn_article_get_title (article), ==, "Article 0");
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);

  show_articles (&fixture);
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_ALL, NULL);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpstr (cn_article_get_title (article), ==, "Another title");
  again = cn_test_await_object (cn_library_load_article (fixture.library, id), NULL);
  g_assert_true (cn_article_text_get_article (again) == article);
  g_clear_object (&again);
  g_clear_object (&text);
  model_fixture_clear (&fixture);
}

/* A placeholder whose page could not be read is filled by the next commit. */
static void
test_page_cannot_be_read (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  CnTimeline *timeline;
  g_autoptr(CnArticle) article = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 200);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);

  hide_articles (&fixture);
  article = g_list_model_get_item (G_LIST_MODEL (timeline), 199);
  model_fixture_settle (&fixture, timeline);
  g_assert_false (cn_article_is_loaded (article));
  show_articles (&fixture);
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_ALL, NULL);
  model_fixture_settle (&fixture, timeline);
  g_assert_true (cn_article_is_loaded (article));
  g_assert_cmpstr (cn_article_get_title (article), ==, "Article 0");
  g_clear_object (&article);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* The list itself cannot be had: it stays, says why, and is there again when the store is. */
static void
test_list_cannot_be_read (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  CnTimeline *timeline;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);

  hide_articles (&fixture);
  cn_timeline_reload (timeline);
  model_fixture_settle (&fixture, timeline);
  g_assert_nonnull (cn_timeline_get_error_message (timeline));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 5);
  show_articles (&fixture);
  cn_timeline_reload (timeline);
  model_fixture_settle (&fixture, timeline);
  g_assert_null (cn_timeline_get_error_message (timeline));
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* Many pages at once, one article of which has gone meanwhile: all others come. */
static void
test_many_pages (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  CnTimeline *timeline;
  CnArticle *gone = NULL;
  g_autofree char *statement = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 3000);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  statement = g_strdup_printf ("UPDATE article SET is_hidden = 1 WHERE id = %" G_GINT64_FORMAT,
                               g_array_index (ids, gint64, 1500));
  model_fixture_exec_sql (fixture.path, statement);

  for (guint i = 0; i < 3000; i += 64)
    g_ptr_array_add (held, g_list_model_get_item (G_LIST_MODEL (timeline), i));
  gone = g_list_model_get_item (G_LIST_MODEL (timeline), 1499);
  g_main_context_iteration (NULL, FALSE);
  for (guint i = 32; i < 3000; i += 64)
    g_ptr_array_add (held, g_list_model_get_item (G_LIST_MODEL (timeline), i));
  model_fixture_settle (&fixture, timeline);
  for (guint i = 0; i < held->len; i++)
    g_assert_true (cn_article_is_loaded (g_ptr_array_index (held, i)));
  g_assert_cmpint (cn_article_get_id (gone), ==, g_array_index (ids, gint64, 1500));
  g_assert_false (cn_article_is_loaded (gone));
  g_object_unref (gone);
  g_clear_pointer (&held, g_ptr_array_unref);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* Who asks of a list whose library was closed gets placeholders. */
static void
test_closed_below_a_list (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(CnArticle) article = NULL;
  CnTimeline *timeline;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 200);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  cn_test_await_done (cn_library_close (fixture.library), NULL);
  article = g_list_model_get_item (G_LIST_MODEL (timeline), 199);
  cn_test_settle ();
  g_assert_false (cn_article_is_loaded (article));
  g_clear_object (&article);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* More commits than are worth looking at one by one: everything in use is read again. */
static void
test_crowd_of_commits (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  CnTimeline *timeline;
  Recorder recorder;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 1500);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));

  model_fixture_exec_sql (fixture.path, "UPDATE article SET is_hidden = 1 WHERE id % 2 = 0");
  for (guint i = 0; i < ids->len; i += 300)
    {
      g_autoptr(GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_vals (some, &g_array_index (ids, gint64, i), 300);
      cn_library_queue_change (fixture.library, CN_STORE_CHANGE_ARTICLES, some);
    }
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_NETWORKS, NULL);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 750);
  recorder_clear (&recorder);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* New counts of networks are no reason to look at the list again. */
static void
test_networks_alone (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  CnTimeline *timeline;
  Recorder recorder;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));
  model_fixture_exec_sql (fixture.path, "UPDATE article SET is_hidden = 1");
  cn_library_queue_change (fixture.library, CN_STORE_CHANGE_NETWORKS, NULL);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (recorder.n_signals, ==, 0);
  g_assert_cmpuint (recorder.ids->len, ==, 5);
  recorder_clear (&recorder);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* Found by its row, by its place, or not at all. */
static void
test_find_article (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) read = NULL;
  CnTimeline *timeline;
  g_autoptr(CnArticle) newest = NULL;
  g_autoptr(CnArticle) oldest = NULL;
  gint64 id;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 200);
  id = g_array_index (ids, gint64, 199);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (cn_timeline_find_article (timeline, g_array_index (ids, gint64, 0)), ==, 199);

  oldest = g_list_model_get_item (G_LIST_MODEL (timeline), 199);
  g_assert_false (cn_article_is_loaded (oldest));
  g_assert_cmpuint (cn_timeline_find_article (timeline, g_array_index (ids, gint64, 0)), ==, 199);
  newest = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_assert_cmpuint (cn_timeline_find_article (timeline, id), ==, 0);
  model_fixture_settle (&fixture, timeline);
  g_assert_true (cn_article_is_loaded (newest));
  g_assert_cmpuint (cn_timeline_find_article (timeline, id), ==, 0);

  read = cn_test_await_boxed (cn_library_set_read (fixture.library, &id, 1, TRUE), NULL);
  cn_timeline_set_show (timeline, CN_TIMELINE_SHOW_UNREAD);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (cn_timeline_find_article (timeline, id), ==, G_MAXUINT);
  g_clear_object (&newest);
  g_clear_object (&oldest);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

/* A list that will never come is not loading, and says why. */
static void
test_no_list (void)
{
  ModelFixture fixture;
  g_autofree char *folder = NULL;
  CnTimeline *timeline;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  folder = g_path_get_dirname (fixture.path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture.path, "This is a letter.\n", -1, NULL));
  timeline = cn_timeline_new (fixture.library);
  g_assert_true (cn_timeline_is_loading (timeline));
  cn_test_await_done (cn_library_open (fixture.library), NULL);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_FOREIGN);
  g_assert_false (cn_timeline_is_loading (timeline));
  g_assert_cmpstr (cn_timeline_get_error_message (timeline), ==, cn_library_get_error_message (fixture.library));
  g_assert_null (cn_test_await_object (cn_library_ensure_store (fixture.library), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

static void
test_questions (void)
{
  ModelFixture fixture;
  const CnArticleFilter filter = { .show = CN_TIMELINE_SHOW_ALL, .limit = 10 };
  gint64 wanted[] = { 999999, 0 };
  g_autoptr(GArray) none = NULL;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) nothing = NULL;
  g_autoptr(GPtrArray) articles = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  none = cn_test_await_boxed (cn_library_find_articles (fixture.library, &filter), NULL);
  nothing = cn_test_await_boxed (cn_library_load_articles (fixture.library, wanted, 1), NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);

  ids = model_fixture_add_many (&fixture, 3);
  found = cn_test_await_boxed (cn_library_find_articles (fixture.library, &filter), NULL);
  g_assert_cmpuint (found->len, ==, 3);
  wanted[1] = g_array_index (ids, gint64, 1);
  articles = cn_test_await_boxed (cn_library_load_articles (fixture.library, wanted, 2), NULL);
  g_assert_cmpuint (articles->len, ==, 1);
  g_assert_cmpint (cn_article_get_id (g_ptr_array_index (articles, 0)), ==, wanted[1]);
  g_clear_pointer (&articles, g_ptr_array_unref);
  model_fixture_clear (&fixture);
}

/* Two who ask at the same moment get one answer. */
static void
test_asked_twice (void)
{
  ModelFixture fixture;
  DexFuture *first, *second;
  g_autoptr(CnStore) store = NULL;
  g_autoptr(CnStore) again = NULL;

  model_fixture_init (&fixture);
  first = cn_library_open (fixture.library);
  second = cn_library_open (fixture.library);
  g_assert_true (first == second);
  g_assert_true (cn_test_await_done (first, NULL));
  g_assert_true (cn_test_await_done (second, NULL));

  /* Whose disk was full may have room again. */
  cn_library_set_state (fixture.library, CN_LIBRARY_STATE_FULL, "no room");
  first = cn_library_ensure_store (fixture.library);
  second = cn_library_ensure_store (fixture.library);
  store = cn_test_await_object (first, NULL);
  again = cn_test_await_object (second, NULL);
  g_assert_nonnull (store);
  g_assert_true (store == again);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_clear_object (&store);
  g_clear_object (&again);
  model_fixture_clear (&fixture);
}

static void
freed_cb (gpointer data)
{
  if (*(gboolean **) data != NULL)
    **(gboolean **) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return g_atomic_int_get ((int *) data);
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_long_array (void)
{
  ModelFixture fixture;
  GArray *array = g_array_new (FALSE, TRUE, sizeof (gboolean *));
  gboolean is_freed = FALSE;
  guint ticks = g_timeout_add (5, tick_cb, NULL);

  model_fixture_init (&fixture);
  g_array_set_size (array, 100000);
  g_array_index (array, gboolean *, 99999) = &is_freed;
  g_array_set_clear_func (array, freed_cb);
  cn_library_release_later (fixture.library, array);
  cn_test_wait_until (is_true, &is_freed);
  g_source_remove (ticks);
  model_fixture_clear (&fixture);
}

static void
add_network (GPtrArray  *records,
             const char *key,
             const char *parent,
             guint       n_articles)
{
  CnNetworkRecord *record = cn_network_record_new ();

  record->key = g_strdup (key);
  record->name = g_strdup_printf ("The Network %s", key);
  record->kind = g_strdup ("network");
  record->parent = g_strdup (parent);
  record->n_articles = n_articles;
  g_ptr_array_add (records, record);
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);
}

/* Children before their parents, parents that there are not, and a circle: each network is there once. */
static void
test_networks (void)
{
  g_autoptr(CnNetworkTree) tree = cn_network_tree_new ();
  g_autoptr(GPtrArray) records = new_records ();
  g_autoptr(GPtrArray) fewer = new_records ();
  CnNetwork *child;

  add_network (records, "child", "parent", 1);
  add_network (records, "parent", NULL, 2);
  add_network (records, "orphan", "nobody", 3);
  add_network (records, "a", "b", 4);
  add_network (records, "b", "a", 5);
  cn_network_tree_update (tree, records);

  child = cn_network_tree_lookup (tree, "child");
  g_assert_true (cn_network_get_parent (child) == cn_network_tree_lookup (tree, "parent"));
  g_assert_cmpuint (cn_network_get_color (child), ==, cn_network_get_color (cn_network_get_parent (child)));
  g_assert_cmpstr (cn_network_get_short_name (child), ==, "The Network child");
  g_assert_null (cn_network_get_parent (cn_network_tree_lookup (tree, "orphan")));
  g_assert_nonnull (cn_network_tree_lookup (tree, "a"));
  g_assert_nonnull (cn_network_tree_lookup (tree, "b"));
  g_assert_cmpuint (cn_network_get_n_articles (cn_network_tree_lookup (tree, "orphan")), ==, 3);

  /* What is no longer named has no articles, but is still there for who holds it. */
  add_network (fewer, "parent", NULL, 7);
  cn_network_tree_update (tree, fewer);
  g_assert_true (child == cn_network_tree_lookup (tree, "child"));
  g_assert_cmpuint (cn_network_get_n_articles (child), ==, 0);
  g_assert_cmpuint (cn_network_get_n_articles (cn_network_tree_lookup (tree, "parent")), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/model/refresh/rows-that-cannot-be-read-stay-until-they-can", test_rows_cannot_be_read);
  g_test_add_func ("/model/refresh/a-page-that-cannot-be-read-comes-later", test_page_cannot_be_read);
  g_test_add_func ("/model/refresh/a-list-that-cannot-be-read-stays", test_list_cannot_be_read);
  g_test_add_func ("/model/refresh/many-pages-come-without-what-has-gone", test_many_pages);
  g_test_add_func ("/model/refresh/a-closed-library-gives-placeholders", test_closed_below_a_list);
  g_test_add_func ("/model/refresh/a-crowd-of-commits-is-one", test_crowd_of_commits);
  g_test_add_func ("/model/refresh/new-counts-move-nothing", test_networks_alone);
  g_test_add_func ("/model/refresh/an-article-is-found-or-not", test_find_article);
  g_test_add_func ("/model/refresh/a-list-that-never-comes-says-why", test_no_list);
  g_test_add_func ("/model/refresh/questions-have-answers-before-there-is-a-store", test_questions);
  g_test_add_func ("/model/refresh/who-asks-twice-gets-the-same", test_asked_twice);
  g_test_add_func ("/model/refresh/a-long-array-goes-on-a-thread", test_long_array);
  g_test_add_func ("/model/refresh/each-network-is-there-once", test_networks);

  return g_test_run ();
}
