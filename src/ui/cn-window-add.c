/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How articles come in: files chosen, dropped, pasted or named on the command line, addresses, text
 * from the clipboard, the samples. All of it ends in an importer that the import bar runs; what
 * came of it is told by a toast. */

#include "config.h"

#include "cn-window-private.h"

#include <glib/gi18n.h>

#include "cn-address-dialog.h"
#include "cn-import-dialog.h"
#include "cn-guard.h"

#define SAMPLES "/org/example/CityNet/starter/"

static void
run (CnWindow   *self,
     CnImporter *importer)
{
  if (cn_importer_get_n_inputs (importer) > 0)
    cn_import_bar_run (self->import_bar, importer);
}

static void
add_file (CnImporter *importer,
          GFile      *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *address = cn_address_from_text (uri, FALSE);
  g_autofree char *name = NULL;

  if (address != NULL)
    {
      cn_importer_add_address (importer, address);
      return;
    }

  name = g_file_get_basename (file);
  if (name != NULL)
    {
      char *display_name = g_filename_display_name (name);

      g_free (name);
      name = display_name;
    }
  cn_importer_add_file (importer, file, name != NULL ? name : uri);
}

void
cn_window_add_files (CnWindow  *self,
                     GFile    **files,
                     guint      n_files)
{
  g_autoptr (CnImporter) importer = NULL;

  g_return_if_fail (CN_IS_WINDOW (self));

  importer = cn_importer_new (self->library);
  for (guint i = 0; i < n_files; i++)
    add_file (importer, files[i]);
  run (self, importer);
}

static void
add_bytes (CnWindow   *self,
           const char *text,
           const char *content_type)
{
  g_autoptr (CnImporter) importer = cn_importer_new (self->library);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  /* Translators: what pasted text is called where files have their names */
  cn_importer_add_bytes (importer, bytes, content_type, _("Pasted text"));
  run (self, importer);
}

static void
add_address (CnWindow   *self,
             const char *address)
{
  g_autoptr (CnImporter) importer = cn_importer_new (self->library);

  cn_importer_add_address (importer, address);
  run (self, importer);
}

/* One address is fetched, anything else is an article itself. */
static void
add_text (CnWindow   *self,
          const char *text)
{
  g_autofree char *address = cn_address_from_text (text, FALSE);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (address != NULL)
    add_address (self, address);
  else if (*stripped != '\0')
    add_bytes (self, text, "text/plain; charset=utf-8");
  else
    cn_window_show_toast (self, _("There is nothing to paste"));
}

static void
add_file_list (CnWindow    *self,
               GdkFileList *list)
{
  g_autoptr (CnImporter) importer = cn_importer_new (self->library);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  for (GSList *l = files; l != NULL; l = l->next)
    add_file (importer, l->data);
  run (self, importer);
}

static void
files_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CnWindow) self = cn_guard_dup (user_data);
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (CnImporter) importer = NULL;

  cn_guard_free (user_data);
  if (self == NULL || files == NULL)
    return;

  importer = cn_importer_new (self->library);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_file (importer, file);
    }
  run (self, importer);
}

static void
add_files_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _("Web Pages and Texts"));
  gtk_file_filter_add_mime_type (articles, "text/html");
  gtk_file_filter_add_mime_type (articles, "application/xhtml+xml");
  gtk_file_filter_add_mime_type (articles, "text/plain");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, articles);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Add Articles"));
  gtk_file_dialog_set_accept_label (dialog, _("_Add"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, files_chosen_cb, cn_guard_new (widget));
}

static void
add_address_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AdwDialog *dialog = cn_address_dialog_new ();

  g_signal_connect_object (dialog, "add", G_CALLBACK (add_address), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
add_samples_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  g_autoptr (CnImporter) importer = cn_importer_new (self->library);
  g_auto (GStrv) names = g_resources_enumerate_children (SAMPLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SAMPLES, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        cn_importer_add_bytes (importer, bytes, "text/html; charset=utf-8", names[i]);
    }
  run (self, importer);
}

static void
pasted_files_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CnWindow) self = cn_guard_dup (user_data);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  cn_guard_free (user_data);
  if (self != NULL && value != NULL)
    add_file_list (self, g_value_get_boxed (value));
}

static void
pasted_text_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CnWindow) self = cn_guard_dup (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  cn_guard_free (user_data);
  if (self == NULL)
    return;

  if (text != NULL)
    add_text (self, text);
  else
    cn_window_show_toast (self, _("There is nothing to paste"));
}

static void
pasted_html_read_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (CnWindow) self = cn_guard_dup (user_data);
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (object);
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CnImporter) importer = NULL;

  cn_guard_free (user_data);
  if (self == NULL || size <= 0)
    return;

  bytes = g_memory_output_stream_steal_as_bytes (memory);
  importer = cn_importer_new (self->library);
  cn_importer_add_bytes (importer, bytes, "text/html", _("Pasted text"));
  run (self, importer);
}

static void
pasted_html_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      cn_guard_free (user_data);
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, pasted_html_read_cb, user_data);
}

/* Files say most about where they come from, an address next, a page keeps its headings and links.
 * A browser offers both text and HTML for a selection, but only text for an address. */
static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  static const char *html[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    pasted_files_cb, cn_guard_new (widget));
  else if (gdk_content_formats_contain_mime_type (formats, html[0]))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, pasted_html_cb, cn_guard_new (widget));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_text_cb, cn_guard_new (widget));
}

static gboolean
can_drop (CnWindow *self)
{
  return cn_library_get_state (self->library) == CN_LIBRARY_STATE_READY;
}

static GdkDragAction
drop_enter_cb (CnWindow *self)
{
  if (!can_drop (self))
    return 0;

  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);

  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (CnWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
drop_cb (CnWindow     *self,
         const GValue *value)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  if (!can_drop (self))
    return FALSE;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_file_list (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    cn_window_add_files (self, (GFile *[]) { g_value_get_object (value) }, 1);
  else if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    add_text (self, g_value_get_string (value));
  else
    return FALSE;

  return TRUE;
}

void
cn_window_setup_drop (CnWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
undo_import_cb (AdwDialog *dialog,
                CnWindow  *self)
{
  CnImportReport *report = g_object_get_data (G_OBJECT (dialog), "report");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-import", "x", report->import_id);
}

static void
keep_report (GObject        *object,
             CnImportReport *report)
{
  g_object_set_data_full (object, "report", cn_import_report_ref (report), (GDestroyNotify) cn_import_report_unref);
}

static void
show_report (CnWindow       *self,
             CnImportReport *report)
{
  AdwDialog *dialog = cn_import_dialog_new (report, cn_window_can_undo_import (self, report->import_id));

  keep_report (G_OBJECT (dialog), report);
  g_signal_connect_object (dialog, "undo", G_CALLBACK (undo_import_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_details_cb (AdwToast *toast,
                 CnWindow *self)
{
  show_report (self, g_object_get_data (G_OBJECT (toast), "report"));
}

static void
last_import_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);

  if (self->report != NULL)
    show_report (self, self->report);
}

/* report: what the menu shows from now on, or NULL */
void
cn_window_set_report (CnWindow       *self,
                      CnImportReport *report)
{
  g_clear_pointer (&self->report, cn_import_report_unref);
  if (report != NULL)
    self->report = cn_import_report_ref (report);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.last-import", report != NULL);
}

static void
show_details_toast (CnWindow       *self,
                    const char     *title,
                    CnImportReport *report)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, _("_Details"));
  adw_toast_set_timeout (toast, CN_BUTTON_TOAST_TIMEOUT);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  keep_report (G_OBJECT (toast), report);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_details_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
cn_window_import_finished_cb (CnWindow       *self,
                              CnImportReport *report)
{
  g_autofree char *summary = cn_import_report_summarise (report);
  gboolean has_added = report->import_id > 0 && report->n_added > 0;

  cn_window_set_report (self, report);
  if (has_added)
    cn_window_push_undo (self, CN_UNDO_IMPORT, report->import_id, FALSE);

  if (report->problems != NULL && report->problems->len > 0)
    show_details_toast (self, summary, report);
  else if (has_added)
    cn_window_show_import_toast (self, summary, report->import_id);
  else
    cn_window_show_toast (self, summary);

  /* One article that was asked for is one to look at. */
  if (report->article_ids != NULL && report->article_ids->len == 1)
    cn_timeline_page_select_article (self->timeline_page, g_array_index (report->article_ids, gint64, 0));
}

void
cn_window_import_failed_cb (CnWindow   *self,
                            const char *message)
{
  g_message ("An import failed: %s", message);
  cn_window_show_toast (self, _("The articles could not be added"));
}

void
cn_window_install_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-files", NULL, add_files_action);
  gtk_widget_class_install_action (widget_class, "win.add-address", NULL, add_address_action);
  gtk_widget_class_install_action (widget_class, "win.add-samples", NULL, add_samples_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.last-import", NULL, last_import_action);
}
