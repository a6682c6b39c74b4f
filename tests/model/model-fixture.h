/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-importer.h"
#include "cn-library-private.h"
#include "cn-test-await.h"
#include "cn-timeline-private.h"

G_BEGIN_DECLS

/* A folder of its own for each test, and a library in it. */
typedef struct
{
  char      *folder;
  char      *path;
  CnLibrary *library;
} ModelFixture;

void            model_fixture_init       (ModelFixture        *self);
void            model_fixture_open       (ModelFixture        *self);
void            model_fixture_clear      (ModelFixture        *self);
char           *model_fixture_dup_path   (ModelFixture        *self,
                                          const char          *name);
char           *model_fixture_write      (ModelFixture        *self,
                                          const char          *name,
                                          const char          *content);
void            model_fixture_exec_sql   (const char          *path,
                                          const char          *statement);
void            model_fixture_settle     (ModelFixture        *self,
                                          CnTimeline          *timeline);
GArray         *model_fixture_add        (ModelFixture        *self,
                                          GPtrArray           *drafts,
                                          gint64              *import_id);
GArray         *model_fixture_add_many   (ModelFixture        *self,
                                          guint                n);
GArray         *model_fixture_list       (ModelFixture        *self,
                                          CnTimelineScope      scope,
                                          const char * const  *networks);

gboolean        model_fixture_skip_unforbidden (void);
void            model_fixture_become_nobody    (void);
void            model_fixture_become_oneself   (void);

CnArticleDraft *model_draft              (guint                number,
                                          CnDate               published,
                                          const char * const  *networks);

/* A copy of a list that knows it only from its signals. */
typedef struct
{
  GListModel *model;
  GArray     *ids;
  guint       n_signals;
  guint       largest_addition;
  gulong      handler;
} Recorder;

void            recorder_init            (Recorder            *self,
                                          GListModel          *model);
void            recorder_clear           (Recorder            *self);

G_END_DECLS
