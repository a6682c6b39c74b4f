/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cn_byline_is_name      (const char *text,
                                 gsize       length);
gboolean cn_byline_parse        (const char *line,
                                 gsize       length,
                                 GPtrArray  *authors);
gboolean cn_byline_parse_names  (const char *text,
                                 gsize       length,
                                 GPtrArray  *authors);
gboolean cn_byline_parse_signed (const char *line,
                                 gsize       length,
                                 const char *body,
                                 GPtrArray  *authors);

G_END_DECLS
