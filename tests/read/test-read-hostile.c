/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that mean harm: one row for each known way to smuggle something active through a reader of HTML, and inputs
 * that are meant to take its time or its stack. document-check.c refuses every element, attribute and scheme that it
 * does not know, so a row needs no expectation of its own but the words that must have survived. */

#include "config.h"

#include "document-check.h"
#include "reader-table.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *body;
} HostileRow;

static const HostileRow vectors[] = {
  { "script", "<script>alert(1)</script>" },
  { "script-upper-case", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>" },
  { "script-unclosed", "<b>x</b><script>alert(1)" },
  { "script-split", "<scr<script>ipt>alert(1)</scr</script>ipt>" },
  { "script-with-slash", "<script/xss src=//evil.example/x.js></script>" },
  { "script-in-a-title", "</title><script>alert(1)</script>" },
  { "script-in-svg", "<svg><script>alert(1)</script></svg>" },
  { "script-in-math", "<math><mtext><script>alert(1)</script></mtext></math>" },
  { "script-in-a-comment", "<!--><script>alert(1)</script>-->" },
  { "script-in-a-conditional-comment", "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->" },
  { "script-behind-noscript", "<noscript><p title=\"</noscript><script>alert(1)</script>\">" },
  { "script-behind-style", "<style><img src=\"</style><script>alert(1)</script>\">" },
  { "script-behind-textarea", "<textarea><script>alert(1)</script></textarea>" },
  { "script-behind-xmp", "<xmp><script>alert(1)</script></xmp>" },
  { "script-behind-plaintext", "<plaintext><script>alert(1)</script>" },
  { "script-as-text", "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { "script-as-text-twice", "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;" },
  { "script-in-numbers", "&#60;script&#62;alert(1)&#60;/script&#62;" },
  { "script-in-cdata", "<![CDATA[<script>alert(1)</script>]]>" },
  { "handler", "<img src=x onerror=alert(1)>" },
  { "handler-without-blanks", "<img/src=x/onerror=alert(1)>" },
  { "handler-on-a-paragraph", "<p onclick=alert(1)>x</p>" },
  { "handler-on-a-link", "<a href=https://example.org/ onmouseover=alert(1)>x</a>" },
  { "handler-on-the-body", "<body onload=alert(1)>" },
  { "handler-on-svg", "<svg onload=alert(1)>" },
  { "handler-on-svg-animation", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>" },
  { "handler-on-details", "<details open ontoggle=alert(1)>x" },
  { "handler-on-video", "<video><source onerror=alert(1)></video>" },
  { "handler-on-marquee", "<marquee onstart=alert(1)>x</marquee>" },
  { "handler-on-an-input", "<input autofocus onfocus=alert(1)>" },
  { "handler-on-an-unknown-element", "<xss onpointerenter=alert(1)>x</xss>" },
  { "handler-in-quotes", "<img \"\"\"><script>alert(1)</script>\">" },
  { "handler-after-a-back-tick", "<img src=`x`onerror=alert(1)>" },
  { "javascript", "<a href=javascript:alert(1)>x</a>" },
  { "javascript-mixed-case", "<a href=JaVaScRiPt:alert(1)>x</a>" },
  { "javascript-blanks-before", "<a href='  javascript:alert(1)'>x</a>" },
  { "javascript-tab-inside", "<a href='java\tscript:alert(1)'>x</a>" },
  { "javascript-line-feed-inside", "<a href='java\nscript:alert(1)'>x</a>" },
  { "javascript-entity-inside", "<a href='java&#x0A;script:alert(1)'>x</a>" },
  { "javascript-tab-entity", "<a href='java&Tab;script:alert(1)'>x</a>" },
  { "javascript-colon-entity", "<a href='javascript&colon;alert(1)'>x</a>" },
  { "javascript-all-entities",
    "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)'>x</a>" },
  { "javascript-entities-without-semicolons", "<a href='&#0000106&#0000097vascript:alert(1)'>x</a>" },
  { "javascript-control-before", "<a href='\001javascript:alert(1)'>x</a>" },
  { "javascript-control-entity-before", "<a href='&#14;javascript:alert(1)'>x</a>" },
  { "javascript-nul-entity", "<a href='java&#0;script:alert(1)'>x</a>" },
  { "javascript-percent", "<a href='javascript%3Aalert(1)'>x</a>" },
  { "javascript-relative-to-a-base", "<base href='javascript:alert(1)//'><a href='x'>x</a>" },
  { "javascript-in-an-area", "<map><area href=javascript:alert(1)></map>" },
  { "javascript-in-svg", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>" },
  { "javascript-in-math", "<math href='javascript:alert(1)'>x</math>" },
  { "javascript-in-a-form",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(2)'>x</button></form>" },
  { "javascript-in-an-image", "<img src='javascript:alert(1)'>" },
  { "javascript-in-a-background",
    "<table background='javascript:alert(1)'><tr><td background='javascript:alert(2)'>x" },
  { "javascript-in-a-quotation", "<blockquote cite='javascript:alert(1)'>x</blockquote>" },
  { "vbscript", "<a href=vbscript:msgbox(1)>x</a>" },
  { "data", "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>" },
  { "data-upper-case", "<a href='DATA:text/html,<script>alert(1)</script>'>x</a>" },
  { "file", "<a href='file:///etc/passwd'>x</a>" },
  { "blob", "<a href='blob:https://example.org/x'>x</a>" },
  { "view-source", "<a href='view-source:javascript:alert(1)'>x</a>" },
  { "feed-scheme", "<a href='feed:javascript:alert(1)'>x</a>" },
  { "command-scheme", "<a href='exec:touch /tmp/owned'>x</a> <a href='|touch /tmp/owned'>y</a>" },
  { "desktop-schemes", "<a href='ms-msdt:/id x'>x</a><a href='ssh://-oProxyCommand=x'>y</a><a href='smb://x/y'>z</a>" },
  { "quote-in-an-address", "<a href='https://example.org/\"onmouseover=\"alert(1)'>x</a>" },
  { "bracket-in-an-address", "<a href='https://example.org/<script>alert(1)</script>'>x</a>" },
  { "mail-with-a-bracket", "<a href='mailto:a@example.org?subject=<script>'>x</a>" },
  { "mail-with-a-quote", "<a href='mailto:a@b\"onclick=alert(1)//'>x</a>" },
  { "host-with-a-blank", "<a href='https://example.org @evil.example/'>x</a>" },
  { "password-that-looks-like-a-host", "<a href='https://example.org@evil.example/'>x</a>" },
  { "frame", "<iframe src='https://evil.example/'></iframe>" },
  { "frame-with-a-document", "<iframe srcdoc='<script>alert(1)</script>'></iframe>" },
  { "frameset", "<frameset><frame src='javascript:alert(1)'></frameset>" },
  { "object", "<object data='javascript:alert(1)'></object>" },
  { "embed", "<embed src='https://evil.example/x.swf'>" },
  { "applet", "<applet code=Evil.class></applet>" },
  { "meta-refresh", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>" },
  { "meta-refresh-data", "<meta http-equiv=refresh content='0;url=data:text/html,x'>" },
  { "link-stylesheet", "<link rel=stylesheet href='javascript:alert(1)'>" },
  { "link-import", "<link rel=import href='//evil.example/x.html'>" },
  { "style-expression", "<p style='width:expression(alert(1))'>x</p>" },
  { "style-url", "<p style='background:url(javascript:alert(1))'>x</p>" },
  { "style-element", "<style>@import '//evil.example/x.css';</style>" },
  { "style-with-markup", "<style></style\n><img src=x onerror=alert(1)>" },
  { "mutation-by-math", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
                        "onerror=alert(1)&gt;\">" },
  { "mutation-by-svg", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">" },
  { "mutation-by-form", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>" },
  { "mutation-by-select", "<select><template><img src=x onerror=alert(1)></template></select>" },
  { "template", "<template><script>alert(1)</script></template>" },
  { "custom-element-with-shadow", "<x-y><template shadowrootmode=open><script>alert(1)</script></template></x-y>" },
  { "clobbering", "<form id=document><input name=cookie></form><a id=location href=https://example.org/>x</a>" },
  { "entity-declaration", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>" },
  { "entity-bomb", "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><p>&c;</p>" },
  { "inclusion", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>" },
  { "processing-instruction", "<?php system('touch /tmp/owned'); ?><?xml-stylesheet href='javascript:alert(1)'?>" },
  { "server-side-inclusion", "<!--#exec cmd='touch /tmp/owned' -->" },
  { "attribute-without-end", "<p title=\"x<script>alert(1)</script>" },
  { "element-without-end", "<p><a href='https://example.org/" },
  { "bidirectional-controls", "<p>a\342\200\256cod.exe\342\200\254b</p>" },
  { "byte-order-mark-inside", "<\357\273\277script>alert(1)</script>" },
  { "overlong-name", "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "
                     "onclick=alert(1)>x" },
};

static void
test_vector (gconstpointer data)
{
  const HostileRow *row = data;
  g_autofree char *page = g_strdup_printf ("<html><head><title>T</title></head><body><p>The words before it "
                                           "stay.</p>%s</body>"
                                           "</html>", row->body);
  g_autoptr (CnDocument) document = reader_table_read (page, strlen (page));
  g_autofree char *html = cn_document_dup_html (document);

  g_assert_nonnull (strstr (html, "The words before it stay."));
  g_assert_null (strstr (document->text, "root:"));
  if (strstr (row->body, "<a ") != NULL && strstr (row->body, "https://") == NULL &&
      strstr (row->body, "mailto:") == NULL)
    g_assert_null (strstr (html, "<a "));
}

/* The same through the page's metadata: whatever it says is text. */
static void
test_metadata (void)
{
  g_autoptr (CnDocument) document = NULL;
  const char *page =
    "<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title><meta property=\"og:url\" "
    "content=\"javascript:alert(1)\">"
    "<meta name=\"author\" content=\"&lt;img src=x onerror=alert(1)&gt;\"><meta property=\"og:site_name\" "
    "content=\"&lt;b&gt;\">"
    "<link rel=\"canonical\" href=\"data:text/html,x\"></head><body><p>Some text of the page.</p></body></html>";

  document = reader_table_read (page, strlen (page));
  g_assert_null (document->url);
  g_assert_null (document->authors);
  g_assert_cmpstr (document->title, ==, "<script>alert(1)</script>");
}

typedef struct
{
  const char *name;
  const char *head;
  const char *repeat;
  const char *tail;
  gsize       bytes;
  const char *error; /* when it must be refused */
} LargeRow;

#define MEGABYTES (1024 * 1024)

static const LargeRow large[] = {
  { "nested-a-hundred-thousand-deep", "<html><body>", "<div>", "deep", 100000 * 5,
    "it is a page nested too deep to be read" },
  { "lists-nested-too-deep", "<html><body>", "<ul><li>", "deep", 100000 * 8,
    "it is a page nested too deep to be read" },
  { "tables-nested-too-deep", "<html><body>", "<table><tr><td>", "deep", 100000 * 15,
    "it is a page nested too deep to be read" },
  { "links-around-links", "<html><body>", "<a href=https://example.org/>x", "", MEGABYTES, NULL },
  { "quotations-in-quotations", "<html><body>", "<blockquote>x</blockquote>", "", MEGABYTES, NULL },
  { "one-long-word", "<html><body><p>", "aaaaaaaaaaaaaaaa", "", 10 * MEGABYTES, NULL },
  { "many-paragraphs", "<html><body>", "<p>word word word</p>", "", 2 * MEGABYTES, NULL },
  { "many-headings", "<html><body>", "<h1>Title</h1>", "", 2 * MEGABYTES, NULL },
  { "many-rows", "<html><body><table>", "<tr><td>a<td>b", "", 2 * MEGABYTES, NULL },
  { "many-times", "<html><body>", "<time datetime=2021-06-04>x</time><p>", "", 2 * MEGABYTES, NULL },
  { "many-articles", "<html><body>", "<article>x</article>", "", 2 * MEGABYTES, NULL },
  { "brackets-only", "<html><body>", "<<<<<<<<", "", 10 * MEGABYTES, NULL },
  { "references-only", "<html><body><p>", "&amp;&lt;", "", 10 * MEGABYTES, NULL },
  { "one-element-with-all-attributes", "<html><body><p ", "a=b c=d ", ">x", 4 * MEGABYTES, NULL },
  { "comments", "", "<!-- x -->", "<html><body><p>x", 4 * MEGABYTES, NULL },
  { "comment-without-end", "<html><body><p>x", "<!--", "", 4 * MEGABYTES, NULL },
  { "declarations", "<html><head>", "<meta charset=x>", "</head><body><p>x", 4 * MEGABYTES, NULL },
  { "json-nested", "<html><head><script type=application/ld+json>", "[[[[[[[[", "</script></head><body><p>x",
    400 * 1024, NULL },
  { "one-line", "", "word ", "", 10 * MEGABYTES, NULL },
  { "short-lines", "", "short line\n", "", 2 * MEGABYTES, NULL },
  { "date-lines", "", "4 June 2021\n", "", 2 * MEGABYTES, NULL },
  { "bylines", "", "By Erika Muster\n\n", "", 2 * MEGABYTES, NULL },
  { "names", "T\n\n", "Erika Muster\n\n", "", 2 * MEGABYTES, NULL },
  { "numbers", "", "1. x\n", "", 2 * MEGABYTES, NULL },
  { "bullets", "", "- x\n  - y\n", "", 2 * MEGABYTES, NULL },
  { "addresses", "", "https://example.org/ ", "", 2 * MEGABYTES, NULL },
  { "empty-lines", "x", "\n\n\n\n", "x", 10 * MEGABYTES, NULL },
};

/* Far more than a run takes, far less than quadratic work would. */
#define MAX_SECONDS 60

static void
test_large (gconstpointer data)
{
  const LargeRow *row = data;
  GString *input = g_string_sized_new (row->bytes + 256);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  g_string_append (input, row->head);
  while (input->len < row->bytes)
    g_string_append (input, row->repeat);
  g_string_append (input, row->tail);
  bytes = g_string_free_to_bytes (input);

  documents = cn_reader_read (bytes, NULL, &error);
  if (row->error != NULL)
    g_assert_cmpstr (error->message, ==, row->error);
  else
    {
      g_autofree char *html = NULL;

      g_assert_no_error (error);
      html = cn_document_dup_html (g_ptr_array_index (documents, 0));
      document_check_html (html);
    }

  g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, MAX_SECONDS);
}

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strconcat ("/read/hostile/", vectors[i].name, NULL);

      g_test_add_data_func (path, &vectors[i], test_vector);
    }
  g_test_add_func ("/read/hostile/metadata", test_metadata);

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *path = g_strconcat ("/read/large/", large[i].name, NULL);

      g_test_add_data_func (path, &large[i], test_large);
    }
  return g_test_run ();
}
