/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

void document_check_html  (const char       *html);
void document_check       (const CnDocument *document);

G_END_DECLS
