/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Single lines: what a line with a date says, who a byline names, what stands above a headline, which day "04/06/2021"
 * is. */

#include "config.h"

#include "cn-byline.h"
#include "cn-date-line.h"
#include "cn-headline.h"
#include "reader-table.h"

#include <string.h>

/**
 * LineRow:
 * @name: what the row is about, as the end of a test's path
 * @text: the line
 * @expected: what comes out, in words
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} LineRow;

/* "plain [words] day", and behind it the day of the last change after "~" and the writers after "by". */
static const LineRow date_lines[] = {
  { "bar", "News | 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "middle-dot", "News · 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "bullet", "News • 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "slash", "News / 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "dashes", "News – 4 June 2021 — Riverside", "plain [4 June 2021] 2021-06-04" },
  { "hyphen", "Riverside - 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "hyphen-behind", "4 June 2021 - Riverside", "plain [4 June 2021] 2021-06-04" },
  { "semicolon", "Riverside; 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "colon", "Riverside: 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "brackets", "Riverside (4 June 2021)", "plain [4 June 2021] 2021-06-04" },
  { "square-brackets", "Riverside [4 June 2021]", "plain [4 June 2021] 2021-06-04" },
  { "guillemets", "News › Riverside » 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "guillemet-before-a-byline",
    "News › by Anna Example » 4 June 2021",
    "plain [4 June 2021] 2021-06-04 by Anna Example" },
  { "greater-than", "News > 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "line-feed", "Riverside\n4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "stars", "* 4 June 2021 *", "plain [4 June 2021] 2021-06-04" },
  { "underlines", "_Riverside_ 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "tab", "Riverside\t4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "circle", "● 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "hash", "4 June 2021 #Riverside", "plain [4 June 2021] 2021-06-04" },
  { "clock-with-a-point", "4 June 2021, 14.30", "plain [4 June 2021] 2021-06-04" },
  { "clock-with-an-h", "4 June 2021, 14h30", "plain [4 June 2021] 2021-06-04" },
  { "clock-with-h-behind", "4 June 2021, 14:30h", "plain [4 June 2021] 2021-06-04" },
  { "clock-with-a-half-of-the-day", "4 June 2021 2:30 pm", "plain [4 June 2021] 2021-06-04" },
  { "clock-with-another-half", "4 June 2021 9:30 am", "plain [4 June 2021] 2021-06-04" },
  { "clock-with-glued-half", "4 June 2021 | 2:30pm", "plain [4 June 2021] 2021-06-04" },
  { "clock-in-german", "4 June 2021 14 Uhr", "plain [4 June 2021] 2021-06-04" },
  { "clock-without-anything", "4 June 2021 | 1430", "plain [4 June 2021] 2021-06-04" },
  { "clock-and-more", "4 June 2021 | 14:30x and more words than a name has", "none" },
  { "number-that-is-no-clock", "14302 visitors on 4 June 2021", "none" },
  { "clocks-from-to", "4 June 2021, 14:30 - 16:00", "event [4 June 2021] 2021-06-04" },
  { "clocks-too-many", "Published 4 June 2021 | 14:30 | 15:00 | 16:00", "event [4 June 2021] 2021-06-04" },
  { "clock-and-plus", "4 June 2021 | 14:30 + 5 comments", "plain [4 June 2021] 2021-06-04" },
  { "reading-time", "4 June 2021 | 5 min read", "plain [4 June 2021] 2021-06-04" },
  { "update-of-the-same-day", "4 June 2021 12:45h Updated at 16:20h", "plain [4 June 2021] 2021-06-04" },
  { "update-without-a-clock", "4 June 2021 12:45h Updated today", "none" },
  { "update-with-two-clocks", "4 June 2021 12:45h Updated at 16:20h 17:30h", "none" },
  { "updated-behind", "4 June 2021, updated", "updated [4 June 2021] ~2021-06-04" },
  { "published-behind", "4 June 2021 published", "published [4 June 2021] 2021-06-04" },
  { "published-and-updated-behind", "Published on 4 June 2021, updated", "published [4 June 2021] 2021-06-04" },
  { "published-and-published-behind", "Published on 4 June 2021 | posted", "published [4 June 2021] 2021-06-04" },
  { "published-plain-and-updated",
    "4 June 2021 | Updated 5 June 2021",
    "plain [4 June 2021] 2021-06-04 ~2021-06-05" },
  { "published-twice", "Published on 4 June 2021 | Posted on 5 June 2021", "published [4 June 2021] 2021-06-04" },
  { "plain-twice", "4 June 2021 | 5 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "plain-before-published", "4 June 2021 | Published on 5 June 2021", "published [5 June 2021] 2021-06-05" },
  { "updated-twice", "Updated 4 June 2021 | Last updated 5 June 2021", "updated [4 June 2021] ~2021-06-05" },
  { "too-many-days", "4 June 2021 | 5 June 2021 | 6 June 2021 | 7 June 2021", "none" },
  { "event-label", "Deadline: 4 June 2021", "event [4 June 2021] 2021-06-04" },
  { "event-label-behind", "4 June 2021 | deadline", "event [4 June 2021] 2021-06-04" },
  { "range", "4–6 June 2021", "event [4–6 June 2021] 2021-06-04" },
  { "list-of-days", "4, 5 and 8 June 2021", "event [4, 5 and 8 June 2021] 2021-06-04" },
  { "about-a-day", "around 4 June 2021", "none" },
  { "swapped-day", "04/06/2021", "plain [04/06/2021] 2021" },
  { "yesterday", "Yesterday", "none" },
  { "day-without-its-year-and-with-it", "June 4th | 2021-06-04", "none" },
  { "byline-before", "By Anna Example | 4 June 2021", "plain [4 June 2021] 2021-06-04 by Anna Example" },
  { "byline-behind", "4 June 2021 by Anna Example", "plain [4 June 2021] 2021-06-04 by Anna Example" },
  { "byline-in-a-section",
    "by Anna Example in News | 4 June 2021",
    "plain [4 June 2021] 2021-06-04 by Anna Example" },
  { "byline-on-a-day",
    "Posted by Anna Example on 4 June 2021",
    "published [4 June 2021] 2021-06-04 by Anna Example" },
  { "byline-of-two",
    "by Anna Example and Ben Sample, 4 June 2021",
    "plain [4 June 2021] 2021-06-04 by Anna Example + Ben Sample" },
  { "byline-that-never-ends",
    "by the people who keep the old bridge over the river in good order every year | 4 June 2021",
    "none" },
  { "name-set-off", "Anna Example | 4 June 2021", "plain [4 June 2021] 2021-06-04 by Anna Example" },
  { "place-with-a-comma", "Anna Example, 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "place-with-an-article", "Le Havre, le 4 juin 2021", "published [4 juin 2021] 2021-06-04" },
  { "small-words", "walks along the river | 4 June 2021", "none" },
  { "question", "Walks? | 4 June 2021", "none" },
  { "call", "Walks! | 4 June 2021", "none" },
  { "quotation", "The \"Walks\" | 4 June 2021", "none" },
  { "curly-quotation", "The “Walks” | 4 June 2021", "none" },
  { "no-break-space", "Old Bridge | 4 June 2021", "plain [4 June 2021] 2021-06-04 by Old Bridge" },
  { "number-first", "3rd Walk | 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "five-words", "The Old Bridge At Night | 4 June 2021", "none" },
  { "rubric-with-a-number", "Press release no. 12 of 4 June 2021", "plain [4 June 2021] 2021-06-04" },
  { "rubric-of-another-language", "Comunicato stampa n. 88 del 4 giugno 2021", "plain [4 giugno 2021] 2021-06-04" },
  { "empty", "", "none" },
};

static const LineRow datelines[] = {
  { "place-and-day", "ISTANBUL, 4 June 2021 – The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "place-and-article",
    "Paris, le 4 juin 2021 - Les villes ont trouvé un accord.",
    "plain [4 juin 2021] 2021-06-04" },
  { "place-and-dash", "LONDON – 4 June 2021 – The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "place-and-long-dash", "LONDON — 4 June 2021 — The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "place-and-no-break-space", "LONDON, 4 June 2021: The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "place-in-letters-of-its-own",
    "München, 4. Juni 2021 – Die Städte sind einig.",
    "plain [4. Juni 2021] 2021-06-04" },
  { "place-that-ends-in-a-letter-beyond-ascii", "Malmö 4 June 2021 – The towns have agreed.", "none" },
  { "day-alone", "4 June 2021 – The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "day-in-brackets", "Brussels (4 June 2021) – The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "rubric-and-day", "Press release 4 June 2021 – The towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "label-and-day", "Published on 4 June 2021: the towns have agreed.", "plain [4 June 2021] 2021-06-04" },
  { "place-without-a-sign", "Brussels 4 June 2021 – The towns have agreed.", "none" },
  { "place-and-words", "Brussels, today 4 June 2021 – The towns have agreed.", "none" },
  { "sentence", "the towns agreed, 4 June 2021 – and went home.", "none" },
  { "month", "BRUSSELS, June 2021 – The towns have agreed.", "none" },
  { "range", "BRUSSELS, 4–6 June 2021: The towns have agreed.", "none" },
  { "words-behind-the-day", "BRUSSELS, 4 June 2021 at noon – The towns have agreed.", "none" },
  { "two-days", "BRUSSELS, 4 June 2021, 5 June 2021 – The towns have agreed.", "none" },
  { "no-dash", "BRUSSELS, 4 June 2021 The towns have agreed.", "none" },
};

/* The writers, "nobody" for a byline that names none, "-" for a line that is no byline. */
static const LineRow bylines[] = {
  { "one", "By Anna Example", "Anna Example" },
  { "two", "by Anna Example and Ben Sample", "Anna Example + Ben Sample" },
  { "with-a-comma", "By Anna Example, Ben Sample", "Anna Example + Ben Sample" },
  { "the-same-twice", "By Anna Example and Anna Example", "Anna Example" },
  { "a-longer-name-of-the-same-beginning",
    "By Anna Example-Sample and Anna Example",
    "Anna Example-Sample + Anna Example" },
  { "with-a-role", "By Anna Example, editor of the bulletin", "Anna Example" },
  { "with-blanks", "Author:   Anna Example ;", "Anna Example" },
  { "german", "Von Anna Beispiel und Bernd Muster", "Anna Beispiel + Bernd Muster" },
  { "with-a-title", "By Dr. Anna Example", "Dr. Anna Example" },
  { "with-particles", "By Anna van der Example", "Anna van der Example" },
  { "with-an-initial", "By Anna B. Example", "Anna B. Example" },
  { "with-a-no-break-space", "By Anna Example", "Anna Example" },
  { "with-an-apostrophe", "By Anna d'Example and Ben O’Sample", "Anna d'Example + Ben O’Sample" },
  { "office", "Written by the press office", "nobody" },
  { "account", "By admin", "nobody" },
  { "account-with-a-number", "By siteadmin2", "nobody" },
  { "team", "By the web team", "nobody" },
  { "redaktion", "Von der Stadtredaktion", "nobody" },
  { "pressestelle", "Von der Pressestelle der Stadt", "nobody" },
  { "communications", "By Example Communications", "nobody" },
  { "label-alone", "Written by", "-" },
  { "label-and-marks", "By: ,", "-" },
  { "sentence", "By the river stands a house", "-" },
  { "no-label", "Anna Example", "-" },
  { "too-long",
    "By Anna Example and all those others who have helped to write this long text about the river, the two "
    "towns, the bridge, the banks, the gardens, the council and the vote that will be held before the summer",
    "-" },
};

/* Behind the bar the text in which the words of bodies stand. */
static const LineRow signatures[] = {
  { "with-a-comma", "Anna Example, Staff Writer", "Anna Example" },
  { "without-a-sign", "Anna Example Staff Writer", "Anna Example" },
  { "with-a-dash", "Anna Example – Editor", "Anna Example" },
  { "with-a-long-dash", "Anna Example — Editor", "Anna Example" },
  { "with-a-hyphen", "Anna Example - Editor", "Anna Example" },
  { "with-a-body", "Anna Example River Board Editor || the River Board has met", "Anna Example" },
  { "with-a-body-that-is-unknown", "Anna Example Riverton Reporter", "Anna Example Riverton" },
  { "with-a-body-that-is-no-name", "Anna Example Press Editor", "Anna Example" },
  { "twice-the-role", "Anna Example, Editor in the town", "-" },
  { "role-alone", "Editor", "-" },
  { "one-name", "Anna, Editor", "-" },
  { "no-role", "Anna Example, Baker", "-" },
  { "sentence", "the editor and the writer", "-" },
  { "nobody", "anna example editor", "-" },
  { "far-behind", "Anna Example And Nine Other People Who Helped Her Staff Writer", "-" },
  { "empty", "", "-" },
};

static const LineRow names[] = {
  { "two-words", "Anna Example", "name" },
  { "one-word", "Anna", "-" },
  { "small", "anna example", "-" },
  { "shouted", "ANNA EXAMPLE", "name" },
  { "digits", "Anna 2nd", "-" },
  { "stop-at-the-end", "Anna Sentence.", "-" },
  { "initial", "Anna E.", "name" },
  { "initials", "A.B. Example", "name" },
  { "short-title", "Prof. Anna Example", "name" },
  { "title-alone", "Dr.", "-" },
  { "seven-words", "Anna Bea Cleo Dora Emma Fay Gil", "-" },
  { "particle-at-the-end", "Anna van", "-" },
  { "combining-mark", "Ánna Éxample", "name" },
  { "hyphens", "Anna-Bea Example‐Sample", "name" },
  { "apostrophes", "Anna O'Example", "name" },
  { "curly-apostrophe", "Anna d’Example", "name" },
  { "greek", "Άννα Παράδειγμα", "name" },
  { "turkish", "İpek Örnek", "name" },
  { "arabic", "أمل مثال", "name" },
  { "tab", "Anna\tExample", "name" },
  { "body", "Example Council", "-" },
  { "marks", "Anna & Example", "-" },
  { "question", "Anna Example?", "-" },
  { "empty", "", "-" },
  { "too-long",
    "Anna Examplewithanamethatislongerthananybodyseverwasbecauseitgoesonandonandnevereverends Sample",
    "-" },
};

static const LineRow headlines[] = {
  { "rubric", "News", "kicker" },
  { "rubric-with-a-colon", "News:", "kicker" },
  { "rubric-with-blanks-and-colon", "News : ", "kicker" },
  { "rubric-with-a-number", "Press release no. 12", "kicker" },
  { "rubric-with-a-number-and-a-year", "Press release 12/2018", "kicker" },
  { "rubric-with-a-hash", "Press release #12", "kicker" },
  { "rubric-with-a-short-number", "Press release 12", "kicker" },
  { "rubric-with-a-year", "Press release 2018", "-" },
  { "rubric-with-words", "Press release on rivers", "-" },
  { "rubric-with-a-number-and-words", "Press release no. 12 on rivers", "-" },
  { "rubric-with-a-mark-and-a-word", "Press release 12a", "-" },
  { "rubric-and-section", "News - Transport", "kicker" },
  { "rubric-and-section-with-a-bar", "News | City Life", "kicker" },
  { "rubric-and-section-with-a-dash", "News – Transport", "kicker" },
  { "rubric-and-a-long-section", "News - All about the river", "-" },
  { "rubric-and-a-month", "News - June 2021", "-" },
  { "rubric-and-a-day", "News - 4 June 2021", "-" },
  { "site-and-rubric", "Example Town / News", "kicker" },
  { "site-and-rubric-with-a-dot", "Example · News", "kicker" },
  { "long-site-and-rubric", "The Very Old Example Town / News", "-" },
  { "long-line", "News about the river, the two towns, the bridge, the banks, the gardens and more than that", "-" },
  { "trail", "Town › River › Bridges", "trail" },
  { "trail-with-its-headline",
    "Town » River » The two towns have agreed on a plan, and the council votes.",
    "trail" },
  { "trail-with-greater-than", "Town > River > Bridges", "trail" },
  { "trail-with-arrows", "Town → River → Bridges", "trail" },
  { "menu", "Town | River | Bridges", "trail" },
  { "menu-with-slashes", "Town / River / Bridges", "trail" },
  { "menu-with-dots", "Town · River · Bridges", "trail" },
  { "menu-with-a-sentence", "Town | River | The two towns have agreed on a plan, and the council votes.", "-" },
  { "menu-with-a-number", "Town | River | 12", "-" },
  { "menu-with-an-empty-place", "Town | | Bridges", "-" },
  { "menu-with-a-long-name", "Town | River | The Office for Bridges over Rivers and Lakes", "-" },
  { "two-parts", "Town › River", "-" },
  { "two-lines", "Town › River › Bridges\nWeather", "-" },
};

static char *
describe_authors (GPtrArray *authors)
{
  g_ptr_array_add (authors, NULL);
  return g_strjoinv (" + ", (char **) authors->pdata);
}

static char *
describe_date_line (const char *text,
                    CnDateLine  line,
                    GPtrArray  *authors)
{
  static const char *const kinds[] = { "none", "plain", "published", "updated", "event" };
  GString *all = g_string_new (kinds[line.kind]);
  g_autofree char *published = cn_date_to_iso (line.published);
  g_autofree char *updated = cn_date_to_iso (line.updated);
  g_autofree char *names_found = describe_authors (authors);

  if (line.end > line.start)
    g_string_append_printf (all, " [%.*s]", (int) (line.end - line.start), text + line.start);
  if (published != NULL)
    g_string_append_printf (all, " %s", published);
  if (updated != NULL)
    g_string_append_printf (all, " ~%s", updated);
  if (*names_found != '\0')
    g_string_append_printf (all, " by %s", names_found);
  return g_string_free (all, FALSE);
}

static void
test_date_line (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  CnDateLine line = cn_date_line_parse (row->text, strlen (row->text), "en", authors);
  g_autofree char *found = describe_date_line (row->text, line, authors);

  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_dateline (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  CnDateLine line = cn_date_line_parse_dateline (row->text, strlen (row->text), NULL);
  g_autofree char *found = describe_date_line (row->text, line, authors);

  g_assert_cmpstr (found, ==, row->expected);
}

static char *
describe_byline (gboolean   is_byline,
                 GPtrArray *authors)
{
  if (!is_byline)
    {
      g_assert_cmpuint (authors->len, ==, 0);
      return g_strdup ("-");
    }
  return authors->len > 0 ? describe_authors (authors) : g_strdup ("nobody");
}

static void
test_byline (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  gboolean is_byline = cn_byline_parse (row->text, strlen (row->text), authors);
  g_autofree char *found = describe_byline (is_byline, authors);

  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_signature (gconstpointer data)
{
  const LineRow *row = data;
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);
  const char *bar = strstr (row->text, " || ");
  gsize length = bar != NULL ? (gsize) (bar - row->text) : strlen (row->text);
  gboolean is_signature = cn_byline_parse_signed (row->text, length, bar, authors);
  g_autofree char *found = describe_byline (is_signature, authors);

  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_name (gconstpointer data)
{
  const LineRow *row = data;

  g_assert_cmpstr (cn_byline_is_name (row->text, strlen (row->text)) ? "name" : "-", ==, row->expected);
}

static void
test_headline (gconstpointer data)
{
  const LineRow *row = data;
  gsize length = strlen (row->text);

  if (cn_headline_is_kicker (row->text, length))
    g_assert_cmpstr ("kicker", ==, row->expected);
  else
    g_assert_cmpstr (cn_headline_is_trail (row->text, length) ? "trail" : "-", ==, row->expected);
}

static void
test_site_behind (void)
{
  static const struct
  {
    const char *line;
    const char *headline;
    gboolean    expected;
  } rows[] = {
    { "Towns agree | Example", "Towns agree", TRUE },
    { "Towns agree – Example", "Towns agree", TRUE },
    { "Towns agree :: Example", "Towns agree", TRUE },
    { "Towns agree • Example", "Towns agree", TRUE },
    { "Towns agree, Example", "Towns agree", FALSE },
    { "Towns agree", "Towns agree", FALSE },
    { "Towns agree | ", "Towns agree", FALSE },
    { "Towns meet | Example", "Towns agree", FALSE },
    { "Towns agree | Example", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (cn_headline_is_site_behind (rows[i].line, strlen (rows[i].line), rows[i].headline,
                                                 strlen (rows[i].headline)), ==, rows[i].expected);
}

static void
add (const char    *path,
     const LineRow *rows,
     gsize          n_rows,
     GTestDataFunc  func)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *full = g_strconcat (path, "/", rows[i].name, NULL);

      g_test_add_data_func (full, &rows[i], func);
    }
}

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);

  add ("/read/line/date", date_lines, G_N_ELEMENTS (date_lines), test_date_line);
  add ("/read/line/dateline", datelines, G_N_ELEMENTS (datelines), test_dateline);
  add ("/read/line/byline", bylines, G_N_ELEMENTS (bylines), test_byline);
  add ("/read/line/signature", signatures, G_N_ELEMENTS (signatures), test_signature);
  add ("/read/line/name", names, G_N_ELEMENTS (names), test_name);
  add ("/read/line/above-the-headline", headlines, G_N_ELEMENTS (headlines), test_headline);
  g_test_add_func ("/read/line/above-the-headline/with-the-site-behind-it", test_site_behind);
  return g_test_run ();
}
