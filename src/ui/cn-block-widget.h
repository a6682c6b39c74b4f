/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cn-document.h"

G_BEGIN_DECLS

/* How far a document has been made into widgets. */
typedef struct
{
  const CnDocument *document;
  guint             next;     /* the block to go on with */
  gsize             offset;   /* how much of it has been shown */
  gsize             budget;   /* how many bytes of text may still be laid out now */
} CnBlockCursor;

/* A widget for the blocks from the cursor on that belong together, as far as the budget goes; NULL for blocks that are
 * not shown. */
GtkWidget *cn_block_widget_new    (CnBlockCursor *cursor) G_GNUC_WARN_UNUSED_RESULT;

/* Adds to @widget, the last that was made, what goes on in it; FALSE when nothing does. */
gboolean   cn_block_widget_extend (GtkWidget     *widget,
                                   CnBlockCursor *cursor);

G_END_DECLS
