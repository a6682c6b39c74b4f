/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

char *cn_markup_from_range (const CnDocument *document,
                            const CnBlock    *block,
                            gsize             start,
                            gsize             end) G_GNUC_WARN_UNUSED_RESULT;
char *cn_markup_from_block (const CnDocument *document,
                            const CnBlock    *block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
