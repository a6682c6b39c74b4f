/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around an article's body in words: the date and the writers near the headline or at the end.
 *
 * Both the plain-text and the HTML reader use it on the blocks they made, before the document is handed out.
 * A date counts as the publication's only on a line of its own (or in a dateline), near the top or labelled,
 * never inside furniture and never inside a sentence. Pure. */

#include "config.h"

#include "cn-front-matter.h"

#include "cn-block.h"
#include "cn-byline.h"
#include "cn-date-line.h"
#include "cn-day-order.h"
#include "cn-furniture-lines.h"
#include "cn-words.h"

#include <string.h>

/* A date line may follow a standfirst, but not half of the article. */
#define TOP_BODY_BYTES 900

/* How many blocks are looked at from the top and from the end: articles have theirs there, and long lists
 * have nothing. */
#define TOP_BLOCKS 150
#define END_BLOCKS 60

/* How far the days of a programme stand apart at most. */
#define MAX_DAYS_APART 3

/* A label for the date below it is no longer. */
#define MAX_LABEL_BYTES 40

/* A table of more rows lists things, with headings or without. */
#define MAX_ROWS_BELOW_HEADINGS 32

typedef struct
{
  CnDocument *document;
  const char *locale;
  GPtrArray  *authors;
  gsize       body_before; /* bytes of body above the block that is looked at */
  gboolean    in_programme;
  gboolean    weak;        /* the date that the document has is of its making only */
  gboolean    labelled;    /* the date of publication that was found says that it is one */
  guint       date_block;
} Search;

static gboolean
may_be_line (const CnBlock *block)
{
  return block->furniture == CN_FURNITURE_NONE && cn_block_get_length (block) <= 240 &&
         (block->kind == CN_BLOCK_PARAGRAPH || block->kind == CN_BLOCK_HEADING || block->kind == CN_BLOCK_LIST_ITEM ||
          block->kind == CN_BLOCK_TABLE_ROW);
}

static void
take_published (Search           *self,
                guint             index,
                const CnDateLine *line)
{
  CnBlock *block = cn_block_get (self->document, index);

  self->document->published = cn_day_order_decide (self->document, self->locale, block->start + line->start,
                                                   block->start + line->end, line->published);
  self->document->published_quote = (CnQuote) { block->start + line->start, block->start + line->end };
  self->labelled = line->kind == CN_DATE_LINE_PUBLISHED;
  self->date_block = index;
}

static void
mark_line (CnBlock     *block,
           CnBlockKind  kind)
{
  block->kind = kind;
  block->level = 0;
  block->ordinal = 0;
  block->group = 0;
}

static gboolean
is_same_day (CnDate a,
             CnDate b)
{
  return a.year != 0 && a.year == b.year && a.month == b.month && a.day == b.day;
}

/* A row under a row of headings is one of many: "Antwerp, 2025, May 2024" dates what the table lists. */
static gboolean
is_data_row (const CnDocument *document,
             guint             index)
{
  const CnBlock *row = cn_document_get_block (document, index);

  if (row->kind != CN_BLOCK_TABLE_ROW || row->group == 0)
    return FALSE;

  for (guint i = index; i > 0 && index - i < MAX_ROWS_BELOW_HEADINGS; i--)
    {
      const CnBlock *above = cn_document_get_block (document, i - 1);

      if (above->kind != CN_BLOCK_TABLE_ROW || above->group != row->group)
        return FALSE;
      if (above->level == 1)
        return TRUE;
    }

  return index >= MAX_ROWS_BELOW_HEADINGS;
}

/* "Publication date" or "Event date" in a block of its own says what the date below it is. */
static CnDateLineKind
judge_by_label_above (Search         *self,
                      guint           index,
                      CnDateLineKind  kind)
{
  const CnBlock *above = index > 0 ? cn_block_get (self->document, index - 1) : NULL;
  g_autofree char *folded = NULL;

  if (kind != CN_DATE_LINE_PLAIN || above == NULL || above->furniture != CN_FURNITURE_NONE ||
      cn_block_get_length (above) > MAX_LABEL_BYTES)
    return kind;

  folded = cn_block_fold (self->document, above);
  if (g_str_has_suffix (folded, ":"))
    folded[strlen (folded) - 1] = '\0';
  if (cn_words_has_label (CN_LABEL_UPDATED, folded))
    return CN_DATE_LINE_UPDATED;
  if (cn_words_has_label (CN_LABEL_PUBLISHED, folded))
    return CN_DATE_LINE_PUBLISHED;
  return cn_words_has_label (CN_LABEL_EVENT, folded) ? CN_DATE_LINE_EVENT : kind;
}

/* "2016" below "Published": without the label a year says nothing. */
static CnDateLine
parse_year_below_label (Search *self,
                        guint   index)
{
  const CnBlock *block = cn_block_get (self->document, index);
  CnDateLine line = CN_DATE_LINE_INIT;
  CnDate year = cn_date_line_parse_year (self->document->text + block->start, cn_block_get_length (block));

  if (cn_date_get_precision (year) == CN_PRECISION_NONE ||
      judge_by_label_above (self, index, CN_DATE_LINE_PLAIN) != CN_DATE_LINE_PUBLISHED)
    return line;

  line = (CnDateLine) { CN_DATE_LINE_PLAIN, year, CN_DATE_NONE, 0, cn_block_get_length (block), FALSE };
  return line;
}

static gboolean
is_teaser_of_another_day (Search *self,
                          guint   index,
                          CnDate  day)
{
  const CnBlock *block = cn_block_get (self->document, index);
  g_autoptr (GPtrArray) names = NULL;
  CnDateLine line;

  if (!may_be_line (block))
    return FALSE;

  names = g_ptr_array_new_with_free_func (g_free);
  line = cn_date_line_parse (self->document->text + block->start, cn_block_get_length (block),
                             self->document->language, names);
  return line.teaser && !is_same_day (day, line.published);
}

/* "4 June 2021 Summer fair" below the article's first words, or beside another day of the same sort, is of a list. */
static gboolean
is_of_list (Search *self,
            guint   index,
            CnDate  day)
{
  return self->body_before > 0 || (index > 0 && is_teaser_of_another_day (self, index - 1, day)) ||
         (index + 1 < self->document->blocks->len && is_teaser_of_another_day (self, index + 1, day));
}

/* Whether the block is a date line; at the top every kind counts, further down only what has a label. */
static gboolean
try_date_line (Search *self,
               guint   index)
{
  CnBlock *block = cn_block_get (self->document, index);
  gboolean at_top = self->body_before <= TOP_BODY_BYTES;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  CnDateLine line;

  if (is_data_row (self->document, index))
    return FALSE;

  line = cn_date_line_parse (self->document->text + block->start, cn_block_get_length (block),
                             self->document->language, names);
  if (line.kind == CN_DATE_LINE_NONE)
    line = parse_year_below_label (self, index);
  line.kind = judge_by_label_above (self, index, line.kind);
  if (line.kind == CN_DATE_LINE_NONE || line.kind == CN_DATE_LINE_EVENT)
    return FALSE;
  if (line.kind == CN_DATE_LINE_UPDATED && cn_date_get_precision (line.updated) == CN_PRECISION_NONE)
    line.updated = line.published;
  if (line.kind == CN_DATE_LINE_PLAIN && (!at_top || (line.teaser && is_of_list (self, index, line.published))))
    return FALSE;

  while (names->len > 0)
    g_ptr_array_add (self->authors, g_ptr_array_steal_index (names, 0));
  if (cn_date_get_precision (self->document->updated) == CN_PRECISION_NONE)
    self->document->updated = line.updated;
  if (line.kind != CN_DATE_LINE_UPDATED &&
      (cn_date_get_precision (self->document->published) == CN_PRECISION_NONE ||
       (line.kind == CN_DATE_LINE_PUBLISHED && !self->labelled &&
        (self->date_block != G_MAXUINT ||
         (self->weak && !is_same_day (line.published, self->document->published))))))
    take_published (self, index, &line);
  else if (self->date_block == G_MAXUINT && is_same_day (line.published, self->document->published))
    {
      /* The metadata knows the hour, the words are what can be quoted. */
      self->document->published_quote = (CnQuote) { block->start + line.start, block->start + line.end };
      self->date_block = index;
    }

  mark_line (block, CN_BLOCK_DATE_LINE);
  return TRUE;
}

static gboolean
try_byline (Search *self,
            guint   index)
{
  CnBlock *block = cn_block_get (self->document, index);

  if (!cn_byline_parse (self->document->text + block->start, cn_block_get_length (block), self->authors))
    return FALSE;

  mark_line (block, CN_BLOCK_BYLINE);
  return TRUE;
}

static CnDateLine
parse_dateline (Search *self,
                guint   index)
{
  const CnBlock *block = cn_block_get (self->document, index);

  return cn_date_line_parse_dateline (self->document->text + block->start, cn_block_get_length (block),
                                      self->document->language);
}

/* "5 October 2022: arrival", "6 October 2022: talks": the days of a programme are not the day of its publication. */
static gboolean
is_programme (Search     *self,
              guint       index,
              CnDateLine  line)
{
  for (guint i = index + 1; i < MIN (self->document->blocks->len, index + 1 + MAX_DAYS_APART); i++)
    {
      CnDateLine other = parse_dateline (self, i);

      if (other.kind == CN_DATE_LINE_PLAIN && !is_same_day (other.published, line.published))
        return TRUE;
    }

  return FALSE;
}

static void
try_dateline (Search *self,
              guint   index)
{
  CnDateLine line;

  if (cn_date_get_precision (self->document->published) != CN_PRECISION_NONE || self->body_before > TOP_BODY_BYTES ||
      self->in_programme)
    return;

  line = parse_dateline (self, index);
  if (line.kind != CN_DATE_LINE_PLAIN)
    return;
  self->in_programme = is_programme (self, index, line);
  if (!self->in_programme)
    take_published (self, index, &line);
}

static void
read_lines (Search *self)
{
  guint n_blocks = self->document->blocks->len;

  for (guint i = 0; i < n_blocks; i++)
    {
      CnBlock *block = cn_block_get (self->document, i);

      if (i == TOP_BLOCKS && n_blocks > TOP_BLOCKS + END_BLOCKS)
        {
          self->body_before = TOP_BODY_BYTES + 1;
          i = n_blocks - END_BLOCKS;
          continue;
        }

      if (may_be_line (block))
        {
          if (try_date_line (self, i))
            continue;
          if (self->body_before <= TOP_BODY_BYTES && try_byline (self, i))
            continue;
        }
      if (cn_furniture_lines_is_body (self->document, block))
        {
          try_dateline (self, i);
          self->body_before += cn_block_get_length (block);
        }
    }
}

/* "Headline (published 4 June 2021)": only what is labelled, for the day of an event stands in brackets too. */
static void
try_title (Search *self,
           guint   index)
{
  CnBlock *block = cn_block_get (self->document, index);
  const char *text = self->document->text + block->start;
  gsize length = cn_block_get_length (block);
  const char *bracket = length > 0 && text[length - 1] == ')' ? g_strrstr_len (text, (gssize) length, " (") : NULL;
  g_autofree char *title = NULL;
  CnDateLine line;

  if (bracket == NULL || self->document->title == NULL)
    return;

  line = cn_date_line_parse (bracket, (gsize) (text + length - bracket), self->document->language, self->authors);
  if (line.kind != CN_DATE_LINE_PUBLISHED)
    return;
  line.start += (gsize) (bracket - text);
  line.end += (gsize) (bracket - text);
  if (cn_date_get_precision (self->document->published) == CN_PRECISION_NONE)
    take_published (self, index, &line);

  title = cn_document_dup_text (self->document, block->start, block->start + (gsize) (bracket - text));
  g_set_str (&self->document->title, title);
}

static void
read_title (Search *self)
{
  for (guint i = 0; i < MIN (self->document->blocks->len, TOP_BLOCKS); i++)
    if (cn_block_get (self->document, i)->kind == CN_BLOCK_TITLE)
      {
        try_title (self, i);
        return;
      }
}

/* A name on a line of its own at the top is a writer's when the next line of the same paragraph says what the
 * person is, or when a date line is its neighbour; and never when the article speaks of it, for then it is a
 * place or a headline's part. */
static gboolean
try_bare_name (Search *self,
               guint   index)
{
  CnDocument *document = self->document;
  CnBlock *block = cn_block_get (document, index);
  CnBlock *next = index + 1 < document->blocks->len ? cn_block_get (document, index + 1) : NULL;
  CnBlock *previous = index > 0 ? cn_block_get (document, index - 1) : NULL;
  const char *text = document->text + block->start;
  g_autofree char *name = NULL;
  const char *again;
  gboolean tagline, neighbour;

  if (!cn_byline_is_name (text, cn_block_get_length (block)))
    return FALSE;

  tagline = next != NULL && next->start == block->end + 1 && next->furniture == CN_FURNITURE_NONE &&
            cn_block_get_length (next) <= 80 && next->kind != CN_BLOCK_DATE_LINE && next->kind != CN_BLOCK_LIST_ITEM;
  neighbour = (next != NULL && next->kind == CN_BLOCK_DATE_LINE) ||
              (previous != NULL && previous->kind == CN_BLOCK_DATE_LINE);
  if (!tagline && !neighbour)
    return FALSE;

  name = g_strndup (text, cn_block_get_length (block));
  again = strstr (document->text, name);
  if (again != NULL && again < text)
    return FALSE;
  if (strstr (document->text + block->end, name) != NULL)
    return FALSE;

  g_ptr_array_add (self->authors, g_steal_pointer (&name));
  mark_line (block, CN_BLOCK_BYLINE);
  if (tagline)
    mark_line (next, CN_BLOCK_BYLINE);
  return TRUE;
}

static void
read_bare_names (Search *self)
{
  gsize body_before = 0;
  gboolean seen_title = FALSE;

  for (guint i = 0; i < MIN (self->document->blocks->len, TOP_BLOCKS) && body_before == 0 &&
       self->authors->len == 0; i++)
    {
      CnBlock *block = cn_block_get (self->document, i);

      seen_title = seen_title || block->kind == CN_BLOCK_TITLE;
      if (cn_furniture_lines_is_body (self->document, block))
        body_before += cn_block_get_length (block);
      else if (seen_title && may_be_line (block) && block->kind != CN_BLOCK_LIST_ITEM)
        try_bare_name (self, i);
    }
}

/* Signatures stand behind the last paragraph: "… Staff Writer", then perhaps the contact, another name with
 * another role. */
static void
read_signatures (Search *self)
{
  CnDocument *document = self->document;
  gboolean found = FALSE;
  guint n_lines = 0;

  for (guint i = document->blocks->len; i > 0 && n_lines < 4; i--)
    {
      CnBlock *block = cn_block_get (document, i - 1);
      const char *text = document->text + block->start;
      g_autofree char *body = NULL;

      if (block->furniture != CN_FURNITURE_NONE || block->kind == CN_BLOCK_DATE_LINE)
        continue;
      if (cn_furniture_lines_is_body (document, block) || !may_be_line (block) || block->kind == CN_BLOCK_LIST_ITEM ||
          block->kind == CN_BLOCK_TABLE_ROW)
        break;

      n_lines++;
      body = g_strndup (document->text, block->start);
      if (cn_byline_parse (text, cn_block_get_length (block), self->authors) ||
          cn_byline_parse_signed (text, cn_block_get_length (block), body, self->authors))
        {
          mark_line (block, CN_BLOCK_BYLINE);
          found = TRUE;
        }
    }

  if (!found)
    return;

  /* The other lines of the same group are names too, but nobody says that they wrote it. */
  for (guint i = document->blocks->len; i > 0; i--)
    {
      CnBlock *block = cn_block_get (document, i - 1);
      CnBlock *previous = i > 1 ? cn_block_get (document, i - 2) : NULL;

      if (block->furniture != CN_FURNITURE_NONE)
        continue;
      if (block->kind == CN_BLOCK_BYLINE || !may_be_line (block) || cn_furniture_lines_is_body (document, block))
        break;
      if (previous != NULL && previous->kind == CN_BLOCK_BYLINE && block->start == previous->end + 1)
        mark_line (block, CN_BLOCK_BYLINE);
    }
}

/* A statement that is dated where it is signed: the last line of all, a whole day. */
static void
read_date_at_end (Search *self)
{
  guint n_lines = 0;

  if (cn_date_get_precision (self->document->published) != CN_PRECISION_NONE)
    return;

  for (guint i = self->document->blocks->len; i > 0 && n_lines < 3; i--)
    {
      CnBlock *block = cn_block_get (self->document, i - 1);
      CnDateLine line;

      if (block->furniture != CN_FURNITURE_NONE)
        continue;
      if (!may_be_line (block) || cn_furniture_lines_is_body (self->document, block) ||
          block->kind == CN_BLOCK_TABLE_ROW || block->kind == CN_BLOCK_LIST_ITEM)
        return;

      n_lines++;
      line = cn_date_line_parse (self->document->text + block->start, cn_block_get_length (block),
                                 self->document->language, self->authors);
      line.kind = judge_by_label_above (self, i - 1, line.kind);
      if ((line.kind == CN_DATE_LINE_PUBLISHED || (line.kind == CN_DATE_LINE_PLAIN && !line.teaser)) &&
          cn_date_get_precision (line.published) >= CN_PRECISION_DAY)
        {
          take_published (self, i - 1, &line);
          mark_line (block, CN_BLOCK_DATE_LINE);
          return;
        }
    }
}

/* Press releases that are handed out date themselves in their first sentence: "today, 4 June 2021". */
static void
read_today (Search *self)
{
  gsize body_before = 0;

  for (guint i = 0; i < MIN (self->document->blocks->len, TOP_BLOCKS) && body_before <= TOP_BODY_BYTES &&
       cn_date_get_precision (self->document->published) == CN_PRECISION_NONE; i++)
    {
      const CnBlock *block = cn_block_get (self->document, i);
      CnDateLine line;

      if (block->kind != CN_BLOCK_PARAGRAPH || !cn_furniture_lines_is_body (self->document, block))
        continue;
      body_before += cn_block_get_length (block);
      line = cn_date_line_parse_today (self->document->text + block->start, cn_block_get_length (block),
                                       self->document->language);
      if (line.kind == CN_DATE_LINE_PLAIN)
        take_published (self, i, &line);
    }
}

/**
 * cn_front_matter_read:
 * @document: a document whose title, furniture and language are settled
 * @locale: (nullable): BCP 47, as the document declares it, with its region
 * @weak: whether the date that the document has is the one of its making, which a label on the page outweighs
 * @authors: (element-type utf8): gets the persons that wrote it, in order
 *
 * Finds date lines and bylines, turns their blocks into such, and sets the dates that the document does not have yet.
 */
void
cn_front_matter_read (CnDocument *document,
                      const char *locale,
                      gboolean    weak,
                      GPtrArray  *authors)
{
  Search search = { document, locale, authors, 0, FALSE, weak, FALSE, G_MAXUINT };

  g_return_if_fail (document != NULL);
  g_return_if_fail (authors != NULL);

  read_lines (&search);
  read_title (&search);
  read_bare_names (&search);
  read_signatures (&search);
  read_date_at_end (&search);
  read_today (&search);
}
