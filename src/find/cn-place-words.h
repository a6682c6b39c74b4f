/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CN_PLACE_WORDS_ERROR (cn_place_words_error_quark ())

/**
 * CnPlaceWordsError:
 * @CN_PLACE_WORDS_ERROR_MALFORMED: a line is no entry; the message has its table and number
 */
typedef enum
{
  CN_PLACE_WORDS_ERROR_MALFORMED,
} CnPlaceWordsError;

/* No phrase of a table has more words. */
#define CN_PLACE_PHRASE_WORDS 6

/**
 * CnPlaceSection:
 *
 * What a word or a phrase says of a name of a place that it is, or that it stands beside. `data/places/README.md`
 * describes each with examples.
 */
typedef enum
{
  CN_PLACE_SECTION_COMMON,        /* "common": a word of the language that is also a name; needs a capital and evidence */
  CN_PLACE_SECTION_COMMON_STRONG, /* "common-strong": the same, refused even with weak evidence (a preposition) */
  CN_PLACE_SECTION_MONTH,         /* "month": months and days of the week */
  CN_PLACE_SECTION_GIVEN,         /* "given": a given name that is also a name of a place; capital word behind = person */
  CN_PLACE_SECTION_SURNAME,       /* "surname": a surname that is; capital word before = person */
  CN_PLACE_SECTION_PERSON,        /* "person": whole names of the famous ("jack london") */
  CN_PLACE_SECTION_SURNAME_CUE,   /* "surname-cue": beside a surname: "née" before; "jr", "family" behind */
  CN_PLACE_SECTION_SPEECH,        /* "speech": behind a person rather than a city: "told", "was born" */
  CN_PLACE_SECTION_PERSON_TITLE,  /* "person-title": before a person: "Mr", "Queen", "Mayor" (without "of") */
  CN_PLACE_SECTION_PLACE_TITLE,   /* "place-title": before a place: "Mayor of", "City of", "ville de" */
  CN_PLACE_SECTION_PLACE_SUFFIX,  /* "place-suffix": behind a place: "Metropolitan Municipality", "City Council", "Belediyesi" */
  CN_PLACE_SECTION_ORGANISATION,  /* "organisation": head word of a body: "University", "aéroport"; behind or before */
  CN_PLACE_SECTION_FEATURE,       /* "feature": a thing named after a place: "Street", "River", "Square"; behind or before */
  CN_PLACE_SECTION_AGREEMENT,     /* "agreement": "Agreement", "Pact", "Convention", "traité"; behind or before */
  CN_PLACE_SECTION_DEMONYM,       /* "demonym": people and adjectives, mostly endings ("-ites"); "based" */
  CN_PLACE_SECTION_PREPOSITION,   /* "preposition": of place: "in", "à", "nach"; weak evidence */
  CN_PLACE_SECTION_SUFFIX,        /* "suffix": endings behind an apostrophe or glued to a name: "de", "nin", "s" */
  CN_PLACE_SECTION_DIRECTION,     /* "direction": "north", "greater", "downtown": before a place, changes little */
  CN_PLACE_SECTION_CONJUNCTION,   /* "conjunction": "and", "et", "y": between the names of an enumeration */
  CN_PLACE_SECTION_STATE_SHORT,   /* "state-short": "calif" = "US.CA": behind a comma; has a value */
  CN_PLACE_SECTION_LIST_HEAD,     /* "list-head": announces a list of places: "member cities", "signatories" */
  CN_PLACE_N_SECTIONS,
} CnPlaceSection;

typedef struct _CnPlaceWords CnPlaceWords;

GQuark        cn_place_words_error_quark  (void);

CnPlaceWords *cn_place_words_new          (void) G_GNUC_WARN_UNUSED_RESULT;
CnPlaceWords *cn_place_words_new_built_in (void) G_GNUC_WARN_UNUSED_RESULT;
void          cn_place_words_free         (CnPlaceWords       *self);
gboolean      cn_place_words_add_table    (CnPlaceWords       *self,
                                           const char         *language,
                                           GBytes             *lines,
                                           GError            **error);

guint32       cn_place_words_get_sections (const CnPlaceWords *self,
                                           const char         *language,
                                           const char         *word);
void          cn_place_words_get_reach    (const CnPlaceWords    *self,
                                           const char            *word,
                                           guint32               *begins,
                                           guint32               *ends);
gboolean      cn_place_words_has          (const CnPlaceWords *self,
                                           CnPlaceSection      section,
                                           const char         *language,
                                           const char *const  *words,
                                           guint               n_words);
guint         cn_place_words_match        (const CnPlaceWords *self,
                                           CnPlaceSection      section,
                                           const char         *language,
                                           const char *const  *words,
                                           guint               n_words);
guint         cn_place_words_match_end    (const CnPlaceWords *self,
                                           CnPlaceSection      section,
                                           const char         *language,
                                           const char *const  *words,
                                           guint               n_words);
gsize         cn_place_words_match_ending (const CnPlaceWords *self,
                                           CnPlaceSection      section,
                                           const char         *language,
                                           const char         *word);
const char   *cn_place_words_get_value    (const CnPlaceWords *self,
                                           CnPlaceSection      section,
                                           const char         *language,
                                           const char *const  *words,
                                           guint               n_words);

const char   *cn_place_section_to_string  (CnPlaceSection      section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnPlaceWords, cn_place_words_free)

G_END_DECLS
