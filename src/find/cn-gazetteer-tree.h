/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-gazetteer-format.h"

G_BEGIN_DECLS

/**
 * CnNameNode:
 * @hash: hash of its words
 * @before: the node without the last word, 0 for none
 * @text: where its words begin in the folded names
 * @length: their bytes
 * @ends: whether a NUL follows them there, and not one more word
 * @has_children: whether it is before another
 *
 * The beginning of one name or more.
 */
typedef struct
{
  guint32  hash;
  guint32  before;
  guint32  text;
  guint8   length;
  gboolean ends;
  gboolean has_children;
} CnNameNode;

typedef struct _CnNameTree CnNameTree;

CnNameTree       *cn_name_tree_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              cn_name_tree_free        (CnNameTree       *self);

guint             cn_name_tree_add         (CnNameTree       *self,
                                            const char       *name);
guint             cn_name_tree_get_n_nodes (const CnNameTree *self);
const CnNameNode *cn_name_tree_get_node    (const CnNameTree *self,
                                            guint             node);
GByteArray       *cn_name_tree_get_folded  (CnNameTree       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnNameTree, cn_name_tree_free)

G_END_DECLS
