/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite's own way of testing, in small: every open, read, write, truncate and sync is counted, and one of them fails.
 *
 * The counter is shared by all threads, as the store's are two. */

#include "config.h"

#include "fault-vfs.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static FaultKind fault_kind;
static int countdown; /* the operation that brings it to 0 fails; not armed below 0 */
static int is_lasting;
static int has_hit;

void
fault_vfs_arm (FaultKind kind,
               int       n,
               gboolean  from_then_on)
{
  fault_kind = kind;
  g_atomic_int_set (&has_hit, FALSE);
  g_atomic_int_set (&is_lasting, from_then_on);
  g_atomic_int_set (&countdown, n);
}

void
fault_vfs_disarm (void)
{
  g_atomic_int_set (&countdown, G_MININT / 2);
}

gboolean
fault_vfs_has_hit (void)
{
  return g_atomic_int_get (&has_hit);
}

static gboolean
is_due (gboolean is_write)
{
  int left;

  if (g_atomic_int_get (&countdown) < G_MININT / 4)
    return FALSE;
  if (fault_kind != FAULT_IO_ERROR && !is_write)
    return FALSE;

  left = g_atomic_int_add (&countdown, -1) - 1;
  if (left != 0 && !(left < 0 && g_atomic_int_get (&is_lasting)))
    return FALSE;

  g_atomic_int_set (&has_hit, TRUE);
  errno = fault_kind == FAULT_FULL ? ENOSPC : EIO;
  return TRUE;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
fault_close (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);
  int code = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  g_free (real);
  return code;
}

static int
fault_read (sqlite3_file  *file,
            void          *buffer,
            int            size,
            sqlite3_int64  offset)
{
  if (is_due (FALSE))
    return SQLITE_IOERR_READ;
  return get_real (file)->pMethods->xRead (get_real (file), buffer, size, offset);
}

static int
fault_write (sqlite3_file  *file,
             const void    *buffer,
             int            size,
             sqlite3_int64  offset)
{
  if (!is_due (TRUE))
    return get_real (file)->pMethods->xWrite (get_real (file), buffer, size, offset);

  if (fault_kind == FAULT_SHORT_WRITE)
    get_real (file)->pMethods->xWrite (get_real (file), buffer, size / 2, offset);
  return fault_kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  if (is_due (FALSE))
    return SQLITE_IOERR_TRUNCATE;
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  if (is_due (TRUE))
    return SQLITE_IOERR_FSYNC;
  return get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  if (is_due (FALSE))
    return SQLITE_IOERR_FSTAT;
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
fault_unlock (sqlite3_file *file,
              int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
fault_check_reserved_lock (sqlite3_file *file,
                           int          *is_reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_reserved);
}

static int
fault_file_control (sqlite3_file *file,
                    int           operation,
                    void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
fault_shm_map (sqlite3_file   *file,
               int             page,
               int             size,
               int             extend,
               void volatile **memory)
{
  if (is_due (FALSE))
    return SQLITE_IOERR_SHMMAP;
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           delete_it)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete_it);
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 2, /* no memory mapping: its reads could not be counted */
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs     *vfs,
            sqlite3_filename name,
            sqlite3_file    *file,
            int              flags,
            int             *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int code;

  memset (self, 0, sizeof *self);
  if (is_due (FALSE))
    return SQLITE_CANTOPEN;

  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &fault_methods;
  else
    g_clear_pointer (&self->real, g_free);
  return code;
}

void
fault_vfs_register (void)
{
  fault_vfs_disarm ();
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.xOpen = fault_open;
  fault_vfs.pNext = NULL;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}
