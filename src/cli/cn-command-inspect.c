/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli inspect: what importing files would store, as JSON Lines.
 *
 * Opens no store, no network and no file that a document names: the same readers and the same finder as an
 * import, and then nothing. */

#include "config.h"

#include <math.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cn-cli-input.h"
#include "cn-cli-json.h"
#include "cn-commands.h"
#include "cn-gazetteer-file.h"
#include "cn-input.h"
#include "cn-library.h"
#include "cn-network-finder.h"
#include "cn-place-finder.h"
#include "cn-reader.h"

typedef struct
{
  CnReadHints      hints;
  CnNetworkFinder *finder;
  CnPlaceFinder   *place_finder; /* NULL without a gazetteer */
  CnGazetteer     *gazetteer;
} Inspection;

static void
print_article (const char              *file,
               guint                    index,
               const CnDocument        *document,
               const CnNetworkFindings *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cn_cli_json_add_string (builder, "type", "article");
  cn_cli_json_add_string (builder, "file", file);
  cn_cli_json_add_int (builder, "index", index);
  cn_cli_json_add_string (builder, "id", document->id);
  cn_cli_json_add_string (builder, "url", document->url);
  cn_cli_json_add_string (builder, "title", document->title);
  cn_cli_json_add_strings (builder, "authors", (const char * const *) document->authors);
  cn_cli_json_add_date (builder, "published", document->published);
  cn_cli_json_add_precision (builder, "published_precision", document->published);
  cn_cli_json_add_date (builder, "updated", document->updated);
  cn_cli_json_add_string (builder, "language", document->language);
  cn_cli_json_add_string (builder, "network", findings->publisher != NULL ? findings->publisher->id : NULL);
  json_builder_set_member_name (builder, "networks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->networks->len; i++)
    json_builder_add_string_value (builder, ((const CnNetworkEntry *) g_ptr_array_index (findings->networks, i))->id);
  json_builder_end_array (builder);
  cn_cli_json_add_content (builder, document);
  json_builder_end_object (builder);
  cn_cli_json_print (builder);
}

static void
print_furniture (const char    *file,
                 guint          index,
                 const CnBlock *block)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cn_cli_json_add_string (builder, "type", "furniture");
  cn_cli_json_add_string (builder, "file", file);
  cn_cli_json_add_int (builder, "index", index);
  cn_cli_json_add_int (builder, "start", (gint64) block->start);
  cn_cli_json_add_int (builder, "end", (gint64) block->end);
  cn_cli_json_add_string (builder, "reason", cn_furniture_to_string (block->furniture));
  json_builder_end_object (builder);
  cn_cli_json_print (builder);
}

static void
add_passage (JsonBuilder      *builder,
             const char       *type,
             const char       *file,
             guint             index,
             const CnDocument *document,
             gsize             start,
             gsize             end)
{
  g_autofree char *surface = cn_document_dup_text (document, start, end);

  cn_cli_json_add_string (builder, "type", type);
  cn_cli_json_add_string (builder, "file", file);
  cn_cli_json_add_int (builder, "index", index);
  cn_cli_json_add_int (builder, "start", (gint64) start);
  cn_cli_json_add_int (builder, "end", (gint64) end);
  cn_cli_json_add_string (builder, "surface", surface);
}

static void
print_mention (Inspection           *inspection,
               const char           *file,
               guint                 index,
               const CnDocument     *document,
               const CnPlaceMention *mention)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CnPlaceInfo info;

  cn_gazetteer_get (inspection->gazetteer, mention->place, &info);
  json_builder_begin_object (builder);
  add_passage (builder, "mention", file, index, document, mention->start, mention->end);
  cn_cli_json_add_string (builder, "place", info.id);
  cn_cli_json_add_string (builder, "name", info.name);
  cn_cli_json_add_string (builder, "country", info.country);
  cn_cli_json_add_string (builder, "kind", cn_place_kind_to_string (info.kind));
  json_builder_set_member_name (builder, "confidence");
  /* Two digits are what it is worth. */
  json_builder_add_double_value (builder, floor (mention->confidence * 100 + 0.5) / 100);
  json_builder_end_object (builder);
  cn_cli_json_print (builder);
}

static void
print_refusal (const char           *file,
               guint                 index,
               const CnDocument     *document,
               const CnPlaceRefusal *refusal)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_passage (builder, "rejected", file, index, document, refusal->start, refusal->end);
  cn_cli_json_add_string (builder, "reason", refusal->reason);
  json_builder_end_object (builder);
  cn_cli_json_print (builder);
}

/* Both kinds in the order of the text. */
static void
print_places (Inspection              *inspection,
              const char              *file,
              guint                    index,
              const CnDocument        *document,
              const CnNetworkFindings *networks)
{
  g_autoptr (CnPlaceFindings) places = cn_place_finder_find (inspection->place_finder, document, networks);
  guint m = 0, r = 0;

  while (m < places->mentions->len || r < places->rejected->len)
    {
      const CnPlaceMention *mention = NULL;
      const CnPlaceRefusal *refusal = NULL;

      if (m < places->mentions->len)
        mention = &g_array_index (places->mentions, CnPlaceMention, m);
      if (r < places->rejected->len)
        refusal = &g_array_index (places->rejected, CnPlaceRefusal, r);
      if (refusal == NULL || (mention != NULL && mention->start < refusal->start))
        {
          print_mention (inspection, file, index, document, mention);
          m++;
        }
      else
        {
          print_refusal (file, index, document, refusal);
          r++;
        }
    }
}

static void
print_document (Inspection       *inspection,
                const char       *file,
                guint             index,
                const CnDocument *document)
{
  g_autoptr (CnNetworkFindings) findings = cn_network_finder_find (inspection->finder, document);

  print_article (file, index, document, findings);
  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      if (block->furniture != CN_FURNITURE_NONE)
        print_furniture (file, index, block);
    }
  if (inspection->place_finder != NULL)
    print_places (inspection, file, index, document, findings);
}

/* A problem is a result, too: a program that reads the lines must not have to read standard error. */
static void
print_problem (const char *file,
               const char *argument,
               const char *reason)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cn_cli_json_add_string (builder, "type", "problem");
  cn_cli_json_add_string (builder, "file", file);
  cn_cli_json_add_string (builder, "message", reason);
  json_builder_end_object (builder);
  cn_cli_json_print (builder);
  cn_cli_problem (argument, reason);
}

static GBytes *
load (const char  *argument,
      GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (cn_cli_is_standard_input (argument))
    return cn_cli_load_standard_input (error);

  file = g_file_new_for_commandline_arg (argument);
  return cn_input_load_file (file, NULL, error);
}

static gboolean
inspect (Inspection *inspection,
         const char *argument)
{
  g_autofree char *file = g_filename_display_name (argument);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = load (argument, &error);
  if (bytes != NULL)
    documents = cn_reader_read (bytes, &inspection->hints, &error);
  if (documents == NULL)
    {
      g_autofree char *reason = cn_library_describe_error (error);

      print_problem (file, argument, reason);
      return FALSE;
    }

  for (guint i = 0; i < documents->len; i++)
    print_document (inspection, file, i, g_ptr_array_index (documents, i));
  return TRUE;
}

/* Without its gazetteer the program still reads articles, and says what is missing. */
static CnGazetteer *
open_gazetteer (void)
{
  g_autofree char *path = cn_gazetteer_file_find ();
  g_autoptr (GError) error = NULL;
  CnGazetteer *gazetteer = cn_gazetteer_file_open (path, &error);

  if (gazetteer == NULL)
    cn_cli_problem (path, error->message);

  return gazetteer;
}

/*
 * cn_command_inspect:
 */
CnExit
cn_command_inspect (CnCli *cli,
                    GStrv *argv)
{
  g_autofree char *base_url = NULL;
  g_autofree char *content_type = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry options[] = {
    { "base", 0, 0, G_OPTION_ARG_STRING, &base_url, N_("Address that the input came from"), N_("URL") },
    { "content-type", 0, 0, G_OPTION_ARG_STRING, &content_type, N_("Content-Type header that the input came with"), N_("TYPE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (CnNetworkRegistry) registry = NULL;
  g_autoptr (CnNetworkFinder) finder = NULL;
  g_autoptr (CnGazetteer) gazetteer = NULL;
  g_autoptr (CnPlaceFinder) place_finder = NULL;
  Inspection inspection = { 0 };
  CnExit status;

  if (!cn_cli_parse ("inspect", _("FILE… - print what importing files would store, as JSON Lines; “-” is standard input"), options,
                     argv, &status))
    return status;
  if (files == NULL)
    return cn_cli_usage ("inspect", "%s", _("inspect: which files?"));
  if (base_url != NULL && !g_uri_is_valid (base_url, G_URI_FLAGS_NONE, NULL))
    return cn_cli_usage ("inspect", _("inspect: “%s” is no address"), base_url);

  registry = cn_network_registry_new_built_in ();
  finder = cn_network_finder_new (registry);
  gazetteer = open_gazetteer ();
  if (gazetteer != NULL)
    place_finder = cn_place_finder_new (gazetteer, registry);
  inspection = (Inspection) { { base_url, content_type }, finder, place_finder, gazetteer };

  status = CN_EXIT_OK;
  for (guint i = 0; files[i] != NULL; i++)
    if (!inspect (&inspection, files[i]))
      status = CN_EXIT_INPUT;

  return status;
}
