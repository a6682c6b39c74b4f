/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-charset.h"

G_BEGIN_DECLS

/**
 * CnWideOrder:
 *
 * Which byte of a UTF-16 unit comes first.
 */
typedef enum
{
  CN_WIDE_NONE,
  CN_WIDE_LITTLE,
  CN_WIDE_BIG,
} CnWideOrder;

const char      *cn_encoding_guess_binary      (const guchar *data,
                                                gsize         length);
gboolean         cn_encoding_is_text           (const guchar *data,
                                                gsize         length);
CnWideOrder      cn_encoding_guess_wide        (const guchar *data,
                                                gsize         length);
void             cn_encoding_weigh_utf8        (const guchar *data,
                                                gsize         length,
                                                gsize        *n_good,
                                                gsize        *n_bad);
gboolean         cn_encoding_speaks_turkish    (const guchar *data,
                                                gsize         length);
const CnCharset *cn_encoding_guess_charset     (const guchar *data,
                                                gsize         length);

G_END_DECLS
