/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-store.h"

G_BEGIN_DECLS

/* A folder of its own for each test, a store in it, and futures awaited by turning the main context. */

typedef struct
{
  char    *folder;
  char    *path;
  CnStore *store;
} StoreFixture;

void            store_fixture_init          (StoreFixture      *self);
void            store_fixture_clear         (StoreFixture      *self);
void            store_fixture_open          (StoreFixture      *self);
void            store_fixture_close         (StoreFixture      *self);
char           *store_fixture_dup_path      (StoreFixture      *self,
                                             const char        *name);
void            store_fixture_sync_networks (StoreFixture      *self);

GPtrArray      *test_networks               (void);

/* Takes the future. The value stays the future's; it is kept until the next call from the same place would free it. */
DexFuture      *test_await                  (DexFuture         *future);
gboolean        test_await_true             (DexFuture         *future,
                                             GError           **error);
gpointer        test_await_boxed            (DexFuture         *future);
guint           test_await_uint             (DexFuture         *future);
gint64          test_await_int64            (DexFuture         *future);
void            test_await_error            (DexFuture         *future,
                                             int                code);
void            test_turn                   (void);

CnArticleDraft *test_draft                  (const char        *origin,
                                             const char        *url,
                                             const char        *text);
CnArticleDraft *test_full_draft             (void) G_GNUC_WARN_UNUSED_RESULT;
gint64          test_add                    (StoreFixture      *self,
                                             CnArticleDraft    *draft,
                                             CnAddOutcome      *outcome);
gint64          test_add_to_import          (StoreFixture      *self,
                                             gint64             import_id,
                                             CnArticleDraft    *draft,
                                             CnAddOutcome      *outcome);
void            test_assert_sound           (CnStore           *store);

/* Raw SQL on the file, beside the store: the first column of the first row. */
gint64          test_sql_int64              (const char        *path,
                                             const char        *sql);
gboolean        test_sql_try                (const char        *path,
                                             const char        *sql);
void            test_sql_exec               (const char        *path,
                                             const char        *sql);
char           *test_file_checksum          (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
guint           test_scale                  (guint              count);

int             test_run                    (int               *argc,
                                             char            ***argv,
                                             void             (*add_tests) (void));

G_END_DECLS
