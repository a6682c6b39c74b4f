/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-library-private.h"

G_BEGIN_DECLS

/* Fetches rows by page as somebody looks at them, and keeps the latest for a while. Private to the model;
 * main thread. */
typedef struct _CnRowLoader CnRowLoader;

/* Rows that are fetched together. */
#define CN_ROW_PAGE 64

CnRowLoader *cn_row_loader_new     (CnLibrary    *library) G_GNUC_WARN_UNUSED_RESULT;
void         cn_row_loader_free    (CnRowLoader  *self);
void         cn_row_loader_request (CnRowLoader  *self,
                                    const gint64 *ids,
                                    guint         n_ids);
void         cn_row_loader_keep    (CnRowLoader  *self,
                                    CnArticle    *article);
void         cn_row_loader_add     (CnRowLoader  *self,
                                    GPtrArray    *rows);
gboolean     cn_row_loader_is_idle (CnRowLoader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnRowLoader, cn_row_loader_free)

G_END_DECLS
