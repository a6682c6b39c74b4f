/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the timeline stands: at its top while nobody has scrolled, at the article that has just been added, and never
 * with a focus that is out of sight. Every jump waits until the list has been laid out, for a list view that has
 * just got rows only guesses how high they are. */

#include "config.h"

#include "cn-timeline-page-private.h"

/* The list view has laid out by then what it got before. */
#define LAYOUT_FRAMES 3

static void
show_goal (CnTimelinePage *self)
{
  guint position = cn_timeline_find_article (self->timeline, self->goal_id);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  self->goal_id = 0;
  self->is_at_top = FALSE;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->timeline)))
    gtk_list_view_scroll_to (self->list, position,
                             GTK_LIST_SCROLL_SELECT | (has_focus ? GTK_LIST_SCROLL_FOCUS : 0), NULL);
}

static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (user_data);

  if (++self->n_frames < LAYOUT_FRAMES)
    return G_SOURCE_CONTINUE;

  self->settle_tick = 0;
  if (self->goal_id != 0)
    {
      show_goal (self);
    }
  else
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      self->is_at_top = TRUE;
    }

  return G_SOURCE_REMOVE;
}

/* To the article with that id, or with 0 to the top, when the list has been laid out.
 *
 * Whoever looks at the newest article wants to see the newest article. The list view keeps its first
 * row in place when rows come in or the window is resized, and hides the month above that row. */
void
cn_timeline_page_scroll_to (CnTimelinePage *self,
                            gint64          id)
{
  self->n_frames = 0;
  self->goal_id = id;
  if (self->settle_tick == 0)
    self->settle_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), settle_cb, self, NULL);
}

/* A page of another height is another size of the window. Whatever else changes with the layout may come of
 * somebody's own scrolling, by the keys as well. */
static void
layout_changed_cb (CnTimelinePage *self,
                   GtkAdjustment  *adjustment)
{
  double page_size = gtk_adjustment_get_page_size (adjustment);
  gboolean is_resized = page_size != self->page_size;

  self->page_size = page_size;
  if (is_resized && self->is_at_top && self->goal_id == 0)
    cn_timeline_page_scroll_to (self, 0);
}

static void
scrolled_cb (CnTimelinePage *self,
             GtkAdjustment  *adjustment)
{
  if (self->settle_tick == 0)
    self->is_at_top = gtk_adjustment_get_value (adjustment) <= 0;
}

/* The article that somebody has just added may come later than the wish to see it. */
gboolean
cn_timeline_page_select_awaited (CnTimelinePage *self)
{
  guint position;

  if (self->awaited_id == 0)
    return FALSE;

  position = cn_timeline_find_article (self->timeline, self->awaited_id);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->timeline)))
    return FALSE;

  gtk_single_selection_set_selected (self->selection, position);
  cn_timeline_page_scroll_to (self, position > 0 ? self->awaited_id : 0);
  self->awaited_id = 0;

  return TRUE;
}

static gboolean
focus_cb (gpointer user_data)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (user_data);

  self->focus_source = 0;
  cn_timeline_page_focus (self);

  return G_SOURCE_REMOVE;
}

/* Tab goes to the row that had the focus last, wherever the list has been scrolled to since. What somebody who works
 * with the keyboard expects is the row that is selected. */
static void
entered_cb (CnTimelinePage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (gtk_window_get_focus_visible (window) && self->focus_source == 0
      && cn_timeline_page_get_selected (self) != NULL)
    self->focus_source = g_idle_add (focus_cb, self);
}

void
cn_timeline_page_setup_scrolling (CnTimelinePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_assert (CN_IS_TIMELINE_PAGE (self));

  self->is_at_top = TRUE;
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
}
