/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli networks: the registry with the numbers of articles. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-cli-format.h"
#include "cn-cli-json.h"
#include "cn-cli-table.h"
#include "cn-commands.h"

/* Appends a network and what belongs to it, depth first. */
static void
collect (GListModel *networks,
         GPtrArray  *flat)
{
  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      CnNetwork *network = g_list_model_get_item (networks, i);

      g_ptr_array_add (flat, network);
      if (cn_network_get_children (network) != NULL)
        collect (cn_network_get_children (network), flat);
    }
}

static guint
get_depth (CnNetwork *network)
{
  guint depth = 0;

  while ((network = cn_network_get_parent (network)) != NULL)
    depth++;

  return depth;
}

static CnTable *
make_table (GPtrArray *networks,
            CnFormat   format)
{
  static const CnColumn columns[] = {
    { "ID" }, { N_("NAME"), FALSE, TRUE }, { N_("KIND") }, { N_("ARTICLES"), TRUE }, { N_("UNREAD"), TRUE },
  };
  static const CnColumn csv_columns[] = { { "id" }, { "name" }, { "kind" }, { "articles" }, { "unread" } };
  CnTable *table = cn_table_new (format == CN_FORMAT_CSV ? csv_columns : columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < networks->len; i++)
    {
      CnNetwork *network = g_ptr_array_index (networks, i);
      guint depth = format == CN_FORMAT_TABLE ? get_depth (network) : 0;
      g_autofree char *name = g_strdup_printf ("%s%s", depth > 0 ? "– " : "", cn_network_get_name (network));
      g_autofree char *n_articles = g_strdup_printf ("%u", cn_network_get_n_articles (network));
      g_autofree char *n_unread = g_strdup_printf ("%u", cn_network_get_n_unread (network));

      cn_table_add_cell (table, cn_network_get_id (network));
      cn_table_add_cell (table, name);
      cn_table_add_cell (table, cn_network_get_kind (network));
      cn_table_add_cell (table, n_articles);
      cn_table_add_cell (table, n_unread);
    }

  return table;
}

static void
print_json (GPtrArray *networks)
{
  for (guint i = 0; i < networks->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *text = NULL;
      CnNetwork *network = g_ptr_array_index (networks, i);
      CnNetwork *parent = cn_network_get_parent (network);

      json_builder_begin_object (builder);
      cn_cli_json_add_string (builder, "id", cn_network_get_id (network));
      cn_cli_json_add_string (builder, "name", cn_network_get_name (network));
      cn_cli_json_add_string (builder, "short", cn_network_get_short_name (network));
      cn_cli_json_add_string (builder, "kind", cn_network_get_kind (network));
      cn_cli_json_add_string (builder, "parent", parent != NULL ? cn_network_get_id (parent) : NULL);
      cn_cli_json_add_string (builder, "website", cn_network_get_website (network));
      cn_cli_json_add_int (builder, "articles", cn_network_get_n_articles (network));
      cn_cli_json_add_int (builder, "unread", cn_network_get_n_unread (network));
      json_builder_end_object (builder);
      text = cn_cli_json_to_string (builder);
      cn_cli_print ("%s%s", i == 0 ? "[\n" : ",\n", text);
    }
  cn_cli_print (networks->len > 0 ? "\n]\n" : "[]\n");
}

static CnExit
list_networks (CnCli     *cli,
               CnLibrary *library,
               gpointer   data)
{
  CnFormat format = *(CnFormat *) data;
  g_autoptr (GPtrArray) networks = g_ptr_array_new_with_free_func (g_object_unref);

  collect (cn_library_get_networks (library), networks);
  if (format == CN_FORMAT_JSON)
    print_json (networks);
  else
    {
      g_autoptr (CnTable) table = make_table (networks, format);

      cn_format_print_table (table, format);
    }

  return CN_EXIT_OK;
}

/*
 * cn_command_networks:
 */
CnExit
cn_command_networks (CnCli *cli,
                     GStrv *argv)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("How to print them"), "table|json|csv" },
    G_OPTION_ENTRY_NULL
  };
  CnFormat format;
  CnExit status;

  if (!cn_cli_parse ("networks", _("- list the networks with their numbers of articles"), options, argv, &status))
    return status;
  if ((*argv)[1] != NULL)
    return cn_cli_usage ("networks", _("networks: “%s” is too much"), (*argv)[1]);
  if (!cn_format_parse (format_name, &format))
    return cn_cli_usage ("networks", _("networks: “%s” is no format"), format_name);

  return cn_cli_use_library (cli, CN_CLI_READS, list_networks, &format);
}
