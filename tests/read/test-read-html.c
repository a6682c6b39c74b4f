/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved pages: metadata, titles, the article among everything else, blocks, links. The pages are written here in the
 * manner of the systems that make most of the networks' sites. */

#include "config.h"

#include "reader-table.h"

#define BODY "<p>The two towns have agreed on a plan for the riverside, and the council will vote on it before the " \
             "summer, because " \
             "the banks are washed away a little further in every winter.</p>" \
             "<p>Nobody was against it, says the office for the river, which has drawn the plan and will build the " \
             "first of the " \
             "two bridges in the coming year, if the money suffices.</p>"

#define PAGE(head, body) \
  "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">" head "</head><body>" body "</body></html>"

static const ReaderRow titles[] = {
  { .name = "of-the-heading", .input = PAGE ("<title>Towns agree | Example Network</title>",
                                             "<h1>Towns agree</h1>" BODY),
    .title = "Towns agree" },
  { .name = "for-sharing", .input = PAGE ("<title>Example</title><meta property='og:title' content='Towns agree'>",
                                          BODY),
    .title = "Towns agree" },
  { .name = "for-sharing-with-the-site",
    .input = PAGE ("<title>Towns agree - Example</title><meta property='og:title' content='Towns agree - Example'>"
    "<meta property='og:site_name' content='Example'>", BODY), .title = "Towns agree", .site = "Example" },
  { .name = "of-the-page-less-the-site", .input = PAGE ("<title>Towns agree on the river | Example Network</title>",
                                                        BODY),
    .title = "Towns agree on the river" },
  { .name = "of-the-page-less-the-site-after-a-hyphen",
    .input = PAGE ("<title>Towns agree on the river - Example Network</title>", BODY),
    .title = "Towns agree on the river" },
  { .name = "of-the-page-less-the-site-before-it",
    .input = PAGE ("<title>Example Network: Towns</title><meta property='og:site_name' content='Example Network'>",
    "<h1>Towns agree</h1>" BODY), .title = "Towns agree" },
  { .name = "with-a-hyphen-of-its-own",
    .input = PAGE ("<title>Workshops - 3rd Summit of the Towns on Living Together</title>", BODY),
    .title = "Workshops - 3rd Summit of the Towns on Living Together" },
  { .name = "when-the-site-is-the-first-heading", .input = PAGE ("<title>Towns agree – Example Network</title>",
    "<h1>Example Network</h1><h2>Towns agree</h2>" BODY), .title = "Towns agree" },
  { .name = "when-the-site-is-the-only-heading", .input = PAGE ("<title>Towns agree – Example Network</title>"
    "<meta property='og:site_name' content='Example Network'>", "<h1>Example Network</h1>" BODY),
      .title = "Towns agree" },
  { .name = "with-entities", .input = PAGE ("<title>Towns &amp; rivers</title>", "<h1>Towns &amp; rivers</h1>" BODY),
    .title = "Towns & rivers" },
  { .name = "with-markup-and-blanks", .input = PAGE ("<title>Towns agree</title>",
                                                     "<h1>\n  Towns\n <em>agree</em> </h1>" BODY),
    .title = "Towns agree" },
  { .name = "of-json-ld",
    .input = PAGE ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Towns "
                   "agree\"}</script>", BODY),
    .title = "Towns agree" },
  { .name = "none", .input = "<html><body>" BODY "</body></html>", .title = "-" },
  { .name = "with-the-site-behind-a-colon",
    .input = PAGE ("<title>The two towns agree: Example Town</title>", "<h3>The two towns agree</h3>" BODY),
    .title = "The two towns agree" },
  { .name = "two-sites-behind-it", .input = PAGE ("<title>Towns agree | News | Example Network</title>",
                                                  "<h1>Towns agree</h1>" BODY),
    .title = "Towns agree" },
  { .name = "with-a-date-in-the-heading",
    .input = PAGE ("<title>News - Example Town</title>",
                   "<h2>Towns agree on the river <small>4 June 2021</small></h2>" BODY),
    .title = "Towns agree on the river", .published = "2021-06-04", .quote = "4 June 2021",
    .own = "Towns agree on the river|4 June 2021" },
  { .name = "with-a-date-before-the-words-of-the-heading",
    .input = PAGE ("<title>Towns agree on the river | Example</title>",
                   "<h1><span class='entry-date'>4 June 2021</span> Towns agree on the river</h1>" BODY),
    .title = "Towns agree on the river", .published = "2021-06-04" },
  { .name = "with-a-published-day-in-brackets",
    .input = PAGE ("<title>Towns agree on the river (published 4 June 2021)</title>",
                   "<h1>Towns agree on the river (published 4 June 2021)</h1>" BODY),
    .title = "Towns agree on the river", .published = "2021-06-04", .quote = "4 June 2021" },
  { .name = "with-an-event-in-brackets",
    .input = PAGE ("<title>Walk along the river (4 June 2021)</title>",
                   "<h1>Walk along the river (4 June 2021)</h1>" BODY),
    .title = "Walk along the river (4 June 2021)", .published = "-" },
  { .name = "when-all-pages-share-the-towns",
    .input = PAGE ("<title>Example Town</title><meta property='og:title' content='Example Town'>",
                   "<div><a href='/'>Home</a></div><h3>The two towns agree on a plan for the river</h3>" BODY
                   "<h4>Other news</h4><p>Market day moves</p>"),
    .title = "The two towns agree on a plan for the river" },
  { .name = "when-all-pages-share-the-towns-and-its-logo-is-a-heading",
    .input = PAGE ("<title>Example Town</title><meta property='og:title' content='Example Town'>",
                   "<h1 class='site-logo'><a href='/'>Example Town</a></h1><h2>The two towns agree</h2>" BODY),
    .title = "The two towns agree" },
  { .name = "when-it-is-the-sections",
    .input = PAGE ("<title>News | Example Town</title>", "<h1>News</h1><h2>The two towns agree</h2>" BODY),
    .title = "The two towns agree" },
  { .name = "short-above-headings-of-parts",
    .input = PAGE ("<title>Towns agree</title>",
                   BODY "<h2>What happens to the banks of the river next</h2>" BODY),
    .title = "Towns agree" },
  { .name = "site-and-headline-are-both-headings",
    .input = PAGE ("<title>Notes from the Hill: Two bells and a bakery</title>",
                   "<div><h1>Notes from the Hill</h1><p>What happens here</p></div><h3>Two bells and a bakery</h3>" BODY),
    .title = "Two bells and a bakery" },
  { .name = "in-an-element-that-calls-itself-so",
    .input = PAGE ("<title>Example Network of Towns on the River</title>",
                   "<div class='news'><span class='data'>4 June 2021</span><br><span class='titulo'>The two towns "
                   "agree</span><br><div>" BODY "</div></div>"),
    .title = "The two towns agree", .published = "2021-06-04", .blocks = "date 4 June 2021\ntitle The two towns agree\n"
      "p The two towns have agreed on a plan for the riverside, and the council will vote on it before the summer, "
      "because the banks are washed away a little further in every winter.\n"
      "p Nobody was against it, says the office for the river, which has drawn the plan and will build the first of "
      "the two bridges in the coming year, if the money suffices.\n" },
  { .name = "of-a-word-processor",
    .input = PAGE ("<title>Newsletter of the towns draft3 FINAL</title>",
                   "<div class='Section1'><p class='MsoTitle'>The two towns agree</p>" BODY "</div>"),
    .title = "The two towns agree" },
  { .name = "in-bold-on-a-line-of-its-own",
    .input = PAGE ("<title>untitled document</title>",
                   "<center><b>EXAMPLE TOWN ON THE RIVER</b></center><hr><a href='h.htm'>Home</a> / <a href='p.htm'>Press"
                   "</a><br><br><b><font size='+2'>The two towns agree</font></b><br><i>(4 June 2021)</i>" BODY),
    .title = "The two towns agree", .published = "2021-06-04" },
  { .name = "not-in-bold-inside-a-line",
    .input = PAGE ("<title>Towns agree on the river at last</title>", "<p><b>The two towns</b> of the valley.</p>" BODY),
    .title = "Towns agree on the river at last" },
  { .name = "only-a-heading", .input = PAGE ("", "<h1>Towns agree</h1>" BODY), .title = "Towns agree",
    .own = "Towns agree" },
};

static const ReaderRow dates[] = {
  { .name = "open-graph", .input = PAGE ("<meta property='article:published_time' content='2021-06-04T08:30:00+02:00'>"
    "<meta property='article:modified_time' content='2021-06-05T08:30:00+00:00'>", "<h1>Towns</h1>" BODY),
    .published = "2021-06-04T06:30:00Z", .updated = "2021-06-05T08:30:00Z" },
  { .name = "midnight-is-a-day",
    .input = PAGE ("<meta property='article:published_time' content='2021-06-04T00:00:00+02:00'>", BODY),
    .published = "2021-06-04" },
  { .name = "json-ld",
    .input = PAGE ("<script "
                   "type=\"application/ld+json\">{\"@context\":\"https://schema.org\","
                   "\"@graph\":[{\"@type\":\"WebPage\","
    "\"datePublished\":\"2020-01-01\"},{\"@type\":[\"Article\"],\"datePublished\":\"2021-06-04\","
    "\"dateModified\":\"2021-06-05\"}]}</script>", BODY),
    .published = "2021-06-04", .updated = "2021-06-05" },
  { .name = "json-ld-of-a-page",
    .input = PAGE ("<script "
                   "type=\"application/ld+json\">{\"@type\":\"WebPage\",\"datePublished\":\"2021-06-04\"}</script>",
                     BODY),
    .published = "2021-06-04" },
  { .name = "json-ld-of-other-articles",
    .input = PAGE ("<title>Towns agree</title><script "
                   "type=\"application/ld+json\">[{\"@type\":\"NewsArticle\",\"headline\":\"Other\","
    "\"datePublished\":\"2019-01-01\"},{\"@type\":\"NewsArticle\",\"headline\":\"Another\","
    "\"datePublished\":\"2018-01-01\"}]</script>", "<h1>Towns agree</h1>" BODY),
    .published = "-" },
  { .name = "json-ld-of-an-event",
    .input = PAGE ("<script type=\"application/ld+json\">{\"@type\":\"Event\",\"startDate\":\"2021-06-04\"}</script>",
                   BODY),
    .published = "-" },
  { .name = "json-ld-broken", .input = PAGE ("<script type=\"application/ld+json\">{\"@type\":\"Article\",</script>",
                                             "<h1>T</h1>" BODY), .published = "-" },
  { .name = "time-element", .input = PAGE ("",
                                           "<article><h1>Towns</h1><p><time datetime='2021-06-04'>June "
                                           "4th</time></p>" BODY "</article>"),
    .published = "2021-06-04" },
  { .name = "time-element-of-related-links", .input = PAGE ("",
                                                            "<article><h1>Towns</h1>" BODY "</article><aside><time "
                                                                "datetime='2022-06-29'>29 June</time></aside>"),
    .published = "-" },
  { .name = "time-element-in-a-sentence", .input = PAGE ("",
                                                         "<article><h1>Towns</h1><p>On <time datetime='2021-06-04'>4 "
                                                         "June 2021</time> the two towns have agreed on a plan for "
    "the riverside, and the council will vote on it before the summer comes to the valley of the two "
    "towns.</p>" BODY "</article>"), .published = "-" },
  { .name = "time-elements-of-a-range",
    .input = PAGE ("", "<main><h1>Towns</h1><div><time datetime='2021-06-04'>4 June 2021</time> - "
                       "<time datetime='2021-06-08'>8 June 2021</time></div>" BODY "</main>"), .published = "-" },
  { .name = "on-a-line-of-a-broken-paragraph",
    .input = PAGE ("<title>The two towns agree</title>",
                   "<p><b>The two towns agree</b><br><i>4 June 2021</i></p>" BODY), .published = "2021-06-04",
    .quote = "4 June 2021" },
  { .name = "submitted-on-a-day-with-a-weekday-cut-short",
    .input = PAGE ("", "<article><h1>Deux villes</h1><p>Soumis par webmaster le mar 26/01/2021 - 11:20</p>" BODY
                       "</article>"), .published = "2021-01-26", .authors = "-" },
  { .name = "time-element-of-an-event", .input = PAGE ("",
                                                       "<article><h1>Towns</h1><p><time itemprop='startDate' "
                                                       "datetime='2021-06-04'>Friday</time></p>" BODY "</article>"),
    .published = "-" },
  { .name = "microdata", .input = PAGE ("",
                                        "<article itemscope><h1>Towns</h1><span itemprop='datePublished' "
                                        "content='2021-06-04'>last Friday</span>" BODY "</article>"),
    .published = "2021-06-04" },
  { .name = "dublin-core", .input = PAGE ("<meta name='DC.date.issued' content='2021-06-04'>", BODY),
    .published = "2021-06-04" },
  { .name = "citation", .input = PAGE ("<meta name='citation_publication_date' content='2021/06/04'>", BODY),
    .published = "2021-06-04" },
  { .name = "in-words", .input = PAGE ("", "<h1>Towns</h1><p class='date'>4 June 2021</p>" BODY),
    .published = "2021-06-04", .quote = "4 June 2021" },
  { .name = "in-words-with-label", .input = PAGE ("",
                                                  "<h1>Towns</h1><div>Published: <span>4 June "
                                                  "2021</span></div>" BODY), .published = "2021-06-04" },
  { .name = "in-words-above-the-heading", .input = PAGE ("",
                   "<main><span>4 June 2021</span><h1>Towns</h1>" BODY "</main>"), .published = "2021-06-04" },
  { .name = "words-tell-where-metadata-is-quoted",
    .input = PAGE ("<meta property='article:published_time' content='2021-06-04'>",
    "<h1>Towns</h1><p>4 June 2021</p>" BODY), .published = "2021-06-04", .quote = "4 June 2021" },
  { .name = "metadata-without-words-has-no-quote",
    .input = PAGE ("<meta property='article:published_time' content='2021-06-04'>", "<h1>Towns</h1>" BODY),
    .published = "2021-06-04", .quote = "-" },
  { .name = "in-navigation", .input = PAGE ("",
                                            "<header><div class='topbar'>4 June "
                                            "2021</div></header><h1>Towns</h1>" BODY), .published = "-" },
  { .name = "in-the-footer", .input = PAGE ("", "<h1>Towns</h1>" BODY "<footer>4 June 2021</footer>"),
    .published = "-" },
  { .name = "in-comments", .input = PAGE ("",
                                          "<article><h1>Towns</h1>" BODY "</article><div id='comments'><ol><li>A "
                                              "Person says: 4 June 2021</li></ol></div>"), .published = "-" },
  { .name = "in-a-foot-above-the-text", .input = PAGE ("",
      "<main><h1>Towns</h1><article><footer class='node__meta'>By the editor, <time datetime='2021-06-04T22:30:00+02:00'>"
      "4 June 2021</time></footer><div>" BODY "</div></article></main>"), .published = "2021-06-04T20:30:00Z" },
  { .name = "in-a-list-above-the-heading-outside-the-article", .input = PAGE ("",
      "<nav>Home</nav><div><ul><li>News article</li><li>4 June 2021</li><li>3 min read</li></ul><h1>Towns</h1></div>"
      "<main>" BODY "</main>"), .published = "2021-06-04" },
  { .name = "above-the-heading-yields-to-the-day-below-it", .input = PAGE ("",
      "<div>5 June 2021</div><h1>Towns</h1><main><p>4 June 2021</p>" BODY "</main>"), .published = "2021-06-04" },
  { .name = "read-aloud-only", .input = PAGE ("",
      "<div><h1>Towns</h1><span class='d'><i></i><span aria-label='Published on 4 June 2021'></span></span>" BODY
      "</div>"), .published = "2021-06-04" },
  { .name = "of-a-microformat", .input = PAGE ("",
      "<div class='hentry'><h3>Towns</h3><div>" BODY "</div><p>at <abbr class='published' title='2021-06-04T18:15:00Z'>"
      "20:15</abbr></p></div>"), .published = "2021-06-04T18:15:00Z" },
  { .name = "posted-below-the-article", .input = PAGE ("<title>The two towns agree</title>",
      "<div class='entry'><h3>The two towns agree</h3><div class='entry-content'>" BODY BODY BODY BODY "</div>"
      "<p class='entry-footer'>Posted by the editor on June 4, 2021 11:52 AM | Permalink | TrackBack (0)</p></div>"
      "<div id='comments'><p>Posted by: a reader | July 8, 2021</p></div>"), .published = "2021-06-04" },
  { .name = "under-its-label-at-the-end", .input = PAGE ("",
      "<main><h1>Towns</h1>" BODY BODY BODY BODY "<h2>Details</h2><dl><dt>Publication date</dt><dd>4 June 2021</dd></dl>"
      "</main>"), .published = "2021-06-04" },
  { .name = "of-an-event-under-its-label", .input = PAGE ("",
      "<main><h1>Towns</h1><div>Event date</div><div>4 June 2021</div>" BODY "</main>"), .published = "-" },
  { .name = "of-a-change-under-its-label", .input = PAGE ("",
      "<main><h1>Towns</h1><div>Last updated</div><div>4 June 2021</div>" BODY "</main>"), .published = "-",
    .updated = "2021-06-04" },
  { .name = "zero", .input = PAGE ("<meta property='article:published_time' content='0000-00-00T00:00:00'>", BODY),
    .published = "-" },
  { .name = "epoch", .input = PAGE ("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>", BODY),
    .published = "-" },
};

static const ReaderRow orders[] = {
  { .name = "undecided-is-the-year", .input = PAGE ("", "<h1>Towns</h1><p>04/06/2021</p>" BODY),
    .published = "2021", .quote = "04/06/2021" },
  { .name = "american-software-decides-nothing",
    .input = "<html lang='en-US'><body><h1>Towns</h1><p>04/06/2021</p>" BODY "</body></html>", .published = "2021" },
  { .name = "british-page", .input = "<html lang='en-GB'><body><h1>Towns</h1><p>04/06/2021</p>" BODY "</body></html>",
    .published = "2021-06-04" },
  { .name = "british-locale",
    .input = PAGE ("<meta property='og:locale' content='en_GB'>", "<h1>Towns</h1><p>04/06/2021</p>" BODY),
    .published = "2021-06-04" },
  { .name = "british-template-of-a-french-text-says-nothing-new",
    .input = "<html lang='en-GB'><body><h1>Les villes</h1><p>04/06/2021</p><p>Les deux villes ont un plan pour la "
             "rive, et le conseil va voter avant la fin de la saison, car les berges sont dans un mauvais "
             "état et la ville ne veut pas attendre que le pont soit fermé pour des mois à cause de cela.</p></body></html>",
    .language = "fr", .published = "2021-06-04" },
  { .name = "dates-of-comments-decide",
    .input = PAGE ("", "<article><h1>Towns</h1><p>04/06/2021</p>" BODY "</article>"
                   "<div id='comments'><p>A reader, 25/03/2021: good</p></div>"), .published = "2021-06-04" },
  { .name = "address-with-the-month",
    .input = PAGE ("<link rel='canonical' href='https://example.com/2021/04/towns-agree'>",
                   "<h1>Towns</h1><p>04/06/2021</p>" BODY), .published = "2021-04-06" },
  { .name = "address-with-the-day",
    .input = PAGE ("<link rel='canonical' href='https://example.com/news/20210604-towns'>",
                   "<h1>Towns</h1><p>04/06/2021</p>" BODY), .published = "2021-06-04" },
  { .name = "address-with-another-month-decides-nothing",
    .input = PAGE ("<link rel='canonical' href='https://example.com/2021/05/towns-agree'>",
                   "<h1>Towns</h1><p>04/06/2021</p>" BODY), .published = "2021" },
  { .name = "not-behind-the-last-change",
    .input = PAGE ("<meta property='article:modified_time' content='2021-05-20T10:00:00Z'>",
                   "<h1>Towns</h1><p>04/06/2021</p>" BODY), .published = "2021-04-06" },
  { .name = "country-of-the-address",
    .input = PAGE ("<link rel='canonical' href='https://www.example.be/en/towns-agree'>",
                   "<h1>Towns</h1><p>04/06/2021</p>" BODY), .published = "2021-06-04" },
  { .name = "american-city", .base = "https://www.example.gov/towns",
    .input = PAGE ("", "<h1>Towns</h1><p>04/06/2021</p>" BODY), .published = "2021-04-06" },
  { .name = "on-a-broken-line", .base = "https://www.example.nl/towns",
    .input = PAGE ("<title>The two towns agree</title>",
                   "<p><b>The two towns agree</b><br>04/06/2021<br></p>" BODY), .published = "2021-06-04" },
};

static const ReaderRow metadata[] = {
  { .name = "canonical-address",
    .input = PAGE ("<link rel='canonical' href='https://example.org/a?id=3&utm_source=x&amp;fbclid=y#top'><meta "
                   "property='og:url' content='https://example.org/b'>", BODY),
    .url = "https://example.org/a?id=3" },
  { .name = "address-for-sharing", .input = PAGE ("<meta property='og:url' content='https://example.org/b'>", BODY),
    .url = "https://example.org/b" },
  { .name = "address-relative-to-the-base", .input = PAGE ("<link rel='canonical' href='/a'>", BODY),
    .base = "https://example.org/x/y", .url = "https://example.org/a" },
  { .name = "address-of-the-answer", .input = PAGE ("", BODY), .base = "https://example.org/x?utm_medium=y",
    .url = "https://example.org/x" },
  { .name = "address-unknown", .input = PAGE ("", BODY), .url = "-" },
  { .name = "address-of-another-scheme", .input = PAGE ("<link rel='canonical' href='javascript:alert(1)'>", BODY),
    .url = "-" },
  { .name = "address-of-a-file", .input = PAGE ("<link rel='canonical' href='file:///etc/passwd'>", BODY), .url = "-" },
  { .name = "author-meta", .input = PAGE ("<meta name='author' content='Erika Muster'>", BODY),
    .authors = "Erika Muster" },
  { .name = "author-meta-is-an-address",
    .input = PAGE ("<meta property='article:author' content='https://example.org/erika'>", BODY), .authors = "-" },
  { .name = "author-json-ld",
    .input = PAGE ("<script "
                   "type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[{\"@type\":\"Person\","
                   "\"name\":\"Erika Muster\"},"
    "{\"@type\":\"Organization\",\"name\":\"Example Network\"}]}</script>", BODY), .authors = "Erika Muster" },
  { .name = "author-json-ld-by-reference",
    .input = PAGE ("<script "
                   "type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"}},"
    "{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Erika Muster\"}]}</script>", BODY), .authors = "Erika Muster" },
  { .name = "author-byline-class", .input = PAGE ("",
                                                  "<article><h1>Towns</h1><div class='entry-author'>Erika "
                                                  "Muster</div>" BODY "</article>"), .authors = "Erika Muster" },
  { .name = "author-rel", .input = PAGE ("",
                                         "<article><h1>Towns</h1><p><a rel='author' href='/e'>Erika "
                                         "Muster</a></p>" BODY "</article>"), .authors = "Erika Muster" },
  { .name = "author-in-words", .input = PAGE ("", "<article><h1>Towns</h1><p>By Erika Muster</p>" BODY "</article>"),
    .authors = "Erika Muster" },
  { .name = "author-is-the-site", .input = PAGE ("<meta name='author' content='Press Office'>", BODY), .authors = "-" },
  { .name = "author-is-an-account", .input = PAGE ("<meta name='author' content='admin'>", BODY), .authors = "-" },
  { .name = "language-of-the-page", .input = "<html lang='de-DE'><body><p>Ja.</p></body></html>", .language = "de" },
  { .name = "language-of-the-locale",
    .input = "<html><head><meta property='og:locale' content='tr_TR'></head><body><p>Evet.</p></body></html>",
      .language = "tr" },
  { .name = "language-of-the-text", .input = "<html><body>" BODY "</body></html>", .language = "en" },
  { .name = "language-of-the-text-against-the-template",
    .input = "<html lang='fr'><body>" BODY BODY BODY "</body></html>", .language = "en" },
  { .name = "summary", .input = PAGE ("<meta name='description' content='A plan  for\nthe river'>", BODY),
    .summary = "A plan for the river" },
  { .name = "site-behind-the-title",
    .input = PAGE ("<title>Towns agree | News | Example Network</title>", "<h1>Towns agree</h1>" BODY),
    .site = "Example Network" },
  { .name = "site-before-the-title",
    .input = PAGE ("<title>Example Network – Towns agree</title>", "<h1>Towns agree</h1>" BODY),
    .site = "Example Network" },
  { .name = "site-is-not-what-a-colon-sets-off",
    .input = PAGE ("<title>Water: Towns agree</title>", "<h1>Towns agree</h1>" BODY), .site = "-" },
  { .name = "site-in-the-logo",
    .input = PAGE ("<title>Example Town</title>",
                   "<h1 class='site-title'><a href='/'>Example Town</a></h1><h2>The two towns agree</h2>" BODY),
    .site = "Example Town" },
  { .name = "site-unknown-when-nothing-confirms-the-headline",
    .input = PAGE ("<title>Towns agree on the river | Example Network</title>", BODY), .site = "-" },
  { .name = "meta-in-the-body", .input = PAGE ("", "<meta property='og:site_name' content='Example'>" BODY),
    .site = "Example" },
};

static const ReaderRow systems[] = {
  { .name = "wordpress",
    .input = PAGE ("<title>Towns agree &#8211; Example Network</title><meta property=\"og:title\" content=\"Towns "
                   "agree\" /><meta property=\"og:site_name\" content=\"Example Network\" />"
      "<link rel=\"canonical\" href=\"https://example.org/2021/06/towns-agree/\" />",
      "<div id=\"page\" class=\"site has-sidebar\"><a class=\"skip-link screen-reader-text\" href=\"#content\">Skip "
      "to content</a>"
      "<header id=\"masthead\" class=\"site-header\"><p class=\"site-title\"><a href=\"/\">Example "
      "Network</a></p><nav id=\"site-navigation\"><ul><li><a href=\"/\">Home</a></li><li><a "
      "href=\"/n\">News</a></li></ul></nav></header>"
      "<div id=\"content\"><main id=\"main\"><article id=\"post-7\" class=\"post type-post tag-cookies "
      "category-news\"><header class=\"entry-header\"><h1 class=\"entry-title\">Towns agree</h1>"
      "<div class=\"entry-meta\"><span class=\"posted-on\">Posted on <a href=\"/2021/06/\"><time class=\"entry-date "
      "published\" datetime=\"2021-06-04T10:00:00+00:00\">June 4, 2021</time><time class=\"updated\" "
      "datetime=\"2021-07-01T10:00:00+00:00\">July 1, 2021</time></a></span>"
      "<span class=\"byline\"> by <span class=\"author vcard\"><a href=\"/author/e\">Erika "
      "Muster</a></span></span></div></header>"
      "<div class=\"entry-content\">" BODY "<figure class=\"wp-caption\"><img src=\"a.jpg\"><figcaption "
                                           "class=\"wp-caption-text\">The river in winter</figcaption></figure>"
      "<ul><li>First bridge</li><li>Second bridge</li></ul><div class=\"sharedaddy sd-sharing-enabled\"><h3>Share "
      "this:</h3><ul><li>Facebook</li></ul></div>"
      "<div id=\"jp-relatedposts\"><h3>Related</h3><p>Older news May 1, 2019</p></div></div>"
      "<footer class=\"entry-footer\"><span class=\"cat-links\">Posted in News</span></footer></article>"
      "<nav class=\"navigation post-navigation\"><a href=\"/p\">Previous Post</a></nav><div id=\"comments\" "
      "class=\"comments-area\"><h2>One thought on Towns agree</h2><ol class=\"comment-list\"><li><p>A reader says "
      "that it is good, and long enough to be taken for a paragraph of the article itself.</p></li></ol>"
      "<div id=\"respond\"><h3>Leave a Reply</h3></div></div></main><aside id=\"secondary\" "
      "class=\"widget-area\"><h2>Recent Posts</h2><ul><li><a href=\"/o\">Old towns</a></li></ul></aside></div>"
      "<footer id=\"colophon\">Proudly powered by WordPress</footer></div>"),
    .title = "Towns agree", .published = "2021-06-04T10:00:00Z", .authors = "Erika Muster",
      .url = "https://example.org/2021/06/towns-agree/", .site = "Example Network",
    .own = "riverside|First bridge|Nobody was against",
    .furniture = "navigation=Home|caption=The river in winter|sharing=Share this|related-links=Older news|comments=A "
                 "reader says|related-links=Old towns|footer=Proudly powered" },
  { .name = "drupal",
    .input = PAGE ("<title>Towns agree | Example Network</title><meta name=\"Generator\" content=\"Drupal 9\">",
      "<div class=\"dialog-off-canvas-main-canvas\"><header role=\"banner\"><div class=\"region region-header\"><div "
      "id=\"block-menu\" class=\"block menu--main\"><ul class=\"menu\"><li><a "
      "href=\"/\">Home</a></li></ul></div></div></header>"
      "<div class=\"region region-breadcrumb\"><nav role=\"navigation\" aria-labelledby=\"b\"><ol><li><a "
      "href=\"/\">Home</a></li><li>News</li></ol></nav></div>"
      "<main role=\"main\"><div class=\"region region-content\"><div id=\"block-title\"><h1><span>Towns "
      "agree</span></h1></div>"
      "<article role=\"article\" class=\"node node--type-news\"><footer class=\"node__meta\"><div>Submitted by "
      "<span>Erika Muster</span> on <span>Fri, 06/04/2021 - 10:15</span></div></footer>"
      "<div class=\"node__content\"><div class=\"field field--name-body\">" BODY "</div><div class=\"field "
          "field--name-field-tags\"><div class=\"field__label\">Tags</div><a "
          "href=\"/t\">river</a></div></div></article></div></main>"
      "<footer role=\"contentinfo\"><p>Example Network, 1 River Street</p></footer></div>"),
    .title = "Towns agree", .own = "riverside", .furniture = "navigation=Home|footer=1 River Street" },
  { .name = "typo3",
    .input = PAGE ("<title>Städte einigen sich - Beispielnetz</title><meta name=\"generator\" content=\"TYPO3 CMS\">",
      "<div id=\"header\"><ul class=\"rootline\"><li>Sie sind hier:</li><li>Startseite</li></ul></div><div "
      "id=\"content\"><!--TYPO3SEARCH_begin-->"
      "<div id=\"c123\" class=\"csc-default\"><div class=\"news news-single\"><div class=\"article\" "
      "itemscope=\"itemscope\" itemtype=\"http://schema.org/Article\">"
      "<div class=\"header\"><h1 itemprop=\"headline\">Städte einigen sich</h1></div><div class=\"footer\"><p><span "
      "class=\"news-list-date\"><time itemprop=\"datePublished\" "
      "datetime=\"2021-06-04\">04.06.2021</time></span></p></div>"
      "<div class=\"news-text-wrap\" itemprop=\"articleBody\"><p>Die beiden Städte haben sich auf einen Plan für das "
      "Flussufer geeinigt, und der Rat wird noch vor dem Sommer über ihn abstimmen.</p>"
      "<p>Niemand war dagegen, sagt das Amt für den Fluss, das den Plan gezeichnet hat und im nächsten Jahr die "
      "erste der beiden Brücken baut.</p></div>"
      "<div class=\"news-backlink-wrap\"><a "
      "href=\"/\">Zurück</a></div></div></div></div><!--TYPO3SEARCH_end--></div><div id=\"footer\">Impressum</div>"),
    .title = "Städte einigen sich", .published = "2021-06-04", .language = "de",
      .own = "Flussufer|Niemand war dagegen", .furniture = "footer=Impressum" },
  { .name = "joomla",
    .input = PAGE ("<title>Deux villes</title>",
                   "<ul class=\"nav menu mod-list\"><li>Accueil</li></ul><div class=\"item-page\" itemscope "
                   "itemtype=\"https://schema.org/Article\"><meta itemprop=\"inLanguage\" content=\"fr-FR\" />"
      "<div class=\"page-header\"><h2 itemprop=\"headline\">Deux villes</h2></div><dl class=\"article-info "
      "muted\"><dt class=\"article-info-term\">Détails</dt><dd class=\"createdby\">Écrit par : <span "
      "itemprop=\"name\">Jean Exemple</span></dd>"
      "<dd class=\"published\"><time datetime=\"2021-06-04T10:00:00+02:00\" itemprop=\"datePublished\">Publication : "
      "4 juin 2021</time></dd></dl>"
      "<div itemprop=\"articleBody\"><p>Les deux villes se sont mises d’accord sur un plan pour les berges, et le "
      "conseil votera avant l’été, car la rivière emporte le chemin.</p></div></div>"),
    .title = "Deux villes", .published = "2021-06-04T08:00:00Z", .own = "berges", .furniture = "navigation=Accueil" },
  { .name = "squarespace",
    .input = PAGE ("<title>Towns agree &mdash; Example Network</title><meta property=\"og:title\" content=\"Towns "
                   "agree &mdash; Example Network\"/><meta property=\"og:site_name\" content=\"Example "
                   "Network\"/><meta itemprop=\"datePublished\" content=\"2021-06-04T10:00:00+0000\"/>",
      "<div id=\"siteWrapper\"><header id=\"header\"><div class=\"header-nav\"><div "
      "class=\"header-nav-list\">About</div></div></header><main id=\"page\"><article id=\"a\"><section "
      "class=\"page-section\"><div class=\"content-wrapper\"><div class=\"content\">"
      "<article class=\"hentry\"><div class=\"blog-item-wrapper\"><div class=\"blog-item-top-wrapper\"><div "
      "class=\"blog-item-title\"><h1 class=\"entry-title\">Towns agree</h1></div><div "
      "class=\"blog-meta-item\"><span>Jun 4</span></div></div>"
      "<div class=\"blog-item-content-wrapper\"><div class=\"sqs-layout\"><div class=\"row\"><div class=\"col\"><div "
      "class=\"sqs-block html-block\"><div "
      "class=\"sqs-block-content\">" BODY "</div></div></div></div></div></div></div></article>"
      "<section id=\"itemPagination\"><a>Next: Something "
      "else</a></section></div></div></section></article></main></div>"),
    .title = "Towns agree", .published = "2021-06-04T10:00:00Z", .own = "riverside" },
  { .name = "static-generator",
    .input = PAGE ("<title>Towns agree</title>",
                   "<nav><a href=\"/\">Home</a></nav><main><h1>Towns agree</h1><p class=\"meta\">2021-06-04 · 3 min "
                   "read</p>" BODY "<hr><h2 id=\"p\">The plan</h2><ol><li>One</li><li>Two</li></ol><pre><code>a\n  "
                                   "b</code></pre></main><footer>Built with a generator</footer>"),
    .title = "Towns agree", .published = "2021-06-04",
    .blocks = "p! Home\ntitle Towns agree\ndate 2021-06-04 · 3 min read\n"
      "p The two towns have agreed on a plan for the riverside, and the council will vote on it before the summer, "
      "because the banks are washed away a little further in every winter.\n"
      "p Nobody was against it, says the office for the river, which has drawn the plan and will build the first of "
      "the two bridges in the coming year, if the money suffices.\n"
      "h2 The plan\n1. One\n2. Two\npre a/  b\np! Built with a generator\n" },
  { .name = "tables-of-the-nineties",
    .input = "<HTML><HEAD><TITLE>Towns agree</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=100%><TR><TD "
             "COLSPAN=2><FONT SIZE=1><A HREF=a.htm>Home</A> <A HREF=b.htm>News</A></FONT></TD></TR>"
      "<TR><TD WIDTH=150><A HREF=c.htm>Members</A><BR><A HREF=d.htm>Contact</A></TD><TD><FONT SIZE=5><B>Towns "
      "agree</B></FONT><P>June 4, 1999<P>The two towns have agreed on a plan for the riverside, and the council will "
      "vote on it before the summer, "
      "because the banks are washed away.<P>Nobody was against it, says the office for the river, which has drawn "
      "the plan and will build the first bridge.</TD></TR></TABLE></BODY></HTML>",
    .title = "Towns agree", .published = "1999-06-04", .own = "riverside|Nobody was against" },
  { .name = "asp-form-around-everything",
    .input = PAGE ("<title>Towns agree</title>",
                   "<form id=\"aspnetForm\" action=\"x\"><div class=\"menu\"><a href=\"/\">Home</a></div><div "
                   "id=\"ctl00_main\"><h1>Towns agree</h1>" BODY "</div></form>"),
    .title = "Towns agree", .own = "riverside", .furniture = "navigation=Home" },
  { .name = "builder-that-calls-everything-sidebar",
    .input = PAGE ("<title>Towns agree</title>",
                   "<div class=\"sidebar-layout menu-open\"><div class=\"sidebar\"><h1>Towns "
                   "agree</h1>" BODY BODY "</div></div>"),
    .title = "Towns agree", .own = "riverside" },
  { .name = "list-of-articles-below",
    .input = PAGE ("<title>Towns agree</title>",
                   "<article class=\"main\"><h1>Towns "
                   "agree</h1>" BODY "</article><section><article><h2>Other</h2><p>Short "
                                     "words.</p></article><article><h2>Third</h2><p>Short words 1 May "
                                     "2019.</p></article></section>"),
    .title = "Towns agree", .own = "riverside", .furniture = "related-links=Other|related-links=Third" },
  { .name = "printed-by-a-cache",
    .input = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"><base "
             "href=\"https://example.org/a/b\"></head><body><div style=\"position:relative\"><table><tr><td>This is "
             "a cached copy of https://example.org/a/b</td></tr></table></div>"
      "<h1>Towns agree</h1><p><a href=\"../c\">c</a></p>" BODY "</body></html>",
    .title = "Towns agree", .own = "riverside", .html = "<a href=\"https://example.org/c\">c</a>" },
};

static const ReaderRow blocks[] = {
  { .name = "nested-lists", .input = PAGE ("",
                                           "<p>Towns:</p><ul><li>One<ol><li>Inner<li>Other</ol></li><li><p>Two</p><p>"
                                           "more</p></ul>"),
    .blocks = "p Towns:\n- One\n  1. Inner\n  2. Other\n- Two/more\n" },
  { .name = "list-that-starts-later", .input = PAGE ("", "<ol start=3><li>Three</ol>"), .blocks = "3. Three\n",
    .html = "<ol start=\"3\"><li>Three</li></ol>" },
  { .name = "table", .input = PAGE ("",
                                    "<table><caption>Towns</caption><thead><tr><th>Town<th>Land</thead><tr><td>"
                                    "One<td>A<tr><td>Two<td></table>"),
    .blocks = "p Towns\nhead Town;Land\nrow One;A\nrow Two\n",
    .html = "<table><tr><th>Town</th><th>Land</th></tr><tr><td>One</td><td>A</td></tr><tr><td>Two</td><td></td></tr>"
            "</table>" },
  { .name = "dates-of-a-table", .input = PAGE ("", "<table><tr><th>Town<th>Since<tr><td>Antwerp<td>May 2024<tr><td>Genoa"
                                              "<td>2026</table><p>Text"),
    .published = "-", .blocks = "head Town;Since\nrow Antwerp;May 2024\nrow Genoa;2026\np Text\n" },
  { .name = "table-for-layout", .input = PAGE ("",
                                               "<table><tr><td><h2>Left</h2><p>Text</p></td><td><p>Right</p></td>"
                                               "</tr></table>"),
    .blocks = "h2 Left\np Text\np Right\n" },
  { .name = "quotation", .input = PAGE ("", "<blockquote><p>One</p><p>Two</p></blockquote><p>After</p>"),
    .blocks = "> One\n> Two\np After\n",
    .html = "<blockquote><p>One</p><p>Two</p></blockquote><p>After</p>" },
  { .name = "line-breaks", .input = PAGE ("", "<p>One<br>Two<br/><br>Three</p>"), .blocks = "p One/Two//Three\n",
    .html = "One<br>Two<br><br>Three" },
  { .name = "definition-list", .input = PAGE ("", "<dl><dt>Term</dt><dd>Meaning</dd></dl>"),
    .blocks = "p Term\np Meaning\n" },
  { .name = "text-without-paragraphs", .input = PAGE ("", "One<div>Two</div>Three"),
    .blocks = "p One\np Two\np Three\n" },
  { .name = "blanks-fold", .input = PAGE ("", "<p>  One \n\t two&nbsp;three  <b> four </b> five</p>"),
    .blocks = "p One two\302\240three four five\n",
    .html = "One two\302\240three <strong>four</strong> five" },
  { .name = "emphasis", .input = PAGE ("", "<p><em>One</em> <b>two</b> <i><strong>three</strong></i></p>"),
    .html = "<em>One</em> <strong>two</strong> <em><strong>three</strong></em>" },
  { .name = "a-link-around-blocks",
    .input = PAGE ("", "<a href='https://example.org/'><div>One</div><div>Two</div></a>"),
    .html = "<p><a href=\"https://example.org/\">One</a></p><p><a href=\"https://example.org/\">Two</a></p>" },
  { .name = "headings", .input = PAGE ("", "<h2>Two</h2><p>x</p><h6>Six</h6>"), .blocks = "h2 Two\np x\nh6 Six\n" },
  { .name = "hidden-things", .input = PAGE ("",
                                            "<p>Seen</p><p hidden>a</p><div style='display: none'>b</div><p "
                                            "style='visibility:hidden'>c</p><span "
                                            "class='sr-only'>d</span><noscript>e</noscript><template>f</template>"
                                            "<script>g</script><style>h</style><!-- i -->"),
    .blocks = "p Seen\n" },
  { .name = "form-controls", .input = PAGE ("",
                                            "<p>Seen</p><form><select><option>a</option></select><button>b</button>"
                                            "<textarea>c</textarea><input value=d></form>"), .blocks = "p Seen\n" },
  { .name = "empty-paragraphs", .input = PAGE ("", "<p>One</p><p>&nbsp;</p><p> </p><p></p><p>Two</p>"),
    .blocks = "p One\np Two\n" },
  { .name = "cards-in-a-list", .input = PAGE ("", "<ul><li><h3>One</h3><p>Text</p></li></ul>"),
    .blocks = "h3 One\np Text\n" },
  { .name = "unclosed-everything", .input = "<p>One<p>Two<ul><li>a<li>b", .blocks = "p One\np Two\n- a\n- b\n" },
  { .name = "preformatted", .input = PAGE ("", "<pre>\na\n    b\n</pre>"), .blocks = "pre a/    b\n" },
  { .name = "preformatted-carriage-returns", .input = PAGE ("", "<pre>a&#13;&#10;b&#13;&#13;c</pre>"),
    .blocks = "pre a/b//c\n" },
};

static const ReaderRow links[] = {
  { .name = "absolute", .input = PAGE ("", "<p><a href='https://example.org/a?b=1&amp;c=2'>x</a></p>"),
    .html = "<a href=\"https://example.org/a?b=1&amp;c=2\">x</a>" },
  { .name = "relative-to-the-answer", .input = PAGE ("", "<p><a href='../c'>x</a></p>"),
    .base = "https://example.org/a/b/", .html = "<a href=\"https://example.org/a/c\">x</a>" },
  { .name = "relative-to-the-base-element", .input = PAGE ("<base href='https://example.net/d/'>",
                                                           "<p><a href='c'>x</a></p>"),
                                                             .base = "https://example.org/",
                                                               .html = "<a href=\"https://example.net/d/c\">x</a>" },
  { .name = "relative-without-a-base", .input = PAGE ("", "<p><a href='/c'>x</a> y</p>"), .html = "<p>x y</p>" },
  { .name = "without-a-scheme", .input = PAGE ("", "<p><a href='//example.net/c'>x</a></p>"),
    .base = "https://example.org/", .html = "<a href=\"https://example.net/c\">x</a>" },
  { .name = "to-a-place-in-the-page", .input = PAGE ("", "<p><a href='#c'>x</a></p>"),
    .base = "https://example.org/a", .html = "<a href=\"https://example.org/a#c\">x</a>" },
  { .name = "mail", .input = PAGE ("", "<p><a href='MAILTO:press@example.org'>x</a></p>"),
    .html = "<a href=\"mailto:press@example.org\">x</a>" },
  { .name = "with-letters-beyond-ascii", .input = PAGE ("", "<p><a href='https://example.org/şehir'>x</a></p>"),
    .html = "<a href=\"https://example.org/%C5%9Fehir\">x</a>" },
  { .name = "with-blanks", .input = PAGE ("", "<p><a href=' https://example.org/a b '>x</a></p>"),
    .html = "<a href=\"https://example.org/a%20b\">x</a>" },
  { .name = "with-a-password", .input = PAGE ("", "<p><a href='https://user:secret@example.org/'>x</a></p>"),
    .html = "<a href=\"https://example.org/\">x</a>" },
  { .name = "of-other-schemes", .input = PAGE ("",
                                               "<p><a href='ftp://example.org/'>f</a> <a href='tel:+1'>t</a> <a "
                                               "href='data:text/html,x'>d</a></p>"), .html = "<p>f t d</p>" },
  { .name = "inside-a-link", .input = PAGE ("", "<p><a href='https://example.org/a'>x <b>y</b></a></p>"),
    .html = "<a href=\"https://example.org/a\">x <strong>y</strong></a>" },
};

static const ReaderRow refused[] = {
  { .name = "empty-page", .input = "<html><head><title>T</title></head><body></body></html>",
    .error = "it is a page without any text" },
  { .name = "page-of-scripts", .input = "<!DOCTYPE html><html><body><script>x</script></body></html>",
    .error = "it is a page without any text" },
};

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);
  reader_table_add ("/read/html/title", titles, G_N_ELEMENTS (titles));
  reader_table_add ("/read/html/date", dates, G_N_ELEMENTS (dates));
  reader_table_add ("/read/html/day-order", orders, G_N_ELEMENTS (orders));
  reader_table_add ("/read/html/metadata", metadata, G_N_ELEMENTS (metadata));
  reader_table_add ("/read/html/system", systems, G_N_ELEMENTS (systems));
  reader_table_add ("/read/html/blocks", blocks, G_N_ELEMENTS (blocks));
  reader_table_add ("/read/html/links", links, G_N_ELEMENTS (links));
  reader_table_add ("/read/html/refused", refused, G_N_ELEMENTS (refused));
  return g_test_run ();
}
