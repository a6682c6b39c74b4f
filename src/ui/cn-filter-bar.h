/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-timeline.h"

G_BEGIN_DECLS

#define CN_TYPE_FILTER_BAR (cn_filter_bar_get_type ())

/**
 * CnFilterBar:
 *
 * The timeline's filter as chips, each of which can be removed; not there when nothing is filtered.
 * Property: timeline.
 */
G_DECLARE_FINAL_TYPE (CnFilterBar, cn_filter_bar, CN, FILTER_BAR, AdwBin)

G_END_DECLS
