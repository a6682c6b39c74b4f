/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cn-library.h"

G_BEGIN_DECLS

#define CN_TYPE_WINDOW (cn_window_get_type ())

/**
 * CnWindow:
 *
 * The one window: networks, timeline and article side by side, or one after the other where there
 * is no room. Properties: library (construct-only), timeline, settings (construct-only, nullable:
 * where its state is kept).
 */
G_DECLARE_FINAL_TYPE (CnWindow, cn_window, CN, WINDOW, AdwApplicationWindow)

CnWindow *cn_window_new       (GtkApplication *application,
                               CnLibrary      *library,
                               GSettings      *settings) G_GNUC_WARN_UNUSED_RESULT;
void      cn_window_add_files (CnWindow       *self,
                               GFile         **files,
                               guint           n_files);

G_END_DECLS
