/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "import": who vouches for origins.
 *
 * Importing what is known already writes nothing, not even that there was an import: its row comes with the
 * first article that it brings. Every function but the first runs on the thread of its connection, within a
 * transaction; %FALSE comes with @error set. */

#include "config.h"

#include "cn-import-table.h"
#include "cn-clock.h"
#include "cn-statement.h"

static const char SQL_FIND[] =
  "SELECT undone_at FROM import WHERE id = :id";

static const char SQL_INSERT[] =
  "INSERT INTO import (id, started_at) VALUES (:id, :now)";

static const char SQL_UNDO[] =
  "UPDATE import SET undone_at = :now WHERE id = :id AND undone_at IS NULL RETURNING id";

static const char SQL_REDO[] =
  "UPDATE import SET undone_at = NULL WHERE id = :id AND undone_at IS NOT NULL RETURNING id";

/**
 * cn_import_table_draw_id:
 *
 * Any thread.
 *
 * Returns: an identifier for an import, above 0: 47 random bits, so that two processes draw the same as good as
 * never, and six bytes wherever it is stored
 */
gint64
cn_import_table_draw_id (void)
{
  gint64 id = ((gint64) (g_random_int () & 0x7fff) << 32) | g_random_int ();

  return MAX (id, 1);
}

/**
 * cn_import_table_ensure:
 *
 * Makes sure that the import has its row.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_CONSTRAINT when it has been undone: what it would bring
 * could not be shown
 */
gboolean
cn_import_table_ensure (CnConnection  *connection,
                        gint64         id,
                        GError       **error)
{
  g_autoptr (CnStatement) find = cn_connection_prepare (connection, SQL_FIND, error);
  g_autoptr (CnStatement) insert = cn_connection_prepare (connection, SQL_INSERT, error);
  CnStep step;

  if (find == NULL || insert == NULL)
    return FALSE;

  cn_statement_bind_int64 (find, ":id", id);
  step = cn_statement_step (find, error);
  if (step == CN_STEP_ROW && !cn_statement_is_null (find, 0))
    {
      g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT, "%s: import %" G_GINT64_FORMAT " has been undone",
                   cn_connection_get_path (connection), id);
      return FALSE;
    }
  if (step != CN_STEP_DONE)
    return step == CN_STEP_ROW;

  cn_statement_bind_int64 (insert, ":id", id);
  cn_statement_bind_int64 (insert, ":now", cn_clock_get_seconds ());
  return cn_statement_run (insert, error);
}

/**
 * cn_import_table_set_undone:
 * @changed: (out): whether there is such an import and it was not so already
 */
gboolean
cn_import_table_set_undone (CnConnection  *connection,
                            gint64         id,
                            gboolean       is_undone,
                            gboolean      *changed,
                            GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, is_undone ? SQL_UNDO : SQL_REDO, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":id", id);
  if (is_undone)
    cn_statement_bind_int64 (statement, ":now", cn_clock_get_seconds ());
  step = cn_statement_step (statement, error);
  *changed = step == CN_STEP_ROW;
  return step != CN_STEP_ERROR;
}
