/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cn-timeline.h"

G_BEGIN_DECLS

#define CN_TYPE_TIMELINE_SECTIONS (cn_timeline_sections_get_type ())

/**
 * CnTimelineSections:
 *
 * A timeline as a list view wants it: the same list, divided into months. Properties: timeline.
 */
G_DECLARE_FINAL_TYPE (CnTimelineSections, cn_timeline_sections, CN, TIMELINE_SECTIONS, GObject)

CnTimelineSections *cn_timeline_sections_new (CnTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
