/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CnGazetteer CnGazetteer;

char        *cn_gazetteer_file_find (void) G_GNUC_WARN_UNUSED_RESULT;
CnGazetteer *cn_gazetteer_file_open (const char  *path,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
