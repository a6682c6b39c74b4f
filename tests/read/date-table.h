/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date-reader.h"

G_BEGIN_DECLS

/**
 * DateRow:
 * @name: what the row is about, as the end of a test's path
 * @language: (nullable): of the text
 * @reference: (nullable): the day that the text was written on, ISO 8601
 * @text: the text
 * @expected: every match as `[its words] date`, in order, with `..last` for a range, `{days}` for a list,
 *   `relative`, `about` for approximate and `?` for ambiguous; "" when there must be none
 */
typedef struct
{
  const char *name;
  const char *language;
  const char *reference;
  const char *text;
  const char *expected;
} DateRow;

void  date_table_init      (int            *argc,
                            char         ***argv);
void  date_table_add       (const char     *path,
                            const DateRow  *rows,
                            gsize           n_rows);
char *date_table_describe  (const char     *text,
                            gsize           length,
                            const GArray   *matches) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
