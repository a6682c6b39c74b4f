/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-timeline-page.h"

G_BEGIN_DECLS

struct _CnTimelinePage
{
  AdwNavigationPage   parent_instance;

  CnTimeline         *timeline;
  CnLibrary          *library;          /* the timeline's */

  AdwWindowTitle     *window_title;
  GtkMenuButton      *filter_button;
  AdwBanner          *banner;
  GtkStack           *stack;
  GtkWidget          *spinner;
  AdwStatusPage      *nothing;
  GtkPopoverBin      *menu;
  GtkScrolledWindow  *scroller;
  GtkListView        *list;
  GtkSingleSelection *selection;

  CnArticle          *selected;         /* whose row to select again when it comes back; NULL for none */
  gint64              awaited_id;       /* of the row to select and show as soon as it is there; 0 for none */
  guint               spinner_source;
  guint               update_source;
  guint               announce_source;
  guint               focus_source;
  guint               settle_tick;
  guint               n_frames;         /* since cn_timeline_page_scroll_to() */
  gint64              goal_id;          /* of its article, 0 for the top */
  gboolean            is_at_top;
  double              page_size;        /* of the list, when its layout last changed */
};

CnArticle *cn_timeline_page_get_selected    (CnTimelinePage *self);
void       cn_timeline_page_open            (CnTimelinePage *self,
                                             CnArticle      *article);

/* cn-timeline-page-rows.c */
void       cn_timeline_page_bind_row_callbacks (GtkWidgetClass *widget_class);

/* cn-timeline-page-actions.c */
void       cn_timeline_page_install_actions (GtkWidgetClass *widget_class);
void       cn_timeline_page_update_actions  (CnTimelinePage *self);
void       cn_timeline_page_show_menu       (CnTimelinePage *self,
                                             GtkWidget      *relative_to,
                                             double          x,
                                             double          y);

/* cn-timeline-page-scroll.c */
void       cn_timeline_page_setup_scrolling (CnTimelinePage *self);
void       cn_timeline_page_scroll_to       (CnTimelinePage *self,
                                             gint64          id);
gboolean   cn_timeline_page_select_awaited  (CnTimelinePage *self);

G_END_DECLS
