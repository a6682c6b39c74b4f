/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CnNetworkRecord:
 * @key: id of the registry ("eurocities")
 * @kind: network, campaign, initiative, observatory, charter or award
 * @parent: (nullable): key of another network
 * @position: order in the registry
 * @n_articles: articles that are about it
 * @n_unread: of these the unread ones
 *
 * A network of the registry with what the store counts for it. Immutable, reference counted.
 */
typedef struct
{
  char *key;
  char *name;
  char *short_name;
  char *kind;
  char *parent;
  char *website;
  int   position;
  guint n_articles;
  guint n_unread;
} CnNetworkRecord;

/**
 * CnTally:
 *
 * How many articles the store shows, over all networks.
 */
typedef struct
{
  guint n_articles;
  guint n_unread;
  guint n_starred;
} CnTally;

#define CN_TYPE_NETWORK_RECORD (cn_network_record_get_type ())
#define CN_TYPE_TALLY          (cn_tally_get_type ())

GType            cn_network_record_get_type (void) G_GNUC_CONST;
CnNetworkRecord *cn_network_record_new      (void) G_GNUC_WARN_UNUSED_RESULT;
CnNetworkRecord *cn_network_record_ref      (CnNetworkRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void             cn_network_record_unref    (CnNetworkRecord *self);

GType            cn_tally_get_type          (void) G_GNUC_CONST;
CnTally         *cn_tally_copy              (const CnTally   *self) G_GNUC_WARN_UNUSED_RESULT;
void             cn_tally_free              (CnTally         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnNetworkRecord, cn_network_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnTally, cn_tally_free)

G_END_DECLS
