/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

gboolean cn_text_letter_read_head (CnDocument *document);

G_END_DECLS
