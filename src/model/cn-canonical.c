/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What makes two inputs one article: the same canonical address, or the same normalised text.
 *
 * Pure, any thread. The address is the one of RFC 3986's syntax-based normalisation, without the fragment
 * and without the marks that campaigns and shares hang on it; http and https stay apart, because the
 * address is also what a reader follows.
 *
 * The text is what the article itself says: furniture, headline, byline and date line are left out, so that
 * the same story with another sidebar, from a feed or from a page, is one article. It is folded (case,
 * accents, typographic signs) and its white space counts as one space. Where so little text remains that
 * two different notices could share it, headline and date count too. */

#include "config.h"

#include "cn-canonical.h"

#include <string.h>

#include "cn-fold.h"

/* Bytes of folded text below which headline and date take part. */
#define SHORT_TEXT 200

static const char *const tracking_prefixes[] = { "utm_", "mc_", "pk_", "mtm_", "hsa_", "_hs" };
static const char *const tracking_names[] = {
  "fbclid", "gclid", "dclid", "msclkid", "igshid", "yclid", "twclid", "mkt_tok", "vero_id", "wickedid", "oly_enc_id",
  "oly_anon_id", "s_cid", "cmpid", "ref_src", NULL
};

static gboolean
is_tracking (const char *parameter)
{
  g_autofree char *name = g_strndup (parameter, strcspn (parameter, "="));
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (tracking_prefixes); i++)
    {
      if (g_str_has_prefix (lower, tracking_prefixes[i]))
        return TRUE;
    }

  return g_strv_contains (tracking_names, lower);
}

/* The query without tracking parameters, their order as it came; NULL when nothing remains. */
static char *
clean_query (const char *query)
{
  g_auto(GStrv) parameters = query != NULL ? g_strsplit (query, "&", -1) : NULL;
  g_autoptr(GString) kept = g_string_new (NULL);

  for (guint i = 0; parameters != NULL && parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_tracking (parameters[i]))
        continue;
      if (kept->len > 0)
        g_string_append_c (kept, '&');
      g_string_append (kept, parameters[i]);
    }

  return kept->len > 0 ? g_string_free_and_steal (g_steal_pointer (&kept)) : NULL;
}

/**
 * cn_canonical_address:
 * @address: (nullable): an address as a document or a user gives it
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): its canonical form, %NULL when it is no http or https address
 */
char *
cn_canonical_address (const char *address)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *host = NULL;
  g_autofree char *query = NULL;
  gboolean is_https;
  int port;

  if (address == NULL)
    return NULL;

  /* GLib also normalises: an empty path is "/", %2f is %2F, and %41 is A. */
  uri = g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;

  is_https = g_str_equal (g_uri_get_scheme (uri), "https");
  if (!is_https && !g_str_equal (g_uri_get_scheme (uri), "http"))
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  if (g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';
  port = g_uri_get_port (uri) == (is_https ? 443 : 80) ? -1 : g_uri_get_port (uri);
  query = clean_query (g_uri_get_query (uri));

  return g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host, port,
                     g_uri_get_path (uri), query, NULL);
}

/* Adds words with one space between them, whatever white space @text has. */
static void
append_words (GString    *words,
              const char *text,
              gssize      length)
{
  g_autofree char *folded = cn_fold (text, length);
  gboolean between = words->len > 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          between = words->len > 0;
          continue;
        }
      if (between)
        g_string_append_c (words, ' ');
      between = FALSE;
      g_string_append_unichar (words, c);
    }
}

static gboolean
is_own_text (const CnBlock *block)
{
  return block->furniture == CN_FURNITURE_NONE && block->kind != CN_BLOCK_TITLE &&
         block->kind != CN_BLOCK_DATE_LINE && block->kind != CN_BLOCK_BYLINE;
}

/**
 * cn_canonical_text_hash:
 * @document: what a reader made of an input
 *
 * Any thread.
 *
 * Returns: (transfer full): SHA-256 of the article's normalised own text
 */
GBytes *
cn_canonical_text_hash (const CnDocument *document)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_return_val_if_fail (document != NULL, NULL);

  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      if (is_own_text (block))
        append_words (words, document->text + block->start, (gssize) (block->end - block->start));
    }

  if (words->len < SHORT_TEXT)
    {
      g_autofree char *date = cn_date_to_iso (document->published);

      append_words (words, document->title != NULL ? document->title : "", -1);
      append_words (words, date != NULL ? date : "", -1);
    }

  g_checksum_update (checksum, (const guchar *) words->str, (gssize) words->len);
  g_checksum_get_digest (checksum, digest, &length);
  return g_bytes_new (digest, sizeof digest);
}
