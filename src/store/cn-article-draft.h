/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/**
 * CnArticleDraft:
 * @url: (nullable): canonical address; two drafts with one address are one article
 * @document_id: (nullable): the identifier that the document itself gives
 * @title: (nullable): text
 * @authors: (nullable): persons, in order
 * @published_quote_start: offset in @text of the words that give @published, -1 when they stand outside the text
 * @publisher: (nullable): key of the network that published it
 * @is_publisher_given: a person says who published it: so it is for an article that is stored already, too
 * @networks: (nullable): keys of all networks that it is about, @publisher among them when there is one
 * @text: what a person reads
 * @text_hash: SHA-256 of the normalised text, 32 bytes; two drafts with one hash are one article
 * @layout: (nullable): blocks and spans of @text; opaque to the store
 * @snippet: the first lines of the text, for a timeline row
 * @origin: where it came from: an absolute path, an address, or "" for pasted text
 *
 * An article on its way into the store. The store copies nothing: it takes the draft over as it is. Filled by
 * the importer, immutable afterwards.
 */
typedef struct
{
  char     *url;
  char     *document_id;
  char     *title;
  GStrv     authors;
  char     *site_name;
  char     *language;
  char     *summary;
  CnDate    published;
  gint64    published_quote_start;
  gint64    published_quote_end;
  CnDate    updated;
  char     *publisher;
  gboolean  is_publisher_given;
  GStrv     networks;
  char     *text;
  GBytes   *text_hash;
  GBytes   *layout;
  char     *snippet;
  char     *origin;
} CnArticleDraft;

#define CN_TYPE_ARTICLE_DRAFT (cn_article_draft_get_type ())

GType           cn_article_draft_get_type (void) G_GNUC_CONST;
CnArticleDraft *cn_article_draft_new      (void) G_GNUC_WARN_UNUSED_RESULT;
CnArticleDraft *cn_article_draft_ref      (CnArticleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
void            cn_article_draft_unref    (CnArticleDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnArticleDraft, cn_article_draft_unref)

G_END_DECLS
