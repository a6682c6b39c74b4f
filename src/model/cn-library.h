/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

#include "cn-article-text.h"
#include "cn-network.h"
#include "cn-timeline.h"

G_BEGIN_DECLS

/**
 * CnLibraryState:
 *
 * What can be done with the store right now. Each failure is a state of its own, because each has its own
 * remedy.
 */
typedef enum
{
  CN_LIBRARY_STATE_OPENING,
  CN_LIBRARY_STATE_READY,
  CN_LIBRARY_STATE_READ_ONLY,   /* readable: nothing can be added or marked */
  CN_LIBRARY_STATE_TOO_NEW,
  CN_LIBRARY_STATE_DAMAGED,
  CN_LIBRARY_STATE_FOREIGN,
  CN_LIBRARY_STATE_LOCKED,
  CN_LIBRARY_STATE_FULL,
  CN_LIBRARY_STATE_FAILED,
} CnLibraryState;

#define CN_TYPE_LIBRARY       (cn_library_get_type ())
#define CN_TYPE_LIBRARY_STATE (cn_library_state_get_type ())

/**
 * CnLibrary:
 *
 * The articles, networks and marks of one store: what the application makes once and hands down.
 * Properties: path (construct-only), state, error-message (log words for the state), networks (a
 * #GListModel of top-level #CnNetwork in the registry's order), n-articles, n-unread, n-starred. Main
 * thread.
 */
G_DECLARE_FINAL_TYPE (CnLibrary, cn_library, CN, LIBRARY, GObject)

GType           cn_library_state_get_type    (void) G_GNUC_CONST;

CnLibrary      *cn_library_new               (const char   *path) G_GNUC_WARN_UNUSED_RESULT;
char           *cn_library_dup_default_path  (void) G_GNUC_WARN_UNUSED_RESULT;
char           *cn_library_describe_error    (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
char           *cn_library_describe_copy_error (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/* Every future resolves on the scheduler of whoever awaits it. */
/* → TRUE; also tries again after a failure */
DexFuture      *cn_library_open              (CnLibrary    *self) G_GNUC_WARN_UNUSED_RESULT;
/* → TRUE */
DexFuture      *cn_library_close             (CnLibrary    *self) G_GNUC_WARN_UNUSED_RESULT;
const char     *cn_library_get_path          (CnLibrary    *self);
CnLibraryState  cn_library_get_state         (CnLibrary    *self);
const char     *cn_library_get_error_message (CnLibrary    *self);

GListModel     *cn_library_get_networks      (CnLibrary    *self);
CnNetwork      *cn_library_lookup_network    (CnLibrary    *self,
                                              const char   *id);
guint           cn_library_get_n_articles    (CnLibrary    *self);
guint           cn_library_get_n_unread      (CnLibrary    *self);
guint           cn_library_get_n_starred     (CnLibrary    *self);

/* → CnArticleText */
DexFuture      *cn_library_load_article      (CnLibrary    *self,
                                              gint64        id) G_GNUC_WARN_UNUSED_RESULT;
/* → GArray<gint64> those that changed */
DexFuture      *cn_library_set_read          (CnLibrary    *self,
                                              const gint64 *ids,
                                              guint         n_ids,
                                              gboolean      is_read) G_GNUC_WARN_UNUSED_RESULT;
/* → GArray<gint64> those that changed */
DexFuture      *cn_library_set_starred       (CnLibrary    *self,
                                              const gint64 *ids,
                                              guint         n_ids,
                                              gboolean      is_starred) G_GNUC_WARN_UNUSED_RESULT;
/* → guint articles taken out */
DexFuture      *cn_library_undo_import       (CnLibrary    *self,
                                              gint64        import_id) G_GNUC_WARN_UNUSED_RESULT;

/* → GStrv problems */
DexFuture      *cn_library_check             (CnLibrary    *self) G_GNUC_WARN_UNUSED_RESULT;
/* → TRUE */
DexFuture      *cn_library_backup            (CnLibrary    *self,
                                              const char   *path) G_GNUC_WARN_UNUSED_RESULT;
/* → path of the copy of what was there */
DexFuture      *cn_library_restore           (CnLibrary    *self,
                                              const char   *path) G_GNUC_WARN_UNUSED_RESULT;
/* → path under which the file that cannot be used is kept */
DexFuture      *cn_library_start_anew        (CnLibrary    *self) G_GNUC_WARN_UNUSED_RESULT;
/* → words that say what could be read */
DexFuture      *cn_library_recover           (CnLibrary    *self,
                                              const char   *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
