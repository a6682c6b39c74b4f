/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-importer.h"

G_BEGIN_DECLS

#define CN_TYPE_IMPORT_BAR (cn_import_bar_get_type ())

/**
 * CnImportBar:
 *
 * Runs imports one after the other, and shows the progress of those that take a while. The signal
 * "finished" brings the #CnImportReport of each, "failed" the words of the error that stopped it.
 */
G_DECLARE_FINAL_TYPE (CnImportBar, cn_import_bar, CN, IMPORT_BAR, AdwBin)

void     cn_import_bar_run      (CnImportBar *self,
                                 CnImporter  *importer);
void     cn_import_bar_set_held (CnImportBar *self,
                                 gboolean     is_held);
gboolean cn_import_bar_is_busy  (CnImportBar *self);

G_END_DECLS
