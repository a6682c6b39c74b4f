/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's error domain.
 *
 * Any thread. Translating SQLite's codes into these is cn-connection.c's business: only there is a connection
 * at hand whose words and whose system error belong to the code. */

#include "config.h"

#include "cn-store-error.h"

G_DEFINE_QUARK (cn-store-error-quark, cn_store_error)
