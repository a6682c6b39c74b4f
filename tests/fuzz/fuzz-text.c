/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes at all into the reader.
 *
 * Held: a document that keeps all its promises, or an error in words. */

#include "config.h"

#include "cn-reader.h"
#include "document-check.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const CnReadHints hints = { NULL, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  documents = cn_reader_read (bytes, &hints, &error);
  g_assert_true ((documents == NULL) == (error != NULL));

  if (error != NULL)
    g_assert_true (error->domain == CN_READ_ERROR && *error->message != '\0');
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    document_check (g_ptr_array_index (documents, i));

  return 0;
}
