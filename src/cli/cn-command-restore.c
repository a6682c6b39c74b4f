/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli restore: puts a copy in the place of the store, and keeps what was there. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-cli-text.h"
#include "cn-commands.h"

static CnExit
restore (CnCli     *cli,
         CnLibrary *library,
         gpointer   data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  cn_cli_show_progress (cli, _("Copying…"));
  kept = dex_await_string (cn_library_restore (library, path), &error);
  cn_cli_clear_progress (cli);
  if (error != NULL)
    {
      g_autofree char *reason = cn_library_describe_copy_error (error);

      cn_cli_problem (path, reason);
      return CN_EXIT_INPUT;
    }

  if (kept != NULL && !cli->is_quiet)
    {
      g_autofree char *name = cn_text_dup_name (kept);

      /* Translators: %s is a file name. */
      cn_cli_print (_("What was there before is kept as %s\n"), name);
    }
  return CN_EXIT_OK;
}

/*
 * cn_command_restore:
 */
CnExit
cn_command_restore (CnCli *cli,
                    GStrv *argv)
{
  g_autofree char *file = NULL;
  CnExit status;

  if (!cn_cli_parse_file ("restore", _("FILE - put a copy in the place of the store"), argv, &file, &status))
    return status;

  return cn_cli_use_library (cli, CN_CLI_RESTORES, restore, file);
}
