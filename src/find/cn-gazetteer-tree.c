/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree of the words of all names, while a gazetteer is being made. One thread. It must not know whose names they
 * are. */

#include "config.h"

#include "cn-gazetteer-tree.h"

#include <string.h>

#include "cn-gazetteer.h"
#include "cn-name-words.h"

struct _CnNameTree
{
  GArray     *nodes; /* element-type CnNameNode; the first one is nobody's */
  GByteArray *folded;
  guint32    *slots; /* nodes by their hashes, 0 for none; at least half of them are empty */
  gsize       n_slots;
};

/**
 * cn_name_tree_new:
 *
 * Returns: (transfer full): a tree without names
 */
CnNameTree *
cn_name_tree_new (void)
{
  CnNameTree *self = g_new0 (CnNameTree, 1);
  CnNameNode nobody = { 0 };
  guint8 nul = 0;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (CnNameNode));
  g_array_append_val (self->nodes, nobody);
  self->folded = g_byte_array_new ();
  g_byte_array_append (self->folded, &nul, 1);
  self->n_slots = 1024;
  self->slots = g_new0 (guint32, self->n_slots);

  return self;
}

/**
 * cn_name_tree_free:
 */
void
cn_name_tree_free (CnNameTree *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->folded, g_byte_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_free (self);
}

static CnNameNode *
node_at (const CnNameTree *self,
         guint             node)
{
  return &g_array_index (self->nodes, CnNameNode, node);
}

static void
put (CnNameTree *self,
     guint       node)
{
  gsize slot = node_at (self, node)->hash % self->n_slots;

  while (self->slots[slot] != 0)
    slot = (slot + 1) % self->n_slots;
  self->slots[slot] = node;
}

static void
grow (CnNameTree *self)
{
  g_free (self->slots);
  self->n_slots *= 4;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 1; i < self->nodes->len; i++)
    put (self, i);
}

/* Returns: the node of the first @length bytes of @folded, whose last word follows @before; 0 for none */
static guint
find (const CnNameTree *self,
      guint32           hash,
      guint             before,
      const char       *folded,
      gsize             length)
{
  for (gsize slot = hash % self->n_slots; self->slots[slot] != 0; slot = (slot + 1) % self->n_slots)
    {
      const CnNameNode *node = node_at (self, self->slots[slot]);

      if (node->hash == hash && node->before == before && node->length == length &&
          memcmp (self->folded->data + node->text, folded, length) == 0)
        return self->slots[slot];
    }

  return 0;
}

static guint
append (CnNameTree *self,
        guint32     hash,
        guint       before,
        gsize       length)
{
  CnNameNode node = { .hash = hash, .before = before, .length = (guint8) length };

  g_array_append_val (self->nodes, node);
  if (before != 0)
    node_at (self, before)->has_children = TRUE;
  if ((gsize) self->nodes->len * 2 > self->n_slots)
    grow (self);
  else
    put (self, self->nodes->len - 1);

  return self->nodes->len - 1;
}

/* Returns: the folded words with a space between them, NULL for what is no name; @ends gets where each word ends */
static GString *
fold_words (const char *name,
            gsize      *ends,
            guint      *n_words)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  gsize length = strlen (name);
  CnNameWord word;

  *n_words = 0;
  for (gsize position = 0; cn_name_word_next (name, position, length, &word); position = word.end)
    {
      if (word.folded[0] == '\0' || *n_words == CN_GAZETTEER_MAX_WORDS)
        return NULL;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, word.folded);
      ends[(*n_words)++] = folded->len;
    }

  return *n_words > 0 && folded->len <= CN_GAZETTEER_MAX_FOLDED ? g_steal_pointer (&folded) : NULL;
}

/* The text goes behind all others, once: a name that is the beginning of an earlier one gets its own. */
static void
give_text (CnNameTree    *self,
           const GString *folded,
           guint          node,
           guint          n_old)
{
  guint32 text = self->folded->len;

  if (node_at (self, node)->ends)
    return;

  g_byte_array_append (self->folded, (const guint8 *) folded->str, (guint) folded->len + 1);
  node_at (self, node)->text = text;
  node_at (self, node)->ends = TRUE;
  for (guint i = n_old; i < self->nodes->len; i++)
    node_at (self, i)->text = text;
}

/**
 * cn_name_tree_add:
 * @name: a name as it is written
 *
 * Returns: its node; 0 when no text could have this as a name (no word, too many, too long)
 */
guint
cn_name_tree_add (CnNameTree *self,
                  const char *name)
{
  g_autoptr (GString) folded = NULL;
  gsize ends[CN_GAZETTEER_MAX_WORDS];
  guint node = 0, n_words, n_old;
  guint32 hash = 0;
  gsize start = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (name != NULL, 0);

  folded = fold_words (name, ends, &n_words);
  if (folded == NULL)
    return 0;

  n_old = self->nodes->len;
  for (guint i = 0; i < n_words; i++)
    {
      guint before = node;

      hash = cn_gazetteer_hash (hash, folded->str + start, ends[i] - start);
      node = before < n_old ? find (self, hash, before, folded->str, ends[i]) : 0;
      if (node == 0)
        node = append (self, hash, before, ends[i]);
      start = ends[i] + 1;
    }
  give_text (self, folded, node, n_old);

  return node;
}

/**
 * cn_name_tree_get_n_nodes:
 *
 * Returns: how many nodes there are; the first one is nobody's
 */
guint
cn_name_tree_get_n_nodes (const CnNameTree *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

/**
 * cn_name_tree_get_node:
 *
 * Returns: (transfer none): a node, until the next name is added
 */
const CnNameNode *
cn_name_tree_get_node (const CnNameTree *self,
                       guint             node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  return node_at (self, node);
}

/**
 * cn_name_tree_get_folded:
 *
 * Returns: (transfer none): the texts that the nodes point into
 */
GByteArray *
cn_name_tree_get_folded (CnNameTree *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->folded;
}
