/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/* Waiting in a test: the main loop turns until something is so, and a test that waits for a minute has failed. */

#define CN_TEST_DEADLINE_SECONDS 60

static inline gboolean
cn_test_deadline_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Turns the main loop until @is_done says so of @data. */
static inline void
cn_test_wait_until (gboolean (*is_done) (gpointer data),
                    gpointer   data)
{
  gboolean is_late = FALSE;
  guint source = g_timeout_add_seconds (CN_TEST_DEADLINE_SECONDS, cn_test_deadline_cb, &is_late);

  while (!is_done (data))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (is_late);
    }
  g_source_remove (source);
}

static inline gboolean
cn_test_future_is_done (gpointer data)
{
  return !dex_future_is_pending (data);
}

static inline DexFuture *
cn_test_pass_on_cb (DexFuture *future,
                    gpointer   user_data)
{
  return NULL;
}

/* Waits for @future (transfer full). Returns a copy of its value to clear, or an unset one with @error. */
static inline GValue
cn_test_await_value (DexFuture  *future,
                     GError    **error)
{
  GValue copy = G_VALUE_INIT;
  const GValue *value;

  /* The block runs on this thread and so wakes its main loop, wherever the future is resolved. */
  future = dex_future_finally (future, cn_test_pass_on_cb, NULL, NULL);
  cn_test_wait_until (cn_test_future_is_done, future);
  value = dex_future_get_value (future, error);
  if (value != NULL)
    {
      g_value_init (&copy, G_VALUE_TYPE (value));
      g_value_copy (value, &copy);
    }
  dex_unref (future);
  return copy;
}

static inline gpointer
cn_test_await_boxed (DexFuture  *future,
                     GError    **error)
{
  g_auto(GValue) value = cn_test_await_value (future, error);

  return G_IS_VALUE (&value) ? g_value_dup_boxed (&value) : NULL;
}

static inline gpointer
cn_test_await_object (DexFuture  *future,
                      GError    **error)
{
  g_auto(GValue) value = cn_test_await_value (future, error);

  return G_IS_VALUE (&value) ? g_value_dup_object (&value) : NULL;
}

static inline char *
cn_test_await_string (DexFuture  *future,
                      GError    **error)
{
  g_auto(GValue) value = cn_test_await_value (future, error);

  return G_IS_VALUE (&value) ? g_value_dup_string (&value) : NULL;
}

static inline guint
cn_test_await_uint (DexFuture  *future,
                    GError    **error)
{
  g_auto(GValue) value = cn_test_await_value (future, error);

  return G_IS_VALUE (&value) ? g_value_get_uint (&value) : 0;
}

static inline gboolean
cn_test_await_done (DexFuture  *future,
                    GError    **error)
{
  g_auto(GValue) value = cn_test_await_value (future, error);

  return G_IS_VALUE (&value);
}

/* Lets everything that is under way in this thread come to its end. */
static inline void
cn_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_END_DECLS
