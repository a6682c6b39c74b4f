/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli recover: saves what is readable of a damaged store as a sound one, and leaves the other as it is. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-commands.h"

static CnExit
recover (CnCli     *cli,
         CnLibrary *library,
         gpointer   data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  cn_cli_show_progress (cli, _("Reading…"));
  words = dex_await_string (cn_library_recover (library, path), &error);
  cn_cli_clear_progress (cli);
  if (words == NULL)
    {
      g_autofree char *reason = cn_library_describe_error (error);

      cn_cli_problem (path, reason);
      return CN_EXIT_STORE;
    }

  if (!cli->is_quiet)
    cn_cli_print ("%s\n", words);
  return CN_EXIT_OK;
}

/*
 * cn_command_recover:
 */
CnExit
cn_command_recover (CnCli *cli,
                    GStrv *argv)
{
  g_autofree char *file = NULL;
  CnExit status;

  if (!cn_cli_parse_file ("recover", _("FILE - save what is readable of a damaged store"), argv, &file, &status))
    return status;

  return cn_cli_use_library (cli, CN_CLI_RECOVERS, recover, file);
}
