/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-table.h"
#include "cn-store.h"
#include "cn-worker.h"

G_BEGIN_DECLS

/* How the writer's thread reaches the store's main context without holding the store. */
typedef struct _CnStoreLink CnStoreLink;

/**
 * CnStoreRequest:
 *
 * What a piece of work was asked with: a copy of the caller's arguments. Each kind of work uses the few
 * fields that it needs.
 */
typedef struct
{
  CnStoreLink     *link;
  GArray          *ids;     /* (element-type gint64) */
  GPtrArray       *objects; /* drafts or networks */
  gint64           id;
  CnMark           mark;
  gboolean         is_set;
  CnTimelineQuery  query;
  GStrv            networks; /* what query.networks points to */
  CnTimelineEntry  after;
  gboolean         has_after;
  guint            limit;
  GArray          *results; /* made by the work */
  char            *path;
  char            *store_path;
  CnConnectionMode mode;
} CnStoreRequest;

/**
 * CnStoreNotice:
 * @ids: (element-type gint64): the articles that were touched
 *
 * What a transaction touches, collected while it runs.
 */
typedef struct
{
  CnStoreChange  what;
  GArray        *ids;
} CnStoreNotice;

typedef gboolean (*CnChangeFunc) (CnConnection    *connection,
                                  CnStoreRequest  *request,
                                  CnStoreNotice   *notice,
                                  GError         **error);

CnStoreRequest *cn_store_new_request      (CnStore         *self) G_GNUC_WARN_UNUSED_RESULT;
void            cn_store_request_take_ids (CnStoreRequest  *request,
                                           const gint64    *ids,
                                           guint            n_ids);
DexFuture      *cn_store_read             (CnStore         *self,
                                           CnWorkFunc       func,
                                           CnStoreRequest  *request) G_GNUC_WARN_UNUSED_RESULT;
DexFuture      *cn_store_write            (CnStore         *self,
                                           CnWorkFunc       func,
                                           CnStoreRequest  *request) G_GNUC_WARN_UNUSED_RESULT;

DexFuture      *cn_store_do_beside        (CnStore         *self,
                                           CnWorkFunc       func,
                                           const char      *path) G_GNUC_WARN_UNUSED_RESULT;

/* On the writer's thread. */
gboolean        cn_store_change           (CnWorker        *worker,
                                           CnStoreRequest  *request,
                                           CnChangeFunc     func,
                                           GError         **error);
void            cn_store_link_notify      (CnStoreLink     *link,
                                           CnStoreChange    what,
                                           GArray          *ids);

G_END_DECLS
