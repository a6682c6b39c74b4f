/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/* Dates in the user's language, with no more precision than is known. */
char *cn_date_format_short   (CnDate date)         G_GNUC_WARN_UNUSED_RESULT;
char *cn_date_format_long    (CnDate date)         G_GNUC_WARN_UNUSED_RESULT;
char *cn_date_format_exact   (CnDate date)         G_GNUC_WARN_UNUSED_RESULT;
char *cn_date_format_section (CnDate date)         G_GNUC_WARN_UNUSED_RESULT;
char *cn_date_format_instant (gint64 unix_seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
