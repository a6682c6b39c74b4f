/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to the selected row: the actions "timeline." and the menu that offers them. Marks are
 * the window's to set. */

#include "config.h"

#include "cn-timeline-page-private.h"

void
cn_timeline_page_update_actions (CnTimelinePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CnArticle *article = cn_timeline_page_get_selected (self);
  gboolean is_there = article != NULL && cn_article_is_loaded (article);
  gboolean can_write = self->library != NULL && cn_library_get_state (self->library) == CN_LIBRARY_STATE_READY;
  gboolean can_mark = is_there && can_write;

  gtk_widget_action_set_enabled (widget, "timeline.open", article != NULL);
  gtk_widget_action_set_enabled (widget, "timeline.menu", article != NULL);
  gtk_widget_action_set_enabled (widget, "timeline.copy-link", is_there);
  gtk_widget_action_set_enabled (widget, "timeline.toggle-read", can_mark);
  gtk_widget_action_set_enabled (widget, "timeline.toggle-starred", can_mark);
  gtk_widget_action_set_enabled (widget, "timeline.mark-read", can_mark && !cn_article_is_read (article));
  gtk_widget_action_set_enabled (widget, "timeline.mark-unread", can_mark && cn_article_is_read (article));
  gtk_widget_action_set_enabled (widget, "timeline.star", can_mark && !cn_article_is_starred (article));
  gtk_widget_action_set_enabled (widget, "timeline.unstar", can_mark && cn_article_is_starred (article));
}

void
cn_timeline_page_show_menu (CnTimelinePage *self,
                            GtkWidget      *relative_to,
                            double          x,
                            double          y)
{
  GtkPopover *popover = GTK_POPOVER (gtk_popover_bin_get_popover (self->menu));
  graphene_point_t point;

  if (cn_timeline_page_get_selected (self) == NULL
      || !gtk_widget_compute_point (relative_to, GTK_WIDGET (self->menu), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  cn_timeline_page_update_actions (self);
  gtk_popover_set_pointing_to (popover, &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_popup (popover);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (widget);
  CnArticle *article = cn_timeline_page_get_selected (self);

  if (article != NULL)
    g_signal_emit_by_name (self, "open", cn_article_get_id (article));
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CnArticle *article = cn_timeline_page_get_selected (CN_TIMELINE_PAGE (widget));
  gint64 id;

  if (article == NULL || !cn_article_is_loaded (article))
    return;

  id = cn_article_get_id (article);
  if (g_str_equal (name, "timeline.star") || g_str_equal (name, "timeline.unstar")
      || g_str_equal (name, "timeline.toggle-starred"))
    gtk_widget_activate_action (widget, "win.set-starred", "(xb)", id, !cn_article_is_starred (article));
  else
    gtk_widget_activate_action (widget, "win.set-read", "(xb)", id, !cn_article_is_read (article));
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CnArticle *article = cn_timeline_page_get_selected (CN_TIMELINE_PAGE (widget));

  if (article != NULL)
    gtk_widget_activate_action (widget, "win.copy-link", "x", cn_article_get_id (article));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* The list item that has the focus is the row's parent, which is not ours to name. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    cn_timeline_page_show_menu (self, focus, gtk_widget_get_width (focus) / 3.0, gtk_widget_get_height (focus) / 2.0);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  const char *none[] = { NULL };

  cn_timeline_set_filter (CN_TIMELINE_PAGE (widget)->timeline, CN_TIMELINE_SHOW_ALL, none);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  cn_timeline_reload (CN_TIMELINE_PAGE (widget)->timeline);
}

void
cn_timeline_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char * const marks[] = {
    "timeline.mark-read", "timeline.mark-unread", "timeline.star", "timeline.unstar",
    "timeline.toggle-read", "timeline.toggle-starred",
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_class_install_action (widget_class, marks[i], NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "timeline.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "timeline.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "timeline.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "timeline.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "timeline.reload", NULL, reload_action);
}
