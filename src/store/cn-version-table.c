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
  "SELECT article_id FROM article_version WHERE text_hash = :hash";

static const char SQL_FIRST[] =
  "INSERT INTO article_version (article_id, number, import_id, fetched_at, text_hash, published_start, published_end,"
  "                             layout, text)"
  " VALUES (:article, 1, :import, :now, :hash, :published_start, :published_end, :layout, :text)";

/* What the article was called until now goes with the new version: the article's row is about to be changed. */
static const char SQL_NEXT[] =
  "INSERT INTO article_version (article_id, number, import_id, fetched_at, text_hash, published_start, published_end,"
  "                             previous_title, previous_published, layout, text)"
  " SELECT article.id, max (last.number) + 1, :import, :now, :hash, :published_start, :published_end,"
  "        article.title, article.published, :layout, :text"
  "   FROM article JOIN article_version AS last ON last.article_id = article.id"
  "  WHERE article.id = :article";

static const char SQL_LOAD[] =
  "SELECT number, fetched_at, published_start, published_end, layout, text"
  "  FROM article_version WHERE article_id = :article ORDER BY number DESC LIMIT 1";

/**
 * cn_version_table_find:
 * @article_id: (out): the article that has that text in one of its versions, 0 when none has
 */
gboolean
cn_version_table_find (CnConnection  *connection,
                       GBytes        *text_hash,
                       gint64        *article_id,
                       GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_bytes (statement, ":hash", text_hash);
  step = cn_statement_step (statement, error);
  *article_id = step == CN_STEP_ROW ? cn_statement_get_int64 (statement, 0) : 0;
  return step != CN_STEP_ERROR;
}

static gboolean
append (CnConnection          *connection,
        const char            *sql,
        gint64                 article_id,
        gint64                 import_id,
        const CnArticleDraft  *draft,
        GError               **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
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
 * cn_version_table_add_first:
 *
 * Adds the draft's text as the first version of an article.
 */
gboolean
cn_version_table_add_first (CnConnection          *connection,
                            gint64                 article_id,
                            gint64                 import_id,
                            const CnArticleDraft  *draft,
                            GError               **error)
{
  return append (connection, SQL_FIRST, article_id, import_id, draft, error);
}

/**
 * cn_version_table_add_next:
 *
 * Adds the draft's text as the next version of an article; before cn_article_table_update(), whose old values it keeps.
 */
gboolean
cn_version_table_add_next (CnConnection          *connection,
                           gint64                 article_id,
                           gint64                 import_id,
                           const CnArticleDraft  *draft,
                           GError               **error)
{
  return append (connection, SQL_NEXT, article_id, import_id, draft, error);
}

/**
 * cn_version_table_load:
 * @record: a record with its row
 *
 * Fills in the newest version.
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
