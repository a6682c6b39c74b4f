/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes in and how, states in which nothing can, and the remaining actions. */

#include "config.h"

#include <glib/gstdio.h>

#include "cn-import-dialog.h"
#include "ui-helpers.h"

/* States of the library */

typedef struct
{
  const char *name;
  const char *content;
  const char *title;
} StateRow;

static const StateRow state_rows[] = {
  { "letter-is-not-a-library", "This is a letter and no store. It is long enough to have been read as one by mistake, "
    "so it says so again: this is a letter and no store of anything.", "Not a CityNet Library" },
};

static void
test_state (gconstpointer data)
{
  const StateRow *row = data;
  g_autoptr (Fixture) self = fixture_new ();
  g_autofree char *path = fixture_write (self, "library.db", row->content);
  g_autofree char *after = NULL;

  fixture_start (self);
  assert_page (self, "state");
  g_assert_nonnull (find_widget (GTK_WIDGET (self->window), ADW_TYPE_STATUS_PAGE, row->title));
  g_assert_nonnull (find_button (GTK_WIDGET (self->window), "_Try Again"));

  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, row->content);
}

static gboolean
shows_welcome (Fixture *self)
{
  g_autofree char *page = dup_page (self);

  return g_strcmp0 (page, "welcome") == 0;
}

static gboolean
shows_state (Fixture *self)
{
  g_autofree char *page = dup_page (self);

  return g_strcmp0 (page, "state") == 0;
}

static void
test_try_again (void)
{
  g_autoptr (Fixture) self = fixture_new ();
  g_autofree char *path = fixture_write (self, "library.db", "This is a letter and no store of anything at all.");

  fixture_start (self);
  assert_page (self, "state");
  g_assert_cmpint (g_unlink (path), ==, 0);
  gtk_widget_activate (find_button (GTK_WIDGET (self->window), "_Try Again"));
  wait_until (shows_welcome, self);
}

/* Adding */

static void
test_add_file (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autofree char *path = fixture_write (self, "news.txt", "Cities meet\n\n4 June 2021\n\nOfficers met in June.\n");

  fixture_add_file (self, path);
  wait_rows (self, 1);
  wait_toast ("1 article added");
  assert_page (self, "library");

  fixture_add_file (self, path);
  wait_toast ("1 was there already");
  g_assert_cmpuint (get_n_rows (self), ==, 1);
}

static void
test_add_unusable (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autofree char *path = fixture_write (self, "empty.txt", "");
  GtkWidget *dialog;
  GtkWidget *button;

  fixture_add_file (self, path);
  wait_toast ("1 could not be used");
  assert_page (self, "welcome");

  button = find_button (GTK_WIDGET (self->window), "_Details");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  wait_until (has_dialog, self);
  settle ();
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_assert_true (CN_IS_IMPORT_DIALOG (dialog));
  g_assert_nonnull (find_label (dialog, "Not Added"));
  g_assert_null (find_button (dialog, "_Undo Adding"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  settle ();
}

static GtkWidget *
open_last_import (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.last-import", NULL);
  wait_until (has_dialog, self);
  settle ();

  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static void
assert_no_last_import (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.last-import", NULL);
  settle ();
  g_assert_false (has_dialog (self));
}

static gboolean
has_no_dialog (Fixture *self)
{
  return !has_dialog (self);
}

static void
test_last_import (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autofree char *path = fixture_write (self, "news.txt", "Cities meet\n\n4 June 2021\n\nOfficers met in June.\n");
  GtkWidget *dialog;

  assert_no_last_import (self);
  fixture_add_file (self, path);
  wait_rows (self, 1);

  dialog = open_last_import (self);
  g_assert_nonnull (find_label (dialog, "1 article added"));
  gtk_widget_activate (find_button (dialog, "_Undo Adding"));
  wait_rows (self, 0);
  wait_until (has_no_dialog, self);

  dialog = open_last_import (self);
  g_assert_nonnull (find_label (dialog, "1 article added"));
  g_assert_null (find_button (dialog, "_Undo Adding"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  settle ();
}

static void
test_last_import_elsewhere (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  g_autofree char *path = fixture_write (self, "library.db", "This is a letter and no store of anything at all.");
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.try-again", NULL);
  wait_until (shows_state, self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.start-empty", NULL);
  wait_until (has_dialog, self);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_signal_emit_by_name (dialog, "response", "start");
  adw_dialog_force_close (dialog);
  wait_until (shows_welcome, self);
  settle ();
  assert_no_last_import (self);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "undo"));
}

static void
test_paste (void)
{
  g_autoptr (Fixture) self = start_window ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));

  gdk_clipboard_set_text (clipboard, "Cities meet\n\n4 June 2021\n\nOfficers of eleven cities met in June.\n");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste", NULL);
  wait_rows (self, 1);
  g_assert_cmpstr (cn_article_get_title (get_article (self, 0)), ==, "Cities meet");
}

static void
test_paste_nothing (void)
{
  g_autoptr (Fixture) self = start_window ();

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), "   ");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste", NULL);
  wait_toast ("There is nothing to paste");
  assert_page (self, "welcome");
}

static void
test_address_dialog (void)
{
  g_autoptr (Fixture) self = start_window ();
  GtkWidget *dialog;
  GtkWidget *entry;
  GtkWidget *add;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add-address", NULL);
  settle ();
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_assert_nonnull (dialog);
  entry = find_widget (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  add = find_button (dialog, "_Add");
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (entry), "not an address");
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (entry), "eurocities.eu/latest");
  g_assert_true (gtk_widget_get_sensitive (add));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  settle ();
}

static void
test_copy_link (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  gtk_single_selection_set_selected (get_selection (self), 1);
  gtk_widget_activate_action (get_timeline_page (self), "timeline.copy-link", NULL);
  wait_toast ("Link copied");
}

static void
test_about (void)
{
  g_autoptr (Fixture) self = start_window ();
  AdwDialog *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "about", NULL);
  settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_true (ADW_IS_ABOUT_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;

  ADD_TABLE ("/ui/state/", state_rows, test_state)
  g_test_add_func ("/ui/state/try-again-opens-what-can-be-opened-now", test_try_again);
  g_test_add_func ("/ui/add/file-is-added-once", test_add_file);
  g_test_add_func ("/ui/add/unusable-file-is-named-with-its-reason", test_add_unusable);
  g_test_add_func ("/ui/add/last-import-can-be-seen-again-and-undone-once", test_last_import);
  g_test_add_func ("/ui/add/last-import-of-another-file-is-forgotten", test_last_import_elsewhere);
  g_test_add_func ("/ui/add/pasted-text-is-an-article", test_paste);
  g_test_add_func ("/ui/add/nothing-to-paste-is-said", test_paste_nothing);
  g_test_add_func ("/ui/add/address-dialog-takes-addresses-only", test_address_dialog);
  g_test_add_func ("/ui/actions/link-is-copied", test_copy_link);
  g_test_add_func ("/ui/actions/about", test_about);

  return g_test_run ();
}
