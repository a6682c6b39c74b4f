/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

/* What makes two inputs one article. Private to the model; pure; any thread. */

char   *cn_canonical_address   (const char       *address) G_GNUC_WARN_UNUSED_RESULT;
GBytes *cn_canonical_text_hash (const CnDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
