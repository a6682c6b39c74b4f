/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes native widgets of a document's blocks: labels that can be selected and whose links work,
 * lists, quotations, tables. Each call makes a bounded amount, whatever the document, and the next one goes on in
 * the same list or table: one of ten thousand items or a paragraph of a megabyte comes in parts that look like one.
 *
 * What costs time is not making a label but measuring it. For its least width GtkLabel breaks the text into lines of
 * one character each, unless it is told how many characters a line has at least: ten make that ten times
 * quicker. */

#include "config.h"

#include "cn-block-widget.h"

#include <string.h>

#include "cn-markup.h"

#define MAX_ITEMS       200   /* of a list or quotation in one widget */
#define MAX_ROWS        40    /* of a table */
#define MAX_CELLS       64    /* of a row */
#define MAX_LABEL_BYTES 1500  /* of one label */
#define MAX_CELL_BYTES  6000  /* of a cell, which cannot go on elsewhere */
#define MIN_LINE_CHARS  10
#define LABEL_COST      150   /* an empty label costs as much as that many bytes of text */
#define INDENT          30
#define MARK_CHARS      2     /* of a list item's bullet or number */
#define FITTING_COLUMNS 4     /* a table of so many is laid out by the width of the page */
#define FITTING_CHARS   4     /* the least of a cell in it */
#define CELL_CHARS      40    /* of a wider one, before a cell's text is wrapped */

static GtkWidget *
create_label (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (MIN_LINE_CHARS, (int) g_utf8_strlen (markup, MIN_LINE_CHARS)));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
spend (CnBlockCursor *cursor,
       gsize          bytes)
{
  cursor->budget -= MIN (cursor->budget, bytes + LABEL_COST);
}

/* Where to cut a very long block: behind the last white space that fits, else at a character's end. */
static gsize
find_cut (const CnDocument *document,
          gsize             start,
          gsize             end,
          gsize             max_bytes)
{
  const char *text = document->text;
  gsize cut = start + max_bytes;

  if (end - start <= max_bytes + max_bytes / 4)
    return end;

  for (gsize i = cut; i > start + max_bytes / 2; i--)
    if (g_ascii_isspace (text[i]))
      return i + 1;

  while (cut > start && ((guchar) text[cut] & 0xC0) == 0x80)
    cut--;

  return cut;
}

static GtkWidget *
create_heading (const CnDocument *document,
                const CnBlock    *block)
{
  static const char * const classes[] = { "title-2", "title-3", "title-4", "heading" };
  g_autofree char *markup = cn_markup_from_block (document, block);
  GtkWidget *label;
  guint level = CLAMP (block->level, 1, 6);

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                        "label", markup,
                        "use-markup", TRUE,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "xalign", 0.0,
                        "width-chars", MIN (MIN_LINE_CHARS, (int) g_utf8_strlen (markup, MIN_LINE_CHARS)),
                        "selectable", TRUE,
                        NULL);
  gtk_widget_add_css_class (label, classes[MIN (level, G_N_ELEMENTS (classes)) - 1]);
  gtk_widget_set_margin_top (label, 12);
  /* The article's title is the page's heading of level 1. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) MIN (level + 1, 6), -1);

  return label;
}

static GtkWidget *
create_small (const CnDocument *document,
              const CnBlock    *block)
{
  g_autofree char *markup = cn_markup_from_block (document, block);
  GtkWidget *label = create_label (markup);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/* The next part of the block that the cursor is at. */
static GtkWidget *
create_text (CnBlockCursor *cursor)
{
  const CnBlock *block = cn_document_get_block (cursor->document, cursor->next);
  gsize start = block->start + cursor->offset;
  gsize cut = find_cut (cursor->document, start, block->end, MAX_LABEL_BYTES);
  g_autofree char *markup = cn_markup_from_range (cursor->document, block, start, cut);
  GtkWidget *label = create_label (markup);

  spend (cursor, cut - start);
  cursor->offset = cut - block->start;
  if (cut == block->end)
    {
      cursor->next++;
      cursor->offset = 0;
    }

  return label;
}

static GtkWidget *
create_paragraph (CnBlockCursor *cursor)
{
  const CnBlock *block = cn_document_get_block (cursor->document, cursor->next);
  GtkWidget *label = create_text (cursor);

  if (block->kind == CN_BLOCK_PREFORMATTED)
    {
      gtk_widget_add_css_class (label, "monospace");
      gtk_widget_add_css_class (label, "preformatted");
    }
  else
    {
      gtk_widget_add_css_class (label, "paragraph");
    }

  return label;
}

/* Whether what the cursor is at belongs to what it has just passed. */
static gboolean
continues (const CnBlockCursor *cursor)
{
  const CnBlock *block;
  const CnBlock *last;

  if (cursor->offset > 0)
    return TRUE;
  if (cursor->next == 0 || cursor->next >= cn_document_get_n_blocks (cursor->document))
    return FALSE;

  block = cn_document_get_block (cursor->document, cursor->next);
  last = cn_document_get_block (cursor->document, cursor->next - 1);

  return block->kind == last->kind && block->furniture == last->furniture && block->group == last->group
         && last->group != 0;
}

static GtkWidget *
create_mark (const CnBlock *block)
{
  g_autofree char *number = block->ordinal > 0 ? g_strdup_printf ("%u.", block->ordinal) : g_strdup ("•");
  GtkWidget *mark = gtk_label_new (number);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_label_set_width_chars (GTK_LABEL (mark), MARK_CHARS);
  gtk_widget_add_css_class (mark, "dimmed");
  gtk_widget_add_css_class (mark, "numeric");

  return mark;
}

static void
append_item (GtkWidget     *list,
             CnBlockCursor *cursor)
{
  const CnBlock *block = cn_document_get_block (cursor->document, cursor->next);
  GtkWidget *row;

  /* The rest of an item that is longer than a label should be. */
  if (cursor->offset > 0)
    {
      GtkWidget *rest = create_text (cursor);

      gtk_widget_set_margin_start (rest, INDENT);
      gtk_box_append (GTK_BOX (list), rest);
      return;
    }

  row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 8, NULL);
  gtk_widget_set_margin_start (row, (int) (MIN (MAX (block->level, 1), 6) - 1) * INDENT);
  gtk_box_append (GTK_BOX (row), create_mark (block));
  gtk_box_append (GTK_BOX (row), create_text (cursor));
  gtk_box_append (GTK_BOX (list), row);
  spend (cursor, 0);
}

static void
append_quotation (GtkWidget     *box,
                  CnBlockCursor *cursor)
{
  gtk_box_append (GTK_BOX (box), create_paragraph (cursor));
}

static GtkWidget *
get_grid (GtkWidget *table)
{
  GtkWidget *viewport;

  if (GTK_IS_GRID (table))
    return table;

  viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (table));

  return gtk_viewport_get_child (GTK_VIEWPORT (viewport));
}

static int
count_rows (GtkWidget *grid)
{
  GtkWidget *last = gtk_widget_get_last_child (grid);
  int row = -1;

  if (last != NULL)
    gtk_grid_query_child (GTK_GRID (grid), last, NULL, &row, NULL, NULL);

  return row + 1;
}

static int
count_cells (const CnBlock *block)
{
  int n_cells = 0;

  for (guint i = 0; block->spans != NULL && i < block->spans->len && n_cells < MAX_CELLS; i++)
    n_cells += g_array_index (block->spans, CnSpan, i).kind == CN_SPAN_CELL;

  return MAX (n_cells, 1);
}

/* Of the table that begins at the cursor, also of rows that are still to come. */
static int
count_columns (const CnBlockCursor *cursor)
{
  CnBlockCursor ahead = *cursor;
  int n_columns = 0;

  do
    {
      int n_cells = count_cells (cn_document_get_block (cursor->document, ahead.next++));

      n_columns = MAX (n_columns, n_cells);
    }
  while (ahead.next < cursor->next + MAX_ROWS && continues (&ahead));

  return n_columns;
}

/* What scrolls sideways must not give way: each cell asks for the width of its text, as far as that can be read. */
static void
set_cell_width (GtkLabel *label,
                gboolean  scrolls)
{
  int n_chars = (int) MIN (g_utf8_strlen (gtk_label_get_text (label), -1), scrolls ? CELL_CHARS : FITTING_CHARS);

  gtk_label_set_width_chars (label, n_chars);
  if (scrolls)
    gtk_label_set_max_width_chars (label, n_chars);
}

static GtkWidget *
create_cell (CnBlockCursor *cursor,
             const CnBlock *row,
             const CnSpan  *span,
             gboolean       scrolls)
{
  gsize cut = find_cut (cursor->document, span->start, span->end, MAX_CELL_BYTES);
  g_autofree char *markup = cn_markup_from_range (cursor->document, row, span->start, cut);
  GtkWidget *label = create_label (markup);

  set_cell_width (GTK_LABEL (label), scrolls);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, row->level == 1 ? "heading" : "body");
  spend (cursor, cut - span->start);

  return label;
}

static void
attach_cells (GtkWidget     *grid,
              CnBlockCursor *cursor,
              int            row)
{
  const CnBlock *block = cn_document_get_block (cursor->document, cursor->next);
  /* A viewport around it is what scrolls. */
  gboolean scrolls = GTK_IS_VIEWPORT (gtk_widget_get_parent (grid));
  int column = 0;

  for (guint i = 0; block->spans != NULL && i < block->spans->len && column < MAX_CELLS; i++)
    {
      const CnSpan *span = &g_array_index (block->spans, CnSpan, i);

      if (span->kind == CN_SPAN_CELL)
        gtk_grid_attach (GTK_GRID (grid), create_cell (cursor, block, span, scrolls), column++, row, 1, 1);
    }

  if (column == 0)
    gtk_grid_attach (GTK_GRID (grid), create_paragraph (cursor), 0, row, 1, 1);
  else
    cursor->next++;
}

static void
append_row (GtkWidget     *table,
            CnBlockCursor *cursor)
{
  GtkWidget *grid = get_grid (table);
  const CnBlock *block = cn_document_get_block (cursor->document, cursor->next);
  int row = count_rows (grid);

  /* Below the headings. */
  if (row > 0 && block->level != 1 && cn_document_get_block (cursor->document, cursor->next - 1)->level == 1)
    gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, row++,
                     count_columns (cursor), 1);
  attach_cells (grid, cursor, row);
}

typedef void (*AppendFunc) (GtkWidget     *container,
                            CnBlockCursor *cursor);

static void
append_all (GtkWidget     *container,
            CnBlockCursor *cursor,
            AppendFunc     append)
{
  do
    append (container, cursor);
  while (cursor->budget > 0 && continues (cursor));
}

static GtkWidget *
create_list (void)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                       "orientation", GTK_ORIENTATION_VERTICAL,
                       "spacing", 6,
                       NULL);
}

static GtkWidget *
create_quotation (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 9,
                                 NULL);

  gtk_widget_add_css_class (box, "quotation");

  return box;
}

static GtkWidget *
create_scroller (GtkWidget *grid)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);

  return scroller;
}

/* A table of a few columns gives way to the page as text does; a wider one scrolls by itself. */
static GtkWidget *
create_table (const CnBlockCursor *cursor)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "column-spacing", 18, "row-spacing", 9, NULL);

  gtk_widget_add_css_class (grid, "table");

  return count_columns (cursor) > FITTING_COLUMNS ? create_scroller (grid) : grid;
}

static gboolean
has_room (GtkWidget *container,
          guint      max_children)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (container); child; child = gtk_widget_get_next_sibling (child))
    n_children++;

  return n_children < max_children;
}

gboolean
cn_block_widget_extend (GtkWidget     *widget,
                        CnBlockCursor *cursor)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (cursor != NULL, FALSE);

  if (!continues (cursor))
    return FALSE;

  switch (cn_document_get_block (cursor->document, cursor->next)->kind)
    {
    case CN_BLOCK_LIST_ITEM:
      if (!has_room (widget, MAX_ITEMS))
        return FALSE;
      append_all (widget, cursor, append_item);
      return TRUE;

    case CN_BLOCK_QUOTATION:
      if (!has_room (widget, MAX_ITEMS))
        return FALSE;
      append_all (widget, cursor, append_quotation);
      return TRUE;

    case CN_BLOCK_TABLE_ROW:
      if (count_rows (get_grid (widget)) >= MAX_ROWS)
        return FALSE;
      append_all (widget, cursor, append_row);
      return TRUE;

    case CN_BLOCK_TITLE:
    case CN_BLOCK_HEADING:
    case CN_BLOCK_DATE_LINE:
    case CN_BLOCK_BYLINE:
    case CN_BLOCK_PARAGRAPH:
    case CN_BLOCK_PREFORMATTED:
    case CN_N_BLOCK_KINDS:
      break;
    }

  return FALSE;
}

/* A block that is made at once, whatever its length. */
static GtkWidget *
create_whole (CnBlockCursor *cursor,
              GtkWidget * (*create) (const CnDocument *document, const CnBlock *block))
{
  const CnBlock *block = cn_document_get_block (cursor->document, cursor->next++);

  spend (cursor, block->end - block->start);

  return create (cursor->document, block);
}

GtkWidget *
cn_block_widget_new (CnBlockCursor *cursor)
{
  GtkWidget *widget;

  g_return_val_if_fail (cursor != NULL, NULL);
  g_return_val_if_fail (cursor->next < cn_document_get_n_blocks (cursor->document), NULL);

  switch (cn_document_get_block (cursor->document, cursor->next)->kind)
    {
    case CN_BLOCK_LIST_ITEM:
      widget = create_list ();
      append_all (widget, cursor, append_item);
      return widget;

    case CN_BLOCK_QUOTATION:
      widget = create_quotation ();
      append_all (widget, cursor, append_quotation);
      return widget;

    case CN_BLOCK_TABLE_ROW:
      widget = create_table (cursor);
      append_all (widget, cursor, append_row);
      return widget;

    case CN_BLOCK_HEADING:
      return create_whole (cursor, create_heading);

    case CN_BLOCK_DATE_LINE:
    case CN_BLOCK_BYLINE:
      return create_whole (cursor, create_small);

    case CN_BLOCK_PARAGRAPH:
    case CN_BLOCK_PREFORMATTED:
      return create_paragraph (cursor);

    case CN_BLOCK_TITLE:   /* the page shows it above the text */
    case CN_N_BLOCK_KINDS:
      break;
    }

  cursor->next++;

  return NULL;
}
