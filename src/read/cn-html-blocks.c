/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks a page's tree once, in document order, and says which part of it is the article's and which is furniture.
 *
 * Everything that can be read is kept; what lies outside the article, or in an element that says it is
 * furniture, is fenced off as such. What the elements mean for the text is cn-html-flow.c's business. The walk does
 * not recurse and its state is of fixed size. Pure. */

#include "config.h"

#include "cn-html-blocks.h"

#include "cn-builder.h"
#include "cn-date-line.h"
#include "cn-html-content.h"
#include "cn-html-flow.h"
#include "cn-html-furniture.h"

#include <string.h>

/* Elements that may hold the writer's name, and how long one may be. */
#define MAX_BYLINES      8
#define MAX_BYLINE_BYTES 100

typedef struct
{
  CnHtmlPage    *page;
  CnHtmlFlow     flow;
  CnFurniture    furniture;      /* of where the walk is */
  const xmlNode *furniture_node; /* whose end ends it */
  gboolean       in_root;
  gboolean       in_headline;
  gboolean       seen_headline;
  gboolean       behind_root;
} Walk;

static CnFurniture
get_zone (Walk *self)
{
  if (self->furniture != CN_FURNITURE_NONE)
    return self->furniture;
  if (self->in_root || self->in_headline || (self->seen_headline && !self->behind_root))
    return CN_FURNITURE_NONE;
  return self->behind_root ? CN_FURNITURE_RELATED_LINKS : CN_FURNITURE_NAVIGATION;
}

static gboolean
is_of_event_or_change (const xmlNode *node)
{
  return cn_html_tree_has_token (node, "itemprop", "startDate") ||
         cn_html_tree_has_token (node, "itemprop", "endDate") ||
         cn_html_tree_has_token (node, "itemprop", "dateModified") || cn_html_tree_has_token (node, "class", "updated");
}

/* A label that is read aloud only: "Published on 4 June 2021". */
static gboolean
is_date_label (const char *label)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  return cn_date_line_parse (label, strlen (label), NULL, names).kind == CN_DATE_LINE_PUBLISHED;
}

/* Returns: (nullable): the machine's date of a time element, of RDFa, of a microformat, of a label that is read
 * aloud */
static const char *
get_stamp (const xmlNode *node,
           CnHtmlTag      tag)
{
  static const char *const properties[] = {
    "dc:created", "dcterms:created", "dc:issued", "dcterms:issued", "datePublished", "schema:datePublished",
  };
  const char *label;

  if (tag == CN_HTML_TIME)
    {
      const char *stamp = cn_html_tree_get_attribute (node, "datetime");

      return stamp != NULL ? stamp : cn_html_tree_get_attribute (node, "content");
    }
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (cn_html_tree_has_token (node, "property", properties[i]))
      return cn_html_tree_get_attribute (node, "content");
  if (cn_html_tree_has_token (node, "class", "published") || cn_html_tree_has_token (node, "class", "dt-published"))
    return cn_html_tree_get_attribute (node, "title");

  label = cn_html_tree_get_attribute (node, "aria-label");
  return label != NULL && is_date_label (label) ? label : NULL;
}

/* "Posted at 20:15" below the article's last words, before anything that is furniture. */
static gboolean
is_directly_behind (Walk *self)
{
  return self->behind_root && self->furniture == CN_FURNITURE_NONE && self->page->behind_block == 0 &&
         cn_builder_get_n_blocks (self->flow.builder) <= self->page->last_block + 2;
}

static void
note_time (Walk          *self,
           const xmlNode *node,
           CnHtmlTag      tag)
{
  const char *stamp = node->properties != NULL ? get_stamp (node, tag) : NULL;
  gboolean marked = tag != CN_HTML_TIME;
  CnHtmlTime time;

  if (stamp == NULL || is_of_event_or_change (node) ||
      (self->flow.zone != CN_FURNITURE_NONE && !(marked && is_directly_behind (self))))
    return;

  time.stamp = g_strdup (stamp);
  time.block = cn_builder_get_n_blocks (self->flow.builder);
  time.labelled = marked;
  g_array_append_val (self->page->times, time);
}

/* The elements around the article and around the headline are never furniture, whatever their classes say. */
static void
mark_ancestors (const xmlNode *node,
                gboolean       mark)
{
  for (; node != NULL; node = node->parent)
    if (node->type == XML_ELEMENT_NODE)
      ((xmlNode *) node)->_private = mark ? (void *) node : NULL;
}

static gboolean
is_read (const xmlNode *node,
         CnHtmlTag      tag)
{
  return tag != CN_HTML_SKIP && tag != CN_HTML_SCRIPT && tag != CN_HTML_META && tag != CN_HTML_LINK &&
         tag != CN_HTML_TITLE &&
         !cn_html_furniture_is_hidden (node);
}

static void
update_zone (Walk *self)
{
  self->flow.zone = get_zone (self);
}

static void
begin_furniture (Walk          *self,
                 const xmlNode *node)
{
  self->furniture = cn_html_furniture_of (node, self->page->use_hints);
  if (self->furniture == CN_FURNITURE_NONE)
    return;
  self->furniture_node = node;
  if (!self->flow.in_row)
    cn_html_flow_close_block (&self->flow);
  if (self->behind_root && self->page->behind_block == 0)
    self->page->behind_block = cn_builder_get_n_blocks (self->flow.builder);
}

static void
enter_zone (Walk          *self,
            const xmlNode *node)
{
  if (node == self->page->root)
    {
      cn_html_flow_close_block (&self->flow);
      self->in_root = TRUE;
      self->page->first_block = cn_builder_get_n_blocks (self->flow.builder);
    }
  if (node == self->page->headline)
    self->in_headline = TRUE;
  if (self->furniture == CN_FURNITURE_NONE && node->_private == NULL)
    begin_furniture (self, node);
  update_zone (self);
}

static void
leave_zone (Walk          *self,
            const xmlNode *node)
{
  if (node == self->furniture_node)
    {
      if (!self->flow.in_row)
        cn_html_flow_close_block (&self->flow);
      self->furniture = CN_FURNITURE_NONE;
      self->furniture_node = NULL;
      if (!self->seen_headline)
        self->page->loose_block = cn_builder_get_n_blocks (self->flow.builder);
    }
  if (node == self->page->headline)
    {
      self->in_headline = FALSE;
      self->seen_headline = TRUE;
    }
  if (node == self->page->root)
    {
      cn_html_flow_close_block (&self->flow);
      self->in_root = FALSE;
      self->behind_root = TRUE;
      self->page->last_block = cn_builder_get_n_blocks (self->flow.builder);
    }
  update_zone (self);
}

static void
leave_element (Walk          *self,
               const xmlNode *node)
{
  cn_html_flow_leave (&self->flow, node, cn_html_tree_get_tag (node));
  leave_zone (self, node);
}

static void
note_byline (Walk          *self,
             const xmlNode *node)
{
  if (node->properties != NULL && self->page->bylines->len < MAX_BYLINES && node->_private == NULL &&
      self->flow.zone == CN_FURNITURE_NONE && cn_html_furniture_is_byline (node))
    g_ptr_array_add (self->page->bylines, cn_html_tree_dup_text (node, MAX_BYLINE_BYTES));
}

/* Returns: whether the walk goes on with the children of the node */
static gboolean
visit (Walk          *self,
       const xmlNode *node)
{
  CnHtmlTag tag;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      cn_html_flow_append_text (&self->flow, node);
      return FALSE;
    }
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;

  tag = cn_html_tree_get_tag (node);
  if (!is_read (node, tag))
    return FALSE;

  enter_zone (self, node);
  cn_html_flow_enter (&self->flow, node, tag);
  note_time (self, node, tag);
  note_byline (self, node);

  if (node->children == NULL)
    leave_element (self, node);
  return node->children != NULL;
}

static void
walk (Walk          *self,
      const xmlNode *body)
{
  const xmlNode *node = body;

  while (TRUE)
    {
      if (visit (self, node))
        {
          node = node->children;
          continue;
        }

      while (node != body && node->next == NULL)
        {
          node = node->parent;
          leave_element (self, node);
        }
      if (node == body)
        return;
      node = node->next;
    }
}

static void
clear_time (CnHtmlTime *time)
{
  g_clear_pointer (&time->stamp, g_free);
}

/**
 * cn_html_blocks_read:
 * @page: what is known of the page; its out fields are set, and its two arrays are the caller's
 *
 * Returns: (transfer full): a document of the page's text and blocks, its other fields still unset
 */
CnDocument *
cn_html_blocks_read (xmlDoc     *doc,
                     CnHtmlPage *page)
{
  g_autoptr (CnBuilder) builder = cn_builder_new ();
  Walk self = { .page = page };
  const xmlNode *body = cn_html_content_find_body (doc);

  self.flow = (CnHtmlFlow) { .builder = builder, .base = page->base, .headline = page->headline, .title_block = -1 };
  update_zone (&self);
  page->loose_block = page->first_block = page->last_block = page->behind_block = 0;
  page->times = g_array_new (FALSE, FALSE, sizeof (CnHtmlTime));
  g_array_set_clear_func (page->times, (GDestroyNotify) clear_time);
  page->bylines = g_ptr_array_new_with_free_func (g_free);

  if (body != NULL)
    {
      mark_ancestors (page->root, TRUE);
      mark_ancestors (page->headline, TRUE);
      walk (&self, body);
      cn_html_flow_close_block (&self.flow);
      mark_ancestors (page->root, FALSE);
      mark_ancestors (page->headline, FALSE);
    }

  page->title_block = self.flow.title_block;
  if (page->behind_block == 0)
    page->behind_block = cn_builder_get_n_blocks (builder);
  cn_html_flow_clear (&self.flow);
  return cn_builder_finish (builder);
}
