/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D6, R-D7: random pages overwritten, files cut at random places. Nothing crashes or hangs, damage is reported,
 * nothing is written into a damaged file, and what is not reported as damaged reads back as it was. */

#include "config.h"

#include "store-files.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_USEC (10 * G_USEC_PER_SEC)

/* Below the size up to which opening looks at every page, and above it. */
#define N_SMALL 200
#define N_LARGE 2500

typedef struct
{
  char *bytes;
  gsize size;
  guint n_articles;
} Original;

static CnArticleDraft *
make_draft (guint i)
{
  g_autofree char *text = g_strdup_printf ("text %u %03700u", i, i);
  CnArticleDraft *draft = test_draft ("/feed.xml", NULL, text);

  draft->publisher = g_strdup (i % 2 == 0 ? "alpha" : "beta");
  draft->published = cn_date_new_day (2021, 1 + (int) (i % 12), 1);
  return draft;
}

static void
make_original (StoreFixture *self,
               Original     *original,
               guint         n_articles)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (drafts, make_draft (i));

  store_fixture_open (self);
  store_fixture_sync_networks (self);
  g_array_unref (test_await_boxed (cn_store_add_articles (self->store, 1, drafts)));
  store_fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &original->bytes, &original->size, NULL));
  original->n_articles = n_articles;
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED) ||
         g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN) ||
         g_error_matches (error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND);
}

/* Reads everything. Returns whether all of it came, and adds up what did. */
static gboolean
read_all (CnStore *store,
          guint   *n_articles)
{
  CnTimelineQuery query = { .since = CN_DATE_NONE, .until = CN_DATE_NONE };
  g_autoptr (DexFuture) list = test_await (cn_store_list_entries (store, &query, NULL, 0));
  const GValue *value = dex_future_get_value (list, NULL);
  gboolean is_whole = value != NULL;

  *n_articles = 0;
  for (guint i = 0; value != NULL && i < ((GArray *) g_value_get_boxed (value))->len; i++)
    {
      gint64 id = g_array_index ((GArray *) g_value_get_boxed (value), CnTimelineEntry, i).id;
      g_autoptr (DexFuture) future = test_await (cn_store_load_article (store, id));
      g_autoptr (GError) error = NULL;

      if (dex_future_get_value (future, &error) != NULL)
        *n_articles += 1;
      else
        g_assert_true (is_damage (error));
      is_whole &= error == NULL;
    }

  return is_whole;
}

static void
meet_damage (StoreFixture   *self,
             const Original *original)
{
  g_autofree char *what = store_files_damage (self->path, original->bytes, original->size);
  g_autofree char *before = test_file_checksum (self->path);
  g_autoptr (DexFuture) future = test_await (cn_store_open (self->path, CN_STORE_OPEN_EXISTING));
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);
  g_autofree char *after = NULL;

  if (value == NULL)
    {
      g_assert_true (is_damage (error));
      g_assert_nonnull (strstr (error->message, self->path));
    }
  else
    {
      CnStore *store = g_value_get_object (value);
      g_auto (GStrv) problems = test_await_boxed (cn_store_check (store));
      guint n_articles;
      gboolean is_whole = read_all (store, &n_articles);

      if (problems[0] == NULL && (!is_whole || n_articles != original->n_articles))
        g_error ("%s: not reported, and only %u articles can be read", what, n_articles);
      g_assert_true (test_await_true (cn_store_close (store), NULL));
    }

  after = test_file_checksum (self->path);
  g_assert_cmpstr (before, ==, after);
}

static void
run_rounds (guint n_articles,
            guint n_rounds)
{
  StoreFixture self;
  Original original = { 0, };

  store_fixture_init (&self);
  make_original (&self, &original, n_articles);

  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();

      meet_damage (&self, &original);
      g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE_USEC);
    }

  g_test_message ("%u rounds", n_rounds);
  g_free (original.bytes);
  store_fixture_clear (&self);
}

static void
test_small_store_is_refused_or_whole (void)
{
  run_rounds (N_SMALL, test_scale (100));
}

static void
test_large_store_tells_at_the_first_touch (void)
{
  run_rounds (N_LARGE, test_scale (10));
}

/* R-D7: noise in the log, or its end missing. */
static void
damage_log (const char *path,
            const char *bytes,
            gsize       size)
{
  g_autofree char *damaged = g_memdup2 (bytes, size);
  gsize end = g_test_rand_int_range (0, 2) == 0 ? (gsize) g_test_rand_int_range (0, (gint32) size) : size;

  for (int i = g_test_rand_int_range (1, 17); i > 0; i--)
    damaged[g_test_rand_int_range (0, (gint32) size)] ^= (char) g_test_rand_int_range (1, 256);
  store_files_write (path, damaged, end);
}

/* The index of the log is another's, is noise, or is missing. */
static void
damage_index (const char *path)
{
  g_autofree char *noise = g_malloc (32768);

  g_unlink (path);
  if (g_test_rand_int_range (0, 2) == 0)
    return;

  for (gsize i = 0; i < 32768; i++)
    noise[i] = (char) g_test_rand_int_range (0, 256);
  store_files_write (path, noise, 32768);
}

static void
test_damaged_log_counts_up_to_a_commit (void)
{
  StoreFixture self;
  g_autofree char *log = NULL, *index = NULL, *bytes = NULL, *log_bytes = NULL;
  gsize size, log_size;

  store_fixture_init (&self);
  store_files_make_store (&self, "text");
  log = g_strconcat (self.path, "-wal", NULL);
  index = g_strconcat (self.path, "-shm", NULL);
  store_fixture_open (&self);
  for (guint i = 0; i < 40; i++)
    test_add (&self, make_draft (i), NULL);
  g_assert_true (g_file_get_contents (self.path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &log_size, NULL));
  store_fixture_close (&self);

  for (guint round = 0; round < test_scale (20); round++)
    {
      g_autoptr (DexFuture) future = NULL;
      g_autoptr (GError) error = NULL;
      const GValue *value;

      store_files_write (self.path, bytes, size);
      damage_log (log, log_bytes, log_size);
      damage_index (index);
      future = test_await (cn_store_open (self.path, CN_STORE_OPEN_EXISTING));
      value = dex_future_get_value (future, &error);
      g_assert_true (value != NULL || is_damage (error));
      if (value == NULL)
        continue;

      test_assert_sound (g_value_get_object (value));
      g_assert_true (test_await_true (cn_store_close (g_value_get_object (value)), NULL));
      g_assert_cmpint (test_sql_int64 (self.path, "SELECT n_articles FROM tally"), >=, 1);
    }

  store_fixture_clear (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/damage/damaged-log-counts-up-to-a-commit", test_damaged_log_counts_up_to_a_commit);
  g_test_add_func ("/damage/small-store-is-refused-or-whole", test_small_store_is_refused_or_whole);
  g_test_add_func ("/damage/large-store-tells-at-the-first-touch", test_large_store_tells_at_the_first_touch);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
