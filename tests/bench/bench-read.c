/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast documents are read, beside what has to be done to such bytes at least: for a page libxml2's own parser, as a
 * stream of events (SAX) and as a tree (DOM); for a text the check that it is UTF-8; for both one pass of memchr().
 *
 * Prints a table; judges nothing. The ratio in the last column is the reader's time to that of the tree or of the
 * check. Long inputs are there to show what grows faster than it should. */

#include "config.h"

#include "cn-document.h"
#include "cn-reader.h"

#include <libxml/HTMLparser.h>
#include <string.h>
#include <time.h>

/* Each figure comes of at least so many bytes. */
#define N_BYTES (8 * 1024 * 1024)

#define PROSE \
  "The mayors of four cities met in the town hall and agreed to share what they know about heat, water and housing. " \
  "The network, which they joined last year, will publish its report before the summit on 4 June 2021, said its " \
  "office. Until then the working groups meet every month, each time in another city, and tell what came of it. "

#define FOUR(text) text text text text

#define HEAD \
  "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Four cities meet - City News</title>" \
  "<meta property=\"og:title\" content=\"Four cities meet\"><meta property=\"og:site_name\" content=\"City News\">" \
  "<meta property=\"article:published_time\" content=\"2021-05-11T08:30:00Z\">"

#define STYLE  "<style>" FOUR (FOUR (FOUR (".menu > li a:hover { color: #123456; margin: 0 auto }\n"))) "</style>"
#define SCRIPT "<script>" FOUR (FOUR (FOUR ("window.list = window.list || []; if (1 < 2) push ('<b>');\n"))) "</script>"
#define MENU   "<nav><ul>" FOUR (FOUR (FOUR ("<li class=\"menu-item\"><a href=\"/topics/a\">Topic</a></li>"))) "</ul></nav>"
#define RELATED \
  "<aside class=\"related\"><h2>Related</h2>" \
  FOUR (FOUR ("<a href=\"/news/x\"><h3>Another article</h3><p>What it says in a line.</p></a>")) "</aside>"
#define PARAGRAPH \
  "<p class=\"text\">" PROSE "<a href=\"https://www.example.org/report?a=1&amp;b=2\">The report</a> is <em>open</em>.</p>\n"

typedef struct
{
  const char *name;
  const char *content_type;
  const char *before;
  const char *unit;
  const char *after;
  gsize       length; /* of the units */
} Input;

#define HTML  "text/html"
#define PLAIN "text/plain"

static const Input inputs[] = {
  { "page of an article", HTML, HEAD STYLE SCRIPT "</head><body><header>" MENU "</header><main><article>"
    "<h1>Four cities meet</h1>", PARAGRAPH, "</article>" RELATED "</main><footer>© City News</footer></body></html>", 4096 },
  { "… bare", HTML, HEAD "</head><body><h1>Four cities meet</h1>", PARAGRAPH, "</body></html>", 4096 },
  { "… of 1 MB", HTML, HEAD "</head><body><h1>Four cities meet</h1>", PARAGRAPH, "</body></html>", 1 << 20 },
  { "… of links, 1 MB", HTML, HEAD "</head><body><h1>Links</h1><p>", "<a href=\"/topics/a\">Topic</a> ",
    "</p></body></html>", 1 << 20 },
  { "… of one table, 1 MB", HTML, HEAD "</head><body><h1>Members</h1><table>",
    "<tr><td>Hamburg</td><td>Germany</td><td>2019</td></tr>", "</table></body></html>", 1 << 20 },
  { "… never closed, 1 MB", HTML, HEAD "</head><body><h1>Open</h1>", "<p>" PROSE "<br>", "", 1 << 20 },
  { "text of an article", PLAIN, "Four cities meet\n\n11 May 2021\n\n", PROSE "\n\n", "", 4096 },
  { "… of 1 MB", PLAIN, "Four cities meet\n\n11 May 2021\n\n", PROSE "\n\n", "", 1 << 20 },
  { "… in one line, 1 MB", PLAIN, "", PROSE, "", 1 << 20 },
  { "… of short lines, 1 MB", PLAIN, "Members\n\n", "Hamburg, Germany\n", "", 1 << 20 },
  { "… of dates, 1 MB", PLAIN, "Calendar\n\n", "On 4 June 2021, on 11.05.2021 and on 2021-07-01.\n\n", "", 1 << 20 },
};

static GBytes *
make_bytes (const Input *input)
{
  GString *text = g_string_new (input->before);
  gsize end = text->len + input->length;

  while (text->len < end)
    g_string_append (text, input->unit);
  g_string_append (text, input->after);
  return g_string_free_to_bytes (text);
}

/* Of this process only: whatever else the machine does is no affair of the reader's. */
static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

typedef void (*Measured) (GBytes *bytes, const char *content_type);

static double
measure (Measured    func,
         GBytes     *bytes,
         const char *content_type)
{
  double start;
  gsize size = g_bytes_get_size (bytes);
  gsize done = 0;

  func (bytes, content_type);
  start = get_cpu_seconds ();
  for (; done < N_BYTES; done += size)
    func (bytes, content_type);
  return (double) done / 1e6 / (get_cpu_seconds () - start);
}

static void
read_document (GBytes     *bytes,
               const char *content_type)
{
  const CnReadHints hints = { "https://www.example.org/news/1", content_type };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = cn_reader_read (bytes, &hints, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 1);
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
}

static void
characters_cb (void          *data,
               const xmlChar *characters,
               int            length)
{
}

static void
parse (GBytes        *bytes,
       xmlSAXHandler *handler)
{
  htmlParserCtxt *context = handler != NULL ? htmlNewSAXParserCtxt (handler, NULL) : htmlNewParserCtxt ();
  xmlDoc *doc;

  doc = htmlCtxtReadMemory (context, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, "UTF-8",
                            HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc (doc);
  htmlFreeParserCtxt (context);
}

static void
parse_sax (GBytes     *bytes,
           const char *content_type)
{
  xmlSAXHandler handler = {
    .startElement = start_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
  };

  parse (bytes, &handler);
}

static void
parse_dom (GBytes     *bytes,
           const char *content_type)
{
  parse (bytes, NULL);
}

static void
validate (GBytes     *bytes,
          const char *content_type)
{
  g_assert_true (g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static void
look_through (GBytes     *bytes,
              const char *content_type)
{
  const void *volatile data = g_bytes_get_data (bytes, NULL);

  g_assert_null (memchr (data, 1, g_bytes_get_size (bytes)));
}

static void
bench (const Input *input)
{
  g_autoptr (GBytes) bytes = make_bytes (input);
  gboolean is_html = g_str_equal (input->content_type, HTML);
  double ours = measure (read_document, bytes, input->content_type);
  double floor = measure (is_html ? parse_dom : validate, bytes, input->content_type);
  g_autofree char *sax = NULL;

  if (is_html)
    sax = g_strdup_printf ("%.0f", measure (parse_sax, bytes, input->content_type));

  g_print ("%-24s %10" G_GSIZE_FORMAT " %10.1f %12.0f %10s %12.0f %10.0f %8.1f\n", input->name,
           g_bytes_get_size (bytes), ours, ours * 1e6 / (double) g_bytes_get_size (bytes), sax != NULL ? sax : "-",
           floor, measure (look_through, bytes, NULL), floor / ours);
}

int
main (void)
{
  g_print ("libxml2 %s\n", LIBXML_DOTTED_VERSION);
  g_print ("%-24s %10s %10s %12s %10s %12s %10s %8s\n", "reading", "bytes", "MB/s", "articles/s", "SAX MB/s",
           "DOM/UTF-8", "memchr", "ratio");
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    bench (&inputs[i]);

  return 0;
}
