/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "origin": where articles were met with which of their texts, and which import vouches for it.
 *
 * An origin is an address together with the canonical address that the document there gives and the text that stood
 * there: a page that was changed is met twice. Which texts are vouched for decides what an article shows
 * (cn-shown-version.c). Every function runs on the thread of its connection, the changing ones within a transaction;
 * %FALSE comes with @error set. */

#include "config.h"

#include "cn-origin-table.h"
#include "cn-clock.h"
#include "cn-statement.h"

static const char SQL_FIND_URL[] =
  "SELECT article_id FROM origin WHERE url = :url ORDER BY id LIMIT 1";

static const char SQL_FIND[] =
  "SELECT origin.id, import.undone_at"
  "  FROM origin JOIN import ON import.id = origin.import_id"
  " WHERE origin.article_id = :article AND origin.version = :version AND origin.address = :address"
  "   AND origin.url IS :url";

/* Title and date are kept where they differ from the article's, which for its first origin they never do. */
static const char SQL_INSERT[] =
  "INSERT INTO origin (article_id, version, import_id, seen_at, address, url, document_id, title, published)"
  " SELECT id, :version, :import, :now, :address, :url, :document_id,"
  "        nullif (:title, title), nullif (:published, published)"
  "   FROM article WHERE id = :article";

static const char SQL_ADOPT[] =
  "UPDATE origin SET import_id = :import WHERE id = :id";

/* A page that was met with several texts is one place; the other columns are those of the row with the least id. */
static const char SQL_LOAD[] =
  "SELECT origin.address, origin.seen_at, origin.url, origin.document_id, min (origin.id)"
  "  FROM origin JOIN import ON import.id = origin.import_id"
  " WHERE origin.article_id = :article AND import.undone_at IS NULL"
  " GROUP BY origin.address, origin.url ORDER BY min (origin.id)";

/**
 * cn_origin_table_find_url:
 * @article_id: (out): the article of that canonical address, 0 when there is none
 */
gboolean
cn_origin_table_find_url (CnConnection  *connection,
                          const char    *url,
                          gint64        *article_id,
                          GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND_URL, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_text (statement, ":url", url);
  step = cn_statement_step (statement, error);
  *article_id = step == CN_STEP_ROW ? cn_statement_get_int64 (statement, 0) : 0;
  return step != CN_STEP_ERROR;
}

static const char *
get_address (const CnArticleDraft *draft)
{
  return draft->origin != NULL ? draft->origin : "";
}

/**
 * cn_origin_table_find:
 * @version: the number of the article's version that has the draft's text
 * @id: (out): row id of the draft's origin for that article, 0 when it is new
 * @state: (out): whether it is new, and whether it still counts
 */
gboolean
cn_origin_table_find (CnConnection          *connection,
                      gint64                 article_id,
                      gint64                 version,
                      const CnArticleDraft  *draft,
                      gint64                *id,
                      CnOriginState         *state,
                      GError               **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND, error);
  CnStep step;

  *id = 0;
  *state = CN_ORIGIN_NEW;
  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":version", version);
  cn_statement_bind_text (statement, ":address", get_address (draft));
  cn_statement_bind_text (statement, ":url", draft->url);
  step = cn_statement_step (statement, error);
  if (step == CN_STEP_ROW)
    {
      *id = cn_statement_get_int64 (statement, 0);
      *state = cn_statement_is_null (statement, 1) ? CN_ORIGIN_STANDING : CN_ORIGIN_UNDONE;
    }
  return step != CN_STEP_ERROR;
}

/**
 * cn_origin_table_insert:
 * @version: the number of the article's version that has the draft's text
 *
 * Adds the draft's origin to a version that exists.
 */
gboolean
cn_origin_table_insert (CnConnection          *connection,
                        gint64                 article_id,
                        gint64                 version,
                        gint64                 import_id,
                        const CnArticleDraft  *draft,
                        GError               **error)
{
  g_autofree char *published = cn_date_to_iso (draft->published);
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_INSERT, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  cn_statement_bind_int64 (statement, ":version", version);
  cn_statement_bind_int64 (statement, ":import", import_id);
  cn_statement_bind_int64 (statement, ":now", cn_clock_get_seconds ());
  cn_statement_bind_text (statement, ":address", get_address (draft));
  cn_statement_bind_text (statement, ":url", draft->url);
  cn_statement_bind_text (statement, ":document_id", draft->document_id);
  cn_statement_bind_text (statement, ":title", draft->title);
  cn_statement_bind_text (statement, ":published", published);
  return cn_statement_run (statement, error);
}

/**
 * cn_origin_table_adopt:
 *
 * Makes another import vouch for an origin.
 */
gboolean
cn_origin_table_adopt (CnConnection  *connection,
                       gint64         id,
                       gint64         import_id,
                       GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_ADOPT, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":id", id);
  cn_statement_bind_int64 (statement, ":import", import_id);
  return cn_statement_run (statement, error);
}

/**
 * cn_origin_table_load:
 * @record: a record with its row
 *
 * Fills in the origins that count, oldest first, and the first canonical address and identifier among them.
 */
gboolean
cn_origin_table_load (CnConnection     *connection,
                      CnArticleRecord  *record,
                      GError          **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LOAD, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", record->row->id);
  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    {
      CnArticleOrigin *origin = g_new0 (CnArticleOrigin, 1);

      origin->address = cn_statement_dup_text (statement, 0);
      origin->seen_at = cn_statement_get_int64 (statement, 1);
      g_ptr_array_add (record->origins, origin);

      if (record->url == NULL)
        record->url = cn_statement_dup_text (statement, 2);
      if (record->document_id == NULL)
        record->document_id = cn_statement_dup_text (statement, 3);
    }

  return step == CN_STEP_DONE;
}
