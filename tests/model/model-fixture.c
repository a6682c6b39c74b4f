/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the model's tests share: a library in a folder of its own, drafts, and the recorder of a list's
 * signals. */

#include "config.h"

#include "model-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "cn-layout.h"

void
model_fixture_init (ModelFixture *self)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("citynet-model-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library", "citynet.db", NULL);
  self->library = cn_library_new (self->path);
}

/* To the superuser nothing is forbidden, so a test becomes somebody else for a moment. In the sandbox of a build that
 * may be impossible: such a test is then skipped. */
gboolean
model_fixture_skip_unforbidden (void)
{
  if (getuid () != 0 || seteuid (65534) == 0)
    {
      model_fixture_become_oneself ();
      return FALSE;
    }

  g_test_skip ("this user may read and write everything");
  return TRUE;
}

void
model_fixture_become_nobody (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
}

void
model_fixture_become_oneself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

void
model_fixture_open (ModelFixture *self)
{
  g_autoptr(GError) error = NULL;

  cn_test_await_done (cn_library_open (self->library), &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          g_chmod (path, 0700);
          remove_folder (path);
        }
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
model_fixture_clear (ModelFixture *self)
{
  g_autoptr(GError) error = NULL;
  guint ticks;

  cn_test_await_done (cn_library_close (self->library), &error);
  g_assert_no_error (error);

  /* Nothing may hold the library but the test: a fiber that outlives its use shows here. */
  g_object_add_weak_pointer (G_OBJECT (self->library), (gpointer *) &self->library);
  g_object_unref (self->library);
  ticks = g_timeout_add (5, tick_cb, NULL);
  cn_test_wait_until (is_gone, &self->library);
  g_source_remove (ticks);
  cn_test_settle ();

  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

char *
model_fixture_dup_path (ModelFixture *self,
                        const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
model_fixture_write (ModelFixture *self,
                     const char   *name,
                     const char   *content)
{
  char *path = model_fixture_dup_path (self, name);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* What another program does to the file, behind the library's back. */
void
model_fixture_exec_sql (const char *path,
                        const char *statement)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, statement, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

typedef struct
{
  CnLibrary  *library;
  CnTimeline *timeline;
} Quiet;

static gboolean
is_quiet (gpointer data)
{
  Quiet *quiet = data;
  CnTimeline *timeline = quiet->timeline;

  if (quiet->library->is_refreshing || quiet->library->pending_what != 0)
    return FALSE;
  return timeline == NULL ||
         (timeline->work == NULL && !timeline->wants_reload && g_hash_table_size (timeline->pending) == 0 &&
          cn_row_loader_is_idle (timeline->rows));
}

/* Waits until every commit so far has gone through the model. */
void
model_fixture_settle (ModelFixture *self,
                      CnTimeline   *timeline)
{
  Quiet quiet = { self->library, timeline };
  guint ticks = g_timeout_add (5, tick_cb, NULL);

  for (guint i = 0; i < 3; i++)
    {
      cn_test_settle ();
      cn_test_wait_until (is_quiet, &quiet);
    }
  g_source_remove (ticks);
}

CnArticleDraft *
model_draft (guint               number,
             CnDate              published,
             const char * const *networks)
{
  CnArticleDraft *draft = cn_article_draft_new ();
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  draft->title = g_strdup_printf ("Article %u", number);
  draft->text = g_strdup_printf ("This is article number %u.", number);
  draft->snippet = g_strdup (draft->text);
  draft->published = published;
  draft->published_quote_start = -1;
  draft->published_quote_end = -1;
  draft->updated = CN_DATE_NONE;
  draft->networks = g_strdupv ((GStrv) networks);
  draft->publisher = networks != NULL ? g_strdup (networks[0]) : NULL;
  draft->origin = g_strdup_printf ("/articles/%u.txt", number);
  g_checksum_update (checksum, (const guchar *) draft->text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  draft->text_hash = g_bytes_new (digest, sizeof digest);
  return draft;
}

/* Adds drafts as one import. Returns their ids, and the import's. */
GArray *
model_fixture_add (ModelFixture *self,
                   GPtrArray    *drafts,
                   gint64       *import_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CnStore) store = cn_test_await_object (cn_library_ensure_store (self->library), &error);
  g_auto(GValue) id = G_VALUE_INIT;
  g_autoptr(GArray) results = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  id = cn_test_await_value (cn_store_begin_import (store), &error);
  g_assert_no_error (error);
  results = cn_test_await_boxed (cn_store_add_articles (store, g_value_get_int64 (&id), drafts), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < results->len; i++)
    g_array_append_val (ids, g_array_index (results, CnAddResult, i).article_id);
  if (import_id != NULL)
    *import_id = g_value_get_int64 (&id);
  return ids;
}

/* Adds @n articles of one day each, the last the newest. */
GArray *
model_fixture_add_many (ModelFixture *self,
                        guint         n)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  CnDate day = cn_date_new_day (2001, 1, 1);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (drafts, model_draft (i, day, NULL));
      day = cn_date_add_days (day, 1);
    }
  return model_fixture_add (self, drafts, NULL);
}

/* The ids that the store itself gives, in order. */
GArray *
model_fixture_list (ModelFixture       *self,
                    CnTimelineScope     scope,
                    const char * const *networks)
{
  const CnTimelineQuery query = { networks, scope, CN_DATE_NONE, CN_DATE_NONE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) entries = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->library->store == NULL)
    return ids;

  entries = cn_test_await_boxed (cn_store_list_entries (self->library->store, &query, NULL, G_MAXUINT), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (ids, g_array_index (entries, CnTimelineEntry, i).id);
  return ids;
}

static gint64
id_at (GListModel *model,
       guint       position)
{
  g_autoptr(CnArticle) article = g_list_model_get_item (model, position);

  g_assert_nonnull (article);
  return cn_article_get_id (article);
}

static void
assert_same (Recorder *self)
{
  g_assert_cmpuint (self->ids->len, ==, g_list_model_get_n_items (self->model));
  g_assert_null (g_list_model_get_item (self->model, self->ids->len));
  for (guint i = 0; i < self->ids->len; i++)
    g_assert_cmpint (g_array_index (self->ids, gint64, i), ==, id_at (self->model, i));
}

/* Sections must be whole at every moment: their bounds agree wherever one asks. */
static void
assert_sections (Recorder *self)
{
  CnTimeline *timeline = CN_TIMELINE (self->model);
  guint position = 0;
  guint start;
  guint end;

  while (position < self->ids->len)
    {
      guint again_start;
      guint again_end;

      cn_timeline_get_section (timeline, position, &start, &end);
      g_assert_cmpuint (start, ==, position);
      g_assert_cmpuint (end, >, position);
      g_assert_cmpuint (end, <=, self->ids->len);
      cn_timeline_get_section (timeline, end - 1, &again_start, &again_end);
      g_assert_cmpuint (again_start, ==, start);
      g_assert_cmpuint (again_end, ==, end);
      position = end;
    }
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  Recorder *self = user_data;

  /* What GtkListView must never be told: it would ask for every new item. */
  g_assert_false (n_removed > 0 && n_added > 256);
  g_assert_true (n_removed > 0 || n_added > 0);
  g_assert_cmpuint (position + n_removed, <=, self->ids->len);

  if (n_removed > 0)
    g_array_remove_range (self->ids, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      gint64 id = id_at (model, position + i);

      g_array_insert_val (self->ids, position + i, id);
    }
  self->n_signals++;
  self->largest_addition = MAX (self->largest_addition, n_added);
  assert_same (self);
  assert_sections (self);
}

void
recorder_init (Recorder   *self,
               GListModel *model)
{
  *self = (Recorder) { .model = model };
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      gint64 id = id_at (model, i);

      g_array_append_val (self->ids, id);
    }
  self->handler = g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
}

void
recorder_clear (Recorder *self)
{
  g_clear_signal_handler (&self->handler, self->model);
  g_clear_pointer (&self->ids, g_array_unref);
}
