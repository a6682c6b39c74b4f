/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Connection and statement: every function of the two, NULL included, and the settings as SQLite itself reads
 * them back. */

#include "config.h"

#include "cn-json-strings.h"
#include "cn-statement.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static const char SQL_ALL_KINDS[] = "SELECT :null, :boolean, :int64, :text, :bytes, :no_text, :no_bytes, :empty";
static const char SQL_ECHO[] = "SELECT :value";
/* The smallest integer has no absolute value. */
static const char SQL_FAIL_LATE[] = "VALUES (1, 1), (2, 2), (3, abs (-9223372036854775808))";

static CnConnection *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  CnConnection *connection = cn_connection_open (":memory:", CN_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return connection;
}

static void
test_binds_and_reads_every_kind (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  CnStatement *statement = cn_connection_prepare (connection, SQL_ALL_KINDS, NULL);
  g_autoptr (GBytes) read_bytes = NULL;
  g_autoptr (GBytes) read_empty = NULL;
  g_autofree char *text = NULL;

  cn_statement_bind_null (statement, ":null");
  cn_statement_bind_boolean (statement, ":boolean", 42);
  cn_statement_bind_int64 (statement, ":int64", G_MININT64);
  cn_statement_bind_text (statement, ":text", "İzmir");
  cn_statement_bind_bytes (statement, ":bytes", bytes);
  cn_statement_bind_text (statement, ":no_text", NULL);
  cn_statement_bind_bytes (statement, ":no_bytes", NULL);
  cn_statement_bind_bytes (statement, ":empty", empty);
  g_assert_cmpint (cn_statement_step (statement, NULL), ==, CN_STEP_ROW);

  g_assert_true (cn_statement_is_null (statement, 0));
  g_assert_null (cn_statement_get_text (statement, 0));
  g_assert_null (cn_statement_dup_text (statement, 0));
  g_assert_null (cn_statement_dup_bytes (statement, 0));
  g_assert_false (cn_statement_get_boolean (statement, 0));
  g_assert_cmpint (cn_statement_get_int64 (statement, 1), ==, 1);
  g_assert_true (cn_statement_get_boolean (statement, 1));
  g_assert_cmpint (cn_statement_get_int64 (statement, 2), ==, G_MININT64);
  text = cn_statement_dup_text (statement, 3);
  g_assert_cmpstr (text, ==, "İzmir");
  read_bytes = cn_statement_dup_bytes (statement, 4);
  g_assert_true (g_bytes_equal (read_bytes, bytes));
  g_assert_true (cn_statement_is_null (statement, 5));
  g_assert_true (cn_statement_is_null (statement, 6));
  g_assert_false (cn_statement_is_null (statement, 7));
  read_empty = cn_statement_dup_bytes (statement, 7);
  g_assert_cmpuint (g_bytes_get_size (read_empty), ==, 0);
  g_assert_cmpint (cn_statement_step (statement, NULL), ==, CN_STEP_DONE);
  cn_statement_release (statement);
}

static void
test_keeps_a_mistake_in_binding_for_the_step (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_ECHO, NULL);
  g_autoptr (GError) error = NULL;

  cn_statement_bind_int64 (statement, ":vlaue", 1);
  cn_statement_bind_int64 (statement, ":value", 1);
  g_assert_cmpint (cn_statement_step (statement, &error), ==, CN_STEP_ERROR);
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
}

static void
test_released_is_reused_without_its_parameters (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  CnStatement *first = cn_connection_prepare (connection, SQL_ECHO, NULL);
  CnStatement *second = cn_connection_prepare (connection, SQL_ECHO, NULL);
  CnStatement *third;

  g_assert_true (first != second);
  cn_statement_bind_int64 (first, ":value", 7);
  cn_statement_bind_int64 (first, ":wrong", 7);
  cn_statement_release (first);
  third = cn_connection_prepare (connection, SQL_ECHO, NULL);
  g_assert_true (third == first);
  g_assert_cmpint (cn_statement_step (third, NULL), ==, CN_STEP_ROW);
  g_assert_true (cn_statement_is_null (third, 0));
  cn_statement_release (third);
  cn_statement_release (second);
}

static void
test_run_makes_ready_to_run_again (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (CnStatement) statement = NULL;
  gint64 n;

  g_assert_true (cn_connection_exec (connection, "CREATE TABLE t (a INTEGER)", NULL));
  statement = cn_connection_prepare (connection, "INSERT INTO t VALUES (:a) RETURNING a", NULL);
  for (gint64 i = 0; i < 3; i++)
    {
      cn_statement_bind_int64 (statement, ":a", i);
      g_assert_true (cn_statement_run (statement, NULL));
    }
  g_assert_true (cn_connection_query_int64 (connection, "SELECT count (*) FROM t", &n, NULL));
  g_assert_cmpint (n, ==, 3);
  g_assert_cmpint (cn_connection_count_changes (connection), ==, 3);
}

/* However many there are and are wanted: around the number that is taken at once, too. */
static void
test_collects_pairs (void)
{
  static const char sql[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :n)"
                            " SELECT i, -i FROM n WHERE i <= :n";
  static const guint counts[] = { 0, 1, 255, 256, 257, 1000 };
  g_autoptr (CnConnection) connection = open_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (counts); j++)
      {
        g_autoptr (CnStatement) statement = cn_connection_prepare (connection, sql, NULL);
        g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, 2 * sizeof (gint64));

        cn_statement_bind_int64 (statement, ":n", counts[i]);
        g_assert_true (cn_statement_collect_pairs (statement, pairs, counts[j], NULL));
        g_assert_cmpuint (pairs->len, ==, MIN (counts[i], counts[j]));
        for (guint k = 0; k < pairs->len; k++)
          {
            const gint64 *pair = &((const gint64 *) (gpointer) pairs->data)[2 * k];

            g_assert_cmpint (pair[0], ==, k + 1);
            g_assert_cmpint (pair[1], ==, -(gint64) (k + 1));
          }
      }
}

static void
test_collecting_fails_as_stepping_does (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_ECHO, NULL);
  g_autoptr (CnStatement) failing = cn_connection_prepare (connection, SQL_FAIL_LATE, NULL);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, 2 * sizeof (gint64));
  g_autoptr (GError) error = NULL;
  const int cancelled = TRUE;

  cn_statement_bind_int64 (statement, ":vlaue", 1);
  g_assert_false (cn_statement_collect_pairs (statement, pairs, 9, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (cn_statement_collect_pairs (failing, pairs, 9, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_clear_error (&error);
  cn_statement_reset (failing);
  cn_connection_set_cancelled (connection, &cancelled);
  g_assert_false (cn_statement_collect_pairs (failing, pairs, 9, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED);
}

static void
test_refuses_what_is_no_sql (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_null (cn_connection_prepare (connection, "SELEKT", &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (cn_connection_exec (connection, "SELECT * FROM nowhere", &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "no such table"));
  g_clear_error (&error);
  g_assert_false (cn_connection_query_int64 (connection, "SELECT 1 WHERE 0", &number, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
}

static void
test_transactions_end_as_they_say (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_true (cn_connection_exec (connection, "CREATE TABLE t (a INTEGER CHECK (a > 0))", NULL));
  g_assert_true (cn_connection_begin_write (connection, NULL));
  g_assert_true (cn_connection_exec (connection, "INSERT INTO t VALUES (1)", NULL));
  cn_connection_rollback (connection);
  cn_connection_rollback (connection);
  g_assert_true (cn_connection_begin_write (connection, NULL));
  g_assert_true (cn_connection_exec (connection, "INSERT INTO t VALUES (2)", NULL));
  g_assert_false (cn_connection_exec (connection, "INSERT INTO t VALUES (-2)", &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT);
  g_assert_true (cn_connection_commit (connection, NULL));
  g_assert_false (cn_connection_commit (connection, NULL));
  g_assert_true (cn_connection_begin_read (connection, NULL));
  g_assert_true (cn_connection_query_int64 (connection, "SELECT sum (a) FROM t", &n, NULL));
  cn_connection_rollback (connection);
  g_assert_cmpint (n, ==, 2);
}

static void
test_cancelled_stops_a_running_query (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (GError) error = NULL;
  int cancelled = TRUE;
  gint64 n;

  cn_connection_set_cancelled (connection, &cancelled);
  g_assert_false (cn_connection_exec (connection,
                                      "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)"
                                      " SELECT i FROM c",
                                      &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED);
  g_clear_error (&error);
  g_assert_false (cn_connection_query_int64 (connection, "SELECT 1", &n, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED);
  cn_connection_set_cancelled (connection, NULL);
  g_assert_true (cn_connection_query_int64 (connection, "SELECT 1", &n, NULL));
}

static void
test_waits_for_a_lock_as_long_as_it_was_told (StoreFixture  *self,
                                              gconstpointer  data)
{
  g_autoptr (CnConnection) first = cn_connection_open (self->path, CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (CnConnection) second = cn_connection_open (self->path, CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  cn_connection_set_busy_wait (second, 100);
  g_assert_true (cn_connection_begin_write (first, NULL));
  g_assert_false (cn_connection_begin_write (second, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 100000);
  cn_connection_rollback (first);
  g_assert_true (cn_connection_begin_write (second, NULL));
  cn_connection_rollback (second);
}

static void
test_reader_cannot_write (StoreFixture  *self,
                          gconstpointer  data)
{
  g_autoptr (CnConnection) writer = cn_connection_open (self->path, CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (CnConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cn_connection_exec (writer, "CREATE TABLE t (a)", NULL));
  g_assert_true (cn_connection_use_log (writer, NULL));
  reader = cn_connection_open (self->path, CN_CONNECTION_READ_ONLY, NULL);
  g_assert_cmpint (cn_connection_get_mode (reader), ==, CN_CONNECTION_READ_ONLY);
  g_assert_true (cn_connection_is_read_only (reader));
  g_assert_false (cn_connection_is_read_only (writer));
  g_assert_false (cn_connection_exec (reader, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY);
}

typedef struct
{
  const char *pragma;
  const char *expected;
} PragmaRow;

static void
test_settings_are_what_they_should_be (StoreFixture  *self,
                                       gconstpointer  data)
{
  static const PragmaRow rows[] = {
    { "PRAGMA journal_mode", "wal" }, { "PRAGMA synchronous", "1" }, { "PRAGMA foreign_keys", "1" },
    { "PRAGMA trusted_schema", "0" }, { "PRAGMA temp_store", "2" }, { "PRAGMA query_only", "0" },
    { "PRAGMA recursive_triggers", "0" },
  };
  g_autoptr (CnConnection) connection = cn_connection_open (self->path, CN_CONNECTION_READ_WRITE, NULL);
  int actual = -1;

  g_assert_true (cn_connection_exec (connection, "CREATE TABLE t (a)", NULL));
  g_assert_true (cn_connection_use_log (connection, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = cn_connection_query_text (connection, rows[i].pragma, NULL);

      g_assert_cmpstr (value, ==, rows[i].expected);
    }

  g_assert_cmpint (sqlite3_db_config (cn_connection_get_handle (connection), SQLITE_DBCONFIG_DEFENSIVE, -1, &actual),
                   ==, SQLITE_OK);
  g_assert_cmpint (actual, ==, 1);
  g_assert_false (cn_connection_exec (connection, "ATTACH ':memory:' AS other", NULL));
  g_assert_false (cn_connection_exec (connection, "SELECT load_extension ('x')", NULL));
}

static void
test_immutable_reads_a_path_with_any_letters (StoreFixture  *self,
                                              gconstpointer  data)
{
  g_autofree char *path = store_fixture_dup_path (self, "a ?b#%41 ş.db");
  g_autoptr (CnConnection) writer = cn_connection_open (path, CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (CnConnection) reader = NULL;
  gint64 n;

  g_assert_true (cn_connection_exec (writer, "CREATE TABLE t (a); INSERT INTO t VALUES (5)", NULL));
  reader = cn_connection_open (path, CN_CONNECTION_IMMUTABLE, NULL);
  g_assert_nonnull (reader);
  g_assert_true (cn_connection_query_int64 (reader, "SELECT a FROM t", &n, NULL));
  g_assert_cmpint (n, ==, 5);
}

typedef struct
{
  const char *name;
  const char *strings[4];
  const char *json;
} JsonRow;

static const JsonRow json_rows[] = {
  { "none", { NULL }, "[]" },
  { "one", { "a" }, "[\"a\"]" },
  { "order-and-doubles", { "b", "a", "b" }, "[\"b\",\"a\",\"b\"]" },
  { "quotes-and-controls", { "\"\\\n\x01", "" }, "[\"\\\"\\\\\\u000a\\u0001\",\"\"]" },
  { "letters", { "İstanbul", "日本" }, "[\"İstanbul\",\"日本\"]" },
};

static void
test_json (gconstpointer data)
{
  const JsonRow *row = data;
  g_autoptr (CnConnection) connection = open_memory ();
  g_autofree char *json = cn_json_strings_encode (row->strings);
  g_auto (GStrv) strings = cn_json_strings_decode (connection, json, NULL);

  g_assert_cmpstr (json, ==, row->json);
  g_assert_cmpstrv (strings, row->strings);
}

static void
test_json_of_nothing_is_nothing (void)
{
  g_autoptr (CnConnection) connection = open_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cn_json_strings_encode (NULL));
  g_assert_null (cn_json_strings_decode (connection, "no JSON", &error));
  g_assert_nonnull (error);
}

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  store_fixture_init (self);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  store_fixture_clear (self);
}

#define ADD(name, func) g_test_add ("/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  g_test_add_func ("/statement/binds-and-reads-every-kind", test_binds_and_reads_every_kind);
  g_test_add_func ("/statement/keeps-a-mistake-in-binding-for-the-step", test_keeps_a_mistake_in_binding_for_the_step);
  g_test_add_func ("/statement/released-is-reused-without-its-parameters",
                   test_released_is_reused_without_its_parameters);
  g_test_add_func ("/statement/run-makes-ready-to-run-again", test_run_makes_ready_to_run_again);
  g_test_add_func ("/statement/collects-pairs", test_collects_pairs);
  g_test_add_func ("/statement/collecting-fails-as-stepping-does", test_collecting_fails_as_stepping_does);
  g_test_add_func ("/connection/refuses-what-is-no-sql", test_refuses_what_is_no_sql);
  g_test_add_func ("/connection/transactions-end-as-they-say", test_transactions_end_as_they_say);
  g_test_add_func ("/connection/cancelled-stops-a-running-query", test_cancelled_stops_a_running_query);
  ADD ("connection/waits-for-a-lock-as-long-as-it-was-told", test_waits_for_a_lock_as_long_as_it_was_told);
  ADD ("connection/reader-cannot-write", test_reader_cannot_write);
  ADD ("connection/settings-are-what-they-should-be", test_settings_are_what_they_should_be);
  ADD ("connection/immutable-reads-a-path-with-any-letters", test_immutable_reads_a_path_with_any_letters);

  for (gsize i = 0; i < G_N_ELEMENTS (json_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/json-strings/", json_rows[i].name, NULL);

      g_test_add_data_func (path, &json_rows[i], test_json);
    }
  g_test_add_func ("/json-strings/of-nothing-is-nothing", test_json_of_nothing_is_nothing);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
