/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the registry: from a JSON object to a checked entry.
 *
 * Pure, any thread. It sees no other line; what holds between lines is the registry's affair. */

#include "config.h"

#include "cn-network-entry.h"

#include <string.h>

static const char * const kinds[] = { "network", "campaign", "initiative", "observatory", "charter", "award", NULL };

/*
 * cn_network_entry_free:
 * @data: (transfer full): a #CnNetworkEntry
 */
void
cn_network_entry_free (gpointer data)
{
  CnNetworkEntry *entry = data;

  g_clear_pointer (&entry->id, g_free);
  g_clear_pointer (&entry->name, g_free);
  g_clear_pointer (&entry->short_name, g_free);
  g_clear_pointer (&entry->aliases, g_strfreev);
  g_clear_pointer (&entry->weak_aliases, g_strfreev);
  g_clear_pointer (&entry->kind, g_free);
  g_clear_pointer (&entry->parent, g_free);
  g_clear_pointer (&entry->organisation, g_free);
  g_clear_pointer (&entry->website, g_free);
  g_free (entry);
}

/*
 * cn_network_entry_refuse:
 * @line: number of the line, from 1
 * @what: what is wrong
 * @member: (nullable): with which member or value
 *
 * Returns: %FALSE
 */
gboolean
cn_network_entry_refuse (guint        line,
                         const char  *what,
                         const char  *member,
                         GError     **error)
{
  g_set_error (error, CN_NETWORK_REGISTRY_ERROR, CN_NETWORK_REGISTRY_ERROR_MALFORMED, "line %u: %s%s%s", line, what,
               member != NULL ? " " : "", member != NULL ? member : "");
  return FALSE;
}

static gboolean
is_null (JsonObject *object,
         const char *member)
{
  return !json_object_has_member (object, member) || json_object_get_null_member (object, member);
}

static gboolean
take_string (JsonObject  *object,
             const char  *member,
             guint        line,
             char       **value,
             GError     **error)
{
  JsonNode *node;
  const char *string;

  if (is_null (object, member))
    return TRUE;

  node = json_object_get_member (object, member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return cn_network_entry_refuse (line, "not a string:", member, error);

  string = json_node_get_string (node);
  if (string[0] == '\0')
    return cn_network_entry_refuse (line, "empty:", member, error);

  *value = g_strdup (string);
  return TRUE;
}

static gboolean
take_strings (JsonObject  *object,
              const char  *member,
              guint        line,
              GStrv       *value,
              GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = NULL;

  if (!is_null (object, member))
    {
      JsonNode *node = json_object_get_member (object, member);

      if (!JSON_NODE_HOLDS_ARRAY (node))
        return cn_network_entry_refuse (line, "not a list:", member, error);
      array = json_node_get_array (node);
    }

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
          || json_node_get_string (node)[0] == '\0')
        return cn_network_entry_refuse (line, "not a list of strings:", member, error);
      g_strv_builder_add (builder, json_node_get_string (node));
    }

  *value = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
take_year (JsonObject  *object,
           const char  *member,
           guint        line,
           int         *value,
           GError     **error)
{
  JsonNode *node;
  gint64 year;

  if (is_null (object, member))
    return TRUE;

  node = json_object_get_member (object, member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return cn_network_entry_refuse (line, "not a year:", member, error);

  year = json_node_get_int (node);
  if (year < 1 || year > 9999)
    return cn_network_entry_refuse (line, "not a year:", member, error);

  *value = (int) year;
  return TRUE;
}

static gboolean
is_id (const char *id)
{
  return id != NULL && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

static gboolean
is_web_address (const char *address)
{
  return g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://");
}

/*
 * cn_network_entry_parse:
 * @object: a line of the registry
 * @line: its number, from 1
 *
 * Returns: (transfer full): an entry by itself: its parent is not resolved yet; or %NULL
 */
CnNetworkEntry *
cn_network_entry_parse (JsonObject  *object,
                        guint        line,
                        GError     **error)
{
  g_autoptr (CnNetworkEntry) entry = g_new0 (CnNetworkEntry, 1);

  if (!take_string (object, "id", line, &entry->id, error)
      || !take_string (object, "name", line, &entry->name, error)
      || !take_string (object, "short", line, &entry->short_name, error)
      || !take_string (object, "kind", line, &entry->kind, error)
      || !take_string (object, "parent", line, &entry->parent, error)
      || !take_string (object, "website", line, &entry->website, error)
      || !take_strings (object, "aliases", line, &entry->aliases, error)
      || !take_strings (object, "weak_aliases", line, &entry->weak_aliases, error)
      || !take_year (object, "founded", line, &entry->founded, error)
      || !take_year (object, "ended", line, &entry->ended, error))
    return NULL;

  if (!is_id (entry->id))
    {
      cn_network_entry_refuse (line, "no id of lower-case letters, digits and hyphens", NULL, error);
      return NULL;
    }
  if (entry->name == NULL)
    {
      cn_network_entry_refuse (line, "no name", NULL, error);
      return NULL;
    }
  if (entry->kind == NULL || !g_strv_contains (kinds, entry->kind))
    {
      cn_network_entry_refuse (line, "unknown kind", entry->kind, error);
      return NULL;
    }
  if (entry->website != NULL && !is_web_address (entry->website))
    {
      cn_network_entry_refuse (line, "not a web address:", entry->website, error);
      return NULL;
    }

  if (entry->short_name == NULL)
    entry->short_name = g_strdup (entry->name);

  return g_steal_pointer (&entry);
}
