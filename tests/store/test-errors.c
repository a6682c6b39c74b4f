/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a caller is told: each code of SQLite becomes one that can be acted upon, what the schema would refuse is
 * refused before anything is written, and what is missing from a store is said to be. */

#include "config.h"

#include "cn-schema.h"
#include "cn-statement.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  const char *name;
  int         sqlite_code;
  int         code;
} CodeRow;

static const CodeRow code_rows[] = {
  { "busy", SQLITE_BUSY, CN_STORE_ERROR_BUSY },
  { "busy-with-more-to-say", SQLITE_BUSY_SNAPSHOT, CN_STORE_ERROR_BUSY },
  { "locked", SQLITE_LOCKED, CN_STORE_ERROR_BUSY },
  { "full", SQLITE_FULL, CN_STORE_ERROR_FULL },
  { "read-only", SQLITE_READONLY, CN_STORE_ERROR_READ_ONLY },
  { "permission", SQLITE_PERM, CN_STORE_ERROR_READ_ONLY },
  { "corrupt", SQLITE_CORRUPT, CN_STORE_ERROR_DAMAGED },
  { "corrupt-with-more-to-say", SQLITE_CORRUPT_INDEX, CN_STORE_ERROR_DAMAGED },
  { "no-database", SQLITE_NOTADB, CN_STORE_ERROR_FOREIGN },
  { "constraint", SQLITE_CONSTRAINT_FOREIGNKEY, CN_STORE_ERROR_CONSTRAINT },
  { "mismatch", SQLITE_MISMATCH, CN_STORE_ERROR_CONSTRAINT },
  { "too-big", SQLITE_TOOBIG, CN_STORE_ERROR_CONSTRAINT },
  { "interrupt", SQLITE_INTERRUPT, CN_STORE_ERROR_INTERRUPTED },
  { "abort", SQLITE_ABORT_ROLLBACK, CN_STORE_ERROR_INTERRUPTED },
  { "cannot-open", SQLITE_CANTOPEN, CN_STORE_ERROR_FAILED },
  { "no-memory", SQLITE_NOMEM, CN_STORE_ERROR_FAILED },
  { "misuse", SQLITE_MISUSE, CN_STORE_ERROR_FAILED },
};

static void
test_code (gconstpointer data)
{
  const CodeRow *row = data;
  g_autoptr (CnConnection) connection = cn_connection_open (":memory:", CN_CONNECTION_READ_WRITE, NULL);
  g_autofree char *number = g_strdup_printf ("(%d)", row->sqlite_code);
  g_autoptr (GError) error = NULL;

  g_assert_false (cn_connection_fail (connection, row->sqlite_code, "counting sheep", &error));
  g_assert_error (error, CN_STORE_ERROR, row->code);
  g_assert_true (g_str_has_prefix (error->message, ":memory:: counting sheep: "));
  g_assert_true (g_str_has_suffix (error->message, number));
}

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  store_fixture_init (self);
  store_fixture_open (self);
  store_fixture_sync_networks (self);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  store_fixture_clear (self);
}

/* Ten minutes would be waited for it. */
static void
test_cancelled_waits_for_no_lock (StoreFixture  *self,
                                  gconstpointer  data)
{
  g_autofree char *path = store_fixture_dup_path (self, "locked.db");
  g_autoptr (CnConnection) holder = cn_connection_open (path, CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (CnConnection) waiter = cn_connection_open (path, CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;
  int cancelled = TRUE;

  g_assert_true (cn_connection_begin_write (holder, NULL));
  cn_connection_set_busy_wait (waiter, 10 * 60 * 1000);
  cn_connection_set_cancelled (waiter, &cancelled);
  g_assert_false (cn_connection_begin_write (waiter, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_BUSY);
}

/* Versions that no program wrote. */
static void
test_unknown_versions_are_refused (void)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  const char * const *known = (const char * const *) steps;
  static const char * const versions[] = { "PRAGMA user_version = -1", "PRAGMA user_version = 4711" };

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (CnConnection) connection = cn_connection_open (":memory:", CN_CONNECTION_READ_WRITE, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *dump = NULL;

      g_assert_true (cn_connection_exec (connection, versions[i], NULL));
      g_assert_false (cn_schema_upgrade (connection, known, &error));
      g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_TOO_NEW);
      g_clear_error (&error);
      g_assert_false (cn_schema_verify (connection, known, &error));
      g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_TOO_NEW);
      dump = cn_schema_dump (connection, NULL);
      g_assert_cmpstr (dump, ==, "");
    }
}

static void
test_no_version_is_no_schema (void)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  g_autoptr (CnConnection) connection = cn_connection_open (":memory:", CN_CONNECTION_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (cn_schema_verify (connection, (const char * const *) steps, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED);
}

static void
spoil_text (CnArticleDraft *draft)
{
  g_clear_pointer (&draft->text, g_free);
}

static void
spoil_hash (CnArticleDraft *draft)
{
  g_clear_pointer (&draft->text_hash, g_bytes_unref);
}

static void
spoil_length_of_hash (CnArticleDraft *draft)
{
  g_clear_pointer (&draft->text_hash, g_bytes_unref);
  draft->text_hash = g_bytes_new_static ("a hash of only thirty-one bytes", 31);
}

static void
spoil_publisher (CnArticleDraft *draft)
{
  g_set_str (&draft->publisher, "nobody");
}

static void
spoil_network (CnArticleDraft *draft)
{
  g_strfreev (draft->networks);
  draft->networks = g_strdupv ((char *[]) { (char *) "alpha", (char *) "nobody", NULL });
}

typedef struct
{
  const char *name;
  void      (*spoil) (CnArticleDraft *draft);
} DraftRow;

static const DraftRow draft_rows[] = {
  { "no-text", spoil_text },
  { "no-hash", spoil_hash },
  { "hash-of-another-length", spoil_length_of_hash },
  { "unknown-publisher", spoil_publisher },
  { "unknown-network", spoil_network },
};

/* The good ones of its batch are not stored either. */
static void
test_draft_is_refused (StoreFixture  *self,
                       gconstpointer  data)
{
  const DraftRow *row = data;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  CnArticleDraft *draft = test_full_draft ();

  row->spoil (draft);
  g_ptr_array_add (drafts, test_draft ("/a", NULL, "one"));
  g_ptr_array_add (drafts, draft);
  test_await_error (cn_store_add_articles (self->store, 7, drafts), CN_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT (SELECT count (*) FROM article) + (SELECT count (*) FROM import)"),
                   ==, 0);
  test_assert_sound (self->store);
}

static void
test_known_article_keeps_its_publisher_from_an_unknown_one (StoreFixture  *self,
                                                            gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr (CnArticleRecord) record = NULL;
  CnArticleDraft *draft = test_full_draft ();
  gint64 id = test_add (self, test_full_draft (), NULL);

  spoil_publisher (draft);
  draft->is_publisher_given = TRUE;
  g_ptr_array_add (drafts, draft);
  test_await_error (cn_store_add_articles (self->store, 7, drafts), CN_STORE_ERROR_CONSTRAINT);
  record = test_await_boxed (cn_store_load_article (self->store, id));
  g_assert_cmpstr (record->row->publisher, ==, "beta");
}

static void
test_missing_tally_is_damage (StoreFixture  *self,
                              gconstpointer  data)
{
  test_sql_exec (self->path, "DELETE FROM tally");
  test_await_error (cn_store_get_tally (self->store), CN_STORE_ERROR_DAMAGED);
}

static void
test_missing_text_is_damage (StoreFixture  *self,
                             gconstpointer  data)
{
  gint64 id = test_add (self, test_draft ("/a", NULL, "one"), NULL);

  test_sql_exec (self->path, "DROP TRIGGER article_version_stays; DELETE FROM article_version");
  test_await_error (cn_store_load_article (self->store, id), CN_STORE_ERROR_DAMAGED);
}

static void
test_authors_that_are_no_list_are_an_error (StoreFixture  *self,
                                            gconstpointer  data)
{
  gint64 id = test_add (self, test_full_draft (), NULL);
  g_autoptr (GError) error = NULL;

  test_sql_exec (self->path, "PRAGMA ignore_check_constraints = ON; UPDATE article SET authors = '[\"a'");
  g_assert_false (test_await_true (cn_store_load_article (self->store, id), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
}

/* Of several origins the first one's address and identifier are the article's. */
static void
test_first_origin_says_where_it_was (StoreFixture  *self,
                                     gconstpointer  data)
{
  gint64 id = test_add (self, test_full_draft (), NULL);
  CnArticleDraft *again = test_full_draft ();
  g_autoptr (CnArticleRecord) record = NULL;
  CnAddOutcome outcome;

  g_set_str (&again->origin, "/elsewhere");
  g_set_str (&again->url, "https://example.org/elsewhere");
  g_set_str (&again->document_id, "urn:example:2");
  test_add (self, again, &outcome);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_NEW_ORIGIN);
  record = test_await_boxed (cn_store_load_article (self->store, id));
  g_assert_cmpuint (record->origins->len, ==, 2);
  g_assert_cmpstr (record->url, ==, "https://example.org/a");
  g_assert_cmpstr (record->document_id, ==, "urn:example:1");
}

/* Whoever goes on from an entry that a bound has put out of sight begins at the bound. */
static void
test_page_behind_an_entry_above_the_bound_begins_at_the_bound (StoreFixture  *self,
                                                               gconstpointer  data)
{
  static const int years[] = { 2020, 2021, 2022 };
  const CnTimelineQuery query = { .until = cn_date_new_day (2021, 12, 31) };
  const CnTimelineEntry after = { .id = 4, .sort_key = cn_date_get_sort_key (cn_date_new_day (2023, 6, 3)) };
  g_autoptr (GArray) entries = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *text = g_strdup_printf ("text of %d", years[i]);
      CnArticleDraft *draft = test_draft ("/a", NULL, text);

      draft->published = cn_date_new_day (years[i], 6, 3);
      g_assert_cmpint (test_add (self, draft, NULL), ==, (gint64) i + 1);
    }

  entries = test_await_boxed (cn_store_list_entries (self->store, &query, &after, 0));
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (g_array_index (entries, CnTimelineEntry, 0).id, ==, 2);
  g_assert_cmpint (g_array_index (entries, CnTimelineEntry, 1).id, ==, 1);
}

/* Somebody died while making it, and whoever opens it next will look into its journal. */
static void
test_backup_does_not_replace_a_store_with_a_journal (StoreFixture  *self,
                                                     gconstpointer  data)
{
  g_autofree char *copy = store_fixture_dup_path (self, "copy.citynet");
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (test_await_true (cn_store_backup (self->store, copy), NULL));
  g_assert_true (g_file_set_contents (journal, "journal", -1, NULL));
  before = test_file_checksum (copy);
  test_await_error (cn_store_backup (self->store, copy), CN_STORE_ERROR_BUSY);
  after = test_file_checksum (copy);
  g_assert_cmpstr (before, ==, after);
}

/* Somebody has rebuilt the file with pages of another size: it is a store all the same. */
static void
test_pages_of_any_size_are_read (StoreFixture  *self,
                                 gconstpointer  data)
{
  static const int sizes[] = { 512, 65536 };

  test_add (self, test_full_draft (), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = DELETE; PRAGMA page_size = %d; VACUUM", sizes[i]);

      store_fixture_close (self);
      test_sql_exec (self->path, sql);
      g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA page_size"), ==, sizes[i]);
      store_fixture_open (self);
      test_assert_sound (self->store);
      cn_article_record_unref (test_await_boxed (cn_store_load_article (self->store, 1)));
    }
}

#define ADD(name, func) g_test_add ("/errors/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (code_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/errors/code/", code_rows[i].name, NULL);

      g_test_add_data_func (path, &code_rows[i], test_code);
    }
  ADD ("cancelled-waits-for-no-lock", test_cancelled_waits_for_no_lock);
  g_test_add_func ("/errors/unknown-versions-are-refused", test_unknown_versions_are_refused);
  g_test_add_func ("/errors/no-version-is-no-schema", test_no_version_is_no_schema);

  for (gsize i = 0; i < G_N_ELEMENTS (draft_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/errors/draft-is-refused/", draft_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &draft_rows[i], set_up, test_draft_is_refused, tear_down);
    }
  ADD ("known-article-keeps-its-publisher-from-an-unknown-one",
       test_known_article_keeps_its_publisher_from_an_unknown_one);

  ADD ("missing-tally-is-damage", test_missing_tally_is_damage);
  ADD ("missing-text-is-damage", test_missing_text_is_damage);
  ADD ("authors-that-are-no-list-are-an-error", test_authors_that_are_no_list_are_an_error);
  ADD ("first-origin-says-where-it-was", test_first_origin_says_where_it_was);
  ADD ("page-behind-an-entry-above-the-bound-begins-at-the-bound",
       test_page_behind_an_entry_above_the_bound_begins_at_the_bound);
  ADD ("backup-does-not-replace-a-store-with-a-journal", test_backup_does_not_replace_a_store_with_a_journal);
  ADD ("pages-of-any-size-are-read", test_pages_of_any_size_are_read);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
