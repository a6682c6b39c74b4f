/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A saved web page becomes a document: metadata, title, article, blocks, furniture, date and writers, in this order.
 *
 * Each step has its own file; here they meet. Pure; any thread. */

#include "config.h"

#include "cn-html-reader.h"

#include "cn-block.h"
#include "cn-date-line.h"
#include "cn-day-order.h"
#include "cn-front-matter.h"
#include "cn-furniture-lines.h"
#include "cn-html-blocks.h"
#include "cn-html-content.h"
#include "cn-html-metadata.h"
#include "cn-html-title.h"
#include "cn-language.h"
#include "cn-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many blocks above and below the headline may hold the day. */
#define DAY_BLOCKS 4

static void
detect_language (CnDocument           *document,
                 const CnHtmlMetadata *metadata)
{
  g_autoptr (GString) own = cn_block_join_article (document);
  const char *detected;

  /* Templates declare the language of the site; a text that plainly speaks another one is right. */
  detected = cn_language_detect (own->str, own->len);
  if (detected != NULL && (metadata->language == NULL || own->len > 200))
    document->language = g_strdup (detected);
  else
    document->language = g_strdup (metadata->language);
}

static void
take_metadata (CnDocument     *document,
               CnHtmlMetadata *metadata)
{
  document->url = g_steal_pointer (&metadata->url);
  document->site_name = g_steal_pointer (&metadata->site_name);
  document->summary = g_steal_pointer (&metadata->summary);
  document->published = metadata->published;
  document->updated = metadata->updated;
}

static void
set_headline (CnDocument       *document,
              const CnHtmlPage *page)
{
  CnBlock *block;

  if (page->title_block < 0)
    return;

  block = &g_array_index (document->blocks, CnBlock, page->title_block);
  block->kind = CN_BLOCK_TITLE;
  block->level = 1;
  block->furniture = CN_FURNITURE_NONE;
}

/* "4 – 8 April 2022", "Deadline: 4 April": the time elements of such a line are not the document's. */
static gboolean
is_event (const CnDocument *document,
          const CnBlock    *block)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  return cn_date_line_parse (document->text + block->start, block->end - block->start, document->language,
                             names).kind == CN_DATE_LINE_EVENT;
}

/* The first time element above the body, in a block too short to be a sentence's. */
static void
take_time (CnDocument       *document,
           const CnHtmlPage *page)
{
  gsize body_before = 0;
  guint at = 0;

  for (guint i = 0; i < page->times->len && cn_date_get_precision (document->published) == CN_PRECISION_NONE; i++)
    {
      const CnHtmlTime *time = &g_array_index (page->times, CnHtmlTime, i);
      const CnBlock *block;

      if (time->block >= document->blocks->len)
        return;
      for (; at < time->block; at++)
        {
          block = cn_document_get_block (document, at);
          if (block->furniture == CN_FURNITURE_NONE && block->end - block->start > 140)
            body_before += block->end - block->start;
        }

      block = cn_document_get_block (document, time->block);
      if (body_before > 900 && !time->labelled)
        continue;
      if (!time->labelled &&
          (block->furniture != CN_FURNITURE_NONE || block->end - block->start > 140 || is_event (document, block)))
        continue;
      document->published = cn_html_metadata_parse_stamp (time->stamp, document->language);
    }
}

/* Old pages break lines inside one paragraph: headline, date, first words. Only a line of its own counts. */
static void
take_broken_line (CnDocument    *document,
                  const CnBlock *block,
                  const char    *locale)
{
  const char *end = document->text + block->end;

  for (const char *line = document->text + block->start; line < end;)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      CnDateLine found;

      stop = stop != NULL ? stop : end;
      found = cn_date_line_parse (line, (gsize) (stop - line), document->language, names);
      if (found.kind == CN_DATE_LINE_PLAIN || found.kind == CN_DATE_LINE_PUBLISHED)
        {
          gsize start = (gsize) (line - document->text);

          document->published_quote = (CnQuote) { start + found.start, start + found.end };
          document->published = cn_day_order_decide (document, locale, start + found.start, start + found.end,
                                                     found.published);
          return;
        }
      line = stop + 1;
    }
}

static void
take_broken_lines (CnDocument *document,
                   const char *locale)
{
  for (guint i = 0; i < document->blocks->len && cn_date_get_precision (document->published) == CN_PRECISION_NONE; i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);
      const char *text = document->text + block->start;

      if (block->furniture != CN_FURNITURE_NONE || memchr (text, '\n', block->end - block->start) == NULL)
        {
          if (block->furniture == CN_FURNITURE_NONE && block->end - block->start > 140)
            return;
          continue;
        }
      if (block->kind == CN_BLOCK_PARAGRAPH || block->kind == CN_BLOCK_TITLE || block->kind == CN_BLOCK_HEADING)
        take_broken_line (document, block, locale);
      if (block->end - block->start > 140)
        return;
    }
}

static gboolean
is_day (const CnDocument *document,
        const CnBlock    *block,
        gboolean          labelled)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  CnDateLine line = cn_date_line_parse (document->text + block->start, block->end - block->start, document->language,
                                        names);

  return ((line.kind == CN_DATE_LINE_PLAIN && !labelled) || line.kind == CN_DATE_LINE_PUBLISHED) &&
         cn_date_get_precision (line.published) >= CN_PRECISION_DAY;
}

/* "Posted by the editor on 4 June 2021" directly below the article. */
static void
fetch_day_below (CnDocument       *document,
                 const CnHtmlPage *page)
{
  for (guint i = page->last_block; i < MIN (page->behind_block, page->last_block + 2); i++)
    {
      CnBlock *block = &g_array_index (document->blocks, CnBlock, i);

      if (block->furniture == CN_FURNITURE_RELATED_LINKS && is_day (document, block, TRUE))
        {
          block->furniture = CN_FURNITURE_NONE;
          return;
        }
    }
}

/* Pages put the day above the headline, too, and so outside the element that holds the article. It counts unless a
 * day stands below. */
static void
fetch_day_above (CnDocument       *document,
                 const CnHtmlPage *page)
{
  guint title = page->title_block < 0 ? 0 : (guint) page->title_block;
  guint first = MAX (page->loose_block, title > DAY_BLOCKS ? title - DAY_BLOCKS : 0);

  for (guint i = title + 1; i < MIN (document->blocks->len, title + 1 + DAY_BLOCKS); i++)
    if (cn_document_get_block (document, i)->furniture == CN_FURNITURE_NONE &&
        is_day (document, cn_document_get_block (document, i), FALSE))
      return;

  for (guint i = title; i > first; i--)
    {
      CnBlock *block = &g_array_index (document->blocks, CnBlock, i - 1);

      if (block->furniture == CN_FURNITURE_NAVIGATION && is_day (document, block, FALSE))
        {
          block->furniture = CN_FURNITURE_NONE;
          return;
        }
    }
}

static void
take_authors (CnDocument     *document,
              CnHtmlMetadata *metadata,
              GPtrArray      *found)
{
  GPtrArray *authors = metadata->authors->len > 0 ? metadata->authors : found;

  if (authors->len == 0)
    return;
  g_ptr_array_add (authors, NULL);
  document->authors = (GStrv) g_ptr_array_steal (authors, NULL);
}

static void
take_marked_bylines (CnHtmlMetadata   *metadata,
                     const CnHtmlPage *page)
{
  for (guint i = 0; i < page->bylines->len && metadata->authors->len == 0; i++)
    cn_html_metadata_add_authors (metadata, g_ptr_array_index (page->bylines, i));
}

/**
 * cn_html_reader_read:
 * @html: valid UTF-8 without NUL
 * @base_url: (nullable): the address that the page came from
 *
 * Returns: (transfer full): the document; %NULL with %CN_READ_ERROR_EMPTY when the page has nothing to read, or
 *   %CN_READ_ERROR_MALFORMED when the parser gave up
 */
CnDocument *
cn_html_reader_read (const char  *html,
                     gsize        length,
                     const char  *base_url,
                     GError     **error)
{
  g_auto (CnHtmlMetadata) metadata = { 0 };
  g_autoptr (CnDocument) document = NULL;
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;
  g_autofree char *site_name = NULL;
  CnHtmlPage page = { 0 };
  xmlDoc *doc;

  g_return_val_if_fail (html != NULL, NULL);

  doc = cn_html_tree_parse (html, length, error);
  if (doc == NULL)
    return NULL;

  cn_html_metadata_read (doc, base_url, &metadata);
  title = cn_html_title_find (doc, &metadata, &page.headline, &site_name);
  if (metadata.site_name == NULL)
    metadata.site_name = g_steal_pointer (&site_name);
  page.root = cn_html_content_find_root (doc, page.headline, &page.use_hints);
  page.base = metadata.base;
  document = cn_html_blocks_read (doc, &page);
  xmlFreeDoc (doc);

  if (document->blocks->len == 0)
    g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_EMPTY, N_("it is a page without any text"));
  else
    {
      document->title = g_steal_pointer (&title);
      take_metadata (document, &metadata);
      set_headline (document, &page);
      cn_furniture_lines_mark (document, page.first_block, page.last_block);
      detect_language (document, &metadata);
      fetch_day_above (document, &page);
      fetch_day_below (document, &page);
      take_time (document, &page);
      take_marked_bylines (&metadata, &page);
      cn_front_matter_read (document, metadata.locale, metadata.created_only, authors);
      take_broken_lines (document, metadata.locale);
      take_authors (document, &metadata, authors);
    }

  g_array_unref (page.times);
  g_ptr_array_unref (page.bylines);
  return document->blocks->len > 0 ? g_steal_pointer (&document) : NULL;
}
