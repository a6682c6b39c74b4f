/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-draft.h"
#include "cn-article-record.h"
#include "cn-connection.h"

G_BEGIN_DECLS

gboolean cn_membership_table_add           (CnConnection          *connection,
                                            gint64                 article_id,
                                            const CnArticleDraft  *draft,
                                            GError               **error);
gboolean cn_membership_table_clear         (CnConnection          *connection,
                                            gint64                 article_id,
                                            GError               **error);
gboolean cn_membership_table_replace       (CnConnection          *connection,
                                            gint64                 article_id,
                                            const CnArticleDraft  *draft,
                                            GError               **error);
gboolean cn_membership_table_set_publisher (CnConnection          *connection,
                                            gint64                 article_id,
                                            const char            *key,
                                            gboolean              *changed,
                                            GError               **error);
gboolean cn_membership_table_load          (CnConnection          *connection,
                                            CnArticleRow          *row,
                                            GError               **error);

G_END_DECLS
