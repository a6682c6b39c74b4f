/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

/* For the readers alone, while the document is still theirs: whoever gets it afterwards only reads it. */

CnBlock *cn_block_get          (CnDocument       *document,
                                guint             index);
gsize    cn_block_get_length   (const CnBlock    *block);
char    *cn_block_fold         (const CnDocument *document,
                                const CnBlock    *block) G_GNUC_WARN_UNUSED_RESULT;
GString *cn_block_join_article (const CnDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
