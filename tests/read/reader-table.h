/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-reader.h"

G_BEGIN_DECLS

/**
 * ReaderRow:
 * @name: what the row is about, as the end of a test's path
 * @input: the bytes of a file
 * @title: what must come out; "-" for nothing, %NULL for no matter what, here as in the fields that follow
 * @published: ISO 8601
 * @quote: the words of the text that say when it was published
 * @authors: joined by " + "
 * @own: pieces joined by "|", each in the article's own text and not in furniture
 * @furniture: `reason=piece` joined by "|", each in a block fenced off for that reason
 * @blocks: every block on a line of its own: its kind (`title`, `h2`, `p`, `-` or `1.` for items, indented by level,
 *   `>`, `pre`, `row`, `head`, `date`, `by`), `!` when it is furniture, a blank, its text with `/` for line feeds
 *   and `;` for tabs
 * @html: pieces joined by "|", each in the HTML
 * @error: the message when reading must fail
 */
typedef struct
{
  const char *name;
  const char *input;
  const char *base;
  const char *content_type;
  const char *title;
  const char *published;
  const char *updated;
  const char *quote;
  const char *authors;
  const char *language;
  const char *url;
  const char *site;
  const char *summary;
  const char *own;
  const char *furniture;
  const char *blocks;
  const char *html;
  const char *error;
} ReaderRow;

void        reader_table_init     (int             *argc,
                                   char          ***argv);
void        reader_table_add      (const char      *path,
                                   const ReaderRow *rows,
                                   gsize            n_rows);
CnDocument *reader_table_read     (const char      *input,
                                   gsize            length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
