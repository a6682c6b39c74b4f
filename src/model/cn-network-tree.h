/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-network.h"

G_BEGIN_DECLS

/* The networks of a library: by id, and the top level as a list. Private to the model; main thread. */
typedef struct _CnNetworkTree CnNetworkTree;

CnNetworkTree *cn_network_tree_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void           cn_network_tree_free    (CnNetworkTree *self);
void           cn_network_tree_update  (CnNetworkTree *self,
                                        GPtrArray     *records);   /* of CnNetworkRecord */
CnNetwork     *cn_network_tree_lookup  (CnNetworkTree *self,
                                        const char    *id);
GListModel    *cn_network_tree_get_top (CnNetworkTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnNetworkTree, cn_network_tree_free)

G_END_DECLS
