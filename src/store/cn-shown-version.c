/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of its texts an article shows: the newest that an import which stands vouches for.
 *
 * So an import that is undone takes back the new texts that it brought, and one that is redone brings them again,
 * whatever came in between. An article for whose texts nobody vouches any more is not shown at all, and keeps the one
 * that it showed last. Runs on the writer's thread within its transaction. */

#include "config.h"

#include "cn-shown-version.h"
#include "cn-snapshot-table.h"
#include "cn-statement.h"

#define VOUCHED \
  "(SELECT max (origin.version) FROM origin JOIN import ON import.id = origin.import_id" \
  "  WHERE origin.article_id = article.id AND import.undone_at IS NULL)"

static const char SQL_FIND[] =
  "SELECT id, " VOUCHED " FROM article WHERE id = :article AND " VOUCHED " <> version";

static const char SQL_FIND_FOR_IMPORT[] =
  "SELECT id, " VOUCHED ", is_hidden FROM article"
  " WHERE id IN (SELECT article_id FROM origin WHERE import_id = :import) AND " VOUCHED " <> version";

static gboolean
show (CnConnection  *connection,
      gint64         article_id,
      gint64         version,
      gboolean      *changed,
      GError       **error)
{
  return cn_snapshot_table_take (connection, article_id, error) &&
         cn_snapshot_table_restore (connection, article_id, version, changed, error);
}

/**
 * cn_shown_version_update:
 * @changed: (out): whether the article shows another text than before
 *
 * Makes an article show what it should, after it has become known who vouches for its texts.
 *
 * Returns: %FALSE with @error set
 */
gboolean
cn_shown_version_update (CnConnection  *connection,
                         gint64         article_id,
                         gboolean      *changed,
                         GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND, error);
  gint64 version;
  CnStep step;

  *changed = FALSE;
  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":article", article_id);
  step = cn_statement_step (statement, error);
  if (step != CN_STEP_ROW)
    return step == CN_STEP_DONE;

  version = cn_statement_get_int64 (statement, 1);
  cn_statement_reset (statement);
  return show (connection, article_id, version, changed, error);
}

typedef struct
{
  gint64   article_id;
  gint64   version;
  gboolean is_hidden;
} Due;

/* All of them first: what is asked for is about to be changed. */
static GArray *
list_due (CnConnection  *connection,
          gint64         import_id,
          GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_FIND_FOR_IMPORT, error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Due));
  CnStep step;

  if (statement == NULL)
    return NULL;

  cn_statement_bind_int64 (statement, ":import", import_id);
  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    {
      Due due = { cn_statement_get_int64 (statement, 0), cn_statement_get_int64 (statement, 1),
                  cn_statement_get_boolean (statement, 2) };

      g_array_append_val (list, due);
    }

  return step == CN_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * cn_shown_version_update_for_import:
 * @import_id: an import that has just been undone or redone
 * @ids: (element-type gint64): the articles in sight that show another text than before are appended
 *
 * Makes the articles of an import show what they should.
 *
 * Returns: %FALSE with @error set
 */
gboolean
cn_shown_version_update_for_import (CnConnection  *connection,
                                    gint64         import_id,
                                    GArray        *ids,
                                    GError       **error)
{
  g_autoptr (GArray) list = list_due (connection, import_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Due *due = &g_array_index (list, Due, i);
      gboolean changed;

      if (!show (connection, due->article_id, due->version, &changed, error))
        return FALSE;
      if (changed && !due->is_hidden)
        g_array_append_val (ids, due->article_id);
    }

  return list != NULL;
}
