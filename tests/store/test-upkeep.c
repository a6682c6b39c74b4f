/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Check finds what raw SQL breaks; backups are whole and harm nothing; restoring goes on under an open store. */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  CnArticleDraft *draft = test_draft ("/a", "https://e.org/a", "one");

  store_fixture_init (self);
  store_fixture_open (self);
  store_fixture_sync_networks (self);
  draft->publisher = g_strdup ("alpha");
  test_add (self, draft, NULL);
  test_add (self, test_draft ("/b", NULL, "two"), NULL);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  store_fixture_clear (self);
}

/* One broken rule, and words of the line that reports it. */
typedef struct
{
  const char *name;
  const char *sql;
  const char *expected;
} BrokenRow;

static const BrokenRow broken_rows[] = {
  { "tally", "UPDATE tally SET n_articles = 17", "tally: kept 17, 2, 0, counted 2, 2, 0" },
  { "network-tally", "UPDATE network SET n_articles = 5 WHERE key = 'alpha'",
    "network alpha: kept 5, 1, counted 1, 1" },
  { "identity", "UPDATE tally SET identity = zeroblob (16)", "identities differ" },
  { "mark-in-a-network", "UPDATE article_network SET is_starred = 1", "its place or marks in a network differ" },
  { "place-in-a-network", "UPDATE article_network SET sort_key = 5", "its place or marks in a network differ" },
  { "two-publishers",
    "INSERT INTO article_network SELECT 2, sort_key, id, 1, 0, 1, 0 FROM article WHERE id = 1", "it has 2 publishers" },
  { "text-gone",
    "DROP TRIGGER article_version_stays; DELETE FROM article_version WHERE article_id = 2",
    "it has no text" },
  { "version-gone", "DROP TRIGGER article_version_is_kept; UPDATE article_version SET number = 2 WHERE article_id = 2",
    "a version is missing" },
  { "hidden-for-no-reason", "UPDATE article SET is_hidden = 1 WHERE id = 1", "it is hidden, but" },
  { "shown-for-no-reason",
    "UPDATE import SET undone_at = 5 WHERE id = (SELECT import_id FROM origin WHERE article_id = 1)",
    "it is shown, but" },
  { "foreign-key", "PRAGMA foreign_keys = OFF; UPDATE origin SET article_id = 4711 WHERE article_id = 2",
    "refers to a missing row of article" },
};

static void
test_check_finds (StoreFixture  *self,
                  gconstpointer  data)
{
  const BrokenRow *row = data;
  g_auto (GStrv) problems = NULL;
  g_autofree char *joined = NULL;

  test_assert_sound (self->store);
  test_sql_exec (self->path, row->sql);
  problems = test_await_boxed (cn_store_check (self->store));
  joined = g_strjoinv ("\n", problems);
  g_assert_nonnull (strstr (joined, row->expected));
}

static void
test_versions_cannot_be_changed (StoreFixture  *self,
                                 gconstpointer  data)
{
  g_assert_false (test_sql_try (self->path, "UPDATE article_version SET text = 'other'"));
  g_assert_false (test_sql_try (self->path, "DELETE FROM article_version"));
  g_assert_false (test_sql_try (self->path, "PRAGMA foreign_keys = ON; DELETE FROM article"));
  test_assert_sound (self->store);
}

static void
test_backup_is_a_store_of_one_file (StoreFixture  *self,
                                    gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (DexFuture) future = NULL;
  CnStore *store;

  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  future = test_await (cn_store_open (copy, CN_STORE_OPEN_EXISTING));
  store = g_value_get_object (dex_future_get_value (future, NULL));
  test_assert_sound (store);
  cn_article_record_unref (test_await_boxed (cn_store_load_article (store, 1)));
  g_assert_true (test_await_true (cn_store_close (store), NULL));
}

static void
test_backup_replaces_an_older_one (StoreFixture  *self,
                                   gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  test_add (self, test_draft ("/c", NULL, "three"), NULL);
  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  g_assert_cmpint (test_sql_int64 (copy, "SELECT n_articles FROM tally"), ==, 3);
}

static void
assert_only_these (StoreFixture *self,
                   guint         n_expected)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm");
  g_assert_cmpuint (n, ==, n_expected);
}

static void
test_backup_does_not_replace_another_file (StoreFixture  *self,
                                           gconstpointer  data)
{
  g_autofree char *other = store_fixture_dup_path (self, "thesis.txt");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (other, "my thesis", -1, NULL));
  test_await_error (cn_store_backup (self->store, other), CN_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "my thesis");
  test_await_error (cn_store_backup (self->store, self->folder), CN_STORE_ERROR_FOREIGN);
  test_await_error (cn_store_backup (self->store, self->path), CN_STORE_ERROR_CONSTRAINT);
  assert_only_these (self, 2);
}

static void
test_backup_into_no_folder_is_not_found (StoreFixture  *self,
                                         gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "no/such/folder");

  test_await_error (cn_store_backup (self->store, copy), CN_STORE_ERROR_NOT_FOUND);
}

static void
changed_cb (CnStore *store,
            guint    what,
            GArray  *ids,
            guint   *changes)
{
  *changes |= what;
}

static void
test_restore_brings_back_under_an_open_store (StoreFixture  *self,
                                              gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");
  g_autoptr (DexFuture) future = NULL;
  const char *kept;
  guint changes = 0;

  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  test_add (self, test_draft ("/c", NULL, "three"), NULL);
  g_array_unref (test_await_boxed (cn_store_set_read (self->store, (gint64[]) { 1 }, 1, TRUE)));
  test_turn ();

  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &changes);
  future = test_await (cn_store_restore (self->store, copy));
  test_turn ();
  g_assert_true (changes & CN_STORE_CHANGE_ALL);
  g_signal_handlers_disconnect_by_data (self->store, &changes);

  kept = g_value_get_string (dex_future_get_value (future, NULL));
  g_assert_cmpint (test_sql_int64 (kept, "SELECT n_articles FROM tally"), ==, 3);
  g_assert_cmpint (test_sql_int64 (kept, "SELECT count (*) FROM article WHERE read_at IS NOT NULL"), ==, 1);
  test_await_error (cn_store_load_article (self->store, 3), CN_STORE_ERROR_NOT_FOUND);
  test_assert_sound (self->store);

  /* It goes on: reading, writing, and as the very store of the copy. */
  g_assert_cmpint (test_add (self, test_draft ("/d", NULL, "four"), NULL), ==, 3);
  store_fixture_close (self);
  store_fixture_open (self);
  test_assert_sound (self->store);
}

typedef struct
{
  const char *name;
  const char *content; /* NULL: there is no such file */
  int         code;
} BadCopyRow;

static const BadCopyRow bad_copy_rows[] = {
  { "missing", NULL, CN_STORE_ERROR_NOT_FOUND },
  { "text", "Dear reader", CN_STORE_ERROR_FOREIGN },
  { "empty", "", CN_STORE_ERROR_FOREIGN },
  { "torn", "SQLite format 3", CN_STORE_ERROR_DAMAGED },
};

static void
test_restore_refuses (StoreFixture  *self,
                      gconstpointer  data)
{
  const BadCopyRow *row = data;
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  if (row->content != NULL)
    g_assert_true (g_file_set_contents (copy, row->content, -1, NULL));
  test_await_error (cn_store_restore (self->store, copy), row->code);
  assert_only_these (self, row->content != NULL ? 2 : 1);
  cn_article_record_unref (test_await_boxed (cn_store_load_article (self->store, 2)));
}

static void
test_restore_refuses_a_damaged_copy (StoreFixture  *self,
                                     gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  test_sql_exec (copy, "UPDATE tally SET n_articles = 4711");
  test_await_error (cn_store_restore (self->store, copy), CN_STORE_ERROR_DAMAGED);
  assert_only_these (self, 2);
  test_assert_sound (self->store);
}

static void
test_restore_refuses_a_newer_copy (StoreFixture  *self,
                                   gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  test_sql_exec (copy, "PRAGMA user_version = 4711");
  test_await_error (cn_store_restore (self->store, copy), CN_STORE_ERROR_TOO_NEW);
}

#define ADD(name, func) g_test_add ("/upkeep/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/upkeep/check-finds/", broken_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &broken_rows[i], set_up, test_check_finds, tear_down);
    }
  ADD ("versions-cannot-be-changed", test_versions_cannot_be_changed);

  ADD ("backup/is-a-store-of-one-file", test_backup_is_a_store_of_one_file);
  ADD ("backup/replaces-an-older-one", test_backup_replaces_an_older_one);
  ADD ("backup/does-not-replace-another-file", test_backup_does_not_replace_another_file);
  ADD ("backup/into-no-folder-is-not-found", test_backup_into_no_folder_is_not_found);

  ADD ("restore/brings-back-under-an-open-store", test_restore_brings_back_under_an_open_store);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_copy_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/upkeep/restore/refuses/", bad_copy_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &bad_copy_rows[i], set_up, test_restore_refuses, tear_down);
    }
  ADD ("restore/refuses-a-damaged-copy", test_restore_refuses_a_damaged_copy);
  ADD ("restore/refuses-a-newer-copy", test_restore_refuses_a_newer_copy);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
