/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-page-file.h"

G_BEGIN_DECLS

/* More columns than any table of a store has. */
#define CN_FOUND_ROW_MAX_VALUES 32

typedef enum
{
  CN_FOUND_NULL,
  CN_FOUND_INTEGER,
  CN_FOUND_REAL,
  CN_FOUND_TEXT,
  CN_FOUND_BLOB,
} CnFoundKind;

/**
 * CnFoundValue:
 * @bytes: of a text or a blob, @size of them; borrowed, and not ended by a zero
 */
typedef struct
{
  CnFoundKind   kind;
  gint64        integer;
  double        real;
  const guint8 *bytes;
  gsize         size;
} CnFoundValue;

/**
 * CnFoundRow:
 * @is_keyed: whether it stands in the tree of a table and has an @id of its own; in an index it has none
 *
 * A row as its page has it; a value whose bytes are lost is null. It lasts as long as the call that hands it out.
 */
typedef struct
{
  gboolean     is_keyed;
  gint64       id;
  guint        n_values;
  CnFoundValue values[CN_FOUND_ROW_MAX_VALUES];
} CnFoundRow;

/**
 * CnRowFunc:
 *
 * Returns: whether to go on
 */
typedef gboolean (*CnRowFunc) (const CnFoundRow *row,
                               gpointer          data);

void cn_row_scanner_run (CnPageFile *file,
                         CnRowFunc   func,
                         gpointer    data);

G_END_DECLS
