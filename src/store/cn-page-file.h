/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cn-store-error.h"

G_BEGIN_DECLS

typedef struct _CnPageFile CnPageFile;

CnPageFile *cn_page_file_open            (const char    *path,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void        cn_page_file_free            (CnPageFile    *self);
guint32     cn_page_file_get_n_pages     (CnPageFile    *self);
gsize       cn_page_file_get_page_size   (CnPageFile    *self);
gboolean    cn_page_file_has_log         (CnPageFile    *self);
void        cn_page_file_drop_log        (CnPageFile    *self);
gboolean    cn_page_file_read            (CnPageFile    *self,
                                          guint32        number,
                                          guint8        *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnPageFile, cn_page_file_free)

G_END_DECLS
