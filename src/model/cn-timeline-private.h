/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-entry-view.h"
#include "cn-library-private.h"
#include "cn-row-loader.h"
#include "cn-timeline.h"

G_BEGIN_DECLS

struct _CnTimeline
{
  GObject         parent_instance;

  CnLibrary      *library;
  CnTimelineShow  show;
  GStrv           networks;
  char           *error_message;
  gboolean        has_loaded;

  CnEntryView     view;
  GArray         *edits;          /* of CnEntryEdit, of a swap under way; NULL otherwise */
  guint           next_edit;
  CnRowLoader    *rows;

  /* One thing at a time changes the list: a load, or a patch. */
  guint           generation;     /* of the filter: an answer to an older question is dropped */
  DexPromise     *work;           /* resolves when the work is dropped; NULL when nothing is under way */
  gboolean        wants_reload;
  GHashTable     *pending;        /* gint64 → CnEntryPatch */
};

void     cn_timeline_set_error      (CnTimeline    *self,
                                     const char    *message);
void     cn_timeline_set_has_loaded (CnTimeline    *self);
void     cn_timeline_drop_work      (CnTimeline    *self);
void     cn_timeline_start_load     (CnTimeline    *self);
void     cn_timeline_start_reload   (CnTimeline    *self,
                                     gboolean       keeps);
void     cn_timeline_continue       (CnTimeline    *self);
void     cn_timeline_queue_rows     (CnTimeline    *self,
                                     GArray        *ids,
                                     GPtrArray     *rows);
gboolean cn_timeline_continue_cut   (CnTimeline    *self);
void     cn_timeline_begin_swap     (CnTimeline    *self,
                                     GArray        *after,
                                     GArray        *edits);
gboolean cn_timeline_continue_swap  (CnTimeline    *self);
void     cn_timeline_finish_swap    (CnTimeline    *self);

G_END_DECLS
