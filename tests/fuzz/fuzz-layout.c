/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text up to the first NUL and a layout behind it, as they might come back from a damaged store.
 *
 * Held: a document of the same bytes when it is encoded again, or an error. */

#include "config.h"

#include "cn-layout.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = size > 0 ? memchr (data, '\0', size) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) layout = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (CnDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (end == NULL)
    return 0;

  text = g_strndup ((const char *) data, (gsize) (end - data));
  layout = g_bytes_new (end + 1, size - (gsize) (end - data) - 1);
  document = cn_layout_decode (text, layout, &error);
  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    return 0;

  again = cn_layout_encode (document);
  g_assert_true (g_bytes_equal (layout, again));
  return 0;
}
