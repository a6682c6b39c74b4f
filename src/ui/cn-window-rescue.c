/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions on a library that cannot be opened: another try, a copy in its place, what is readable of it in
 * a new file, or an empty one while the old is kept. None of them deletes anything. */

#include "config.h"

#include "cn-window-private.h"

#include <glib/gi18n.h>

#include "cn-guard.h"

static void
try_again_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  /* The state says how it went. */
  dex_future_disown (cn_library_open (CN_WINDOW (widget)->library));
}

static void
show_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_path (cn_library_get_path (self->library));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), NULL, NULL, NULL);
}

/* Another file has other articles and imports under the same numbers. */
static void
forget (CnWindow *self)
{
  cn_window_forget_undos (self);
  cn_window_set_report (self, NULL);
}

/* Names the file, not the folder: that is the library's own. */
static void
show_kept (CnWindow   *self,
           const char *format,
           const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display_name = g_filename_display_name (name);
  g_autoptr (GString) title = g_string_new (format);

  g_string_replace (title, "%s", display_name, 1);
  cn_window_show_toast (self, title->str);
}

static void
restored_cb (gpointer   object,
             DexFuture *reply,
             gpointer   user_data)
{
  CnWindow *self = CN_WINDOW (object);
  g_autoptr (GError) error = NULL;
  const GValue *value;

  value = dex_future_get_value (reply, &error);
  if (value == NULL)
    {
      g_message ("A copy could not be restored: %s", error->message);
      cn_window_show_toast (self, _("This copy could not be restored"));
      return;
    }

  forget (self);
  if (g_value_get_string (value) == NULL)
    cn_window_show_toast (self, _("Copy restored"));
  else
    show_kept (self, /* Translators: %s is the name of a file. */
               _("Copy restored. What was there is kept as “%s”"), g_value_get_string (value));
}

typedef DexFuture *(*FileFunc) (CnLibrary  *library,
                                const char *path);

/* Does with the chosen file what it was chosen for: unless none was, it has no path, or the window has gone. */
static void
use_chosen (gpointer     guard,
            GFile       *file,
            FileFunc     func,
            CnReplyFunc  reply_func)
{
  g_autoptr (CnWindow) self = cn_guard_dup (guard);

  cn_guard_free (guard);
  if (self == NULL || file == NULL || g_file_peek_path (file) == NULL)
    return;

  cn_guard_reply (func (self->library, g_file_peek_path (file)), self, reply_func, NULL, NULL);
}

static void
copy_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  use_chosen (user_data, file, cn_library_restore, restored_cb);
}

static void
restore_copy_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *folder = g_path_get_dirname (cn_library_get_path (self->library));
  g_autoptr (GFile) initial = g_file_new_for_path (folder);

  gtk_file_dialog_set_title (dialog, _("Restore Copy"));
  gtk_file_dialog_set_accept_label (dialog, _("_Restore"));
  gtk_file_dialog_set_initial_folder (dialog, initial);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, copy_chosen_cb, cn_guard_new (self));
}

static void
exported_cb (gpointer   object,
             DexFuture *reply,
             gpointer   user_data)
{
  CnWindow *self = CN_WINDOW (object);
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (reply, &error);

  if (value != NULL)
    {
      cn_window_show_toast (self, g_value_get_string (value));
      return;
    }

  g_message ("What is readable could not be exported: %s", error->message);
  cn_window_show_toast (self, _("Nothing could be exported"));
}

static void
export_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  use_chosen (user_data, file, cn_library_recover, exported_cb);
}

static void
export_readable_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Export What Is Readable"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  /* Translators: the proposed name of a file. */
  gtk_file_dialog_set_initial_name (dialog, _("citynet-recovered.db"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, export_chosen_cb, cn_guard_new (self));
}

static void
started_anew_cb (gpointer   object,
                 DexFuture *reply,
                 gpointer   user_data)
{
  CnWindow *self = CN_WINDOW (object);
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (reply, &error);

  if (value != NULL)
    {
      forget (self);
      /* Translators: %s is the name of a file. */
      show_kept (self, _("The old file is kept as “%s”"), g_value_get_string (value));
      return;
    }

  g_message ("The file could not be moved aside: %s", error->message);
  cn_window_show_toast (self, _("The file could not be moved aside"));
}

static void
start_empty_answered_cb (AdwAlertDialog *dialog,
                         const char     *response,
                         CnWindow       *self)
{
  if (g_str_equal (response, "start"))
    cn_guard_reply (cn_library_start_anew (self->library), self, started_anew_cb, NULL, NULL);
}

static void
start_empty_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  CnWindow *self = CN_WINDOW (widget);
  AdwDialog *dialog = adw_alert_dialog_new (_("Start with an Empty Library?"),
                                            _("The file that cannot be used is moved aside, not deleted: it stays in its "
                                              "folder under a new name."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "start", _("_Move Aside and Start Empty"),
                                  NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (start_empty_answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

void
cn_window_install_rescue_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "win.show-file", NULL, show_file_action);
  gtk_widget_class_install_action (widget_class, "win.restore-copy", NULL, restore_copy_action);
  gtk_widget_class_install_action (widget_class, "win.export-readable", NULL, export_readable_action);
  gtk_widget_class_install_action (widget_class, "win.start-empty", NULL, start_empty_action);
}
