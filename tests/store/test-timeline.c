/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Timelines: order, filters, bounds, chunks. */

#include "config.h"

#include "store-fixture.h"

/* The articles of every test, oldest first; ids are 1, 2, … in this order. */
typedef struct
{
  const char *date;      /* ISO, NULL for undated */
  const char *publisher;
  const char *about;
  gboolean    is_read;
  gboolean    is_starred;
} ArticleRow;

static const ArticleRow articles[] = {
  { "2021-06-04", "alpha", NULL, TRUE, FALSE },            /* 1 */
  { "2021-06-04", "beta", "alpha", FALSE, TRUE },          /* 2 */
  { NULL, "alpha", NULL, FALSE, FALSE },                   /* 3 */
  { "2021-06", "alpha", "beta", FALSE, FALSE },            /* 4 */
  { "2021", "gamma", NULL, FALSE, FALSE },                 /* 5 */
  { "2021-06-04T08:30:00Z", "beta", NULL, FALSE, TRUE },   /* 6 */
  { "2021-07-01", NULL, "gamma", TRUE, TRUE },             /* 7 */
  { "2020-12-31", "alpha", "gamma", FALSE, FALSE },        /* 8 */
  { NULL, NULL, NULL, FALSE, FALSE },                      /* 9 */
  { "2022-01-01", "delta", "alpha", FALSE, FALSE },        /* 10 */
};

typedef struct
{
  const char      *name;
  CnTimelineScope  scope;
  const char      *networks; /* separated by spaces */
  const char      *since;
  const char      *until;
  const char      *expected; /* ids in order */
} QueryRow;

static const QueryRow rows[] = {
  { "all-newest-first-undated-last", CN_TIMELINE_SCOPE_ALL, "", NULL, NULL, "10 7 6 2 1 4 5 8 9 3" },
  { "unread", CN_TIMELINE_SCOPE_UNREAD, "", NULL, NULL, "10 6 2 4 5 8 9 3" },
  { "starred", CN_TIMELINE_SCOPE_STARRED, "", NULL, NULL, "7 6 2" },
  { "one-network-is-publisher-or-subject", CN_TIMELINE_SCOPE_ALL, "alpha", NULL, NULL, "10 2 1 4 8 3" },
  { "one-network-unread", CN_TIMELINE_SCOPE_UNREAD, "alpha", NULL, NULL, "10 2 4 8 3" },
  { "one-network-starred", CN_TIMELINE_SCOPE_STARRED, "beta", NULL, NULL, "6 2" },
  { "two-networks-without-doubles", CN_TIMELINE_SCOPE_ALL, "alpha beta", NULL, NULL, "10 6 2 1 4 8 3" },
  { "same-network-twice", CN_TIMELINE_SCOPE_ALL, "beta beta", NULL, NULL, "6 2 4" },
  { "two-networks-unread", CN_TIMELINE_SCOPE_UNREAD, "gamma beta", NULL, NULL, "6 2 4 5 8" },
  { "three-networks-starred", CN_TIMELINE_SCOPE_STARRED, "gamma beta alpha", NULL, NULL, "7 6 2" },
  { "unknown-network-is-empty", CN_TIMELINE_SCOPE_ALL, "omega", NULL, NULL, "" },
  { "unknown-network-beside-a-known", CN_TIMELINE_SCOPE_ALL, "omega beta", NULL, NULL, "6 2 4" },
  { "since-day-leaves-out-what-may-be-earlier", CN_TIMELINE_SCOPE_ALL, "", "2021-06-04", NULL, "10 7 6 2 1" },
  { "since-month", CN_TIMELINE_SCOPE_ALL, "", "2021-06", NULL, "10 7 6 2 1 4" },
  { "since-year", CN_TIMELINE_SCOPE_ALL, "", "2021", NULL, "10 7 6 2 1 4 5" },
  { "until-day-has-all-of-the-day", CN_TIMELINE_SCOPE_ALL, "", NULL, "2021-06-04", "6 2 1 4 5 8" },
  { "until-month-has-all-of-the-month", CN_TIMELINE_SCOPE_ALL, "", NULL, "2021-06", "6 2 1 4 5 8" },
  { "until-year-has-all-of-the-year", CN_TIMELINE_SCOPE_ALL, "", NULL, "2021", "7 6 2 1 4 5 8" },
  { "until-a-moment", CN_TIMELINE_SCOPE_ALL, "", NULL, "2021-06-04T08:29:59Z", "2 1 4 5 8" },
  { "between-for-networks", CN_TIMELINE_SCOPE_ALL, "alpha gamma", "2021", "2021", "7 2 1 4 5" },
  { "between-for-one-network", CN_TIMELINE_SCOPE_UNREAD, "alpha", "2021", "2021", "2 4" },
  { "nothing-between", CN_TIMELINE_SCOPE_ALL, "", "2023", "2022", "" },
};

static CnDate
parse_date (const char *iso)
{
  CnDate date = CN_DATE_NONE;

  if (iso != NULL)
    g_assert_true (cn_date_from_iso (iso, &date));
  return date;
}

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  store_fixture_init (self);
  store_fixture_open (self);
  store_fixture_sync_networks (self);

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *text = g_strdup_printf ("article %" G_GSIZE_FORMAT, i + 1);
      CnArticleDraft *draft = test_draft (text, NULL, text);
      gint64 id;

      draft->published = parse_date (articles[i].date);
      draft->publisher = g_strdup (articles[i].publisher);
      if (articles[i].about != NULL)
        draft->networks = g_strsplit (articles[i].about, " ", -1);
      id = test_add (self, draft, NULL);
      g_assert_cmpint (id, ==, (gint64) i + 1);
      if (articles[i].is_read)
        g_array_unref (test_await_boxed (cn_store_set_read (self->store, &id, 1, TRUE)));
      if (articles[i].is_starred)
        g_array_unref (test_await_boxed (cn_store_set_starred (self->store, &id, 1, TRUE)));
    }
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  test_assert_sound (self->store);
  store_fixture_clear (self);
}

static char *
describe (GArray *entries)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (entries, CnTimelineEntry, i).id);
  return g_string_free_and_steal (ids);
}

static CnTimelineQuery
make_query (const QueryRow *row,
            char          **networks)
{
  return (CnTimelineQuery) {
    .networks = row->networks[0] != '\0' ? (const char * const *) networks : NULL,
    .scope = row->scope,
    .since = parse_date (row->since),
    .until = parse_date (row->until),
  };
}

static void
test_query (StoreFixture  *self,
            gconstpointer  data)
{
  const QueryRow *row = data;
  g_auto (GStrv) networks = g_strsplit (row->networks, " ", -1);
  CnTimelineQuery query = make_query (row, networks);
  g_autoptr (GArray) entries = test_await_boxed (cn_store_list_entries (self->store, &query, NULL, 0));
  g_autofree char *ids = describe (entries);

  g_assert_cmpstr (ids, ==, row->expected);
  g_assert_cmpuint (test_await_uint (cn_store_count_entries (self->store, &query)), ==, entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      CnTimelineEntry entry = g_array_index (entries, CnTimelineEntry, i);

      g_assert_cmpint (entry.sort_key, ==, cn_date_get_sort_key (parse_date (articles[entry.id - 1].date)));
    }
}

/* However it is cut into chunks, it is the same list. */
static void
test_chunks (StoreFixture  *self,
             gconstpointer  data)
{
  const QueryRow *row = data;
  g_auto (GStrv) networks = g_strsplit (row->networks, " ", -1);
  CnTimelineQuery query = make_query (row, networks);

  for (guint limit = 1; limit <= 4; limit++)
    {
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (CnTimelineEntry));
      g_autofree char *ids = NULL;
      guint length;

      do
        {
          const CnTimelineEntry *after = all->len > 0 ? &g_array_index (all, CnTimelineEntry, all->len - 1) : NULL;
          g_autoptr (GArray) chunk = test_await_boxed (cn_store_list_entries (self->store, &query, after, limit));

          length = chunk->len;
          g_assert_cmpuint (length, <=, limit);
          g_array_append_vals (all, chunk->data, chunk->len);
        }
      while (length == limit);

      ids = describe (all);
      g_assert_cmpstr (ids, ==, row->expected);
    }
}

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *query = g_strconcat ("/timeline/query/", rows[i].name, NULL);
      g_autofree char *chunks = g_strconcat ("/timeline/chunks/", rows[i].name, NULL);

      g_test_add (query, StoreFixture, &rows[i], set_up, test_query, tear_down);
      g_test_add (chunks, StoreFixture, &rows[i], set_up, test_chunks, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
