/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The headline of a plain text, and what stands above it: menus of copied pages, site names, rubrics, breadcrumbs.
 *
 * Reads blocks that cn-text-blocks.c made and fences off those that are the page's and not the article's. Pure. */

#include "config.h"

#include "cn-text-title.h"

#include "cn-block.h"
#include "cn-date-line.h"
#include "cn-headline.h"
#include "cn-text-blocks.h"
#include "cn-words.h"

#include <string.h>

/* Headlines are shorter; a longer first line is the first paragraph. */
#define MAX_TITLE_CHARS 300

#define MAX_MENU_BYTES 40
#define MAX_SITE_BYTES 80
#define MAX_HEADLINE_BYTES 200

/* Headlines stand at the top; what precedes them is a rubric, a date or a page's navigation. */
#define TITLE_BLOCKS 16

/* A letterhead has no more lines under the sender's name, and the headline is not far below it. */
#define LETTERHEAD_BLOCKS 4

/* A headline that was wrapped goes on for so many lines. */
#define MAX_WRAPPED_LINES 2

static gboolean
is_date_line (const CnDocument *document,
              const CnBlock    *block)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  return cn_date_line_parse (document->text + block->start, block->end - block->start, document->language,
                             names).kind !=
         CN_DATE_LINE_NONE;
}

typedef enum
{
  CANDIDATE_NO,
  CANDIDATE_YES,
  CANDIDATE_KICKER,
  CANDIDATE_SUBJECT, /* "Subject: …" */
  CANDIDATE_TITLE,   /* "Title: …" */
  CANDIDATE_STOP, /* the article's body begins here */
} Candidate;

/* Bytes of "Subject: " and its like at the beginning of the line, 0 for none. */
static gsize
find_label (CnLabelRole  role,
            const char  *text,
            gsize        length)
{
  const char *colon = memchr (text, ':', MIN (length, MAX_MENU_BYTES));
  g_autofree char *folded = colon != NULL ? cn_words_fold (text, (gsize) (colon - text)) : NULL;
  gsize end;

  if (folded == NULL || !cn_words_has_label (role, folded))
    return 0;
  end = (gsize) (colon + 1 - text);
  return end + strspn (colon + 1, " \t");
}

/* Columns of a letterhead. */
static gboolean
has_wide_gap (const char *text,
              gsize       length)
{
  return g_strstr_len (text, (gssize) length, "    ") != NULL;
}

static Candidate
judge_title (const CnDocument *document,
             const CnBlock    *block)
{
  const char *text = document->text + block->start;
  gsize length = block->end - block->start;
  glong n_chars = g_utf8_strlen (text, (gssize) length);

  if (block->furniture != CN_FURNITURE_NONE || cn_text_is_web_address (text, text + length))
    return CANDIDATE_NO;
  if (n_chars > MAX_TITLE_CHARS)
    return CANDIDATE_STOP;

  if (is_date_line (document, block) || has_wide_gap (text, length) ||
      find_label (CN_LABEL_CONTACT, text, length) > 0)
    return CANDIDATE_NO;
  if (find_label (CN_LABEL_TITLE, text, length) > 0)
    return CANDIDATE_TITLE;
  if (find_label (CN_LABEL_SUBJECT, text, length) > 0)
    return CANDIDATE_SUBJECT;
  if (cn_headline_is_kicker (text, length))
    return CANDIDATE_KICKER;
  if (cn_headline_is_trail (text, length) || cn_headline_is_menu (text, length))
    return CANDIDATE_NO;
  if (n_chars > 140 && strchr (".!", text[length - 1]) != NULL)
    return CANDIDATE_STOP;
  return block->kind == CN_BLOCK_LIST_ITEM && block->ordinal == 0 ? CANDIDATE_NO : CANDIDATE_YES;
}

/* A site's name directly above its rubric: the headline comes below both. */
static gboolean
is_site_above_rubric (const CnDocument *document,
                      guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);
  const CnBlock *next, *below;

  if (index + 2 >= document->blocks->len || block->end - block->start > MAX_MENU_BYTES)
    return FALSE;

  next = cn_document_get_block (document, index + 1);
  below = cn_document_get_block (document, index + 2);
  return next->start == block->end + 1 && judge_title (document, block) == CANDIDATE_YES &&
         cn_headline_is_kicker (document->text + next->start, next->end - next->start) &&
         below->end - below->start <= MAX_HEADLINE_BYTES && document->text[below->end - 1] != '.' &&
         judge_title (document, below) == CANDIDATE_YES;
}

/* "Culture" directly above a line of several words, with nothing but blanks or the date below that. */
static gboolean
is_section_above_headline (const CnDocument *document,
                           guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);
  const char *text = document->text + block->start;
  const CnBlock *next, *below;
  guint n_blanks = 0;

  if (index + 2 >= document->blocks->len || block->end - block->start > MAX_MENU_BYTES ||
      memchr (text, ' ', block->end - block->start) != NULL)
    return FALSE;

  next = cn_document_get_block (document, index + 1);
  below = cn_document_get_block (document, index + 2);
  if (next->start != block->end + 1 || next->end - next->start > MAX_HEADLINE_BYTES)
    return FALSE;

  for (gsize i = next->start; i < next->end; i++)
    n_blanks += document->text[i] == ' ';
  return n_blanks >= 3 && document->text[next->end - 1] != '.' && judge_title (document, next) == CANDIDATE_YES &&
         (below->start > next->end + 1 || is_date_line (document, below));
}

/* The title of the window above the headline says the same with the site's name behind it. Returns: the headline's
 * number, or @index when it is the headline itself */
static guint
skip_window_title (const CnDocument *document,
                   guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);

  for (guint i = index + 1; i < MIN (document->blocks->len, index + 4); i++)
    {
      const CnBlock *below = cn_document_get_block (document, i);

      if (cn_headline_is_site_behind (document->text + block->start, block->end - block->start,
                                      document->text + below->start, below->end - below->start))
        return i;
    }

  return index;
}

static gboolean
is_headline_like (const CnDocument *document,
                  guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);

  return block->end - block->start <= MAX_HEADLINE_BYTES && strchr (".,:;", document->text[block->end - 1]) == NULL &&
         judge_title (document, block) == CANDIDATE_YES;
}

/* "Press release 4 June 2021", "Pressemitteilung vom 4. Juni 2021": a rubric and the day, nothing set off from it. */
static gboolean
is_rubric_with_day (const CnDocument *document,
                    const CnBlock    *block)
{
  g_autofree char *folded = cn_block_fold (document, block);
  gsize label = cn_words_skip_label (CN_LABEL_KICKER, folded);

  return label > 0 && folded[label] == ' ' && strpbrk (folded + label, "|,(:") == NULL &&
         strstr (folded + label, "·") == NULL && strstr (folded + label, "–") == NULL && is_date_line (document, block);
}

/* The sender's name and office above the rubric, with the headline below all of them. */
static gboolean
is_in_letterhead (const CnDocument *document,
                  guint             index)
{
  guint last = MIN (document->blocks->len, index + LETTERHEAD_BLOCKS);
  guint rubric = 0;

  for (guint i = index + 1; i < last && rubric == 0; i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      if (block->start != cn_document_get_block (document, i - 1)->end + 1)
        return FALSE;
      if (judge_title (document, block) == CANDIDATE_KICKER || is_rubric_with_day (document, block))
        rubric = i;
    }
  if (rubric == 0)
    return FALSE;

  for (guint i = rubric + 1; i < MIN (document->blocks->len, rubric + 1 + LETTERHEAD_BLOCKS); i++)
    if (is_headline_like (document, i) || judge_title (document, cn_document_get_block (document, i)) ==
                                            CANDIDATE_SUBJECT)
      return TRUE;
  return FALSE;
}

static gboolean
has_headline_below (const CnDocument *document,
                    guint             index)
{
  for (guint i = index + 1; i < MIN (document->blocks->len, index + 1 + LETTERHEAD_BLOCKS); i++)
    if (is_headline_like (document, i))
      return TRUE;
  return FALSE;
}

/* The site's name, perhaps with what it says of itself below, above the page's menu. */
static gboolean
is_site_above_menu (const CnDocument *document,
                    guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);

  if (block->end - block->start > MAX_SITE_BYTES)
    return FALSE;

  for (guint i = index + 1; i < MIN (document->blocks->len, index + 3); i++)
    {
      const CnBlock *below = cn_document_get_block (document, i);

      if (cn_headline_is_menu (document->text + below->start, below->end - below->start))
        return has_headline_below (document, i);
      if (below->start != cn_document_get_block (document, i - 1)->end + 1)
        return FALSE;
    }

  return FALSE;
}

/* "Bulletin of the Towns" directly above "March 2021" is what the article appeared in; its headline comes below. */
static gboolean
is_periodical (const CnDocument *document,
               guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);
  const CnBlock *issue = index + 1 < document->blocks->len ? cn_document_get_block (document, index + 1) : NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *folded = NULL;
  gboolean found = FALSE;
  CnDateLine line;

  if (block->end - block->start > MAX_SITE_BYTES || issue == NULL || issue->start != block->end + 1)
    return FALSE;

  folded = cn_block_fold (document, block);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    found = found || cn_words_has_label (CN_LABEL_PERIODICAL, words[i]);
  if (!found)
    return FALSE;

  names = g_ptr_array_new_with_free_func (g_free);
  line = cn_date_line_parse (document->text + issue->start, issue->end - issue->start, document->language, names);
  return line.kind == CN_DATE_LINE_PLAIN && cn_date_get_precision (line.published) == CN_PRECISION_MONTH &&
         has_headline_below (document, index + 1);
}

/* The section that the article stands in, named once more below the menu that has it. */
static gboolean
is_section_of_menu (const CnDocument *document,
                    guint             index)
{
  const CnBlock *block = cn_document_get_block (document, index);
  gsize length = block->end - block->start;

  if (length > MAX_MENU_BYTES)
    return FALSE;

  for (guint i = 0; i < index; i++)
    {
      const CnBlock *above = cn_document_get_block (document, i);

      if (above->furniture == CN_FURNITURE_NAVIGATION && above->end - above->start == length &&
          memcmp (document->text + above->start, document->text + block->start, length) == 0)
        return has_headline_below (document, index);
    }

  return FALSE;
}

/* What stands above the headline and looks like one. */
static gboolean
is_of_page (const CnDocument *document,
            guint             index)
{
  return is_site_above_rubric (document, index) || is_section_above_headline (document, index) ||
         is_site_above_menu (document, index) || is_periodical (document, index) ||
         is_section_of_menu (document, index);
}

/* The headline of a letter is its subject, as a line of its own where the letter repeats it. */
static int
find_title_of_letter (const CnDocument *document,
                      guint             subject)
{
  const CnBlock *head = cn_document_get_block (document, subject);
  const char *text = document->text + head->start;
  gsize label = find_label (CN_LABEL_SUBJECT, text, head->end - head->start);

  for (guint i = subject + 1; i < MIN (document->blocks->len, subject + TITLE_BLOCKS); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);

      if (block->furniture == CN_FURNITURE_NONE && block->end - block->start == head->end - head->start - label &&
          memcmp (document->text + block->start, text + label, block->end - block->start) == 0)
        return (int) i;
    }

  return (int) subject;
}

static int
find_title (CnDocument *document,
            gboolean    letter)
{
  int kicker = -1;
  int subject = -1;

  for (guint i = 0; i < document->blocks->len && i < TITLE_BLOCKS; i++)
    switch (judge_title (document, cn_document_get_block (document, i)))
      {
      case CANDIDATE_NO:
        break;
      case CANDIDATE_YES:
        if (is_of_page (document, i) || is_in_letterhead (document, i))
          break;
        if (subject >= 0 && !is_headline_like (document, i))
          return subject;
        return (int) skip_window_title (document, i);
      case CANDIDATE_TITLE:
        return (int) i;
      case CANDIDATE_SUBJECT:
        if (letter)
          return find_title_of_letter (document, i);
        if (subject < 0)
          subject = (int) i;
        break;
      case CANDIDATE_KICKER:
        if (kicker < 0)
          kicker = (int) i;
        break;
      case CANDIDATE_STOP:
        return subject >= 0 ? subject : kicker;
      }

  return subject >= 0 ? subject : kicker;
}

/* A headline that did not fit on its line goes on in small letters on the next. */
static void
join_wrapped_lines (CnDocument *document,
                    guint       index)
{
  CnBlock *block = &g_array_index (document->blocks, CnBlock, index);

  for (guint n = 0; n < MAX_WRAPPED_LINES && index + 1 < document->blocks->len; n++)
    {
      const CnBlock *next = cn_document_get_block (document, index + 1);
      const char *text = document->text + next->start;

      if (next->start != block->end + 1 || next->kind != CN_BLOCK_PARAGRAPH || next->spans != NULL ||
          strchr (".!?:", document->text[block->end - 1]) != NULL || !g_unichar_islower (g_utf8_get_char (text)) ||
          judge_title (document, next) != CANDIDATE_YES)
        return;
      block->end = next->end;
      g_array_remove_index (document->blocks, index + 1);
    }
}

/* A text without line ends: "Headline - 4 June 2021 - The first words". */
static void
take_title_of_line (CnDocument *document)
{
  static const char *const signs[] = { " - ", " – ", " — ", " | " };
  const CnBlock *block = cn_document_get_block (document, 0);
  const char *text = document->text + block->start;
  gsize length = block->end - block->start;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = g_strstr_len (text, (gssize) MIN (length, MAX_HEADLINE_BYTES), signs[i]);
      const char *rest = sign != NULL ? sign + strlen (signs[i]) : NULL;
      CnDateLine line;

      if (rest == NULL || memchr (text, ' ', (gsize) (sign - text)) == NULL)
        continue;
      line = cn_date_line_parse_dateline (rest, (gsize) (text + length - rest), document->language);
      if (line.kind == CN_DATE_LINE_PLAIN && line.start == 0)
        {
          document->title = cn_document_dup_text (document, block->start, block->start + (gsize) (sign - text));
          return;
        }
    }
}

/* "Re: Fwd: The towns agree" */
static gsize
skip_reply (const char *text,
            gsize       length)
{
  static const char *const signs[] = { "re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "r:", "sv:", "vs:", "ynt:" };
  gsize at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs);)
    {
      gsize n = strlen (signs[i]);

      if (length - at > n && g_ascii_strncasecmp (text + at, signs[i], n) == 0)
        {
          at += n;
          while (at < length && text[at] == ' ')
            at++;
          i = 0;
        }
      else
        i++;
    }

  return at < length ? at : 0;
}

static void
set_title (CnDocument *document,
           guint       index)
{
  CnBlock *block = &g_array_index (document->blocks, CnBlock, index);

  const char *text = document->text + block->start;
  gsize length = block->end - block->start;
  gsize label = find_label (CN_LABEL_TITLE, text, length);
  gsize end;

  if (label == 0)
    label = find_label (CN_LABEL_SUBJECT, text, length);
  if (label > 0 && label < length)
    label += skip_reply (text + label, length - label);
  if (label >= length)
    label = 0;

  block->kind = CN_BLOCK_TITLE;
  block->level = 1;
  block->ordinal = 0;
  block->group = 0;
  join_wrapped_lines (document, index);
  end = block->end;
  /* Quotation marks around all of what a label is for are the notation's. */
  if (label > 0 && length > label + 2 && text[label] == '"' && text[length - 1] == '"')
    {
      label++;
      end--;
    }
  document->title = cn_document_dup_text (document, block->start + label, end);
}

static gboolean
is_menu_word (const char *folded)
{
  return cn_words_find_furniture (folded) != NULL || cn_words_has_label (CN_LABEL_KICKER, folded);
}

/* The more lines, the fewer need to be known: sections have any names. */
static gboolean
is_menu (guint n_lines,
         guint n_known)
{
  return n_lines >= 3 && (n_known * 2 >= n_lines || (n_lines >= 5 && n_known >= 2 && n_known * 4 >= n_lines));
}

/**
 * cn_text_title_fence_off_menu:
 *
 * A page that was copied as a whole begins with its menu: at least three short lines one under the other, most of
 * which are words of menus. Its furniture must be marked already.
 */
void
cn_text_title_fence_off_menu (CnDocument *document)
{
  guint first = 0;
  guint limit = MIN (document->blocks->len, 3 * TITLE_BLOCKS);

  while (first < limit)
    {
      guint n_known = 0;
      guint last = first;

      for (; last < limit; last++)
        {
          const CnBlock *block = cn_document_get_block (document, last);
          g_autofree char *folded = NULL;

          if (block->end - block->start > MAX_MENU_BYTES ||
              (last > first && block->start > cn_document_get_block (document, last - 1)->end + 1))
            break;
          folded = cn_block_fold (document, block);
          n_known += block->furniture != CN_FURNITURE_NONE || is_menu_word (folded);
        }

      if (is_menu (last - first, n_known))
        for (guint i = first; i < last; i++)
          {
            CnBlock *block = &g_array_index (document->blocks, CnBlock, i);

            if (block->furniture == CN_FURNITURE_NONE)
              block->furniture = CN_FURNITURE_NAVIGATION;
          }
      first = MAX (last, first + 1);
    }
}

static gboolean
is_above_headline (const CnDocument *document,
                   guint             index,
                   guint             title)
{
  const CnBlock *block = cn_document_get_block (document, index);
  const CnBlock *headline = cn_document_get_block (document, title);
  const char *text = document->text + block->start;
  gsize length = block->end - block->start;

  /* A rubric with the date beside it is a date line. */
  if (is_date_line (document, block))
    return FALSE;
  return cn_headline_is_kicker (text, length) || cn_headline_is_trail (text, length) ||
         cn_headline_is_menu (text, length) || is_of_page (document, index) ||
         cn_headline_is_site_behind (text, length, document->text + headline->start, headline->end - headline->start);
}

/* Rubrics above the headline are the page's. */
static void
fence_off_kickers (CnDocument *document,
                   guint       title)
{
  for (guint i = 0; i < title; i++)
    {
      CnBlock *block = &g_array_index (document->blocks, CnBlock, i);

      if (block->furniture != CN_FURNITURE_NONE || !is_above_headline (document, i, title))
        continue;
      if (document->site_name == NULL && is_site_above_menu (document, i))
        document->site_name = cn_document_dup_text (document, block->start, block->end);
      block->furniture = CN_FURNITURE_NAVIGATION;
    }
}

/**
 * cn_text_title_read:
 * @letter: whether the text is a letter with sender and subject in its head
 *
 * Finds the headline, makes it the document's title, and fences off the page's words above it. The document's language
 * must be set.
 */
void
cn_text_title_read (CnDocument *document,
                    gboolean    letter)
{
  int title = find_title (document, letter);

  if (title < 0)
    {
      take_title_of_line (document);
      return;
    }

  set_title (document, (guint) title);
  fence_off_kickers (document, (guint) title);
}
