/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The places of the world, read where they lie: nothing is copied, opening looks at the header only.
 *
 * The file comes from a disk, so nothing in it is believed: every index and every offset is held against its array
 * before it is used, every text is checked to be one. A file with a damaged header is refused; damage behind the
 * header, which opening does not see, gives wrong answers and never a crash. Immutable, any thread. It must not know of
 * files (whoever opens one hands over its bytes) nor of documents. */

#include "config.h"

#include "cn-gazetteer.h"

#include <math.h>
#include <string.h>

#include "cn-gazetteer-format.h"

/* Nodes whose hashes begin alike; a sound file has fewer. */
#define MAX_PROBES 64

struct _CnGazetteer
{
  GObject                    parent_instance;

  GBytes                    *bytes;
  const CnGazetteerPlace    *places;
  const guint32             *names;
  const guint32             *alternates;
  const guint32             *countries;
  const guint32             *languages;
  const CnGazetteerPastName *past_names;
  const guint32             *buckets;
  const CnGazetteerNode     *nodes;
  const guint32             *references;
  const guint8              *filter;
  const char                *strings;
  const char                *folded;
  guint32                    counts[CN_GAZETTEER_N_SECTIONS];
  guint                      n_places;
  guint                      n_nodes;
  guint                      bucket_shift;
  guint32                    filter_mask;
};

G_DEFINE_FINAL_TYPE (CnGazetteer, cn_gazetteer, G_TYPE_OBJECT)
G_DEFINE_QUARK (cn-gazetteer-error-quark, cn_gazetteer_error)

static void
cn_gazetteer_finalize (GObject *object)
{
  CnGazetteer *self = CN_GAZETTEER (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (cn_gazetteer_parent_class)->finalize (object);
}

static void
cn_gazetteer_class_init (CnGazetteerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cn_gazetteer_finalize;
}

static void
cn_gazetteer_init (CnGazetteer *self)
{
}

static gboolean
refuse (CnGazetteerError   code,
        const char        *reason,
        GError           **error)
{
  g_set_error (error, CN_GAZETTEER_ERROR, code, "The gazetteer cannot be used: %s", reason);
  return FALSE;
}

static gboolean
check_header (const CnGazetteerHeader  *header,
              gsize                     length,
              GError                  **error)
{
  if (length < sizeof *header || memcmp (header->magic, CN_GAZETTEER_MAGIC, sizeof header->magic) != 0)
    return refuse (CN_GAZETTEER_ERROR_FORMAT, "it is none", error);
  if (GUINT32_FROM_LE (header->format) != CN_GAZETTEER_FORMAT)
    return refuse (CN_GAZETTEER_ERROR_FORMAT, "it is of another version", error);
  if (GUINT32_FROM_LE (header->checksum) != cn_gazetteer_header_checksum (header))
    return refuse (CN_GAZETTEER_ERROR_DAMAGED, "its header is damaged", error);

  return TRUE;
}

/* Sets where each array begins. The lengths must add up to that of the file, exactly. */
static gboolean
place_sections (CnGazetteer              *self,
                const CnGazetteerHeader  *header,
                gsize                     length,
                const guint8            **sections)
{
  guint64 offset = sizeof *header;

  for (guint i = 0; i < CN_GAZETTEER_N_SECTIONS; i++)
    {
      guint64 size;

      self->counts[i] = GUINT32_FROM_LE (header->counts[i]);
      size = (guint64) self->counts[i] * cn_gazetteer_sizes[i];
      offset = (offset + CN_GAZETTEER_ALIGNMENT - 1) / CN_GAZETTEER_ALIGNMENT * CN_GAZETTEER_ALIGNMENT;
      if (size > length || offset > length - size)
        return FALSE;
      sections[i] = (const guint8 *) header + offset;
      offset += size;
    }

  return offset == length;
}

/* What all later look-ups rely on. */
static gboolean
check_sections (CnGazetteer             *self,
                const CnGazetteerHeader *header)
{
  guint32 bucket_bits = GUINT32_FROM_LE (header->bucket_bits);
  guint32 filter_bits = GUINT32_FROM_LE (header->filter_bits);
  guint32 n_strings = self->counts[CN_GAZETTEER_STRINGS];
  guint32 n_folded = self->counts[CN_GAZETTEER_FOLDED];

  if (bucket_bits < 1 || bucket_bits > 30 || self->counts[CN_GAZETTEER_BUCKETS] != (1u << bucket_bits) + 1)
    return FALSE;
  if (filter_bits < 3 || filter_bits > 30 || self->counts[CN_GAZETTEER_FILTER] != 1u << (filter_bits - 3))
    return FALSE;
  if (self->counts[CN_GAZETTEER_PLACES] < 2 || self->counts[CN_GAZETTEER_NODES] < 2)
    return FALSE;
  if (self->counts[CN_GAZETTEER_COUNTRIES] != CN_GAZETTEER_N_CODES)
    return FALSE;
  if (n_strings < 1 || self->strings[n_strings - 1] != '\0' || n_folded < 1 || self->folded[n_folded - 1] != '\0')
    return FALSE;

  self->n_places = self->counts[CN_GAZETTEER_PLACES] - 1;
  self->n_nodes = self->counts[CN_GAZETTEER_NODES] - 1;
  self->bucket_shift = 32 - bucket_bits;
  self->filter_mask = (1u << filter_bits) - 1;

  return TRUE;
}

static gboolean
open_sections (CnGazetteer  *self,
               GError      **error)
{
  const guint8 *sections[CN_GAZETTEER_N_SECTIONS];
  gsize length;
  const CnGazetteerHeader *header = g_bytes_get_data (self->bytes, &length);

  if (!check_header (header, length, error))
    return FALSE;
  if (!place_sections (self, header, length, sections))
    return refuse (CN_GAZETTEER_ERROR_DAMAGED, "it is too short or too long", error);

  self->places = (const CnGazetteerPlace *) (const void *) sections[CN_GAZETTEER_PLACES];
  self->names = (const guint32 *) (const void *) sections[CN_GAZETTEER_NAMES];
  self->alternates = (const guint32 *) (const void *) sections[CN_GAZETTEER_ALTERNATES];
  self->countries = (const guint32 *) (const void *) sections[CN_GAZETTEER_COUNTRIES];
  self->languages = (const guint32 *) (const void *) sections[CN_GAZETTEER_LANGUAGES];
  self->past_names = (const CnGazetteerPastName *) (const void *) sections[CN_GAZETTEER_PAST_NAMES];
  self->buckets = (const guint32 *) (const void *) sections[CN_GAZETTEER_BUCKETS];
  self->nodes = (const CnGazetteerNode *) (const void *) sections[CN_GAZETTEER_NODES];
  self->references = (const guint32 *) (const void *) sections[CN_GAZETTEER_REFERENCES];
  self->filter = sections[CN_GAZETTEER_FILTER];
  self->strings = (const char *) sections[CN_GAZETTEER_STRINGS];
  self->folded = (const char *) sections[CN_GAZETTEER_FOLDED];

  if (!check_sections (self, header))
    return refuse (CN_GAZETTEER_ERROR_DAMAGED, "its arrays do not fit together", error);

  return TRUE;
}

/**
 * cn_gazetteer_new:
 * @bytes: the whole file, best mapped and not read; kept, never copied
 * @error: %CN_GAZETTEER_ERROR_FORMAT or %CN_GAZETTEER_ERROR_DAMAGED
 *
 * Takes the same time for a file of any length. Any thread.
 *
 * Returns: (transfer full): a gazetteer, or %NULL
 */
CnGazetteer *
cn_gazetteer_new (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (CnGazetteer) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  g_return_val_if_fail ((guintptr) g_bytes_get_data (bytes, NULL) % CN_GAZETTEER_ALIGNMENT == 0, NULL);

  self = g_object_new (CN_TYPE_GAZETTEER, NULL);
  self->bytes = g_bytes_ref (bytes);

  return open_sections (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Texts end at the latest with the NUL at the end of their array. */
static const char *
text_at (const char *texts,
         guint32     n_bytes,
         guint32     offset)
{
  if (offset >= n_bytes || !g_utf8_validate (texts + offset, -1, NULL))
    return "";

  return texts + offset;
}

static const char *
string_at (CnGazetteer *self,
           guint32      offset)
{
  return text_at (self->strings, self->counts[CN_GAZETTEER_STRINGS], offset);
}

/* Where the elements of a list begin that ends where the next one begins.
 *
 * Returns: how many there are */
static guint
list_of (guint32  from,
         guint32  to,
         guint32  n_all,
         guint   *first)
{
  from = GUINT32_FROM_LE (from);
  to = GUINT32_FROM_LE (to);
  *first = from;

  return from < to && to <= n_all ? to - from : 0;
}

static guint
names_of (CnGazetteer *self,
          guint        index,
          guint       *first)
{
  return list_of (self->places[index].names, self->places[index + 1].names, self->counts[CN_GAZETTEER_NAMES], first);
}

static guint
alternates_of (CnGazetteer *self,
               guint        index,
               guint       *first)
{
  return list_of (self->places[index].alternates, self->places[index + 1].alternates,
                  self->counts[CN_GAZETTEER_ALTERNATES], first);
}

static const char *
name_at (CnGazetteer *self,
         guint        at)
{
  return string_at (self, GUINT32_FROM_LE (self->names[at]) & ((1u << CN_GAZETTEER_STRING_BITS) - 1));
}

/* Returns: (nullable): the tag of a name's language */
static const char *
language_at (CnGazetteer *self,
             guint        at)
{
  guint32 number = GUINT32_FROM_LE (self->names[at]) >> CN_GAZETTEER_STRING_BITS;

  if (number == 0 || number >= self->counts[CN_GAZETTEER_LANGUAGES])
    return NULL;

  return string_at (self, GUINT32_FROM_LE (self->languages[number]));
}

/* Returns: a place that one of @level may lie in, or %CN_NO_PLACE */
static guint
place_above (CnGazetteer *self,
             guint32      index,
             guint        level)
{
  index = GUINT32_FROM_LE (index);

  return index < self->n_places && self->places[index].level < level ? index : CN_NO_PLACE;
}

static float
degrees (gint16 stored,
         float  most)
{
  gint16 value = GINT16_FROM_LE (stored);

  return value == G_MININT16 ? NAN : (float) value * most / G_MAXINT16;
}

/**
 * cn_gazetteer_get_n_places:
 *
 * Any thread.
 *
 * Returns: how many places there are, regions and countries included
 */
guint
cn_gazetteer_get_n_places (CnGazetteer *self)
{
  g_return_val_if_fail (CN_IS_GAZETTEER (self), 0);

  return self->n_places;
}

/**
 * cn_gazetteer_get:
 * @index: less than cn_gazetteer_get_n_places()
 * @info: (out caller-allocates): the place; its texts belong to the gazetteer
 *
 * Any thread.
 */
void
cn_gazetteer_get (CnGazetteer *self,
                  guint        index,
                  CnPlaceInfo *info)
{
  const CnGazetteerPlace *place;
  guint first, n_names;

  g_return_if_fail (CN_IS_GAZETTEER (self));
  g_return_if_fail (index < self->n_places);
  g_return_if_fail (info != NULL);

  place = &self->places[index];
  n_names = names_of (self, index, &first);

  *info = (CnPlaceInfo) {
    .index = index,
    .id = string_at (self, GUINT32_FROM_LE (place->id)),
    .own_name = n_names > 0 ? name_at (self, first) : "",
    .kind = MIN (place->kind, CN_PLACE_COUNTRY),
    .region = place_above (self, place->region, place->level),
    .subregion = place_above (self, place->subregion, place->level),
    .parent = place_above (self, place->parent, place->level),
    .country_index = CN_NO_PLACE,
    .population = GUINT32_FROM_LE (place->population),
    .importance = place->importance,
    .latitude = degrees (place->latitude, 90),
    .longitude = degrees (place->longitude, 180),
  };
  info->name = cn_gazetteer_get_name (self, index, "en");

  if (g_ascii_isupper (place->country[0]) && g_ascii_isupper (place->country[1]))
    {
      memcpy (info->country, place->country, sizeof place->country);
      info->country_index = cn_gazetteer_lookup_country (self, info->country);
    }
}

/**
 * cn_gazetteer_lookup_id:
 * @id: the id of a place
 *
 * Any thread.
 *
 * Returns: the place's index, or %CN_NO_PLACE
 */
guint
cn_gazetteer_lookup_id (CnGazetteer *self,
                        const char  *id)
{
  guint from = 0, to;

  g_return_val_if_fail (CN_IS_GAZETTEER (self), CN_NO_PLACE);
  g_return_val_if_fail (id != NULL, CN_NO_PLACE);

  for (to = self->n_places; from < to;)
    {
      guint middle = from + (to - from) / 2;
      int order = strcmp (string_at (self, GUINT32_FROM_LE (self->places[middle].id)), id);

      if (order == 0)
        return middle;
      if (order < 0)
        from = middle + 1;
      else
        to = middle;
    }

  return CN_NO_PLACE;
}

/**
 * cn_gazetteer_lookup_country:
 * @code: two capital letters, as in #CnPlaceInfo
 *
 * Any thread.
 *
 * Returns: the country as a place, or %CN_NO_PLACE
 */
guint
cn_gazetteer_lookup_country (CnGazetteer *self,
                             const char  *code)
{
  guint32 index;

  g_return_val_if_fail (CN_IS_GAZETTEER (self), CN_NO_PLACE);
  g_return_val_if_fail (code != NULL, CN_NO_PLACE);

  if (!g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]) || code[2] != '\0')
    return CN_NO_PLACE;

  index = GUINT32_FROM_LE (self->countries[(code[0] - 'A') * 26 + (code[1] - 'A')]);

  return index < self->n_places ? index : CN_NO_PLACE;
}

/**
 * cn_gazetteer_get_name:
 * @index: less than cn_gazetteer_get_n_places()
 * @language: (nullable): a language ("tr", or a locale such as "tr_TR.UTF-8"); %NULL for the place's own name
 *
 * Any thread.
 *
 * Returns: the name in this language, else the standard English name, else the own name
 */
const char *
cn_gazetteer_get_name (CnGazetteer *self,
                       guint        index,
                       const char  *language)
{
  guint first, n_names, english = G_MAXUINT;
  gsize length;

  g_return_val_if_fail (CN_IS_GAZETTEER (self), "");
  g_return_val_if_fail (index < self->n_places, "");

  n_names = names_of (self, index, &first);
  if (n_names == 0)
    return "";
  if (language == NULL)
    return name_at (self, first);

  length = strcspn (language, "_-.@");
  for (guint i = 0; i < n_names; i++)
    {
      const char *tag = language_at (self, first + i);

      if (tag == NULL)
        continue;
      if (strlen (tag) == length && strncmp (tag, language, length) == 0)
        return name_at (self, first + i);
      if (english == G_MAXUINT && strcmp (tag, "en") == 0)
        english = i;
    }

  return name_at (self, english != G_MAXUINT ? first + english : first);
}

/**
 * cn_gazetteer_get_name_as_of:
 * @index: less than cn_gazetteer_get_n_places()
 * @day: a day as a number, 20190211
 *
 * What the place was called in English on a day: Macedonia before 12 February 2019. Any thread.
 *
 * Returns: its name on that day
 */
const char *
cn_gazetteer_get_name_as_of (CnGazetteer *self,
                             guint        index,
                             guint        day)
{
  g_return_val_if_fail (CN_IS_GAZETTEER (self), "");
  g_return_val_if_fail (index < self->n_places, "");

  for (guint i = 0; i < self->counts[CN_GAZETTEER_PAST_NAMES]; i++)
    {
      const CnGazetteerPastName *past = &self->past_names[i];

      if (GUINT32_FROM_LE (past->place) == index && day < GUINT32_FROM_LE (past->until))
        return string_at (self, GUINT32_FROM_LE (past->name));
    }

  return cn_gazetteer_get_name (self, index, "en");
}

/**
 * cn_gazetteer_get_n_names:
 * @index: less than cn_gazetteer_get_n_places()
 *
 * Any thread.
 *
 * Returns: how many names the place has, in all languages
 */
guint
cn_gazetteer_get_n_names (CnGazetteer *self,
                          guint        index)
{
  guint first;

  g_return_val_if_fail (CN_IS_GAZETTEER (self), 0);
  g_return_val_if_fail (index < self->n_places, 0);

  return names_of (self, index, &first) + alternates_of (self, index, &first);
}

/**
 * cn_gazetteer_get_nth_name:
 * @index: less than cn_gazetteer_get_n_places()
 * @nth: from 0: the own name, those of known languages, then the others
 * @name: (out caller-allocates): the name
 *
 * Any thread.
 *
 * Returns: %FALSE when there are not so many
 */
gboolean
cn_gazetteer_get_nth_name (CnGazetteer *self,
                           guint        index,
                           guint        nth,
                           CnPlaceName *name)
{
  guint first, n_names;

  g_return_val_if_fail (CN_IS_GAZETTEER (self), FALSE);
  g_return_val_if_fail (index < self->n_places, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  n_names = names_of (self, index, &first);
  if (nth < n_names)
    {
      *name = (CnPlaceName) {
        .text = name_at (self, first + nth),
        .language = nth > 0 ? language_at (self, first + nth) : NULL,
        .tier = CN_NAME_TIER_LANGUAGE,
      };
      if (nth == 0 || (nth == 1 && g_strcmp0 (name->language, "en") == 0))
        name->tier = CN_NAME_TIER_OWN;
      return TRUE;
    }

  nth -= n_names;
  if (nth >= alternates_of (self, index, &first))
    return FALSE;

  *name = (CnPlaceName) {
    .text = text_at (self->folded, self->counts[CN_GAZETTEER_FOLDED], GUINT32_FROM_LE (self->alternates[first + nth])),
    .tier = CN_NAME_TIER_OTHER,
  };
  return TRUE;
}

/* Whether the last word of @node, which ends where its text does, is @word. */
static gboolean
has_word (CnGazetteer           *self,
          const CnGazetteerNode *node,
          guint32                prefix,
          const char            *word,
          gsize                  length)
{
  guint32 text = GUINT32_FROM_LE (node->text);
  guint32 start = text & ((1u << CN_GAZETTEER_TEXT_BITS) - 1);
  guint32 bytes = text >> CN_GAZETTEER_TEXT_BITS;

  return bytes == prefix + length && start + bytes < self->counts[CN_GAZETTEER_FOLDED] &&
         memcmp (self->folded + start + prefix, word, length) == 0;
}

/* Whether the words of @node before the last one are those of @before: without it two chains of words with the same
 * hash would be one. */
static gboolean
has_prefix (CnGazetteer           *self,
            const CnGazetteerNode *node,
            const CnGazetteerNode *before,
            guint32                bytes)
{
  guint32 mask = (1u << CN_GAZETTEER_TEXT_BITS) - 1;
  guint32 start = GUINT32_FROM_LE (node->text) & mask;
  guint32 other = GUINT32_FROM_LE (before->text) & mask;

  return other + bytes < self->counts[CN_GAZETTEER_FOLDED] &&
         memcmp (self->folded + start, self->folded + other, bytes) == 0 && self->folded[start + bytes] == ' ';
}

static guint
probe (CnGazetteer           *self,
       guint32                hash,
       const CnGazetteerNode *before,
       const char            *word,
       gsize                  length)
{
  const guint32 *bucket = &self->buckets[hash >> self->bucket_shift];
  guint32 bytes = before != NULL ? GUINT32_FROM_LE (before->text) >> CN_GAZETTEER_TEXT_BITS : 0;
  guint first;
  guint n = MIN (list_of (bucket[0], bucket[1], self->n_nodes, &first), MAX_PROBES);

  for (guint i = first; i < first + n; i++)
    {
      const CnGazetteerNode *node = &self->nodes[i];

      if (GUINT32_FROM_LE (node->hash) != hash)
        continue;
      if (has_word (self, node, before != NULL ? bytes + 1 : 0, word, length) &&
          (before == NULL || has_prefix (self, node, before, bytes)))
        return i;
    }

  return CN_NO_BUCKET;
}

/**
 * cn_gazetteer_find_word:
 * @word: a word as cn_name_word_next() folds it; need not end with NUL
 * @length: its bytes
 *
 * Nearly every word that no name begins with costs one bit in memory. Any thread, allocates nothing.
 *
 * Returns: the bucket of the names that begin with @word, or %CN_NO_BUCKET
 */
guint
cn_gazetteer_find_word (CnGazetteer *self,
                        const char  *word,
                        gsize        length)
{
  guint32 hash, bit;

  g_return_val_if_fail (self != NULL, CN_NO_BUCKET);
  g_return_val_if_fail (word != NULL, CN_NO_BUCKET);

  hash = cn_gazetteer_hash (0, word, length);
  bit = hash & self->filter_mask;
  if ((self->filter[bit / 8] & (1u << bit % 8)) == 0)
    return CN_NO_BUCKET;

  return probe (self, hash, NULL, word, length);
}

/**
 * cn_gazetteer_follow:
 * @bucket: not %CN_NO_BUCKET
 * @word: the next word, folded; need not end with NUL
 * @length: its bytes
 *
 * Any thread, allocates nothing.
 *
 * Returns: the bucket of the names that begin with the words of @bucket and @word, or %CN_NO_BUCKET
 */
guint
cn_gazetteer_follow (CnGazetteer *self,
                     guint        bucket,
                     const char  *word,
                     gsize        length)
{
  const CnGazetteerNode *node;

  g_return_val_if_fail (self != NULL, CN_NO_BUCKET);
  g_return_val_if_fail (bucket < self->n_nodes, CN_NO_BUCKET);
  g_return_val_if_fail (word != NULL, CN_NO_BUCKET);

  if (!cn_gazetteer_can_follow (self, bucket))
    return CN_NO_BUCKET;

  node = &self->nodes[bucket];

  return probe (self, cn_gazetteer_hash (GUINT32_FROM_LE (node->hash), word, length), node, word, length);
}

/**
 * cn_gazetteer_can_follow:
 * @bucket: not %CN_NO_BUCKET
 *
 * Any thread.
 *
 * Returns: whether there is a name that begins with the words of @bucket and goes on
 */
gboolean
cn_gazetteer_can_follow (CnGazetteer *self,
                         guint        bucket)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bucket < self->n_nodes, FALSE);

  return (GUINT32_FROM_LE (self->nodes[bucket].references) & CN_GAZETTEER_HAS_CHILDREN) != 0;
}

/**
 * cn_gazetteer_bucket_match:
 * @bucket: not %CN_NO_BUCKET
 * @match: (inout): gets the places whose name the words of @bucket are; its number of words is left as it is
 *
 * Any thread, allocates nothing.
 *
 * Returns: %FALSE when the words are only the beginning of names
 */
gboolean
cn_gazetteer_bucket_match (CnGazetteer      *self,
                           guint             bucket,
                           CnGazetteerMatch *match)
{
  const CnGazetteerNode *node;
  guint32 mask = GUINT32_TO_LE (~CN_GAZETTEER_HAS_CHILDREN);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bucket < self->n_nodes, FALSE);
  g_return_val_if_fail (match != NULL, FALSE);

  node = &self->nodes[bucket];
  match->n_places = list_of (node[0].references & mask, node[1].references & mask,
                             self->counts[CN_GAZETTEER_REFERENCES], &match->first);

  return match->n_places > 0;
}

/**
 * cn_gazetteer_match:
 * @bucket: the bucket of the first word
 * @following: (array length=n_following): the words behind it
 * @matches: (out caller-allocates) (array length=max): the names that the words begin with, longest first
 * @max: room in @matches; %CN_GAZETTEER_MAX_WORDS is always enough
 *
 * Any thread, allocates nothing.
 *
 * Returns: how many there are
 */
guint
cn_gazetteer_match (CnGazetteer        *self,
                    guint               bucket,
                    const CnFoldedWord *following,
                    guint               n_following,
                    CnGazetteerMatch   *matches,
                    guint               max)
{
  CnGazetteerMatch found[CN_GAZETTEER_MAX_WORDS];
  guint n = 0, n_words = 1;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (following != NULL || n_following == 0, 0);
  g_return_val_if_fail (matches != NULL || max == 0, 0);

  while (bucket != CN_NO_BUCKET && n_words <= CN_GAZETTEER_MAX_WORDS)
    {
      found[n].n_words = n_words;
      if (cn_gazetteer_bucket_match (self, bucket, &found[n]))
        n++;
      if (n_words > n_following)
        break;
      bucket = cn_gazetteer_follow (self, bucket, following[n_words - 1].text, following[n_words - 1].length);
      n_words++;
    }

  max = MIN (n, max);
  for (guint i = 0; i < max; i++)
    matches[i] = found[n - 1 - i];

  return max;
}

/**
 * cn_gazetteer_match_place:
 * @match: what cn_gazetteer_match() found
 * @nth: less than its number of places
 * @tier: (out) (optional): the standing that the name has for the place
 *
 * Places come by the standing of the name, then by importance and population. Any thread.
 *
 * Returns: the index of a place
 */
guint
cn_gazetteer_match_place (CnGazetteer            *self,
                          const CnGazetteerMatch *match,
                          guint                   nth,
                          CnNameTier             *tier)
{
  guint32 reference, index;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (match != NULL && nth < match->n_places, 0);
  g_return_val_if_fail (match->first + nth < self->counts[CN_GAZETTEER_REFERENCES], 0);

  reference = GUINT32_FROM_LE (self->references[match->first + nth]);
  index = reference >> CN_GAZETTEER_TIER_BITS;
  if (tier != NULL)
    *tier = MIN (reference & ((1u << CN_GAZETTEER_TIER_BITS) - 1), CN_NAME_TIER_OTHER);

  return index < self->n_places ? index : 0;
}
