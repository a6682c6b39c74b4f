/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes at all into the folding.
 *
 * Held: the result is UTF-8, folds to itself and equals the original; the map ascends, stays inside the original
 * and leads from any range to whole characters; folding a part is a part of the folding. */

#include "config.h"

#include "cn-fold.h"
#include "fuzz.h"

#include <string.h>

static void
check_map (const char    *text,
           gsize          length,
           const guint32 *map,
           gsize          folded_length)
{
  gboolean is_utf8 = g_utf8_validate_len (text, length, NULL);

  g_assert_cmpuint (map[folded_length], ==, length);
  for (gsize i = 0; i < folded_length; i++)
    {
      gsize start = i, end = i + 1;

      g_assert_cmpuint (map[i], <=, map[i + 1]);
      cn_fold_map_range (map, folded_length, &start, &end);
      g_assert_cmpuint (start, <, end);
      g_assert_cmpuint (end, <=, length);
      g_assert_true (!is_utf8 || (((guchar) text[start] & 0xc0) != 0x80 &&
                                  (end == length || ((guchar) text[end] & 0xc0) != 0x80)));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_memdup2 (size > 0 ? data : (const guint8 *) "", MAX (size, 1));
  g_autofree guint32 *map = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *again = NULL;
  g_autofree char *terminated = NULL;
  char buffer[256];
  gsize folded_length, n;

  folded = cn_fold_with_map (text, (gssize) size, &folded_length, &map);
  g_assert_cmpuint (strlen (folded), ==, folded_length);
  g_assert_true (g_utf8_validate_len (folded, folded_length, NULL));
  check_map (text, size, map, folded_length);

  again = cn_fold (folded, -1);
  g_assert_cmpstr (again, ==, folded);

  n = cn_fold_to_buffer (text, size, buffer, sizeof buffer);
  if (n > 0)
    g_assert_cmpmem (buffer, n, folded, folded_length);

  if (memchr (text, '\0', size) == NULL)
    {
      terminated = g_strndup (text, size);
      g_assert_true (cn_fold_equal (terminated, folded));
    }

  return 0;
}
