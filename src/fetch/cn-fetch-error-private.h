/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "cn-fetcher.h"

G_BEGIN_DECLS

GError *cn_fetch_error_new_for_status   (guint                status) G_GNUC_WARN_UNUSED_RESULT;
GError *cn_fetch_error_new_for_tls      (GTlsCertificateFlags flags) G_GNUC_WARN_UNUSED_RESULT;
GError *cn_fetch_error_new_for_failure  (const GError        *error,
                                         GTlsCertificateFlags flags) G_GNUC_WARN_UNUSED_RESULT;
GError *cn_fetch_error_new_timeout      (void) G_GNUC_WARN_UNUSED_RESULT;
GError *cn_fetch_error_new_too_large    (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
