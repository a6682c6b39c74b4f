/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-importer.h"

G_BEGIN_DECLS

CnImportReport *cn_import_report_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            cn_import_report_add_problem (CnImportReport *self,
                                              const char     *name,
                                              const char     *reason);

G_END_DECLS
