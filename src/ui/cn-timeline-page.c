/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline: a GtkListView over the library's lazy list, divided into months. The page keeps the
 * selection on the article that was selected when the list changes under it, and does by actions
 * ("timeline.") what can be done to the selected row. It never opens or marks anything itself: it
 * asks the window. */

#include "config.h"

#include "cn-timeline-page-private.h"

#include <glib/gi18n.h>

#include "cn-filter-bar.h"
#include "cn-filter-popover.h"
#include "cn-timeline-sections.h"

/* A spinner that flashes by makes a quick program look slow. */
#define SPINNER_DELAY_MS  400
/* After the last change of the filter and of what it lets through. */
#define ANNOUNCE_DELAY_MS 500

typedef enum
{
  PROP_TIMELINE = 1,
} CnTimelinePageProperty;

static GParamSpec *properties[PROP_TIMELINE + 1];

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnTimelinePage, cn_timeline_page, ADW_TYPE_NAVIGATION_PAGE)

CnArticle *
cn_timeline_page_get_selected (CnTimelinePage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* What the window and the switcher of small screens call this list. */
static char *
dup_title (CnTimelinePage *self)
{
  const char * const *ids = cn_timeline_get_networks (self->timeline);
  guint n_networks = ids != NULL ? g_strv_length ((char **) ids) : 0;

  if (n_networks == 1)
    {
      CnNetwork *network = cn_library_lookup_network (self->library, ids[0]);

      return g_strdup (network != NULL ? cn_network_get_short_name (network) : ids[0]);
    }
  if (n_networks > 1)
    /* Translators: title of the timeline when it is filtered by several networks */
    return g_strdup_printf (ngettext ("%u Network", "%u Networks", n_networks), n_networks);

  switch (cn_timeline_get_show (self->timeline))
    {
    case CN_TIMELINE_SHOW_UNREAD:
      return g_strdup (_("Unread"));
    case CN_TIMELINE_SHOW_STARRED:
      return g_strdup (_("Starred"));
    case CN_TIMELINE_SHOW_ALL:
      break;
    }

  return g_strdup (_("All Articles"));
}

static void
update_nothing (CnTimelinePage *self)
{
  const char * const *ids = cn_timeline_get_networks (self->timeline);

  if (ids != NULL && ids[0] != NULL)
    {
      adw_status_page_set_icon_name (self->nothing, "edit-find-symbolic");
      adw_status_page_set_title (self->nothing, _("Nothing Matches"));
      adw_status_page_set_description (self->nothing, _("No article is let through by these filters."));
    }
  else if (cn_timeline_get_show (self->timeline) == CN_TIMELINE_SHOW_STARRED)
    {
      adw_status_page_set_icon_name (self->nothing, "starred-symbolic");
      adw_status_page_set_title (self->nothing, _("No Starred Articles"));
      adw_status_page_set_description (self->nothing, _("Star an article to find it here again."));
    }
  else
    {
      adw_status_page_set_icon_name (self->nothing, "mail-read-symbolic");
      adw_status_page_set_title (self->nothing, _("All Read"));
      adw_status_page_set_description (self->nothing, _("There are no unread articles."));
    }
}

static void
show_page (CnTimelinePage *self,
           const char     *name)
{
  const char *old = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (old, name) == 0)
    return;

  /* What somebody waits for comes at once. */
  gtk_stack_set_visible_child_full (self->stack, name,
                                    g_strcmp0 (old, "waiting") == 0 ? GTK_STACK_TRANSITION_TYPE_NONE
                                                                    : GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (user_data);

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);

  return G_SOURCE_REMOVE;
}

static void
set_waiting (CnTimelinePage *self,
             gboolean        is_waiting)
{
  if (!is_waiting)
    {
      g_clear_handle_id (&self->spinner_source, g_source_remove);
      gtk_widget_set_visible (self->spinner, FALSE);
    }
  else if (self->spinner_source == 0 && !gtk_widget_get_visible (self->spinner))
    {
      self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, show_spinner_cb, self);
    }
}

static void
update_title (CnTimelinePage *self,
              guint           n_items)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *subtitle = NULL;

  /* Translators: under the title of the timeline; %'u is grouped by thousands */
  subtitle = g_strdup_printf (ngettext ("%'u article", "%'u articles", n_items), n_items);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_subtitle (self->window_title, n_items > 0 ? subtitle : "");
}

static void
reselect (CnTimelinePage *self)
{
  guint position;

  if (cn_timeline_page_select_awaited (self) || self->selected == NULL || cn_timeline_page_get_selected (self) != NULL)
    return;

  position = cn_timeline_find_article (self->timeline, cn_article_get_id (self->selected));
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->timeline)))
    gtk_single_selection_set_selected (self->selection, position);
}

static gboolean
update_cb (gpointer user_data)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (user_data);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
  gboolean is_waiting = n_items == 0 && cn_timeline_is_loading (self->timeline);

  self->update_source = 0;
  update_title (self, n_items);
  set_waiting (self, is_waiting);

  if (cn_timeline_get_error_message (self->timeline) != NULL)
    {
      show_page (self, "failed");
    }
  else if (is_waiting)
    {
      show_page (self, "waiting");
    }
  else if (n_items == 0)
    {
      update_nothing (self);
      show_page (self, "nothing");
    }
  else
    {
      show_page (self, "articles");
      /* Not the rows that stand where the old ones did: not even for a frame. */
      if (self->settle_tick != 0 && self->goal_id == 0 && !self->is_at_top)
        gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
      reselect (self);
    }

  return G_SOURCE_REMOVE;
}

/* A change of the filter is a removal and an addition; what is between the two is nobody's to see.
 * The idle runs before the next frame is laid out. */
static void
queue_update (CnTimelinePage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static gboolean
announce_cb (gpointer user_data)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (user_data);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
  g_autofree char *words = NULL;

  self->announce_source = 0;
  if (n_items > 0)
    words = g_strdup_printf (ngettext ("%'u article", "%'u articles", n_items), n_items);
  else
    words = g_strdup (adw_status_page_get_title (self->nothing));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->list), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return G_SOURCE_REMOVE;
}

/* A long list comes in parts, and somebody on the way to a third network does not want to hear of two. */
static void
queue_announcement (CnTimelinePage *self)
{
  g_clear_handle_id (&self->announce_source, g_source_remove);
  self->announce_source = g_timeout_add (ANNOUNCE_DELAY_MS, announce_cb, self);
}

static void
items_changed_cb (CnTimelinePage *self)
{
  queue_update (self);
  if (self->is_at_top && self->goal_id == 0)
    cn_timeline_page_scroll_to (self, 0);
  if (self->announce_source != 0)
    queue_announcement (self);
}

static void
filter_changed_cb (CnTimelinePage *self)
{
  self->awaited_id = 0;
  cn_timeline_page_scroll_to (self, 0);
  queue_update (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    queue_announcement (self);
}

static void
selected_cb (CnTimelinePage *self)
{
  CnArticle *article = cn_timeline_page_get_selected (self);

  /* Held, so that it is found again at once, also among millions. */
  if (article != NULL)
    g_set_object (&self->selected, article);
  cn_timeline_page_update_actions (self);
}

static void
library_state_cb (CnTimelinePage *self)
{
  adw_banner_set_revealed (self->banner,
                           cn_library_get_state (self->library) == CN_LIBRARY_STATE_READ_ONLY);
  cn_timeline_page_update_actions (self);
}

void
cn_timeline_page_open (CnTimelinePage *self,
                       CnArticle      *article)
{
  if (article != NULL)
    g_signal_emit (self, signals[OPEN], 0, cn_article_get_id (article));
}

static void
activate_cb (CnTimelinePage *self,
             guint           position)
{
  g_autoptr (CnArticle) article = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  cn_timeline_page_open (self, article);
}

static void
set_timeline (CnTimelinePage *self,
              CnTimeline     *timeline)
{
  g_autoptr (CnTimelineSections) sections = NULL;

  if (!g_set_object (&self->timeline, timeline))
    return;

  self->library = cn_timeline_get_library (timeline);
  g_signal_connect_object (self->library, "notify::state", G_CALLBACK (library_state_cb), self, G_CONNECT_SWAPPED);
  library_state_cb (self);
  sections = cn_timeline_sections_new (timeline);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sections));
  g_signal_connect_object (timeline, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::is-loading", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::error-message", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::show", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::networks", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
  queue_update (self);
}

static void
cn_timeline_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (object);

  switch ((CnTimelinePageProperty) property_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    }
}

static void
cn_timeline_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (object);

  switch ((CnTimelinePageProperty) property_id)
    {
    case PROP_TIMELINE:
      set_timeline (self, g_value_get_object (value));
      break;
    }
}

static void
cn_timeline_page_dispose (GObject *object)
{
  CnTimelinePage *self = CN_TIMELINE_PAGE (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->announce_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->selected);
  g_clear_object (&self->timeline);
  self->library = NULL;

  G_OBJECT_CLASS (cn_timeline_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CN_TYPE_FILTER_BAR);
  g_type_ensure (CN_TYPE_FILTER_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, banner);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, menu);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, list);
  gtk_widget_class_bind_template_child (widget_class, CnTimelinePage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  cn_timeline_page_bind_row_callbacks (widget_class);
}

static void
cn_timeline_page_class_init (CnTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_timeline_page_get_property;
  object_class->set_property = cn_timeline_page_set_property;
  object_class->dispose = cn_timeline_page_dispose;

  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, CN_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPEN] =
    g_signal_new ("open", CN_TYPE_TIMELINE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  bind_template (widget_class);
  cn_timeline_page_install_actions (widget_class);
}

static void
cn_timeline_page_init (CnTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cn_timeline_page_setup_scrolling (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  cn_timeline_page_update_actions (self);
}

void
cn_timeline_page_select_article (CnTimelinePage *self,
                                 gint64          id)
{
  g_return_if_fail (CN_IS_TIMELINE_PAGE (self));

  self->awaited_id = id;
  queue_update (self);
}

void
cn_timeline_page_open_filter (CnTimelinePage *self)
{
  g_return_if_fail (CN_IS_TIMELINE_PAGE (self));

  gtk_menu_button_popup (self->filter_button);
}

void
cn_timeline_page_focus (CnTimelinePage *self)
{
  guint position;

  g_return_if_fail (CN_IS_TIMELINE_PAGE (self));

  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  /* That only says which row gets the focus with the list. */
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
