/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-library.h"

G_BEGIN_DECLS

/**
 * CnArticleFilter:
 * @networks: (nullable): ids; an article that is about any of them matches; %NULL or empty is every article
 * @since: articles of that day or later; %CN_DATE_NONE for no bound. A bound leaves undated articles out
 * @until: articles of that day or earlier
 * @limit: how many at most, the newest first; 0 for all
 *
 * A question about articles that is asked once, where a #CnTimeline follows every change.
 */
typedef struct
{
  const char * const *networks;
  CnTimelineShow      show;
  CnDate              since;
  CnDate              until;
  guint               limit;
} CnArticleFilter;

/* → GArray<gint64> */
DexFuture *cn_library_find_articles (CnLibrary             *self,
                                     const CnArticleFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* → GPtrArray<CnArticle> */
DexFuture *cn_library_load_articles (CnLibrary             *self,
                                     const gint64          *ids,
                                     guint                  n_ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
