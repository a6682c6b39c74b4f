/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of a page's metadata that it writes as JSON-LD, in the vocabulary of schema.org.
 *
 * Takes the article's own object: lists of other articles, events and comments in the same script are left
 * alone. json-glib bounds how deep a script may nest; the walk here is a queue of bounded length. Pure. */

#include "config.h"

#include "cn-html-metadata.h"

#include "cn-address.h"
#include "cn-language.h"
#include "cn-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_SCRIPT_BYTES (512 * 1024)
#define MAX_OBJECTS      400

static gboolean
is_one_of (const char        *type,
           const char *const *types)
{
  for (; *types != NULL; types++)
    if (g_ascii_strcasecmp (type, *types) == 0)
      return TRUE;
  return FALSE;
}

static const char *
get_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
has_type (JsonObject        *object,
          const char *const *types)
{
  JsonNode *node = json_object_get_member (object, "@type");
  const char *type = get_string (node);

  if (type != NULL)
    return is_one_of (type, types);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      type = get_string (json_array_get_element (json_node_get_array (node), i));
      if (type != NULL && is_one_of (type, types))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_member (JsonObject *object,
            const char *name)
{
  return get_string (json_object_get_member (object, name));
}

/* Objects that lie under these are about other things than the page. */
static gboolean
is_foreign (const char *member)
{
  static const char *const members[] = { "comment", "comments", "review", "itemListElement", "hasPart", "isPartOf",
                                         "mentions",
                                         "citation", "relatedLink", "event", "subEvent", "video", "image",
                                           "breadcrumb", NULL };

  return is_one_of (member, members);
}

static void
collect_objects (JsonNode  *root,
                 GPtrArray *objects)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, root);

  for (guint i = 0; i < queue->len && queue->len < MAX_OBJECTS; i++)
    {
      JsonNode *node = g_ptr_array_index (queue, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint j = 0; j < json_array_get_length (array) && queue->len < MAX_OBJECTS; j++)
            g_ptr_array_add (queue, json_array_get_element (array, j));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObjectIter iter;
          const char *name;
          JsonNode *member;

          g_ptr_array_add (objects, json_node_get_object (node));
          json_object_iter_init_ordered (&iter, json_node_get_object (node));
          while (json_object_iter_next_ordered (&iter, &name, &member) && queue->len < MAX_OBJECTS)
            if (!is_foreign (name) && (JSON_NODE_HOLDS_OBJECT (member) || JSON_NODE_HOLDS_ARRAY (member)))
              g_ptr_array_add (queue, member);
        }
    }
}

/* The object with that identifier which has a name; Yoast's graphs refer to persons so. */
static const char *
find_name (GPtrArray  *objects,
           const char *id)
{
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);

      if (g_strcmp0 (get_member (object, "@id"), id) == 0 && get_member (object, "name") != NULL)
        return get_member (object, "name");
    }

  return NULL;
}

static void
take_author (JsonNode       *node,
             GPtrArray      *objects,
             CnHtmlMetadata *metadata)
{
  static const char *const bodies[] = { "Organization", "NewsMediaOrganization", "GovernmentOrganization", "NGO",
                                        "Corporation", NULL };
  const char *name = get_string (node);

  if (name == NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (has_type (object, bodies))
        return;
      name = get_member (object, "name");
      if (name == NULL && get_member (object, "@id") != NULL)
        name = find_name (objects, get_member (object, "@id"));
    }

  if (name != NULL && g_strcmp0 (name, metadata->site_name) != 0)
    cn_html_metadata_add_authors (metadata, name);
}

static void
take_authors (JsonObject     *article,
              GPtrArray      *objects,
              CnHtmlMetadata *metadata)
{
  JsonNode *node = json_object_get_member (article, "author");

  if (node == NULL || metadata->authors->len > 0)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      take_author (node, objects, metadata);
      return;
    }

  for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), 50); i++)
    take_author (json_array_get_element (json_node_get_array (node), i), objects, metadata);
}

static void
take_date (JsonObject     *article,
           const char     *member,
           CnDate         *date,
           CnHtmlMetadata *metadata)
{
  const char *stamp = get_member (article, member);

  if (stamp != NULL && cn_date_get_precision (*date) == CN_PRECISION_NONE)
    *date = cn_html_metadata_parse_stamp (stamp, metadata->language);
}

static void
take_string (JsonObject  *object,
             const char  *member,
             char       **field)
{
  const char *value = get_member (object, member);

  if (*field == NULL && value != NULL && *value != '\0' && strchr (value, '<') == NULL && strlen (value) < 4096)
    *field = g_strstrip (g_strdup (value));
}

static void
take_article (JsonObject     *article,
              GPtrArray      *objects,
              CnHtmlMetadata *metadata)
{
  JsonNode *publisher = json_object_get_member (article, "publisher");
  const char *language = get_member (article, "inLanguage");

  take_date (article, "datePublished", &metadata->published, metadata);
  take_date (article, "dateModified", &metadata->updated, metadata);
  take_string (article, "headline", &metadata->title);
  take_string (article, "description", &metadata->summary);
  if (metadata->language == NULL && language != NULL)
    metadata->language = cn_language_clean (language);
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    take_string (json_node_get_object (publisher), "name", &metadata->site_name);
  if (metadata->url == NULL && get_member (article, "url") != NULL)
    metadata->url = cn_address_resolve_page (get_member (article, "url"), metadata->base);
  take_authors (article, objects, metadata);
}

/* Whether the object's headline is the page's title, as far as both say. */
static gboolean
fits_title (JsonObject           *article,
            const CnHtmlMetadata *metadata)
{
  const char *headline = get_member (article, "headline");
  g_autofree char *folded = NULL;
  g_autofree char *title = NULL;

  if (headline == NULL)
    headline = get_member (article, "name");
  if (headline == NULL || (metadata->title == NULL && metadata->document_title == NULL))
    return TRUE;

  folded = cn_words_fold (headline, strlen (headline));
  title = g_strconcat (metadata->title != NULL ? metadata->title : "", "\n",
                       metadata->document_title != NULL ? metadata->document_title : "", NULL);
  return strstr (title, headline) != NULL ||
         (metadata->title != NULL && g_str_has_prefix (headline, metadata->title));
}

static void
choose_article (GPtrArray      *objects,
                CnHtmlMetadata *metadata)
{
  static const char *const articles[] = { "Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle",
                                          "TechArticle", "ScholarlyArticle", "AnalysisNewsArticle",
                                          "OpinionNewsArticle", "PressRelease",
                                          "SocialMediaPosting", "LiveBlogPosting", NULL };
  static const char *const pages[] = { "WebPage", "ItemPage", "AboutPage", "CreativeWork", NULL };
  JsonObject *best = NULL;
  guint n_articles = 0;

  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);

      if (!has_type (object, articles))
        continue;
      n_articles++;
      if (best == NULL && fits_title (object, metadata))
        best = object;
    }

  if (best == NULL && n_articles == 1)
    for (guint i = 0; i < objects->len; i++)
      if (has_type (g_ptr_array_index (objects, i), articles))
        best = g_ptr_array_index (objects, i);

  if (best != NULL)
    take_article (best, objects, metadata);
  if (n_articles > 0)
    return;

  for (guint i = 0; i < objects->len; i++)
    if (has_type (g_ptr_array_index (objects, i), pages))
      {
        take_article (g_ptr_array_index (objects, i), objects, metadata);
        return;
      }
}

/**
 * cn_html_json_ld_read:
 * @scripts: (element-type utf8): the contents of the page's JSON-LD scripts
 * @metadata: what the page says elsewhere; only what is missing there is added
 */
void
cn_html_json_ld_read (GPtrArray      *scripts,
                      CnHtmlMetadata *metadata)
{
  g_autoptr (GPtrArray) parsers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  g_return_if_fail (scripts != NULL);
  g_return_if_fail (metadata != NULL);

  for (guint i = 0; i < scripts->len; i++)
    {
      const char *script = g_ptr_array_index (scripts, i);
      JsonParser *parser = json_parser_new_immutable ();

      g_ptr_array_add (parsers, parser);
      if (strlen (script) <= MAX_SCRIPT_BYTES && json_parser_load_from_data (parser, script, -1, NULL) &&
          json_parser_get_root (parser) != NULL)
        collect_objects (json_parser_get_root (parser), objects);
    }

  choose_article (objects, metadata);
}
