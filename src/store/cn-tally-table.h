/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"
#include "cn-network-record.h"

G_BEGIN_DECLS

CnTally  *cn_tally_table_load            (CnConnection  *connection,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_tally_table_count_commit    (CnConnection  *connection,
                                          GError       **error);
gboolean  cn_tally_table_verify_identity (CnConnection  *connection,
                                          GError       **error);

G_END_DECLS
