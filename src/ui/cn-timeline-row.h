/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cn-article.h"

G_BEGIN_DECLS

#define CN_TYPE_TIMELINE_ROW (cn_timeline_row_get_type ())

/**
 * CnTimelineRow:
 *
 * One article in the timeline: networks and date, title, the beginning of the text. Properties:
 * article, label (the one sentence that a screen reader speaks for the row; its list item carries it).
 */
G_DECLARE_FINAL_TYPE (CnTimelineRow, cn_timeline_row, CN, TIMELINE_ROW, GtkWidget)

GtkWidget  *cn_timeline_row_new         (GtkListItem   *item) G_GNUC_WARN_UNUSED_RESULT;
CnArticle  *cn_timeline_row_get_article (CnTimelineRow *self);
void        cn_timeline_row_set_article (CnTimelineRow *self,
                                         CnArticle     *article);
const char *cn_timeline_row_get_label   (CnTimelineRow *self);

G_END_DECLS
