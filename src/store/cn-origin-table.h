/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-draft.h"
#include "cn-article-record.h"
#include "cn-connection.h"

G_BEGIN_DECLS

typedef enum
{
  CN_ORIGIN_NEW,
  CN_ORIGIN_STANDING, /* an import that stands vouches for it */
  CN_ORIGIN_UNDONE,   /* the import that brought it was undone */
} CnOriginState;

gboolean cn_origin_table_find_url (CnConnection          *connection,
                                   const char            *url,
                                   gint64                *article_id,
                                   GError               **error);
gboolean cn_origin_table_find     (CnConnection          *connection,
                                   gint64                 article_id,
                                   gint64                 version,
                                   const CnArticleDraft  *draft,
                                   gint64                *id,
                                   CnOriginState         *state,
                                   GError               **error);
gboolean cn_origin_table_insert   (CnConnection          *connection,
                                   gint64                 article_id,
                                   gint64                 version,
                                   gint64                 import_id,
                                   const CnArticleDraft  *draft,
                                   GError               **error);
gboolean cn_origin_table_adopt    (CnConnection          *connection,
                                   gint64                 id,
                                   gint64                 import_id,
                                   GError               **error);
gboolean cn_origin_table_load     (CnConnection          *connection,
                                   CnArticleRecord       *record,
                                   GError               **error);

G_END_DECLS
