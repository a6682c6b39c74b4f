/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as somebody uses it: first start, the timeline, filtering, folding. */

#include "config.h"

#include "cn-filter-bar.h"
#include "cn-filter-popover.h"
#include "cn-sidebar-row.h"
#include "cn-timeline-row.h"
#include "ui-helpers.h"

/* First start */

static void
test_first_start (void)
{
  g_autoptr (Fixture) self = start_window ();

  assert_page (self, "welcome");
  g_assert_nonnull (find_button (GTK_WIDGET (self->window), "_Open Files…"));
  g_assert_nonnull (find_button (GTK_WIDGET (self->window), "_Paste Article"));
  g_assert_nonnull (find_button (GTK_WIDGET (self->window), "_Look Round with Samples"));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_samples (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  assert_page (self, "library");
  g_assert_cmpuint (get_n_rows (self), ==, 5);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (get_list (self)), CN_TYPE_TIMELINE_ROW), ==, 5);
  g_assert_nonnull (find_widget (GTK_WIDGET (self->window), ADW_TYPE_TOAST_OVERLAY, NULL));
  g_assert_nonnull (find_label (GTK_WIDGET (self->window), "5 articles added"));
}

static void
test_undone_samples (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  wait_rows (self, 0);
  assert_page (self, "welcome");
}

/* The timeline */

static void
test_months (void)
{
  static const char * const months[] = { "December 2021", "June 2021", "February 2017", "June 2016", "Undated" };
  g_autoptr (Fixture) self = start_with_samples ();

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_assert_nonnull (find_label (GTK_WIDGET (get_list (self)), months[i]));
}

static void
test_top_is_in_sight (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (self)));

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  fixture_set_size (self, 360, 400);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
test_selecting_leaves_unread (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  for (guint i = 0; i < 5; i++)
    {
      gtk_single_selection_set_selected (get_selection (self), i);
      settle ();
      g_assert_false (cn_article_is_read (get_article (self, i)));
    }
  g_assert_cmpuint (cn_library_get_n_unread (self->library), ==, 5);
  g_assert_cmpstr (get_page_name (get_article_page (self), CN_TYPE_ARTICLE_PAGE), ==, "empty");
}

static gboolean
is_first_unread (Fixture *self)
{
  return !cn_article_is_read (get_article (self, 0));
}

static void
test_opening_reads (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  activate_row (self, 0);
  wait_until (is_first_read, self);
  wait_unread (self, 4);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  wait_until (is_first_unread, self);
  wait_unread (self, 5);
}

static gboolean
is_second_starred (Fixture *self)
{
  return cn_article_is_starred (get_article (self, 1));
}

static void
test_star_from_the_row (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  gtk_single_selection_set_selected (get_selection (self), 1);
  gtk_widget_activate_action (get_timeline_page (self), "timeline.toggle-starred", NULL);
  wait_until (is_second_starred, self);
  wait_starred (self, 1);
}

static void
test_star_from_the_page (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkWidget *button;

  activate_row (self, 1);
  button = GTK_WIDGET (gtk_widget_get_template_child (get_article_page (self), CN_TYPE_ARTICLE_PAGE, "star_button"));
  gtk_widget_activate (button);
  wait_until (is_second_starred, self);
  settle ();
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Remove Star");
}

/* Filtering */

/* As a plain click does: this row and no other. */
static void
choose (Fixture    *self,
        const char *title)
{
  gtk_list_box_unselect_all (get_places (self));
  gtk_list_box_select_row (get_places (self), find_place (self, title));
}

static void
add_place (Fixture    *self,
           const char *title)
{
  gtk_list_box_select_row (get_places (self), find_place (self, title));
}

static void
test_one_network (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  choose (self, "Eurocities");
  wait_rows (self, 2);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_timeline_page (self))), ==, "Eurocities");
  g_assert_true (gtk_list_box_row_is_selected (find_place (self, "Eurocities")));
  g_assert_false (gtk_list_box_row_is_selected (find_place (self, "All Articles")));
}

static void
test_several_networks (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  choose (self, "Eurocities");
  wait_rows (self, 2);
  add_place (self, "SCN");
  wait_rows (self, 4);
  g_assert_true (gtk_list_box_row_is_selected (find_place (self, "Eurocities")));
  g_assert_true (gtk_list_box_row_is_selected (find_place (self, "SCN")));
  g_assert_cmpuint (g_strv_length ((char **) cn_timeline_get_networks (self->timeline)), ==, 2);
}

static void
test_network_and_unread (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  activate_row (self, 0);
  wait_until (is_first_read, self);
  choose (self, "SCN");
  wait_rows (self, 2);
  add_place (self, "Unread");
  wait_rows (self, 1);
  g_assert_cmpint (cn_timeline_get_show (self->timeline), ==, CN_TIMELINE_SHOW_UNREAD);
  add_place (self, "All Articles");
  wait_rows (self, 5);
  g_assert_false (gtk_list_box_row_is_selected (find_place (self, "SCN")));
}

static void
test_shows_exclude_each_other (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  choose (self, "Unread");
  wait_rows (self, 5);
  add_place (self, "Starred");
  wait_rows (self, 0);
  g_assert_false (gtk_list_box_row_is_selected (find_place (self, "Unread")));
  g_assert_true (gtk_list_box_row_is_selected (find_place (self, "Starred")));
}

static GtkWidget *
find_chip (Fixture    *self,
           const char *label)
{
  GtkWidget *bar = find_widget (get_timeline_page (self), CN_TYPE_FILTER_BAR, NULL);
  GtkWidget *found = bar != NULL ? find_label (bar, label) : NULL;

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static void
test_chips (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  g_assert_null (find_chip (self, "Eurocities"));
  choose (self, "Eurocities");
  add_place (self, "OASC");
  wait_rows (self, 3);
  g_assert_nonnull (find_chip (self, "OASC"));

  gtk_widget_activate (find_chip (self, "Eurocities"));
  wait_rows (self, 1);
  g_assert_null (find_chip (self, "Eurocities"));
  g_assert_nonnull (find_chip (self, "OASC"));

  gtk_widget_activate (find_chip (self, "OASC"));
  wait_rows (self, 5);
}

static void
test_popover (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkWidget *check;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.filter", NULL);
  settle ();
  check = find_label (get_timeline_page (self), "OASC");
  while (check != NULL && !GTK_IS_CHECK_BUTTON (check))
    check = gtk_widget_get_parent (check);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  wait_rows (self, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  wait_rows (self, 5);
}

typedef struct
{
  const char *name;
  const char *place;
  const char *title;
} EmptyRow;

static const EmptyRow empty_rows[] = {
  { "starred", "Starred", "No Starred Articles" },
  { "network-without-articles", NULL, "Nothing Matches" },
};

static void
test_nothing (gconstpointer data)
{
  const EmptyRow *row = data;
  g_autoptr (Fixture) self = start_with_samples ();

  if (row->place != NULL)
    choose (self, row->place);
  else
    cn_timeline_toggle_network (self->timeline, "c40");
  wait_rows (self, 0);
  g_assert_cmpstr (get_page_name (get_timeline_page (self), CN_TYPE_TIMELINE_PAGE), ==, "nothing");
  g_assert_nonnull (find_widget (get_timeline_page (self), ADW_TYPE_STATUS_PAGE, row->title));

  gtk_widget_activate (find_button (get_timeline_page (self), "_Clear Filters"));
  wait_rows (self, 5);
}

static void
test_networks_without_articles_are_folded (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkWidget *sidebar = get_child (self, "sidebar");

  g_assert_null (find_widget (sidebar, CN_TYPE_SIDEBAR_ROW, "C40"));
  g_signal_emit_by_name (get_places (self), "row-activated", find_place (self, "Without Articles"));
  settle ();
  g_assert_nonnull (find_widget (sidebar, CN_TYPE_SIDEBAR_ROW, "C40"));
}

static void
test_filter_survives (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  choose (self, "SCN");
  add_place (self, "Unread");
  wait_rows (self, 2);
  fixture_stop (self);

  fixture_start (self);
  wait_rows (self, 2);
  g_assert_cmpint (cn_timeline_get_show (self->timeline), ==, CN_TIMELINE_SHOW_UNREAD);
  g_assert_true (gtk_list_box_row_is_selected (find_place (self, "SCN")));
  g_assert_nonnull (find_chip (self, "SCN"));

  gtk_widget_activate_action (get_timeline_page (self), "timeline.clear-filters", NULL);
  wait_rows (self, 5);
}

/* Folding */

typedef struct
{
  const char *name;
  int         width;
  int         height;
  gboolean    inner_is_collapsed;
  gboolean    outer_is_collapsed;
} SizeRow;

static const SizeRow size_rows[] = {
  { "three-panes-when-wide", 1200, 800, FALSE, FALSE },
  { "two-panes-in-between", 800, 600, TRUE, FALSE },
  { "one-pane-when-narrow", 500, 600, TRUE, TRUE },
  { "one-pane-on-a-telephone", 360, 294, TRUE, TRUE },
};

static void
test_size (gconstpointer data)
{
  const SizeRow *row = data;
  g_autoptr (Fixture) self = start_with_samples ();

  fixture_set_size (self, row->width, row->height);
  g_assert_cmpint (adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (get_child (self, "inner_view"))),
                   ==, row->inner_is_collapsed);
  g_assert_cmpint (adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (get_child (self, "outer_view"))),
                   ==, row->outer_is_collapsed);
}

static void
test_back_when_narrow (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  AdwNavigationSplitView *outer = ADW_NAVIGATION_SPLIT_VIEW (get_child (self, "outer_view"));
  AdwNavigationSplitView *inner = ADW_NAVIGATION_SPLIT_VIEW (get_child (self, "inner_view"));

  fixture_set_size (self, 360, 600);
  g_assert_true (gtk_widget_get_mapped (get_timeline_page (self)));
  activate_row (self, 0);
  g_assert_true (adw_navigation_split_view_get_show_content (outer));
  g_assert_true (gtk_widget_get_mapped (get_article_page (self)));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  settle ();
  g_assert_false (adw_navigation_split_view_get_show_content (outer));
  g_assert_true (gtk_widget_get_mapped (get_timeline_page (self)));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  settle ();
  g_assert_false (adw_navigation_split_view_get_show_content (inner));
  g_signal_emit_by_name (get_places (self), "row-activated", find_place (self, "Eurocities"));
  settle ();
  g_assert_true (adw_navigation_split_view_get_show_content (inner));
}

static int
get_row_height (Fixture *self)
{
  GtkWidget *row = find_widget (GTK_WIDGET (get_list (self)), CN_TYPE_TIMELINE_ROW, NULL);

  g_assert_nonnull (row);

  return gtk_widget_get_height (row);
}

static void
test_large_text (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkSettings *settings = gtk_settings_get_default ();
  int height = get_row_height (self);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  settle ();
  g_assert_cmpint (get_row_height (self), >, height * 3 / 2);
  fixture_set_size (self, 360, 640);
  activate_row (self, 0);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  settle ();
}

/* A telephone is no wider, and neither is what opens on it. */
static void
test_large_filter (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->window));
  GtkWidget *popover;
  int dpi;
  int natural;

  fixture_set_size (self, 360, 640);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.filter", NULL);
  settle ();
  popover = find_widget (GTK_WIDGET (self->window), CN_TYPE_FILTER_POPOVER, NULL);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_widget_measure (popover, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, 360);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_right_to_left (void)
{
  g_autoptr (Fixture) self = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  self = start_with_samples ();
  activate_row (self, 0);
  fixture_set_size (self, 360, 640);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_size_survives (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  int before[2];
  int after[2];

  fixture_set_size (self, 901, 605);
  gtk_window_get_default_size (GTK_WINDOW (self->window), &before[0], &before[1]);
  fixture_stop (self);
  fixture_start (self);
  gtk_window_get_default_size (GTK_WINDOW (self->window), &after[0], &after[1]);
  g_assert_cmpint (after[0], ==, before[0]);
  g_assert_cmpint (after[1], ==, before[1]);
  g_assert_cmpint (after[0], <, 1000);
  fixture_set_size (self, 1200, 800);
}

int
main (int   argc,
      char *argv[])
{
  int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/ui/start/first-start-offers-three-ways-and-makes-no-file", test_first_start);
  g_test_add_func ("/ui/start/samples-fill-the-timeline", test_samples);
  g_test_add_func ("/ui/start/samples-can-be-taken-back", test_undone_samples);
  g_test_add_func ("/ui/timeline/months-and-undated-have-headings", test_months);
  g_test_add_func ("/ui/timeline/newest-and-its-month-stay-in-sight", test_top_is_in_sight);
  g_test_add_func ("/ui/timeline/selecting-does-not-mark-as-read", test_selecting_leaves_unread);
  g_test_add_func ("/ui/timeline/opening-marks-as-read-and-is-undone", test_opening_reads);
  g_test_add_func ("/ui/timeline/star-from-the-row", test_star_from_the_row);
  g_test_add_func ("/ui/timeline/star-from-the-page", test_star_from_the_page);
  g_test_add_func ("/ui/filter/one-network", test_one_network);
  g_test_add_func ("/ui/filter/several-networks", test_several_networks);
  g_test_add_func ("/ui/filter/network-and-unread", test_network_and_unread);
  g_test_add_func ("/ui/filter/unread-and-starred-exclude-each-other", test_shows_exclude_each_other);
  g_test_add_func ("/ui/filter/chips-show-and-remove", test_chips);
  g_test_add_func ("/ui/filter/popover-has-check-marks", test_popover);
  g_test_add_func ("/ui/filter/networks-without-articles-are-folded", test_networks_without_articles_are_folded);
  g_test_add_func ("/ui/filter/survives-a-restart", test_filter_survives);
  ADD_TABLE ("/ui/filter/nothing-left/", empty_rows, test_nothing)
  ADD_TABLE ("/ui/folding/", size_rows, test_size)
  g_test_add_func ("/ui/folding/back-leads-from-article-to-timeline-to-sidebar", test_back_when_narrow);
  g_test_add_func ("/ui/folding/text-of-twice-the-size", test_large_text);
  g_test_add_func ("/ui/folding/filter-with-text-of-twice-the-size", test_large_filter);
  g_test_add_func ("/ui/folding/right-to-left", test_right_to_left);
  g_test_add_func ("/ui/folding/window-size-survives-a-restart", test_size_survives);

  return g_test_run ();
}
