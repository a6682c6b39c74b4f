/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of an article shows around its text: networks, byline, dates, where it comes from, and the
 * furniture of its page, folded. */

#include "config.h"

#include "cn-article-page-private.h"

#include <glib/gi18n.h>

#include "cn-date-format.h"
#include "cn-network-key.h"

static GtkWidget *
create_network (CnNetwork *network)
{
  GtkWidget *box = cn_network_key_new_labelled (network);

  gtk_widget_add_css_class (box, "caption-heading");
  gtk_widget_set_tooltip_text (box, cn_network_get_name (network));

  return box;
}

static void
show_networks (CnArticlePage *self,
               CnArticle     *article)
{
  guint n_networks = cn_article_get_n_networks (article);

  adw_wrap_box_remove_all (self->networks);
  for (guint i = 0; i < n_networks; i++)
    adw_wrap_box_append (self->networks, create_network (cn_article_get_network (article, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->networks), n_networks > 0);
}

static void
set_optional (GtkLabel   *label,
              const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_byline (CnArticlePage *self)
{
  const char * const *authors = cn_article_text_get_authors (self->text);
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;

  if (authors != NULL && authors[0] != NULL)
    {
      /* Translators: between the names of authors */
      joined = g_strjoinv (_(", "), (char **) authors);
      /* Translators: who wrote the article */
      words = g_strdup_printf (_("By %s"), joined);
    }
  set_optional (self->byline, words);
}

static void
show_date (CnArticlePage *self,
           CnArticle     *article)
{
  CnNetwork *publisher = cn_article_get_publisher (article);
  CnDate updated = cn_article_text_get_updated (self->text);
  g_autofree char *date = cn_date_format_exact (cn_article_get_published (article));
  g_autoptr (GString) words = g_string_new (date);

  if (publisher != NULL)
    /* Translators: beside the date of an article: who published it */
    g_string_append_printf (words, _(" · Published by %s"), cn_network_get_name (publisher));
  if (cn_date_get_precision (updated) != CN_PRECISION_NONE
      && !cn_date_equal (updated, cn_article_get_published (article)))
    {
      g_autofree char *day = cn_date_format_exact (updated);

      /* Translators: beside the date of an article: when its text says that it was last changed */
      g_string_append_printf (words, _(" · Updated %s"), day);
    }
  gtk_label_set_label (self->date, words->str);
}

static char *
dup_link_markup (const char *url)
{
  g_autofree char *escaped = g_markup_escape_text (url, -1);

  return g_strdup_printf ("<a href=\"%s\" title=\"%s\">%s</a>", escaped, escaped, escaped);
}

static gboolean
is_link (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static void
show_source (CnArticlePage *self)
{
  const char *url = cn_article_text_get_url (self->text);
  g_autofree char *markup = url != NULL ? dup_link_markup (url) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->source), url != NULL);
  gtk_label_set_markup (self->source, markup != NULL ? markup : "");
}

static void
append_provenance (CnArticlePage *self,
                   const char    *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->provenance, label);
}

/* Which version this is and where else the same article was found. */
static void
show_provenance (CnArticlePage *self)
{
  const char *url = cn_article_text_get_url (self->text);
  g_autofree char *day = cn_date_format_instant (cn_article_text_get_fetched_at (self->text));
  g_autofree char *version = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->provenance))) != NULL)
    gtk_box_remove (self->provenance, child);

  /* Translators: under an article: the number of its version and the day on which it was added */
  version = g_markup_printf_escaped (_("Version %d, added on %s"), cn_article_text_get_version (self->text), day);
  append_provenance (self, version);

  for (guint i = 0; i < cn_article_text_get_n_origins (self->text); i++)
    {
      gint64 seen_at = 0;
      const char *origin = cn_article_text_get_origin (self->text, i, &seen_at);
      g_autofree char *link = NULL;
      g_autofree char *words = NULL;

      if (origin == NULL || *origin == '\0' || g_strcmp0 (origin, url) == 0)
        continue;

      link = is_link (origin) ? dup_link_markup (origin) : g_markup_escape_text (origin, -1);
      /* Translators: under an article: the address or file where the same article was found too */
      words = g_strdup_printf (url != NULL ? _("Also found at %s") : _("Found at %s"), link);
      append_provenance (self, words);
    }
}

static guint
count_furniture (const CnDocument *document)
{
  guint n_blocks = 0;

  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    n_blocks += cn_document_get_block (document, i)->furniture != CN_FURNITURE_NONE;

  return n_blocks;
}

static void
show_furniture (CnArticlePage    *self,
                const CnDocument *document)
{
  guint n_blocks = count_furniture (document);
  g_autofree char *label = NULL;

  /* Translators: folded under an article: menus, captions, related links and the like that stood on
   * its page */
  label = g_strdup_printf (ngettext ("Page furniture (%u part)", "Page furniture (%u parts)", n_blocks), n_blocks);
  gtk_expander_set_expanded (self->furniture, FALSE);
  gtk_expander_set_child (self->furniture, NULL);
  gtk_label_set_label (self->furniture_label, label);
  /* By itself it would be called by all that is in it as soon as it is unfolded. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->furniture), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->furniture), n_blocks > 0);
}

void
cn_article_page_furniture_expanded_cb (CnArticlePage *self)
{
  CnArticleBody *body;

  if (!gtk_expander_get_expanded (self->furniture) || gtk_expander_get_child (self->furniture) != NULL
      || self->text == NULL)
    return;

  body = g_object_new (CN_TYPE_ARTICLE_BODY, "is-furniture", TRUE,
                       "adjustment", gtk_scrolled_window_get_vadjustment (self->scroller),
                       "margin-top", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (body), "dimmed");
  cn_article_body_set_document (body, cn_article_text_get_document (self->text));
  gtk_expander_set_child (self->furniture, GTK_WIDGET (body));
}

void
cn_article_page_show_content (CnArticlePage *self)
{
  CnArticle *article = cn_article_text_get_article (self->text);
  const CnDocument *document = cn_article_text_get_document (self->text);

  set_optional (self->title_label, cn_article_get_title (article));
  show_networks (self, article);
  show_byline (self);
  show_date (self, article);
  show_source (self);
  cn_article_body_set_document (self->body, document);
  show_furniture (self, document);
  show_provenance (self);
}
