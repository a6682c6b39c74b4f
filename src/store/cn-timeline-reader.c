/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Timelines: the ordered entries of all articles, of one network, or of several.
 *
 * Each of these walks an index that is in the timeline's order already, from a place in it (never by OFFSET).
 * For several networks the walks of each are merged as they go: an article that is about two of them comes
 * out of both walks at the same moment and is given out once. A union in SQL would have to collect and sort
 * everything before the first entry, which at a million articles is a second and not a millisecond. The
 * thread is that of the connection. */

#include "config.h"

#include "cn-timeline-reader.h"
#include "cn-statement.h"

#define ALL "SELECT id, sort_key FROM article WHERE is_hidden = 0"
#define ALL_IN_ORDER " AND (sort_key, id) < (:key, :id) ORDER BY sort_key DESC, id DESC"
#define NETWORK \
  "SELECT article_id, sort_key FROM article_network" \
  " WHERE network_id = (SELECT id FROM network WHERE key = :network) AND is_hidden = 0"
#define NETWORK_IN_ORDER " AND (sort_key, article_id) < (:key, :id) ORDER BY sort_key DESC, article_id DESC"
#define UNREAD " AND is_unread = 1"
#define STARRED " AND is_starred = 1"

/* A lower bound is compared with at every row, which is a fifth of the time that a long walk takes, and few
 * timelines have one. */
#define SINCE " AND sort_key >= :low"

/* By scope, by whether it is of one network, by whether it has a lower bound. */
static const char * const SQL_WALKS[3][2][2] = {
  [CN_TIMELINE_SCOPE_ALL] = {
    { ALL ALL_IN_ORDER, ALL SINCE ALL_IN_ORDER },
    { NETWORK NETWORK_IN_ORDER, NETWORK SINCE NETWORK_IN_ORDER },
  },
  [CN_TIMELINE_SCOPE_UNREAD] = {
    { ALL UNREAD ALL_IN_ORDER, ALL UNREAD SINCE ALL_IN_ORDER },
    { NETWORK UNREAD NETWORK_IN_ORDER, NETWORK UNREAD SINCE NETWORK_IN_ORDER },
  },
  [CN_TIMELINE_SCOPE_STARRED] = {
    { ALL STARRED ALL_IN_ORDER, ALL STARRED SINCE ALL_IN_ORDER },
    { NETWORK STARRED NETWORK_IN_ORDER, NETWORK STARRED SINCE NETWORK_IN_ORDER },
  },
};

static const char SQL_COUNT_ALL[] =
  "SELECT CASE :scope WHEN 0 THEN n_articles WHEN 1 THEN n_unread ELSE n_starred END FROM tally";
static const char SQL_COUNT_NETWORK[] =
  "SELECT CASE :scope WHEN 0 THEN n_articles ELSE n_unread END FROM network WHERE key = :network";

/* An entry is the two columns of a walk. */
G_STATIC_ASSERT (sizeof (CnTimelineEntry) == 2 * sizeof (gint64));
G_STATIC_ASSERT (offsetof (CnTimelineEntry, id) == 0);

/* One network's walk, standing on an entry. */
typedef struct
{
  CnStatement     *statement;
  CnTimelineEntry  entry;
} CnWalk;

static gboolean
is_before (const CnTimelineEntry *a,
           const CnTimelineEntry *b)
{
  return a->sort_key > b->sort_key || (a->sort_key == b->sort_key && a->id > b->id);
}

/* The last key of the unit that @date names: "2021-06" ends with the last second of June. */
static gint64
get_last_key (CnDate date)
{
  gint64 key = cn_date_get_sort_key (date);

  switch (cn_date_get_precision (date))
    {
    case CN_PRECISION_YEAR:
      return key + 13 * CN_DATE_KEYS_PER_SECTION - 1;
    case CN_PRECISION_MONTH:
      return key + CN_DATE_KEYS_PER_SECTION - 1;
    case CN_PRECISION_DAY:
      return key + 86400 - 1;
    case CN_PRECISION_TIME:
      return key;
    case CN_PRECISION_NONE:
      break;
    }

  return G_MAXINT64;
}

static gint64
get_low (const CnTimelineQuery *query)
{
  gboolean has_bound = query->since.year != 0 || query->until.year != 0;

  return MAX (cn_date_get_sort_key (query->since), has_bound ? 1 : 0);
}

/* The place that the walk starts behind: @after, or the upper bound when that is further down. */
static CnTimelineEntry
get_start (const CnTimelineQuery *query,
           const CnTimelineEntry *after)
{
  CnTimelineEntry start = { .id = G_MAXINT64, .sort_key = get_last_key (query->until) };

  return after != NULL && is_before (&start, after) ? *after : start;
}

static CnStatement *
begin_walk (CnConnection           *connection,
            const CnTimelineQuery  *query,
            const char             *network,
            const CnTimelineEntry  *after,
            GError                **error)
{
  CnTimelineEntry start = get_start (query, after);
  gint64 low = get_low (query);
  CnStatement *statement;

  statement = cn_connection_prepare (connection, SQL_WALKS[query->scope][network != NULL][low > 0], error);
  if (statement == NULL)
    return NULL;

  if (network != NULL)
    cn_statement_bind_text (statement, ":network", network);
  if (low > 0)
    cn_statement_bind_int64 (statement, ":low", low);
  cn_statement_bind_int64 (statement, ":key", start.sort_key);
  cn_statement_bind_int64 (statement, ":id", start.id);
  return statement;
}

static CnStep
step_walk (CnStatement      *statement,
           CnTimelineEntry  *entry,
           GError          **error)
{
  CnStep step = cn_statement_step (statement, error);

  if (step == CN_STEP_ROW)
    {
      entry->id = cn_statement_get_int64 (statement, 0);
      entry->sort_key = cn_statement_get_int64 (statement, 1);
    }
  return step;
}

static void
walk_clear (gpointer data)
{
  CnWalk *walk = data;

  g_clear_pointer (&walk->statement, cn_statement_release);
}

/* The walks are a heap, the one with the greatest entry first. */
static void
sink (GArray *walks,
      guint   index)
{
  for (;;)
    {
      guint first = index;

      for (guint child = 2 * index + 1; child <= 2 * index + 2 && child < walks->len; child++)
        if (is_before (&g_array_index (walks, CnWalk, child).entry, &g_array_index (walks, CnWalk, first).entry))
          first = child;

      if (first == index)
        return;

      CnWalk walk = g_array_index (walks, CnWalk, index);
      g_array_index (walks, CnWalk, index) = g_array_index (walks, CnWalk, first);
      g_array_index (walks, CnWalk, first) = walk;
      index = first;
    }
}

static gboolean
has_key_before (const char * const *keys,
                gsize               n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (keys[i], keys[n]))
      return TRUE;
  return FALSE;
}

static GArray *
begin_walks (CnConnection           *connection,
             const CnTimelineQuery  *query,
             const CnTimelineEntry  *after,
             GError                **error)
{
  g_autoptr (GArray) walks = g_array_new (FALSE, TRUE, sizeof (CnWalk));

  g_array_set_clear_func (walks, walk_clear);

  for (gsize i = 0; query->networks != NULL && query->networks[i] != NULL; i++)
    {
      CnWalk walk = { 0, };
      CnStep step;

      if (has_key_before (query->networks, i))
        continue;

      walk.statement = begin_walk (connection, query, query->networks[i], after, error);
      if (walk.statement == NULL)
        return NULL;

      step = step_walk (walk.statement, &walk.entry, error);
      if (step == CN_STEP_ROW)
        g_array_append_val (walks, walk);
      else
        walk_clear (&walk);
      if (step == CN_STEP_ERROR)
        return NULL;
    }

  for (guint i = walks->len / 2; i-- > 0;)
    sink (walks, i);

  return g_steal_pointer (&walks);
}

/* Moves the walk with the greatest entry on, and out of the heap at its end. */
static gboolean
advance_first (GArray  *walks,
               GError **error)
{
  CnWalk *first = &g_array_index (walks, CnWalk, 0);
  CnStep step = step_walk (first->statement, &first->entry, error);

  if (step == CN_STEP_DONE)
    g_array_remove_index_fast (walks, 0);
  if (walks->len > 0)
    sink (walks, 0);
  return step != CN_STEP_ERROR;
}

static gboolean
list_networks (CnConnection           *connection,
               const CnTimelineQuery  *query,
               const CnTimelineEntry  *after,
               guint                   limit,
               GArray                 *entries,
               GError                **error)
{
  g_autoptr (GArray) walks = begin_walks (connection, query, after, error);
  gint64 last_id = 0;

  if (walks == NULL)
    return FALSE;

  while (walks->len > 0)
    {
      CnTimelineEntry entry = g_array_index (walks, CnWalk, 0).entry;

      if (entry.id != last_id && entries->len == limit)
        break;
      if (entry.id != last_id)
        g_array_append_val (entries, entry);
      last_id = entry.id;

      if (!advance_first (walks, error))
        return FALSE;
    }

  return TRUE;
}

/* One walk needs no merging: at a million entries the difference is felt. */
static gboolean
list_one (CnConnection           *connection,
          const CnTimelineQuery  *query,
          const char             *network,
          const CnTimelineEntry  *after,
          guint                   limit,
          GArray                 *entries,
          GError                **error)
{
  g_autoptr (CnStatement) statement = begin_walk (connection, query, network, after, error);

  return statement != NULL && cn_statement_collect_pairs (statement, entries, limit, error);
}

static guint
count_networks (const CnTimelineQuery *query)
{
  return query->networks != NULL ? g_strv_length ((GStrv) query->networks) : 0;
}

/**
 * cn_timeline_reader_list:
 * @after: (nullable): the last entry of the chunk before, %NULL to begin
 * @limit: the greatest number of entries, 0 for all
 *
 * Returns: (transfer full) (element-type CnTimelineEntry): the next entries, %NULL with @error set
 */
GArray *
cn_timeline_reader_list (CnConnection           *connection,
                         const CnTimelineQuery  *query,
                         const CnTimelineEntry  *after,
                         guint                   limit,
                         GError                **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CnTimelineEntry));
  guint most = limit > 0 ? limit : G_MAXUINT;
  guint n_networks = count_networks (query);
  gboolean success;

  if (n_networks > 1)
    success = list_networks (connection, query, after, most, entries, error);
  else
    success = list_one (connection, query, n_networks == 1 ? query->networks[0] : NULL, after, most, entries, error);

  return success ? g_steal_pointer (&entries) : NULL;
}

static gboolean
read_tally (CnConnection           *connection,
            const CnTimelineQuery  *query,
            guint                  *count,
            GError                **error)
{
  gboolean is_network = count_networks (query) == 1;
  g_autoptr (CnStatement) statement = NULL;
  CnStep step;

  statement = cn_connection_prepare (connection, is_network ? SQL_COUNT_NETWORK : SQL_COUNT_ALL, error);
  if (statement == NULL)
    return FALSE;

  cn_statement_bind_int64 (statement, ":scope", query->scope);
  if (is_network)
    cn_statement_bind_text (statement, ":network", query->networks[0]);

  step = cn_statement_step (statement, error);
  *count = step == CN_STEP_ROW ? (guint) cn_statement_get_int64 (statement, 0) : 0;
  return step != CN_STEP_ERROR;
}

/**
 * cn_timeline_reader_count:
 * @count: (out): how many entries cn_timeline_reader_list() would give
 *
 * From the tallies where they have the answer, by walking otherwise.
 */
gboolean
cn_timeline_reader_count (CnConnection           *connection,
                          const CnTimelineQuery  *query,
                          guint                  *count,
                          GError                **error)
{
  gboolean is_bounded = query->since.year != 0 || query->until.year != 0;
  guint n_networks = count_networks (query);
  g_autoptr (GArray) entries = NULL;

  if (!is_bounded && (n_networks == 0 || (n_networks == 1 && query->scope != CN_TIMELINE_SCOPE_STARRED)))
    return read_tally (connection, query, count, error);

  entries = cn_timeline_reader_list (connection, query, NULL, 0, error);
  if (entries == NULL)
    return FALSE;

  *count = entries->len;
  return TRUE;
}
