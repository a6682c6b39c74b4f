/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page says about itself outside its text: meta and link elements, the html element, microdata, JSON-LD.
 *
 * Several vocabularies say the same thing; of each kind the most exact one wins, by the rank in a table.
 * Dates of events and of other pages are not taken. Pure. */

#include "config.h"

#include "cn-html-metadata.h"

#include "cn-address.h"
#include "cn-byline.h"
#include "cn-date-reader.h"
#include "cn-language.h"

#include <string.h>

/* What a value may be at most; longer ones are no titles, names or addresses. */
#define MAX_VALUE_BYTES 4096
#define MAX_SCRIPTS     16
#define MAX_AUTHOR_BYTES 200

typedef enum
{
  FIELD_TITLE,
  FIELD_URL,
  FIELD_SITE,
  FIELD_LANGUAGE,
  FIELD_SUMMARY,
  FIELD_AUTHOR,
  FIELD_PUBLISHED,
  FIELD_UPDATED,
  N_FIELDS,
} Field;

/* When a page was made is often days before it was put online. */
#define RANK_CREATED 4

typedef struct
{
  const char *name;
  Field       field;
  guint       rank; /* the lowest is believed */
} MetaName;

static const MetaName meta_names[] = {
  { "og:title", FIELD_TITLE, 0 },
  { "twitter:title", FIELD_TITLE, 1 },
  { "citation_title", FIELD_TITLE, 1 },
  { "dc.title", FIELD_TITLE, 2 },
  { "dcterms.title", FIELD_TITLE, 2 },

  { "og:url", FIELD_URL, 1 },
  { "citation_public_url", FIELD_URL, 2 },
  { "dc.identifier", FIELD_URL, 4 },
  { "twitter:url", FIELD_URL, 3 },

  { "og:site_name", FIELD_SITE, 0 },
  { "application-name", FIELD_SITE, 1 },
  { "apple-mobile-web-app-title", FIELD_SITE, 2 },
  { "dc.publisher", FIELD_SITE, 3 },
  { "publisher", FIELD_SITE, 3 },

  { "content-language", FIELD_LANGUAGE, 2 },
  { "og:locale", FIELD_LANGUAGE, 1 },
  { "dc.language", FIELD_LANGUAGE, 3 },
  { "dcterms.language", FIELD_LANGUAGE, 3 },
  { "language", FIELD_LANGUAGE, 3 },

  { "og:description", FIELD_SUMMARY, 0 },
  { "description", FIELD_SUMMARY, 1 },
  { "twitter:description", FIELD_SUMMARY, 2 },
  { "dc.description", FIELD_SUMMARY, 3 },

  { "author", FIELD_AUTHOR, 0 },
  { "article:author", FIELD_AUTHOR, 1 },
  { "dc.creator", FIELD_AUTHOR, 1 },
  { "dcterms.creator", FIELD_AUTHOR, 1 },
  { "citation_author", FIELD_AUTHOR, 0 },
  { "parsely-author", FIELD_AUTHOR, 1 },
  { "sailthru.author", FIELD_AUTHOR, 1 },
  { "byl", FIELD_AUTHOR, 1 },
  { "twitter:creator", FIELD_AUTHOR, 3 },

  { "article:published_time", FIELD_PUBLISHED, 0 },
  { "og:article:published_time", FIELD_PUBLISHED, 0 },
  { "og:published_time", FIELD_PUBLISHED, 0 },
  { "datepublished", FIELD_PUBLISHED, 1 },
  { "citation_publication_date", FIELD_PUBLISHED, 2 },
  { "citation_online_date", FIELD_PUBLISHED, 2 },
  { "citation_date", FIELD_PUBLISHED, 2 },
  { "parsely-pub-date", FIELD_PUBLISHED, 2 },
  { "sailthru.date", FIELD_PUBLISHED, 2 },
  { "pubdate", FIELD_PUBLISHED, 2 },
  { "publishdate", FIELD_PUBLISHED, 2 },
  { "publish-date", FIELD_PUBLISHED, 2 },
  { "publish_date", FIELD_PUBLISHED, 2 },
  { "publication_date", FIELD_PUBLISHED, 2 },
  { "date.published", FIELD_PUBLISHED, 2 },
  { "dcterms.issued", FIELD_PUBLISHED, 2 },
  { "dc.date.issued", FIELD_PUBLISHED, 2 },
  { "dc.date.published", FIELD_PUBLISHED, 2 },
  { "dcterms.created", FIELD_PUBLISHED, RANK_CREATED },
  { "dc.date.created", FIELD_PUBLISHED, RANK_CREATED },
  { "dcterms.date", FIELD_PUBLISHED, 3 },
  { "dc.date", FIELD_PUBLISHED, 3 },
  { "date", FIELD_PUBLISHED, 3 },

  { "article:modified_time", FIELD_UPDATED, 0 },
  { "og:updated_time", FIELD_UPDATED, 1 },
  { "datemodified", FIELD_UPDATED, 1 },
  { "dcterms.modified", FIELD_UPDATED, 2 },
  { "dc.date.modified", FIELD_UPDATED, 2 },
  { "last-modified", FIELD_UPDATED, 3 },
  { "revised", FIELD_UPDATED, 3 },
};

typedef struct
{
  CnHtmlMetadata *metadata;
  guint           ranks[N_FIELDS]; /* of what was taken so far, plus one */
  GPtrArray      *scripts;
  const xmlNode  *article; /* of microdata, which names its writer */
} Scan;

static void
set_text (char       **field,
          const char  *value)
{
  g_free (*field);
  *field = cn_html_tree_dup_folded (value);
  if (**field == '\0')
    g_clear_pointer (field, g_free);
}

static gboolean
is_midnight (const char *stamp)
{
  const char *time = strpbrk (stamp, "Tt ");

  return time != NULL && strlen (stamp) >= 16 && time - stamp == 10 && g_str_has_prefix (time + 1, "00:00") &&
         (time[6] == '\0' || strchr ("Z+-", time[6]) != NULL || g_str_has_prefix (time + 6, ":00"));
}

/**
 * cn_html_metadata_parse_stamp:
 * @stamp: a date of a meta element or a time element: ISO 8601, RFC 822 or in words
 * @language: (nullable): of the words
 *
 * Midnight sharp is what systems write that know the day only: it is read as the day that is printed, not as an instant
 * that in UTC would fall on the day before.
 *
 * Returns: the date, %CN_DATE_NONE when it is none
 */
CnDate
cn_html_metadata_parse_stamp (const char *stamp,
                              const char *language)
{
  CnDate date = CN_DATE_NONE;
  CnDateMatch match;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (stamp != NULL, date);

  if (strlen (stamp) > 100)
    return date;

  clean = g_strstrip (g_strdup (stamp));
  /* The beginning of the clock is what a system says that knows no day at all. */
  if (strncmp (clean, "1970-01-01", 10) == 0)
    return date;
  if (is_midnight (clean))
    clean[10] = '\0';
  if (cn_date_reader_parse_stamp (clean, &date))
    return date;

  if (!cn_date_reader_parse_line (clean, strlen (clean), language, &match))
    return CN_DATE_NONE;
  if (!match.relative && !match.approximate)
    date = match.date;
  cn_date_match_clear (&match);
  return date;
}

/**
 * cn_html_metadata_add_authors:
 * @names: one name or several, as a page writes them; an address, an account and a body's name are not taken
 */
void
cn_html_metadata_add_authors (CnHtmlMetadata *metadata,
                              const char     *names)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (metadata != NULL);
  g_return_if_fail (names != NULL);

  folded = cn_html_tree_dup_folded (names);
  if (strlen (folded) > 300 || strstr (folded, "://") != NULL || strchr (folded, '@') != NULL)
    return;
  if (!cn_byline_parse (folded, strlen (folded), metadata->authors))
    cn_byline_parse_names (folded, strlen (folded), metadata->authors);
}

/* "en_GB" and "en-GB": the region says in which order its people write day and month. */
static void
note_locale (CnHtmlMetadata *metadata,
             const char     *tag)
{
  if (metadata->locale == NULL && strlen (tag) == 5 && (tag[2] == '-' || tag[2] == '_'))
    metadata->locale = g_strdelimit (g_strdup (tag), "_", '-');
}

static void
take (Scan       *self,
      Field       field,
      guint       rank,
      const char *value)
{
  CnHtmlMetadata *metadata = self->metadata;
  gboolean better = self->ranks[field] == 0 || rank + 1 < self->ranks[field];
  CnDate date;

  if (strlen (value) > MAX_VALUE_BYTES || (!better && !(field == FIELD_AUTHOR && rank + 1 == self->ranks[field])))
    return;

  switch (field)
    {
    case FIELD_TITLE:
      if (g_utf8_strlen (value, -1) > CN_HTML_MAX_TITLE_CHARS)
        return;
      set_text (&metadata->title, value);
      break;
    case FIELD_URL:
      {
        char *url = cn_address_resolve_page (value, metadata->base);

        if (url == NULL)
          return;
        g_free (metadata->url);
        metadata->url = url;
      }
      break;
    case FIELD_SITE:
      set_text (&metadata->site_name, value);
      break;
    case FIELD_LANGUAGE:
      {
        char *language = cn_language_clean (value);

        if (language == NULL)
          return;
        g_free (metadata->language);
        metadata->language = language;
      }
      break;
    case FIELD_SUMMARY:
      set_text (&metadata->summary, value);
      break;
    case FIELD_AUTHOR:
      if (better)
        g_ptr_array_set_size (metadata->authors, 0);
      cn_html_metadata_add_authors (metadata, value);
      if (metadata->authors->len == 0)
        return;
      break;
    case FIELD_PUBLISHED:
    case FIELD_UPDATED:
      date = cn_html_metadata_parse_stamp (value, metadata->language);
      if (cn_date_get_precision (date) == CN_PRECISION_NONE)
        return;
      *(field == FIELD_PUBLISHED ? &metadata->published : &metadata->updated) = date;
      if (field == FIELD_PUBLISHED)
        metadata->created_only = rank >= RANK_CREATED;
      break;
    case N_FIELDS:
      g_assert_not_reached ();
    }

  self->ranks[field] = rank + 1;
}

static void
read_meta (Scan          *self,
           const xmlNode *node)
{
  const char *content = cn_html_tree_get_attribute (node, "content");
  const char *names[] = {
    cn_html_tree_get_attribute (node, "property"),
    cn_html_tree_get_attribute (node, "name"),
    cn_html_tree_get_attribute (node, "itemprop"),
    cn_html_tree_get_attribute (node, "http-equiv"),
  };

  if (content == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; names[i] != NULL && j < G_N_ELEMENTS (meta_names); j++)
      if (g_ascii_strcasecmp (names[i], meta_names[j].name) == 0)
        {
          if (meta_names[j].field == FIELD_LANGUAGE)
            note_locale (self->metadata, content);
          take (self, meta_names[j].field, meta_names[j].rank, content);
          return;
        }
}

static void
read_link (Scan          *self,
           const xmlNode *node)
{
  const char *href = cn_html_tree_get_attribute (node, "href");

  if (href != NULL && cn_html_tree_has_token (node, "rel", "canonical"))
    take (self, FIELD_URL, 0, href);
}

static void
read_script (Scan          *self,
             const xmlNode *node)
{
  const char *type = cn_html_tree_get_attribute (node, "type");

  if (type == NULL || self->scripts->len >= MAX_SCRIPTS ||
      g_ascii_strncasecmp (type, "application/ld+json", strlen ("application/ld+json")) != 0)
    return;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      g_ptr_array_add (self->scripts, child->content);
}

static void
read_language (Scan       *self,
               const char *tag)
{
  if (tag == NULL)
    return;
  note_locale (self->metadata, tag);
  take (self, FIELD_LANGUAGE, 0, tag);
}

/* What an item of the page is about; comments and recommended articles are items, too. */
static const xmlNode *
find_item (const xmlNode *node)
{
  for (const xmlNode *item = node->parent; item != NULL && item->type == XML_ELEMENT_NODE; item = item->parent)
    if (item->properties != NULL && cn_html_tree_has_attribute (item, "itemscope"))
      return item;
  return NULL;
}

static gboolean
is_article (const xmlNode *item)
{
  static const char *const types[] = { "Article", "NewsArticle", "BlogPosting", "Report", "PressRelease", "WebPage" };
  const char *type = cn_html_tree_get_attribute (item, "itemtype");
  const char *name = type != NULL ? strrchr (type, '/') : NULL;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (name + 1, types[i]))
      return TRUE;
  return FALSE;
}

/* The writer of the first article that names one. */
static void
read_microdata_author (Scan          *self,
                       const xmlNode *node)
{
  const xmlNode *item = find_item (node);
  g_autofree char *name = NULL;

  if (item == NULL || !is_article (item) || (self->article != NULL && self->article != item))
    return;

  self->article = item;
  name = cn_html_tree_dup_text (node, MAX_AUTHOR_BYTES);
  take (self, FIELD_AUTHOR, 2, name);
}

/* Microdata in the text itself: itemprop="datePublished" with a machine's date. */
static void
read_microdata (Scan          *self,
                const xmlNode *node)
{
  const char *value = cn_html_tree_get_attribute (node, "content");

  if (value == NULL && cn_html_tree_has_token (node, "itemprop", "author"))
    read_microdata_author (self, node);
  if (value == NULL)
    value = cn_html_tree_get_attribute (node, "datetime");
  if (value == NULL)
    return;

  if (cn_html_tree_has_token (node, "itemprop", "datePublished"))
    take (self, FIELD_PUBLISHED, 1, value);
  else if (cn_html_tree_has_token (node, "itemprop", "dateModified"))
    take (self, FIELD_UPDATED, 1, value);
}

/* A longer one is no title. */
static char *
dup_document_title (const xmlNode *node)
{
  g_autofree char *title = cn_html_tree_dup_text (node, MAX_VALUE_BYTES + 1);

  return strlen (title) <= MAX_VALUE_BYTES && g_utf8_strlen (title, -1) <= CN_HTML_MAX_TITLE_CHARS ?
         g_steal_pointer (&title) : NULL;
}

static void
read_element (Scan          *self,
              const xmlNode *node)
{
  const char *name = (const char *) node->name;

  switch ((int) cn_html_tree_get_tag (node))
    {
    case CN_HTML_META:
      read_meta (self, node);
      break;
    case CN_HTML_LINK:
      read_link (self, node);
      break;
    case CN_HTML_SCRIPT:
      read_script (self, node);
      break;
    case CN_HTML_TITLE:
      if (self->metadata->document_title == NULL)
        self->metadata->document_title = dup_document_title (node);
      break;
    default:
      if (g_str_equal (name, "html"))
        read_language (self, cn_html_tree_get_attribute (node, "lang"));
      if (node->properties != NULL && cn_html_tree_has_attribute (node, "itemprop"))
        read_microdata (self, node);
      break;
    }
}

/* The base element comes first: it decides what the addresses before it mean, too. */
static char *
find_base (xmlNode    *root,
           const char *base_url)
{
  guint n = 0;

  for (xmlNode *node = root; node != NULL && n < 2000; node = cn_html_tree_next (node, root), n++)
    {
      const char *href;

      if (node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, "base") != 0)
        continue;
      href = cn_html_tree_get_attribute (node, "href");
      if (href != NULL)
        {
          char *base = cn_address_resolve_page (href, base_url);

          if (base != NULL)
            return base;
        }
    }

  return base_url != NULL ? cn_address_resolve_page (base_url, NULL) : NULL;
}

/* Pages that were saved with relative links only know their address from the canonical link, which is absolute. */
static void
settle_url (CnHtmlMetadata *metadata)
{
  g_autofree char *url = g_steal_pointer (&metadata->url);

  if (url == NULL && metadata->base != NULL)
    url = g_strdup (metadata->base);
  if (url != NULL)
    metadata->url = cn_address_strip_tracking (url);
  if (metadata->base == NULL)
    metadata->base = g_strdup (metadata->url);
}

/**
 * cn_html_metadata_read:
 * @base_url: (nullable): the address that the page came from
 * @metadata: (out): set; clear it with cn_html_metadata_clear()
 */
void
cn_html_metadata_read (xmlDoc         *doc,
                       const char     *base_url,
                       CnHtmlMetadata *metadata)
{
  g_autoptr (GPtrArray) scripts = g_ptr_array_new ();
  Scan self = { .metadata = metadata, .scripts = scripts };
  CnDate created;
  xmlNode *root = xmlDocGetRootElement (doc);

  *metadata = (CnHtmlMetadata) { .published = CN_DATE_NONE, .updated = CN_DATE_NONE };
  metadata->authors = g_ptr_array_new_with_free_func (g_free);
  if (root == NULL)
    return;

  metadata->base = find_base (root, base_url);
  for (xmlNode *node = root; node != NULL; node = cn_html_tree_next (node, root))
    if (node->type == XML_ELEMENT_NODE)
      read_element (&self, node);

  created = metadata->published;
  if (metadata->created_only)
    metadata->published = CN_DATE_NONE;
  cn_html_json_ld_read (scripts, metadata);
  if (cn_date_get_precision (metadata->published) == CN_PRECISION_NONE)
    metadata->published = created;
  else
    metadata->created_only = FALSE;
  if (metadata->title != NULL && g_utf8_strlen (metadata->title, -1) > CN_HTML_MAX_TITLE_CHARS)
    g_clear_pointer (&metadata->title, g_free);
  settle_url (metadata);
}

/**
 * cn_html_metadata_clear:
 * @metadata: the memory is the caller's, what it holds is freed
 */
void
cn_html_metadata_clear (CnHtmlMetadata *metadata)
{
  g_clear_pointer (&metadata->base, g_free);
  g_clear_pointer (&metadata->url, g_free);
  g_clear_pointer (&metadata->title, g_free);
  g_clear_pointer (&metadata->document_title, g_free);
  g_clear_pointer (&metadata->site_name, g_free);
  g_clear_pointer (&metadata->language, g_free);
  g_clear_pointer (&metadata->locale, g_free);
  g_clear_pointer (&metadata->summary, g_free);
  g_clear_pointer (&metadata->authors, g_ptr_array_unref);
}
