/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CN_NETWORK_REGISTRY_ERROR (cn_network_registry_error_quark ())

/**
 * CnNetworkRegistryError:
 * @CN_NETWORK_REGISTRY_ERROR_MALFORMED: a line is no entry; the message names the line and what is wrong with it
 */
typedef enum
{
  CN_NETWORK_REGISTRY_ERROR_MALFORMED,
} CnNetworkRegistryError;

/**
 * CnNetworkEntry:
 * @id: stable id ("eurocities")
 * @name: its name in full
 * @short_name: what a list shows; the name where the registry has no short form
 * @aliases: (not nullable): forms that can be matched as they are
 * @weak_aliases: (not nullable): forms that count only beside a strong form in the same document
 * @kind: network, campaign, initiative, observatory, charter or award
 * @parent: (nullable): id of another entry
 * @organisation: (nullable): the parent where it is no entry ("UNESCO")
 * @website: (nullable): address of the home page
 * @founded: year, 0 when unknown
 * @ended: year, 0 when it goes on
 *
 * A network as the registry describes it. Owned by the registry, immutable.
 */
typedef struct
{
  char *id;
  char *name;
  char *short_name;
  GStrv aliases;
  GStrv weak_aliases;
  char *kind;
  char *parent;
  char *organisation;
  char *website;
  int   founded;
  int   ended;
} CnNetworkEntry;

#define CN_TYPE_NETWORK_REGISTRY (cn_network_registry_get_type ())

G_DECLARE_FINAL_TYPE (CnNetworkRegistry, cn_network_registry, CN, NETWORK_REGISTRY, GObject)

GQuark                cn_network_registry_error_quark   (void);

CnNetworkRegistry    *cn_network_registry_new           (GBytes             *json_lines,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CnNetworkRegistry    *cn_network_registry_new_built_in  (void) G_GNUC_WARN_UNUSED_RESULT;

guint                 cn_network_registry_get_n_entries (CnNetworkRegistry  *self);
const CnNetworkEntry *cn_network_registry_get_entry     (CnNetworkRegistry  *self,
                                                         guint               index);
const CnNetworkEntry *cn_network_registry_lookup        (CnNetworkRegistry  *self,
                                                         const char         *id);
const CnNetworkEntry *cn_network_registry_lookup_form   (CnNetworkRegistry  *self,
                                                         const char         *form);

G_END_DECLS
