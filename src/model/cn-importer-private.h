/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-import-input.h"
#include "cn-importer.h"
#include "cn-library-private.h"

G_BEGIN_DECLS

struct _CnImporter
{
  GObject       parent_instance;

  CnLibrary    *library;
  char         *publisher;
  GPtrArray    *inputs;        /* of CnImportInput */
  guint         n_done;
  char         *current_name;
  gboolean      is_running;
  gboolean      has_run;
  GCancellable *cancellable;
  DexPromise   *cancelled;     /* resolves when somebody cancels */
};

/* → CnImportReport */
DexFuture *cn_importer_start            (CnImporter *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean   cn_importer_was_cancelled    (CnImporter *self);
void       cn_importer_set_current_name (CnImporter *self,
                                         const char *name);
void       cn_importer_count_done       (CnImporter *self);
void       cn_importer_set_running      (CnImporter *self,
                                         gboolean    is_running);

G_END_DECLS
