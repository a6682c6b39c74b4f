/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The built-in registry as the store takes it. Private to the model; any thread. */
GPtrArray *cn_registry_dup_records (void) G_GNUC_WARN_UNUSED_RESULT;   /* of CnNetworkRecord */

G_END_DECLS
