/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one article. It asks the library for the text and drops the answer when another
 * article has been asked for meanwhile, or when it is gone itself. What can be done to the article
 * are actions ("article."); marking is the window's. */

#include "config.h"

#include "cn-article-page-private.h"

#include <glib/gi18n.h>

#include "cn-guard.h"

#define SPINNER_DELAY_MS 400

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_IS_STARRED,
} CnArticlePageProperty;

static GParamSpec *properties[PROP_IS_STARRED + 1];

G_DEFINE_FINAL_TYPE (CnArticlePage, cn_article_page, ADW_TYPE_NAVIGATION_PAGE)

static CnArticle *
get_article (CnArticlePage *self)
{
  return self->text != NULL ? cn_article_text_get_article (self->text) : NULL;
}

static void
update_actions (CnArticlePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CnArticle *article = get_article (self);
  const char *url = self->text != NULL ? cn_article_text_get_url (self->text) : NULL;
  gboolean can_write = self->library != NULL && cn_library_get_state (self->library) == CN_LIBRARY_STATE_READY;
  gboolean can_mark = article != NULL && can_write;

  gtk_widget_action_set_enabled (widget, "article.starred", can_mark);
  gtk_widget_action_set_enabled (widget, "article.toggle-read", can_mark);
  gtk_widget_action_set_enabled (widget, "article.mark-read", can_mark && !cn_article_is_read (article));
  gtk_widget_action_set_enabled (widget, "article.mark-unread", can_mark && cn_article_is_read (article));
  gtk_widget_action_set_enabled (widget, "article.open-source", url != NULL);
  gtk_widget_action_set_enabled (widget, "article.copy-link", url != NULL);
  gtk_widget_set_visible (self->more_button, article != NULL);
  gtk_widget_set_visible (self->star_button, article != NULL);
  gtk_widget_set_visible (self->source_button, url != NULL);
}

static void
article_changed_cb (CnArticlePage *self)
{
  CnArticle *article = get_article (self);
  gboolean is_starred = article != NULL && cn_article_is_starred (article);
  const char *words = is_starred ? _("Remove Star") : _("Star");

  gtk_button_set_icon_name (GTK_BUTTON (self->star_button), is_starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (self->star_button, words);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_STARRED]);
  update_actions (self);
}

static void
set_text (CnArticlePage *self,
          CnArticleText *text)
{
  if (self->text == text)
    return;

  if (self->text != NULL)
    g_signal_handlers_disconnect_by_func (get_article (self), article_changed_cb, self);
  g_set_object (&self->text, text);
  if (text != NULL)
    g_signal_connect_object (get_article (self), "changed", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
}

/* On the article itself, so that Page Down reads on; the first link would only be the first thing
 * to follow. */
static void
take_focus (CnArticlePage *self)
{
  if (self->takes_focus)
    gtk_widget_grab_focus (self->article);
  self->takes_focus = FALSE;
}

static void
show_text (CnArticlePage *self,
           CnArticleText *text)
{
  CnArticle *article = cn_article_text_get_article (text);
  const char *title = cn_article_get_title (article);

  set_text (self, text);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title != NULL ? title : _("Article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->article), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  cn_article_page_show_content (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "article");
  take_focus (self);
  article_changed_cb (self);
}

static void
show_failure (CnArticlePage *self,
              const GError  *error)
{
  g_message ("An article could not be loaded: %s", error->message);
  adw_status_page_set_description (self->failed, _("It is still in the library. Trying again often helps."));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
stop_spinner (CnArticlePage *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void
loaded_cb (gpointer   object,
           DexFuture *reply,
           gpointer   user_data)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (object);
  g_autoptr (GError) error = NULL;
  const GValue *value;

  /* Another article has been asked for meanwhile. */
  if (self->generation != GPOINTER_TO_UINT (user_data))
    return;

  stop_spinner (self);
  value = dex_future_get_value (reply, &error);
  if (value != NULL)
    show_text (self, g_value_get_object (value));
  else
    show_failure (self, error);
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (user_data);

  self->spinner_source = 0;
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  gtk_widget_set_visible (self->spinner, TRUE);

  return G_SOURCE_REMOVE;
}

static void
load (CnArticlePage *self)
{
  self->generation++;

  /* The old article stays until the new one is there; only a slow answer is worth a spinner. */
  stop_spinner (self);
  self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, show_spinner_cb, self);
  cn_guard_reply (cn_library_load_article (self->library, self->id), self,
                  loaded_cb, GUINT_TO_POINTER (self->generation), NULL);
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CnArticle *article = get_article (CN_ARTICLE_PAGE (widget));

  if (article != NULL)
    gtk_widget_activate_action (widget, "win.set-read", "(xb)",
                                cn_article_get_id (article), !cn_article_is_read (article));
}

static void
open_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (widget);
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (self->text == NULL || cn_article_text_get_url (self->text) == NULL)
    return;

  launcher = gtk_uri_launcher_new (cn_article_text_get_url (self->text));
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (widget);

  if (self->id != 0)
    gtk_widget_activate_action (widget, "win.copy-link", "x", self->id);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (widget);

  if (self->id != 0)
    load (self);
}

static void
set_starred (CnArticlePage *self,
             gboolean       is_starred)
{
  CnArticle *article = get_article (self);

  if (article != NULL && cn_article_is_starred (article) != is_starred)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.set-starred", "(xb)", cn_article_get_id (article), is_starred);
}

static void
cn_article_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (object);
  CnArticle *article = get_article (self);

  switch ((CnArticlePageProperty) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_IS_STARRED:
      g_value_set_boolean (value, article != NULL && cn_article_is_starred (article));
      break;
    }
}

static void
cn_article_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (object);

  switch ((CnArticlePageProperty) property_id)
    {
    case PROP_LIBRARY:
      if (!g_set_object (&self->library, g_value_get_object (value)))
        return;
      if (self->library != NULL)
        g_signal_connect_object (self->library, "notify::state", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_IS_STARRED:
      set_starred (self, g_value_get_boolean (value));
      break;
    }
}

static void
cn_article_page_dispose (GObject *object)
{
  CnArticlePage *self = CN_ARTICLE_PAGE (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  set_text (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_ARTICLE_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cn_article_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CN_TYPE_ARTICLE_BODY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, failed);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, article);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, more_button);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, star_button);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, source_button);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, networks);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, byline);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, date);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, source);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, body);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, furniture);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, furniture_label);
  gtk_widget_class_bind_template_child (widget_class, CnArticlePage, provenance);
  gtk_widget_class_bind_template_callback_full (widget_class, "furniture_expanded_cb",
                                                G_CALLBACK (cn_article_page_furniture_expanded_cb));
}

static void
cn_article_page_class_init (CnArticlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_article_page_get_property;
  object_class->set_property = cn_article_page_set_property;
  object_class->dispose = cn_article_page_dispose;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, CN_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_STARRED] =
    g_param_spec_boolean ("is-starred", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "article.starred", "is-starred");
  gtk_widget_class_install_action (widget_class, "article.mark-read", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "article.mark-unread", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "article.toggle-read", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "article.open-source", NULL, open_source_action);
  gtk_widget_class_install_action (widget_class, "article.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "article.reload", NULL, reload_action);
}

static void
cn_article_page_init (CnArticlePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
cn_article_page_open (CnArticlePage *self,
                      gint64         id,
                      gboolean       takes_focus)
{
  g_return_if_fail (CN_IS_ARTICLE_PAGE (self));
  g_return_if_fail (id > 0);

  self->takes_focus = takes_focus;
  if (self->id == id && self->text != NULL)
    {
      take_focus (self);
      return;
    }

  self->id = id;
  load (self);
}

void
cn_article_page_close (CnArticlePage *self)
{
  g_return_if_fail (CN_IS_ARTICLE_PAGE (self));

  self->id = 0;
  self->generation++;
  stop_spinner (self);
  set_text (self, NULL);
  cn_article_body_set_document (self->body, NULL);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _("Article"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
  article_changed_cb (self);
}

gint64
cn_article_page_get_id (CnArticlePage *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_PAGE (self), 0);

  return self->id;
}
