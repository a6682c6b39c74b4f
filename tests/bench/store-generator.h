/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-store.h"

G_BEGIN_DECLS

/* Articles of made-up words, about 500 of them (a short one: 40), the same for the same number on every machine. */

GPtrArray      *store_generator_networks (void) G_GNUC_WARN_UNUSED_RESULT;
CnArticleDraft *store_generator_draft    (guint64   number,
                                          gboolean  is_short) G_GNUC_WARN_UNUSED_RESULT;

/* Future values awaited by turning the main context. */
DexFuture      *bench_await              (DexFuture *future) G_GNUC_WARN_UNUSED_RESULT;
CnStore        *bench_open               (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Seconds of processor time of all threads. */
double          bench_cpu_time           (void);

/* Adds articles FIRST to FIRST + N - 1. Returns: seconds that the store was busy with them; their making is
 * not counted. */
double          bench_fill               (CnStore   *store,
                                          guint64    first,
                                          guint64    n,
                                          guint      batch,
                                          gboolean   show_progress,
                                          double    *cpu);

/* Makes a store, or goes on with one, without its threads, and without a thought for a crash: ten million in minutes
 * instead of hours. The rows are written by the same code as ever. */
void            bench_fill_at_once       (const char *path,
                                          guint64     first,
                                          guint64     n,
                                          gboolean    is_short);

G_END_DECLS
