/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article.h"
#include "cn-article-record.h"
#include "cn-network-tree.h"

G_BEGIN_DECLS

CnArticle *cn_article_new      (gint64         id) G_GNUC_WARN_UNUSED_RESULT;
void       cn_article_take_row (CnArticle     *self,
                                CnArticleRow  *row,
                                CnNetworkTree *networks);

G_END_DECLS
