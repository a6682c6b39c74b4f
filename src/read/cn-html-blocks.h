/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"
#include "cn-html-tree.h"

G_BEGIN_DECLS

/**
 * CnHtmlTime:
 * @stamp: what its `datetime` says
 * @block: the number of the block that it stands in
 * @labelled: whether it is a label of its own and no words of the text
 *
 * A time element in the article.
 */
typedef struct
{
  char     *stamp;
  guint     block;
  gboolean  labelled;
} CnHtmlTime;

/**
 * CnHtmlPage:
 * @root: the element that holds the article
 * @headline: (nullable): the heading with the title's words
 * @base: (nullable): the address that links are relative to
 * @use_hints: whether classes and ids tell furniture apart
 * @title_block: (out): the number of the headline's block, -1 for none
 * @loose_block: (out): from this block to the headline's nothing stands in an element that is furniture
 * @first_block: (out): the number of the article's first block
 * @last_block: (out): the number behind its last
 * @behind_block: (out): from the last to this block nothing stands in an element that is furniture
 * @times: (out) (element-type CnHtmlTime): the time elements of the article
 * @bylines: (out) (element-type utf8): the texts of elements that say that they hold the writer's name
 *
 * What is known of a page before and after its blocks are made.
 */
typedef struct
{
  const xmlNode *root;
  const xmlNode *headline;
  const char    *base;
  gboolean       use_hints;
  int            title_block;
  guint          loose_block;
  guint          first_block;
  guint          last_block;
  guint          behind_block;
  GArray        *times;
  GPtrArray     *bylines;
} CnHtmlPage;

CnDocument *cn_html_blocks_read (xmlDoc     *doc,
                                 CnHtmlPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
