/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *cn_place_spelling_clean     (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GStrv     cn_place_spelling_split     (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char     *cn_place_spelling_variant   (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_place_spelling_is_usable (const char *name);

G_END_DECLS
