/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "cn-article-draft.h"
#include "cn-network-finder.h"
#include "cn-reader.h"

G_BEGIN_DECLS

/**
 * CnDraftMaker:
 *
 * From bytes to drafts: reading, finding, and what makes two drafts one article. Private to the model;
 * immutable, any thread.
 */
typedef struct _CnDraftMaker CnDraftMaker;

CnDraftMaker *cn_draft_maker_new   (const char         *publisher) G_GNUC_WARN_UNUSED_RESULT;
CnDraftMaker *cn_draft_maker_ref   (CnDraftMaker       *self) G_GNUC_WARN_UNUSED_RESULT;
void          cn_draft_maker_unref (CnDraftMaker       *self);

GPtrArray    *cn_draft_maker_make  (CnDraftMaker       *self,
                                    GBytes             *bytes,
                                    const CnReadHints  *hints,
                                    const char         *origin,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT; /* of CnArticleDraft */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnDraftMaker, cn_draft_maker_unref)

G_END_DECLS
