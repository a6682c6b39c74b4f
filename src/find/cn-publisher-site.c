/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which network's page a document is, by what stands outside its text: the address, the name of the site, the holder
 * of the rights, an author who is the network itself.
 *
 * Pure, any thread. What the text says is the affair of cn-publisher.c, and weighs less. */

#include "config.h"

#include "cn-publisher.h"

#include "cn-network-finder.h"

#include <string.h>

/* A line that says whose the rights are, with an address behind it. */
#define MAX_COPYRIGHT_BYTES 300

/* Fewer capitals are anybody's. */
#define MIN_CAPITALS 3

static gboolean
is_site_of (GUri                 *address,
            const CnNetworkEntry *entry)
{
  g_autoptr (GUri) home = NULL;
  const char *host, *home_host, *path;

  if (entry->website == NULL)
    return FALSE;

  home = g_uri_parse (entry->website, G_URI_FLAGS_NONE, NULL);
  if (home == NULL || g_uri_get_host (home) == NULL)
    return FALSE;

  home_host = g_uri_get_host (home);
  host = g_uri_get_host (address);
  home_host += g_str_has_prefix (home_host, "www.") ? 4 : 0;
  host += g_str_has_prefix (host, "www.") ? 4 : 0;
  if (g_ascii_strcasecmp (host, home_host) != 0)
    return FALSE;

  /* A network that is a guest on another body's site is its part of that site only. */
  path = g_uri_get_path (home);
  if (strlen (path) <= 1)
    return TRUE;

  return g_str_has_prefix (g_uri_get_path (address), path)
         && strchr ("/?", g_uri_get_path (address)[strlen (path)]) != NULL;
}

static const CnNetworkEntry *
find_by_address (CnNetworkRegistry *registry,
                 const char        *url)
{
  g_autoptr (GUri) address = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;

  if (address == NULL || g_uri_get_host (address) == NULL)
    return NULL;

  for (guint i = 0; i < cn_network_registry_get_n_entries (registry); i++)
    {
      const CnNetworkEntry *entry = cn_network_registry_get_entry (registry, i);

      if (is_site_of (address, entry))
        return entry;
    }

  return NULL;
}

/* Whether nothing but signs is left, or a sign that ends a name comes first. */
static gboolean
is_cut_off (const char *rest)
{
  static const char * const separators[] = { "|", "-", "–", "—", ":", "·", "•", "»", "/", ",", NULL };

  while (*rest == ' ' || *rest == ')' || *rest == '.')
    rest++;
  if (*rest == '\0')
    return TRUE;

  for (guint i = 0; separators[i] != NULL; i++)
    if (g_str_has_prefix (rest, separators[i]))
      return TRUE;

  return FALSE;
}

/* What a site is called, if that is one of its short names and nothing else, and written in capitals: "OASC". */
static const CnNetworkEntry *
find_by_short_name (CnNetworkRegistry   *registry,
                    const CnNameMatcher *matcher,
                    const char          *name)
{
  g_autoptr (GArray) hits = NULL;
  const CnNameHit *hit;
  guint n_capitals = 0;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;

  hits = g_array_new (FALSE, FALSE, sizeof (CnNameHit));
  cn_name_matcher_scan (matcher, name, 0, strlen (name), hits);
  if (hits->len != 1)
    return NULL;

  hit = &g_array_index (hits, CnNameHit, 0);
  if (hit->owner == CN_NAME_NOBODY || hit->start != 0 || name[hit->end] != '\0')
    return NULL;
  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_islower (*p))
        return NULL;
      n_capitals += g_ascii_isupper (*p);
    }

  return n_capitals >= MIN_CAPITALS ? cn_network_registry_get_entry (registry, hit->owner) : NULL;
}

/*
 * cn_publisher_find_by_short_name:
 * @registry: the networks
 * @matcher: their forms, owned by the index in @registry
 * @document: what a reader made
 * @mentions: (element-type CnNetworkMention): networks named in its own text
 *
 * Short names are other bodies' names, too, so that a site's short name counts only where the page speaks of the
 * network itself.
 *
 * Returns: (transfer none) (nullable): the network whose page it is
 */
const CnNetworkEntry *
cn_publisher_find_by_short_name (CnNetworkRegistry   *registry,
                                 const CnNameMatcher *matcher,
                                 const CnDocument    *document,
                                 GArray              *mentions)
{
  const CnNetworkEntry *entry;

  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (registry), NULL);
  g_return_val_if_fail (matcher != NULL, NULL);
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (mentions != NULL, NULL);

  entry = find_by_short_name (registry, matcher, document->site_name);
  for (guint i = 0; entry != NULL && i < mentions->len; i++)
    if (g_array_index (mentions, CnNetworkMention, i).entry == entry)
      return entry;
  return NULL;
}

/* A name that stands for itself: "Eurocities", "Eurocities – the network of major European cities", but not
 * "Friends of Eurocities". */
static const CnNetworkEntry *
find_by_name (CnNetworkRegistry   *registry,
              const CnNameMatcher *matcher,
              const char          *name)
{
  g_autoptr (GArray) hits = NULL;
  const CnNameHit *hit;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;

  hits = g_array_new (FALSE, FALSE, sizeof (CnNameHit));
  cn_name_matcher_scan (matcher, name, 0, strlen (name), hits);
  if (hits->len == 0)
    return NULL;

  hit = &g_array_index (hits, CnNameHit, 0);
  if (hit->is_weak || hit->owner == CN_NAME_NOBODY || hit->start != 0 || !is_cut_off (name + hit->end))
    return NULL;

  return cn_network_registry_get_entry (registry, hit->owner);
}

static gsize
count_sign (const char *text)
{
  static const char *const signs[] = { "©", "Copyright", "copyright", "COPYRIGHT", "(c)", "(C)" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return strlen (signs[i]);
  return 0;
}

/* Returns: (nullable): what stands behind "© 2013–2021 " and "Copyright (c) 2021, " */
static const char *
skip_copyright (const char *text)
{
  const char *holder = NULL;

  for (gsize n = count_sign (text); n > 0; n = count_sign (text))
    {
      text += n;
      text += strspn (text, " ,");
      holder = text;
    }
  if (holder == NULL)
    return NULL;

  while (g_ascii_isdigit (*holder) || strchr (" ,-", *holder) != NULL || g_str_has_prefix (holder, "–"))
    {
      if (*holder == '\0')
        return NULL;
      holder = g_utf8_next_char (holder);
    }
  return holder;
}

/* "Copyright Example 2005-2023" */
static void
strip_years (char *line)
{
  gsize length = strlen (line);

  while (length > 0 && (g_ascii_isdigit (line[length - 1]) || strchr (" ,-.", line[length - 1]) != NULL))
    length--;
  if (length > 3 && memcmp (line + length - 3, "–", 3) == 0)
    {
      length -= 3;
      while (length > 0 && (g_ascii_isdigit (line[length - 1]) || line[length - 1] == ' '))
        length--;
    }
  line[length] = '\0';
}

/* The holder of the rights in the page's foot: the only furniture that speaks of the page itself. */
static const CnNetworkEntry *
find_by_copyright (CnNetworkRegistry   *registry,
                   const CnNameMatcher *matcher,
                   const CnDocument    *document)
{
  const CnNetworkEntry *entry = NULL;

  for (guint i = 0; i < cn_document_get_n_blocks (document) && entry == NULL; i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);
      g_autofree char *line = NULL;
      const char *holder;
      char *stop;

      if (block->furniture != CN_FURNITURE_FOOTER || block->end - block->start > MAX_COPYRIGHT_BYTES)
        continue;
      line = g_strndup (document->text + block->start, block->end - block->start);
      /* "© 2020 Example. All rights reserved." */
      stop = strstr (line, ". ");
      if (stop != NULL)
        *stop = '\0';
      strip_years (line);
      holder = skip_copyright (line);
      if (holder != NULL)
        entry = find_by_name (registry, matcher, holder);
    }

  return entry;
}

/*
 * cn_publisher_find_by_site:
 * @registry: the networks
 * @matcher: their forms, owned by the index in @registry
 * @document: what a reader made
 *
 * Asks what stands outside the text: the page's address, what it calls its site, whose the rights are, an author who
 * is the network itself.
 *
 * Returns: (transfer none) (nullable): the network whose page it is
 */
const CnNetworkEntry *
cn_publisher_find_by_site (CnNetworkRegistry   *registry,
                           const CnNameMatcher *matcher,
                           const CnDocument    *document)
{
  const CnNetworkEntry *entry;

  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (registry), NULL);
  g_return_val_if_fail (matcher != NULL, NULL);
  g_return_val_if_fail (document != NULL, NULL);

  entry = find_by_address (registry, document->url);
  if (entry == NULL)
    entry = find_by_name (registry, matcher, document->site_name);
  if (entry == NULL)
    entry = find_by_copyright (registry, matcher, document);
  for (guint i = 0; entry == NULL && document->authors != NULL && document->authors[i] != NULL; i++)
    entry = find_by_name (registry, matcher, document->authors[i]);

  return entry;
}
