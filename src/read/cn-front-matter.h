/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

void cn_front_matter_read (CnDocument *document,
                           const char *locale,
                           gboolean    weak,
                           GPtrArray  *authors);

G_END_DECLS
