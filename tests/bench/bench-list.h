/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* A list view over so many rows that are made as they are asked for, each one widget that draws four lines of
 * text: the quickest list that GTK can show before anybody's program is in it. */
#define BENCH_TYPE_LIST (bench_list_get_type ())

G_DECLARE_FINAL_TYPE (BenchList, bench_list, BENCH, LIST, GObject)

BenchList *bench_list_new         (guint      n_items);
void       bench_list_replace     (BenchList *self,
                                  guint      n_items);
GtkWidget *bench_list_create_view (BenchList *self);
