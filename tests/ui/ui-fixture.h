/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-application.h"
#include "cn-article-page.h"
#include "cn-library.h"
#include "cn-sidebar.h"
#include "cn-timeline-page.h"
#include "cn-window.h"

/* The real application with a real window over a real store in a folder of its own. Ending it asserts
 * that nothing of it is left. */
typedef struct
{
  char          *folder;
  char          *path;
  CnApplication *application;
  CnWindow      *window;
  CnLibrary     *library;
  CnTimeline    *timeline;
} Fixture;

typedef gboolean (*Condition) (gpointer user_data);

int        fixture_init          (int          *argc,
                                  char       ***argv);
Fixture   *fixture_new           (void);
void       fixture_free          (Fixture      *self);
void       fixture_start         (Fixture      *self);
void       fixture_stop          (Fixture      *self);
void       fixture_add_samples   (Fixture      *self);
char      *fixture_write         (Fixture      *self,
                                  const char   *name,
                                  const char   *text);
void       fixture_add_file      (Fixture      *self,
                                  const char   *path);
void       fixture_set_size      (Fixture      *self,
                                  int           width,
                                  int           height);

void       wait_until_at         (const char   *where,
                                  Condition     condition,
                                  gpointer      user_data);
void       settle                (void);

GtkWidget *find_widget           (GtkWidget    *root,
                                  GType         type,
                                  const char   *name);
GtkWidget *find_button           (GtkWidget    *root,
                                  const char   *label);
GtkWidget *find_label            (GtkWidget    *root,
                                  const char   *text);
guint      count_widgets         (GtkWidget    *root,
                                  GType         type);
char      *dup_page              (Fixture      *self);

#define wait_until(condition, data) wait_until_at (G_STRLOC, (Condition) (condition), (data))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
