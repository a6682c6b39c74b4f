/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D1: processes that are killed with SIGKILL in the middle of their work.
 *
 * The moment is random: after a random number of lines that the victim has said, and a random number of
 * microseconds. Nothing that was said to be stored may be missing afterwards, nothing may be there by halves
 * or twice. */

#include "config.h"

#include "store-process.h"

#include <glib/gstdio.h>

#define BATCH 10

/* So often in every run, and not only in a full one. */
#define N_IMPORTS_KILLED 200

/* Articles come in batches of BATCH: there are as many as were said, or one batch more that was not said any more. */
static void
assert_whole_batches (StoreFixture *self,
                      guint         n_said)
{
  gint64 n = test_sql_int64 (self->path, "SELECT count (*) FROM article");

  test_assert_sound (self->store);
  g_assert_cmpint (n % BATCH, ==, 0);
  g_assert_cmpint (n, >=, n_said);
  g_assert_cmpint (n, <=, n_said + BATCH);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article_version"), ==, n);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM origin"), ==, n);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article_network"), ==, 2 * n);
}

static void
test_import_killed_loses_nothing (StoreFixture  *self,
                                  gconstpointer  data)
{
  guint n_rounds = MAX (N_IMPORTS_KILLED, test_scale (50));

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GSubprocess) victim = store_process_start (self->path, "import", "0", "200", "10", NULL);
      g_autoptr (GSubprocess) again = NULL;
      guint n_said = store_process_kill_some_time (victim, 18);

      store_fixture_open (self);
      assert_whole_batches (self, n_said);
      store_fixture_close (self);

      again = store_process_start (self->path, "import", "0", "200", "50", NULL);
      store_process_wait_for (again);
      g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, 200);
      store_process_remove_store (self);
    }
}

/* R-D1 as it is written: a batch of thousands, and the moment anywhere in three seconds. */
static void
test_large_batches_killed_are_whole_or_absent (StoreFixture  *self,
                                               gconstpointer  data)
{
  for (guint round = 0; round < test_scale (5); round++)
    {
      g_autoptr (GSubprocess) victim = store_process_start (self->path, "import", "0", "50000", "5000", NULL);
      gint64 n;

      g_usleep ((gulong) g_test_rand_int_range (0, 3 * G_USEC_PER_SEC));
      store_process_kill_some_time (victim, 1);
      store_fixture_open (self);
      test_assert_sound (self->store);
      n = test_sql_int64 (self->path, "SELECT count (*) FROM article");
      g_assert_cmpint (n % 5000, ==, 0);
      g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM origin"), ==, n);
      store_fixture_close (self);
      store_process_remove_store (self);
    }
}

static void
test_marking_killed_loses_nothing (StoreFixture  *self,
                                   gconstpointer  data)
{
  store_process_fill (self, "200");

  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autoptr (GSubprocess) victim = store_process_start (self->path, "mark", "1", "200", NULL);
      guint n_said = store_process_kill_some_time (victim, 150);
      gint64 n;

      store_fixture_open (self);
      test_assert_sound (self->store);
      n = test_sql_int64 (self->path, "SELECT count (*) FROM article WHERE read_at IS NOT NULL");
      g_assert_cmpint (n, >=, n_said);
      g_assert_cmpint (n, <=, n_said + 1);
      store_fixture_close (self);
      test_sql_exec (self->path, "UPDATE article SET read_at = NULL, is_unread = 1");
    }
}

static void
test_backup_killed_leaves_a_good_copy_or_none (StoreFixture  *self,
                                               gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  store_process_fill (self, "200");
  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autoptr (GSubprocess) victim = store_process_start (self->path, "backup", copy, "100", NULL);
      guint n_said = store_process_kill_some_time (victim, 10);

      store_fixture_open (self);
      test_assert_sound (self->store);
      store_fixture_close (self);

      if (g_file_test (copy, G_FILE_TEST_EXISTS))
        g_assert_cmpint (test_sql_int64 (copy, "SELECT n_articles FROM tally"), ==, 200);
      else
        g_assert_cmpuint (n_said, ==, 0);
      g_unlink (copy);
    }
}

/* All at once is one transaction: all are read, or none. */
static void
test_marking_all_killed_is_all_or_none (StoreFixture  *self,
                                        gconstpointer  data)
{
  store_process_fill (self, "500");

  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autoptr (GSubprocess) victim = store_process_start (self->path, "mark-all", "500", "1000", NULL);
      gint64 n;

      store_process_kill_some_time (victim, 20);
      store_fixture_open (self);
      test_assert_sound (self->store);
      store_fixture_close (self);

      n = test_sql_int64 (self->path, "SELECT count (*) FROM article WHERE read_at IS NOT NULL");
      g_assert_true (n == 0 || n == 500);
      test_sql_exec (self->path, "UPDATE article SET read_at = NULL, is_unread = 1");
    }
}

static void
test_taking_back_killed_is_all_or_none (StoreFixture  *self,
                                        gconstpointer  data)
{
  store_process_fill (self, "1000");

  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autoptr (GSubprocess) victim = store_process_start (self->path, "undo", "1000", "1000", NULL);
      gint64 n;

      store_process_kill_some_time (victim, 10);
      store_fixture_open (self);
      test_assert_sound (self->store);
      store_fixture_close (self);
      n = test_sql_int64 (self->path, "SELECT n_articles FROM tally");
      g_assert_true (n == 0 || n == 1000);
      g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, 1000);
    }
}

/* The store is what it was or what the copy is, and the former is kept. */
static void
test_restore_killed_is_the_one_or_the_other (StoreFixture  *self,
                                             gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  store_process_fill (self, "500");
  store_fixture_open (self);
  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  store_fixture_close (self);

  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autoptr (GSubprocess) more = store_process_start (self->path, "import", "1000", "100", "100", NULL);
      g_autoptr (GSubprocess) victim = NULL;
      guint n_said;
      gint64 n;

      store_process_wait_for (more);
      victim = store_process_start (self->path, "restore", copy, "1", NULL);
      n_said = store_process_kill_some_time (victim, 2);
      store_fixture_open (self);
      test_assert_sound (self->store);
      store_fixture_close (self);
      n = test_sql_int64 (self->path, "SELECT n_articles FROM tally");
      g_assert_true (n == 600 || n == 500);
      g_assert_true (n_said == 0 || n == 500);
    }
}

#define ADD(name, func) \
  g_test_add ("/kill/" name, StoreFixture, NULL, store_process_set_up, func, store_process_tear_down)

static void
add_tests (void)
{
  ADD ("import-killed-loses-nothing", test_import_killed_loses_nothing);
  ADD ("large-batches-killed-are-whole-or-absent", test_large_batches_killed_are_whole_or_absent);
  ADD ("marking-killed-loses-nothing", test_marking_killed_loses_nothing);
  ADD ("marking-all-killed-is-all-or-none", test_marking_all_killed_is_all_or_none);
  ADD ("taking-back-killed-is-all-or-none", test_taking_back_killed_is_all_or_none);
  ADD ("backup-killed-leaves-a-good-copy-or-none", test_backup_killed_leaves_a_good_copy_or_none);
  ADD ("restore-killed-is-the-one-or-the-other", test_restore_killed_is_the_one_or_the_other);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
