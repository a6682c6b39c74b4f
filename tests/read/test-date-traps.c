/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What looks like a date and is none. What must not be found is held as closely as what must. */

#include "config.h"

#include "date-table.h"

#include <string.h>

#define DAY "2021-06-04"

static const DateRow names[] = {
  { "picture-with-blanks", "en", DAY, "2021-12-08 08 00 07.png", "" },
  { "picture-in-a-sentence-line", "en", DAY, "programme.\n\n2021-12-08 09 48 45.png\n\nModeration", "" },
  { "picture-of-a-camera", "en", DAY, "IMG_20210604.jpg", "" },
  { "picture-of-a-camera-with-time", "en", DAY, "IMG_20210604_083000.jpg", "" },
  { "picture-of-a-messenger", "en", DAY, "WhatsApp Image 2021-06-04 at 11.22.33.jpeg", "" },
  { "screenshot", "en", DAY, "Screenshot 2021-06-04 at 10.15.23.png", "" },
  { "screenshot-in-german", "de", DAY, "Bildschirmfoto 2021-06-04 um 10.15.23.png", "" },
  { "document-glued", "en", DAY, "minutes-2021-06-04.pdf", "" },
  { "document-that-begins-with-its-day", "en", DAY, "2021-06-04 minutes.pdf", "" },
  { "document-with-underscores", "en", DAY, "2021-06-04_minutes.pdf", "" },
  { "document-in-words", "en", DAY, "Report 4 June 2021.pdf", "" },
  { "document-behind-a-sentence-is-no-part-of-it", "en", DAY, "Adopted on 4 June 2021. See minutes.pdf",
    "[4 June 2021] 2021-06-04" },
  { "document-named-behind-the-date", "en", DAY, "the minutes of 4 June 2021 are in minutes.pdf",
    "[4 June 2021] 2021-06-04" },
  { "windows-path", "en", DAY, "C:\\2021-06-04\\x", "" },
  { "address", "en", DAY, "https://example.org/2021/06/04/news", "" },
  { "address-with-words", "en", DAY, "https://example.org/4-june-2021", "" },
  { "address-without-scheme", "en", DAY, "example.org/2021/06/04/news", "" },
  { "address-with-query", "en", DAY, "example.org/?day=2021-06-04", "" },
  { "address-path-alone", "en", DAY, "/2021/06/04/", "" },
  { "date-behind-an-address", "en", DAY, "https://example.org/a 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "mail-address", "en", DAY, "june.2021@example.org", "" },
  { "tag", "en", DAY, "#2021-06-04", "" },
};

static const DateRow numbers[] = {
  { "version", "en", DAY, "version 1.2.2021", "" },
  { "version-with-letter", "en", DAY, "v1.2.2021", "" },
  { "version-abbreviated", "en", DAY, "ver. 1.2.2021", "" },
  { "version-of-four-numbers", "en", DAY, "1.2.2021.4", "" },
  { "network-address", "en", DAY, "192.168.1.1", "" },
  { "phone", "en", DAY, "Tel. +49 30 04-06-2021", "" },
  { "phone-with-label", "en", DAY, "phone: 04-06-2021", "" },
  { "phone-of-blocks", "en", DAY, "0212 04-06-2021-55", "" },
  { "isbn", "en", DAY, "ISBN 978-3-16-148410-0", "" },
  { "isbn-that-looks-like-years", "en", DAY, "ISSN 2015-2021", "" },
  { "price", "en", DAY, "for €4.06.2021", "" },
  { "price-of-thousands", "en", DAY, "June 2,000 euros", "" },
  { "age", "en", DAY, "aged 12, 13 and 14", "" },
  { "score", "en", DAY, "won 3-2", "" },
  { "always", "en", DAY, "open 24/7", "" },
  { "halves", "en", DAY, "shared 50/50", "" },
  { "fraction-of-a-day", "en", DAY, "9/11 and 1/2", "" },
  { "month-and-year-in-digits", "en", DAY, "Regulation 06/2021", "" },
  { "paragraph", "en", DAY, "§ 4.6.2021", "" },
  { "ratio", "en", DAY, "1:2021", "" },
  { "clock", "en", DAY, "at 20:21", "" },
  { "temperature", "it", DAY, "25° a Roma", "" },
  { "many-digits", "en", DAY, "20210604083000 and 123456789012", "" },
  { "sum", "en", DAY, "2021+06+04", "" },
};

static const DateRow calendar[] = {
  { "thirty-first-of-june", "en", DAY, "31 June 2021", "" },
  { "thirty-first-of-june-month-first", "en", DAY, "June 31, 2021", "" },
  { "thirty-first-of-june-without-year", "en", DAY, "on 31 June", "" },
  { "leap-day-of-a-common-year", "en", DAY, "29 February 2021", "" },
  { "leap-day-of-a-century", "en", DAY, "29 February 1900", "" },
  { "thirtieth-of-february", "fr", DAY, "30 février 2020", "" },
  { "zeroth", "en", DAY, "0 June 2021 is", "[June 2021] 2021-06" },
  { "digits", "de", DAY, "31.06.2021, 29.02.2021, 00.06.2021, 04.13.2021, 32.01.2021", "[04.13.2021] 2021-04-13" },
  { "digits-both-too-large", "en", DAY, "13/14/2021", "" },
  { "iso", "en", DAY, "2021-06-31 2021-13-01 2021-00-10 2021-06-00", "" },
  { "range-end", "en", DAY, "29-31 June 2021", "" },
};

static const DateRow words[] = {
  { "may-is-a-verb", "en", DAY, "May I ask? You may 2 times.", "" },
  { "may-before-a-number", "en", DAY, "there may 20 come", "" },
  { "march-is-a-verb", "en", DAY, "the March on Washington; we march 2021 times", "" },
  { "mars-is-a-planet", "en", DAY, "the Mars 2020 rover and Mars 4", "" },
  { "mart-is-a-shop", "en", DAY, "at the Mart 2020", "" },
  { "month-alone", "en", DAY, "in June, in Sept. and in Dec", "" },
  { "months-alone-in-turkish", "tr", DAY, "Mart ayında ve Ocak’ta", "" },
  { "month-with-a-count", "en", DAY, "In June 12 cities joined", "" },
  { "month-with-people", "en", DAY, "On June 12 people came", "" },
  { "month-with-time", "en", DAY, "in June 4:30", "" },
  { "second-is-no-day", "en", DAY, "a second June", "" },
  { "street-in-french", "fr", DAY, "rue du 4 Septembre", "" },
  { "street-in-spanish", "es", DAY, "Plaza 25 de Mayo", "" },
  { "street-in-italian", "it", DAY, "in via 4 Novembre", "" },
  { "street-in-german", "de", DAY, "Straße des 17. Juni", "" },
  { "street-in-portuguese", "pt", DAY, "Rua 25 de Abril", "" },
  { "number-in-brackets", "en", DAY, "(2021)", "" },
  { "edition", "en", DAY, "the 3rd Mayors Summit", "" },
  { "roman-numeral", "en", DAY, "Yaoundé II (Cameroon)", "" },
  { "pandemic", "en", DAY, "COVID-19 pandemic", "" },
  { "workshop-number", "en", DAY, "Thematic workshop 3 : Promoting", "" },
  { "list-numbers", "en", DAY, "1) Building, 2) Fostering and 3) Promoting", "" },
  { "sun-and-sat-are-words", "en", DAY, "the sun sat 4 hours", "" },
  { "word-that-holds-a-month", "en", DAY, "Mayor 4 2021, Juneau 2021, Augusta 4, 2021", "" },
  { "nothing", "en", DAY, "", "" },
  { "blanks", "en", DAY, " \n\t\n ", "" },
};

/* The length is the caller's: bytes that end inside a character, or are none, are no date and no harm. */
static void
test_bad_bytes (void)
{
  static const char *const texts[] = { "4 juin 2021 \303", "\377\376 4 June 2021", "4\302 June 2021", "f\303vrier", "\360\237\230" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (gsize length = 0; length <= strlen (texts[i]); length++)
        {
          g_autofree char *copy = g_memdup2 (texts[i], MAX (length, 1));
          g_autoptr (GArray) matches = cn_date_reader_find (copy, length, "fr", CN_DATE_NONE);
          g_autofree char *found = date_table_describe (copy, length, matches);

          g_assert_nonnull (found);
        }
    }
}

static void
test_null_text (void)
{
  g_autoptr (GArray) matches = cn_date_reader_find (NULL, 0, NULL, CN_DATE_NONE);

  g_assert_cmpuint (matches->len, ==, 0);
}

/* Twice the text must not take four times as long: what the worst inputs of the grammars cost is counted, not timed. */
static void
test_many_dates_are_bounded (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) matches = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "4 June 2021; ");

  matches = cn_date_reader_find (text->str, text->len, "en", CN_DATE_NONE);
  g_assert_cmpuint (matches->len, >=, 10000);
  g_assert_cmpuint (matches->len, <=, 30000);
}

int
main (int    argc,
      char **argv)
{
  date_table_init (&argc, &argv);

  date_table_add ("/read/date/trap/name", names, G_N_ELEMENTS (names));
  date_table_add ("/read/date/trap/number", numbers, G_N_ELEMENTS (numbers));
  date_table_add ("/read/date/trap/calendar", calendar, G_N_ELEMENTS (calendar));
  date_table_add ("/read/date/trap/word", words, G_N_ELEMENTS (words));
  g_test_add_func ("/read/date/trap/bytes-that-are-no-text", test_bad_bytes);
  g_test_add_func ("/read/date/trap/no-text-at-all", test_null_text);
  g_test_add_func ("/read/date/trap/more-dates-than-anybody-reads-are-bounded", test_many_dates_are_bounded);

  return g_test_run ();
}
