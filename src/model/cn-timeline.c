/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A lazy list of articles, newest first, undated last.
 *
 * Main thread. It holds the ordered entries (id and sort key) of what its filter matches and makes an
 * article object only when somebody asks for one. Loading and changing the list is in cn-timeline-update.c,
 * fetching rows in cn-row-loader.c.
 *
 * Marks and filters: an article that is opened in the Unread view becomes read and would vanish under the
 * hand of whoever is reading it. So a change of marks adds rows but never takes one out; what no longer
 * matches goes with the next change of the filter or cn_timeline_reload(). The same holds for stars. */

#include "config.h"

#include "cn-timeline-private.h"

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SHOW,
  PROP_NETWORKS,
  PROP_IS_LOADING,
  PROP_ERROR_MESSAGE,
} CnTimelineProperty;

static GParamSpec *properties[PROP_ERROR_MESSAGE + 1];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_ENUM_TYPE (CnTimelineShow, cn_timeline_show,
                    G_DEFINE_ENUM_VALUE (CN_TIMELINE_SHOW_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (CN_TIMELINE_SHOW_UNREAD, "unread"),
                    G_DEFINE_ENUM_VALUE (CN_TIMELINE_SHOW_STARRED, "starred"))

G_DEFINE_FINAL_TYPE_WITH_CODE (CnTimeline, cn_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cn_timeline_get_item_type (GListModel *model)
{
  return CN_TYPE_ARTICLE;
}

static guint
cn_timeline_get_n_items (GListModel *model)
{
  return cn_entry_view_get_length (&CN_TIMELINE (model)->view);
}

/* The page around @position, by ids: positions may have moved before the page is fetched. */
static void
request_page (CnTimeline *self,
              guint       position)
{
  gint64 ids[CN_ROW_PAGE];
  guint start = position - position % CN_ROW_PAGE;
  guint end = MIN (start + CN_ROW_PAGE, cn_entry_view_get_length (&self->view));

  for (guint i = start; i < end; i++)
    ids[i - start] = cn_entry_view_get (&self->view, i)->id;
  cn_row_loader_request (self->rows, ids, end - start);
}

static gpointer
cn_timeline_get_item (GListModel *model,
                      guint       position)
{
  CnTimeline *self = CN_TIMELINE (model);
  CnArticle *article;

  if (position >= cn_entry_view_get_length (&self->view))
    return NULL;

  article = cn_library_dup_article (self->library, cn_entry_view_get (&self->view, position)->id);
  if (cn_article_is_loaded (article))
    cn_row_loader_keep (self->rows, article);
  else
    request_page (self, position);
  return article;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cn_timeline_get_item_type;
  iface->get_n_items = cn_timeline_get_n_items;
  iface->get_item = cn_timeline_get_item;
}

static void
state_changed_cb (CnTimeline *self)
{
  CnLibraryState state = cn_library_get_state (self->library);

  if (state == CN_LIBRARY_STATE_OPENING || self->library->store != NULL || state == CN_LIBRARY_STATE_READY)
    return;

  cn_timeline_set_error (self, cn_library_get_error_message (self->library));
}

static void
store_changed_cb (CnTimeline *self,
                  guint       what,
                  GArray     *ids,
                  GPtrArray  *rows)
{
  const guint lists = CN_STORE_CHANGE_ARTICLES | CN_STORE_CHANGE_MARKS | CN_STORE_CHANGE_ALL;

  if ((what & lists) == 0)
    return;
  if (what == CN_STORE_CHANGE_MARKS && self->show == CN_TIMELINE_SHOW_ALL)
    return;

  if (ids != NULL && rows != NULL && self->has_loaded)
    {
      cn_timeline_queue_rows (self, ids, rows);
    }
  else
    {
      self->wants_reload = TRUE;
    }
  cn_timeline_continue (self);
}

static void
cn_timeline_constructed (GObject *object)
{
  CnTimeline *self = CN_TIMELINE (object);

  G_OBJECT_CLASS (cn_timeline_parent_class)->constructed (object);

  self->rows = cn_row_loader_new (self->library);
  g_signal_connect_object (self->library, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "store-changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  cn_timeline_start_load (self);
}

static void
cn_timeline_dispose (GObject *object)
{
  CnTimeline *self = CN_TIMELINE (object);

  cn_timeline_drop_work (self);
  g_clear_pointer (&self->rows, cn_row_loader_free);
  g_hash_table_remove_all (self->pending);
  if (self->view.tail != NULL && self->library != NULL)
    cn_library_release_later (self->library, g_steal_pointer (&self->view.tail));
  g_clear_pointer (&self->edits, g_array_unref);
  cn_entry_view_clear (&self->view);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (cn_timeline_parent_class)->dispose (object);
}

static void
cn_timeline_finalize (GObject *object)
{
  CnTimeline *self = CN_TIMELINE (object);

  g_clear_pointer (&self->networks, g_strfreev);
  g_clear_pointer (&self->error_message, g_free);
  g_clear_pointer (&self->pending, g_hash_table_unref);

  G_OBJECT_CLASS (cn_timeline_parent_class)->finalize (object);
}

static void
cn_timeline_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CnTimeline *self = CN_TIMELINE (object);

  switch ((CnTimelineProperty) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SHOW:
      g_value_set_enum (value, (int) self->show);
      break;
    case PROP_NETWORKS:
      g_value_set_boxed (value, self->networks);
      break;
    case PROP_IS_LOADING:
      g_value_set_boolean (value, cn_timeline_is_loading (self));
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    }
}

static void
cn_timeline_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  CnTimeline *self = CN_TIMELINE (object);

  switch ((CnTimelineProperty) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SHOW:
      cn_timeline_set_show (self, (CnTimelineShow) g_value_get_enum (value));
      break;
    case PROP_NETWORKS:
      cn_timeline_set_networks (self, g_value_get_boxed (value));
      break;
    case PROP_IS_LOADING:
    case PROP_ERROR_MESSAGE:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
cn_timeline_class_init (CnTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = cn_timeline_constructed;
  object_class->dispose = cn_timeline_dispose;
  object_class->finalize = cn_timeline_finalize;
  object_class->get_property = cn_timeline_get_property;
  object_class->set_property = cn_timeline_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, CN_TYPE_LIBRARY, G_PARAM_READWRITE |
                                                  G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW] = g_param_spec_enum ("show", NULL, NULL, CN_TYPE_TIMELINE_SHOW, CN_TIMELINE_SHOW_ALL,
                                             G_PARAM_READWRITE | flags);
  properties[PROP_NETWORKS] = g_param_spec_boxed ("networks", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | flags);
  properties[PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, TRUE, G_PARAM_READABLE | flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, G_PARAM_READABLE | flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cn_timeline_init (CnTimeline *self)
{
  cn_entry_view_init (&self->view);
  self->networks = g_new0 (char *, 1);
  self->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

/* Says why nothing can be shown; %NULL when something can. */
void
cn_timeline_set_error (CnTimeline *self,
                       const char *message)
{
  gboolean was_loading = cn_timeline_is_loading (self);

  if (g_set_str (&self->error_message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
  if (cn_timeline_is_loading (self) != was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADING]);
}

/* From now on the list says what there is. */
void
cn_timeline_set_has_loaded (CnTimeline *self)
{
  gboolean was_loading = cn_timeline_is_loading (self);

  self->has_loaded = TRUE;
  if (was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADING]);
}

/**
 * cn_timeline_new:
 * @library: a library, open or not
 *
 * Main thread.
 *
 * Returns: (transfer full): a timeline of everything, which begins to load
 */
CnTimeline *
cn_timeline_new (CnLibrary *library)
{
  g_return_val_if_fail (CN_IS_LIBRARY (library), NULL);

  return g_object_new (CN_TYPE_TIMELINE, "library", library, NULL);
}

/**
 * cn_timeline_get_library:
 *
 * Returns: the library whose articles it lists
 */
CnLibrary *
cn_timeline_get_library (CnTimeline *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE (self), NULL);

  return self->library;
}

/**
 * cn_timeline_get_show:
 *
 * Main thread.
 *
 * Returns: which articles of the chosen networks are shown
 */
CnTimelineShow
cn_timeline_get_show (CnTimeline *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE (self), CN_TIMELINE_SHOW_ALL);

  return self->show;
}

/**
 * cn_timeline_set_show:
 *
 * Main thread.
 */
void
cn_timeline_set_show (CnTimeline     *self,
                      CnTimelineShow  show)
{
  g_return_if_fail (CN_IS_TIMELINE (self));

  cn_timeline_set_filter (self, show, (const char * const *) self->networks);
}

/**
 * cn_timeline_get_networks:
 *
 * Main thread.
 *
 * Returns: (transfer none): ids of the networks whose articles are shown, in the order in which they were
 *   chosen; empty for all
 */
const char * const *
cn_timeline_get_networks (CnTimeline *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE (self), NULL);

  return (const char * const *) self->networks;
}

/**
 * cn_timeline_set_networks:
 * @ids: (nullable): ids of networks; %NULL or empty for all
 *
 * Main thread.
 */
void
cn_timeline_set_networks (CnTimeline         *self,
                          const char * const *ids)
{
  g_return_if_fail (CN_IS_TIMELINE (self));

  cn_timeline_set_filter (self, self->show, ids);
}

/**
 * cn_timeline_toggle_network:
 * @id: id of a network
 *
 * Adds a network to those that are shown, or takes it out. Main thread.
 */
void
cn_timeline_toggle_network (CnTimeline *self,
                            const char *id)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  gboolean was_there = FALSE;

  g_return_if_fail (CN_IS_TIMELINE (self));
  g_return_if_fail (id != NULL);

  for (guint i = 0; self->networks[i] != NULL; i++)
    {
      if (g_str_equal (self->networks[i], id))
        was_there = TRUE;
      else
        g_strv_builder_add (builder, self->networks[i]);
    }
  if (!was_there)
    g_strv_builder_add (builder, id);

  ids = g_strv_builder_end (builder);
  cn_timeline_set_networks (self, (const char * const *) ids);
}

static GStrv
dup_set (const char * const *ids)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (g_hash_table_add (seen, (char *) ids[i]))
        g_strv_builder_add (builder, ids[i]);
    }

  return g_strv_builder_end (builder);
}

static gboolean
are_same_set (const char * const *a,
              const char * const *b)
{
  if (g_strv_length ((GStrv) a) != g_strv_length ((GStrv) b))
    return FALSE;

  for (guint i = 0; a[i] != NULL; i++)
    {
      if (!g_strv_contains (b, a[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * cn_timeline_set_filter:
 * @show: which articles
 * @ids: (nullable): of which networks; %NULL or empty for all
 *
 * Changes both at once. The list answers as before until the first entries of the new one are there. Main
 * thread.
 */
void
cn_timeline_set_filter (CnTimeline         *self,
                        CnTimelineShow      show,
                        const char * const *ids)
{
  g_auto(GStrv) networks = NULL;
  gboolean same_networks;
  gboolean same_show;

  g_return_if_fail (CN_IS_TIMELINE (self));

  networks = dup_set (ids);
  same_networks = are_same_set ((const char * const *) networks, (const char * const *) self->networks);
  same_show = show == self->show;
  if (same_networks && same_show)
    return;

  self->show = show;
  if (!same_networks)
    {
      g_strfreev (self->networks);
      self->networks = g_steal_pointer (&networks);
    }

  cn_timeline_start_load (self);
  if (!same_show)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW]);
  if (!same_networks)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NETWORKS]);
}

/**
 * cn_timeline_is_loading:
 *
 * Main thread.
 *
 * Returns: whether nothing can be said yet, not even that there is nothing
 */
gboolean
cn_timeline_is_loading (CnTimeline *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE (self), FALSE);

  return !self->has_loaded && self->error_message == NULL;
}

/**
 * cn_timeline_get_error_message:
 *
 * Main thread.
 *
 * Returns: (nullable): why the list could not be had, in words for a log
 */
const char *
cn_timeline_get_error_message (CnTimeline *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE (self), NULL);

  return self->error_message;
}

/**
 * cn_timeline_reload:
 *
 * Asks the store again; what no longer matches the filter goes. Main thread.
 */
void
cn_timeline_reload (CnTimeline *self)
{
  g_return_if_fail (CN_IS_TIMELINE (self));

  cn_timeline_start_reload (self, FALSE);
}

/**
 * cn_timeline_get_section:
 * @position: a position in the list
 * @start: (out): the first position of the same month
 * @end: (out): the one after its last
 *
 * Main thread. Costs a few comparisons whatever the length.
 *
 * Returns: the month, the year of those whose month is unknown, or %CN_DATE_NONE for the undated
 */
CnDate
cn_timeline_get_section (CnTimeline *self,
                         guint       position,
                         guint      *start,
                         guint      *end)
{
  gint64 section;

  g_return_val_if_fail (CN_IS_TIMELINE (self), CN_DATE_NONE);
  g_return_val_if_fail (start != NULL && end != NULL, CN_DATE_NONE);

  /* As GtkSectionModel wants it behind the end. */
  if (position >= cn_entry_view_get_length (&self->view))
    {
      *start = cn_entry_view_get_length (&self->view);
      *end = G_MAXUINT;
      return CN_DATE_NONE;
    }

  cn_entry_view_get_section (&self->view, position, start, end);
  section = cn_entry_view_get (&self->view, position)->sort_key / CN_DATE_KEYS_PER_SECTION;
  return cn_date_from_sort_key (section * CN_DATE_KEYS_PER_SECTION);
}

/**
 * cn_timeline_find_article:
 * @id: an article's id
 *
 * Main thread. Quick for an article whose row somebody holds; looks at every entry otherwise. An article that has just
 * got another date is not found before the list has taken note of it.
 *
 * Returns: its position, or %G_MAXUINT when it is not in the list
 */
guint
cn_timeline_find_article (CnTimeline *self,
                          gint64      id)
{
  CnArticle *article;

  g_return_val_if_fail (CN_IS_TIMELINE (self), G_MAXUINT);

  article = cn_article_map_lookup (self->library->articles, id);
  if (article != NULL && cn_article_is_loaded (article))
    return cn_entry_view_find_entry (&self->view, cn_date_get_sort_key (cn_article_get_published (article)), id);

  return cn_entry_view_find_id (&self->view, id);
}
