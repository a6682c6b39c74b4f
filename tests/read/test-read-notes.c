/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain texts with what people type besides words: bullets, numbers, rules, labels, names under a text, file names. */

#include "config.h"

#include "reader-table.h"

#define BODY "The two towns have agreed on a plan for the riverside, and the council will vote on it before the summer, " \
             "because the banks are washed away a little further in every winter."

#define FIVE BODY "\n\n" BODY "\n\n" BODY "\n\n" BODY "\n\n" BODY

#define NOTE(list) "Towns agree on the river\n\n" BODY "\n\n" list "\n\n" BODY "\n"

static const ReaderRow lists[] = {
  { .name = "bullets-of-all-signs",
    .input = NOTE ("- One\n* Two\n+ Three\n• Four\n‣ Five\n◦ Six\n⁃ Seven\n· Eight\n▪ Nine\n● Ten\n○ Eleven\n■ Twelve\n"
                   "– Thirteen\n— Fourteen\n➢ Fifteen"),
    .html = "<ul><li>One</li><li>Two</li><li>Three</li><li>Four</li><li>Five</li><li>Six</li><li>Seven</li><li>Eight</li>"
            "<li>Nine</li><li>Ten</li><li>Eleven</li><li>Twelve</li><li>Thirteen</li><li>Fourteen</li>"
            "<li>Fifteen</li></ul>" },
  { .name = "numbers-of-all-sorts", .input = NOTE ("1. One\n2. Two\n\n1) Three\n2) Four\n\n(1) Five\n(2) Six"),
    .html = "<ol><li>One</li><li>Two</li>|<li>Three</li><li>Four</li>|<li>Five</li><li>Six</li>" },
  { .name = "number-of-four-digits", .input = NOTE ("2021. A year"), .html = "<h2>2021. A year</h2>" },
  { .name = "number-zero", .input = NOTE ("0. Nothing"), .html = "<h2>0. Nothing</h2>" },
  { .name = "number-without-words", .input = NOTE ("1."), .html = "<p>1.</p>" },
  { .name = "number-with-a-colon", .input = NOTE ("1: One"), .html = "<h2>1: One</h2>" },
  { .name = "number-without-a-blank", .input = NOTE ("1.One"), .html = "<h2>1.One</h2>" },
  { .name = "number-that-begins-a-day", .input = NOTE ("4. Juni 2021"), .html = "<p>4. Juni 2021</p>" },
  { .name = "number-before-a-year", .input = NOTE ("1. The plan of 2021 is old\n2. The plan of 2022 is new"),
    .html = "<ol><li>The plan of 2021 is old</li><li>The plan of 2022 is new</li></ol>" },
  { .name = "numbers-that-do-not-follow", .input = NOTE ("1. One\n5. Five"), .html = "<li>One</li></ol><h2>5. Five</h2>" },
  { .name = "minus-is-no-bullet", .input = NOTE ("-5 degrees in winter"), .html = "<p>-5 degrees in winter</p>" },
  { .name = "lists-by-their-indents", .input = NOTE ("- One\n    - Two\n        - Three\n    - Four\n- Five"),
    .html = "<ul><li>One<ul><li>Two<ul><li>Three</li></ul></li><li>Four</li></ul></li><li>Five</li></ul>" },
  { .name = "bullets-and-numbers-in-one-list", .input = NOTE ("- One\n1. Two\n2. Three\n- Four"),
    .html = "<ul><li>One</li></ul><ol><li>Two</li><li>Three</li></ol><ul><li>Four</li></ul>" },
  { .name = "list-that-moves-left", .input = NOTE ("    - One\n  - Two\n- Three"),
    .html = "<ul><li>One</li><li>Two</li><li>Three</li></ul>" },
  { .name = "rules", .input = NOTE ("===\n---\n___\n***\n~~~\n###"), .blocks = "title Towns agree on the river\np " BODY "\np "
    BODY "\n" },
  { .name = "too-short-for-a-rule", .input = NOTE ("--"), .own = "--" },
  { .name = "marks-of-headings", .input = NOTE ("# One\n\n###### Six\n\n####### Seven\n\n#None\n\n#"),
    .own = "####### Seven|#None", .html = "<h1>One</h1><h6>Six</h6>" },
};

static const ReaderRow addresses[] = {
  { .name = "in-brackets", .input = NOTE ("See (https://example.org/a)."),
    .html = "See (<a href=\"https://example.org/a\">https://example.org/a</a>)." },
  { .name = "in-quotation-marks", .input = NOTE ("See \"https://example.org/a\"!"),
    .html = "<a href=\"https://example.org/a\">https://example.org/a</a>&quot;!" },
  { .name = "in-angles", .input = NOTE ("See <https://example.org/a>"),
    .html = "&lt;<a href=\"https://example.org/a\">https://example.org/a</a>&gt;" },
  { .name = "in-curly-quotation-marks", .input = NOTE ("See “https://example.org/a”"),
    .html = "“<a href=\"https://example.org/a\">https://example.org/a</a>”" },
  { .name = "glued-to-a-word", .input = NOTE ("See xhttps://example.org/a there"), .html = "<h2>See xhttps://example.org/a there</h2>" },
  { .name = "without-a-host", .input = NOTE ("See https://?x=1234 there"), .html = "<h2>See https://?x=1234 there</h2>" },
  { .name = "word-that-begins-like-one", .input = NOTE ("The http protocol"), .html = "<h2>The http protocol</h2>" },
  { .name = "on-a-line-of-its-own", .input = "https://example.org/a\n\nTowns agree on the river\n\n" BODY "\n",
    .title = "Towns agree on the river" },
};

static const ReaderRow titles[] = {
  { .name = "labelled", .input = "News\nTitle: Towns agree\n\n" BODY "\n", .title = "Towns agree" },
  { .name = "labelled-in-quotation-marks", .input = "Title: \"Towns agree\"\n\n" BODY "\n", .title = "Towns agree" },
  { .name = "labelled-with-one-quotation-mark", .input = "Title: \"Towns agree\n\n" BODY "\n", .title = "\"Towns agree" },
  { .name = "labelled-with-nothing", .input = "Title:\n\n" BODY "\n", .title = "Title:" },
  { .name = "subject-above-the-headline", .input = "Subject: River\n\nTowns agree on the river\n\n" BODY "\n",
    .title = "Towns agree on the river" },
  { .name = "subject-above-a-line-with-a-stop", .input = "Subject: River\n\nDear all, here it is.\n\n" BODY "\n",
    .title = "River" },
  { .name = "subject-twice", .input = "Subject: River\nSubject: Banks\n\n" BODY "\n", .title = "River" },
  { .name = "long-sentence-is-none", .input = BODY "\n\n" BODY "\n", .title = "-" },
  { .name = "rubric-above-a-long-sentence", .input = "News\n\n" BODY "\n", .title = "News" },
  { .name = "two-rubrics", .input = "News\n\nPress release\n\n" BODY "\n", .title = "News" },
  { .name = "bullet-is-none", .input = "- One\n- Two\n\nTowns agree on the river\n\n" BODY "\n",
    .title = "Towns agree on the river" },
  { .name = "wrapped-on-three-lines", .input = "Towns agree on the river\nand on its banks\nand on more\nand more\n\n" BODY "\n",
    .title = "Towns agree on the river and on its banks and on more" },
  { .name = "not-wrapped-behind-a-stop", .input = "Towns agree!\nand on its banks\n\n" BODY "\n", .title = "Towns agree!" },
  { .name = "of-a-line-with-a-bar", .input = "Towns agree | 4 June 2021 | " BODY "\n", .title = "Towns agree" },
  { .name = "of-a-line-with-a-long-dash", .input = "Towns agree — 4 June 2021 — " BODY "\n", .title = "Towns agree" },
  { .name = "of-a-line-without-a-day", .input = "Towns agree — at last — " BODY "\n", .title = "-" },
  { .name = "of-a-line-that-begins-with-one-word", .input = "River – 4 June 2021 – " BODY "\n", .title = "-" },
  { .name = "section-above-a-headline-with-a-stop", .input = "Culture\nTowns agree on the river.\n\n" BODY "\n",
    .title = "Culture" },
  { .name = "section-above-a-short-headline", .input = "Culture\nTowns agree\n\n" BODY "\n", .title = "Culture" },
  { .name = "section-above-a-headline-and-its-day", .input = "Culture\nTowns agree on the river\n4 June 2021\n\n" BODY "\n",
    .title = "Towns agree on the river", .published = "2021-06-04" },
};

static const ReaderRow names[] = {
  { .name = "above-the-day", .input = "Towns agree on the river\n\nErika Muster\n\n4 June 2021\n\n" BODY "\n",
    .authors = "Erika Muster" },
  { .name = "with-a-tagline", .input = "Towns agree on the river\n\nErika Muster\nwrites about rivers\n\n" BODY "\n",
    .authors = "Erika Muster" },
  { .name = "with-a-list-below", .input = "Towns agree on the river\n\nErika Muster\n- One\n- Two\n\n" BODY "\n",
    .authors = "-" },
  { .name = "alone", .input = "Towns agree on the river\n\nErika Muster\n\n" BODY "\n", .authors = "-" },
  { .name = "of-whom-the-headline-speaks",
    .input = "Erika Muster on the river\n\nErika Muster\n\n4 June 2021\n\n" BODY "\n", .authors = "-" },
  { .name = "of-whom-the-article-speaks",
    .input = "Towns agree on the river\n\nErika Muster\n\n4 June 2021\n\n" BODY " So says Erika Muster.\n", .authors = "-" },
  { .name = "two-signatures", .input = "Towns agree on the river\n\n" BODY "\n\nErika Muster, Editor\nMax Beispiel, Writer\n",
    .authors = "Max Beispiel + Erika Muster" },
  { .name = "signature-and-telephone", .input = "Towns agree on the river\n\n" BODY "\n\nErika Muster, Editor\n555 000 111\n",
    .authors = "Erika Muster" },
  { .name = "signature-above-furniture",
    .input = "Towns agree on the river\n\n" BODY "\n\nErika Muster, Editor\n\nPrint\n", .authors = "Erika Muster",
    .furniture = "navigation=Print" },
};

static const ReaderRow days[] = {
  { .name = "under-a-label-with-a-colon", .input = "Towns agree on the river\n\nPublication date:\n4 June 2021\n\n" BODY "\n",
    .published = "2021-06-04" },
  { .name = "under-a-label-of-a-change", .input = "Towns agree on the river\n\nLast updated:\n4 June 2021\n\n" BODY "\n",
    .published = "-", .updated = "2021-06-04" },
  { .name = "under-a-label-of-an-event", .input = "Towns agree on the river\n\nDeadline:\n4 June 2021\n\n" BODY "\n",
    .published = "-" },
  { .name = "under-a-label-that-is-none", .input = "Towns agree on the river\n\nGood news:\n4 June 2021\n\n" BODY "\n",
    .published = "2021-06-04" },
  { .name = "in-brackets-of-the-headline", .input = "Two towns agree on the river at last (published 4 June 2021)\n\n" BODY "\n",
    .title = "Two towns agree on the river at last", .published = "2021-06-04" },
  { .name = "of-an-event-in-brackets-of-the-headline", .input = "Two towns walk along the river (4 June 2021)\n\n" BODY "\n",
    .title = "Two towns walk along the river (4 June 2021)", .published = "-" },
  { .name = "in-brackets-behind-another-day",
    .input = "5 June 2021\n\nTwo towns agree on the river at last (published 4 June 2021)\n\n" BODY "\n",
    .title = "Two towns agree on the river at last",
    .published = "2021-06-05" },
  { .name = "of-a-month-at-the-end", .input = "Towns agree on the river\n\n" FIVE "\n\n" FIVE "\n\nJune 2021\n", .published = "-" },
  { .name = "behind-three-lines-at-the-end",
    .input = "Towns agree on the river\n\n" FIVE "\n\n" FIVE "\n\n4 June 2021\n\nWith regards\n\nThe mayors\n\nOf both towns\n",
    .published = "-" },
};

static const ReaderRow furniture[] = {
  { .name = "picture-of-a-camera", .input = NOTE ("IMG_2034"), .furniture = "caption=IMG_2034" },
  { .name = "picture-of-another-camera", .input = NOTE ("DSC_0123"), .furniture = "caption=DSC_0123" },
  { .name = "picture-of-a-third-camera", .input = NOTE ("DSC01234"), .furniture = "caption=DSC01234" },
  { .name = "picture-by-its-suffix", .input = NOTE ("The Old Bridge.JPEG"), .furniture = "caption=The Old Bridge.JPEG" },
  { .name = "slug-with-underlines", .input = NOTE ("old_bridge_2"), .furniture = "caption=old_bridge_2" },
  { .name = "hyphen-at-the-end-is-no-slug", .input = NOTE ("bridge-"), .own = "bridge-" },
  { .name = "number-with-hyphens-is-no-slug", .input = NOTE ("12-34"), .own = "12-34" },
  { .name = "word-is-no-slug", .input = NOTE ("bridges"), .own = "bridges" },
  { .name = "credited-caption", .input = NOTE ("The bridge at dusk. Photo: Erika Muster"),
    .furniture = "caption=The bridge at dusk. Photo: Erika Muster" },
  { .name = "long-paragraph-with-a-credit", .input = NOTE (BODY " So it is. Photo: Erika Muster"), .own = "So it is. Photo" },
  { .name = "rest-of-a-page",
    .input = "Towns agree on the river\n\n" BODY "\n\nRelated articles\n\nBridge closed\n\n© 2021 Example Town\n\nThe end\n",
    .furniture = "related-links=Bridge closed|related-links=© 2021 Example Town|related-links=The end" },
  { .name = "first-words-are-no-rest", .input = "Related articles\n\nTowns agree on the river\n\n" BODY "\n",
    .own = "Towns agree on the river" },
};

/* Paragraphs that are too short for body text unless they end as sentences do. */
#define SHORT "Nobody was against it, says the office for the river, which drew the plan"

static const ReaderRow sentences[] = {
  { .name = "with-a-stop", .input = "Towns agree on the river\n\n" SHORT ".\n\nErika Muster\n\n4 June 2021\n", .authors = "-" },
  { .name = "with-a-call", .input = "Towns agree on the river\n\n" SHORT "!\n\nErika Muster\n\n4 June 2021\n", .authors = "-" },
  { .name = "with-a-question", .input = "Towns agree on the river\n\n" SHORT "?\n\nErika Muster\n\n4 June 2021\n",
    .authors = "-" },
  { .name = "with-an-ellipsis", .input = "Towns agree on the river\n\n" SHORT "…\n\nErika Muster\n\n4 June 2021\n",
    .authors = "-" },
  { .name = "with-a-quotation-mark", .input = "Towns agree on the river\n\n" SHORT "”\n\nErika Muster\n\n4 June 2021\n",
    .authors = "-" },
  { .name = "with-a-guillemet", .input = "Towns agree on the river\n\n" SHORT "»\n\nErika Muster\n\n4 June 2021\n",
    .authors = "-" },
  { .name = "with-a-bracket", .input = "Towns agree on the river\n\n" SHORT ")\n\nErika Muster\n\n4 June 2021\n",
    .authors = "-" },
  { .name = "with-a-semicolon", .input = "Towns agree on the river\n\n" SHORT ";\n\nErika Muster\n\n4 June 2021\n",
    .authors = "-" },
  { .name = "with-nothing", .input = "Towns agree on the river\n\n" SHORT "\n\nErika Muster\n\n4 June 2021\n",
    .authors = "Erika Muster" },
};

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);

  reader_table_add ("/read/notes/list", lists, G_N_ELEMENTS (lists));
  reader_table_add ("/read/notes/address", addresses, G_N_ELEMENTS (addresses));
  reader_table_add ("/read/notes/title", titles, G_N_ELEMENTS (titles));
  reader_table_add ("/read/notes/name", names, G_N_ELEMENTS (names));
  reader_table_add ("/read/notes/day", days, G_N_ELEMENTS (days));
  reader_table_add ("/read/notes/furniture", furniture, G_N_ELEMENTS (furniture));
  reader_table_add ("/read/notes/sentence", sentences, G_N_ELEMENTS (sentences));
  return g_test_run ();
}
