/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

void     cn_furniture_lines_mark    (CnDocument       *document,
                                     guint             first,
                                     guint             last);
gboolean cn_furniture_lines_is_body (const CnDocument *document,
                                     const CnBlock    *block);

G_END_DECLS
