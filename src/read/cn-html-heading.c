/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page's headings: what each one says, and how much running text stands under it.
 *
 * Headings in navigation, asides and footers are not the article's. A date that a page prints inside a heading is not
 * part of what the heading says. One pass over the tree, no recursion. Pure. */

#include "config.h"

#include "cn-html-heading.h"

#include "cn-date-line.h"
#include "cn-html-content.h"
#include "cn-html-furniture.h"
#include "cn-html-metadata.h"
#include "cn-words.h"

#include <string.h>

#define MAX_HEADINGS    40
#define MAX_TITLE_BYTES (4 * CN_HTML_MAX_TITLE_CHARS + 4)
#define MAX_ASIDE_BYTES 80

/* What only looks like a headline is none when it is longer. */
#define MAX_LOOKALIKE_BYTES 200

/* Neighbours and children that are looked at to tell whether an element has a line of its own. */
#define MAX_LOOK_AROUND 16

/* The name of a site is no longer, and stands near the top. */
#define MAX_BANNER_BYTES 80
#define MAX_BANNER_NODES 400

/* A logo is nested no deeper. */
#define MAX_LOGO_CLIMB 6

static void
clear_heading (gpointer data)
{
  CnHtmlHeading *heading = data;

  g_clear_pointer (&heading->text, g_free);
  g_clear_pointer (&heading->folded, g_free);
}

/**
 * cn_html_heading_is_aside:
 * @node: a node inside a heading
 *
 * Returns: whether it is an element that holds nothing but a date: "Headline <small>4 June 2021</small>"
 */
gboolean
cn_html_heading_is_aside (const xmlNode *node)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *text = NULL;
  CnDateLine line;

  g_return_val_if_fail (node != NULL, FALSE);

  if (node->type != XML_ELEMENT_NODE ||
      (strcmp ((const char *) node->name, "small") != 0 && cn_html_tree_get_tag (node) != CN_HTML_TIME &&
       !cn_html_furniture_is_date (node)))
    return FALSE;

  text = cn_html_tree_dup_text (node, MAX_ASIDE_BYTES + 1);
  if (*text == '\0' || strlen (text) > MAX_ASIDE_BYTES)
    return FALSE;

  names = g_ptr_array_new_with_free_func (g_free);
  line = cn_date_line_parse (text, strlen (text), NULL, names);
  return line.kind == CN_DATE_LINE_PLAIN || line.kind == CN_DATE_LINE_PUBLISHED || line.kind == CN_DATE_LINE_UPDATED;
}

static gboolean
is_left_out (const xmlNode *node,
             CnHtmlTag      tag)
{
  return tag == CN_HTML_SCRIPT || tag == CN_HTML_SKIP ||
         (node->type == XML_ELEMENT_NODE && (cn_html_furniture_is_hidden (node) || cn_html_heading_is_aside (node)));
}

/* As much as shows that it is too long for a headline. */
static void
append_some (GString    *text,
             const char *content)
{
  gsize length = strlen (content);
  gsize n = MIN (length, MAX_TITLE_BYTES);

  while (n < length && ((guchar) content[n] & 0xc0) == 0x80)
    n++;
  g_string_append_len (text, content, (gssize) n);
}

static char *
dup_text (const xmlNode *heading)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *node = cn_html_tree_next (heading, heading); node != NULL && text->len < MAX_TITLE_BYTES;)
    {
      CnHtmlTag tag = cn_html_tree_get_tag (node);

      if (is_left_out (node, tag))
        {
          g_string_append_c (text, ' ');
          node = cn_html_tree_skip (node, heading);
          continue;
        }
      if (tag == CN_HTML_BR || cn_html_tree_is_block (tag))
        g_string_append_c (text, ' ');
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
        append_some (text, (const char *) node->content);
      node = cn_html_tree_next (node, heading);
    }

  return cn_html_tree_dup_folded (text->str);
}

/* In a logo, or a link to the first page, or around one. */
static gboolean
is_of_site (const xmlNode *heading)
{
  const xmlNode *ancestor = heading;

  for (guint i = 0; i < MAX_LOGO_CLIMB && ancestor != NULL && ancestor->type == XML_ELEMENT_NODE; i++)
    {
      CnHtmlTag tag = cn_html_tree_get_tag (ancestor);

      if (tag == CN_HTML_BODY || tag == CN_HTML_MAIN || tag == CN_HTML_ARTICLE)
        break;
      if (cn_html_furniture_is_logo (ancestor))
        return TRUE;
      ancestor = ancestor->parent;
    }

  return heading->children != NULL && heading->children->type == XML_ELEMENT_NODE &&
         heading->children->next == NULL && cn_html_furniture_is_logo (heading->children);
}

static gboolean
is_blank_text (const xmlNode *node)
{
  return node->type != XML_TEXT_NODE || node->content == NULL || *node->content == '\0' ||
         strspn ((const char *) node->content, " \t\r\n\f") == strlen ((const char *) node->content);
}

/* Whether nothing else stands on the element's line, on that side. */
static gboolean
is_at_edge (const xmlNode *node,
            gboolean       behind)
{
  for (guint i = 0; i < MAX_LOOK_AROUND; i++)
    {
      const xmlNode *beside = behind ? node->next : node->prev;

      if (beside == NULL)
        {
          node = node->parent;
          if (node == NULL || cn_html_tree_is_block (cn_html_tree_get_tag (node)))
            return TRUE;
          continue;
        }
      if (cn_html_tree_get_tag (beside) == CN_HTML_BR || cn_html_tree_is_block (cn_html_tree_get_tag (beside)))
        return TRUE;
      if (!is_blank_text (beside) || beside->type == XML_ELEMENT_NODE)
        return FALSE;
      node = beside;
    }

  return FALSE;
}

static gboolean
has_block_inside (const xmlNode *node)
{
  guint n = 0;

  for (const xmlNode *at = cn_html_tree_next (node, node); at != NULL && n < MAX_LOOK_AROUND;
       at = cn_html_tree_next (at, node), n++)
    if (cn_html_tree_is_block (cn_html_tree_get_tag (at)) || cn_html_tree_get_tag (at) == CN_HTML_A)
      return TRUE;
  return n >= MAX_LOOK_AROUND;
}

/* What a page that has no proper headings makes of its headline. Returns: its level, 0 for something else */
static guint
get_level (const xmlNode *node,
           CnHtmlTag      tag)
{
  if (tag == CN_HTML_HEADING)
    return cn_html_tree_get_level (node);
  if (node->type != XML_ELEMENT_NODE || node->children == NULL)
    return 0;

  switch ((int) tag) /* most elements are no candidates */
    {
    case CN_HTML_BLOCK:
    case CN_HTML_OTHER:
    case CN_HTML_P:
    case CN_HTML_TD:
      if (node->properties != NULL && cn_html_furniture_is_title (node) && !has_block_inside (node) &&
          is_at_edge (node, TRUE) && is_at_edge (node, FALSE))
        return CN_HTML_LEVEL_NAMED;
      return 0;
    case CN_HTML_STRONG:
      return is_at_edge (node, TRUE) && is_at_edge (node, FALSE) && !has_block_inside (node) ? CN_HTML_LEVEL_BOLD : 0;
    default:
      return 0;
    }
}

static void
add_heading (GArray        *headings,
             const xmlNode *node,
             guint          level,
             gsize          n_text)
{
  CnHtmlHeading heading = { .node = node, .level = level, .above = n_text };

  heading.text = dup_text (node);
  heading.of_site = is_of_site (node);
  heading.folded = cn_words_fold (heading.text, strlen (heading.text));
  if (*heading.folded == '\0' || g_utf8_strlen (heading.text, -1) > CN_HTML_MAX_TITLE_CHARS ||
      (level > 6 && strlen (heading.text) > MAX_LOOKALIKE_BYTES))
    {
      clear_heading (&heading);
      return;
    }
  g_array_append_val (headings, heading);
}

static void
measure_sections (GArray *headings,
                  gsize   n_text)
{
  for (guint i = 0; i < headings->len; i++)
    {
      CnHtmlHeading *heading = &g_array_index (headings, CnHtmlHeading, i);
      gsize end = n_text;

      for (guint j = i + 1; j < headings->len && end == n_text; j++)
        if (g_array_index (headings, CnHtmlHeading, j).level <= heading->level)
          end = g_array_index (headings, CnHtmlHeading, j).above;
      heading->section = end - heading->above;
    }
}

static gboolean
is_elsewhere (const xmlNode *node,
              CnHtmlTag      tag)
{
  return tag == CN_HTML_NAV || tag == CN_HTML_ASIDE || tag == CN_HTML_FOOTER || tag == CN_HTML_SCRIPT ||
         tag == CN_HTML_SKIP || (node->type == XML_ELEMENT_NODE && cn_html_furniture_is_hidden (node));
}

/**
 * cn_html_heading_find_all:
 *
 * Returns: (transfer full) (element-type CnHtmlHeading): the headings that may be the article's, in document order
 */
GArray *
cn_html_heading_find_all (xmlDoc *doc)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (CnHtmlHeading));
  const xmlNode *body = cn_html_content_find_body (doc);
  const xmlNode *behind_link = NULL;
  gboolean in_link = FALSE;
  gsize n_text = 0;

  g_array_set_clear_func (headings, clear_heading);

  for (const xmlNode *node = body; node != NULL && headings->len < MAX_HEADINGS;)
    {
      CnHtmlTag tag = cn_html_tree_get_tag (node);
      gboolean skip = node != body && is_elsewhere (node, tag);
      guint level = skip || (in_link && node != behind_link && tag != CN_HTML_HEADING) ? 0 : get_level (node, tag);

      in_link = in_link && node != behind_link;
      if (level > 0)
        add_heading (headings, node, level, n_text);
      if (level > 0 || skip)
        {
          node = cn_html_tree_skip (node, body);
          continue;
        }

      if (tag == CN_HTML_A && !in_link)
        {
          in_link = TRUE;
          behind_link = cn_html_tree_skip (node, body);
        }
      else if (node->type == XML_TEXT_NODE && !in_link)
        n_text += cn_html_tree_count_letters (node);
      node = cn_html_tree_next (node, body);
    }

  measure_sections (headings, n_text);
  return headings;
}

/* The words of a logo, or of the picture that it is. */
static char *
dup_logo (const xmlNode *logo)
{
  g_autofree char *text = cn_html_tree_dup_text (logo, MAX_BANNER_BYTES + 1);

  for (const xmlNode *node = cn_html_tree_next (logo, logo); node != NULL && *text == '\0';
       node = cn_html_tree_next (node, logo))
    {
      const char *alt = node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "img") == 0 ?
                        cn_html_tree_get_attribute (node, "alt") : NULL;

      if (alt != NULL)
        {
          g_free (text);
          text = cn_html_tree_dup_folded (alt);
        }
    }

  return g_steal_pointer (&text);
}

static gboolean
is_name_of_site (const char *text)
{
  g_autofree char *folded = cn_words_fold (text, strlen (text));

  return *folded != '\0' && strlen (folded) <= MAX_BANNER_BYTES && cn_words_find_furniture (folded) == NULL &&
         g_utf8_validate (text, -1, NULL);
}

/**
 * cn_html_heading_dup_banner:
 *
 * Returns: (transfer full) (nullable): the site's name in the logo above the text, where the logo is no heading
 */
char *
cn_html_heading_dup_banner (xmlDoc *doc)
{
  const xmlNode *body = cn_html_content_find_body (doc);
  guint n = 0;

  for (const xmlNode *node = body; node != NULL && n < MAX_BANNER_NODES; n++)
    {
      CnHtmlTag tag = cn_html_tree_get_tag (node);

      if (tag == CN_HTML_MAIN || tag == CN_HTML_ARTICLE || tag == CN_HTML_HEADING || tag == CN_HTML_P)
        return NULL;
      if (node != body && is_elsewhere (node, tag))
        {
          node = cn_html_tree_skip (node, body);
          continue;
        }
      if (node != body && node->type == XML_ELEMENT_NODE && cn_html_furniture_is_logo (node))
        {
          g_autofree char *text = dup_logo (node);

          if (is_name_of_site (text))
            return g_steal_pointer (&text);
        }
      node = cn_html_tree_next (node, body);
    }

  return NULL;
}
