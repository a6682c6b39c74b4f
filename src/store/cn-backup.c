/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a store that are whole, and the way back.
 *
 * A copy is made page by page through SQLite's backup interface from one snapshot: others go on writing
 * meanwhile. It is made under another name, opened and checked as whatever store one is handed, brought to
 * the disk and only then renamed: a copy that bears its name is a good one. It is a single file without a
 * log.
 *
 * A backup may be interrupted between any two steps. Runs on the thread of the connection that it is given. */

#include "config.h"

#include "cn-backup.h"
#include "cn-check.h"
#include "cn-schema.h"
#include "cn-statement.h"
#include "cn-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

/* 4 MiB between two looks at whether somebody still wants it. */
#define PAGES_PER_STEP 1024

static gboolean
fail_errno (GError     **error,
            const char  *path,
            const char  *doing,
            int          saved_errno)
{
  CnStoreError code = CN_STORE_ERROR_FAILED;

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    code = CN_STORE_ERROR_FULL;
  else if (saved_errno == EACCES || saved_errno == EROFS || saved_errno == EPERM)
    code = CN_STORE_ERROR_READ_ONLY;
  else if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    code = CN_STORE_ERROR_NOT_FOUND;

  g_set_error (error, CN_STORE_ERROR, (int) code, "%s: %s: %s", path, doing, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  int code;

  if (descriptor < 0)
    return fail_errno (error, path, "syncing", errno);

  do
    code = fsync (descriptor);
  while (code != 0 && errno == EINTR);

  /* Some file systems sync files only and say so; then the name is as safe as it gets there. */
  if (code != 0 && errno == EINVAL && (flags & O_DIRECTORY) != 0)
    code = 0;
  if (code != 0)
    fail_errno (error, path, "syncing", errno);
  close (descriptor);
  return code == 0;
}

static gboolean
copy_pages (CnConnection  *source,
            CnConnection  *target,
            int            pages_per_step,
            GError       **error)
{
  sqlite3_backup *backup;
  int code = SQLITE_OK;

  backup = sqlite3_backup_init (cn_connection_get_handle (target), "main", cn_connection_get_handle (source), "main");
  if (backup == NULL)
    return cn_connection_fail (target, sqlite3_extended_errcode (cn_connection_get_handle (target)), "copying", error);

  while (code == SQLITE_OK)
    {
      code = sqlite3_backup_step (backup, pages_per_step);
      if (cn_connection_is_cancelled (source) || cn_connection_is_cancelled (target))
        code = SQLITE_INTERRUPT;
    }

  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || cn_connection_fail (target, code, "copying", error);
}

/* One snapshot for the whole copy: without the transaction every commit of another connection would start it anew. */
static gboolean
copy_snapshot (CnConnection  *source,
               CnConnection  *target,
               GError       **error)
{
  gint64 version;
  gboolean success;

  if (!cn_connection_begin_read (source, error))
    return FALSE;

  success = cn_schema_get_version (source, &version, error) &&
            copy_pages (source, target, PAGES_PER_STEP, error);
  cn_connection_rollback (source);
  return success;
}

/* The header says "has a log" as the store's does; a copy is to be one file. */
static gboolean
make_copy (CnConnection  *source,
           const char    *path,
           GError       **error)
{
  g_autoptr (CnConnection) target = cn_connection_open (path, CN_CONNECTION_READ_WRITE, error);

  return target != NULL &&
         cn_connection_exec (target, "PRAGMA synchronous = OFF", error) && /* sync_path() does it once, at the end */
         copy_snapshot (source, target, error) &&
         cn_connection_exec (target, "PRAGMA journal_mode = DELETE", error);
}

/* With a log beside it, it was copied by hand or is in use: then SQLite has to read both. */
static CnConnectionMode
choose_mode (const CnStoreFile *file)
{
  if (!file->has_log && !file->has_journal)
    return CN_CONNECTION_IMMUTABLE;
  return file->is_writable ? CN_CONNECTION_READ_ONLY : CN_CONNECTION_IMMUTABLE_LOG;
}

/**
 * cn_backup_verify:
 * @path: absolute
 * @steps: the SQL of the versions that are known
 *
 * Opens a store that nobody else uses, read-only, and checks all of it.
 *
 * Returns: %FALSE with @error set when it is no sound store of a version that this program knows
 */
gboolean
cn_backup_verify (const char          *path,
                  const char * const  *steps,
                  GError             **error)
{
  g_autoptr (CnConnection) connection = NULL;
  CnStoreFile file;

  if (!cn_store_file_examine (path, &file, error))
    return FALSE;
  if (file.kind != CN_STORE_FILE_STORE)
    {
      g_set_error (error, CN_STORE_ERROR,
                   file.kind == CN_STORE_FILE_MISSING ? CN_STORE_ERROR_NOT_FOUND : CN_STORE_ERROR_FOREIGN,
                   "%s: there is no store", path);
      return FALSE;
    }

  connection = cn_connection_open (path, choose_mode (&file), error);
  return connection != NULL &&
         cn_schema_verify (connection, steps, error) &&
         cn_check_whole (connection, error);
}

/**
 * cn_backup_check_place:
 * @source: what a copy is to be made of
 * @path: where the copy is to be
 *
 * Returns: %FALSE with @error set unless the place is free, or a store is there that nobody uses: only such a one may
 *   be written over
 */
gboolean
cn_backup_check_place (const char  *source,
                       const char  *path,
                       GError     **error)
{
  GStatBuf source_status, status;
  CnStoreFile file;

  if (!cn_store_file_examine (path, &file, error))
    return FALSE;
  if (file.kind == CN_STORE_FILE_MISSING)
    return TRUE;

  if (g_stat (path, &status) == 0 && g_stat (source, &source_status) == 0 &&
      status.st_ino == source_status.st_ino && status.st_dev == source_status.st_dev)
    {
      g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT, "%s: it is the store itself", path);
      return FALSE;
    }

  if (!file.has_log && !file.has_journal)
    return TRUE;
  g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_BUSY, "%s: it is a store in use", path);
  return FALSE;
}

/**
 * cn_backup_dup_temporary_path:
 *
 * Returns: (transfer full): the name beside @path under which a copy is made; what a dead process left there is gone
 */
char *
cn_backup_dup_temporary_path (const char *path)
{
  char *temporary = g_strdup_printf ("%s.%d.tmp", path, (int) getpid ());

  g_unlink (temporary);
  return temporary;
}

/**
 * cn_backup_finish:
 * @temporary: a closed store without a log
 * @path: the name that it shall bear
 *
 * Checks it, brings it to the disk and renames it.
 *
 * Returns: %FALSE with @error set, and then nothing bears the name that did not before; only when the folder is what
 *   could not be brought to the disk, the file is there, whole, and a power cut may still take its name
 */
gboolean
cn_backup_finish (const char          *temporary,
                  const char          *path,
                  const char * const  *steps,
                  GError             **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!cn_backup_verify (temporary, steps, error) || !sync_path (temporary, 0, error))
    return FALSE;
  if (g_rename (temporary, path) != 0)
    return fail_errno (error, path, "renaming the copy", errno);
  return sync_path (folder, O_DIRECTORY, error);
}

/**
 * cn_backup_write:
 * @source: a connection to the store, outside of any transaction
 * @path: absolute; what is there is replaced only when it is a store that nobody uses
 * @steps: the SQL of the versions that are known; the copy is checked against them
 *
 * Makes a copy of the store as it is at one moment.
 *
 * Returns: %FALSE with @error set, and then there is no copy and what was at @path is untouched, but for what
 *   cn_backup_finish() says about the folder
 */
gboolean
cn_backup_write (CnConnection        *source,
                 const char          *path,
                 const char * const  *steps,
                 GError             **error)
{
  g_autofree char *temporary = NULL;
  gboolean success;

  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);

  if (!cn_backup_check_place (cn_connection_get_path (source), path, error))
    return FALSE;

  temporary = cn_backup_dup_temporary_path (path);
  success = make_copy (source, temporary, error) && cn_backup_finish (temporary, path, steps, error);
  if (!success)
    g_unlink (temporary);
  return success;
}

/**
 * cn_backup_restore:
 * @path: absolute; a copy that cn_backup_verify() has found good
 * @target: the writer's connection, outside of any transaction, none of its statements in use
 *
 * Makes the store what the copy is, in one transaction: others see the one or the other, and go on.
 */
gboolean
cn_backup_restore (const char    *path,
                   CnConnection  *target,
                   GError       **error)
{
  g_autoptr (CnConnection) source = NULL;
  CnStoreFile file;

  if (!cn_store_file_examine (path, &file, error))
    return FALSE;

  source = cn_connection_open (path, choose_mode (&file), error);
  return source != NULL && copy_pages (source, target, -1, error);
}
