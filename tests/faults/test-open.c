/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that may lie where a store should be: each gets its own code within a second, and stays as it was. */

#include "config.h"

#include "store-files.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_USEC G_USEC_PER_SEC

typedef struct
{
  const char       *name;
  void            (*prepare) (StoreFixture *self);
  CnStoreOpenFlags  flags;
  int               code;
} Row;

static void
prepare_nothing (StoreFixture *self)
{
}

static void
prepare_no_folder (StoreFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "no", "such", "folder.citynet", NULL);

  g_set_str (&self->path, path);
}

static void
prepare_file_as_folder (StoreFixture *self)
{
  g_autofree char *path = g_build_filename (self->path, "inside", NULL);

  store_files_write (self->path, "x", 1);
  g_set_str (&self->path, path);
}

static void
prepare_folder (StoreFixture *self)
{
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
}

static void
prepare_fifo (StoreFixture *self)
{
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
}

static void
prepare_link_loop (StoreFixture *self)
{
  g_assert_cmpint (symlink (self->path, self->path), ==, 0);
}

static void
prepare_link_to_nothing (StoreFixture *self)
{
  g_assert_cmpint (symlink ("elsewhere", self->path), ==, 0);
}

static void
prepare_text (StoreFixture *self)
{
  store_files_write (self->path, "Dear reader,\n", 13);
}

static void
prepare_long_text (StoreFixture *self)
{
  g_autofree char *text = g_strnfill (100000, 'x');

  store_files_write (self->path, text, 100000);
}

/* As long as a page, as the files of other programs often are. */
static void
prepare_page_of_text (StoreFixture *self)
{
  g_autofree char *text = g_strnfill (4096, 'x');

  store_files_write (self->path, text, 4096);
}

static void
overwrite_header (StoreFixture *self,
                  guint8        tree)
{
  g_autofree char *text = g_strnfill (100, 'x');

  store_files_make_store (self, "text");
  store_files_overwrite (self->path, 0, text, 100);
  store_files_overwrite (self->path, 100, &tree, 1);
}

static void
prepare_text_over_the_header_of_a_leaf (StoreFixture *self)
{
  overwrite_header (self, 0x0d);
}

static void
prepare_text_over_the_header_of_a_tree (StoreFixture *self)
{
  overwrite_header (self, 0x05);
}

static void
prepare_small_pages (StoreFixture *self)
{
  store_files_make_store (self, "text");
  store_files_overwrite (self->path, 16, "\1\0", 2);
}

static void
prepare_odd_pages (StoreFixture *self)
{
  store_files_make_store (self, "text");
  store_files_overwrite (self->path, 16, "\x10\1", 2);
}

static void
prepare_picture (StoreFixture *self)
{
  store_files_write (self->path, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

static void
prepare_foreign_database (StoreFixture *self)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA journal_mode = WAL; CREATE TABLE bookmark (id)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (handle);
}

static void
prepare_beginning_of_header (StoreFixture *self)
{
  store_files_make_store (self, "text");
  g_assert_cmpint (truncate (self->path, 60), ==, 0);
}

static void
prepare_newer (StoreFixture *self)
{
  store_files_make_store (self, "text");
  test_sql_exec (self->path, "CREATE TABLE later (id INTEGER) STRICT");
}

static void
prepare_newer_version (StoreFixture *self)
{
  store_files_make_store (self, "text");
  test_sql_exec (self->path, "CREATE TABLE later (id INTEGER) STRICT; ALTER TABLE article ADD COLUMN mood TEXT;"
                             "PRAGMA user_version = 4711");
}

static void
prepare_changed_tables (StoreFixture *self)
{
  store_files_make_store (self, "text");
  test_sql_exec (self->path, "DROP INDEX article_timeline");
}

static void
prepare_cut_off (StoreFixture *self)
{
  store_files_make_store (self, "text");
  g_assert_cmpint (truncate (self->path, 5 * 4096), ==, 0);
}

static void
prepare_empty_with_log (StoreFixture *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  store_files_write (self->path, "", 0);
  store_files_write (log, "log", 3);
}

static void
prepare_gone_with_log (StoreFixture *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  store_files_write (log, "log", 3);
}

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  store_fixture_init (self);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  store_fixture_clear (self);
}

static void
test_refused (StoreFixture  *self,
              gconstpointer  data)
{
  const Row *row = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 start;

  row->prepare (self);
  before = store_files_describe (self);
  start = g_get_monotonic_time ();
  test_await_error (cn_store_open (self->path, row->flags), row->code);
  g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE_USEC);
  after = store_files_describe (self);
  g_assert_cmpstr (before, ==, after);
}

static const Row rows[] = {
  { "missing-folder-is-not-found", prepare_no_folder, 0, CN_STORE_ERROR_NOT_FOUND },
  { "file-where-the-folder-should-be-is-not-found", prepare_file_as_folder, 0, CN_STORE_ERROR_NOT_FOUND },
  { "nothing-is-not-found-when-it-has-to-exist", prepare_nothing, CN_STORE_OPEN_EXISTING, CN_STORE_ERROR_NOT_FOUND },
  { "nothing-is-not-found-to-read", prepare_nothing, CN_STORE_OPEN_READ_ONLY, CN_STORE_ERROR_NOT_FOUND },
  { "link-to-nothing-is-not-found", prepare_link_to_nothing, 0, CN_STORE_ERROR_NOT_FOUND },
  { "folder-is-foreign", prepare_folder, 0, CN_STORE_ERROR_FOREIGN },
  { "fifo-is-foreign", prepare_fifo, 0, CN_STORE_ERROR_FOREIGN },
  { "link-loop-is-foreign", prepare_link_loop, 0, CN_STORE_ERROR_FOREIGN },
  { "text-is-foreign", prepare_text, 0, CN_STORE_ERROR_FOREIGN },
  { "long-text-is-foreign", prepare_long_text, 0, CN_STORE_ERROR_FOREIGN },
  { "page-of-text-is-foreign", prepare_page_of_text, 0, CN_STORE_ERROR_FOREIGN },
  { "picture-is-foreign", prepare_picture, 0, CN_STORE_ERROR_FOREIGN },
  { "database-of-another-program-is-foreign", prepare_foreign_database, 0, CN_STORE_ERROR_FOREIGN },
  { "text-over-the-header-of-a-leaf-is-damaged", prepare_text_over_the_header_of_a_leaf, 0, CN_STORE_ERROR_DAMAGED },
  { "text-over-the-header-of-a-tree-is-damaged", prepare_text_over_the_header_of_a_tree, 0, CN_STORE_ERROR_DAMAGED },
  { "pages-of-256-bytes-are-damaged", prepare_small_pages, 0, CN_STORE_ERROR_DAMAGED },
  { "pages-of-4097-bytes-are-damaged", prepare_odd_pages, 0, CN_STORE_ERROR_DAMAGED },
  { "beginning-of-a-header-is-damaged", prepare_beginning_of_header, 0, CN_STORE_ERROR_DAMAGED },
  { "more-tables-than-the-version-has-is-damaged", prepare_newer, 0, CN_STORE_ERROR_DAMAGED },
  { "missing-index-is-damaged", prepare_changed_tables, 0, CN_STORE_ERROR_DAMAGED },
  { "missing-end-is-damaged", prepare_cut_off, 0, CN_STORE_ERROR_DAMAGED },
  { "empty-with-a-log-is-damaged", prepare_empty_with_log, 0, CN_STORE_ERROR_DAMAGED },
  { "gone-with-a-log-left-is-damaged", prepare_gone_with_log, 0, CN_STORE_ERROR_DAMAGED },
  { "log-of-another-store-is-damaged", store_files_swap_log, 0, CN_STORE_ERROR_DAMAGED },
  { "log-of-another-store-is-damaged-to-read", store_files_swap_log, CN_STORE_OPEN_READ_ONLY,
    CN_STORE_ERROR_DAMAGED },
  { "newer-is-too-new", prepare_newer_version, 0, CN_STORE_ERROR_TOO_NEW },
  { "newer-is-too-new-to-read", prepare_newer_version, CN_STORE_OPEN_READ_ONLY, CN_STORE_ERROR_TOO_NEW },
};

/* R-D5: what may be written over the first hundred bytes. */
static void
test_header_overwritten_is_refused (StoreFixture  *self,
                                    gconstpointer  data)
{
  guint variant = GPOINTER_TO_UINT (data);
  guint8 bytes[100] = { 0, };
  g_autoptr (DexFuture) future = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_files_make_store (self, "text");
  if (variant > 0)
    for (gsize i = 0; i < sizeof bytes; i++)
      bytes[i] = (guint8) g_test_rand_int ();
  if (variant % 3 == 2)
    memcpy (bytes, "SQLite format 3", 16);
  store_files_overwrite (self->path, 0, bytes, sizeof bytes);

  before = store_files_describe (self);
  future = test_await (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT));
  g_assert_null (dex_future_get_value (future, &error));
  g_assert_true (g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED) ||
                 g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN));
  g_assert_nonnull (strstr (error->message, self->path));
  after = store_files_describe (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_empty_file_becomes_a_store (StoreFixture  *self,
                                 gconstpointer  data)
{
  store_files_write (self->path, "", 0);
  store_files_make_store (self, "text");
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, 1);
}

static void
test_locked_is_busy_within_a_second (StoreFixture  *self,
                                     gconstpointer  data)
{
  sqlite3 *handle;
  gint64 start;

  store_files_make_store (self, "text");
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE; UPDATE tally SET n_commits = n_commits",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  start = g_get_monotonic_time ();
  test_await_error (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT), CN_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE_USEC);
  sqlite3_close (handle);

  store_fixture_open (self);
}

static void
test_linked_store_is_a_store (StoreFixture  *self,
                              gconstpointer  data)
{
  g_autofree char *real = store_fixture_dup_path (self, "real.citynet");

  store_files_make_store (self, "text");
  g_assert_cmpint (g_rename (self->path, real), ==, 0);
  g_assert_cmpint (symlink (real, self->path), ==, 0);
  store_fixture_open (self);
  g_assert_false (cn_store_is_read_only (self->store));
}

/* R-D7: without the two companions, nothing that was folded in is missing. */
static void
test_lost_log_leaves_what_was_folded_in (StoreFixture  *self,
                                         gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  store_files_make_store (self, "text");
  store_fixture_open (self);
  test_add (self, test_draft ("/b", NULL, "later"), NULL);
  store_files_copy (self->path, copy);
  store_fixture_close (self);

  g_set_str (&self->path, copy);
  store_fixture_open (self);
  test_assert_sound (self->store);
  g_assert_cmpint (test_sql_int64 (copy, "SELECT n_articles FROM tally"), ==, 1);
}

static void
test_log_cut_short_is_whole_up_to_a_commit (StoreFixture  *self,
                                            gconstpointer  data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");
  g_autofree char *copied_log = g_strconcat (copy, "-wal", NULL);
  GStatBuf status;

  store_files_make_store (self, "text");
  store_fixture_open (self);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("later %u", i);

      test_add (self, test_draft ("/b", NULL, text), NULL);
    }
  store_files_copy (self->path, copy);
  store_files_copy (log, copied_log);
  store_fixture_close (self);

  g_assert_cmpint (g_stat (copied_log, &status), ==, 0);
  g_assert_cmpint (truncate (copied_log, status.st_size * 2 / 3), ==, 0);
  g_set_str (&self->path, copy);
  store_fixture_open (self);
  test_assert_sound (self->store);
  g_assert_cmpint (test_sql_int64 (copy, "SELECT n_articles FROM tally"), >, 1);
  g_assert_cmpint (test_sql_int64 (copy, "SELECT n_articles FROM tally"), <, 21);
}

#define ADD(name, func) g_test_add ("/open/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/open/", rows[i].name, NULL);

      g_test_add (path, StoreFixture, &rows[i], set_up, test_refused, tear_down);
    }

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/open/header-overwritten-is-refused/%02u", i);

      g_test_add (path, StoreFixture, GUINT_TO_POINTER (i), set_up, test_header_overwritten_is_refused, tear_down);
    }

  ADD ("empty-file-becomes-a-store", test_empty_file_becomes_a_store);
  ADD ("locked-is-busy-within-a-second", test_locked_is_busy_within_a_second);
  ADD ("linked-store-is-a-store", test_linked_store_is_a_store);
  ADD ("lost-log-leaves-what-was-folded-in", test_lost_log_leaves_what_was_folded_in);
  ADD ("log-cut-short-is-whole-up-to-a-commit", test_log_cut_short_is_whole_up_to_a_commit);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
