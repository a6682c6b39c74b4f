/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

void  store_files_write      (const char   *path,
                              const void   *bytes,
                              gsize         size);
void  store_files_overwrite  (const char   *path,
                              goffset       offset,
                              const void   *bytes,
                              gsize         size);
void  store_files_copy       (const char   *from,
                              const char   *to);
void  store_files_make_store (StoreFixture *self,
                              const char   *text);
void  store_files_swap_log   (StoreFixture *self);
char *store_files_describe   (StoreFixture *self) G_GNUC_WARN_UNUSED_RESULT;
char *store_files_damage     (const char   *path,
                              const char   *original,
                              gsize         size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
