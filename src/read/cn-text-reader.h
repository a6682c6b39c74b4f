/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

CnDocument *cn_text_reader_read (const char  *text,
                                 gsize        length,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
