/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

#define CN_READ_ERROR (cn_read_error_quark ())

/**
 * CnReadError:
 * @CN_READ_ERROR_EMPTY: there is no text in it
 * @CN_READ_ERROR_BINARY: the bytes are no text (a picture, an archive, a program)
 * @CN_READ_ERROR_TOO_LARGE: larger than %CN_READ_MAX_BYTES
 * @CN_READ_ERROR_UNSUPPORTED: text, but of a kind that no reader takes
 * @CN_READ_ERROR_MALFORMED: of a known kind, but beyond reading
 *
 * Messages are one clause in words a person understands, lower case, no full stop, without the input's name:
 * "it is empty", "it looks like a PNG picture". The caller puts the name before it and translates it: the readers know
 * no locale, so the clauses are only marked for translators here.
 */
typedef enum
{
  CN_READ_ERROR_EMPTY,
  CN_READ_ERROR_BINARY,
  CN_READ_ERROR_TOO_LARGE,
  CN_READ_ERROR_UNSUPPORTED,
  CN_READ_ERROR_MALFORMED,
} CnReadError;

/* The largest input that is read at all; a saved page with its text is a thousandth of it. */
#define CN_READ_MAX_BYTES (64 * 1024 * 1024)

/**
 * CnReadHints:
 * @base_url: (nullable): the address that the bytes came from
 * @content_type: (nullable): the Content-Type header that they came with
 *
 * What the caller knows from outside the bytes. Never a file name and never a file's time.
 */
typedef struct
{
  const char *base_url;
  const char *content_type;
} CnReadHints;

GQuark     cn_read_error_quark (void);

GPtrArray *cn_reader_read      (GBytes             *bytes,
                                const CnReadHints  *hints,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
