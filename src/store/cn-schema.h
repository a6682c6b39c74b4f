/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

/* "CNet": how a file says whose it is. */
#define CN_SCHEMA_APPLICATION_ID 0x434E6574

GStrv     cn_schema_dup_steps   (void) G_GNUC_WARN_UNUSED_RESULT;
char     *cn_schema_dump        (CnConnection        *connection,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_schema_get_version (CnConnection        *connection,
                                 gint64              *version,
                                 GError             **error);
gboolean  cn_schema_upgrade     (CnConnection        *connection,
                                 const char * const  *steps,
                                 GError             **error);
gboolean  cn_schema_verify      (CnConnection        *connection,
                                 const char * const  *steps,
                                 GError             **error);

G_END_DECLS
