/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"
#include "cn-name-matcher.h"
#include "cn-network-registry.h"

G_BEGIN_DECLS

const CnNetworkEntry *cn_publisher_find_by_site (CnNetworkRegistry   *registry,
                                                 const CnNameMatcher *matcher,
                                                 const CnDocument    *document);
const CnNetworkEntry *cn_publisher_find_by_short_name (CnNetworkRegistry   *registry,
                                                       const CnNameMatcher *matcher,
                                                       const CnDocument    *document,
                                                       GArray              *mentions);
const CnNetworkEntry *cn_publisher_find_in_text (const CnDocument    *document,
                                                 GArray              *mentions,
                                                 CnQuote             *quote);

G_END_DECLS
