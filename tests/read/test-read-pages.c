/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages say of themselves in metadata that contradict one another or are damaged, elements that say what they
 * are by their role, and blocks as HTML. */

#include "config.h"

#include "reader-table.h"

#define BODY "<p>The two towns have agreed on a plan for the riverside, and the council will vote on it before the " \
             "summer, because the banks are washed away a little further in every winter.</p>"

#define PAGE(head, body) "<!DOCTYPE html><html lang='en'><head>" head "</head><body>" body "</body></html>"

#define META(name, content) "<meta name='" name "' content='" content "'>"

#define LD(json) "<script type='application/ld+json'>" json "</script>"

static const ReaderRow metadata[] = {
  { .name = "title-of-less-rank-first",
    .input = PAGE (META ("twitter:title", "A title for sharing") META ("og:title", "Towns agree on the river"), BODY),
    .title = "Towns agree on the river" },
  { .name = "title-of-less-rank-behind",
    .input = PAGE (META ("og:title", "Towns agree on the river") META ("dc.title", "Another title"), BODY),
    .title = "Towns agree on the river" },
  { .name = "title-twice", .input = PAGE (META ("og:title", "Towns agree on it") META ("og:title", "Another title"), BODY),
    .title = "Towns agree on it" },
  { .name = "title-of-blanks", .input = PAGE (META ("og:title", "  ") "<title>Towns agree on it</title>", BODY),
    .title = "Towns agree on it" },
  { .name = "title-element-twice", .input = PAGE ("<title>Towns agree on it</title><title>Icon</title>", BODY),
    .title = "Towns agree on it" },
  { .name = "address-that-is-none-first",
    .input = PAGE (META ("og:url", "javascript:x") META ("twitter:url", "https://example.org/a"), BODY),
    .url = "https://example.org/a" },
  { .name = "address-of-better-rank-behind",
    .input = PAGE (META ("twitter:url", "https://example.org/b") "<link rel='canonical' href='https://example.org/a'>",
                   BODY), .url = "https://example.org/a" },
  { .name = "link-without-an-address", .input = PAGE ("<link rel='canonical'><link rel='icon' href='/i'>", BODY),
    .url = "-" },
  { .name = "meta-without-content", .input = PAGE ("<meta name='author'><meta charset='utf-8'>", BODY), .authors = "-" },
  { .name = "language-that-is-none",
    .input = "<html lang='englisch'><head>" META ("language", "tr") "</head><body><p>Ja.</p></body></html>",
    .language = "tr" },
  { .name = "language-of-better-rank-behind",
    .input = "<html><head>" META ("language", "tr") META ("og:locale", "de_DE") "</head><body><p>Ja.</p></body></html>",
    .language = "de" },
  { .name = "authors-one-by-one", .input = PAGE (META ("citation_author", "Erika Muster")
    META ("citation_author", "Max Beispiel"), BODY), .authors = "Erika Muster + Max Beispiel" },
  { .name = "author-of-better-rank-behind", .input = PAGE (META ("twitter:creator", "Max Beispiel")
    META ("author", "Erika Muster"), BODY), .authors = "Erika Muster" },
  { .name = "author-is-an-address", .input = PAGE (META ("author", "https://example.org/erika"), BODY), .authors = "-" },
  { .name = "author-is-an-account", .input = PAGE (META ("author", "@erika"), BODY), .authors = "-" },
  { .name = "author-behind-a-label", .input = PAGE (META ("author", "By Erika Muster"), BODY), .authors = "Erika Muster" },
  { .name = "day-with-a-midnight-in-utc",
    .input = PAGE (META ("article:published_time", "2021-06-04T00:00:00Z"), BODY), .published = "2021-06-04" },
  { .name = "day-with-a-midnight-elsewhere",
    .input = PAGE (META ("article:published_time", "2021-06-04T00:00+03:00"), BODY), .published = "2021-06-04" },
  { .name = "day-with-a-midnight-in-the-west",
    .input = PAGE (META ("article:published_time", "2021-06-04 00:00-03:00"), BODY), .published = "2021-06-04" },
  { .name = "day-with-a-midnight-without-a-zone",
    .input = PAGE (META ("article:published_time", "2021-06-04 00:00"), BODY), .published = "2021-06-04" },
  { .name = "half-a-minute-past-midnight",
    .input = PAGE (META ("article:published_time", "2021-06-04T00:00:30Z"), BODY),
    .published = "2021-06-04T00:00:30Z" },
  { .name = "half-past-midnight",
    .input = PAGE (META ("article:published_time", "2021-06-04T00:30:00Z"), BODY),
    .published = "2021-06-04T00:30:00Z" },
  { .name = "day-in-words", .input = "<html lang='fr'><head>" META ("date", "le 4 juin 2021") "</head><body><p>Oui.</p>",
    .published = "2021-06-04" },
  { .name = "day-in-words-that-depend-on-today", .input = PAGE (META ("date", "yesterday"), BODY), .published = "-" },
  { .name = "day-in-words-roughly", .input = PAGE (META ("date", "early June 2021"), BODY), .published = "2021-06" },
  { .name = "day-too-long",
    .input = PAGE (META ("date", "2021-06-04                                                                          "
                         "                                            "), BODY), .published = "-" },
  { .name = "day-of-microdata",
    .input = PAGE ("", "<h1>Towns agree</h1><span itemprop='datePublished' content='2021-06-04'></span>"
                   "<span itemprop='dateModified' content='2021-06-05'></span><i itemprop='name'>x</i>" BODY),
    .published = "2021-06-04", .updated = "2021-06-05" },
  { .name = "microdata-of-something-else",
    .input = PAGE ("", "<h1>Towns agree</h1><span itemprop='startDate' content='2021-06-04'></span>" BODY),
    .published = "-", .updated = "-" },
  { .name = "base-without-an-address",
    .input = PAGE ("<base target='_blank'><base href='https://example.org/d/'>", "<p><a href='e'>x</a></p>"),
    .html = "<a href=\"https://example.org/d/e\">x</a>" },
  { .name = "base-that-is-none", .input = PAGE ("<base href='data:x'>", "<p><a href='e'>x</a></p>"), .html = "<p>x</p>" },
  { .name = "script-of-no-kind", .input = PAGE ("<script>{\"@type\":\"Article\",\"headline\":\"x\"}</script>", BODY),
    .title = "-" },
};

static const ReaderRow json[] = {
  { .name = "several-types", .input = PAGE (LD ("{\"@type\":[\"Thing\",7,\"NewsArticle\"],\"headline\":\"Towns agree\"}"), BODY),
    .title = "Towns agree" },
  { .name = "several-types-of-something-else",
    .input = PAGE (LD ("{\"@type\":[\"Thing\",\"Event\"],\"name\":\"Towns agree\",\"headline\":\"x\"}"), BODY), .title = "-" },
  { .name = "no-type", .input = PAGE (LD ("{\"headline\":\"Towns agree\"}"), BODY), .title = "-" },
  { .name = "type-that-is-no-word", .input = PAGE (LD ("{\"@type\":7,\"headline\":\"Towns agree\"}"), BODY), .title = "-" },
  { .name = "in-a-list", .input = PAGE (LD ("[{\"@type\":\"Article\",\"headline\":\"Towns agree\"}]"), BODY),
    .title = "Towns agree" },
  { .name = "damaged", .input = PAGE (LD ("{\"@type\":\"Article\",\"headline\":\"Towns"), BODY), .title = "-" },
  { .name = "empty", .input = PAGE (LD (""), BODY), .title = "-" },
  { .name = "a-number", .input = PAGE (LD ("7"), BODY), .title = "-" },
  { .name = "page-without-an-article",
    .input = PAGE (LD ("{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"WebPage\",\"datePublished\":\"2021-06-04\"}]}"),
                   BODY), .published = "2021-06-04" },
  { .name = "page-beside-an-article",
    .input = PAGE (LD ("[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},"
                       "{\"@type\":\"Article\",\"datePublished\":\"2021-06-04\"}]"), BODY), .published = "2021-06-04" },
  { .name = "article-of-another-headline",
    .input = PAGE ("<title>Towns agree</title>" LD ("[{\"@type\":\"Article\",\"headline\":\"Bridge closed\","
                   "\"datePublished\":\"2020-01-01\"},{\"@type\":\"Article\",\"headline\":\"Towns agree\","
                   "\"datePublished\":\"2021-06-04\"}]"), BODY), .published = "2021-06-04" },
  { .name = "articles-of-other-headlines",
    .input = PAGE ("<title>Towns agree</title>" LD ("[{\"@type\":\"Article\",\"headline\":\"Bridge closed\","
                   "\"datePublished\":\"2020-01-01\"},{\"@type\":\"Article\",\"headline\":\"Market moves\","
                   "\"datePublished\":\"2020-01-02\"}]"), BODY), .published = "-" },
  { .name = "only-article-of-another-headline",
    .input = PAGE ("<title>Towns agree</title>" LD ("[{\"@type\":\"Thing\"},{\"@type\":\"Article\",\"headline\":\"Bridge\","
                   "\"datePublished\":\"2021-06-04\"}]"), BODY), .published = "2021-06-04" },
  { .name = "article-with-a-longer-headline",
    .input = PAGE (META ("og:title", "Towns agree") LD ("[{\"@type\":\"Article\",\"headline\":\"Bridge closed\"},"
                   "{\"@type\":\"Article\",\"headline\":\"Towns agree on the river\",\"datePublished\":\"2021-06-04\"}]"),
                   BODY), .published = "2021-06-04" },
  { .name = "article-with-a-name",
    .input = PAGE (META ("og:title", "Towns agree") LD ("[{\"@type\":\"Article\",\"name\":\"Bridge closed\"},"
                   "{\"@type\":\"Article\",\"name\":\"Towns agree\",\"datePublished\":\"2021-06-04\"}]"), BODY),
    .published = "2021-06-04" },
  { .name = "headline-with-markup", .input = PAGE (LD ("{\"@type\":\"Article\",\"headline\":\"<b>Towns</b>\"}"), BODY),
    .title = "-" },
  { .name = "headline-of-nothing", .input = PAGE (LD ("{\"@type\":\"Article\",\"headline\":\"\"}"), BODY), .title = "-" },
  { .name = "address-language-and-publisher",
    .input = "<html><head>" LD ("{\"@type\":\"Article\",\"headline\":\"Ja\",\"url\":\"https://example.org/a\","
             "\"inLanguage\":\"de-AT\",\"publisher\":{\"name\":\"Example Town\"}}") "</head><body><p>Ja.</p></body></html>",
    .url = "https://example.org/a", .language = "de", .site = "Example Town" },
  { .name = "address-and-language-known-better",
    .input = PAGE ("<link rel='canonical' href='https://example.org/b'>"
                   LD ("{\"@type\":\"Article\",\"url\":\"https://example.org/a\",\"inLanguage\":\"de\","
                       "\"publisher\":\"Example Town\"}"), BODY),
    .url = "https://example.org/b", .language = "en", .site = "-" },
  { .name = "author-in-a-word", .input = PAGE (LD ("{\"@type\":\"Article\",\"author\":\"Erika Muster\"}"), BODY),
    .authors = "Erika Muster" },
  { .name = "author-is-a-number", .input = PAGE (LD ("{\"@type\":\"Article\",\"author\":7}"), BODY), .authors = "-" },
  { .name = "authors-in-a-list",
    .input = PAGE (LD ("{\"@type\":\"Article\",\"author\":[\"Erika Muster\",{\"name\":\"Max Beispiel\"},"
                       "{\"@type\":\"Organization\",\"name\":\"Anna Example\"}]}"), BODY),
    .authors = "Erika Muster + Max Beispiel" },
  { .name = "author-by-a-reference-to-nobody",
    .input = PAGE (LD ("[{\"@type\":\"Article\",\"author\":{\"@id\":\"#e\"}},{\"@id\":\"#e\"},{\"@id\":\"#f\",\"name\":\"X Y\"}]"),
                   BODY), .authors = "-" },
  { .name = "author-without-a-name", .input = PAGE (LD ("{\"@type\":\"Article\",\"author\":{\"url\":\"x\"}}"), BODY),
    .authors = "-" },
  { .name = "author-is-the-site",
    .input = PAGE (META ("og:site_name", "Anna Example") LD ("{\"@type\":\"Article\",\"author\":\"Anna Example\"}"), BODY),
    .authors = "-" },
  { .name = "author-known-better",
    .input = PAGE (META ("author", "Erika Muster") LD ("{\"@type\":\"Article\",\"author\":\"Max Beispiel\"}"), BODY),
    .authors = "Erika Muster" },
  { .name = "objects-about-other-things",
    .input = PAGE (LD ("{\"@type\":\"WebSite\",\"video\":{\"@type\":\"Article\",\"headline\":\"A film\"},\"about\":7,"
                       "\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"Towns agree\"}}"), BODY),
    .title = "Towns agree" },
};

#define WITH(part) PAGE ("<title>Towns agree</title>", "<h1>Towns agree</h1>" BODY part)

static const ReaderRow furniture[] = {
  { .name = "role-navigation", .input = WITH ("<div role='navigation'>Leave me out</div>"),
    .furniture = "navigation=Leave me out" },
  { .name = "role-banner", .input = WITH ("<div role='Banner'>Leave me out</div>"),
    .furniture = "navigation=Leave me out" },
  { .name = "role-search", .input = WITH ("<div role='search'>Leave me out</div>"),
    .furniture = "navigation=Leave me out" },
  { .name = "role-menu", .input = WITH ("<div role='menu'>Leave me out</div>"), .furniture = "navigation=Leave me out" },
  { .name = "role-menubar", .input = WITH ("<div role='menubar'>Leave me out</div>"),
    .furniture = "navigation=Leave me out" },
  { .name = "role-toolbar", .input = WITH ("<div role='toolbar'>Leave me out</div>"),
    .furniture = "navigation=Leave me out" },
  { .name = "role-contentinfo", .input = WITH ("<div role='contentinfo'>Leave me out</div>"),
    .furniture = "footer=Leave me out" },
  { .name = "role-complementary", .input = WITH ("<div role='complementary'>Leave me out</div>"),
    .furniture = "related-links=Leave me out" },
  { .name = "role-dialog", .input = WITH ("<div role='dialog'>Leave me out</div>"), .furniture = "cookies=Leave me out" },
  { .name = "role-alertdialog", .input = WITH ("<div role='alertdialog'>Leave me out</div>"),
    .furniture = "cookies=Leave me out" },
  { .name = "role-of-the-text", .input = WITH ("<div role='region'>Leave me in</div>"), .own = "Leave me in" },
  { .name = "class-in-camel-case", .input = WITH ("<div class='theSocialMedia shareButtons'>Leave me out</div>"),
    .furniture = "sharing=Leave me out" },
  { .name = "class-with-odd-signs", .input = WITH ("<div class='  __share  (box)'>Leave me out</div>"),
    .furniture = "sharing=Leave me out" },
  { .name = "class-that-only-contains-the-word", .input = WITH ("<div class='reshared sharedby'>Leave me in</div>"),
    .own = "Leave me in" },
  { .name = "aside-with-a-word", .input = WITH ("<aside class='newsletter'>Leave me out</aside>"),
    .furniture = "newsletter=Leave me out" },
  { .name = "aside-without-a-word", .input = WITH ("<aside>Leave me out</aside>"),
    .furniture = "related-links=Leave me out" },
  { .name = "footer-with-a-word", .input = WITH ("<footer class='share'>Leave me out</footer>"),
    .furniture = "sharing=Leave me out" },
  { .name = "foot-of-a-quotation", .input = WITH ("<blockquote>Quoted<footer>Source of it</footer></blockquote>"),
    .own = "Source of it" },
  { .name = "foot-behind-the-text-of-an-article",
    .input = PAGE ("", "<article><h1>Towns agree</h1>" BODY "<footer>Leave me out</footer></article>"),
    .furniture = "footer=Leave me out" },
  { .name = "foot-behind-the-head-of-an-article",
    .input = PAGE ("", "<article><header><h1>Towns agree</h1></header><h2>On it</h2><footer>Leave me in</footer>" BODY
                   "</article>"), .own = "Leave me in" },
  { .name = "hidden-by-style",
    .input = WITH ("<p style='display:none'>Gone a</p><p style='color: red; visibility : hidden'>Gone b</p>"
                   "<p style='display: block'>Here c</p><p style='color: red'>Here d</p>"),
    .own = "Here c|Here d", .html = "<p>Here c</p><p>Here d</p>" },
  { .name = "hidden-by-class",
    .input = WITH ("<p class='sr-only'>Gone</p><p class='visually-hidden'>Gone</p><p class='visuallyhidden'>Gone</p>"
                   "<p class='screen-reader-text'>Gone</p><p class='element-invisible'>Gone</p>"
                   "<p class='show-for-sr'>Gone</p><p hidden>Gone</p><p class='lead'>Here</p>"),
    .blocks = "title Towns agree\np The two towns have agreed on a plan for the riverside, and the council will vote on it "
              "before the summer, because the banks are washed away a little further in every winter.\np Here\n" },
};

static const ReaderRow titles[] = {
  { .name = "logo-that-leads-home",
    .input = PAGE ("<title>Example Town</title>", "<h1><a href='/'>Example Town</a></h1><h2>The two towns agree</h2>" BODY),
    .title = "The two towns agree" },
  { .name = "logo-that-leads-here",
    .input = PAGE ("<title>Example Town</title>", "<h1><a href='./'>Example Town</a></h1><h2>The two towns agree</h2>" BODY),
    .title = "The two towns agree" },
  { .name = "logo-that-leads-up",
    .input = PAGE ("<title>Example Town</title>", "<h1><a href='../'>Example Town</a></h1><h2>The two towns agree</h2>"
                   BODY), .title = "The two towns agree" },
  { .name = "heading-that-leads-elsewhere",
    .input = PAGE ("<title>Towns agree</title>", "<h1><a href='/a'>Towns agree</a></h1>" BODY), .title = "Towns agree" },
  { .name = "microdata-headline",
    .input = PAGE ("<title>Example Town</title>", "<div itemprop='headline'>The two towns agree on it</div>" BODY),
    .title = "The two towns agree on it" },
  { .name = "site-before-a-bar-known",
    .input = PAGE (META ("og:site_name", "Example Town") "<title>Example Town | Towns agree on it</title>", BODY),
    .title = "Towns agree on it" },
  { .name = "site-before-and-behind",
    .input = PAGE (META ("og:site_name", "Example Town") "<title>Example Town | Towns agree on it | Example Town</title>",
                   BODY), .title = "Towns agree on it" },
  { .name = "site-behind-a-dash-known",
    .input = PAGE (META ("og:site_name", "Example Town") "<title>Towns agree — Example Town</title>", BODY),
    .title = "Towns agree" },
  { .name = "something-else-behind-a-dash",
    .input = PAGE (META ("og:site_name", "Example Town") "<title>Towns agree – a summary</title>", BODY),
    .title = "Towns agree – a summary" },
  { .name = "site-behind-a-long-dash-unknown",
    .input = PAGE ("<title>Towns agree on the river — Example</title>", BODY), .title = "Towns agree on the river" },
  { .name = "sentence-behind-a-bar",
    .input = PAGE ("<title>Towns agree | what nobody thought that they would ever do again in their life</title>", BODY),
    .title = "Towns agree | what nobody thought that they would ever do again in their life" },
  { .name = "three-parts-of-a-site",
    .input = PAGE ("<title>Towns agree on it | News | Media | Example | World</title>", BODY),
    .title = "Towns agree on it | News" },
  { .name = "heading-is-the-beginning-of-the-title",
    .input = PAGE ("<title>The two towns agree: Example Town and more</title>", "<h2>The two towns agree</h2>" BODY),
    .title = "The two towns agree" },
  { .name = "heading-is-the-end-of-the-title",
    .input = PAGE ("<title>Example Town says the two towns agree</title>", "<h2>The two towns agree</h2>" BODY),
    .title = "The two towns agree" },
  { .name = "heading-is-in-the-middle-of-the-title",
    .input = PAGE (META ("og:title", "Why the two towns agree on it"), "<h4>The two towns agree</h4><p>x</p>" BODY),
    .title = "Why the two towns agree on it" },
  { .name = "two-headings-that-agree",
    .input = PAGE ("<title>The two towns agree on a plan for the river</title>",
                   "<h3>The two towns agree</h3><h2>The two towns agree on a plan</h2>" BODY),
    .title = "The two towns agree on a plan" },
  { .name = "two-headings-of-one-level-that-agree",
    .input = PAGE ("<title>The two towns agree on a plan for the river</title>",
                   "<h2>The two towns agree</h2><h2>The two towns agree on a plan</h2>" BODY),
    .title = "The two towns agree on a plan" },
};

static const ReaderRow blocks[] = {
  { .name = "escapes", .input = PAGE ("", "<p>1 &lt; 2 &gt; 0 &amp; &quot;x&quot; &#39;y&#39;</p>"),
    .html = "<p>1 &lt; 2 &gt; 0 &amp; &quot;x&quot; &#39;y&#39;</p>" },
  { .name = "lists-inside-lists",
    .input = PAGE ("", "<ol><li>One<ul><li>Two<ol><li>Three</li></ol></li></ul></li><li>Four</li></ol><p>End</p>"),
    .blocks = "1. One\n  - Two\n    1. Three\n2. Four\np End\n",
    .html = "<ol><li>One<ul><li>Two<ol><li>Three</li></ol></li></ul></li><li>Four</li></ol><p>End</p>" },
  { .name = "list-that-ends-inside",
    .input = PAGE ("", "<ul><li>One<ol><li>Two</li></ol></li></ul>"),
    .html = "<ul><li>One<ol><li>Two</li></ol></li></ul>" },
  { .name = "list-without-its-outer-item", .input = PAGE ("", "<ul><ul><li>Two</li></ul><li>One</li></ul>"),
    .html = "<ul><li><ul><li>Two</li></ul></li><li>One</li></ul>" },
  { .name = "list-of-two-kinds",
    .input = PAGE ("", "<ul><li>a</li></ul><ol><li>b</li></ol><ol start='x'><li>c</li></ol><ol start='7'><li>d</li></ol>"),
    .blocks = "- a\n1. b\n1. c\n7. d\n",
    .html = "<ul><li>a</li></ul><ol><li>b</li></ol><ol><li>c</li></ol><ol start=\"7\"><li>d</li></ol>" },
  { .name = "item-without-a-list", .input = PAGE ("", "<li>One</li><p>Two</p>"), .blocks = "- One\np Two\n",
    .html = "<ul><li>One</li></ul><p>Two</p>" },
  { .name = "table-with-heads",
    .input = PAGE ("", "<table><tr><th>Town</th><th>Since</th></tr><tr><td>Genoa <b>old</b></td><td>2023</td></tr></table>"),
    .blocks = "head Town;Since\nrow Genoa old;2023\n",
    .html = "<table><tr><th>Town</th><th>Since</th></tr><tr><td>Genoa <strong>old</strong></td><td>2023</td></tr></table>" },
  { .name = "blocks-inside-a-cell-are-a-layout",
    .input = PAGE ("", "<table><tr><th>Town</th><th>What</th></tr><tr><td><h3>Genoa</h3><ul><li>a</li></ul>"
                   "<blockquote>b</blockquote><pre>c</pre><table><tr><td>d</td></tr></table><br>e<hr></td><td>f</td></tr>"
                   "</table>"),
    .html = "<h3>Genoa</h3><ul><li>a</li></ul><blockquote><p>b</p></blockquote><pre>c</pre><p>d</p><p>e</p><p>f</p>" },
  { .name = "breaks-inside-a-cell",
    .input = PAGE ("", "<table><tr><th>Town</th><th>What</th></tr><tr><td>Genoa<br>old <i>town</i></td><td> x </td></tr>"
                   "<tr><td></td><td>y</td></tr></table>"),
    .html = "<td>Genoa old <em>town</em></td><td>x</td>|<td>y</td>" },
  { .name = "table-of-presentation",
    .input = PAGE ("", "<table role='presentation'><tr><th>a</th><td>b</td></tr></table>"
                   "<table role='none'><tr><th>c</th><td>d</td></tr></table>"), .blocks = "p a\np b\np c\np d\n" },
  { .name = "quotation-of-two-paragraphs-with-one-inside",
    .input = PAGE ("", "<blockquote><p>One</p><blockquote><p>Two</p></blockquote></blockquote><p>Three</p>"),
    .blocks = "> One\n> Two\np Three\n", .html = "<blockquote><p>One</p><p>Two</p></blockquote><p>Three</p>" },
  { .name = "spans-that-overlap",
    .input = PAGE ("", "<p><b>a<i>b</b>c</i> <em></em><b> </b></p>"),
    .html = "<p><strong>a<em>b</em></strong>c</p>" },
  { .name = "link-inside-a-link",
    .input = PAGE ("", "<p><a href='https://example.org/a'>x <object><a href='https://example.org/b'>y</a></object></a></p>"),
    .html = "<a href=\"https://example.org/a\">x" },
  { .name = "break-in-a-heading", .input = PAGE ("", "<h2>One<br>Two</h2><p>x</p>"), .html = "<h2>One Two</h2>" },
  { .name = "break-before-everything", .input = PAGE ("", "<p><br>One <br> Two<br></p>"), .html = "<p>One<br>Two</p>" },
  { .name = "comments-and-cdata", .input = PAGE ("", "<p>One<!-- two --> three</p>"), .html = "<p>One three</p>" },
  { .name = "invisible-letters", .input = PAGE ("", "<p>&#8203;&#160;</p><p>One</p>"), .blocks = "p One\n" },
};

/* "07/03/2019" is of March or of July: what the page says besides decides, where it can. */
#define UNDECIDED(head) PAGE (head, "<h1>Towns agree</h1><p>07/03/2019</p>" BODY)

static const ReaderRow orders[] = {
  { .name = "changed-before-july", .input = UNDECIDED (META ("article:modified_time", "2019-05-01")),
    .published = "2019-03-07" },
  { .name = "changed-on-the-next-day", .input = UNDECIDED (META ("article:modified_time", "2019-03-08")),
    .published = "2019-03-07" },
  { .name = "changed-on-the-same-day", .input = UNDECIDED (META ("article:modified_time", "2019-03-07")),
    .published = "2019-03-07" },
  { .name = "changed-before-both", .input = UNDECIDED (META ("article:modified_time", "2019-03-06")), .published = "2019" },
  { .name = "changed-behind-both", .input = UNDECIDED (META ("article:modified_time", "2019-08-01")), .published = "2019" },
  { .name = "changed-in-another-year", .input = UNDECIDED (META ("article:modified_time", "2020-01-01")),
    .published = "2019" },
  { .name = "changed-in-the-year-before", .input = UNDECIDED (META ("article:modified_time", "2018-01-01")),
    .published = "2019" },
  { .name = "changed-in-the-same-year", .input = UNDECIDED (META ("article:modified_time", "2019")), .published = "2019" },
  { .name = "address-with-the-day-in-one-number", .input = UNDECIDED (""), .base = "https://example.com/20190307/a",
    .published = "2019-03-07" },
  { .name = "address-with-underlines", .input = UNDECIDED (""), .base = "https://example.com/2019_07_03_a",
    .published = "2019-07-03" },
  { .name = "address-with-short-numbers", .input = UNDECIDED (""), .base = "https://example.com/2019/3/7/a",
    .published = "2019" },
  { .name = "address-with-a-longer-number", .input = UNDECIDED (""), .base = "https://example.com/12019/03/07",
    .published = "2019" },
  { .name = "address-with-a-number-that-goes-on", .input = UNDECIDED (""), .base = "https://example.com/2019/03/071",
    .published = "2019" },
  { .name = "address-with-another-day", .input = UNDECIDED (""), .base = "https://example.com/2019/03/08/a",
    .published = "2019" },
  { .name = "address-with-the-year-alone", .input = UNDECIDED (""), .base = "https://example.com/a-2019",
    .published = "2019" },
  { .name = "address-without-a-domain", .input = UNDECIDED (""), .base = "https://localhost/a", .published = "2019" },
  { .name = "address-of-the-world", .input = UNDECIDED (""), .base = "https://example.com/a", .published = "2019" },
  { .name = "american-domain", .input = UNDECIDED (""), .base = "https://example.us/a", .published = "2019-07-03" },
  { .name = "same-day-and-month", .input = PAGE ("", "<h1>Towns agree</h1><p>07/07/2019</p>" BODY),
    .published = "2019-07-07" },
};

/* What stands inside a heading besides its words, and headings that are none. */
static const ReaderRow headings[] = {
  { .name = "day-in-small-letters",
    .input = PAGE ("<title>Towns agree</title>", "<h1>Towns agree <small>4 June 2021</small></h1>" BODY),
    .title = "Towns agree", .published = "2021-06-04" },
  { .name = "published-in-small-letters",
    .input = PAGE ("<title>Towns agree</title>", "<h1>Towns agree <small>Published on 4 June 2021</small></h1>" BODY),
    .title = "Towns agree", .published = "2021-06-04" },
  { .name = "updated-in-small-letters",
    .input = PAGE ("<title>Towns agree</title>", "<h1>Towns agree <small>Updated 4 June 2021</small></h1>" BODY),
    .title = "Towns agree", .updated = "2021-06-04" },
  { .name = "deadline-in-small-letters",
    .input = PAGE ("<title>Towns agree Deadline: 4 June 2021</title>",
                   "<h1>Towns agree <small>Deadline: 4 June 2021</small></h1>" BODY),
    .title = "Towns agree Deadline: 4 June 2021", .published = "-" },
  { .name = "words-in-small-letters",
    .input = PAGE ("<title>Towns agree on it</title>", "<h1>Towns agree <small>on it</small><small> </small></h1>" BODY),
    .title = "Towns agree on it" },
  { .name = "day-in-a-time-element",
    .input = PAGE ("<title>Towns agree</title>", "<h1>Towns agree <time datetime='2021-06-04'>4 June 2021</time></h1>" BODY),
    .title = "Towns agree", .published = "2021-06-04" },
  { .name = "script-and-hidden-words",
    .input = PAGE ("<title>Towns agree</title>", "<h1>Towns<script>x</script><span hidden>(article)</span><br>agree</h1>"
                   BODY), .title = "Towns agree" },
  { .name = "bold-line",
    .input = PAGE ("<title>Example Town</title>", "<p><b>The two towns agree on the river</b></p>" BODY),
    .title = "The two towns agree on the river" },
  { .name = "bold-words-in-a-line",
    .input = PAGE ("<title>Example Town</title>", "<p><b>The two towns</b> agree on the river today, as they had said</p>"
                   BODY), .title = "Example Town" },
  { .name = "bold-line-with-blanks-around",
    .input = PAGE ("<title>Example Town</title>", "<p> <b>The two towns agree on the river</b> <br></p>" BODY),
    .title = "The two towns agree on the river" },
  { .name = "empty-heading",
    .input = PAGE ("<title>Towns agree</title>", "<h1> </h1><h1><img src='x'></h1><h2>Towns agree</h2>" BODY),
    .title = "Towns agree" },
  { .name = "named-title-around-blocks",
    .input = PAGE ("<title>Example Town</title>", "<div class='title'><div>Home</div><p>The river</p></div>" BODY),
    .title = "Example Town" },
  { .name = "named-title-of-something-else",
    .input = PAGE ("<title>Example Town</title>", "<div class='widget-title'>The two towns agree on it</div>" BODY),
    .title = "Example Town" },
};

static const ReaderRow kinds[] = {
  { .name = "feed", .input = "<?xml version='1.0'?><rss version='2.0'></rss>",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "feed-with-a-prefix", .input = "<rdf:RDF xmlns='x'></rdf:RDF>",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "feed-of-atom", .input = "<feed>\n</feed>", .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "feed-without-a-head", .input = "<channel><item/></channel>",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "feed-in-json", .input = "{ \"version\": \"https://jsonfeed.org/version/1.1\" }",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "subscriptions", .input = "<opml version='2.0'></opml>",
    .error = "it is a list of subscriptions, and these cannot be read yet" },
  { .name = "xml", .input = "<?xml version='1.0'?><letter>Towns agree</letter>",
    .error = "it is XML, but neither a page nor a text" },
  { .name = "xml-behind-a-comment", .input = "<!-- a letter --><letter>Towns agree</letter>",
    .error = "it is XML, but neither a page nor a text" },
  { .name = "page-in-xml-inside-something", .input = "<?xml version='1.0'?><x><html><p>Towns agree</p></html></x>",
    .own = "Towns agree" },
  { .name = "comment-without-an-end", .input = "<!-- Towns agree on the river", .own = "Towns agree on the river" },
  { .name = "page-by-its-type", .input = "Towns agree<br>on it", .content_type = "text/html", .own = "Towns agree" },
  { .name = "page-by-its-type-in-capitals", .input = "Towns agree<br>on it", .content_type = "TEXT/HTML",
    .own = "Towns agree" },
  { .name = "text-by-its-type", .input = "Towns agree on it", .content_type = "text/plain", .own = "Towns agree on it" },
  { .name = "page-behind-some-words", .input = "Saved by me <div>Towns agree</div>", .own = "Towns agree" },
  { .name = "page-behind-other-words", .input = "Saved by me <p>Towns agree</p>", .own = "Towns agree" },
  { .name = "page-behind-words-by-its-end", .input = "Saved by me <b>Towns agree</b></html>", .own = "Towns agree" },
  { .name = "element-without-a-blank-behind", .input = "<p/>Towns agree", .own = "Towns agree" },
  { .name = "word-that-begins-like-an-element", .input = "<print> Towns agree on it", .own = "Towns agree on it" },
  { .name = "section-of-characters", .input = "<![CDATA[ Towns agree ]]>", .own = "Towns agree" },
};

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);

  reader_table_add ("/read/pages/metadata", metadata, G_N_ELEMENTS (metadata));
  reader_table_add ("/read/pages/json", json, G_N_ELEMENTS (json));
  reader_table_add ("/read/pages/furniture", furniture, G_N_ELEMENTS (furniture));
  reader_table_add ("/read/pages/title", titles, G_N_ELEMENTS (titles));
  reader_table_add ("/read/pages/block", blocks, G_N_ELEMENTS (blocks));
  reader_table_add ("/read/pages/order", orders, G_N_ELEMENTS (orders));
  reader_table_add ("/read/pages/heading", headings, G_N_ELEMENTS (headings));
  reader_table_add ("/read/pages/kind", kinds, G_N_ELEMENTS (kinds));
  return g_test_run ();
}
