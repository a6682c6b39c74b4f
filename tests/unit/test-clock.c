/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one clock: real by default, fixed on demand, real again. */

#include "config.h"

#include "cn-clock.h"

static void
test_real_time_is_the_systems (void)
{
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 now = cn_clock_get_seconds ();
  gint64 after = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, after);
}

static void
test_fixed_time_stands (void)
{
  cn_clock_set_fixed (1622795400);
  g_assert_cmpint (cn_clock_get_seconds (), ==, 1622795400);
  g_assert_cmpint (cn_clock_get_seconds (), ==, 1622795400);

  /* The epoch is a time like any other. */
  cn_clock_set_fixed (0);
  g_assert_cmpint (cn_clock_get_seconds (), ==, 0);

  cn_clock_set_fixed (G_MININT64);
  test_real_time_is_the_systems ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit/clock/real-time-is-the-system-s", test_real_time_is_the_systems);
  g_test_add_func ("/unit/clock/fixed-time-stands-until-it-is-freed", test_fixed_time_stands);

  return g_test_run ();
}
