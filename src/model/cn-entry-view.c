/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list that a timeline answers, also between two signals of one change.
 *
 * Main thread. Edits are signalled front to back, so at every moment the list is the beginning of the new
 * one followed by the end of the old one: two borrowed arrays and two numbers say it, whatever the length. */

#include "config.h"

#include "cn-entry-view.h"

static GArray *
new_list (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CnTimelineEntry));
}

/**
 * cn_entry_view_init:
 *
 * Makes an empty view; clear it with cn_entry_view_clear().
 */
void
cn_entry_view_init (CnEntryView *self)
{
  *self = (CnEntryView) { .tail = new_list () };
}

/**
 * cn_entry_view_clear:
 *
 * Gives back the lists; the view is empty then.
 */
void
cn_entry_view_clear (CnEntryView *self)
{
  g_clear_pointer (&self->head, g_array_unref);
  g_clear_pointer (&self->tail, g_array_unref);
  self->n_head = 0;
  self->tail_start = 0;
}

/**
 * cn_entry_view_get_length:
 *
 * Returns: how many entries there are
 */
guint
cn_entry_view_get_length (const CnEntryView *self)
{
  return self->n_head + (self->tail != NULL ? self->tail->len - self->tail_start : 0);
}

/**
 * cn_entry_view_get:
 * @position: below the length
 *
 * Returns: (transfer none): the entry there; valid until the view changes
 */
const CnTimelineEntry *
cn_entry_view_get (const CnEntryView *self,
                   guint              position)
{
  if (position < self->n_head)
    return &g_array_index (self->head, CnTimelineEntry, position);

  return &g_array_index (self->tail, CnTimelineEntry, position - self->n_head + self->tail_start);
}

/**
 * cn_entry_view_begin:
 * @after: the list that comes
 *
 * Begins a change: nothing is different yet. Move @n_head and @tail_start on with each edit.
 */
void
cn_entry_view_begin (CnEntryView *self,
                     GArray      *after)
{
  g_assert (self->head == NULL);

  self->head = g_array_ref (after);
  self->n_head = 0;
}

/**
 * cn_entry_view_finish:
 *
 * Ends a change: the new list is all there is.
 *
 * Returns: (transfer full): the old list
 */
GArray *
cn_entry_view_finish (CnEntryView *self)
{
  GArray *before = self->tail;

  g_assert (self->head != NULL);

  self->tail = g_steal_pointer (&self->head);
  self->tail_start = 0;
  self->n_head = 0;
  return before;
}

/* The first position whose section comes after @section, from @low on. Sections fall from front to back. */
static guint
section_end (const CnEntryView *self,
             gint64             section,
             guint              low)
{
  guint high = cn_entry_view_get_length (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cn_entry_view_get (self, middle)->sort_key / CN_DATE_KEYS_PER_SECTION >= section)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * cn_entry_view_get_section:
 * @position: below the length
 * @start: (out): the first position of the same month
 * @end: (out): the one after its last
 */
void
cn_entry_view_get_section (const CnEntryView *self,
                           guint              position,
                           guint             *start,
                           guint             *end)
{
  gint64 section = cn_entry_view_get (self, position)->sort_key / CN_DATE_KEYS_PER_SECTION;

  *start = section_end (self, section + 1, 0);
  *end = section_end (self, section, position);
}

/**
 * cn_entry_view_find_entry:
 *
 * Returns: the position of exactly that entry, or %G_MAXUINT
 */
guint
cn_entry_view_find_entry (const CnEntryView *self,
                          gint64             sort_key,
                          gint64             id)
{
  const CnTimelineEntry wanted = { id, sort_key };
  guint low = 0;
  guint high = cn_entry_view_get_length (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = cn_entry_compare (cn_entry_view_get (self, middle), &wanted);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return G_MAXUINT;
}

/**
 * cn_entry_view_find_id:
 *
 * Looks at every entry.
 *
 * Returns: the position of the article, or %G_MAXUINT
 */
guint
cn_entry_view_find_id (const CnEntryView *self,
                       gint64             id)
{
  guint length = cn_entry_view_get_length (self);

  for (guint i = 0; i < length; i++)
    {
      if (cn_entry_view_get (self, i)->id == id)
        return i;
    }

  return G_MAXUINT;
}
