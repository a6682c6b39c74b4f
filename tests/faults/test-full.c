/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D3: a store on a real, small file system that fills up. The nth write that fails for want of space is
 * test-io.c's.
 *
 * CITYNET_SMALL_DISK names an empty folder on a file system of 32 MB; without it the tests are skipped. Each test is
 * run with 8, 16 and 32 MB of it, several times. */

#include "config.h"

#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/statvfs.h>

#define BATCH 20

/* What the tests leave of the disk, which has 32 MB. */
static const guint megabytes[] = { 8, 16, 32 };

/* Takes so much of the disk that @size bytes are left. */
static void
leave_room (StoreFixture *self,
            guint64       size)
{
  g_autofree char *ballast = g_strconcat (self->path, ".ballast", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *zeros = g_malloc0 (64 * 1024);
  FILE *file = g_fopen (ballast, "wb");
  struct statvfs disk;

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (statvfs (folder, &disk) == 0 && (guint64) disk.f_bavail * disk.f_frsize > size)
    if (fwrite (zeros, 64 * 1024, 1, file) != 1)
      break;
  fclose (file);
}

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  const char *disk = g_getenv ("CITYNET_SMALL_DISK");

  store_fixture_init (self);
  if (disk == NULL || disk[0] == '\0')
    return;

  g_free (self->path);
  self->path = g_build_filename (disk, "full.citynet", NULL);
  leave_room (self, GPOINTER_TO_UINT (data) * G_GUINT64_CONSTANT (1024) * 1024);
  store_fixture_open (self);
  store_fixture_sync_networks (self);
}

static void
remove_files (StoreFixture *self)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", ".copy", ".filler", ".ballast" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  if (self->store != NULL)
    {
      store_fixture_close (self);
      remove_files (self);
    }
  store_fixture_clear (self);
}

static gboolean
is_skipped (StoreFixture *self)
{
  if (self->store == NULL)
    g_test_skip ("CITYNET_SMALL_DISK is not set");
  return self->store == NULL;
}

static GPtrArray *
make_drafts (guint first)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

  for (guint i = first; i < first + BATCH; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u %03800u", i, i);

      g_ptr_array_add (drafts, test_draft ("/feed.xml", NULL, text));
    }
  return drafts;
}

/* Imports until there is no room. Returns how many were said to be stored. */
static guint
fill (StoreFixture *self,
      guint         first)
{
  guint n = first;

  for (;;)
    {
      g_autoptr (GPtrArray) drafts = make_drafts (n);
      g_autoptr (GError) error = NULL;

      if (!test_await_true (cn_store_add_articles (self->store, 1, drafts), &error))
        {
          g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FULL);
          return n;
        }
      n += BATCH;
      g_assert_cmpuint (n, <, 100000);
    }
}

static void
test_import_until_full_loses_nothing (StoreFixture  *self,
                                      gconstpointer  data)
{
  g_autofree char *filler = g_strconcat (self->path, ".filler", NULL);
  g_autofree char *bytes = g_strnfill (512 * 1024, 'x');
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (CnTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (is_skipped (self))
    return;

  g_assert_true (g_file_set_contents (filler, bytes, 512 * 1024, NULL));
  n = fill (self, 0);
  g_assert_cmpuint (n, >, 0);
  test_assert_sound (self->store);
  tally = test_await_boxed (cn_store_get_tally (self->store));
  g_assert_cmpuint (tally->n_articles, ==, n);

  /* With room again it goes on as if nothing had been, without being opened anew. */
  g_unlink (filler);
  drafts = make_drafts (n);
  test_await_true (cn_store_add_articles (self->store, 1, drafts), &error);
  g_assert_no_error (error);
  test_assert_sound (self->store);
}

static void
test_backup_without_room_leaves_no_half (StoreFixture  *self,
                                         gconstpointer  data)
{
  g_autofree char *copy = g_strconcat (self->path, ".copy", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (is_skipped (self))
    return;

  fill (self, 0);
  test_await_error (cn_store_backup (self->store, copy), CN_STORE_ERROR_FULL);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".tmp") || g_str_has_suffix (name, ".copy"));
  test_assert_sound (self->store);
}

static void
test_full_store_opens_again (StoreFixture  *self,
                             gconstpointer  data)
{
  guint n;

  if (is_skipped (self))
    return;

  n = fill (self, 0);
  store_fixture_close (self);
  store_fixture_open (self);
  test_assert_sound (self->store);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, n);
}

typedef struct
{
  const char *name;
  void      (*func) (StoreFixture  *self,
                     gconstpointer  data);
} Test;

static const Test tests[] = {
  { "import-until-full-loses-nothing", test_import_until_full_loses_nothing },
  { "backup-without-room-leaves-no-half", test_backup_without_room_leaves_no_half },
  { "full-store-opens-again", test_full_store_opens_again },
};

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (megabytes); j++)
      for (guint round = 1; round <= test_scale (5); round++)
        {
          g_autofree char *path = g_strdup_printf ("/full/%s/%u-megabytes/%u", tests[i].name, megabytes[j], round);

          g_test_add (path, StoreFixture, GUINT_TO_POINTER (megabytes[j]), set_up, tests[i].func, tear_down);
        }
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
