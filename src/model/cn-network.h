/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CN_TYPE_NETWORK (cn_network_get_type ())

/* Colour keys that a style can tell apart. */
#define CN_NETWORK_N_COLORS 9

/**
 * CnNetwork:
 *
 * A network of the registry as the window shows it: one object for each network and library, for as long as
 * the library lives. Properties: id, name, short-name, kind, website, color (index of a colour key, 0 to
 * 8), n-articles, n-unread (these two change). Main thread.
 */
G_DECLARE_FINAL_TYPE (CnNetwork, cn_network, CN, NETWORK, GObject)

const char *cn_network_get_id         (CnNetwork *self);
const char *cn_network_get_name       (CnNetwork *self);
const char *cn_network_get_short_name (CnNetwork *self);
const char *cn_network_get_kind       (CnNetwork *self);
const char *cn_network_get_website    (CnNetwork *self);
guint       cn_network_get_color      (CnNetwork *self);
guint       cn_network_get_n_articles (CnNetwork *self);
guint       cn_network_get_n_unread   (CnNetwork *self);
CnNetwork  *cn_network_get_parent     (CnNetwork *self);
GListModel *cn_network_get_children   (CnNetwork *self);

G_END_DECLS
