/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-document.h"

G_BEGIN_DECLS

#define CN_TYPE_ARTICLE_BODY (cn_article_body_get_type ())

/**
 * CnArticleBody:
 *
 * A document's own text, or its furniture, as widgets that are made as far as somebody has
 * scrolled. Properties: adjustment (of the scrolled window that it is in), is-furniture
 * (construct-only: shows what the other one leaves out).
 */
G_DECLARE_FINAL_TYPE (CnArticleBody, cn_article_body, CN, ARTICLE_BODY, AdwBin)

void     cn_article_body_set_document (CnArticleBody    *self,
                                       const CnDocument *document);
gboolean cn_article_body_is_complete  (CnArticleBody    *self);

G_END_DECLS
