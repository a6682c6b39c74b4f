/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the sidebar. A network's row follows its counts; the sidebar sets those of the others. */

#include "config.h"

#include "cn-sidebar-row.h"

#include <glib/gi18n.h>

#include "cn-network-key.h"

#define INDENT 18

struct _CnSidebarRow
{
  GtkListBoxRow     parent_instance;

  CnSidebarRowKind  kind;
  CnTimelineShow    show;
  CnNetwork        *network;
  guint             order;
  char             *title_text;
  guint             n_articles;

  GtkWidget        *icon;
  GtkWidget        *key;
  GtkLabel         *count;
  GtkWidget        *arrow;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_COUNT,
} CnSidebarRowProperty;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (CnSidebarRow, cn_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_accessible (CnSidebarRow *self)
{
  g_autofree char *label = NULL;
  const char *name = self->network != NULL ? cn_network_get_name (self->network) : self->title_text;

  /* Translators: spoken for a row of the sidebar: "Eurocities, 12 articles" */
  label = g_strdup_printf (self->kind == CN_SIDEBAR_ROW_TOGGLE
                             ? ngettext ("%s, %u network", "%s, %u networks", self->n_articles)
                             : ngettext ("%s, %u article", "%s, %u articles", self->n_articles),
                           name, self->n_articles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
cn_sidebar_row_set_count (CnSidebarRow *self,
                          guint         count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CN_IS_SIDEBAR_ROW (self));

  if (self->n_articles == count)
    return;

  self->n_articles = count;
  text = count > 0 ? g_strdup_printf ("%'u", count) : g_strdup ("");
  gtk_label_set_label (self->count, text);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
n_articles_cb (CnSidebarRow *self)
{
  cn_sidebar_row_set_count (self, cn_network_get_n_articles (self->network));
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (self));
}

static void
cn_sidebar_row_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CnSidebarRow *self = CN_SIDEBAR_ROW (object);

  switch ((CnSidebarRowProperty) property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title_text);
      break;

    case PROP_COUNT:
      g_value_set_uint (value, self->n_articles);
      break;
    }
}

static void
cn_sidebar_row_dispose (GObject *object)
{
  CnSidebarRow *self = CN_SIDEBAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->network);

  G_OBJECT_CLASS (cn_sidebar_row_parent_class)->dispose (object);
}

static void
cn_sidebar_row_finalize (GObject *object)
{
  CnSidebarRow *self = CN_SIDEBAR_ROW (object);

  g_clear_pointer (&self->title_text, g_free);

  G_OBJECT_CLASS (cn_sidebar_row_parent_class)->finalize (object);
}

static void
cn_sidebar_row_class_init (CnSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_sidebar_row_get_property;
  object_class->dispose = cn_sidebar_row_dispose;
  object_class->finalize = cn_sidebar_row_finalize;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (CN_TYPE_NETWORK_KEY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CnSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CnSidebarRow, key);
  gtk_widget_class_bind_template_child (widget_class, CnSidebarRow, count);
  gtk_widget_class_bind_template_child (widget_class, CnSidebarRow, arrow);
}

static void
cn_sidebar_row_init (CnSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CnSidebarRow *
create (CnSidebarRowKind  kind,
        const char       *title)
{
  CnSidebarRow *self = g_object_new (CN_TYPE_SIDEBAR_ROW, NULL);

  self->kind = kind;
  self->title_text = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  update_accessible (self);

  return self;
}

GtkWidget *
cn_sidebar_row_new_show (CnTimelineShow show)
{
  static const struct
  {
    const char *title;
    const char *icon_name;
  } shows[] = {
    [CN_TIMELINE_SHOW_ALL]     = { N_("All Articles"), "view-list-symbolic" },
    [CN_TIMELINE_SHOW_UNREAD]  = { N_("Unread"), "mail-unread-symbolic" },
    [CN_TIMELINE_SHOW_STARRED] = { N_("Starred"), "starred-symbolic" },
  };
  CnSidebarRow *self;

  g_return_val_if_fail ((guint) show < G_N_ELEMENTS (shows), NULL);

  self = create (CN_SIDEBAR_ROW_SHOW, _(shows[show].title));
  self->show = show;
  self->order = show;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), shows[show].icon_name);
  gtk_widget_set_visible (self->icon, TRUE);

  return GTK_WIDGET (self);
}

GtkWidget *
cn_sidebar_row_new_network (CnNetwork *network,
                            guint      order)
{
  CnSidebarRow *self;
  int level = 0;

  g_return_val_if_fail (CN_IS_NETWORK (network), NULL);

  self = create (CN_SIDEBAR_ROW_NETWORK, cn_network_get_short_name (network));
  self->network = g_object_ref (network);
  self->order = order;
  for (CnNetwork *parent = cn_network_get_parent (network); parent != NULL; parent = cn_network_get_parent (parent))
    level++;
  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), level * INDENT);
  gtk_widget_set_visible (self->key, TRUE);
  g_object_set (self->key, "color", cn_network_get_color (network), NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), cn_network_get_name (network));
  g_signal_connect_object (network, "notify::n-articles", G_CALLBACK (n_articles_cb), self, G_CONNECT_SWAPPED);
  cn_sidebar_row_set_count (self, cn_network_get_n_articles (network));
  update_accessible (self);

  return GTK_WIDGET (self);
}

GtkWidget *
cn_sidebar_row_new_toggle (void)
{
  CnSidebarRow *self = create (CN_SIDEBAR_ROW_TOGGLE, _("Without Articles"));

  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_visible (self->arrow, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
  cn_sidebar_row_set_expanded (self, FALSE);

  return GTK_WIDGET (self);
}

CnSidebarRowKind
cn_sidebar_row_get_kind (CnSidebarRow *self)
{
  g_return_val_if_fail (CN_IS_SIDEBAR_ROW (self), CN_SIDEBAR_ROW_SHOW);

  return self->kind;
}

CnTimelineShow
cn_sidebar_row_get_show (CnSidebarRow *self)
{
  g_return_val_if_fail (CN_IS_SIDEBAR_ROW (self), CN_TIMELINE_SHOW_ALL);

  return self->show;
}

CnNetwork *
cn_sidebar_row_get_network (CnSidebarRow *self)
{
  g_return_val_if_fail (CN_IS_SIDEBAR_ROW (self), NULL);

  return self->network;
}

guint
cn_sidebar_row_get_order (CnSidebarRow *self)
{
  g_return_val_if_fail (CN_IS_SIDEBAR_ROW (self), 0);

  return self->order;
}

static gboolean
has_articles (CnNetwork *network)
{
  GListModel *children = cn_network_get_children (network);

  if (cn_network_get_n_articles (network) > 0)
    return TRUE;

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (CnNetwork) child = g_list_model_get_item (children, i);

      if (has_articles (child))
        return TRUE;
    }

  return FALSE;
}

gboolean
cn_sidebar_row_is_empty (CnSidebarRow *self)
{
  g_return_val_if_fail (CN_IS_SIDEBAR_ROW (self), FALSE);

  return self->network != NULL && !has_articles (self->network);
}

void
cn_sidebar_row_set_expanded (CnSidebarRow *self,
                             gboolean      expanded)
{
  g_return_if_fail (CN_IS_SIDEBAR_ROW (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}
