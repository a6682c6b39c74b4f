/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows and the headings of the timeline, as its list view asks for them, and what a pointer does to a row. */

#include "config.h"

#include "cn-timeline-page-private.h"

#include "cn-date-format.h"
#include "cn-timeline-row.h"

static void
clicked_cb (GtkListItem     *item,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CnTimelinePage *self = CN_TIMELINE_PAGE (gtk_widget_get_ancestor (row, CN_TYPE_TIMELINE_PAGE));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self == NULL || n_press != 1)
    return;

  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
      cn_timeline_page_show_menu (self, row, x, y);
    }
  else if (button == GDK_BUTTON_PRIMARY && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    {
      cn_timeline_page_open (self, gtk_list_item_get_item (item));
    }
}

static void
long_pressed_cb (GtkListItem    *item,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CnTimelinePage *self = CN_TIMELINE_PAGE (gtk_widget_get_ancestor (row, CN_TYPE_TIMELINE_PAGE));

  if (self == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  cn_timeline_page_show_menu (self, row, x, y);
}

/* Of the two hundred rows that the list view keeps, a dozen are ever seen: only those get what reacts to
 * a pointer. */
static void
row_mapped_cb (GtkListItem *item,
               GtkWidget   *row)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_handlers_disconnect_by_func (row, row_mapped_cb, item);

  /* One click opens; the list view's own "single click activates" would select whatever the pointer
   * passes over. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
}

static void
setup_cb (CnTimelinePage *self,
          GtkListItem    *item)
{
  GtkWidget *row = cn_timeline_row_new (item);

  g_signal_connect_object (row, "map", G_CALLBACK (row_mapped_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (CnTimelinePage *self,
         GtkListItem    *item)
{
  cn_timeline_row_set_article (CN_TIMELINE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (CnTimelinePage *self,
           GtkListItem    *item)
{
  cn_timeline_row_set_article (CN_TIMELINE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
setup_header_cb (CnTimelinePage *self,
                 GtkListHeader  *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_header_set_child (header, label);
}

/* GTK makes headings anew when the window folds, and tells those of later months where they were before others came in
 * front of them. What each begins with it knows: the article that was there when the heading was first made. */
static CnDate
get_month (CnTimelinePage *self,
           GtkListHeader  *header)
{
  CnArticle *article = gtk_list_header_get_item (header);
  guint position = gtk_list_header_get_start (header);
  g_autoptr (CnArticle) there = g_list_model_get_item (G_LIST_MODEL (self->timeline), position);
  const CnDate *known = article != NULL ? g_object_get_data (G_OBJECT (article), "citynet-month") : NULL;
  CnDate month;
  guint start, end;

  if (known != NULL && there != article)
    return *known;

  month = cn_timeline_get_section (self->timeline, position, &start, &end);
  if (article != NULL && there == article)
    g_object_set_data_full (G_OBJECT (article), "citynet-month", g_memdup2 (&month, sizeof month), g_free);
  return month;
}

static void
bind_header_cb (CnTimelinePage *self,
                GtkListHeader  *header)
{
  CnDate month = get_month (self, header);
  g_autofree char *words = cn_date_format_section (month);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), words);
}

void
cn_timeline_page_bind_row_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}
