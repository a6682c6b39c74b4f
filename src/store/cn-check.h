/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

GStrv    cn_check_run   (CnConnection  *connection,
                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean cn_check_whole (CnConnection  *connection,
                         GError       **error);
gboolean cn_check_quick (CnConnection  *connection,
                         GError       **error);

G_END_DECLS
