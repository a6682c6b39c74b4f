/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

gboolean  cn_backup_write              (CnConnection        *source,
                                        const char          *path,
                                        const char * const  *steps,
                                        GError             **error);
gboolean  cn_backup_verify             (const char          *path,
                                        const char * const  *steps,
                                        GError             **error);
gboolean  cn_backup_restore            (const char          *path,
                                        CnConnection        *target,
                                        GError             **error);

/* What a copy that is made in another way needs as well. */
gboolean  cn_backup_check_place        (const char          *source,
                                        const char          *path,
                                        GError             **error);
char     *cn_backup_dup_temporary_path (const char          *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_backup_finish             (const char          *temporary,
                                        const char          *path,
                                        const char * const  *steps,
                                        GError             **error);

G_END_DECLS
