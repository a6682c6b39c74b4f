/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

#include "cn-article-draft.h"
#include "cn-article-record.h"
#include "cn-network-record.h"
#include "cn-store-error.h"
#include "cn-timeline-query.h"

G_BEGIN_DECLS

/* Every future of this header is made on the main thread, runs on the store's writer or reader thread, and
 * resolves on the scheduler of whoever awaits it. Dropping the last reference to a future that still runs
 * interrupts it. */

typedef enum
{
  CN_STORE_OPEN_DEFAULT   = 0,       /* make the file when it does not exist */
  CN_STORE_OPEN_READ_ONLY = 1 << 0,  /* change nothing, not even the schema */
  CN_STORE_OPEN_EXISTING  = 1 << 1,  /* refuse with NOT_FOUND when it does not exist */
} CnStoreOpenFlags;

/**
 * CnStoreChange:
 *
 * What a committed transaction touched.
 */
typedef enum
{
  CN_STORE_CHANGE_ARTICLES = 1 << 0,  /* articles came, went or moved in the timeline */
  CN_STORE_CHANGE_MARKS    = 1 << 1,  /* read or starred marks */
  CN_STORE_CHANGE_NETWORKS = 1 << 2,  /* the registry itself */
  CN_STORE_CHANGE_ALL      = 1 << 3,  /* another process wrote, or a copy was restored: anything */
} CnStoreChange;

/**
 * CnAddOutcome:
 * @CN_ADD_OUTCOME_ADDED: a new article
 * @CN_ADD_OUTCOME_KNOWN: it was there, from this very origin; nothing changed
 * @CN_ADD_OUTCOME_NEW_ORIGIN: it was there, and is now known to come from here too
 * @CN_ADD_OUTCOME_NEW_VERSION: the address was there with another text; this is the newer one
 * @CN_ADD_OUTCOME_NEW_PUBLISHER: it was there, from this very origin; a person has said who published it
 * @CN_ADD_OUTCOME_RESTORED: an import that was undone had brought it; it is back
 */
typedef enum
{
  CN_ADD_OUTCOME_ADDED,
  CN_ADD_OUTCOME_KNOWN,
  CN_ADD_OUTCOME_NEW_ORIGIN,
  CN_ADD_OUTCOME_NEW_VERSION,
  CN_ADD_OUTCOME_NEW_PUBLISHER,
  CN_ADD_OUTCOME_RESTORED,
} CnAddOutcome;

typedef struct
{
  gint64       article_id;
  CnAddOutcome outcome;
} CnAddResult;

#define CN_TYPE_STORE (cn_store_get_type ())

G_DECLARE_FINAL_TYPE (CnStore, cn_store, CN, STORE, GObject)

/* signal "changed" (CnStoreChange what, GArray<gint64> *article_ids (nullable)): on the main context, once
 * for each committed transaction; ids are given when at most a thousand articles were touched. */

/* → CnStore */
DexFuture  *cn_store_open           (const char            *path,
                                     CnStoreOpenFlags       flags) G_GNUC_WARN_UNUSED_RESULT;
/* → TRUE */
DexFuture  *cn_store_close          (CnStore               *self) G_GNUC_WARN_UNUSED_RESULT;
const char *cn_store_get_path       (CnStore               *self);
gboolean    cn_store_is_read_only   (CnStore               *self);

/* → TRUE */
DexFuture  *cn_store_sync_networks  (CnStore               *self,
                                     GPtrArray             *networks) G_GNUC_WARN_UNUSED_RESULT;
/* → GPtrArray<CnNetworkRecord> */
DexFuture  *cn_store_list_networks  (CnStore               *self) G_GNUC_WARN_UNUSED_RESULT;
/* → CnTally */
DexFuture  *cn_store_get_tally      (CnStore               *self) G_GNUC_WARN_UNUSED_RESULT;

/* → gint64 import id */
DexFuture  *cn_store_begin_import   (CnStore               *self) G_GNUC_WARN_UNUSED_RESULT;
/* → GArray<CnAddResult> */
DexFuture  *cn_store_add_articles   (CnStore               *self,
                                     gint64                 import_id,
                                     GPtrArray             *drafts) G_GNUC_WARN_UNUSED_RESULT;
/* → guint articles hidden */
DexFuture  *cn_store_undo_import    (CnStore               *self,
                                     gint64                 import_id) G_GNUC_WARN_UNUSED_RESULT;
/* → guint articles shown again */
DexFuture  *cn_store_redo_import    (CnStore               *self,
                                     gint64                 import_id) G_GNUC_WARN_UNUSED_RESULT;

/* → GArray<CnTimelineEntry> */
DexFuture  *cn_store_list_entries   (CnStore               *self,
                                     const CnTimelineQuery *query,
                                     const CnTimelineEntry *after,
                                     guint                  limit) G_GNUC_WARN_UNUSED_RESULT;
/* → guint */
DexFuture  *cn_store_count_entries  (CnStore               *self,
                                     const CnTimelineQuery *query) G_GNUC_WARN_UNUSED_RESULT;
/* → GPtrArray<CnArticleRow>, NULL where gone */
DexFuture  *cn_store_load_rows      (CnStore               *self,
                                     const gint64          *ids,
                                     guint                  n_ids) G_GNUC_WARN_UNUSED_RESULT;
/* → CnArticleRecord */
DexFuture  *cn_store_load_article   (CnStore               *self,
                                     gint64                 id) G_GNUC_WARN_UNUSED_RESULT;

/* → GArray<gint64> those that changed */
DexFuture  *cn_store_set_read       (CnStore               *self,
                                     const gint64          *ids,
                                     guint                  n_ids,
                                     gboolean               is_read) G_GNUC_WARN_UNUSED_RESULT;
/* → GArray<gint64> those that changed */
DexFuture  *cn_store_set_starred    (CnStore               *self,
                                     const gint64          *ids,
                                     guint                  n_ids,
                                     gboolean               is_starred) G_GNUC_WARN_UNUSED_RESULT;

/* → GStrv problems, empty when sound */
DexFuture  *cn_store_check          (CnStore               *self) G_GNUC_WARN_UNUSED_RESULT;
/* → TRUE */
DexFuture  *cn_store_backup         (CnStore               *self,
                                     const char            *path) G_GNUC_WARN_UNUSED_RESULT;
/* → path of the copy made of what was there */
DexFuture  *cn_store_restore        (CnStore               *self,
                                     const char            *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
