/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader and a keyboard find: roles, names and states, and that every shortcut of the window is
 * in the dialog that lists them. */

#include "config.h"

#include <string.h>

#include "cn-filter-bar.h"
#include "cn-sidebar-row.h"
#include "cn-timeline-row.h"
#include "ui-fixture.h"

static GtkWidget *
get_child (GtkWidget  *widget,
           GType       type,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
}

static gboolean
has_label (GtkWidget *widget)
{
  g_autofree char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                 GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");

  /* The check names what it found instead, and says so when there is nothing. */
  return problem != NULL && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A button is known by its label or by the name that it was given. */
static void
check_button (GtkWidget *button)
{
  g_autofree char *label = NULL;
  const char *tooltip = gtk_widget_get_tooltip_text (button);

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (button), "label") != NULL)
    g_object_get (button, "label", &label, NULL);
  if (label != NULL && *label != '\0')
    return;

  if (has_label (button) || (tooltip != NULL && *tooltip != '\0'))
    return;

  g_error ("a %s without a name", G_OBJECT_TYPE_NAME (button));
}

static gboolean
is_of_ours (GtkWidget *widget)
{
  /* A window's own buttons are GTK's; a menu button's inner button is named by the outer one. */
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL
         && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget));
}

static void
check_buttons (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;

  if ((GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root)) && is_of_ours (root))
    check_button (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    check_buttons (child);
}

static gboolean
shows_article (Fixture *self)
{
  GtkWidget *page = get_child (GTK_WIDGET (self->window), CN_TYPE_WINDOW, "article_page");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (get_child (page, CN_TYPE_ARTICLE_PAGE, "stack"))),
                    "article") == 0;
}

static Fixture *
start_with_article (void)
{
  Fixture *self = fixture_new ();
  GtkWidget *page;

  fixture_start (self);
  fixture_add_samples (self);
  page = get_child (GTK_WIDGET (self->window), CN_TYPE_WINDOW, "timeline_page");
  g_signal_emit_by_name (get_child (page, CN_TYPE_TIMELINE_PAGE, "list"), "activate", 1);
  wait_until (shows_article, self);
  settle ();

  return self;
}

static void
test_every_button_has_a_name (void)
{
  g_autoptr (Fixture) self = start_with_article ();

  check_buttons (GTK_WIDGET (self->window));
}

static void
test_rows_speak_one_sentence (void)
{
  g_autoptr (Fixture) self = start_with_article ();
  GtkWidget *row = find_widget (GTK_WIDGET (self->window), CN_TYPE_TIMELINE_ROW, NULL);
  GtkWidget *item = gtk_widget_get_parent (row);
  g_autofree char *sentence = NULL;

  g_assert_cmpstr (cn_timeline_row_get_label (CN_TIMELINE_ROW (row)), ==,
                   "Three Workshops on Living Together, Hosted by Izmir, SCN, Observatory on Living Together, "
                   "19 December 2021, unread");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       cn_timeline_row_get_label (CN_TIMELINE_ROW (row)));
}

static void
test_places_speak_their_counts (void)
{
  g_autoptr (Fixture) self = start_with_article ();
  GtkWidget *sidebar = get_child (GTK_WIDGET (self->window), CN_TYPE_WINDOW, "sidebar");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (sidebar, CN_TYPE_SIDEBAR_ROW, "Eurocities")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Eurocities, 2 articles");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (sidebar, CN_TYPE_SIDEBAR_ROW, "SCN")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Strong Cities Network, 2 articles");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find_widget (sidebar, CN_TYPE_SIDEBAR_ROW, "Without Articles")),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

static void
test_chips_say_what_they_do (void)
{
  g_autoptr (Fixture) self = start_with_article ();
  GtkWidget *chip;

  cn_timeline_toggle_network (self->timeline, "eurocities");
  settle ();
  chip = find_label (find_widget (GTK_WIDGET (self->window), CN_TYPE_FILTER_BAR, NULL), "Eurocities");
  chip = gtk_widget_get_ancestor (chip, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Filter Eurocities");
}

static void
test_article_has_headings (void)
{
  g_autoptr (Fixture) self = start_with_article ();
  GtkWidget *page = get_child (GTK_WIDGET (self->window), CN_TYPE_WINDOW, "article_page");
  GtkWidget *title = find_label (page, "Eurocities and Istanbul Agree on Closer Work");
  GtkWidget *heading = find_label (page, "What the Two Sides Want to Share");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_child (page, CN_TYPE_ARTICLE_PAGE, "article")),
                                   GTK_ACCESSIBLE_ROLE_ARTICLE);
}

/* Shortcuts */

static void
add_trigger (GHashTable         *accels,
             GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      add_trigger (accels, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)));
      add_trigger (accels, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    {
      g_hash_table_add (accels, gtk_accelerator_name (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                                      gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))));
    }
}

/* Only those that our own templates add: their actions are ours. */
static gboolean
is_our_action (GtkShortcut *shortcut)
{
  static const char * const prefixes[] = { "win.", "timeline.", "article.", "window." };
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
  const char *name;

  if (!GTK_IS_NAMED_ACTION (action))
    return FALSE;

  name = gtk_named_action_get_action_name (GTK_NAMED_ACTION (action));
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return TRUE;

  return FALSE;
}

static void
collect (GHashTable *accels,
         GtkWidget  *root)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (root);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      guint n_shortcuts = GTK_IS_SHORTCUT_CONTROLLER (controller)
                            ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint j = 0; j < n_shortcuts; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (is_our_action (shortcut))
            add_trigger (accels, gtk_shortcut_get_trigger (shortcut));
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    collect (accels, child);
}

/* Keys that do something without a shortcut of ours: a list's own, GTK's menu, the
 * shortcuts dialog of libadwaita. */
static const char * const built_in[] = { "Return", "<Control>space", "F10", "<Control>question" };

static GHashTable *
collect_window (Fixture *self)
{
  GHashTable *accels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (self->application));

  collect (accels, GTK_WIDGET (self->window));
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) names = gtk_application_get_accels_for_action (GTK_APPLICATION (self->application), actions[i]);

      for (guint j = 0; names[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (names[j], &key, &modifiers));
          g_hash_table_add (accels, gtk_accelerator_name (key, modifiers));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (built_in[i], &key, &modifiers));
      g_hash_table_add (accels, gtk_accelerator_name (key, modifiers));
    }

  return accels;
}

static void
accel_text_cb (GMarkupParseContext  *context,
               const char           *text,
               gsize                 length,
               gpointer              user_data,
               GError              **error)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  gboolean *is_accel = g_object_get_data (G_OBJECT (user_data), "is-accel");
  GHashTable *accels = g_object_get_data (G_OBJECT (user_data), "accels");
  g_auto (GStrv) names = NULL;

  if (stack == NULL || !*is_accel)
    return;

  names = g_strsplit (text, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      if (*names[i] == '\0')
        continue;
      g_assert_true (gtk_accelerator_parse (names[i], &key, &modifiers));
      g_hash_table_add (accels, gtk_accelerator_name (key, modifiers));
    }
}

static void
element_cb (GMarkupParseContext  *context,
            const char           *name,
            const char          **keys,
            const char          **values,
            gpointer              user_data,
            GError              **error)
{
  gboolean *is_accel = g_object_get_data (G_OBJECT (user_data), "is-accel");

  *is_accel = FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (name, "property") && g_str_equal (keys[i], "name") && g_str_equal (values[i], "accelerator"))
      *is_accel = TRUE;
}

static void
element_end_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  gboolean *is_accel = g_object_get_data (G_OBJECT (user_data), "is-accel");

  *is_accel = FALSE;
}

/* The dialog does not give its items away, its description does. */
static GHashTable *
collect_dialog (void)
{
  static const GMarkupParser parser = { element_cb, element_end_cb, accel_text_cb };
  GHashTable *accels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GObject) data = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_accel = FALSE;

  bytes = g_resources_lookup_data ("/org/example/CityNet/shortcuts-dialog.ui", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_object_set_data (data, "accels", accels);
  g_object_set_data (data, "is-accel", &is_accel);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, data, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return accels;
}

static void
assert_contains (GHashTable *all,
                 GHashTable *some,
                 const char *where)
{
  GHashTableIter iter;
  gpointer accel;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &accel, NULL))
    if (!g_hash_table_contains (all, accel))
      g_error ("%s is not in the %s", (const char *) accel, where);
}

static void
test_shortcuts_are_all_listed (void)
{
  g_autoptr (Fixture) self = start_with_article ();
  g_autoptr (GHashTable) in_window = collect_window (self);
  g_autoptr (GHashTable) in_dialog = collect_dialog ();

  g_assert_cmpuint (g_hash_table_size (in_dialog), >, 10);
  assert_contains (in_dialog, in_window, "dialog");
  assert_contains (in_window, in_dialog, "window");
}

static void
test_shortcuts_dialog_opens (void)
{
  g_autoptr (Fixture) self = start_with_article ();
  AdwDialog *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "shortcuts", NULL);
  settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_true (ADW_IS_SHORTCUTS_DIALOG (dialog));
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

  g_test_add_func ("/ui/accessible/every-button-has-a-name", test_every_button_has_a_name);
  g_test_add_func ("/ui/accessible/rows-speak-one-sentence", test_rows_speak_one_sentence);
  g_test_add_func ("/ui/accessible/places-speak-their-counts", test_places_speak_their_counts);
  g_test_add_func ("/ui/accessible/chips-say-what-they-do", test_chips_say_what_they_do);
  g_test_add_func ("/ui/accessible/article-has-headings", test_article_has_headings);
  g_test_add_func ("/ui/shortcuts/window-and-dialog-agree", test_shortcuts_are_all_listed);
  g_test_add_func ("/ui/shortcuts/dialog-opens", test_shortcuts_dialog_opens);

  return g_test_run ();
}
