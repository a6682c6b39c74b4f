/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store from outside: what comes back out is what went in, identity, imports, marks. */

#include "config.h"

#include "store-fixture.h"

#define ADD(path, func) \
  g_test_add ("/store/" path, StoreFixture, NULL, set_up, func, tear_down)

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
  test_assert_sound (self->store);
  store_fixture_clear (self);
}

static void
test_article_comes_back_whole (StoreFixture  *self,
                               gconstpointer  data)
{
  gint64 id = test_add (self, test_full_draft (), NULL);
  g_autoptr (CnArticleRecord) record = test_await_boxed (cn_store_load_article (self->store, id));
  g_autoptr (CnArticleDraft) draft = test_full_draft ();

  g_assert_cmpint (record->row->id, ==, id);
  g_assert_cmpstr (record->row->title, ==, draft->title);
  g_assert_cmpstr (record->row->snippet, ==, draft->snippet);
  g_assert_cmpstr (record->row->language, ==, "tr");
  g_assert_true (cn_date_equal (record->row->published, draft->published));
  g_assert_cmpstr (record->row->publisher, ==, "beta");
  g_assert_cmpstrv (record->row->networks, ((const char *[]) { "beta", "alpha", NULL }));
  g_assert_false (record->row->is_read);
  g_assert_false (record->row->is_starred);
  g_assert_cmpstr (record->url, ==, draft->url);
  g_assert_cmpstr (record->document_id, ==, draft->document_id);
  g_assert_cmpstrv (record->authors, draft->authors);
  g_assert_cmpstr (record->site_name, ==, "Example");
  g_assert_cmpstr (record->summary, ==, "A summary");
  g_assert_true (cn_date_equal (record->updated, draft->updated));
  g_assert_cmpstr (record->text, ==, draft->text);
  g_assert_cmpint (record->published_quote_start, ==, 12);
  g_assert_cmpint (record->published_quote_end, ==, 23);
  g_assert_true (g_bytes_equal (record->layout, draft->layout));
  g_assert_cmpint (record->version, ==, 1);
  g_assert_cmpuint (record->origins->len, ==, 1);
  g_assert_cmpstr (((CnArticleOrigin *) record->origins->pdata[0])->address, ==, "/home/reader/a.html");
}


static void
test_article_without_anything_comes_back (StoreFixture  *self,
                                          gconstpointer  data)
{
  CnArticleDraft *draft = test_draft ("", NULL, "only a text");
  g_autoptr (CnArticleRecord) record = NULL;
  gint64 id;

  g_clear_pointer (&draft->title, g_free);
  g_clear_pointer (&draft->snippet, g_free);
  id = test_add (self, draft, NULL);
  record = test_await_boxed (cn_store_load_article (self->store, id));

  g_assert_null (record->row->title);
  g_assert_cmpstr (record->row->snippet, ==, "");
  g_assert_null (record->row->publisher);
  g_assert_cmpuint (g_strv_length (record->row->networks), ==, 0);
  g_assert_cmpint (cn_date_get_precision (record->row->published), ==, CN_PRECISION_NONE);
  g_assert_null (record->authors);
  g_assert_null (record->layout);
  g_assert_null (record->url);
  g_assert_cmpint (record->published_quote_start, ==, -1);
}

static void
test_article_unknown_is_not_found (StoreFixture  *self,
                                   gconstpointer  data)
{
  test_await_error (cn_store_load_article (self->store, 4711), CN_STORE_ERROR_NOT_FOUND);
}

static void
test_article_without_hash_is_refused (StoreFixture  *self,
                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

  g_ptr_array_add (drafts, test_draft ("a", NULL, "whole"));
  g_ptr_array_add (drafts, cn_article_draft_new ());
  test_await_error (cn_store_add_articles (self->store, 1, drafts), CN_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, 0);
}

static void
test_article_of_unknown_network_takes_its_batch_along (StoreFixture  *self,
                                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  CnArticleDraft *draft = test_draft ("b", NULL, "second");

  draft->publisher = g_strdup ("omega");
  g_ptr_array_add (drafts, test_draft ("a", NULL, "first"));
  g_ptr_array_add (drafts, draft);
  test_await_error (cn_store_add_articles (self->store, 1, drafts), CN_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, 0);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM import"), ==, 0);
}

static void
test_article_published_only_is_about_its_publisher (StoreFixture  *self,
                                                    gconstpointer  data)
{
  CnArticleDraft *draft = test_draft ("a", NULL, "text");
  g_autoptr (CnArticleRecord) record = NULL;

  draft->publisher = g_strdup ("gamma");
  record = test_await_boxed (cn_store_load_article (self->store, test_add (self, draft, NULL)));
  g_assert_cmpstrv (record->row->networks, ((const char *[]) { "gamma", NULL }));
}

/* One row of the table is one history: two drafts, and what the second becomes. */
typedef struct
{
  const char   *name;
  const char   *first[3];  /* origin, address, text */
  const char   *second[3];
  CnAddOutcome  outcome;
  gint64        n_articles, n_versions, n_origins;
} IdentityRow;

static const IdentityRow identity_rows[] = {
  { "everything-new-is-another-article",
    { "a", "https://e.org/a", "one" }, { "b", "https://e.org/b", "two" }, CN_ADD_OUTCOME_ADDED, 2, 2, 2 },
  { "same-again-changes-nothing",
    { "a", "https://e.org/a", "one" }, { "a", "https://e.org/a", "one" }, CN_ADD_OUTCOME_KNOWN, 1, 1, 1 },
  { "same-pasted-text-again-changes-nothing",
    { "", NULL, "one" }, { "", NULL, "one" }, CN_ADD_OUTCOME_KNOWN, 1, 1, 1 },
  { "same-text-in-another-file-is-another-origin",
    { "a", NULL, "one" }, { "b", NULL, "one" }, CN_ADD_OUTCOME_NEW_ORIGIN, 1, 1, 2 },
  { "same-text-at-another-address-is-another-origin",
    { "a", "https://e.org/a", "one" }, { "a", "https://e.org/b", "one" }, CN_ADD_OUTCOME_NEW_ORIGIN, 1, 1, 2 },
  { "other-text-at-the-address-is-a-new-version",
    { "a", "https://e.org/a", "one" }, { "a", "https://e.org/a", "two" }, CN_ADD_OUTCOME_NEW_VERSION, 1, 2, 1 },
  { "other-text-at-the-address-from-elsewhere-is-a-new-version-and-origin",
    { "a", "https://e.org/a", "one" }, { "b", "https://e.org/a", "two" }, CN_ADD_OUTCOME_NEW_VERSION, 1, 2, 2 },
  { "other-text-in-the-same-file-without-address-is-another-article",
    { "a", NULL, "one" }, { "a", NULL, "two" }, CN_ADD_OUTCOME_ADDED, 2, 2, 2 },
};

static void
test_identity (StoreFixture  *self,
               gconstpointer  data)
{
  const IdentityRow *row = data;
  CnAddOutcome outcome;

  test_add (self, test_draft (row->first[0], row->first[1], row->first[2]), NULL);
  test_add (self, test_draft (row->second[0], row->second[1], row->second[2]), &outcome);
  g_assert_cmpint (outcome, ==, row->outcome);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article"), ==, row->n_articles);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article_version"), ==, row->n_versions);
  /* A place with two texts is one. */
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*)"
                                               "  FROM (SELECT DISTINCT article_id, address, url FROM origin)"),
                   ==, row->n_origins);
}

static void
test_identity_text_decides_before_address (StoreFixture  *self,
                                           gconstpointer  data)
{
  gint64 cookies = test_add (self, test_draft ("x", "https://e.org/x", "please turn on cookies"), NULL);
  gint64 article = test_add (self, test_draft ("a", "https://e.org/a", "an article"), NULL);
  g_autoptr (CnArticleRecord) record = NULL;
  CnAddOutcome outcome;

  g_assert_cmpint (test_add (self, test_draft ("a", "https://e.org/a", "please turn on cookies"), &outcome), ==,
                   cookies);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_NEW_ORIGIN);
  record = test_await_boxed (cn_store_load_article (self->store, article));
  g_assert_cmpstr (record->text, ==, "an article");
}

static void
test_identity_earlier_version_is_known (StoreFixture  *self,
                                        gconstpointer  data)
{
  gint64 id = test_add (self, test_draft ("a", "https://e.org/a", "one"), NULL);
  CnAddOutcome outcome;

  test_add (self, test_draft ("a", "https://e.org/a", "two"), NULL);
  g_assert_cmpint (test_add (self, test_draft ("a", "https://e.org/a", "one"), &outcome), ==, id);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_KNOWN);
}

static CnArticleDraft *
draft_of_publisher (const char *key,
                    gboolean    is_given)
{
  CnArticleDraft *draft = test_draft ("a", "https://e.org/a", "one");

  draft->publisher = g_strdup (key);
  draft->is_publisher_given = is_given;

  return draft;
}

static void
assert_networks (StoreFixture *self,
                 gint64        id,
                 const char   *publisher,
                 const char   *networks)
{
  g_autoptr (CnArticleRecord) record = test_await_boxed (cn_store_load_article (self->store, id));
  g_autofree char *joined = g_strjoinv (" ", record->row->networks);

  g_assert_cmpstr (record->row->publisher, ==, publisher);
  g_assert_cmpstr (joined, ==, networks);
}

/* What a reader found is kept as it was found; what a person says is added. */
static void
test_identity_given_publisher_is_added_to_what_is_known (StoreFixture  *self,
                                                         gconstpointer  data)
{
  gint64 id = test_add (self, draft_of_publisher ("alpha", FALSE), NULL);
  CnAddOutcome outcome;

  g_assert_cmpint (test_add (self, draft_of_publisher ("gamma", FALSE), &outcome), ==, id);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_KNOWN);
  assert_networks (self, id, "alpha", "alpha");

  g_assert_cmpint (test_add (self, draft_of_publisher ("gamma", TRUE), &outcome), ==, id);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_NEW_PUBLISHER);
  assert_networks (self, id, "gamma", "gamma alpha");

  test_add (self, draft_of_publisher ("gamma", TRUE), &outcome);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_KNOWN);
  test_add (self, draft_of_publisher ("alpha", TRUE), &outcome);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_NEW_PUBLISHER);
  assert_networks (self, id, "alpha", "alpha gamma");
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article_version"), ==, 1);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT n_articles FROM network WHERE key = 'gamma'"), ==, 1);
}

static void
test_version_new_replaces_what_is_shown_and_keeps_the_old (StoreFixture  *self,
                                                           gconstpointer  data)
{
  CnArticleDraft *first = test_draft ("a", "https://e.org/a", "one");
  CnArticleDraft *second = test_draft ("a", "https://e.org/a", "two");
  g_autoptr (CnArticleRecord) record = NULL;
  gint64 id;

  first->publisher = g_strdup ("alpha");
  first->published = cn_date_new_year (2020);
  second->networks = g_strdupv ((char *[]) { (char *) "beta", NULL });
  second->published = cn_date_new_day (2021, 1, 2);
  id = test_add (self, first, NULL);
  g_array_unref (test_await_boxed (cn_store_set_read (self->store, &id, 1, TRUE)));
  test_add (self, second, NULL);

  record = test_await_boxed (cn_store_load_article (self->store, id));
  g_assert_cmpint (record->version, ==, 2);
  g_assert_cmpstr (record->text, ==, "two");
  g_assert_cmpstr (record->row->title, ==, "Title of two");
  g_assert_null (record->row->publisher);
  g_assert_cmpstrv (record->row->networks, ((const char *[]) { "beta", NULL }));
  g_assert_true (cn_date_equal (record->row->published, cn_date_new_day (2021, 1, 2)));
  g_assert_true (record->row->is_read);

  g_assert_cmpint (test_sql_int64 (self->path, "SELECT text = 'one' FROM article_version WHERE number = 1"), ==, 1);
  g_assert_cmpint (test_sql_int64 (self->path,
                                   "SELECT title = 'Title of one' AND published = '2020' FROM snapshot"
                                   " WHERE version_id = (SELECT id FROM article_version WHERE number = 1)"), ==, 1);
}

static void
test_origin_keeps_what_differs (StoreFixture  *self,
                                gconstpointer  data)
{
  CnArticleDraft *other = test_draft ("b", "https://e.org/b", "one");

  test_add (self, test_draft ("a", "https://e.org/a", "one"), NULL);
  g_set_str (&other->title, "Another title");
  other->published = cn_date_new_month (2021, 6);
  test_add (self, other, NULL);

  g_assert_cmpint (test_sql_int64 (self->path,
                                   "SELECT title IS NULL AND published IS NULL FROM origin WHERE id = 1"), ==, 1);
  g_assert_cmpint (test_sql_int64 (self->path,
                                   "SELECT title = 'Another title' AND published = '2021-06' FROM origin WHERE id = 2"),
                   ==, 1);
}

static guint
count_shown (StoreFixture *self)
{
  CnTimelineQuery query = { .since = CN_DATE_NONE, .until = CN_DATE_NONE };
  g_autoptr (GArray) entries = test_await_boxed (cn_store_list_entries (self->store, &query, NULL, 0));
  g_autoptr (CnTally) tally = test_await_boxed (cn_store_get_tally (self->store));

  g_assert_cmpuint (entries->len, ==, tally->n_articles);
  return entries->len;
}

static void
test_import_undone_hides_and_redone_shows (StoreFixture  *self,
                                           gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  CnArticleDraft *draft = test_draft ("a", NULL, "one");
  gint64 id;

  draft->publisher = g_strdup ("alpha");
  id = test_add_to_import (self, import_id, draft, NULL);
  test_add_to_import (self, import_id, test_draft ("b", NULL, "two"), NULL);
  g_array_unref (test_await_boxed (cn_store_set_starred (self->store, &id, 1, TRUE)));

  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 2);
  g_assert_cmpuint (count_shown (self), ==, 0);
  test_await_error (cn_store_load_article (self->store, id), CN_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 0);
  test_assert_sound (self->store);

  g_assert_cmpuint (test_await_uint (cn_store_redo_import (self->store, import_id)), ==, 2);
  g_assert_cmpuint (count_shown (self), ==, 2);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT n_starred FROM tally"), ==, 1);
}

static void
test_import_undone_leaves_what_was_there_before (StoreFixture  *self,
                                                 gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));

  test_add (self, test_draft ("a", NULL, "one"), NULL);
  test_add_to_import (self, import_id, test_draft ("b", NULL, "one"), NULL);
  test_add_to_import (self, import_id, test_draft ("c", NULL, "two"), NULL);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 1);
  g_assert_cmpuint (count_shown (self), ==, 1);
}

static void
test_import_again_after_undo_restores (StoreFixture  *self,
                                       gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  gint64 id = test_add_to_import (self, import_id, test_draft ("a", NULL, "one"), NULL);
  CnAddOutcome outcome;

  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 1);
  g_assert_cmpint (test_add (self, test_draft ("a", NULL, "one"), &outcome), ==, id);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_RESTORED);
  g_assert_cmpuint (count_shown (self), ==, 1);

  /* The origin belongs to the later import now: there is nothing left for the first to bring back or take away. */
  g_assert_cmpuint (test_await_uint (cn_store_redo_import (self->store, import_id)), ==, 0);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 0);
  g_assert_cmpuint (count_shown (self), ==, 1);
}

static CnArticleDraft *
draft_of_page (const char *text,
               const char *network,
               guint16     year)
{
  CnArticleDraft *draft = test_draft ("a", "https://e.org/a", text);

  draft->publisher = g_strdup (network);
  draft->published = cn_date_new_year (year);
  return draft;
}

static void
assert_shows (StoreFixture *self,
              gint64        id,
              const char   *text,
              const char   *network,
              guint16       year)
{
  g_autoptr (CnArticleRecord) record = test_await_boxed (cn_store_load_article (self->store, id));
  g_autofree char *title = g_strconcat ("Title of ", text, NULL);

  g_assert_cmpstr (record->text, ==, text);
  g_assert_cmpstr (record->row->title, ==, title);
  g_assert_cmpstr (record->row->publisher, ==, network);
  g_assert_cmpstrv (record->row->networks, ((const char *[]) { network, NULL }));
  g_assert_true (cn_date_equal (record->row->published, cn_date_new_year (year)));
  g_assert_cmpuint (record->origins->len, ==, 1);
}

static void
test_import_undone_takes_its_new_text_back (StoreFixture  *self,
                                            gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  gint64 id = test_add (self, draft_of_page ("one", "alpha", 2020), NULL);
  CnAddOutcome outcome;

  test_add_to_import (self, import_id, draft_of_page ("two", "beta", 2021), &outcome);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_NEW_VERSION);
  g_array_unref (test_await_boxed (cn_store_set_starred (self->store, &id, 1, TRUE)));
  assert_shows (self, id, "two", "beta", 2021);

  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 1);
  assert_shows (self, id, "one", "alpha", 2020);
  test_assert_sound (self->store);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT is_starred FROM article"), ==, 1);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM article_version"), ==, 2);

  g_assert_cmpuint (test_await_uint (cn_store_redo_import (self->store, import_id)), ==, 1);
  assert_shows (self, id, "two", "beta", 2021);
  test_assert_sound (self->store);
}

static void
test_import_undone_beneath_another_waits_for_it (StoreFixture  *self,
                                                 gconstpointer  data)
{
  gint64 second = test_await_int64 (cn_store_begin_import (self->store));
  gint64 third = test_await_int64 (cn_store_begin_import (self->store));
  gint64 id = test_add (self, draft_of_page ("one", "alpha", 2020), NULL);

  test_add_to_import (self, second, draft_of_page ("two", "beta", 2021), NULL);
  test_add_to_import (self, third, draft_of_page ("three", "gamma", 2022), NULL);

  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, second)), ==, 0);
  assert_shows (self, id, "three", "gamma", 2022);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, third)), ==, 1);
  assert_shows (self, id, "one", "alpha", 2020);
  g_assert_cmpuint (test_await_uint (cn_store_redo_import (self->store, second)), ==, 1);
  assert_shows (self, id, "two", "beta", 2021);
  g_assert_cmpuint (test_await_uint (cn_store_redo_import (self->store, third)), ==, 1);
  assert_shows (self, id, "three", "gamma", 2022);
  test_assert_sound (self->store);
}

static void
test_import_again_after_undo_brings_the_new_text (StoreFixture  *self,
                                                  gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  gint64 id = test_add (self, draft_of_page ("one", "alpha", 2020), NULL);
  CnAddOutcome outcome;

  test_add_to_import (self, import_id, draft_of_page ("two", "beta", 2021), NULL);
  test_await_uint (cn_store_undo_import (self->store, import_id));

  g_assert_cmpint (test_add (self, draft_of_page ("two", "beta", 2021), &outcome), ==, id);
  g_assert_cmpint (outcome, ==, CN_ADD_OUTCOME_NEW_VERSION);
  assert_shows (self, id, "two", "beta", 2021);
  g_assert_cmpuint (test_await_uint (cn_store_redo_import (self->store, import_id)), ==, 0);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 0);
  assert_shows (self, id, "two", "beta", 2021);
  test_assert_sound (self->store);
}

/* What brought the first text goes, what brought the second stays. */
static void
test_import_undone_leaves_a_later_text (StoreFixture  *self,
                                        gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  gint64 id = test_add_to_import (self, import_id, draft_of_page ("one", "alpha", 2020), NULL);

  test_add (self, draft_of_page ("two", "beta", 2021), NULL);
  g_assert_cmpuint (test_await_uint (cn_store_undo_import (self->store, import_id)), ==, 0);
  assert_shows (self, id, "two", "beta", 2021);
  test_assert_sound (self->store);
}

static void
test_import_undone_gives_a_later_publisher_back (StoreFixture  *self,
                                                 gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  CnArticleDraft *again = draft_of_page ("one", "delta", 2020);
  gint64 id = test_add (self, draft_of_page ("one", NULL, 2020), NULL);

  again->is_publisher_given = TRUE;
  test_add (self, again, NULL);
  test_add_to_import (self, import_id, draft_of_page ("two", "beta", 2021), NULL);
  test_await_uint (cn_store_undo_import (self->store, import_id));
  assert_shows (self, id, "one", "delta", 2020);
  test_assert_sound (self->store);
}

static void
test_import_undone_takes_nothing_more (StoreFixture  *self,
                                       gconstpointer  data)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

  test_add_to_import (self, import_id, test_draft ("a", NULL, "one"), NULL);
  test_await_uint (cn_store_undo_import (self->store, import_id));
  g_ptr_array_add (drafts, test_draft ("b", NULL, "two"));
  test_await_error (cn_store_add_articles (self->store, import_id, drafts), CN_STORE_ERROR_CONSTRAINT);
}

static void
test_import_of_nothing_new_writes_nothing (StoreFixture  *self,
                                           gconstpointer  data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_add (self, test_full_draft (), NULL);
  before = test_file_checksum (log);
  test_add (self, test_full_draft (), NULL);
  store_fixture_sync_networks (self);
  after = test_file_checksum (log);
  g_assert_cmpstr (before, ==, after);
}

static void
test_marks_tell_what_changed (StoreFixture  *self,
                              gconstpointer  data)
{
  gint64 ids[] = { test_add (self, test_draft ("a", NULL, "one"), NULL), 4711,
                   test_add (self, test_draft ("b", NULL, "two"), NULL) };
  g_autoptr (GArray) first = test_await_boxed (cn_store_set_read (self->store, ids, 2, TRUE));
  g_autoptr (GArray) second = test_await_boxed (cn_store_set_read (self->store, ids, 3, TRUE));
  g_autoptr (GArray) third = test_await_boxed (cn_store_set_read (self->store, ids, 3, FALSE));
  g_autoptr (GArray) none = test_await_boxed (cn_store_set_starred (self->store, NULL, 0, TRUE));

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (g_array_index (first, gint64, 0), ==, ids[0]);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpint (g_array_index (second, gint64, 0), ==, ids[2]);
  g_assert_cmpuint (third->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_rows_come_in_the_order_of_the_ids (StoreFixture  *self,
                                        gconstpointer  data)
{
  gint64 first = test_add (self, test_draft ("a", NULL, "one"), NULL);
  gint64 second = test_add (self, test_draft ("b", NULL, "two"), NULL);
  gint64 ids[] = { second, 4711, first, second };
  g_autoptr (GPtrArray) rows = test_await_boxed (cn_store_load_rows (self->store, ids, G_N_ELEMENTS (ids)));

  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpint (((CnArticleRow *) rows->pdata[0])->id, ==, second);
  g_assert_null (rows->pdata[1]);
  g_assert_cmpint (((CnArticleRow *) rows->pdata[2])->id, ==, first);
  g_assert_cmpint (((CnArticleRow *) rows->pdata[3])->id, ==, second);
}

static void
add_tests (void)
{
  ADD ("article/comes-back-whole", test_article_comes_back_whole);
  ADD ("article/without-anything-comes-back", test_article_without_anything_comes_back);
  ADD ("article/unknown-is-not-found", test_article_unknown_is_not_found);
  ADD ("article/without-hash-is-refused", test_article_without_hash_is_refused);
  ADD ("article/of-unknown-network-takes-its-batch-along", test_article_of_unknown_network_takes_its_batch_along);
  ADD ("article/published-only-is-about-its-publisher", test_article_published_only_is_about_its_publisher);

  for (gsize i = 0; i < G_N_ELEMENTS (identity_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/identity/", identity_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &identity_rows[i], set_up, test_identity, tear_down);
    }
  ADD ("identity/text-decides-before-address", test_identity_text_decides_before_address);
  ADD ("identity/earlier-version-is-known", test_identity_earlier_version_is_known);
  ADD ("identity/given-publisher-is-added-to-what-is-known", test_identity_given_publisher_is_added_to_what_is_known);

  ADD ("version/new-replaces-what-is-shown-and-keeps-the-old",
       test_version_new_replaces_what_is_shown_and_keeps_the_old);
  ADD ("origin/keeps-what-differs", test_origin_keeps_what_differs);

  ADD ("import/undone-hides-and-redone-shows", test_import_undone_hides_and_redone_shows);
  ADD ("import/undone-leaves-what-was-there-before", test_import_undone_leaves_what_was_there_before);
  ADD ("import/again-after-undo-restores", test_import_again_after_undo_restores);
  ADD ("import/undone-takes-nothing-more", test_import_undone_takes_nothing_more);
  ADD ("import/undone-takes-its-new-text-back", test_import_undone_takes_its_new_text_back);
  ADD ("import/undone-beneath-another-waits-for-it", test_import_undone_beneath_another_waits_for_it);
  ADD ("import/undone-leaves-a-later-text", test_import_undone_leaves_a_later_text);
  ADD ("import/undone-gives-a-later-publisher-back", test_import_undone_gives_a_later_publisher_back);
  ADD ("import/again-after-undo-brings-the-new-text", test_import_again_after_undo_brings_the_new_text);
  ADD ("import/of-nothing-new-writes-nothing", test_import_of_nothing_new_writes_nothing);

  ADD ("marks/tell-what-changed", test_marks_tell_what_changed);
  ADD ("rows/come-in-the-order-of-the-ids", test_rows_come_in_the_order_of_the_ids);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
