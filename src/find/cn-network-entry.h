/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "cn-network-registry.h"

G_BEGIN_DECLS

CnNetworkEntry *cn_network_entry_parse  (JsonObject  *object,
                                         guint        line,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void            cn_network_entry_free   (gpointer     data);
gboolean        cn_network_entry_refuse (guint        line,
                                         const char  *what,
                                         const char  *member,
                                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnNetworkEntry, cn_network_entry_free)

G_END_DECLS
