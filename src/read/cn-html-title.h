/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-html-metadata.h"

G_BEGIN_DECLS

char *cn_html_title_find (xmlDoc                *doc,
                          const CnHtmlMetadata  *metadata,
                          const xmlNode        **headline,
                          char                 **site_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
