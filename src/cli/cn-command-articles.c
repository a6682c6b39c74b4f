/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli articles: the timeline as a list, newest first, undated last.
 *
 * Articles are loaded in portions. JSON and CSV are written as they come, so that a store of a million articles needs
 * little more memory than one of a thousand; a table has to know all of its rows to know how wide they are. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-cli-format.h"
#include "cn-cli-json.h"
#include "cn-commands.h"
#include "cn-library-query.h"
#include "cn-network-registry.h"

#define PORTION 256

typedef struct
{
  CnArticleFilter filter;
  CnFormat        format;
} Listing;

static const CnColumn columns[] = {
  { N_("ID"), TRUE }, { " " }, { N_("DATE") }, { N_("NETWORK"), FALSE, TRUE }, { N_("TITLE"), FALSE, TRUE },
};
static const CnColumn csv_columns[] = {
  { "id" }, { "read" }, { "starred" }, { "published" }, { "published_precision" }, { "network" }, { "networks" }, { "language" },
  { "title" },
};

static char *
join_networks (CnArticle  *article,
               const char *separator,
               const char *(*name_of) (CnNetwork *))
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < cn_article_get_n_networks (article); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? separator : "", name_of (cn_article_get_network (article, i)));

  return g_string_free (names, FALSE);
}

static char *
dup_date (CnArticle *article)
{
  CnDate date = cn_article_get_published (article);

  if (cn_date_get_precision (date) == CN_PRECISION_TIME)
    date.seconds = -1;

  return cn_date_get_precision (date) != CN_PRECISION_NONE ? cn_date_to_iso (date) : g_strdup (_("undated"));
}

static void
add_row (CnTable   *table,
         CnArticle *article)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, cn_article_get_id (article));
  g_autofree char *date = dup_date (article);
  g_autofree char *networks = join_networks (article, ", ", cn_network_get_short_name);
  const char *marks[] = { "●", "★", " ", "☆" };
  guint mark = (cn_article_is_read (article) ? 2 : 0) + (cn_article_is_starred (article) ? 1 : 0);

  cn_table_add_cell (table, id);
  cn_table_add_cell (table, marks[mark]);
  cn_table_add_cell (table, date);
  cn_table_add_cell (table, networks);
  cn_table_add_cell (table, cn_article_get_title (article));
}

static void
add_csv_row (CnTable   *table,
             CnArticle *article)
{
  CnNetwork *publisher = cn_article_get_publisher (article);
  CnDate published = cn_article_get_published (article);
  gboolean is_dated = cn_date_get_precision (published) != CN_PRECISION_NONE;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, cn_article_get_id (article));
  g_autofree char *date = is_dated ? cn_date_to_iso (published) : NULL;
  g_autofree char *networks = join_networks (article, " ", cn_network_get_id);

  cn_table_add_cell (table, id);
  cn_table_add_cell (table, cn_article_is_read (article) ? "1" : "0");
  cn_table_add_cell (table, cn_article_is_starred (article) ? "1" : "0");
  cn_table_add_cell (table, date);
  cn_table_add_cell (table, is_dated ? cn_precision_to_string (cn_date_get_precision (published)) : NULL);
  cn_table_add_cell (table, publisher != NULL ? cn_network_get_id (publisher) : NULL);
  cn_table_add_cell (table, networks);
  cn_table_add_cell (table, cn_article_get_language (article));
  cn_table_add_cell (table, cn_article_get_title (article));
}

static void
print_json (CnArticle *article,
            gboolean   is_first)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  cn_cli_json_add_int (builder, "id", cn_article_get_id (article));
  cn_cli_json_add_string (builder, "title", cn_article_get_title (article));
  cn_cli_json_add_date (builder, "published", cn_article_get_published (article));
  cn_cli_json_add_precision (builder, "published_precision", cn_article_get_published (article));
  cn_cli_json_add_string (builder, "language", cn_article_get_language (article));
  cn_cli_json_add_networks (builder, article);
  cn_cli_json_add_boolean (builder, "read", cn_article_is_read (article));
  cn_cli_json_add_boolean (builder, "starred", cn_article_is_starred (article));
  json_builder_end_object (builder);
  text = cn_cli_json_to_string (builder);
  cn_cli_print ("%s%s", is_first ? "[\n" : ",\n", text);
}

static void
print_csv (GPtrArray *articles,
           gboolean   has_head)
{
  g_autoptr (CnTable) table = cn_table_new (csv_columns, G_N_ELEMENTS (csv_columns));
  g_autofree char *text = NULL;

  for (guint i = 0; i < articles->len; i++)
    add_csv_row (table, g_ptr_array_index (articles, i));
  text = cn_table_to_csv (table, has_head);
  cn_cli_print ("%s", text);
}

/* @n_before: how many articles have been printed. */
static void
print_portion (GPtrArray *articles,
               CnFormat   format,
               CnTable   *table,
               guint      n_before)
{
  switch (format)
    {
    case CN_FORMAT_CSV:
      print_csv (articles, n_before == 0);
      break;

    case CN_FORMAT_JSON:
      for (guint i = 0; i < articles->len; i++)
        print_json (g_ptr_array_index (articles, i), n_before + i == 0);
      break;

    case CN_FORMAT_TABLE:
    default:
      for (guint i = 0; i < articles->len; i++)
        add_row (table, g_ptr_array_index (articles, i));
      break;
    }
}

static void
print_end (CnFormat  format,
           CnTable  *table,
           guint     n_printed)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (format == CN_FORMAT_TABLE)
    cn_format_print_table (table, format);
  else if (format == CN_FORMAT_JSON)
    cn_cli_print ("%s", n_printed > 0 ? "\n]\n" : "[]\n");
  else if (n_printed == 0)
    print_csv (none, TRUE);
}

static gboolean
print_portions (CnLibrary  *library,
                GArray     *ids,
                CnFormat    format,
                GError    **error)
{
  g_autoptr (CnTable) table = cn_table_new (columns, G_N_ELEMENTS (columns));
  guint n_printed = 0;

  for (guint start = 0; start < ids->len; start += PORTION)
    {
      guint n = MIN (PORTION, ids->len - start);
      g_autoptr (GPtrArray) articles = NULL;

      articles = dex_await_boxed (cn_library_load_articles (library, &g_array_index (ids, gint64, start), n), error);
      if (articles == NULL)
        return FALSE;
      if (articles->len > 0)
        print_portion (articles, format, table, n_printed);
      n_printed += articles->len;
    }
  print_end (format, table, n_printed);

  return TRUE;
}

static CnExit
list_articles (CnCli     *cli,
               CnLibrary *library,
               gpointer   data)
{
  Listing *listing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dex_await_boxed (cn_library_find_articles (library, &listing->filter), &error);
  gboolean is_done;

  is_done = ids != NULL && print_portions (library, ids, listing->format, &error);
  if (!is_done)
    {
      g_autofree char *reason = cn_library_describe_error (error);

      cn_cli_problem (cn_library_get_path (library), reason);
    }
  return is_done ? CN_EXIT_OK : CN_EXIT_STORE;
}

/* Turns what users call networks into ids, in place. */
static gboolean
resolve_networks (GStrv        networks,
                  const char **unknown)
{
  g_autoptr (CnNetworkRegistry) registry = NULL;

  if (networks == NULL)
    return TRUE;

  registry = cn_network_registry_new_built_in ();
  for (guint i = 0; networks[i] != NULL; i++)
    {
      const CnNetworkEntry *entry = cn_network_registry_lookup_form (registry, networks[i]);

      *unknown = networks[i];
      if (entry == NULL)
        return FALSE;
      g_set_str (&networks[i], entry->id);
    }

  return TRUE;
}

/*
 * cn_command_articles:
 */
CnExit
cn_command_articles (CnCli *cli,
                     GStrv *argv)
{
  g_autofree char *format_name = NULL, *since = NULL, *until = NULL;
  g_auto (GStrv) networks = NULL;
  gboolean is_unread = FALSE, is_starred = FALSE;
  int limit = 0;
  const GOptionEntry options[] = {
    { "network", 0, 0, G_OPTION_ARG_STRING_ARRAY, &networks, N_("Only articles about this network; may be repeated"), N_("ID") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_("Only articles of that day or later"), N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_("Only articles of that day or earlier"), N_("DATE") },
    { "unread", 0, 0, G_OPTION_ARG_NONE, &is_unread, N_("Only unread articles"), NULL },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &is_starred, N_("Only articles with a star"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many"), N_("NUMBER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("How to print them"), "table|json|csv" },
    G_OPTION_ENTRY_NULL
  };
  Listing listing = { { NULL, CN_TIMELINE_SHOW_ALL, CN_DATE_NONE, CN_DATE_NONE, 0 }, CN_FORMAT_TABLE };
  const char *unknown = NULL;
  CnExit status;

  if (!cn_cli_parse ("articles", _("- list articles, newest first, undated last"), options, argv, &status))
    return status;
  if ((*argv)[1] != NULL)
    return cn_cli_usage ("articles", _("articles: “%s” is too much"), (*argv)[1]);
  if (!cn_format_parse (format_name, &listing.format))
    return cn_cli_usage ("articles", _("articles: “%s” is no format"), format_name);
  if (since != NULL && !cn_format_parse_day (since, FALSE, &listing.filter.since))
    return cn_cli_usage ("articles", _("articles: “%s” is no date such as 2021-06-04, 2021-06 or 2021"), since);
  if (until != NULL && !cn_format_parse_day (until, TRUE, &listing.filter.until))
    return cn_cli_usage ("articles", _("articles: “%s” is no date such as 2021-06-04, 2021-06 or 2021"), until);
  if (is_unread && is_starred)
    return cn_cli_usage ("articles", "%s", _("articles: either --unread or --starred"));
  if (limit < 0)
    return cn_cli_usage ("articles", "%s", _("articles: the limit must be a positive number"));
  if (!resolve_networks (networks, &unknown))
    return cn_cli_usage ("articles", _("articles: there is no network “%s”; “citynet-cli networks” lists them"), unknown);

  listing.filter.networks = (const char * const *) networks;
  listing.filter.limit = (guint) limit;
  if (is_unread || is_starred)
    listing.filter.show = is_unread ? CN_TIMELINE_SHOW_UNREAD : CN_TIMELINE_SHOW_STARRED;

  return cn_cli_use_library (cli, CN_CLI_READS, list_articles, &listing);
}
