/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"
#include "cn-html-tree.h"

G_BEGIN_DECLS

/* As of plain texts: what is longer is a paragraph, and no headline whatever its element says. */
#define CN_HTML_MAX_TITLE_CHARS 300

/**
 * CnHtmlMetadata:
 * @base: (nullable): the address that the page's links are relative to
 * @url: (nullable): the page's canonical address
 * @title: (nullable): what the page wants to be called where it is shared
 * @document_title: (nullable): the title element
 * @locale: (nullable): the first language that it names with a region, "en-GB"
 * @authors: (element-type utf8): persons
 * @created_only: whether @published is when the page was made, not when it was put online
 *
 * What a page says about itself outside its text.
 */
typedef struct
{
  char      *base;
  char      *url;
  char      *title;
  char      *document_title;
  char      *site_name;
  char      *language;
  char      *locale;
  char      *summary;
  GPtrArray *authors;
  CnDate     published;
  CnDate     updated;
  gboolean   created_only;
} CnHtmlMetadata;

void     cn_html_metadata_read        (xmlDoc         *doc,
                                       const char     *base_url,
                                       CnHtmlMetadata *metadata);
void     cn_html_metadata_clear       (CnHtmlMetadata *metadata);

CnDate   cn_html_metadata_parse_stamp (const char     *stamp,
                                       const char     *language);
void     cn_html_metadata_add_authors (CnHtmlMetadata *metadata,
                                       const char     *names);

void     cn_html_json_ld_read         (GPtrArray      *scripts,
                                       CnHtmlMetadata *metadata);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CnHtmlMetadata, cn_html_metadata_clear)

G_END_DECLS
