/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: options, the library, the window, and the actions that belong to no window. */

#include "config.h"

#include "cn-application.h"

#include <glib/gi18n.h>

#include "cn-data.h"
#include "cn-settings-saver.h"
#include "cn-ui-resources.h"
#include "cn-window.h"

#define BASE_PATH "/org/example/CityNet"
/* How long quitting waits for what is being written. It is safe on disk at any time; this is for the
 * mark that was set in the last moment. */
#define CLOSE_SECONDS 3

struct _CnApplication
{
  AdwApplication   parent_instance;

  CnLibrary       *library;
  GSettings       *settings;
  CnSettingsSaver *settings_saver;
  char            *store_path;    /* (nullable): where the articles are; NULL is the usual place */
};

typedef enum
{
  PROP_STORE_PATH = 1,
} CnApplicationProperty;

static GParamSpec *properties[PROP_STORE_PATH + 1];

G_DEFINE_FINAL_TYPE (CnApplication, cn_application, ADW_TYPE_APPLICATION)

/* Run from a build folder without its schemas, the window opens all the same: only its size is forgotten. */
static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static CnWindow *
ensure_window (CnApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (cn_window_new (GTK_APPLICATION (self), self->library, self->settings));
  gtk_window_present (window);

  return CN_WINDOW (window);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char *developers[] = { "The CityNet authors", NULL };
  static const char *data[] = {
    "GeoNames (CC BY 4.0, changed) https://www.geonames.org",
    "Unicode CLDR https://cldr.unicode.org",
    "iso-codes https://salsa.debian.org/iso-codes-team/iso-codes",
    "Wikidata https://www.wikidata.org",
    NULL
  };
  CnApplication *self = CN_APPLICATION (user_data);
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", _("CityNet"),
                "application-icon", APPLICATION_ID,
                "developer-name", _("The CityNet authors"),
                "version", PACKAGE_VERSION,
                "comments", _("Read what city networks publish"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "copyright", "© 2026 The CityNet authors",
                "developers", developers,
                /* Translators: put your names here, one a line; they are shown in the About dialog */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_about_dialog_add_credit_section (ADW_ABOUT_DIALOG (dialog), _("Data"), data);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static void
cn_application_activate (GApplication *application)
{
  ensure_window (CN_APPLICATION (application));
}

static void
cn_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  cn_window_add_files (ensure_window (CN_APPLICATION (application)), files, n_files);
}

static void
cn_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  CnApplication *self = CN_APPLICATION (application);
  g_autofree char *default_path = NULL;

  G_APPLICATION_CLASS (cn_application_parent_class)->startup (application);

  /* Named, so that the linker keeps it: nothing else in the program refers to the data by symbol. */
  g_resources_register (cn_data_get_resource ());

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]) { "<Control>q", NULL });

  self->settings = create_settings ();
  if (self->settings != NULL)
    self->settings_saver = cn_settings_saver_new (self->settings, g_get_user_config_dir ());
  default_path = self->store_path == NULL ? cn_library_dup_default_path () : NULL;
  self->library = cn_library_new (self->store_path != NULL ? self->store_path : default_path);
  dex_future_disown (cn_library_open (self->library));
}

static void
close_windows (CnApplication *self)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
}

static void
close_library (CnApplication *self)
{
  g_autoptr (DexFuture) closed = cn_library_close (self->library);
  gint64 deadline = g_get_monotonic_time () + CLOSE_SECONDS * G_USEC_PER_SEC;

  while (dex_future_is_pending (closed) && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
cn_application_shutdown (GApplication *application)
{
  CnApplication *self = CN_APPLICATION (application);

  close_windows (self);
  if (self->library != NULL)
    close_library (self);
  g_clear_object (&self->library);
  if (self->settings_saver != NULL)
    cn_settings_saver_flush (self->settings_saver);
  g_clear_object (&self->settings_saver);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (cn_application_parent_class)->shutdown (application);
}

/* A store of one's own is a window of one's own: the running instance shows another one. */
static int
cn_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  CnApplication *self = CN_APPLICATION (application);
  g_autofree char *path = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("CityNet " PACKAGE_VERSION "\n");
      return 0;
    }

  if (g_variant_dict_lookup (options, "store", "^ay", &path))
    {
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);

      g_object_set (self, "store-path", absolute, NULL);
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
cn_application_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CnApplication *self = CN_APPLICATION (object);

  switch ((CnApplicationProperty) property_id)
    {
    case PROP_STORE_PATH:
      g_value_set_string (value, self->store_path);
      break;
    }
}

static void
cn_application_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CnApplication *self = CN_APPLICATION (object);

  switch ((CnApplicationProperty) property_id)
    {
    case PROP_STORE_PATH:
      if (g_set_str (&self->store_path, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
cn_application_finalize (GObject *object)
{
  CnApplication *self = CN_APPLICATION (object);

  g_clear_pointer (&self->store_path, g_free);

  G_OBJECT_CLASS (cn_application_parent_class)->finalize (object);
}

static void
cn_application_class_init (CnApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = cn_application_get_property;
  object_class->set_property = cn_application_set_property;
  object_class->finalize = cn_application_finalize;
  application_class->activate = cn_application_activate;
  application_class->open = cn_application_open;
  application_class->startup = cn_application_startup;
  application_class->shutdown = cn_application_shutdown;
  application_class->handle_local_options = cn_application_handle_local_options;

  properties[PROP_STORE_PATH] =
    g_param_spec_string ("store-path", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_resources_register (cn_ui_get_resource ());
}

static void
cn_application_init (CnApplication *self)
{
  static const GOptionEntry options[] = {
    { "store", 's', 0, G_OPTION_ARG_FILENAME, NULL, N_("Use this file for the articles"), N_("FILE") },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Shows the articles of city networks; adds those of the FILEs."));
}

CnApplication *
cn_application_new (void)
{
  return g_object_new (CN_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", BASE_PATH,
                       NULL);
}
