/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sources do not say of a country: what its regions are (by a word of their name, else by the country's
 * custom), and in which language its places have their own names. Tables only. */

#include "config.h"

#include "cn-country-customs.h"

#include <string.h>

#include "cn-name-words.h"

/* By a word anywhere in the name, folded. The first row that fits counts. */
static const struct
{
  const char  *words;
  CnPlaceKind  kind;
} by_word[] = {
  { " metropolitan metropolitana metropole ", CN_PLACE_METROPOLITAN_AREA },
  { " county parish powiat ", CN_PLACE_COUNTY },
  { " municipality municipio municipiul municipalite comuna commune gemeente obshtina opcina opstina grad kommun kommune "
    "oras bashkia pagasts novads shi cho mura concelho gorodskoy ", CN_PLACE_MUNICIPALITY },
  { " district distrito rayon raion raionul amphoe huyen kabupaten ilcesi okres okrug jaras tumani barrio ",
    CN_PLACE_DISTRICT },
  { " province provincia provincie governorate muhafazat ", CN_PLACE_PROVINCE },
  { " departamento department departement ", CN_PLACE_DEPARTMENT },
  { " prefecture ", CN_PLACE_PREFECTURE },
  { " canton ", CN_PLACE_CANTON },
  { " state ", CN_PLACE_STATE },
  { " region oblast regierungsbezirk ", CN_PLACE_REGION },
};

/* First-level regions by country; what is in no row is a region. */
static const struct
{
  const char  *countries;
  CnPlaceKind  kind;
} first_level[] = {
  { " AT AU BR DE FM IN MM MX MY NG PW SD SS US VE ", CN_PLACE_STATE },
  { " AF AO AR BE BF BG BI CA CD CN CR CU DO DZ EC FJ GA GQ ID IE IR KH KP KR LA LK MG MN MZ NL NP PA PG PK RW SA SB "
    "SL ST SY TH TJ TM TR VN VU YE ZA ZM ZW EG JO IQ LB OM TN KW ", CN_PLACE_PROVINCE },
  { " BJ BO CG CO GT HN HT NI PY SV UY ", CN_PLACE_DEPARTMENT },
  { " CF GN JP ", CN_PLACE_PREFECTURE },
  { " CH LU ", CN_PLACE_CANTON },
  { " AL EE HR HU KE LR LT NO RO SE ", CN_PLACE_COUNTY },
  { " AD LI LV ME MK MT SI SM ", CN_PLACE_MUNICIPALITY },
  { " CY IL PT SR UG XK LS MU BZ ", CN_PLACE_DISTRICT },
};

/* Second-level regions by country; what is in no row is a district. */
static const struct
{
  const char  *countries;
  CnPlaceKind  kind;
} second_level[] = {
  { " GB HR NO PL US ", CN_PLACE_COUNTY },
  { " FR AR PE ", CN_PLACE_DEPARTMENT },
  { " BE ES IT PH ", CN_PLACE_PROVINCE },
  { " DE ", CN_PLACE_REGION },
  { " BA BG BR CO DK FI MX NL PT RO SE SV GT HN VE JP ", CN_PLACE_MUNICIPALITY },
};

/* Where nearly all places have their name in one language. */
static const char * const languages[][2] = {
  { "ar", " AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE " },
  { "az", " AZ " },
  { "be", " BY " },
  { "bg", " BG " },
  { "bn", " BD " },
  { "ca", " AD " },
  { "cs", " CZ " },
  { "da", " DK " },
  { "de", " AT DE LI " },
  { "el", " CY GR " },
  { "en", " AU GB IE NZ US " },
  { "es", " AR BO CL CO CR CU DO EC ES GT HN MX NI PA PE PY SV UY VE " },
  { "et", " EE " },
  { "fa", " IR " },
  { "fi", " FI " },
  { "fr", " FR MC " },
  { "he", " IL " },
  { "hr", " HR " },
  { "hu", " HU " },
  { "hy", " AM " },
  { "is", " IS " },
  { "it", " IT SM VA " },
  { "ja", " JP " },
  { "ka", " GE " },
  { "ko", " KP KR " },
  { "lt", " LT " },
  { "lv", " LV " },
  { "mk", " MK " },
  { "nl", " NL " },
  { "pl", " PL " },
  { "pt", " AO BR MZ PT " },
  { "ro", " MD RO " },
  { "ru", " RU " },
  { "sk", " SK " },
  { "sl", " SI " },
  { "sq", " AL " },
  { "sr", " RS " },
  { "sv", " SE " },
  { "th", " TH " },
  { "tr", " TR " },
  { "uk", " UA " },
  { "vi", " VN " },
  { "zh", " CN TW " },
};

static gboolean
has_entry (const char *list,
           const char *entry)
{
  g_autofree char *between = g_strconcat (" ", entry, " ", NULL);

  return strstr (list, between) != NULL;
}

/**
 * cn_country_customs_region_kind:
 * @country: two capital letters
 * @level: 1 or 2
 * @name: the region's name
 *
 * Returns: what it is, as far as name and country say
 */
CnPlaceKind
cn_country_customs_region_kind (const char *country,
                                guint       level,
                                const char *name)
{
  gsize length = strlen (name);
  CnNameWord word;

  for (guint i = 0; i < G_N_ELEMENTS (by_word); i++)
    for (gsize position = 0; cn_name_word_next (name, position, length, &word); position = word.end)
      if (has_entry (by_word[i].words, word.folded))
        return by_word[i].kind;

  if (level == 1)
    {
      for (guint i = 0; i < G_N_ELEMENTS (first_level); i++)
        if (has_entry (first_level[i].countries, country))
          return first_level[i].kind;
      return CN_PLACE_REGION;
    }

  for (guint i = 0; i < G_N_ELEMENTS (second_level); i++)
    if (has_entry (second_level[i].countries, country))
      return second_level[i].kind;

  return CN_PLACE_DISTRICT;
}

/**
 * cn_country_customs_language:
 * @country: two capital letters
 *
 * Returns: (nullable): the language of nearly all its places, %NULL where there are several
 */
const char *
cn_country_customs_language   (const char *country)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (has_entry (languages[i][1], country))
      return languages[i][0];

  return NULL;
}
