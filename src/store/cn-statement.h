/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

typedef struct sqlite3_stmt sqlite3_stmt;

typedef enum
{
  CN_STEP_ERROR = -1,
  CN_STEP_DONE,
  CN_STEP_ROW,
} CnStep;

CnStatement *cn_statement_new           (CnConnection  *connection,
                                         const char    *sql,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void         cn_statement_finalize      (CnStatement   *self);
void         cn_statement_release       (CnStatement   *self);
const char  *cn_statement_get_sql       (CnStatement   *self);

void         cn_statement_bind_null     (CnStatement   *self,
                                         const char    *name);
void         cn_statement_bind_boolean  (CnStatement   *self,
                                         const char    *name,
                                         gboolean       value);
void         cn_statement_bind_int64    (CnStatement   *self,
                                         const char    *name,
                                         gint64         value);
void         cn_statement_bind_text     (CnStatement   *self,
                                         const char    *name,
                                         const char    *value);
void         cn_statement_bind_bytes    (CnStatement   *self,
                                         const char    *name,
                                         GBytes        *value);

CnStep       cn_statement_step          (CnStatement   *self,
                                         GError       **error);
gboolean     cn_statement_collect_pairs (CnStatement   *self,
                                         GArray        *pairs,
                                         guint          most,
                                         GError       **error);
gboolean     cn_statement_run           (CnStatement   *self,
                                         GError       **error);
void         cn_statement_reset         (CnStatement   *self);

gboolean     cn_statement_is_null       (CnStatement   *self,
                                         int            column);
gboolean     cn_statement_get_boolean   (CnStatement   *self,
                                         int            column);
gint64       cn_statement_get_int64     (CnStatement   *self,
                                         int            column);
const char  *cn_statement_get_text      (CnStatement   *self,
                                         int            column);
char        *cn_statement_dup_text      (CnStatement   *self,
                                         int            column) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *cn_statement_dup_bytes     (CnStatement   *self,
                                         int            column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnStatement, cn_statement_release)

G_END_DECLS
