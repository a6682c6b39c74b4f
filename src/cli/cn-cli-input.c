/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Standard input in the place of a file.
 *
 * Blocks until its other end is closed, before any store is opened: who pipes into a program may take long. */

#include "config.h"

#include "cn-cli-input.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cn-reader.h"

/*
 * cn_cli_is_standard_input:
 * @argument: what the user typed
 */
gboolean
cn_cli_is_standard_input (const char *argument)
{
  g_return_val_if_fail (argument != NULL, FALSE);

  return strcmp (argument, "-") == 0;
}

/*
 * cn_cli_load_standard_input:
 *
 * Reads standard input to its end, or a little over the most that a reader takes: the reader says so then.
 *
 * Returns: (transfer full): what came, or %NULL with one clause in the user's language
 */
GBytes *
cn_cli_load_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    {
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > CN_READ_MAX_BYTES)
        break;
    }
  if (ferror (stdin))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("it could not be read"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
