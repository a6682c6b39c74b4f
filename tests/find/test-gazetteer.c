/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "cn-gazetteer.h"
#include "cn-name-words.h"

/* The gazetteer that the build made: the whole world. */
static CnGazetteer *world;

typedef struct
{
  const char *name;
  const char *id;   /* the first place with this name, or one of them where @is_first is not set */
  CnNameTier  tier;
  gboolean    is_first;
} NameRow;

#define FIRST TRUE
#define AMONG FALSE

static const NameRow name_rows[] = {
  { "Istanbul", "geonames:745044", CN_NAME_TIER_OWN, FIRST },
  { "İstanbul", "geonames:745044", CN_NAME_TIER_OWN, FIRST },
  { "ISTANBUL", "geonames:745044", CN_NAME_TIER_OWN, FIRST },
  { "ıstanbul", "geonames:745044", CN_NAME_TIER_OWN, FIRST },
  { "Стамбул", "geonames:745044", CN_NAME_TIER_LANGUAGE, FIRST },
  { "İzmir", "geonames:311046", CN_NAME_TIER_OWN, FIRST },
  { "Firenze", "geonames:3176959", CN_NAME_TIER_OWN, FIRST },
  { "Florence", "geonames:3176959", CN_NAME_TIER_OWN, FIRST },
  { "Florenz", "geonames:3176959", CN_NAME_TIER_LANGUAGE, FIRST },
  { "Αθήνα", "geonames:264371", CN_NAME_TIER_OWN, FIRST },
  { "ΑΘΗΝΑ", "geonames:264371", CN_NAME_TIER_OWN, FIRST },
  { "Athens", "geonames:264371", CN_NAME_TIER_OWN, FIRST },
  { "Kaçanik", "geonames:789721", CN_NAME_TIER_OWN, FIRST },
  { "Kačanik", "geonames:789721", CN_NAME_TIER_OWN, FIRST },
  { "Pec", "geonames:787157", CN_NAME_TIER_OWN, AMONG },
  { "Peja", "geonames:787157", CN_NAME_TIER_LANGUAGE, FIRST },
  { "Göteborg", "geonames:2711537", CN_NAME_TIER_OWN, FIRST },
  { "Gothenburg", "geonames:2711537", CN_NAME_TIER_OWN, FIRST },
  { "København", "geonames:2618425", CN_NAME_TIER_OWN, FIRST },
  { "kobenhavn", "geonames:2618425", CN_NAME_TIER_OWN, FIRST },
  { "Malmo", "geonames:2692969", CN_NAME_TIER_OWN, FIRST },
  { "Den Haag", "geonames:2747373", CN_NAME_TIER_OWN, FIRST },
  { "The Hague", "geonames:2747373", CN_NAME_TIER_OWN, FIRST },
  { "Genève", "geonames:2660646", CN_NAME_TIER_OWN, FIRST },
  { "Yaoundé", "geonames:2220957", CN_NAME_TIER_OWN, FIRST },
  { "Yaoundé II", "cn:yaounde-2", CN_NAME_TIER_OWN, FIRST },
  { "Čair", "geonames:833262", CN_NAME_TIER_OWN, AMONG },
  { "Cairo", "geonames:360630", CN_NAME_TIER_OWN, FIRST },
  { "Victoria", "cn:victoria-au", CN_NAME_TIER_OWN, AMONG },
  { "Montgomery County", "cn:montgomery-county-us", CN_NAME_TIER_OWN, FIRST },
  { "Montgomery County", "admin2:US.MD.031", CN_NAME_TIER_OWN, AMONG },
  { "Montgomery", "geonames:4076784", CN_NAME_TIER_OWN, FIRST },
  { "Georgia", "country:GE", CN_NAME_TIER_OWN, FIRST },
  { "Georgia", "admin1:US.GA", CN_NAME_TIER_OWN, AMONG },
  { "Macedonia", "country:MK", CN_NAME_TIER_LANGUAGE, AMONG },
  { "North Macedonia", "country:MK", CN_NAME_TIER_OWN, FIRST },
  { "Bosnia and Herzegovina", "country:BA", CN_NAME_TIER_OWN, FIRST },
  { "Bosnia & Herzegovina", "country:BA", CN_NAME_TIER_OWN, FIRST },
  { "The Netherlands", "country:NL", CN_NAME_TIER_LANGUAGE, FIRST },
  { "Türkiye", "country:TR", CN_NAME_TIER_OWN, FIRST },
  { "USA", "country:US", CN_NAME_TIER_LANGUAGE, AMONG },
  { "Saint-Étienne", "geonames:2980291", CN_NAME_TIER_OWN, FIRST },
  { "St Étienne", "geonames:2980291", CN_NAME_TIER_OWN, FIRST },
  { "Saint Louis", "geonames:4407066", CN_NAME_TIER_OWN, AMONG },
  { "Stratford-upon-Avon", "geonames:2636713", CN_NAME_TIER_OWN, FIRST },
  { "Bordeaux", "geonames:3031582", CN_NAME_TIER_OWN, FIRST },
  { "Porto", "geonames:2735943", CN_NAME_TIER_OWN, AMONG },
};

/* What is in the sources and must not be a name of this place. */
static const char * const no_names[][2] = {
  { "IST", "geonames:745044" },
  { "astnbwl", "geonames:745044" },
  { "stin Poli stimˈboli", "geonames:745044" },
  { "flwrns", "geonames:3176959" },
  { "FLR", "geonames:3176959" },
  { "Cairo", "geonames:833262" },
  { "Istan", "geonames:745044" },
};

static CnFoldedWord
keep_word (const CnNameWord *word,
           GPtrArray        *kept)
{
  char *text = g_strdup (word->folded);

  g_ptr_array_add (kept, text);

  return (CnFoldedWord) { text, strlen (text) };
}

/* Whether all words of @name together are a name. */
static gboolean
match_whole (CnGazetteer      *gazetteer,
             const char       *name,
             CnGazetteerMatch *match)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  CnFoldedWord words[CN_GAZETTEER_MAX_WORDS];
  CnGazetteerMatch matches[CN_GAZETTEER_MAX_WORDS];
  CnNameWord word;
  guint n = 0, bucket;

  for (gsize at = 0; n < CN_GAZETTEER_MAX_WORDS && cn_name_word_next (name, at, strlen (name), &word); at = word.end)
    words[n++] = keep_word (&word, kept);

  bucket = n > 0 ? cn_gazetteer_find_word (gazetteer, words[0].text, words[0].length) : CN_NO_BUCKET;
  if (bucket == CN_NO_BUCKET ||
      cn_gazetteer_match (gazetteer, bucket, words + 1, n - 1, matches, G_N_ELEMENTS (matches)) == 0)
    return FALSE;

  *match = matches[0];

  return match->n_words == n;
}

static gboolean
has_place (const char *name,
           const char *id,
           CnNameTier *tier,
           guint      *nth)
{
  CnGazetteerMatch match;

  if (!match_whole (world, name, &match))
    return FALSE;

  for (guint i = 0; i < match.n_places; i++)
    {
      CnPlaceInfo info;

      cn_gazetteer_get (world, cn_gazetteer_match_place (world, &match, i, tier), &info);
      if (strcmp (info.id, id) == 0)
        {
          *nth = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
test_name (gconstpointer data)
{
  const NameRow *row = data;
  CnNameTier tier;
  guint nth;

  if (!has_place (row->name, row->id, &tier, &nth))
    g_test_fail_printf ("%s is no name of %s", row->name, row->id);
  else if (tier != row->tier || (row->is_first && nth != 0))
    g_test_fail_printf ("%s: %s is number %u, its name of tier %d", row->name, row->id, nth, tier);
}

static void
test_no_name (gconstpointer data)
{
  const char * const *row = data;
  CnNameTier tier;
  guint nth;

  g_assert_false (has_place (row[0], row[1], &tier, &nth));
}

static CnPlaceInfo
info_of (const char *id)
{
  guint index = cn_gazetteer_lookup_id (world, id);
  CnPlaceInfo info;

  g_assert_cmpuint (index, !=, CN_NO_PLACE);
  cn_gazetteer_get (world, index, &info);

  return info;
}

/* id, name, own name, kind, country */
static const char * const places[][5] = {
  { "geonames:745044", "Istanbul", "İstanbul", "city", "TR" },
  { "geonames:311046", "Izmir", "İzmir", "city", "TR" },
  { "geonames:3176959", "Florence", "Firenze", "city", "IT" },
  { "geonames:264371", "Athens", "Αθήνα", "city", "GR" },
  { "geonames:2618425", "Copenhagen", "København", "city", "DK" },
  { "geonames:789721", "Kačanik", "Kačanik", "town", "XK" },
  { "country:TR", "Turkey", "Türkiye", "country", "TR" },
  { "country:MK", "North Macedonia", "Северна Македонија", "country", "MK" },
  { "country:CH", "Switzerland", "Switzerland", "country", "CH" },
  { "admin1:US.GA", "Georgia", "Georgia", "state", "US" },
  { "admin1:TR.34", "Istanbul", "Istanbul", "province", "TR" },
  { "admin2:US.MD.031", "Montgomery County", "Montgomery County", "county", "US" },
  { "cn:victoria-au", "Victoria", "Victoria", "state", "AU" },
  { "cn:montgomery-county-us", "Montgomery County", "Montgomery County", "county", "US" },
  { "cn:yaounde-2", "Yaoundé II", "Yaoundé II", "district", "CM" },
  { "cn:centar-sarajevo", "Centar", "Centar", "municipality", "BA" },
};

static void
test_place (gconstpointer data)
{
  const char * const *row = data;
  CnPlaceInfo info = info_of (row[0]);

  g_assert_cmpstr (info.name, ==, row[1]);
  g_assert_cmpstr (info.own_name, ==, row[2]);
  g_assert_cmpstr (cn_place_kind_to_string (info.kind), ==, row[3]);
  g_assert_cmpstr (info.country, ==, row[4]);
}

static void
test_belongs (void)
{
  CnPlaceInfo maryland = info_of ("admin1:US.MD");
  CnPlaceInfo rockville = info_of ("geonames:4367175");

  g_assert_cmpuint (info_of ("cn:yaounde-2").parent, ==, info_of ("geonames:2220957").index);
  g_assert_cmpuint (info_of ("cn:centar-sarajevo").parent, ==, info_of ("geonames:3191281").index);
  g_assert_cmpuint (rockville.region, ==, maryland.index);
  g_assert_cmpuint (rockville.subregion, ==, info_of ("admin2:US.MD.031").index);
  g_assert_cmpuint (maryland.parent, ==, info_of ("country:US").index);
  g_assert_cmpuint (rockville.country_index, ==, maryland.parent);
  g_assert_cmpuint (maryland.population, >, 1000000);
}

static void
test_countries_by_time (void)
{
  guint index = info_of ("country:MK").index;

  g_assert_cmpstr (cn_gazetteer_get_name_as_of (world, index, 20190211), ==, "Macedonia");
  g_assert_cmpstr (cn_gazetteer_get_name_as_of (world, index, 20190212), ==, "North Macedonia");
  index = info_of ("country:BF").index;
  g_assert_cmpstr (cn_gazetteer_get_name_as_of (world, index, 19840803), ==, "Upper Volta");
}

static void
test_languages (void)
{
  guint index = info_of ("geonames:745044").index;

  g_assert_cmpstr (cn_gazetteer_get_name (world, index, "tr_TR"), ==, "İstanbul");
  g_assert_cmpstr (cn_gazetteer_get_name (world, index, "ru"), ==, "Стамбул");
  g_assert_cmpstr (cn_gazetteer_get_name (world, index, "en"), ==, "Istanbul");
  g_assert_cmpstr (cn_gazetteer_get_name (world, info_of ("country:TR").index, "de"), ==, "Türkei");
}

/* Each place is found by its id and by its own name, and lies in what is larger. */
static void
test_whole (void)
{
  guint n = cn_gazetteer_get_n_places (world);

  g_assert_cmpuint (n, ==, 199568 + 3865 + 47643 + 250 + 6);
  for (guint i = 0; i < n; i += g_test_slow () ? 1 : 17)
    {
      CnPlaceInfo info;
      CnNameTier tier;
      guint nth;

      cn_gazetteer_get (world, i, &info);
      g_assert_cmpuint (cn_gazetteer_lookup_id (world, info.id), ==, i);
      g_assert_cmpuint (strlen (info.country), ==, 2);
      g_assert_true (*info.name != '\0' && *info.own_name != '\0');
      if (!has_place (info.own_name, info.id, &tier, &nth) || tier != CN_NAME_TIER_OWN)
        g_test_fail_printf ("%s is not found by %s", info.id, info.own_name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  file = g_mapped_file_new (g_getenv ("CITYNET_GAZETTEER"), FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  world = cn_gazetteer_new (bytes, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (name_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gazetteer/is-a-name-of/%s/%s", name_rows[i].name, name_rows[i].id);

      g_test_add_data_func (path, &name_rows[i], test_name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gazetteer/is-no-name-of/%s/%s", no_names[i][0], no_names[i][1]);

      g_test_add_data_func (path, no_names[i], test_no_name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gazetteer/place/%s", places[i][0]);

      g_test_add_data_func (path, places[i], test_place);
    }
  g_test_add_func ("/gazetteer/places-belong-to-others", test_belongs);
  g_test_add_func ("/gazetteer/countries-have-names-by-time", test_countries_by_time);
  g_test_add_func ("/gazetteer/cities-have-names-by-language", test_languages);
  g_test_add_func ("/gazetteer/every-place-is-found-by-its-id-and-its-name", test_whole);

  status = g_test_run ();
  g_object_unref (world);

  return status;
}
