/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An article as a row of a timeline shows it.
 *
 * Main thread. It borrows its strings from the immutable record that the store's reader thread has built,
 * so a page of rows costs no copies here; a newer record takes the older one's place and only what differs
 * is notified. It must not know where rows come from: the library makes it and hands it records. */

#include "config.h"

#include "cn-article-private.h"

struct _CnArticle
{
  GObject       parent_instance;

  gint64        id;
  CnArticleRow *row;        /* NULL for a placeholder */
  CnNetwork    *publisher;
  GPtrArray    *networks;   /* NULL for none */
};

typedef enum
{
  PROP_ID = 1,
  PROP_IS_LOADED,
  PROP_TITLE,
  PROP_SNIPPET,
  PROP_IS_READ,
  PROP_IS_STARRED,
} CnArticleProperty;

static GParamSpec *properties[PROP_IS_STARRED + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnArticle, cn_article, G_TYPE_OBJECT)

static void
cn_article_dispose (GObject *object)
{
  CnArticle *self = CN_ARTICLE (object);

  g_clear_object (&self->publisher);
  g_clear_pointer (&self->networks, g_ptr_array_unref);

  G_OBJECT_CLASS (cn_article_parent_class)->dispose (object);
}

static void
cn_article_finalize (GObject *object)
{
  CnArticle *self = CN_ARTICLE (object);

  g_clear_pointer (&self->row, cn_article_row_unref);

  G_OBJECT_CLASS (cn_article_parent_class)->finalize (object);
}

static void
cn_article_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CnArticle *self = CN_ARTICLE (object);

  switch ((CnArticleProperty) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_IS_LOADED:
      g_value_set_boolean (value, cn_article_is_loaded (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, cn_article_get_title (self));
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, cn_article_get_snippet (self));
      break;
    case PROP_IS_READ:
      g_value_set_boolean (value, cn_article_is_read (self));
      break;
    case PROP_IS_STARRED:
      g_value_set_boolean (value, cn_article_is_starred (self));
      break;
    }
}

static void
cn_article_class_init (CnArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = cn_article_dispose;
  object_class->finalize = cn_article_finalize;
  object_class->get_property = cn_article_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_IS_LOADED] = g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  properties[PROP_IS_READ] = g_param_spec_boolean ("is-read", NULL, NULL, FALSE, flags);
  properties[PROP_IS_STARRED] = g_param_spec_boolean ("is-starred", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CnArticle::changed:
   *
   * Something that a row shows is different, or has come: after the property notifications, once for each
   * new record.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cn_article_init (CnArticle *self)
{
}

/**
 * cn_article_new:
 * @id: its row id in the store
 *
 * Main thread.
 *
 * Returns: (transfer full): a placeholder
 */
CnArticle *
cn_article_new (gint64 id)
{
  CnArticle *self = g_object_new (CN_TYPE_ARTICLE, NULL);

  self->id = id;
  return self;
}

static gboolean
rows_are_equal (const CnArticleRow *a,
                const CnArticleRow *b)
{
  return a->is_read == b->is_read && a->is_starred == b->is_starred &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->snippet, b->snippet) == 0 &&
         g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->publisher, b->publisher) == 0 &&
         cn_date_equal (a->published, b->published) &&
         g_strv_equal ((const char * const *) a->networks, (const char * const *) b->networks);
}

static void
resolve_networks (CnArticle     *self,
                  CnNetworkTree *networks)
{
  g_set_object (&self->publisher, cn_network_tree_lookup (networks, self->row->publisher));
  g_clear_pointer (&self->networks, g_ptr_array_unref);

  for (guint i = 0; self->row->networks[i] != NULL; i++)
    {
      CnNetwork *network = cn_network_tree_lookup (networks, self->row->networks[i]);

      if (network == NULL)
        continue;
      if (self->networks == NULL)
        self->networks = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->networks, g_object_ref (network));
    }
}

static void
notify_differences (CnArticle          *self,
                    const CnArticleRow *old)
{
  GObject *object = G_OBJECT (self);
  const CnArticleRow *row = self->row;

  if (old == NULL)
    g_object_notify_by_pspec (object, properties[PROP_IS_LOADED]);
  if (g_strcmp0 (old != NULL ? old->title : NULL, row->title) != 0)
    g_object_notify_by_pspec (object, properties[PROP_TITLE]);
  if (g_strcmp0 (old != NULL ? old->snippet : NULL, row->snippet) != 0)
    g_object_notify_by_pspec (object, properties[PROP_SNIPPET]);
  if ((old != NULL && old->is_read) != row->is_read)
    g_object_notify_by_pspec (object, properties[PROP_IS_READ]);
  if ((old != NULL && old->is_starred) != row->is_starred)
    g_object_notify_by_pspec (object, properties[PROP_IS_STARRED]);
}

/**
 * cn_article_take_row:
 * @row: (transfer full): the newest row of this article
 * @networks: where to find its networks
 *
 * Puts @row in the place of what the article showed before, and notifies what is different. Main thread.
 */
void
cn_article_take_row (CnArticle     *self,
                     CnArticleRow  *row,
                     CnNetworkTree *networks)
{
  g_autoptr(CnArticleRow) old = NULL;

  g_return_if_fail (CN_IS_ARTICLE (self));
  g_return_if_fail (row != NULL && row->id == self->id);

  old = self->row;
  self->row = row;
  if (old != NULL && rows_are_equal (old, row))
    return;

  resolve_networks (self, networks);
  g_object_freeze_notify (G_OBJECT (self));
  notify_differences (self, old);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * cn_article_get_id:
 *
 * Main thread.
 *
 * Returns: its number in the store
 */
gint64
cn_article_get_id (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), 0);

  return self->id;
}

/**
 * cn_article_is_loaded:
 *
 * Main thread.
 *
 * Returns: whether its row has come; until then everything but the id is empty
 */
gboolean
cn_article_is_loaded (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), FALSE);

  return self->row != NULL;
}

/**
 * cn_article_get_title:
 *
 * Main thread.
 *
 * Returns: (nullable): its headline; %NULL when it has none or is a placeholder
 */
const char *
cn_article_get_title (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), NULL);

  return self->row != NULL ? self->row->title : NULL;
}

/**
 * cn_article_get_snippet:
 *
 * Main thread.
 *
 * Returns: (nullable): the first lines of its text
 */
const char *
cn_article_get_snippet (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), NULL);

  return self->row != NULL ? self->row->snippet : NULL;
}

/**
 * cn_article_get_language:
 *
 * Main thread.
 *
 * Returns: (nullable): BCP 47 tag of its language
 */
const char *
cn_article_get_language (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), NULL);

  return self->row != NULL ? self->row->language : NULL;
}

/**
 * cn_article_get_published:
 *
 * Main thread.
 *
 * Returns: when it says it was published, %CN_DATE_NONE when it does not say
 */
CnDate
cn_article_get_published (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), CN_DATE_NONE);

  return self->row != NULL ? self->row->published : CN_DATE_NONE;
}

/**
 * cn_article_get_publisher:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): the network that published it
 */
CnNetwork *
cn_article_get_publisher (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), NULL);

  return self->publisher;
}

/**
 * cn_article_get_n_networks:
 *
 * Main thread.
 *
 * Returns: how many networks it is about
 */
guint
cn_article_get_n_networks (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), 0);

  return self->networks != NULL ? self->networks->len : 0;
}

/**
 * cn_article_get_network:
 * @index: below cn_article_get_n_networks()
 *
 * Main thread.
 *
 * Returns: (transfer none): a network that it is about, its publisher first
 */
CnNetwork *
cn_article_get_network (CnArticle *self,
                        guint      index)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < cn_article_get_n_networks (self), NULL);

  return g_ptr_array_index (self->networks, index);
}

/**
 * cn_article_is_read:
 *
 * Main thread.
 *
 * Returns: whether somebody has opened it or marked it as read
 */
gboolean
cn_article_is_read (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), FALSE);

  return self->row != NULL && self->row->is_read;
}

/**
 * cn_article_is_starred:
 *
 * Main thread.
 *
 * Returns: whether it carries a star
 */
gboolean
cn_article_is_starred (CnArticle *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE (self), FALSE);

  return self->row != NULL && self->row->is_starred;
}
