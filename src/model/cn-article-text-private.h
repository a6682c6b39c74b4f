/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-record.h"
#include "cn-article-text.h"

G_BEGIN_DECLS

CnDocument    *cn_article_record_dup_document (const CnArticleRecord *record) G_GNUC_WARN_UNUSED_RESULT;
CnArticleText *cn_article_text_new            (CnArticle             *article,
                                               CnArticleRecord       *record,
                                               CnDocument            *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
