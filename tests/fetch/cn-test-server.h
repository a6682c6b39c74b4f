/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Real servers on the loopback interface, in threads of their own. */
typedef struct _CnTestServer CnTestServer;

CnTestServer *cn_test_server_new         (const char   *certificate);
void          cn_test_server_free        (CnTestServer *self);
char         *cn_test_server_dup_address (CnTestServer *self,
                                          const char   *path);
guint         cn_test_server_get_port    (CnTestServer *self);
void          cn_test_server_set_target  (CnTestServer *self,
                                          const char   *url);

/* A server that speaks whatever bytes a test wants, and counts who has gone away. */
typedef struct _CnRawServer CnRawServer;

CnRawServer  *cn_raw_server_new          (void);
void          cn_raw_server_free         (CnRawServer  *self);
char         *cn_raw_server_dup_address  (CnRawServer  *self,
                                          const char   *path);
guint         cn_raw_server_get_n_gone   (CnRawServer  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnTestServer, cn_test_server_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnRawServer, cn_raw_server_free)

G_END_DECLS
