/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "cn-network.h"

G_BEGIN_DECLS

#define CN_TYPE_NETWORK_KEY (cn_network_key_get_type ())

/**
 * CnNetworkKey:
 *
 * The small coloured square that goes with a network's name. It says nothing that the name beside
 * it does not say. Properties: color.
 */
G_DECLARE_FINAL_TYPE (CnNetworkKey, cn_network_key, CN, NETWORK_KEY, GtkWidget)

void       cn_network_key_snapshot     (GtkSnapshot *snapshot,
                                        guint        color,
                                        float        x,
                                        float        y,
                                        float        size);

/* The square with the network's short name beside it. */
GtkWidget *cn_network_key_new_labelled (CnNetwork   *network);

G_END_DECLS
