/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* For places inside a large text. g_str_has_prefix() and g_str_has_suffix() measure the whole rest of their
 * string, which turns a walk over a text into quadratic work. */

static inline gboolean
cn_scan_starts_with (const char *at,
                     const char *end,
                     const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - at) >= length && memcmp (at, prefix, length) == 0;
}

static inline gboolean
cn_scan_ends_with (const char *start,
                   const char *end,
                   const char *suffix)
{
  gsize length = strlen (suffix);

  return (gsize) (end - start) >= length && memcmp (end - length, suffix, length) == 0;
}

G_END_DECLS
