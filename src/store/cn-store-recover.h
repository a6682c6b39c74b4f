/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

#include "cn-store-error.h"

G_BEGIN_DECLS

/**
 * CnRecoveryReport:
 * @n_articles: how many articles were found, those included
 * @n_shortened: of which only the beginning was
 * @n_untitled: of which the text was found and its title and date were not
 */
typedef struct
{
  guint n_articles;
  guint n_shortened;
  guint n_untitled;
} CnRecoveryReport;

#define CN_TYPE_RECOVERY_REPORT (cn_recovery_report_get_type ())

GType             cn_recovery_report_get_type (void) G_GNUC_CONST;
CnRecoveryReport *cn_recovery_report_copy     (const CnRecoveryReport *self) G_GNUC_WARN_UNUSED_RESULT;
void              cn_recovery_report_free     (CnRecoveryReport       *self);

/* → CnRecoveryReport */
DexFuture        *cn_store_recover            (const char             *path,
                                               const char             *target) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnRecoveryReport, cn_recovery_report_free)

G_END_DECLS
