/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint  cn_text_get_char_width (gunichar    c);
guint  cn_text_get_width      (const char *text);
char  *cn_text_dup_line       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char  *cn_text_dup_name       (const char *name) G_GNUC_WARN_UNUSED_RESULT;

guint  cn_terminal_get_width  (void);

G_END_DECLS
