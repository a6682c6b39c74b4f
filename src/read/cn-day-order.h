/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

CnDate cn_day_order_decide (const CnDocument *document,
                            const char       *locale,
                            gsize             start,
                            gsize             end,
                            CnDate            date);

G_END_DECLS
