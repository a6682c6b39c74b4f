/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A network of cities as the window shows it.
 *
 * Main thread. It lives as long as its library and only its two counts ever change; who counts is the
 * store, and the library brings the numbers here. */

#include "config.h"

#include "cn-network-private.h"

struct _CnNetwork
{
  GObject     parent_instance;

  char       *id;
  char       *name;
  char       *short_name;
  char       *kind;
  char       *website;
  guint       color;
  guint       n_articles;
  guint       n_unread;
  CnNetwork  *parent;      /* not owned: the parent's children own this one */
  GListStore *children;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_SHORT_NAME,
  PROP_KIND,
  PROP_WEBSITE,
  PROP_COLOR,
  PROP_N_ARTICLES,
  PROP_N_UNREAD,
} CnNetworkProperty;

static GParamSpec *properties[PROP_N_UNREAD + 1];

G_DEFINE_FINAL_TYPE (CnNetwork, cn_network, G_TYPE_OBJECT)

static void
cn_network_dispose (GObject *object)
{
  CnNetwork *self = CN_NETWORK (object);

  for (guint i = 0; self->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr(CnNetwork) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      child->parent = NULL;
    }
  g_clear_object (&self->children);

  G_OBJECT_CLASS (cn_network_parent_class)->dispose (object);
}

static void
cn_network_finalize (GObject *object)
{
  CnNetwork *self = CN_NETWORK (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->short_name, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->website, g_free);

  G_OBJECT_CLASS (cn_network_parent_class)->finalize (object);
}

static void
cn_network_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CnNetwork *self = CN_NETWORK (object);

  switch ((CnNetworkProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SHORT_NAME:
      g_value_set_string (value, self->short_name);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_WEBSITE:
      g_value_set_string (value, self->website);
      break;
    case PROP_COLOR:
      g_value_set_uint (value, self->color);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_UNREAD:
      g_value_set_uint (value, self->n_unread);
      break;
    }
}

static void
cn_network_class_init (CnNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = cn_network_dispose;
  object_class->finalize = cn_network_finalize;
  object_class->get_property = cn_network_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_SHORT_NAME] = g_param_spec_string ("short-name", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_WEBSITE] = g_param_spec_string ("website", NULL, NULL, NULL, flags);
  properties[PROP_COLOR] = g_param_spec_uint ("color", NULL, NULL, 0, CN_NETWORK_N_COLORS - 1, 0, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_UNREAD] = g_param_spec_uint ("n-unread", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cn_network_init (CnNetwork *self)
{
  self->children = g_list_store_new (CN_TYPE_NETWORK);
}

/**
 * cn_network_new:
 * @record: what the registry or the store says of it
 * @parent: (nullable): the network that it is a campaign or an initiative of; takes it among its children
 * @color: index of its colour key, below %CN_NETWORK_N_COLORS
 *
 * Main thread.
 *
 * Returns: (transfer full): a network with @record's counts
 */
CnNetwork *
cn_network_new (const CnNetworkRecord *record,
                CnNetwork             *parent,
                guint                  color)
{
  CnNetwork *self;

  g_return_val_if_fail (record != NULL && record->key != NULL, NULL);
  g_return_val_if_fail (parent == NULL || CN_IS_NETWORK (parent), NULL);
  g_return_val_if_fail (color < CN_NETWORK_N_COLORS, NULL);

  self = g_object_new (CN_TYPE_NETWORK, NULL);
  self->id = g_strdup (record->key);
  self->name = g_strdup (record->name);
  self->short_name = g_strdup (record->short_name != NULL ? record->short_name : record->name);
  self->kind = g_strdup (record->kind);
  self->website = g_strdup (record->website);
  self->color = color;
  self->n_articles = record->n_articles;
  self->n_unread = record->n_unread;
  self->parent = parent;
  if (parent != NULL)
    g_list_store_append (parent->children, self);

  return self;
}

/**
 * cn_network_set_counts:
 *
 * Takes over what the store has counted and notifies what is different. Main thread.
 */
void
cn_network_set_counts (CnNetwork *self,
                       guint      n_articles,
                       guint      n_unread)
{
  g_return_if_fail (CN_IS_NETWORK (self));

  if (self->n_articles != n_articles)
    {
      self->n_articles = n_articles;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
    }
  if (self->n_unread != n_unread)
    {
      self->n_unread = n_unread;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNREAD]);
    }
}

/**
 * cn_network_get_id:
 *
 * Main thread.
 *
 * Returns: its id in the registry
 */
const char *
cn_network_get_id (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return self->id;
}

/**
 * cn_network_get_name:
 *
 * Main thread.
 *
 * Returns: its official name
 */
const char *
cn_network_get_name (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return self->name;
}

/**
 * cn_network_get_short_name:
 *
 * Main thread.
 *
 * Returns: what a list shows
 */
const char *
cn_network_get_short_name (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return self->short_name;
}

/**
 * cn_network_get_kind:
 *
 * Main thread.
 *
 * Returns: (nullable): network, campaign, initiative, observatory, charter or award
 */
const char *
cn_network_get_kind (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return self->kind;
}

/**
 * cn_network_get_website:
 *
 * Main thread.
 *
 * Returns: (nullable): the address of its home page
 */
const char *
cn_network_get_website (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return self->website;
}

/**
 * cn_network_get_color:
 *
 * Main thread.
 *
 * Returns: index of its colour key, 0 to 8; a campaign has its parent's
 */
guint
cn_network_get_color (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), 0);

  return self->color;
}

/**
 * cn_network_get_n_articles:
 *
 * Main thread.
 *
 * Returns: how many articles are about it
 */
guint
cn_network_get_n_articles (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), 0);

  return self->n_articles;
}

/**
 * cn_network_get_n_unread:
 *
 * Main thread.
 *
 * Returns: how many unread articles are about it
 */
guint
cn_network_get_n_unread (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), 0);

  return self->n_unread;
}

/**
 * cn_network_get_parent:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): the network that it is a campaign or an initiative of
 */
CnNetwork *
cn_network_get_parent (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return self->parent;
}

/**
 * cn_network_get_children:
 *
 * Main thread.
 *
 * Returns: (transfer none): a list of #CnNetwork in the registry's order
 */
GListModel *
cn_network_get_children (CnNetwork *self)
{
  g_return_val_if_fail (CN_IS_NETWORK (self), NULL);

  return G_LIST_MODEL (self->children);
}
