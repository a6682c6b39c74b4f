/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store-fixture.h"

G_BEGIN_DECLS

GSubprocess *store_process_start          (const char       *first,
                                           ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
guint        store_process_read           (GDataInputStream *stream,
                                           guint             n,
                                           guint             last);
guint        store_process_kill_some_time (GSubprocess      *process,
                                           guint             most_lines);
void         store_process_wait_for       (GSubprocess      *process);
void         store_process_remove_store   (StoreFixture     *self);

G_END_DECLS
