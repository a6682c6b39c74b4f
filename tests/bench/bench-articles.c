/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved pages to import: many of the usual length, spread over the years, and two of a hundred kilobytes that are newer
 * than all others, one of many paragraphs and one of a single one. */

#include "config.h"

#include "bench-articles.h"

#include <glib/gstdio.h>

#define LONG_BYTES       100000
#define SENTENCE_FORMAT  "Sentence %u of article %u says what the city has agreed on with its partners this year. "

static void
append_paragraph (GString *page,
                  guint    article,
                  guint    n_sentences)
{
  g_string_append (page, "<p>");
  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (page, SENTENCE_FORMAT, (guint) page->len, article);
  g_string_append (page, "</p>\n");
}

/* How many paragraphs of how many sentences. */
static void
write_page (const char *path,
            guint       article,
            const char *day,
            guint       n_paragraphs,
            guint       n_sentences)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
  g_autoptr (GError) error = NULL;

  g_string_append_printf (page, "<title>Agreement number %u on housing and water</title>"
                          "<meta property=\"article:published_time\" content=\"%s\"></head>\n"
                          "<body><article><h1>Agreement number %u on housing and water</h1>\n", article, day, article);
  for (guint i = 0; i < n_paragraphs; i++)
    append_paragraph (page, article, n_sentences);
  g_string_append (page, "</article></body></html>\n");

  if (!g_file_set_contents (path, page->str, (gssize) page->len, &error))
    g_error ("%s", error->message);
}

/* Returns (transfer full): a GFile for each of @n_articles and of the long ones. */
GPtrArray *
bench_articles_write (const char *folder,
                      guint       n_articles)
{
  const guint n_sentences = LONG_BYTES / (sizeof SENTENCE_FORMAT + 4);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_articles + BENCH_N_LONG_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("article-%u.html", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *day = g_strdup_printf ("20%02u-%02u-%02u", 10 + i % 16, 1 + i / 16 % 12, 1 + i % 28);

      if (i == n_articles)
        write_page (path, i, "2039-12-31", n_sentences / 5, 5);
      else if (i > n_articles)
        write_page (path, i, "2038-12-31", 1, n_sentences);
      else
        write_page (path, i, day, 6, 7);
      g_ptr_array_add (files, g_file_new_for_path (path));
    }

  return files;
}

void
bench_articles_remove (const char *folder,
                       GPtrArray  *files)
{
  for (guint i = 0; i < files->len; i++)
    g_file_delete (g_ptr_array_index (files, i), NULL, NULL);
  g_rmdir (folder);
}
