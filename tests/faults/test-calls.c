/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The nth call of SQLite fails, for n = 1, 2, 3 … until the operation gets through.
 *
 * Stricter than test-io.c, where SQLite may get over what fails: here each failure is reported, with the code that a
 * caller can act upon, nothing at all is changed by it, no file is left behind, and the same operation succeeds at once
 * on the very store that it failed on. */

#include "config.h"

#include "calls-operations.h"
#include "fault-calls.h"

#include <sqlite3.h>

/* More than any of the operations makes: beyond it the test itself is broken. */
#define MAX_CALLS 3000

/* One round: returns whether there was an nth call. */
static gboolean
fail_nth (CallsFixture         *self,
          const CallsOperation *operation,
          FaultCalls            calls,
          int                   code,
          int                   expected,
          int                   n)
{
  g_autoptr (GError) error = NULL;
  const char *hit;
  gboolean success;

  calls_fixture_lay_out (self);
  store_fixture_open (&self->base);
  fault_calls_arm (calls, code, n);
  success = operation->func (self, &error);
  fault_calls_disarm ();
  hit = fault_calls_get_hit ();

  if (hit != NULL)
    {
      g_test_message ("%d: %s: %s", n, hit, success ? "success" : error->message);
      g_assert_false (success);
      g_assert_error (error, CN_STORE_ERROR, expected);
      calls_fixture_assert_same (self, operation);

      /* It was the call and not the store: the same succeeds at once. */
      g_clear_error (&error);
      success = operation->func (self, &error);
    }

  g_assert_no_error (error);
  g_assert_true (success);
  test_assert_sound (self->base.store);
  store_fixture_close (&self->base);
  return hit != NULL;
}

static void
test_every_failing_call_is_reported (CallsFixture  *self,
                                     gconstpointer  data)
{
  int n = 1;

  while (fail_nth (self, data, FAULT_CALLS_SQLITE, SQLITE_NOMEM, CN_STORE_ERROR_FAILED, n))
    g_assert_cmpint (++n, <, MAX_CALLS);
  g_test_message ("%d calls failed one after the other", n - 1);
  g_assert_cmpint (n, >, 1);
}

static void
test_every_failing_binding_is_reported (CallsFixture  *self,
                                        gconstpointer  data)
{
  int n = 1;

  while (fail_nth (self, data, FAULT_CALLS_BINDINGS, SQLITE_TOOBIG, CN_STORE_ERROR_CONSTRAINT, n))
    g_assert_cmpint (++n, <, MAX_CALLS);
  g_assert_cmpint (n, >, 1);
}

static void
add_tests (void)
{
  for (const CallsOperation *operation = calls_operations; operation->name != NULL; operation++)
    {
      g_autofree char *path = g_strconcat ("/calls/", operation->name, "/every-failing-call-is-reported", NULL);

      g_test_add (path, CallsFixture, operation, calls_fixture_set_up, test_every_failing_call_is_reported,
                  calls_fixture_tear_down);
    }
  g_test_add ("/calls/add/every-failing-binding-is-reported", CallsFixture, calls_operation_find ("add"),
              calls_fixture_set_up, test_every_failing_binding_is_reported, calls_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
