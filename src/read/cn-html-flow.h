/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-builder.h"
#include "cn-html-tree.h"

G_BEGIN_DECLS

/* Deeper lists and emphasis look like this depth. */
#define CN_HTML_MAX_LISTS   16
#define CN_HTML_MAX_INLINES 16

typedef struct
{
  gboolean ordered;
  guint    next; /* the number of the next item of an ordered list */
} CnHtmlList;

typedef struct
{
  CnSpanKind     kind;
  char          *href;
  const xmlNode *node;
} CnHtmlInline;

/**
 * CnHtmlFlow:
 * @builder: gets the blocks
 * @base: (nullable): the address that links are relative to
 * @headline: (nullable): the heading with the title's words
 * @zone: what the blocks that begin from now on are, set by the walk
 * @title_block: the number of the headline's block, -1 as long as there is none
 *
 * Where a walk through a page is, as far as it matters to its text. The fields behind @title_block are cn-html-flow.c's
 * own.
 */
typedef struct
{
  CnBuilder     *builder;
  const char    *base;
  const xmlNode *headline;
  CnFurniture    zone;
  int            title_block;

  CnHtmlList     lists[CN_HTML_MAX_LISTS];
  guint          n_lists;        /* may be more than there is room for */
  CnHtmlInline   inlines[CN_HTML_MAX_INLINES];
  guint          n_inlines;

  guint          n_groups;
  guint          list_group;
  guint          quote_group;
  guint          n_quotes;
  guint          n_pres;
  guint          heading;        /* level of the heading that the walk is in, 0 for none */
  gboolean       in_headline;
  const xmlNode *aside;          /* the date in a heading that the walk is in */
  guint          aside_level;    /* of that heading */
  guint          item_level;     /* of the item that the next text begins, 0 for none */
  guint          item_ordinal;
  gboolean       in_item;        /* whether the open block is a list item */
  const xmlNode *table;          /* the data table that the walk is in */
  guint          table_group;
  gboolean       in_row;
  gboolean       in_cell;
} CnHtmlFlow;

void cn_html_flow_append_text (CnHtmlFlow    *self,
                               const xmlNode *node);
void cn_html_flow_enter       (CnHtmlFlow    *self,
                               const xmlNode *node,
                               CnHtmlTag      tag);
void cn_html_flow_leave       (CnHtmlFlow    *self,
                               const xmlNode *node,
                               CnHtmlTag      tag);
void cn_html_flow_close_block (CnHtmlFlow    *self);
void cn_html_flow_clear       (CnHtmlFlow    *self);

G_END_DECLS
