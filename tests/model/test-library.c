/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The library: its states, its networks and counts, marks, and what happens beside another process. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "model-fixture.h"

static char *program;

/* A store with @n articles that nobody has open. */
static void
make_store (ModelFixture *fixture,
            guint         n)
{
  g_autoptr(GArray) ids = NULL;

  model_fixture_open (fixture);
  ids = model_fixture_add_many (fixture, n);
  model_fixture_settle (fixture, NULL);
  cn_test_await_done (cn_library_close (fixture->library), NULL);
}

static char *
checksum_of (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static void
spoil_foreign_text (ModelFixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, "This is a letter, not a library.\n", -1, NULL));
}

static void
spoil_foreign_database (ModelFixture *fixture)
{
  g_unlink (fixture->path);
  model_fixture_exec_sql (fixture->path,
                          "CREATE TABLE song (title TEXT); PRAGMA application_id = 7; PRAGMA user_version = 3;");
}

static void
spoil_folder (ModelFixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
}

static void
spoil_newer (ModelFixture *fixture)
{
  model_fixture_exec_sql (fixture->path, "PRAGMA user_version = 9999;");
}

static void
spoil_bytes (ModelFixture *fixture)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + 100, 0x5a, length - 100);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));
}

typedef struct
{
  const char     *name;
  void          (*spoil) (ModelFixture *fixture);
  CnLibraryState  state;
} StateRow;

static const StateRow state_rows[] = {
  { "text-is-foreign", spoil_foreign_text, CN_LIBRARY_STATE_FOREIGN },
  { "another-database-is-foreign", spoil_foreign_database, CN_LIBRARY_STATE_FOREIGN },
  { "a-folder-is-foreign", spoil_folder, CN_LIBRARY_STATE_FOREIGN },
  { "a-newer-store-is-too-new", spoil_newer, CN_LIBRARY_STATE_TOO_NEW },
  { "overwritten-pages-are-damage", spoil_bytes, CN_LIBRARY_STATE_DAMAGED },
};

static void
test_state (gconstpointer data)
{
  const StateRow *row = data;
  ModelFixture fixture;
  g_autoptr(CnTimeline) timeline = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean is_file;

  model_fixture_init (&fixture);
  make_store (&fixture, 20);
  row->spoil (&fixture);
  is_file = g_file_test (fixture.path, G_FILE_TEST_IS_REGULAR);
  before = is_file ? checksum_of (fixture.path) : NULL;

  timeline = cn_timeline_new (fixture.library);
  cn_test_await_done (cn_library_open (fixture.library), &error);
  g_assert_nonnull (error);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, row->state);
  g_assert_nonnull (cn_library_get_error_message (fixture.library));
  g_assert_false (cn_timeline_is_loading (timeline));
  g_assert_nonnull (cn_timeline_get_error_message (timeline));

  /* The file is never harmed, and trying again says the same. */
  g_clear_error (&error);
  cn_test_await_done (cn_library_open (fixture.library), &error);
  g_assert_nonnull (error);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, row->state);
  after = is_file ? checksum_of (fixture.path) : NULL;
  g_assert_cmpstr (before, ==, after);
  g_clear_object (&timeline);
  model_fixture_clear (&fixture);
}

static void
test_restore_over_damage (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autofree char *copy = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *bad = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  copy = model_fixture_dup_path (&fixture, "copy.db");
  bad = model_fixture_write (&fixture, "bad.db", "This is no copy.\n");
  model_fixture_open (&fixture);
  g_clear_pointer (&copy, g_free);
  copy = model_fixture_dup_path (&fixture, "copy.db");
  {
    g_autoptr(GArray) ids = model_fixture_add_many (&fixture, 20);

    cn_test_await_done (cn_library_backup (fixture.library, copy), &error);
    g_assert_no_error (error);
  }
  cn_test_await_done (cn_library_close (fixture.library), NULL);
  spoil_bytes (&fixture);
  cn_test_await_done (cn_library_open (fixture.library), NULL);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_DAMAGED);
  timeline = cn_timeline_new (fixture.library);

  /* What is no sound copy moves nothing. */
  g_assert_null (cn_test_await_string (cn_library_restore (fixture.library, bad), &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  aside = cn_test_await_string (cn_library_restore (fixture.library, copy), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 20);
  g_assert_null (cn_timeline_get_error_message (timeline));
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

static void
test_restore_in_use (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  g_autofree char *copy = NULL;
  g_autofree char *aside = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) more = NULL;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  copy = model_fixture_dup_path (&fixture, "copy.db");
  ids = model_fixture_add_many (&fixture, 20);
  cn_test_await_done (cn_library_backup (fixture.library, copy), &error);
  g_assert_no_error (error);
  g_ptr_array_add (drafts, model_draft (900, cn_date_new_day (2022, 2, 2), NULL));
  more = model_fixture_add (&fixture, drafts, NULL);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 21);
  aside = cn_test_await_string (cn_library_restore (fixture.library, copy), &error);
  g_assert_no_error (error);
  model_fixture_settle (&fixture, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 20);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 20);
  g_assert_finalize_object (timeline);
  model_fixture_clear (&fixture);
}

static void
test_networks (void)
{
  ModelFixture fixture;
  GListModel *networks;
  guint n;
  CnNetwork *child = NULL;

  model_fixture_init (&fixture);
  networks = cn_library_get_networks (fixture.library);
  model_fixture_open (&fixture);
  n = g_list_model_get_n_items (networks);
  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n && child == NULL; i++)
    {
      g_autoptr(CnNetwork) network = g_list_model_get_item (networks, i);
      GListModel *children = cn_network_get_children (network);

      g_assert_null (cn_network_get_parent (network));
      g_assert_cmpuint (cn_network_get_color (network), <, CN_NETWORK_N_COLORS);
      if (g_list_model_get_n_items (children) > 0)
        {
          child = g_list_model_get_item (children, 0);
          g_assert_true (cn_network_get_parent (child) == network);
          g_assert_cmpuint (cn_network_get_color (child), ==, cn_network_get_color (network));
        }
    }
  g_assert_nonnull (child);
  g_assert_true (child == cn_library_lookup_network (fixture.library, cn_network_get_id (child)));
  g_assert_null (cn_library_lookup_network (fixture.library, "nobody"));
  g_clear_object (&child);

  /* Opening again makes no second ones. */
  model_fixture_open (&fixture);
  g_assert_cmpuint (g_list_model_get_n_items (networks), ==, n);
  model_fixture_clear (&fixture);
}

static void
test_marks (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) changed = NULL;
  g_autoptr(GArray) again = NULL;
  g_autoptr(GArray) starred = NULL;
  g_autoptr(CnArticleText) text = NULL;
  g_autoptr(CnArticle) article = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 10);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_unread (fixture.library), ==, 10);

  text = cn_test_await_object (cn_library_load_article (fixture.library, g_array_index (ids, gint64, 0)), NULL);
  article = g_object_ref (cn_article_text_get_article (text));
  g_assert_false (cn_article_is_read (article));

  changed = cn_test_await_boxed (cn_library_set_read (fixture.library, (gint64 *) (gpointer) ids->data, 4, TRUE), NULL);
  g_assert_cmpuint (changed->len, ==, 4);
  again = cn_test_await_boxed (cn_library_set_read (fixture.library, (gint64 *) (gpointer) ids->data, 6, TRUE), NULL);
  g_assert_cmpuint (again->len, ==, 2);
  starred = cn_test_await_boxed (cn_library_set_starred (fixture.library, (gint64 *) (gpointer) ids->data, 1, TRUE),
                                 NULL);
  g_assert_cmpuint (starred->len, ==, 1);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_unread (fixture.library), ==, 4);
  g_assert_cmpuint (cn_library_get_n_starred (fixture.library), ==, 1);
  g_assert_true (cn_article_is_read (article));
  g_assert_true (cn_article_is_starred (article));
  g_clear_object (&text);
  g_clear_object (&article);
  model_fixture_clear (&fixture);
}

static void
test_no_store_yet (void)
{
  ModelFixture fixture;
  gint64 id = 1;
  g_autoptr(GArray) changed = NULL;
  g_auto(GStrv) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *clause = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  changed = cn_test_await_boxed (cn_library_set_read (fixture.library, &id, 1, TRUE), NULL);
  g_assert_cmpuint (changed->len, ==, 0);
  problems = cn_test_await_boxed (cn_library_check (fixture.library), NULL);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  g_assert_null (cn_test_await_object (cn_library_load_article (fixture.library, 1), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND);
  clause = cn_library_describe_error (error);
  g_assert_cmpstr (clause, ==, "it was not found");
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  model_fixture_clear (&fixture);
}

static void
test_read_only (void)
{
  ModelFixture fixture;
  g_autofree char *folder = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = 1;

  if (model_fixture_skip_unforbidden ())
    return;

  model_fixture_init (&fixture);
  make_store (&fixture, 20);
  folder = g_path_get_dirname (fixture.path);
  g_chmod (fixture.folder, 0755);
  g_chmod (folder, 0777);
  g_chmod (fixture.path, 0444);
  model_fixture_become_nobody ();

  cn_test_await_done (cn_library_open (fixture.library), &error);
  g_assert_no_error (error);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READ_ONLY);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 20);
  g_assert_null (cn_test_await_boxed (cn_library_set_read (fixture.library, &id, 1, TRUE), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY);
  cn_test_await_done (cn_library_close (fixture.library), NULL);
  model_fixture_become_oneself ();
  g_chmod (folder, 0755);
  model_fixture_clear (&fixture);
}

static void
test_locked (void)
{
  ModelFixture fixture;
  sqlite3 *db = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  make_store (&fixture, 20);
  g_assert_cmpint (sqlite3_open (fixture.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version", NULL,
                                 NULL, NULL), ==, SQLITE_OK);
  cn_test_await_done (cn_library_open (fixture.library), &error);
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_BUSY);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_LOCKED);
  sqlite3_close (db);

  /* Trying again helps once the other has gone. */
  model_fixture_open (&fixture);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_assert_null (cn_library_get_error_message (fixture.library));
  model_fixture_clear (&fixture);
}

static void
test_folder_may_not_be_made (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("A notice\n\nThe office is closed.\n", 32);
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  if (model_fixture_skip_unforbidden ())
    return;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  g_chmod (fixture.folder, 0555);
  model_fixture_become_nobody ();
  importer = cn_importer_new (fixture.library);
  cn_importer_add_bytes (importer, bytes, "text/plain", "notice");
  report = cn_test_await_boxed (cn_importer_run (importer), &error);
  model_fixture_become_oneself ();
  g_assert_null (report);
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READ_ONLY);
  g_chmod (fixture.folder, 0755);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static gboolean
has_thirty (gpointer library)
{
  return cn_library_get_n_articles (library) == 30;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_other_process (void)
{
  ModelFixture fixture;
  CnTimeline *timeline;
  Recorder recorder;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) expected = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GError) error = NULL;
  guint ticks = g_timeout_add (20, tick_cb, NULL);

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 20);
  timeline = cn_timeline_new (fixture.library);
  model_fixture_settle (&fixture, timeline);
  recorder_init (&recorder, G_LIST_MODEL (timeline));

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--add", fixture.path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
  cn_test_wait_until (has_thirty, fixture.library);
  model_fixture_settle (&fixture, timeline);
  expected = model_fixture_list (&fixture, CN_TIMELINE_SCOPE_ALL, NULL);
  g_assert_cmpuint (expected->len, ==, 30);
  g_assert_cmpuint (recorder.ids->len, ==, 30);
  for (guint i = 0; i < 30; i++)
    g_assert_cmpint (g_array_index (recorder.ids, gint64, i), ==, g_array_index (expected, gint64, i));
  recorder_clear (&recorder);
  g_assert_finalize_object (timeline);
  g_source_remove (ticks);
  model_fixture_clear (&fixture);
}

/* What the other process does: adds ten articles and goes. */
static int
add_and_exit (const char *path)
{
  ModelFixture fixture = { .path = g_strdup (path), .library = cn_library_new (path) };
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr(GArray) ids = NULL;

  model_fixture_open (&fixture);
  for (guint i = 0; i < 10; i++)
    g_ptr_array_add (drafts, model_draft (1000 + i, cn_date_new_month (2003, 1 + (int) i), NULL));
  ids = model_fixture_add (&fixture, drafts, NULL);
  cn_test_await_done (cn_library_close (fixture.library), NULL);
  g_object_unref (fixture.library);
  g_free (fixture.path);
  return 0;
}

/* Whoever waits for an opening is told that the library has gone, and nothing of it is left behind then. */
static void
test_gone_while_opening (void)
{
  ModelFixture fixture;

  model_fixture_init (&fixture);
  make_store (&fixture, 20);
  for (guint turns = 0; turns < 20; turns++)
    {
      CnLibrary *library = cn_library_new (fixture.path);
      DexFuture *future = cn_library_open (library);
      g_autoptr(GError) error = NULL;

      for (guint i = 0; i < turns && dex_future_is_pending (future); i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_finalize_object (library);
      if (!cn_test_await_done (future, &error))
        g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED);
    }
  model_fixture_clear (&fixture);
}

static void
test_gone_while_making (void)
{
  ModelFixture fixture;
  CnLibrary *library;
  DexFuture *future;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  library = cn_library_new (fixture.path);
  cn_test_await_done (cn_library_open (library), &error);
  g_assert_no_error (error);
  future = cn_library_ensure_store (library);
  g_assert_finalize_object (library);
  g_assert_null (cn_test_await_object (future, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED);
  model_fixture_clear (&fixture);
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* A program that ends while its library opens, which takes as long as another one holds the file. */
static int
end_while_opening (const char *path)
{
  g_autoptr(CnLibrary) library = cn_library_new (path);
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;
  guint ticks = g_timeout_add (5, tick_cb, NULL);
  DexFuture *future = cn_library_open (library);

  cn_test_wait_until (is_past, &end);
  g_source_remove (ticks);
  g_assert_true (dex_future_is_pending (future));
  dex_unref (future);
  return 0;
}

/* What it has read by then must be known to more than the stack of a fiber, where leak checkers do not look. */
static void
test_end_while_opening (void)
{
  ModelFixture fixture;
  sqlite3 *db = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  make_store (&fixture, 20);
  g_assert_cmpint (sqlite3_open (fixture.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version", NULL,
                                 NULL, NULL), ==, SQLITE_OK);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--end-while-opening", fixture.path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
  sqlite3_close (db);
  model_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  dex_init ();
  if (argc == 3 && g_str_equal (argv[1], "--add"))
    return add_and_exit (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--end-while-opening"))
    return end_while_opening (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (state_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/library/%s-and-stays-as-it-is", state_rows[i].name);

      g_test_add_data_func (path, &state_rows[i], test_state);
    }
  g_test_add_func ("/model/library/a-copy-takes-the-place-of-damage", test_restore_over_damage);
  g_test_add_func ("/model/library/a-copy-is-restored-while-in-use", test_restore_in_use);
  g_test_add_func ("/model/library/networks-are-one-object-each", test_networks);
  g_test_add_func ("/model/library/marks-say-what-they-changed-and-count", test_marks);
  g_test_add_func ("/model/library/without-a-file-is-ready-and-makes-none", test_no_store_yet);
  g_test_add_func ("/model/library/a-read-only-store-can-be-read", test_read_only);
  g_test_add_func ("/model/library/a-locked-store-opens-when-it-is-free", test_locked);
  g_test_add_func ("/model/library/a-folder-that-cannot-be-made-is-read-only", test_folder_may_not_be_made);
  g_test_add_func ("/model/library/another-process-is-noticed", test_other_process);
  g_test_add_func ("/model/library/may-go-while-it-opens", test_gone_while_opening);
  g_test_add_func ("/model/library/may-go-while-it-makes-its-file", test_gone_while_making);
  g_test_add_func ("/model/library/a-program-may-end-while-it-opens", test_end_while_opening);

  return g_test_run ();
}
