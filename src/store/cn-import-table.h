/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

gint64   cn_import_table_draw_id    (void);
gboolean cn_import_table_ensure     (CnConnection  *connection,
                                     gint64         id,
                                     GError       **error);
gboolean cn_import_table_set_undone (CnConnection  *connection,
                                     gint64         id,
                                     gboolean       is_undone,
                                     gboolean      *changed,
                                     GError       **error);

G_END_DECLS
