/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random operations on the store and on a naive model of it in memory: the same answers, the same order, the
 * same counts.
 *
 * The model keeps arrays and looks through all of them for every answer; there is nothing in it to be clever
 * about. The seed is printed by the test framework; --seed runs the same again. */

#include "config.h"

#include "store-fixture.h"

#include <string.h>

#define N_STEPS      1000 /* times ten in a full run */
#define N_TEXTS      60
#define N_ADDRESSES  30
#define N_ORIGINS    4
#define CHECK_EVERY  50
#define SOUND_EVERY  500

static const char * const network_keys[] = { "alpha", "beta", "gamma", "delta" };

typedef struct
{
  gint64 id;
  char  *address;
  char  *url;
  guint  version; /* an index of the article's texts */
  gint64 import_id;
} ModelOrigin;

typedef struct
{
  CnDate published;
  guint  networks; /* bits */
} ModelVersion;

typedef struct
{
  gint64     id;
  GPtrArray *texts;    /* every version's */
  GArray    *versions; /* ModelVersion, beside the texts */
  GArray    *origins;  /* ModelOrigin */
  guint      shown;    /* an index of both */
  gboolean   is_read;
  gboolean   is_starred;
} ModelArticle;

typedef struct
{
  GPtrArray *articles; /* by id, from 1 */
  GArray    *imports;  /* gint64 */
  GHashTable *undone;  /* (element-type gint64) set of import ids */
} Model;

static void
model_origin_clear (gpointer data)
{
  ModelOrigin *origin = data;

  g_free (origin->address);
  g_free (origin->url);
}

static void
model_article_free (gpointer data)
{
  ModelArticle *article = data;

  g_ptr_array_unref (article->texts);
  g_array_unref (article->versions);
  g_array_unref (article->origins);
  g_free (article);
}

static gboolean
is_undone (Model  *model,
           gint64  import_id)
{
  return g_hash_table_contains (model->undone, &import_id);
}

static gboolean
is_shown (Model        *model,
          ModelArticle *article)
{
  for (guint i = 0; i < article->origins->len; i++)
    if (!is_undone (model, g_array_index (article->origins, ModelOrigin, i).import_id))
      return TRUE;
  return FALSE;
}

static const ModelVersion *
get_shown (ModelArticle *article)
{
  return &g_array_index (article->versions, ModelVersion, article->shown);
}

/* The newest text that somebody vouches for; when nobody does, whatever it was. */
static void
choose_shown (Model        *model,
              ModelArticle *article)
{
  int newest = -1;

  for (guint i = 0; i < article->origins->len; i++)
    {
      const ModelOrigin *origin = &g_array_index (article->origins, ModelOrigin, i);

      if (!is_undone (model, origin->import_id))
        newest = MAX (newest, (int) origin->version);
    }
  if (newest >= 0)
    article->shown = (guint) newest;
}

static ModelArticle *
find_by_text (Model      *model,
              const char *text,
              guint      *version)
{
  for (guint i = 0; i < model->articles->len; i++)
    {
      ModelArticle *article = g_ptr_array_index (model->articles, i);

      if (g_ptr_array_find_with_equal_func (article->texts, text, g_str_equal, version))
        return article;
    }
  return NULL;
}

/* The origin that was stored first decides, whosever it is. */
static ModelArticle *
find_by_url (Model      *model,
             const char *url)
{
  ModelArticle *found = NULL;
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < model->articles->len; i++)
    {
      ModelArticle *article = g_ptr_array_index (model->articles, i);

      for (guint j = 0; j < article->origins->len; j++)
        {
          ModelOrigin *origin = &g_array_index (article->origins, ModelOrigin, j);

          if (g_strcmp0 (origin->url, url) == 0 && origin->id < first)
            {
              found = article;
              first = origin->id;
            }
        }
    }
  return found;
}

static ModelOrigin *
find_origin (ModelArticle         *article,
             guint                 version,
             const CnArticleDraft *draft)
{
  for (guint i = 0; i < article->origins->len; i++)
    {
      ModelOrigin *origin = &g_array_index (article->origins, ModelOrigin, i);

      if (origin->version == version && g_str_equal (origin->address, draft->origin) &&
          g_strcmp0 (origin->url, draft->url) == 0)
        return origin;
    }
  return NULL;
}

static void
take_over (ModelArticle         *article,
           const CnArticleDraft *draft)
{
  ModelVersion version = { draft->published, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (network_keys); i++)
    if (g_strcmp0 (draft->publisher, network_keys[i]) == 0 ||
        (draft->networks != NULL && g_strv_contains ((const char * const *) draft->networks, network_keys[i])))
      version.networks |= 1u << i;

  article->shown = article->texts->len;
  g_ptr_array_add (article->texts, g_strdup (draft->text));
  g_array_append_val (article->versions, version);
}

static gboolean
vouch (Model                *model,
       ModelArticle         *article,
       guint                 version,
       const CnArticleDraft *draft,
       gint64                import_id)
{
  static gint64 n_origins;
  ModelOrigin *origin = find_origin (article, version, draft);

  if (origin != NULL && !is_undone (model, origin->import_id))
    return FALSE;

  if (origin != NULL)
    {
      origin->import_id = import_id;
      return TRUE;
    }

  ModelOrigin added = { ++n_origins, g_strdup (draft->origin), g_strdup (draft->url), version, import_id };
  g_array_append_val (article->origins, added);
  return TRUE;
}

static ModelArticle *
model_add (Model                *model,
           const CnArticleDraft *draft,
           gint64                import_id,
           CnAddOutcome         *outcome)
{
  guint version = 0;
  ModelArticle *article = find_by_text (model, draft->text, &version);

  if (article != NULL)
    {
      gboolean was_in_sight = is_shown (model, article);
      guint was_shown = article->shown;
      gboolean is_known = !vouch (model, article, version, draft, import_id);

      choose_shown (model, article);
      if (is_known)
        *outcome = CN_ADD_OUTCOME_KNOWN;
      else if (!was_in_sight)
        *outcome = CN_ADD_OUTCOME_RESTORED;
      else
        *outcome = article->shown != was_shown ? CN_ADD_OUTCOME_NEW_VERSION : CN_ADD_OUTCOME_NEW_ORIGIN;
      return article;
    }

  article = draft->url != NULL ? find_by_url (model, draft->url) : NULL;
  *outcome = article != NULL ? CN_ADD_OUTCOME_NEW_VERSION : CN_ADD_OUTCOME_ADDED;
  if (article == NULL)
    {
      article = g_new0 (ModelArticle, 1);
      article->id = (gint64) model->articles->len + 1;
      article->texts = g_ptr_array_new_with_free_func (g_free);
      article->versions = g_array_new (FALSE, FALSE, sizeof (ModelVersion));
      article->origins = g_array_new (FALSE, FALSE, sizeof (ModelOrigin));
      g_array_set_clear_func (article->origins, model_origin_clear);
      g_ptr_array_add (model->articles, article);
    }

  take_over (article, draft);
  vouch (model, article, article->shown, draft, import_id);
  return article;
}

static CnDate
random_date (void)
{
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return CN_DATE_NONE;
    case 1:
      return cn_date_new_year (g_test_rand_int_range (2018, 2023));
    case 2:
      return cn_date_new_month (g_test_rand_int_range (2018, 2023), g_test_rand_int_range (1, 13));
    default:
      return cn_date_new_day (g_test_rand_int_range (2018, 2023), g_test_rand_int_range (1, 13),
                              g_test_rand_int_range (1, 29));
    }
}

static CnArticleDraft *
random_draft (void)
{
  g_autofree char *text = g_strdup_printf ("text %d", g_test_rand_int_range (0, N_TEXTS));
  g_autofree char *origin = g_strdup_printf ("/feed-%d", g_test_rand_int_range (0, N_ORIGINS));
  g_autofree char *url = NULL;
  CnArticleDraft *draft;

  if (g_test_rand_int_range (0, 3) > 0)
    url = g_strdup_printf ("https://e.org/%d", g_test_rand_int_range (0, N_ADDRESSES));

  draft = test_draft (origin, url, text);
  draft->published = random_date ();
  if (g_test_rand_bit ())
    draft->publisher = g_strdup (network_keys[g_test_rand_int_range (0, 4)]);
  if (g_test_rand_bit ())
    draft->networks = g_strdupv ((char *[]) { (char *) network_keys[g_test_rand_int_range (0, 4)],
                                              (char *) network_keys[g_test_rand_int_range (0, 4)], NULL });
  return draft;
}

static gint64
random_import (StoreFixture *self,
               Model        *model,
               gboolean      standing)
{
  for (guint tries = 0; tries < 5 && model->imports->len > 0; tries++)
    {
      gint64 id = g_array_index (model->imports, gint64, g_test_rand_int_range (0, (gint32) model->imports->len));

      if (!standing || !is_undone (model, id))
        return id;
    }

  gint64 id = test_await_int64 (cn_store_begin_import (self->store));

  g_array_append_val (model->imports, id);
  return id;
}

static void
step_add (StoreFixture *self,
          Model        *model)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  gint64 import_id = random_import (self, model, g_test_rand_int_range (0, 4) > 0);
  g_autoptr (GArray) results = NULL;

  if (is_undone (model, import_id))
    return;

  for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
    g_ptr_array_add (drafts, random_draft ());

  results = test_await_boxed (cn_store_add_articles (self->store, import_id, drafts));
  for (guint i = 0; i < drafts->len; i++)
    {
      CnAddResult result = g_array_index (results, CnAddResult, i);
      CnAddOutcome outcome;
      ModelArticle *article = model_add (model, g_ptr_array_index (drafts, i), import_id, &outcome);

      g_assert_cmpint (result.article_id, ==, article->id);
      g_assert_cmpint (result.outcome, ==, outcome);
    }
}

static void
step_mark (StoreFixture *self,
           Model        *model)
{
  gboolean is_star = g_test_rand_bit ();
  gboolean is_set = g_test_rand_bit ();
  gint64 id = g_test_rand_int_range (1, (gint32) model->articles->len + 3);
  g_autoptr (GArray) changed = NULL;
  ModelArticle *article = (guint) id <= model->articles->len ? g_ptr_array_index (model->articles, id - 1) : NULL;
  gboolean *mark = article == NULL ? NULL : is_star ? &article->is_starred : &article->is_read;
  gboolean expected = mark != NULL && is_shown (model, article) && *mark != is_set;

  changed = test_await_boxed (is_star ? cn_store_set_starred (self->store, &id, 1, is_set)
                                      : cn_store_set_read (self->store, &id, 1, is_set));
  g_assert_cmpuint (changed->len, ==, expected ? 1 : 0);
  if (expected)
    *mark = is_set;
}

/* What a person sees of each article: 0, or which text. */
static GArray *
list_shown (Model *model)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < model->articles->len; i++)
    {
      ModelArticle *article = g_ptr_array_index (model->articles, i);
      guint shown = is_shown (model, article) ? article->shown + 1 : 0;

      g_array_append_val (list, shown);
    }
  return list;
}

static void
step_undo_or_redo (StoreFixture *self,
                   Model        *model)
{
  gint64 id = random_import (self, model, FALSE);
  gboolean undo = g_test_rand_bit ();
  g_autoptr (GArray) before = list_shown (model);
  g_autoptr (GArray) after = NULL;
  guint n = test_await_uint (undo ? cn_store_undo_import (self->store, id) : cn_store_redo_import (self->store, id));
  gboolean has_row = test_sql_int64 (self->path, "SELECT count (*) FROM import") > 0;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM import WHERE id = %" G_GINT64_FORMAT, id);
  guint n_changed = 0;

  /* An import that has brought nothing has left no trace to be undone. */
  if (has_row && test_sql_int64 (self->path, sql) > 0)
    {
      if (undo)
        g_hash_table_add (model->undone, g_memdup2 (&id, sizeof id));
      else
        g_hash_table_remove (model->undone, &id);
    }

  for (guint i = 0; i < model->articles->len; i++)
    choose_shown (model, g_ptr_array_index (model->articles, i));
  after = list_shown (model);
  for (guint i = 0; i < after->len; i++)
    n_changed += g_array_index (before, guint, i) != g_array_index (after, guint, i);
  g_assert_cmpuint (n, ==, n_changed);
}

static guint
count_shown (Model *model)
{
  guint n = 0;

  for (guint i = 0; i < model->articles->len; i++)
    n += is_shown (model, g_ptr_array_index (model->articles, i));
  return n;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  ModelArticle *left = *(ModelArticle * const *) a, *right = *(ModelArticle * const *) b;
  gint64 left_key = cn_date_get_sort_key (get_shown (left)->published);
  gint64 right_key = cn_date_get_sort_key (get_shown (right)->published);

  if (left_key != right_key)
    return left_key > right_key ? -1 : 1;
  return left->id > right->id ? -1 : left->id < right->id;
}

static gboolean
matches (Model                 *model,
         ModelArticle          *article,
         const CnTimelineQuery *query)
{
  guint wanted = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (network_keys); i++)
    if (query->networks != NULL && g_strv_contains (query->networks, network_keys[i]))
      wanted |= 1u << i;

  return is_shown (model, article) &&
         (query->networks == NULL || (get_shown (article)->networks & wanted) != 0) &&
         (query->scope != CN_TIMELINE_SCOPE_UNREAD || !article->is_read) &&
         (query->scope != CN_TIMELINE_SCOPE_STARRED || article->is_starred);
}

static void
compare_timeline (StoreFixture *self,
                  Model        *model)
{
  const char *networks[3] = {
    network_keys[g_test_rand_int_range (0, 4)], network_keys[g_test_rand_int_range (0, 4)], NULL
  };
  CnTimelineQuery query = {
    .networks = g_test_rand_bit () ? networks : NULL,
    .scope = (CnTimelineScope) g_test_rand_int_range (0, 3),
    .since = CN_DATE_NONE,
    .until = CN_DATE_NONE,
  };
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (GArray) entries = test_await_boxed (cn_store_list_entries (self->store, &query, NULL, 0));

  for (guint i = 0; i < model->articles->len; i++)
    if (matches (model, g_ptr_array_index (model->articles, i), &query))
      g_ptr_array_add (expected, g_ptr_array_index (model->articles, i));
  g_ptr_array_sort (expected, compare_articles);

  g_assert_cmpuint (entries->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_cmpint (g_array_index (entries, CnTimelineEntry, i).id, ==,
                     ((ModelArticle *) g_ptr_array_index (expected, i))->id);
  g_assert_cmpuint (test_await_uint (cn_store_count_entries (self->store, &query)), ==, expected->len);
}

static void
compare_article (StoreFixture *self,
                 Model        *model)
{
  ModelArticle *article;
  g_autoptr (CnArticleRecord) record = NULL;

  if (model->articles->len == 0)
    return;

  article = g_ptr_array_index (model->articles, (guint) g_test_rand_int_range (0, (gint32) model->articles->len));
  if (!is_shown (model, article))
    {
      test_await_error (cn_store_load_article (self->store, article->id), CN_STORE_ERROR_NOT_FOUND);
      return;
    }

  record = test_await_boxed (cn_store_load_article (self->store, article->id));
  g_assert_cmpstr (record->text, ==, g_ptr_array_index (article->texts, article->shown));
  g_assert_cmpint (record->version, ==, (int) article->shown + 1);
  g_assert_true (cn_date_equal (record->row->published, get_shown (article)->published));
  g_assert_true (g_str_has_suffix (record->row->title, record->text));
  for (gsize i = 0; i < G_N_ELEMENTS (network_keys); i++)
    g_assert_cmpint (g_strv_contains ((const char * const *) record->row->networks, network_keys[i]), ==,
                     (get_shown (article)->networks >> i) & 1);
  g_assert_cmpint (record->row->is_read, ==, article->is_read);
  g_assert_cmpint (record->row->is_starred, ==, article->is_starred);
}

static void
test_random_operations_agree_with_a_naive_model (void)
{
  StoreFixture self;
  Model model = {
    g_ptr_array_new_with_free_func (model_article_free), g_array_new (FALSE, FALSE, sizeof (gint64)),
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };

  store_fixture_init (&self);
  store_fixture_open (&self);
  store_fixture_sync_networks (&self);

  for (guint i = 0; i < test_scale (N_STEPS); i++)
    {
      int kind = g_test_rand_int_range (0, 10);

      if (kind < 5 || model.articles->len == 0)
        step_add (&self, &model);
      else if (kind < 8)
        step_mark (&self, &model);
      else
        step_undo_or_redo (&self, &model);

      compare_timeline (&self, &model);
      compare_article (&self, &model);
      if (i % CHECK_EVERY == 0)
        {
          g_autoptr (CnTally) tally = test_await_boxed (cn_store_get_tally (self.store));

          g_assert_cmpuint (tally->n_articles, ==, count_shown (&model));
        }
      if (i % SOUND_EVERY == 0)
        {
          test_assert_sound (self.store);
          store_fixture_close (&self);
          store_fixture_open (&self);
        }
    }

  test_assert_sound (self.store);
  store_fixture_clear (&self);
  g_ptr_array_unref (model.articles);
  g_array_unref (model.imports);
  g_hash_table_unref (model.undone);
}

static void
add_tests (void)
{
  g_test_add_func ("/properties/random-operations-agree-with-a-naive-model",
                   test_random_operations_agree_with_a_naive_model);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
