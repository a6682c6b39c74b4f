/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "cn-article.h"
#include "cn-document.h"

G_BEGIN_DECLS

void  cn_cli_json_add_string    (JsonBuilder        *builder,
                                 const char         *member,
                                 const char         *value);
void  cn_cli_json_add_int       (JsonBuilder        *builder,
                                 const char         *member,
                                 gint64              value);
void  cn_cli_json_add_boolean   (JsonBuilder        *builder,
                                 const char         *member,
                                 gboolean            value);
void  cn_cli_json_add_strings   (JsonBuilder        *builder,
                                 const char         *member,
                                 const char * const *values);
void  cn_cli_json_add_date      (JsonBuilder        *builder,
                                 const char         *member,
                                 CnDate              date);
void  cn_cli_json_add_precision (JsonBuilder        *builder,
                                 const char         *member,
                                 CnDate              date);
void  cn_cli_json_add_networks  (JsonBuilder        *builder,
                                 CnArticle          *article);
void  cn_cli_json_add_content   (JsonBuilder        *builder,
                                 const CnDocument   *document);
char *cn_cli_json_to_string     (JsonBuilder        *builder) G_GNUC_WARN_UNUSED_RESULT;
void  cn_cli_json_print         (JsonBuilder        *builder);

G_END_DECLS
