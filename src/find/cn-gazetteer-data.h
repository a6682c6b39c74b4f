/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnGazetteerData:
 * @cities: cities500.tsv
 * @names: names-lang.tsv
 * @regions: admin1.tsv
 * @subregions: admin2.tsv
 * @countries: countries.tsv
 * @country_names: country-names.tsv
 * @supplement: supplement.tsv
 *
 * The files of `data/gazetteer`, unpacked, each ending with NUL.
 */
typedef struct
{
  char *cities;
  char *names;
  char *regions;
  char *subregions;
  char *countries;
  char *country_names;
  char *supplement;
} CnGazetteerData;

GBytes *cn_gazetteer_data_compile (const CnGazetteerData  *data,
                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
