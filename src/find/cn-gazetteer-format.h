/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file that cn-gazetteer-writer.c writes and cn-gazetteer.c reads where it lies in memory: a header, then one array
 * behind the other in the order of CnGazetteerSection. All numbers are little-endian, whoever built the file.
 *
 * Names are a tree of words: a node is the folded words from the beginning of a name, its children are those words and
 * one more. The nodes lie in the order of their hashes, and an index over the leading bits of the hash says where a
 * hash begins, so that a word costs two look-ups in memory and no slot is empty. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CN_GAZETTEER_MAGIC "CityNet places\r\n"
#define CN_GAZETTEER_FORMAT 1

/* Every array begins at a multiple of this. */
#define CN_GAZETTEER_ALIGNMENT 8

/* Two letters make a country. */
#define CN_GAZETTEER_N_CODES (26 * 26)

/* A node's name: where it begins in the folded names, and its bytes. */
#define CN_GAZETTEER_TEXT_BITS 25
#define CN_GAZETTEER_MAX_FOLDED 127

/* A name of a place: where it begins in the strings, and the number of its language. */
#define CN_GAZETTEER_STRING_BITS 24

/* A place that has a name: its index, and the name's standing. */
#define CN_GAZETTEER_TIER_BITS 2

/* The node has children. */
#define CN_GAZETTEER_HAS_CHILDREN 0x80000000u

/* Where a place stands: it may lie only in places of a smaller level, so that no chain of them is a circle. */
typedef enum
{
  CN_GAZETTEER_LEVEL_COUNTRY,
  CN_GAZETTEER_LEVEL_REGION,
  CN_GAZETTEER_LEVEL_SUBREGION,
  CN_GAZETTEER_LEVEL_PLACE,
  CN_GAZETTEER_LEVEL_PART,
} CnGazetteerLevel;

typedef enum
{
  CN_GAZETTEER_PLACES,     /* CnGazetteerPlace, one more than there are: the last one ends lists */
  CN_GAZETTEER_NAMES,      /* guint32: names with their languages, place by place, the own name first */
  CN_GAZETTEER_ALTERNATES, /* guint32: offsets of folded names, place by place */
  CN_GAZETTEER_COUNTRIES,  /* guint32: index of a country's place by its two letters */
  CN_GAZETTEER_LANGUAGES,  /* guint32: offset of a language's tag in the strings by its number; 0 is no language */
  CN_GAZETTEER_PAST_NAMES, /* CnGazetteerPastName, by place and day */
  CN_GAZETTEER_BUCKETS,    /* guint32: first node with these leading bits of the hash, and one more */
  CN_GAZETTEER_NODES,      /* CnGazetteerNode, one more than there are; the first one is nobody's */
  CN_GAZETTEER_REFERENCES, /* guint32: places, node by node, the best first */
  CN_GAZETTEER_FILTER,     /* bits: the trailing bits of the hashes of first words */
  CN_GAZETTEER_STRINGS,    /* text, each with its NUL; begins and ends with one */
  CN_GAZETTEER_FOLDED,     /* folded names, each with its NUL; begins and ends with one */
  CN_GAZETTEER_N_SECTIONS,
} CnGazetteerSection;

typedef struct
{
  char    magic[16];
  guint32 format;
  guint32 bucket_bits;
  guint32 filter_bits;
  guint32 counts[CN_GAZETTEER_N_SECTIONS]; /* elements of each array */
  guint32 checksum;                        /* of all before it */
} CnGazetteerHeader;

typedef struct
{
  guint32 id; /* in the strings */
  guint32 names;
  guint32 alternates;
  guint32 region;
  guint32 subregion;
  guint32 parent;
  guint32 population;
  gint16  latitude;  /* 90 degrees are 32,767, which is nearer than 500 m; NaN is -32,768 */
  gint16  longitude; /* 180 degrees are 32,767 */
  guint8  kind;
  guint8  level;
  guint8  importance;
  guint8  unused;
  char    country[2];
  guint8  unused_too[2];
} CnGazetteerPlace;

typedef struct
{
  guint32 place;
  guint32 until; /* the first day on which the name was no longer: 20190212 */
  guint32 name;  /* in the strings */
} CnGazetteerPastName;

typedef struct
{
  guint32 hash;
  guint32 text;
  guint32 references;
} CnGazetteerNode;

G_STATIC_ASSERT (sizeof (CnGazetteerHeader) == 32 + 4 * CN_GAZETTEER_N_SECTIONS);
G_STATIC_ASSERT (sizeof (CnGazetteerPlace) == 40);

/* Bytes of an element of each array. */
static const guint8 cn_gazetteer_sizes[CN_GAZETTEER_N_SECTIONS] = {
  [CN_GAZETTEER_PLACES] = sizeof (CnGazetteerPlace),
  [CN_GAZETTEER_NAMES] = 4,
  [CN_GAZETTEER_ALTERNATES] = 4,
  [CN_GAZETTEER_COUNTRIES] = 4,
  [CN_GAZETTEER_LANGUAGES] = 4,
  [CN_GAZETTEER_PAST_NAMES] = sizeof (CnGazetteerPastName),
  [CN_GAZETTEER_BUCKETS] = 4,
  [CN_GAZETTEER_NODES] = sizeof (CnGazetteerNode),
  [CN_GAZETTEER_REFERENCES] = 4,
  [CN_GAZETTEER_FILTER] = 1,
  [CN_GAZETTEER_STRINGS] = 1,
  [CN_GAZETTEER_FOLDED] = 1,
};

/* The hash of the words before, or 0 for none, with one more. */
static inline guint32
cn_gazetteer_hash (guint32     before,
                   const char *word,
                   gsize       length)
{
  guint32 hash = 0x811c9dc5u ^ (before * 0x9e3779b1u);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) word[i]) * 0x01000193u;
  hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;

  return hash ^ (hash >> 16);
}

/* FNV-1a of the header's fields before the checksum. */
static inline guint32
cn_gazetteer_header_checksum (const CnGazetteerHeader *header)
{
  const guint8 *bytes = (const guint8 *) header;
  guint32 sum = 0x811c9dc5u;

  for (gsize i = 0; i < G_STRUCT_OFFSET (CnGazetteerHeader, checksum); i++)
    sum = (sum ^ bytes[i]) * 0x01000193u;

  return sum;
}

G_END_DECLS
