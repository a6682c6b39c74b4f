/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the encoding that a page means by the name that it gives.
 *
 * Pure; what the bytes of each encoding mean is in cn-charset-tables.c. */

#include "config.h"

#include "cn-charset.h"

#include "cn-charset-tables.h"

/* What pages and files call them. ISO-8859-1 and US-ASCII mean windows-1252 and ISO-8859-9 means windows-1254, as the
 * Encoding Standard has it, because the pages that say so use their letters. */
static const struct
{
  const char *label;
  const char *name;
} labels[] = {
  { "windows-1250", "windows-1250" },
  { "cp1250", "windows-1250" },
  { "x-cp1250", "windows-1250" },
  { "windows-1251", "windows-1251" },
  { "cp1251", "windows-1251" },
  { "x-cp1251", "windows-1251" },
  { "win-1251", "windows-1251" },
  { "windows-1252", "windows-1252" },
  { "cp1252", "windows-1252" },
  { "x-cp1252", "windows-1252" },
  { "ansi_x3.4-1968", "windows-1252" },
  { "ascii", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "iso-8859-1", "windows-1252" },
  { "iso8859-1", "windows-1252" },
  { "iso_8859-1", "windows-1252" },
  { "iso88591", "windows-1252" },
  { "latin1", "windows-1252" },
  { "latin-1", "windows-1252" },
  { "l1", "windows-1252" },
  { "cp819", "windows-1252" },
  { "ibm819", "windows-1252" },
  { "iso-ir-100", "windows-1252" },
  { "ansi", "windows-1252" },
  { "windows-1253", "windows-1253" },
  { "cp1253", "windows-1253" },
  { "x-cp1253", "windows-1253" },
  { "windows-1254", "windows-1254" },
  { "cp1254", "windows-1254" },
  { "x-cp1254", "windows-1254" },
  { "iso-8859-9", "windows-1254" },
  { "iso8859-9", "windows-1254" },
  { "iso_8859-9", "windows-1254" },
  { "iso88599", "windows-1254" },
  { "latin5", "windows-1254" },
  { "latin-5", "windows-1254" },
  { "l5", "windows-1254" },
  { "iso-ir-148", "windows-1254" },
  { "windows-1255", "windows-1255" },
  { "cp1255", "windows-1255" },
  { "x-cp1255", "windows-1255" },
  { "windows-1256", "windows-1256" },
  { "cp1256", "windows-1256" },
  { "x-cp1256", "windows-1256" },
  { "windows-1257", "windows-1257" },
  { "cp1257", "windows-1257" },
  { "x-cp1257", "windows-1257" },
  { "windows-1258", "windows-1258" },
  { "cp1258", "windows-1258" },
  { "x-cp1258", "windows-1258" },
  { "iso-8859-2", "iso-8859-2" },
  { "iso8859-2", "iso-8859-2" },
  { "iso_8859-2", "iso-8859-2" },
  { "iso88592", "iso-8859-2" },
  { "latin2", "iso-8859-2" },
  { "l2", "iso-8859-2" },
  { "iso-8859-3", "iso-8859-3" },
  { "iso8859-3", "iso-8859-3" },
  { "iso_8859-3", "iso-8859-3" },
  { "latin3", "iso-8859-3" },
  { "l3", "iso-8859-3" },
  { "iso-8859-4", "iso-8859-4" },
  { "iso8859-4", "iso-8859-4" },
  { "iso_8859-4", "iso-8859-4" },
  { "latin4", "iso-8859-4" },
  { "l4", "iso-8859-4" },
  { "iso-8859-5", "iso-8859-5" },
  { "iso8859-5", "iso-8859-5" },
  { "iso_8859-5", "iso-8859-5" },
  { "cyrillic", "iso-8859-5" },
  { "iso-8859-6", "iso-8859-6" },
  { "iso8859-6", "iso-8859-6" },
  { "iso_8859-6", "iso-8859-6" },
  { "arabic", "iso-8859-6" },
  { "iso-8859-7", "iso-8859-7" },
  { "iso8859-7", "iso-8859-7" },
  { "iso_8859-7", "iso-8859-7" },
  { "iso88597", "iso-8859-7" },
  { "greek", "iso-8859-7" },
  { "greek8", "iso-8859-7" },
  { "elot_928", "iso-8859-7" },
  { "ecma-118", "iso-8859-7" },
  { "iso-8859-8", "iso-8859-8" },
  { "iso8859-8", "iso-8859-8" },
  { "iso_8859-8", "iso-8859-8" },
  { "hebrew", "iso-8859-8" },
  { "iso-8859-8-i", "iso-8859-8" },
  { "logical", "iso-8859-8" },
  { "iso-8859-10", "iso-8859-10" },
  { "iso8859-10", "iso-8859-10" },
  { "latin6", "iso-8859-10" },
  { "l6", "iso-8859-10" },
  { "iso-8859-13", "iso-8859-13" },
  { "iso8859-13", "iso-8859-13" },
  { "iso-8859-14", "iso-8859-14" },
  { "iso8859-14", "iso-8859-14" },
  { "iso-8859-15", "iso-8859-15" },
  { "iso8859-15", "iso-8859-15" },
  { "iso_8859-15", "iso-8859-15" },
  { "latin-9", "iso-8859-15" },
  { "latin9", "iso-8859-15" },
  { "l9", "iso-8859-15" },
  { "iso-8859-16", "iso-8859-16" },
  { "iso8859-16", "iso-8859-16" },
  { "koi8-r", "koi8-r" },
  { "koi8", "koi8-r" },
  { "koi", "koi8-r" },
  { "koi8_r", "koi8-r" },
  { "cskoi8r", "koi8-r" },
  { "koi8-u", "koi8-u" },
  { "koi8-ru", "koi8-u" },
  { "ibm866", "ibm866" },
  { "cp866", "ibm866" },
  { "866", "ibm866" },
  { "macintosh", "macintosh" },
  { "mac", "macintosh" },
  { "x-mac-roman", "macintosh" },
  { "macroman", "macintosh" },
};

/**
 * cn_charset_find:
 * @label: what a page calls an encoding, any case, blanks around it allowed
 *
 * Returns: (transfer none) (nullable): the single-byte encoding of that name
 */
const CnCharset *
cn_charset_find (const char *label)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (label != NULL, NULL);

  clean = g_strstrip (g_ascii_strdown (label, -1));

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (!g_str_equal (labels[i].label, clean))
        continue;
      for (const CnCharset *charset = cn_charset_tables; charset->name != NULL; charset++)
        if (g_str_equal (charset->name, labels[i].name))
          return charset;
    }

  return NULL;
}
