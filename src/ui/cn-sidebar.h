/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-library.h"
#include "cn-timeline.h"

G_BEGIN_DECLS

#define CN_TYPE_SIDEBAR (cn_sidebar_get_type ())

/**
 * CnSidebar:
 *
 * The places to look at: all articles, the unread, the starred, and the networks. Its selection is
 * the timeline's filter and follows it. Property: timeline. The signal "activated" says
 * that a row was chosen, rather than added or taken away.
 */
G_DECLARE_FINAL_TYPE (CnSidebar, cn_sidebar, CN, SIDEBAR, AdwNavigationPage)

G_END_DECLS
