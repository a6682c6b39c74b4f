/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CN_TYPE_SETTINGS_SAVER (cn_settings_saver_get_type ())

G_DECLARE_FINAL_TYPE (CnSettingsSaver, cn_settings_saver, CN, SETTINGS_SAVER, GObject)

CnSettingsSaver *cn_settings_saver_new   (GSettings       *settings,
                                          const char      *folder) G_GNUC_WARN_UNUSED_RESULT;
void             cn_settings_saver_flush (CnSettingsSaver *self);

G_END_DECLS
