/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "network": the registry as the store last saw it, with the tallies that triggers keep beside each network.
 *
 * A network that the registry drops stays for as long as articles are about it; it only loses its place in
 * the order. Every function runs on the thread of its connection; %FALSE or %NULL comes with @error set. */

#include "config.h"

#include "cn-network-table.h"
#include "cn-json-strings.h"
#include "cn-statement.h"

static const char SQL_FIND[] =
  "SELECT id FROM network WHERE key = :key";

/* Nothing is written where nothing differs, so that starting the program does not write. */
static const char SQL_UPSERT[] =
  "INSERT INTO network (key, name, short_name, kind, website, position)"
  " VALUES (:key, :name, :short_name, :kind, :website, :position)"
  " ON CONFLICT (key) DO UPDATE"
  " SET name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,"
  "     website = excluded.website, position = excluded.position"
  " WHERE (name, short_name, kind, website, position) IS NOT"
  "       (excluded.name, excluded.short_name, excluded.kind, excluded.website, excluded.position)";

static const char SQL_SET_PARENT[] =
  "UPDATE network SET parent_id = :parent WHERE key = :key AND parent_id IS NOT :parent";

static const char SQL_RETIRE[] =
  "UPDATE network SET position = NULL"
  " WHERE position IS NOT NULL AND key NOT IN (SELECT value FROM json_each (:keys))";

static const char SQL_LIST[] =
  "SELECT network.key, network.name, network.short_name, network.kind, parent.key, network.website,"
  "       network.position, network.n_articles, network.n_unread"
  "  FROM network LEFT JOIN network AS parent ON parent.id = network.parent_id"
  " WHERE network.position IS NOT NULL OR network.n_articles > 0"
  " ORDER BY network.position IS NULL, network.position, network.id";

/**
 * cn_network_table_find:
 * @id: (out): row id of the network
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_CONSTRAINT when there is no network of that key
 */
gboolean
cn_network_table_find (CnConnection  *connection,
                       const char    *key,
                       gint64        *id,
                       GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_text (statement, ":key", key);
  step = cn_statement_step (statement, error);
  if (step == CN_STEP_ROW)
    *id = cn_statement_get_int64 (statement, 0);
  if (step == CN_STEP_DONE)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT, "%s: there is no network “%s”",
                 cn_connection_get_path (connection), key);
  return step == CN_STEP_ROW;
}

static gboolean
upsert (CnConnection           *connection,
        const CnNetworkRecord  *network,
        GError                **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_UPSERT, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_text (statement, ":key", network->key);
  cn_statement_bind_text (statement, ":name", network->name);
  cn_statement_bind_text (statement, ":short_name", network->short_name);
  cn_statement_bind_text (statement, ":kind", network->kind);
  cn_statement_bind_text (statement, ":website", network->website);
  cn_statement_bind_int64 (statement, ":position", network->position);
  return cn_statement_run (statement, error);
}

static gboolean
set_parent (CnConnection           *connection,
            const CnNetworkRecord  *network,
            GError                **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_SET_PARENT, error);
  gint64 parent;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_text (statement, ":key", network->key);
  if (network->parent == NULL)
    cn_statement_bind_null (statement, ":parent");
  else if (cn_network_table_find (connection, network->parent, &parent, error))
    cn_statement_bind_int64 (statement, ":parent", parent);
  else
    return FALSE;
  return cn_statement_run (statement, error);
}

static gboolean
retire_others (CnConnection  *connection,
               GPtrArray     *networks,
               GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_RETIRE, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  g_autofree char *json = NULL;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < networks->len; i++)
    g_strv_builder_add (builder, ((CnNetworkRecord *) g_ptr_array_index (networks, i))->key);
  keys = g_strv_builder_end (builder);

  json = cn_json_strings_encode ((const char * const *) keys);
  cn_statement_bind_text (statement, ":keys", json);
  return cn_statement_run (statement, error);
}

/**
 * cn_network_table_sync:
 * @networks: (element-type CnNetworkRecord): the whole registry; its counts are ignored
 *
 * Within a transaction. Makes the table what the registry says.
 */
gboolean
cn_network_table_sync (CnConnection  *connection,
                       GPtrArray     *networks,
                       GError       **error)
{
  for (guint i = 0; i < networks->len; i++)
    if (!upsert (connection, g_ptr_array_index (networks, i), error))
      return FALSE;

  /* A second round, because a parent may come after its children. */
  for (guint i = 0; i < networks->len; i++)
    if (!set_parent (connection, g_ptr_array_index (networks, i), error))
      return FALSE;

  return retire_others (connection, networks, error);
}

static CnNetworkRecord *
read_network (CnStatement *statement)
{
  CnNetworkRecord *network = cn_network_record_new ();

  network->key = cn_statement_dup_text (statement, 0);
  network->name = cn_statement_dup_text (statement, 1);
  network->short_name = cn_statement_dup_text (statement, 2);
  network->kind = cn_statement_dup_text (statement, 3);
  network->parent = cn_statement_dup_text (statement, 4);
  network->website = cn_statement_dup_text (statement, 5);
  network->position = cn_statement_is_null (statement, 6) ? G_MAXINT : (int) cn_statement_get_int64 (statement, 6);
  network->n_articles = (guint) cn_statement_get_int64 (statement, 7);
  network->n_unread = (guint) cn_statement_get_int64 (statement, 8);
  return network;
}

/**
 * cn_network_table_list:
 *
 * Returns: (transfer full) (element-type CnNetworkRecord): the networks in the registry's order, then those
 * that it has dropped and that articles are about (their position is %G_MAXINT); %NULL with @error set
 */
GPtrArray *
cn_network_table_list (CnConnection  *connection,
                       GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LIST, error);
  g_autoptr (GPtrArray) networks = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);
  CnStep step;

  if (statement == NULL)
    return NULL;

  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    g_ptr_array_add (networks, read_network (statement));

  return step == CN_STEP_DONE ? g_steal_pointer (&networks) : NULL;
}
