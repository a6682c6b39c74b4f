/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies where a store should be: looked at before SQLite is let near it.
 *
 * Opening a database is not a harmless act: SQLite rolls back journals, recovers logs and makes files beside
 * it. So whatever is not ours is recognised by its first hundred bytes, read-only. They are read through
 * SQLite's file layer and not through open(): closing a descriptor of our own would drop every lock that this
 * process holds on the file. Any thread. */

#include "config.h"

#include "cn-store-file.h"
#include "cn-clock.h"
#include "cn-schema.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* The file format's offsets (sqlite.org/fileformat2.html, 1.3), and the first byte of the first page's tree. */
#define HEADER_SIZE           100
#define OFFSET_PAGE_SIZE      16
#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_N_PAGES        28
#define OFFSET_USER_VERSION   60
#define OFFSET_APPLICATION_ID 68
#define OFFSET_VALID_FOR      92
#define OFFSET_TREE           100
#define TREE_INTERIOR         0x05
#define TREE_LEAF             0x0d

typedef guint8 CnHeader[HEADER_SIZE + 1];

static guint32
get_uint32 (const guint8 *header,
            gsize         offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static guint32
get_page_size (const guint8 *header)
{
  guint32 size = ((guint32) header[OFFSET_PAGE_SIZE] << 8) | header[OFFSET_PAGE_SIZE + 1];

  return size == 1 ? 65536 : size;
}

static gboolean
refuse (GError      **error,
        CnStoreError  code,
        const char   *path,
        const char   *why)
{
  g_set_error (error, CN_STORE_ERROR, (int) code, "%s: %s", path, why);
  return FALSE;
}

static gboolean
refuse_errno (GError     **error,
              const char  *path,
              int          saved_errno)
{
  CnStoreError code;

  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      code = CN_STORE_ERROR_NOT_FOUND;
      break;
    case ELOOP:
    case ENAMETOOLONG:
      code = CN_STORE_ERROR_FOREIGN;
      break;
    default:
      code = CN_STORE_ERROR_FAILED;
      break;
    }

  return refuse (error, code, path, g_strerror (saved_errno));
}

/* Whoever has a store open holds a shared lock on it for as long, so that nobody gets the exclusive one. It is held for
 * a moment only. Where it cannot be had for another reason, the answer is no. */
static gboolean
is_locked_by_others (sqlite3_file *file)
{
  gboolean is_busy = file->pMethods->xLock (file, SQLITE_LOCK_SHARED) == SQLITE_BUSY ||
                     file->pMethods->xLock (file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_BUSY;

  file->pMethods->xUnlock (file, SQLITE_LOCK_NONE);
  return is_busy;
}

static gboolean
read_header (const char  *path,
             guint8      *header,
             CnStoreFile *store,
             GError     **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  sqlite3_filename name = sqlite3_create_filename (path, "", "", 0, NULL);
  /* A lock for itself alone is given to writers only. */
  int access = store->has_log && store->is_writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  int flags = SQLITE_OPEN_MAIN_DB | access;
  int code = vfs->xOpen (vfs, name, file, flags, &flags);

  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_SIZE + 1, 0);
  if (code == SQLITE_OK && store->has_log)
    store->is_suspect = !store->is_writable || !is_locked_by_others (file);

  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);

  if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
    return TRUE;

  g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "%s: reading its header: %s (%d)",
               path, sqlite3_errstr (code), code);
  return FALSE;
}

/* The companions lie beside the file itself, not beside a link to it, and the file layer opens no links. */
static char *
follow_links (const char *path)
{
  g_autofree char *real = realpath (path, NULL);

  return g_strdup (real != NULL ? real : path);
}

static gboolean
has_companion (const char *path,
               const char *suffix)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (companion, &status) == 0 && status.st_size > 0;
}

static gboolean
examine_header (const char         *path,
                const guint8       *header,
                CnStoreFile        *file,
                GError            **error)
{
  guint32 page_size = get_page_size (header);
  goffset expected_size = (goffset) get_uint32 (header, OFFSET_N_PAGES) * page_size;

  if (memcmp (header, "SQLite format 3", 16) != 0)
    {
      /* A header that something has written over stands before pages that nothing else would have. */
      if (file->size % 4096 == 0 && (header[OFFSET_TREE] == TREE_INTERIOR || header[OFFSET_TREE] == TREE_LEAF))
        return refuse (error, CN_STORE_ERROR_DAMAGED, path, "its header has been overwritten");
      return refuse (error, CN_STORE_ERROR_FOREIGN, path, "it is no database");
    }

  if (file->size < HEADER_SIZE)
    return refuse (error, CN_STORE_ERROR_DAMAGED, path, "it ends within its header");
  if (get_uint32 (header, OFFSET_APPLICATION_ID) != CN_SCHEMA_APPLICATION_ID)
    return refuse (error, CN_STORE_ERROR_FOREIGN, path, "it is the database of another program");
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return refuse (error, CN_STORE_ERROR_DAMAGED, path, "its header makes no sense");

  /* With a log, the pages that are missing may be in there; with a journal, the header is the one that is wrong. */
  if (!file->has_log && !file->has_journal && file->size < expected_size &&
      get_uint32 (header, OFFSET_CHANGE_COUNTER) == get_uint32 (header, OFFSET_VALID_FOR))
    return refuse (error, CN_STORE_ERROR_DAMAGED, path, "its end is missing");

  if (!file->has_log && !file->has_journal && file->size != expected_size)
    file->is_suspect = TRUE;

  file->kind = CN_STORE_FILE_STORE;
  file->version = get_uint32 (header, OFFSET_USER_VERSION);
  return TRUE;
}

static gboolean
examine_missing (const char   *path,
                 CnStoreFile  *file,
                 GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;

  /* A link that leads nowhere is no free place: SQLite would make the file at its end. */
  if (g_lstat (path, &status) == 0)
    return refuse (error, CN_STORE_ERROR_NOT_FOUND, path, "it is a link to nothing");
  if (g_stat (folder, &status) != 0)
    return refuse_errno (error, folder, errno);
  if (!S_ISDIR (status.st_mode))
    return refuse (error, CN_STORE_ERROR_NOT_FOUND, folder, "it is no folder");

  /* SQLite would delete the log as a left-over, and with it whatever had not been folded into the file. */
  if (has_companion (path, "-wal"))
    return refuse (error, CN_STORE_ERROR_DAMAGED, path, "it is missing, but its log lies there");

  file->kind = CN_STORE_FILE_MISSING;
  file->is_writable = g_access (folder, W_OK | X_OK) == 0;
  return TRUE;
}

/**
 * cn_store_file_examine:
 * @path: absolute
 * @file: (out): what is there
 *
 * Reads at most a hundred and one bytes and changes nothing.
 *
 * Returns: %FALSE with @error set when there is something that is no sound store: %CN_STORE_ERROR_FOREIGN,
 *   %CN_STORE_ERROR_DAMAGED; or when it cannot be looked at
 */
gboolean
cn_store_file_examine (const char   *path,
                       CnStoreFile  *file,
                       GError      **error)
{
  g_autofree char *real = NULL;
  g_autofree char *folder = NULL;
  CnHeader header = { 0, };
  GStatBuf status;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (file != NULL, FALSE);

  memset (file, 0, sizeof *file);
  real = follow_links (path);
  folder = g_path_get_dirname (real);

  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? examine_missing (path, file, error) : refuse_errno (error, path, errno);
  if (S_ISDIR (status.st_mode))
    return refuse (error, CN_STORE_ERROR_FOREIGN, path, "it is a folder");
  if (!S_ISREG (status.st_mode))
    return refuse (error, CN_STORE_ERROR_FOREIGN, path, "it is no regular file");

  file->size = status.st_size;
  file->has_log = has_companion (real, "-wal");
  file->has_journal = has_companion (real, "-journal");
  file->is_writable = g_access (path, W_OK) == 0 && g_access (folder, W_OK | X_OK) == 0;

  if (g_access (path, R_OK) != 0)
    return refuse_errno (error, path, errno);
  if (file->size == 0 && file->has_log)
    return refuse (error, CN_STORE_ERROR_DAMAGED, path, "it is empty, but a log lies beside it");
  if (file->size == 0)
    {
      file->kind = CN_STORE_FILE_EMPTY;
      return TRUE;
    }

  return read_header (real, header, file, error) && examine_header (path, header, file, error);
}

/**
 * cn_store_file_dup_free_path:
 * @what: a word for why the file is kept
 *
 * Any thread.
 *
 * Returns: (transfer full): a name beside @path that is not taken: "citynet.db.WHAT-2026-11-22-153000"
 */
char *
cn_store_file_dup_free_path (const char *path,
                             const char *what)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (cn_clock_get_seconds ());
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  char *candidate = g_strdup_printf ("%s.%s-%s", path, what, date);

  for (guint i = 2; g_file_test (candidate, G_FILE_TEST_EXISTS); i++)
    {
      g_free (candidate);
      candidate = g_strdup_printf ("%s.%s-%s-%u", path, what, date, i);
    }

  return candidate;
}
