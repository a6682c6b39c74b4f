/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import has done: a plain reference-counted value.
 *
 * Any thread, once the import has handed it out. */

#include "config.h"

#include "cn-import-report-private.h"

G_DEFINE_BOXED_TYPE (CnImportReport, cn_import_report, cn_import_report_ref, cn_import_report_unref)

static void
problem_free (gpointer data)
{
  CnImportProblem *problem = data;

  g_free (problem->name);
  g_free (problem->reason);
  g_free (problem);
}

/**
 * cn_import_report_new:
 *
 * Returns: (transfer full): the report of an import that has done nothing
 */
CnImportReport *
cn_import_report_new (void)
{
  CnImportReport *self = g_atomic_rc_box_new0 (CnImportReport);

  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->article_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * cn_import_report_add_problem:
 * @name: the input as the user gave it
 * @reason: one clause
 */
void
cn_import_report_add_problem (CnImportReport *self,
                              const char     *name,
                              const char     *reason)
{
  CnImportProblem *problem = g_new0 (CnImportProblem, 1);

  problem->name = g_strdup (name);
  problem->reason = g_strdup (reason);
  g_ptr_array_add (self->problems, problem);
}

/**
 * cn_import_report_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self with one reference more
 */
CnImportReport *
cn_import_report_ref (CnImportReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_import_report_clear (gpointer data)
{
  CnImportReport *self = data;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->article_ids, g_array_unref);
}

/**
 * cn_import_report_unref:
 *
 * Any thread.
 */
void
cn_import_report_unref (CnImportReport *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, cn_import_report_clear);
}
