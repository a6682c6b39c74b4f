/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps that several test programs of the window take. */

#include "config.h"

#include "ui-helpers.h"

#include "cn-sidebar-row.h"

Fixture *
start_window (void)
{
  Fixture *self = fixture_new ();

  fixture_start (self);

  return self;
}

Fixture *
start_with_samples (void)
{
  Fixture *self = start_window ();

  fixture_add_samples (self);

  return self;
}

void
assert_page (Fixture    *self,
             const char *expected)
{
  g_autofree char *page = dup_page (self);

  g_assert_cmpstr (page, ==, expected);
}

GtkWidget *
get_child (Fixture    *self,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->window), CN_TYPE_WINDOW, name));
}

GtkWidget *
get_timeline_page (Fixture *self)
{
  return get_child (self, "timeline_page");
}

GtkWidget *
get_article_page (Fixture *self)
{
  return get_child (self, "article_page");
}

GtkSingleSelection *
get_selection (Fixture *self)
{
  return GTK_SINGLE_SELECTION (gtk_widget_get_template_child (get_timeline_page (self), CN_TYPE_TIMELINE_PAGE,
                                                              "selection"));
}

GtkListView *
get_list (Fixture *self)
{
  return GTK_LIST_VIEW (gtk_widget_get_template_child (get_timeline_page (self), CN_TYPE_TIMELINE_PAGE, "list"));
}

const char *
get_page_name (GtkWidget *page,
               GType      type)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_template_child (page, type, "stack")));
}

CnArticle *
get_article (Fixture *self,
             guint    position)
{
  g_autoptr (CnArticle) article = g_list_model_get_item (G_LIST_MODEL (self->timeline), position);

  g_assert_nonnull (article);

  /* The row holds it. */
  return article;
}

guint
get_n_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
}

typedef struct
{
  Fixture *fixture;
  guint    n_rows;
} Rows;

static gboolean
has_rows (Rows *rows)
{
  return get_n_rows (rows->fixture) == rows->n_rows;
}

void
wait_rows (Fixture *self,
           guint    n_rows)
{
  Rows rows = { self, n_rows };

  wait_until (has_rows, &rows);
  settle ();
}

gboolean
shows_article (Fixture *self)
{
  return g_strcmp0 (get_page_name (get_article_page (self), CN_TYPE_ARTICLE_PAGE), "article") == 0;
}

void
activate_row (Fixture *self,
              guint    position)
{
  g_signal_emit_by_name (get_list (self), "activate", position);
  wait_until (shows_article, self);
  settle ();
}

gboolean
is_first_read (Fixture *self)
{
  return cn_article_is_read (get_article (self, 0));
}

static gboolean
has_toast (const char **words)
{
  g_autoptr (GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), 0);

  return find_label (GTK_WIDGET (window), *words) != NULL;
}

void
wait_toast (const char *words)
{
  wait_until (has_toast, &words);
}

typedef struct
{
  CnLibrary *library;
  guint    (*get_count) (CnLibrary *library);
  guint      count;
} Count;

static gboolean
has_count (Count *count)
{
  return count->get_count (count->library) == count->count;
}

/* The counts follow a mark a moment later than the row does. */
void
wait_unread (Fixture *self,
             guint    n_unread)
{
  Count count = { self->library, cn_library_get_n_unread, n_unread };

  wait_until (has_count, &count);
}

void
wait_starred (Fixture *self,
              guint    n_starred)
{
  Count count = { self->library, cn_library_get_n_starred, n_starred };

  wait_until (has_count, &count);
}

GtkListBoxRow *
find_place (Fixture    *self,
            const char *title)
{
  GtkWidget *row = find_widget (get_child (self, "sidebar"), CN_TYPE_SIDEBAR_ROW, title);

  g_assert_nonnull (row);

  return GTK_LIST_BOX_ROW (row);
}

GtkListBox *
get_places (Fixture *self)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (get_child (self, "sidebar"), CN_TYPE_SIDEBAR, "list"));
}

gboolean
has_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) != NULL;
}
