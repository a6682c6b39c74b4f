/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-draft.h"
#include "cn-article-record.h"
#include "cn-connection.h"

G_BEGIN_DECLS

typedef enum
{
  CN_MARK_READ,
  CN_MARK_STARRED,
} CnMark;

gboolean      cn_article_table_insert       (CnConnection          *connection,
                                             const CnArticleDraft  *draft,
                                             gint64                *id,
                                             GError               **error);
gboolean      cn_article_table_update       (CnConnection          *connection,
                                             gint64                 id,
                                             gint64                 version,
                                             const CnArticleDraft  *draft,
                                             GError               **error);
gboolean      cn_article_table_show         (CnConnection          *connection,
                                             gint64                 id,
                                             gboolean              *was_hidden,
                                             GError               **error);
gboolean      cn_article_table_hide_import  (CnConnection          *connection,
                                             gint64                 import_id,
                                             GArray                *ids,
                                             GError               **error);
gboolean      cn_article_table_show_import  (CnConnection          *connection,
                                             gint64                 import_id,
                                             GArray                *ids,
                                             GError               **error);
gboolean      cn_article_table_set_mark     (CnConnection          *connection,
                                             gint64                 id,
                                             CnMark                 mark,
                                             gboolean               is_set,
                                             gboolean              *changed,
                                             GError               **error);

CnArticleRow *cn_article_table_load_row     (CnConnection          *connection,
                                             gint64                 id,
                                             GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      cn_article_table_load_details (CnConnection          *connection,
                                             CnArticleRecord       *record,
                                             GError               **error);

G_END_DECLS
