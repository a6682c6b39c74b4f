/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article.h"
#include "cn-document.h"

G_BEGIN_DECLS

#define CN_TYPE_ARTICLE_TEXT (cn_article_text_get_type ())

/**
 * CnArticleText:
 *
 * A whole article as its page shows it, in its newest version: the document with its blocks, and what the
 * store knows about where it came from. Immutable. Main thread.
 */
G_DECLARE_FINAL_TYPE (CnArticleText, cn_article_text, CN, ARTICLE_TEXT, GObject)

CnArticle         *cn_article_text_get_article     (CnArticleText *self);
const CnDocument  *cn_article_text_get_document    (CnArticleText *self);
const char        *cn_article_text_get_url         (CnArticleText *self);
const char * const *cn_article_text_get_authors    (CnArticleText *self);
CnDate             cn_article_text_get_updated     (CnArticleText *self);
int                cn_article_text_get_version     (CnArticleText *self);
gint64             cn_article_text_get_fetched_at  (CnArticleText *self);
guint              cn_article_text_get_n_origins   (CnArticleText *self);
const char        *cn_article_text_get_origin      (CnArticleText *self,
                                                    guint          index,
                                                    gint64        *seen_at);

G_END_DECLS
