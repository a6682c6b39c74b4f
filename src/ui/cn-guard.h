/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/* What a GIO callback holds instead of its widget. */
gpointer cn_guard_new  (gpointer        object) G_GNUC_WARN_UNUSED_RESULT;
gpointer cn_guard_dup  (gpointer        guard) G_GNUC_WARN_UNUSED_RESULT;
void     cn_guard_free (gpointer        guard);

/* Calls @func with the object and the settled future, on the main loop; never when the object has gone. */
typedef void (*CnReplyFunc) (gpointer   object,
                             DexFuture *reply,
                             gpointer   user_data);

void     cn_guard_reply (DexFuture      *future,
                         gpointer        object,
                         CnReplyFunc     func,
                         gpointer        user_data,
                         GDestroyNotify  destroy);

G_END_DECLS
