/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables "snapshot" and "snapshot_network": what an article's row and networks were with a version that is no
 * longer the one shown.
 *
 * One is taken before an article shows another version, so that there is one for each version that ever ceased to be
 * shown, and none for the many articles that have one text only. Every function runs on the thread of its connection,
 * within a transaction; %FALSE comes with @error set. */

#include "config.h"

#include "cn-snapshot-table.h"
#include "cn-clock.h"
#include "cn-membership-table.h"
#include "cn-statement.h"

#define SHOWN_VERSION \
  "(SELECT article_version.id FROM article JOIN article_version" \
  "     ON article_version.article_id = article.id AND article_version.number = article.version" \
  "  WHERE article.id = :article)"

#define VERSION "(SELECT id FROM article_version WHERE article_id = :article AND number = :version)"

/* Older ones are replaced: a publisher that was given later belongs to what the article was. */
static const char SQL_TAKE[] =
  "INSERT OR REPLACE INTO snapshot"
  " (version_id, sort_key, title, snippet, published, language, updated, authors, site_name, summary, taken_at)"
  " SELECT article_version.id, article.sort_key, article.title, article.snippet, article.published, article.language,"
  "        article.updated, article.authors, article.site_name, article.summary, :now"
  "   FROM article JOIN article_version"
  "     ON article_version.article_id = article.id AND article_version.number = article.version"
  "  WHERE article.id = :article";

static const char SQL_CLEAR_NETWORKS[] =
  "DELETE FROM snapshot_network WHERE version_id = " SHOWN_VERSION;

static const char SQL_TAKE_NETWORKS[] =
  "INSERT INTO snapshot_network (version_id, network_id, is_publisher)"
  " SELECT " SHOWN_VERSION ", network_id, is_publisher FROM article_network WHERE article_id = :article";

static const char SQL_RESTORE[] =
  "UPDATE article"
  "   SET sort_key = snapshot.sort_key, title = snapshot.title, snippet = snapshot.snippet,"
  "       published = snapshot.published, language = snapshot.language, updated = snapshot.updated,"
  "       authors = snapshot.authors, site_name = snapshot.site_name, summary = snapshot.summary, version = :version"
  "  FROM snapshot"
  " WHERE article.id = :article AND snapshot.version_id = " VERSION
  " RETURNING article.id";

static const char SQL_RESTORE_NETWORKS[] =
  "INSERT INTO article_network (network_id, sort_key, article_id, is_publisher, is_hidden, is_unread, is_starred)"
  " SELECT snapshot_network.network_id, article.sort_key, article.id, snapshot_network.is_publisher,"
  "        article.is_hidden, article.is_unread, article.is_starred"
  "   FROM article, snapshot_network"
  "  WHERE article.id = :article AND snapshot_network.version_id = " VERSION;

static gboolean
run (CnConnection  *connection,
     const char    *sql,
     gint64         article_id,
     GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  return cn_statement_run (statement, error);
}

/**
 * cn_snapshot_table_take:
 *
 * Keeps what the article's row and networks are now, for the version that it shows.
 */
gboolean
cn_snapshot_table_take (CnConnection  *connection,
                        gint64         article_id,
                        GError       **error)
{
  g_autoptr (CnStatement) statement = NULL;

  /* The networks refer to the row, so they go before it is replaced. */
  if (!run (connection, SQL_CLEAR_NETWORKS, article_id, error))
    return FALSE;

  statement = cn_connection_prepare (connection, SQL_TAKE, error);
  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":now", cn_clock_get_seconds ());
  return cn_statement_run (statement, error) && run (connection, SQL_TAKE_NETWORKS, article_id, error);
}

static gboolean
restore_networks (CnConnection  *connection,
                  gint64         article_id,
                  gint64         version,
                  GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_RESTORE_NETWORKS, error);

  if (statement == NULL || !cn_membership_table_clear (connection, article_id, error))
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":version", version);
  return cn_statement_run (statement, error);
}

/**
 * cn_snapshot_table_restore:
 * @version: the number of the version to show again
 * @changed: (out): whether there was a snapshot of it; without one the article stays as it is
 *
 * Makes the article's row and networks what they were with a version. Marks stay, and whether it is shown at all.
 */
gboolean
cn_snapshot_table_restore (CnConnection  *connection,
                           gint64         article_id,
                           gint64         version,
                           gboolean      *changed,
                           GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_RESTORE, error);
  CnStep step;

  *changed = FALSE;
  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":version", version);
  step = cn_statement_step (statement, error);
  if (step != CN_STEP_ROW)
    return step == CN_STEP_DONE;

  *changed = TRUE;
  cn_statement_reset (statement);
  return restore_networks (connection, article_id, version, error);
}
