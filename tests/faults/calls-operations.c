/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of failing calls have in common: a store with something of everything in it, everything that can be
 * asked of a store, and what must be the same after it was asked in vain. */

#include "config.h"

#include "calls-operations.h"
#include "cn-schema.h"
#include "cn-store-opener.h"
#include "cn-store-recover.h"
#include "fault-calls.h"
#include "store-files.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* Every row of every table. */
static char *
dump_rows (const char *path)
{
  static const char list[] =
    "SELECT 'SELECT * FROM ' || name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
  g_autoptr (GString) dump = g_string_new (NULL);
  sqlite3_stmt *tables, *rows;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, list, -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *sql = (const char *) sqlite3_column_text (tables, 0);

      g_string_append_printf (dump, "%s\n", sql);
      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (rows); i++)
          g_string_append_printf (dump, "%s|", (const char *) sqlite3_column_text (rows, i));
      sqlite3_finalize (rows);
    }

  sqlite3_finalize (tables);
  sqlite3_close (handle);
  return g_string_free_and_steal (g_steal_pointer (&dump));
}

static CnArticleDraft *
make_draft (const char *origin,
            const char *url,
            const char *text,
            const char *publisher)
{
  CnArticleDraft *draft = test_draft (origin, url, text);

  draft->publisher = g_strdup (publisher);
  if (publisher == NULL)
    return draft;

  draft->networks = g_strdupv ((char *[]) { (char *) "alpha", (char *) "beta", NULL });
  draft->authors = g_strdupv ((char *[]) { (char *) "Press Office", NULL });
  return draft;
}

/* Four articles of a standing import, one of an import that was taken back, and one that the copy does not have. */
static void
make_stores (CallsFixture *self)
{
  StoreFixture *base = &self->base;

  store_fixture_open (base);
  store_fixture_sync_networks (base);
  test_add_to_import (base, 7, make_draft ("/feed.xml", "https://e.org/1", "one", "alpha"), NULL);
  test_add_to_import (base, 7, make_draft ("/feed.xml", NULL, "two", NULL), NULL);
  test_add_to_import (base, 7, make_draft ("/feed.xml", "https://e.org/3", "three", "alpha"), NULL);
  test_add_to_import (base, 8, make_draft ("/b", NULL, "taken back", NULL), NULL);
  test_await_uint (cn_store_undo_import (base->store, 8));
  g_assert_true (test_await_true (cn_store_backup (base->store, self->earlier), NULL));
  test_add_to_import (base, 9, make_draft ("/c", NULL, "the last", "beta"), NULL);
  store_fixture_close (base);
}

void
calls_fixture_set_up (CallsFixture  *self,
                      gconstpointer  data)
{
  store_fixture_init (&self->base);
  self->earlier = store_fixture_dup_path (&self->base, "earlier.citynet");
  self->other = store_fixture_dup_path (&self->base, "other.citynet");
  make_stores (self);
  g_assert_true (g_file_get_contents (self->base.path, &self->bytes, &self->size, NULL));
  g_assert_true (g_file_get_contents (self->earlier, &self->earlier_bytes, &self->earlier_size, NULL));
  self->content = dump_rows (self->base.path);
  self->earlier_content = dump_rows (self->earlier);
}

void
calls_fixture_tear_down (CallsFixture  *self,
                         gconstpointer  data)
{
  fault_calls_disarm ();
  g_clear_pointer (&self->earlier, g_free);
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->bytes, g_free);
  g_clear_pointer (&self->earlier_bytes, g_free);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->earlier_content, g_free);
  store_fixture_clear (&self->base);
}

/* As it was before the first failure, with nothing else in the folder. */
void
calls_fixture_lay_out (CallsFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->base.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = store_fixture_dup_path (&self->base, name);

      g_unlink (path);
    }
  store_files_write (self->base.path, self->bytes, self->size);
  store_files_write (self->earlier, self->earlier_bytes, self->earlier_size);
}

static gboolean
do_sync_networks (CallsFixture  *self,
                  GError       **error)
{
  g_autoptr (GPtrArray) networks = test_networks ();
  CnNetworkRecord *renamed = g_ptr_array_index (networks, 1);

  g_set_str (&renamed->name, "Another name");
  g_set_str (&renamed->parent, "alpha");
  g_ptr_array_remove_index (networks, 2);
  return test_await_true (cn_store_sync_networks (self->base.store, networks), error);
}

/* One draft for each of the things that can become of it. */
static gboolean
do_add (CallsFixture  *self,
        GError       **error)
{
  static const CnAddOutcome expected[] = {
    CN_ADD_OUTCOME_ADDED, CN_ADD_OUTCOME_ADDED, CN_ADD_OUTCOME_KNOWN, CN_ADD_OUTCOME_NEW_ORIGIN,
    CN_ADD_OUTCOME_NEW_VERSION, CN_ADD_OUTCOME_NEW_PUBLISHER, CN_ADD_OUTCOME_RESTORED,
  };
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  CnArticleDraft *given = make_draft ("/feed.xml", "https://e.org/3", "three", "beta");
  g_autoptr (DexFuture) future = NULL;
  const GValue *value;

  given->is_publisher_given = TRUE;
  g_ptr_array_add (drafts, test_full_draft ());
  g_ptr_array_add (drafts, make_draft (NULL, NULL, "pasted", NULL));
  g_ptr_array_add (drafts, make_draft ("/feed.xml", NULL, "two", NULL));
  g_ptr_array_add (drafts, make_draft ("/elsewhere", NULL, "two", NULL));
  g_ptr_array_add (drafts, make_draft ("/feed.xml", "https://e.org/1", "one, and more", "beta"));
  g_ptr_array_add (drafts, given);
  g_ptr_array_add (drafts, make_draft ("/b", NULL, "taken back", NULL));

  future = test_await (cn_store_add_articles (self->base.store, 99, drafts));
  value = dex_future_get_value (future, error);
  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (g_array_index ((GArray *) g_value_get_boxed (value), CnAddResult, i).outcome, ==, expected[i]);
  return value != NULL;
}

static gboolean
do_undo (CallsFixture  *self,
         GError       **error)
{
  return test_await_true (cn_store_undo_import (self->base.store, 9), error);
}

static gboolean
do_redo (CallsFixture  *self,
         GError       **error)
{
  return test_await_true (cn_store_redo_import (self->base.store, 8), error);
}

static gboolean
do_mark (CallsFixture  *self,
         GError       **error)
{
  return test_await_true (cn_store_set_read (self->base.store, (gint64[]) { 1, 2 }, 2, TRUE), error);
}

static gboolean
do_star (CallsFixture  *self,
         GError       **error)
{
  return test_await_true (cn_store_set_starred (self->base.store, (gint64[]) { 1, 2 }, 2, TRUE), error);
}

static gboolean
do_list_networks (CallsFixture  *self,
                  GError       **error)
{
  return test_await_true (cn_store_list_networks (self->base.store), error);
}

static gboolean
do_get_tally (CallsFixture  *self,
              GError       **error)
{
  return test_await_true (cn_store_get_tally (self->base.store), error);
}

/* All, of one network, of several, in a span of time; each listed and counted. */
static gboolean
do_list_and_count (CallsFixture  *self,
                   GError       **error)
{
  static const char * const one[] = { "alpha", NULL };
  static const char * const several[] = { "alpha", "beta", "alpha", "gamma", NULL };
  const CnTimelineQuery queries[] = {
    { 0 },
    { .networks = one },
    { .networks = several },
    { .scope = CN_TIMELINE_SCOPE_UNREAD, .until = cn_date_new_day (2021, 6, 3) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!test_await_true (cn_store_list_entries (self->base.store, &queries[i], NULL, 0), error) ||
        !test_await_true (cn_store_count_entries (self->base.store, &queries[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
do_load_rows (CallsFixture  *self,
              GError       **error)
{
  return test_await_true (cn_store_load_rows (self->base.store, (gint64[]) { 1, 4711, 3 }, 3), error);
}

static gboolean
do_load_article (CallsFixture  *self,
                 GError       **error)
{
  return test_await_true (cn_store_load_article (self->base.store, 1), error);
}

static gboolean
do_check (CallsFixture  *self,
          GError       **error)
{
  return test_await_true (cn_store_check (self->base.store), error);
}

static gboolean
do_backup (CallsFixture  *self,
           GError       **error)
{
  return test_await_true (cn_store_backup (self->base.store, self->other), error);
}

static gboolean
do_restore (CallsFixture  *self,
            GError       **error)
{
  return test_await_true (cn_store_restore (self->base.store, self->earlier), error);
}

static gboolean
open_and_close (const char        *path,
                CnStoreOpenFlags   flags,
                GError           **error)
{
  g_autoptr (DexFuture) future = test_await (cn_store_open (path, flags));
  const GValue *value = dex_future_get_value (future, error);

  return value != NULL && test_await_true (cn_store_close (g_value_get_object (value)), error);
}

/* Of the store that nobody else has open: what is there is read and compared in full. */
static gboolean
do_open (CallsFixture  *self,
         GError       **error)
{
  return open_and_close (self->earlier, CN_STORE_OPEN_DEFAULT, error);
}

static gboolean
do_open_to_read (CallsFixture  *self,
                 GError       **error)
{
  return open_and_close (self->earlier, CN_STORE_OPEN_READ_ONLY, error);
}

/* As a store is read that lies where nothing may be written, with its log. */
static gboolean
do_open_where_it_lies (CallsFixture  *self,
                       GError       **error)
{
  g_autoptr (CnConnection) connection = cn_connection_open (self->earlier, CN_CONNECTION_IMMUTABLE_LOG, error);

  return connection != NULL;
}

static gboolean
do_create (CallsFixture  *self,
           GError       **error)
{
  return open_and_close (self->other, CN_STORE_OPEN_DEFAULT, error);
}

static gboolean
do_upgrade (CallsFixture  *self,
            GError       **error)
{
  g_auto (GStrv) released = cn_schema_dup_steps ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) steps = NULL;
  g_autoptr (CnConnection) connection = NULL;

  g_strv_builder_addv (builder, (const char **) released);
  g_strv_builder_add (builder, "CREATE TABLE place (id INTEGER PRIMARY KEY) STRICT");
  steps = g_strv_builder_end (builder);
  connection = cn_store_opener_open_writer (self->earlier, CN_STORE_OPEN_DEFAULT, (const char * const *) steps, error);
  return connection != NULL;
}

static gboolean
do_recover (CallsFixture  *self,
            GError       **error)
{
  return test_await_true (cn_store_recover (self->earlier, self->other), error);
}

/* Ends with a row without a name. */
const CallsOperation calls_operations[] = {
  { "sync-networks", do_sync_networks, 0 },
  { "add", do_add, 0 },
  { "undo", do_undo, 0 },
  { "redo", do_redo, 0 },
  { "mark", do_mark, 0 },
  { "star", do_star, 0 },
  { "list-networks", do_list_networks, 0 },
  { "get-tally", do_get_tally, 0 },
  { "list-and-count", do_list_and_count, 0 },
  { "load-rows", do_load_rows, 0 },
  { "load-article", do_load_article, 0 },
  { "check", do_check, 0 },
  { "backup", do_backup, CALLS_MAKE_A_FILE },
  { "restore", do_restore, CALLS_REPLACE },
  { "open", do_open, 0 },
  { "open-to-read", do_open_to_read, 0 },
  { "open-where-it-lies", do_open_where_it_lies, 0 },
  { "create", do_create, 0 },
  { "upgrade", do_upgrade, CALLS_UPGRADE },
  { "recover", do_recover, CALLS_MAKE_A_FILE },
  { NULL, NULL, 0 },
};

const CallsOperation *
calls_operation_find (const char *name)
{
  const CallsOperation *operation = calls_operations;

  while (!g_str_equal (operation->name, name))
    operation++;
  return operation;
}

/* The copy, but for the table that it is to get. */
static gboolean
is_as_earlier (CallsFixture         *self,
               const CallsOperation *operation)
{
  g_autofree char *content = dump_rows (self->earlier);
  g_autoptr (GString) without = g_string_new (content);

  if (operation->traits & CALLS_UPGRADE)
    g_string_replace (without, "SELECT * FROM place\n", "", 1);
  return g_str_equal (without->str, self->earlier_content);
}

/* What a failure must not have changed, and that it has left nothing behind. */
void
calls_fixture_assert_same (CallsFixture         *self,
                           const CallsOperation *operation)
{
  g_autoptr (GDir) dir = g_dir_open (self->base.folder, 0, NULL);
  g_autofree char *content = dump_rows (self->base.path);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".tmp"));
  if (operation->traits & CALLS_MAKE_A_FILE)
    g_assert_false (g_file_test (self->other, G_FILE_TEST_EXISTS));

  g_assert_true (is_as_earlier (self, operation));
  g_assert_true (g_str_equal (content, self->content) ||
                 ((operation->traits & CALLS_REPLACE) && g_str_equal (content, self->earlier_content)));
}
