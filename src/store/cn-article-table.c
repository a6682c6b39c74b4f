/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "article": what a timeline row shows, the marks, and whether the article is shown at all.
 *
 * Tallies and the flags in "article_network" follow by triggers; nothing here keeps them. Every function runs
 * on the thread of its connection, the changing ones within a transaction; %FALSE comes with @error set. */

#include "config.h"

#include "cn-article-table.h"
#include "cn-clock.h"
#include "cn-json-strings.h"
#include "cn-membership-table.h"
#include "cn-statement.h"

static const char SQL_INSERT[] =
  "INSERT INTO article (sort_key, title, snippet, published, language, updated, authors, site_name, summary)"
  " VALUES (:sort_key, :title, :snippet, :published, :language, :updated, :authors, :site_name, :summary)"
  " RETURNING id";

static const char SQL_UPDATE[] =
  "UPDATE article"
  "   SET sort_key = :sort_key, title = :title, snippet = :snippet, published = :published, language = :language,"
  "       updated = :updated, authors = :authors, site_name = :site_name, summary = :summary, version = :version"
  " WHERE id = :id";

static const char SQL_SHOW[] =
  "UPDATE article SET is_hidden = 0 WHERE id = :id AND is_hidden = 1 RETURNING id";

/* An article goes when no import that stands vouches for any of its origins. */
static const char SQL_HIDE_IMPORT[] =
  "UPDATE article SET is_hidden = 1"
  " WHERE is_hidden = 0 AND id IN (SELECT article_id FROM origin WHERE import_id = :import)"
  "   AND NOT EXISTS (SELECT 1 FROM origin JOIN import ON import.id = origin.import_id"
  "                    WHERE origin.article_id = article.id AND import.undone_at IS NULL)"
  " RETURNING id";

static const char SQL_SHOW_IMPORT[] =
  "UPDATE article SET is_hidden = 0"
  " WHERE is_hidden = 1 AND id IN (SELECT article_id FROM origin WHERE import_id = :import)"
  " RETURNING id";

static const char SQL_MARK_READ[] =
  "UPDATE article SET read_at = :now, is_unread = 0 WHERE id = :id AND is_hidden = 0 AND is_unread = 1 RETURNING id";
static const char SQL_MARK_UNREAD[] =
  "UPDATE article SET read_at = NULL, is_unread = 1 WHERE id = :id AND is_hidden = 0 AND is_unread = 0 RETURNING id";
static const char SQL_MARK_STARRED[] =
  "UPDATE article SET starred_at = :now, is_starred = 1"
  " WHERE id = :id AND is_hidden = 0 AND is_starred = 0 RETURNING id";
static const char SQL_MARK_UNSTARRED[] =
  "UPDATE article SET starred_at = NULL, is_starred = 0"
  " WHERE id = :id AND is_hidden = 0 AND is_starred = 1 RETURNING id";

static const char SQL_LOAD_ROW[] =
  "SELECT title, snippet, language, published, is_unread, is_starred FROM article WHERE id = :id AND is_hidden = 0";

static const char SQL_LOAD_DETAILS[] =
  "SELECT updated, authors, site_name, summary FROM article WHERE id = :id";

/* What insert and update have in common. The strings stay the caller's until the statement has run. */
static void
bind_draft (CnStatement          *statement,
            const CnArticleDraft *draft,
            const char           *published,
            const char           *updated,
            const char           *authors)
{
  cn_statement_bind_int64 (statement, ":sort_key", cn_date_get_sort_key (draft->published));
  cn_statement_bind_text (statement, ":title", draft->title);
  cn_statement_bind_text (statement, ":snippet", draft->snippet != NULL ? draft->snippet : "");
  cn_statement_bind_text (statement, ":published", published);
  cn_statement_bind_text (statement, ":language", draft->language);
  cn_statement_bind_text (statement, ":updated", updated);
  cn_statement_bind_text (statement, ":authors", authors);
  cn_statement_bind_text (statement, ":site_name", draft->site_name);
  cn_statement_bind_text (statement, ":summary", draft->summary);
}

/**
 * cn_article_table_insert:
 * @id: (out): row id of the new article
 *
 * Adds an article, shown, unread, without version, origin or network.
 */
gboolean
cn_article_table_insert (CnConnection          *connection,
                         const CnArticleDraft  *draft,
                         gint64                *id,
                         GError               **error)
{
  g_autofree char *published = cn_date_to_iso (draft->published);
  g_autofree char *updated = cn_date_to_iso (draft->updated);
  g_autofree char *authors = cn_json_strings_encode ((const char * const *) draft->authors);
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_INSERT, error);

  if (statement == NULL)
    return FALSE;

  bind_draft (statement, draft, published, updated, authors);
  if (cn_statement_step (statement, error) != CN_STEP_ROW)
    return FALSE;

  *id = cn_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * cn_article_table_update:
 * @version: the number of the version that has the draft's text, which the article is to show
 *
 * Gives an article what one of its versions says. Marks stay.
 */
gboolean
cn_article_table_update (CnConnection          *connection,
                         gint64                 id,
                         gint64                 version,
                         const CnArticleDraft  *draft,
                         GError               **error)
{
  g_autofree char *published = cn_date_to_iso (draft->published);
  g_autofree char *updated = cn_date_to_iso (draft->updated);
  g_autofree char *authors = cn_json_strings_encode ((const char * const *) draft->authors);
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_UPDATE, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":id", id);
  cn_statement_bind_int64 (statement, ":version", version);
  bind_draft (statement, draft, published, updated, authors);
  return cn_statement_run (statement, error);
}

/* Runs an UPDATE … RETURNING id; appends the ids to the array. */
static gboolean
collect_ids (CnStatement  *statement,
             GArray       *ids,
             GError      **error)
{
  CnStep step;

  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    {
      gint64 id = cn_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == CN_STEP_DONE;
}

/**
 * cn_article_table_show:
 * @was_hidden: (out): whether it was not shown before
 */
gboolean
cn_article_table_show (CnConnection  *connection,
                       gint64         id,
                       gboolean      *was_hidden,
                       GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_SHOW, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":id", id);
  step = cn_statement_step (statement, error);
  *was_hidden = step == CN_STEP_ROW;
  return step != CN_STEP_ERROR;
}

static gboolean
run_for_import (CnConnection  *connection,
                const char    *sql,
                gint64         import_id,
                GArray        *ids,
                GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":import", import_id);
  return collect_ids (statement, ids, error);
}

/**
 * cn_article_table_hide_import:
 * @import_id: an import that has been undone
 * @ids: (element-type gint64): the articles that are no longer shown are appended
 */
gboolean
cn_article_table_hide_import (CnConnection  *connection,
                              gint64         import_id,
                              GArray        *ids,
                              GError       **error)
{
  return run_for_import (connection, SQL_HIDE_IMPORT, import_id, ids, error);
}

/**
 * cn_article_table_show_import:
 * @import_id: an import that stands again
 * @ids: (element-type gint64): the articles that are shown again are appended
 */
gboolean
cn_article_table_show_import (CnConnection  *connection,
                              gint64         import_id,
                              GArray        *ids,
                              GError       **error)
{
  return run_for_import (connection, SQL_SHOW_IMPORT, import_id, ids, error);
}

/**
 * cn_article_table_set_mark:
 * @changed: (out): whether there is such an article, shown, and it was not so marked already
 */
gboolean
cn_article_table_set_mark (CnConnection  *connection,
                           gint64         id,
                           CnMark         mark,
                           gboolean       is_set,
                           gboolean      *changed,
                           GError       **error)
{
  static const char * const sql[2][2] = {
    [CN_MARK_READ] = { SQL_MARK_UNREAD, SQL_MARK_READ },
    [CN_MARK_STARRED] = { SQL_MARK_UNSTARRED, SQL_MARK_STARRED },
  };
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql[mark][is_set ? 1 : 0], error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":id", id);
  if (is_set)
    cn_statement_bind_int64 (statement, ":now", cn_clock_get_seconds ());
  step = cn_statement_step (statement, error);
  *changed = step == CN_STEP_ROW;
  return step != CN_STEP_ERROR;
}

static CnDate
get_date (CnStatement *statement,
          int          column)
{
  const char *iso = cn_statement_get_text (statement, column);
  CnDate date = CN_DATE_NONE;

  if (iso != NULL && !cn_date_from_iso (iso, &date))
    return CN_DATE_NONE;
  return date;
}

/**
 * cn_article_table_load_row:
 *
 * Returns: (transfer full): the row, %NULL with @error set: %CN_STORE_ERROR_NOT_FOUND when there is no such article or
 *   it is hidden
 */
CnArticleRow *
cn_article_table_load_row (CnConnection  *connection,
                           gint64         id,
                           GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LOAD_ROW, error);
  g_autoptr (CnArticleRow) row = NULL;
  CnStep step;

  if (statement == NULL)
    return NULL;

  cn_statement_bind_int64 (statement, ":id", id);
  step = cn_statement_step (statement, error);
  if (step == CN_STEP_DONE)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND, "%s: there is no article %" G_GINT64_FORMAT,
                 cn_connection_get_path (connection), id);
  if (step != CN_STEP_ROW)
    return NULL;

  row = cn_article_row_new ();
  row->id = id;
  row->title = cn_statement_dup_text (statement, 0);
  row->snippet = cn_statement_dup_text (statement, 1);
  row->language = cn_statement_dup_text (statement, 2);
  row->published = get_date (statement, 3);
  row->is_read = !cn_statement_get_boolean (statement, 4);
  row->is_starred = cn_statement_get_boolean (statement, 5);
  if (!cn_membership_table_load (connection, row, error))
    return NULL;
  return g_steal_pointer (&row);
}

/**
 * cn_article_table_load_details:
 * @record: a record with its row
 *
 * Fills in what the article's page shows beside the row, and this table has.
 */
gboolean
cn_article_table_load_details (CnConnection     *connection,
                               CnArticleRecord  *record,
                               GError          **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_LOAD_DETAILS, error);
  const char *authors;
  CnStep step;

  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":id", record->row->id);
  step = cn_statement_step (statement, error);
  if (step == CN_STEP_DONE)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED, "%s: article %" G_GINT64_FORMAT " has lost its row",
                 cn_connection_get_path (connection), record->row->id);
  if (step != CN_STEP_ROW)
    return FALSE;

  record->updated = get_date (statement, 0);
  record->site_name = cn_statement_dup_text (statement, 2);
  record->summary = cn_statement_dup_text (statement, 3);

  authors = cn_statement_get_text (statement, 1);
  if (authors == NULL)
    return TRUE;
  record->authors = cn_json_strings_decode (connection, authors, error);
  return record->authors != NULL;
}
