/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions on articles: marks, links, and taking back what was done last. Marks are the
 * library's to set; the rows and the page follow it by themselves. */

#include "config.h"

#include "cn-window-private.h"

#include <glib/gi18n.h>

#include "cn-guard.h"

/* Nobody remembers what was done further back. */
#define MAX_UNDOS 100

static void
enable_undo (CnWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", self->undos->len > 0);
}

void
cn_window_push_undo (CnWindow   *self,
                     CnUndoKind  kind,
                     gint64      id,
                     gboolean    value)
{
  CnUndo undo = { kind, id, value };

  if (self->undos->len == MAX_UNDOS)
    g_array_remove_index (self->undos, 0);
  g_array_append_val (self->undos, undo);
  enable_undo (self);
}

/* Once only, and not when so much was done since that it is forgotten. */
gboolean
cn_window_can_undo_import (CnWindow *self,
                           gint64    import_id)
{
  for (guint i = 0; i < self->undos->len; i++)
    {
      const CnUndo *undo = &g_array_index (self->undos, CnUndo, i);

      if (undo->kind == CN_UNDO_IMPORT && undo->id == import_id)
        return TRUE;
    }

  return FALSE;
}

void
cn_window_forget_undos (CnWindow *self)
{
  g_array_set_size (self->undos, 0);
  enable_undo (self);
}

static void
show_toast (CnWindow *self,
            AdwToast *toast)
{
  /* The newest matters; a queue of old ones would only be in the way. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
}

void
cn_window_show_toast (CnWindow   *self,
                      const char *title)
{
  g_autoptr (AdwToast) toast = g_object_ref_sink (adw_toast_new (""));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  show_toast (self, toast);
}

/* Its button takes back this import, whatever has been done since. */
void
cn_window_show_import_toast (CnWindow   *self,
                             const char *title,
                             gint64      import_id)
{
  g_autoptr (AdwToast) toast = g_object_ref_sink (adw_toast_new (""));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, CN_BUTTON_TOAST_TIMEOUT);
  adw_toast_set_action_name (toast, "win.undo-import");
  adw_toast_set_action_target (toast, "x", import_id);
  show_toast (self, toast);
}

typedef struct
{
  CnUndoKind kind;
  gint64     id;
  gboolean   value;
  gboolean   is_undo;
} Marking;

static void
marked_cb (gpointer   object,
           DexFuture *reply,
           gpointer   user_data)
{
  CnWindow *self = CN_WINDOW (object);
  const Marking *marking = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value;
  GArray *changed;

  value = dex_future_get_value (reply, &error);
  if (value == NULL)
    {
      g_message ("An article could not be marked: %s", error->message);
      cn_window_show_toast (self, _("The article could not be marked"));
      return;
    }

  changed = g_value_get_boxed (value);
  if (changed == NULL || changed->len == 0 || marking->is_undo)
    return;

  /* Quietly: the row and the page show it, and whoever reads on would only be disturbed. */
  cn_window_push_undo (self, marking->kind, marking->id, !marking->value);
}

static void
mark (CnWindow   *self,
      CnUndoKind  kind,
      gint64      id,
      gboolean    value,
      gboolean    is_undo)
{
  Marking *marking;
  DexFuture *future;

  if (cn_library_get_state (self->library) != CN_LIBRARY_STATE_READY)
    return;

  marking = g_new0 (Marking, 1);
  *marking = (Marking) { kind, id, value, is_undo };
  future = kind == CN_UNDO_READ
             ? cn_library_set_read (self->library, &id, 1, value)
             : cn_library_set_starred (self->library, &id, 1, value);
  cn_guard_reply (future, self, marked_cb, marking, g_free);
}

/* Opening an article reads it. */
void
cn_window_mark_read (CnWindow *self,
                     gint64    id)
{
  mark (self, CN_UNDO_READ, id, TRUE, FALSE);
}

static void
set_mark_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gint64 id;
  gboolean value;

  g_variant_get (parameter, "(xb)", &id, &value);
  mark (CN_WINDOW (widget), g_str_equal (name, "win.set-read") ? CN_UNDO_READ : CN_UNDO_STARRED, id, value, FALSE);
}

static void
import_undone_cb (gpointer   object,
                  DexFuture *reply,
                  gpointer   user_data)
{
  CnWindow *self = CN_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const GValue *value;
  guint n_changed;

  value = dex_future_get_value (reply, &error);
  if (value == NULL)
    {
      g_message ("An import could not be undone: %s", error->message);
      cn_window_show_toast (self, _("Adding could not be undone"));
      return;
    }

  n_changed = g_value_get_uint (value);
  words = g_strdup_printf (ngettext ("%u article is as it was before", "%u articles are as they were before",
                                     n_changed), n_changed);
  cn_window_show_toast (self, words);
  /* The article that is open may be one of them. */
  cn_article_page_close (self->article_page);
  adw_navigation_split_view_set_show_content (self->outer_view, FALSE);
}

static void
undo_import (CnWindow *self,
             gint64    import_id)
{
  for (guint i = self->undos->len; i > 0; i--)
    {
      const CnUndo *undo = &g_array_index (self->undos, CnUndo, i - 1);

      if (undo->kind == CN_UNDO_IMPORT && undo->id == import_id)
        g_array_remove_index (self->undos, i - 1);
    }
  enable_undo (self);
  cn_guard_reply (cn_library_undo_import (self->library, import_id), self, import_undone_cb, NULL, NULL);
}

static void
undo_import_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  undo_import (CN_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  CnUndo undo;

  if (self->undos->len == 0)
    return;

  undo = g_array_index (self->undos, CnUndo, self->undos->len - 1);
  g_array_set_size (self->undos, self->undos->len - 1);
  enable_undo (self);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  switch (undo.kind)
    {
    case CN_UNDO_READ:
    case CN_UNDO_STARRED:
      mark (self, undo.kind, undo.id, undo.value, TRUE);
      break;

    case CN_UNDO_IMPORT:
      undo_import (self, undo.id);
      break;
    }
}

static void
link_loaded_cb (gpointer   object,
                DexFuture *reply,
                gpointer   user_data)
{
  CnWindow *self = CN_WINDOW (object);
  const GValue *value = dex_future_get_value (reply, NULL);
  const char *url = NULL;

  if (value != NULL)
    url = cn_article_text_get_url (g_value_get_object (value));
  if (url != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), url);
  cn_window_show_toast (self, url != NULL ? _("Link copied") : _("This article has no link"));
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);

  cn_guard_reply (cn_library_load_article (self->library, g_variant_get_int64 (parameter)), self,
                  link_loaded_cb, NULL, NULL);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "library") != 0)
    return;

  adw_navigation_split_view_set_show_content (self->outer_view, FALSE);
  adw_navigation_split_view_set_show_content (self->inner_view, TRUE);
  cn_timeline_page_open_filter (self->timeline_page);
}

/* One step towards the sidebar; where all panes are in sight, from the article to its row. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_navigation_split_view_get_collapsed (self->outer_view)
      && adw_navigation_split_view_get_show_content (self->outer_view))
    adw_navigation_split_view_set_show_content (self->outer_view, FALSE);
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->article_page)))
    cn_timeline_page_focus (self->timeline_page);
  else if (adw_navigation_split_view_get_collapsed (self->inner_view))
    adw_navigation_split_view_set_show_content (self->inner_view, FALSE);
}

void
cn_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.set-read", "(xb)", set_mark_action);
  gtk_widget_class_install_action (widget_class, "win.set-starred", "(xb)", set_mark_action);
  gtk_widget_class_install_action (widget_class, "win.copy-link", "x", copy_link_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-import", "x", undo_import_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_action);
}
