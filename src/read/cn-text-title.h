/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

void cn_text_title_fence_off_menu (CnDocument *document);
void cn_text_title_read           (CnDocument *document,
                                   gboolean    letter);

G_END_DECLS
