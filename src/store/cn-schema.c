/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema: numbered SQL files, applied in order, each in one transaction with the version that it leads to.
 *
 * A store is made by the same steps that bring an old one up to date, so that there is one schema and not
 * two. It runs on the writer's thread while the store is being opened. It knows the files and SQLite's
 * header, not what the tables mean. */

#include "config.h"

#include "cn-schema.h"
#include "cn-statement.h"
#include "cn-store-resources.h"

#include <gio/gio.h>

/**
 * cn_schema_dup_steps:
 *
 * Returns: (transfer full): the SQL of version 1, 2, …
 */
GStrv
cn_schema_dup_steps (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int version = 1;; version++)
    {
      g_autofree char *path = g_strdup_printf ("/org/example/CityNet/store/schema/%03d.sql", version);
      g_autoptr (GBytes) bytes = NULL;

      bytes = g_resource_lookup_data (cn_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (bytes == NULL)
        return g_strv_builder_end (builder);

      g_strv_builder_take (builder, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

/**
 * cn_schema_get_version:
 * @version: (out): 0 for a file without a schema
 */
gboolean
cn_schema_get_version (CnConnection  *connection,
                       gint64        *version,
                       GError       **error)
{
  return cn_connection_query_int64 (connection, "PRAGMA user_version", version, error);
}

/**
 * cn_schema_dump:
 *
 * Returns: (transfer full): every object of the schema with its SQL, in an order that does not depend on the
 * history; %NULL with @error set
 */
char *
cn_schema_dump (CnConnection  *connection,
                GError       **error)
{
  /* Statistics are SQLite's own and no part of the schema. */
  static const char sql[] =
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql, error);
  g_autoptr (GString) dump = g_string_new (NULL);
  CnStep step;

  if (statement == NULL)
    return NULL;

  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    g_string_append_printf (dump, "-- %s %s on %s\n%s;\n",
                            cn_statement_get_text (statement, 0), cn_statement_get_text (statement, 1),
                            cn_statement_get_text (statement, 2),
                            cn_statement_is_null (statement, 3) ? "" : cn_statement_get_text (statement, 3));

  return step == CN_STEP_DONE ? g_string_free_and_steal (g_steal_pointer (&dump)) : NULL;
}

static gboolean
apply_step (CnConnection  *connection,
            const char    *step,
            int            version,
            GError       **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id = %d", CN_SCHEMA_APPLICATION_ID);

  return cn_connection_exec (connection, step, error) &&
         (version > 1 || cn_connection_exec (connection, set_id, error)) &&
         cn_connection_exec (connection, set_version, error);
}

/* The version is read again under the lock: another process may have done the step while this one waited for it. */
static gboolean
apply_next_step (CnConnection        *connection,
                 const char * const  *steps,
                 gint64              *version,
                 GError             **error)
{
  if (!cn_connection_begin_write (connection, error))
    return FALSE;

  if (!cn_schema_get_version (connection, version, error) ||
      ((gsize) *version < g_strv_length ((GStrv) steps) &&
       !apply_step (connection, steps[*version], (int) *version + 1, error)))
    {
      cn_connection_rollback (connection);
      return FALSE;
    }

  if (!cn_connection_commit (connection, error))
    return FALSE;

  *version += 1;
  return TRUE;
}

static gboolean
check_version (CnConnection        *connection,
               gint64               version,
               const char * const  *steps,
               GError             **error)
{
  gint64 n_steps = (gint64) g_strv_length ((GStrv) steps);

  if (version >= 0 && version <= n_steps)
    return TRUE;

  g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_TOO_NEW,
               "%s: its version is %" G_GINT64_FORMAT ", this program knows versions up to %" G_GINT64_FORMAT,
               cn_connection_get_path (connection), version, n_steps);
  return FALSE;
}

/**
 * cn_schema_upgrade:
 * @steps: the SQL of version 1, 2, …
 *
 * Brings the schema to the newest version, also from nothing. A failure leaves it at the version that the
 * last whole step led to; the next try goes on from there.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_TOO_NEW when the file is beyond the last step
 */
gboolean
cn_schema_upgrade (CnConnection        *connection,
                   const char * const  *steps,
                   GError             **error)
{
  gint64 n_steps = (gint64) g_strv_length ((GStrv) steps);
  gint64 version;

  if (!cn_schema_get_version (connection, &version, error) || !check_version (connection, version, steps, error))
    return FALSE;

  while (version < n_steps)
    if (!apply_next_step (connection, steps, &version, error))
      return FALSE;

  return TRUE;
}

/**
 * cn_schema_verify:
 * @steps: the SQL of version 1, 2, …
 *
 * Compares the schema with what the steps up to the file's own version give, so that a file whose header is
 * right and whose tables are not is found out before anything is written to it.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_DAMAGED when they differ, %CN_STORE_ERROR_TOO_NEW when
 * there is no telling
 */
gboolean
cn_schema_verify (CnConnection        *connection,
                  const char * const  *steps,
                  GError             **error)
{
  g_autoptr (CnConnection) reference = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;
  gint64 version;

  if (!cn_schema_get_version (connection, &version, error) || !check_version (connection, version, steps, error))
    return FALSE;

  reference = cn_connection_open (":memory:", CN_CONNECTION_READ_WRITE, error);
  if (reference == NULL)
    return FALSE;

  for (gint64 i = 0; i < version; i++)
    if (!cn_connection_exec (reference, steps[i], error))
      return FALSE;

  expected = cn_schema_dump (reference, error);
  actual = expected != NULL ? cn_schema_dump (connection, error) : NULL;
  if (actual == NULL)
    return FALSE;
  if (version > 0 && g_str_equal (actual, expected))
    return TRUE;

  g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED, "%s: its tables are not those of its version",
               cn_connection_get_path (connection));
  return FALSE;
}
