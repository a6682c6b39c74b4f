/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What users name where files are expected: “-” is standard input. */

gboolean  cn_cli_is_standard_input   (const char  *argument);
GBytes   *cn_cli_load_standard_input (GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
