/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "article_network": which networks an article is about, and which of them published it.
 *
 * Its rows are ordered as timelines are (cn-timeline-reader.c walks them); their flags repeat the article's
 * and are kept by a trigger. Every function runs on the thread of its connection, the changing ones within a
 * transaction; %FALSE comes with @error set. */

#include "config.h"

#include "cn-membership-table.h"
#include "cn-network-table.h"
#include "cn-statement.h"

static const char SQL_CLEAR[] =
  "DELETE FROM article_network WHERE article_id = :article";

/* The first row to come decides who published it: the publisher is put in before the others. */
static const char SQL_INSERT[] =
  "INSERT INTO article_network (network_id, sort_key, article_id, is_publisher, is_hidden, is_unread, is_starred)"
  " SELECT :network, sort_key, id, :is_publisher, is_hidden, is_unread, is_starred"
  "   FROM article WHERE id = :article"
  " ON CONFLICT DO NOTHING";

static const char SQL_DEMOTE[] =
  "UPDATE article_network SET is_publisher = 0"
  " WHERE article_id = :article AND is_publisher = 1 AND network_id <> :network";

static const char SQL_PROMOTE[] =
  "INSERT INTO article_network (network_id, sort_key, article_id, is_publisher, is_hidden, is_unread, is_starred)"
  " SELECT :network, sort_key, id, 1, is_hidden, is_unread, is_starred"
  "   FROM article WHERE id = :article"
  " ON CONFLICT DO UPDATE SET is_publisher = 1 WHERE is_publisher = 0 RETURNING network_id";

static const char SQL_LOAD[] =
  "SELECT network.key, article_network.is_publisher"
  "  FROM article_network JOIN network ON network.id = article_network.network_id"
  " WHERE article_network.article_id = :article"
  " ORDER BY article_network.is_publisher DESC, network.position IS NULL, network.position, network.id";

/**
 * cn_membership_table_clear:
 *
 * Takes the article out of all networks.
 */
gboolean
cn_membership_table_clear (CnConnection  *connection,
                           gint64         article_id,
                           GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_CLEAR, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  return cn_statement_run (statement, error);
}

static gboolean
add (CnConnection  *connection,
     gint64         article_id,
     const char    *key,
     gboolean       is_publisher,
     GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_INSERT, error);
  gint64 network_id;

  if (statement == NULL || !cn_network_table_find (connection, key, &network_id, error))
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":network", network_id);
  cn_statement_bind_boolean (statement, ":is_publisher", is_publisher);
  return cn_statement_run (statement, error);
}

/**
 * cn_membership_table_add:
 *
 * Gives an article that has none the networks of @draft.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_CONSTRAINT when a key is none of the registry's
 */
gboolean
cn_membership_table_add (CnConnection          *connection,
                         gint64                 article_id,
                         const CnArticleDraft  *draft,
                         GError               **error)
{
  if (draft->publisher != NULL && !add (connection, article_id, draft->publisher, TRUE, error))
    return FALSE;

  for (gsize i = 0; draft->networks != NULL && draft->networks[i] != NULL; i++)
    if (!add (connection, article_id, draft->networks[i], FALSE, error))
      return FALSE;

  return TRUE;
}

/**
 * cn_membership_table_replace:
 *
 * Makes the article's networks what @draft says.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_CONSTRAINT when a key is none of the registry's
 */
gboolean
cn_membership_table_replace (CnConnection          *connection,
                             gint64                 article_id,
                             const CnArticleDraft  *draft,
                             GError               **error)
{
  return cn_membership_table_clear (connection, article_id, error) &&
         cn_membership_table_add (connection, article_id, draft, error);
}

/**
 * cn_membership_table_set_publisher:
 * @key: of the network that published it
 * @changed: (out): whether that was not known before
 *
 * Makes a network the publisher of an article. What was thought to be it stays one that the article is about.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_CONSTRAINT when the key is none of the registry's
 */
gboolean
cn_membership_table_set_publisher (CnConnection  *connection,
                                   gint64         article_id,
                                   const char    *key,
                                   gboolean      *changed,
                                   GError       **error)
{
  g_autoptr (CnStatement) demote = cn_connection_prepare (connection, SQL_DEMOTE, error);
  g_autoptr (CnStatement) promote = cn_connection_prepare (connection, SQL_PROMOTE, error);
  gint64 network_id;
  CnStep step;

  if (demote == NULL || promote == NULL || !cn_network_table_find (connection, key, &network_id, error))
    return FALSE;

  cn_statement_bind_int64 (demote, ":article", article_id);
  cn_statement_bind_int64 (demote, ":network", network_id);
  if (!cn_statement_run (demote, error))
    return FALSE;

  cn_statement_bind_int64 (promote, ":article", article_id);
  cn_statement_bind_int64 (promote, ":network", network_id);
  step = cn_statement_step (promote, error);
  *changed = step == CN_STEP_ROW;
  return step != CN_STEP_ERROR;
}

/**
 * cn_membership_table_load:
 * @row: a row with its id
 *
 * Fills in publisher and networks, the publisher first, the others in the registry's order.
 */
gboolean
cn_membership_table_load (CnConnection  *connection,
                          CnArticleRow  *row,
                          GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LOAD, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", row->id);
  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    {
      g_strv_builder_add (builder, cn_statement_get_text (statement, 0));
      if (cn_statement_get_boolean (statement, 1))
        row->publisher = cn_statement_dup_text (statement, 0);
    }

  row->networks = g_strv_builder_end (builder);
  return step == CN_STEP_DONE;
}
