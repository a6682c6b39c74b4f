/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CN_TYPE_APPLICATION (cn_application_get_type ())

/**
 * CnApplication:
 *
 * The one process: it makes the library, shows the window, and hands files from other launches to it.
 * Properties: store-path (nullable: the usual place; to be set before it starts).
 */
G_DECLARE_FINAL_TYPE (CnApplication, cn_application, CN, APPLICATION, AdwApplication)

CnApplication *cn_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
