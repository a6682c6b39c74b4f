/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"
#include "cn-network-record.h"

G_BEGIN_DECLS

gboolean   cn_network_table_sync    (CnConnection  *connection,
                                     GPtrArray     *networks,
                                     GError       **error);
GPtrArray *cn_network_table_list    (CnConnection  *connection,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cn_network_table_find    (CnConnection  *connection,
                                     const char    *key,
                                     gint64        *id,
                                     GError       **error);

G_END_DECLS
