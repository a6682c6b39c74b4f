/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One clause in the user's language for each way in which a page cannot be had.
 *
 * Pure, any thread. GIO's and libsoup's own messages are for programmers and differ between versions, so
 * none of them is passed on: what is not in these tables becomes "the connection failed". */

#include "config.h"

#include "cn-fetch-error-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (cn-fetch-error-quark, cn_fetch_error)

static const struct
{
  guint       status;
  const char *clause;
} status_clauses[] = {
  { 400, N_("the server does not understand the address (400)") },
  { 401, N_("the server asks for a password (401)") },
  { 402, N_("the server asks for payment (402)") },
  { 403, N_("the server does not let it be read (403)") },
  { 404, N_("the server says that there is no such page (404)") },
  { 407, N_("the network’s proxy asks for a password (407)") },
  { 410, N_("the server says that the page is gone for good (410)") },
  { 429, N_("the server says that it was asked too often (429)") },
  { 451, N_("the server may not show it for legal reasons (451)") },
};

static const struct
{
  GTlsCertificateFlags flag;
  const char          *clause;
} tls_clauses[] = {
  { G_TLS_CERTIFICATE_REVOKED, N_("its certificate was revoked") },
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_("its certificate belongs to another site") },
  { G_TLS_CERTIFICATE_EXPIRED, N_("its certificate has expired") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_("its certificate is not valid yet") },
  { G_TLS_CERTIFICATE_INSECURE, N_("its certificate is not secure") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, N_("its certificate is not from an authority that this computer trusts") },
};

static GError *
new_error (CnFetchError code,
           const char  *clause)
{
  return g_error_new_literal (CN_FETCH_ERROR, (int) code, clause);
}

/**
 * cn_fetch_error_new_for_status:
 * @status: an HTTP status that is no success
 *
 * Any thread.
 *
 * Returns: (transfer full): the error that says it
 */
GError *
cn_fetch_error_new_for_status (guint status)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_clauses); i++)
    {
      if (status_clauses[i].status == status)
        return new_error (CN_FETCH_ERROR_STATUS, _(status_clauses[i].clause));
    }

  if (status >= 500)
    /* Translators: %u is a three-digit HTTP status. */
    return g_error_new (CN_FETCH_ERROR, CN_FETCH_ERROR_STATUS, _("the server has a problem of its own (%u)"), status);

  /* Translators: %u is a three-digit HTTP status. */
  return g_error_new (CN_FETCH_ERROR, CN_FETCH_ERROR_STATUS, _("the server refused it (%u)"), status);
}

/**
 * cn_fetch_error_new_for_tls:
 * @flags: what is wrong with the certificate; 0 when it is not the certificate
 *
 * Any thread.
 *
 * Returns: (transfer full): the error that says it
 */
GError *
cn_fetch_error_new_for_tls (GTlsCertificateFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (tls_clauses); i++)
    {
      if ((flags & tls_clauses[i].flag) != 0)
        return new_error (CN_FETCH_ERROR_TLS, _(tls_clauses[i].clause));
    }

  return new_error (CN_FETCH_ERROR_TLS, _("no secure connection could be made"));
}

static GError *
new_for_resolver (const GError *error)
{
  if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    return new_error (CN_FETCH_ERROR_ADDRESS, _("there is no site of that name"));

  return new_error (CN_FETCH_ERROR_OFFLINE,
                    _("the site’s name could not be looked up; this computer may be offline"));
}

static GError *
new_for_io (const GError *error)
{
  if (error->code == G_IO_ERROR_NETWORK_UNREACHABLE || error->code == G_IO_ERROR_HOST_UNREACHABLE)
    return new_error (CN_FETCH_ERROR_OFFLINE, _("the site cannot be reached; this computer may be offline"));
  if (error->code == G_IO_ERROR_CONNECTION_REFUSED)
    return new_error (CN_FETCH_ERROR_FAILED, _("the site does not accept connections"));
  if (error->code == G_IO_ERROR_TIMED_OUT)
    return cn_fetch_error_new_timeout ();
  if (error->code == G_IO_ERROR_PARTIAL_INPUT || error->code == G_IO_ERROR_CONNECTION_CLOSED)
    return new_error (CN_FETCH_ERROR_FAILED, _("the server broke off in the middle"));
  if (error->code == G_IO_ERROR_INVALID_DATA)
    return new_error (CN_FETCH_ERROR_FAILED, _("what the server sent is damaged"));

  return new_error (CN_FETCH_ERROR_FAILED, _("the connection failed"));
}

/**
 * cn_fetch_error_new_for_failure:
 * @error: what GIO or libsoup said
 * @flags: what is wrong with the peer's certificate, 0 when nothing is known to be
 *
 * Any thread.
 *
 * Returns: (transfer full): the error that says it to a person
 */
GError *
cn_fetch_error_new_for_failure (const GError         *error,
                                GTlsCertificateFlags  flags)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == G_TLS_ERROR)
    return cn_fetch_error_new_for_tls (flags);
  if (error->domain == G_RESOLVER_ERROR)
    return new_for_resolver (error);
  if (error->domain == G_IO_ERROR)
    return new_for_io (error);

  return new_error (CN_FETCH_ERROR_FAILED, _("the connection failed"));
}

/**
 * cn_fetch_error_new_timeout:
 *
 * Any thread.
 *
 * Returns: (transfer full): the error for a server that takes too long
 */
GError *
cn_fetch_error_new_timeout (void)
{
  return new_error (CN_FETCH_ERROR_TIMEOUT, _("the server takes too long to answer"));
}

/**
 * cn_fetch_error_new_too_large:
 *
 * Any thread.
 *
 * Returns: (transfer full): the error for a body over the limit
 */
GError *
cn_fetch_error_new_too_large (void)
{
  return new_error (CN_FETCH_ERROR_TOO_LARGE, _("it is larger than a page can be"));
}
