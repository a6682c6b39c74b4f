/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cn-network.h"
#include "cn-timeline.h"

G_BEGIN_DECLS

/* What a row of the sidebar is; in the order in which the kinds stand. */
typedef enum
{
  CN_SIDEBAR_ROW_SHOW,     /* All Articles, Unread, Starred */
  CN_SIDEBAR_ROW_NETWORK,
  CN_SIDEBAR_ROW_TOGGLE,   /* unfolds the networks that have no articles */
} CnSidebarRowKind;

#define CN_TYPE_SIDEBAR_ROW (cn_sidebar_row_get_type ())

/**
 * CnSidebarRow:
 *
 * A row of the sidebar: an icon or a colour key, a name and a count. Properties: title, count.
 */
G_DECLARE_FINAL_TYPE (CnSidebarRow, cn_sidebar_row, CN, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget        *cn_sidebar_row_new_show     (CnTimelineShow    show);
GtkWidget        *cn_sidebar_row_new_network  (CnNetwork        *network,
                                               guint             order);
GtkWidget        *cn_sidebar_row_new_toggle   (void);

CnSidebarRowKind  cn_sidebar_row_get_kind     (CnSidebarRow     *self);
CnTimelineShow    cn_sidebar_row_get_show     (CnSidebarRow     *self);
CnNetwork        *cn_sidebar_row_get_network  (CnSidebarRow     *self);
guint             cn_sidebar_row_get_order    (CnSidebarRow     *self);
gboolean          cn_sidebar_row_is_empty     (CnSidebarRow     *self);
void              cn_sidebar_row_set_count    (CnSidebarRow     *self,
                                               guint             count);
void              cn_sidebar_row_set_expanded (CnSidebarRow     *self,
                                               gboolean          expanded);

G_END_DECLS
