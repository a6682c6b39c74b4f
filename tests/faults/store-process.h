/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store-fixture.h"

G_BEGIN_DECLS

/* For g_test_add(): a folder of its own, and no store in it yet. */
void         store_process_set_up         (StoreFixture     *self,
                                           gconstpointer     data);
void         store_process_tear_down      (StoreFixture     *self,
                                           gconstpointer     data);

GSubprocess *store_process_start          (const char       *first,
                                           ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
guint        store_process_read           (GDataInputStream *stream,
                                           guint             n,
                                           guint             last);
guint        store_process_kill_some_time (GSubprocess      *process,
                                           guint             most_lines);
void         store_process_wait_for       (GSubprocess      *process);
void         store_process_fill           (StoreFixture     *self,
                                           const char       *n_articles);
void         store_process_remove_store   (StoreFixture     *self);

G_END_DECLS
