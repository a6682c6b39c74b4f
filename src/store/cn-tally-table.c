/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables "tally" and "store", one row each: how many articles are shown, and whose log this is.
 *
 * The counts are kept by triggers and therefore exact in every transaction; cn-check.c proves it. Every
 * commit also changes the tally's row. That is what makes another store's log recognisable: SQLite applies
 * any log whose checksums are right to the file that it lies beside, but with it would come the other store's
 * tally, and its identity is not that of this file's "store", which no log ever contains. Every function runs
 * on the thread of its connection; %FALSE comes with @error set. */

#include "config.h"

#include "cn-tally-table.h"
#include "cn-statement.h"

static const char SQL_LOAD[] =
  "SELECT n_articles, n_unread, n_starred FROM tally";

static const char SQL_COUNT_COMMIT[] =
  "UPDATE tally SET n_commits = n_commits + 1";

static const char SQL_VERIFY[] =
  "SELECT store.identity IS tally.identity FROM store JOIN tally ON tally.id = store.id";

/**
 * cn_tally_table_load:
 *
 * Returns: (transfer full): the counts, %NULL with @error set
 */
CnTally *
cn_tally_table_load (CnConnection  *connection,
                     GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LOAD, error);
  CnTally tally = { 0, };
  CnStep step;

  if (statement == NULL)
    return NULL;

  step = cn_statement_step (statement, error);
  if (step == CN_STEP_DONE)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED, "%s: its tally is missing",
                 cn_connection_get_path (connection));
  if (step != CN_STEP_ROW)
    return NULL;

  tally.n_articles = (guint) cn_statement_get_int64 (statement, 0);
  tally.n_unread = (guint) cn_statement_get_int64 (statement, 1);
  tally.n_starred = (guint) cn_statement_get_int64 (statement, 2);
  return cn_tally_copy (&tally);
}

/**
 * cn_tally_table_count_commit:
 *
 * The last thing in every transaction that changes something.
 */
gboolean
cn_tally_table_count_commit (CnConnection  *connection,
                             GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_COUNT_COMMIT, error);

  return statement != NULL && cn_statement_run (statement, error);
}

/**
 * cn_tally_table_verify_identity:
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_DAMAGED when the log beside the file belongs to another store
 */
gboolean
cn_tally_table_verify_identity (CnConnection  *connection,
                                GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_VERIFY, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  step = cn_statement_step (statement, error);
  if (step == CN_STEP_ROW && cn_statement_get_boolean (statement, 0))
    return TRUE;

  if (step != CN_STEP_ERROR)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED, "%s: the log beside it (-wal) belongs to another store",
                 cn_connection_get_path (connection));
  return FALSE;
}
