/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a store that SQLite will not open any more, as they lie in the file and in the log beside it.
 *
 * Nothing in the file is believed: neither the header's page size nor its number of pages. The log is believed as
 * far as its checksums go, and up to its last commit, as SQLite itself does it (sqlite.org/fileformat2.html, 4). The
 * files are read through SQLite's file layer, because closing a descriptor of our own would drop every lock that this
 * process holds on them. Any thread, one at a time. */

#include "config.h"

#include "cn-page-file.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* What SQLite gives every new file, and therefore every store has. */
#define PAGE_SIZE 4096

#define LOG_HEADER_SIZE   32
#define FRAME_HEADER_SIZE 24
#define LOG_MAGIC         0x377f0682 /* and one more where the checksums are of big-endian words */

struct _CnPageFile
{
  sqlite3_file    *file;
  sqlite3_file    *log;       /* NULL when there is none */
  sqlite3_filename name;
  sqlite3_filename log_name;
  guint32          n_pages;
  GHashTable      *in_log;    /* number of a page → where its newest committed content is in the log */
};

static guint32
get_uint32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static sqlite3_file *
open_file (sqlite3_filename  name,
           int               kind)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  int flags = SQLITE_OPEN_READONLY | kind;

  if (vfs->xOpen (vfs, name, file, flags, &flags) == SQLITE_OK)
    return file;

  g_free (file);
  return NULL;
}

static void
close_file (sqlite3_file *file)
{
  file->pMethods->xClose (file);
  g_free (file);
}

static gboolean
read_at (sqlite3_file *file,
         guint8       *bytes,
         gsize         size,
         gint64        offset)
{
  return file->pMethods->xRead (file, bytes, (int) size, offset) == SQLITE_OK;
}

static void
add_to_checksum (guint32       sums[2],
                 const guint8 *bytes,
                 gsize         size,
                 gboolean      is_big_endian)
{
  for (gsize i = 0; i < size; i += 8)
    {
      guint32 words[2];

      memcpy (words, bytes + i, sizeof words);
      for (gsize j = 0; j < 2; j++)
        words[j] = is_big_endian ? GUINT32_FROM_BE (words[j]) : GUINT32_FROM_LE (words[j]);
      sums[0] += words[0] + sums[1];
      sums[1] += words[1] + sums[0];
    }
}

static gboolean
is_checksum (const guint32  sums[2],
             const guint8  *bytes)
{
  return get_uint32 (bytes) == sums[0] && get_uint32 (bytes + 4) == sums[1];
}

/* Frames count once a commit follows them. */
static void
commit_frames (CnPageFile *self,
               GHashTable *pending,
               guint32     n_pages)
{
  GHashTableIter iter;
  gpointer number, offset;

  g_hash_table_iter_init (&iter, pending);
  while (g_hash_table_iter_next (&iter, &number, &offset))
    {
      g_hash_table_insert (self->in_log, number, offset);
      g_hash_table_iter_steal (&iter);
    }
  self->n_pages = MAX (self->n_pages, n_pages);
}

static void
index_log (CnPageFile *self)
{
  g_autoptr (GHashTable) pending = g_hash_table_new (NULL, NULL);
  g_autofree guint8 *frame = g_malloc (FRAME_HEADER_SIZE + PAGE_SIZE);
  guint8 header[LOG_HEADER_SIZE];
  guint32 sums[2] = { 0, 0 };
  gboolean is_big_endian;

  if (!read_at (self->log, header, sizeof header, 0) || (get_uint32 (header) & ~1u) != LOG_MAGIC ||
      get_uint32 (header + 8) != PAGE_SIZE)
    return;

  is_big_endian = get_uint32 (header) & 1;
  add_to_checksum (sums, header, 24, is_big_endian);
  if (!is_checksum (sums, header + 24))
    return;

  for (gint64 offset = LOG_HEADER_SIZE;
       read_at (self->log, frame, FRAME_HEADER_SIZE + PAGE_SIZE, offset);
       offset += FRAME_HEADER_SIZE + PAGE_SIZE)
    {
      add_to_checksum (sums, frame, 8, is_big_endian);
      add_to_checksum (sums, frame + FRAME_HEADER_SIZE, PAGE_SIZE, is_big_endian);
      if (memcmp (frame + 8, header + 16, 8) != 0 || !is_checksum (sums, frame + 16))
        return;

      g_hash_table_insert (pending, GUINT_TO_POINTER (get_uint32 (frame)),
                           GSIZE_TO_POINTER ((gsize) offset + FRAME_HEADER_SIZE));
      if (get_uint32 (frame + 4) != 0)
        commit_frames (self, pending, get_uint32 (frame + 4));
    }
}

/**
 * cn_page_file_open:
 * @path: absolute
 *
 * Returns: (transfer full): its pages, %NULL with @error set when it cannot be read at all
 */
CnPageFile *
cn_page_file_open (const char  *path,
                   GError     **error)
{
  g_autoptr (CnPageFile) self = g_new0 (CnPageFile, 1);
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *log = g_strconcat (real != NULL ? real : path, "-wal", NULL);
  sqlite3_int64 size = 0;

  self->in_log = g_hash_table_new (NULL, NULL);
  self->name = sqlite3_create_filename (real != NULL ? real : path, "", "", 0, NULL);
  self->log_name = sqlite3_create_filename (log, "", "", 0, NULL);
  self->file = open_file (self->name, SQLITE_OPEN_MAIN_DB);
  if (self->file == NULL || self->file->pMethods->xFileSize (self->file, &size) != SQLITE_OK)
    {
      g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "%s: it cannot be read", path);
      return NULL;
    }

  /* The last page counts even when its end is missing. */
  self->n_pages = (guint32) MIN ((size + PAGE_SIZE - 1) / PAGE_SIZE, G_MAXUINT32 - 1);
  self->log = g_file_test (log, G_FILE_TEST_IS_REGULAR) ? open_file (self->log_name, SQLITE_OPEN_WAL) : NULL;
  if (self->log != NULL)
    index_log (self);
  return g_steal_pointer (&self);
}

/**
 * cn_page_file_free:
 * @self: (transfer full): a file of pages
 */
void
cn_page_file_free (CnPageFile *self)
{
  g_clear_pointer (&self->file, close_file);
  g_clear_pointer (&self->log, close_file);
  g_clear_pointer (&self->name, sqlite3_free_filename);
  g_clear_pointer (&self->log_name, sqlite3_free_filename);
  g_clear_pointer (&self->in_log, g_hash_table_unref);
  g_free (self);
}

/**
 * cn_page_file_get_n_pages:
 *
 * Returns: the number of the last page; the first is 1
 */
guint32
cn_page_file_get_n_pages (CnPageFile *self)
{
  return self->n_pages;
}

/**
 * cn_page_file_get_page_size:
 *
 * Returns: bytes of a page
 */
gsize
cn_page_file_get_page_size (CnPageFile *self)
{
  return PAGE_SIZE;
}

/**
 * cn_page_file_has_log:
 *
 * Returns: whether anything comes out of the log
 */
gboolean
cn_page_file_has_log (CnPageFile *self)
{
  return g_hash_table_size (self->in_log) > 0;
}

/**
 * cn_page_file_drop_log:
 *
 * Reads on from the file alone: the log turned out to be another store's.
 */
void
cn_page_file_drop_log (CnPageFile *self)
{
  g_hash_table_remove_all (self->in_log);
}

/**
 * cn_page_file_read:
 * @page: (out): a page's size of bytes
 *
 * Returns: whether there is such a page
 */
gboolean
cn_page_file_read (CnPageFile *self,
                   guint32     number,
                   guint8     *page)
{
  gpointer offset;
  int code;

  if (number == 0 || number > self->n_pages)
    return FALSE;

  if (g_hash_table_lookup_extended (self->in_log, GUINT_TO_POINTER (number), NULL, &offset))
    return read_at (self->log, page, PAGE_SIZE, (gint64) GPOINTER_TO_SIZE (offset));

  /* A short read fills the rest with zeros. */
  code = self->file->pMethods->xRead (self->file, page, PAGE_SIZE, ((gint64) number - 1) * PAGE_SIZE);
  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
}
