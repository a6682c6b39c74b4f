/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-body.h"
#include "cn-article-page.h"

G_BEGIN_DECLS

struct _CnArticlePage
{
  AdwNavigationPage  parent_instance;

  CnLibrary         *library;
  CnArticleText     *text;
  gint64             id;           /* of the article that is shown or on its way; 0 for none */
  guint              generation;   /* of the request for it */
  guint              spinner_source;
  gboolean           takes_focus;

  GtkStack          *stack;
  GtkWidget         *spinner;
  AdwStatusPage     *failed;
  GtkScrolledWindow *scroller;
  GtkWidget         *article;
  GtkWidget         *more_button;
  GtkWidget         *star_button;
  GtkWidget         *source_button;
  AdwWrapBox        *networks;
  GtkLabel          *title_label;
  GtkLabel          *byline;
  GtkLabel          *date;
  GtkLabel          *source;
  CnArticleBody     *body;
  GtkExpander       *furniture;
  GtkLabel          *furniture_label;
  GtkBox            *provenance;
};

/* cn-article-page-content.c: what the page shows of self->text */
void cn_article_page_show_content          (CnArticlePage *self);
void cn_article_page_furniture_expanded_cb (CnArticlePage *self);

G_END_DECLS
