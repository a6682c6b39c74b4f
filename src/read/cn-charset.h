/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnCharset:
 * @name: the name that the Encoding Standard gives it, lower case
 * @upper: what the bytes 0x80 to 0xff mean, 0 for nothing
 *
 * An encoding of one byte a letter whose lower half is ASCII.
 */
typedef struct
{
  const char *name;
  guint16     upper[128];
} CnCharset;

const CnCharset *cn_charset_find (const char *label);

G_END_DECLS
