/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the tables of data/gazetteer into a gazetteer.
 *
 * Only the build calls it; it is in no program. Pure, one thread. It must not know what the file looks like (the writer
 * does) nor where the tables lie. */

#include "config.h"

#include "cn-gazetteer-data.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cn-country-customs.h"
#include "cn-gazetteer-writer.h"
#include "cn-place-spelling.h"

#define MAX_COLUMNS 20

/* Columns of GeoNames. */
enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_ASCII,
  COLUMN_ALTERNATES,
  COLUMN_LATITUDE,
  COLUMN_LONGITUDE,
  COLUMN_CLASS,
  COLUMN_CODE,
  COLUMN_COUNTRY,
  COLUMN_CC2,
  COLUMN_REGION,
  COLUMN_SUBREGION,
  COLUMN_ADMIN3,
  COLUMN_ADMIN4,
  COLUMN_POPULATION,
  N_CITY_COLUMNS = 19,
};

/* From so many people on a place is a city or a town, whatever its rank. */
#define MIN_CITY_POPULATION 50000
#define MIN_SEAT_CITY_POPULATION 10000
#define MIN_TOWN_POPULATION 5000

/* What somebody chose by hand is important, whoever lives there. */
#define IMPORTANCE_OF_SUPPLEMENT 120
#define IMPORTANCE_OF_COUNTRY 255

typedef struct
{
  CnGazetteerWriter *writer;
  GHashTable        *places; /* id to number plus one */
  GHashTable        *names;  /* geonameid to its first line in the names by language */
  const char        *rest;   /* of the table that is being read, behind the row */
} Compiler;

typedef void (*RowFunc) (Compiler  *self,
                         char     **columns);

/* Cuts a line in place. */
static guint
cut_columns (char  *line,
             char **columns)
{
  guint n = 0;

  for (char *p = line; p != NULL && n < MAX_COLUMNS;)
    {
      char *tab = strchr (p, '\t');

      columns[n++] = p;
      if (tab != NULL)
        *tab++ = '\0';
      p = tab;
    }

  return n;
}

/* Returns: %FALSE at the first line that has not @n_columns */
static gboolean
each_row (Compiler    *self,
          char        *table,
          const char  *name,
          gboolean     has_head,
          guint        n_columns,
          RowFunc      func,
          GError     **error)
{
  guint number = 0;

  for (char *line = table; *line != '\0';)
    {
      char *columns[MAX_COLUMNS];
      char *end = line + strcspn (line, "\n");
      char *next = *end == '\0' ? end : end + 1;

      *end = '\0';
      number++;
      if (cut_columns (line, columns) != n_columns)
        {
          g_set_error (error, CN_GAZETTEER_ERROR, CN_GAZETTEER_ERROR_DAMAGED, "%s, line %u: not %u columns", name, number,
                       n_columns);
          return FALSE;
        }
      self->rest = next;
      if (!has_head || number > 1)
        func (self, columns);
      line = next;
    }

  return TRUE;
}

static guint
lookup (Compiler   *self,
        const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id)) - 1;
}

static guint G_GNUC_PRINTF (2, 3)
lookup_format (Compiler   *self,
               const char *format,
               ...)
{
  g_autofree char *id = NULL;
  va_list args;

  va_start (args, format);
  id = g_strdup_vprintf (format, args);
  va_end (args);

  return lookup (self, id);
}

static guint
add_place (Compiler          *self,
           const CnPlaceInfo *info,
           CnGazetteerLevel   level)
{
  guint place = cn_gazetteer_writer_add_place (self->writer, info, level);

  g_hash_table_insert (self->places, g_strdup (info->id), GUINT_TO_POINTER (place + 1));

  return place;
}

static CnPlaceInfo
new_info (const char *id,
          const char *country)
{
  CnPlaceInfo info = {
    .id = id,
    .region = CN_NO_PLACE,
    .subregion = CN_NO_PLACE,
    .parent = CN_NO_PLACE,
    .latitude = NAN,
    .longitude = NAN,
  };

  g_strlcpy (info.country, country, sizeof info.country);

  return info;
}

/* The name, both halves of a double one, and its other spelling of "Saint". */
static void
add_forms (Compiler   *self,
           guint       place,
           const char *name,
           CnNameTier  tier)
{
  g_auto (GStrv) parts = cn_place_spelling_split (name);
  g_autofree char *variant = cn_place_spelling_variant (name);

  for (guint i = 0; parts[i] != NULL; i++)
    cn_gazetteer_writer_add_name (self->writer, place, parts[i], NULL, tier);
  if (variant != NULL)
    cn_gazetteer_writer_add_name (self->writer, place, variant, NULL, tier);
}

/* Eighths of a doubling: exact in whole numbers, so that every machine builds the same file. */
static guint
importance_of_people (guint32 population)
{
  guint bits = g_bit_storage (population);

  if (population == 0)
    return 0;

  return (bits - 1) * 8 + (bits > 3 ? (population >> (bits - 4)) & 7 : 0);
}

static guint8
importance_of_city (const char *code,
                    guint32     population)
{
  static const struct
  {
    const char *code;
    gint        bonus;
  } bonuses[] = {
    { "PPLC", 50 }, { "PPLA", 25 }, { "PPLA2", 10 }, { "PPLA3", 5 }, { "PPLX", -30 }, { "PPLH", -60 }, { "PPLQ", -60 },
    { "PPLW", -60 },
  };
  gint importance = (gint) importance_of_people (population);

  for (guint i = 0; i < G_N_ELEMENTS (bonuses); i++)
    if (strcmp (code, bonuses[i].code) == 0)
      importance += bonuses[i].bonus;

  return (guint8) CLAMP (importance, 0, IMPORTANCE_OF_COUNTRY - 1);
}

static CnPlaceKind
kind_of_city (const char *code,
              guint32     population)
{
  if (strcmp (code, "PPLC") == 0 || strcmp (code, "PPLA") == 0)
    return CN_PLACE_CITY;
  if (strcmp (code, "PPLX") == 0)
    return CN_PLACE_DISTRICT;
  if (strcmp (code, "PPLH") == 0 || strcmp (code, "PPLQ") == 0 || strcmp (code, "PPLW") == 0 ||
      strcmp (code, "PPLCH") == 0)
    return CN_PLACE_FORMER;
  if (population >= MIN_CITY_POPULATION)
    return CN_PLACE_CITY;
  if (g_str_has_prefix (code, "PPLA"))
    return population >= MIN_SEAT_CITY_POPULATION ? CN_PLACE_CITY : CN_PLACE_TOWN;

  return population >= MIN_TOWN_POPULATION ? CN_PLACE_TOWN : CN_PLACE_VILLAGE;
}

/* The lines of a place in the names by language: "745044\ttr\tİstanbul". */
typedef struct
{
  const char *id;
  const char *line;
} Names;

static gboolean
next_name (Names  *names,
           char  **language,
           char  **name)
{
  gsize length = strlen (names->id);
  const char *tab, *end;

  if (names->line == NULL || strncmp (names->line, names->id, length) != 0 || names->line[length] != '\t')
    return FALSE;

  tab = strchr (names->line + length + 1, '\t');
  end = names->line + strcspn (names->line, "\n");
  g_free (*language);
  g_free (*name);
  *language = g_strndup (names->line + length + 1, (gsize) (tab - names->line) - length - 1);
  *name = g_strndup (tab + 1, (gsize) (end - tab - 1));
  names->line = *end != '\0' ? end + 1 : end;

  return TRUE;
}

static char *
name_in (Compiler   *self,
         const char *id,
         const char *language)
{
  Names names = { id, g_hash_table_lookup (self->names, id) };
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;

  while (language != NULL && next_name (&names, &found, &name))
    if (strcmp (found, language) == 0)
      return g_steal_pointer (&name);

  return NULL;
}

/* The own name, the English one, then the others. */
static void
add_city_names (Compiler   *self,
                guint       place,
                char      **columns)
{
  const char *id = columns[COLUMN_ID];
  g_autofree char *own = name_in (self, id, cn_country_customs_language (columns[COLUMN_COUNTRY]));
  g_autofree char *english = name_in (self, id, "en");
  g_autofree char *clean = cn_place_spelling_clean (columns[COLUMN_NAME]);
  const char *standard = clean != NULL ? clean : columns[COLUMN_NAME];
  Names names = { id, g_hash_table_lookup (self->names, id) };
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;

  cn_gazetteer_writer_add_name (self->writer, place, own != NULL ? own : standard, NULL, CN_NAME_TIER_OWN);
  if (english != NULL)
    cn_gazetteer_writer_add_name (self->writer, place, english, "en", CN_NAME_TIER_OWN);
  cn_gazetteer_writer_add_name (self->writer, place, standard, NULL, CN_NAME_TIER_OWN);
  while (next_name (&names, &language, &name))
    if (strcmp (language, "en") != 0)
      cn_gazetteer_writer_add_name (self->writer, place, name, language, CN_NAME_TIER_LANGUAGE);

  /* The sections of a city are called "Zürich (Kreis 1) / Rathaus": no half is a name of the section. */
  if (strcmp (columns[COLUMN_CODE], "PPLX") != 0)
    add_forms (self, place, standard, CN_NAME_TIER_OWN);
  if (cn_place_spelling_is_usable (columns[COLUMN_ASCII]))
    cn_gazetteer_writer_add_name (self->writer, place, columns[COLUMN_ASCII], NULL, CN_NAME_TIER_LANGUAGE);
}

static void
add_alternates (Compiler   *self,
                guint       place,
                const char *list,
                const char *separator)
{
  g_auto (GStrv) names = g_strsplit (list, separator, -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *clean = cn_place_spelling_clean (names[i]);

      if (clean == NULL || !cn_place_spelling_is_usable (clean))
        continue;
      cn_gazetteer_writer_add_name (self->writer, place, clean, NULL, CN_NAME_TIER_OTHER);
      add_forms (self, place, clean, CN_NAME_TIER_OTHER);
    }
}

static void
count_people (Compiler          *self,
              const CnPlaceInfo *info)
{
  guint country = lookup_format (self, "country:%s", info->country);

  if (country != CN_NO_PLACE)
    cn_gazetteer_writer_add_people (self->writer, country, info->population);
  if (info->region != CN_NO_PLACE)
    cn_gazetteer_writer_add_people (self->writer, info->region, info->population);
  if (info->subregion != CN_NO_PLACE)
    cn_gazetteer_writer_add_people (self->writer, info->subregion, info->population);
}

static void
add_city (Compiler  *self,
          char     **columns)
{
  g_autofree char *id = g_strconcat ("geonames:", columns[COLUMN_ID], NULL);
  CnPlaceInfo info = new_info (id, columns[COLUMN_COUNTRY]);
  const char *code = columns[COLUMN_CODE];
  guint place;

  info.population = (guint32) g_ascii_strtoull (columns[COLUMN_POPULATION], NULL, 10);
  info.latitude = (float) g_ascii_strtod (columns[COLUMN_LATITUDE], NULL);
  info.longitude = (float) g_ascii_strtod (columns[COLUMN_LONGITUDE], NULL);
  info.kind = kind_of_city (code, info.population);
  info.importance = importance_of_city (code, info.population);
  info.region = lookup_format (self, "admin1:%s.%s", info.country, columns[COLUMN_REGION]);
  info.subregion = lookup_format (self, "admin2:%s.%s.%s", info.country, columns[COLUMN_REGION],
                                  columns[COLUMN_SUBREGION]);

  place = add_place (self, &info, CN_GAZETTEER_LEVEL_PLACE);
  /* The people of a section are counted with its city. */
  if (info.kind != CN_PLACE_DISTRICT)
    count_people (self, &info);
  add_city_names (self, place, columns);
  add_alternates (self, place, columns[COLUMN_ALTERNATES], ",");
}

static void
add_region (Compiler  *self,
            char     **columns)
{
  g_autofree char *id = g_strconcat ("admin1:", columns[0], NULL);
  CnPlaceInfo info = new_info (id, columns[0]);
  guint place;

  info.kind = cn_country_customs_region_kind (info.country, 1, columns[1]);
  info.parent = lookup_format (self, "country:%s", info.country);
  info.importance = 100;
  place = add_place (self, &info, CN_GAZETTEER_LEVEL_REGION);
  cn_gazetteer_writer_add_name (self->writer, place, columns[1], NULL, CN_NAME_TIER_OWN);
}

static void
add_subregion (Compiler  *self,
               char     **columns)
{
  g_autofree char *id = g_strconcat ("admin2:", columns[0], NULL);
  CnPlaceInfo info = new_info (id, columns[0]);
  const char *dot = strrchr (columns[0], '.');
  guint place;

  info.kind = cn_country_customs_region_kind (info.country, 2, columns[1]);
  info.region = lookup_format (self, "admin1:%.*s", (int) (dot - columns[0]), columns[0]);
  info.parent = info.region;
  info.importance = 60;
  place = add_place (self, &info, CN_GAZETTEER_LEVEL_SUBREGION);
  cn_gazetteer_writer_add_name (self->writer, place, columns[1], NULL, CN_NAME_TIER_OWN);
}

/* The country's name in its own language, which stands behind the English one in the table: "TR\ttr\tTürkiye". */
static void
add_own_country_name (Compiler   *self,
                      guint       place,
                      const char *code)
{
  const char *language = cn_country_customs_language (code);
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  const char *line;

  if (language == NULL)
    return;

  head = g_strdup_printf ("\n%s\t%s\t", code, language);
  line = g_str_has_prefix (self->rest, head + 1) ? self->rest - 1 : strstr (self->rest, head);
  if (line == NULL)
    return;

  line += strlen (head);
  name = g_strndup (line, strcspn (line, "\t\n"));
  cn_gazetteer_writer_add_name (self->writer, place, name, NULL, CN_NAME_TIER_OWN);
}

static void
add_country_name (Compiler  *self,
                  char     **columns)
{
  g_autofree char *id = g_strconcat ("country:", columns[0], NULL);
  gboolean is_standard = strcmp (columns[1], "en") == 0 && strcmp (columns[3], "cldr") == 0;
  guint place = lookup (self, id);

  if (place == CN_NO_PLACE)
    {
      CnPlaceInfo info = new_info (id, columns[0]);

      info.kind = CN_PLACE_COUNTRY;
      info.importance = IMPORTANCE_OF_COUNTRY;
      place = add_place (self, &info, CN_GAZETTEER_LEVEL_COUNTRY);
      add_own_country_name (self, place, columns[0]);
    }
  cn_gazetteer_writer_add_name (self->writer, place, columns[2], columns[1],
                                is_standard ? CN_NAME_TIER_OWN : CN_NAME_TIER_LANGUAGE);
}

/* What a country was called. */
static void
add_past_name (Compiler  *self,
               char     **columns)
{
  guint place = lookup_format (self, "country:%s", columns[0]);
  guint year = 0, month = 0, day = 0;

  if (place == CN_NO_PLACE)
    return;

  cn_gazetteer_writer_add_name (self->writer, place, columns[1], "en", CN_NAME_TIER_LANGUAGE);
  if (sscanf (columns[2], "%4u-%2u-%2u", &year, &month, &day) == 3)
    cn_gazetteer_writer_add_past_name (self->writer, place, columns[1], year * 10000 + month * 100 + day);
}

static CnPlaceKind
kind_of_word (const char *word)
{
  for (CnPlaceKind kind = CN_PLACE_CITY; kind < CN_PLACE_COUNTRY; kind++)
    if (strcmp (cn_place_kind_to_string (kind), word) == 0)
      return kind;

  return CN_PLACE_CITY;
}

static void
add_supplement (Compiler  *self,
                char     **columns)
{
  CnPlaceInfo info = new_info (columns[0], columns[4]);
  guint place;

  info.kind = kind_of_word (columns[3]);
  info.importance = IMPORTANCE_OF_SUPPLEMENT;
  info.parent = lookup_format (self, "geonames:%s", columns[5]);
  place = add_place (self, &info, info.parent != CN_NO_PLACE ? CN_GAZETTEER_LEVEL_PART : CN_GAZETTEER_LEVEL_PLACE);
  cn_gazetteer_writer_add_name (self->writer, place, columns[1], NULL, CN_NAME_TIER_OWN);
  add_alternates (self, place, columns[2], ";");
}

/* Remembers where each place's names by language begin; the table stays as it is. */
static void
index_names (Compiler *self,
             char     *table)
{
  const char *last = NULL;
  gsize length = 0;

  for (char *line = table; *line != '\0';)
    {
      char *next = line + strcspn (line, "\n");

      if (last == NULL || strncmp (line, last, length + 1) != 0)
        {
          last = line;
          length = strcspn (line, "\t");
          g_hash_table_insert (self->names, g_strndup (line, length), line);
        }
      line = *next != '\0' ? next + 1 : next;
    }
}

/**
 * cn_gazetteer_data_compile:
 * @data: the tables; they are cut to pieces
 * @error: %CN_GAZETTEER_ERROR_DAMAGED with table and line that cannot be read
 *
 * Returns: (transfer full): the bytes of a gazetteer, or %NULL
 */
GBytes *
cn_gazetteer_data_compile (const CnGazetteerData  *data,
                           GError                **error)
{
  g_autoptr (CnGazetteerWriter) writer = cn_gazetteer_writer_new ();
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Compiler self = { writer, places, names, NULL };

  g_return_val_if_fail (data != NULL, NULL);

  index_names (&self, data->names);
  if (!each_row (&self, data->countries, "countries.tsv", TRUE, 4, add_country_name, error) ||
      !each_row (&self, data->country_names, "country-names.tsv", TRUE, 3, add_past_name, error) ||
      !each_row (&self, data->regions, "admin1.tsv", FALSE, 2, add_region, error) ||
      !each_row (&self, data->subregions, "admin2.tsv", FALSE, 2, add_subregion, error) ||
      !each_row (&self, data->cities, "cities500.tsv", FALSE, N_CITY_COLUMNS, add_city, error) ||
      !each_row (&self, data->supplement, "supplement.tsv", TRUE, 8, add_supplement, error))
    return NULL;

  return cn_gazetteer_writer_finish (writer);
}
