/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles, networks and marks of one store.
 *
 * Main thread. The library owns the store and is the only way to it for the models: it says in which state
 * the store is, keeps one object for each network and for each article in use, and hands every commit on
 * together with the rows that it touched. Opening and closing are in cn-library-open.c, commits in
 * cn-library-changes.c, what users do in cn-library-actions.c. It must not know how anything is shown. */

#include "config.h"

#include "cn-library-private.h"

typedef enum
{
  PROP_PATH = 1,
  PROP_STATE,
  PROP_ERROR_MESSAGE,
  PROP_NETWORKS,
  PROP_N_ARTICLES,
  PROP_N_UNREAD,
  PROP_N_STARRED,
} CnLibraryProperty;

static GParamSpec *properties[PROP_N_STARRED + 1];

enum
{
  SIGNAL_STORE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (CnLibraryState, cn_library_state,
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_READ_ONLY, "read-only"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_TOO_NEW, "too-new"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_DAMAGED, "damaged"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_FOREIGN, "foreign"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_FULL, "full"),
                    G_DEFINE_ENUM_VALUE (CN_LIBRARY_STATE_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (CnLibrary, cn_library, G_TYPE_OBJECT)

static void
cn_library_dispose (GObject *object)
{
  CnLibrary *self = CN_LIBRARY (object);

  cn_library_detach_store (self);
  dex_clear (&self->opening);
  dex_clear (&self->creating);
  dex_clear (&self->workers);

  G_OBJECT_CLASS (cn_library_parent_class)->dispose (object);
}

static void
cn_library_finalize (GObject *object)
{
  CnLibrary *self = CN_LIBRARY (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->error_message, g_free);
  g_clear_pointer (&self->networks, cn_network_tree_free);
  g_clear_pointer (&self->articles, cn_article_map_free);
  g_clear_pointer (&self->pending_ids, g_hash_table_unref);

  G_OBJECT_CLASS (cn_library_parent_class)->finalize (object);
}

static void
cn_library_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CnLibrary *self = CN_LIBRARY (object);

  switch ((CnLibraryProperty) property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    case PROP_NETWORKS:
      g_value_set_object (value, cn_library_get_networks (self));
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->tally.n_articles);
      break;
    case PROP_N_UNREAD:
      g_value_set_uint (value, self->tally.n_unread);
      break;
    case PROP_N_STARRED:
      g_value_set_uint (value, self->tally.n_starred);
      break;
    }
}

static void
cn_library_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  CnLibrary *self = CN_LIBRARY (object);

  switch ((CnLibraryProperty) property_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_STATE:
    case PROP_ERROR_MESSAGE:
    case PROP_NETWORKS:
    case PROP_N_ARTICLES:
    case PROP_N_UNREAD:
    case PROP_N_STARRED:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
cn_library_class_init (CnLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = cn_library_dispose;
  object_class->finalize = cn_library_finalize;
  object_class->get_property = cn_library_get_property;
  object_class->set_property = cn_library_set_property;

  /* GLib registers compiled-in resources when somebody first asks, and a thread that asks while another one does it
   * finds none (one start in a hundred crashed in the schema or in the registry). So the main thread asks before there
   * are others. */
  g_resources_get_info ("/", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                               G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CN_TYPE_LIBRARY_STATE, CN_LIBRARY_STATE_OPENING,
                                              flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, flags);
  properties[PROP_NETWORKS] = g_param_spec_object ("networks", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_UNREAD] = g_param_spec_uint ("n-unread", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_STARRED] = g_param_spec_uint ("n-starred", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_STORE_CHANGED] =
    g_signal_new ("store-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_ARRAY, G_TYPE_PTR_ARRAY);
}

static void
cn_library_init (CnLibrary *self)
{
  self->networks = cn_network_tree_new ();
  self->articles = cn_article_map_new ();
  self->workers = dex_thread_pool_new (1);
  self->pending_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * cn_library_new:
 * @path: where its store is or will be
 *
 * Main thread. Touches no file: cn_library_open() does.
 *
 * Returns: (transfer full): a library that is not open yet
 */
CnLibrary *
cn_library_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (CN_TYPE_LIBRARY, "path", path, NULL);
}

/**
 * cn_library_dup_default_path:
 *
 * Any thread.
 *
 * Returns: (transfer full): where the user's own library is kept
 */
char *
cn_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "citynet", "citynet.db", NULL);
}

/* Says in which state the store is; @error_message: (nullable): words for the log. */
void
cn_library_set_state (CnLibrary      *self,
                      CnLibraryState  state,
                      const char     *error_message)
{
  g_return_if_fail (CN_IS_LIBRARY (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->error_message, error_message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* Takes over what the store has counted. */
void
cn_library_set_tally (CnLibrary     *self,
                      const CnTally *tally)
{
  CnTally old;

  g_return_if_fail (CN_IS_LIBRARY (self));

  old = self->tally;
  self->tally = *tally;
  if (old.n_articles != tally->n_articles)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
  if (old.n_unread != tally->n_unread)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNREAD]);
  if (old.n_starred != tally->n_starred)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_STARRED]);
}

/* Tells the model's own files what a commit has touched. */
void
cn_library_emit_changed (CnLibrary     *self,
                         CnStoreChange  what,
                         GArray        *ids,
                         GPtrArray     *rows)
{
  g_return_if_fail (CN_IS_LIBRARY (self));

  g_signal_emit (self, signals[SIGNAL_STORE_CHANGED], 0, (guint) what, ids, rows);
}

/* The one object of that article, a placeholder when nobody held it. */
CnArticle *
cn_library_dup_article (CnLibrary *self,
                        gint64     id)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), NULL);

  return cn_article_map_ensure (self->articles, id);
}

/* Gives @article its newest row; keeps none. */
void
cn_library_take_row (CnLibrary    *self,
                     CnArticle    *article,
                     CnArticleRow *row)
{
  g_return_if_fail (CN_IS_LIBRARY (self));

  cn_article_take_row (article, cn_article_row_ref (row), self->networks);
}

static DexFuture *
release_array_thread (gpointer data)
{
  GArray **array = data;

  g_clear_pointer (array, g_array_unref);
  return NULL;
}

/* Gives back @array: a long one on the worker, because returning its pages to the system takes longer than
 * a frame has. */
void
cn_library_release_later (CnLibrary *self,
                          GArray    *array)
{
  GArray **holder;

  g_return_if_fail (CN_IS_LIBRARY (self));

  if (array->len < 65536 || self->workers == NULL)
    {
      g_array_unref (array);
      return;
    }

  holder = g_new (GArray *, 1);
  *holder = array;
  dex_future_disown (dex_thread_pool_submit (self->workers, "[cn-release]", release_array_thread, holder, g_free));
}

/**
 * cn_library_get_path:
 *
 * Main thread.
 *
 * Returns: (transfer none): where the store is
 */
const char *
cn_library_get_path (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * cn_library_get_state:
 *
 * Main thread.
 *
 * Returns: what can be done with the store right now
 */
CnLibraryState
cn_library_get_state (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), CN_LIBRARY_STATE_FAILED);

  return self->state;
}

/**
 * cn_library_get_error_message:
 *
 * Main thread.
 *
 * Returns: (nullable): why the state is what it is, in words for a log and never for a screen
 */
const char *
cn_library_get_error_message (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), NULL);

  return self->error_message;
}

/**
 * cn_library_get_networks:
 *
 * Main thread.
 *
 * Returns: (transfer none): the networks without a parent; the same list for the library's whole life
 */
GListModel *
cn_library_get_networks (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), NULL);

  return cn_network_tree_get_top (self->networks);
}

/**
 * cn_library_lookup_network:
 * @id: an id of the registry
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): the network of that id, at whatever depth
 */
CnNetwork *
cn_library_lookup_network (CnLibrary  *self,
                           const char *id)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), NULL);

  return cn_network_tree_lookup (self->networks, id);
}

/**
 * cn_library_get_n_articles:
 *
 * Main thread.
 *
 * Returns: how many articles there are
 */
guint
cn_library_get_n_articles (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), 0);

  return self->tally.n_articles;
}

/**
 * cn_library_get_n_unread:
 *
 * Main thread.
 *
 * Returns: how many of them are unread
 */
guint
cn_library_get_n_unread (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), 0);

  return self->tally.n_unread;
}

/**
 * cn_library_get_n_starred:
 *
 * Main thread.
 *
 * Returns: how many of them carry a star
 */
guint
cn_library_get_n_starred (CnLibrary *self)
{
  g_return_val_if_fail (CN_IS_LIBRARY (self), 0);

  return self->tally.n_starred;
}
