/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cn_address_is_safe            (const char *address);
char    *cn_address_resolve            (const char *reference,
                                        const char *base) G_GNUC_WARN_UNUSED_RESULT;
char    *cn_address_resolve_page       (const char *reference,
                                        const char *base) G_GNUC_WARN_UNUSED_RESULT;
char    *cn_address_strip_tracking     (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
