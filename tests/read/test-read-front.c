/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in front of an article and is not its headline, and dates that are nobody's: heads of letters, names of
 * sites above their menus, issues, lists of other days, banners. */

#include "config.h"

#include "reader-table.h"

#define BODY "The two towns have agreed on a plan for the riverside, and the council will vote on it before the " \
             "summer, because the banks are washed away a little further in every winter."
#define BODY_SV "De två städerna har kommit överens om en plan för åstranden, och fullmäktige ska rösta om den före " \
                "sommaren, för vattnet tar med sig en bit av stigen varje vinter."
#define BODY_FI "Kaupungit ovat sopineet jokirannan suunnitelmasta, ja valtuusto äänestää siitä ennen kesää, koska " \
                "vesi vie joka talvi mukanaan palan polkua, joka on puutarhojen vieressä."
#define BODY_DA "De to byer er blevet enige om en plan for åbredden, og byrådet skal stemme om den før sommer, for " \
                "vandet tager hver vinter et stykke af stien med sig, og det kan ikke blive ved."
#define BODY_NB "De to byene har blitt enige om en plan for elvebredden, og bystyret skal stemme om den før sommeren, " \
                "for vannet tar med seg et stykke av stien hver vinter, og slik kan det ikke bli ved."
#define PAGE(head, body) "<!DOCTYPE html><html lang=en><head>" head "</head><body>" body "</body></html>"
#define HTML "<p>" BODY "</p>"

static const ReaderRow letters[] = {
  { .name = "by-a-machine",
    .input = "From: Example Network <press@example.org>\nTo: everybody@example.org\nDate: Fri, 4 Jun 2021 10:30:00 +0200\n"
             "Subject: Fwd: Towns agree on the river\n\n" BODY "\n",
    .title = "Towns agree on the river", .published = "2021-06-04T08:30:00Z", .quote = "Fri, 4 Jun 2021 10:30:00 +0200",
    .furniture = "navigation=everybody|navigation=press@", .authors = "-" },
  { .name = "by-a-person",
    .input = "Von: Beispielnetz\nAn: alle\nDatum: 4. Juni 2021\nBetreff: Städte einigen sich\n\n" BODY "\n",
    .title = "Städte einigen sich", .published = "2021-06-04" },
  { .name = "by-a-program-in-german",
    .input = "Von: Beispielnetz\nGesendet: Freitag, 4. Juni 2021 11:02\nAn: alle\nBetreff: AW: Städte einigen sich\n\n"
             BODY "\n",
    .title = "Städte einigen sich", .published = "2021-06-04" },
  { .name = "with-a-greeting",
    .input = "From: Example\nSubject: Towns agree on the river\n\nHello everybody\n\n" BODY "\n",
    .title = "Towns agree on the river", .published = "-" },
  { .name = "that-repeats-its-subject",
    .input = "From: Example\nSubject: Towns agree\n\nTowns agree\n\n" BODY "\n", .title = "Towns agree",
    .own = "Towns agree" },
  { .name = "whose-subject-is-all-signs", .input = "From: Example\nSubject: Re:\n\n" BODY "\n", .title = "Re:" },
  { .name = "no-letter-without-a-subject", .input = "From: a town to a town\nTowns agree\n\n" BODY "\n",
    .title = "From: a town to a town" },
};

static const ReaderRow titles[] = {
  { .name = "below-the-site-and-its-menu",
    .input = "Skip to content\n\nExample Network\nHome | About us | Members | News\n\nTowns agree\n\n" BODY "\n",
    .title = "Towns agree", .site = "Example Network", .furniture = "navigation=Example Network" },
  { .name = "below-the-site-its-motto-and-its-menu",
    .input = "Example Network\nTowns by the water\n\nAbout | Members | Policies | News\n\nTowns agree\n\n" BODY "\n",
    .title = "Towns agree", .site = "Example Network" },
  { .name = "above-its-own-tags", .input = "Towns agree\nRiver | Bridges | Banks\n\nA plan for both\n\n" BODY "\n",
    .title = "Towns agree", .site = "-" },
  { .name = "below-a-menu-with-wide-gaps",
    .input = "Contact  Search  English\n\nTowns agree\n\n" BODY "\n", .title = "Towns agree" },
  { .name = "below-a-menu-of-sections-and-the-section",
    .input = "Home\nRegion\nTown\nRiver\nSport\nSearch\n\nRiver\n\nTowns agree\n\n" BODY "\n",
    .title = "Towns agree", .furniture = "navigation=Region|navigation=Sport" },
  { .name = "below-the-issue",
    .input = "Bulletin of the river towns\nJune 2021\n\nTowns agree\n\n" BODY "\n", .title = "Towns agree",
    .published = "2021-06" },
  { .name = "above-its-month",
    .input = "Towns agree on the river\nJune 2021\n\nA plan for both\n\n" BODY "\n",
    .title = "Towns agree on the river", .published = "2021-06" },
  { .name = "that-speaks-of-a-bulletin",
    .input = "Towns start a bulletin\n4 June 2021\n\nIt is free\n\n" BODY "\n",
    .title = "Towns start a bulletin", .published = "2021-06-04" },
  { .name = "below-the-sender-and-a-dated-rubric",
    .input = "Example Town\nPress release 4 June 2021\n\nTowns agree\n\n" BODY "\n", .title = "Towns agree",
    .published = "2021-06-04" },
  { .name = "above-a-dated-rubric", .input = "Towns agree\nNews | 4 June 2021\n\nA plan for both\n\n" BODY "\n",
    .title = "Towns agree", .published = "2021-06-04" },
};

static const ReaderRow dates[] = {
  { .name = "of-other-news-below",
    .input = "Towns agree\n\n" BODY "\n\n18.05.2021 Summer fair\n26.05.2021 Night of the Choirs\n", .published = "-",
    .authors = "-" },
  { .name = "of-one-other-news-below", .input = "Towns agree\n\n" BODY "\n\n18.05.2021 Summer Fair\n",
    .published = "-" },
  { .name = "of-a-list-above", .input = "Days\n\n18.05.2021 Summer Fair\n26.05.2021 Night Market\n\n" BODY "\n",
    .published = "-" },
  { .name = "in-brackets-behind-other-news",
    .input = "Towns agree\n\n" BODY "\n\nMessage from the ferry (October 25, 2021)\nPrize of the year (May 3, 2021)\n",
    .published = "-" },
  { .name = "of-the-writer-below-the-first-words",
    .input = "Towns agree\n\n" BODY "\n\nAnna Example | 4 June 2021\n\n" BODY "\n", .published = "2021-06-04",
    .authors = "Anna Example" },
  { .name = "today", .input = "Towns agree\n\nAt its meeting today, Friday 4 June 2021, the council of the town has "
                             "agreed to a plan that was first drawn up in March 2019.\n",
    .published = "2021-06-04", .quote = "Friday 4 June 2021" },
  { .name = "today-in-brackets", .input = "Towns agree\n\nThe council of the town has today (4 June 2021) agreed to a "
                                          "plan that was first drawn up in March 2019.\n",
    .published = "2021-06-04" },
  { .name = "today-in-swedish", .input = "Städerna är överens\n\nVid sitt möte i dag, den 4 juni 2021, har fullmäktige "
                                         "röstat om en plan för åstranden som inte är ny för de två städerna.\n",
    .published = "2021-06-04" },
  { .name = "today-and-not-the-day",
    .input = "Towns agree\n\nThe council says today that on Friday, 4 June 2021, the towns will agree to a plan that "
             "was first drawn up in March 2019.\n",
    .published = "-" },
  { .name = "today-below-a-day", .input = "Towns agree\n5 June 2021\n\nThe council of the town had said: Today, 4 June "
                                          "2021, is the day of the vote about the river.\n",
    .published = "2021-06-05" },
  { .name = "year-with-a-label", .input = "Towns agree\nYear of publication: 2016\n\n" BODY "\n", .published = "2016",
    .quote = "2016" },
  { .name = "year-below-a-label", .input = "Towns agree\n\nPublished\n2016\n\n" BODY "\n", .published = "2016" },
  { .name = "year-without-a-label", .input = "Towns agree\n\nPages\n2016\n\n" BODY "\n", .published = "-" },
  { .name = "year-of-a-rubric", .input = "Towns agree\nNewsletter: 2016\n\n" BODY "\n", .published = "-" },
  { .name = "number-of-five-digits", .input = "Towns agree\n\nPublished\n20161\n\n" BODY "\n", .published = "-" },
  { .name = "in-a-section", .input = "Towns agree\nPosted 04.06.21 in Stories\n\n" BODY "\n",
    .published = "2021-06-04" },
  { .name = "in-a-rubric", .input = "Towns agree\n4 June 2021 in News\n\n" BODY "\n", .published = "2021-06-04" },
  { .name = "in-a-place", .input = "Towns agree\n4 June 2021 in Example\n\n" BODY "\n", .published = "-" },
  { .name = "beside-a-tag", .input = "Towns agree\nJune 2021 · 4 minutes · river banks\n\n" BODY "\n",
    .published = "2021-06" },
  { .name = "beside-small-words", .input = "Towns agree\n4 June 2021 · doors open\n\n" BODY "\n", .published = "-" },
};

static const ReaderRow nordic[] = {
  { .name = "swedish",
    .input = "Till innehållet\nLättläst  Lyssna  English\n\nStäder överens\n\nPublicerad 4 juni 2021\n\n" BODY_SV
             "\n\nSidan granskades senast 5 maj 2023\nFler nyheter: Snö (9 juni 2021)\n",
    .title = "Städer överens", .published = "2021-06-04", .language = "sv" },
  { .name = "finnish",
    .input = "Esimerkin kaupunki\nTiedote 4.6.2021\n\nKaupungit sopivat\n\n" BODY_FI
             "\n\nAiemmat tiedotteet\n18.2.2021 Ladut hoidetaan öisin\n",
    .title = "Kaupungit sopivat", .published = "2021-06-04", .language = "fi" },
  { .name = "finnish-month", .input = "Kaupungit sopivat\nJulkaistu 4. kesäkuuta 2021 klo 9.15\n\n" BODY_FI "\n",
    .published = "2021-06-04", .language = "fi" },
  { .name = "danish", .input = "Spring til indhold\n\nByer er enige\nPubliceret den 4. marts 2021 kl. 9.15\n\n" BODY_DA "\n",
    .title = "Byer er enige", .published = "2021-03-04", .language = "da" },
  { .name = "norwegian", .input = "Hopp til innhold\n\nByer er enige\nPublisert 4. desember 2021\n\n" BODY_NB
                                  "\n\nLes også:\nEn ny bro 5. desember 2021\n",
    .title = "Byer er enige", .published = "2021-12-04", .language = "nb" },
};

static const ReaderRow pages[] = {
  { .name = "with-rdfa",
    .input = PAGE ("<title>Towns agree | Example</title>",
                   "<h1>Towns agree</h1><div><span property='dc:date dc:created' content='2021-06-04T10:30:00+02:00'>"
                   "Submitted by editor on 4 June 2021</span></div>" HTML
                   "<div class='comments'><span property='dc:date dc:created' content='2021-07-05T10:30:00+02:00'>"
                   "Submitted by somebody on 5 July 2021</span></div>"),
    .published = "2021-06-04T08:30:00Z", .site = "Example" },
  { .name = "with-rdfa-of-a-comment-only",
    .input = PAGE ("<title>Towns agree</title>",
                   "<h1>Towns agree</h1>" HTML "<div class='comments'><span property='dc:created' "
                   "content='2021-07-05T10:30:00+02:00'>5 July 2021</span></div>"),
    .published = "-" },
  { .name = "made-before-it-was-published",
    .input = PAGE ("<meta name='DC.date.created' content='2021-06-02T17:55:40+01:00'>",
                   "<h1>Towns agree</h1><p>Published on 4 June 2021</p>" HTML),
    .published = "2021-06-04", .quote = "4 June 2021" },
  { .name = "made-on-the-day-of-its-publication",
    .input = PAGE ("<meta name='DC.date.created' content='2021-06-04T08:30:00+00:00'>",
                   "<h1>Towns agree</h1><p>Published on 4 June 2021</p>" HTML),
    .published = "2021-06-04T08:30:00Z", .quote = "4 June 2021" },
  { .name = "made-before-a-day-without-a-label",
    .input = PAGE ("<meta name='DC.date.created' content='2021-06-02'>", "<h1>Towns</h1><p>4 June 2021</p>" HTML),
    .published = "2021-06-02" },
  { .name = "made-before-json-ld-says-published",
    .input = PAGE ("<meta name='DC.date.created' content='2021-06-02'><script type='application/ld+json'>"
                   "{\"@type\":\"NewsArticle\",\"headline\":\"Towns\",\"datePublished\":\"2021-06-04\"}</script>",
                   "<h1>Towns</h1>" HTML),
    .published = "2021-06-04" },
  { .name = "whose-table-lists-days",
    .input = PAGE ("<title>Towns</title>", "<main><h1>Towns agree</h1>" HTML "<table><tr><th>Day<th>Topic<tr><td>"
                   "5 June 2021<td>Boats<tr><td>9 July 2021<td>Bridges</table></main>"),
    .published = "-" },
  { .name = "whose-list-ends-with-a-day",
    .input = PAGE ("<title>Towns</title>", "<main><h1>Towns agree</h1>" HTML HTML HTML HTML HTML HTML
                   "<ul><li>5 June 2021<li>9 July 2021</ul></main>"),
    .published = "-" },
  { .name = "whose-record-has-a-year",
    .input = PAGE ("<title>Towns</title>", "<main><h1>Towns agree</h1><dl><dt>Published</dt><dd>2016</dd><dt>Pages</dt>"
                   "<dd>2048</dd></dl>" HTML "</main>"),
    .published = "2016" },
};

static const ReaderRow writers[] = {
  { .name = "of-an-office-and-a-person",
    .input = PAGE ("<meta name='author' content='Gabinete de Comunicação'>",
                   "<div itemscope itemtype='https://schema.org/Article'><h2 itemprop='headline'>Towns agree</h2><dl><dd "
                   "itemprop='author'>Written by <span itemprop='name'>Anna Example</span></dd></dl>" HTML "</div>"),
    .authors = "Anna Example" },
  { .name = "below-the-post",
    .input = PAGE ("<title>Towns</title>",
                   "<div itemscope itemtype='http://schema.org/BlogPosting'><h3 class='post-title'>Towns agree</h3>" HTML
                   "<div class='post-footer'><span itemprop='author'>Anna Example</span></div></div>"
                   "<div itemscope itemtype='http://schema.org/BlogPosting'><span itemprop='author'>Ben Example</span>"
                   "</div>"),
    .authors = "Anna Example" },
  { .name = "of-a-comment",
    .input = PAGE ("<title>Towns</title>",
                   "<h1>Towns agree</h1>" HTML "<div class='comments'><div itemscope itemtype='http://schema.org/Comment'>"
                   "<span itemprop='author'>Ben Example</span></div></div>"),
    .authors = "-" },
  { .name = "above-the-headline",
    .input = PAGE ("<title>Towns agree</title>",
                   "<article><ul><li><span data-hook='user-name'>Anna Example</span></li><li>Jun 4, 2021</li></ul>"
                   "<h1>Towns agree</h1>" HTML "</article>"),
    .authors = "Anna Example", .published = "2021-06-04" },
};

static const ReaderRow sites[] = {
  { .name = "behind-a-colon", .input = PAGE ("<title>Towns agree: Example Network</title>", "<h1>Towns agree</h1>" HTML),
    .title = "Towns agree", .site = "Example Network" },
  { .name = "not-before-a-colon", .input = PAGE ("<title>Rivers: Towns agree</title>", "<h1>Towns agree</h1>" HTML),
    .title = "Towns agree", .site = "-" },
  { .name = "in-a-banner",
    .input = PAGE ("<title>Towns agree</title>", "<div id='site-name'><a href='/'>Example Network</a></div>"
                   "<h1>Towns agree</h1>" HTML), .site = "Example Network" },
  { .name = "in-the-picture-of-a-banner",
    .input = PAGE ("<title>Towns agree</title>", "<div class='logo'><a href='/'><img src='l.png' alt='Example Network'>"
                   "</a></div><h1>Towns agree</h1>" HTML), .site = "Example Network" },
  { .name = "not-in-a-link-to-the-first-page",
    .input = PAGE ("<title>Towns agree</title>", "<a href='/'>Home</a><h1>Towns agree</h1>" HTML), .site = "-" },
  { .name = "not-in-a-logo-below",
    .input = PAGE ("<title>Towns agree</title>", "<h1>Towns agree</h1>" HTML "<div class='logo'>Example Partner</div>"),
    .site = "-" },
  { .name = "not-in-a-long-banner",
    .input = PAGE ("<title>Towns agree</title>", "<div class='logo'>" BODY "</div><h1>Towns agree</h1>" HTML),
    .site = "-" },
  { .name = "whose-banner-ends-its-title",
    .input = PAGE ("<title>Bulletin of Example Town</title>", "<table><tr><td><b>Example Town</b></td></tr><tr><td>"
                   "<h2>Towns agree on the river</h2>" HTML "</td></tr></table>"),
    .title = "Towns agree on the river" },
};

static const ReaderRow lengths[] = {
  { .name = "of-a-heading-that-is-a-paragraph",
    .input = PAGE ("<title>Towns agree</title>", "<h1>" BODY " " BODY "</h1>" HTML), .title = "Towns agree",
    .own = "riverside" },
  { .name = "of-a-heading-that-is-a-paragraph-above-a-headline",
    .input = PAGE ("", "<h1>" BODY " " BODY "</h1><h2>Towns agree</h2>" HTML), .title = "Towns agree" },
  { .name = "of-a-title-for-sharing-that-is-a-paragraph",
    .input = PAGE ("<meta property='og:title' content='" BODY " " BODY "'>", "<h1>Towns agree</h1>" HTML),
    .title = "Towns agree" },
  { .name = "of-a-long-headline", .input = PAGE ("", "<h1>" BODY "</h1>" HTML), .title = BODY },
  { .name = "of-a-paragraph-alone", .input = PAGE ("", "<h1>" BODY " " BODY "</h1>" HTML), .title = "-" },
};

/* Two million bytes in one heading. */
static void
test_heading_without_end (void)
{
  g_autoptr (GString) page = g_string_new ("<html><head><title>Towns agree</title></head><body><h1>");
  g_autoptr (CnDocument) document = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (page, "ağaçlar ");
  g_string_append (page, "</h1>" HTML "</body></html>");

  document = reader_table_read (page->str, page->len);
  g_assert_cmpstr (document->title, ==, "Towns agree");
}

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);
  reader_table_add ("/read/front/letter", letters, G_N_ELEMENTS (letters));
  reader_table_add ("/read/front/title", titles, G_N_ELEMENTS (titles));
  reader_table_add ("/read/front/date", dates, G_N_ELEMENTS (dates));
  reader_table_add ("/read/front/nordic", nordic, G_N_ELEMENTS (nordic));
  reader_table_add ("/read/front/page", pages, G_N_ELEMENTS (pages));
  reader_table_add ("/read/front/writer", writers, G_N_ELEMENTS (writers));
  reader_table_add ("/read/front/site", sites, G_N_ELEMENTS (sites));
  reader_table_add ("/read/front/length", lengths, G_N_ELEMENTS (lengths));
  g_test_add_func ("/read/front/length/of-a-heading-without-end", test_heading_without_end);
  return g_test_run ();
}
