/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of places by their names in files and on the command line. */

#include "config.h"

#include "cn-gazetteer.h"

/**
 * cn_place_kind_to_string:
 *
 * Any thread.
 *
 * Returns: the kind's name in files, never translated: "city", "metropolitan-area"
 */
const char *
cn_place_kind_to_string (CnPlaceKind kind)
{
  switch (kind)
    {
    case CN_PLACE_CITY:
      return "city";
    case CN_PLACE_TOWN:
      return "town";
    case CN_PLACE_VILLAGE:
      return "village";
    case CN_PLACE_FORMER:
      return "former";
    case CN_PLACE_DISTRICT:
      return "district";
    case CN_PLACE_MUNICIPALITY:
      return "municipality";
    case CN_PLACE_METROPOLITAN_AREA:
      return "metropolitan-area";
    case CN_PLACE_COUNTY:
      return "county";
    case CN_PLACE_DEPARTMENT:
      return "department";
    case CN_PLACE_PREFECTURE:
      return "prefecture";
    case CN_PLACE_CANTON:
      return "canton";
    case CN_PLACE_PROVINCE:
      return "province";
    case CN_PLACE_REGION:
      return "region";
    case CN_PLACE_STATE:
      return "state";
    case CN_PLACE_COUNTRY:
      return "country";
    default:
      g_return_val_if_reached ("city");
    }
}

/**
 * cn_place_kind_is_region:
 *
 * Any thread.
 *
 * Returns: whether such a place is an area of administration that holds others: a county, a state, a country …
 */
gboolean
cn_place_kind_is_region (CnPlaceKind kind)
{
  return kind >= CN_PLACE_METROPOLITAN_AREA;
}
