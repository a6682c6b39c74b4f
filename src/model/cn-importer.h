/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-library.h"

G_BEGIN_DECLS

/**
 * CnImportProblem:
 * @name: the input as the user gave it
 * @reason: one clause in the user's language: "it is empty"
 */
typedef struct
{
  char *name;
  char *reason;
} CnImportProblem;

/**
 * CnImportReport:
 * @import_id: for cn_library_undo_import(); 0 when nothing was added
 * @n_added: articles that are new
 * @n_updated: articles that got a new version
 * @n_known: articles that were there already
 * @problems: (element-type CnImportProblem): inputs that could not be used
 * @was_cancelled: whether somebody cancelled; what is counted is stored all the same
 * @article_ids: (element-type gint64): what the inputs became, in their order
 */
typedef struct
{
  gint64     import_id;
  guint      n_added;
  guint      n_updated;
  guint      n_known;
  GPtrArray *problems;
  gboolean   was_cancelled;
  GArray    *article_ids;
} CnImportReport;

#define CN_TYPE_IMPORT_REPORT (cn_import_report_get_type ())
#define CN_TYPE_IMPORTER      (cn_importer_get_type ())

GType           cn_import_report_get_type (void) G_GNUC_CONST;
CnImportReport *cn_import_report_ref      (CnImportReport *self) G_GNUC_WARN_UNUSED_RESULT;
void            cn_import_report_unref    (CnImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnImportReport, cn_import_report_unref)

/**
 * CnImporter:
 *
 * One import: inputs are added, then it runs once. Reading and finding happen on a worker thread, storing
 * on the store's writer; every article is stored whole or not at all. Properties: n-inputs, n-done,
 * current-name, is-running (all change while it runs). Main thread.
 */
G_DECLARE_FINAL_TYPE (CnImporter, cn_importer, CN, IMPORTER, GObject)

CnImporter *cn_importer_new           (CnLibrary   *library) G_GNUC_WARN_UNUSED_RESULT;
void        cn_importer_set_publisher (CnImporter  *self,
                                       const char  *network_id);
void        cn_importer_add_file      (CnImporter  *self,
                                       GFile       *file,
                                       const char  *display_name);
void        cn_importer_add_address   (CnImporter  *self,
                                       const char  *url);
void        cn_importer_add_bytes     (CnImporter  *self,
                                       GBytes      *bytes,
                                       const char  *content_type,
                                       const char  *display_name);
guint       cn_importer_get_n_inputs  (CnImporter  *self);
guint       cn_importer_get_n_done    (CnImporter  *self);
DexFuture  *cn_importer_run           (CnImporter  *self) G_GNUC_WARN_UNUSED_RESULT; /* → CnImportReport */
void        cn_importer_cancel        (CnImporter  *self);

G_END_DECLS
