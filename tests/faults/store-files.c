/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of a store as a test lays them out: made, copied, written over, described, with no store open. */

#include "config.h"

#include "store-files.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PAGE_SIZE 4096

void
store_files_write (const char *path,
                   const void *bytes,
                   gsize       size)
{
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

void
store_files_overwrite (const char *path,
                       goffset     offset,
                       const void *bytes,
                       gsize       size)
{
  int descriptor = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (pwrite (descriptor, bytes, size, offset), ==, (gssize) size);
  close (descriptor);
}

/* A sound store with one article, closed. */
void
store_files_make_store (StoreFixture *self,
                        const char   *text)
{
  store_fixture_open (self);
  store_fixture_sync_networks (self);
  test_add (self, test_draft ("/a", NULL, text), NULL);
  store_fixture_close (self);
}

void
store_files_copy (const char *from,
                  const char *to)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &content, &size, NULL));
  store_files_write (to, content, size);
}

/* The log of another store, taken while that one is in use: its checksums are right. */
void
store_files_swap_log (StoreFixture *self)
{
  StoreFixture other;
  g_autofree char *other_log = NULL;
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  store_files_make_store (self, "text");
  store_fixture_init (&other);
  store_files_make_store (&other, "another");
  store_fixture_open (&other);
  test_add (&other, test_draft ("/b", NULL, "a third"), NULL);
  other_log = g_strconcat (other.path, "-wal", NULL);
  store_files_copy (other_log, log);
  store_fixture_clear (&other);
}

/* Names and checksums of everything in the folder but what SQLite keeps in memory. */
char *
store_files_describe (StoreFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *checksum = NULL;

      if (g_str_has_suffix (name, "-shm"))
        continue;
      checksum = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? test_file_checksum (path) : g_strdup ("");
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, checksum));
    }

  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* R-D6: one to sixteen random pages are written over, or the file ends at a random place. Returns a description for a
 * failing test's log. */
char *
store_files_damage (const char *path,
                    const char *original,
                    gsize       size)
{
  g_autofree char *bytes = g_memdup2 (original, size);
  int n_pages = g_test_rand_int_range (1, 17);

  if (g_test_rand_int_range (0, 4) == 0)
    {
      gsize end = (gsize) g_test_rand_int_range (1, (gint32) size);

      store_files_write (path, bytes, end);
      return g_strdup_printf ("cut to %" G_GSIZE_FORMAT, end);
    }

  for (int i = 0; i < n_pages; i++)
    {
      gsize page = (gsize) g_test_rand_int_range (0, (gint32) (size / PAGE_SIZE));

      for (gsize j = 0; j < PAGE_SIZE; j += 4)
        {
          guint32 noise = (guint32) g_test_rand_int ();

          memcpy (bytes + page * PAGE_SIZE + j, &noise, sizeof noise);
        }
    }

  store_files_write (path, bytes, size);
  return g_strdup_printf ("%d pages", n_pages);
}
