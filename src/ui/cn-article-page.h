/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-library.h"

G_BEGIN_DECLS

#define CN_TYPE_ARTICLE_PAGE (cn_article_page_get_type ())

/**
 * CnArticlePage:
 *
 * One article to read, with where it comes from. Properties: library.
 */
G_DECLARE_FINAL_TYPE (CnArticlePage, cn_article_page, CN, ARTICLE_PAGE, AdwNavigationPage)

void   cn_article_page_open   (CnArticlePage *self,
                               gint64         id,
                               gboolean       takes_focus);
void   cn_article_page_close  (CnArticlePage *self);
gint64 cn_article_page_get_id (CnArticlePage *self);

G_END_DECLS
