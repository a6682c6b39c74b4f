/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cn-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  CN_STORE_FILE_MISSING, /* its folder is there */
  CN_STORE_FILE_EMPTY,   /* no bytes at all, and no log beside it */
  CN_STORE_FILE_STORE,   /* as far as its header tells */
} CnStoreFileKind;

/**
 * CnStoreFile:
 * @version: of the schema, as the header has it: the log may know of a later one
 * @is_writable: whether this user may write the file and make others beside it
 * @has_log: whether a write-ahead log with content lies beside it
 * @is_suspect: whether the log is nobody's, left by a crash or come with a copy, or the file has another length than
 *   its header says: it may have been copied while it was in use
 * @has_journal: whether a rollback journal does: somebody died while making the store
 */
typedef struct
{
  CnStoreFileKind kind;
  guint32         version;
  gboolean        is_writable;
  gboolean        has_log;
  gboolean        is_suspect;
  gboolean        has_journal;
  goffset         size;
} CnStoreFile;

gboolean  cn_store_file_examine       (const char   *path,
                                       CnStoreFile  *file,
                                       GError      **error);
char     *cn_store_file_dup_free_path (const char   *path,
                                       const char   *what) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
