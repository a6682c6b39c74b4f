/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One connection to one SQLite file: opened, hardened, its settings read back, its statements cached, its
 * errors translated.
 *
 * A connection belongs to the thread that opened it and asserts so wherever SQLite is touched; that is also
 * why it is opened without SQLite's own mutex. It knows no table and no schema.
 *
 * Cancelling is a flag that whoever asked may set on any thread. The connection looks at it before each step,
 * every few thousand instructions of SQLite's machine and while waiting for a lock. sqlite3_interrupt() would
 * need a guarantee that the query it means is still the one that runs; a flag that belongs to the job cannot
 * hit another. */

#include "config.h"

#include "cn-connection.h"
#include "cn-statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

/* Below a tenth of a millisecond of SQLite's work, and far above the price of looking at an integer. */
#define INSTRUCTIONS_PER_LOOK 2000

#define DEFAULT_BUSY_WAIT_MS 10000

struct _CnConnection
{
  sqlite3    *handle;
  char       *path;
  GThread    *thread;
  CnConnectionMode mode;
  GHashTable *idle_statements; /* (element-type const char* GPtrArray<CnStatement>): by the address of the SQL */
  const int  *cancelled;
  gint64      busy_since;
  guint       busy_wait_ms;
};

static CnStoreError
translate_system_error (int system_errno)
{
  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return CN_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return CN_STORE_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return CN_STORE_ERROR_NOT_FOUND;
    default:
      return CN_STORE_ERROR_FAILED;
    }
}

static CnStoreError
translate_code (int code,
                int system_errno)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CN_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return CN_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return CN_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return CN_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return CN_STORE_ERROR_FOREIGN;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return CN_STORE_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
      return CN_STORE_ERROR_INTERRUPTED;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return translate_system_error (system_errno);
    default:
      return CN_STORE_ERROR_FAILED;
    }
}

/**
 * cn_connection_fail:
 * @code: what SQLite returned
 * @doing: what was being done: a few words, or the statement
 *
 * Sets @error to the code that a caller can act upon, with SQLite's words for the log.
 *
 * Returns: %FALSE
 */
gboolean
cn_connection_fail (CnConnection  *self,
                    int            code,
                    const char    *doing,
                    GError       **error)
{
  int system_errno = self->handle != NULL ? sqlite3_system_errno (self->handle) : 0;
  const char *words = sqlite3_errstr (code);

  /* The connection's own words say more, but only while they are about this very error. */
  if (self->handle != NULL && sqlite3_extended_errcode (self->handle) == code)
    words = sqlite3_errmsg (self->handle);

  g_set_error (error, CN_STORE_ERROR, (int) translate_code (code, system_errno),
               "%s: %s: %s (%d)", self->path, doing, words, code);
  return FALSE;
}

static int
busy_cb (void *data,
         int   n_calls)
{
  static const guint8 delays_ms[] = { 1, 2, 5, 10, 15, 20, 25, 25, 50 };
  CnConnection *self = data;
  guint index = MIN ((guint) n_calls, G_N_ELEMENTS (delays_ms) - 1);
  gint64 now = g_get_monotonic_time ();

  if (n_calls == 0)
    self->busy_since = now;

  if (cn_connection_is_cancelled (self) || now - self->busy_since >= (gint64) self->busy_wait_ms * 1000)
    return 0;

  g_usleep (delays_ms[index] * 1000UL);
  return 1;
}

static int
progress_cb (void *data)
{
  return cn_connection_is_cancelled (data);
}

static int
open_by_uri (CnConnection *self,
             const char   *parameters)
{
  g_autofree char *name = g_uri_escape_bytes ((const guint8 *) self->path, strlen (self->path), "/");
  g_autofree char *uri = g_strconcat ("file://", name, "?", parameters, NULL);

  return sqlite3_open_v2 (uri, &self->handle,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI, NULL);
}

static int
open_handle (CnConnection *self)
{
  /* Without SQLite's mutex: the connection has one thread. */
  switch (self->mode)
    {
    case CN_CONNECTION_READ_WRITE:
      return sqlite3_open_v2 (self->path, &self->handle,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                              NULL);

    case CN_CONNECTION_READ_ONLY:
      return sqlite3_open_v2 (self->path, &self->handle,
                              SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

    case CN_CONNECTION_IMMUTABLE:
      return open_by_uri (self, "immutable=1");

    case CN_CONNECTION_IMMUTABLE_LOG:
      /* "immutable" would pass the log by. Without locks and with the log to itself (locking_mode), SQLite keeps the
       * log's index in memory instead of in a file beside the store. */
      return open_by_uri (self, "mode=ro&vfs=unix-none");
    }

  g_assert_not_reached ();
}

static void
free_idle_statements (gpointer data)
{
  g_ptr_array_unref (data);
}

/**
 * cn_connection_open:
 * @path: absolute, or ":memory:"
 *
 * Opens and configures a connection for the calling thread, which alone may use it. The file is not read yet.
 *
 * Returns: (transfer full): the connection, %NULL with @error set
 */
CnConnection *
cn_connection_open (const char        *path,
                    CnConnectionMode   mode,
                    GError           **error)
{
  g_autoptr (CnConnection) self = NULL;
  int code;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (g_path_is_absolute (path) || g_str_equal (path, ":memory:"), NULL);

  self = g_new0 (CnConnection, 1);
  self->path = g_strdup (path);
  self->thread = g_thread_self ();
  self->mode = mode;
  self->busy_wait_ms = DEFAULT_BUSY_WAIT_MS;
  self->idle_statements = g_hash_table_new_full (NULL, NULL, NULL, free_idle_statements);

  code = open_handle (self);
  if (code != SQLITE_OK)
    {
      cn_connection_fail (self, code, "opening", error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  sqlite3_progress_handler (self->handle, INSTRUCTIONS_PER_LOOK, progress_cb, self);
  if (!cn_connection_configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * cn_connection_free:
 * @self: (transfer full): a connection none of whose statements is in use
 *
 * Closes it. The last connection to a store also folds the log into the file, unless
 * cn_connection_set_checkpoint() forbids.
 */
void
cn_connection_free (CnConnection *self)
{
  g_return_if_fail (self != NULL);
  g_assert (self->thread == g_thread_self ());

  g_clear_pointer (&self->idle_statements, g_hash_table_unref);

  /* A statement that is still out would make this fail, and that is broken code. */
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("%s: closing: a statement is still in use", self->path);

  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

/**
 * cn_connection_get_path:
 *
 * Any thread.
 *
 * Returns: (transfer none): the file that it was opened with
 */
const char *
cn_connection_get_path (CnConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * cn_connection_get_handle:
 *
 * For the parts of SQLite that this class does not wrap: backup, file control.
 *
 * Returns: SQLite's connection
 */
sqlite3 *
cn_connection_get_handle (CnConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_assert (self->thread == g_thread_self ());

  return self->handle;
}

/**
 * cn_connection_get_mode:
 *
 * Returns: what it was opened for
 */
CnConnectionMode
cn_connection_get_mode (CnConnection *self)
{
  g_return_val_if_fail (self != NULL, CN_CONNECTION_READ_ONLY);

  return self->mode;
}

/**
 * cn_connection_is_read_only:
 *
 * Returns: whether the file may not be written, whatever was asked for when it was opened
 */
gboolean
cn_connection_is_read_only (CnConnection *self)
{
  return sqlite3_db_readonly (cn_connection_get_handle (self), "main") != 0;
}

/**
 * cn_connection_set_busy_wait:
 * @milliseconds: how long to wait for another process's lock before failing with %CN_STORE_ERROR_BUSY
 */
void
cn_connection_set_busy_wait (CnConnection *self,
                             guint         milliseconds)
{
  g_return_if_fail (self != NULL);

  self->busy_wait_ms = milliseconds;
}

/**
 * cn_connection_set_cancelled:
 * @cancelled: (nullable): a flag that any thread may set, for what runs from now on
 */
void
cn_connection_set_cancelled (CnConnection *self,
                             const int    *cancelled)
{
  g_return_if_fail (self != NULL);

  self->cancelled = cancelled;
}

/**
 * cn_connection_is_cancelled:
 *
 * Any thread.
 *
 * Returns: whether nobody wants the answer of what runs any more
 */
gboolean
cn_connection_is_cancelled (CnConnection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cancelled != NULL && g_atomic_int_get (self->cancelled);
}

/**
 * cn_connection_prepare:
 * @sql: one statement; static, because its address is the key of the cache
 *
 * Returns: (transfer full): a statement to be released, which keeps it for the next time; %NULL with @error set
 */
CnStatement *
cn_connection_prepare (CnConnection  *self,
                       const char    *sql,
                       GError       **error)
{
  GPtrArray *idle;

  g_return_val_if_fail (self != NULL, NULL);
  g_assert (self->thread == g_thread_self ());

  idle = g_hash_table_lookup (self->idle_statements, sql);
  if (idle != NULL && idle->len > 0)
    return g_ptr_array_steal_index_fast (idle, idle->len - 1);

  return cn_statement_new (self, sql, error);
}

/**
 * cn_connection_take_back:
 * @statement: (transfer full): one that has been reset
 */
void
cn_connection_take_back (CnConnection *self,
                         CnStatement  *statement)
{
  const char *sql = cn_statement_get_sql (statement);
  GPtrArray *idle = g_hash_table_lookup (self->idle_statements, sql);

  if (idle == NULL)
    {
      idle = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_statement_finalize);
      g_hash_table_insert (self->idle_statements, (gpointer) sql, idle);
    }

  g_ptr_array_add (idle, statement);
}

/**
 * cn_connection_exec:
 * @sql: one statement or several, without parameters
 */
gboolean
cn_connection_exec (CnConnection  *self,
                    const char    *sql,
                    GError       **error)
{
  int code;

  g_return_val_if_fail (sql != NULL, FALSE);

  code = sqlite3_exec (cn_connection_get_handle (self), sql, NULL, NULL, NULL);
  return code == SQLITE_OK || cn_connection_fail (self, code, sql, error);
}

/* Not cached: these run once, with text that may have been put together. */
static gboolean
query_first (CnConnection  *self,
             const char    *sql,
             gint64        *number,
             char         **text,
             GError       **error)
{
  CnStatement *statement = cn_statement_new (self, sql, error);
  CnStep step;

  if (statement == NULL)
    return FALSE;

  step = cn_statement_step (statement, error);
  if (step == CN_STEP_ROW && number != NULL)
    *number = cn_statement_get_int64 (statement, 0);
  if (step == CN_STEP_ROW && text != NULL)
    *text = cn_statement_dup_text (statement, 0);
  if (step == CN_STEP_DONE)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "%s: %s: no answer", self->path, sql);

  cn_statement_finalize (statement);
  return step == CN_STEP_ROW;
}

/**
 * cn_connection_query_int64:
 * @value: (out): the first column of the first row
 */
gboolean
cn_connection_query_int64 (CnConnection  *self,
                           const char    *sql,
                           gint64        *value,
                           GError       **error)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return query_first (self, sql, value, NULL, error);
}

/**
 * cn_connection_query_text:
 *
 * Returns: (transfer full): the first column of the first row, %NULL with @error set
 */
char *
cn_connection_query_text (CnConnection  *self,
                          const char    *sql,
                          GError       **error)
{
  char *text = NULL;

  return query_first (self, sql, NULL, &text, error) ? text : NULL;
}

/**
 * cn_connection_begin_read:
 *
 * Begins a transaction in which all queries see one state of the store.
 */
gboolean
cn_connection_begin_read (CnConnection  *self,
                          GError       **error)
{
  return cn_connection_exec (self, "BEGIN", error);
}

/**
 * cn_connection_begin_write:
 *
 * Begins a transaction that holds the write lock from the start, so that it cannot fail half-way for want of it.
 */
gboolean
cn_connection_begin_write (CnConnection  *self,
                           GError       **error)
{
  return cn_connection_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * cn_connection_commit:
 *
 * Ends a transaction. When it fails, everything has been rolled back.
 */
gboolean
cn_connection_commit (CnConnection  *self,
                      GError       **error)
{
  if (cn_connection_exec (self, "COMMIT", error))
    return TRUE;

  cn_connection_rollback (self);
  return FALSE;
}

/**
 * cn_connection_rollback:
 *
 * Ends a transaction, if there is one, as if it had never begun.
 */
void
cn_connection_rollback (CnConnection *self)
{
  sqlite3 *handle = cn_connection_get_handle (self);

  /* Several errors (a full disk, for one) roll back by themselves; whatever ROLLBACK could still report
   * changes nothing. A cancelled job has to be able to do it, hence the bare call. */
  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * cn_connection_count_changes:
 *
 * Returns: rows changed since the connection was opened, those of triggers included
 */
gint64
cn_connection_count_changes (CnConnection *self)
{
  return sqlite3_total_changes64 (cn_connection_get_handle (self));
}
