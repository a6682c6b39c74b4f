/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

#define CN_FETCH_ERROR (cn_fetch_error_quark ())

/**
 * CnFetchError:
 * @CN_FETCH_ERROR_FAILED: none of the others
 * @CN_FETCH_ERROR_OFFLINE: there is no way to the site or to whoever knows its name
 * @CN_FETCH_ERROR_ADDRESS: it is no http or https address, leads to another one, or there is no site of that name
 * @CN_FETCH_ERROR_STATUS: the server refuses
 * @CN_FETCH_ERROR_TLS: the server cannot prove who it is
 * @CN_FETCH_ERROR_TOO_LARGE: more than max-bytes
 * @CN_FETCH_ERROR_TIMEOUT: slower than one of the timeouts
 *
 * Messages are one clause in the user's language ("the server says that there is no such page (404)").
 */
typedef enum
{
  CN_FETCH_ERROR_FAILED,
  CN_FETCH_ERROR_OFFLINE,
  CN_FETCH_ERROR_ADDRESS,
  CN_FETCH_ERROR_STATUS,
  CN_FETCH_ERROR_TLS,
  CN_FETCH_ERROR_TOO_LARGE,
  CN_FETCH_ERROR_TIMEOUT,
} CnFetchError;

/**
 * CnFetchedPage:
 * @bytes: the decoded body
 * @url: the address that it came from, after redirects
 * @content_type: (nullable): the header as it came
 */
typedef struct
{
  GBytes *bytes;
  char   *url;
  char   *content_type;
} CnFetchedPage;

#define CN_TYPE_FETCHED_PAGE (cn_fetched_page_get_type ())
#define CN_TYPE_FETCHER      (cn_fetcher_get_type ())

GType          cn_fetched_page_get_type (void) G_GNUC_CONST;
CnFetchedPage *cn_fetched_page_ref      (CnFetchedPage *self) G_GNUC_WARN_UNUSED_RESULT;
void           cn_fetched_page_unref    (CnFetchedPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnFetchedPage, cn_fetched_page_unref)

/**
 * CnFetcher:
 *
 * Fetches a page that the user named: http and https only, redirects followed to the same, no cookies, no
 * referrer, no credentials; bounded in size and time. Properties, all construct-only: tls-database (the
 * authorities to trust, NULL for the computer's), max-bytes, connect-timeout, idle-timeout, total-timeout (in
 * milliseconds). Main thread.
 */
G_DECLARE_FINAL_TYPE (CnFetcher, cn_fetcher, CN, FETCHER, GObject)

GQuark     cn_fetch_error_quark (void);
CnFetcher *cn_fetcher_new       (void) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *cn_fetcher_fetch     (CnFetcher  *self,
                                 const char *url) G_GNUC_WARN_UNUSED_RESULT; /* → CnFetchedPage */

G_END_DECLS
