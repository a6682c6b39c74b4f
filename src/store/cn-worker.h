/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

#include "cn-connection.h"

G_BEGIN_DECLS

typedef struct _CnWorker CnWorker;

/**
 * CnWorkFunc:
 *
 * Work on the worker's thread. Returns: (transfer full): a future that is resolved already, or %NULL with @error set.
 */
typedef DexFuture *(*CnWorkFunc) (CnWorker  *worker,
                                  gpointer   data,
                                  GError   **error);

CnWorker     *cn_worker_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void          cn_worker_free            (CnWorker       *self);
DexFuture    *cn_worker_submit          (CnWorker       *self,
                                         CnWorkFunc      func,
                                         gpointer        data,
                                         GDestroyNotify  destroy) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *cn_worker_run_beside      (CnWorkFunc      func,
                                         gpointer        data,
                                         GDestroyNotify  destroy) G_GNUC_WARN_UNUSED_RESULT;
DexFuture    *cn_worker_close           (CnWorker       *self) G_GNUC_WARN_UNUSED_RESULT;

/* On the worker's thread only. */
CnConnection *cn_worker_get_connection  (CnWorker       *self);
void          cn_worker_take_connection (CnWorker       *self,
                                         CnConnection   *connection);
void          cn_worker_lend_cancelled  (CnWorker       *self,
                                         CnConnection   *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnWorker, cn_worker_free)

G_END_DECLS
