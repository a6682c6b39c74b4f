/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way in: bytes of unknown kind to documents, or one clause that says why not.
 *
 * Decides by what the bytes begin with and by the header they came with, never by a file's name. Pure; any thread. */

#include "config.h"

#include "cn-reader.h"

#include "cn-encoding.h"
#include "cn-html-reader.h"
#include "cn-scan.h"
#include "cn-text-reader.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  FORMAT_TEXT,
  FORMAT_HTML,
  FORMAT_FEED,
  FORMAT_OPML,
  FORMAT_XML,
} Format;

G_DEFINE_QUARK (cn-read-error-quark, cn_read_error)

/* How far the first element may be from the beginning: behind comments, declarations and styles. */
#define SNIFF_BYTES 4096

static gboolean
starts_with (const char *text,
             const char *end,
             const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - text) > length && g_ascii_strncasecmp (text, word, length) == 0 &&
         (g_ascii_isspace (text[length]) || text[length] == '>' || text[length] == '/' || text[length] == ':');
}

/* Skips white space, comments, processing instructions and the document type. */
static const char *
skip_prolog (const char *p,
             const char *end)
{
  while (p < end)
    {
      const char *close = NULL;

      if (g_ascii_isspace (*p))
        {
          p++;
          continue;
        }
      if (cn_scan_starts_with (p, end, "<!--"))
        close = g_strstr_len (p, end - p, "-->");
      else if (cn_scan_starts_with (p, end, "<?") || (cn_scan_starts_with (p, end, "<!") && p[2] != '['))
        close = memchr (p, '>', (gsize) (end - p));
      else
        return p;

      if (close == NULL)
        return end;
      p = close + (*close == '-' ? 3 : 1);
    }

  return end;
}

static gboolean
begins_with_html (const char *p,
                  const char *end)
{
  static const char *const elements[] = {
    "<html", "<head", "<body", "<title", "<meta", "<link", "<script", "<style", "<div", "<p", "<article", "<main",
    "<section", "<header", "<nav", "<h1", "<h2", "<h3", "<table", "<ul", "<ol", "<a", "<b", "<i", "<em", "<strong",
    "<span", "<br", "<img", "<font", "<center", "<base", "<iframe", "<noscript", "<form", "<blockquote", "<pre",
    "<svg", "<details", "<figure", "<aside", "<footer", "<template", "<frameset", "<button", "<input", "<video",
    "<audio", "<object", "<embed", "<math", "<marquee",
  };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (starts_with (p, end, elements[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_json_feed (const char *p,
              const char *end)
{
  return *p == '{' && g_strstr_len (p, MIN (end - p, SNIFF_BYTES), "jsonfeed.org/version") != NULL;
}

static Format
sniff (const char *text,
       gsize       length,
       const char *content_type)
{
  const char *end = text + length;
  const char *p = skip_prolog (text, end);
  gboolean says_html = g_strstr_len (text, (gssize) MIN (length, SNIFF_BYTES), "<!DOCTYPE html") != NULL ||
                       g_strstr_len (text, (gssize) MIN (length, SNIFF_BYTES), "<!doctype html") != NULL;

  if (p == end)
    return says_html ? FORMAT_HTML : FORMAT_TEXT;
  if (starts_with (p, end, "<rss") || starts_with (p, end, "<feed") || starts_with (p, end, "<rdf:RDF") ||
      starts_with (p, end, "<channel") || is_json_feed (p, end))
    return FORMAT_FEED;
  if (starts_with (p, end, "<opml"))
    return FORMAT_OPML;
  if (begins_with_html (p, end) || says_html)
    return FORMAT_HTML;
  if (cn_scan_starts_with (text, end, "<?xml") || (p > text && *p == '<'))
    return g_strstr_len (p, (gssize) MIN (SNIFF_BYTES, end - p), "<html") != NULL ? FORMAT_HTML : FORMAT_XML;
  if (content_type != NULL && (strstr (content_type, "html") != NULL || strstr (content_type, "HTML") != NULL))
    return FORMAT_HTML;
  /* Text in front of the first element: a saved page all the same when it has what only pages have. */
  if (g_strstr_len (text, (gssize) length, "</html>") != NULL || g_strstr_len (text, (gssize) length, "</p>") != NULL ||
      g_strstr_len (text, (gssize) length, "</div>") != NULL)
    return FORMAT_HTML;
  return FORMAT_TEXT;
}

static CnDocument *
read_document (const char         *text,
               gsize               length,
               const CnReadHints  *hints,
               GError            **error)
{
  switch (sniff (text, length, hints != NULL ? hints->content_type : NULL))
    {
    case FORMAT_TEXT:
      return cn_text_reader_read (text, length, error);
    case FORMAT_HTML:
      return cn_html_reader_read (text, length, hints != NULL ? hints->base_url : NULL, error);
    case FORMAT_FEED:
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_UNSUPPORTED,
                           N_("it is a feed, and feeds cannot be read yet"));
      return NULL;
    case FORMAT_OPML:
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_UNSUPPORTED,
                           N_("it is a list of subscriptions, and these cannot be read yet"));
      return NULL;
    case FORMAT_XML:
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_UNSUPPORTED,
                           N_("it is XML, but neither a page nor a text"));
      return NULL;
    }

  g_assert_not_reached ();
}

/**
 * cn_reader_read:
 * @bytes: a file or the body of an answer
 * @hints: (nullable): what the caller knows about them from outside
 *
 * Returns: (transfer full) (element-type CnDocument): the documents in it, one or more; %NULL with a #CnReadError
 */
GPtrArray *
cn_reader_read (GBytes             *bytes,
                const CnReadHints  *hints,
                GError            **error)
{
  g_autofree char *text = NULL;
  CnDocument *document;
  GPtrArray *documents;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = cn_encoding_decode (bytes, hints != NULL ? hints->content_type : NULL, &length, error);
  if (text == NULL)
    return NULL;

  document = read_document (text, length, hints, error);
  if (document == NULL)
    return NULL;

  documents = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_document_unref);
  g_ptr_array_add (documents, document);
  return documents;
}
