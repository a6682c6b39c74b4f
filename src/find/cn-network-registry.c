/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The networks that CityNet knows by name: parsed from JSON Lines, checked line by line, then never changed.
 *
 * A registry with a broken line is refused as a whole: half a registry would find half of the networks and
 * look sound. Any thread may read one. It must not know of documents (the finder does) nor of articles and
 * counts (the model does). */

#include "config.h"

#include "cn-network-registry.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cn-data.h"
#include "cn-fold.h"
#include "cn-network-entry.h"

#define BUILT_IN_PATH "/org/example/CityNet/networks/networks.jsonl"

struct _CnNetworkRegistry
{
  GObject     parent_instance;

  GPtrArray  *entries; /* element-type CnNetworkEntry */
  GHashTable *by_id;   /* borrowed id to borrowed entry */
  GHashTable *by_form; /* folded form to borrowed entry; a form of two networks is not in it */
};

G_DEFINE_FINAL_TYPE (CnNetworkRegistry, cn_network_registry, G_TYPE_OBJECT)
G_DEFINE_QUARK (cn-network-registry-error-quark, cn_network_registry_error)

static gboolean
parse_line (CnNetworkRegistry  *self,
            JsonParser         *parser,
            const char         *text,
            gsize               length,
            guint               line,
            GError            **error)
{
  g_autoptr (CnNetworkEntry) entry = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    {
      g_autofree char *reason = g_strdup ((*error)->message);

      g_clear_error (error);
      return cn_network_entry_refuse (line, reason, NULL, error);
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return cn_network_entry_refuse (line, "not an object", NULL, error);

  entry = cn_network_entry_parse (json_node_get_object (root), line, error);
  if (entry == NULL)
    return FALSE;

  if (g_hash_table_contains (self->by_id, entry->id))
    return cn_network_entry_refuse (line, "a second entry", entry->id, error);

  g_hash_table_insert (self->by_id, entry->id, entry);
  g_ptr_array_add (self->entries, g_steal_pointer (&entry));
  return TRUE;
}

static gboolean
parse_lines (CnNetworkRegistry  *self,
             const char         *text,
             gsize               length,
             GError            **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *end = text + length;
  guint line = 0;

  for (const char *start = text; start < end;)
    {
      const char *stop = memchr (start, '\n', (gsize) (end - start));

      if (stop == NULL)
        stop = end;
      line++;
      if (stop > start && !parse_line (self, parser, start, (gsize) (stop - start), line, error))
        return FALSE;
      start = stop + 1;
    }

  return TRUE;
}

/* A parent that is no entry is an organisation outside the registry. */
static void
resolve_parent (CnNetworkRegistry *self,
                CnNetworkEntry    *entry)
{
  if (entry->parent != NULL && !g_hash_table_contains (self->by_id, entry->parent))
    entry->organisation = g_steal_pointer (&entry->parent);
}

static gboolean
has_circle (CnNetworkRegistry    *self,
            const CnNetworkEntry *entry)
{
  guint steps = 0;

  for (const CnNetworkEntry *up = entry; up->parent != NULL; up = g_hash_table_lookup (self->by_id, up->parent))
    if (++steps > self->entries->len)
      return TRUE;

  return FALSE;
}

static void
index_form (CnNetworkRegistry *self,
            const char        *form,
            CnNetworkEntry    *entry)
{
  g_autofree char *folded = cn_fold (form, -1);
  gpointer other = NULL;

  if (!g_hash_table_lookup_extended (self->by_form, folded, NULL, &other))
    g_hash_table_insert (self->by_form, g_steal_pointer (&folded), entry);
  else if (other != entry)
    g_hash_table_insert (self->by_form, g_steal_pointer (&folded), NULL);
}

static void
index_forms (CnNetworkRegistry *self,
             CnNetworkEntry    *entry)
{
  index_form (self, entry->name, entry);
  index_form (self, entry->short_name, entry);
  for (guint i = 0; entry->aliases[i] != NULL; i++)
    index_form (self, entry->aliases[i], entry);
  for (guint i = 0; entry->weak_aliases[i] != NULL; i++)
    index_form (self, entry->weak_aliases[i], entry);
}

static void
cn_network_registry_finalize (GObject *object)
{
  CnNetworkRegistry *self = CN_NETWORK_REGISTRY (object);

  g_clear_pointer (&self->by_form, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (cn_network_registry_parent_class)->finalize (object);
}

static void
cn_network_registry_class_init (CnNetworkRegistryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cn_network_registry_finalize;
}

static void
cn_network_registry_init (CnNetworkRegistry *self)
{
  self->entries = g_ptr_array_new_with_free_func (cn_network_entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_form = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * cn_network_registry_new:
 * @json_lines: one JSON object a line, as `data/networks/README.md` describes them
 * @error: %CN_NETWORK_REGISTRY_ERROR_MALFORMED with the number of the first line that is no entry
 *
 * Any thread.
 *
 * Returns: (transfer full): a registry in the order of the lines, or %NULL
 */
CnNetworkRegistry *
cn_network_registry_new (GBytes  *json_lines,
                         GError **error)
{
  g_autoptr (CnNetworkRegistry) self = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;
  const char *text;

  g_return_val_if_fail (json_lines != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CN_TYPE_NETWORK_REGISTRY, NULL);
  text = g_bytes_get_data (json_lines, &length);
  if (!parse_lines (self, text, length, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  for (guint i = 0; i < self->entries->len; i++)
    resolve_parent (self, g_ptr_array_index (self->entries, i));

  for (guint i = 0; i < self->entries->len; i++)
    {
      CnNetworkEntry *entry = g_ptr_array_index (self->entries, i);

      if (has_circle (self, entry))
        {
          cn_network_entry_refuse (i + 1, "its own ancestor:", entry->id, error);
          return NULL;
        }
      index_forms (self, entry);
    }

  return g_steal_pointer (&self);
}

/**
 * cn_network_registry_new_built_in:
 *
 * The registry that CityNet brings along. Any thread.
 *
 * Returns: (transfer full): a registry; it cannot fail, a test parses the data that is built in
 */
CnNetworkRegistry *
cn_network_registry_new_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CnNetworkRegistry *self;

  bytes = g_resource_lookup_data (cn_data_get_resource (), BUILT_IN_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The built-in registry of networks is missing: %s", error->message);

  self = cn_network_registry_new (bytes, &error);
  if (self == NULL)
    g_error ("The built-in registry of networks is broken: %s", error->message);

  return self;
}

/**
 * cn_network_registry_get_n_entries:
 *
 * Any thread.
 *
 * Returns: how many networks it knows
 */
guint
cn_network_registry_get_n_entries (CnNetworkRegistry *self)
{
  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (self), 0);

  return self->entries->len;
}

/**
 * cn_network_registry_get_entry:
 * @index: less than cn_network_registry_get_n_entries()
 *
 * Any thread.
 *
 * Returns: (transfer none): an entry, in the registry's order
 */
const CnNetworkEntry *
cn_network_registry_get_entry (CnNetworkRegistry *self,
                               guint              index)
{
  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (self), NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

/**
 * cn_network_registry_lookup:
 * @id: id of an entry
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the entry, %NULL when there is none
 */
const CnNetworkEntry *
cn_network_registry_lookup (CnNetworkRegistry *self,
                            const char        *id)
{
  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * cn_network_registry_lookup_form:
 * @form: what somebody types for a network: its id, its name or another form of it, in any case
 *
 * For what a person gives on purpose; the finder's rules about ordinary words do not apply. Any thread.
 *
 * Returns: (transfer none) (nullable): the entry, %NULL when no network or more than one goes by that form
 */
const CnNetworkEntry *
cn_network_registry_lookup_form (CnNetworkRegistry *self,
                                 const char        *form)
{
  g_autofree char *lower = NULL;
  g_autofree char *folded = NULL;
  const CnNetworkEntry *entry;

  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (self), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  lower = g_ascii_strdown (form, -1);
  entry = g_hash_table_lookup (self->by_id, lower);
  if (entry != NULL)
    return entry;

  folded = cn_fold (form, -1);
  return g_hash_table_lookup (self->by_form, folded);
}
