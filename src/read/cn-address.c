/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses as documents write them: resolving against a base, refusing every scheme but http, https and mailto, taking
 * the marks of campaigns off.
 *
 * Pure. An address that leaves this file was taken apart and put together again by GUri, so no trick with white space,
 * control characters or entities in front of a scheme survives. */

#include "config.h"

#include "cn-address.h"

#include <string.h>

/* Longer ones are no addresses that a person could follow; browsers stop at about this length too. */
#define MAX_LENGTH 8192

#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE)

static gboolean
is_web_scheme (const char *scheme)
{
  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

/**
 * cn_address_is_safe:
 * @address: an address
 *
 * Returns: whether it is an absolute http or https address with a host, or a mailto address, without blanks, quotation
 *   marks, angle brackets or control characters
 */
gboolean
cn_address_is_safe (const char *address)
{
  const char *rest;

  g_return_val_if_fail (address != NULL, FALSE);

  for (const char *p = address; *p != '\0'; p++)
    if (*p == '"' || *p == '\'' || *p == '<' || *p == '>' || *p == '`' || *p == '\\' || g_ascii_iscntrl (*p) ||
        *p == ' ')
      return FALSE;

  if (g_str_has_prefix (address, "mailto:"))
    rest = address + strlen ("mailto:");
  else if (g_str_has_prefix (address, "https://"))
    rest = address + strlen ("https://");
  else if (g_str_has_prefix (address, "http://"))
    rest = address + strlen ("http://");
  else
    return FALSE;

  return *rest != '\0' && *rest != '/' && *rest != '?' && *rest != '#' && strlen (address) <= MAX_LENGTH;
}

/* What the URL standard says of input: controls and blanks around it go, tabs and line breaks inside it too.
 * The rest that must not stand in an address is percent-encoded. */
static char *
clean_reference (const char *reference)
{
  GString *clean = g_string_new (NULL);
  gsize length = strlen (reference);

  while (length > 0 && (guchar) *reference <= ' ')
    {
      reference++;
      length--;
    }
  while (length > 0 && (guchar) reference[length - 1] <= ' ')
    length--;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) reference[i];

      if (c == '\t' || c == '\n' || c == '\r')
        continue;
      if (c <= ' ' || c == 0x7f || strchr ("\"'<>`\\^{|}", c) != NULL || c >= 0x80)
        g_string_append_printf (clean, "%%%02X", c);
      else
        g_string_append_c (clean, (char) c);
    }

  return g_string_free (clean, FALSE);
}

static char *
resolve_mail (const char *clean)
{
  const char *address = clean + strlen ("mailto:");

  if (strchr (address, '@') == NULL || strlen (address) > 320 + 1000)
    return NULL;

  return g_strconcat ("mailto:", address, NULL);
}

/* GUri refuses letters outside ASCII in a host that is percent-encoded wrongly; a host is all that decides safety. */
static gboolean
has_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return host != NULL && *host != '\0' && strpbrk (host, " %<>\"'") == NULL;
}

/**
 * cn_address_resolve:
 * @reference: an address as a document writes it, entities already decoded
 * @base: (nullable): the absolute address that it is relative to
 *
 * Returns: (transfer full) (nullable): the absolute http, https or mailto address, %NULL for every other scheme, for a
 *   relative reference without a base and for what is no address
 */
char *
cn_address_resolve (const char *reference,
                    const char *base)
{
  g_autofree char *clean = NULL;
  g_autofree char *result = NULL;
  g_autoptr (GUri) base_uri = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (reference != NULL, NULL);

  if (strlen (reference) > MAX_LENGTH)
    return NULL;

  clean = clean_reference (reference);
  if (*clean == '\0')
    return NULL;
  if (g_ascii_strncasecmp (clean, "mailto:", strlen ("mailto:")) == 0)
    result = resolve_mail (clean);
  else
    {
      if (base != NULL)
        base_uri = g_uri_parse (base, FLAGS, NULL);
      if (base_uri != NULL && !is_web_scheme (g_uri_get_scheme (base_uri)))
        g_clear_pointer (&base_uri, g_uri_unref);

      uri = g_uri_parse_relative (base_uri, clean, FLAGS, NULL);
      if (uri == NULL || !is_web_scheme (g_uri_get_scheme (uri)) || !has_host (uri))
        return NULL;
      result = g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO);
    }

  if (result == NULL || !cn_address_is_safe (result))
    return NULL;
  return g_steal_pointer (&result);
}

/**
 * cn_address_resolve_page:
 *
 * As cn_address_resolve(), but only for addresses that a page can have: http and https.
 */
char *
cn_address_resolve_page (const char *reference,
                         const char *base)
{
  g_autofree char *address = cn_address_resolve (reference, base);

  if (address == NULL || g_str_has_prefix (address, "mailto:"))
    return NULL;
  return g_steal_pointer (&address);
}

/* Parameters that tell where a reader came from and nothing about what is read. */
static gboolean
is_tracking (const char *parameter,
             gsize       length)
{
  static const char *const names[] = {
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid",
    "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "hsctatracking", "vero_id",
    "oly_anon_id", "oly_enc_id", "wickedid", "s_cid", "ns_source", "ns_mchannel", "ns_campaign", "pk_campaign",
    "pk_kwd", "pk_source", "pk_medium", "mtm_campaign", "mtm_source", "mtm_medium", "mtm_keyword", "spm", "_ga",
    "_gl", "xtor", "at_campaign", "at_medium", "wt_mc", "wt.mc_id", "trk", "trkcampaign", "ref_src", "ref_url",
    "sc_cid", "srsltid", "cmpid",
  };

  if (length >= 4 && g_ascii_strncasecmp (parameter, "utm_", 4) == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (parameter, names[i], length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * cn_address_strip_tracking:
 * @address: an absolute address
 *
 * Returns: (transfer full): the address without the parameters that campaigns add and without its fragment, all
 * else as it was
 */
char *
cn_address_strip_tracking (const char *address)
{
  const char *fragment, *query, *end, *p;
  GString *result;

  g_return_val_if_fail (address != NULL, NULL);

  fragment = strchr (address, '#');
  end = fragment != NULL ? fragment : address + strlen (address);
  query = memchr (address, '?', (gsize) (end - address));

  /* "#!" addresses are pages of their own. */
  if (fragment != NULL && fragment[1] == '!')
    return g_strdup (address);
  if (query == NULL)
    return g_strndup (address, (gsize) (end - address));

  result = g_string_new_len (address, query - address);
  for (p = query + 1; p <= end; p++)
    {
      const char *parameter = p;
      const char *equals;

      while (p < end && *p != '&')
        p++;
      equals = memchr (parameter, '=', (gsize) (p - parameter));
      if (p == parameter || is_tracking (parameter, (gsize) ((equals != NULL ? equals : p) - parameter)))
        continue;
      g_string_append_c (result, strchr (result->str, '?') == NULL ? '?' : '&');
      g_string_append_len (result, parameter, p - parameter);
    }

  return g_string_free (result, FALSE);
}
