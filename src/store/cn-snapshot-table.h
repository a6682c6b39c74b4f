/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

gboolean cn_snapshot_table_take    (CnConnection  *connection,
                                    gint64         article_id,
                                    GError       **error);
gboolean cn_snapshot_table_restore (CnConnection  *connection,
                                    gint64         article_id,
                                    gint64         version,
                                    gboolean      *changed,
                                    GError       **error);

G_END_DECLS
