/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain texts: headline, date, writers, blocks, furniture, in the languages that the networks publish in. */

#include "config.h"

#include "reader-table.h"

/* A paragraph that nobody could take for a label. */
#define BODY_EN "The two towns have agreed on a plan for the riverside, and the council will vote on it before the " \
                "summer, because " \
                "the banks are washed away a little further in every winter."
#define BODY_DE "Die beiden Städte haben sich auf einen Plan für das Flussufer geeinigt, und der Rat wird noch vor " \
                "dem Sommer über ihn " \
                "abstimmen, weil das Ufer in jedem Winter ein Stück weiter abgetragen wird."
#define BODY_FR "Les deux villes se sont mises d’accord sur un plan pour les berges, et le conseil votera avant " \
                "l’été, car la rivière " \
                "emporte chaque hiver une partie du chemin qui longe les jardins de la ville."
#define BODY_ES "Las dos ciudades han acordado un plan para la ribera del río, y el consejo votará antes del " \
                "verano, porque la orilla " \
                "pierde cada invierno una parte del camino que rodea los jardines de la ciudad."
#define BODY_IT "Le due città hanno trovato un accordo sul piano per le rive del fiume, e il consiglio voterà " \
                "prima dell’estate, perché " \
                "la corrente porta via ogni inverno una parte della strada che gira intorno ai giardini."
#define BODY_PT "As duas cidades chegaram a acordo sobre um plano para as margens do rio, e o conselho vai votar " \
                "antes do verão, porque " \
                "a corrente leva todos os invernos uma parte do caminho que passa pelos jardins da cidade."
#define BODY_NL "De twee steden zijn het eens geworden over een plan voor de oever van de rivier, en de raad stemt " \
                "er nog voor de zomer " \
                "over, omdat het water elke winter een stuk van het pad langs de tuinen meeneemt."
#define BODY_TR "İki kent, nehir kıyısı için ortak bir plan üzerinde anlaştı ve meclis bu planı yaz gelmeden " \
                "oylayacak, çünkü su her kış " \
                "kentin bahçeleri boyunca giden yolun bir bölümünü daha alıp götürüyor."
#define BODY_EL "Οι δύο πόλεις συμφώνησαν σε ένα σχέδιο για την όχθη του ποταμού και το συμβούλιο θα ψηφίσει πριν " \
                "από το καλοκαίρι, " \
                "γιατί το νερό παίρνει κάθε χειμώνα ένα κομμάτι από τον δρόμο."

static const ReaderRow titles[] = {
  { .name = "first-line", .input = "Towns agree on the river\n\n" BODY_EN "\n", .title = "Towns agree on the river" },
  { .name = "with-a-full-stop", .input = "Towns agree on the river.\n\n" BODY_EN "\n",
    .title = "Towns agree on the river." },
  { .name = "below-the-date", .input = "4 June 2021\n\nTowns agree on the river\n\n" BODY_EN "\n",
    .title = "Towns agree on the river", .published = "2021-06-04" },
  { .name = "below-a-rubric", .input = "News\n\nTowns agree on the river\n\n" BODY_EN "\n",
    .title = "Towns agree on the river", .furniture = "navigation=News" },
  { .name = "below-a-german-rubric", .input = "Pressemitteilung\n\nStädte einigen sich\n\n" BODY_DE "\n",
    .title = "Städte einigen sich" },
  { .name = "below-a-letterhead", .input = "FOR IMMEDIATE RELEASE\n\nTowns agree on the river\n\n" BODY_EN "\n",
    .title = "Towns agree on the river" },
  { .name = "below-whom-to-ask",
    .input = "FOR IMMEDIATE RELEASE\nContact: Communications, Example Network\nPhone: +49 228 555 0000\n\n"
             "TOWNS AGREE ON THE RIVER\nThe council will vote in summer\n\n" BODY_EN "\n",
    .title = "TOWNS AGREE ON THE RIVER" },
  { .name = "below-the-sender-the-rubric-and-the-day",
    .input = "Stadt Musterau\nPressemitteilung Nr. 214/2016\nMusterau, den 7. September 2016\n\n"
             "Städte einigen sich am Fluss\n\n" BODY_DE "\n",
    .title = "Städte einigen sich am Fluss", .published = "2016-09-07" },
  { .name = "below-the-sender-and-its-office",
    .input = "Comune di Esempio\nUfficio Stampa\n\nComunicato stampa n. 88 del 13/05/2015\n\n"
             "LE CITTÀ SONO D'ACCORDO\n\n" BODY_IT "\n",
    .title = "LE CITTÀ SONO D'ACCORDO", .published = "2015-05-13", .quote = "13/05/2015" },
  { .name = "below-the-publisher-and-its-statement",
    .input = "Example Network\nJoint statement\n\nTowns agree on the river\n\nExample, 16 December 2020\n\n"
             BODY_EN "\n",
    .title = "Towns agree on the river", .published = "2020-12-16" },
  { .name = "below-columns-of-a-letterhead",
    .input = "MUNICÍPIO DE EXEMPLO                     Gabinete de Comunicação\n_________________________________\n\n"
             "NOTA DE IMPRENSA                         03.07.2023\n\n      As cidades chegaram a acordo\n\n"
             BODY_PT "\n",
    .title = "As cidades chegaram a acordo", .published = "2023-07-03" },
  { .name = "below-a-turkish-rubric-in-capitals",
    .input = "BASIN BÜLTENİ\nTarih: 17.10.2022\nKonu: Nehir Yolu\n\nİKİ KENT NEHİRDE ANLAŞTI\n\n" BODY_TR "\n",
    .title = "İKİ KENT NEHİRDE ANLAŞTI", .published = "2022-10-17" },
  { .name = "below-save-the-date",
    .input = "SAVE THE DATE\n\nAutumn school of the towns\nExample, 5-7 October 2022\n\n" BODY_EN "\n",
    .title = "Autumn school of the towns", .published = "-" },
  { .name = "behind-its-subject",
    .input = "Ville d’Exemple – Direction de la presse\nCOMMUNIQUÉ DE PRESSE\nle mercredi 4 mai 2022\n\n"
             "Objet : Les deux villes d’accord\n\n" BODY_FR "\n",
    .title = "Les deux villes d’accord", .published = "2022-05-04" },
  { .name = "in-front-matter",
    .input = "---\ntitle: \"The towns agree\"\ndate: 2024-03-08\ndraft: false\n---\n\n" BODY_EN "\n",
    .title = "The towns agree", .published = "2024-03-08" },
  { .name = "on-two-lines",
    .input = "Press release\nExample, 15 January 2014\n\nTwelve towns ask for a railway ticket\n"
             "that does not end at the border\n\n" BODY_EN "\n",
    .title = "Twelve towns ask for a railway ticket that does not end at the border", .published = "2014-01-15" },
  { .name = "of-a-text-without-line-ends",
    .input = "The town reads to its trams - 14 February 2020 - " BODY_EN,
    .title = "The town reads to its trams", .published = "2020-02-14" },
  { .name = "none-when-a-dateline-begins-the-line", .input = "Example, 14 February 2020 - " BODY_EN, .title = "-",
    .published = "2020-02-14" },
  { .name = "below-a-menu", .input = "Home\nAbout\nMembers\nNews\nContact\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "navigation=Members" },
  { .name = "below-a-breadcrumb", .input = "Home > News > 2021\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree" },
  { .name = "below-skip-to-content", .input = "Skip to content\nTowns agree\n\n" BODY_EN "\n", .title = "Towns agree" },
  { .name = "below-a-trail-of-sections", .input = "Topics › Climate › Water\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "navigation=Climate" },
  { .name = "below-a-menu-on-one-line", .input = "Home | About | Members | News\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "navigation=Members" },
  { .name = "below-a-numbered-letterhead",
    .input = "Pressemitteilung Nr. 212/2018\nvom 4. Juni 2018\n\nStädte einigen sich\n\n" BODY_DE "\n",
    .title = "Städte einigen sich", .published = "2018-06-04" },
  { .name = "below-a-rubric-with-a-section", .input = "Actualité - Transports\nDeux villes\n\n" BODY_FR "\n",
    .title = "Deux villes" },
  { .name = "below-a-rubric-in-greek-capitals", .input = "ΔΕΛΤΙΟ ΤΥΠΟΥ\n\nΔύο πόλεις\n\n" BODY_EL "\n",
    .title = "Δύο πόλεις" },
  { .name = "below-a-site-and-its-rubric",
    .input = "Example Town\nNews\n\nTowns agree\n\n4 June 2021\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "navigation=Example Town", .published = "2021-06-04" },
  { .name = "above-its-rubric", .input = "Towns agree\nNews\n4 June 2021\n\n" BODY_EN "\n",
    .title = "Towns agree" },
  { .name = "below-the-title-of-the-window",
    .input = "Towns agree | Example Network\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "navigation=Example Network" },
  { .name = "below-a-credited-caption",
    .input = "The river at dusk. Photo: town archive\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "caption=at dusk" },
  { .name = "below-a-town-and-its-rubric",
    .input = "Gemeinde Muster / Aktuelles\n\nStädte einigen sich\n\n" BODY_DE "\n",
    .title = "Städte einigen sich" },
  { .name = "below-a-section-of-one-word", .input = "Culture\nTowns agree on the river\n4 June 2021\n\n" BODY_EN "\n",
    .title = "Towns agree on the river", .published = "2021-06-04", .furniture = "navigation=Culture" },
  { .name = "below-where-it-was-printed",
    .input = "Published on Example (https://example.org)\n\nTowns agree\n\n" BODY_EN "\n", .title = "Towns agree" },
  { .name = "that-is-a-year-of-reports", .input = "Report 2019\n\n" BODY_EN "\n", .title = "Report 2019" },
  { .name = "below-an-address", .input = "https://example.org/news/towns\n\nTowns agree\n\n" BODY_EN "\n",
    .title = "Towns agree",
    .url = "-" },
  { .name = "a-rubric-that-is-all-there-is", .input = "Statement\n\n" BODY_EN "\n", .title = "Statement" },
  { .name = "none-when-the-text-begins-with-its-body", .input = BODY_EN " " BODY_EN " " BODY_EN "\n\n" BODY_EN "\n",
    .title = "-" },
  { .name = "with-a-no-break-space", .input = "Towns\302\240agree\n\n" BODY_EN "\n", .title = "Towns agree",
    .own = "Towns\302\240agree" },
  { .name = "that-begins-with-a-number", .input = "3. Mayors Summit on the river\n\n" BODY_EN "\n",
    .title = "3. Mayors Summit on the river" },
  { .name = "with-a-hyphen-inside", .input = "Workshops - 3rd Summit of the Towns\n\n1 May 2020\n\n" BODY_EN "\n",
    .title = "Workshops - 3rd Summit of the Towns" },
  { .name = "of-markdown", .input = "# Towns agree\n\n" BODY_EN "\n\n## The plan\n\n" BODY_EN "\n",
    .title = "Towns agree",
    .blocks = "title Towns agree\np " BODY_EN "\nh2 The plan\np " BODY_EN "\n" },
  { .name = "underlined", .input = "Towns agree\n===========\n\n" BODY_EN "\n", .title = "Towns agree",
    .blocks = "title Towns agree\np " BODY_EN "\n" },
  { .name = "in-turkish-capitals", .input = "İZMİR VE İSTANBUL BİR ARADA\n\n" BODY_TR "\n",
    .title = "İZMİR VE İSTANBUL BİR ARADA" },
  { .name = "alone", .input = "Towns agree on the river", .title = "Towns agree on the river" },
};

static const ReaderRow dates[] = {
  { .name = "english", .input = "Towns agree\n\n4 June 2021\n\n" BODY_EN "\n", .published = "2021-06-04",
    .quote = "4 June 2021",
    .language = "en" },
  { .name = "english-with-ordinal", .input = "Towns agree\n\nFebruary 2nd, 2017\n\n" BODY_EN "\n",
    .published = "2017-02-02" },
  { .name = "german", .input = "Städte einigen sich\n\n4. Juni 2021\n\n" BODY_DE "\n", .published = "2021-06-04",
    .language = "de" },
  { .name = "french", .input = "Deux villes\n\nPublié le 4 juin 2021\n\n" BODY_FR "\n", .published = "2021-06-04",
    .quote = "4 juin 2021", .language = "fr" },
  { .name = "french-first-of-the-month", .input = "Deux villes\n\nLe 1er mars 2021\n\n" BODY_FR "\n",
    .published = "2021-03-01" },
  { .name = "spanish", .input = "Dos ciudades\n\n4 de junio de 2021\n\n" BODY_ES "\n", .published = "2021-06-04",
    .language = "es" },
  { .name = "italian", .input = "Due città\n\nPubblicato il 4 giugno 2021\n\n" BODY_IT "\n",
    .published = "2021-06-04", .language = "it" },
  { .name = "portuguese", .input = "Duas cidades\n\nPublicado em 4 de junho de 2021\n\n" BODY_PT "\n",
    .published = "2021-06-04",
    .language = "pt" },
  { .name = "dutch", .input = "Twee steden\n\nGeplaatst op 4 juni 2021\n\n" BODY_NL "\n", .published = "2021-06-04",
    .language = "nl" },
  { .name = "turkish", .input = "İki kent\n\nYayın tarihi: 4 Haziran 2021\n\n" BODY_TR "\n", .published = "2021-06-04",
    .language = "tr" },
  { .name = "turkish-in-capitals", .input = "İki kent\n\nYAYIN TARİHİ: 4 HAZİRAN 2021\n\n" BODY_TR "\n",
    .published = "2021-06-04" },
  { .name = "greek", .input = "Δύο πόλεις\n\nΔημοσιεύθηκε στις 4 Ιουνίου 2021\n\n" BODY_EL "\n",
    .published = "2021-06-04",
    .language = "el" },
  { .name = "in-digits-german", .input = "Städte einigen sich\n\n04.06.2021\n\n" BODY_DE "\n",
    .published = "2021-06-04" },
  { .name = "in-digits-french", .input = "Deux villes\n\n04/06/2021\n\n" BODY_FR "\n", .published = "2021-06-04" },
  { .name = "in-digits-iso", .input = "Towns agree\n\n2021-06-04\n\n" BODY_EN "\n", .published = "2021-06-04" },
  { .name = "in-digits-that-cannot-be-swapped", .input = "Towns agree\n\n24/06/2021\n\n" BODY_EN "\n",
    .published = "2021-06-24" },
  { .name = "in-digits-decided-by-another-date",
    .input = "Towns agree\n\nDate: 07/03/2019\n\nThe talks began on 25/01/2019 on a boat.\n\n" BODY_EN "\n",
    .published = "2019-03-07" },
  { .name = "with-the-clock-of-an-update",
    .input = "Dos ciudades\n\n13/06/2022 12:45h Actualizado a las 16:20h\n\n" BODY_ES "\n", .published = "2022-06-13" },
  { .name = "state-of-a-page-in-german", .input = "Städte einigen sich\n\n" BODY_DE "\n\nStand: 4. Juni 2021\n",
    .published = "-", .updated = "2021-06-04" },
  { .name = "beside-a-rubric-above-the-headline",
    .input = "Actualidad | 16.05.2017\n\nDos ciudades\n\n" BODY_ES "\n", .title = "Dos ciudades",
    .published = "2017-05-16" },
  { .name = "behind-a-letterhead-above-the-headline",
    .input = "Pressemitteilung 14.09.2018\n\nStädte einigen sich\n\n" BODY_DE "\n", .title = "Städte einigen sich",
    .published = "2018-09-14" },
  { .name = "with-a-desk-for-a-writer", .input = "Towns agree\n\nMobility Desk • 4 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04", .authors = "-" },
  { .name = "dateline-whose-place-has-two-words",
    .input = "Deux villes\n\nLe Havre, le 4 juin 2021\n\n" BODY_FR "\n", .published = "2021-06-04", .authors = "-" },
  { .name = "in-digits-undecidable", .input = "Towns agree\n\n05/04/2017\n\n" BODY_EN "\n", .published = "2017" },
  { .name = "month-only", .input = "Towns agree\n\nJune 2021\n\n" BODY_EN "\n", .published = "2021-06" },
  { .name = "with-weekday", .input = "Towns agree\n\nFriday, 4 June 2021\n\n" BODY_EN "\n", .published = "2021-06-04" },
  { .name = "with-time", .input = "Towns agree\n\n4 June 2021, 14:30\n\n" BODY_EN "\n", .own = "4 June 2021, 14:30" },
  { .name = "with-place", .input = "Towns agree\n\nBrussels, 4 June 2021\n\n" BODY_EN "\n", .published = "2021-06-04" },
  { .name = "with-rubric", .input = "Towns agree\n\n4 June 2021 | News | Climate\n\n" BODY_EN "\n",
    .published = "2021-06-04" },
  { .name = "with-reading-time", .input = "Towns agree\n\n5 min read · 4 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04" },
  { .name = "with-byline", .input = "Towns agree\n\nBy Erika Muster on 4 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04",
    .authors = "Erika Muster" },
  { .name = "with-account", .input = "Towns agree\n\nPosted on June 4, 2021 by admin in News\n\n" BODY_EN "\n",
    .published = "2021-06-04", .authors = "-" },
  { .name = "published-and-updated",
    .input = "Towns agree\n\nPublished: 4 June 2021 / Last updated: 5 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04", .updated = "2021-06-05" },
  { .name = "updated-only", .input = "Towns agree\n\nLast updated: 5 June 2021\n\n" BODY_EN "\n", .published = "-",
    .updated = "2021-06-05" },
  { .name = "updated-before-published",
    .input = "Towns agree\n\nUpdated 5 June 2021\n\nPublished 4 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04", .updated = "2021-06-05" },
  { .name = "label-wins-over-plain", .input = "Towns agree\n\n1 May 2021\n\nPublished on 4 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04" },
  { .name = "below-a-standfirst", .input = "Towns agree\n\n" BODY_EN "\n\n4 June 2021\n\n" BODY_EN "\n",
    .published = "2021-06-04" },
  { .name = "dateline", .input = "Towns agree\n\nIstanbul, 4 June 2021 – " BODY_EN "\n\n" BODY_EN "\n",
    .published = "2021-06-04",
    .quote = "4 June 2021" },
  { .name = "dateline-of-an-agency", .input = "Towns agree\n\nLONDON (AGENCY) – December 3, 2019 – " BODY_EN "\n",
    .published = "2019-12-03" },
  { .name = "dateline-before-a-second-date", .input = "Städte einigen sich\n\nFrankfurt am Main, 12. März 2018 – Vom "
                                                      "1. Mai an " BODY_DE "\n",
    .published = "2018-03-12", .quote = "12. März 2018" },
  { .name = "dateline-german", .input = "Städte einigen sich\n\nKöln, den 4. Juni 2021: " BODY_DE "\n",
    .published = "2021-06-04" },
  { .name = "dateline-french", .input = "Deux villes\n\nParis, le 4 juin 2021 – " BODY_FR "\n",
    .published = "2021-06-04" },
  { .name = "signed-at-the-end", .input = "Statement of the towns\n\n" BODY_EN "\n\n" BODY_EN "\n\nBrussels, 4 June "
      "2021\n",
    .published = "2021-06-04" },
  { .name = "labelled-at-the-end", .input = "Städte einigen sich\n\n" BODY_DE "\n\nVeröffentlicht am 4. Juni 2021\n",
    .published = "2021-06-04" },
};

static const ReaderRow undated[] = {
  { .name = "days-of-a-programme",
    .input = "Autumn school of the towns\n\n"
             "Wednesday, 5 October 2022: arrival, and a walk along the river to both of the mills that still work.\n"
             "Thursday, 6 October 2022: the offices of the two towns compare what they have learnt from the flood.\n"
             "Friday, 7 October 2022: what the mayors want to know before they sign.\n",
    .title = "Autumn school of the towns", .published = "-" },
  { .name = "day-in-a-sentence", .input = "Towns agree\n\nThe towns met on 4 June 2021 and agreed on a plan for the "
                                          "river.\n\n" BODY_EN "\n",
    .published = "-" },
  { .name = "short-sentence", .input = "Towns agree\n\nThe summit takes place on 4 June 2021.\n\n" BODY_EN "\n",
    .published = "-" },
  { .name = "range", .input = "Summit of the towns\n\n4-6 June 2021\n\n" BODY_EN "\n", .published = "-" },
  { .name = "several-days", .input = "Summit of the towns\n\nDecember 7, 8 and 10 2021\n\n" BODY_EN "\n",
    .published = "-" },
  { .name = "opening-hours", .input = "Workshop\n\n12 May 2021, 10:00 - 12:00 CET\n\n" BODY_EN "\n", .published = "-" },
  { .name = "deadline", .input = "Call for towns\n\nDeadline: 4 June 2021\n\n" BODY_EN "\n", .published = "-" },
  { .name = "day-of-an-event", .input = "Summit of the towns\n\nWhen: 4 June 2021\n\n" BODY_EN "\n", .published = "-" },
  { .name = "related-links", .input = "Towns agree\n\n" BODY_EN "\n\nMore articles\n\nHigh-value data "
                                                                "(29/06/2022)\n\n4 June 2021\n",
    .published = "-", .furniture = "related-links=29/06/2022|related-links=4 June 2021" },
  { .name = "file-name", .input = "Towns agree\n\n2021-12-08 08 00 07.png\n\n" BODY_EN "\n", .published = "-",
    .furniture = "caption=2021-12-08" },
  { .name = "relative-words", .input = "Towns agree\n\nYesterday\n\n" BODY_EN "\n", .published = "-" },
  { .name = "days-ago", .input = "Towns agree\n\n3 days ago\n\n" BODY_EN "\n", .published = "-" },
  { .name = "copyright", .input = "Towns agree\n\n" BODY_EN "\n\n© 2021 Example Network\n", .published = "-",
    .furniture = "footer=© 2021" },
  { .name = "year-only", .input = "Towns agree\n\n2021\n\n" BODY_EN "\n", .published = "-" },
  { .name = "reprint", .input = "Towns agree\n\n" BODY_EN "\n\nReprinted with permission from the Example Project, "
                                                          "February 14, 2017.\n",
    .published = "-" },
  { .name = "heading-in-the-middle",
    .input = "Towns agree\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN
    "\n\n" BODY_EN "\n\n4 June 2021\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n", .published = "-" },
  { .name = "comment", .input = "Towns agree\n\n" BODY_EN "\n\nLeave a Reply\n\nErika Muster\n4 June 2021\n",
    .published = "-" },
  { .name = "event-name-with-day", .input = "Towns agree\n\nIstanbul Summit 4 June 2021\n\n" BODY_EN "\n",
    .published = "-" },
};

static const ReaderRow authors[] = {
  { .name = "by", .input = "Towns agree\n\nBy Erika Muster\n\n" BODY_EN "\n", .authors = "Erika Muster" },
  { .name = "by-two", .input = "Towns agree\n\nBy Erika Muster and Jean Exemple\n\n" BODY_EN "\n",
    .authors = "Erika Muster + Jean Exemple" },
  { .name = "by-with-role", .input = "Towns agree\n\nWritten by Erika Muster, Staff Writer\n\n" BODY_EN "\n",
    .authors = "Erika Muster" },
  { .name = "german", .input = "Städte einigen sich\n\nVon Erika Muster\n\n" BODY_DE "\n", .authors = "Erika Muster" },
  { .name = "french", .input = "Deux villes\n\nPar Jean Exemple\n\n" BODY_FR "\n", .authors = "Jean Exemple" },
  { .name = "spanish", .input = "Dos ciudades\n\nPor Erika Muster\n\n" BODY_ES "\n", .authors = "Erika Muster" },
  { .name = "italian", .input = "Due città\n\nA cura di Erika Muster\n\n" BODY_IT "\n", .authors = "Erika Muster" },
  { .name = "dutch", .input = "Twee steden\n\nDoor Jean van den Exemple\n\n" BODY_NL "\n",
    .authors = "Jean van den Exemple" },
  { .name = "turkish", .input = "İki kent\n\nYazan: Örnek İsimoğlu\n\n" BODY_TR "\n", .authors = "Örnek İsimoğlu" },
  { .name = "greek", .input = "Δύο πόλεις\n\nΣυντάκτης: Έρικα Παραδείγματος\n\n" BODY_EL "\n",
    .authors = "Έρικα Παραδείγματος" },
  { .name = "signed-with-role", .input = "Towns agree\n\n" BODY_EN " Example Network says so.\n\nErika Muster "
                                                                   "Example Network Writer\nJean Exemple Policy "
                                                                   "Director\n",
    .authors = "Erika Muster",
    .blocks = "title Towns agree\np " BODY_EN " Example Network says so.\nby Erika Muster Example Network Writer\nby "
                                              "Jean Exemple Policy Director\n" },
  { .name = "name-above-a-tagline", .input = "Towns agree\n\nErika Muster\nMaker, doer, walker\n\n" BODY_EN "\n",
    .authors = "Erika Muster" },
  { .name = "name-beside-the-date", .input = "Towns agree\n\nErika Muster\n\n4 June 2021\n\n" BODY_EN "\n",
    .authors = "Erika Muster" },
  { .name = "office-is-no-person", .input = "Towns agree\n\nBy the press office\n\n" BODY_EN "\n", .authors = "-" },
  { .name = "account-is-no-person", .input = "Towns agree\n\nPosted by admin\n\n" BODY_EN "\n", .authors = "-" },
  { .name = "place-is-no-person", .input = "Towns agree\n\nBuenos Aires\n\n4 June 2021\n\nBuenos Aires is far. "
                                           "" BODY_EN "\n", .authors = "-" },
  { .name = "speaker-is-no-author", .input = "Towns agree\n\n" BODY_EN "\n\n“It is good,” says Erika Muster, "
      "Director of the towns.\n",
    .authors = "-" },
  { .name = "by-in-a-sentence", .input = "Towns agree\n\nBy Monday the plan will be ready, said the council of the "
                                         "two towns.\n\n" BODY_EN "\n",
    .authors = "-" },
  { .name = "introduction-by", .input = "Towns agree\n\n" BODY_EN "\n\nIntroduction by:\n\n\nConclusion by Mr. Max "
                                                                  "Muster, Example University\n",
    .authors = "-" },
};

static const ReaderRow blocks[] = {
  { .name = "lists", .input = "Towns agree\n\nThe plan has two parts, which the council has named as follows:\n\n  "
                              "1. Banks\n  2. Bridges\n     a long one\n\n- One\n  - Inner\n- Two\n",
    .blocks = "title Towns agree\np The plan has two parts, which the council has named as follows:\n1. 1. Banks\n2. "
              "2. Bridges/a long one\n"
              "- - One\n  - - Inner\n- - Two\n",
    .html = "<ol><li>Banks</li><li>Bridges<br>a long "
            "one</li></ol><ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>" },
  { .name = "bullets-of-all-sorts", .input = "T\n\n• One\n▪ Two\n* Three\n+ Four\n",
    .html = "<ul><li>One</li><li>Two</li><li>Three</li><li>Four</li></ul>" },
  { .name = "a-date-is-no-number", .input = "Städte einigen sich\n\n4. Juni 2021\n\n" BODY_DE "\n",
    .blocks = "title Städte einigen sich\ndate 4. Juni 2021\np " BODY_DE "\n" },
  { .name = "brackets-around-numbers", .input = "T\n\n(1) One\n(2) Two\n",
    .html = "<ol><li>One</li><li>Two</li></ol>" },
  { .name = "list-that-goes-on", .input = "T\n\n3. Three\n\n1. One\n", .blocks = "title T\nh2 3. Three\n1. 1. One\n" },
  { .name = "wrapped-lines",
    .input = "Towns agree on the river\n\nThe two towns have agreed on a plan for the riverside, and the\ncouncil "
             "will vote on it before the summer,"
             " because the banks are\nwashed away a little further in every winter. The plan is old but\ngood.\n\nIt "
             "has two parts.\n",
    .blocks = "title Towns agree on the river\np The two towns have agreed on a plan for the riverside, and "
              "the/council will vote on it before the"
              " summer, because the banks are/washed away a little further in every winter. The plan is old "
              "but/good.\np It has two parts.\n" },
  { .name = "lines-are-paragraphs", .input = "Towns agree\n4 June 2021\n" BODY_EN "\n" BODY_EN "\n",
    .title = "Towns agree", .published = "2021-06-04",
    .blocks = "title Towns agree\ndate 4 June 2021\np " BODY_EN "\np " BODY_EN "\n" },
  { .name = "headings", .input = "Towns agree\n\n" BODY_EN "\n\nThe plan\n\n" BODY_EN "\n",
    .blocks = "title Towns agree\np " BODY_EN "\nh2 The plan\np " BODY_EN "\n" },
  { .name = "indented-paragraphs", .input = "Towns agree\n\n    " BODY_EN "\n\n\t" BODY_EN "\n",
    .blocks = "title Towns agree\np " BODY_EN "\np " BODY_EN "\n" },
  { .name = "addresses-are-links", .input = "T\n\nSee https://example.org/a?b=c. Or (http://example.org/d).\n",
    .html = "See <a href=\"https://example.org/a?b=c\">https://example.org/a?b=c</a>. Or (<a "
            "href=\"http://example.org/d\">http://example.org/d</a>)." },
  { .name = "carriage-returns", .input = "Towns agree\r\n\r\n4 June 2021\r\n\r\n" BODY_EN "\r\n",
    .title = "Towns agree",
    .published = "2021-06-04" },
  { .name = "old-mac-line-ends", .input = "Towns agree\r\r4 June 2021\r\r" BODY_EN "\r", .title = "Towns agree",
    .published = "2021-06-04" },
  { .name = "no-break-spaces-stay", .input = "T\n\nMayor of Izmir\302\240said\302\240so.\n",
    .own = "Izmir\302\240said\302\240so" },
  { .name = "letters-are-not-normalised", .input = "T\n\nCafe\314\201 and Caf\303\251 differ.\n",
    .own = "Cafe\314\201 and Caf\303\251" },
  { .name = "control-characters-go", .input = "T\n\nA\001B\033C\177D word.\n", .own = "ABCD word." },
};

static const ReaderRow furniture[] = {
  { .name = "english", .input = "Towns agree\n\n" BODY_EN "\n\nClick here to download the full statement.\n\nShare "
                                                          "this:\nFacebook\nTwitter\n\nLeave a Reply\n\nYour email "
                                                          "address will not be published.\n",
    .furniture = "call-to-action=Click here|sharing=Share this|sharing=Facebook|comments=Leave a Reply|comments=Your "
                 "email" },
  { .name = "german", .input = "Städte einigen sich\n\n" BODY_DE "\n\nArtikel teilen\n\nDas könnte Sie auch "
                                                                 "interessieren\n\nEin alter Artikel vom 1. Mai 2019\n",
    .furniture = "sharing=Artikel teilen|related-links=Das könnte|related-links=alter Artikel" },
  { .name = "french", .input = "Deux villes\n\n" BODY_FR "\n\nPartager sur Facebook\n\nÀ lire aussi\n\nUn vieil "
                                                         "article\n\nMentions légales\n",
    .furniture = "sharing=Partager|related-links=À lire aussi|related-links=vieil article" },
  { .name = "spanish", .input = "Dos ciudades\n\n" BODY_ES "\n\nCompartir en Twitter\n\nNoticias relacionadas\n\nUna "
                                                           "noticia vieja\n",
    .furniture = "sharing=Compartir|related-links=Noticias relacionadas|related-links=noticia vieja" },
  { .name = "italian", .input = "Due città\n\n" BODY_IT "\n\nCondividi\n\nPotrebbe interessarti anche\n\nUna vecchia "
                                                        "notizia\n\n© 2021 Comune\n",
    .furniture = "sharing=Condividi|related-links=Potrebbe|related-links=vecchia notizia" },
  { .name = "portuguese", .input = "Duas cidades\n\n" BODY_PT "\n\nPartilhar\n\nNotícias relacionadas\n\nUma notícia "
                                                              "antiga\n",
    .furniture = "sharing=Partilhar|related-links=Notícias relacionadas|related-links=notícia antiga" },
  { .name = "dutch", .input = "Twee steden\n\n" BODY_NL "\n\nDeel dit artikel\n\nGerelateerd nieuws\n\nEen oud "
                                                        "bericht\n",
    .furniture = "sharing=Deel dit|related-links=Gerelateerd|related-links=oud bericht" },
  { .name = "turkish", .input = "İki kent\n\n" BODY_TR "\n\nPAYLAŞ\n\nİLGİLİ HABERLER\n\nEski bir haber\n",
    .furniture = "sharing=PAYLAŞ|related-links=İLGİLİ|related-links=Eski bir" },
  { .name = "greek", .input = "Δύο πόλεις\n\n" BODY_EL "\n\nΚοινοποίηση\n\nΔιαβάστε επίσης\n\nΜια παλιά είδηση\n",
    .furniture = "sharing=Κοινοποίηση|related-links=Διαβάστε|related-links=παλιά" },
  { .name = "cookie-banner", .input = "This website uses cookies to improve your experience.\n\nTowns "
                                      "agree\n\n" BODY_EN "\n",
    .title = "Towns agree", .furniture = "cookies=uses cookies" },
  { .name = "picture-file", .input = "T\n\nIMG_2034.JPG\n\n" BODY_EN "\n\nPhoto: Example Network\n",
    .furniture = "caption=IMG_2034|caption=Photo:" },
  { .name = "slug", .input = "Towns agree\n\ntowns-river\n\n" BODY_EN "\n", .furniture = "caption=towns-river" },
  { .name = "newsletter", .input = "T\n\n" BODY_EN "\n\nSubscribe to our newsletter\n\n" BODY_EN "\n",
    .furniture = "newsletter=Subscribe to our", .own = "riverside" },
  { .name = "a-heading-that-only-looks-like-it", .input = "Latest news\n\n" BODY_EN "\n\n" BODY_EN "\n",
    .own = "riverside" },
  { .name = "related-section-longer-than-the-article-is-none",
    .input = "T\n\nShort text that ends with a full stop, and is long enough to count as text.\n\nRelated\n\n"
    BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n\n" BODY_EN "\n", .own = "riverside" },
};

static const ReaderRow refused[] = {
  { .name = "blanks", .input = " \n\t\n  \n", .error = "there is no text in it" },
  { .name = "no-break-spaces", .input = "\302\240\n", .error = "there is no text in it" },
  { .name = "rss", .input = "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>T</title></channel></rss>",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "atom", .input = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></feed>",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "json-feed", .input = "{ \"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [] }",
    .error = "it is a feed, and feeds cannot be read yet" },
  { .name = "opml", .input = "<?xml version=\"1.0\"?><opml version=\"2.0\"><body/></opml>",
    .error = "it is a list of subscriptions, and these cannot be read yet" },
  { .name = "other-xml", .input = "<?xml version=\"1.0\"?><kml><Document/></kml>",
    .error = "it is XML, but neither a page nor a text" },
};

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);
  reader_table_add ("/read/text/title", titles, G_N_ELEMENTS (titles));
  reader_table_add ("/read/text/date", dates, G_N_ELEMENTS (dates));
  reader_table_add ("/read/text/undated", undated, G_N_ELEMENTS (undated));
  reader_table_add ("/read/text/authors", authors, G_N_ELEMENTS (authors));
  reader_table_add ("/read/text/blocks", blocks, G_N_ELEMENTS (blocks));
  reader_table_add ("/read/text/furniture", furniture, G_N_ELEMENTS (furniture));
  reader_table_add ("/read/text/refused", refused, G_N_ELEMENTS (refused));
  return g_test_run ();
}
