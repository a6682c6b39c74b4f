/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"
#include "cn-gazetteer.h"
#include "cn-network-finder.h"

G_BEGIN_DECLS

/**
 * CnPlaceMention:
 * @place: the place's index in the gazetteer
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte
 * @confidence: between 0 and 1: how sure it is that this place is meant
 * @rule: the strongest ground ("printed-country"), a static string
 *
 * A place's name in the article's own text (never in furniture).
 */
typedef struct
{
  guint       place;
  gsize       start;
  gsize       end;
  double      confidence;
  const char *rule;
} CnPlaceMention;

/**
 * CnPlaceRefusal:
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte
 * @reason: why it is no place here ("common-word"), a static string
 *
 * Words that are the name of a place and were not taken for one.
 */
typedef struct
{
  gsize       start;
  gsize       end;
  const char *reason;
} CnPlaceRefusal;

/**
 * CnPlaceFindings:
 * @mentions: (element-type CnPlaceMention): ascending, without overlaps
 * @rejected: (element-type CnPlaceRefusal): ascending
 */
typedef struct
{
  GArray *mentions;
  GArray *rejected;
} CnPlaceFindings;

#define CN_TYPE_PLACE_FINDER (cn_place_finder_get_type ())

G_DECLARE_FINAL_TYPE (CnPlaceFinder, cn_place_finder, CN, PLACE_FINDER, GObject)

CnPlaceFinder   *cn_place_finder_new      (CnGazetteer             *gazetteer,
                                           CnNetworkRegistry       *registry) G_GNUC_WARN_UNUSED_RESULT;
CnPlaceFindings *cn_place_finder_find     (CnPlaceFinder           *self,
                                           const CnDocument        *document,
                                           const CnNetworkFindings *networks) G_GNUC_WARN_UNUSED_RESULT;
void             cn_place_findings_free   (CnPlaceFindings         *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnPlaceFindings, cn_place_findings_free)

G_END_DECLS
