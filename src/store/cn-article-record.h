/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/**
 * CnArticleRow:
 * @id: row id of the article
 * @publisher: (nullable): key of the network that published it
 * @networks: (not nullable): keys of all networks that it is about, the publisher first
 *
 * What a timeline row shows. Immutable, reference counted, built on the reader thread.
 */
typedef struct
{
  gint64   id;
  char    *title;
  char    *snippet;
  char    *language;
  CnDate   published;
  char    *publisher;
  GStrv    networks;
  gboolean is_read;
  gboolean is_starred;
} CnArticleRow;

/**
 * CnArticleOrigin:
 * @address: an absolute path, an address, or "" for pasted text
 * @seen_at: seconds since 1970 when it was first met there
 *
 * One of the places that an article came from.
 */
typedef struct
{
  char  *address;
  gint64 seen_at;
} CnArticleOrigin;

/**
 * CnArticleRecord:
 * @version: number of the version, from 1
 * @fetched_at: seconds since 1970 when this version was stored
 * @published_quote_start: offset in @text of the words that give the date of publication, -1 when they stand outside it
 * @layout: (nullable): blocks and spans of @text, as the draft brought them
 * @origins: (element-type CnArticleOrigin): oldest first
 *
 * A whole article with the version that it shows. Immutable, reference counted, built on the reader thread.
 */
typedef struct
{
  CnArticleRow *row;
  char         *url;
  char         *document_id;
  GStrv         authors;
  char         *site_name;
  char         *summary;
  CnDate        updated;
  char         *text;
  gint64        published_quote_start;
  gint64        published_quote_end;
  GBytes       *layout;
  int           version;
  gint64        fetched_at;
  GPtrArray    *origins;
} CnArticleRecord;

#define CN_TYPE_ARTICLE_ROW    (cn_article_row_get_type ())
#define CN_TYPE_ARTICLE_RECORD (cn_article_record_get_type ())

GType            cn_article_row_get_type    (void) G_GNUC_CONST;
CnArticleRow    *cn_article_row_new         (void) G_GNUC_WARN_UNUSED_RESULT;
CnArticleRow    *cn_article_row_ref         (CnArticleRow    *self) G_GNUC_WARN_UNUSED_RESULT;
void             cn_article_row_unref       (CnArticleRow    *self);

GType            cn_article_record_get_type (void) G_GNUC_CONST;
CnArticleRecord *cn_article_record_new      (void) G_GNUC_WARN_UNUSED_RESULT;
CnArticleRecord *cn_article_record_ref      (CnArticleRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void             cn_article_record_unref    (CnArticleRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnArticleRow, cn_article_row_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnArticleRecord, cn_article_record_unref)

G_END_DECLS
