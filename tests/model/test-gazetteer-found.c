/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "cn-gazetteer-file.h"
#include "cn-gazetteer.h"

static void
test_chosen (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cn_gazetteer_file_find ();
  g_autoptr (CnGazetteer) gazetteer = cn_gazetteer_file_open (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, g_getenv ("CITYNET_GAZETTEER"));
  g_assert_cmpuint (cn_gazetteer_lookup_id (gazetteer, "geonames:745044"), !=, CN_NO_PLACE);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cn_gazetteer_file_open ("/nowhere/gazetteer.bin", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* An empty file is mapped to nothing. */
static void
test_none (void)
{
  static const char * const contents[] = { "", "a text that is no gazetteer, but longer than the header of one would be, "
                                               "so that every field of the header could be read from it" };
  g_autofree char *folder = g_dir_make_tmp ("citynet-gazetteer-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gazetteer.bin", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (cn_gazetteer_file_open (path, &error));
      g_assert_error (error, CN_GAZETTEER_ERROR, CN_GAZETTEER_ERROR_FORMAT);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* This program is copied to where programs lie and asked for its path: "--where" prints it. */
static void
test_beside (gconstpointer data)
{
  const char * const *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("citynet-gazetteer-XXXXXX", NULL);
  g_autofree char *program_folder = g_build_filename (folder, row[0], NULL);
  g_autofree char *program = g_build_filename (program_folder, "program", NULL);
  g_autofree char *path = g_build_filename (folder, row[1], NULL);
  g_autofree char *path_folder = g_path_get_dirname (path);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);
  g_autoptr (GFile) source = g_file_new_for_path (self);
  g_autoptr (GFile) target = g_file_new_for_path (program);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *answer = NULL;
  const char *remove[] = { "rm", "-r", folder, NULL };

  g_assert_cmpint (g_mkdir_with_parents (program_folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (path_folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_subprocess_launcher_unsetenv (launcher, "CITYNET_GAZETTEER");
  child = g_subprocess_launcher_spawn (launcher, &error, program, "--where", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, NULL, &error));
  g_assert_cmpstr (answer, ==, path);

  g_assert_true (g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  static const char * const in_build[] = { "src/cli", "data/gazetteer/gazetteer.bin" };
  static const char * const installed[] = { "bin", "share/citynet/gazetteer.bin" };

  if (argc == 2 && g_str_equal (argv[1], "--where"))
    {
      g_autofree char *path = cn_gazetteer_file_find ();

      g_print ("%s", path);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gazetteer-found/the-chosen-one-goes-first", test_chosen);
  g_test_add_func ("/gazetteer-found/a-missing-one-is-an-error", test_missing);
  g_test_add_func ("/gazetteer-found/another-file-is-an-error", test_none);
  g_test_add_data_func ("/gazetteer-found/it-is-found-in-the-build-folder", in_build, test_beside);
  g_test_add_data_func ("/gazetteer-found/it-is-found-beside-an-installed-program", installed, test_beside);

  return g_test_run ();
}
