/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar. A GtkListBox, because AdwSidebar cannot select several rows; the registry has tens
 * of networks, so that rows need not be recycled. Selection and filter are kept equal in both
 * directions:
 *
 * - a plain choice replaces the whole filter; with Ctrl or Shift it adds to it or takes away;
 * - "All Articles", "Unread" and "Starred" exclude each other, networks add up;
 * - a selected network leaves "All Articles" unselected, for it is no longer true.
 *
 * Networks without articles stand folded at the end: there are forty of them on the first day. */

#include "config.h"

#include "cn-sidebar.h"

#include <glib/gi18n.h>

#include "cn-sidebar-row.h"

struct _CnSidebar
{
  AdwNavigationPage  parent_instance;

  CnTimeline        *timeline;
  CnLibrary         *library;       /* the timeline's */

  GtkListBox        *list;
  GtkWidget         *shows[CN_TIMELINE_SHOW_STARRED + 1];
  GtkWidget         *toggle;
  GPtrArray         *networks;      /* (element-type CnSidebarRow): owned by the list */
  guint              rebuild_source;
  gboolean           is_expanded;
  gboolean           is_syncing;
};

typedef enum
{
  PROP_TIMELINE = 1,
} CnSidebarProperty;

static GParamSpec *properties[PROP_TIMELINE + 1];

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnSidebar, cn_sidebar, ADW_TYPE_NAVIGATION_PAGE)

/* The group of a row: the shows, networks with articles, the toggle, networks without. */
static int
get_group (CnSidebarRow *row)
{
  switch (cn_sidebar_row_get_kind (row))
    {
    case CN_SIDEBAR_ROW_SHOW:
      return 0;
    case CN_SIDEBAR_ROW_NETWORK:
      return cn_sidebar_row_is_empty (row) ? 3 : 1;
    case CN_SIDEBAR_ROW_TOGGLE:
      return 2;
    }

  g_assert_not_reached ();
}

static int
sort_cb (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       user_data)
{
  int group_a = get_group (CN_SIDEBAR_ROW (a));
  int group_b = get_group (CN_SIDEBAR_ROW (b));

  if (group_a != group_b)
    return group_a - group_b;

  return (int) cn_sidebar_row_get_order (CN_SIDEBAR_ROW (a)) - (int) cn_sidebar_row_get_order (CN_SIDEBAR_ROW (b));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  CnSidebar *self = CN_SIDEBAR (user_data);

  switch (get_group (CN_SIDEBAR_ROW (row)))
    {
    case 2:
      return cn_sidebar_row_get_kind (CN_SIDEBAR_ROW (row)) == CN_SIDEBAR_ROW_TOGGLE && self->networks->len > 0;
    case 3:
      /* What is chosen is never hidden, not even when its last article has gone. */
      return self->is_expanded || gtk_list_box_row_is_selected (row);
    default:
      return TRUE;
    }
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  gboolean is_first = before != NULL && get_group (CN_SIDEBAR_ROW (before)) == 0
                      && get_group (CN_SIDEBAR_ROW (row)) != 0;
  GtkWidget *label;

  if (!is_first)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  label = gtk_label_new (_("Networks"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
select_row (CnSidebar *self,
            GtkWidget *row,
            gboolean   select)
{
  if (select)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_unselect_row (self->list, GTK_LIST_BOX_ROW (row));
}

/* Filter → selection */
static void
sync_selection (CnSidebar *self)
{
  const char * const *ids;
  CnTimelineShow show;

  if (self->timeline == NULL || self->is_syncing)
    return;

  ids = cn_timeline_get_networks (self->timeline);
  show = cn_timeline_get_show (self->timeline);

  self->is_syncing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    select_row (self, self->shows[i], i == show && (i != CN_TIMELINE_SHOW_ALL || ids == NULL || ids[0] == NULL));
  for (guint i = 0; i < self->networks->len; i++)
    {
      CnNetwork *network = cn_sidebar_row_get_network (g_ptr_array_index (self->networks, i));

      select_row (self, g_ptr_array_index (self->networks, i),
                  ids != NULL && g_strv_contains (ids, cn_network_get_id (network)));
    }
  self->is_syncing = FALSE;
  gtk_list_box_invalidate_filter (self->list);
}

static gboolean
is_selected (GtkWidget *row)
{
  return gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row));
}

/* Of the selected shows, the one that was not shown before; without any, all articles. */
static CnTimelineShow
choose_show (CnSidebar *self)
{
  CnTimelineShow old = cn_timeline_get_show (self->timeline);
  CnTimelineShow chosen = CN_TIMELINE_SHOW_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    if (is_selected (self->shows[i]) && (i != old || chosen == CN_TIMELINE_SHOW_ALL))
      chosen = i;

  return chosen;
}

/* Selection → filter */
static void
selected_rows_changed_cb (CnSidebar *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  const char * const *old_ids;
  gboolean all_was_selected;
  CnTimelineShow show;

  if (self->is_syncing || self->timeline == NULL)
    return;

  old_ids = cn_timeline_get_networks (self->timeline);
  all_was_selected = cn_timeline_get_show (self->timeline) == CN_TIMELINE_SHOW_ALL
                     && (old_ids == NULL || old_ids[0] == NULL);

  for (guint i = 0; i < self->networks->len; i++)
    if (is_selected (g_ptr_array_index (self->networks, i)))
      g_strv_builder_add (builder,
                          cn_network_get_id (cn_sidebar_row_get_network (g_ptr_array_index (self->networks, i))));
  ids = g_strv_builder_end (builder);
  show = choose_show (self);

  if (is_selected (self->shows[CN_TIMELINE_SHOW_ALL]) && !all_was_selected)
    {
      const char *none[] = { NULL };

      cn_timeline_set_filter (self->timeline, CN_TIMELINE_SHOW_ALL, none);
    }
  else
    {
      cn_timeline_set_filter (self->timeline, show, (const char * const *) ids);
    }

  sync_selection (self);
}

/* Row → filter: this row and nothing else */
static void
choose_only (CnSidebar     *self,
             GtkListBoxRow *row)
{
  CnNetwork *network = cn_sidebar_row_get_network (CN_SIDEBAR_ROW (row));
  const char *ids[] = { network != NULL ? cn_network_get_id (network) : NULL, NULL };
  CnTimelineShow show = CN_TIMELINE_SHOW_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    if (self->shows[i] == GTK_WIDGET (row))
      show = i;

  cn_timeline_set_filter (self->timeline, show, ids);
  sync_selection (self);
}

static void
toggle_expanded (CnSidebar *self)
{
  self->is_expanded = !self->is_expanded;
  cn_sidebar_row_set_expanded (CN_SIDEBAR_ROW (self->toggle), self->is_expanded);
  gtk_list_box_invalidate_filter (self->list);
}

/* By the keyboard: the list adds what is activated to the selection, as it does with every click
 * when it activates on a single one. */
static void
row_activated_cb (CnSidebar     *self,
                  GtkListBoxRow *row)
{
  if (cn_sidebar_row_get_kind (CN_SIDEBAR_ROW (row)) == CN_SIDEBAR_ROW_TOGGLE)
    {
      toggle_expanded (self);
      return;
    }

  choose_only (self, row);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* By the pointer the list itself selects: alone, with Ctrl one more or less, with Shift a range. What is left
 * to do is to go on to the timeline where the sidebar covers it. */
static void
released_cb (CnSidebar       *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL || n_press > 1)
    return;

  if (cn_sidebar_row_get_kind (CN_SIDEBAR_ROW (row)) == CN_SIDEBAR_ROW_TOGGLE)
    toggle_expanded (self);
  else if ((modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
update_counts (CnSidebar *self)
{
  guint n_empty = 0;

  for (guint i = 0; i < self->networks->len; i++)
    n_empty += cn_sidebar_row_is_empty (g_ptr_array_index (self->networks, i));
  cn_sidebar_row_set_count (CN_SIDEBAR_ROW (self->toggle), n_empty);
  gtk_widget_set_visible (self->toggle, n_empty > 0);

  if (self->library == NULL)
    return;

  cn_sidebar_row_set_count (CN_SIDEBAR_ROW (self->shows[CN_TIMELINE_SHOW_ALL]),
                            cn_library_get_n_articles (self->library));
  cn_sidebar_row_set_count (CN_SIDEBAR_ROW (self->shows[CN_TIMELINE_SHOW_UNREAD]),
                            cn_library_get_n_unread (self->library));
  cn_sidebar_row_set_count (CN_SIDEBAR_ROW (self->shows[CN_TIMELINE_SHOW_STARRED]),
                            cn_library_get_n_starred (self->library));
}

/* A child's first article brings up its parent, whose own count stays: order and folding are the
 * whole list's matter. */
static void
network_changed_cb (CnSidebar *self)
{
  update_counts (self);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
add_networks (CnSidebar  *self,
              GListModel *networks)
{
  for (guint i = 0; networks != NULL && i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (CnNetwork) network = g_list_model_get_item (networks, i);
      GtkWidget *row = cn_sidebar_row_new_network (network, self->networks->len);

      g_ptr_array_add (self->networks, row);
      gtk_list_box_append (self->list, row);
      g_signal_connect_object (row, "notify::count", G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
      add_networks (self, cn_network_get_children (network));
    }
}

static gboolean
rebuild_cb (gpointer user_data)
{
  CnSidebar *self = CN_SIDEBAR (user_data);

  self->rebuild_source = 0;

  self->is_syncing = TRUE;
  for (guint i = 0; i < self->networks->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->networks, i));
  g_ptr_array_set_size (self->networks, 0);
  add_networks (self, cn_library_get_networks (self->library));
  self->is_syncing = FALSE;

  network_changed_cb (self);
  sync_selection (self);

  return G_SOURCE_REMOVE;
}

/* The registry arrives in one burst of changes when the store has been opened. */
static void
queue_rebuild (CnSidebar *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add (rebuild_cb, self);
}

static void
follow_library (CnSidebar *self)
{
  self->library = cn_timeline_get_library (self->timeline);
  g_signal_connect_object (self->library, "notify::n-articles", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::n-unread", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::n-starred", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cn_library_get_networks (self->library), "items-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  rebuild_cb (self);
}

static void
set_timeline (CnSidebar  *self,
              CnTimeline *timeline)
{
  if (!g_set_object (&self->timeline, timeline))
    return;

  g_signal_connect_object (timeline, "notify::show", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::networks", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  follow_library (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

static void
cn_sidebar_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CnSidebar *self = CN_SIDEBAR (object);

  switch ((CnSidebarProperty) property_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    }
}

static void
cn_sidebar_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  CnSidebar *self = CN_SIDEBAR (object);

  switch ((CnSidebarProperty) property_id)
    {
    case PROP_TIMELINE:
      set_timeline (self, g_value_get_object (value));
      break;
    }
}

static void
cn_sidebar_dispose (GObject *object)
{
  CnSidebar *self = CN_SIDEBAR (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  self->is_syncing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_SIDEBAR);
  g_clear_object (&self->timeline);
  self->library = NULL;

  G_OBJECT_CLASS (cn_sidebar_parent_class)->dispose (object);
}

static void
cn_sidebar_finalize (GObject *object)
{
  CnSidebar *self = CN_SIDEBAR (object);

  g_clear_pointer (&self->networks, g_ptr_array_unref);

  G_OBJECT_CLASS (cn_sidebar_parent_class)->finalize (object);
}

static void
cn_sidebar_class_init (CnSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_sidebar_get_property;
  object_class->set_property = cn_sidebar_set_property;
  object_class->dispose = cn_sidebar_dispose;
  object_class->finalize = cn_sidebar_finalize;

  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, CN_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ACTIVATED] =
    g_signal_new ("activated", CN_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CnSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_rows_changed_cb);
}

static void
cn_sidebar_init (CnSidebar *self)
{
  self->networks = g_ptr_array_new ();
  self->is_syncing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_set_sort_func (self->list, sort_cb, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    {
      self->shows[i] = cn_sidebar_row_new_show (i);
      gtk_list_box_append (self->list, self->shows[i]);
    }
  self->toggle = cn_sidebar_row_new_toggle ();
  gtk_list_box_append (self->list, self->toggle);
  self->is_syncing = FALSE;
}
