/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a table of inputs through the reader, one named test for each row. Whatever a row is about, its document must
 * also keep the promises that document-check.c asks for. */

#include "config.h"

#include "reader-table.h"

#include "document-check.h"

#include <locale.h>
#include <string.h>

void
reader_table_init (int    *argc,
                   char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
}

static GPtrArray *
read_row (const ReaderRow  *row,
          GError          **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->input, strlen (row->input));
  CnReadHints hints = { row->base, row->content_type };

  return cn_reader_read (bytes, &hints, error);
}

/**
 * reader_table_read:
 *
 * Returns: (transfer full): the one document of that input, which must be readable
 */
CnDocument *
reader_table_read (const char *input,
                   gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (input, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = cn_reader_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 1);
  document_check (g_ptr_array_index (documents, 0));
  return cn_document_ref (g_ptr_array_index (documents, 0));
}

static void
check_string (const char *found,
              const char *expected)
{
  if (expected == NULL)
    return;
  if (g_str_equal (expected, "-"))
    g_assert_cmpstr (found, ==, NULL);
  else
    g_assert_cmpstr (found, ==, expected);
}

static void
check_date (CnDate      found,
            const char *expected)
{
  g_autofree char *iso = cn_date_to_iso (found);

  check_string (iso, expected);
}

static void
check_authors (const CnDocument *document,
               const char       *expected)
{
  g_autofree char *joined = document->authors != NULL ? g_strjoinv (" + ", document->authors) : NULL;

  check_string (joined, expected);
}

static gboolean
stands_in (const CnDocument *document,
           const char       *piece,
           const char       *reason)
{
  for (const char *hit = strstr (document->text, piece); hit != NULL; hit = strstr (hit + 1, piece))
    {
      const CnBlock *block = cn_document_find_block (document, (gsize) (hit - document->text));

      if (block != NULL && g_strcmp0 (cn_furniture_to_string (block->furniture), reason) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_own (const CnDocument *document,
           const char       *expected)
{
  g_auto (GStrv) pieces = expected != NULL ? g_strsplit (expected, "|", -1) : NULL;

  for (guint i = 0; pieces != NULL && pieces[i] != NULL; i++)
    if (!stands_in (document, pieces[i], NULL))
      g_error ("not in the article's own text: %s", pieces[i]);
}

static void
check_furniture (const CnDocument *document,
                 const char       *expected)
{
  g_auto (GStrv) pieces = expected != NULL ? g_strsplit (expected, "|", -1) : NULL;

  for (guint i = 0; pieces != NULL && pieces[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pieces[i], "=", 2);

      if (!stands_in (document, pair[1], pair[0]))
        g_error ("not fenced off as %s: %s", pair[0], pair[1]);
      if (stands_in (document, pair[1], NULL))
        g_error ("also in the article's own text: %s", pair[1]);
    }
}

static void
describe_kind (const CnBlock *block,
               GString       *line)
{
  switch (block->kind)
    {
    case CN_BLOCK_TITLE:
      g_string_append (line, "title");
      break;
    case CN_BLOCK_HEADING:
      g_string_append_printf (line, "h%u", block->level);
      break;
    case CN_BLOCK_PARAGRAPH:
      g_string_append (line, "p");
      break;
    case CN_BLOCK_LIST_ITEM:
      g_string_append_printf (line, "%*s", (int) (block->level - 1) * 2, "");
      if (block->ordinal > 0)
        g_string_append_printf (line, "%u.", block->ordinal);
      else
        g_string_append (line, "-");
      break;
    case CN_BLOCK_QUOTATION:
      g_string_append (line, ">");
      break;
    case CN_BLOCK_PREFORMATTED:
      g_string_append (line, "pre");
      break;
    case CN_BLOCK_TABLE_ROW:
      g_string_append (line, block->level == 1 ? "head" : "row");
      break;
    case CN_BLOCK_DATE_LINE:
      g_string_append (line, "date");
      break;
    case CN_BLOCK_BYLINE:
      g_string_append (line, "by");
      break;
    case CN_N_BLOCK_KINDS:
      g_assert_not_reached ();
    }
}

static char *
describe_blocks (const CnDocument *document)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < cn_document_get_n_blocks (document); i++)
    {
      const CnBlock *block = cn_document_get_block (document, i);
      g_autofree char *text = g_strndup (document->text + block->start, block->end - block->start);

      describe_kind (block, all);
      if (block->furniture != CN_FURNITURE_NONE)
        g_string_append_c (all, '!');
      g_strdelimit (text, "\n", '/');
      g_strdelimit (text, "\t", ';');
      g_string_append_printf (all, " %s\n", text);
    }

  return g_string_free (all, FALSE);
}

static void
check_blocks (const CnDocument *document,
              const char       *expected)
{
  g_autofree char *found = expected != NULL ? describe_blocks (document) : NULL;

  if (expected != NULL)
    g_assert_cmpstr (found, ==, expected);
}

static void
check_html (const CnDocument *document,
            const char       *expected)
{
  g_autofree char *html = cn_document_dup_html (document);
  g_auto (GStrv) pieces = expected != NULL ? g_strsplit (expected, "|", -1) : NULL;

  for (guint i = 0; pieces != NULL && pieces[i] != NULL; i++)
    if (strstr (html, pieces[i]) == NULL)
      g_error ("not in the HTML: %s\n%s", pieces[i], html);
}

static void
check_quote (const CnDocument *document,
             const char       *expected)
{
  g_autofree char *quote = NULL;

  if (document->published_quote.end > document->published_quote.start)
    quote = g_strndup (document->text + document->published_quote.start,
                       document->published_quote.end - document->published_quote.start);
  check_string (quote, expected);
}

static void
test_row (gconstpointer data)
{
  const ReaderRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_row (row, &error);
  const CnDocument *document;

  if (row->error != NULL)
    {
      g_assert_null (documents);
      g_assert_true (error->domain == CN_READ_ERROR);
      g_assert_cmpstr (error->message, ==, row->error);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 1);
  document = g_ptr_array_index (documents, 0);
  document_check (document);

  check_string (document->title, row->title);
  check_date (document->published, row->published);
  check_date (document->updated, row->updated);
  check_quote (document, row->quote);
  check_authors (document, row->authors);
  check_string (document->language, row->language);
  check_string (document->url, row->url);
  check_string (document->site_name, row->site);
  check_string (document->summary, row->summary);
  check_own (document, row->own);
  check_furniture (document, row->furniture);
  check_blocks (document, row->blocks);
  check_html (document, row->html);
}

void
reader_table_add (const char      *path,
                  const ReaderRow *rows,
                  gsize            n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *full = g_strconcat (path, "/", rows[i].name, NULL);

      g_test_add_data_func (full, &rows[i], test_row);
    }
}
