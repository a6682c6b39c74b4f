/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a store keeps its word: SQLite's own checks, then the rules that the schema cannot say.
 *
 * Each rule is a query whose rows are the exceptions. They read everything, so that a large store takes as
 * long as its disk does; hence a connection of its own and one transaction, in which nothing moves. Runs on
 * the thread of the connection. */

#include "config.h"

#include "cn-check.h"
#include "cn-statement.h"

#include <string.h>

/* A file that is damaged at all is usually damaged at thousands of places, and nobody reads them. */
#define MAX_PROBLEMS "100"

/* One column of words for each exception. */
static const char * const rules[] = {
  "SELECT \"table\" || ': row ' || coalesce (rowid, '?') || ' refers to a missing row of ' || parent"
  "  FROM pragma_foreign_key_check LIMIT " MAX_PROBLEMS,

  "SELECT 'tally: the identities differ' FROM store JOIN tally ON tally.id = store.id"
  " WHERE store.identity IS NOT tally.identity",

  "SELECT 'tally: there is not exactly one row' WHERE (SELECT count (*) FROM tally JOIN store) <> 1",

  "SELECT 'tally: kept ' || kept.n_articles || ', ' || kept.n_unread || ', ' || kept.n_starred"
  "       || ', counted ' || counted.n_articles || ', ' || counted.n_unread || ', ' || counted.n_starred"
  "  FROM tally AS kept,"
  "       (SELECT count (*) AS n_articles, count (*) FILTER (WHERE read_at IS NULL) AS n_unread,"
  "               count (starred_at) AS n_starred FROM article WHERE is_hidden = 0) AS counted"
  " WHERE (kept.n_articles, kept.n_unread, kept.n_starred)"
  "       IS NOT (counted.n_articles, counted.n_unread, counted.n_starred)",

  "SELECT 'network ' || network.key || ': kept ' || network.n_articles || ', ' || network.n_unread"
  "       || ', counted ' || coalesce (counted.n_articles, 0) || ', ' || coalesce (counted.n_unread, 0)"
  "  FROM network LEFT JOIN"
  "       (SELECT network_id, sum (NOT is_hidden) AS n_articles, sum (is_unread AND NOT is_hidden) AS n_unread"
  "          FROM article_network GROUP BY network_id) AS counted ON counted.network_id = network.id"
  " WHERE (network.n_articles, network.n_unread)"
  "       IS NOT (coalesce (counted.n_articles, 0), coalesce (counted.n_unread, 0))",

  "SELECT 'article ' || article.id || ': its place or marks in a network differ from its own'"
  "  FROM article_network JOIN article ON article.id = article_network.article_id"
  " WHERE (article_network.sort_key, article_network.is_hidden, article_network.is_unread, article_network.is_starred)"
  "       IS NOT (article.sort_key, article.is_hidden, article.is_unread, article.is_starred)"
  " LIMIT " MAX_PROBLEMS,

  "SELECT 'article ' || article_id || ': it has ' || count (*) || ' publishers'"
  "  FROM article_network WHERE is_publisher = 1 GROUP BY article_id HAVING count (*) > 1 LIMIT " MAX_PROBLEMS,

  "SELECT 'article ' || id || ': it has no text' FROM article"
  " WHERE NOT EXISTS (SELECT 1 FROM article_version WHERE article_id = article.id) LIMIT " MAX_PROBLEMS,

  "SELECT 'article ' || article_id || ': a version is missing' FROM article_version"
  " GROUP BY article_id HAVING max (number) <> count (*) LIMIT " MAX_PROBLEMS,

  "SELECT 'article ' || id || ': the text that it shows is missing' FROM article"
  " WHERE NOT EXISTS (SELECT 1 FROM article_version WHERE article_id = article.id AND number = article.version)"
  " LIMIT " MAX_PROBLEMS,

  "SELECT 'article ' || id || iif (is_hidden, ': it is hidden, but an import that stands vouches for it',"
  "                                           ': it is shown, but no import that stands vouches for it')"
  "  FROM article"
  " WHERE is_hidden = EXISTS (SELECT 1 FROM origin JOIN import ON import.id = origin.import_id"
  "                            WHERE origin.article_id = article.id AND import.undone_at IS NULL)"
  " LIMIT " MAX_PROBLEMS,
};

static gboolean
collect (CnConnection  *connection,
         const char    *sql,
         GStrvBuilder  *problems,
         GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    if (!g_str_equal (cn_statement_get_text (statement, 0), "ok"))
      g_strv_builder_add (problems, cn_statement_get_text (statement, 0));

  return step == CN_STEP_DONE;
}

/* Damage may show itself as an error of a query instead of as a row; it is an answer like the others. */
static gboolean
collect_or_note (CnConnection  *connection,
                 const char    *sql,
                 GStrvBuilder  *problems,
                 GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  if (collect (connection, sql, problems, &local_error))
    return TRUE;

  if (g_error_matches (local_error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED) ||
      g_error_matches (local_error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN))
    {
      g_strv_builder_add (problems, local_error->message);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * cn_check_run:
 *
 * Returns: (transfer full): what is wrong, one line each, empty when all is well; %NULL with @error set when the check
 *   itself could not be carried out
 */
GStrv
cn_check_run (CnConnection  *connection,
              GError       **error)
{
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();
  gboolean success;

  if (!cn_connection_begin_read (connection, error))
    return NULL;

  success = collect_or_note (connection, "PRAGMA integrity_check (" MAX_PROBLEMS ")", problems, error);
  for (gsize i = 0; success && i < G_N_ELEMENTS (rules); i++)
    success = collect_or_note (connection, rules[i], problems, error);

  cn_connection_rollback (connection);
  return success ? g_strv_builder_end (problems) : NULL;
}

/* SQLite's check reports a page that the disk would not give like one whose content is wrong. Only the latter
 * is damage; the former may be over in a moment. SQLITE_CORRUPT is 11. */
static gboolean
fail_with (CnConnection  *connection,
           const char    *problem,
           GError       **error)
{
  gboolean is_unreadable = strstr (problem, "unable to get the page. error code=") != NULL &&
                           strstr (problem, "code=11") == NULL;

  g_set_error (error, CN_STORE_ERROR, is_unreadable ? CN_STORE_ERROR_FAILED : CN_STORE_ERROR_DAMAGED, "%s: %s",
               cn_connection_get_path (connection), problem);
  return FALSE;
}

/**
 * cn_check_whole:
 *
 * cn_check_run() for those who want a sound store or none.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_DAMAGED when something is wrong
 */
gboolean
cn_check_whole (CnConnection  *connection,
                GError       **error)
{
  g_auto (GStrv) problems = cn_check_run (connection, error);

  if (problems == NULL)
    return FALSE;
  return problems[0] == NULL || fail_with (connection, problems[0], error);
}

/**
 * cn_check_quick:
 *
 * The part of SQLite's check that reads each page once; for small files while they are being opened.
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_DAMAGED when something is wrong
 */
gboolean
cn_check_quick (CnConnection  *connection,
                GError       **error)
{
  g_autofree char *answer = cn_connection_query_text (connection, "PRAGMA quick_check (1)", error);

  if (answer == NULL)
    return FALSE;
  return g_str_equal (answer, "ok") || fail_with (connection, answer, error);
}
