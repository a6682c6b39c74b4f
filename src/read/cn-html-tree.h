/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * CnHtmlTag:
 *
 * The elements that mean something to the reader; all others are %CN_HTML_OTHER.
 */
typedef enum
{
  CN_HTML_OTHER,
  CN_HTML_A,
  CN_HTML_ARTICLE,
  CN_HTML_ASIDE,
  CN_HTML_BLOCK,      /* div, section, address and their like: a boundary of blocks and no more */
  CN_HTML_BLOCKQUOTE,
  CN_HTML_BODY,
  CN_HTML_BR,
  CN_HTML_CAPTION,
  CN_HTML_DD,
  CN_HTML_DT,
  CN_HTML_EM,
  CN_HTML_FIGCAPTION,
  CN_HTML_FOOTER,
  CN_HTML_HEADER,
  CN_HTML_HEADING,
  CN_HTML_HR,
  CN_HTML_LI,
  CN_HTML_LINK,
  CN_HTML_MAIN,
  CN_HTML_META,
  CN_HTML_NAV,
  CN_HTML_OL,
  CN_HTML_P,
  CN_HTML_PRE,
  CN_HTML_SCRIPT,
  CN_HTML_SKIP,       /* never read: style, template, form controls, embedded things */
  CN_HTML_STRONG,
  CN_HTML_TABLE,
  CN_HTML_TD,
  CN_HTML_TH,
  CN_HTML_TIME,
  CN_HTML_TITLE,
  CN_HTML_TR,
  CN_HTML_UL,
} CnHtmlTag;

xmlDoc     *cn_html_tree_parse          (const char    *html,
                                         gsize          length,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

CnHtmlTag   cn_html_tree_get_tag        (const xmlNode *node);
guint       cn_html_tree_get_level      (const xmlNode *node);
gboolean    cn_html_tree_is_block       (CnHtmlTag      tag);

const char *cn_html_tree_get_attribute  (const xmlNode *node,
                                         const char    *name);
gboolean    cn_html_tree_has_attribute  (const xmlNode *node,
                                         const char    *name);
gboolean    cn_html_tree_has_token      (const xmlNode *node,
                                         const char    *name,
                                         const char    *token);

xmlNode    *cn_html_tree_next           (const xmlNode *node,
                                         const xmlNode *root);
xmlNode    *cn_html_tree_skip           (const xmlNode *node,
                                         const xmlNode *root);
char       *cn_html_tree_dup_folded     (const char    *value) G_GNUC_WARN_UNUSED_RESULT;
char       *cn_html_tree_dup_text       (const xmlNode *node,
                                         gsize          max_bytes) G_GNUC_WARN_UNUSED_RESULT;
gsize       cn_html_tree_count_letters  (const xmlNode *text);

G_END_DECLS
