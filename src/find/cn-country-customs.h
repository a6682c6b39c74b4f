/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-gazetteer.h"

G_BEGIN_DECLS

CnPlaceKind  cn_country_customs_region_kind (const char *country,
                                             guint       level,
                                             const char *name);
const char  *cn_country_customs_language    (const char *country);

G_END_DECLS
