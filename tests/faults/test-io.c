/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The nth access to a file fails, for n = 1, 2, 3 … until the operation gets through.
 *
 * After each failure: the error is one that a caller can act upon, what had been reported as stored is still
 * there, nothing is there by halves, and with the fault gone the same operation succeeds on the same store or
 * on one opened anew. */

#include "config.h"

#include "fault-vfs.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* More than any of the operations needs: beyond it the test itself is broken. */
#define MAX_OPERATIONS 3000

#define N_BEFORE 5
#define N_MORE   40

/* Does something with the store at @self->path while it may fail. Returns whether it succeeded. */
typedef gboolean (*Operation) (StoreFixture *self, GError **error);

typedef struct
{
  const char *name;
  Operation   operation;
  gboolean    is_open; /* the store is opened before the fault is armed */
  FaultKind   kind;
  gboolean    is_lasting;
} Row;

static CnArticleDraft *
make_draft (guint i)
{
  g_autofree char *text = g_strdup_printf ("text %u %0900u", i, i);
  g_autofree char *url = g_strdup_printf ("https://e.org/%u", i);
  CnArticleDraft *draft = test_draft ("/feed.xml", url, text);

  draft->publisher = g_strdup (i % 2 == 0 ? "alpha" : "beta");
  draft->published = cn_date_new_day (2021, 1 + (int) (i % 12), 1);
  return draft;
}

static GPtrArray *
make_drafts (guint first,
             guint n)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (drafts, make_draft (i));
  return drafts;
}

static gboolean
try_open (StoreFixture  *self,
          GError       **error)
{
  g_autoptr (DexFuture) future = test_await (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT));
  const GValue *value = dex_future_get_value (future, error);

  if (value == NULL)
    return FALSE;
  self->store = g_value_dup_object (value);
  return TRUE;
}

static gboolean
do_open (StoreFixture  *self,
         GError       **error)
{
  return try_open (self, error);
}

static gboolean
do_create (StoreFixture  *self,
           GError       **error)
{
  g_autofree char *other = store_fixture_dup_path (self, "new.citynet");
  g_autoptr (DexFuture) future = test_await (cn_store_open (other, CN_STORE_OPEN_DEFAULT));
  const GValue *value = dex_future_get_value (future, error);

  if (value == NULL)
    return FALSE;
  return test_await_true (cn_store_close (g_value_get_object (value)), error);
}

static gboolean
do_import (StoreFixture  *self,
           GError       **error)
{
  g_autoptr (GPtrArray) drafts = make_drafts (100, N_MORE);

  return test_await_true (cn_store_add_articles (self->store, 99, drafts), error);
}

static gboolean
do_mark (StoreFixture  *self,
         GError       **error)
{
  gint64 ids[N_BEFORE] = { 1, 2, 3, 4, 5 };

  return test_await_true (cn_store_set_read (self->store, ids, N_BEFORE, TRUE), error);
}

static gboolean
do_undo (StoreFixture  *self,
         GError       **error)
{
  return test_await_true (cn_store_undo_import (self->store, 7), error);
}

static gboolean
do_read (StoreFixture  *self,
         GError       **error)
{
  g_autofree char *before = g_build_filename (self->folder, "kept", NULL);

  return test_await_true (cn_store_load_article (self->store, 1), error);
}

static gboolean
do_backup (StoreFixture  *self,
           GError       **error)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");

  return test_await_true (cn_store_backup (self->store, copy), error);
}

static gboolean
do_restore (StoreFixture  *self,
            GError       **error)
{
  g_autofree char *copy = store_fixture_dup_path (self, "earlier.citynet");

  return test_await_true (cn_store_restore (self->store, copy), error);
}

static gboolean
do_check (StoreFixture  *self,
          GError       **error)
{
  return test_await_true (cn_store_check (self->store), error);
}

/* A store with N_BEFORE articles, a copy of it, and as it was a moment ago. */
static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = make_drafts (0, N_BEFORE);
  g_autofree char *copy = NULL;

  store_fixture_init (self);
  store_fixture_open (self);
  store_fixture_sync_networks (self);
  copy = store_fixture_dup_path (self, "earlier.citynet");
  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  g_array_unref (test_await_boxed (cn_store_add_articles (self->store, 7, drafts)));
  store_fixture_close (self);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  fault_vfs_disarm ();
  store_fixture_clear (self);
}

static void
assert_expected_code (const Row    *row,
                      const GError *error)
{
  g_test_message ("%s", error->message);
  g_assert_cmpint (error->domain, ==, CN_STORE_ERROR);

  g_assert_cmpint (error->code, ==, row->kind == FAULT_FULL ? CN_STORE_ERROR_FULL : CN_STORE_ERROR_FAILED);
}

static void
assert_nothing_lost (StoreFixture *self,
                     const Row    *row)
{
  gint64 n = test_sql_int64 (self->path, "SELECT count (*) FROM article");

  test_assert_sound (self->store);
  if (row->operation == do_restore)
    g_assert_true (n == 0 || n == N_BEFORE);
  else
    g_assert_true (n == N_BEFORE || n == N_BEFORE + N_MORE);
}

static void
close_if_open (StoreFixture *self)
{
  if (self->store != NULL)
    store_fixture_close (self);
}

/* One round: returns whether the operation got through without meeting the fault. */
static gboolean
fail_nth (StoreFixture *self,
          const Row    *row,
          int           n)
{
  g_autoptr (GError) error = NULL;
  gboolean success, has_hit;

  if (row->is_open)
    store_fixture_open (self);

  fault_vfs_arm (row->kind, n, row->is_lasting);
  success = row->operation (self, &error);
  has_hit = fault_vfs_has_hit ();
  if (!success)
    assert_expected_code (row, error);

  /* Some failures SQLite gets over by itself (an optional file); none may be met when there was no fault. */
  if (!has_hit)
    g_assert_true (success);

  fault_vfs_disarm ();
  close_if_open (self);
  store_fixture_open (self);
  assert_nothing_lost (self, row);
  store_fixture_close (self);
  return !has_hit;
}

static void
test_every_failure_is_survived (StoreFixture  *self,
                                gconstpointer  data)
{
  const Row *row = data;
  int n = 1;

  while (!fail_nth (self, row, n))
    {
      n += 1;
      g_assert_cmpint (n, <, MAX_OPERATIONS);
    }

  g_test_message ("%d accesses failed one after the other", n - 1);
  g_assert_cmpint (n, >, 1);

  /* The store is as good as any: what failed so often succeeds. */
  if (row->is_open)
    {
      g_autoptr (GError) error = NULL;

      store_fixture_open (self);
      g_assert_true (row->operation (self, &error));
      g_assert_no_error (error);
    }
}

static const struct
{
  const char *name;
  Operation   operation;
  gboolean    is_open;
} operations[] = {
  { "open", do_open, FALSE },
  { "create", do_create, FALSE },
  { "import", do_import, TRUE },
  { "mark", do_mark, TRUE },
  { "undo", do_undo, TRUE },
  { "read", do_read, TRUE },
  { "backup", do_backup, TRUE },
  { "restore", do_restore, TRUE },
  { "check", do_check, TRUE },
};

static const struct
{
  const char *name;
  FaultKind   kind;
  gboolean    is_lasting;
} faults[] = {
  { "one-io-error", FAULT_IO_ERROR, FALSE },
  { "io-errors-from-then-on", FAULT_IO_ERROR, TRUE },
  { "full-once", FAULT_FULL, FALSE },
  { "full-from-then-on", FAULT_FULL, TRUE },
  { "one-short-write", FAULT_SHORT_WRITE, FALSE },
};

static gboolean
writes (Operation operation)
{
  return operation != do_read && operation != do_check && operation != do_open;
}

static Row rows[G_N_ELEMENTS (operations) * G_N_ELEMENTS (faults)];

static void
add_tests (void)
{
  fault_vfs_register ();

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (faults); j++)
      {
        g_autofree char *path = g_strdup_printf ("/faults/%s/survives-%s", operations[i].name, faults[j].name);
        Row *row = &rows[i * G_N_ELEMENTS (faults) + j];

        if (faults[j].kind != FAULT_IO_ERROR && !writes (operations[i].operation))
          continue;

        *row = (Row) { operations[i].name, operations[i].operation, operations[i].is_open,
                       faults[j].kind, faults[j].is_lasting };
        g_test_add (path, StoreFixture, row, set_up, test_every_failure_is_survived, tear_down);
      }
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
