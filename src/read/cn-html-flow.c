/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What elements mean for the text that flows through them: where blocks begin and end, of what kind they are, which
 * words are emphasised or linked.
 *
 * Links keep absolute http, https and mailto addresses only. Pure; its state is of fixed size; which part of a page is
 * furniture is the walk's business, which sets the zone. */

#include "config.h"

#include "cn-html-flow.h"

#include "cn-address.h"
#include "cn-html-heading.h"

#include <string.h>

static void
close_block (CnHtmlFlow *self)
{
  cn_builder_close_block (self->builder);
  self->in_item = FALSE;
  self->in_row = FALSE;
  self->in_cell = FALSE;
}

/* Emphasis and links that began before this block go on in it. */
static void
reopen_inlines (CnHtmlFlow *self)
{
  for (guint i = 0; i < MIN (self->n_inlines, CN_HTML_MAX_INLINES); i++)
    cn_builder_open_span (self->builder, self->inlines[i].kind, self->inlines[i].href);
}

static void
open_block (CnHtmlFlow  *self,
            CnBlockKind  kind,
            guint        line_feeds,
            guint        level,
            guint        group)
{
  close_block (self);
  cn_builder_open_block (self->builder, kind, self->zone, line_feeds);
  cn_builder_set_level (self->builder, level);
  cn_builder_set_group (self->builder, group);
  reopen_inlines (self);
}

static void
open_item (CnHtmlFlow *self)
{
  open_block (self, CN_BLOCK_LIST_ITEM, 1, self->item_level, self->list_group);
  cn_builder_set_ordinal (self->builder, self->item_ordinal);
  self->item_level = 0;
  self->in_item = TRUE;
}

/* The block into which text at this place belongs. */
static void
ensure_block (CnHtmlFlow *self)
{
  if (cn_builder_has_open_block (self->builder))
    return;

  if (self->heading > 0)
    open_block (self, CN_BLOCK_HEADING, 2, self->heading, 0);
  else if (self->item_level > 0)
    open_item (self);
  else if (self->n_pres > 0)
    open_block (self, CN_BLOCK_PREFORMATTED, 2, 0, 0);
  else if (self->n_quotes > 0)
    open_block (self, CN_BLOCK_QUOTATION, 2, 0, self->quote_group);
  else
    open_block (self, CN_BLOCK_PARAGRAPH, 2, 0, 0);
}

/* What the edge of a block element means where the walk is. */
static void
cross_edge (CnHtmlFlow *self)
{
  if (!cn_builder_has_open_block (self->builder))
    return;

  if (self->in_row || self->heading > 0)
    cn_builder_append_folded (self->builder, " ", 1);
  else if (self->in_item)
    cn_builder_end_line (self->builder);
  else
    close_block (self);
}

/**
 * cn_html_flow_append_text:
 * @node: a text node
 */
void
cn_html_flow_append_text (CnHtmlFlow    *self,
                          const xmlNode *node)
{
  const char *text = (const char *) node->content;
  gsize length;

  if (text == NULL)
    return;

  length = strlen (text);
  if (!cn_builder_has_open_block (self->builder))
    {
      if (strspn (text, " \t\r\n\f") == length)
        return;
      /* Text between the rows or cells of a table belongs nowhere; the parser moves it out of good pages' tables. */
      ensure_block (self);
    }
  else if (self->in_row && !self->in_cell)
    return;

  if (self->n_pres > 0 && !self->in_row)
    cn_builder_append (self->builder, text, length);
  else
    cn_builder_append_folded (self->builder, text, length);
}

static void
enter_inline (CnHtmlFlow    *self,
              const xmlNode *node,
              CnSpanKind     kind,
              char          *href)
{
  if (self->n_inlines < CN_HTML_MAX_INLINES)
    {
      self->inlines[self->n_inlines] = (CnHtmlInline) { kind, href, node };
      self->n_inlines++;
      if (cn_builder_has_open_block (self->builder))
        cn_builder_open_span (self->builder, kind, href);
    }
  else
    g_free (href);
}

static void
leave_inline (CnHtmlFlow    *self,
              const xmlNode *node)
{
  CnHtmlInline *last = self->n_inlines > 0 ? &self->inlines[self->n_inlines - 1] : NULL;

  if (last == NULL || last->node != node)
    return;

  cn_builder_close_span (self->builder, last->kind);
  g_clear_pointer (&last->href, g_free);
  self->n_inlines--;
}

static void
enter_link (CnHtmlFlow    *self,
            const xmlNode *node)
{
  const char *reference = cn_html_tree_get_attribute (node, "href");
  char *href = reference != NULL ? cn_address_resolve (reference, self->base) : NULL;

  if (href != NULL)
    enter_inline (self, node, CN_SPAN_LINK, href);
}

static void
enter_list (CnHtmlFlow    *self,
            const xmlNode *node,
            gboolean       ordered)
{
  const char *start = cn_html_tree_get_attribute (node, "start");
  guint64 first = 1;

  close_block (self);
  if (self->n_lists == 0)
    self->list_group = ++self->n_groups;
  if (start != NULL && !g_ascii_string_to_unsigned (start, 10, 1, 1000000, &first, NULL))
    first = 1;
  if (self->n_lists < CN_HTML_MAX_LISTS)
    self->lists[self->n_lists] = (CnHtmlList) { ordered, (guint) first };
  self->n_lists++;
}

static void
leave_list (CnHtmlFlow *self)
{
  close_block (self);
  self->item_level = 0;
  if (self->n_lists > 0)
    self->n_lists--;
}

/* Items that hold headings are cards, not items. */
static gboolean
is_card (const xmlNode *item)
{
  guint n = 0;

  for (const xmlNode *node = item; node != NULL && n < 40; node = cn_html_tree_next (node, item), n++)
    if (cn_html_tree_get_tag (node) == CN_HTML_HEADING)
      return TRUE;
  return FALSE;
}

static void
enter_item (CnHtmlFlow    *self,
            const xmlNode *node)
{
  CnHtmlList *list = self->n_lists > 0 && self->n_lists <= CN_HTML_MAX_LISTS ? &self->lists[self->n_lists - 1] : NULL;

  close_block (self);
  if (is_card (node))
    return;
  if (self->n_lists == 0)
    self->list_group = ++self->n_groups;
  self->item_level = CLAMP (self->n_lists, 1, CN_HTML_MAX_LISTS);
  self->item_ordinal = list != NULL && list->ordered ? list->next++ : 0;
}

/* A table of data has rows of several short cells and nothing that only a layout puts into cells. The look
 * ahead ends at the first thing that decides, so nested tables cost nothing. */
static gboolean
is_data_table (const xmlNode *table)
{
  guint n_rows = 0;
  guint n_cells = 0;
  guint n_headers = 0;
  guint n_nodes = 0;

  if (cn_html_tree_has_token (table, "role", "presentation") || cn_html_tree_has_token (table, "role", "none"))
    return FALSE;

  for (const xmlNode *node = cn_html_tree_next (table, table); node != NULL && n_nodes < 5000;
       node = cn_html_tree_next (node, table), n_nodes++)
    switch ((int) cn_html_tree_get_tag (node))
      {
      case CN_HTML_TABLE:
      case CN_HTML_HEADING:
      case CN_HTML_ARTICLE:
      case CN_HTML_NAV:
      case CN_HTML_FOOTER:
      case CN_HTML_BLOCKQUOTE:
        return FALSE;
      case CN_HTML_TR:
        n_rows++;
        break;
      case CN_HTML_TH:
        n_headers++;
        n_cells++;
        break;
      case CN_HTML_TD:
        n_cells++;
        break;
      default:
        break;
      }

  return n_headers > 0 || (n_rows >= 2 && n_cells >= n_rows * 2);
}

static gboolean
is_header_row (const xmlNode *row)
{
  gboolean found = FALSE;

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      if (cn_html_tree_get_tag (cell) == CN_HTML_TD)
        return FALSE;
      found = found || cn_html_tree_get_tag (cell) == CN_HTML_TH;
    }

  return found;
}

static void
enter_cell (CnHtmlFlow *self)
{
  if (!self->in_row)
    {
      cross_edge (self);
      return;
    }

  if (self->in_cell)
    cn_builder_next_cell (self->builder);
  cn_builder_open_span (self->builder, CN_SPAN_CELL, NULL);
  self->in_cell = TRUE;
}

static void
enter_row (CnHtmlFlow    *self,
           const xmlNode *node)
{
  close_block (self);
  if (self->table == NULL)
    return;
  open_block (self, CN_BLOCK_TABLE_ROW, 1, is_header_row (node) ? 1 : 0, self->table_group);
  self->in_row = TRUE;
}

static void
enter_heading (CnHtmlFlow    *self,
               const xmlNode *node)
{
  if (self->in_row)
    return;
  close_block (self);
  self->item_level = 0;
  self->heading = MAX (cn_html_tree_get_level (node), 1);
  self->in_headline = node == self->headline;
}

/* Of what stands in the headline the first words are the title, a date before them is not. */
static void
close_heading (CnHtmlFlow *self)
{
  if (cn_builder_close_block (self->builder) && self->in_headline && self->title_block < 0)
    self->title_block = (int) cn_builder_get_n_blocks (self->builder) - 1;
}

static void
leave_heading (CnHtmlFlow *self)
{
  if (self->in_row || self->heading == 0)
    return;
  close_heading (self);
  self->in_headline = FALSE;
  self->heading = 0;
}

/* A date in a heading is a paragraph of its own. */
static void
enter_aside (CnHtmlFlow    *self,
             const xmlNode *node)
{
  if (self->heading == 0 || self->aside != NULL || self->in_row || !cn_html_heading_is_aside (node))
    return;
  close_heading (self);
  self->aside = node;
  self->aside_level = self->heading;
  self->heading = 0;
}

static void
leave_aside (CnHtmlFlow    *self,
             const xmlNode *node)
{
  if (self->aside != node)
    return;
  close_block (self);
  self->heading = self->aside_level;
  self->aside = NULL;
}

static void
enter_quotation (CnHtmlFlow *self)
{
  cross_edge (self);
  if (self->n_quotes++ == 0)
    self->quote_group = ++self->n_groups;
}

static void
enter_table (CnHtmlFlow    *self,
             const xmlNode *node)
{
  close_block (self);
  if (self->table != NULL || !is_data_table (node))
    return;
  self->table = node;
  self->table_group = ++self->n_groups;
}

static void
break_line (CnHtmlFlow *self)
{
  if (!cn_builder_has_open_block (self->builder))
    return;

  if (self->in_row || self->heading > 0)
    cn_builder_append_folded (self->builder, " ", 1);
  else
    cn_builder_break_line (self->builder);
}

/**
 * cn_html_flow_enter:
 * @tag: of @node
 *
 * The walk begins with the children of @node.
 */
void
cn_html_flow_enter (CnHtmlFlow    *self,
                    const xmlNode *node,
                    CnHtmlTag      tag)
{
  if (node == self->headline && tag != CN_HTML_HEADING)
    enter_heading (self, node);
  enter_aside (self, node);

  switch ((int) tag) /* most elements mean nothing here */
    {
    case CN_HTML_A:
      enter_link (self, node);
      break;
    case CN_HTML_EM:
      enter_inline (self, node, CN_SPAN_EMPHASIS, NULL);
      break;
    case CN_HTML_STRONG:
      enter_inline (self, node, CN_SPAN_STRONG, NULL);
      break;
    case CN_HTML_BR:
      break_line (self);
      break;
    case CN_HTML_UL:
    case CN_HTML_OL:
      if (!self->in_row)
        enter_list (self, node, tag == CN_HTML_OL);
      break;
    case CN_HTML_LI:
      if (self->in_row)
        cross_edge (self);
      else
        enter_item (self, node);
      break;
    case CN_HTML_BLOCKQUOTE:
      enter_quotation (self);
      break;
    case CN_HTML_PRE:
      if (!self->in_row)
        close_block (self);
      self->n_pres++;
      break;
    case CN_HTML_TABLE:
      enter_table (self, node);
      break;
    case CN_HTML_TR:
      enter_row (self, node);
      break;
    case CN_HTML_TD:
    case CN_HTML_TH:
      enter_cell (self);
      break;
    case CN_HTML_HEADING:
      enter_heading (self, node);
      break;
    default:
      if (cn_html_tree_is_block (tag))
        cross_edge (self);
      break;
    }
}

/**
 * cn_html_flow_leave:
 * @tag: of @node
 *
 * The walk is done with the children of @node.
 */
void
cn_html_flow_leave (CnHtmlFlow    *self,
                    const xmlNode *node,
                    CnHtmlTag      tag)
{
  switch ((int) tag) /* most elements mean nothing here */
    {
    case CN_HTML_A:
    case CN_HTML_EM:
    case CN_HTML_STRONG:
      leave_inline (self, node);
      break;
    case CN_HTML_UL:
    case CN_HTML_OL:
      if (!self->in_row)
        leave_list (self);
      break;
    case CN_HTML_LI:
      if (!self->in_row)
        {
          close_block (self);
          self->item_level = 0;
        }
      break;
    case CN_HTML_BLOCKQUOTE:
      cross_edge (self);
      self->n_quotes--;
      break;
    case CN_HTML_PRE:
      if (!self->in_row)
        close_block (self);
      self->n_pres--;
      break;
    case CN_HTML_TABLE:
      close_block (self);
      if (self->table == node)
        self->table = NULL;
      break;
    case CN_HTML_TR:
      close_block (self);
      break;
    case CN_HTML_TD:
    case CN_HTML_TH:
      if (self->in_row)
        cn_builder_close_span (self->builder, CN_SPAN_CELL);
      else
        cross_edge (self);
      break;
    case CN_HTML_HEADING:
      leave_heading (self);
      break;
    default:
      if (cn_html_tree_is_block (tag))
        cross_edge (self);
      break;
    }

  leave_aside (self, node);
  if (node == self->headline && tag != CN_HTML_HEADING)
    leave_heading (self);
}

/**
 * cn_html_flow_close_block:
 *
 * Whatever text follows begins a new block.
 */
void
cn_html_flow_close_block (CnHtmlFlow *self)
{
  close_block (self);
}

/**
 * cn_html_flow_clear:
 * @self: the memory is the caller's, what it holds is freed
 */
void
cn_html_flow_clear (CnHtmlFlow *self)
{
  for (guint i = 0; i < self->n_inlines; i++)
    g_clear_pointer (&self->inlines[i].href, g_free);
  self->n_inlines = 0;
}
