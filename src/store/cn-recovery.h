/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"
#include "cn-store-recover.h"

G_BEGIN_DECLS

gboolean cn_recovery_run (const char          *path,
                          CnConnection        *target,
                          const char * const  *steps,
                          CnRecoveryReport    *report,
                          GError             **error);

G_END_DECLS
