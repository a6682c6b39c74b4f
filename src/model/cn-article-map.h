/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-private.h"

G_BEGIN_DECLS

/* The identity map of articles: one object for each id that somebody holds. Private to the model; main thread. */
typedef struct _CnArticleMap CnArticleMap;

CnArticleMap *cn_article_map_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void          cn_article_map_free     (CnArticleMap *self);
CnArticle    *cn_article_map_ensure   (CnArticleMap *self,
                                       gint64        id) G_GNUC_WARN_UNUSED_RESULT;
CnArticle    *cn_article_map_lookup   (CnArticleMap *self,
                                       gint64        id);
guint         cn_article_map_get_size (CnArticleMap *self);
GArray       *cn_article_map_dup_ids  (CnArticleMap *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnArticleMap, cn_article_map_free)

G_END_DECLS
