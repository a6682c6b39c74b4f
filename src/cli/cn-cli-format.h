/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-cli-table.h"
#include "cn-date.h"

G_BEGIN_DECLS

typedef enum
{
  CN_FORMAT_TABLE,
  CN_FORMAT_JSON,
  CN_FORMAT_CSV,
} CnFormat;

gboolean cn_format_parse       (const char *name,
                                CnFormat   *format);
void     cn_format_print_table (CnTable    *table,
                                CnFormat    format);
gboolean cn_format_parse_id    (const char *text,
                                gint64     *id);
GArray  *cn_format_parse_ids   (GStrv       words,
                                const char **wrong) G_GNUC_WARN_UNUSED_RESULT;
gboolean cn_format_parse_day   (const char *text,
                                gboolean    is_last,
                                CnDate     *day);

G_END_DECLS
