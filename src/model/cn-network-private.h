/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-network.h"
#include "cn-network-record.h"

G_BEGIN_DECLS

CnNetwork *cn_network_new        (const CnNetworkRecord *record,
                                  CnNetwork             *parent,
                                  guint                  color) G_GNUC_WARN_UNUSED_RESULT;
void       cn_network_set_counts (CnNetwork             *self,
                                  guint                  n_articles,
                                  guint                  n_unread);

G_END_DECLS
