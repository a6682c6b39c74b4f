/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings of a connection: what hardens it, and what makes it durable.
 *
 * Each one is read back: a setting that SQLite was built without, or that a file may override, must not pass in
 * silence. Runs on the thread of the connection; it knows no table and no schema. */

#include "config.h"

#include "cn-connection.h"

#include <sqlite3.h>

/* Negative: in KiB. Large enough for the inner pages of a million articles' indexes, small enough to be idle with. */
#define CACHE_SIZE "-16384"

/* In pages of the log. A larger log is written back in larger, better ordered pieces; see the store's bench. */
#define AUTOCHECKPOINT_PAGES 4000

/* A log that one huge transaction has grown is cut to this at the next restart. */
#define LOG_SIZE_LIMIT "67108864"

static gboolean
set_config (CnConnection  *self,
            int            option,
            int            wanted,
            const char    *doing,
            GError       **error)
{
  int actual = -1;
  int code = sqlite3_db_config (cn_connection_get_handle (self), option, wanted, &actual);

  if (code == SQLITE_OK && actual == wanted)
    return TRUE;
  return cn_connection_fail (self, code != SQLITE_OK ? code : SQLITE_ERROR, doing, error);
}

static gboolean
set_pragma (CnConnection  *self,
            const char    *name,
            const char    *value,
            const char    *expected,
            GError       **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", name);
  g_autofree char *actual = NULL;

  if (!cn_connection_exec (self, set, error))
    return FALSE;

  actual = cn_connection_query_text (self, get, error);
  if (actual == NULL)
    return FALSE;
  if (g_strcmp0 (actual, expected) == 0)
    return TRUE;

  g_set_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "%s: %s is “%s” and not “%s”",
               cn_connection_get_path (self), name, actual, expected);
  return FALSE;
}

static gboolean
keep_log_to_itself (CnConnection  *self,
                    GError       **error)
{
  return set_pragma (self, "locking_mode", "EXCLUSIVE", "exclusive", error) &&
         set_config (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, "turning off the checkpoint", error);
}

/* What every connection is hardened with. What needs the file itself (the log) waits for cn_connection_use_log(). */
gboolean
cn_connection_configure (CnConnection  *self,
                         GError       **error)
{
  const char *query_only = cn_connection_get_mode (self) == CN_CONNECTION_READ_WRITE ? "OFF" : "ON";
  const char *expected = cn_connection_get_mode (self) == CN_CONNECTION_READ_WRITE ? "0" : "1";

  /* No file that somebody was sent may run more than its declared triggers: no attached files, no functions
   * with side effects. */
  sqlite3_limit (cn_connection_get_handle (self), SQLITE_LIMIT_ATTACHED, 0);

  return set_config (self, SQLITE_DBCONFIG_DEFENSIVE, 1, "turning on defensive", error) &&
         set_config (self, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "turning off trusted_schema", error) &&
         set_config (self, SQLITE_DBCONFIG_ENABLE_FKEY, 1, "turning on foreign keys", error) &&
         set_config (self, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, "turning on triggers", error) &&
         set_config (self, SQLITE_DBCONFIG_ENABLE_VIEW, 0, "turning off views", error) &&
         set_config (self, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, "turning off extensions", error) &&
         set_config (self, SQLITE_DBCONFIG_DQS_DDL, 0, "turning off quoted strings", error) &&
         set_config (self, SQLITE_DBCONFIG_DQS_DML, 0, "turning off quoted strings", error) &&
         set_pragma (self, "temp_store", "MEMORY", "2", error) &&
         set_pragma (self, "query_only", query_only, expected, error) &&
         (cn_connection_get_mode (self) != CN_CONNECTION_IMMUTABLE_LOG || keep_log_to_itself (self, error));
}

/**
 * cn_connection_set_checkpoint:
 * @enabled: whether the log may be folded into the file, now and then and on closing
 *
 * Off while a store is examined: what turns out to be damaged or another store's log is then left exactly as it was.
 */
gboolean
cn_connection_set_checkpoint (CnConnection  *self,
                              gboolean       enabled,
                              GError       **error)
{
  int code = sqlite3_wal_autocheckpoint (cn_connection_get_handle (self), enabled ? AUTOCHECKPOINT_PAGES : 0);

  if (code != SQLITE_OK)
    return cn_connection_fail (self, code, "setting the checkpoint", error);
  return set_config (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !enabled, "setting the checkpoint", error);
}

/**
 * cn_connection_use_log:
 *
 * Turns on the write-ahead log, and the durability that goes with it: a crash of the program loses nothing
 * that was committed, a power cut may lose the last commits but never the file's consistency.
 */
gboolean
cn_connection_use_log (CnConnection  *self,
                       GError       **error)
{
  return set_pragma (self, "journal_mode", "WAL", "wal", error) &&
         set_pragma (self, "synchronous", "NORMAL", "1", error) &&
         set_pragma (self, "journal_size_limit", LOG_SIZE_LIMIT, LOG_SIZE_LIMIT, error) &&
         set_pragma (self, "cache_size", CACHE_SIZE, CACHE_SIZE, error);
}
