/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store as it goes on: its networks, what it tells of its commits, its futures, and being let go. */

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
test_networks_keep_order_parents_and_tallies (StoreFixture  *self,
                                              gconstpointer  data)
{
  CnArticleDraft *draft = test_draft ("a", NULL, "one");
  g_autoptr (GPtrArray) networks = NULL;
  CnNetworkRecord *beta;
  gint64 id;

  draft->networks = g_strdupv ((char *[]) { (char *) "beta", (char *) "gamma", NULL });
  id = test_add (self, draft, NULL);
  networks = test_await_boxed (cn_store_list_networks (self->store));
  g_assert_cmpuint (networks->len, ==, 4);
  beta = g_ptr_array_index (networks, 1);
  g_assert_cmpstr (beta->key, ==, "beta");
  g_assert_cmpstr (beta->parent, ==, "delta");
  g_assert_cmpstr (beta->kind, ==, "campaign");
  g_assert_cmpstr (beta->short_name, ==, "BETA");
  g_assert_null (beta->website);
  g_assert_cmpuint (beta->n_articles, ==, 1);
  g_assert_cmpuint (beta->n_unread, ==, 1);
  g_clear_pointer (&networks, g_ptr_array_unref);

  g_array_unref (test_await_boxed (cn_store_set_read (self->store, &id, 1, TRUE)));
  networks = test_await_boxed (cn_store_list_networks (self->store));
  beta = g_ptr_array_index (networks, 1);
  g_assert_cmpuint (beta->n_articles, ==, 1);
  g_assert_cmpuint (beta->n_unread, ==, 0);
}

static void
test_networks_dropped_by_the_registry_stay_while_articles_need_them (StoreFixture  *self,
                                                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) registry = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);
  CnArticleDraft *draft = test_draft ("a", NULL, "one");
  g_autoptr (GPtrArray) networks = NULL;
  CnNetworkRecord *only = cn_network_record_new ();

  draft->publisher = g_strdup ("gamma");
  test_add (self, draft, NULL);
  only->key = g_strdup ("alpha");
  only->name = g_strdup ("Alpha");
  only->kind = g_strdup ("network");
  g_ptr_array_add (registry, only);
  g_assert_true (test_await_true (cn_store_sync_networks (self->store, registry), NULL));

  networks = test_await_boxed (cn_store_list_networks (self->store));
  g_assert_cmpuint (networks->len, ==, 2);
  g_assert_cmpstr (((CnNetworkRecord *) networks->pdata[0])->name, ==, "Alpha");
  g_assert_cmpstr (((CnNetworkRecord *) networks->pdata[1])->key, ==, "gamma");
  g_assert_cmpint (((CnNetworkRecord *) networks->pdata[1])->position, ==, G_MAXINT);
}

static void
test_networks_of_unknown_kind_are_refused (StoreFixture  *self,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) registry = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);
  CnNetworkRecord *network = cn_network_record_new ();

  network->key = g_strdup ("alpha");
  network->name = g_strdup ("Alpha");
  network->kind = g_strdup ("galaxy");
  g_ptr_array_add (registry, network);
  test_await_error (cn_store_sync_networks (self->store, registry), CN_STORE_ERROR_CONSTRAINT);
}

typedef struct
{
  guint         n_emissions;
  CnStoreChange what;
  GArray       *ids;
} Recorder;

static void
changed_cb (CnStore  *store,
            guint     what,
            GArray   *ids,
            Recorder *recorder)
{
  recorder->n_emissions++;
  recorder->what = what;
  g_clear_pointer (&recorder->ids, g_array_unref);
  recorder->ids = ids != NULL ? g_array_ref (ids) : NULL;
}

static void
test_changed_comes_once_a_commit (StoreFixture  *self,
                                  gconstpointer  data)
{
  Recorder recorder = { 0, };
  gint64 id;

  test_turn ();
  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &recorder);
  id = test_add (self, test_full_draft (), NULL);
  test_turn ();
  g_assert_cmpuint (recorder.n_emissions, ==, 1);
  g_assert_cmpint (recorder.what, ==, CN_STORE_CHANGE_ARTICLES);
  g_assert_cmpuint (recorder.ids->len, ==, 1);
  g_assert_cmpint (g_array_index (recorder.ids, gint64, 0), ==, id);

  test_add (self, test_full_draft (), NULL);
  test_turn ();
  g_assert_cmpuint (recorder.n_emissions, ==, 1);

  g_array_unref (test_await_boxed (cn_store_set_starred (self->store, &id, 1, TRUE)));
  test_turn ();
  g_assert_cmpuint (recorder.n_emissions, ==, 2);
  g_assert_cmpint (recorder.what, ==, CN_STORE_CHANGE_MARKS);

  store_fixture_sync_networks (self);
  test_turn ();
  g_assert_cmpuint (recorder.n_emissions, ==, 2);
  g_signal_handlers_disconnect_by_data (self->store, &recorder);
  g_clear_pointer (&recorder.ids, g_array_unref);
}

static void
test_changed_names_no_ids_when_they_are_many (StoreFixture  *self,
                                              gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  Recorder recorder = { 0, };

  for (guint i = 0; i < 1001; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);

      g_ptr_array_add (drafts, test_draft ("a", NULL, text));
    }

  test_turn ();
  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &recorder);
  g_array_unref (test_await_boxed (cn_store_add_articles (self->store, 1, drafts)));
  test_turn ();
  g_assert_cmpuint (recorder.n_emissions, ==, 1);
  g_assert_null (recorder.ids);
  g_signal_handlers_disconnect_by_data (self->store, &recorder);
}

static void
test_changed_tells_of_another_process (StoreFixture  *self,
                                       gconstpointer  data)
{
  Recorder recorder = { 0, };

  test_turn ();
  g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), &recorder);
  test_sql_exec (self->path, "UPDATE tally SET n_commits = n_commits + 1");
  while (recorder.n_emissions == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (recorder.what, ==, CN_STORE_CHANGE_ALL);
  g_signal_handlers_disconnect_by_data (self->store, &recorder);
}

static void
test_futures_dropped_are_interrupted_alone (StoreFixture  *self,
                                            gconstpointer  data)
{
  CnTimelineQuery query = { .since = CN_DATE_NONE, .until = CN_DATE_NONE };
  DexFuture *dropped[64];
  DexFuture *kept;

  test_add (self, test_full_draft (), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    dropped[i] = cn_store_list_entries (self->store, &query, NULL, 0);
  kept = cn_store_count_entries (self->store, &query);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    dex_clear (&dropped[i]);
  g_assert_cmpuint (test_await_uint (kept), ==, 1);
}

static void
test_futures_after_close_are_rejected (StoreFixture  *self,
                                       gconstpointer  data)
{
  g_autoptr (CnStore) store = NULL;
  g_autoptr (DexFuture) future = test_await (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT));

  store = g_value_dup_object (dex_future_get_value (future, NULL));
  g_assert_true (test_await_true (cn_store_close (store), NULL));
  g_assert_false (test_await_true (cn_store_get_tally (store), NULL));
  g_assert_false (test_await_true (cn_store_set_read (store, NULL, 0, TRUE), NULL));
}

static void
test_futures_of_wrong_arguments_are_rejected (StoreFixture  *self,
                                              gconstpointer  data)
{
  g_assert_false (test_await_true (cn_store_add_articles (self->store, 0, NULL), NULL));
  g_assert_false (test_await_true (cn_store_list_entries (self->store, NULL, NULL, 0), NULL));
  g_assert_false (test_await_true (cn_store_load_rows (self->store, NULL, 3), NULL));
  g_assert_false (test_await_true (cn_store_backup (self->store, NULL), NULL));
}

static void
test_store_dropped_without_close_is_whole (StoreFixture  *self,
                                           gconstpointer  data)
{
  test_add (self, test_full_draft (), NULL);
  dex_future_disown (cn_store_set_read (self->store, (gint64[]) { 1 }, 1, TRUE));
  g_clear_object (&self->store);
  store_fixture_open (self);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT n_articles - n_unread FROM tally"), ==, 1);
}

static void
test_store_dropped_while_it_closes_is_whole (StoreFixture  *self,
                                             gconstpointer  data)
{
  DexFuture *closing;

  test_add (self, test_full_draft (), NULL);
  closing = cn_store_close (self->store);
  g_clear_object (&self->store);
  dex_unref (closing);
  test_turn ();
  store_fixture_open (self);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT n_articles FROM tally"), ==, 1);
}

static void
add_tests (void)
{
  ADD ("networks/keep-order-parents-and-tallies", test_networks_keep_order_parents_and_tallies);
  ADD ("networks/dropped-by-the-registry-stay-while-articles-need-them",
       test_networks_dropped_by_the_registry_stay_while_articles_need_them);
  ADD ("networks/of-unknown-kind-are-refused", test_networks_of_unknown_kind_are_refused);

  ADD ("changed/comes-once-a-commit", test_changed_comes_once_a_commit);
  ADD ("changed/names-no-ids-when-they-are-many", test_changed_names_no_ids_when_they_are_many);
  ADD ("changed/tells-of-another-process", test_changed_tells_of_another_process);

  ADD ("futures/dropped-are-interrupted-alone", test_futures_dropped_are_interrupted_alone);
  ADD ("futures/after-close-are-rejected", test_futures_after_close_are_rejected);
  ADD ("futures/of-wrong-arguments-are-rejected", test_futures_of_wrong_arguments_are_rejected);
  ADD ("dropped-without-close-is-whole", test_store_dropped_without_close_is_whole);
  ADD ("dropped-while-it-closes-is-whole", test_store_dropped_while_it_closes_is_whole);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
