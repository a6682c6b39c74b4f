/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an article. */

#include "config.h"

#include "cn-article-body.h"
#include "ui-helpers.h"

/* The article */

static GtkWidget *
get_body (Fixture *self)
{
  return GTK_WIDGET (gtk_widget_get_template_child (get_article_page (self), CN_TYPE_ARTICLE_PAGE, "body"));
}

static void
test_article (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkWidget *page = get_article_page (self);

  activate_row (self, 1);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==,
                   "Eurocities and Istanbul Agree on Closer Work");
  g_assert_nonnull (find_label (page, "Eurocities and Istanbul Agree on Closer Work"));
  g_assert_nonnull (find_label (page, "What the Two Sides Want to Share"));
  g_assert_nonnull (find_label (page, "Eurocities"));
}

static void
test_undated_article (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  GtkLabel *date;

  activate_row (self, 4);
  date = GTK_LABEL (gtk_widget_get_template_child (get_article_page (self), CN_TYPE_ARTICLE_PAGE, "date"));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (date), "Undated"));
}

static void
test_furniture (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autofree char *path =
    fixture_write (self, "page.html",
                   "<html><head><title>Cities meet</title></head><body><nav><a href='/a'>Home</a> <a href='/b'>"
                   "About us</a></nav><article><h1>Cities meet</h1><p>Officers of eleven cities met for three days "
                   "and spoke about housing, transport and the air that they share.</p></article>"
                   "<footer><p>All rights reserved. Contact the office by letter.</p></footer></body></html>");
  GtkExpander *expander;

  fixture_add_file (self, path);
  wait_rows (self, 1);
  activate_row (self, 0);
  expander = GTK_EXPANDER (gtk_widget_get_template_child (get_article_page (self), CN_TYPE_ARTICLE_PAGE, "furniture"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (expander)));
  g_assert_true (g_str_has_prefix (gtk_expander_get_label (expander), "Page furniture"));
  g_assert_null (gtk_expander_get_child (expander));
  gtk_expander_set_expanded (expander, TRUE);
  settle ();
  g_assert_true (CN_IS_ARTICLE_BODY (gtk_expander_get_child (expander)));
  g_assert_cmpuint (count_widgets (gtk_expander_get_child (expander), GTK_TYPE_LABEL), >, 0);
}

static GtkWidget *
open_page (Fixture    *self,
           const char *body)
{
  g_autofree char *page = g_strconcat ("<html><head><title>Ports</title><meta property='article:published_time' "
                                       "content='2024-03-05'></head><body><article><h1>Ports</h1>", body,
                                       "</article></body></html>", NULL);
  g_autofree char *path = fixture_write (self, "page.html", page);

  fixture_add_file (self, path);
  wait_rows (self, 1);
  activate_row (self, 0);

  return get_body (self);
}

#define OPENING "<p>Officers of eleven cities met for three days and spoke about the ports that they share.</p>"

static GtkGrid *
get_grid (GtkWidget  *body,
          const char *cell)
{
  return GTK_GRID (gtk_widget_get_ancestor (find_label (body, cell), GTK_TYPE_GRID));
}

static void
test_table (void)
{
  g_autoptr (Fixture) self = start_window ();
  GtkWidget *body = open_page (self, OPENING "<table><tr><th>City</th><th>Since</th></tr><tr><td>Antwerp</td>"
                               "<td>May 2024</td></tr><tr><td>Genoa</td><td>2026</td></tr></table>");
  GtkGrid *grid = get_grid (body, "City");

  g_assert_cmpuint (count_widgets (GTK_WIDGET (grid), GTK_TYPE_LABEL), ==, 6);
  g_assert_true (GTK_IS_SEPARATOR (gtk_grid_get_child_at (grid, 1, 1)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (grid, 1, 2))), ==, "May 2024");
  g_assert_false (GTK_IS_VIEWPORT (gtk_widget_get_parent (GTK_WIDGET (grid))));
}

static gboolean
is_complete (Fixture *self)
{
  return cn_article_body_is_complete (CN_ARTICLE_BODY (get_body (self)));
}

/* Of so tall a page that all of a text fits. */
static GtkWidget *
open_tall_page (Fixture    *self,
                const char *text)
{
  g_autoptr (GtkAdjustment) adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 16000, 10, 16000, 16000));
  GtkWidget *body = get_body (self);

  g_object_set (body, "adjustment", adjustment, NULL);
  open_page (self, text);
  wait_until (is_complete, self);

  return body;
}

static void
assert_label_is_bounded (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (widget))), <, 2000);
      g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (widget)), >, 0);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    assert_label_is_bounded (child);
}

/* What one frame has to measure stays small, however long the paragraph; and nothing of it is lost. */
static void
test_long_paragraph (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (GString) page = g_string_new ("<p>");
  GtkWidget *body;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (page, "Sentence %u says what the city has agreed on with its partners this year. ", i);
  g_string_append (page, "</p>");
  body = open_tall_page (self, page->str);

  g_assert_cmpuint (count_widgets (body, GTK_TYPE_LABEL), ==, 5);
  assert_label_is_bounded (body);
}

/* However many slices a list takes, it stays one. */
static void
test_long_list (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (GString) page = g_string_new (OPENING "<ul>");
  GtkWidget *body;
  GtkWidget *list;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (page, "<li>Measure %u of the plan for quiet streets</li>", i);
  g_string_append (page, "</ul>");
  body = open_tall_page (self, page->str);

  list = gtk_widget_get_parent (gtk_widget_get_parent (find_label (body, "Measure 0 of the plan for quiet streets")));
  g_assert_true (gtk_widget_is_ancestor (find_label (body, "Measure 39 of the plan for quiet streets"), list));
  assert_label_is_bounded (body);
}

/* It scrolls sideways by itself, and is as high as its lines. */
static void
test_wide_table (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (GString) page = g_string_new (OPENING "<table><tr><th>City</th></tr><tr>");
  GtkWidget *body;
  GtkWidget *scroller;
  int height;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (page, "<td>What the council of city %u has said about it</td>", i);
  g_string_append (page, "</tr></table>");
  body = open_page (self, page->str);

  scroller = gtk_widget_get_ancestor (GTK_WIDGET (get_grid (body, "What the council of city 0 has said about it")),
                                      GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_is_ancestor (scroller, body));
  gtk_widget_measure (scroller, GTK_ORIENTATION_VERTICAL, 600, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 120);
}

static void
test_deeper_list (void)
{
  g_autoptr (Fixture) self = start_window ();
  GtkWidget *body = open_page (self, OPENING "<ol><li>Quiet hours<ul><li>First on the quays</li></ul></li></ol>");
  graphene_rect_t outer;
  graphene_rect_t inner;

  g_assert_true (gtk_widget_compute_bounds (find_label (body, "Quiet hours"), body, &outer));
  g_assert_true (gtk_widget_compute_bounds (find_label (body, "First on the quays"), body, &inner));
  g_assert_cmpfloat (inner.origin.x, >=, outer.origin.x + 20);
}

/* A byline that names no person is said by nobody else. */
static void
test_byline_of_an_office (void)
{
  g_autoptr (Fixture) self = start_window ();
  GtkWidget *body = open_page (self, "<p class='byline'>By the Press Office</p>" OPENING);

  g_assert_nonnull (find_label (body, "By the Press Office"));
}

/* A text of several thousand paragraphs is made as far as it is looked at. */
static void
test_long_article (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (GString) text = g_string_new ("A very long report\n\n4 June 2021\n\n");
  g_autofree char *path = NULL;
  GtkAdjustment *adjustment;
  guint n_labels;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "Paragraph %u of the report says what the cities of the network have done about "
                            "housing, transport and the air in that year, and what they have not.\n\n", i);
  path = fixture_write (self, "long.txt", text->str);
  fixture_add_file (self, path);
  wait_rows (self, 1);
  activate_row (self, 0);

  n_labels = count_widgets (get_body (self), GTK_TYPE_LABEL);
  g_assert_cmpuint (n_labels, >, 10);
  g_assert_cmpuint (n_labels, <, 1000);
  g_assert_false (cn_article_body_is_complete (CN_ARTICLE_BODY (get_body (self))));

  g_object_get (get_body (self), "adjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  settle ();
  g_assert_cmpuint (count_widgets (get_body (self), GTK_TYPE_LABEL), >, n_labels);
  g_object_unref (adjustment);
}

/* As in a window so tall that several slices of a text fit into it: until the last one, nothing has to be scrolled and
 * the adjustment stays as it is. */
static void
test_tall_window (void)
{
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (GtkAdjustment) adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 16000, 10, 16000, 16000));
  g_autoptr (GString) text = g_string_new ("A list of decisions\n\n4 June 2021\n\n");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "The decision number %u was taken by all.\n\n", i);
  path = fixture_write (self, "decisions.txt", text->str);
  fixture_add_file (self, path);
  wait_rows (self, 1);
  g_object_set (get_body (self), "adjustment", adjustment, NULL);
  activate_row (self, 0);

  wait_until (is_complete, self);
  g_assert_nonnull (find_label (get_body (self), "The decision number 999 was taken by all."));
}

/* The answer for the first must not replace the second. */
static void
test_late_answer (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  g_signal_emit_by_name (get_list (self), "activate", 0);
  g_signal_emit_by_name (get_list (self), "activate", 1);
  wait_until (shows_article, self);
  settle ();
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_article_page (self))), ==,
                   "Eurocities and Istanbul Agree on Closer Work");
}

/* The window may go while an answer is on its way. */
static void
test_closing_in_between (void)
{
  g_autoptr (Fixture) self = start_with_samples ();

  g_signal_emit_by_name (get_list (self), "activate", 0);
  fixture_stop (self);
}

int
main (int   argc,
      char *argv[])
{
  int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/ui/article/shows-title-text-and-networks", test_article);
  g_test_add_func ("/ui/article/undated-is-said", test_undated_article);
  g_test_add_func ("/ui/article/furniture-is-folded", test_furniture);
  g_test_add_func ("/ui/article/long-paragraph-is-measured-in-parts", test_long_paragraph);
  g_test_add_func ("/ui/article/long-list-stays-one", test_long_list);
  g_test_add_func ("/ui/article/table-has-its-rows-once-under-its-headings", test_table);
  g_test_add_func ("/ui/article/wide-table-scrolls-and-is-no-higher-than-its-lines", test_wide_table);
  g_test_add_func ("/ui/article/list-in-a-list-stands-further-in", test_deeper_list);
  g_test_add_func ("/ui/article/byline-of-an-office-is-shown", test_byline_of_an_office);
  g_test_add_func ("/ui/article/long-text-is-made-as-far-as-seen", test_long_article);
  g_test_add_func ("/ui/article/fills-a-tall-window", test_tall_window);
  g_test_add_func ("/ui/article/late-answer-is-dropped", test_late_answer);
  g_test_add_func ("/ui/article/window-may-close-before-the-answer", test_closing_in_between);

  return g_test_run ();
}
