/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli import: stores the articles of files and addresses.
 *
 * Each article is stored whole or not at all; Ctrl+C stops between two articles, and what was counted by then stays. */

#include "config.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n.h>

#include "cn-cli-input.h"
#include "cn-commands.h"
#include "cn-importer.h"
#include "cn-network-registry.h"

typedef struct
{
  const char *publisher; /* (nullable): id */
  GStrv       inputs;
  GBytes     *standard_input; /* (nullable): what “-” stands for */
} Import;

static gboolean
is_address (const char *input)
{
  return g_ascii_strncasecmp (input, "https://", 8) == 0 || g_ascii_strncasecmp (input, "http://", 7) == 0;
}

static void
add_input (CnImporter *importer,
           const char *input,
           GBytes     *standard_input)
{
  if (cn_cli_is_standard_input (input))
    {
      cn_importer_add_bytes (importer, standard_input, NULL, input);
    }
  else if (is_address (input))
    {
      cn_importer_add_address (importer, input);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (input);

      cn_importer_add_file (importer, file, input);
    }
}

/* Standard input is read once and before the store is opened, however often it is named.
 *
 * Returns: %FALSE when it could not be read; the user has been told */
static gboolean
load_standard_input (GStrv    inputs,
                     GBytes **bytes)
{
  g_autoptr (GError) error = NULL;

  if (!g_strv_contains ((const char * const *) inputs, "-"))
    return TRUE;

  *bytes = cn_cli_load_standard_input (&error);
  if (*bytes == NULL)
    cn_cli_problem ("-", error->message);
  return *bytes != NULL;
}

static void
show_progress_cb (CnImporter *importer,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  const CnCli *cli = user_data;
  g_autofree char *text = NULL;

  /* Translators: progress of an import, as in “12 of 40”. */
  text = g_strdup_printf (_("%u of %u"), cn_importer_get_n_done (importer), cn_importer_get_n_inputs (importer));
  cn_cli_show_progress (cli, text);
}

static gboolean
interrupt_cb (gpointer data)
{
  cn_importer_cancel (CN_IMPORTER (data));
  return G_SOURCE_CONTINUE;
}

static void
print_counts (const CnImportReport *report)
{
  cn_cli_print (ngettext ("%u article added", "%u articles added", report->n_added), report->n_added);
  if (report->n_updated > 0)
    {
      cn_cli_print (", ");
      cn_cli_print (ngettext ("%u new version", "%u new versions", report->n_updated), report->n_updated);
    }
  if (report->n_known > 0)
    {
      cn_cli_print (", ");
      cn_cli_print (ngettext ("%u already there", "%u already there", report->n_known), report->n_known);
    }
  cn_cli_print ("\n");
}

static CnExit
report_import (CnCli                *cli,
               const CnImportReport *report)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      const CnImportProblem *problem = g_ptr_array_index (report->problems, i);

      cn_cli_problem (problem->name, problem->reason);
    }
  if (!cli->is_quiet)
    print_counts (report);
  if (report->was_cancelled)
    cn_cli_problem ("import", _("it was stopped; what is counted is stored"));

  return report->problems->len > 0 || report->was_cancelled ? CN_EXIT_INPUT : CN_EXIT_OK;
}

static CnExit
import (CnCli     *cli,
        CnLibrary *library,
        gpointer   data)
{
  Import *request = data;
  g_autoptr (CnImporter) importer = cn_importer_new (library);
  g_autoptr (CnImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  guint source;

  if (request->publisher != NULL)
    cn_importer_set_publisher (importer, request->publisher);
  for (guint i = 0; request->inputs[i] != NULL; i++)
    add_input (importer, request->inputs[i], request->standard_input);
  g_signal_connect (importer, "notify::n-done", G_CALLBACK (show_progress_cb), cli);
  source = g_unix_signal_add (SIGINT, interrupt_cb, importer);
  report = dex_await_boxed (cn_importer_run (importer), &error);
  g_source_remove (source);
  cn_cli_clear_progress (cli);

  if (report == NULL)
    {
      g_autofree char *reason = cn_library_describe_error (error);

      cn_cli_problem (cn_library_get_path (library), reason);
      return CN_EXIT_STORE;
    }

  return report_import (cli, report);
}

/*
 * cn_command_import:
 */
CnExit
cn_command_import (CnCli *cli,
                   GStrv *argv)
{
  g_autofree char *network = NULL;
  g_auto (GStrv) inputs = NULL;
  const GOptionEntry options[] = {
    { "network", 0, 0, G_OPTION_ARG_STRING, &network, N_("The network that published all of them"), N_("ID") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &inputs, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (CnNetworkRegistry) registry = NULL;
  g_autoptr (GBytes) standard_input = NULL;
  const CnNetworkEntry *publisher = NULL;
  Import request;
  CnExit status;

  if (!cn_cli_parse ("import", _("FILE…|URL… - store the articles of files and web pages; “-” is standard input"), options, argv, &status))
    return status;
  if (inputs == NULL)
    return cn_cli_usage ("import", "%s", _("import: which files or addresses?"));

  registry = cn_network_registry_new_built_in ();
  if (network != NULL)
    {
      publisher = cn_network_registry_lookup_form (registry, network);
      if (publisher == NULL)
        return cn_cli_usage ("import", _("import: there is no network “%s”"), network);
    }

  if (!load_standard_input (inputs, &standard_input))
    return CN_EXIT_INPUT;

  request = (Import) { publisher != NULL ? publisher->id : NULL, inputs, standard_input };
  return cn_cli_use_library (cli, CN_CLI_WRITES, import, &request);
}
