/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

CnDocument *cn_text_blocks_read       (const char *text,
                                       gsize       length) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cn_text_is_web_address    (const char *start,
                                       const char *end);

G_END_DECLS
