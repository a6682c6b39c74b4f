/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the file that cn-gazetteer.c reads, in memory. The same places and names in the same order make the same bytes.
 *
 * Only the build and the tests make gazetteers; it is in no program. One thread. It must not know where places come
 * from. */

#include "config.h"

#include "cn-gazetteer-writer.h"

#include <math.h>
#include <string.h>

#include "cn-gazetteer-tree.h"

typedef struct
{
  CnPlaceInfo       info; /* region, subregion and parent are what cn_gazetteer_writer_add_place() returned */
  char             *id;
  CnGazetteerLevel  level;
  GArray           *names; /* element-type guint32, as in the file */
  GArray           *alternates; /* element-type guint, nodes */
} Place;

typedef struct
{
  guint      node;
  guint      place;
  CnNameTier tier;
} Reference;

typedef struct
{
  guint place;
  guint until;
  guint name;
} PastName;

struct _CnGazetteerWriter
{
  GPtrArray  *places; /* element-type Place */
  CnNameTree *tree;
  GArray     *references; /* element-type Reference */
  GArray     *past_names; /* element-type PastName */
  GByteArray *strings;
  GHashTable *string_offsets; /* text to offset in strings */
  GArray     *languages; /* element-type guint32, offsets of tags */

  GPtrArray  *sorted; /* places by id */
  guint32    *place_indexes; /* by what cn_gazetteer_writer_add_place() returned */
  guint32    *sorted_nodes;
  guint32    *node_indexes;
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->id, g_free);
  g_clear_pointer (&place->names, g_array_unref);
  g_clear_pointer (&place->alternates, g_array_unref);
  g_free (place);
}

static guint32
add_string (CnGazetteerWriter *self,
            const char        *text)
{
  gpointer known;
  guint32 offset = self->strings->len;

  if (g_hash_table_lookup_extended (self->string_offsets, text, NULL, &known))
    return GPOINTER_TO_UINT (known);

  g_byte_array_append (self->strings, (const guint8 *) text, (guint) strlen (text) + 1);
  g_hash_table_insert (self->string_offsets, g_strdup (text), GUINT_TO_POINTER (offset));

  return offset;
}

/**
 * cn_gazetteer_writer_new:
 *
 * Returns: (transfer full): a writer without places
 */
CnGazetteerWriter *
cn_gazetteer_writer_new (void)
{
  CnGazetteerWriter *self = g_new0 (CnGazetteerWriter, 1);
  guint32 no_language;

  self->places = g_ptr_array_new_with_free_func (place_free);
  self->tree = cn_name_tree_new ();
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  self->past_names = g_array_new (FALSE, FALSE, sizeof (PastName));
  self->strings = g_byte_array_new ();
  self->string_offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->languages = g_array_new (FALSE, FALSE, sizeof (guint32));
  no_language = add_string (self, "");
  g_array_append_val (self->languages, no_language);

  return self;
}

/**
 * cn_gazetteer_writer_free:
 */
void
cn_gazetteer_writer_free (CnGazetteerWriter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->tree, cn_name_tree_free);
  g_clear_pointer (&self->references, g_array_unref);
  g_clear_pointer (&self->past_names, g_array_unref);
  g_clear_pointer (&self->strings, g_byte_array_unref);
  g_clear_pointer (&self->string_offsets, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_array_unref);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->place_indexes, g_free);
  g_clear_pointer (&self->sorted_nodes, g_free);
  g_clear_pointer (&self->node_indexes, g_free);
  g_free (self);
}

static Place *
place_at (CnGazetteerWriter *self,
          guint              place)
{
  return g_ptr_array_index (self->places, place);
}

/**
 * cn_gazetteer_writer_add_place:
 * @place: its names, its index and the index of its country are not looked at; region, subregion and parent are places
 *   that were added before, of a smaller level, or %CN_NO_PLACE
 * @level: where it stands
 *
 * Returns: a number for the place, until the gazetteer is finished
 */
guint
cn_gazetteer_writer_add_place (CnGazetteerWriter *self,
                               const CnPlaceInfo *place,
                               CnGazetteerLevel   level)
{
  Place *added;

  g_return_val_if_fail (self != NULL, CN_NO_PLACE);
  g_return_val_if_fail (place != NULL && place->id != NULL, CN_NO_PLACE);

  added = g_new0 (Place, 1);
  added->info = *place;
  added->id = g_strdup (place->id);
  added->level = level;
  added->names = g_array_new (FALSE, FALSE, sizeof (guint32));
  added->alternates = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->places, added);

  return self->places->len - 1;
}

/**
 * cn_gazetteer_writer_add_people:
 * @place: a region or a country
 * @population: people of a place in it
 */
void
cn_gazetteer_writer_add_people (CnGazetteerWriter *self,
                                guint              place,
                                guint32            population)
{
  CnPlaceInfo *info;

  g_return_if_fail (self != NULL && place < self->places->len);

  info = &place_at (self, place)->info;
  info->population += MIN (population, G_MAXUINT32 - info->population);
}

static guint32
language_number (CnGazetteerWriter *self,
                 const char        *language)
{
  guint32 offset;

  if (language == NULL)
    return 0;

  offset = add_string (self, language);
  for (guint i = 1; i < self->languages->len; i++)
    if (g_array_index (self->languages, guint32, i) == offset)
      return i;
  g_array_append_val (self->languages, offset);

  return self->languages->len - 1;
}

static gboolean
has_alternate (const Place *place,
               guint        node)
{
  for (guint i = 0; i < place->alternates->len; i++)
    if (g_array_index (place->alternates, guint, i) == node)
      return TRUE;

  return FALSE;
}

/**
 * cn_gazetteer_writer_add_name:
 * @name: a name; the first one of a place is its own
 * @language: (nullable): its language
 * @tier: its standing
 *
 * The standard English name comes second.
 */
void
cn_gazetteer_writer_add_name (CnGazetteerWriter *self,
                              guint              place,
                              const char        *name,
                              const char        *language,
                              CnNameTier         tier)
{
  Place *owner;
  guint node;

  g_return_if_fail (self != NULL && place < self->places->len);
  g_return_if_fail (name != NULL);

  owner = place_at (self, place);
  node = cn_name_tree_add (self->tree, name);
  if (owner->names->len == 0 || language != NULL)
    {
      guint32 entry = language_number (self, language) << CN_GAZETTEER_STRING_BITS | add_string (self, name);

      g_array_append_val (owner->names, entry);
    }
  else if (node != 0 && !has_alternate (owner, node))
    {
      g_array_append_val (owner->alternates, node);
    }

  if (node != 0)
    {
      Reference reference = { .node = node, .place = place, .tier = tier };

      g_array_append_val (self->references, reference);
    }
}

/**
 * cn_gazetteer_writer_add_past_name:
 * @name: what the place was called in English
 * @until: the first day on which it no longer was, 20190212
 *
 * Past names of a place are added in their order. The finders know @name only when it is added as a name, too.
 */
void
cn_gazetteer_writer_add_past_name (CnGazetteerWriter *self,
                                   guint              place,
                                   const char        *name,
                                   guint              until)
{
  PastName past = { .place = place, .until = until };

  g_return_if_fail (self != NULL && place < self->places->len);
  g_return_if_fail (name != NULL);

  past.name = add_string (self, name);
  g_array_append_val (self->past_names, past);
}

static gint
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp ((*(const Place * const *) a)->id, (*(const Place * const *) b)->id);
}

static void
sort_places (CnGazetteerWriter *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  self->sorted = g_ptr_array_new ();
  for (guint i = 0; i < self->places->len; i++)
    {
      g_ptr_array_add (self->sorted, place_at (self, i));
      g_hash_table_insert (numbers, place_at (self, i), GUINT_TO_POINTER (i));
    }
  g_ptr_array_sort (self->sorted, compare_ids);

  self->place_indexes = g_new0 (guint32, self->places->len);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      gpointer number = g_hash_table_lookup (numbers, g_ptr_array_index (self->sorted, i));

      self->place_indexes[GPOINTER_TO_UINT (number)] = i;
    }
}

static gint
compare_nodes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const CnNameTree *tree = user_data;
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;
  guint32 hash = cn_name_tree_get_node (tree, one)->hash;
  guint32 other_hash = cn_name_tree_get_node (tree, other)->hash;

  if (hash != other_hash)
    return hash < other_hash ? -1 : 1;

  return one < other ? -1 : one > other;
}

/* In the file the nodes lie by their hashes; nobody's stays the first one. */
static void
sort_nodes (CnGazetteerWriter *self)
{
  guint n = cn_name_tree_get_n_nodes (self->tree);

  self->sorted_nodes = g_new0 (guint32, n);
  self->node_indexes = g_new0 (guint32, n);
  for (guint i = 0; i < n; i++)
    self->sorted_nodes[i] = i;
  g_sort_array (self->sorted_nodes + 1, n - 1, sizeof (guint32), compare_nodes, self->tree);
  for (guint i = 0; i < n; i++)
    self->node_indexes[self->sorted_nodes[i]] = i;
}

static gint
compare_owners (gconstpointer a,
                gconstpointer b)
{
  const Reference *one = a, *other = b;

  if (one->node != other->node)
    return one->node < other->node ? -1 : 1;
  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;

  return (gint) one->tier - (gint) other->tier;
}

static gint
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  CnGazetteerWriter *self = user_data;
  const Reference *one = a, *other = b;
  const CnPlaceInfo *place = &((const Place *) g_ptr_array_index (self->sorted, one->place))->info;
  const CnPlaceInfo *other_place = &((const Place *) g_ptr_array_index (self->sorted, other->place))->info;

  if (one->node != other->node)
    return one->node < other->node ? -1 : 1;
  if (one->tier != other->tier)
    return (gint) one->tier - (gint) other->tier;
  if (place->importance != other_place->importance)
    return (gint) other_place->importance - (gint) place->importance;
  if (place->population != other_place->population)
    return place->population > other_place->population ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

/* A name that a place has twice counts with its better standing. From here on nodes and places are the file's. */
static void
sort_references (CnGazetteerWriter *self)
{
  Reference *references = (Reference *) (void *) self->references->data;
  guint n = 0;

  for (guint i = 0; i < self->references->len; i++)
    {
      references[i].node = self->node_indexes[references[i].node];
      references[i].place = self->place_indexes[references[i].place];
    }
  g_array_sort (self->references, compare_owners);

  for (guint i = 0; i < self->references->len; i++)
    if (n == 0 || references[n - 1].node != references[i].node || references[n - 1].place != references[i].place)
      references[n++] = references[i];
  g_array_set_size (self->references, n);
  g_array_sort_with_data (self->references, compare_ranks, self);
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 stored = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &stored, sizeof stored);
}

static gint16
stored_degrees (float degrees,
                float most)
{
  gint16 stored = isnan (degrees) ? G_MININT16 : (gint16) lroundf (CLAMP (degrees / most, -1, 1) * G_MAXINT16);

  return GINT16_TO_LE (stored);
}

static guint32
stored_index (CnGazetteerWriter *self,
              guint              place)
{
  return GUINT32_TO_LE (place < self->places->len ? self->place_indexes[place] : G_MAXUINT32);
}

static void
write_places (CnGazetteerWriter  *self,
              GByteArray        **sections)
{
  CnGazetteerPlace stored;

  for (guint i = 0; i <= self->sorted->len; i++)
    {
      const Place *place = i < self->sorted->len ? g_ptr_array_index (self->sorted, i) : NULL;

      memset (&stored, 0, sizeof stored);
      stored.names = GUINT32_TO_LE (sections[CN_GAZETTEER_NAMES]->len / 4);
      stored.alternates = GUINT32_TO_LE (sections[CN_GAZETTEER_ALTERNATES]->len / 4);
      if (place != NULL)
        {
          const CnPlaceInfo *info = &place->info;

          stored.id = GUINT32_TO_LE (add_string (self, place->id));
          stored.region = stored_index (self, info->region);
          stored.subregion = stored_index (self, info->subregion);
          stored.parent = stored_index (self, info->parent);
          stored.population = GUINT32_TO_LE (info->population);
          stored.latitude = stored_degrees (info->latitude, 90);
          stored.longitude = stored_degrees (info->longitude, 180);
          stored.kind = (guint8) info->kind;
          stored.level = (guint8) place->level;
          stored.importance = info->importance;
          memcpy (stored.country, info->country, sizeof stored.country);

          for (guint k = 0; k < place->names->len; k++)
            append_number (sections[CN_GAZETTEER_NAMES], g_array_index (place->names, guint32, k));
          for (guint k = 0; k < place->alternates->len; k++)
            append_number (sections[CN_GAZETTEER_ALTERNATES],
                           cn_name_tree_get_node (self->tree, g_array_index (place->alternates, guint, k))->text);
        }
      g_byte_array_append (sections[CN_GAZETTEER_PLACES], (const guint8 *) &stored, sizeof stored);
    }
}

static void
write_countries (CnGazetteerWriter *self,
                 GByteArray        *countries)
{
  guint32 indexes[CN_GAZETTEER_N_CODES];

  for (guint i = 0; i < CN_GAZETTEER_N_CODES; i++)
    indexes[i] = G_MAXUINT32;
  for (guint i = 0; i < self->sorted->len; i++)
    {
      const Place *place = g_ptr_array_index (self->sorted, i);
      const char *code = place->info.country;

      if (place->level == CN_GAZETTEER_LEVEL_COUNTRY && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]))
        indexes[(code[0] - 'A') * 26 + (code[1] - 'A')] = i;
    }
  for (guint i = 0; i < CN_GAZETTEER_N_CODES; i++)
    append_number (countries, indexes[i]);
}

static void
write_nodes (CnGazetteerWriter *self,
             GByteArray        *nodes,
             GByteArray        *references)
{
  guint n = cn_name_tree_get_n_nodes (self->tree);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      const CnNameNode *node = cn_name_tree_get_node (self->tree, self->sorted_nodes[i]);

      append_number (nodes, node->hash);
      append_number (nodes, (guint32) node->length << CN_GAZETTEER_TEXT_BITS | node->text);
      append_number (nodes, references->len / 4 | (node->has_children ? CN_GAZETTEER_HAS_CHILDREN : 0));
      for (; at < self->references->len && g_array_index (self->references, Reference, at).node == i; at++)
        {
          const Reference *reference = &g_array_index (self->references, Reference, at);

          append_number (references, reference->place << CN_GAZETTEER_TIER_BITS | reference->tier);
        }
    }
  append_number (nodes, G_MAXUINT32);
  append_number (nodes, 0);
  append_number (nodes, references->len / 4);
}

static void
write_buckets (CnGazetteerWriter *self,
               GByteArray        *buckets,
               guint              bits)
{
  guint n = cn_name_tree_get_n_nodes (self->tree);
  guint node = 1;

  for (guint32 bucket = 0; bucket < 1u << bits; bucket++)
    {
      append_number (buckets, node);
      while (node < n && cn_name_tree_get_node (self->tree, self->sorted_nodes[node])->hash >> (32 - bits) == bucket)
        node++;
    }
  append_number (buckets, n);
}

static void
write_filter (CnGazetteerWriter *self,
              GByteArray        *filter,
              guint              bits)
{
  g_byte_array_set_size (filter, 1u << (bits - 3));
  memset (filter->data, 0, filter->len);
  for (guint i = 1; i < cn_name_tree_get_n_nodes (self->tree); i++)
    {
      const CnNameNode *node = cn_name_tree_get_node (self->tree, i);
      guint32 bit = node->hash & ((1u << bits) - 1);

      if (node->before == 0)
        filter->data[bit / 8] |= (guint8) (1u << bit % 8);
    }
}

static void
write_past_names (CnGazetteerWriter *self,
                  GByteArray        *past_names)
{
  for (guint i = 0; i < self->past_names->len; i++)
    {
      const PastName *past = &g_array_index (self->past_names, PastName, i);

      append_number (past_names, self->place_indexes[past->place]);
      append_number (past_names, past->until);
      append_number (past_names, past->name);
    }
}

static GBytes *
join_sections (GByteArray        **sections,
               CnGazetteerHeader  *header)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();

  g_byte_array_append (file, (const guint8 *) header, sizeof *header);
  for (guint i = 0; i < CN_GAZETTEER_N_SECTIONS; i++)
    {
      static const guint8 padding[CN_GAZETTEER_ALIGNMENT] = { 0 };

      header->counts[i] = GUINT32_TO_LE (sections[i]->len / cn_gazetteer_sizes[i]);
      g_byte_array_append (file, padding, (CN_GAZETTEER_ALIGNMENT - file->len % CN_GAZETTEER_ALIGNMENT) %
                                            CN_GAZETTEER_ALIGNMENT);
      g_byte_array_append (file, sections[i]->data, sections[i]->len);
    }
  header->checksum = GUINT32_TO_LE (cn_gazetteer_header_checksum (header));
  memcpy (file->data, header, sizeof *header);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/* What does not fit into the fields of the file is found out at build time. */
static void
check_limits (CnGazetteerWriter *self)
{
  g_assert (self->strings->len < 1u << CN_GAZETTEER_STRING_BITS);
  g_assert (cn_name_tree_get_folded (self->tree)->len < 1u << CN_GAZETTEER_TEXT_BITS);
  g_assert (self->languages->len < 1u << (32 - CN_GAZETTEER_STRING_BITS));
  g_assert (self->places->len < 1u << (32 - CN_GAZETTEER_TIER_BITS));
}

/**
 * cn_gazetteer_writer_finish:
 *
 * After this nothing more can be added.
 *
 * Returns: (transfer full): the file
 */
GBytes *
cn_gazetteer_writer_finish (CnGazetteerWriter *self)
{
  GByteArray *sections[CN_GAZETTEER_N_SECTIONS];
  CnGazetteerHeader header = { .format = GUINT32_TO_LE (CN_GAZETTEER_FORMAT) };
  GByteArray *folded;
  GBytes *bytes;
  guint bucket_bits, filter_bits;

  g_return_val_if_fail (self != NULL && self->sorted == NULL, NULL);

  for (guint i = 0; i < CN_GAZETTEER_N_SECTIONS; i++)
    sections[i] = g_byte_array_new ();

  sort_places (self);
  sort_nodes (self);
  sort_references (self);
  bucket_bits = MAX (g_bit_storage (cn_name_tree_get_n_nodes (self->tree)) - 1, 1);
  filter_bits = bucket_bits + 3;

  write_places (self, sections);
  write_countries (self, sections[CN_GAZETTEER_COUNTRIES]);
  for (guint i = 0; i < self->languages->len; i++)
    append_number (sections[CN_GAZETTEER_LANGUAGES], g_array_index (self->languages, guint32, i));
  write_past_names (self, sections[CN_GAZETTEER_PAST_NAMES]);
  write_buckets (self, sections[CN_GAZETTEER_BUCKETS], bucket_bits);
  write_nodes (self, sections[CN_GAZETTEER_NODES], sections[CN_GAZETTEER_REFERENCES]);
  write_filter (self, sections[CN_GAZETTEER_FILTER], filter_bits);
  g_byte_array_append (sections[CN_GAZETTEER_STRINGS], self->strings->data, self->strings->len);
  folded = cn_name_tree_get_folded (self->tree);
  g_byte_array_append (sections[CN_GAZETTEER_FOLDED], folded->data, folded->len);
  check_limits (self);

  memcpy (header.magic, CN_GAZETTEER_MAGIC, sizeof header.magic);
  header.bucket_bits = GUINT32_TO_LE (bucket_bits);
  header.filter_bits = GUINT32_TO_LE (filter_bits);
  bytes = join_sections (sections, &header);
  for (guint i = 0; i < CN_GAZETTEER_N_SECTIONS; i++)
    g_byte_array_unref (sections[i]);

  return bytes;
}
