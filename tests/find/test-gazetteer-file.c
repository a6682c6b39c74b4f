/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small gazetteers, made here: what the writer writes the reader reads, and what damage does to it. */

#include <math.h>
#include <string.h>

#include "cn-gazetteer-writer.h"
#include "cn-place-spelling.h"

/* Bytes behind the header that one run changes, one after the other. */
#define N_CHANGES 20000

static CnPlaceInfo
place_of (const char  *id,
          CnPlaceKind  kind,
          guint        region,
          guint        parent)
{
  return (CnPlaceInfo) {
    .id = id, .kind = kind, .country = "TR", .region = region, .subregion = CN_NO_PLACE, .parent = parent,
    .population = 1000, .importance = 50, .latitude = 41.01f, .longitude = -28.95f,
  };
}

static GBytes *
make_bytes (void)
{
  g_autoptr (CnGazetteerWriter) writer = cn_gazetteer_writer_new ();
  CnPlaceInfo info = place_of ("country:TR", CN_PLACE_COUNTRY, CN_NO_PLACE, CN_NO_PLACE);
  guint country = cn_gazetteer_writer_add_place (writer, &info, CN_GAZETTEER_LEVEL_COUNTRY);
  guint region, city, part;

  info = place_of ("admin1:TR.34", CN_PLACE_PROVINCE, CN_NO_PLACE, country);
  region = cn_gazetteer_writer_add_place (writer, &info, CN_GAZETTEER_LEVEL_REGION);
  info = place_of ("geonames:1", CN_PLACE_CITY, region, CN_NO_PLACE);
  city = cn_gazetteer_writer_add_place (writer, &info, CN_GAZETTEER_LEVEL_PLACE);
  info = place_of ("cn:part", CN_PLACE_DISTRICT, region, city);
  info.latitude = info.longitude = NAN;
  part = cn_gazetteer_writer_add_place (writer, &info, CN_GAZETTEER_LEVEL_PART);

  cn_gazetteer_writer_add_name (writer, country, "Türkiye", NULL, CN_NAME_TIER_OWN);
  cn_gazetteer_writer_add_past_name (writer, country, "Turkey", 20220601);
  cn_gazetteer_writer_add_name (writer, region, "New Town", NULL, CN_NAME_TIER_OWN);
  cn_gazetteer_writer_add_name (writer, city, "Yeni-Şehir", NULL, CN_NAME_TIER_OWN);
  cn_gazetteer_writer_add_name (writer, city, "New Town", "en", CN_NAME_TIER_OWN);
  cn_gazetteer_writer_add_name (writer, city, "Neue Stadt", "de", CN_NAME_TIER_LANGUAGE);
  cn_gazetteer_writer_add_name (writer, city, "New", NULL, CN_NAME_TIER_OTHER);
  cn_gazetteer_writer_add_name (writer, city, "New", NULL, CN_NAME_TIER_OTHER);
  cn_gazetteer_writer_add_name (writer, part, "New Town Hall", NULL, CN_NAME_TIER_OWN);

  return cn_gazetteer_writer_finish (writer);
}

static CnGazetteer *
make_gazetteer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_bytes ();
  CnGazetteer *gazetteer = cn_gazetteer_new (bytes, &error);

  g_assert_no_error (error);

  return gazetteer;
}

/* Asks all that can be asked. What it says of a damaged file does not matter, that it ends does. */
static void
ask_everything (CnGazetteer *gazetteer)
{
  static const CnFoldedWord words[] = { { "new", 3 }, { "town", 4 }, { "hall", 4 } };
  CnGazetteerMatch matches[CN_GAZETTEER_MAX_WORDS];
  guint bucket = cn_gazetteer_find_word (gazetteer, words[0].text, words[0].length);
  guint n = MIN (cn_gazetteer_get_n_places (gazetteer), 100);

  if (bucket != CN_NO_BUCKET)
    {
      guint n_matches = cn_gazetteer_match (gazetteer, bucket, words + 1, 2, matches, G_N_ELEMENTS (matches));

      for (guint i = 0; i < n_matches; i++)
        for (guint k = 0; k < MIN (matches[i].n_places, 100); k++)
          g_assert_cmpuint (cn_gazetteer_match_place (gazetteer, &matches[i], k, NULL), <,
                            cn_gazetteer_get_n_places (gazetteer));
    }

  for (guint i = 0; i < n; i++)
    {
      CnPlaceInfo info;
      CnPlaceName name;
      guint steps = 0;

      cn_gazetteer_get (gazetteer, i, &info);
      g_assert_true (g_utf8_validate (info.id, -1, NULL) && g_utf8_validate (info.own_name, -1, NULL));
      g_assert_true (g_utf8_validate (cn_gazetteer_get_name (gazetteer, i, "de"), -1, NULL));
      g_assert_true (g_utf8_validate (cn_gazetteer_get_name_as_of (gazetteer, i, 20000101), -1, NULL));
      for (guint k = 0; k < 100 && cn_gazetteer_get_nth_name (gazetteer, i, k, &name); k++)
        g_assert_true (g_utf8_validate (name.text, -1, NULL));
      while (info.parent != CN_NO_PLACE && steps++ < 10)
        cn_gazetteer_get (gazetteer, info.parent, &info);
      g_assert_cmpuint (steps, <, 10);
    }
  cn_gazetteer_lookup_id (gazetteer, "geonames:1");
  cn_gazetteer_lookup_country (gazetteer, "TR");
}

static void
try_bytes (const guint8 *data,
           gsize         length,
           gboolean      must_fail)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (CnGazetteer) gazetteer = cn_gazetteer_new (bytes, &error);

  if (gazetteer == NULL)
    {
      g_assert_true (error != NULL && error->domain == CN_GAZETTEER_ERROR);
      return;
    }

  g_assert_no_error (error);
  g_assert_false (must_fail);
  ask_everything (gazetteer);
}

static void
test_places (void)
{
  g_autoptr (CnGazetteer) gazetteer = make_gazetteer ();
  guint country = cn_gazetteer_lookup_id (gazetteer, "country:TR");
  guint region = cn_gazetteer_lookup_id (gazetteer, "admin1:TR.34");
  guint city = cn_gazetteer_lookup_id (gazetteer, "geonames:1");
  CnPlaceInfo info;

  g_assert_cmpuint (cn_gazetteer_get_n_places (gazetteer), ==, 4);
  g_assert_cmpuint (cn_gazetteer_lookup_id (gazetteer, "geonames:2"), ==, CN_NO_PLACE);
  g_assert_cmpuint (cn_gazetteer_lookup_country (gazetteer, "TR"), ==, country);
  g_assert_cmpuint (cn_gazetteer_lookup_country (gazetteer, "GR"), ==, CN_NO_PLACE);
  g_assert_cmpuint (cn_gazetteer_lookup_country (gazetteer, "tr"), ==, CN_NO_PLACE);
  g_assert_cmpuint (cn_gazetteer_lookup_country (gazetteer, "TRY"), ==, CN_NO_PLACE);

  cn_gazetteer_get (gazetteer, city, &info);
  g_assert_cmpstr (info.id, ==, "geonames:1");
  g_assert_cmpstr (info.name, ==, "New Town");
  g_assert_cmpstr (info.own_name, ==, "Yeni-Şehir");
  g_assert_cmpint (info.kind, ==, CN_PLACE_CITY);
  g_assert_cmpstr (info.country, ==, "TR");
  g_assert_cmpuint (info.country_index, ==, country);
  g_assert_cmpuint (info.region, ==, region);
  g_assert_cmpuint (info.subregion, ==, CN_NO_PLACE);
  g_assert_cmpuint (info.parent, ==, CN_NO_PLACE);
  g_assert_cmpuint (info.population, ==, 1000);
  g_assert_cmpuint (info.importance, ==, 50);
  g_assert_cmpfloat_with_epsilon (info.latitude, 41.01f, 0.01f);
  g_assert_cmpfloat_with_epsilon (info.longitude, -28.95f, 0.01f);

  cn_gazetteer_get (gazetteer, cn_gazetteer_lookup_id (gazetteer, "cn:part"), &info);
  g_assert_cmpuint (info.parent, ==, city);
  g_assert_true (isnan (info.latitude) && isnan (info.longitude));
}

static void
test_names (void)
{
  g_autoptr (CnGazetteer) gazetteer = make_gazetteer ();
  guint city = cn_gazetteer_lookup_id (gazetteer, "geonames:1");
  guint country = cn_gazetteer_lookup_id (gazetteer, "country:TR");
  CnPlaceName name;

  g_assert_cmpstr (cn_gazetteer_get_name (gazetteer, city, NULL), ==, "Yeni-Şehir");
  g_assert_cmpstr (cn_gazetteer_get_name (gazetteer, city, "de"), ==, "Neue Stadt");
  g_assert_cmpstr (cn_gazetteer_get_name (gazetteer, city, "de_AT.UTF-8"), ==, "Neue Stadt");
  g_assert_cmpstr (cn_gazetteer_get_name (gazetteer, city, "fr"), ==, "New Town");
  g_assert_cmpstr (cn_gazetteer_get_name (gazetteer, city, "d"), ==, "New Town");
  g_assert_cmpstr (cn_gazetteer_get_name (gazetteer, country, "fr"), ==, "Türkiye");
  g_assert_cmpstr (cn_gazetteer_get_name_as_of (gazetteer, country, 20220531), ==, "Turkey");
  g_assert_cmpstr (cn_gazetteer_get_name_as_of (gazetteer, country, 20220601), ==, "Türkiye");

  g_assert_cmpuint (cn_gazetteer_get_n_names (gazetteer, city), ==, 4);
  g_assert_true (cn_gazetteer_get_nth_name (gazetteer, city, 1, &name));
  g_assert_cmpint (name.tier, ==, CN_NAME_TIER_OWN);
  g_assert_true (cn_gazetteer_get_nth_name (gazetteer, city, 2, &name));
  g_assert_cmpstr (name.language, ==, "de");
  g_assert_true (cn_gazetteer_get_nth_name (gazetteer, city, 3, &name));
  g_assert_cmpstr (name.text, ==, "new");
  g_assert_cmpint (name.tier, ==, CN_NAME_TIER_OTHER);
  g_assert_false (cn_gazetteer_get_nth_name (gazetteer, city, 4, &name));
}

static void
test_matches (void)
{
  static const CnFoldedWord following[] = { { "town", 4 }, { "hall", 4 }, { "town", 4 } };
  g_autoptr (CnGazetteer) gazetteer = make_gazetteer ();
  CnGazetteerMatch matches[CN_GAZETTEER_MAX_WORDS];
  guint bucket = cn_gazetteer_find_word (gazetteer, "newer", 3);
  CnNameTier tier;

  g_assert_cmpuint (bucket, !=, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "ne", 2), ==, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "town", 4), ==, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_match (gazetteer, bucket, following, 3, matches, G_N_ELEMENTS (matches)), ==, 3);
  g_assert_cmpuint (matches[0].n_words, ==, 3);
  g_assert_cmpuint (matches[1].n_words, ==, 2);
  g_assert_cmpuint (matches[1].n_places, ==, 2);
  g_assert_cmpuint (matches[2].n_words, ==, 1);
  g_assert_cmpuint (cn_gazetteer_match_place (gazetteer, &matches[2], 0, &tier), ==,
                    cn_gazetteer_lookup_id (gazetteer, "geonames:1"));
  g_assert_cmpint (tier, ==, CN_NAME_TIER_OTHER);
  g_assert_cmpuint (cn_gazetteer_match (gazetteer, bucket, following, 3, matches, 1), ==, 1);
  g_assert_cmpuint (matches[0].n_words, ==, 3);
  g_assert_cmpuint (cn_gazetteer_follow (gazetteer, bucket, "hall", 4), ==, CN_NO_BUCKET);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = make_bytes ();
  g_autoptr (GBytes) other = make_bytes ();

  g_assert_true (g_bytes_equal (one, other));
}

static void
test_every_header_byte (void)
{
  g_autoptr (GBytes) bytes = make_bytes ();
  gsize length;
  const guint8 *sound = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *data = g_memdup2 (sound, length);

  for (gsize i = 0; i < sizeof (CnGazetteerHeader); i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        data[i] = (guint8) (sound[i] ^ (1u << bit));
        try_bytes (data, length, TRUE);
        data[i] = sound[i];
      }
}

/* Numbers that lie, in a header whose checksum is right. */
static void
test_every_header_number (void)
{
  static const guint32 lies[] = { 0, 1, 2, 3, 31, 32, 255, 65535, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff };
  g_autoptr (GBytes) bytes = make_bytes ();
  gsize length;
  const guint8 *sound = g_bytes_get_data (bytes, &length);

  for (gsize at = 16; at < G_STRUCT_OFFSET (CnGazetteerHeader, checksum); at += 4)
    for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
      {
        g_autofree guint8 *data = g_memdup2 (sound, length);
        guint32 lie = GUINT32_TO_LE (lies[i]);
        CnGazetteerHeader header;

        memcpy (data + at, &lie, sizeof lie);
        memcpy (&header, data, sizeof header);
        header.checksum = GUINT32_TO_LE (cn_gazetteer_header_checksum (&header));
        memcpy (data, &header, sizeof header);
        try_bytes (data, length, FALSE);
      }
}

static void
test_every_length (void)
{
  g_autoptr (GBytes) bytes = make_bytes ();
  gsize length;
  const guint8 *sound = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *longer = g_malloc0 (length + 1);

  for (gsize i = 0; i < length; i++)
    try_bytes (sound, i, TRUE);
  memcpy (longer, sound, length);
  try_bytes (longer, length + 1, TRUE);
}

static void
test_random_bytes (void)
{
  g_autoptr (GBytes) bytes = make_bytes ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  gsize length;
  const guint8 *sound = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *data = g_memdup2 (sound, length);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, sizeof (CnGazetteerHeader), (gint32) length);

      data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      try_bytes (data, length, FALSE);
      /* A file that is wholly noise says less than one that is nearly sound. */
      if (i % 16 == 15)
        memcpy (data, sound, length);
    }
}

/* Whoever follows the places above a place must come to an end. */
static void
test_circle (void)
{
  g_autoptr (GBytes) bytes = make_bytes ();
  gsize length;
  const guint8 *sound = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *data = g_memdup2 (sound, length);
  CnGazetteerPlace *places = (CnGazetteerPlace *) (void *) (data + sizeof (CnGazetteerHeader));

  for (guint32 i = 0; i < 4; i++)
    places[i].parent = places[i].region = places[i].subregion = GUINT32_TO_LE ((i + 1) % 4);
  try_bytes (data, length, FALSE);
  for (guint32 i = 0; i < 4; i++)
    places[i].parent = GUINT32_TO_LE (i);
  try_bytes (data, length, FALSE);
}

static void
test_clean (void)
{
  static const char * const rows[][2] = {
    { "Vizantija (Vizantija)", "Vizantija" }, { "Византија (Vizantija)", "Византија" },
    { "στην Πόλι [stimˈboli]", "στην Πόλι" }, { "Chimay (Villers-la-Tour)", NULL }, { "Open (", NULL },
    { "[only]", NULL }, { "Plain", "Plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = cn_place_spelling_clean (rows[i][0]);

      g_assert_cmpstr (clean, ==, rows[i][1]);
    }
}

static void
test_usable (void)
{
  static const char * const names[] = { "Firenze", "'s-Hertogenbosch", "Αθήνα", "أثينا", "雅典", "ათენი", "Rom", "el Prat" };
  static const char * const others[] = { "FLR", "flwrns", "yi si tan bao", "Ab", "1595", "stimˈBoli", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (cn_place_spelling_is_usable (names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (cn_place_spelling_is_usable (others[i]));
}

static void
test_split (void)
{
  g_auto (GStrv) two = cn_place_spelling_split ("Atenas - Athena");
  g_auto (GStrv) slash = cn_place_spelling_split ("Biel/Bienne");
  g_auto (GStrv) one = cn_place_spelling_split ("Aix-en-Provence");
  g_auto (GStrv) syllable = cn_place_spelling_split ("San - Paskual'");
  g_autofree char *variant = cn_place_spelling_variant ("Saint-Denis");

  g_assert_cmpstrv (two, ((const char *[]) { "Atenas", "Athena", NULL }));
  g_assert_cmpstrv (slash, ((const char *[]) { "Biel", "Bienne", NULL }));
  g_assert_cmpstrv (one, ((const char *[]) { NULL }));
  g_assert_cmpstrv (syllable, ((const char *[]) { "Paskual'", NULL }));
  g_assert_cmpstr (variant, ==, "St-Denis");
  g_assert_null (cn_place_spelling_variant ("Stuttgart"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer-file/places-come-back", test_places);
  g_test_add_func ("/gazetteer-file/names-come-back", test_names);
  g_test_add_func ("/gazetteer-file/the-longest-name-is-first", test_matches);
  g_test_add_func ("/gazetteer-file/the-same-places-make-the-same-bytes", test_same_bytes);
  g_test_add_func ("/gazetteer-file/a-changed-bit-in-the-header-is-refused", test_every_header_byte);
  g_test_add_func ("/gazetteer-file/a-lying-number-in-the-header-does-no-harm", test_every_header_number);
  g_test_add_func ("/gazetteer-file/a-shorter-or-longer-file-is-refused", test_every_length);
  g_test_add_func ("/gazetteer-file/changed-bytes-do-no-harm", test_random_bytes);
  g_test_add_func ("/gazetteer-file/places-in-a-circle-do-no-harm", test_circle);
  g_test_add_func ("/gazetteer-file/brackets-go-when-they-say-the-same", test_clean);
  g_test_add_func ("/gazetteer-file/codes-and-transliterations-are-no-names", test_usable);
  g_test_add_func ("/gazetteer-file/halves-and-saints", test_split);

  return g_test_run ();
}
