/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli check: whether the store is sound. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-commands.h"

static CnExit
check (CnCli     *cli,
       CnLibrary *library,
       gpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  cn_cli_show_progress (cli, _("Checking…"));
  problems = dex_await_boxed (cn_library_check (library), &error);
  cn_cli_clear_progress (cli);
  if (problems == NULL)
    {
      g_autofree char *reason = cn_library_describe_error (error);

      cn_cli_problem (cn_library_get_path (library), reason);
      return CN_EXIT_STORE;
    }

  for (guint i = 0; problems[i] != NULL; i++)
    cn_cli_problem (cn_library_get_path (library), problems[i]);
  if (problems[0] == NULL && !cli->is_quiet)
    cn_cli_print ("%s\n", _("The store is sound"));

  return problems[0] == NULL ? CN_EXIT_OK : CN_EXIT_STORE;
}

/*
 * cn_command_check:
 */
CnExit
cn_command_check (CnCli *cli,
                  GStrv *argv)
{
  const GOptionEntry options[] = { G_OPTION_ENTRY_NULL };
  CnExit status;

  if (!cn_cli_parse ("check", _("- check that the store is sound"), options, argv, &status))
    return status;
  if ((*argv)[1] != NULL)
    return cn_cli_usage ("check", _("check: “%s” is too much"), (*argv)[1]);

  return cn_cli_use_library (cli, CN_CLI_READS, check, NULL);
}
