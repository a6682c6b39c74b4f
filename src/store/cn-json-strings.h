/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"

G_BEGIN_DECLS

char  *cn_json_strings_encode (const char * const  *strings) G_GNUC_WARN_UNUSED_RESULT;
GStrv  cn_json_strings_decode (CnConnection        *connection,
                               const char          *json,
                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
