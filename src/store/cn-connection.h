/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cn-store-error.h"

G_BEGIN_DECLS

typedef struct sqlite3 sqlite3;
typedef struct _CnConnection CnConnection;
typedef struct _CnStatement CnStatement;

typedef enum
{
  CN_CONNECTION_READ_WRITE,    /* makes the file when it does not exist */
  CN_CONNECTION_READ_ONLY,
  CN_CONNECTION_IMMUTABLE,     /* as READ_ONLY, trusting that nobody at all can change the file: no locks, no log */
  CN_CONNECTION_IMMUTABLE_LOG, /* as IMMUTABLE, with the log that lies beside it */
} CnConnectionMode;

CnConnection     *cn_connection_open           (const char        *path,
                                                CnConnectionMode   mode,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              cn_connection_free           (CnConnection      *self);
const char       *cn_connection_get_path       (CnConnection      *self);
sqlite3          *cn_connection_get_handle     (CnConnection      *self);
CnConnectionMode  cn_connection_get_mode       (CnConnection      *self);
gboolean          cn_connection_is_read_only   (CnConnection      *self);

void              cn_connection_set_busy_wait  (CnConnection      *self,
                                                guint              milliseconds);
void              cn_connection_set_cancelled  (CnConnection      *self,
                                                const int         *cancelled);
gboolean          cn_connection_set_checkpoint (CnConnection      *self,
                                                gboolean           enabled,
                                                GError           **error);
gboolean          cn_connection_use_log        (CnConnection      *self,
                                                GError           **error);

CnStatement      *cn_connection_prepare        (CnConnection      *self,
                                                const char        *sql,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          cn_connection_exec           (CnConnection      *self,
                                                const char        *sql,
                                                GError           **error);
gboolean          cn_connection_query_int64    (CnConnection      *self,
                                                const char        *sql,
                                                gint64            *value,
                                                GError           **error);
char             *cn_connection_query_text     (CnConnection      *self,
                                                const char        *sql,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean          cn_connection_begin_read     (CnConnection      *self,
                                                GError           **error);
gboolean          cn_connection_begin_write    (CnConnection      *self,
                                                GError           **error);
gboolean          cn_connection_commit         (CnConnection      *self,
                                                GError           **error);
void              cn_connection_rollback       (CnConnection      *self);
gint64            cn_connection_count_changes  (CnConnection      *self);

gboolean          cn_connection_is_cancelled   (CnConnection      *self);
gboolean          cn_connection_fail           (CnConnection      *self,
                                                int                code,
                                                const char        *doing,
                                                GError           **error);

/* For cn-connection.c alone. */
gboolean          cn_connection_configure      (CnConnection      *self,
                                                GError           **error);

/* For cn-statement.c alone. */
void              cn_connection_take_back      (CnConnection      *self,
                                                CnStatement       *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnConnection, cn_connection_free)

G_END_DECLS
