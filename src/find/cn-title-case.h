/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cn_title_case_weaken (const char *text,
                           gsize       start,
                           gsize       end,
                           GArray     *hits,
                           guint       from);

G_END_DECLS
