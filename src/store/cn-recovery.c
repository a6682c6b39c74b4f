/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sound store out of the rows that a damaged one still holds.
 *
 * A row is known by its number of values and, where tables have the same, by what the schema lets into each of them:
 * a name in the place of a number, a hash in the place of an address. So neither the damaged file's schema nor any tree
 * of it is needed. Ids are kept. What is missing between
 * the rows is then made up for without inventing anything: a text whose article is lost becomes one without title and
 * date, an article whose text is lost keeps the beginning that its row has, and tallies are counted anew. The outcome
 * passes the check that every copy passes.
 *
 * Runs on the thread of the target's connection. It only reads the damaged file. */

#include "config.h"

#include "cn-recovery.h"
#include "cn-row-scanner.h"
#include "cn-schema.h"

#include <sqlite3.h>
#include <string.h>

/* The tables of version 1, those first that others refer to. "store" and "tally" are the new file's own, and tallies
 * are counted anew. A step that adds a table or a column has to say so here. */
static const struct
{
  gboolean    is_keyed;
  guint       n_values;
  const char *insert; /* ?1 is the first value, or the row's own id where it has one, and so on */
} tables[] = {
  { TRUE, 3, "INSERT OR IGNORE INTO import VALUES (?1, ?2, ?3)" },
  { TRUE, 10, "INSERT OR IGNORE INTO network VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0)" },
  { TRUE, 16,
    "INSERT OR IGNORE INTO article"
    " VALUES (?1, iif (?10 IS NULL, 0, ?2), ?3, ?4, ?5, ?6, ?7, ?8, ifnull (?9, ''), ?10, ?11, ?12, ?13, ?14, ?15,"
    "         ifnull (?16, 1))" },
  { TRUE, 10, "INSERT OR IGNORE INTO article_version VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
  { TRUE, 11, "INSERT OR IGNORE INTO snapshot VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)" },
  { TRUE, 4, "INSERT OR IGNORE INTO snapshot_network VALUES (?1, ?2, ?3, ?4)" },
  { TRUE, 10, "INSERT OR IGNORE INTO origin VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
  { FALSE, 7, "INSERT OR IGNORE INTO article_network VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)" },
};

/* What the rows found lack to be a store, in an order in which each step can rely on those before it. */
static const char * const repairs[] = {
  /* An import that is only referred to: when it began is not known better than by what it brought. */
  "INSERT INTO import (id, started_at)"
  " SELECT import_id, min (moment)"
  "   FROM (SELECT import_id, fetched_at AS moment FROM article_version"
  "         UNION ALL SELECT import_id, seen_at FROM origin)"
  "  WHERE import_id NOT IN (SELECT id FROM import) GROUP BY import_id",

  "UPDATE network SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM network)",

  /* A text without its article. */
  "INSERT INTO article (id, sort_key, title, snippet, version)"
  " SELECT article_id, 0, (SELECT max (title) FROM origin WHERE origin.article_id = article_version.article_id),"
  "        substr (text, 1, 300), number"
  "   FROM article_version"
  "  WHERE article_id NOT IN (SELECT id FROM article)"
  "    AND number = (SELECT max (number) FROM article_version AS other"
  "                   WHERE other.article_id = article_version.article_id)",

  "UPDATE article"
  "   SET snippet = ifnull ((SELECT substr (text, 1, 300) FROM article_version WHERE article_id = article.id"
  "                           ORDER BY number DESC LIMIT 1), '')"
  " WHERE snippet = ''",

  "DELETE FROM origin WHERE article_id NOT IN (SELECT id FROM article)",

  /* An article without any text: its import is that of its origin, or one made for all that have none. Its hash is
   * nobody's, so that the whole text is taken when it comes again. */
  "INSERT INTO import (id, started_at)"
  " SELECT (SELECT ifnull (max (id), 0) + 1 FROM import), unixepoch ()"
  "  WHERE EXISTS (SELECT 1 FROM article WHERE id NOT IN (SELECT article_id FROM article_version)"
  "                                        AND id NOT IN (SELECT article_id FROM origin))",

  "INSERT INTO article_version (article_id, number, import_id, fetched_at, text_hash, text)"
  " SELECT id, 1, import_id, (SELECT started_at FROM import WHERE import.id = import_id), randomblob (32), snippet"
  "   FROM (SELECT id, snippet, ifnull ((SELECT min (import_id) FROM origin WHERE article_id = article.id),"
  "                                     (SELECT max (id) FROM import)) AS import_id"
  "           FROM article WHERE id NOT IN (SELECT article_id FROM article_version))",

  "DELETE FROM snapshot_network WHERE version_id NOT IN (SELECT version_id FROM snapshot)"
  "                                OR network_id NOT IN (SELECT id FROM network)",
  "DELETE FROM snapshot_network WHERE version_id NOT IN (SELECT id FROM article_version)",
  "DELETE FROM snapshot WHERE version_id NOT IN (SELECT id FROM article_version)",

  /* What was said of a text that is lost is said of the newest that is left. */
  "UPDATE article SET version = (SELECT max (number) FROM article_version WHERE article_id = article.id)"
  " WHERE NOT EXISTS (SELECT 1 FROM article_version WHERE article_id = article.id AND number = article.version)",

  "UPDATE origin SET version = (SELECT version FROM article WHERE id = origin.article_id)"
  " WHERE NOT EXISTS (SELECT 1 FROM article_version"
  "                    WHERE article_id = origin.article_id AND number = origin.version)",

  /* Versions are numbered without gaps. */
  "UPDATE article SET version = (SELECT count (*) FROM article_version"
  "                               WHERE article_id = article.id AND number <= article.version)",

  "UPDATE origin SET version = (SELECT count (*) FROM article_version"
  "                              WHERE article_id = origin.article_id AND number <= origin.version)",

  "UPDATE article_version SET number = number + 1000000000"
  " WHERE article_id IN (SELECT article_id FROM article_version GROUP BY article_id HAVING max (number) <> count (*))",

  "UPDATE article_version SET number = ranked.rank"
  "  FROM (SELECT id, row_number () OVER (PARTITION BY article_id ORDER BY number) AS rank FROM article_version) AS ranked"
  " WHERE ranked.id = article_version.id AND article_version.number > 1000000000",

  "INSERT INTO origin (article_id, import_id, seen_at, address, version)"
  " SELECT article_id, import_id, fetched_at, '', number FROM article_version"
  "  WHERE number = (SELECT version FROM article WHERE id = article_version.article_id)"
  "    AND article_id NOT IN (SELECT article_id FROM origin)",

  "UPDATE article"
  "   SET is_hidden = NOT EXISTS (SELECT 1 FROM origin JOIN import ON import.id = origin.import_id"
  "                                WHERE origin.article_id = article.id AND import.undone_at IS NULL)",

  "DELETE FROM article_network"
  " WHERE article_id NOT IN (SELECT id FROM article) OR network_id NOT IN (SELECT id FROM network)",

  "UPDATE article_network"
  "   SET sort_key = article.sort_key, is_hidden = article.is_hidden, is_unread = article.is_unread,"
  "       is_starred = article.is_starred,"
  "       is_publisher = is_publisher AND network_id = (SELECT min (network_id) FROM article_network AS other"
  "                                                      WHERE other.article_id = article.id AND other.is_publisher)"
  "  FROM article WHERE article.id = article_network.article_id",

  "UPDATE network"
  "   SET n_articles = (SELECT count (*) FROM article_network WHERE network_id = network.id AND is_hidden = 0),"
  "       n_unread = (SELECT count (*) FROM article_network"
  "                    WHERE network_id = network.id AND is_hidden = 0 AND is_unread = 1)",

  "UPDATE tally"
  "   SET (n_articles, n_unread, n_starred) ="
  "       (SELECT count (*), ifnull (sum (is_unread), 0), ifnull (sum (is_starred), 0) FROM article"
  "         WHERE is_hidden = 0)",
};

/* One pass over the file for one table. */
typedef struct
{
  CnConnection *target;
  guint         table;
  sqlite3_stmt *statement;
  int           code;
} Pass;

/* Noise in the place of a text is no text. The rest of its row is not worse for it; where the schema insists on a text,
 * the row is none. */
static void
bind_value (sqlite3_stmt       *statement,
            int                 parameter,
            const CnFoundValue *value)
{
  switch (value->kind)
    {
    case CN_FOUND_NULL:
      sqlite3_bind_null (statement, parameter);
      return;
    case CN_FOUND_INTEGER:
      sqlite3_bind_int64 (statement, parameter, value->integer);
      return;
    case CN_FOUND_REAL:
      sqlite3_bind_double (statement, parameter, value->real);
      return;
    case CN_FOUND_TEXT:
      if (!g_utf8_validate_len ((const char *) value->bytes, value->size, NULL))
        sqlite3_bind_null (statement, parameter);
      else
        sqlite3_bind_text64 (statement, parameter, (const char *) value->bytes, value->size, SQLITE_STATIC,
                             SQLITE_UTF8);
      return;
    case CN_FOUND_BLOB:
      sqlite3_bind_blob64 (statement, parameter, value->bytes, value->size, SQLITE_STATIC);
      return;
    }
}

static gboolean
is_plausible (const CnFoundRow *row)
{
  return !row->is_keyed || (row->values[0].kind == CN_FOUND_NULL && row->id > 0);
}

static gboolean
add_row (const CnFoundRow *row,
         gpointer          data)
{
  Pass *pass = data;
  int n_parameters = sqlite3_bind_parameter_count (pass->statement);

  if (row->is_keyed != tables[pass->table].is_keyed || row->n_values != tables[pass->table].n_values ||
      !is_plausible (row))
    return TRUE;

  for (int i = 1; i <= n_parameters; i++)
    bind_value (pass->statement, i, &row->values[i - 1]);
  if (row->is_keyed)
    sqlite3_bind_int64 (pass->statement, 1, row->id);

  sqlite3_step (pass->statement);
  pass->code = sqlite3_reset (pass->statement);

  /* What the schema does not let in is no row of it. */
  if ((pass->code & 0xff) == SQLITE_CONSTRAINT || (pass->code & 0xff) == SQLITE_MISMATCH)
    pass->code = SQLITE_OK;
  return pass->code == SQLITE_OK && !cn_connection_is_cancelled (pass->target);
}

static gboolean
collect_table (CnPageFile    *file,
               CnConnection  *target,
               guint          table,
               GError       **error)
{
  sqlite3 *handle = cn_connection_get_handle (target);
  Pass pass = { target, table, NULL, SQLITE_OK };

  pass.code = sqlite3_prepare_v2 (handle, tables[table].insert, -1, &pass.statement, NULL);
  if (pass.code == SQLITE_OK)
    cn_row_scanner_run (file, add_row, &pass);
  sqlite3_finalize (pass.statement);

  if (pass.code == SQLITE_OK && cn_connection_is_cancelled (target))
    pass.code = SQLITE_INTERRUPT;
  return pass.code == SQLITE_OK || cn_connection_fail (target, pass.code, "collecting rows", error);
}

static gboolean
count (CnConnection  *target,
       const char    *sql,
       guint         *value,
       GError       **error)
{
  gint64 number = 0;

  if (!cn_connection_query_int64 (target, sql, &number, error))
    return FALSE;
  *value = (guint) number;
  return TRUE;
}

static gboolean
collect_and_repair (CnPageFile        *file,
                    CnConnection      *target,
                    CnRecoveryReport  *report,
                    GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!collect_table (file, target, i, error))
      return FALSE;

  if (!count (target, "SELECT count (*) FROM article WHERE id NOT IN (SELECT article_id FROM article_version)",
              &report->n_shortened, error) ||
      !count (target, "SELECT count (DISTINCT article_id) FROM article_version"
                      " WHERE article_id NOT IN (SELECT id FROM article)", &report->n_untitled, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (repairs); i++)
    if (!cn_connection_exec (target, repairs[i], error))
      return FALSE;

  return count (target, "SELECT n_articles FROM tally", &report->n_articles, error);
}

static gboolean
set_rules (CnConnection  *target,
           gboolean       are_on,
           GError       **error)
{
  sqlite3 *handle = cn_connection_get_handle (target);
  int code = sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, are_on, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, are_on, NULL);
  return code == SQLITE_OK || cn_connection_fail (target, code, "setting the rules", error);
}

typedef struct
{
  guint8   identities[2][16]; /* of the tables "store" and "tally" */
  gboolean is_known[2];
} Identities;

static gboolean
note_identity (const CnFoundRow *row,
               gpointer          data)
{
  Identities *identities = data;
  gsize which = row->n_values == 2 ? 0 : 1;

  if (row->is_keyed && row->id == 1 && (row->n_values == 2 || row->n_values == 6) &&
      row->values[1].kind == CN_FOUND_BLOB && row->values[1].size == 16)
    {
      memcpy (identities->identities[which], row->values[1].bytes, 16);
      identities->is_known[which] = TRUE;
    }
  return TRUE;
}

/* "store" is never in a log and "tally" always is: they differ when the log is another store's (cn-tally-table.c). */
static void
drop_log_of_another_store (CnPageFile *file)
{
  Identities identities = { 0, };

  if (!cn_page_file_has_log (file))
    return;

  cn_row_scanner_run (file, note_identity, &identities);
  if (identities.is_known[0] && identities.is_known[1] &&
      memcmp (identities.identities[0], identities.identities[1], 16) != 0)
    cn_page_file_drop_log (file);
}

/**
 * cn_recovery_run:
 * @path: absolute; a store that may be damaged anywhere. It is only read, as is a log beside it
 * @target: an empty database
 * @steps: the SQL of version 1, 2, …
 * @report: (out): what was found
 *
 * Returns: %FALSE with @error set, %CN_STORE_ERROR_FOREIGN when there is not one article
 */
gboolean
cn_recovery_run (const char          *path,
                 CnConnection        *target,
                 const char * const  *steps,
                 CnRecoveryReport    *report,
                 GError             **error)
{
  g_autoptr (CnPageFile) file = NULL;
  gboolean success;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  file = cn_page_file_open (path, error);
  if (file == NULL || !cn_schema_upgrade (target, steps, error) || !set_rules (target, FALSE, error) ||
      !cn_connection_begin_write (target, error))
    return FALSE;

  drop_log_of_another_store (file);
  success = collect_and_repair (file, target, report, error);
  if (success && report->n_articles == 0)
    {
      g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN, "%s: not one article was found in it", path);
      success = FALSE;
    }
  if (!success)
    {
      cn_connection_rollback (target);
      return FALSE;
    }

  return cn_connection_commit (target, error) && set_rules (target, TRUE, error);
}
