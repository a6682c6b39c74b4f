/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-html-tree.h"

G_BEGIN_DECLS

/* Below the levels of headings: an element that calls itself a title, and a bold line. */
#define CN_HTML_LEVEL_NAMED 7
#define CN_HTML_LEVEL_BOLD  8

/**
 * CnHtmlHeading:
 * @node: its element
 * @text: what it says, white space folded
 * @folded: @text as cn_words_fold() folds it
 * @level: 1 to 6; %CN_HTML_LEVEL_NAMED or %CN_HTML_LEVEL_BOLD when it only looks like a heading
 * @of_site: whether the page marks it as the site's name
 * @above: bytes of running text above it
 * @section: bytes of running text between it and the next heading of its level or above
 */
typedef struct
{
  const xmlNode *node;
  char          *text;
  char          *folded;
  guint          level;
  gboolean       of_site;
  gsize          above;
  gsize          section;
} CnHtmlHeading;

GArray   *cn_html_heading_find_all  (xmlDoc        *doc) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_html_heading_is_aside  (const xmlNode *node);
char     *cn_html_heading_dup_banner (xmlDoc       *doc) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
