/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ordered lists of timeline entries and the difference between two of them.
 *
 * Pure, any thread: the big ones are compared on a worker. A list is never changed once it is made, so that
 * the main thread can show one while a worker reads it. Runs are found by galloping, so the cost follows
 * the number of runs and the equal stretches, not the length of what came or went. */

#include "config.h"

#include "cn-entry-list.h"

#include <string.h>

#define entry_at(list, position) (&g_array_index ((list), CnTimelineEntry, (position)))

/**
 * cn_entry_compare:
 *
 * Any thread.
 *
 * Returns: below, equal to or above 0 as @a comes before, is, or comes after @b in a timeline
 */
int
cn_entry_compare (const CnTimelineEntry *a,
                  const CnTimelineEntry *b)
{
  if (a->sort_key != b->sort_key)
    return a->sort_key > b->sort_key ? -1 : 1;
  if (a->id != b->id)
    return a->id > b->id ? -1 : 1;

  return 0;
}

/* The first position from @start on that does not come before @entry. */
static guint
gallop (const GArray          *list,
        guint                  start,
        const CnTimelineEntry *entry)
{
  guint step = 1;
  guint low = start;
  guint high = start;

  while (high < list->len && cn_entry_compare (entry_at (list, high), entry) < 0)
    {
      low = high + 1;
      high = step < list->len - high ? high + step : list->len;
      step *= 2;
    }

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cn_entry_compare (entry_at (list, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
entries_are_equal (const CnTimelineEntry *a,
                   const CnTimelineEntry *b)
{
  return a->id == b->id && a->sort_key == b->sort_key;
}

static void
skip_equal (const GArray *before,
            const GArray *after,
            guint        *i,
            guint        *j)
{
  while (*i < before->len && *j < after->len && entries_are_equal (entry_at (before, *i), entry_at (after, *j)))
    {
      (*i)++;
      (*j)++;
    }
}

/* From a place where both differ to the next entry that both have. */
static CnEntryEdit
next_edit (const GArray *before,
           const GArray *after,
           guint         i,
           guint         j)
{
  CnEntryEdit edit = { .old_position = i, .new_position = j };

  while (i < before->len || j < after->len)
    {
      guint next_i = j < after->len ? gallop (before, i, entry_at (after, j)) : before->len;
      guint next_j;

      edit.n_removed += next_i - i;
      i = next_i;
      next_j = i < before->len ? gallop (after, j, entry_at (before, i)) : after->len;
      edit.n_added += next_j - j;
      j = next_j;
      if (i < before->len && j < after->len && entries_are_equal (entry_at (before, i), entry_at (after, j)))
        break;
    }

  return edit;
}

/* One edit that replaces everything between the equal ends. */
static CnEntryEdit
trimmed_middle (const GArray *before,
                const GArray *after)
{
  guint start = 0;
  guint old_end = before->len;
  guint new_end = after->len;
  guint other = 0;

  skip_equal (before, after, &start, &other);
  while (old_end > start && new_end > start &&
         entries_are_equal (entry_at (before, old_end - 1), entry_at (after, new_end - 1)))
    {
      old_end--;
      new_end--;
    }

  return (CnEntryEdit) { start, old_end - start, start, new_end - start };
}

/**
 * cn_entry_list_diff:
 * @before: an ordered list
 * @after: an ordered list
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type CnEntryEdit): the fewest runs that turn @before into @after, front
 *   to back; one run when there would be more than %CN_ENTRY_MAX_EDITS
 */
GArray *
cn_entry_list_diff (const GArray *before,
                    const GArray *after)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (CnEntryEdit));
  guint i = 0;
  guint j = 0;

  g_return_val_if_fail (before != NULL && after != NULL, edits);

  skip_equal (before, after, &i, &j);
  while (i < before->len || j < after->len)
    {
      CnEntryEdit edit;

      if (edits->len == CN_ENTRY_MAX_EDITS)
        {
          edit = trimmed_middle (before, after);
          g_array_set_size (edits, 0);
          g_array_append_val (edits, edit);
          break;
        }

      edit = next_edit (before, after, i, j);
      g_array_append_val (edits, edit);
      i = edit.old_position + edit.n_removed;
      j = edit.new_position + edit.n_added;
      skip_equal (before, after, &i, &j);
    }

  return edits;
}

/* Moves *position to the first entry of @list that does not come before @entry, and says whether it is
 * @entry itself. */
static gboolean
advance_to (const GArray          *list,
            guint                 *position,
            const CnTimelineEntry *entry)
{
  while (*position < list->len && cn_entry_compare (entry_at (list, *position), entry) < 0)
    (*position)++;

  return *position < list->len && entries_are_equal (entry_at (list, *position), entry);
}

/**
 * cn_entry_list_merge_kept:
 * @before: what a timeline shows
 * @after: what its filter matches now
 * @existing: what it would match whatever the marks, a superset of @after
 *
 * Any thread.
 *
 * Returns: (transfer full): @after and those of @before that still exist, in order
 */
GArray *
cn_entry_list_merge_kept (const GArray *before,
                          const GArray *after,
                          const GArray *existing)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (CnTimelineEntry), MAX (before->len, after->len));
  guint in_existing = 0;
  guint i = 0;
  guint j = 0;

  while (i < before->len || j < after->len)
    {
      int order;

      if (i == before->len)
        order = 1;
      else if (j == after->len)
        order = -1;
      else
        order = cn_entry_compare (entry_at (before, i), entry_at (after, j));

      if (order >= 0)
        {
          g_array_append_vals (merged, entry_at (after, j), 1);
          j++;
          i += order == 0 ? 1 : 0;
          continue;
        }

      if (advance_to (existing, &in_existing, entry_at (before, i)))
        g_array_append_vals (merged, entry_at (before, i), 1);
      i++;
    }

  return merged;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return cn_entry_compare (a, b);
}

static GHashTable *
index_patches (const GArray *patches)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < patches->len; i++)
    {
      CnEntryPatch *patch = &g_array_index (patches, CnEntryPatch, i);

      g_hash_table_insert (by_id, &patch->id, patch);
    }

  return by_id;
}

/* Appends what lies between @from and @to in one piece. */
static void
append_stretch (GArray       *list,
                const GArray *source,
                guint         from,
                guint         to)
{
  if (to > from)
    g_array_append_vals (list, entry_at (source, from), to - from);
}

/* @before without the patched articles, and in @present which of these it had. */
static GArray *
without_patched (const GArray *before,
                 GHashTable   *by_id,
                 GHashTable   *present)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (CnTimelineEntry), before->len);
  guint stretch = 0;

  for (guint i = 0; i < before->len; i++)
    {
      CnEntryPatch *patch = g_hash_table_lookup (by_id, &entry_at (before, i)->id);

      if (patch == NULL)
        continue;

      append_stretch (rest, before, stretch, i);
      stretch = i + 1;
      g_hash_table_add (present, &patch->id);
    }
  append_stretch (rest, before, stretch, before->len);
  return rest;
}

/**
 * cn_entry_list_patch:
 * @before: an ordered list
 * @patches: (element-type CnEntryPatch): what happened to some articles, each id once
 *
 * Any thread.
 *
 * Returns: (transfer full): @before with each patched article where it belongs now, or without it
 */
GArray *
cn_entry_list_patch (const GArray *before,
                     const GArray *patches)
{
  g_autoptr(GHashTable) by_id = index_patches (patches);
  g_autoptr(GHashTable) present = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) rest = without_patched (before, by_id, present);
  g_autoptr(GArray) added = g_array_new (FALSE, FALSE, sizeof (CnTimelineEntry));
  GArray *result;
  guint i = 0;

  for (guint k = 0; k < patches->len; k++)
    {
      const CnEntryPatch *patch = &g_array_index (patches, CnEntryPatch, k);
      CnTimelineEntry entry = { patch->id, patch->sort_key };

      if (patch->is_in || (patch->keeps_place && g_hash_table_contains (present, &patch->id)))
        g_array_append_val (added, entry);
    }
  g_array_sort (added, compare_entries);

  result = g_array_sized_new (FALSE, FALSE, sizeof (CnTimelineEntry), rest->len + added->len);
  for (guint k = 0; k < added->len; k++)
    {
      guint place = gallop (rest, i, entry_at (added, k));

      append_stretch (result, rest, i, place);
      append_stretch (result, added, k, k + 1);
      i = place;
    }
  append_stretch (result, rest, i, rest->len);
  return result;
}
