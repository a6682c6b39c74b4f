/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain SQLite, as plain as it can be: see the header. */

#include "config.h"

#include "store-floor.h"

#include <sqlite3.h>
#include <string.h>

typedef enum
{
  INSERT,
  READ_ROW,
  READ_ARTICLE,
  LIST,
  LIST_AFTER,
  LIST_NETWORK,
  COUNT,
  N_STATEMENTS,
} Statement;

static const char * const sql[N_STATEMENTS] = {
  [INSERT] = "INSERT INTO t (url, date, network, title, snippet, text) VALUES (?, ?, ?, ?, ?, ?)",
  [READ_ROW] = "SELECT title, snippet, date, network FROM t WHERE id = ?",
  [READ_ARTICLE] = "SELECT title, url, date, network, text FROM t WHERE id = ?",
  [LIST] = "SELECT id, date FROM t ORDER BY date DESC, id DESC LIMIT ?",
  [LIST_AFTER] = "SELECT id, date FROM t WHERE (date, id) < (?2, ?3) ORDER BY date DESC, id DESC LIMIT ?1",
  [LIST_NETWORK] = "SELECT id, date FROM t WHERE network = ? ORDER BY date DESC, id DESC",
  [COUNT] = "SELECT network, count (*) FROM t GROUP BY network",
};

struct _StoreFloor
{
  sqlite3      *handle;
  sqlite3_stmt *statements[N_STATEMENTS];
};

static void
run (StoreFloor *self,
     const char *what)
{
  char *message = NULL;

  if (sqlite3_exec (self->handle, what, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", what, message);
}

StoreFloor *
store_floor_open (const char *path)
{
  StoreFloor *self = g_new0 (StoreFloor, 1);

  g_assert_cmpint (sqlite3_open_v2 (path, &self->handle,
                                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL), ==,
                   SQLITE_OK);
  run (self, "CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, url TEXT, date INTEGER, network TEXT,"
             "                              title TEXT, snippet TEXT, text TEXT);"
             "CREATE UNIQUE INDEX IF NOT EXISTS t_url ON t (url);"
             "CREATE INDEX IF NOT EXISTS t_date ON t (date);"
             "CREATE INDEX IF NOT EXISTS t_network ON t (network, date)");
  store_floor_set_durable (self, TRUE);

  for (int i = 0; i < N_STATEMENTS; i++)
    g_assert_cmpint (sqlite3_prepare_v3 (self->handle, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &self->statements[i],
                                         NULL), ==, SQLITE_OK);
  return self;
}

void
store_floor_close (StoreFloor *self)
{
  for (int i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  g_assert_cmpint (sqlite3_close (self->handle), ==, SQLITE_OK);
  g_free (self);
}

void
store_floor_set_durable (StoreFloor *self,
                         gboolean    is_durable)
{
  run (self, is_durable ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384"
                        : "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -2097152");
}

static void
insert (sqlite3_stmt         *statement,
        const CnArticleDraft *draft)
{
  const char *network = draft->publisher != NULL ? draft->publisher : "";

  sqlite3_bind_text (statement, 1, draft->url, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, cn_date_get_sort_key (draft->published));
  sqlite3_bind_text (statement, 3, network, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, draft->title, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, draft->snippet, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, draft->text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

void
store_floor_begin (StoreFloor *self)
{
  run (self, "BEGIN IMMEDIATE");
}

void
store_floor_insert (StoreFloor *self,
                    GPtrArray  *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    insert (self->statements[INSERT], g_ptr_array_index (drafts, i));
}

void
store_floor_commit (StoreFloor *self)
{
  run (self, "COMMIT");
}

/* Looks at what there is, as whoever asks has to. */
static guint
read_entries (sqlite3_stmt *statement)
{
  gint64 sum = 0;
  guint n_rows = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      sum += sqlite3_column_int64 (statement, 0) + sqlite3_column_int64 (statement, 1);
      n_rows++;
    }
  sqlite3_reset (statement);
  g_assert (sum != 0);
  return n_rows;
}

static guint
read_texts (sqlite3_stmt *statement)
{
  guint n_rows = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
      n_rows++;
    }
  sqlite3_reset (statement);
  return n_rows;
}

guint
store_floor_read_rows (StoreFloor   *self,
                       const gint64 *ids,
                       guint         n_ids)
{
  guint n_rows = 0;

  for (guint i = 0; i < n_ids; i++)
    {
      sqlite3_bind_int64 (self->statements[READ_ROW], 1, ids[i]);
      n_rows += read_texts (self->statements[READ_ROW]);
    }
  return n_rows;
}

guint
store_floor_read_article (StoreFloor *self,
                          gint64      id)
{
  sqlite3_bind_int64 (self->statements[READ_ARTICLE], 1, id);
  return read_texts (self->statements[READ_ARTICLE]);
}

guint
store_floor_list (StoreFloor            *self,
                  const CnTimelineEntry *after,
                  guint                  limit)
{
  sqlite3_stmt *statement = self->statements[after != NULL ? LIST_AFTER : LIST];

  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);
  if (after != NULL)
    {
      sqlite3_bind_int64 (statement, 2, after->sort_key);
      sqlite3_bind_int64 (statement, 3, after->id);
    }
  return read_entries (statement);
}

guint
store_floor_list_network (StoreFloor *self,
                          const char *network)
{
  sqlite3_bind_text (self->statements[LIST_NETWORK], 1, network, -1, SQLITE_STATIC);
  return read_entries (self->statements[LIST_NETWORK]);
}

guint
store_floor_count (StoreFloor *self)
{
  return read_texts (self->statements[COUNT]);
}
