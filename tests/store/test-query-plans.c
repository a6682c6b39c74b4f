/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* That no query leaves its index. Not of copies: everything that the tables can do is done on one connection, and then
 * SQLite is asked about each statement that this has left there, and how it went, triggers included. A statement
 * that is in the sources and not among them fails the test. */

#include "config.h"

#include "cn-article-adder.h"
#include "cn-article-table.h"
#include "cn-import-table.h"
#include "cn-json-strings.h"
#include "cn-membership-table.h"
#include "cn-network-table.h"
#include "cn-origin-table.h"
#include "cn-schema.h"
#include "cn-shown-version.h"
#include "cn-store-opener.h"
#include "cn-tally-table.h"
#include "cn-timeline-reader.h"
#include "cn-version-table.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

#define FIRST_IMPORT  1
#define SECOND_IMPORT 2

/* By scope, of all or of one network, with or without a lower bound. */
#define N_WALKS (3 * 2 * 2)

typedef struct
{
  StoreFixture  store;
  CnConnection *connection;
} PlanFixture;

/* Tables of a few rows, which are read whole, and what makes its own rows. */
static const char * const small[] = { "CONSTANT ROW", "json_each", "network", "parent", "store", "tally" };

/* What sorts, and may: the registry, and the few networks or origins of one article. */
static const char * const sorts[] = {
  "FROM network LEFT JOIN", "FROM article_network JOIN network", "FROM origin JOIN import", "FROM json_each"
};

static CnAddOutcome
add (PlanFixture *self,
     gint64       import,
     const char  *address,
     const char  *url,
     const char  *text)
{
  g_autoptr (CnArticleDraft) draft = test_draft (address, url, text);
  g_autoptr (GError) error = NULL;
  CnAddResult result;

  draft->publisher = g_strdup ("alpha");
  draft->networks = g_strdupv ((char *[]) { (char *) "beta", NULL });
  draft->authors = g_strdupv ((char *[]) { (char *) "Press Office", NULL });
  cn_article_adder_add (self->connection, import, draft, &result, &error);
  g_assert_no_error (error);
  return result.outcome;
}

/* Many, so that reading one too many shows. */
static void
add_articles (PlanFixture *self)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);
      g_autofree char *url = g_strdup_printf ("https://www.example.org/%u", i);

      g_assert_cmpint (add (self, FIRST_IMPORT, "/a", url, text), ==, CN_ADD_OUTCOME_ADDED);
    }

  g_assert_cmpint (add (self, FIRST_IMPORT, "/a", "https://www.example.org/1", "text 1"), ==, CN_ADD_OUTCOME_KNOWN);
  g_assert_cmpint (add (self, SECOND_IMPORT, "/b", NULL, "text 2"), ==, CN_ADD_OUTCOME_NEW_ORIGIN);
  g_assert_cmpint (add (self, SECOND_IMPORT, "/a", "https://www.example.org/3", "another text"), ==,
                   CN_ADD_OUTCOME_NEW_VERSION);
}

static void
set_publishers (PlanFixture *self)
{
  for (gint64 id = 1; id < 20; id++)
    {
      gboolean changed;

      g_assert_true (cn_membership_table_set_publisher (self->connection, id, "beta", &changed, NULL));
      g_assert_true (changed);
    }
}

static void
undo_and_redo (PlanFixture *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean changed;

  g_assert_true (cn_import_table_set_undone (self->connection, FIRST_IMPORT, TRUE, &changed, NULL));
  g_assert_true (cn_article_table_hide_import (self->connection, FIRST_IMPORT, ids, NULL));
  g_assert_cmpuint (ids->len, >, 30);
  g_assert_cmpint (add (self, SECOND_IMPORT, "/a", "https://www.example.org/7", "text 7"), ==, CN_ADD_OUTCOME_RESTORED);
  g_assert_true (cn_import_table_set_undone (self->connection, FIRST_IMPORT, FALSE, &changed, NULL));
  g_assert_true (cn_article_table_show_import (self->connection, FIRST_IMPORT, ids, NULL));

  g_array_set_size (ids, 0);
  g_assert_true (cn_import_table_set_undone (self->connection, SECOND_IMPORT, TRUE, &changed, NULL));
  g_assert_true (cn_shown_version_update_for_import (self->connection, SECOND_IMPORT, ids, NULL));
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_true (cn_import_table_set_undone (self->connection, SECOND_IMPORT, FALSE, &changed, NULL));
  g_assert_true (cn_shown_version_update_for_import (self->connection, SECOND_IMPORT, ids, NULL));
  g_assert_cmpuint (ids->len, ==, 2);
}

static void
mark (PlanFixture *self)
{
  for (gint64 id = 1; id < 20; id++)
    for (int i = 0; i < 2; i++)
      {
        gboolean changed;

        g_assert_true (cn_article_table_set_mark (self->connection, id, CN_MARK_READ, i == 0, &changed, NULL));
        g_assert_true (changed);
        g_assert_true (cn_article_table_set_mark (self->connection, id, CN_MARK_STARRED, i == 0, &changed, NULL));
        g_assert_true (changed);
      }
}

static void
write_everything (PlanFixture *self)
{
  g_autoptr (GPtrArray) networks = test_networks ();

  g_assert_true (cn_connection_begin_write (self->connection, NULL));
  g_assert_true (cn_network_table_sync (self->connection, networks, NULL));
  add_articles (self);
  set_publishers (self);
  undo_and_redo (self);
  mark (self);
  g_assert_true (cn_tally_table_count_commit (self->connection, NULL));
  g_assert_true (cn_connection_commit (self->connection, NULL));
}

static void
read_timeline (PlanFixture     *self,
               CnTimelineScope  scope,
               const char      *network,
               gboolean         has_bound)
{
  const char *networks[] = { network, NULL };
  const CnTimelineQuery query = {
    .networks = networks,
    .scope = scope,
    .since = has_bound ? cn_date_new_year (2020) : CN_DATE_NONE,
    .until = CN_DATE_NONE,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) entries = NULL;
  guint count;

  entries = cn_timeline_reader_list (self->connection, &query, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_true (cn_timeline_reader_count (self->connection, &query, &count, NULL));
  g_assert_cmpuint (entries->len, ==, count);
}

static void
read_everything (PlanFixture *self)
{
  g_autoptr (CnArticleRecord) record = cn_article_record_new ();
  g_autoptr (GPtrArray) networks = cn_network_table_list (self->connection, NULL);
  g_autoptr (CnTally) tally = cn_tally_table_load (self->connection, NULL);

  for (int scope = CN_TIMELINE_SCOPE_ALL; scope <= CN_TIMELINE_SCOPE_STARRED; scope++)
    for (int i = 0; i < 4; i++)
      read_timeline (self, (CnTimelineScope) scope, (i & 1) != 0 ? "alpha" : NULL, (i & 2) != 0);

  record->row = cn_article_table_load_row (self->connection, 4, NULL);
  g_assert_nonnull (record->row);
  g_assert_true (cn_article_table_load_details (self->connection, record, NULL));
  g_assert_true (cn_version_table_load (self->connection, record, NULL));
  g_assert_true (cn_origin_table_load (self->connection, record, NULL));
  g_assert_true (cn_tally_table_verify_identity (self->connection, NULL));
  g_assert_cmpuint (networks->len, >, 1);
  g_assert_cmpuint (tally->n_articles, ==, 40);
}

static void
set_up (PlanFixture   *self,
        gconstpointer  data)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  g_autoptr (GError) error = NULL;

  store_fixture_init (&self->store);
  self->connection = cn_store_opener_open_writer (self->store.path, CN_STORE_OPEN_DEFAULT,
                                                  (const char * const *) steps, &error);
  g_assert_no_error (error);
  write_everything (self);
  read_everything (self);
}

static void
tear_down (PlanFixture   *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->connection, cn_connection_free);
  store_fixture_clear (&self->store);
}

typedef void (*PlanFunc) (sqlite3_stmt *statement,
                          const char   *detail);

/* Calls @func for each line of the plan of each statement. */
static void
foreach_plan (PlanFixture *self,
              PlanFunc     func)
{
  sqlite3 *handle = cn_connection_get_handle (self->connection);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  for (sqlite3_stmt *s = sqlite3_next_stmt (handle, NULL); s != NULL; s = sqlite3_next_stmt (handle, s))
    g_ptr_array_add (statements, s);

  for (guint i = 0; i < statements->len; i++)
    {
      g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sqlite3_sql (statements->pdata[i]), NULL);
      sqlite3_stmt *plan;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, explain, -1, &plan, NULL), ==, SQLITE_OK);
      while (sqlite3_step (plan) == SQLITE_ROW)
        func (statements->pdata[i], (const char *) sqlite3_column_text (plan, 3));
      sqlite3_finalize (plan);
    }
}

static gboolean
is_of_the_schema (const char *sql)
{
  return strstr (sql, "sqlite_schema") != NULL;
}

static void
check_scan (sqlite3_stmt *statement,
            const char   *detail)
{
  const char *sql = sqlite3_sql (statement);

  if (!g_str_has_prefix (detail, "SCAN ") || is_of_the_schema (sql))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    if (g_str_has_prefix (detail + strlen ("SCAN "), small[i]))
      return;

  g_error ("%s: %s", sql, detail);
}

static void
check_sort (sqlite3_stmt *statement,
            const char   *detail)
{
  const char *sql = sqlite3_sql (statement);

  if (strstr (detail, "TEMP B-TREE") == NULL || is_of_the_schema (sql))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strstr (sql, sorts[i]) != NULL)
      return;

  g_error ("%s: %s", sql, detail);
}

static void
test_no_query_reads_a_whole_table (PlanFixture   *self,
                                   gconstpointer  data)
{
  foreach_plan (self, check_scan);
}

static void
test_no_query_sorts_what_an_index_could (PlanFixture   *self,
                                         gconstpointer  data)
{
  foreach_plan (self, check_sort);
}

static const char *
get_walked_index (const char *sql)
{
  if (strstr (sql, "FROM article_network") != NULL)
    return "SEARCH article_network USING PRIMARY KEY (network_id=? AND ";
  if (strstr (sql, "is_unread") != NULL)
    return "SEARCH article USING COVERING INDEX article_unread (";
  if (strstr (sql, "is_starred") != NULL)
    return "SEARCH article USING COVERING INDEX article_starred (";
  return "SEARCH article USING COVERING INDEX article_timeline (";
}

static guint n_walks;

static void
check_walk (sqlite3_stmt *statement,
            const char   *detail)
{
  const char *sql = sqlite3_sql (statement);

  if (strstr (sql, "(:key, :id)") == NULL || strstr (detail, "SEARCH network ") != NULL ||
      g_str_has_prefix (detail, "SCALAR SUBQUERY"))
    return;

  g_test_message ("%s: %s", sql, detail);
  g_assert_true (g_str_has_prefix (detail, get_walked_index (sql)));
  n_walks++;
}

static void
test_walks_are_covered_by_their_index (PlanFixture   *self,
                                       gconstpointer  data)
{
  n_walks = 0;
  foreach_plan (self, check_walk);
  g_assert_cmpuint (n_walks, ==, N_WALKS);
}

/* What SQLite counted while they ran, in their triggers too. */
static void
test_no_statement_stepped_through_a_table (PlanFixture   *self,
                                           gconstpointer  data)
{
  sqlite3 *handle = cn_connection_get_handle (self->connection);

  for (sqlite3_stmt *s = sqlite3_next_stmt (handle, NULL); s != NULL; s = sqlite3_next_stmt (handle, s))
    {
      const char *sql = sqlite3_sql (s);
      gboolean reads_the_registry = strstr (sql, "FROM network LEFT JOIN") != NULL ||
                                    strstr (sql, "UPDATE network SET position") != NULL;

      g_assert_cmpint (sqlite3_stmt_status (s, SQLITE_STMTSTATUS_AUTOINDEX, FALSE), ==, 0);
      if (!reads_the_registry && !is_of_the_schema (sql) &&
          sqlite3_stmt_status (s, SQLITE_STMTSTATUS_FULLSCAN_STEP, FALSE) > 0)
        g_error ("%s: stepped through a table", sql);
    }
}

static guint
count_in_sources (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("^static const char SQL_\\w+\\[\\] =", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *source = NULL;

      if (!g_str_has_suffix (name, ".c") || !g_file_get_contents (path, &source, NULL, NULL))
        continue;
      for (g_regex_match (regex, source, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        n++;
    }

  return n;
}

static void
test_every_statement_of_the_sources_was_asked_about (PlanFixture   *self,
                                                     gconstpointer  data)
{
  sqlite3 *handle = cn_connection_get_handle (self->connection);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (sqlite3_stmt *s = sqlite3_next_stmt (handle, NULL); s != NULL; s = sqlite3_next_stmt (handle, s))
    if (!is_of_the_schema (sqlite3_sql (s)))
      g_hash_table_add (seen, (gpointer) sqlite3_sql (s));

  g_assert_cmpuint (g_hash_table_size (seen), ==, count_in_sources () + N_WALKS);
}

#define ADD(name, func) g_test_add ("/query-plans/" name, PlanFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("no-query-reads-a-whole-table", test_no_query_reads_a_whole_table);
  ADD ("no-query-sorts-what-an-index-could", test_no_query_sorts_what_an_index_could);
  ADD ("walks-are-covered-by-their-index", test_walks_are_covered_by_their_index);
  ADD ("no-statement-stepped-through-a-table", test_no_statement_stepped_through_a_table);
  ADD ("every-statement-of-the-sources-was-asked-about", test_every_statement_of_the_sources_was_asked_about);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
