/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CnStoreWatch CnStoreWatch;
typedef void (*CnStoreWatchFunc) (gpointer data);

CnStoreWatch *cn_store_watch_new  (const char       *path,
                                   CnStoreWatchFunc  func,
                                   gpointer          data) G_GNUC_WARN_UNUSED_RESULT;
void          cn_store_watch_free (CnStoreWatch     *self);

G_END_DECLS
