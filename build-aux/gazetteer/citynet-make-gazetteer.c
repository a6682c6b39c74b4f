/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-make-gazetteer OUTPUT FOLDER: compiles the unpacked tables in a folder. See data/gazetteer/README.md. */

#include "config.h"

#include "cn-gazetteer-data.h"

/* Takes the table @name out of the folder. */
static gboolean
load (const char  *folder,
      const char  *name,
      char       **table,
      GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_get_contents (path, table, NULL, error);
}

static gboolean
load_all (const char       *folder,
          CnGazetteerData  *data,
          GError          **error)
{
  return load (folder, "cities500.tsv", &data->cities, error) &&
         load (folder, "names-lang.tsv", &data->names, error) &&
         load (folder, "admin1.tsv", &data->regions, error) &&
         load (folder, "admin2.tsv", &data->subregions, error) &&
         load (folder, "countries.tsv", &data->countries, error) &&
         load (folder, "country-names.tsv", &data->country_names, error) &&
         load (folder, "supplement.tsv", &data->supplement, error);
}

static void
clear (CnGazetteerData *data)
{
  g_free (data->cities);
  g_free (data->names);
  g_free (data->regions);
  g_free (data->subregions);
  g_free (data->countries);
  g_free (data->country_names);
  g_free (data->supplement);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CnGazetteerData data = { 0 };

  if (argc != 3)
    {
      g_printerr ("usage: %s OUTPUT FOLDER\n", argv[0]);
      return 2;
    }

  if (load_all (argv[2], &data, &error))
    bytes = cn_gazetteer_data_compile (&data, &error);
  clear (&data);

  if (bytes == NULL ||
      !g_file_set_contents (argv[1], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return 1;
    }

  return 0;
}
