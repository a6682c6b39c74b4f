/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

gboolean cn_shown_version_update            (CnConnection  *connection,
                                             gint64         article_id,
                                             gboolean      *changed,
                                             GError       **error);
gboolean cn_shown_version_update_for_import (CnConnection  *connection,
                                             gint64         import_id,
                                             GArray        *ids,
                                             GError       **error);

G_END_DECLS
