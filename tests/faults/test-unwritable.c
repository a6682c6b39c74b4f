/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D4: a file, a folder or a copy that may not be written. What can be read is read, with the log that lies beside it,
 * and nothing is made or changed. */

#include "config.h"

#include "cn-connection.h"
#include "store-files.h"

#include <glib/gstdio.h>

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
test_read_only_flag_reads_and_refuses_to_write (StoreFixture  *self,
                                                gconstpointer  data)
{
  g_autoptr (DexFuture) future = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_files_make_store (self, "text");
  before = test_file_checksum (self->path);
  future = test_await (cn_store_open (self->path, CN_STORE_OPEN_READ_ONLY));
  self->store = g_value_dup_object (dex_future_get_value (future, NULL));
  dex_clear (&future);
  g_assert_true (cn_store_is_read_only (self->store));
  cn_article_record_unref (test_await_boxed (cn_store_load_article (self->store, 1)));
  test_assert_sound (self->store);
  test_await_error (cn_store_begin_import (self->store), CN_STORE_ERROR_READ_ONLY);
  test_await_error (cn_store_set_read (self->store, (gint64[]) { 1 }, 1, TRUE), CN_STORE_ERROR_READ_ONLY);
  test_await_error (cn_store_restore (self->store, self->path), CN_STORE_ERROR_READ_ONLY);
  store_fixture_close (self);
  after = test_file_checksum (self->path);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
make_unwritable (const char *path,
                 int         mode)
{
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
  if (g_access (path, W_OK) != 0)
    return TRUE;

  g_test_skip ("this user may write everywhere");
  return FALSE;
}

static void
assert_can_be_read (StoreFixture *self)
{
  static const CnStoreOpenFlags flags[] = {
    0, CN_STORE_OPEN_EXISTING, CN_STORE_OPEN_EXISTING | CN_STORE_OPEN_READ_ONLY
  };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (DexFuture) future = test_await (cn_store_open (self->path, flags[i]));
      g_autoptr (GError) error = NULL;
      const GValue *value = dex_future_get_value (future, &error);

      g_assert_no_error (error);
      self->store = g_value_dup_object (value);
      dex_clear (&future);
      g_assert_true (cn_store_is_read_only (self->store));
      cn_article_record_unref (test_await_boxed (cn_store_load_article (self->store, 1)));
      test_assert_sound (self->store);
      store_fixture_close (self);
    }
}

static void
test_file_that_may_not_be_written_is_read (StoreFixture  *self,
                                           gconstpointer  data)
{
  store_files_make_store (self, "text");
  if (make_unwritable (self->path, 0400))
    assert_can_be_read (self);
}

static void
test_folder_that_may_not_be_written_is_read (StoreFixture  *self,
                                             gconstpointer  data)
{
  store_files_make_store (self, "text");
  if (make_unwritable (self->folder, 0500))
    assert_can_be_read (self);
  g_chmod (self->folder, 0700);
}

/* A copy made while the store was in use, or one that a crash left: what the log holds counts as well. */
static void
leave_log_behind (StoreFixture *self,
                  gboolean      has_index)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  store_files_make_store (self, "text");
  store_fixture_open (self);
  test_add (self, test_draft ("/b", NULL, "only in the log"), NULL);
  for (gsize i = 0; i < (has_index ? 3 : 2); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);

      store_files_copy (from, to);
    }
  store_fixture_close (self);
  g_set_str (&self->path, copy);
}

static void
test_log_that_may_not_be_written_is_read (StoreFixture  *self,
                                          gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  leave_log_behind (self, GPOINTER_TO_INT (data));
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  before = store_files_describe (self);
  if (make_unwritable (self->folder, 0500))
    {
      g_autoptr (DexFuture) future = NULL;
      g_autoptr (CnTally) tally = NULL;

      assert_can_be_read (self);
      future = test_await (cn_store_open (self->path, CN_STORE_OPEN_EXISTING));
      self->store = g_value_dup_object (dex_future_get_value (future, NULL));
      dex_clear (&future);
      tally = test_await_boxed (cn_store_get_tally (self->store));
      g_assert_cmpuint (tally->n_articles, ==, 2);
      store_fixture_close (self);
    }
  g_chmod (self->folder, 0700);
  after = store_files_describe (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_damaged_log_that_may_not_be_written_is_refused (StoreFixture  *self,
                                                     gconstpointer  data)
{
  store_files_swap_log (self);
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  if (make_unwritable (self->folder, 0500))
    test_await_error (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT), CN_STORE_ERROR_DAMAGED);
  g_chmod (self->folder, 0700);
}

/* What is to be put back may lie on a disc that nobody writes. */
static void
test_copy_that_may_not_be_written_is_restored (StoreFixture  *self,
                                               gconstpointer  data)
{
  g_autofree char *copy = NULL;
  StoreFixture other;

  leave_log_behind (self, FALSE);
  copy = g_strdup (self->path);
  g_assert_cmpint (g_chmod (copy, 0400), ==, 0);
  store_fixture_init (&other);
  store_fixture_open (&other);
  if (make_unwritable (self->folder, 0500))
    {
      g_autoptr (GError) error = NULL;

      test_await_true (cn_store_restore (other.store, copy), &error);
      g_assert_no_error (error);
      test_assert_sound (other.store);
      g_assert_cmpint (test_sql_int64 (other.path, "SELECT n_articles FROM tally"), ==, 2);
    }
  g_chmod (self->folder, 0700);
  store_fixture_clear (&other);
}

/* What SQLite calls "cannot open" has its reason, and that is what a caller is told. */
static void
test_connection_says_why_it_cannot_open (StoreFixture  *self,
                                         gconstpointer  data)
{
  g_autofree char *elsewhere = store_fixture_dup_path (self, "no/such/folder");
  g_autoptr (GError) error = NULL;

  g_assert_null (cn_connection_open (elsewhere, CN_CONNECTION_READ_ONLY, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  store_files_make_store (self, "text");
  if (make_unwritable (self->path, 0))
    {
      g_assert_null (cn_connection_open (self->path, CN_CONNECTION_READ_ONLY, &error));
      g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY);
    }
}

static void
test_folder_that_may_not_be_written_takes_no_new_store (StoreFixture  *self,
                                                        gconstpointer  data)
{
  if (make_unwritable (self->folder, 0500))
    test_await_error (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT), CN_STORE_ERROR_READ_ONLY);
  g_chmod (self->folder, 0700);
}

static void
test_file_that_may_not_be_read_is_refused (StoreFixture  *self,
                                           gconstpointer  data)
{
  store_files_make_store (self, "text");
  if (make_unwritable (self->path, 0000))
    test_await_error (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT), CN_STORE_ERROR_FAILED);
}

#define ADD(name, func) g_test_add ("/unwritable/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("read-only-flag-reads-and-refuses-to-write", test_read_only_flag_reads_and_refuses_to_write);
  ADD ("file-that-may-not-be-written-is-read", test_file_that_may_not_be_written_is_read);
  ADD ("folder-that-may-not-be-written-is-read", test_folder_that_may_not_be_written_is_read);
  g_test_add ("/unwritable/log-that-may-not-be-written-is-read", StoreFixture, GINT_TO_POINTER (FALSE), set_up,
              test_log_that_may_not_be_written_is_read, tear_down);
  g_test_add ("/unwritable/log-and-index-that-may-not-be-written-are-read", StoreFixture, GINT_TO_POINTER (TRUE), set_up,
              test_log_that_may_not_be_written_is_read, tear_down);
  ADD ("damaged-log-that-may-not-be-written-is-refused", test_damaged_log_that_may_not_be_written_is_refused);
  ADD ("copy-that-may-not-be-written-is-restored", test_copy_that_may_not_be_written_is_restored);
  ADD ("folder-that-may-not-be-written-takes-no-new-store", test_folder_that_may_not_be_written_takes_no_new_store);
  ADD ("connection-says-why-it-cannot-open", test_connection_says_why_it_cannot_open);
  ADD ("file-that-may-not-be-read-is-refused", test_file_that_may_not_be_read_is_refused);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
