/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table for a terminal, and the same cells as CSV.
 *
 * Pure. Cells are text from anywhere: each is made one line that a terminal may print. */

#include "config.h"

#include "cn-cli-table.h"

#include <string.h>

#include "cn-cli-text.h"

/* A column of text is never squeezed below this: the table is then wider than the terminal. */
#define MIN_WIDTH 8
#define GAP "  "
#define ELLIPSIS "…"

struct _CnTable
{
  const CnColumn *columns;
  guint           n_columns;
  GPtrArray      *cells; /* element-type utf8, row after row */
};

/*
 * cn_table_new:
 * @columns: the columns; must live as long as the table
 *
 * Returns: (transfer full): a table without rows
 */
CnTable *
cn_table_new (const CnColumn *columns,
              guint           n_columns)
{
  CnTable *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (CnTable, 1);
  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/*
 * cn_table_free:
 * @self: (transfer full): a table
 */
void
cn_table_free (CnTable *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self);
}

/*
 * cn_table_add_cell:
 * @text: (nullable): the next cell, from left to right, row after row
 */
void
cn_table_add_cell (CnTable    *self,
                   const char *text)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->cells, cn_text_dup_line (text != NULL ? text : ""));
}

static guint *
measure (CnTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = cn_text_get_width (self->columns[i].title);
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] = MAX (widths[i % self->n_columns],
                                       cn_text_get_width (g_ptr_array_index (self->cells, i)));

  return widths;
}

static gint64
get_total (CnTable     *self,
           const guint *widths)
{
  gint64 total = (gint64) strlen (GAP) * (self->n_columns - 1);

  for (guint i = 0; i < self->n_columns; i++)
    total += widths[i];

  return total;
}

/* Takes from the widest column that may shrink until the rows fit or nothing can give way any more. */
static void
shrink (CnTable *self,
        guint   *widths,
        guint    width)
{
  while (get_total (self, widths) > (gint64) width)
    {
      guint widest = self->n_columns;

      for (guint i = 0; i < self->n_columns; i++)
        if (self->columns[i].shrinks && widths[i] > MIN_WIDTH
            && (widest == self->n_columns || widths[i] > widths[widest]))
          widest = i;
      if (widest == self->n_columns)
        return;
      widths[widest]--;
    }
}

static void
append_cut (GString    *line,
            const char *text,
            guint       width)
{
  guint taken = 0;
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint next = cn_text_get_char_width (g_utf8_get_char (p));

      if (taken + next > width - 1)
        break;
      taken += next;
    }
  g_string_append_len (line, text, p - text);
  g_string_append (line, ELLIPSIS);
  for (taken++; taken < width; taken++)
    g_string_append_c (line, ' ');
}

static void
append_cell (GString        *line,
             const CnColumn *column,
             const char     *text,
             guint           width)
{
  guint own = cn_text_get_width (text);

  if (own > width)
    {
      append_cut (line, text, width);
      return;
    }
  if (!column->is_number)
    g_string_append (line, text);
  for (guint i = own; i < width; i++)
    g_string_append_c (line, ' ');
  if (column->is_number)
    g_string_append (line, text);
}

static void
append_row (CnTable             *self,
            GString             *out,
            const char * const  *cells,
            const guint         *widths)
{
  gsize end;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append (out, GAP);
      append_cell (out, &self->columns[i], cells[i], widths[i]);
    }
  for (end = out->len; end > 0 && out->str[end - 1] == ' '; end--)
    ;
  g_string_truncate (out, end);
  g_string_append_c (out, '\n');
}

/*
 * cn_table_to_string:
 * @width: columns of the terminal, %G_MAXUINT for no limit
 *
 * Returns: (transfer full): a head and the rows; nothing when there are no rows
 */
char *
cn_table_to_string (CnTable *self,
                    guint    width)
{
  GString *out = g_string_new (NULL);
  g_autofree guint *widths = NULL;
  g_autofree const char **head = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->cells->len % self->n_columns == 0, NULL);

  if (self->cells->len == 0)
    return g_string_free (out, FALSE);

  widths = measure (self);
  shrink (self, widths, width);
  head = g_new (const char *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    head[i] = self->columns[i].title;
  append_row (self, out, head, widths);
  for (guint i = 0; i < self->cells->len; i += self->n_columns)
    append_row (self, out, (const char * const *) self->cells->pdata + i, widths);

  return g_string_free (out, FALSE);
}

static void
append_csv (GString    *out,
            const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/*
 * cn_table_to_csv:
 * @has_head: whether the titles of the columns come first; a list in portions has them once
 *
 * Returns: (transfer full): RFC 4180: lines end with CRLF, quotation marks only where they are needed
 */
char *
cn_table_to_csv (CnTable  *self,
                 gboolean  has_head)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; has_head && i < self->n_columns; i++)
    {
      append_csv (out, self->columns[i].title);
      g_string_append (out, i + 1 < self->n_columns ? "," : "\r\n");
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      append_csv (out, g_ptr_array_index (self->cells, i));
      g_string_append (out, (i + 1) % self->n_columns != 0 ? "," : "\r\n");
    }

  return g_string_free (out, FALSE);
}
