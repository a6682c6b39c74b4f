/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls of SQLite and of the system, counted; one of them fails without having done anything.
 *
 * Where fault-vfs.c fails what SQLite does to its files, this fails SQLite itself, as it does for want of memory, for a
 * lock, or built without something. The linker puts these functions in the place of the real ones ("--wrap", see
 * meson.build) for what the program itself calls; SQLite's own calls of them stay as they are. The counter is shared
 * by all threads, as the store's are two. */

#include "config.h"

#include "fault-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

static FaultCalls fault_calls;
static int fault_code;
static int countdown; /* the call that brings it to 0 fails; not armed below 1 */
static int *flag;
static char hit[100]; /* of one call only: the counter comes by 0 once */
static gboolean has_hit;
static sqlite3_stmt *failed_statement;

static void
arm (FaultCalls  calls,
     int         code,
     int        *cancelled,
     int         n)
{
  fault_calls = calls;
  fault_code = code;
  flag = cancelled;
  g_atomic_int_set (&has_hit, FALSE);
  g_atomic_pointer_set (&failed_statement, NULL);
  g_atomic_int_set (&countdown, n);
}

/* The @n-th of @calls, from 1, fails with @code: SQLite's, or the system's for files. */
void
fault_calls_arm (FaultCalls calls,
                 int        code,
                 int        n)
{
  arm (calls, code, NULL, n);
}

/* Before the @n-th call of SQLite, which succeeds, somebody sets the flag @cancelled. */
void
fault_calls_arm_cancel (int *cancelled,
                        int  n)
{
  arm (FAULT_CALLS_SQLITE, SQLITE_OK, cancelled, n);
}

void
fault_calls_disarm (void)
{
  g_atomic_int_set (&countdown, 0);
}

/* Returns what failed, in words or as SQL, NULL when there were fewer calls. */
const char *
fault_calls_get_hit (void)
{
  return g_atomic_int_get (&has_hit) ? hit : NULL;
}

static gboolean
is_due (FaultCalls  calls,
        const char *name)
{
  if (g_atomic_int_get (&countdown) < 1 || fault_calls != calls || !g_atomic_int_dec_and_test (&countdown))
    return FALSE;

  g_strlcpy (hit, name, sizeof hit);
  g_atomic_int_set (&has_hit, TRUE);
  if (flag == NULL)
    return TRUE;

  g_atomic_int_set (flag, TRUE);
  return FALSE;
}

/* Without notices of what happens to a file nothing comes between the calls that a test counts. */
GFileMonitor *__wrap_g_file_monitor_file (GFile *file, GFileMonitorFlags flags, GCancellable *cancellable,
                                          GError **error);

GFileMonitor *
__wrap_g_file_monitor_file (GFile              *file,
                            GFileMonitorFlags   flags,
                            GCancellable       *cancellable,
                            GError            **error)
{
  return NULL;
}

/* REAL (name, result, parameters) declares both the real function and the one in its place. */
#define REAL(name, result, ...) \
  result __real_##name (__VA_ARGS__); \
  result __wrap_##name (__VA_ARGS__); \
  result __wrap_##name (__VA_ARGS__)

REAL (sqlite3_open_v2, int, const char *path, sqlite3 **handle, int flags, const char *vfs)
{
  if (!is_due (FAULT_CALLS_SQLITE, "open"))
    return __real_sqlite3_open_v2 (path, handle, flags, vfs);

  *handle = NULL;
  return fault_code;
}

REAL (sqlite3_prepare_v2, int, sqlite3 *handle, const char *sql, int size, sqlite3_stmt **statement, const char **tail)
{
  if (is_due (FAULT_CALLS_SQLITE, sql))
    return fault_code;
  return __real_sqlite3_prepare_v2 (handle, sql, size, statement, tail);
}

REAL (sqlite3_prepare_v3, int, sqlite3 *handle, const char *sql, int size, unsigned flags, sqlite3_stmt **statement,
      const char **tail)
{
  if (is_due (FAULT_CALLS_SQLITE, sql))
    return fault_code;
  return __real_sqlite3_prepare_v3 (handle, sql, size, flags, statement, tail);
}

REAL (sqlite3_step, int, sqlite3_stmt *statement)
{
  if (!is_due (FAULT_CALLS_SQLITE, "step"))
    return __real_sqlite3_step (statement);

  g_atomic_pointer_set (&failed_statement, statement);
  return fault_code;
}

/* Resetting says again what the step said. */
REAL (sqlite3_reset, int, sqlite3_stmt *statement)
{
  int code = __real_sqlite3_reset (statement);

  return g_atomic_pointer_compare_and_exchange (&failed_statement, statement, NULL) ? fault_code : code;
}

REAL (sqlite3_exec, int, sqlite3 *handle, const char *sql, int (*callback) (void *, int, char **, char **),
      void *data, char **words)
{
  /* Giving up is what SQLite always can. */
  if (strcmp (sql, "ROLLBACK") != 0 && is_due (FAULT_CALLS_SQLITE, sql))
    return fault_code;
  if (g_str_has_prefix (sql, "PRAGMA ") && is_due (FAULT_CALLS_SETTINGS, sql))
    return SQLITE_OK;
  return __real_sqlite3_exec (handle, sql, callback, data, words);
}

REAL (sqlite3_wal_autocheckpoint, int, sqlite3 *handle, int n_pages)
{
  if (is_due (FAULT_CALLS_SQLITE, "wal_autocheckpoint"))
    return fault_code;
  return __real_sqlite3_wal_autocheckpoint (handle, n_pages);
}

/* Every option that the store sets takes these two arguments. */
int __real_sqlite3_db_config (sqlite3 *handle, int option, ...);
int __wrap_sqlite3_db_config (sqlite3 *handle, int option, ...);

int
__wrap_sqlite3_db_config (sqlite3 *handle,
                          int      option,
                          ...)
{
  va_list arguments;
  int wanted;
  int *actual;

  va_start (arguments, option);
  wanted = va_arg (arguments, int);
  actual = va_arg (arguments, int *);
  va_end (arguments);

  if (is_due (FAULT_CALLS_SQLITE, "db_config"))
    return fault_code;
  if (is_due (FAULT_CALLS_SETTINGS, "db_config"))
    return SQLITE_OK;
  return __real_sqlite3_db_config (handle, option, wanted, actual);
}

REAL (sqlite3_backup_init, sqlite3_backup *, sqlite3 *target, const char *target_name, sqlite3 *source,
      const char *source_name)
{
  if (is_due (FAULT_CALLS_SQLITE, "backup_init"))
    return NULL;
  return __real_sqlite3_backup_init (target, target_name, source, source_name);
}

REAL (sqlite3_backup_step, int, sqlite3_backup *backup, int n_pages)
{
  if (is_due (FAULT_CALLS_SQLITE, "backup_step"))
    return fault_code;
  return __real_sqlite3_backup_step (backup, n_pages);
}

REAL (sqlite3_bind_int64, int, sqlite3_stmt *statement, int parameter, sqlite3_int64 value)
{
  if (is_due (FAULT_CALLS_BINDINGS, "bind_int64"))
    return fault_code;
  return __real_sqlite3_bind_int64 (statement, parameter, value);
}

REAL (sqlite3_bind_null, int, sqlite3_stmt *statement, int parameter)
{
  if (is_due (FAULT_CALLS_BINDINGS, "bind_null"))
    return fault_code;
  return __real_sqlite3_bind_null (statement, parameter);
}

REAL (sqlite3_bind_text, int, sqlite3_stmt *statement, int parameter, const char *text, int size,
      void (*destroy) (void *))
{
  if (is_due (FAULT_CALLS_BINDINGS, "bind_text"))
    return fault_code;
  return __real_sqlite3_bind_text (statement, parameter, text, size, destroy);
}

REAL (sqlite3_bind_blob64, int, sqlite3_stmt *statement, int parameter, const void *bytes, sqlite3_uint64 size,
      void (*destroy) (void *))
{
  if (is_due (FAULT_CALLS_BINDINGS, "bind_blob64"))
    return fault_code;
  return __real_sqlite3_bind_blob64 (statement, parameter, bytes, size, destroy);
}

static int
fail_with_errno (void)
{
  errno = fault_code;
  return -1;
}

REAL (fsync, int, int descriptor)
{
  if (is_due (FAULT_CALLS_FILES, "fsync"))
    return fail_with_errno ();
  return __real_fsync (descriptor);
}

REAL (rename, int, const char *old_path, const char *new_path)
{
  if (is_due (FAULT_CALLS_FILES, "rename"))
    return fail_with_errno ();
  return __real_rename (old_path, new_path);
}

/* The same function, by its name where offsets have 64 bits as they come and where that is asked for. */
REAL (open, int, const char *path, int flags, mode_t mode)
{
  if (is_due (FAULT_CALLS_FILES, "open"))
    return fail_with_errno ();
  return __real_open (path, flags, mode);
}

REAL (open64, int, const char *path, int flags, mode_t mode)
{
  if (is_due (FAULT_CALLS_FILES, "open"))
    return fail_with_errno ();
  return __real_open64 (path, flags, mode);
}
