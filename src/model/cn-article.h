/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"
#include "cn-network.h"

G_BEGIN_DECLS

#define CN_TYPE_ARTICLE (cn_article_get_type ())

/**
 * CnArticle:
 *
 * An article as a timeline row shows it: one object for each article while anybody holds it. Until its page
 * has arrived it is a placeholder (is-loaded is FALSE and everything but the id is empty). Properties: id,
 * is-loaded, title, snippet, is-read, is-starred. The signal "changed" says that something that a row shows
 * has changed. Main thread.
 */
G_DECLARE_FINAL_TYPE (CnArticle, cn_article, CN, ARTICLE, GObject)

gint64       cn_article_get_id             (CnArticle *self);
gboolean     cn_article_is_loaded          (CnArticle *self);
const char  *cn_article_get_title          (CnArticle *self);
const char  *cn_article_get_snippet        (CnArticle *self);
const char  *cn_article_get_language       (CnArticle *self);
CnDate       cn_article_get_published      (CnArticle *self);
CnNetwork   *cn_article_get_publisher      (CnArticle *self);
guint        cn_article_get_n_networks     (CnArticle *self);
CnNetwork   *cn_article_get_network        (CnArticle *self,
                                            guint      index);
gboolean     cn_article_is_read            (CnArticle *self);
gboolean     cn_article_is_starred         (CnArticle *self);

G_END_DECLS
