/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the gazetteer lies, and mapping it into memory. Any thread.
 *
 * A program that runs from the build folder takes the file built there and never an older one that is installed; one
 * that was installed somewhere else than it was built for takes the one beside it. */

#include "config.h"

#include "cn-gazetteer-file.h"

#include "cn-gazetteer.h"

/* A path that goes before all others, for tests and for those who build a gazetteer of their own. */
#define VARIABLE "CITYNET_GAZETTEER"

#define FILE_NAME "gazetteer.bin"

/* From the folder of the program: src/cli in a build folder, bin in an installation. */
static const char * const beside_program[] = {
  "../../data/gazetteer/" FILE_NAME,
  "../share/citynet/" FILE_NAME,
};

static char *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;

  if (program == NULL)
    return NULL;

  folder = g_path_get_dirname (program);
  for (guint i = 0; i < G_N_ELEMENTS (beside_program); i++)
    {
      g_autofree char *path = g_build_filename (folder, beside_program[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_canonicalize_filename (path, NULL);
    }

  return NULL;
}

/**
 * cn_gazetteer_file_find:
 *
 * Returns: (transfer full): where the gazetteer of this program should lie; the file need not exist
 */
char *
cn_gazetteer_file_find (void)
{
  const char *chosen = g_getenv (VARIABLE);
  char *path;

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);

  path = find_beside_program ();

  return path != NULL ? path : g_build_filename (PKGDATADIR, FILE_NAME, NULL);
}

/**
 * cn_gazetteer_file_open:
 * @path: (nullable): a file; %NULL for that of cn_gazetteer_file_find()
 * @error: a #GFileError, or a #CnGazetteerError
 *
 * Maps the file: its pages are read when they are needed, and shared by all programs that have it open.
 *
 * Returns: (transfer full): the gazetteer, or %NULL
 */
CnGazetteer *
cn_gazetteer_file_open (const char  *path,
                        GError     **error)
{
  g_autofree char *found = path == NULL ? cn_gazetteer_file_find () : NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = g_mapped_file_new (path != NULL ? path : found, FALSE, error);
  if (file == NULL)
    return NULL;

  bytes = g_mapped_file_get_bytes (file);

  return cn_gazetteer_new (bytes, error);
}
