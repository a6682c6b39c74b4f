/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libxml2's HTML parser and the few ways in which the reader walks its tree.
 *
 * Nothing is loaded, nothing is validated, no entity but HTML's own characters exists, and nothing here
 * recurses, so that neither a page nested a hundred thousand deep nor one with a document type of its own can
 * do harm. Pure. */

#include "config.h"

#include "cn-html-tree.h"

#include "cn-reader.h"

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <string.h>

static const struct
{
  const char *name;
  CnHtmlTag   tag;
} tags[] = {
  { "a", CN_HTML_A },
  { "abbr", CN_HTML_OTHER },
  { "address", CN_HTML_BLOCK },
  { "applet", CN_HTML_SKIP },
  { "area", CN_HTML_SKIP },
  { "article", CN_HTML_ARTICLE },
  { "aside", CN_HTML_ASIDE },
  { "audio", CN_HTML_SKIP },
  { "b", CN_HTML_STRONG },
  { "blockquote", CN_HTML_BLOCKQUOTE },
  { "body", CN_HTML_BODY },
  { "br", CN_HTML_BR },
  { "button", CN_HTML_SKIP },
  { "canvas", CN_HTML_SKIP },
  { "caption", CN_HTML_CAPTION },
  { "center", CN_HTML_BLOCK },
  { "cite", CN_HTML_EM },
  { "datalist", CN_HTML_SKIP },
  { "dd", CN_HTML_DD },
  { "details", CN_HTML_BLOCK },
  { "dialog", CN_HTML_SKIP },
  { "dir", CN_HTML_UL },
  { "div", CN_HTML_BLOCK },
  { "dl", CN_HTML_BLOCK },
  { "dt", CN_HTML_DT },
  { "em", CN_HTML_EM },
  { "embed", CN_HTML_SKIP },
  { "fieldset", CN_HTML_BLOCK },
  { "figcaption", CN_HTML_FIGCAPTION },
  { "figure", CN_HTML_BLOCK },
  { "footer", CN_HTML_FOOTER },
  { "form", CN_HTML_BLOCK },
  { "frame", CN_HTML_SKIP },
  { "frameset", CN_HTML_SKIP },
  { "h1", CN_HTML_HEADING },
  { "h2", CN_HTML_HEADING },
  { "h3", CN_HTML_HEADING },
  { "h4", CN_HTML_HEADING },
  { "h5", CN_HTML_HEADING },
  { "h6", CN_HTML_HEADING },
  { "header", CN_HTML_HEADER },
  { "hgroup", CN_HTML_BLOCK },
  { "hr", CN_HTML_HR },
  { "i", CN_HTML_EM },
  { "iframe", CN_HTML_SKIP },
  { "img", CN_HTML_SKIP },
  { "input", CN_HTML_SKIP },
  { "legend", CN_HTML_BLOCK },
  { "li", CN_HTML_LI },
  { "link", CN_HTML_LINK },
  { "main", CN_HTML_MAIN },
  { "map", CN_HTML_SKIP },
  { "math", CN_HTML_SKIP },
  { "menu", CN_HTML_UL },
  { "meta", CN_HTML_META },
  { "nav", CN_HTML_NAV },
  { "noembed", CN_HTML_SKIP },
  { "noframes", CN_HTML_SKIP },
  { "noscript", CN_HTML_SKIP },
  { "object", CN_HTML_SKIP },
  { "ol", CN_HTML_OL },
  { "optgroup", CN_HTML_SKIP },
  { "option", CN_HTML_SKIP },
  { "p", CN_HTML_P },
  { "param", CN_HTML_SKIP },
  { "plaintext", CN_HTML_SKIP },
  { "pre", CN_HTML_PRE },
  { "progress", CN_HTML_SKIP },
  { "script", CN_HTML_SCRIPT },
  { "search", CN_HTML_SKIP },
  { "section", CN_HTML_BLOCK },
  { "select", CN_HTML_SKIP },
  { "strong", CN_HTML_STRONG },
  { "style", CN_HTML_SKIP },
  { "summary", CN_HTML_BLOCK },
  { "svg", CN_HTML_SKIP },
  { "table", CN_HTML_TABLE },
  { "td", CN_HTML_TD },
  { "template", CN_HTML_SKIP },
  { "textarea", CN_HTML_SKIP },
  { "th", CN_HTML_TH },
  { "time", CN_HTML_TIME },
  { "title", CN_HTML_TITLE },
  { "tr", CN_HTML_TR },
  { "ul", CN_HTML_UL },
  { "video", CN_HTML_SKIP },
  { "xmp", CN_HTML_SKIP },
};

/**
 * cn_html_tree_parse:
 * @html: valid UTF-8 without NUL
 *
 * Returns: (transfer full): the tree, to be freed with xmlFreeDoc(); %NULL with %CN_READ_ERROR_MALFORMED when
 * the parser gave up, as it does on a page that nests thousands of elements
 */
xmlDoc *
cn_html_tree_parse (const char  *html,
                    gsize        length,
                    GError     **error)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_NODEFDTD |
                HTML_PARSE_COMPACT | HTML_PARSE_HUGE;
  htmlParserCtxt *context;
  const xmlError *last = NULL;
  xmlDoc *doc = NULL;

  g_return_val_if_fail (html != NULL, NULL);
  g_return_val_if_fail (length <= G_MAXINT, NULL);

  /* The text is UTF-8 already, whatever its meta elements say. */
#if LIBXML_VERSION >= 21400
  options |= HTML_PARSE_IGNORE_ENC;
#endif
  context = htmlNewParserCtxt ();
  if (context != NULL)
    {
      doc = htmlCtxtReadMemory (context, html, (int) length, NULL, "UTF-8", options);
      last = xmlCtxtGetLastError (context);
    }

  /* After a fatal error the tree ends where the parser stopped: half of a page is not the page. */
  if (doc == NULL || (last != NULL && last->level == XML_ERR_FATAL))
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_MALFORMED,
                           last != NULL && last->code == XML_ERR_RESOURCE_LIMIT
                             ? N_("it is a page nested too deep to be read")
                             : N_("it is a page, but beyond reading"));
      g_clear_pointer (&doc, xmlFreeDoc);
    }

  g_clear_pointer (&context, htmlFreeParserCtxt);
  return doc;
}

static int
compare_tags (const void *name,
              const void *row)
{
  return strcmp (name, *(const char *const *) row);
}

/**
 * cn_html_tree_get_tag:
 *
 * Returns: what element the node is, %CN_HTML_OTHER for text and for everything unknown
 */
CnHtmlTag
cn_html_tree_get_tag (const xmlNode *node)
{
  const char *name;
  gsize low = 0;
  gsize high = G_N_ELEMENTS (tags);

  if (node->type != XML_ELEMENT_NODE || node->name == NULL)
    return CN_HTML_OTHER;

  name = (const char *) node->name;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = compare_tags (name, &tags[middle].name);

      if (order == 0)
        return tags[middle].tag;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return CN_HTML_OTHER;
}

/**
 * cn_html_tree_get_level:
 *
 * Returns: 1 to 6 for a heading, else 0
 */
guint
cn_html_tree_get_level (const xmlNode *node)
{
  if (cn_html_tree_get_tag (node) != CN_HTML_HEADING)
    return 0;
  return (guint) (node->name[1] - '0');
}

/**
 * cn_html_tree_is_block:
 *
 * Returns: whether text inside and text around the element stand in different blocks
 */
gboolean
cn_html_tree_is_block (CnHtmlTag tag)
{
  switch (tag)
    {
    case CN_HTML_ARTICLE:
    case CN_HTML_ASIDE:
    case CN_HTML_BLOCK:
    case CN_HTML_BLOCKQUOTE:
    case CN_HTML_BODY:
    case CN_HTML_CAPTION:
    case CN_HTML_DD:
    case CN_HTML_DT:
    case CN_HTML_FIGCAPTION:
    case CN_HTML_FOOTER:
    case CN_HTML_HEADER:
    case CN_HTML_HEADING:
    case CN_HTML_HR:
    case CN_HTML_LI:
    case CN_HTML_MAIN:
    case CN_HTML_NAV:
    case CN_HTML_OL:
    case CN_HTML_P:
    case CN_HTML_PRE:
    case CN_HTML_TABLE:
    case CN_HTML_TD:
    case CN_HTML_TH:
    case CN_HTML_TR:
    case CN_HTML_UL:
      return TRUE;
    case CN_HTML_OTHER:
    case CN_HTML_A:
    case CN_HTML_BR:
    case CN_HTML_EM:
    case CN_HTML_LINK:
    case CN_HTML_META:
    case CN_HTML_SCRIPT:
    case CN_HTML_SKIP:
    case CN_HTML_STRONG:
    case CN_HTML_TIME:
    case CN_HTML_TITLE:
      return FALSE;
    }

  g_assert_not_reached ();
}

static const xmlAttr *
find_attribute (const xmlNode *node,
                const char    *name)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute;
  return NULL;
}

/**
 * cn_html_tree_get_attribute:
 *
 * Returns: (transfer none) (nullable): the value, valid as long as the tree; %NULL when the element has no such
 * attribute or an empty one
 */
const char *
cn_html_tree_get_attribute (const xmlNode *node,
                            const char    *name)
{
  const xmlAttr *attribute = find_attribute (node, name);

  /* The parser has decoded the characters; a value is one text node. */
  if (attribute == NULL || attribute->children == NULL || attribute->children->type != XML_TEXT_NODE)
    return NULL;
  return (const char *) attribute->children->content;
}

/**
 * cn_html_tree_has_attribute:
 *
 * Returns: whether it is there, with a value or without one
 */
gboolean
cn_html_tree_has_attribute (const xmlNode *node,
                            const char    *name)
{
  return find_attribute (node, name) != NULL;
}

/**
 * cn_html_tree_has_token:
 *
 * Returns: whether the attribute has that word among its words, in any case
 */
gboolean
cn_html_tree_has_token (const xmlNode *node,
                        const char    *name,
                        const char    *token)
{
  const char *value = cn_html_tree_get_attribute (node, name);
  gsize length = strlen (token);

  while (value != NULL && *value != '\0')
    {
      gsize n = strcspn (value, " \t\r\n\f,");

      if (n == length && g_ascii_strncasecmp (value, token, n) == 0)
        return TRUE;
      value += n;
      value += strspn (value, " \t\r\n\f,");
    }

  return FALSE;
}

/**
 * cn_html_tree_skip:
 *
 * Returns: (nullable): the node behind @node and all that is in it, in document order, %NULL at the end of @root
 */
xmlNode *
cn_html_tree_skip (const xmlNode *node,
                   const xmlNode *root)
{
  while (node != NULL && node != root)
    {
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }

  return NULL;
}

/**
 * cn_html_tree_next:
 *
 * Returns: (nullable): the next node in document order, %NULL at the end of @root
 */
xmlNode *
cn_html_tree_next (const xmlNode *node,
                   const xmlNode *root)
{
  /* The children of an entity reference are the declaration's, not the tree's. */
  if (node->children != NULL && (node->type == XML_ELEMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE ||
                                 node->type == XML_DOCUMENT_NODE))
    return node->children;
  return cn_html_tree_skip (node, root);
}

/**
 * cn_html_tree_dup_folded:
 *
 * Returns: (transfer full): the words of @value, one space between them and none around
 */
char *
cn_html_tree_dup_folded (const char *value)
{
  GString *folded = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00a0)
        {
          blank = folded->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (folded, ' ');
      blank = FALSE;
      g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * cn_html_tree_dup_text:
 * @max_bytes: about how much text is wanted at most
 *
 * Returns: (transfer full): the text in the node, white space folded, without scripts and other things that
 * are not read
 */
char *
cn_html_tree_dup_text (const xmlNode *node,
                       gsize          max_bytes)
{
  GString *text = g_string_new (NULL);
  gboolean blank = FALSE;
  const xmlNode *at = node;

  while (at != NULL && text->len < max_bytes)
    {
      CnHtmlTag tag = cn_html_tree_get_tag (at);

      if (at != node && (tag == CN_HTML_SCRIPT || tag == CN_HTML_SKIP))
        {
          at = cn_html_tree_skip (at, node);
          continue;
        }

      blank = blank || tag == CN_HTML_BR || cn_html_tree_is_block (tag);
      if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) && at->content != NULL)
        for (const char *p = (const char *) at->content; *p != '\0'; p = g_utf8_next_char (p))
          {
            gunichar c = g_utf8_get_char (p);

            if (g_unichar_isspace (c) || c == 0x00a0)
              {
                blank = TRUE;
                continue;
              }
            if (blank && text->len > 0)
              g_string_append_c (text, ' ');
            blank = FALSE;
            g_string_append_unichar (text, c);
          }

      at = cn_html_tree_next (at, node);
    }

  return g_string_free (text, FALSE);
}

/**
 * cn_html_tree_count_letters:
 * @text: a text node
 *
 * Returns: how many of its bytes are neither blanks nor line ends: what it weighs beside others
 */
gsize
cn_html_tree_count_letters (const xmlNode *text)
{
  gsize n = 0;

  for (const char *p = (const char *) text->content; p != NULL && *p != '\0'; p++)
    n += (guchar) *p > ' ';
  return n;
}
