/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* How long something took: by the clock, and of the thread's own time, which other programs on the machine
 * cannot lengthen. Milliseconds. */
typedef struct
{
  double wall;
  double cpu;
} BenchSpan;

BenchSpan bench_watch_now         (void);
BenchSpan bench_watch_since       (BenchSpan  begin);

void      bench_watch_start       (void);
void      bench_watch_reset       (void);
void      bench_watch_begin_frame (void);
BenchSpan bench_watch_end_frame   (void);
BenchSpan bench_watch_get_turn    (void);
BenchSpan bench_watch_get_frame   (void);
