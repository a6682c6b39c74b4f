/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON as the commands print it: UTF-8, members in the order of the contract, null for what is unknown.
 *
 * Main thread. It must not know which command prints. */

#include "config.h"

#include "cn-cli-json.h"

#include "cn-cli.h"

/*
 * cn_cli_json_add_string:
 * @value: (nullable): UTF-8
 */
void
cn_cli_json_add_string (JsonBuilder *builder,
                        const char  *member,
                        const char  *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
cn_cli_json_add_int (JsonBuilder *builder,
                     const char  *member,
                     gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

void
cn_cli_json_add_boolean (JsonBuilder *builder,
                         const char  *member,
                         gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

/*
 * cn_cli_json_add_strings:
 * @values: (nullable): %NULL makes an empty list
 */
void
cn_cli_json_add_strings (JsonBuilder        *builder,
                         const char         *member,
                         const char * const *values)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

void
cn_cli_json_add_date (JsonBuilder *builder,
                      const char  *member,
                      CnDate       date)
{
  g_autofree char *iso = cn_date_to_iso (date);

  cn_cli_json_add_string (builder, member, cn_date_get_precision (date) != CN_PRECISION_NONE ? iso : NULL);
}

void
cn_cli_json_add_precision (JsonBuilder *builder,
                           const char  *member,
                           CnDate       date)
{
  CnPrecision precision = cn_date_get_precision (date);

  cn_cli_json_add_string (builder, member, precision != CN_PRECISION_NONE ? cn_precision_to_string (precision) : NULL);
}

/*
 * cn_cli_json_add_networks:
 * @article: a loaded article
 *
 * Adds who published it and all that it is about.
 */
void
cn_cli_json_add_networks (JsonBuilder *builder,
                          CnArticle   *article)
{
  CnNetwork *publisher = cn_article_get_publisher (article);

  cn_cli_json_add_string (builder, "network", publisher != NULL ? cn_network_get_id (publisher) : NULL);
  json_builder_set_member_name (builder, "networks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cn_article_get_n_networks (article); i++)
    json_builder_add_string_value (builder, cn_network_get_id (cn_article_get_network (article, i)));
  json_builder_end_array (builder);
}

/*
 * cn_cli_json_add_content:
 * @document: an article
 *
 * Adds what the article itself says last in every form of it: teaser, text, safe HTML.
 */
void
cn_cli_json_add_content (JsonBuilder      *builder,
                         const CnDocument *document)
{
  g_autofree char *html = cn_document_dup_html (document);

  cn_cli_json_add_string (builder, "summary", document->summary);
  cn_cli_json_add_string (builder, "content_text", document->text);
  cn_cli_json_add_string (builder, "content_html", html);
  json_builder_set_member_name (builder, "attachments");
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
}

/*
 * cn_cli_json_to_string:
 * @builder: a finished value
 *
 * Returns: (transfer full): it as one line without a line feed
 */
char *
cn_cli_json_to_string (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/*
 * cn_cli_json_print:
 * @builder: a finished value
 *
 * Prints it as a line.
 */
void
cn_cli_json_print (JsonBuilder *builder)
{
  g_autofree char *text = cn_cli_json_to_string (builder);

  cn_cli_print ("%s\n", text);
}
