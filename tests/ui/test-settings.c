/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R-D3: settings on a real, small file system that is full are as they were.
 *
 * CITYNET_SMALL_DISK names an empty folder on a file system of 32 MB; without it the tests are skipped. */

#include "config.h"

#include "cn-settings-saver.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char            *folder;
  char            *path;
  char            *ballast;
  GSettings       *settings;
  CnSettingsSaver *saver;
} Fixture;

static GSettings *
open_settings (Fixture *self)
{
  g_autoptr (GSettingsBackend) backend = g_keyfile_settings_backend_new (self->path, "/", NULL);

  return g_settings_new_with_backend (APPLICATION_ID, backend);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const char *disk = g_getenv ("CITYNET_SMALL_DISK");

  if (disk == NULL || disk[0] == '\0')
    return;

  self->folder = g_build_filename (disk, "settings", NULL);
  self->path = g_build_filename (self->folder, "keyfile", NULL);
  self->ballast = g_build_filename (disk, "ballast", NULL);
  self->settings = open_settings (self);
  self->saver = cn_settings_saver_new (self->settings, self->folder);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->saver);
  g_clear_object (&self->settings);
  if (self->folder == NULL)
    return;

  g_unlink (self->ballast);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->ballast);
  g_free (self->path);
  g_free (self->folder);
}

static gboolean
is_skipped (Fixture *self)
{
  if (self->saver == NULL)
    g_test_skip ("CITYNET_SMALL_DISK is not set");
  return self->saver == NULL;
}

/* To the last byte: a file of no size would still find its place. */
static void
fill_disk (Fixture *self)
{
  g_autofree char *zeros = g_malloc0 (64 * 1024);
  FILE *file = g_fopen (self->ballast, "wb");

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  for (gsize size = 64 * 1024; size >= 1; size /= 2)
    while (fwrite (zeros, size, 1, file) == 1)
      ;
  fclose (file);
}

static int
read_saved_width (Fixture *self)
{
  g_autoptr (GSettings) settings = open_settings (self);

  return g_settings_get_int (settings, "window-width");
}

static gboolean
timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Longer than the saver waits. */
static void
wait_a_while (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (600, timeout_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_changes_are_saved_by_themselves (Fixture       *self,
                                      gconstpointer  data)
{
  if (is_skipped (self))
    return;

  g_settings_set_int (self->settings, "window-width", 700);
  g_assert_cmpint (read_saved_width (self), !=, 700);
  while (read_saved_width (self) != 700)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_last_changes_are_saved_at_the_end (Fixture       *self,
                                        gconstpointer  data)
{
  if (is_skipped (self))
    return;

  g_settings_set_int (self->settings, "window-width", 700);
  cn_settings_saver_flush (self->saver);
  g_assert_cmpint (read_saved_width (self), ==, 700);
}

static void
test_full_disk_leaves_them_as_they_were (Fixture       *self,
                                         gconstpointer  data)
{
  if (is_skipped (self))
    return;

  g_settings_set_int (self->settings, "window-width", 700);
  cn_settings_saver_flush (self->saver);

  fill_disk (self);
  g_settings_set_int (self->settings, "window-width", 800);
  wait_a_while ();
  cn_settings_saver_flush (self->saver);
  g_assert_cmpint (read_saved_width (self), ==, 700);
  g_assert_cmpint (g_settings_get_int (self->settings, "window-width"), ==, 800);

  /* With room again, it needs no restart. */
  g_unlink (self->ballast);
  while (read_saved_width (self) != 800)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, func) g_test_add ("/settings/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("changes-are-saved-by-themselves", test_changes_are_saved_by_themselves);
  ADD ("last-changes-are-saved-at-the-end", test_last_changes_are_saved_at_the_end);
  ADD ("full-disk-leaves-them-as-they-were", test_full_disk_leaves_them_as_they_were);
  return g_test_run ();
}
