/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a store is opened: examined first, believed later.
 *
 * Until the file has been found to be a sound store of a known version, nothing is written to it and no log
 * is folded into it, so that what is refused stays exactly as it was. It answers within a second: a full
 * check of a large store is a command of its own. Runs on the thread that will own the connection. */

#include "config.h"

#include "cn-store-opener.h"
#include "cn-backup.h"
#include "cn-check.h"
#include "cn-schema.h"
#include "cn-store-file.h"
#include "cn-tally-table.h"

/* How long opening waits for somebody else's lock; what comes later waits longer (cn-connection.c). */
#define OPENING_BUSY_WAIT_MS 500
#define BUSY_WAIT_MS         10000

/* Reading each page once takes a few milliseconds up to here, or the half second that a file is worth which somebody
 * may have copied while it was in use: once its log is folded in, nothing would tell any more. Such a copy may be
 * wrong in nothing but its indexes, which takes several times as long to find out. */
#define QUICK_CHECK_SIZE          (8 * 1024 * 1024)
#define QUICK_CHECK_SIZE_WITH_LOG (32 * 1024 * 1024)
#define QUICK_CHECK_SIZE_SUSPECT  (512 * 1024 * 1024)
#define WHOLE_CHECK_SIZE_SUSPECT  (64 * 1024 * 1024)

static gboolean
check_what_is_worth_it (CnConnection       *connection,
                        const CnStoreFile  *file,
                        GError            **error)
{
  goffset most = file->has_log ? QUICK_CHECK_SIZE_WITH_LOG : QUICK_CHECK_SIZE;

  if (file->is_suspect && file->size <= WHOLE_CHECK_SIZE_SUSPECT)
    return cn_check_whole (connection, error);
  return file->size > (file->is_suspect ? QUICK_CHECK_SIZE_SUSPECT : most) || cn_check_quick (connection, error);
}

static gboolean
examine_content (CnConnection        *connection,
                 const CnStoreFile   *file,
                 const char * const  *steps,
                 GError             **error)
{
  return cn_schema_verify (connection, steps, error) &&
         cn_tally_table_verify_identity (connection, error) &&
         check_what_is_worth_it (connection, file, error);
}

static gboolean
back_up_before_upgrade (CnConnection        *connection,
                        const char * const  *steps,
                        GError             **error)
{
  g_autofree char *what = NULL;
  g_autofree char *copy = NULL;
  gint64 version;

  if (!cn_schema_get_version (connection, &version, error))
    return FALSE;
  if ((guint64) version == g_strv_length ((GStrv) steps))
    return TRUE;

  what = g_strdup_printf ("version-%" G_GINT64_FORMAT, version);
  copy = cn_store_file_dup_free_path (cn_connection_get_path (connection), what);
  return cn_backup_write (connection, copy, steps, error);
}

static gboolean
prepare_writer (CnConnection        *connection,
                const CnStoreFile   *file,
                const char * const  *steps,
                GError             **error)
{
  cn_connection_set_busy_wait (connection, OPENING_BUSY_WAIT_MS);
  /* A log that is there may turn out to be another store's. Where there is none, closing leaves none either. */
  if (!cn_connection_set_checkpoint (connection, !file->has_log, error))
    return FALSE;

  if (file->kind == CN_STORE_FILE_STORE &&
      (!examine_content (connection, file, steps, error) || !back_up_before_upgrade (connection, steps, error)))
    return FALSE;

  if (!cn_schema_upgrade (connection, steps, error) ||
      !cn_connection_use_log (connection, error) ||
      !cn_connection_set_checkpoint (connection, TRUE, error))
    return FALSE;

  cn_connection_set_busy_wait (connection, BUSY_WAIT_MS);
  return TRUE;
}

/* A journal is left where somebody died in the middle of making a store, and nowhere else: the first query
 * rolls it back, and then there is no store after all. */
static gboolean
roll_back_journal (CnConnection  *connection,
                   CnStoreFile   *file,
                   GError       **error)
{
  gint64 version;

  cn_connection_set_busy_wait (connection, OPENING_BUSY_WAIT_MS);
  return cn_schema_get_version (connection, &version, error) &&
         cn_store_file_examine (cn_connection_get_path (connection), file, error);
}

static gboolean
prepare_reader (CnConnection        *connection,
                const CnStoreFile   *file,
                const char * const  *steps,
                GError             **error)
{
  gint64 version;

  cn_connection_set_busy_wait (connection, OPENING_BUSY_WAIT_MS);
  if (!cn_schema_get_version (connection, &version, error) || !examine_content (connection, file, steps, error))
    return FALSE;

  if ((guint64) version < g_strv_length ((GStrv) steps))
    {
      g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY,
                   "%s: it has to be brought up to date before it can be read", cn_connection_get_path (connection));
      return FALSE;
    }

  cn_connection_set_busy_wait (connection, BUSY_WAIT_MS);
  return TRUE;
}

static CnConnection *
open_read_only (const char          *path,
                const CnStoreFile   *file,
                CnConnectionMode     mode,
                const char * const  *steps,
                GError             **error)
{
  g_autoptr (CnConnection) connection = cn_connection_open (path, mode, error);

  if (connection == NULL || !prepare_reader (connection, file, steps, error))
    return NULL;
  return g_steal_pointer (&connection);
}

/* Reading needs a file beside the store for the log's index. Where that cannot be made, the files are read as they lie:
 * whoever cannot write there does not write there. */
static CnConnection *
open_where_it_cannot_be_written (const char          *path,
                                 const CnStoreFile   *file,
                                 const char * const  *steps,
                                 GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  CnConnection *connection = open_read_only (path, file, CN_CONNECTION_READ_ONLY, steps, &local_error);

  if (connection != NULL)
    return connection;

  if (!file->is_writable && !file->has_journal &&
      (g_error_matches (local_error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY) ||
       g_error_matches (local_error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND) ||
       g_error_matches (local_error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED)))
    return open_read_only (path, file, file->has_log ? CN_CONNECTION_IMMUTABLE_LOG : CN_CONNECTION_IMMUTABLE,
                           steps, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
check_wanted (const char         *path,
              CnStoreOpenFlags    flags,
              const CnStoreFile  *file,
              gsize               n_steps,
              GError            **error)
{
  gboolean is_there = file->kind == CN_STORE_FILE_STORE;

  if (is_there && file->version > n_steps)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_TOO_NEW,
                 "%s: its version is %u, this program knows versions up to %" G_GSIZE_FORMAT,
                 path, file->version, n_steps);
  else if (!is_there && (flags & (CN_STORE_OPEN_READ_ONLY | CN_STORE_OPEN_EXISTING)) != 0)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND, "%s: there is no store", path);
  else if (!is_there && !file->is_writable)
    g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY, "%s: it cannot be made there", path);
  else
    return TRUE;

  return FALSE;
}

/**
 * cn_store_opener_open_writer:
 * @path: absolute
 * @steps: the SQL of version 1, 2, …: cn_schema_dup_steps(), or a test's
 *
 * Opens a store, making it or bringing it up to date where that is called for. What cannot be written is
 * opened read-only: cn_connection_is_read_only() tells.
 *
 * Returns: (transfer full): the connection, %NULL with @error set
 */
CnConnection *
cn_store_opener_open_writer (const char          *path,
                             CnStoreOpenFlags     flags,
                             const char * const  *steps,
                             GError             **error)
{
  g_autoptr (CnConnection) connection = NULL;
  CnStoreFile file;

  if (!cn_store_file_examine (path, &file, error) ||
      !check_wanted (path, flags, &file, g_strv_length ((GStrv) steps), error))
    return NULL;

  if ((flags & CN_STORE_OPEN_READ_ONLY) != 0 || !file.is_writable)
    return open_where_it_cannot_be_written (path, &file, steps, error);

  connection = cn_connection_open (path, CN_CONNECTION_READ_WRITE, error);
  if (connection == NULL || (file.has_journal && !roll_back_journal (connection, &file, error)) ||
      !prepare_writer (connection, &file, steps, error))
    return NULL;
  return g_steal_pointer (&connection);
}

/**
 * cn_store_opener_open_reader:
 * @path: a store that cn_store_opener_open_writer() has opened
 * @mode: how that one is open, but not to write
 *
 * Returns: (transfer full): a second connection, %NULL with @error set
 */
CnConnection *
cn_store_opener_open_reader (const char        *path,
                             CnConnectionMode   mode,
                             GError           **error)
{
  g_autoptr (CnConnection) connection = cn_connection_open (path, mode, error);

  /* The first query opens the log. */
  if (connection == NULL || !cn_tally_table_verify_identity (connection, error))
    return NULL;
  return g_steal_pointer (&connection);
}
