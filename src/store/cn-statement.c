/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A prepared statement: thin, named parameters in, columns out.
 *
 * A mistake in binding is kept and reported by the next step, so that callers check one place. Releasing a
 * statement resets it, which is what ends its read transaction: a statement that stayed on a row would keep
 * the log from ever being checkpointed. The thread is that of its connection. It knows no table. */

#include "config.h"

#include "cn-statement.h"

#include <sqlite3.h>

#define PAIRS_AT_ONCE 256

struct _CnStatement
{
  CnConnection *connection;
  sqlite3_stmt *handle;
  const char   *sql;
  int           bind_code;
};

/**
 * cn_statement_new:
 * @sql: one statement, static: the connection's cache knows it by its address
 *
 * Tables use cn_connection_prepare(), which caches. This makes a fresh one.
 *
 * Returns: (transfer full): a statement for cn_statement_finalize(), %NULL with @error set when SQLite does
 * not accept @sql
 */
CnStatement *
cn_statement_new (CnConnection  *connection,
                  const char    *sql,
                  GError       **error)
{
  CnStatement *self;
  sqlite3_stmt *handle = NULL;
  int code;

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  code = sqlite3_prepare_v3 (cn_connection_get_handle (connection), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      cn_connection_fail (connection, code, "preparing", error);
      return NULL;
    }

  self = g_new0 (CnStatement, 1);
  self->connection = connection;
  self->handle = handle;
  self->sql = sql;
  return self;
}

/**
 * cn_statement_finalize:
 * @self: (transfer full): a statement that will not be used again
 */
void
cn_statement_finalize (CnStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * cn_statement_release:
 * @self: (transfer full): a statement of cn_connection_prepare()
 *
 * Forgets its parameters and gives it back to its connection.
 */
void
cn_statement_release (CnStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_code = SQLITE_OK;
  cn_connection_take_back (self->connection, self);
}

/**
 * cn_statement_get_sql:
 *
 * Returns: the very address that it was prepared from
 */
const char *
cn_statement_get_sql (CnStatement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sql;
}

static int
find_parameter (CnStatement *self,
                const char  *name)
{
  int index;

  g_assert (self != NULL);

  index = sqlite3_bind_parameter_index (self->handle, name);
  if (index == 0 && self->bind_code == SQLITE_OK)
    self->bind_code = SQLITE_RANGE;
  return index;
}

static void
keep_bind_code (CnStatement *self,
                int          code)
{
  if (code != SQLITE_OK && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

/**
 * cn_statement_bind_null:
 * @name: a parameter with its colon
 */
void
cn_statement_bind_null (CnStatement *self,
                        const char  *name)
{
  keep_bind_code (self, sqlite3_bind_null (self->handle, find_parameter (self, name)));
}

/**
 * cn_statement_bind_boolean:
 * @name: a parameter with its colon
 * @value: stored as 1 or 0
 */
void
cn_statement_bind_boolean (CnStatement *self,
                           const char  *name,
                           gboolean     value)
{
  cn_statement_bind_int64 (self, name, value ? 1 : 0);
}

/**
 * cn_statement_bind_int64:
 * @name: a parameter with its colon
 */
void
cn_statement_bind_int64 (CnStatement *self,
                         const char  *name,
                         gint64       value)
{
  keep_bind_code (self, sqlite3_bind_int64 (self->handle, find_parameter (self, name), value));
}

/**
 * cn_statement_bind_text:
 * @name: a parameter with its colon
 * @value: (nullable): UTF-8, which has to stay until the statement is released or bound anew; %NULL is NULL
 */
void
cn_statement_bind_text (CnStatement *self,
                        const char  *name,
                        const char  *value)
{
  keep_bind_code (self, sqlite3_bind_text (self->handle, find_parameter (self, name), value, -1, SQLITE_STATIC));
}

/**
 * cn_statement_bind_bytes:
 * @name: a parameter with its colon
 * @value: (nullable): bytes, which have to stay until the statement is released or bound anew; %NULL is NULL
 */
void
cn_statement_bind_bytes (CnStatement *self,
                         const char  *name,
                         GBytes      *value)
{
  int index = find_parameter (self, name);
  gsize size = 0;
  const void *data = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  if (value == NULL)
    keep_bind_code (self, sqlite3_bind_null (self->handle, index));
  else if (size == 0)
    /* Empty bytes may have no address, and SQLite takes no address for NULL. */
    keep_bind_code (self, sqlite3_bind_zeroblob (self->handle, index, 0));
  else
    keep_bind_code (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_STATIC));
}

static CnStep
translate_step (CnStatement  *self,
                int           code,
                GError      **error)
{
  if (code == SQLITE_ROW)
    return CN_STEP_ROW;
  if (code == SQLITE_DONE)
    return CN_STEP_DONE;

  cn_connection_fail (self->connection, code, self->sql, error);
  return CN_STEP_ERROR;
}

/**
 * cn_statement_step:
 *
 * Returns: whether there is a row, or that there is none left, or an error (also one of an earlier bind)
 */
CnStep
cn_statement_step (CnStatement  *self,
                   GError      **error)
{
  g_return_val_if_fail (self != NULL, CN_STEP_ERROR);

  if (self->bind_code != SQLITE_OK)
    return translate_step (self, self->bind_code, error);
  if (cn_connection_is_cancelled (self->connection))
    return translate_step (self, SQLITE_INTERRUPT, error);
  return translate_step (self, sqlite3_step (self->handle), error);
}

/**
 * cn_statement_collect_pairs:
 * @pairs: an array of elements that are two gint64 one after the other
 * @most: the length at which to stop
 *
 * Steps and appends the first two columns of every row. What a million rows cost beyond SQLite's own work is felt, so
 * nothing is done for each of them that can be done for hundreds: SQLite looks at the flag of a cancelled job itself.
 */
gboolean
cn_statement_collect_pairs (CnStatement  *self,
                            GArray       *pairs,
                            guint         most,
                            GError      **error)
{
  gint64 rows[PAIRS_AT_ONCE][2];
  CnStep step = CN_STEP_ROW;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (g_array_get_element_size (pairs) == sizeof rows[0], FALSE);

  while (step == CN_STEP_ROW && pairs->len < most)
    {
      guint wanted = MIN (most - pairs->len, PAIRS_AT_ONCE);
      guint n = 0;

      step = cn_statement_step (self, error);
      while (step == CN_STEP_ROW)
        {
          rows[n][0] = sqlite3_column_int64 (self->handle, 0);
          rows[n][1] = sqlite3_column_int64 (self->handle, 1);
          if (++n == wanted)
            break;
          step = translate_step (self, sqlite3_step (self->handle), error);
        }
      g_array_append_vals (pairs, rows, n);
    }

  return step != CN_STEP_ERROR;
}

/**
 * cn_statement_run:
 *
 * Runs a statement whose rows, if any, nobody wants, and makes it ready to be bound and run again.
 */
gboolean
cn_statement_run (CnStatement  *self,
                  GError      **error)
{
  CnStep step;

  do
    step = cn_statement_step (self, error);
  while (step == CN_STEP_ROW);

  cn_statement_reset (self);
  return step == CN_STEP_DONE;
}

/**
 * cn_statement_reset:
 *
 * Makes the statement ready to run again with the parameters that it has.
 */
void
cn_statement_reset (CnStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
}

/**
 * cn_statement_is_null:
 * @column: from 0
 *
 * Returns: whether the row that the statement stands on has no value there
 */
gboolean
cn_statement_is_null (CnStatement *self,
                      int          column)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * cn_statement_get_boolean:
 * @column: from 0
 *
 * Returns: its value; NULL is %FALSE
 */
gboolean
cn_statement_get_boolean (CnStatement *self,
                          int          column)
{
  return cn_statement_get_int64 (self, column) != 0;
}

/**
 * cn_statement_get_int64:
 * @column: from 0
 *
 * Returns: its value; NULL is 0
 */
gint64
cn_statement_get_int64 (CnStatement *self,
                        int          column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_int64 (self->handle, column);
}

/**
 * cn_statement_get_text:
 *
 * Returns: (nullable): borrowed until the next step, reset or release
 */
const char *
cn_statement_get_text (CnStatement *self,
                       int          column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * cn_statement_dup_text:
 *
 * Returns: (transfer full) (nullable): a copy
 */
char *
cn_statement_dup_text (CnStatement *self,
                       int          column)
{
  return g_strdup (cn_statement_get_text (self, column));
}

/**
 * cn_statement_dup_bytes:
 *
 * Returns: (transfer full) (nullable): a copy, %NULL for NULL
 */
GBytes *
cn_statement_dup_bytes (CnStatement *self,
                        int          column)
{
  const void *data;

  if (cn_statement_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->handle, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}
