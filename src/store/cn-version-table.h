/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-draft.h"
#include "cn-article-record.h"
#include "cn-connection.h"

G_BEGIN_DECLS

gboolean cn_version_table_find (CnConnection          *connection,
                                GBytes                *text_hash,
                                gint64                *article_id,
                                gint64                *number,
                                GError               **error);
gboolean cn_version_table_add  (CnConnection          *connection,
                                gint64                 article_id,
                                gint64                 import_id,
                                const CnArticleDraft  *draft,
                                gint64                *number,
                                GError               **error);
gboolean cn_version_table_load (CnConnection          *connection,
                                CnArticleRecord       *record,
                                GError               **error);

G_END_DECLS
