/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips above the timeline. They are few and made anew whenever the filter changes; the
 * keyboard focus moves on to the next one when a chip goes. */

#include "config.h"

#include "cn-filter-bar.h"

#include <glib/gi18n.h>

#include "cn-library.h"
#include "cn-network-key.h"

struct _CnFilterBar
{
  AdwBin       parent_instance;

  CnTimeline  *timeline;

  AdwWrapBox  *chips;
};

typedef enum
{
  PROP_TIMELINE = 1,
} CnFilterBarProperty;

static GParamSpec *properties[PROP_TIMELINE + 1];

G_DEFINE_FINAL_TYPE (CnFilterBar, cn_filter_bar, ADW_TYPE_BIN)

/* Not a template child of ours: disposing the template would take it from under the bin that holds it. */
static GtkRevealer *
get_revealer (CnFilterBar *self)
{
  return GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)));
}

static GtkWidget *
create_chip (const char *name,
             CnNetwork  *network)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = NULL;

  /* Translators: what the button on a filter's chip does; %s is the name of a network, or "Unread" */
  words = g_strdup_printf (_("Remove Filter %s"), name);

  gtk_box_append (GTK_BOX (box), network != NULL ? cn_network_key_new_labelled (network) : gtk_label_new (name));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return button;
}

static void
remove_network_cb (CnFilterBar *self,
                   GtkWidget   *chip)
{
  const char *id = g_object_get_data (G_OBJECT (chip), "network-id");

  cn_timeline_toggle_network (self->timeline, id);
}

static void
remove_show_cb (CnFilterBar *self)
{
  cn_timeline_set_show (self->timeline, CN_TIMELINE_SHOW_ALL);
}

static void
append_chip (CnFilterBar *self,
             GtkWidget   *chip,
             GCallback    callback)
{
  g_signal_connect_object (chip, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
}

static gboolean
has_focus_within (CnFilterBar *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->chips)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
update (CnFilterBar *self)
{
  const char * const *ids;
  CnTimelineShow show;
  gboolean had_focus;

  if (self->timeline == NULL)
    return;

  ids = cn_timeline_get_networks (self->timeline);
  show = cn_timeline_get_show (self->timeline);
  had_focus = has_focus_within (self);
  adw_wrap_box_remove_all (self->chips);

  if (show != CN_TIMELINE_SHOW_ALL)
    append_chip (self, create_chip (show == CN_TIMELINE_SHOW_UNREAD ? _("Unread") : _("Starred"), NULL),
                 G_CALLBACK (remove_show_cb));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      CnNetwork *network = cn_library_lookup_network (cn_timeline_get_library (self->timeline), ids[i]);
      GtkWidget *chip = create_chip (network != NULL ? cn_network_get_short_name (network) : ids[i], network);

      g_object_set_data_full (G_OBJECT (chip), "network-id", g_strdup (ids[i]), g_free);
      append_chip (self, chip, G_CALLBACK (remove_network_cb));
    }

  gtk_revealer_set_reveal_child (get_revealer (self), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
  if (had_focus)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
set_timeline (CnFilterBar *self,
              CnTimeline  *timeline)
{
  if (!g_set_object (&self->timeline, timeline))
    return;

  g_signal_connect_object (timeline, "notify::show", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::networks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* The names of a restored filter are known once the registry has come. */
  g_signal_connect_object (cn_library_get_networks (cn_timeline_get_library (timeline)), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

static void
cn_filter_bar_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CnFilterBar *self = CN_FILTER_BAR (object);

  switch ((CnFilterBarProperty) property_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    }
}

static void
cn_filter_bar_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CnFilterBar *self = CN_FILTER_BAR (object);

  switch ((CnFilterBarProperty) property_id)
    {
    case PROP_TIMELINE:
      set_timeline (self, g_value_get_object (value));
      break;
    }
}

static void
cn_filter_bar_dispose (GObject *object)
{
  CnFilterBar *self = CN_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_FILTER_BAR);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (cn_filter_bar_parent_class)->dispose (object);
}

static void
cn_filter_bar_class_init (CnFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_filter_bar_get_property;
  object_class->set_property = cn_filter_bar_set_property;
  object_class->dispose = cn_filter_bar_dispose;

  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, CN_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CnFilterBar, chips);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cn_filter_bar_init (CnFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
