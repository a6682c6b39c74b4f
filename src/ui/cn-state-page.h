/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-library.h"

G_BEGIN_DECLS

#define CN_TYPE_STATE_PAGE (cn_state_page_get_type ())

/**
 * CnStatePage:
 *
 * Why the library cannot be shown, and what can be done about it.
 */
G_DECLARE_FINAL_TYPE (CnStatePage, cn_state_page, CN, STATE_PAGE, AdwBin)

void cn_state_page_set_state (CnStatePage    *self,
                              CnLibraryState  state,
                              const char     *path);

G_END_DECLS
