/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli: the table of commands and the words before a command.
 *
 * Everything that a window of CityNet does to a store can be done from here without a display. */

#include "config.h"

#include <glib/gi18n.h>
#include <libdex.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cn-cli.h"
#include "cn-commands.h"

static const CnCommand commands[] = {
  { "inspect", N_("FILE…"), N_("Print what importing files would store, as JSON Lines"), cn_command_inspect },
  { "import", N_("FILE…|URL…"), N_("Store the articles of files and web pages"), cn_command_import },
  { "articles", "", N_("List articles, newest first"), cn_command_articles },
  { "show", N_("ID…"), N_("Print an article"), cn_command_show },
  { "mark", N_("ID…"), N_("Mark articles as read, unread, starred or not"), cn_command_mark },
  { "networks", "", N_("List the networks with their numbers of articles"), cn_command_networks },
  { "check", "", N_("Check that the store is sound"), cn_command_check },
  { "backup", N_("FILE"), N_("Write a copy of the store, also while it is in use"), cn_command_backup },
  { "recover", N_("FILE"), N_("Save what is readable of a damaged store"), cn_command_recover },
  { "restore", N_("FILE"), N_("Put a copy in the place of the store"), cn_command_restore },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:\n"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *arguments = commands[i].arguments[0] != '\0' ? _(commands[i].arguments) : "";
      glong width = (glong) strlen (commands[i].name) + 1 + g_utf8_strlen (arguments, -1);

      g_string_append_printf (text, "  %s %s%*s  %s\n", commands[i].name, arguments, (int) MAX (20 - width, 0), "",
                              _(commands[i].summary));
    }
  /* Translators: “citynet-cli COMMAND --help” is to be typed. */
  g_string_append (text, _("\n“citynet-cli COMMAND --help” says more about one of them."));
  g_string_append (text, "\n\n");
  g_string_append (text, _("Exit status: 0 all done; 1 some input could not be used; 2 wrong usage; 3 no usable store."));

  return g_string_free (text, FALSE);
}

static const CnCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

/* Parses what stands before the command and leaves the command's own words in @argv. */
static gboolean
parse_globals (CnCli    *cli,
               gboolean *is_version,
               GStrv    *argv,
               CnExit   *status)
{
  const GOptionEntry options[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &cli->store_path, N_("Use this store instead of the usual one"), N_("FILE") },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->is_quiet, N_("Say nothing but results and problems"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, is_version, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND [OPTION…] [ARGUMENT…]"));
  g_autofree char *description = describe_commands ();
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _("Follow what networks of cities publish."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  if (g_option_context_parse_strv (context, argv, &error))
    return TRUE;

  *status = cn_cli_usage (NULL, "%s", error->message);
  return FALSE;
}

static CnExit
run (CnCli *cli,
     GStrv *argv)
{
  gboolean is_version = FALSE;
  const CnCommand *command;
  gsize n_words;
  CnExit status;

  if (!parse_globals (cli, &is_version, argv, &status))
    return status;

  if (is_version)
    {
      cn_cli_print ("citynet-cli %s\n", PACKAGE_VERSION);
      return CN_EXIT_OK;
    }

  if (cli->store_path != NULL && cli->store_path[0] == '\0')
    return cn_cli_usage (NULL, "%s", _("--store: which file?"));
  if ((*argv)[1] == NULL)
    return cn_cli_usage (NULL, "%s", _("which command?"));

  command = find_command ((*argv)[1]);
  if (command == NULL)
    return cn_cli_usage (NULL, _("there is no command “%s”"), (*argv)[1]);

  /* The program's name goes, the command's name is the first word from here on. */
  n_words = g_strv_length (*argv);
  g_free ((*argv)[0]);
  memmove (*argv, *argv + 1, n_words * sizeof **argv);
  return command->run (cli, argv);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) words = g_strdupv (argv);
  CnCli cli = { NULL, FALSE };
  CnExit status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("citynet-cli");
  dex_init ();

  status = run (&cli, &words);
  if (!cn_cli_finish () && status == CN_EXIT_OK)
    status = CN_EXIT_INPUT;

  g_clear_pointer (&cli.store_path, g_free);
  return status;
}
