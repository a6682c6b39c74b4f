/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-library.h"

G_BEGIN_DECLS

/**
 * CnExit:
 * @CN_EXIT_OK: all done
 * @CN_EXIT_INPUT: some input could not be used; the others were
 * @CN_EXIT_USAGE: the command line is wrong; nothing was done
 * @CN_EXIT_STORE: the store could not be opened, or is damaged, newer or locked
 */
typedef enum
{
  CN_EXIT_OK,
  CN_EXIT_INPUT,
  CN_EXIT_USAGE,
  CN_EXIT_STORE,
} CnExit;

/**
 * CnCli:
 * @store_path: (nullable): the store that the user named; %NULL for the usual one
 * @is_quiet: whether to say nothing but results and problems
 *
 * What the words before the command say. Lives as long as the program.
 */
typedef struct
{
  char     *store_path;
  gboolean  is_quiet;
} CnCli;

/**
 * CnCommand:
 * @name: what the user types
 * @arguments: what follows, for the help; untranslated
 * @summary: one line for the list of commands; untranslated
 * @run: does it; @argv begins with the name and is the command's to change
 *
 * A row of the table of commands.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  CnExit    (*run) (CnCli *cli,
                    GStrv *argv);
} CnCommand;

/**
 * CnCliAccess:
 * @CN_CLI_READS: a store that can only be read will do; one that is named must exist
 * @CN_CLI_WRITES: the store is made when it does not exist
 * @CN_CLI_RESTORES: a store that is damaged, foreign or newer will do: it is put aside
 * @CN_CLI_RECOVERS: a store that is damaged or foreign will do: it is only read
 */
typedef enum
{
  CN_CLI_READS,
  CN_CLI_WRITES,
  CN_CLI_RESTORES,
  CN_CLI_RECOVERS,
} CnCliAccess;

/* Runs as a fiber with the library open: it may await. */
typedef CnExit (*CnCliBody) (CnCli     *cli,
                             CnLibrary *library,
                             gpointer   data);

gboolean  cn_cli_parse          (const char         *command,
                                 const char         *description,
                                 const GOptionEntry *options,
                                 GStrv              *argv,
                                 CnExit             *status) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_cli_parse_file     (const char         *command,
                                 const char         *description,
                                 GStrv              *argv,
                                 char              **file,
                                 CnExit             *status) G_GNUC_WARN_UNUSED_RESULT;
CnExit    cn_cli_use_library    (CnCli              *cli,
                                 CnCliAccess         access,
                                 CnCliBody           body,
                                 gpointer            data);

void      cn_cli_print          (const char         *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void      cn_cli_problem        (const char         *name,
                                 const char         *reason);
CnExit    cn_cli_usage          (const char         *command,
                                 const char         *format,
                                 ...) G_GNUC_PRINTF (2, 3);
void      cn_cli_show_progress  (const CnCli        *cli,
                                 const char         *text);
void      cn_cli_clear_progress (const CnCli        *cli);
gboolean  cn_cli_finish         (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
