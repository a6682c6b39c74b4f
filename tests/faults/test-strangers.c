/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies in a store's file and is none of its rows: recovering looks at every page and must not take it for one. */

#include "config.h"

#include "cn-store-recover.h"
#include "store-files.h"

#include <sqlite3.h>
#include <string.h>

/* Those whose rows have an id; in a table made by hand they look like the store's own. */
static const char * const tables[] = {
  "import", "network", "article", "article_version", "snapshot", "snapshot_network", "origin",
};

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  CnArticleDraft *next = test_full_draft ();
  gint64 import_id;

  store_fixture_init (self);
  store_fixture_open (self);
  store_fixture_sync_networks (self);
  import_id = test_await_int64 (cn_store_begin_import (self->store));
  test_add_to_import (self, import_id, test_full_draft (), NULL);
  test_add_to_import (self, import_id, test_draft ("/b", NULL, "another"), NULL);
  g_set_str (&next->text, "Bir şehir daha.");
  g_clear_pointer (&next->text_hash, g_bytes_unref);
  next->text_hash = g_bytes_new_static ("The hash of a text of its next v", 32);
  test_add_to_import (self, import_id, next, NULL);
  store_fixture_close (self);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  store_fixture_clear (self);
}

/* The answers of a query, each on a line. */
static char *
ask (const char *path,
     const char *sql)
{
  GString *answers = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (answers, "%s|", (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (answers, '\n');
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return g_string_free_and_steal (answers);
}

static char *
dump_tables (const char *path)
{
  GString *dump = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", tables[i]);
      g_autofree char *rows = ask (path, sql);

      g_string_append (dump, rows);
    }
  return g_string_free_and_steal (dump);
}

/* What a stranger's row is made of: its id, and what stands in the place of each of the store's values. */
typedef struct
{
  const char *name;
  const char *id;
  const char *value; /* of a column, by its "type" and "name" */
} StrangerRow;

static const StrangerRow stranger_rows[] = {
  { "numbers-that-are-none", "rowid + 1000", "iif (type = 'INTEGER', '1.5', '\"' || name || '\"')" },
  { "words-for-numbers", "rowid + 1000", "iif (type = 'INTEGER', '''one''', '\"' || name || '\"')" },
  { "nothing-at-all", "rowid + 1000", "'NULL'" },
  { "an-id-below-one", "-rowid", "'\"' || name || '\"'" },
};

/* A table beside each of the store's, with as many columns and no rules. */
static void
add_strangers (StoreFixture      *self,
               const StrangerRow *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *ask_columns =
        g_strdup_printf ("SELECT group_concat ('\"' || name || '\"') FROM pragma_table_info ('%s') WHERE NOT pk",
                         tables[i]);
      g_autofree char *ask_values =
        g_strdup_printf ("SELECT group_concat (%s) FROM pragma_table_info ('%s') WHERE NOT pk", row->value,
                         tables[i]);
      g_autofree char *columns = ask (self->path, ask_columns);
      g_autofree char *values = ask (self->path, ask_values);
      g_autofree char *sql = NULL;

      *strrchr (columns, '|') = '\0';
      *strrchr (values, '|') = '\0';
      sql = g_strdup_printf ("CREATE TABLE stranger_%s (id INTEGER PRIMARY KEY, %s);"
                             "INSERT INTO stranger_%s SELECT %s, %s FROM %s",
                             tables[i], columns, tables[i], row->id, values, tables[i]);
      test_sql_exec (self->path, sql);
      g_clear_pointer (&sql, g_free);
      sql = g_strdup_printf ("SELECT count (*) FROM stranger_%s", tables[i]);
      g_assert_cmpint (test_sql_int64 (self->path, sql), >, 0);
    }
}

static void
assert_nothing_else_is_taken (StoreFixture *self,
                              const char   *expected)
{
  g_autofree char *target = store_fixture_dup_path (self, "saved.citynet");
  g_autoptr (GError) error = NULL;
  g_autofree char *actual = NULL;

  test_await_true (cn_store_recover (self->path, target), &error);
  g_assert_no_error (error);
  actual = dump_tables (target);
  g_assert_cmpstr (actual, ==, expected);
  g_set_str (&self->path, target);
  store_fixture_open (self);
  test_assert_sound (self->store);
}

static void
test_rows_of_a_stranger_are_not_taken (StoreFixture  *self,
                                       gconstpointer  data)
{
  g_autofree char *expected = dump_tables (self->path);

  add_strangers (self, data);
  assert_nothing_else_is_taken (self, expected);
}

/* The ids stand in a column of their own there, and the rows have others. */
static void
test_copied_tables_are_not_taken (StoreFixture  *self,
                                  gconstpointer  data)
{
  g_autofree char *expected = dump_tables (self->path);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("CREATE TABLE copy_%s AS SELECT * FROM %s", tables[i], tables[i]);

      test_sql_exec (self->path, sql);
    }
  assert_nothing_else_is_taken (self, expected);
}

static void
test_other_shapes_are_not_taken (StoreFixture  *self,
                                 gconstpointer  data)
{
  g_autofree char *expected = dump_tables (self->path);

  test_sql_exec (self->path, "CREATE TABLE one (a INTEGER PRIMARY KEY); INSERT INTO one VALUES (7);"
                             "CREATE TABLE pair (a INTEGER PRIMARY KEY, b); INSERT INTO pair VALUES (1, x'00');"
                             "CREATE TABLE real (a INTEGER PRIMARY KEY, b); INSERT INTO real VALUES (1, 1.5);"
                             "CREATE TABLE keys (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID;"
                             "INSERT INTO keys VALUES (1, 2), ('x', zeroblob (9000))");
  assert_nothing_else_is_taken (self, expected);
}

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stranger_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/strangers/not-taken/", stranger_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &stranger_rows[i], set_up, test_rows_of_a_stranger_are_not_taken, tear_down);
    }
  g_test_add ("/strangers/copied-tables-are-not-taken", StoreFixture, NULL, set_up, test_copied_tables_are_not_taken,
              tear_down);
  g_test_add ("/strangers/other-shapes-are-not-taken", StoreFixture, NULL, set_up, test_other_shapes_are_not_taken,
              tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
