/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  StoreFixture  base;
  char         *earlier;        /* a copy with an article less */
  char         *other;          /* where operations make files */
  char         *bytes;
  gsize         size;
  char         *earlier_bytes;
  gsize         earlier_size;
  char         *content;
  char         *earlier_content;
} CallsFixture;

/**
 * CallsTraits:
 * @CALLS_REPLACE: the store becomes another one as a whole, and that may have happened although the call failed
 * @CALLS_UPGRADE: the copy gets a table, and that may have happened although the call failed
 * @CALLS_MAKE_A_FILE: there is a file of another name afterwards, whole or not at all
 */
typedef enum
{
  CALLS_REPLACE     = 1 << 0,
  CALLS_UPGRADE     = 1 << 1,
  CALLS_MAKE_A_FILE = 1 << 2,
} CallsTraits;

/* Does something that may fail, while the store is open. Returns whether it succeeded. */
typedef gboolean (*CallsFunc) (CallsFixture  *self,
                               GError       **error);

typedef struct
{
  const char  *name;
  CallsFunc    func;
  CallsTraits  traits;
} CallsOperation;

extern const CallsOperation calls_operations[];

const CallsOperation *calls_operation_find      (const char           *name);
void                  calls_fixture_set_up      (CallsFixture         *self,
                                                 gconstpointer         data);
void                  calls_fixture_tear_down   (CallsFixture         *self,
                                                 gconstpointer         data);
void                  calls_fixture_lay_out     (CallsFixture         *self);
void                  calls_fixture_assert_same (CallsFixture         *self,
                                                 const CallsOperation *operation);

G_END_DECLS
