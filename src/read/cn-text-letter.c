/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a message that was saved as text: "From: …", "To: …", "Date: …", "Subject: …", one below the other.
 *
 * Reads blocks that cn-text-blocks.c made. Sender and addressee are nobody's article; the subject is left to
 * cn-text-title.c. Pure. */

#include "config.h"

#include "cn-text-letter.h"

#include "cn-block.h"
#include "cn-date-reader.h"
#include "cn-words.h"

#include <string.h>

/* A head has no more lines, and no longer labels. */
#define MAX_LINES 16
#define MAX_LABEL_BYTES 32

/* Returns: bytes of "Label: ", 0 for a line that has none */
static gsize
find_value (const CnDocument  *document,
            const CnBlock     *block,
            char             **label)
{
  const char *text = document->text + block->start;
  gsize length = cn_block_get_length (block);
  const char *colon = memchr (text, ':', MIN (length, MAX_LABEL_BYTES));
  gsize at;

  if (colon == NULL || colon == text)
    return 0;
  at = (gsize) (colon + 1 - text);
  if (at < length && text[at] != ' ' && text[at] != '\t')
    return 0;
  *label = cn_words_fold (text, (gsize) (colon - text));
  if (cn_words_count (*label) > 2)
    return 0;
  while (at < length && (text[at] == ' ' || text[at] == '\t'))
    at++;
  return at;
}

/* Returns: how many lines the head has, 0 for a text without one */
static guint
count_lines (const CnDocument *document)
{
  gboolean sender = FALSE;
  gboolean subject = FALSE;
  guint n = 0;

  for (; n < MIN (document->blocks->len, MAX_LINES); n++)
    {
      const CnBlock *block = cn_document_get_block (document, n);
      g_autofree char *label = NULL;

      if ((n > 0 && block->start != cn_document_get_block (document, n - 1)->end + 1) ||
          find_value (document, block, &label) == 0)
        break;
      sender = sender || cn_words_has_label (CN_LABEL_SENDER, label);
      subject = subject || cn_words_has_label (CN_LABEL_SUBJECT, label);
    }

  return sender && subject ? n : 0;
}

/* What machines write: "Fri, 4 Jun 2021 10:30:00 +0200". What people write is read with the other date lines. */
static void
take_stamp (CnDocument *document,
            CnBlock    *block,
            gsize       value)
{
  g_autofree char *stamp = cn_document_dup_text (document, block->start + value, block->end);
  CnDate date;

  if (!cn_date_reader_parse_stamp (stamp, &date) || cn_date_get_precision (date) < CN_PRECISION_DAY)
    return;

  document->published = date;
  document->published_quote = (CnQuote) { block->start + value, block->end };
  block->kind = CN_BLOCK_DATE_LINE;
}

/**
 * cn_text_letter_read_head:
 * @document: a text's blocks
 *
 * Takes the day from the head of a letter and fences off the rest of it, but for the subject.
 *
 * Returns: whether the text begins with one
 */
gboolean
cn_text_letter_read_head (CnDocument *document)
{
  guint n_lines;

  g_return_val_if_fail (document != NULL, FALSE);

  n_lines = count_lines (document);
  for (guint i = 0; i < n_lines; i++)
    {
      CnBlock *block = cn_block_get (document, i);
      g_autofree char *label = NULL;
      gsize value = find_value (document, block, &label);
      gboolean subject = cn_words_has_label (CN_LABEL_SUBJECT, label);
      gboolean date = cn_words_has_label (CN_LABEL_PUBLISHED, label);

      block->furniture = subject || date ? CN_FURNITURE_NONE : CN_FURNITURE_NAVIGATION;
      if (date && !subject)
        take_stamp (document, block, value);
    }

  return n_lines > 0;
}
