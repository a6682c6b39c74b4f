/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cn_encoding_decode (GBytes      *bytes,
                          const char  *content_type,
                          gsize       *length,
                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
