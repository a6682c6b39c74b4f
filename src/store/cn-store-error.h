/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CN_STORE_ERROR (cn_store_error_quark ())

/**
 * CnStoreError:
 * @CN_STORE_ERROR_FAILED: none of the others; nothing was changed
 * @CN_STORE_ERROR_BUSY: another process holds the file for longer than the waiting time
 * @CN_STORE_ERROR_FULL: no space is left where the store lies
 * @CN_STORE_ERROR_READ_ONLY: the file, its folder or its file system may not be written
 * @CN_STORE_ERROR_DAMAGED: SQLite finds the file malformed, or cn_store_check() found a broken rule
 * @CN_STORE_ERROR_FOREIGN: the file is something else: another program's database, no database at all, a folder
 * @CN_STORE_ERROR_TOO_NEW: a newer CityNet wrote it
 * @CN_STORE_ERROR_CONSTRAINT: a value that the schema forbids
 * @CN_STORE_ERROR_INTERRUPTED: whoever asked has dropped the future
 * @CN_STORE_ERROR_NOT_FOUND: there is no such article, file or folder
 *
 * Codes are what a caller can do about it. Messages are "doing what: SQLite's words (extended code)", for a log.
 */
typedef enum
{
  CN_STORE_ERROR_FAILED,
  CN_STORE_ERROR_BUSY,
  CN_STORE_ERROR_FULL,
  CN_STORE_ERROR_READ_ONLY,
  CN_STORE_ERROR_DAMAGED,
  CN_STORE_ERROR_FOREIGN,
  CN_STORE_ERROR_TOO_NEW,
  CN_STORE_ERROR_CONSTRAINT,
  CN_STORE_ERROR_INTERRUPTED,
  CN_STORE_ERROR_NOT_FOUND,
} CnStoreError;

GQuark cn_store_error_quark (void);

G_END_DECLS
