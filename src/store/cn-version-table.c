/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "article_version": the texts, append-only; what is quoted from a version can be found in it for ever.
 *
 * One text is one version in the whole store, whatever article it came for: its hash is unique. Every function runs on
 * the thread of its connection, the changing ones within a transaction; %FALSE comes with @error set. */

#include "config.h"

#include "cn-version-table.h"
#include "cn-clock.h"
#include "cn-statement.h"

static const char SQL_FIND[] =
  "SELECT article_id, number FROM article_version WHERE text_hash = :hash";

static const char SQL_LAST[] =
  "SELECT max (number) FROM article_version WHERE article_id = :article";

static const char SQL_INSERT[] =
  "INSERT INTO article_version (article_id, number, import_id, fetched_at, text_hash, published_start, published_end,"
  "                             layout, text)"
  " VALUES (:article, :number, :import, :now, :hash, :published_start, :published_end, :layout, :text)";

static const char SQL_LOAD[] =
  "SELECT number, fetched_at, published_start, published_end, layout, text"
  "  FROM article_version"
  " WHERE article_id = :article AND number = (SELECT version FROM article WHERE id = :article)";

/**
 * cn_version_table_find:
 * @article_id: (out): the article that has that text in one of its versions, 0 when none has
 * @number: (out): which of them it is
 */
gboolean
cn_version_table_find (CnConnection  *connection,
                       GBytes        *text_hash,
                       gint64        *article_id,
                       gint64        *number,
                       GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND, error);
  CnStep step;

  *article_id = 0;
  *number = 0;
  if (statement == NULL)
    return FALSE;

  cn_statement_bind_bytes (statement, ":hash", text_hash);
  step = cn_statement_step (statement, error);
  if (step == CN_STEP_ROW)
    {
      *article_id = cn_statement_get_int64 (statement, 0);
      *number = cn_statement_get_int64 (statement, 1);
    }
  return step != CN_STEP_ERROR;
}

static gboolean
find_last (CnConnection  *connection,
           gint64         article_id,
           gint64        *number,
           GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LAST, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  if (cn_statement_step (statement, error) != CN_STEP_ROW)
    return FALSE;

  *number = cn_statement_get_int64 (statement, 0); /* of nothing: 0 */
  return TRUE;
}

/**
 * cn_version_table_add:
 * @number: (out): the number of the version: one more than the last, 1 for an article that has none
 *
 * Adds the draft's text as the next version of an article.
 */
gboolean
cn_version_table_add (CnConnection          *connection,
                      gint64                 article_id,
                      gint64                 import_id,
                      const CnArticleDraft  *draft,
                      gint64                *number,
                      GError               **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_INSERT, error);

  if (statement == NULL || !find_last (connection, article_id, number, error))
    return FALSE;

  *number += 1;
  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":number", *number);
  cn_statement_bind_int64 (statement, ":import", import_id);
  cn_statement_bind_int64 (statement, ":now", cn_clock_get_seconds ());
  cn_statement_bind_bytes (statement, ":hash", draft->text_hash);
  cn_statement_bind_bytes (statement, ":layout", draft->layout);
  cn_statement_bind_text (statement, ":text", draft->text);
  if (draft->published_quote_start >= 0)
    {
      cn_statement_bind_int64 (statement, ":published_start", draft->published_quote_start);
      cn_statement_bind_int64 (statement, ":published_end", draft->published_quote_end);
    }
  return cn_statement_run (statement, error);
}

/**
 * cn_version_table_load:
 * @record: a record with its row
 *
 * Fills in the version that the article shows.
 */
gboolean
cn_version_table_load (CnConnection     *connection,
                       CnArticleRecord  *record,
                       GError          **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LOAD, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", record->row->id);
  step = cn_statement_step (statement, error);
  if (step == CN_STEP_DONE)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED, "%s: article %" G_GINT64_FORMAT " has no text",
                 cn_connection_get_path (connection), record->row->id);
  if (step != CN_STEP_ROW)
    return FALSE;

  record->version = (int) cn_statement_get_int64 (statement, 0);
  record->fetched_at = cn_statement_get_int64 (statement, 1);
  if (!cn_statement_is_null (statement, 2))
    {
      record->published_quote_start = cn_statement_get_int64 (statement, 2);
      record->published_quote_end = cn_statement_get_int64 (statement, 3);
    }
  record->layout = cn_statement_dup_bytes (statement, 4);
  record->text = cn_statement_dup_text (statement, 5);
  return TRUE;
}
