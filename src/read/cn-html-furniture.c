/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an element's name, role, class and id say about being furniture, hidden, or the place of the writer's name.
 *
 * Hints are whole words of class and id ("related-posts" has "related" and "posts"), because parts of words lie
 * ("header" is in "subheader"). Pure; looks at one element and never at its text. */

#include "config.h"

#include "cn-html-furniture.h"

#include <string.h>

/* Longer lists of classes are generated and say nothing more. */
#define MAX_HINT_BYTES 400

typedef struct
{
  const char  *words; /* joined by hyphens; they stand in this order in the class or id */
  CnFurniture  furniture;
} Hint;

static const Hint hints[] = {
  { "cookie", CN_FURNITURE_COOKIES },
  { "cookies", CN_FURNITURE_COOKIES },
  { "cookiebar", CN_FURNITURE_COOKIES },
  { "cookiebanner", CN_FURNITURE_COOKIES },
  { "cookieconsent", CN_FURNITURE_COOKIES },
  { "cookiebot", CN_FURNITURE_COOKIES },
  { "cybotcookiebotdialog", CN_FURNITURE_COOKIES },
  { "cookielawinfo", CN_FURNITURE_COOKIES },
  { "cookie-law", CN_FURNITURE_COOKIES },
  { "cmplz", CN_FURNITURE_COOKIES },
  { "onetrust", CN_FURNITURE_COOKIES },
  { "usercentrics", CN_FURNITURE_COOKIES },
  { "klaro", CN_FURNITURE_COOKIES },
  { "borlabs", CN_FURNITURE_COOKIES },
  { "gdpr", CN_FURNITURE_COOKIES },
  { "consent", CN_FURNITURE_COOKIES },
  { "cc-window", CN_FURNITURE_COOKIES },
  { "tarteaucitron", CN_FURNITURE_COOKIES },

  { "comments", CN_FURNITURE_COMMENTS },
  { "comment", CN_FURNITURE_COMMENTS },
  { "commentlist", CN_FURNITURE_COMMENTS },
  { "respond", CN_FURNITURE_COMMENTS },
  { "disqus", CN_FURNITURE_COMMENTS },
  { "kommentare", CN_FURNITURE_COMMENTS },
  { "commentaires", CN_FURNITURE_COMMENTS },
  { "comentarios", CN_FURNITURE_COMMENTS },
  { "yorumlar", CN_FURNITURE_COMMENTS },

  { "share", CN_FURNITURE_SHARING },
  { "sharing", CN_FURNITURE_SHARING },
  { "sharer", CN_FURNITURE_SHARING },
  { "shares", CN_FURNITURE_SHARING },
  { "sharedaddy", CN_FURNITURE_SHARING },
  { "sharebar", CN_FURNITURE_SHARING },
  { "sharebuttons", CN_FURNITURE_SHARING },
  { "shariff", CN_FURNITURE_SHARING },
  { "addtoany", CN_FURNITURE_SHARING },
  { "a2a", CN_FURNITURE_SHARING },
  { "addthis", CN_FURNITURE_SHARING },
  { "ssba", CN_FURNITURE_SHARING },
  { "heateor", CN_FURNITURE_SHARING },
  { "social", CN_FURNITURE_SHARING },
  { "socials", CN_FURNITURE_SHARING },
  { "socialmedia", CN_FURNITURE_SHARING },
  { "teilen", CN_FURNITURE_SHARING },
  { "partage", CN_FURNITURE_SHARING },
  { "paylas", CN_FURNITURE_SHARING },

  { "related", CN_FURNITURE_RELATED_LINKS },
  { "relatedposts", CN_FURNITURE_RELATED_LINKS },
  { "yarpp", CN_FURNITURE_RELATED_LINKS },
  { "jp-relatedposts", CN_FURNITURE_RELATED_LINKS },
  { "recommended", CN_FURNITURE_RELATED_LINKS },
  { "recommendations", CN_FURNITURE_RELATED_LINKS },
  { "read-more", CN_FURNITURE_RELATED_LINKS },
  { "readmore", CN_FURNITURE_RELATED_LINKS },
  { "read-next", CN_FURNITURE_RELATED_LINKS },
  { "more-news", CN_FURNITURE_RELATED_LINKS },
  { "more-stories", CN_FURNITURE_RELATED_LINKS },
  { "more-articles", CN_FURNITURE_RELATED_LINKS },
  { "latest-news", CN_FURNITURE_RELATED_LINKS },
  { "latest-posts", CN_FURNITURE_RELATED_LINKS },
  { "recent-posts", CN_FURNITURE_RELATED_LINKS },
  { "other-news", CN_FURNITURE_RELATED_LINKS },
  { "similar", CN_FURNITURE_RELATED_LINKS },
  { "sidebar", CN_FURNITURE_RELATED_LINKS },
  { "teaser-list", CN_FURNITURE_RELATED_LINKS },
  { "see-also", CN_FURNITURE_RELATED_LINKS },
  { "outbrain", CN_FURNITURE_RELATED_LINKS },
  { "taboola", CN_FURNITURE_RELATED_LINKS },
  { "tags", CN_FURNITURE_RELATED_LINKS },
  { "taglist", CN_FURNITURE_RELATED_LINKS },
  { "tag-list", CN_FURNITURE_RELATED_LINKS },
  { "tagcloud", CN_FURNITURE_RELATED_LINKS },
  { "tag-links", CN_FURNITURE_RELATED_LINKS },
  { "cat-links", CN_FURNITURE_RELATED_LINKS },
  { "post-tags", CN_FURNITURE_RELATED_LINKS },
  { "ilgili", CN_FURNITURE_RELATED_LINKS },
  { "widget-area", CN_FURNITURE_RELATED_LINKS },

  { "newsletter", CN_FURNITURE_NEWSLETTER },
  { "subscribe", CN_FURNITURE_NEWSLETTER },
  { "subscription", CN_FURNITURE_NEWSLETTER },
  { "signup", CN_FURNITURE_NEWSLETTER },
  { "sign-up", CN_FURNITURE_NEWSLETTER },
  { "mc4wp", CN_FURNITURE_NEWSLETTER },
  { "mc-embed", CN_FURNITURE_NEWSLETTER },
  { "mailchimp", CN_FURNITURE_NEWSLETTER },
  { "mailpoet", CN_FURNITURE_NEWSLETTER },
  { "ebulten", CN_FURNITURE_NEWSLETTER },

  { "breadcrumb", CN_FURNITURE_NAVIGATION },
  { "breadcrumbs", CN_FURNITURE_NAVIGATION },
  { "pathway", CN_FURNITURE_NAVIGATION },
  { "rootline", CN_FURNITURE_NAVIGATION },
  { "fil-ariane", CN_FURNITURE_NAVIGATION },
  { "navbar", CN_FURNITURE_NAVIGATION },
  { "navigation", CN_FURNITURE_NAVIGATION },
  { "navi", CN_FURNITURE_NAVIGATION },
  { "nav", CN_FURNITURE_NAVIGATION },
  { "mainnav", CN_FURNITURE_NAVIGATION },
  { "subnav", CN_FURNITURE_NAVIGATION },
  { "menu", CN_FURNITURE_NAVIGATION },
  { "megamenu", CN_FURNITURE_NAVIGATION },
  { "pagination", CN_FURNITURE_NAVIGATION },
  { "pager", CN_FURNITURE_NAVIGATION },
  { "toc", CN_FURNITURE_NAVIGATION },
  { "skip-link", CN_FURNITURE_NAVIGATION },
  { "skiplink", CN_FURNITURE_NAVIGATION },
  { "skiplinks", CN_FURNITURE_NAVIGATION },
  { "skip-links", CN_FURNITURE_NAVIGATION },
  { "language-switcher", CN_FURNITURE_NAVIGATION },
  { "langswitch", CN_FURNITURE_NAVIGATION },
  { "lang-switcher", CN_FURNITURE_NAVIGATION },
  { "site-header", CN_FURNITURE_NAVIGATION },
  { "page-header-top", CN_FURNITURE_NAVIGATION },
  { "topbar", CN_FURNITURE_NAVIGATION },
  { "top-bar", CN_FURNITURE_NAVIGATION },
  { "masthead", CN_FURNITURE_NAVIGATION },
  { "searchform", CN_FURNITURE_NAVIGATION },
  { "search-form", CN_FURNITURE_NAVIGATION },
  { "back-to-top", CN_FURNITURE_NAVIGATION },
  { "scroll-top", CN_FURNITURE_NAVIGATION },
  { "edit-link", CN_FURNITURE_NAVIGATION },
  { "printfriendly", CN_FURNITURE_NAVIGATION },

  { "caption", CN_FURNITURE_CAPTION },
  { "wp-caption-text", CN_FURNITURE_CAPTION },
  { "image-caption", CN_FURNITURE_CAPTION },
  { "photo-credit", CN_FURNITURE_CAPTION },
  { "image-credit", CN_FURNITURE_CAPTION },
  { "figcaption", CN_FURNITURE_CAPTION },
  { "bildunterschrift", CN_FURNITURE_CAPTION },

  { "footer", CN_FURNITURE_FOOTER },
  { "colophon", CN_FURNITURE_FOOTER },
  { "copyright", CN_FURNITURE_FOOTER },
  { "impressum", CN_FURNITURE_FOOTER },
  { "siteinfo", CN_FURNITURE_FOOTER },
  { "author-bio", CN_FURNITURE_FOOTER },
  { "author-box", CN_FURNITURE_FOOTER },
  { "about-author", CN_FURNITURE_FOOTER },
  { "advertisement", CN_FURNITURE_RELATED_LINKS },
  { "adsbygoogle", CN_FURNITURE_RELATED_LINKS },

  { "cta", CN_FURNITURE_CALL_TO_ACTION },
  { "call-to-action", CN_FURNITURE_CALL_TO_ACTION },
  { "donate", CN_FURNITURE_CALL_TO_ACTION },
};

/* Classes of builders that hold a whole page in spite of such a word. */
static const char *const innocent[] = {
  "post-footer-content", "has-sidebar", "no-sidebar", "with-sidebar", "sidebar-none", "has-menu", "comments-open",
  "comments-closed", "menu-item", "page-template", "tag-page", "entry-footer", "post-footer", "article-footer",
};

/* Lower case, every run of other characters and every step from small to capital letter one hyphen. */
static void
append_words (GString    *words,
              const char *value)
{
  gboolean lower_before = FALSE;

  for (const char *p = value; *p != '\0' && words->len < MAX_HINT_BYTES; p++)
    {
      gboolean upper = g_ascii_isupper (*p);

      if (!g_ascii_isalnum (*p) || (upper && lower_before))
        if (words->len > 0 && words->str[words->len - 1] != '-' && words->str[words->len - 1] != ' ')
          g_string_append_c (words, g_ascii_isspace (*p) ? ' ' : '-');
      if (g_ascii_isspace (*p) && words->len > 0 && words->str[words->len - 1] == '-')
        words->str[words->len - 1] = ' ';
      if (g_ascii_isalnum (*p))
        g_string_append_c (words, g_ascii_tolower (*p));
      lower_before = g_ascii_islower (*p);
    }

  g_string_append_c (words, ' ');
}

static gboolean
has_words (const char *haystack,
           const char *words)
{
  gsize length = strlen (words);

  for (const char *p = strstr (haystack, words); p != NULL; p = strstr (p + 1, words))
    if ((p == haystack || p[-1] == ' ' || p[-1] == '-') && (p[length] == ' ' || p[length] == '-' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

static char *
dup_hints (const xmlNode *node)
{
  const char *class = cn_html_tree_get_attribute (node, "class");
  const char *id = cn_html_tree_get_attribute (node, "id");
  GString *words;

  if (class == NULL && id == NULL)
    return NULL;

  words = g_string_new (NULL);
  if (id != NULL)
    append_words (words, id);
  if (class != NULL)
    append_words (words, class);
  return g_string_free (words, FALSE);
}

static gboolean
has_style (const char *style,
           const char *property,
           const char *value)
{
  const char *hit = strstr (style, property);

  if (hit == NULL)
    return FALSE;
  hit += strlen (property);
  hit += strspn (hit, " \t:");
  return g_str_has_prefix (hit, value);
}

/**
 * cn_html_furniture_is_hidden:
 *
 * Returns: whether a browser would not show the element, or would only read it aloud
 */
gboolean
cn_html_furniture_is_hidden (const xmlNode *node)
{
  const char *style, *class;

  if (node->properties == NULL)
    return FALSE;
  if (cn_html_tree_has_attribute (node, "hidden"))
    return TRUE;

  style = cn_html_tree_get_attribute (node, "style");
  if (style != NULL && (has_style (style, "display", "none") || has_style (style, "visibility", "hidden")))
    return TRUE;

  class = cn_html_tree_get_attribute (node, "class");
  return class != NULL &&
         (cn_html_tree_has_token (node, "class", "sr-only") || cn_html_tree_has_token (node, "class",
             "visually-hidden") ||
          cn_html_tree_has_token (node, "class", "visuallyhidden") || cn_html_tree_has_token (node, "class",
              "screen-reader-text") ||
          cn_html_tree_has_token (node, "class", "element-invisible") || cn_html_tree_has_token (node, "class",
              "show-for-sr"));
}

static CnFurniture
of_role (const xmlNode *node)
{
  const char *role = cn_html_tree_get_attribute (node, "role");

  if (role == NULL)
    return CN_FURNITURE_NONE;
  if (g_ascii_strcasecmp (role, "navigation") == 0 || g_ascii_strcasecmp (role, "banner") == 0 ||
      g_ascii_strcasecmp (role, "search") == 0 || g_ascii_strcasecmp (role, "menu") == 0 ||
      g_ascii_strcasecmp (role, "menubar") == 0 || g_ascii_strcasecmp (role, "toolbar") == 0)
    return CN_FURNITURE_NAVIGATION;
  if (g_ascii_strcasecmp (role, "contentinfo") == 0)
    return CN_FURNITURE_FOOTER;
  if (g_ascii_strcasecmp (role, "complementary") == 0)
    return CN_FURNITURE_RELATED_LINKS;
  if (g_ascii_strcasecmp (role, "dialog") == 0 || g_ascii_strcasecmp (role, "alertdialog") == 0)
    return CN_FURNITURE_COOKIES;
  return CN_FURNITURE_NONE;
}

static CnFurniture
of_hints (const xmlNode *node)
{
  g_autofree char *words = dup_hints (node);

  if (words == NULL)
    return CN_FURNITURE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (innocent); i++)
    if (has_words (words, innocent[i]))
      return CN_FURNITURE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (has_words (words, hints[i].words))
      return hints[i].furniture;
  return CN_FURNITURE_NONE;
}

/* The foot of a quotation names its source, and some systems put writer and day into a foot above the text. */
static gboolean
is_foot_of_text (const xmlNode *node)
{
  guint n = 0;

  if (cn_html_tree_get_tag (node->parent) == CN_HTML_BLOCKQUOTE)
    return TRUE;
  if (cn_html_tree_get_tag (node->parent) != CN_HTML_ARTICLE)
    return FALSE;

  for (const xmlNode *before = node->prev; before != NULL && n < 8; before = before->prev, n++)
    {
      CnHtmlTag tag = cn_html_tree_get_tag (before);

      if (before->type == XML_ELEMENT_NODE && tag != CN_HTML_HEADING && tag != CN_HTML_HEADER)
        return FALSE;
    }

  return n < 8;
}

/**
 * cn_html_furniture_of:
 * @use_hints: whether class and id count too
 *
 * Returns: what kind of furniture the element is by its own word, %CN_FURNITURE_NONE when it does not say
 */
CnFurniture
cn_html_furniture_of (const xmlNode *node,
                      gboolean       use_hints)
{
  CnFurniture furniture = CN_FURNITURE_NONE;

  switch ((int) cn_html_tree_get_tag (node))
    {
    case CN_HTML_NAV:
      return CN_FURNITURE_NAVIGATION;
    case CN_HTML_FOOTER:
      if (is_foot_of_text (node))
        return CN_FURNITURE_NONE;
      furniture = use_hints ? of_hints (node) : CN_FURNITURE_NONE;
      return furniture != CN_FURNITURE_NONE ? furniture : CN_FURNITURE_FOOTER;
    case CN_HTML_ASIDE:
      furniture = use_hints ? of_hints (node) : CN_FURNITURE_NONE;
      return furniture != CN_FURNITURE_NONE ? furniture : CN_FURNITURE_RELATED_LINKS;
    case CN_HTML_FIGCAPTION:
      return CN_FURNITURE_CAPTION;
    case CN_HTML_ARTICLE:
    case CN_HTML_BODY:
    case CN_HTML_MAIN:
    case CN_HTML_HEADING:
      return CN_FURNITURE_NONE;
    default:
      if (node->properties == NULL)
        return CN_FURNITURE_NONE;
      furniture = of_role (node);
      return furniture == CN_FURNITURE_NONE && use_hints ? of_hints (node) : furniture;
    }
}

static gboolean
has_any_hint (const xmlNode     *node,
              const char *const *words,
              gsize              n_words)
{
  g_autofree char *own = node->properties != NULL ? dup_hints (node) : NULL;

  for (gsize i = 0; own != NULL && i < n_words; i++)
    if (has_words (own, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * cn_html_furniture_is_byline:
 *
 * Returns: whether the element says that it holds the writer's name
 */
gboolean
cn_html_furniture_is_byline (const xmlNode *node)
{
  static const char *const words[] = {
    "byline", "author-name", "post-author", "entry-author", "article-author", "author-link", "meta-author",
    "p-author", "dc-creator", "autor", "auteur", "autore", "yazar", "author",
  };

  return cn_html_tree_has_token (node, "rel", "author") || cn_html_tree_has_token (node, "itemprop", "author") ||
         cn_html_tree_has_token (node, "data-hook", "user-name") ||
         cn_html_tree_has_token (node, "data-hook", "author") ||
         has_any_hint (node, words, G_N_ELEMENTS (words));
}

/**
 * cn_html_furniture_is_date:
 *
 * Returns: whether the element says that it holds a date
 */
gboolean
cn_html_furniture_is_date (const xmlNode *node)
{
  static const char *const words[] = {
    "date", "datum", "data", "fecha", "tarih", "published", "posted-on", "pubdate", "timestamp", "time", "imerominia",
  };

  return has_any_hint (node, words, G_N_ELEMENTS (words));
}

/**
 * cn_html_furniture_is_logo:
 *
 * Returns: whether the element says that it holds the site's own name
 */
gboolean
cn_html_furniture_is_logo (const xmlNode *node)
{
  static const char *const words[] = {
    "logo", "site-title", "site-name", "sitename", "site-branding", "brand", "branding", "blog-title", "masthead",
  };
  const char *href;

  if (has_any_hint (node, words, G_N_ELEMENTS (words)))
    return TRUE;
  if (cn_html_tree_get_tag (node) != CN_HTML_A)
    return FALSE;
  href = cn_html_tree_get_attribute (node, "href");
  return href != NULL && (g_str_equal (href, "/") || g_str_equal (href, "./") || g_str_equal (href, "../"));
}

/**
 * cn_html_furniture_is_title:
 *
 * Returns: whether the element says that it holds a headline, though it is no heading
 */
gboolean
cn_html_furniture_is_title (const xmlNode *node)
{
  static const char *const words[] = {
    "title", "headline", "pagetitle", "contentheading", "titel", "titre", "titulo", "titolo", "baslik",
    "ueberschrift", "uberschrift", "titlos", "titulek", "tytul", "nadpis",
  };
  static const char *const others[] = {
    "sub", "site", "widget", "menu", "section", "block", "nav", "logo", "blog", "sidebar", "modal", "header", "footer",
    "module", "related", "image", "img", "field-label", "icon", "tooltip",
  };

  if (cn_html_tree_has_token (node, "itemprop", "headline"))
    return TRUE;
  return has_any_hint (node, words, G_N_ELEMENTS (words)) && !has_any_hint (node, others, G_N_ELEMENTS (others));
}
