/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CN_GAZETTEER_ERROR (cn_gazetteer_error_quark ())

/* The index of no place. */
#define CN_NO_PLACE G_MAXUINT

/* The bucket of a word that no name begins with. */
#define CN_NO_BUCKET 0

/* No name of the gazetteer has more words. */
#define CN_GAZETTEER_MAX_WORDS 10

/**
 * CnGazetteerError:
 * @CN_GAZETTEER_ERROR_FORMAT: no gazetteer, or one of another version of the program
 * @CN_GAZETTEER_ERROR_DAMAGED: its header or its length is not as it was written
 */
typedef enum
{
  CN_GAZETTEER_ERROR_FORMAT,
  CN_GAZETTEER_ERROR_DAMAGED,
} CnGazetteerError;

/**
 * CnPlaceKind:
 * @CN_PLACE_CITY: a capital, a seat of a region, or a place of many people
 * @CN_PLACE_DISTRICT: a part of a city, or an administrative district
 * @CN_PLACE_FORMER: an abandoned, destroyed or historical place
 *
 * What a place is. See cn_place_kind_is_region().
 */
typedef enum
{
  CN_PLACE_CITY,
  CN_PLACE_TOWN,
  CN_PLACE_VILLAGE,
  CN_PLACE_FORMER,
  CN_PLACE_DISTRICT,
  CN_PLACE_MUNICIPALITY,
  CN_PLACE_METROPOLITAN_AREA,
  CN_PLACE_COUNTY,
  CN_PLACE_DEPARTMENT,
  CN_PLACE_PREFECTURE,
  CN_PLACE_CANTON,
  CN_PLACE_PROVINCE,
  CN_PLACE_REGION,
  CN_PLACE_STATE,
  CN_PLACE_COUNTRY,
} CnPlaceKind;

/**
 * CnNameTier:
 * @CN_NAME_TIER_OWN: the place's own or standard English name
 * @CN_NAME_TIER_LANGUAGE: its name in a known language; for countries also official names and everyday aliases
 * @CN_NAME_TIER_OTHER: an alternate name of unknown standing: another spelling, an old name, a nickname
 *
 * How much a name says. A lower tier goes before any population.
 */
typedef enum
{
  CN_NAME_TIER_OWN,
  CN_NAME_TIER_LANGUAGE,
  CN_NAME_TIER_OTHER,
} CnNameTier;

/**
 * CnPlaceInfo:
 * @index: the place's index in this file; only @id is the same in the next version
 * @id: stable id: "geonames:745044", "cn:kolofata", "admin1:US.GA", "admin2:US.TX.339", "country:TR"
 * @name: its standard English name, where there is one, else @own_name
 * @own_name: the name that it has for itself, as the data spell it
 * @kind: what it is
 * @country: ISO 3166 alpha-2, "XK" for Kosovo
 * @country_index: the country as a place, or %CN_NO_PLACE
 * @region: the first-level region that it lies in, or %CN_NO_PLACE
 * @subregion: the second-level region that it lies in, or %CN_NO_PLACE
 * @parent: the city that a district belongs to, the region or the country that a region belongs to, or %CN_NO_PLACE
 * @population: 0 when unknown; of a region or a country the sum of its places
 * @importance: 0 to 255, from population and rank as a capital or seat
 * @latitude: in degrees, NaN when unknown
 * @longitude: in degrees, NaN when unknown
 *
 * Strings are valid for as long as the gazetteer.
 */
typedef struct
{
  guint        index;
  const char  *id;
  const char  *name;
  const char  *own_name;
  CnPlaceKind  kind;
  char         country[3];
  guint        country_index;
  guint        region;
  guint        subregion;
  guint        parent;
  guint32      population;
  guint8       importance;
  float        latitude;
  float        longitude;
} CnPlaceInfo;

/**
 * CnPlaceName:
 * @text: the name; of alternate names (%CN_NAME_TIER_OTHER) the folded form is all that is kept
 * @language: (nullable): its language ("tr"), %NULL when unknown
 * @tier: its standing
 */
typedef struct
{
  const char *text;
  const char *language;
  CnNameTier  tier;
} CnPlaceName;

/**
 * CnFoldedWord:
 * @text: a word as cn_name_word_next() folds it; need not end with NUL
 * @length: its bytes
 */
typedef struct
{
  const char *text;
  gsize       length;
} CnFoldedWord;

/**
 * CnGazetteerMatch:
 * @n_words: how many words the name has, the first one included
 * @n_places: how many places have it, at least 1
 * @first: internal, for cn_gazetteer_match_place()
 *
 * A name that words of a text are.
 */
typedef struct
{
  guint n_words;
  guint n_places;
  guint first;
} CnGazetteerMatch;

#define CN_TYPE_GAZETTEER (cn_gazetteer_get_type ())

G_DECLARE_FINAL_TYPE (CnGazetteer, cn_gazetteer, CN, GAZETTEER, GObject)

GQuark        cn_gazetteer_error_quark    (void);

CnGazetteer  *cn_gazetteer_new            (GBytes                  *bytes,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Places. */
guint         cn_gazetteer_get_n_places   (CnGazetteer             *self);
void          cn_gazetteer_get            (CnGazetteer             *self,
                                           guint                    index,
                                           CnPlaceInfo             *info);
guint         cn_gazetteer_lookup_id      (CnGazetteer             *self,
                                           const char              *id);
guint         cn_gazetteer_lookup_country (CnGazetteer             *self,
                                           const char              *code);
const char   *cn_gazetteer_get_name       (CnGazetteer             *self,
                                           guint                    index,
                                           const char              *language);
const char   *cn_gazetteer_get_name_as_of (CnGazetteer             *self,
                                           guint                    index,
                                           guint                    day);
guint         cn_gazetteer_get_n_names    (CnGazetteer             *self,
                                           guint                    index);
gboolean      cn_gazetteer_get_nth_name   (CnGazetteer             *self,
                                           guint                    index,
                                           guint                    nth,
                                           CnPlaceName             *name);
const char   *cn_place_kind_to_string     (CnPlaceKind              kind);
gboolean      cn_place_kind_is_region     (CnPlaceKind              kind);

/* Names in a text: cn_gazetteer_find_word() for the first word, then step by step with cn_gazetteer_follow(), or all
 * at once with cn_gazetteer_match(). */
guint         cn_gazetteer_find_word      (CnGazetteer             *self,
                                           const char              *word,
                                           gsize                    length);
guint         cn_gazetteer_follow         (CnGazetteer             *self,
                                           guint                    bucket,
                                           const char              *word,
                                           gsize                    length);
gboolean      cn_gazetteer_can_follow     (CnGazetteer             *self,
                                           guint                    bucket);
gboolean      cn_gazetteer_bucket_match   (CnGazetteer             *self,
                                           guint                    bucket,
                                           CnGazetteerMatch        *match);
guint         cn_gazetteer_match          (CnGazetteer             *self,
                                           guint                    bucket,
                                           const CnFoldedWord      *following,
                                           guint                    n_following,
                                           CnGazetteerMatch        *matches,
                                           guint                    max);
guint         cn_gazetteer_match_place    (CnGazetteer             *self,
                                           const CnGazetteerMatch  *match,
                                           guint                    nth,
                                           CnNameTier              *tier);

G_END_DECLS
