/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui-fixture.h"

/* The window's parts by name, and what somebody does with them. */
Fixture *start_window (void);
Fixture *start_with_samples (void);
void assert_page (Fixture *self, const char *expected);
GtkWidget *get_child (Fixture *self, const char *name);
GtkWidget *get_timeline_page (Fixture *self);
GtkWidget *get_article_page (Fixture *self);
GtkSingleSelection *get_selection (Fixture *self);
GtkListView *get_list (Fixture *self);
const char *get_page_name (GtkWidget *page, GType type);
CnArticle *get_article (Fixture *self, guint position);
guint get_n_rows (Fixture *self);
void wait_rows (Fixture *self, guint n_rows);
gboolean shows_article (Fixture *self);
void activate_row (Fixture *self, guint position);
gboolean is_first_read (Fixture *self);
void wait_toast (const char *words);
void wait_unread (Fixture *self, guint n_unread);
void wait_starred (Fixture *self, guint n_starred);
GtkListBoxRow *find_place (Fixture *self, const char *title);
GtkListBox *get_places (Fixture *self);
gboolean has_dialog (Fixture *self);

#define ADD_TABLE(path, rows, function) \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) \
    { \
      g_autofree char *name = g_strconcat (path, rows[i].name, NULL); \
      g_test_add_data_func (name, &rows[i], function); \
    }
