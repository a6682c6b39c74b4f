/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/**
 * CnBlockKind:
 *
 * What a block of a document is. Stored articles carry these numbers: append, never renumber.
 */
typedef enum
{
  CN_BLOCK_TITLE,        /* the headline where it stands in the text; at most one */
  CN_BLOCK_HEADING,      /* level 1 to 6 */
  CN_BLOCK_PARAGRAPH,
  CN_BLOCK_LIST_ITEM,    /* level is the depth from 1, ordinal the number of an ordered list's item or 0 */
  CN_BLOCK_QUOTATION,
  CN_BLOCK_PREFORMATTED,
  CN_BLOCK_TABLE_ROW,    /* its cells are spans; level 1 marks a header row */
  CN_BLOCK_DATE_LINE,    /* a line that only says when */
  CN_BLOCK_BYLINE,       /* a line that only says who wrote it */
  CN_N_BLOCK_KINDS
} CnBlockKind;

/**
 * CnFurniture:
 *
 * Why a block is not the article's own text: no date, place or membership is ever taken from furniture. Stored articles
 * carry these numbers: append, never renumber.
 */
typedef enum
{
  CN_FURNITURE_NONE,           /* the article's own text */
  CN_FURNITURE_NAVIGATION,
  CN_FURNITURE_COOKIES,
  CN_FURNITURE_CAPTION,        /* picture captions and file names */
  CN_FURNITURE_RELATED_LINKS,
  CN_FURNITURE_COMMENTS,
  CN_FURNITURE_SHARING,
  CN_FURNITURE_NEWSLETTER,
  CN_FURNITURE_FOOTER,         /* site footers, copyright lines, postal addresses of the publisher */
  CN_FURNITURE_CALL_TO_ACTION, /* "Click here to download the full statement" */
  CN_N_FURNITURE
} CnFurniture;

typedef enum
{
  CN_SPAN_LINK,
  CN_SPAN_EMPHASIS,
  CN_SPAN_STRONG,
  CN_SPAN_CELL,          /* one cell of a table row */
  CN_N_SPAN_KINDS
} CnSpanKind;

/**
 * CnSpan:
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte
 * @href: (nullable): absolute http, https or mailto address of a link, never of another scheme
 *
 * A range inside one block.
 */
typedef struct
{
  CnSpanKind kind;
  gsize      start;
  gsize      end;
  char      *href;
} CnSpan;

/**
 * CnBlock:
 * @group: blocks of one list, one table or one quotation share a number from 1; 0 stands alone
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte
 * @spans: (element-type CnSpan) (nullable): in order of their start
 *
 * A paragraph or its like. Blocks follow one another in the text without overlapping.
 */
typedef struct
{
  CnBlockKind kind;
  CnFurniture furniture;
  guint       level;
  guint       ordinal;
  guint       group;
  gsize       start;
  gsize       end;
  GArray     *spans;
} CnBlock;

/**
 * CnQuote:
 * @start: offset of its first byte in the document's text
 * @end: offset behind its last byte; equal to @start when the fact stands outside the text (in a meta element, say)
 *
 * Where in the text a fact is stated.
 */
typedef struct
{
  gsize start;
  gsize end;
} CnQuote;

/**
 * CnDocument:
 * @id: (nullable): the identifier that the document itself gives
 * @url: (nullable): its canonical absolute http or https address
 * @title: (nullable): text, white space folded
 * @authors: (nullable): persons, in order
 * @site_name: (nullable): what the page calls its site (`og:site_name` and its like)
 * @published: when it says it was published, %CN_DATE_NONE when it does not say
 * @published_quote: the words that say so
 * @updated: when it says it was last changed
 * @language: (nullable): BCP 47, lower case primary tag (`en`, `tr`)
 * @summary: (nullable): its own teaser
 * @text: what a person reads: valid UTF-8 without NUL, blocks separated by line feeds, letters and U+00A0 as they came
 * @text_length: bytes of @text
 * @blocks: (element-type CnBlock): ascending, every byte of @text that is not a line feed is in one
 *
 * What a reader made of some bytes. Immutable from the moment that a reader returns it; reference counted; any thread.
 */
typedef struct
{
  char      *id;
  char      *url;
  char      *title;
  GStrv      authors;
  char      *site_name;
  CnDate     published;
  CnQuote    published_quote;
  CnDate     updated;
  char      *language;
  char      *summary;
  char      *text;
  gsize      text_length;
  GArray    *blocks;
} CnDocument;

#define CN_TYPE_DOCUMENT (cn_document_get_type ())

GType           cn_document_get_type        (void) G_GNUC_CONST;
CnDocument     *cn_document_new             (void) G_GNUC_WARN_UNUSED_RESULT;
CnDocument     *cn_document_ref             (CnDocument       *self) G_GNUC_WARN_UNUSED_RESULT;
void            cn_document_unref           (CnDocument       *self);

guint           cn_document_get_n_blocks    (const CnDocument *self);
const CnBlock  *cn_document_get_block       (const CnDocument *self,
                                             guint             index);
const CnBlock  *cn_document_find_block      (const CnDocument *self,
                                             gsize             offset);
gboolean        cn_document_is_furniture    (const CnDocument *self,
                                             gsize             start,
                                             gsize             end);
gsize           cn_document_get_body_start  (const CnDocument *self,
                                             const CnBlock    *block);
char           *cn_document_dup_text        (const CnDocument *self,
                                             gsize             start,
                                             gsize             end) G_GNUC_WARN_UNUSED_RESULT;
char           *cn_document_dup_html        (const CnDocument *self) G_GNUC_WARN_UNUSED_RESULT;
char           *cn_document_dup_snippet     (const CnDocument *self,
                                             gsize             max_chars) G_GNUC_WARN_UNUSED_RESULT;

const char     *cn_furniture_to_string      (CnFurniture       furniture);
void            cn_block_clear              (CnBlock          *block);
void            cn_span_clear               (CnSpan           *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnDocument, cn_document_unref)

G_END_DECLS
