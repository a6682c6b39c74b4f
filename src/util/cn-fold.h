/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes that one character of the original can become. */
#define CN_FOLD_MAX_PER_CHAR 24

char     *cn_fold           (const char     *text,
                             gssize          length) G_GNUC_WARN_UNUSED_RESULT;
char     *cn_fold_with_map  (const char     *text,
                             gssize          length,
                             gsize          *folded_length,
                             guint32       **map) G_GNUC_WARN_UNUSED_RESULT;
void      cn_fold_map_range (const guint32  *map,
                             gsize           folded_length,
                             gsize          *start,
                             gsize          *end);
gsize     cn_fold_to_buffer (const char     *text,
                             gsize           length,
                             char           *buffer,
                             gsize           size);
gboolean  cn_fold_equal     (const char     *a,
                             const char     *b);

G_END_DECLS
