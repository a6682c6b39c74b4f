/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a timeline says that its list has become another one.
 *
 * Main thread. Between two signals the list is the beginning of the new one followed by the end of the old one, so that
 * signals may go out in portions, with frames in between; the list is right at each of them. What is good for
 * GtkListView decides what is signalled:
 *
 * - each signal makes it look at all the rows that it keeps, so edits that are near each other go out as one: it knows
 *   the rows that stay in between by their objects and keeps their widgets;
 * - it asks for every item that is added where others are removed: so only when those are few;
 * - to let go of a row costs it as much as to make one, and a row that is used again no less: a list that gives way to
 *   another loses its end first, and then its beginning. */

#include "config.h"

#include "cn-timeline-private.h"

/* Equal entries between two edits that are not worth a signal of their own. */
#define MAX_GAP      8
/* The most entries that are signalled as added together with others that go, and the most of those. */
#define MAX_EXCHANGE 32
#define MAX_REMOVED  64
#define SLICE_US     1500
/* GtkListView makes a widget for each of about 200 entries around those in sight, whatever the window shows: more of
 * them than these in one turn of the main loop take too long. */
#define PORTION      32
#define KEPT_ROWS    256
/* What is left of a list whose end was cut off, and what may go at once of the part that has rows. */
#define CUT_LENGTH   32
#define CUT_PORTION  64

/* The part of a long exchange that goes, or the beginning of a long addition to a short list, whose rows the view makes
 * at once; the rest stays to be said. */
static gboolean
take_portion (CnTimeline  *self,
              CnEntryEdit *portion)
{
  CnEntryEdit *edit = &g_array_index (self->edits, CnEntryEdit, self->next_edit);

  *portion = *edit;
  if (edit->n_removed > 0 && edit->n_added > MAX_EXCHANGE)
    {
      portion->n_added = 0;
      edit->old_position += edit->n_removed;
      edit->n_removed = 0;
      return TRUE;
    }
  if (edit->n_removed > 0 || edit->n_added <= PORTION || edit->new_position >= KEPT_ROWS)
    return FALSE;

  portion->n_added = PORTION;
  edit->new_position += PORTION;
  edit->n_added -= PORTION;
  return TRUE;
}

/* The next edits, as far as one signal can say them. */
static CnEntryEdit
take_edit (CnTimeline *self)
{
  CnEntryEdit edit;

  if (take_portion (self, &edit))
    return edit;

  edit = g_array_index (self->edits, CnEntryEdit, self->next_edit++);
  while (self->next_edit < self->edits->len)
    {
      const CnEntryEdit *next = &g_array_index (self->edits, CnEntryEdit, self->next_edit);
      guint gap = next->new_position - edit.new_position - edit.n_added;

      if (gap > MAX_GAP || edit.n_added + gap + next->n_added > MAX_EXCHANGE
          || edit.n_removed + gap + next->n_removed > MAX_REMOVED)
        break;

      edit.n_removed += gap + next->n_removed;
      edit.n_added += gap + next->n_added;
      self->next_edit++;
    }

  return edit;
}

static void
emit_edit (CnTimeline        *self,
           const CnEntryEdit *edit)
{
  self->view.n_head = edit->new_position + edit->n_added;
  self->view.tail_start = edit->old_position + edit->n_removed;
  g_list_model_items_changed (G_LIST_MODEL (self), edit->new_position, edit->n_removed, edit->n_added);
}

static gboolean
emit_until (CnTimeline *self,
            gint64      deadline)
{
  while (self->next_edit < self->edits->len)
    {
      CnEntryEdit edit = take_edit (self);

      emit_edit (self, &edit);
      if (g_get_monotonic_time () >= deadline)
        break;
    }

  if (self->next_edit < self->edits->len)
    return FALSE;

  g_clear_pointer (&self->edits, g_array_unref);
  cn_library_release_later (self->library, cn_entry_view_finish (&self->view));
  return TRUE;
}

static void
cut_to (CnTimeline *self,
        guint       length)
{
  GArray *before = self->view.tail;
  guint n_removed = before->len - length;

  self->view.tail = g_array_sized_new (FALSE, FALSE, sizeof (CnTimelineEntry), length);
  g_array_append_vals (self->view.tail, before->data, length);
  g_list_model_items_changed (G_LIST_MODEL (self), length, n_removed, 0);
  cn_library_release_later (self->library, before);
}

/* Signals a part of the end of the list as gone, so that little is left to be replaced by another one; returns whether
 * it is as short as that. */
gboolean
cn_timeline_continue_cut (CnTimeline *self)
{
  guint length;

  g_assert (CN_IS_TIMELINE (self));
  g_assert (self->edits == NULL);

  length = self->view.tail->len;
  if (length > CUT_LENGTH + 2 * CUT_PORTION)
    cut_to (self, CUT_LENGTH + 2 * CUT_PORTION);
  else if (length > CUT_LENGTH)
    cut_to (self, MAX (length, CUT_LENGTH + CUT_PORTION) - CUT_PORTION);

  return self->view.tail->len <= CUT_LENGTH;
}

/* Puts @after in the place of the list; @edits, what makes it of the old one, is still to be signalled. */
void
cn_timeline_begin_swap (CnTimeline *self,
                        GArray     *after,
                        GArray     *edits)
{
  g_assert (CN_IS_TIMELINE (self));
  g_assert (self->edits == NULL);

  self->edits = g_array_ref (edits);
  self->next_edit = 0;
  cn_entry_view_begin (&self->view, after);
}

/* Signals as much of a swap as a turn of the main loop has time for; returns whether nothing is left to do. */
gboolean
cn_timeline_continue_swap (CnTimeline *self)
{
  g_assert (CN_IS_TIMELINE (self));

  return self->edits == NULL || emit_until (self, g_get_monotonic_time () + SLICE_US);
}

/* Signals the rest of a swap at once, if one is under way. */
void
cn_timeline_finish_swap (CnTimeline *self)
{
  g_assert (CN_IS_TIMELINE (self));

  if (self->edits != NULL)
    emit_until (self, G_MAXINT64);
}
