/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colour key of a network: a square in one of libadwaita's accent colours, lightened or
 * darkened by libadwaita so that it stands out from light and dark views. The colours repeat, which
 * does no harm: the name always stands beside the square. */

#include "config.h"

#include "cn-network-key.h"

#include <adwaita.h>

#define KEY_SIZE 12

struct _CnNetworkKey
{
  GtkWidget parent_instance;

  guint     color;
};

typedef enum
{
  PROP_COLOR = 1,
} CnNetworkKeyProperty;

static GParamSpec *properties[PROP_COLOR + 1];

G_DEFINE_FINAL_TYPE (CnNetworkKey, cn_network_key, GTK_TYPE_WIDGET)

/* Neighbours in libadwaita's own order look alike: blue and teal in the dark style, orange and red in the light one. */
static const AdwAccentColor colors[CN_NETWORK_N_COLORS] = {
  ADW_ACCENT_COLOR_BLUE, ADW_ACCENT_COLOR_ORANGE, ADW_ACCENT_COLOR_GREEN,
  ADW_ACCENT_COLOR_PURPLE, ADW_ACCENT_COLOR_YELLOW, ADW_ACCENT_COLOR_RED,
  ADW_ACCENT_COLOR_TEAL, ADW_ACCENT_COLOR_PINK, ADW_ACCENT_COLOR_SLATE,
};

void
cn_network_key_snapshot (GtkSnapshot *snapshot,
                         guint        color,
                         float        x,
                         float        y,
                         float        size)
{
  GskRoundedRect outline;
  GdkRGBA rgba;

  adw_accent_color_to_standalone_rgba (colors[color % G_N_ELEMENTS (colors)],
                                       adw_style_manager_get_dark (adw_style_manager_get_default ()), &rgba);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, size, size), size / 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
cn_network_key_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = KEY_SIZE;
}

static void
cn_network_key_snapshot_widget (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  CnNetworkKey *self = CN_NETWORK_KEY (widget);
  float x = (gtk_widget_get_width (widget) - KEY_SIZE) / 2.0f;
  float y = (gtk_widget_get_height (widget) - KEY_SIZE) / 2.0f;

  cn_network_key_snapshot (snapshot, self->color, x, y, KEY_SIZE);
}

static void
cn_network_key_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CnNetworkKey *self = CN_NETWORK_KEY (object);

  switch ((CnNetworkKeyProperty) property_id)
    {
    case PROP_COLOR:
      g_value_set_uint (value, self->color);
      break;
    }
}

static void
cn_network_key_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CnNetworkKey *self = CN_NETWORK_KEY (object);

  switch ((CnNetworkKeyProperty) property_id)
    {
    case PROP_COLOR:
      if (self->color == g_value_get_uint (value))
        return;
      self->color = g_value_get_uint (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
cn_network_key_class_init (CnNetworkKeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_network_key_get_property;
  object_class->set_property = cn_network_key_set_property;
  widget_class->measure = cn_network_key_measure;
  widget_class->snapshot = cn_network_key_snapshot_widget;

  properties[PROP_COLOR] =
    g_param_spec_uint ("color", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "network-key");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cn_network_key_init (CnNetworkKey *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
cn_network_key_new_labelled (CnNetwork *network)
{
  GtkWidget *box;
  GtkWidget *label;

  g_return_val_if_fail (CN_IS_NETWORK (network), NULL);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (cn_network_get_short_name (network));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), g_object_new (CN_TYPE_NETWORK_KEY, "color", cn_network_get_color (network), NULL));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}
