/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"
#include "cn-store.h"

G_BEGIN_DECLS

CnConnection *cn_store_opener_open_writer (const char          *path,
                                           CnStoreOpenFlags     flags,
                                           const char * const  *steps,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
CnConnection *cn_store_opener_open_reader (const char          *path,
                                           CnConnectionMode     mode,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
