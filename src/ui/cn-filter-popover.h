/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cn-timeline.h"

G_BEGIN_DECLS

#define CN_TYPE_FILTER_POPOVER (cn_filter_popover_get_type ())

/**
 * CnFilterPopover:
 *
 * The whole filter with check marks: the way to choose several networks by touch. Property:
 * timeline.
 */
G_DECLARE_FINAL_TYPE (CnFilterPopover, cn_filter_popover, CN, FILTER_POPOVER, GtkPopover)

G_END_DECLS
