/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all commands share: options, results, problems.
 *
 * Main thread. Results go to standard output as UTF-8 whatever the locale, everything else to standard error:
 * a script must be able to tell them apart. It must not know what any command does. */

#include "config.h"

#include "cn-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "cn-cli-text.h"

#define PROGRAM "citynet-cli"

/*
 * cn_cli_print:
 * @format: as printf()'s, without a line feed at its end of its own
 *
 * Prints a result.
 */
void
cn_cli_print (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fputs (text, stdout);
}

/*
 * cn_cli_problem:
 * @name: the input as the user gave it
 * @reason: one clause in the user's language
 *
 * Says in one line what could not be used and why.
 */
void
cn_cli_problem (const char *name,
                const char *reason)
{
  g_autofree char *display_name = NULL;
  g_autofree char *clause = NULL;

  g_return_if_fail (name != NULL);
  g_return_if_fail (reason != NULL);

  /* A reason may quote the input: a name in an address, a word of a page. */
  display_name = cn_text_dup_name (name);
  clause = cn_text_dup_name (reason);
  fflush (stdout);
  fprintf (stderr, "%s: %s: %s\n", PROGRAM, display_name, clause);
}

static gboolean
shows_progress (const CnCli *cli)
{
  return !cli->is_quiet && isatty (STDERR_FILENO);
}

/*
 * cn_cli_show_progress:
 * @text: how far long work has come, in the user's language
 *
 * Replaces what was last said so on a terminal; says nothing elsewhere.
 */
void
cn_cli_show_progress (const CnCli *cli,
                      const char  *text)
{
  g_return_if_fail (cli != NULL);
  g_return_if_fail (text != NULL);

  if (!shows_progress (cli))
    return;

  fprintf (stderr, "\r\033[K%s", text);
  fflush (stderr);
}

/*
 * cn_cli_clear_progress:
 *
 * Before results and problems are printed.
 */
void
cn_cli_clear_progress (const CnCli *cli)
{
  cn_cli_show_progress (cli, "");
}

/*
 * cn_cli_usage:
 * @command: (nullable): the command that was used wrongly
 * @format: what is wrong, in the user's language
 *
 * Returns: %CN_EXIT_USAGE
 */
CnExit
cn_cli_usage (const char *command,
              const char *format,
              ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  line = cn_text_dup_name (text);
  fprintf (stderr, "%s: %s\n", PROGRAM, line);
  /* Translators: %s is a command to type, as in: Try “citynet-cli import --help”. */
  fprintf (stderr, _("Try “%s%s%s --help”.\n"), PROGRAM, command != NULL ? " " : "", command != NULL ? command : "");
  return CN_EXIT_USAGE;
}

/*
 * cn_cli_finish:
 *
 * Writes out what is still in the buffer. A full disk behind a redirection shows here at the latest.
 *
 * Returns: %FALSE when a result was lost; the user has been told
 */
gboolean
cn_cli_finish (void)
{
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  cn_cli_problem (_("standard output"), errno != 0 ? g_strerror (errno) : _("it could not be written"));
  return FALSE;
}

/*
 * cn_cli_parse:
 * @command: name of the command
 * @description: what follows the options, and what the command does, for its help
 * @options: its options
 * @argv: (inout): its words
 * @status: (out): what to exit with when it returns %FALSE
 *
 * Parses a command's own options; `--help` prints and exits.
 *
 * Returns: %FALSE when the words are wrong; the user has been told
 */
gboolean
cn_cli_parse (const char         *command,
              const char         *description,
              const GOptionEntry *options,
              GStrv              *argv,
              CnExit             *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (description);
  g_autofree char *program = g_strdup_printf ("%s %s", PROGRAM, command);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, argv, &error))
    return TRUE;

  *status = cn_cli_usage (command, "%s: %s", command, error->message);
  return FALSE;
}

/*
 * cn_cli_parse_file:
 * @command: name of the command
 * @description: as of cn_cli_parse()
 * @argv: (inout): its words
 * @file: (out) (transfer full): the name of the file that the user gave
 * @status: (out): what to exit with when it returns %FALSE
 *
 * Parses the words of a command that takes one file and no options.
 *
 * Returns: %FALSE when the words are wrong; the user has been told
 */
gboolean
cn_cli_parse_file (const char  *command,
                   const char  *description,
                   GStrv       *argv,
                   char       **file,
                   CnExit      *status)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry options[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!cn_cli_parse (command, description, options, argv, status))
    return FALSE;
  if (files == NULL || files[1] != NULL)
    {
      /* Translators: %s is the name of a command. */
      *status = cn_cli_usage (command, _("%s: one file, please"), command);
      return FALSE;
    }

  *file = g_strdup (files[0]);
  return TRUE;
}
