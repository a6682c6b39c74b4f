/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 cn_clock_get_seconds (void);
void   cn_clock_set_fixed   (gint64 unix_seconds);

G_END_DECLS
