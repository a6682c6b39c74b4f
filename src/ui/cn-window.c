/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: which page is shown in which state of the library, how the three panes fold, and what
 * is remembered between two starts. What its actions do is in cn-window-actions.c, how articles
 * come in is in cn-window-add.c. */

#include "config.h"

#include "cn-window-private.h"

#include <glib/gi18n.h>

#define SPINNER_DELAY_MS 400

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_TIMELINE,
  PROP_SETTINGS,
} CnWindowProperty;

static GParamSpec *properties[PROP_SETTINGS + 1];

G_DEFINE_FINAL_TYPE (CnWindow, cn_window, ADW_TYPE_APPLICATION_WINDOW)

static const char * const scopes[] = { "all", "unread", "starred" };

static void
show_page (CnWindow   *self,
           const char *name)
{
  const char *old = gtk_stack_get_visible_child_name (self->pages);

  if (g_strcmp0 (old, name) == 0)
    return;

  /* From the empty page of the first moments there is nothing to fade, and fading draws the whole window a dozen times
   * while it has better things to do. */
  gtk_stack_set_visible_child_full (self->pages, name,
                                    g_strcmp0 (old, "opening") == 0 ? GTK_STACK_TRANSITION_TYPE_NONE
                                                                    : GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  if (g_str_equal (name, "welcome"))
    gtk_window_set_focus (GTK_WINDOW (self), self->open_button);
  else if (g_str_equal (name, "library"))
    gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  CnWindow *self = CN_WINDOW (user_data);

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);

  return G_SOURCE_REMOVE;
}

static void
set_opening (CnWindow *self,
             gboolean  is_opening)
{
  if (!is_opening)
    {
      g_clear_handle_id (&self->spinner_source, g_source_remove);
      gtk_widget_set_visible (self->spinner, FALSE);
    }
  else if (self->spinner_source == 0)
    {
      self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, show_spinner_cb, self);
    }
}

static void
enable_actions (CnWindow *self)
{
  static const char * const writing[] = {
    "win.add-files", "win.add-address", "win.add-samples", "win.paste", "win.set-read", "win.set-starred",
  };
  gboolean is_ready = cn_library_get_state (self->library) == CN_LIBRARY_STATE_READY;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], is_ready);
}

static void
update_page (CnWindow *self)
{
  CnLibraryState state = cn_library_get_state (self->library);

  set_opening (self, state == CN_LIBRARY_STATE_OPENING);
  cn_import_bar_set_held (self->import_bar, state == CN_LIBRARY_STATE_OPENING);
  enable_actions (self);

  switch (state)
    {
    case CN_LIBRARY_STATE_OPENING:
      show_page (self, "opening");
      return;

    case CN_LIBRARY_STATE_READY:
    case CN_LIBRARY_STATE_READ_ONLY:
      show_page (self, cn_library_get_n_articles (self->library) > 0 ? "library" : "welcome");
      return;

    case CN_LIBRARY_STATE_TOO_NEW:
    case CN_LIBRARY_STATE_DAMAGED:
    case CN_LIBRARY_STATE_FOREIGN:
    case CN_LIBRARY_STATE_LOCKED:
    case CN_LIBRARY_STATE_FULL:
    case CN_LIBRARY_STATE_FAILED:
      cn_state_page_set_state (self->state_page, state, cn_library_get_path (self->library));
      show_page (self, "state");
      return;
    }
}

/* Of the panes that a narrow window shows one at a time, the one in sight. */
static GtkWidget *
get_pane_in_sight (CnWindow *self)
{
  if (adw_navigation_split_view_get_collapsed (self->outer_view)
      && adw_navigation_split_view_get_show_content (self->outer_view))
    return GTK_WIDGET (self->article_page);
  if (adw_navigation_split_view_get_collapsed (self->inner_view)
      && !adw_navigation_split_view_get_show_content (self->inner_view))
    return GTK_WIDGET (self->sidebar);

  return GTK_WIDGET (self->timeline_page);
}

static gboolean
mend_focus_cb (gpointer user_data)
{
  CnWindow *self = CN_WINDOW (user_data);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *pane = get_pane_in_sight (self);

  self->focus_source = 0;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "library") != 0
      || (focus != NULL && gtk_widget_get_mapped (focus)))
    return G_SOURCE_REMOVE;

  if (pane == GTK_WIDGET (self->timeline_page))
    cn_timeline_page_focus (self->timeline_page);
  else
    gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* Folding hides panes without moving the focus out of them, and GTK gives keys to nobody then. */
static void
collapsed_cb (CnWindow *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (mend_focus_cb, self);
}

static void
sidebar_activated_cb (CnWindow *self)
{
  adw_navigation_split_view_set_show_content (self->inner_view, TRUE);
}

static void
open_cb (CnWindow *self,
         gint64    id)
{
  /* Beside the timeline one reads with the eyes and goes on with the arrows. */
  cn_article_page_open (self->article_page, id, adw_navigation_split_view_get_collapsed (self->outer_view));
  adw_navigation_split_view_set_show_content (self->outer_view, TRUE);
  cn_window_mark_read (self, id);
}

/* What is read may be taken out of the library: an import that is undone. */
static void
n_articles_cb (CnWindow *self)
{
  if (cn_library_get_n_articles (self->library) == 0)
    cn_article_page_close (self->article_page);
  update_page (self);
}

static void
remember_filter (CnWindow *self)
{
  const char * const *ids = cn_timeline_get_networks (self->timeline);
  const char *none[] = { NULL };

  g_settings_set_string (self->settings, "timeline-scope", scopes[cn_timeline_get_show (self->timeline)]);
  g_settings_set_strv (self->settings, "timeline-networks", ids != NULL ? ids : (const char * const *) none);
}

static void
restore_filter (CnWindow *self)
{
  g_autofree char *scope = g_settings_get_string (self->settings, "timeline-scope");
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, "timeline-networks");
  CnTimelineShow show = CN_TIMELINE_SHOW_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_strcmp0 (scope, scopes[i]) == 0)
      show = i;

  cn_timeline_set_filter (self->timeline, show, (const char * const *) ids);
}

static void
restore_state (CnWindow *self)
{
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_SET);

  restore_filter (self);
  g_signal_connect_object (self->timeline, "notify::show", G_CALLBACK (remember_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::networks", G_CALLBACK (remember_filter), self, G_CONNECT_SWAPPED);
}

static void
cn_window_constructed (GObject *object)
{
  CnWindow *self = CN_WINDOW (object);

  G_OBJECT_CLASS (cn_window_parent_class)->constructed (object);

  self->timeline = cn_timeline_new (self->library);
  restore_state (self);
  g_object_notify_by_pspec (object, properties[PROP_LIBRARY]);
  g_object_notify_by_pspec (object, properties[PROP_TIMELINE]);

  g_signal_connect_object (self->library, "notify::state", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::n-articles", G_CALLBACK (n_articles_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_icon_name (self->welcome, APPLICATION_ID);
#if CN_DEVELOPMENT
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
  g_signal_connect_object (self->outer_view, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner_view, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  update_page (self);
}

static void
cn_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CnWindow *self = CN_WINDOW (object);

  switch ((CnWindowProperty) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;

    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    }
}

static void
cn_window_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  CnWindow *self = CN_WINDOW (object);

  switch ((CnWindowProperty) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_TIMELINE:
      break;
    }
}

static void
cn_window_dispose (GObject *object)
{
  CnWindow *self = CN_WINDOW (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_WINDOW);
  g_clear_object (&self->timeline);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cn_window_parent_class)->dispose (object);
}

static void
cn_window_finalize (GObject *object)
{
  CnWindow *self = CN_WINDOW (object);

  g_clear_pointer (&self->undos, g_array_unref);
  g_clear_pointer (&self->report, cn_import_report_unref);

  G_OBJECT_CLASS (cn_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CN_TYPE_SIDEBAR);
  g_type_ensure (CN_TYPE_TIMELINE_PAGE);
  g_type_ensure (CN_TYPE_ARTICLE_PAGE);
  g_type_ensure (CN_TYPE_IMPORT_BAR);
  g_type_ensure (CN_TYPE_STATE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, state_page);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, outer_view);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, inner_view);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, timeline_page);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, article_page);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, CnWindow, drop_revealer);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "import_finished_cb",
                                                G_CALLBACK (cn_window_import_finished_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "import_failed_cb",
                                                G_CALLBACK (cn_window_import_failed_cb));
}

static void
cn_window_class_init (CnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cn_window_constructed;
  object_class->get_property = cn_window_get_property;
  object_class->set_property = cn_window_set_property;
  object_class->dispose = cn_window_dispose;
  object_class->finalize = cn_window_finalize;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, CN_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, CN_TYPE_TIMELINE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  cn_window_install_actions (widget_class);
  cn_window_install_add_actions (widget_class);
  cn_window_install_rescue_actions (widget_class);
}

static void
cn_window_init (CnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->undos = g_array_new (FALSE, FALSE, sizeof (CnUndo));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.last-import", FALSE);
  cn_window_setup_drop (self);
}

CnWindow *
cn_window_new (GtkApplication *application,
               CnLibrary      *library,
               GSettings      *settings)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CN_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  return g_object_new (CN_TYPE_WINDOW, "application", application, "library", library, "settings", settings, NULL);
}
