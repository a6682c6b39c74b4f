/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every document promises, whatever it was made of. Tests and fuzzers ask it of each document they see.
 *
 * The check of the HTML is a small reader of its own that knows the allowed elements and nothing else: whatever it
 * does not know is active content. */

#include "config.h"

#include "document-check.h"

#include "cn-layout.h"

#include <string.h>

static void
check_span (const CnDocument *document,
            const CnBlock    *block,
            const CnSpan     *span,
            gsize             previous_start)
{
  g_assert_cmpuint (span->kind, <, CN_N_SPAN_KINDS);
  g_assert_cmpuint (span->start, >=, previous_start);
  g_assert_cmpuint (span->start, >=, block->start);
  g_assert_cmpuint (span->start, <=, span->end);
  g_assert_cmpuint (span->end, <=, block->end);
  g_assert_true (span->start < span->end || span->kind == CN_SPAN_CELL);
  g_assert_true (((guchar) document->text[span->start] & 0xc0) != 0x80);
  g_assert_true (((guchar) document->text[span->end] & 0xc0) != 0x80);
  g_assert_true ((span->kind == CN_SPAN_LINK) == (span->href != NULL));

  if (span->href != NULL)
    {
      g_assert_true (g_str_has_prefix (span->href, "http://") || g_str_has_prefix (span->href, "https://") ||
                     g_str_has_prefix (span->href, "mailto:"));
      g_assert_null (strpbrk (span->href, "\"'<>` \t\r\n"));
    }
}

static void
check_block (const CnDocument *document,
             const CnBlock    *block)
{
  g_autofree char *words = cn_document_dup_text (document, block->start, block->end);
  gsize previous_start = 0;

  g_assert_cmpuint (block->kind, <, CN_N_BLOCK_KINDS);
  g_assert_cmpuint (block->furniture, <, CN_N_FURNITURE);
  g_assert_cmpuint (block->start, <, block->end);
  g_assert_cmpuint (block->end, <=, document->text_length);
  g_assert_true (((guchar) document->text[block->start] & 0xc0) != 0x80);
  g_assert_true (((guchar) document->text[block->end] & 0xc0) != 0x80);
  g_assert_cmpstr (words, !=, "");
  g_assert_cmpuint (cn_document_get_body_start (document, block), >=, block->start);
  g_assert_cmpuint (cn_document_get_body_start (document, block), <, block->end);
  g_assert_true (cn_document_find_block (document, block->start) == block);
  g_assert_true (cn_document_find_block (document, block->end - 1) == block);
  g_assert_cmpint (cn_document_is_furniture (document, block->start, block->end), ==,
                   block->furniture != CN_FURNITURE_NONE);

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const CnSpan *span = &g_array_index (block->spans, CnSpan, i);

      check_span (document, block, span, previous_start);
      previous_start = span->start;
    }
}

static void
check_blocks (const CnDocument *document)
{
  gsize at = 0;
  guint n_titles = 0;

  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      g_assert_cmpuint (block->start, >=, at);
      for (; at < block->start; at++)
        g_assert_cmpint (document->text[at], ==, '\n');
      check_block (document, block);
      n_titles += block->kind == CN_BLOCK_TITLE;
      at = block->end;
    }

  for (; at < document->text_length; at++)
    g_assert_cmpint (document->text[at], ==, '\n');
  g_assert_cmpuint (n_titles, <=, 1);
}

static const char *const allowed[] = {
  "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th", "a",
    "em", "strong", "br",
};

/* What strncmp() would say. Under the sanitizers that looks for the end of the whole text at each call, and so does
 * strspn(): five seconds become five minutes. */
static gboolean
begins (const char *p,
        const char *words)
{
  while (*words != '\0' && *p == *words)
    {
      p++;
      words++;
    }

  return *words == '\0';
}

static gsize
count_alphanumeric (const char *p)
{
  gsize n = 0;

  while (g_ascii_islower (p[n]) || g_ascii_isdigit (p[n]))
    n++;

  return n;
}

static gboolean
is_allowed (const char *name,
            gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (strlen (allowed[i]) == length && memcmp (allowed[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

static void
check_reference (const char *p)
{
  static const char *const references[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (begins (p, references[i]))
      return;
  g_error ("not a reference that is allowed: %.20s", p);
}

/* Returns: behind the closing quotation mark */
static const char *
check_href (const char *p)
{
  g_assert_true (begins (p, "http://") || begins (p, "https://") || begins (p, "mailto:"));

  for (; *p != '"'; p++)
    {
      g_assert_cmpint ((guchar) *p, >, ' ');
      g_assert_null (strchr ("<>'`\\", *p));
      if (*p == '&')
        check_reference (p);
    }

  return p + 1;
}

static const char *
check_tag (const char *p,
           GPtrArray  *open)
{
  gboolean closing = p[1] == '/';
  const char *name = p + 1 + closing;
  gsize length = count_alphanumeric (name);

  g_assert_true (is_allowed (name, length));
  p = name + length;

  if (closing)
    {
      const char *last;

      g_assert_cmpuint (open->len, >, 0);
      last = g_ptr_array_index (open, open->len - 1);
      g_assert_true (begins (name, last) && strlen (last) == length);
      g_ptr_array_set_size (open, open->len - 1);
    }
  else if (!begins (name, "br"))
    g_ptr_array_add (open, g_strndup (name, length));

  if (!closing && begins (p, " href=\""))
    {
      g_assert_true (length == 1 && *name == 'a');
      p = check_href (p + 7);
    }
  else if (!closing && begins (p, " start=\""))
    {
      g_assert_true (begins (name, "ol"));
      p += 8;
      while (g_ascii_isdigit (*p))
        p++;
      g_assert_cmpint (*p++, ==, '"');
    }

  g_assert_cmpint (*p, ==, '>');
  return p + 1;
}

/**
 * document_check_html:
 *
 * Aborts unless the HTML is well nested and has nothing but the allowed elements, attributes and references.
 */
void
document_check_html (const char *html)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *p = html;

  while (*p != '\0')
    {
      if (*p == '<')
        {
          p = check_tag (p, open);
          continue;
        }
      g_assert_cmpint (*p, !=, '>');
      if (*p == '&')
        check_reference (p);
      p++;
    }

  g_assert_cmpuint (open->len, ==, 0);
}

static void
check_snippet (const CnDocument *document,
               gsize             max_chars)
{
  g_autofree char *snippet = cn_document_dup_snippet (document, max_chars);

  g_assert_true (g_utf8_validate (snippet, -1, NULL));
  g_assert_cmpuint ((gsize) g_utf8_strlen (snippet, -1), <=, max_chars);
  g_assert_null (strpbrk (snippet, "\n\t"));
  g_assert_null (strstr (snippet, "  "));
}

static void
check_layout (const CnDocument *document)
{
  g_autoptr (GBytes) layout = cn_layout_encode (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnDocument) again = cn_layout_decode (document->text, layout, &error);
  g_autoptr (GBytes) layout_again = NULL;

  g_assert_no_error (error);
  layout_again = cn_layout_encode (again);
  g_assert_true (g_bytes_equal (layout, layout_again));
}

/**
 * document_check:
 *
 * Aborts unless the document keeps what `cn-document.h` promises.
 */
void
document_check (const CnDocument *document)
{
  g_autofree char *html = cn_document_dup_html (document);

  g_assert_cmpuint (strlen (document->text), ==, document->text_length);
  g_assert_true (g_utf8_validate (document->text, -1, NULL));
  g_assert_null (strchr (document->text, '\r'));
  check_blocks (document);

  g_assert_cmpuint (document->published_quote.start, <=, document->published_quote.end);
  g_assert_cmpuint (document->published_quote.end, <=, document->text_length);
  g_assert_true (document->published_quote.start == document->published_quote.end ||
                 !cn_document_is_furniture (document, document->published_quote.start, document->published_quote.end));
  g_assert_true (document->title == NULL || (*document->title != '\0' && g_utf8_validate (document->title, -1, NULL)));
  g_assert_true (document->url == NULL || g_str_has_prefix (document->url, "http://") ||
                 g_str_has_prefix (document->url, "https://"));
  g_assert_true (document->authors == NULL || document->authors[0] != NULL);

  document_check_html (html);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  check_snippet (document, 0);
  check_snippet (document, 1);
  check_snippet (document, 140);
  check_layout (document);
}
