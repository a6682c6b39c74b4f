/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cn_language_detect (const char *text,
                                gsize       length);
char       *cn_language_clean  (const char *tag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
