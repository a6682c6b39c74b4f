/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef enum
{
  BENCH_SUBJECT_CITY_NET,
  BENCH_SUBJECT_LIST,
  BENCH_SUBJECT_WINDOW,
} BenchSubject;

typedef enum
{
  BENCH_EXTENT_START,   /* until rows are shown */
  BENCH_EXTENT_READ,    /* and looked at */
  BENCH_EXTENT_WRITE,   /* and imported into */
} BenchExtent;

int bench_run (BenchSubject  subject,
               const char   *argument,
               double        started,
               BenchExtent   extent);
