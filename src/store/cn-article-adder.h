/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-draft.h"
#include "cn-connection.h"
#include "cn-store.h"

G_BEGIN_DECLS

gboolean cn_article_adder_check (GPtrArray             *drafts,
                                 GError               **error);
gboolean cn_article_adder_add   (CnConnection          *connection,
                                 gint64                 import_id,
                                 const CnArticleDraft  *draft,
                                 CnAddResult           *result,
                                 GError               **error);

G_END_DECLS
