/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-html-tree.h"

G_BEGIN_DECLS

xmlNode *cn_html_content_find_root  (xmlDoc        *doc,
                                     const xmlNode *headline,
                                     gboolean      *use_hints);
xmlNode *cn_html_content_find_body  (xmlDoc        *doc);

G_END_DECLS
