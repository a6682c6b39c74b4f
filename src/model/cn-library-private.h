/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-map.h"
#include "cn-library.h"
#include "cn-network-tree.h"
#include "cn-store.h"

G_BEGIN_DECLS

/* What the model's own files see of a library. The signal "store-changed" (CnStoreChange what,
 * GArray<gint64> *ids (nullable), GPtrArray<CnArticleRow> *rows (nullable)) brings each commit together
 * with the rows that it touched, NULL where an article is gone; without ids anything may be different. */

struct _CnLibrary
{
  GObject         parent_instance;

  char           *path;
  CnLibraryState  state;
  char           *error_message;
  CnStore        *store;            /* NULL until opened, and while the file does not exist yet */
  gulong          store_handler;
  DexThreadPool  *workers;          /* one thread for what is too long for the main thread */
  DexPromise     *opening;          /* while an opening runs: resolves with it */
  DexPromise     *creating;         /* while the file is being made: resolves with the store */
  CnNetworkTree *networks;
  CnArticleMap  *articles;
  CnTally         tally;

  GHashTable     *pending_ids;      /* commits that the models have not heard of */
  CnStoreChange   pending_what;
  gboolean        pending_all;
  gboolean        is_refreshing;
};

void       cn_library_set_state      (CnLibrary      *self,
                                      CnLibraryState  state,
                                      const char     *error_message);
void       cn_library_set_tally      (CnLibrary      *self,
                                      const CnTally  *tally);
void       cn_library_attach_store   (CnLibrary      *self,
                                      CnStore        *store);
void       cn_library_detach_store   (CnLibrary      *self);
void       cn_library_queue_change   (CnLibrary      *self,
                                      CnStoreChange   what,
                                      GArray         *ids);
void       cn_library_emit_changed   (CnLibrary      *self,
                                      CnStoreChange   what,
                                      GArray         *ids,
                                      GPtrArray      *rows);

CnTimelineScope cn_timeline_show_to_scope (CnTimelineShow show);

CnLibraryState cn_library_state_for_error (const GError *error);
void       cn_library_note_error     (CnLibrary      *self,
                                      const GError   *error);
DexFuture *cn_library_watch_write    (CnLibrary      *self,
                                      DexFuture      *future) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *cn_library_make_folder    (CnLibrary      *self) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *cn_library_ensure_store   (CnLibrary      *self) G_GNUC_WARN_UNUSED_RESULT; /* → CnStore */
CnArticle *cn_library_dup_article    (CnLibrary      *self,
                                      gint64          id) G_GNUC_WARN_UNUSED_RESULT;
void       cn_library_take_row       (CnLibrary      *self,
                                      CnArticle      *article,
                                      CnArticleRow   *row);
void       cn_library_release_later  (CnLibrary      *self,
                                      GArray         *array);

G_END_DECLS
