/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli show: whole articles.
 *
 * As text it is what a person reads: the article's own blocks without the furniture of its page. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cn-cli-format.h"
#include "cn-cli-json.h"
#include "cn-cli-text.h"
#include "cn-commands.h"

typedef enum
{
  SHOW_TEXT,
  SHOW_JSON,
  SHOW_HTML,
} ShowFormat;

typedef struct
{
  GArray     *ids;
  ShowFormat  format;
} Show;

/* A text may hold anything; a terminal obeys control characters. Lines stay. */
static void
print_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = cn_text_dup_line (lines[i]);

      cn_cli_print ("%s\n", line);
    }
}

static void
print_field (const char *label,
             const char *value)
{
  g_autofree char *line = value != NULL ? cn_text_dup_line (value) : NULL;

  if (line != NULL && line[0] != '\0')
    cn_cli_print ("%s %s\n", label, line);
}

static void
print_head (CnArticleText *text)
{
  CnArticle *article = cn_article_text_get_article (text);
  CnNetwork *publisher = cn_article_get_publisher (article);
  CnDate published = cn_article_get_published (article);
  gboolean is_dated = cn_date_get_precision (published) != CN_PRECISION_NONE;
  const char * const *authors = cn_article_text_get_authors (text);
  g_autofree char *names = authors != NULL ? g_strjoinv (", ", (GStrv) authors) : NULL;
  g_autofree char *date = is_dated ? cn_date_to_iso (published) : g_strdup (_("undated"));

  print_lines (cn_article_get_title (article) != NULL ? cn_article_get_title (article) : _("Untitled"));
  cn_cli_print ("\n");
  print_field (_("Date:"), date);
  print_field (_("Authors:"), names);
  print_field (_("Publisher:"), publisher != NULL ? cn_network_get_name (publisher) : NULL);
  for (guint i = 0; i < cn_article_get_n_networks (article); i++)
    if (cn_article_get_network (article, i) != publisher)
      print_field (_("About:"), cn_network_get_name (cn_article_get_network (article, i)));
  print_field (_("Address:"), cn_article_text_get_url (text));
  for (guint i = 0; i < cn_article_text_get_n_origins (text); i++)
    print_field (_("Source:"), cn_article_text_get_origin (text, i, NULL));
}

static void
print_text (CnArticleText *text)
{
  const CnDocument *document = cn_article_text_get_document (text);

  print_head (text);
  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);
      g_autofree char *part = NULL;

      if (block->furniture != CN_FURNITURE_NONE || block->kind == CN_BLOCK_TITLE)
        continue;
      part = g_strndup (document->text + block->start, block->end - block->start);
      cn_cli_print ("\n");
      print_lines (part);
    }
}

static void
print_json (CnArticleText *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CnArticle *article = cn_article_text_get_article (text);

  json_builder_begin_object (builder);
  cn_cli_json_add_int (builder, "id", cn_article_get_id (article));
  cn_cli_json_add_string (builder, "url", cn_article_text_get_url (text));
  cn_cli_json_add_string (builder, "title", cn_article_get_title (article));
  cn_cli_json_add_strings (builder, "authors", cn_article_text_get_authors (text));
  cn_cli_json_add_date (builder, "published", cn_article_get_published (article));
  cn_cli_json_add_precision (builder, "published_precision", cn_article_get_published (article));
  cn_cli_json_add_date (builder, "updated", cn_article_text_get_updated (text));
  cn_cli_json_add_string (builder, "language", cn_article_get_language (article));
  cn_cli_json_add_networks (builder, article);
  cn_cli_json_add_boolean (builder, "read", cn_article_is_read (article));
  cn_cli_json_add_boolean (builder, "starred", cn_article_is_starred (article));
  cn_cli_json_add_int (builder, "version", cn_article_text_get_version (text));
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cn_article_text_get_n_origins (text); i++)
    json_builder_add_string_value (builder, cn_article_text_get_origin (text, i, NULL));
  json_builder_end_array (builder);
  cn_cli_json_add_content (builder, cn_article_text_get_document (text));
  json_builder_end_object (builder);
  cn_cli_json_print (builder);
}

static void
print_html (CnArticleText *text)
{
  CnArticle *article = cn_article_text_get_article (text);
  const char *title = cn_article_get_title (article) != NULL ? cn_article_get_title (article) : _("Untitled");
  const char *language = cn_article_get_language (article);
  g_autofree char *title_html = g_markup_escape_text (title, -1);
  g_autofree char *language_html = g_markup_escape_text (language != NULL ? language : "", -1);
  g_autofree char *body = cn_document_dup_html (cn_article_text_get_document (text));

  cn_cli_print ("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n</head>\n<body>\n%s\n"
                "</body>\n</html>\n", language_html, title_html, body);
}

static gboolean
show_one (CnLibrary  *library,
          gint64      id,
          ShowFormat  format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnArticleText) text = dex_await_object (cn_library_load_article (library, id), &error);

  if (text == NULL)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *reason = cn_library_describe_error (error);

      cn_cli_problem (name, reason);
      return FALSE;
    }

  switch (format)
    {
    case SHOW_JSON:
      print_json (text);
      break;

    case SHOW_HTML:
      print_html (text);
      break;

    case SHOW_TEXT:
    default:
      print_text (text);
      break;
    }

  return TRUE;
}

static CnExit
show (CnCli     *cli,
      CnLibrary *library,
      gpointer   data)
{
  Show *request = data;
  CnExit status = CN_EXIT_OK;

  for (guint i = 0; i < request->ids->len; i++)
    {
      if (i > 0 && request->format == SHOW_TEXT)
        cn_cli_print ("\n\n");
      if (!show_one (library, g_array_index (request->ids, gint64, i), request->format))
        status = CN_EXIT_INPUT;
    }

  return status;
}

static gboolean
parse_format (const char *name,
              ShowFormat *format)
{
  static const char * const names[] = { "text", "json", "html" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || strcmp (name, names[i]) == 0)
      {
        *format = (ShowFormat) i;
        return TRUE;
      }

  return FALSE;
}

/*
 * cn_command_show:
 */
CnExit
cn_command_show (CnCli *cli,
                 GStrv *argv)
{
  g_autofree char *format_name = NULL;
  g_auto (GStrv) words = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("How to print it"), "text|json|html" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GArray) ids = NULL;
  const char *wrong = NULL;
  Show request;
  CnExit status;

  if (!cn_cli_parse ("show", _("ID… - print articles"), options, argv, &status))
    return status;
  if (words == NULL)
    return cn_cli_usage ("show", "%s", _("show: which article?"));

  request.format = SHOW_TEXT;
  if (!parse_format (format_name, &request.format))
    return cn_cli_usage ("show", _("show: “%s” is no format"), format_name);
  ids = cn_format_parse_ids (words, &wrong);
  if (ids == NULL)
    return cn_cli_usage ("show", _("show: “%s” is no number of an article"), wrong);

  request.ids = ids;
  return cn_cli_use_library (cli, CN_CLI_READS, show, &request);
}
