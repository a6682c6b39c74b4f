/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cn_headline_is_kicker      (const char *line,
                                     gsize       length);
gboolean cn_headline_is_trail       (const char *line,
                                     gsize       length);
gboolean cn_headline_is_menu        (const char *line,
                                     gsize       length);
gboolean cn_headline_is_site_behind (const char *line,
                                     gsize       length,
                                     const char *headline,
                                     gsize       headline_length);

G_END_DECLS
