/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnColumn:
 * @title: what the head says
 * @is_number: whether it is set to the right
 * @shrinks: whether it gives way where the terminal is too narrow; of several the widest gives way first
 */
typedef struct
{
  const char *title;
  gboolean    is_number;
  gboolean    shrinks;
} CnColumn;

typedef struct _CnTable CnTable;

CnTable *cn_table_new        (const CnColumn *columns,
                              guint           n_columns) G_GNUC_WARN_UNUSED_RESULT;
void     cn_table_free       (CnTable        *self);
void     cn_table_add_cell   (CnTable        *self,
                              const char     *text);
char    *cn_table_to_string  (CnTable        *self,
                              guint           width) G_GNUC_WARN_UNUSED_RESULT;
char    *cn_table_to_csv     (CnTable        *self,
                              gboolean        has_head) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnTable, cn_table_free)

G_END_DECLS
