/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes at all into the reader, behind the beginning of a page, so that they are read as one.
 *
 * Held: a document that keeps all its promises, or an error in words. */

#include "config.h"

#include "cn-reader.h"
#include "document-check.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char head[] = "<!DOCTYPE html><html>";
  const CnReadHints hints = { "https://example.org/a/b", "text/html" };
  guint8 *page = g_malloc (sizeof head - 1 + size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  memcpy (page, head, sizeof head - 1);
  if (size > 0)
    memcpy (page + sizeof head - 1, data, size);
  bytes = g_bytes_new_take (page, sizeof head - 1 + size);

  documents = cn_reader_read (bytes, &hints, &error);
  g_assert_true ((documents == NULL) == (error != NULL));

  if (error != NULL)
    g_assert_true (error->domain == CN_READ_ERROR && *error->message != '\0');
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    document_check (g_ptr_array_index (documents, i));

  return 0;
}
