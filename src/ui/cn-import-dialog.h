/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-importer.h"

G_BEGIN_DECLS

#define CN_TYPE_IMPORT_DIALOG (cn_import_dialog_get_type ())

/**
 * CnImportDialog:
 *
 * What an import added, and what it could not use and why. The signal "undo" asks to take out again
 * what was added.
 */
G_DECLARE_FINAL_TYPE (CnImportDialog, cn_import_dialog, CN, IMPORT_DIALOG, AdwDialog)

AdwDialog *cn_import_dialog_new       (CnImportReport *report,
                                       gboolean        can_undo);
char      *cn_import_report_summarise (CnImportReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
