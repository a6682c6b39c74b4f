/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-charset.h"

G_BEGIN_DECLS

/* Ends with an encoding without a name. */
extern const CnCharset cn_charset_tables[];

G_END_DECLS
