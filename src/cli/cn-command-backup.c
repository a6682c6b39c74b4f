/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli backup: a copy of the store, also while others work with it. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-commands.h"

static CnExit
backup (CnCli     *cli,
        CnLibrary *library,
        gpointer   data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  gboolean is_done;

  cn_cli_show_progress (cli, _("Copying…"));
  is_done = dex_await (cn_library_backup (library, path), &error);
  cn_cli_clear_progress (cli);
  if (is_done)
    return CN_EXIT_OK;

  reason = cn_library_describe_copy_error (error);
  cn_cli_problem (path, reason);
  return CN_EXIT_INPUT;
}

/*
 * cn_command_backup:
 */
CnExit
cn_command_backup (CnCli *cli,
                   GStrv *argv)
{
  g_autofree char *file = NULL;
  CnExit status;

  if (!cn_cli_parse_file ("backup", _("FILE - write a copy of the store, also while it is in use"), argv, &file, &status))
    return status;

  return cn_cli_use_library (cli, CN_CLI_READS, backup, file);
}
