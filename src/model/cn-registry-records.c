/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The built-in registry of networks in the form that the store keeps.
 *
 * Any thread. Its own file because the registry belongs to find and the record to the store, which do not
 * know each other. */

#include "config.h"

#include "cn-registry-records.h"

#include "cn-network-record.h"
#include "cn-network-registry.h"

/**
 * cn_registry_dup_records:
 *
 * Any thread.
 *
 * Returns: (transfer container) (element-type CnNetworkRecord): a new record for each network of the
 *   built-in registry, in its order
 */
GPtrArray *
cn_registry_dup_records (void)
{
  g_autoptr(CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);

  for (guint i = 0; i < cn_network_registry_get_n_entries (registry); i++)
    {
      const CnNetworkEntry *entry = cn_network_registry_get_entry (registry, i);
      CnNetworkRecord *record = cn_network_record_new ();

      record->key = g_strdup (entry->id);
      record->name = g_strdup (entry->name);
      record->short_name = g_strdup (entry->short_name);
      record->kind = g_strdup (entry->kind);
      record->parent = g_strdup (entry->parent);
      record->website = g_strdup (entry->website);
      record->position = (int) i;
      g_ptr_array_add (records, record);
    }

  return records;
}
