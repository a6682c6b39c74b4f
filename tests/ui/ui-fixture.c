/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the window share. Waiting is for a condition, with a limit after which the test has
 * failed; nothing sleeps. */

#include "config.h"

#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <libdex.h>
#include <string.h>
#ifdef __SANITIZE_ADDRESS__
# include <sanitizer/lsan_interface.h>
#endif

#define LIMIT_SECONDS 30

/* GDK says this about its own frame clock on a virtual X server without a compositor; it is not ours to
 * mend, and it must not end a test in which every other warning does. */
static GLogWriterOutput
writer (GLogLevelFlags   level,
        const GLogField *fields,
        gsize            n_fields,
        gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && strstr (fields[i].value, "gdk_frame_timings_submitted") != NULL)
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
fixture_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (writer, NULL, NULL);
  dex_init ();

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 77;
    }

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  return 0;
}

static gboolean
limit_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;

  return G_SOURCE_REMOVE;
}

void
wait_until_at (const char *where,
               Condition   condition,
               gpointer    user_data)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add_seconds (LIMIT_SECONDS, limit_cb, &is_over);

  while (!condition (user_data) && !is_over)
    g_main_context_iteration (NULL, TRUE);
  if (is_over)
    g_error ("%s: waited %d s in vain", where, LIMIT_SECONDS);
  g_source_remove (source);
}

static void
frame_cb (GdkFrameClock *clock,
          guint         *n_frames)
{
  (*n_frames)++;
}

static gboolean
has_frames (guint *n_frames)
{
  return *n_frames >= 4;
}

/* Until what was asked for has been laid out and drawn, and the frames are over that follow from it. */
void
settle (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);
  guint n_frames = 0;
  GdkFrameClock *clock;
  gulong handler;

  if (window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &n_frames);
  while (!has_frames (&n_frames))
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("citynet-ui-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.db", NULL);

  return self;
}

static gboolean
is_mapped (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_opened (CnLibrary *library)
{
  return cn_library_get_state (library) != CN_LIBRARY_STATE_OPENING;
}

/* At its start GTK copies a name of the application's that it never frees. LeakSanitizer cannot be told so by a
 * suppression: GTK is built without frame pointers, and the stack of that copy ends before it names GTK. */
static void
register_application (CnApplication  *application,
                      GError        **error)
{
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable ();
#endif
  g_application_register (G_APPLICATION (application), NULL, error);
#ifdef __SANITIZE_ADDRESS__
  __lsan_enable ();
#endif
}

void
fixture_start (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->application);

  self->application = cn_application_new ();
  g_object_set (self->application, "store-path", self->path, NULL);
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  register_application (self->application, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (self->application));

  self->window = CN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self->application)));
  g_object_get (self->window, "library", &self->library, "timeline", &self->timeline, NULL);
  wait_until (is_mapped, self->window);
  wait_until (is_opened, self->library);
  settle ();
}

static gboolean
is_null (gpointer *location)
{
  return *location == NULL;
}

/* Ends the application as quitting does, and asserts that window, models and library are finalized. */
void
fixture_stop (Fixture *self)
{
  gpointer application = self->application;
  gpointer window = self->window;
  gpointer library = self->library;
  gpointer timeline = self->timeline;

  if (self->application == NULL)
    return;

  g_object_add_weak_pointer (application, &application);
  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (library, &library);
  g_object_add_weak_pointer (timeline, &timeline);

  g_clear_object (&self->timeline);
  g_clear_object (&self->library);
  self->window = NULL;
  /* Only run() ends an application in order; it begins and is over. */
  g_idle_add_once ((GSourceOnceFunc) g_application_quit, self->application);
  g_application_run (G_APPLICATION (self->application), 0, NULL);
  g_clear_object (&self->application);

  wait_until (is_null, &window);
  wait_until (is_null, &timeline);
  wait_until (is_null, &library);
  wait_until (is_null, &application);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* The settings are in memory and last as long as the test program. */
static void
forget_settings (void)
{
  static const char * const keys[] = {
    "window-width", "window-height", "window-maximized", "timeline-scope", "timeline-networks",
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

void
fixture_free (Fixture *self)
{
  fixture_stop (self);
  forget_settings ();
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

char *
fixture_write (Fixture    *self,
               const char *name,
               const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

static gboolean
has_samples (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) == 5
         && cn_library_get_n_articles (self->library) == 5;
}

static gboolean
is_loaded (Fixture *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (CnArticle) article = g_list_model_get_item (G_LIST_MODEL (self->timeline), i);

      if (!cn_article_is_loaded (article))
        return FALSE;
    }

  return TRUE;
}

void
fixture_add_samples (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add-samples", NULL);
  wait_until (has_samples, self);
  settle ();
  wait_until (is_loaded, self);
  settle ();
}

void
fixture_add_file (Fixture    *self,
                  const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  cn_window_add_files (self->window, &file, 1);
}

typedef struct
{
  GtkWidget *window;
  int        width;
} Size;

static gboolean
has_width (Size *size)
{
  /* Without a compositor the window draws a border of its own inside its size. */
  return ABS (gtk_widget_get_width (size->window) - size->width) <= 20;
}

void
fixture_set_size (Fixture *self,
                  int      width,
                  int      height)
{
  Size size = { GTK_WIDGET (self->window), width };

  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  wait_until (has_width, &size);
  settle ();
}

/* The first visible widget of a type, in the tree below root; with a name, the one that has it as its
 * label or title. */
GtkWidget *
find_widget (GtkWidget  *root,
             GType       type,
             const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    {
      g_autofree char *label = NULL;
      GObjectClass *klass = G_OBJECT_GET_CLASS (root);

      if (name == NULL)
        return root;
      if (g_object_class_find_property (klass, "label") != NULL)
        g_object_get (root, "label", &label, NULL);
      else if (g_object_class_find_property (klass, "title") != NULL)
        g_object_get (root, "title", &label, NULL);
      if (g_strcmp0 (label, name) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      found = find_widget (child, type, name);
      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  return find_widget (root, GTK_TYPE_BUTTON, label);
}

GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  return find_widget (root, GTK_TYPE_LABEL, text);
}

guint
count_widgets (GtkWidget *root,
               GType      type)
{
  guint n_widgets = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    n_widgets += count_widgets (child, type);

  return n_widgets;
}

/* The name of the page that the window shows. */
char *
dup_page (Fixture *self)
{
  GObject *pages = gtk_widget_get_template_child (GTK_WIDGET (self->window), CN_TYPE_WINDOW, "pages");

  return g_strdup (gtk_stack_get_visible_child_name (GTK_STACK (pages)));
}
