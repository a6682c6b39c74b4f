/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D8: a sound store out of a damaged one. It holds at least what `sqlite3 .recover` gets, the damaged one is not
 * touched, and nothing is in it that was not in there. */

#include "config.h"

#include "cn-store-recover.h"
#include "store-files.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_ARTICLES 400

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

static char *
make_text (guint i)
{
  return g_strdup_printf ("text %u %0*u", i, i % 7 == 0 ? 40000 : 1200, i);
}

/* Articles of all kinds: long and short, dated and not, of networks and of none, marked, taken back, in versions. */
static void
make_store (StoreFixture *self)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  gint64 import_id, undone;

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *text = make_text (i);
      g_autofree char *url = i % 3 == 0 ? g_strdup_printf ("https://e.org/%u", i / 6) : NULL;
      CnArticleDraft *draft = test_draft ("/feed.xml", url, text);

      g_free (draft->snippet);
      draft->snippet = g_strndup (text, 12);
      draft->publisher = g_strdup (i % 2 == 0 ? "alpha" : NULL);
      draft->published = i % 5 == 0 ? CN_DATE_NONE : cn_date_new_day (2021, 1 + (int) (i % 12), 1);
      g_ptr_array_add (drafts, draft);
    }

  store_fixture_open (self);
  store_fixture_sync_networks (self);
  import_id = test_await_int64 (cn_store_begin_import (self->store));
  undone = test_await_int64 (cn_store_begin_import (self->store));
  test_add_to_import (self, undone, test_draft ("/b", NULL, "taken back"), NULL);
  test_await_uint (cn_store_undo_import (self->store, undone));
  g_array_unref (test_await_boxed (cn_store_add_articles (self->store, import_id, drafts)));
  undone = test_await_int64 (cn_store_begin_import (self->store));
  test_add_to_import (self, undone, test_draft ("/b", "https://e.org/0", "a newer text, taken back"), NULL);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, undone)), ==, 1);
  g_array_unref (test_await_boxed (cn_store_set_read (self->store, (gint64[]) { 3, 4, 5 }, 3, TRUE)));
  g_array_unref (test_await_boxed (cn_store_set_starred (self->store, (gint64[]) { 5, 6 }, 2, TRUE)));
  store_fixture_close (self);
}

static CnRecoveryReport *
recover (const char *path,
         const char *target)
{
  g_autoptr (DexFuture) future = test_await (cn_store_recover (path, target));
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);

  g_assert_no_error (error);
  return g_value_dup_boxed (value);
}

static void
assert_opens_sound (const char *path)
{
  g_autoptr (DexFuture) future = test_await (cn_store_open (path, CN_STORE_OPEN_EXISTING));
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);

  g_assert_no_error (error);
  test_assert_sound (g_value_get_object (value));
  g_assert_true (test_await_true (cn_store_close (g_value_get_object (value)), NULL));
}

/* Every row of every table but what says which file it is. */
static char *
dump_rows (const char *path)
{
  static const char * const queries[] = {
    "SELECT id, started_at, undone_at FROM import ORDER BY id",
    "SELECT id, key, name, short_name, kind, parent_id, website, position, n_articles, n_unread FROM network ORDER BY id",
    "SELECT * FROM article ORDER BY id", "SELECT * FROM article_version ORDER BY id", "SELECT * FROM origin ORDER BY id",
    "SELECT * FROM article_network ORDER BY article_id, network_id", "SELECT * FROM snapshot ORDER BY version_id",
    "SELECT * FROM snapshot_network ORDER BY version_id, network_id",
    "SELECT n_articles, n_unread, n_starred FROM tally",
  };
  GString *dump = g_string_new (NULL);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int j = 0; j < sqlite3_column_count (statement); j++)
          g_string_append_printf (dump, "%s|", (const char *) sqlite3_column_text (statement, j));
      g_string_append_c (dump, '\n');
      sqlite3_finalize (statement);
    }

  sqlite3_close (handle);
  return g_string_free_and_steal (dump);
}

static void
test_sound_store_comes_back_whole (StoreFixture  *self,
                                   gconstpointer  data)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autoptr (CnRecoveryReport) report = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;

  make_store (self);
  report = recover (self->path, target);
  expected = dump_rows (self->path);
  actual = dump_rows (target);
  g_assert_true (g_str_equal (expected, actual));
  g_assert_cmpint (report->n_articles, ==, test_sql_int64 (target, "SELECT n_articles FROM tally"));
  g_assert_cmpuint (report->n_shortened, ==, 0);
  g_assert_cmpuint (report->n_untitled, ==, 0);
  assert_opens_sound (target);
}

/* How many of the texts that were put in are among the rows of @sql, exactly. */
static guint
count_texts (const char *path,
             const char *sql)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);
      guint i = 0;
      g_autofree char *expected = NULL;

      if (text == NULL || sscanf (text, "text %u ", &i) != 1)
        continue;
      expected = make_text (i);
      if (g_str_equal (text, expected))
        g_hash_table_add (found, GUINT_TO_POINTER (i + 1));
    }

  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return g_hash_table_size (found);
}

/* Of a table that is not there, there is nothing. */
static guint
count_rows (const char *path,
            const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;
  guint n = 0;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    n++;
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return n;
}

typedef struct
{
  guint n_texts;
  guint n_articles; /* with title, date and marks */
} Found;

/* What SQLite's shell gets, in its tables and in the one where it puts what it cannot place. */
static Found
run_shell (StoreFixture *self)
{
  g_autofree char *saved = store_fixture_dup_path (self, "shell.db");
  g_autofree char *command = g_strdup_printf ("sqlite3 '%s' .recover 2>/dev/null | sqlite3 '%s' >/dev/null 2>&1",
                                              self->path, saved);
  const char *argv[] = { "sh", "-c", command, NULL };

  g_unlink (saved);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return (Found) {
    MAX (count_texts (saved, "SELECT text FROM article_version UNION SELECT c9 FROM lost_and_found WHERE nfield = 10"),
         count_texts (saved, "SELECT text FROM article_version")),
    MAX (count_rows (saved, "SELECT id FROM article UNION SELECT id FROM lost_and_found WHERE nfield = 16"),
         count_rows (saved, "SELECT id FROM article")),
  };
}

static void
recover_damaged (StoreFixture *self,
                 const char   *what)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autofree char *before = store_files_describe (self);
  g_autofree char *after = NULL;
  g_autoptr (CnRecoveryReport) report = recover (self->path, target);
  Found ours = { count_texts (target, "SELECT text FROM article_version"), 0 };
  Found theirs;

  ours.n_articles = count_rows (target, "SELECT id FROM article") - report->n_untitled;
  assert_opens_sound (target);
  g_unlink (target);
  after = store_files_describe (self);
  g_assert_cmpstr (before, ==, after);

  theirs = run_shell (self);
  g_test_message ("%s: %u articles and %u texts; SQLite's shell gets %u and %u", what, ours.n_articles, ours.n_texts,
                  theirs.n_articles, theirs.n_texts);
  g_assert_cmpuint (ours.n_texts, >=, theirs.n_texts);
  g_assert_cmpuint (ours.n_articles, >=, theirs.n_articles);
}

static void
test_damaged_copies_give_at_least_what_the_shell_gets (StoreFixture  *self,
                                                       gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *shell = g_find_program_in_path ("sqlite3");
  g_autofree char *saved = store_fixture_dup_path (self, "shell.db");
  gsize size;

  if (shell == NULL)
    {
      g_test_skip ("there is no sqlite3 to compare with");
      return;
    }

  make_store (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autofree char *what = NULL;
      GStatBuf status;

      /* Of a file of a few pages nobody gets an article. */
      do
        {
          g_free (what);
          what = store_files_damage (self->path, bytes, size);
        }
      while (g_stat (self->path, &status) != 0 || status.st_size < (goffset) size / 4);

      g_unlink (saved);
      recover_damaged (self, what);
    }
}

static void
test_header_overwritten_loses_no_article (StoreFixture  *self,
                                          gconstpointer  data)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;
  guint8 noise[100];

  make_store (self);
  expected = dump_rows (self->path);
  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) g_test_rand_int ();
  store_files_overwrite (self->path, 0, noise, sizeof noise);
  cn_recovery_report_free (recover (self->path, target));
  actual = dump_rows (target);
  g_assert_true (g_str_equal (expected, actual));
}

/* What was committed and not yet folded into the file counts. */
static void
test_log_counts (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *copied_log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (CnRecoveryReport) report = NULL;

  store_files_make_store (self, "text");
  store_fixture_open (self);
  test_add (self, test_draft ("/b", NULL, "only in the log"), NULL);
  store_files_copy (self->path, copy);
  store_files_copy (log, copied_log);
  report = recover (copy, target);
  g_assert_cmpuint (report->n_articles, ==, 2);
  assert_opens_sound (target);
}

static void
test_log_of_another_store_does_not_count (StoreFixture  *self,
                                          gconstpointer  data)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autoptr (CnRecoveryReport) report = NULL;

  store_files_swap_log (self);
  report = recover (self->path, target);
  g_assert_cmpuint (report->n_articles, ==, 1);
  g_assert_cmpint (test_sql_int64 (target, "SELECT count (*) FROM article_version WHERE text = 'text'"), ==, 1);
}

/* What is lost, and what is made of what remains. */
typedef struct
{
  const char *name;
  const char *sql;      /* spoils a sound store of make_store() */
  const char *question; /* about the new one; the answer is 1 */
} LossRow;

static const LossRow loss_rows[] = {
  { "text-without-article-becomes-one", "DELETE FROM article WHERE id = 7",
    "SELECT count (*) FROM article JOIN article_version ON article.id = article_id"
    " WHERE article.id = 7 AND published IS NULL AND text LIKE snippet || '%'" },
  { "article-without-text-keeps-its-beginning",
    "DROP TRIGGER article_version_stays; DELETE FROM article_version WHERE article_id = 7",
    "SELECT count (*) FROM article JOIN article_version ON article.id = article_id"
    " WHERE article.id = 7 AND text = snippet AND title IS NOT NULL" },
  { "import-that-is-gone-is-made-up-for", "DELETE FROM import",
    "SELECT (SELECT count (*) FROM import) = (SELECT count (DISTINCT import_id) FROM origin)" },
  { "network-that-is-gone-takes-its-articles-out", "DELETE FROM network WHERE key = 'alpha'",
    "SELECT count (*) = 0 FROM article_network" },
  { "origin-that-is-gone-leaves-the-article", "DELETE FROM origin WHERE article_id = 7",
    "SELECT count (*) FROM origin JOIN article ON article.id = article_id"
    " WHERE article_id = 7 AND address = '' AND is_hidden = 0" },
  { "version-that-is-gone-leaves-no-gap",
    "DROP TRIGGER article_version_stays; DELETE FROM article_version WHERE number = 1 AND article_id IN"
    " (SELECT article_id FROM article_version WHERE number = 2)",
    "SELECT NOT EXISTS (SELECT 1 FROM article_version GROUP BY article_id HAVING max (number) <> count (*))" },
  { "version-that-is-gone-leaves-what-is-shown",
    "DROP TRIGGER article_version_stays; DELETE FROM article_version WHERE number = 1 AND article_id IN"
    " (SELECT article_id FROM article_version WHERE number = 3)",
    "SELECT version = 1 AND title LIKE 'Title of text 3 %' FROM article WHERE title LIKE 'Title of text 3 %'" },
  { "tally-that-is-wrong-is-counted", "UPDATE tally SET n_articles = 5000",
    "SELECT n_articles = (SELECT count (*) FROM article WHERE is_hidden = 0) FROM tally" },
};

static void
test_loss_is_made_up_for (StoreFixture  *self,
                          gconstpointer  data)
{
  const LossRow *row = data;
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autofree char *sql = g_strconcat ("PRAGMA foreign_keys = OFF; ", row->sql, NULL);

  make_store (self);
  test_sql_exec (self->path, sql);
  cn_recovery_report_free (recover (self->path, target));
  g_assert_cmpint (test_sql_int64 (target, row->question), ==, 1);
  assert_opens_sound (target);
}

static void
test_what_is_no_store_gives_none (StoreFixture  *self,
                                  gconstpointer  data)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *after = NULL;

  test_await_error (cn_store_recover (self->path, target), CN_STORE_ERROR_NOT_FOUND);
  test_await_error (cn_store_recover (self->folder, target), CN_STORE_ERROR_FOREIGN);
  store_files_write (self->path, text, 100000);
  test_await_error (cn_store_recover (self->path, target), CN_STORE_ERROR_FOREIGN);
  store_files_write (self->path, "", 0);
  test_await_error (cn_store_recover (self->path, target), CN_STORE_ERROR_NOT_FOUND);
  g_unlink (self->path);
  after = store_files_describe (self);
  g_assert_cmpstr (after, ==, "");
}

static void
test_newer_store_is_left_to_a_newer_program (StoreFixture  *self,
                                             gconstpointer  data)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");

  store_files_make_store (self, "text");
  test_sql_exec (self->path, "PRAGMA user_version = 4711");
  test_await_error (cn_store_recover (self->path, target), CN_STORE_ERROR_TOO_NEW);
}

static void
test_other_files_are_not_written_over (StoreFixture  *self,
                                       gconstpointer  data)
{
  g_autofree char *thesis = store_fixture_dup_path (self, "thesis.txt");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_files_make_store (self, "text");
  store_files_write (thesis, "my thesis", 9);
  before = store_files_describe (self);
  test_await_error (cn_store_recover (self->path, thesis), CN_STORE_ERROR_FOREIGN);
  test_await_error (cn_store_recover (self->path, self->path), CN_STORE_ERROR_CONSTRAINT);
  after = store_files_describe (self);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(name, func) g_test_add ("/recover/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("sound-store-comes-back-whole", test_sound_store_comes_back_whole);
  ADD ("damaged-copies-give-at-least-what-the-shell-gets", test_damaged_copies_give_at_least_what_the_shell_gets);
  ADD ("header-overwritten-loses-no-article", test_header_overwritten_loses_no_article);
  ADD ("log-counts", test_log_counts);
  ADD ("log-of-another-store-does-not-count", test_log_of_another_store_does_not_count);

  for (gsize i = 0; i < G_N_ELEMENTS (loss_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/recover/", loss_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &loss_rows[i], set_up, test_loss_is_made_up_for, tear_down);
    }

  ADD ("what-is-no-store-gives-none", test_what_is_no_store_gives_none);
  ADD ("newer-store-is-left-to-a-newer-program", test_newer_store_is_left_to_a_newer_program);
  ADD ("other-files-are-not-written-over", test_other_files_are_not_written_over);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
