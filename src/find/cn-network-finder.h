/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"
#include "cn-network-registry.h"

G_BEGIN_DECLS

/**
 * CnNetworkMention:
 * @entry: the network
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte
 * @is_weak: whether the form alone would not have counted
 *
 * A network's name in the article's own text (never in furniture).
 */
typedef struct
{
  const CnNetworkEntry *entry;
  gsize                 start;
  gsize                 end;
  gboolean              is_weak;
} CnNetworkMention;

/**
 * CnNetworkFindings:
 * @publisher: (nullable): the network that published the document
 * @publisher_quote: the words that say so; empty when the site's name or address says it
 * @networks: (element-type CnNetworkEntry): all that it is about, the publisher first, then by weight
 * @mentions: (element-type CnNetworkMention): ascending
 */
typedef struct
{
  const CnNetworkEntry *publisher;
  CnQuote               publisher_quote;
  GPtrArray            *networks;
  GArray               *mentions;
} CnNetworkFindings;

#define CN_TYPE_NETWORK_FINDER (cn_network_finder_get_type ())

G_DECLARE_FINAL_TYPE (CnNetworkFinder, cn_network_finder, CN, NETWORK_FINDER, GObject)

CnNetworkFinder   *cn_network_finder_new       (CnNetworkRegistry  *registry) G_GNUC_WARN_UNUSED_RESULT;
CnNetworkFindings *cn_network_finder_find      (CnNetworkFinder    *self,
                                                const CnDocument   *document) G_GNUC_WARN_UNUSED_RESULT;
void               cn_network_findings_free    (CnNetworkFindings  *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnNetworkFindings, cn_network_findings_free)

G_END_DECLS
