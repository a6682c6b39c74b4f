/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that asks what time it is, so that tests can say.
 *
 * For the days on which something was fetched, read or starred. Intervals are measured on g_get_monotonic_time(),
 * and the readers never ask at all: a document's date is the document's. */

#include "config.h"

#include "cn-clock.h"

static gint64 fixed_seconds = G_MININT64;

/**
 * cn_clock_get_seconds:
 *
 * Any thread.
 *
 * Returns: seconds since 1970-01-01T00:00:00Z
 */
gint64
cn_clock_get_seconds (void)
{
  return fixed_seconds != G_MININT64 ? fixed_seconds : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * cn_clock_set_fixed:
 * @unix_seconds: what cn_clock_get_seconds() shall answer from now on; %G_MININT64 for the real time
 *
 * For tests. Call it before the first thread is started.
 */
void
cn_clock_set_fixed (gint64 unix_seconds)
{
  fixed_seconds = unix_seconds;
}
