/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The networks of a library: one object for each, for as long as the library lives.
 *
 * Main thread. Networks are added and counted, never taken out: a network that a newer registry no longer
 * has keeps its articles, so it keeps its row. */

#include "config.h"

#include "cn-network-tree.h"

#include "cn-network-private.h"

struct _CnNetworkTree
{
  GHashTable *by_id;
  GListStore *top;
  guint       n_colors;
};

/**
 * cn_network_tree_new:
 *
 * Main thread.
 *
 * Returns: (transfer full): an empty tree
 */
CnNetworkTree *
cn_network_tree_new (void)
{
  CnNetworkTree *self = g_new0 (CnNetworkTree, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->top = g_list_store_new (CN_TYPE_NETWORK);
  return self;
}

/**
 * cn_network_tree_free:
 *
 * Main thread.
 */
void
cn_network_tree_free (CnNetworkTree *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->top);
  g_free (self);
}

static const CnNetworkRecord *
find_record (GPtrArray  *records,
             const char *key)
{
  for (guint i = 0; i < records->len; i++)
    {
      const CnNetworkRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->key, key))
        return record;
    }

  return NULL;
}

/* Makes the network of @record, after its parent. The depth bounds what a registry that runs in a circle
 * could do. */
static CnNetwork *
ensure_network (CnNetworkTree         *self,
                GPtrArray             *records,
                const CnNetworkRecord *record,
                GPtrArray             *new_top,
                guint                  depth)
{
  CnNetwork *network = g_hash_table_lookup (self->by_id, record->key);
  const CnNetworkRecord *parent_record = NULL;
  CnNetwork *parent = NULL;

  if (network != NULL)
    return network;

  if (record->parent != NULL && depth < 8)
    parent_record = find_record (records, record->parent);
  if (parent_record != NULL)
    parent = ensure_network (self, records, parent_record, new_top, depth + 1);

  /* The recursion has made this very network when the registry runs in a circle. */
  network = g_hash_table_lookup (self->by_id, record->key);
  if (network != NULL)
    return network;

  network = cn_network_new (record, parent,
                            parent != NULL ? cn_network_get_color (parent) : self->n_colors++ % CN_NETWORK_N_COLORS);
  g_hash_table_insert (self->by_id, (char *) cn_network_get_id (network), network);
  if (parent == NULL)
    g_ptr_array_add (new_top, network);
  return network;
}

/**
 * cn_network_tree_update:
 * @records: (element-type CnNetworkRecord): in the registry's order
 *
 * Makes what is new and brings the counts of what is there up to date. What @records does not name has no
 * articles. Main thread.
 */
void
cn_network_tree_update (CnNetworkTree *self,
                        GPtrArray     *records)
{
  g_autoptr(GPtrArray) new_top = g_ptr_array_new ();
  g_autoptr(GHashTable) named = g_hash_table_new (g_direct_hash, g_direct_equal);
  GHashTableIter iter;
  gpointer network;

  g_return_if_fail (self != NULL);
  g_return_if_fail (records != NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const CnNetworkRecord *record = g_ptr_array_index (records, i);

      network = ensure_network (self, records, record, new_top, 0);
      cn_network_set_counts (network, record->n_articles, record->n_unread);
      g_hash_table_add (named, network);
    }
  g_list_store_splice (self->top, g_list_model_get_n_items (G_LIST_MODEL (self->top)), 0, new_top->pdata, new_top->len);

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &network))
    {
      if (!g_hash_table_contains (named, network))
        cn_network_set_counts (network, 0, 0);
    }
}

/**
 * cn_network_tree_lookup:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): the network of that id
 */
CnNetwork *
cn_network_tree_lookup (CnNetworkTree *self,
                        const char    *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * cn_network_tree_get_top:
 *
 * Main thread.
 *
 * Returns: (transfer none): the networks without a parent, in the registry's order
 */
GListModel *
cn_network_tree_get_top (CnNetworkTree *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return G_LIST_MODEL (self->top);
}
