/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the store share: a folder for each test, awaiting without sleeping, drafts, raw SQL
 * beside the store. */

#include "config.h"

#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }

  g_remove (path);
}

void
store_fixture_init (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("citynet-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.citynet", NULL);
  self->store = NULL;
}

void
store_fixture_clear (StoreFixture *self)
{
  if (self->store != NULL)
    store_fixture_close (self);
  remove_tree (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

char *
store_fixture_dup_path (StoreFixture *self,
                        const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
store_fixture_open (StoreFixture *self)
{
  g_autoptr (DexFuture) future = test_await (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT));
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);

  g_assert_no_error (error);
  g_assert_null (self->store);
  self->store = g_value_dup_object (value);
}

void
store_fixture_close (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (test_await_true (cn_store_close (self->store), &error));
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

static CnNetworkRecord *
make_network (const char *key,
              const char *kind,
              const char *parent,
              int         position)
{
  CnNetworkRecord *network = cn_network_record_new ();

  network->key = g_strdup (key);
  network->name = g_strdup_printf ("The %s of cities", key);
  network->short_name = g_ascii_strup (key, -1);
  network->kind = g_strdup (kind);
  network->parent = g_strdup (parent);
  network->position = position;
  return network;
}

/* Four networks, the second of them a campaign of the fourth. */
GPtrArray *
test_networks (void)
{
  GPtrArray *networks = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);

  g_ptr_array_add (networks, make_network ("alpha", "network", NULL, 0));
  g_ptr_array_add (networks, make_network ("beta", "campaign", "delta", 1));
  g_ptr_array_add (networks, make_network ("gamma", "initiative", NULL, 2));
  g_ptr_array_add (networks, make_network ("delta", "network", NULL, 3));
  return networks;
}

void
store_fixture_sync_networks (StoreFixture *self)
{
  g_autoptr (GPtrArray) networks = test_networks ();
  g_autoptr (GError) error = NULL;

  g_assert_true (test_await_true (cn_store_sync_networks (self->store, networks), &error));
  g_assert_no_error (error);
}

static DexFuture *
pass_on_cb (DexFuture *future,
            gpointer   data)
{
  return NULL;
}

DexFuture *
test_await (DexFuture *future)
{
  /* A future may be resolved on another thread; only a block on this one wakes its main context. */
  future = dex_future_finally (future, pass_on_cb, NULL, NULL);
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  return future;
}

gboolean
test_await_true (DexFuture  *future,
                 GError    **error)
{
  g_autoptr (DexFuture) done = test_await (future);

  return dex_future_get_value (done, error) != NULL;
}

static const GValue *
get_value (DexFuture *done)
{
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (done, &error);

  g_assert_no_error (error);
  return value;
}

gpointer
test_await_boxed (DexFuture *future)
{
  g_autoptr (DexFuture) done = test_await (future);

  return g_value_dup_boxed (get_value (done));
}

guint
test_await_uint (DexFuture *future)
{
  g_autoptr (DexFuture) done = test_await (future);

  return g_value_get_uint (get_value (done));
}

gint64
test_await_int64 (DexFuture *future)
{
  g_autoptr (DexFuture) done = test_await (future);

  return g_value_get_int64 (get_value (done));
}

void
test_await_error (DexFuture *future,
                  int        code)
{
  g_autoptr (DexFuture) done = test_await (future);
  g_autoptr (GError) error = NULL;

  g_assert_null (dex_future_get_value (done, &error));
  g_assert_error (error, CN_STORE_ERROR, code);
}

/* Lets everything that is ready happen. */
void
test_turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

CnArticleDraft *
test_draft (const char *origin,
            const char *url,
            const char *text)
{
  CnArticleDraft *draft = cn_article_draft_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize size = sizeof hash;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, hash, &size);

  draft->origin = g_strdup (origin);
  draft->url = g_strdup (url);
  draft->title = g_strdup_printf ("Title of %s", text);
  draft->text = g_strdup (text);
  draft->text_hash = g_bytes_new (hash, size);
  draft->snippet = g_strdup (text);
  return draft;
}

/* Every field has a value. */
CnArticleDraft *
test_full_draft (void)
{
  CnArticleDraft *draft = test_draft ("/home/reader/a.html", "https://example.org/a", "Bir şehir. 3 June 2021.");

  draft->document_id = g_strdup ("urn:example:1");
  draft->authors = g_strdupv ((char *[]) { (char *) "The \"Press\" Office\n", (char *) "Büro", NULL });
  draft->site_name = g_strdup ("Example");
  draft->language = g_strdup ("tr");
  draft->summary = g_strdup ("A summary");
  draft->published = cn_date_new_day (2021, 6, 3);
  draft->published_quote_start = 12;
  draft->published_quote_end = 23;
  draft->updated = cn_date_new_time (1622800000);
  draft->publisher = g_strdup ("beta");
  draft->networks = g_strdupv ((char *[]) { (char *) "alpha", (char *) "beta", NULL });
  draft->layout = g_bytes_new_static ("\0layout", 7);
  return draft;
}

gint64
test_add_to_import (StoreFixture   *self,
                    gint64          import_id,
                    CnArticleDraft *draft,
                    CnAddOutcome   *outcome)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr (GArray) results = NULL;

  g_ptr_array_add (drafts, draft);
  results = test_await_boxed (cn_store_add_articles (self->store, import_id, drafts));
  g_assert_cmpuint (results->len, ==, 1);
  if (outcome != NULL)
    *outcome = g_array_index (results, CnAddResult, 0).outcome;
  return g_array_index (results, CnAddResult, 0).article_id;
}

gint64
test_add (StoreFixture   *self,
          CnArticleDraft *draft,
          CnAddOutcome   *outcome)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));

  return test_add_to_import (self, import_id, draft, outcome);
}

void
test_assert_sound (CnStore *store)
{
  g_auto (GStrv) problems = test_await_boxed (cn_store_check (store));
  g_autofree char *joined = g_strjoinv ("\n", problems);

  g_assert_cmpstr (joined, ==, "");
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  return handle;
}

gint64
test_sql_int64 (const char *path,
                const char *sql)
{
  sqlite3 *handle = open_raw (path);
  sqlite3_stmt *statement = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return value;
}

gboolean
test_sql_try (const char *path,
              const char *sql)
{
  sqlite3 *handle = open_raw (path);
  gboolean success = sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK;

  sqlite3_close (handle);
  return success;
}

void
test_sql_exec (const char *path,
               const char *sql)
{
  g_assert_true (test_sql_try (path, sql));
}

char *
test_file_checksum (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return g_strdup ("missing");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

/* The counts in the tests are a tenth of those that a release is held to; CITYNET_TEST_SCALE=10 runs those. */
guint
test_scale (guint count)
{
  const char *scale = g_getenv ("CITYNET_TEST_SCALE");

  return scale != NULL ? MAX (1, (guint) (g_ascii_strtod (scale, NULL) * count)) : count;
}

int
test_run (int    *argc,
          char ***argv,
          void  (*add_tests) (void))
{
  g_test_init (argc, argv, NULL);
  dex_init ();
  add_tests ();
  return g_test_run ();
}
