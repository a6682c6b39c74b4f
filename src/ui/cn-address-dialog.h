/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CN_TYPE_ADDRESS_DIALOG (cn_address_dialog_get_type ())

/**
 * CnAddressDialog:
 *
 * Asks for the address of an article. The signal "add" brings it: absolute, http or https.
 */
G_DECLARE_FINAL_TYPE (CnAddressDialog, cn_address_dialog, CN, ADDRESS_DIALOG, AdwDialog)

AdwDialog *cn_address_dialog_new (void);

/* The address that a text is: one line that begins with http:// or https://, or looks like a host;
 * else NULL. */
char      *cn_address_from_text  (const char *text,
                                  gboolean    guess_scheme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
