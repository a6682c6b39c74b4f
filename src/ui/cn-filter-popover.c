/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter popover. Its contents are made when it opens: what it lists changes only while it is
 * closed, save for the marks themselves. */

#include "config.h"

#include "cn-filter-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "cn-library.h"
#include "cn-network-key.h"

#define INDENT 18

struct _CnFilterPopover
{
  GtkPopover      parent_instance;

  CnTimeline     *timeline;

  AdwToggleGroup *shows;
  GtkWidget      *heading;
  GtkBox         *networks;
  gboolean        is_syncing;
};

typedef enum
{
  PROP_TIMELINE = 1,
} CnFilterPopoverProperty;

static GParamSpec *properties[PROP_TIMELINE + 1];

G_DEFINE_FINAL_TYPE (CnFilterPopover, cn_filter_popover, GTK_TYPE_POPOVER)

static const char *
get_id (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "network-id");
}

static gboolean
is_chosen (CnFilterPopover *self,
           const char      *id)
{
  const char * const *ids = cn_timeline_get_networks (self->timeline);

  return ids != NULL && g_strv_contains (ids, id);
}

static void
sync_marks (CnFilterPopover *self)
{
  static const char * const names[] = { "all", "unread", "starred" };

  if (self->timeline == NULL || self->is_syncing)
    return;

  self->is_syncing = TRUE;
  adw_toggle_group_set_active_name (self->shows, names[cn_timeline_get_show (self->timeline)]);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->networks));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), is_chosen (self, get_id (child)));
  self->is_syncing = FALSE;
}

static void
toggled_cb (CnFilterPopover *self,
            GtkCheckButton  *check)
{
  const char *id = get_id (GTK_WIDGET (check));

  if (self->is_syncing)
    return;

  if (gtk_check_button_get_active (check) != is_chosen (self, id))
    cn_timeline_toggle_network (self->timeline, id);
}

static void
show_cb (CnFilterPopover *self)
{
  if (self->is_syncing || self->timeline == NULL)
    return;

  cn_timeline_set_show (self->timeline, adw_toggle_group_get_active (self->shows));
}

/* The whole name on as many lines as it takes: here it is what one chooses by. */
static GtkWidget *
create_name (CnNetwork *network)
{
  GtkWidget *box = cn_network_key_new_labelled (network);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (box));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);

  return box;
}

static GtkWidget *
create_check (CnFilterPopover *self,
              CnNetwork       *network,
              int              level)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_name (network));
  gtk_widget_set_margin_start (check, level * INDENT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cn_network_get_name (network), -1);
  g_object_set_data_full (G_OBJECT (check), "network-id", g_strdup (cn_network_get_id (network)), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static void
add_checks (CnFilterPopover *self,
            GListModel      *networks,
            int              level)
{
  for (guint i = 0; networks != NULL && i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (CnNetwork) network = g_list_model_get_item (networks, i);
      gboolean is_listed = cn_network_get_n_articles (network) > 0 || is_chosen (self, cn_network_get_id (network));

      if (is_listed)
        gtk_box_append (self->networks, create_check (self, network, level));
      add_checks (self, cn_network_get_children (network), level + is_listed);
    }
}

static void
cn_filter_popover_map (GtkWidget *widget)
{
  CnFilterPopover *self = CN_FILTER_POPOVER (widget);
  GtkWidget *child;

  self->is_syncing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->networks))) != NULL)
    gtk_box_remove (self->networks, child);
  if (self->timeline != NULL)
    add_checks (self, cn_library_get_networks (cn_timeline_get_library (self->timeline)), 0);
  gtk_widget_set_visible (self->heading, gtk_widget_get_first_child (GTK_WIDGET (self->networks)) != NULL);
  self->is_syncing = FALSE;
  sync_marks (self);

  GTK_WIDGET_CLASS (cn_filter_popover_parent_class)->map (widget);
}

static void
set_timeline (CnFilterPopover *self,
              CnTimeline      *timeline)
{
  if (!g_set_object (&self->timeline, timeline))
    return;

  g_signal_connect_object (timeline, "notify::show", G_CALLBACK (sync_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::networks", G_CALLBACK (sync_marks), self, G_CONNECT_SWAPPED);
  sync_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

static void
cn_filter_popover_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CnFilterPopover *self = CN_FILTER_POPOVER (object);

  switch ((CnFilterPopoverProperty) property_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    }
}

static void
cn_filter_popover_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CnFilterPopover *self = CN_FILTER_POPOVER (object);

  switch ((CnFilterPopoverProperty) property_id)
    {
    case PROP_TIMELINE:
      set_timeline (self, g_value_get_object (value));
      break;
    }
}

static void
cn_filter_popover_dispose (GObject *object)
{
  CnFilterPopover *self = CN_FILTER_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_FILTER_POPOVER);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (cn_filter_popover_parent_class)->dispose (object);
}

static void
cn_filter_popover_class_init (CnFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_filter_popover_get_property;
  object_class->set_property = cn_filter_popover_set_property;
  object_class->dispose = cn_filter_popover_dispose;
  widget_class->map = cn_filter_popover_map;

  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, CN_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CnFilterPopover, shows);
  gtk_widget_class_bind_template_child (widget_class, CnFilterPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, CnFilterPopover, networks);
}

static void
cn_filter_popover_init (CnFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->shows, "notify::active", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
}
