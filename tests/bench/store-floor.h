/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-draft.h"
#include "cn-timeline-query.h"

G_BEGIN_DECLS

/* The floor of the store's benchmarks: what plain SQLite costs. One table with title, first lines and text, and three
 * indexes (address, date, network with date), written in the same batches with the same durability, read on the
 * calling thread, its statements prepared once. Functions that read return the number of rows. */

typedef struct _StoreFloor StoreFloor;

StoreFloor *store_floor_open         (const char            *path) G_GNUC_WARN_UNUSED_RESULT;
void        store_floor_close        (StoreFloor            *self);
void        store_floor_set_durable  (StoreFloor            *self,
                                      gboolean               is_durable);

void        store_floor_begin        (StoreFloor            *self);
void        store_floor_insert       (StoreFloor            *self,
                                      GPtrArray             *drafts);
void        store_floor_commit       (StoreFloor            *self);

guint       store_floor_read_rows    (StoreFloor            *self,
                                      const gint64          *ids,
                                      guint                  n_ids);
guint       store_floor_read_article (StoreFloor            *self,
                                      gint64                 id);
guint       store_floor_list         (StoreFloor            *self,
                                      const CnTimelineEntry *after,
                                      guint                  limit);
guint       store_floor_list_network (StoreFloor            *self,
                                      const char            *network);
guint       store_floor_count        (StoreFloor            *self);

G_END_DECLS
