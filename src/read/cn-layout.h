/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

/* The blocks and spans of a document as a few compact bytes, which the store keeps beside the text. */

GBytes     *cn_layout_encode (const CnDocument  *document) G_GNUC_WARN_UNUSED_RESULT;
CnDocument *cn_layout_decode (const char        *text,
                              GBytes            *layout,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
