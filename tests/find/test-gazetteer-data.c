/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of data/gazetteer in small: what becomes of a row. */

#include <string.h>

#include "cn-gazetteer-data.h"
#include "cn-gazetteer.h"

#define CITY(id, name, ascii, alternates, code, country, region, subregion, population) \
  id "\t" name "\t" ascii "\t" alternates "\t10.5\t-20.25\tP\t" code "\t" country "\t\t" region "\t" subregion \
  "\t\t\t" population "\t\t1\tEurope/Rome\t2023-01-01\n"

static const CnGazetteerData tables = {
  .cities = (char *) CITY ("1", "Florence", "Florence", "FLR,Florenz,flwrns", "PPLA", "IT", "16", "FI", "367150")
                     CITY ("2", "Biel/Bienne", "Biel/Bienne", "", "PPL", "CH", "05", "", "49000")
                     CITY ("3", "Zürich (Kreis 1) / Rathaus", "Zuerich", "", "PPLX", "CH", "05", "", "3000")
                     CITY ("4", "Old Place", "Old Place", "", "PPLH", "IT", "99", "XX", "0")
                     CITY ("5", "Hamlet", "Hamlet", "", "PPL", "IT", "16", "FI", "700"),
  .names = (char *) "1\ten\tFlorence\n1\tit\tFirenze\n1\tde\tFlorenz\n",
  .regions = (char *) "IT.16\tTuscany\nCH.05\tBern\n",
  .subregions = (char *) "IT.16.FI\tProvince of Florence\n",
  .countries = (char *) "iso2\tlang\tname\tsource\nIT\ten\tItaly\tcldr\nIT\tit\tItalia\tcldr\nCH\ten\tSwitzerland\tcldr\n",
  .country_names = (char *) "iso2\tname\tuntil\nCH\tHelvetia\t1848-09-12\nXX\tNowhere\t1900-01-01\n",
  .supplement = (char *) "id\tname\talternatenames\tkind\tcountry\tparent_geonameid\tparent_name\tseen_in\n"
                         "cn:quarter\tQuarter\tOld Quarter;OQ\tdistrict\tIT\t1\tFlorence\t\n",
};

/* The tables are cut to pieces, so each time they are copied. */
static GBytes *
compile (CnGazetteerData   data,
         GError          **error)
{
  char **fields[] = { &data.cities, &data.names, &data.regions, &data.subregions, &data.countries, &data.country_names,
                      &data.supplement };
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = g_strdup (*fields[i]);
  bytes = cn_gazetteer_data_compile (&data, error);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (*fields[i]);

  return bytes;
}

static CnGazetteer *
make_gazetteer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = compile (tables, &error);
  CnGazetteer *gazetteer;

  g_assert_no_error (error);
  gazetteer = cn_gazetteer_new (bytes, &error);
  g_assert_no_error (error);

  return gazetteer;
}

static CnPlaceInfo
info_of (CnGazetteer *gazetteer,
         const char  *id)
{
  guint index = cn_gazetteer_lookup_id (gazetteer, id);
  CnPlaceInfo info;

  g_assert_cmpuint (index, !=, CN_NO_PLACE);
  cn_gazetteer_get (gazetteer, index, &info);

  return info;
}

static void
test_rows (void)
{
  g_autoptr (CnGazetteer) gazetteer = make_gazetteer ();
  CnPlaceInfo florence = info_of (gazetteer, "geonames:1");
  CnPlaceInfo italy = info_of (gazetteer, "country:IT");

  g_assert_cmpuint (cn_gazetteer_get_n_places (gazetteer), ==, 11);
  g_assert_cmpstr (florence.own_name, ==, "Firenze");
  g_assert_cmpstr (florence.name, ==, "Florence");
  g_assert_cmpint (florence.kind, ==, CN_PLACE_CITY);
  g_assert_cmpuint (florence.region, ==, info_of (gazetteer, "admin1:IT.16").index);
  g_assert_cmpuint (florence.subregion, ==, info_of (gazetteer, "admin2:IT.16.FI").index);
  g_assert_cmpstr (italy.own_name, ==, "Italia");
  g_assert_cmpuint (italy.population, ==, 367850);
  g_assert_cmpint (info_of (gazetteer, "admin2:IT.16.FI").kind, ==, CN_PLACE_PROVINCE);
  g_assert_cmpint (info_of (gazetteer, "admin1:CH.05").kind, ==, CN_PLACE_CANTON);
  g_assert_cmpint (info_of (gazetteer, "geonames:2").kind, ==, CN_PLACE_TOWN);
  g_assert_cmpint (info_of (gazetteer, "geonames:3").kind, ==, CN_PLACE_DISTRICT);
  g_assert_cmpint (info_of (gazetteer, "geonames:4").kind, ==, CN_PLACE_FORMER);
  g_assert_cmpuint (info_of (gazetteer, "geonames:4").region, ==, CN_NO_PLACE);
  g_assert_cmpint (info_of (gazetteer, "geonames:5").kind, ==, CN_PLACE_VILLAGE);
  g_assert_cmpuint (info_of (gazetteer, "cn:quarter").parent, ==, florence.index);
}

static void
test_names (void)
{
  g_autoptr (CnGazetteer) gazetteer = make_gazetteer ();
  guint country = cn_gazetteer_lookup_country (gazetteer, "CH");

  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "florenz", 7), !=, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "bienne", 6), !=, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "flr", 3), ==, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "flwrns", 6), ==, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "rathaus", 7), ==, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "oq", 2), ==, CN_NO_BUCKET);
  g_assert_cmpuint (cn_gazetteer_find_word (gazetteer, "nowhere", 7), ==, CN_NO_BUCKET);
  g_assert_cmpstr (cn_gazetteer_get_name_as_of (gazetteer, country, 18480911), ==, "Helvetia");
  g_assert_cmpstr (cn_gazetteer_get_name_as_of (gazetteer, country, 18480912), ==, "Switzerland");
}

static void
test_broken_rows (void)
{
  CnGazetteerData broken[6] = { tables, tables, tables, tables, tables, tables };
  static const char * const messages[] = {
    "cities500.tsv, line 1: not 19 columns", "admin1.tsv, line 2: not 2 columns", "admin2.tsv, line 1: not 2 columns",
    "countries.tsv, line 1: not 4 columns", "country-names.tsv, line 1: not 3 columns",
    "supplement.tsv, line 1: not 8 columns",
  };

  broken[0].cities = (char *) "1\tFlorence\n";
  broken[1].regions = (char *) "IT.16\tTuscany\nIT.17";
  broken[2].subregions = (char *) "IT.16.FI\tA\tB";
  broken[3].countries = (char *) "\n";
  broken[4].country_names = (char *) "iso2\n";
  broken[5].supplement = (char *) "id\n";

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (compile (broken[i], &error));
      g_assert_error (error, CN_GAZETTEER_ERROR, CN_GAZETTEER_ERROR_DAMAGED);
      g_assert_cmpstr (error->message, ==, messages[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer-data/rows-become-places", test_rows);
  g_test_add_func ("/gazetteer-data/names-are-cleaned", test_names);
  g_test_add_func ("/gazetteer-data/a-broken-row-is-named", test_broken_rows);

  return g_test_run ();
}
