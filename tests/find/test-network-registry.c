/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cn-network-registry.h"

#define GOOD "{\"id\": \"a\", \"name\": \"Name A\", \"kind\": \"network\"}"

typedef struct
{
  const char *path;
  const char *lines;
  const char *message; /* what the error says; NULL for a good registry */
} Row;

static const Row rows[] = {
  { "one-line", GOOD, NULL },
  { "nothing", "", NULL },
  { "empty-lines-are-skipped", "\n" GOOD "\n\n", NULL },
  { "unknown-members-are-skipped", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"charter\", \"note\": [1]}", NULL },
  { "nulls-are-absent", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"award\", \"short\": null, \"founded\": null, \"aliases\": null}",
    NULL },
  { "no-json", GOOD "\n{", "line 2: " },
  { "only-spaces", "  ", "line 1: not an object" },
  { "no-object", "[]", "line 1: not an object" },
  { "no-id", "{\"name\": \"A\", \"kind\": \"network\"}", "line 1: no id" },
  { "id-with-capitals", "{\"id\": \"A\", \"name\": \"A\", \"kind\": \"network\"}", "line 1: no id" },
  { "id-is-a-number", "{\"id\": 1, \"name\": \"A\", \"kind\": \"network\"}", "line 1: not a string: id" },
  { "id-is-a-list", "{\"id\": [\"a\"], \"name\": \"A\", \"kind\": \"network\"}", "line 1: not a string: id" },
  { "name-is-a-number", "{\"id\": \"a\", \"name\": 1, \"kind\": \"network\"}", "line 1: not a string: name" },
  { "short-is-a-number", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"short\": 1}", "line 1: not a string: short" },
  { "kind-is-a-number", "{\"id\": \"a\", \"name\": \"A\", \"kind\": 1}", "line 1: not a string: kind" },
  { "parent-is-a-list", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"parent\": []}",
    "line 1: not a string: parent" },
  { "website-is-a-number", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"website\": 1}",
    "line 1: not a string: website" },
  { "no-name", "{\"id\": \"a\", \"kind\": \"network\"}", "line 1: no name" },
  { "empty-name", "{\"id\": \"a\", \"name\": \"\", \"kind\": \"network\"}", "line 1: empty: name" },
  { "unknown-kind", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"club\"}", "line 1: unknown kind club" },
  { "no-kind", "{\"id\": \"a\", \"name\": \"A\"}", "line 1: unknown kind" },
  { "year-is-text", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"founded\": \"1990\"}", "line 1: not a year: founded" },
  { "year-is-zero", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"ended\": 0}", "line 1: not a year: ended" },
  { "year-is-a-list", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"founded\": [1990]}",
    "line 1: not a year: founded" },
  { "year-of-five-digits", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"ended\": 10000}",
    "line 1: not a year: ended" },
  { "alias-is-a-list", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"aliases\": [[\"b\"]]}",
    "line 1: not a list of strings: aliases" },
  { "alias-is-empty", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"aliases\": [\"\"]}",
    "line 1: not a list of strings: aliases" },
  { "aliases-are-text", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"aliases\": \"b\"}", "line 1: not a list: aliases" },
  { "alias-is-a-number", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"weak_aliases\": [1]}",
    "line 1: not a list of strings: weak_aliases" },
  { "website-without-encryption", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"website\": \"http://a.org\"}", NULL },
  { "website-is-a-file", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"website\": \"file:///etc\"}",
    "line 1: not a web address: file:///etc" },
  { "same-id-twice", GOOD "\n" GOOD, "line 2: a second entry a" },
  { "its-own-parent", "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"parent\": \"a\"}", "line 1: its own ancestor: a" },
  { "parents-in-a-circle",
    "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"network\", \"parent\": \"b\"}\n"
    "{\"id\": \"b\", \"name\": \"B\", \"kind\": \"network\", \"parent\": \"a\"}",
    "line 1: its own ancestor: a" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->lines, strlen (row->lines));
  g_autoptr (GError) error = NULL;
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new (bytes, &error);

  if (row->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (registry);
      return;
    }
  g_assert_null (registry);
  g_assert_error (error, CN_NETWORK_REGISTRY_ERROR, CN_NETWORK_REGISTRY_ERROR_MALFORMED);
  g_assert_true (g_str_has_prefix (error->message, row->message));
}

static void
test_built_in (void)
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  const CnNetworkEntry *entry;

  g_assert_cmpuint (cn_network_registry_get_n_entries (registry), ==, 43);
  g_assert_cmpstr (cn_network_registry_get_entry (registry, 0)->id, ==, "eurocities");

  entry = cn_network_registry_lookup (registry, "solidarity-cities");
  g_assert_cmpstr (entry->name, ==, "Solidarity Cities");
  g_assert_cmpstr (entry->kind, ==, "initiative");
  g_assert_cmpstr (entry->parent, ==, "eurocities");
  g_assert_null (entry->organisation);
  g_assert_cmpint (entry->founded, ==, 2016);
  g_assert_cmpint (entry->ended, ==, 0);
}

static void
test_organisation_is_no_parent (void)
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  const CnNetworkEntry *entry = cn_network_registry_lookup (registry, "uccn");

  g_assert_null (entry->parent);
  g_assert_cmpstr (entry->organisation, ==, "UNESCO");
}

static void
test_short_name_falls_back_to_the_name (void)
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();

  g_assert_cmpstr (cn_network_registry_lookup (registry, "who-ehcn")->short_name, ==, "WHO European Healthy Cities Network");
}

static void
test_every_parent_is_an_entry (void)
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();

  for (guint i = 0; i < cn_network_registry_get_n_entries (registry); i++)
    {
      const CnNetworkEntry *entry = cn_network_registry_get_entry (registry, i);

      g_assert_true (entry->parent == NULL || cn_network_registry_lookup (registry, entry->parent) != NULL);
      g_assert_nonnull (entry->aliases);
      g_assert_nonnull (entry->weak_aliases);
      g_assert_true (cn_network_registry_lookup (registry, entry->id) == entry);
    }
}

static void
test_lookup_of_what_a_person_types (void)
{
  static const struct { const char *form, *id; } forms[] = {
    { "eurocities", "eurocities" }, { "Eurocities", "eurocities" }, { "EUROCITIES", "eurocities" }, { "oasc", "oasc" },
    { "open and agile smart cities", "oasc" }, { "SCN", "scn" }, { "strong cities network", "scn" },
    { "Klimabundnis", "climate-alliance" }, { "avrupa sehirler birligi", "eurocities" }, { "Metropolis", "metropolis" },
    { "Solidarity-Cities", "solidarity-cities" }, { "CoM", NULL }, { "nobody", NULL }, { "", NULL },
  };
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const CnNetworkEntry *entry = cn_network_registry_lookup_form (registry, forms[i].form);

      g_assert_cmpstr (entry != NULL ? entry->id : NULL, ==, forms[i].id);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/find/network-registry/lines/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/find/network-registry/built-in-data-is-sound", test_built_in);
  g_test_add_func ("/find/network-registry/organisation-is-no-parent", test_organisation_is_no_parent);
  g_test_add_func ("/find/network-registry/short-name-falls-back-to-the-name", test_short_name_falls_back_to_the_name);
  g_test_add_func ("/find/network-registry/every-parent-is-an-entry", test_every_parent_is_an_entry);
  g_test_add_func ("/find/network-registry/lookup-of-what-a-person-types", test_lookup_of_what_a_person_types);

  return g_test_run ();
}
