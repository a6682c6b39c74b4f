/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One object for each article while anybody holds it.
 *
 * Main thread. The map holds no reference: an article leaves it by itself when its last holder lets go,
 * and comes back as a new object when somebody asks again. A weak notification and not a GWeakRef, because
 * a row that dies must not leave a slot behind: scrolling through a million rows leaves an empty map. */

#include "config.h"

#include "cn-article-map.h"

struct _CnArticleMap
{
  GHashTable *by_id;   /* gint64 of the entry → CnEntry */
};

typedef struct
{
  gint64        id;
  CnArticle    *article;   /* not owned */
  CnArticleMap *map;
} CnEntry;

static void
article_gone_cb (gpointer  data,
                 GObject  *where_the_object_was)
{
  CnEntry *entry = data;

  entry->article = NULL;
  g_hash_table_remove (entry->map->by_id, &entry->id);
}

static void
entry_free (gpointer data)
{
  CnEntry *entry = data;

  if (entry->article != NULL)
    g_object_weak_unref (G_OBJECT (entry->article), article_gone_cb, entry);
  g_free (entry);
}

/**
 * cn_article_map_new:
 *
 * Main thread.
 *
 * Returns: (transfer full): an empty map
 */
CnArticleMap *
cn_article_map_new (void)
{
  CnArticleMap *self = g_new0 (CnArticleMap, 1);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  return self;
}

/**
 * cn_article_map_free:
 *
 * Main thread. Articles may live on without it.
 */
void
cn_article_map_free (CnArticleMap *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_free (self);
}

/**
 * cn_article_map_ensure:
 *
 * Main thread.
 *
 * Returns: (transfer full): the article of that id, a new placeholder when nobody holds it
 */
CnArticle *
cn_article_map_ensure (CnArticleMap *self,
                       gint64        id)
{
  CnEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = g_hash_table_lookup (self->by_id, &id);
  if (entry != NULL)
    return g_object_ref (entry->article);

  entry = g_new0 (CnEntry, 1);
  entry->id = id;
  entry->map = self;
  entry->article = cn_article_new (id);
  g_object_weak_ref (G_OBJECT (entry->article), article_gone_cb, entry);
  g_hash_table_insert (self->by_id, &entry->id, entry);
  return entry->article;
}

/**
 * cn_article_map_lookup:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): the article of that id if somebody holds it
 */
CnArticle *
cn_article_map_lookup (CnArticleMap *self,
                       gint64        id)
{
  CnEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = g_hash_table_lookup (self->by_id, &id);
  return entry != NULL ? entry->article : NULL;
}

/**
 * cn_article_map_get_size:
 *
 * Main thread.
 *
 * Returns: how many articles somebody holds
 */
guint
cn_article_map_get_size (CnArticleMap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->by_id);
}

/**
 * cn_article_map_dup_ids:
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type gint64): the ids of the articles that somebody holds
 */
GArray *
cn_article_map_dup_ids (CnArticleMap *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (self != NULL, ids);

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CnEntry *entry = value;

      g_array_append_val (ids, entry->id);
    }

  return ids;
}
