/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-library.h"
#include "cn-timeline.h"

G_BEGIN_DECLS

#define CN_TYPE_TIMELINE_PAGE (cn_timeline_page_get_type ())

/**
 * CnTimelinePage:
 *
 * The articles that the filter lets through, month by month. Property: timeline. The
 * signal "open" (an article's id) says that somebody wants to read one; selecting a row does not.
 */
G_DECLARE_FINAL_TYPE (CnTimelinePage, cn_timeline_page, CN, TIMELINE_PAGE, AdwNavigationPage)

void cn_timeline_page_select_article (CnTimelinePage *self,
                                      gint64          id);
void cn_timeline_page_open_filter    (CnTimelinePage *self);
void cn_timeline_page_focus          (CnTimelinePage *self);

G_END_DECLS
