/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Calls that fail in other ways than by SQLite saying no: the system's, settings that do not take, and a caller who
 * goes away in the middle. */

#include "config.h"

#include "calls-operations.h"
#include "cn-backup.h"
#include "cn-check.h"
#include "cn-recovery.h"
#include "cn-schema.h"
#include "cn-store-opener.h"
#include "fault-calls.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define MAX_CALLS 3000

/* What the system says, and what a caller is to be told. */
static const struct
{
  const char *name;
  int         system_errno;
  int         code;
} system_rows[] = {
  { "no-space", ENOSPC, CN_STORE_ERROR_FULL },
  { "no-quota", EDQUOT, CN_STORE_ERROR_FULL },
  { "no-access", EACCES, CN_STORE_ERROR_READ_ONLY },
  { "no-permission", EPERM, CN_STORE_ERROR_READ_ONLY },
  { "read-only", EROFS, CN_STORE_ERROR_READ_ONLY },
  { "gone", ENOENT, CN_STORE_ERROR_NOT_FOUND },
  { "folder-gone", ENOTDIR, CN_STORE_ERROR_NOT_FOUND },
  { "broken", EIO, CN_STORE_ERROR_FAILED },
};

/* The file is opened, synced and renamed; then its folder is opened and synced. */
enum
{
  OPEN_FILE = 1,
  SYNC_FILE,
  RENAME,
  OPEN_FOLDER,
  SYNC_FOLDER,
  N_CALLS = SYNC_FOLDER
};

static gboolean
run_with_failure (CallsFixture         *self,
                  const CallsOperation *operation,
                  int                   system_errno,
                  int                   n,
                  GError              **error)
{
  gboolean success;

  calls_fixture_lay_out (self);
  store_fixture_open (&self->base);
  fault_calls_arm (FAULT_CALLS_FILES, system_errno, n);
  success = operation->func (self, error);
  fault_calls_disarm ();
  return success;
}

static void
test_system_says_no (CallsFixture  *self,
                     gconstpointer  data)
{
  static const char * const names[] = { "backup", "recover", "restore", "upgrade" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (int n = OPEN_FILE; n <= SYNC_FOLDER; n++)
      {
        const CallsOperation *operation = calls_operation_find (names[i]);
        g_autoptr (GError) error = NULL;

        g_assert_false (run_with_failure (self, operation, system_rows[GPOINTER_TO_SIZE (data)].system_errno, n,
                                          &error));
        g_test_message ("%s: %s: %s", names[i], fault_calls_get_hit (), error->message);
        g_assert_error (error, CN_STORE_ERROR, system_rows[GPOINTER_TO_SIZE (data)].code);

        /* From the renaming on, the file is there, and whole; only a power cut could take its name. */
        if (n >= OPEN_FOLDER && operation->traits & CALLS_MAKE_A_FILE)
          {
            g_assert_cmpint (test_sql_int64 (self->other, "SELECT count (*) FROM article"), >, 0);
            g_assert_cmpint (g_unlink (self->other), ==, 0);
          }
        calls_fixture_assert_same (self, operation);
        store_fixture_close (&self->base);
      }
}

static void
test_there_are_no_other_calls (CallsFixture  *self,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run_with_failure (self, calls_operation_find ("backup"), EIO, N_CALLS + 1, &error));
  g_assert_no_error (error);
  g_assert_null (fault_calls_get_hit ());
}

/* A signal came: it is tried again. */
static void
test_interrupted_sync_goes_on (CallsFixture  *self,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run_with_failure (self, calls_operation_find ("backup"), EINTR, SYNC_FILE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fault_calls_get_hit (), ==, "fsync");
}

/* There are file systems that cannot sync a folder and say so; nothing can be done about it, and the copy is good. */
static void
test_folder_that_cannot_be_synced_is_none_of_ours (CallsFixture  *self,
                                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run_with_failure (self, calls_operation_find ("backup"), EINVAL, SYNC_FOLDER, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fault_calls_get_hit (), ==, "fsync");
  store_fixture_close (&self->base);

  g_assert_false (run_with_failure (self, calls_operation_find ("backup"), EINVAL, SYNC_FILE, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
}

/* SQLite answers that it did as it was told, and did not. What was so already passes. */
static void
test_setting_that_does_not_take_is_noticed (CallsFixture  *self,
                                            gconstpointer  data)
{
  static const char * const are_so_already[] = { "PRAGMA query_only = OFF", NULL };
  const CallsOperation *operation = data;
  gboolean has_hit = TRUE;

  for (int n = 1; has_hit; n++)
    {
      g_autoptr (GError) error = NULL;
      gboolean success;

      calls_fixture_lay_out (self);
      fault_calls_arm (FAULT_CALLS_SETTINGS, SQLITE_OK, n);
      success = operation->func (self, &error);
      fault_calls_disarm ();
      has_hit = fault_calls_get_hit () != NULL;

      g_assert_cmpint (n, <, MAX_CALLS);
      if (has_hit)
        g_test_message ("%s: %s", fault_calls_get_hit (), success ? "success" : error->message);
      if (success)
        g_assert_true (!has_hit || g_strv_contains (are_so_already, fault_calls_get_hit ()));
      else
        g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
      g_assert_true (has_hit || n > 10);
    }
}

/* Work that looks at a flag, on a connection of the test's own. */
typedef gboolean (*Work) (CallsFixture        *self,
                          CnConnection        *connection,
                          const char * const  *steps,
                          GError             **error);

static gboolean
work_check (CallsFixture        *self,
            CnConnection        *connection,
            const char * const  *steps,
            GError             **error)
{
  return cn_check_whole (connection, error);
}

static gboolean
work_backup (CallsFixture        *self,
             CnConnection        *connection,
             const char * const  *steps,
             GError             **error)
{
  return cn_backup_write (connection, self->other, steps, error);
}

static gboolean
work_restore (CallsFixture        *self,
              CnConnection        *connection,
              const char * const  *steps,
              GError             **error)
{
  return cn_backup_restore (self->earlier, connection, error);
}

/* Into a file of its own beside, with the connection's flag. */
static gboolean
work_recover (CallsFixture        *self,
              CnConnection        *connection,
              const char * const  *steps,
              GError             **error)
{
  CnRecoveryReport report;

  return cn_recovery_run (self->earlier, connection, steps, &report, error);
}

typedef struct
{
  const char *name;
  const char *operation; /* whose traits it has */
  Work        work;
  gboolean    is_beside;
} WorkRow;

static const WorkRow work_rows[] = {
  { "check", "check", work_check, FALSE },
  { "backup", "backup", work_backup, FALSE },
  { "restore", "restore", work_restore, FALSE },
  { "recover", "check", work_recover, TRUE },
};

/* Returns whether there was an nth call. Late ones have nothing after them that could be stopped. */
static gboolean
cancel_at_nth (CallsFixture  *self,
               const WorkRow *row,
               int            n,
               int           *n_stopped)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  g_autoptr (CnConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  int cancelled = FALSE;
  gboolean success;

  calls_fixture_lay_out (self);
  connection = cn_connection_open (row->is_beside ? self->other : self->base.path, CN_CONNECTION_READ_WRITE, NULL);
  cn_connection_set_cancelled (connection, &cancelled);
  fault_calls_arm_cancel (&cancelled, n);
  success = row->work (self, connection, (const char * const *) steps, &error);
  fault_calls_disarm ();
  cn_connection_set_cancelled (connection, NULL);

  if (!success)
    {
      g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_INTERRUPTED);
      g_assert_true (cancelled);
      *n_stopped += 1;
      calls_fixture_assert_same (self, calls_operation_find (row->operation));
    }

  /* It is good for the same once more. */
  g_clear_error (&error);
  if (!success)
    row->work (self, connection, (const char * const *) steps, &error);
  g_assert_no_error (error);
  return fault_calls_get_hit () != NULL;
}

static void
test_cancelling_stops_where_it_is (CallsFixture  *self,
                                   gconstpointer  data)
{
  int n_stopped = 0;
  int n = 1;

  while (cancel_at_nth (self, data, n, &n_stopped))
    g_assert_cmpint (++n, <, MAX_CALLS);
  g_test_message ("stopped at %d of %d calls", n_stopped, n - 1);
  g_assert_cmpint (n_stopped, >, 0);
}

#define ADD(path, data, func) \
  g_test_add (path, CallsFixture, data, calls_fixture_set_up, func, calls_fixture_tear_down)

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (system_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/calls/system-says-no/", system_rows[i].name, NULL);

      ADD (path, GSIZE_TO_POINTER (i), test_system_says_no);
    }
  ADD ("/calls/system/there-are-no-other-calls", NULL, test_there_are_no_other_calls);
  ADD ("/calls/system/interrupted-sync-goes-on", NULL, test_interrupted_sync_goes_on);
  ADD ("/calls/system/folder-that-cannot-be-synced-is-none-of-ours", NULL,
       test_folder_that_cannot_be_synced_is_none_of_ours);
  ADD ("/calls/open/setting-that-does-not-take-is-noticed", calls_operation_find ("open"),
       test_setting_that_does_not_take_is_noticed);
  ADD ("/calls/open-to-read/setting-that-does-not-take-is-noticed", calls_operation_find ("open-to-read"),
       test_setting_that_does_not_take_is_noticed);
  ADD ("/calls/open-where-it-lies/setting-that-does-not-take-is-noticed", calls_operation_find ("open-where-it-lies"),
       test_setting_that_does_not_take_is_noticed);

  for (gsize i = 0; i < G_N_ELEMENTS (work_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/calls/", work_rows[i].name, "/cancelling-stops-where-it-is", NULL);

      ADD (path, &work_rows[i], test_cancelling_stops_where_it_is);
    }
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
