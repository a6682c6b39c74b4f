/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving what is readable of a store that cannot be opened: a new store beside it, the old one untouched.
 *
 * As with a backup, the new one is made under another name, checked, brought to the disk and only then renamed. The
 * work has a thread of its own and belongs to no #CnStore: there is none. */

#include "config.h"

#include "cn-store-recover.h"
#include "cn-backup.h"
#include "cn-recovery.h"
#include "cn-schema.h"
#include "cn-store-file.h"
#include "cn-worker.h"

#include <glib/gstdio.h>

G_DEFINE_BOXED_TYPE (CnRecoveryReport, cn_recovery_report, cn_recovery_report_copy, cn_recovery_report_free)

/**
 * cn_recovery_report_copy:
 *
 * Returns: (transfer full): a copy; any thread
 */
CnRecoveryReport *
cn_recovery_report_copy (const CnRecoveryReport *self)
{
  return g_memdup2 (self, sizeof *self);
}

/**
 * cn_recovery_report_free:
 * @self: (transfer full): a report
 */
void
cn_recovery_report_free (CnRecoveryReport *self)
{
  g_free (self);
}

typedef struct
{
  char *path;
  char *target;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  g_free (recovery->path);
  g_free (recovery->target);
  g_free (recovery);
}

/* Damage is welcome here. What is no file at all, is not there, or is of a version to come is not. */
static gboolean
check_source (const char          *path,
              const char * const  *steps,
              GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  CnStoreFile file;

  if (cn_store_file_examine (path, &file, &local_error))
    {
      if (file.kind == CN_STORE_FILE_STORE && file.version <= g_strv_length ((GStrv) steps))
        return TRUE;
      g_set_error (error, CN_STORE_ERROR,
                   file.kind == CN_STORE_FILE_STORE ? CN_STORE_ERROR_TOO_NEW : CN_STORE_ERROR_NOT_FOUND,
                   "%s: there is no store of a version that is known", path);
      return FALSE;
    }

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_access (path, R_OK) == 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
recover (CnWorker            *worker,
         Recovery            *recovery,
         const char          *temporary,
         const char * const  *steps,
         CnRecoveryReport    *report,
         GError             **error)
{
  g_autoptr (CnConnection) target = cn_connection_open (temporary, CN_CONNECTION_READ_WRITE, error);

  if (target == NULL)
    return FALSE;

  cn_worker_lend_cancelled (worker, target);
  return cn_connection_exec (target, "PRAGMA synchronous = OFF", error) && /* cn_backup_finish() does it at the end */
         cn_recovery_run (recovery->path, target, steps, report, error);
}

static DexFuture *
recover_thread (CnWorker  *worker,
                gpointer   data,
                GError   **error)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();
  const char * const *known = (const char * const *) steps;
  Recovery *recovery = data;
  g_autofree char *temporary = NULL;
  CnRecoveryReport report = { 0, };

  if (!check_source (recovery->path, known, error) ||
      !cn_backup_check_place (recovery->path, recovery->target, error))
    return NULL;

  temporary = cn_backup_dup_temporary_path (recovery->target);
  if (recover (worker, recovery, temporary, known, &report, error) &&
      cn_backup_finish (temporary, recovery->target, known, error))
    return dex_future_new_take_boxed (CN_TYPE_RECOVERY_REPORT, cn_recovery_report_copy (&report));

  g_unlink (temporary);
  return NULL;
}

/**
 * cn_store_recover:
 * @path: (type filename): a store, damaged anywhere; it is only read
 * @target: (type filename): where the new store shall be; only another copy is written over
 *
 * Main thread. Makes a sound store of all articles, marks and networks that can still be read, whatever else is
 * damaged, and keeps their ids.
 *
 * Returns: (transfer full): a future for a #CnRecoveryReport; rejected with %CN_STORE_ERROR_FOREIGN when not one
 *   article was found, `NOT_FOUND`, `TOO_NEW`, `FULL`; then there is no new file
 */
DexFuture *
cn_store_recover (const char *path,
                  const char *target)
{
  Recovery *recovery;

  dex_return_error_if_fail (path != NULL);
  dex_return_error_if_fail (target != NULL);

  recovery = g_new0 (Recovery, 1);
  recovery->path = g_canonicalize_filename (path, NULL);
  recovery->target = g_canonicalize_filename (target, NULL);
  return cn_worker_run_beside (recover_thread, recovery, recovery_free);
}
