/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a plain text as blocks: paragraphs, nested lists, marked headings, rules, addresses.
 *
 * The text stays as it is, bullets and wrapped lines included, so that whatever is quoted from it stands in the file
 * too; only blanks at the ends of lines and more than one empty line in a row are left out. A paragraph that was
 * wrapped at a fixed width is one block with line feeds in it; lines that were not are blocks of their own. What a
 * block means (headline, date, furniture) is not decided here. Pure. */

#include "config.h"

#include "cn-text-blocks.h"

#include "cn-address.h"
#include "cn-builder.h"
#include "cn-date-line.h"
#include "cn-scan.h"

#include <string.h>

/* No editor or mail program wraps wider than this. */
#define MAX_WRAP_CHARS 120
#define MIN_WRAP_CHARS 45

/* Deeper lists are nobody's intention. */
#define MAX_LIST_DEPTH 16

typedef struct
{
  const char *start;
  const char *end;
  guint       indent;    /* columns of blanks before it */
  gboolean    after_gap; /* whether an empty line stands before it */
} Line;

typedef struct
{
  GArray    *lines;
  CnBuilder *builder;
  guint      wrap;         /* the width that the text was wrapped at, 0 when it was not */
  guint      group;        /* of the list that was last begun */
  gboolean   in_list;
  GArray    *indents;      /* of the open lists, from the outside in */
  GArray    *ordinals;     /* the last number of each, 0 for bullets */
} Reader;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static guint
count_chars (const Line *line)
{
  return (guint) g_utf8_strlen (line->start, line->end - line->start);
}

static GArray *
split_lines (const char *text,
             gsize       length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *end = text + length;
  gboolean gap = FALSE;

  for (const char *p = text; p < end;)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      Line line = { p, stop != NULL ? stop : end, 0, gap };

      p = stop != NULL ? stop + 1 : end;
      while (line.start < line.end && is_blank (*line.start))
        line.indent += *line.start++ == '\t' ? 4 : 1;
      while (line.end > line.start && is_blank (line.end[-1]))
        line.end--;

      gap = line.start == line.end;
      if (!gap)
        g_array_append_val (lines, line);
    }

  return lines;
}

static guint
count_first_word (const Line *line)
{
  const char *p = line->start;

  while (p < line->end && !is_blank (*p))
    p++;
  return (guint) g_utf8_strlen (line->start, p - line->start);
}

/* A text is wrapped when no line with blanks is wider than an editor's window and most of the lines that something
 * follows directly are so full that the next word would not have found room. */
static guint
find_wrap (GArray *lines)
{
  guint width = 0;
  guint n_followed = 0;
  guint n_full = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      guint n_chars = count_chars (line) + line->indent;

      if (memchr (line->start, ' ', (gsize) (line->end - line->start)) == NULL)
        continue;
      if (n_chars > MAX_WRAP_CHARS)
        return 0;
      width = MAX (width, n_chars);
    }

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = line + 1;

      if (next->after_gap || count_chars (line) < MIN_WRAP_CHARS)
        continue;
      n_followed++;
      n_full += count_chars (line) + line->indent + 1 + count_first_word (next) > width;
    }

  return n_full >= 3 && n_full * 10 >= n_followed * 6 ? width : 0;
}

typedef struct
{
  guint width;   /* bytes of the mark and the blanks behind it, 0 for none */
  guint ordinal; /* 0 for a bullet */
} Mark;

static Mark
find_bullet (const Line *line)
{
  static const char *const bullets[] = { "-", "*", "+", "•", "‣", "◦", "⁃", "·", "▪", "●", "○", "■", "–", "—", "➢",
                                         "→" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i]);

      if ((gsize) (line->end - line->start) > n + 1 && memcmp (line->start, bullets[i], n) == 0 &&
          (is_blank (line->start[n]) || memcmp (line->start + n, "\302\240", 2) == 0))
        return (Mark) { (guint) n + 1, 0 };
    }

  return (Mark) { 0, 0 };
}

static gboolean
has_year (const char *p,
          const char *end)
{
  guint n_digits = 0;

  for (; p < end; p++)
    {
      n_digits = g_ascii_isdigit (*p) ? n_digits + 1 : 0;
      if (n_digits == 4)
        return TRUE;
    }

  return FALSE;
}

/* "1. ", "2) ", "(3) "; not "4. Juni 2021". */
static Mark
find_number (const Line *line)
{
  const char *p = line->start;
  guint number = 0;
  guint n_digits = 0;
  g_autoptr (GPtrArray) names = NULL;

  if (*p == '(')
    p++;
  for (; p < line->end && g_ascii_isdigit (*p) && n_digits < 4; p++, n_digits++)
    number = number * 10 + (guint) (*p - '0');
  if (n_digits == 0 || n_digits > 3 || p + 2 >= line->end || strchr (".)", *p) == NULL ||
      !is_blank (p[1]))
    return (Mark) { 0, 0 };

  /* Only with a year can it be a date line, and asking about every number of a long list would cost too much. */
  if (!has_year (p, line->end))
    return (Mark) { (guint) (p + 1 - line->start), number };

  names = g_ptr_array_new_with_free_func (g_free);
  if (cn_date_line_parse (line->start, (gsize) (line->end - line->start), NULL, names).kind != CN_DATE_LINE_NONE)
    return (Mark) { 0, 0 };
  return (Mark) { (guint) (p + 1 - line->start), number };
}

static guint
find_level (Reader *self,
            guint   indent)
{
  while (self->indents->len > 1 && g_array_index (self->indents, guint, self->indents->len - 1) > indent)
    {
      g_array_set_size (self->indents, self->indents->len - 1);
      g_array_set_size (self->ordinals, self->ordinals->len - 1);
    }

  if (self->indents->len == 1 && g_array_index (self->indents, guint, 0) > indent)
    g_array_index (self->indents, guint, 0) = indent;

  if (self->indents->len == 0 ||
      (self->indents->len < MAX_LIST_DEPTH && g_array_index (self->indents, guint,
                                                             self->indents->len - 1) + 1 < indent))
    {
      guint none = 0;

      g_array_append_val (self->indents, indent);
      g_array_append_val (self->ordinals, none);
    }

  return self->indents->len;
}

static void
end_list (Reader *self)
{
  self->in_list = FALSE;
  g_array_set_size (self->indents, 0);
  g_array_set_size (self->ordinals, 0);
}

/* A number is a list's when it is 1 or follows its predecessor: "3. Mayors Summit" is a name. */
static Mark
find_mark (Reader     *self,
           const Line *line)
{
  Mark mark = find_bullet (line);

  if (mark.width > 0)
    return mark;

  mark = find_number (line);
  if (mark.width == 0 || mark.ordinal == 1)
    return mark;
  for (guint i = 0; self->in_list && i < self->ordinals->len; i++)
    if (g_array_index (self->ordinals, guint, i) + 1 == mark.ordinal)
      return mark;
  return (Mark) { 0, 0 };
}

/**
 * cn_text_is_web_address:
 *
 * Returns: whether an http or https address begins at @p
 */
gboolean
cn_text_is_web_address (const char *p,
                        const char *end)
{
  return (gsize) (end - p) > strlen ("http://") + 3 &&
         (cn_scan_starts_with (p, end, "http://") || cn_scan_starts_with (p, end, "https://"));
}

static const char *
find_address_end (const char *p,
                  const char *end)
{
  while (p < end && !g_ascii_isspace (*p) && strchr ("<>\"", *p) == NULL && (guchar) *p != 0xc2 && (guchar) *p != 0xe2)
    p++;
  while (strchr (".,;:!?)]'", p[-1]) != NULL)
    p--;
  return p;
}

/* Addresses in a text are links. */
static void
append_text (CnBuilder  *builder,
             const char *text,
             const char *end)
{
  const char *p = text;

  while (p < end)
    {
      const char *hit = g_strstr_len (p, end - p, "http");
      const char *stop;
      g_autofree char *raw = NULL;
      g_autofree char *href = NULL;

      if (hit == NULL)
        break;
      if (!cn_text_is_web_address (hit, end) || (hit > text && g_ascii_isalnum (hit[-1])))
        {
          p = hit + 4;
          continue;
        }

      stop = find_address_end (hit, end);
      raw = g_strndup (hit, (gsize) (stop - hit));
      href = cn_address_resolve (raw, NULL);
      p = stop;
      if (href == NULL)
        continue;

      cn_builder_append (builder, text, (gsize) (hit - text));
      cn_builder_open_span (builder, CN_SPAN_LINK, href);
      cn_builder_append (builder, hit, (gsize) (stop - hit));
      cn_builder_close_span (builder, CN_SPAN_LINK);
      text = stop;
    }

  cn_builder_append (builder, text, (gsize) (end - text));
}

/* Whether the next line goes on with the paragraph of this one. */
static gboolean
is_continued (Reader     *self,
              const Line *line,
              guint       item_indent)
{
  const Line *next = line + 1;

  if (line == &g_array_index (self->lines, Line, self->lines->len - 1) || next->after_gap)
    return FALSE;
  if (find_mark (self, next).width > 0 || cn_text_is_web_address (next->start, next->end))
    return FALSE;
  if (item_indent > 0 && next->indent >= item_indent)
    return TRUE;
  if (self->wrap == 0 || count_chars (line) < MIN_WRAP_CHARS)
    return FALSE;
  return count_chars (line) + line->indent + 1 + count_first_word (next) > self->wrap;
}

/* Returns: the number of lines that the paragraph took */
static guint
append_paragraph (Reader *self,
                  guint   index,
                  guint   item_indent)
{
  guint n_lines = 0;
  const Line *line;

  do
    {
      line = &g_array_index (self->lines, Line, index + n_lines);
      if (n_lines > 0)
        cn_builder_break_line (self->builder);
      append_text (self->builder, line->start, line->end);
      n_lines++;
    }
  while (is_continued (self, line, item_indent));

  return n_lines;
}

static guint
read_item (Reader *self,
           guint   index,
           Mark    mark)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  guint level;

  if (!self->in_list)
    self->group++;
  self->in_list = TRUE;
  level = find_level (self, line->indent);
  g_array_index (self->ordinals, guint, level - 1) = mark.ordinal;

  cn_builder_open_block (self->builder, CN_BLOCK_LIST_ITEM, CN_FURNITURE_NONE, line->after_gap ? 2 : 1);
  cn_builder_set_level (self->builder, level);
  cn_builder_set_ordinal (self->builder, mark.ordinal);
  cn_builder_set_group (self->builder, self->group);
  return append_paragraph (self, index, line->indent + 2);
}

/* "# Heading" of Markdown; the signs are markup and not text. */
static guint
find_heading_mark (const Line *line)
{
  guint n = 0;

  while (line->start + n < line->end && line->start[n] == '#')
    n++;
  return n >= 1 && n <= 6 && line->start + n < line->end && is_blank (line->start[n]) ? n : 0;
}

/* A line of the same sign only, as people underline headings and draw rules. */
static gboolean
is_rule (const Line *line)
{
  for (const char *p = line->start; p < line->end; p++)
    if (*p != *line->start)
      return FALSE;
  return line->end - line->start >= 3 && strchr ("=-_*~#", *line->start) != NULL;
}

static guint
read_line (Reader *self,
           guint   index)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  guint gap = line->after_gap ? 2 : 1;
  guint level;
  Mark mark;

  if (is_rule (line))
    return 1;

  mark = find_mark (self, line);
  if (mark.width > 0)
    return read_item (self, index, mark);

  end_list (self);
  level = find_heading_mark (line);
  if (level > 0)
    {
      cn_builder_open_block (self->builder, CN_BLOCK_HEADING, CN_FURNITURE_NONE, gap);
      cn_builder_set_level (self->builder, level);
      cn_builder_append (self->builder, line->start + level, (gsize) (line->end - line->start) - level);
      return 1;
    }

  cn_builder_open_block (self->builder, CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, gap);
  return append_paragraph (self, index, 0);
}

/**
 * cn_text_blocks_read:
 * @text: valid UTF-8 without NUL, line feeds as line ends
 *
 * Returns: (transfer full): a document that has only its text and blocks; no block when there is nothing but blanks
 */
CnDocument *
cn_text_blocks_read (const char *text,
                     gsize       length)
{
  g_autoptr (GArray) lines = split_lines (text, length);
  g_autoptr (CnBuilder) builder = cn_builder_new ();
  g_autoptr (GArray) indents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { .lines = lines, .builder = builder, .wrap = find_wrap (lines), .indents = indents,
                    .ordinals = ordinals };

  for (guint i = 0; i < lines->len;)
    i += read_line (&reader, i);

  return cn_builder_finish (builder);
}
