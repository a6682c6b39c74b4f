/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D11, R-C1, R-C3: processes that use one store at the same time, and copies taken meanwhile. */

#include "config.h"

#include "store-files.h"
#include "store-process.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define BATCH      10
#define PIECE_SIZE (64 * 1024)

static void
start_writers (StoreFixture *self,
               GSubprocess  *writers[4],
               const char   *n_articles)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *first = g_strdup_printf ("%u", 10000000 * (i + 1));

      writers[i] = store_process_start (self->path, "import", first, n_articles, "10", NULL);
    }
}

/* Returns how many articles they had said are stored. */
static guint
kill_writers (GSubprocess *writers[4])
{
  guint n_said = 0;

  for (guint i = 0; i < 4; i++)
    {
      guint said;

      said = store_process_kill_some_time (writers[i], 1);
      n_said += said > 0 ? said - 10000000 * (i + 1) : 0;
      g_clear_object (&writers[i]);
    }

  return n_said;
}

/* Copies taken while four others write are each the store at one moment. */
static void
test_backups_beside_four_writers_are_whole (StoreFixture  *self,
                                            gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  for (guint round = 0; round < test_scale (5); round++)
    {
      GSubprocess *writers[4];
      gint64 n = 100;
      guint n_said;

      store_process_fill (self, "100");
      start_writers (self, writers, "9000000"); /* until they are killed */
      store_fixture_open (self);
      for (guint i = 0; i < 2; i++)
        {
          gint64 last = n;

          g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
          n = test_sql_int64 (copy, "SELECT count (*) FROM article");
          g_assert_cmpint (n, >=, last);
          g_assert_cmpint (n % BATCH, ==, 0);
          g_assert_cmpint (test_sql_int64 (copy, "SELECT n_articles FROM tally"), ==, n);
        }

      for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
        g_assert_nonnull (g_subprocess_get_identifier (writers[i])); /* it is still at it: it met no error */

      /* R-C1: none of them met a lock for too long, lost or doubled anything. */
      n_said = 100 + kill_writers (writers);
      n = test_sql_int64 (self->path, "SELECT count (*) FROM article");
      g_assert_cmpint (n, >=, n_said);
      g_assert_cmpint (n, <=, n_said + 4 * BATCH);
      test_assert_sound (self->store);
      store_fixture_close (self);
      store_process_remove_store (self);
    }
}

/* As "cp" does it: piece by piece, while others write and now and then the log is folded into the file. */
static void
copy_slowly (StoreFixture *self,
             const char   *from,
             const char   *to)
{
  g_autofree char *piece = g_malloc (PIECE_SIZE);
  FILE *source = g_fopen (from, "rb");
  FILE *target = g_fopen (to, "wb");
  gsize n;

  g_assert_nonnull (target);
  while (source != NULL && (n = fread (piece, 1, PIECE_SIZE, source)) > 0)
    {
      g_assert_cmpuint (fwrite (piece, 1, n, target), ==, n);
      if (g_test_rand_int_range (0, 8) == 0)
        test_sql_try (self->path, "PRAGMA wal_checkpoint (RESTART)");
    }

  g_clear_pointer (&source, fclose);
  fclose (target);
}

/* The three files, one after another. */
static void
copy_by_hand (StoreFixture *self,
              const char   *copy)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);

      copy_slowly (self, from, to);
    }
}

/* Opening tells, or the copy is whole: its check finds nothing and each of its articles has its text. */
static gboolean
is_refused_or_whole (const char *copy)
{
  g_autoptr (DexFuture) future = test_await (cn_store_open (copy, CN_STORE_OPEN_EXISTING));
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);
  CnStore *store;

  if (value == NULL)
    {
      g_assert_true (g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED) ||
                     g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN));
      return FALSE;
    }

  store = g_value_get_object (value);
  test_assert_sound (store);
  g_assert_true (test_await_true (cn_store_close (store), NULL));
  g_assert_cmpint (test_sql_int64 (copy, "SELECT count (*) FROM article_version WHERE text NOT LIKE 'text %'"), ==, 0);
  g_assert_cmpint (test_sql_int64 (copy, "SELECT count (*) FROM article"), >=, 5000);
  return TRUE;
}

static void
test_copies_by_hand_are_recognised_or_whole (StoreFixture  *self,
                                             gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");
  g_autofree char *base = store_fixture_dup_path (self, "base.citynet");
  StoreFixture copied = { .path = copy };
  guint n_refused = 0;

  store_process_fill (self, "5000");
  store_files_copy (self->path, base);

  for (guint round = 0; round < test_scale (10); round++)
    {
      GSubprocess *writers[4];

      store_files_copy (base, self->path);
      start_writers (self, writers, "2000");
      g_usleep ((gulong) g_test_rand_int_range (0, G_USEC_PER_SEC / 2));
      copy_by_hand (self, copy);
      kill_writers (writers);
      n_refused += !is_refused_or_whole (copy);
      store_process_remove_store (&copied);
      store_process_remove_store (self);
    }

  g_test_message ("%u copies, %u of them recognised as damaged", test_scale (10), n_refused);
}

static void
mark_and_list (StoreFixture *self,
               gint64        id)
{
  CnTimelineQuery query = { .since = CN_DATE_NONE, .until = CN_DATE_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) entries = NULL;

  test_await_true (cn_store_set_read (self->store, &id, 1, TRUE), &error);
  g_assert_no_error (error);
  test_await_true (cn_store_set_starred (self->store, &id, 1, TRUE), &error);
  g_assert_no_error (error);
  entries = test_await_boxed (cn_store_list_entries (self->store, &query, NULL, 200));
  g_assert_cmpuint (entries->len, >, 0);
}

/* Two import, one marks and lists; nobody is ever told that the store is locked. */
static void
test_two_importers_and_a_reader_for_a_while (StoreFixture  *self,
                                             gconstpointer  data)
{
  gint64 end = g_get_monotonic_time () + test_scale (12) * G_USEC_PER_SEC;
  GSubprocess *writers[2];
  guint n_said = 100;
  gint64 n, n_marks = 0;

  store_process_fill (self, "100");
  writers[0] = store_process_start (self->path, "import", "10000000", "9000000", "10", NULL);
  writers[1] = store_process_start (self->path, "import", "20000000", "9000000", "25", NULL);
  store_fixture_open (self);
  while (g_get_monotonic_time () < end)
    {
      mark_and_list (self, 1 + n_marks % 100);
      n_marks++;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      guint said;

      g_assert_nonnull (g_subprocess_get_identifier (writers[i])); /* it is still at it: it met no error */
      said = store_process_kill_some_time (writers[i], 1);
      n_said += said > 0 ? said - 10000000 * ((guint) i + 1) : 0;
      g_clear_object (&writers[i]);
    }

  n = test_sql_int64 (self->path, "SELECT count (*) FROM article");
  g_test_message ("%" G_GINT64_FORMAT " articles, %" G_GINT64_FORMAT " rounds of marks", n, n_marks);
  g_assert_cmpint (n, >=, n_said);
  g_assert_cmpint (n, <=, n_said + 10 + 25);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (DISTINCT text_hash) FROM article_version"), ==, n);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT n_starred FROM tally"), ==, MIN (n_marks, 100));
  test_assert_sound (self->store);
}

/* R-C1: the same articles from several processes at once are stored once. */
static void
test_same_import_twice_at_once_stores_once (StoreFixture  *self,
                                            gconstpointer  data)
{
  g_autoptr (GSubprocess) one = store_process_start (self->path, "import", "0", "500", "10", NULL);
  g_autoptr (GSubprocess) other = store_process_start (self->path, "import", "0", "500", "7", NULL);

  store_process_wait_for (one);
  store_process_wait_for (other);
  store_fixture_open (self);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, 500);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM origin"), ==, 500);
  test_assert_sound (self->store);
}

/* R-C3: what a dead process held is held by nobody. */
static void
test_lock_of_a_dead_process_blocks_nobody (StoreFixture  *self,
                                           gconstpointer  data)
{
  g_autoptr (GSubprocess) victim = store_process_start (self->path, "import", "0", "100000", "1000", NULL);
  gint64 start;

  store_process_kill_some_time (victim, 2);
  start = g_get_monotonic_time ();
  store_fixture_open (self);
  store_fixture_sync_networks (self);
  test_add (self, test_draft ("/x", NULL, "x"), NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

#define ADD(name, func) \
  g_test_add ("/together/" name, StoreFixture, NULL, store_process_set_up, func, store_process_tear_down)

static void
add_tests (void)
{
  ADD ("backups-beside-four-writers-are-whole", test_backups_beside_four_writers_are_whole);
  ADD ("copies-by-hand-are-recognised-or-whole", test_copies_by_hand_are_recognised_or_whole);
  ADD ("two-importers-and-a-reader-for-a-while", test_two_importers_and_a_reader_for_a_while);
  ADD ("same-import-twice-at-once-stores-once", test_same_import_twice_at_once_stores_once);
  ADD ("lock-of-a-dead-process-blocks-nobody", test_lock_of_a_dead_process_blocks_nobody);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
