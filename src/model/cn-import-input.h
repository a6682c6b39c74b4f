/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

#include "cn-draft-maker.h"
#include "cn-fetcher.h"

G_BEGIN_DECLS

/**
 * CnImportInput:
 * @name: as the user gave it
 * @file: (nullable): a file; else @address or @bytes
 * @content_type: (nullable): what @bytes came with
 *
 * One thing to import. Immutable, reference counted, any thread. Private to the model.
 */
typedef struct
{
  char   *name;
  GFile  *file;
  char   *address;
  GBytes *bytes;
  char   *content_type;
} CnImportInput;

CnImportInput *cn_import_input_new   (const char    *name) G_GNUC_WARN_UNUSED_RESULT;
CnImportInput *cn_import_input_ref   (CnImportInput *self) G_GNUC_WARN_UNUSED_RESULT;
void           cn_import_input_unref (CnImportInput *self);

/* → GPtrArray<CnArticleDraft> */
DexFuture     *cn_import_input_read  (CnImportInput *self,
                                      CnDraftMaker  *maker,
                                      CnFetcher     *fetcher,
                                      DexThreadPool *pool,
                                      GCancellable  *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnImportInput, cn_import_input_unref)

G_END_DECLS
