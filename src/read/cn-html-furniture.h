/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"
#include "cn-html-tree.h"

G_BEGIN_DECLS

gboolean    cn_html_furniture_is_hidden (const xmlNode *node);
CnFurniture cn_html_furniture_of        (const xmlNode *node,
                                         gboolean       use_hints);
gboolean    cn_html_furniture_is_byline (const xmlNode *node);
gboolean    cn_html_furniture_is_date   (const xmlNode *node);
gboolean    cn_html_furniture_is_logo   (const xmlNode *node);
gboolean    cn_html_furniture_is_title  (const xmlNode *node);

G_END_DECLS
