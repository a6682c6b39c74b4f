/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates with a month in words: the shapes in English, then the same in every language. */

#include "config.h"

#include "date-table.h"

#define DAY "2021-06-04"

static const DateRow english[] = {
  { "day-month-year", "en", NULL, "4 June 2021", "[4 June 2021] 2021-06-04" },
  { "month-day-year", "en", NULL, "June 29, 2016", "[June 29, 2016] 2016-06-29" },
  { "month-day-year-without-comma", "en", NULL, "December 19 2021", "[December 19 2021] 2021-12-19" },
  { "comma-without-blank", "en", NULL, "June 4,2021", "[June 4,2021] 2021-06-04" },
  { "ordinal-day-behind-month", "en", NULL, "February 2nd, 2017", "[February 2nd, 2017] 2017-02-02" },
  { "ordinal-day-with-of", "en", NULL, "the 4th of June 2021", "[4th of June 2021] 2021-06-04" },
  { "ordinal-day-without-of", "en", NULL, "on 3rd June 2021", "[3rd June 2021] 2021-06-03" },
  { "first-in-words", "en", NULL, "the first of June 2021", "[first of June 2021] 2021-06-01" },
  { "ordinal-1st", "en", NULL, "1st May 2020", "[1st May 2020] 2020-05-01" },
  { "ordinal-22nd", "en", NULL, "22nd March 2020", "[22nd March 2020] 2020-03-22" },
  { "upper-case", "en", NULL, "4 JUNE 2021", "[4 JUNE 2021] 2021-06-04" },
  { "lower-case", "en", NULL, "4 june 2021", "[4 june 2021] 2021-06-04" },
  { "comma-before-year", "en", NULL, "4 June, 2021", "[4 June, 2021] 2021-06-04" },
  { "abbreviated", "en", NULL, "4 Jun 2021", "[4 Jun 2021] 2021-06-04" },
  { "abbreviated-with-point", "en", NULL, "Sept. 4, 2021", "[Sept. 4, 2021] 2021-09-04" },
  { "abbreviated-in-upper-case", "en", NULL, "04 DEC 2021", "[04 DEC 2021] 2021-12-04" },
  { "hyphens", "en", NULL, "04-Jun-2021", "[04-Jun-2021] 2021-06-04" },
  { "year-with-apostrophe", "en", NULL, "4 June '21 in Izmir", "[4 June '21] 2021-06-04" },
  { "year-of-the-last-century", "en", NULL, "4 June ’98", "[4 June ’98] 1998-06-04" },
  { "weekday-before", "en", NULL, "on Friday, 4 June 2021, in", "[Friday, 4 June 2021] 2021-06-04" },
  { "weekday-the", "en", NULL, "Friday the 4th of June 2021", "[Friday the 4th of June 2021] 2021-06-04" },
  { "weekday-before-month", "en", NULL, "Wednesday, June 29, 2016", "[Wednesday, June 29, 2016] 2016-06-29" },
  { "weekday-abbreviated", "en", NULL, "Fri. 4 Jun 2021", "[Fri. 4 Jun 2021] 2021-06-04" },
  { "weekday-that-is-wrong-changes-nothing", "en", NULL, "Monday, 4 June 2021", "[Monday, 4 June 2021] 2021-06-04" },
  { "month-and-year", "en", NULL, "elected in June 2019 in", "[June 2019] 2019-06" },
  { "month-comma-year", "en", NULL, "June, 2019", "[June, 2019] 2019-06" },
  { "month-of-year", "en", NULL, "in June of 2019", "[June of 2019] 2019-06" },
  { "month-abbreviated-and-year", "en", NULL, "Oct. 2019", "[Oct. 2019] 2019-10" },
  { "may-and-year", "en", NULL, "In May 2020 may 2021 be", "[May 2020] 2020-05" },
  { "lower-case-may-with-day-and-year", "en", NULL, "on may 2, 2021", "[may 2, 2021] 2021-05-02" },
  { "lower-case-march-with-day-and-year", "en", NULL, "3 march 2021", "[3 march 2021] 2021-03-03" },
  { "no-break-spaces", "en", NULL, "4\302\240June\302\2402021", "[4\302\240June\302\2402021] 2021-06-04" },
  { "narrow-no-break-space", "en", NULL, "4\342\200\257June 2021", "[4\342\200\257June 2021] 2021-06-04" },
  { "tab-between", "en", NULL, "4\tJune\t2021", "[4\tJune\t2021] 2021-06-04" },
  { "line-break-between", "en", NULL, "on 4 June\n2021 the", "[4 June\n2021] 2021-06-04" },
  { "carriage-return-and-line-feed-between", "en", NULL, "4 June\r\n2021", "[4 June\r\n2021] 2021-06-04" },
  { "slashes-around-month", "en", NULL, "04/Jun/2021", "[04/Jun/2021] 2021-06-04" },
  { "empty-line-before-of", "es", NULL, "4\n\nde junio de 2021", "[junio de 2021] 2021-06" },
  { "empty-line-between-separates", "en", "2021-06-10", "4 June\n\n2020 was", "[4 June] 2021-06-04 relative" },
  { "brackets-around", "en", NULL, "(4 June 2021)", "[4 June 2021] 2021-06-04" },
  { "quotes-around", "en", NULL, "“4 June 2021”", "[4 June 2021] 2021-06-04" },
  { "full-stop-behind", "en", NULL, "by 4 June 2021. The", "[4 June 2021] 2021-06-04" },
  { "possessive-behind", "en", NULL, "4 June 2021’s vote", "[4 June 2021] 2021-06-04" },
  { "bar-before", "en", NULL, "News|4 June 2021", "[4 June 2021] 2021-06-04" },
  { "dash-before", "en", NULL, "Istanbul –4 June 2021", "[4 June 2021] 2021-06-04" },
  { "old-year", "en", NULL, "on 29 May 1453 the", "[29 May 1453] 1453-05-29" },
  { "leap-day", "en", NULL, "29 February 2020", "[29 February 2020] 2020-02-29" },
  { "century-leap-day", "en", NULL, "29 February 2000", "[29 February 2000] 2000-02-29" },
  { "mid-month-is-about", "en", NULL, "in mid-June 2021", "[mid-June 2021] 2021-06 about" },
  { "early-month-is-about", "en", NULL, "in early June 2021", "[early June 2021] 2021-06 about" },
  { "around-day-is-about", "en", NULL, "around 4 June 2021", "[4 June 2021] 2021-06-04 about" },
  { "two-dates", "en", NULL, "4 June 2021 and 5 July 2022", "[4 June 2021] 2021-06-04 [5 July 2022] 2022-07-05" },
};

static const DateRow ranges[] = {
  { "days-with-hyphen", "en", NULL, "4-6 June 2021", "[4-6 June 2021] 2021-06-04..2021-06-06" },
  { "days-with-dash", "en", NULL, "4–6 June 2021", "[4–6 June 2021] 2021-06-04..2021-06-06" },
  { "days-with-spaced-dash", "en", NULL, "4 – 6 June 2021", "[4 – 6 June 2021] 2021-06-04..2021-06-06" },
  { "days-with-to", "en", NULL, "from 4 to 6 June 2021", "[4 to 6 June 2021] 2021-06-04..2021-06-06" },
  { "ordinals", "en", NULL, "4th–6th June 2021", "[4th–6th June 2021] 2021-06-04..2021-06-06" },
  { "month-first", "en", NULL, "June 4-6, 2021", "[June 4-6, 2021] 2021-06-04..2021-06-06" },
  { "month-first-with-to", "en", NULL, "June 4 to 6, 2021", "[June 4 to 6, 2021] 2021-06-04..2021-06-06" },
  { "two-months", "en", NULL, "from 30 May to 2 June 2021", "[30 May to 2 June 2021] 2021-05-30..2021-06-02" },
  { "two-months-month-first", "en", NULL, "June 30 – July 2, 2021", "[June 30 – July 2, 2021] 2021-06-30..2021-07-02" },
  { "two-years", "en", NULL, "30 December 2021 – 2 January 2022",
    "[30 December 2021 – 2 January 2022] 2021-12-30..2022-01-02" },
  { "over-new-year", "en", NULL, "30 December – 2 January 2022", "[30 December – 2 January 2022] 2021-12-30..2022-01-02" },
  { "over-new-year-year-in-front", "en", NULL, "30 December 2021 to 2 January",
    "[30 December 2021 to 2 January] 2021-12-30..2022-01-02" },
  { "between", "en", NULL, "between 4 and 6 June 2021", "[4 and 6 June 2021] 2021-06-04..2021-06-06" },
  { "between-two-months", "en", NULL, "between 30 May and 2 June 2021", "[30 May and 2 June 2021] 2021-05-30..2021-06-02" },
  { "months", "en", NULL, "May to July 2021", "[May to July 2021] 2021-05..2021-07" },
  { "months-with-dash", "en", NULL, "June–July 2021", "[June–July 2021] 2021-06..2021-07" },
  { "months-of-two-years", "en", NULL, "June 2020 – May 2021", "[June 2020 – May 2021] 2020-06..2021-05" },
  { "months-over-new-year", "en", NULL, "November to February 2021", "[November to February 2021] 2020-11..2021-02" },
  { "years-with-dash", "en", NULL, "2016–2017", "[2016–2017] 2016..2017" },
  { "years-with-hyphen", "en", NULL, "the 2014-2020 programme", "[2014-2020] 2014..2020" },
  { "years-from-to", "en", NULL, "from 2016 to 2019", "[2016 to 2019] 2016..2019" },
  { "years-between", "en", NULL, "between 2016 and 2019", "[2016 and 2019] 2016..2019" },
  { "weekdays-in-range", "en", NULL, "Friday 4 to Sunday 6 June 2021", "[Friday 4 to Sunday 6 June 2021] 2021-06-04..2021-06-06" },
  { "weekdays-in-list-month-first", "en", NULL, "Dec. 7-8, 2021", "[Dec. 7-8, 2021] 2021-12-07..2021-12-08" },
  { "abbreviated-months", "en", NULL, "30 Nov. – 2 Dec. 2021", "[30 Nov. – 2 Dec. 2021] 2021-11-30..2021-12-02" },
  { "dateline-ends-at-its-dash", "de", NULL, "Frankfurt am Main, 12. März 2018 – Vom 1. Mai an zählen",
    "[12. März 2018] 2018-03-12 [1. Mai] 2018-05-01 relative" },
  { "dateline-ends-at-its-dash-in-english", "en", NULL, "IZMIR, 12 March 2018 – On 1 May 2018 the",
    "[12 March 2018] 2018-03-12 [1 May 2018] 2018-05-01" },
  { "dash-behind-a-year-joins-no-day-without-one", "en", NULL, "IZMIR, 12 March 2018 – 1 May was",
    "[12 March 2018] 2018-03-12 [1 May] 2018-05-01 relative" },
  { "until", "en", NULL, "from June 2020 until May 2021", "[June 2020 until May 2021] 2020-06..2021-05" },
  { "between-months", "en", NULL, "between January and March 2021", "[January and March 2021] 2021-01..2021-03" },
  { "years-until", "en", NULL, "from 2014 until 2020", "[2014 until 2020] 2014..2020" },
  { "years-french", "fr", NULL, "de 2016 à 2019", "[2016 à 2019] 2016..2019" },
  { "years-german", "de", NULL, "von 2016 bis 2019", "[2016 bis 2019] 2016..2019" },
  { "years-spanish", "es", NULL, "de 2016 a 2019", "[2016 a 2019] 2016..2019" },
  { "years-italian", "it", NULL, "tra il 2016 e il 2019", "[2016 e il 2019] 2016..2019" },
  { "years-turkish", "tr", NULL, "2014-2020 yılları", "[2014-2020] 2014..2020" },
  { "counts-are-none", "fr", NULL, "de 1500 à 2000 participants", "" },
  { "school-year", "en", NULL, "in 2019/2020", "[2019/2020] 2019..2020" },
  { "school-year-short", "en", NULL, "in 2019/20", "[2019/20] 2019..2020" },
  { "years-short", "en", NULL, "in 2014-20", "[2014-20] 2014..2020" },
  { "number-of-a-law-is-none", "en", NULL, "Regulation 2019/2020 and Directive (EU) 2019/1024", "" },
  { "backwards-is-a-score", "en", NULL, "won 6-4 June 2021", "[June 2021] 2021-06" },
};

static const DateRow lists[] = {
  { "three-days-month-first", "en", NULL, "took place on December 7, 8 and 10 2021",
    "[December 7, 8 and 10 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "three-days-day-first", "en", NULL, "7, 8 and 10 December 2021",
    "[7, 8 and 10 December 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "oxford-comma", "en", NULL, "7, 8, and 10 December 2021",
    "[7, 8, and 10 December 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "two-days", "en", NULL, "on 4 and 6 June 2021", "[4 and 6 June 2021] 2021-06-04..2021-06-06 {2021-06-04 2021-06-06}" },
  { "ampersand", "en", NULL, "4 & 5 June 2021", "[4 & 5 June 2021] 2021-06-04..2021-06-05 {2021-06-04 2021-06-05}" },
  { "slash-of-two-days-in-sequence", "en", NULL, "4/5 June 2021",
    "[4/5 June 2021] 2021-06-04..2021-06-05 {2021-06-04 2021-06-05}" },
  { "two-months", "en", NULL, "on 30 May and 2 June 2021",
    "[30 May and 2 June 2021] 2021-05-30..2021-06-02 {2021-05-30 2021-06-02}" },
  { "range-inside", "en", NULL, "7–8 and 10 December 2021",
    "[7–8 and 10 December 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "commas-only-in-sequence", "en", NULL, "7, 8, 9 December 2021",
    "[7, 8, 9 December 2021] 2021-12-07..2021-12-09 {2021-12-07 2021-12-08 2021-12-09}" },
  { "room-number-before-is-no-day", "en", NULL, "in Room 3, 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "page-number-before-is-no-day", "en", NULL, "page 7, 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "months", "en", NULL, "in May and June 2021", "[May and June 2021] 2021-05..2021-06 {2021-05 2021-06}" },
  { "years", "en", NULL, "in 2019 and 2020", "[2019 and 2020] 2019..2020 {2019 2020}" },
  { "people-behind-end-it", "en", "2021-12-19", "on December 7 and 8 people",
    "[December 7] 2021-12-07 relative" },
  { "without-year", "en", "2021-12-19", "on December 7 and 8, the",
    "[December 7 and 8] 2021-12-07..2021-12-08 {2021-12-07 2021-12-08} relative" },
};

static const DateRow periods[] = {
  { "early-year", "en", NULL, "in early 2021", "[early 2021] 2021 about" },
  { "mid-year", "en", NULL, "by mid-2021", "[mid-2021] 2021 about" },
  { "end-of-year", "en", NULL, "by the end of 2021", "[end of 2021] 2021 about" },
  { "end-of-month", "en", NULL, "by the end of June 2021", "[end of June 2021] 2021-06 about" },
  { "season", "en", NULL, "in the summer of 2020", "[summer of 2020] 2020 about" },
  { "season-without-of", "en", NULL, "In spring 2020", "[spring 2020] 2020 about" },
  { "end-of-a-day-is-that-day", "en", NULL, "the end of 4 June 2021", "[4 June 2021] 2021-06-04" },
  { "half-of-many-is-none", "en", NULL, "half of 2000 people", "" },
  { "season-alone-is-none", "en", DAY, "in the summer", "" },
  { "french", "fr", NULL, "fin 2020", "[fin 2020] 2020 about" },
  { "german", "de", NULL, "im Sommer 2021", "[Sommer 2021] 2021 about" },
  { "spanish", "es", NULL, "a finales de 2021", "[finales de 2021] 2021 about" },
  { "spanish-month", "es", NULL, "a mediados de junio de 2021", "[mediados de junio de 2021] 2021-06 about" },
  { "italian", "it", NULL, "alla fine di giugno 2021", "[fine di giugno 2021] 2021-06 about" },
  { "italian-fine-is-english-elsewhere", "en", NULL, "a fine 2021", "" },
  { "portuguese", "pt", NULL, "em meados de 2021", "[meados de 2021] 2021 about" },
  { "dutch", "nl", NULL, "eind 2021", "[eind 2021] 2021 about" },
  { "turkish", "tr", NULL, "2021 sonunda", "[2021] 2021" },
  { "greek", "el", NULL, "στα τέλη του 2021", "[τέλη του 2021] 2021 about" },
};

static const DateRow french[] = {
  { "day-month-year", "fr", NULL, "le 4 juin 2021", "[4 juin 2021] 2021-06-04" },
  { "first", "fr", NULL, "le 1er juin 2021", "[1er juin 2021] 2021-06-01" },
  { "first-in-words", "fr", NULL, "le premier mai 2021", "[premier mai 2021] 2021-05-01" },
  { "upper-case-with-accent", "fr", NULL, "15 AOÛT 2021", "[15 AOÛT 2021] 2021-08-15" },
  { "upper-case-without-accent", "fr", NULL, "15 AOUT 2021", "[15 AOUT 2021] 2021-08-15" },
  { "accent-missing", "fr", NULL, "12 fevrier 2021, 3 decembre 2020",
    "[12 fevrier 2021] 2021-02-12 [3 decembre 2020] 2020-12-03" },
  { "accents-decomposed", "fr", NULL, "12 fe\314\201vrier 2021", "[12 fe\314\201vrier 2021] 2021-02-12" },
  { "abbreviated", "fr", NULL, "4 févr. 2021", "[4 févr. 2021] 2021-02-04" },
  { "weekday", "fr", NULL, "vendredi 4 juin 2021", "[vendredi 4 juin 2021] 2021-06-04" },
  { "range", "fr", NULL, "du 4 au 6 juin 2021", "[4 au 6 juin 2021] 2021-06-04..2021-06-06" },
  { "range-of-two-months", "fr", NULL, "du 30 mai au 2 juin 2021", "[30 mai au 2 juin 2021] 2021-05-30..2021-06-02" },
  { "between", "fr", NULL, "entre le 4 et le 6 juin 2021", "[4 et le 6 juin 2021] 2021-06-04..2021-06-06" },
  { "list", "fr", NULL, "les 7, 8 et 10 décembre 2021",
    "[7, 8 et 10 décembre 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "fr", NULL, "en juin 2021", "[juin 2021] 2021-06" },
  { "mars-and-year", "fr", NULL, "en mars 2020", "[mars 2020] 2020-03" },
  { "year", "fr", NULL, "en 2020", "[2020] 2020" },
  { "until-year", "fr", NULL, "d’ici à 2030", "[2030] 2030" },
  { "horizon-year", "fr", NULL, "à l’horizon 2030", "[2030] 2030" },
  { "since-year", "fr", NULL, "depuis 2013", "[2013] 2013" },
  { "start-of-month-is-about", "fr", NULL, "début juin 2021", "[début juin 2021] 2021-06 about" },
  { "mi-month-is-about", "fr", NULL, "mi-juin 2021", "[mi-juin 2021] 2021-06 about" },
  { "elision", "fr", NULL, "au début d’août 2021", "[début d’août 2021] 2021-08 about" },
  { "english-template", "fr", NULL, "juin 4, 2021", "[juin 4, 2021] 2021-06-04" },
};

static const DateRow german[] = {
  { "day-month-year", "de", NULL, "am 4. Juni 2021", "[4. Juni 2021] 2021-06-04" },
  { "without-point", "de", NULL, "4 Juni 2021", "[4 Juni 2021] 2021-06-04" },
  { "without-blank", "de", NULL, "4.Juni 2021", "[4.Juni 2021] 2021-06-04" },
  { "umlaut", "de", NULL, "1. März 2021", "[1. März 2021] 2021-03-01" },
  { "umlaut-spelt-out", "de", NULL, "1. Maerz 2021", "[1. Maerz 2021] 2021-03-01" },
  { "austrian", "de-AT", NULL, "6. Jänner 2021", "[6. Jänner 2021] 2021-01-06" },
  { "abbreviated", "de", NULL, "4. Dez. 2021", "[4. Dez. 2021] 2021-12-04" },
  { "weekday", "de", NULL, "Freitag, den 4. Juni 2021", "[Freitag, den 4. Juni 2021] 2021-06-04" },
  { "weekday-abbreviated", "de", NULL, "Fr., 4. Juni 2021", "[Fr., 4. Juni 2021] 2021-06-04" },
  { "range", "de", NULL, "vom 4. bis 6. Juni 2021", "[4. bis 6. Juni 2021] 2021-06-04..2021-06-06" },
  { "range-with-hyphen", "de", NULL, "4.-6. Juni 2021", "[4.-6. Juni 2021] 2021-06-04..2021-06-06" },
  { "range-with-zum", "de", NULL, "vom 30. Mai bis zum 2. Juni 2021", "[30. Mai bis zum 2. Juni 2021] 2021-05-30..2021-06-02" },
  { "list", "de", NULL, "am 7., 8. und 10. Dezember 2021",
    "[7., 8. und 10. Dezember 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "de", NULL, "im Juni 2021", "[Juni 2021] 2021-06" },
  { "year", "de", NULL, "seit 2013", "[2013] 2013" },
  { "year-with-word", "de", NULL, "im Jahr 2020", "[2020] 2020" },
  { "two-days-with-slash", "de", NULL, "am 4./5. Juni 2021", "[4./5. Juni 2021] 2021-06-04..2021-06-05 {2021-06-04 2021-06-05}" },
  { "days-in-digits", "de", NULL, "vom 4. bis 6.6.2021", "[4. bis 6.6.2021] 2021-06-04..2021-06-06" },
  { "list-in-digits", "de", NULL, "am 4. und 6.6.2021", "[4. und 6.6.2021] 2021-06-04..2021-06-06 {2021-06-04 2021-06-06}" },
  { "this-year-in-austria", "de", "2021-06-04", "heuer", "[heuer] 2021 relative" },
  { "end-of-month-is-about", "de", NULL, "Ende Juni 2021", "[Ende Juni 2021] 2021-06 about" },
};

static const DateRow spanish[] = {
  { "day-month-year", "es", NULL, "4 de junio de 2021", "[4 de junio de 2021] 2021-06-04" },
  { "del-year", "es", NULL, "el 4 de junio del 2021", "[4 de junio del 2021] 2021-06-04" },
  { "without-de", "es", NULL, "4 junio 2021", "[4 junio 2021] 2021-06-04" },
  { "ordinal", "es", NULL, "1º de mayo de 2021", "[1º de mayo de 2021] 2021-05-01" },
  { "ordinal-with-point", "es", NULL, "1.º de mayo de 2021", "[1.º de mayo de 2021] 2021-05-01" },
  { "first-in-words", "es", NULL, "el primero de mayo de 2021", "[primero de mayo de 2021] 2021-05-01" },
  { "weekday", "es", NULL, "viernes, 4 de junio de 2021", "[viernes, 4 de junio de 2021] 2021-06-04" },
  { "upper-case", "es", NULL, "VIERNES 4 DE JUNIO DE 2021", "[VIERNES 4 DE JUNIO DE 2021] 2021-06-04" },
  { "range", "es", NULL, "del 4 al 6 de junio de 2021", "[4 al 6 de junio de 2021] 2021-06-04..2021-06-06" },
  { "list", "es", NULL, "los días 7, 8 y 10 de diciembre de 2021",
    "[7, 8 y 10 de diciembre de 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "es", NULL, "en setiembre de 2021", "[setiembre de 2021] 2021-09" },
  { "year", "es", NULL, "en 2020", "[2020] 2020" },
  { "since-year", "es", NULL, "desde 2013", "[2013] 2013" },
  { "year-with-word", "es", NULL, "en el año 2020", "[2020] 2020" },
  { "abbreviated", "es", NULL, "4 dic. 2021", "[4 dic. 2021] 2021-12-04" },
  { "english-template", "es", NULL, "junio 4, 2021", "[junio 4, 2021] 2021-06-04" },
};

static const DateRow italian[] = {
  { "day-month-year", "it", NULL, "4 giugno 2021", "[4 giugno 2021] 2021-06-04" },
  { "with-di", "it", NULL, "il 4 di giugno 2021", "[4 di giugno 2021] 2021-06-04" },
  { "first-with-degree-sign", "it", NULL, "1° giugno 2021", "[1° giugno 2021] 2021-06-01" },
  { "first-in-words", "it", NULL, "il primo giugno 2021", "[primo giugno 2021] 2021-06-01" },
  { "elided-article", "it", NULL, "l'8 giugno 2021 e dell’11 giugno 2021",
    "[8 giugno 2021] 2021-06-08 [11 giugno 2021] 2021-06-11" },
  { "weekday", "it", NULL, "venerdì 4 giugno 2021", "[venerdì 4 giugno 2021] 2021-06-04" },
  { "range", "it", NULL, "dal 4 al 6 giugno 2021", "[4 al 6 giugno 2021] 2021-06-04..2021-06-06" },
  { "between", "it", NULL, "tra il 4 e il 6 giugno 2021", "[4 e il 6 giugno 2021] 2021-06-04..2021-06-06" },
  { "list", "it", NULL, "7, 8 e 10 dicembre 2021",
    "[7, 8 e 10 dicembre 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "it", NULL, "nel giugno del 2021", "[giugno del 2021] 2021-06" },
  { "year", "it", NULL, "nel 2020", "[2020] 2020" },
  { "until-year", "it", NULL, "entro il 2030", "[2030] 2030" },
  { "since-year", "it", NULL, "dal 2013", "[2013] 2013" },
  { "abbreviated", "it", NULL, "4 ott. 2021", "[4 ott. 2021] 2021-10-04" },
};

static const DateRow portuguese[] = {
  { "day-month-year", "pt", NULL, "4 de junho de 2021", "[4 de junho de 2021] 2021-06-04" },
  { "brazilian", "pt-BR", NULL, "1º de maio de 2021", "[1º de maio de 2021] 2021-05-01" },
  { "cedilla", "pt", NULL, "12 de março de 2019", "[12 de março de 2019] 2019-03-12" },
  { "weekday", "pt", NULL, "sexta-feira, 4 de junho de 2021", "[sexta-feira, 4 de junho de 2021] 2021-06-04" },
  { "range", "pt", NULL, "de 4 a 6 de junho de 2021", "[4 a 6 de junho de 2021] 2021-06-04..2021-06-06" },
  { "list", "pt", NULL, "7, 8 e 10 de dezembro de 2021",
    "[7, 8 e 10 de dezembro de 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "pt", NULL, "em março de 2019", "[março de 2019] 2019-03" },
  { "year", "pt", NULL, "em 2020", "[2020] 2020" },
  { "year-with-word", "pt", NULL, "no ano de 2020", "[2020] 2020" },
  { "since-year", "pt", NULL, "desde 2013", "[2013] 2013" },
  { "abbreviated", "pt", NULL, "4 out. 2021", "[4 out. 2021] 2021-10-04" },
};

static const DateRow dutch[] = {
  { "day-month-year", "nl", NULL, "op 4 juni 2021", "[4 juni 2021] 2021-06-04" },
  { "ordinal", "nl", NULL, "de 4e juni 2021", "[4e juni 2021] 2021-06-04" },
  { "weekday", "nl", NULL, "vrijdag 4 juni 2021", "[vrijdag 4 juni 2021] 2021-06-04" },
  { "range", "nl", NULL, "van 4 tot 6 juni 2021", "[4 tot 6 juni 2021] 2021-06-04..2021-06-06" },
  { "range-tot-en-met", "nl", NULL, "4 tot en met 6 juni 2021", "[4 tot en met 6 juni 2021] 2021-06-04..2021-06-06" },
  { "range-t-m", "nl", NULL, "4 t/m 6 juni 2021", "[4 t/m 6 juni 2021] 2021-06-04..2021-06-06" },
  { "list", "nl", NULL, "7, 8 en 10 december 2021",
    "[7, 8 en 10 december 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "nl", NULL, "in maart 2019", "[maart 2019] 2019-03" },
  { "abbreviated", "nl", NULL, "4 mrt. 2019", "[4 mrt. 2019] 2019-03-04" },
  { "year", "nl", NULL, "in 2020", "[2020] 2020" },
  { "since-year", "nl", NULL, "sinds 2013", "[2013] 2013" },
  { "middle-of-month-is-about", "nl", NULL, "medio juni 2021", "[medio juni 2021] 2021-06 about" },
};

static const DateRow turkish[] = {
  { "day-month-year", "tr", NULL, "4 Haziran 2021", "[4 Haziran 2021] 2021-06-04" },
  { "dotted-capital-i", "tr", NULL, "4 HAZİRAN 2021", "[4 HAZİRAN 2021] 2021-06-04" },
  { "capital-i-without-dot-for-dotless-i", "tr", NULL, "12 KASIM 2020, 3 MAYIS 2020, 1 ARALIK 2019",
    "[12 KASIM 2020] 2020-11-12 [3 MAYIS 2020] 2020-05-03 [1 ARALIK 2019] 2019-12-01" },
  { "capital-i-without-dot-for-dotted-i", "tr", NULL, "4 HAZIRAN 2021", "[4 HAZIRAN 2021] 2021-06-04" },
  { "ascii-spelling", "tr", NULL, "12 Subat 2020, 4 Agustos 2020, 5 Eylul 2020",
    "[12 Subat 2020] 2020-02-12 [4 Agustos 2020] 2020-08-04 [5 Eylul 2020] 2020-09-05" },
  { "weekday-behind", "tr", NULL, "4 Haziran 2021 Cuma", "[4 Haziran 2021] 2021-06-04" },
  { "weekday-before", "tr", NULL, "Cuma, 4 Haziran 2021", "[Cuma, 4 Haziran 2021] 2021-06-04" },
  { "range", "tr", NULL, "4-6 Haziran 2021", "[4-6 Haziran 2021] 2021-06-04..2021-06-06" },
  { "range-of-two-months", "tr", NULL, "30 Mayıs - 2 Haziran 2021", "[30 Mayıs - 2 Haziran 2021] 2021-05-30..2021-06-02" },
  { "list", "tr", NULL, "7, 8 ve 10 Aralık 2021",
    "[7, 8 ve 10 Aralık 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "month-and-year", "tr", NULL, "Mart 2019'da", "[Mart 2019] 2019-03" },
  { "year-before-month", "tr", NULL, "2021 yılı Haziran ayında", "[2021 yılı Haziran] 2021-06" },
  { "year-with-suffix-before-month", "tr", NULL, "2021'in Haziran ayında", "[2021'in Haziran] 2021-06" },
  { "suffix-on-month", "tr", "2021-06-10", "4 Haziran'da toplandı", "[4 Haziran] 2021-06-04 relative" },
  { "suffix-on-year", "tr", NULL, "4 Haziran 2021’de", "[4 Haziran 2021] 2021-06-04" },
  { "year-with-suffix", "tr", NULL, "2013'ten beri", "[2013] 2013" },
  { "year-with-word", "tr", NULL, "2020 yılında", "[2020] 2020" },
  { "abbreviated", "tr", NULL, "4 Haz. 2021", "[4 Haz. 2021] 2021-06-04" },
};

static const DateRow greek[] = {
  { "day-month-year", "el", NULL, "4 Ιουνίου 2021", "[4 Ιουνίου 2021] 2021-06-04" },
  { "upper-case", "el", NULL, "4 ΙΟΥΝΙΟΥ 2021", "[4 ΙΟΥΝΙΟΥ 2021] 2021-06-04" },
  { "without-accent", "el", NULL, "4 Ιουνιου 2021", "[4 Ιουνιου 2021] 2021-06-04" },
  { "ordinal", "el", NULL, "1η Ιουνίου 2021", "[1η Ιουνίου 2021] 2021-06-01" },
  { "diaeresis", "el", NULL, "4 Μαΐου 2021, 5 Μαίου 2021", "[4 Μαΐου 2021] 2021-05-04 [5 Μαίου 2021] 2021-05-05" },
  { "weekday", "el", NULL, "Παρασκευή, 4 Ιουνίου 2021", "[Παρασκευή, 4 Ιουνίου 2021] 2021-06-04" },
  { "range", "el", NULL, "4-6 Ιουνίου 2021", "[4-6 Ιουνίου 2021] 2021-06-04..2021-06-06" },
  { "range-with-word", "el", NULL, "από 4 έως 6 Ιουνίου 2021", "[4 έως 6 Ιουνίου 2021] 2021-06-04..2021-06-06" },
  { "list", "el", NULL, "στις 7, 8 και 10 Δεκεμβρίου 2021",
    "[7, 8 και 10 Δεκεμβρίου 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "nominative-and-year", "el", NULL, "Μάρτιος 2019", "[Μάρτιος 2019] 2019-03" },
  { "accusative-and-year", "el", NULL, "τον Ιούνιο του 2021", "[Ιούνιο του 2021] 2021-06" },
  { "final-sigma-in-upper-case", "el", NULL, "ΜΑΡΤΙΟΣ 2019", "[ΜΑΡΤΙΟΣ 2019] 2019-03" },
  { "year", "el", NULL, "το 2020", "[2020] 2020" },
  { "since-year", "el", NULL, "από το 2013", "[2013] 2013" },
};

static const DateRow slavic[] = {
  { "russian", "ru", NULL, "4 июня 2021 года", "[4 июня 2021] 2021-06-04" },
  { "russian-month", "ru", NULL, "в июне 2021", "[июне 2021] 2021-06" },
  { "russian-year", "ru", NULL, "в 2020 году", "[2020] 2020" },
  { "russian-list", "ru", NULL, "7, 8 и 10 декабря 2021",
    "[7, 8 и 10 декабря 2021] 2021-12-07..2021-12-10 {2021-12-07 2021-12-08 2021-12-10}" },
  { "polish", "pl", NULL, "4 czerwca 2021 r.", "[4 czerwca 2021] 2021-06-04" },
  { "polish-month", "pl", NULL, "w październiku 2021", "[październiku 2021] 2021-10" },
  { "polish-year", "pl", NULL, "w 2020 roku", "[2020] 2020" },
};

static const DateRow mixed[] = {
  { "german-date-in-english-text", "en", NULL, "on 4. Juni 2021", "[4. Juni 2021] 2021-06-04" },
  { "french-date-in-english-text", "en", NULL, "le 4 juin 2021", "[4 juin 2021] 2021-06-04" },
  { "turkish-date-in-english-text", "en", NULL, "4 Haziran 2021", "[4 Haziran 2021] 2021-06-04" },
  { "english-date-in-german-text", "de", NULL, "June 29, 2016", "[June 29, 2016] 2016-06-29" },
  { "foreign-month-and-year-is-not-believed", "en", NULL, "the Mars 2020 rover", "" },
  { "unknown-language-reads-all", NULL, NULL, "4 juin 2021, 4 de junio de 2021, 4 Haziran 2021",
    "[4 juin 2021] 2021-06-04 [4 de junio de 2021] 2021-06-04 [4 Haziran 2021] 2021-06-04" },
  { "language-that-has-no-table", "hu", NULL, "4 June 2021", "[4 June 2021] 2021-06-04" },
  { "region-in-the-tag", "pt_BR", NULL, "4 de junho de 2021", "[4 de junho de 2021] 2021-06-04" },
  { "tag-in-upper-case", "DE", NULL, "4. Juni 2021", "[4. Juni 2021] 2021-06-04" },
};

int
main (int    argc,
      char **argv)
{
  date_table_init (&argc, &argv);

  date_table_add ("/read/date/words/en", english, G_N_ELEMENTS (english));
  date_table_add ("/read/date/words/range", ranges, G_N_ELEMENTS (ranges));
  date_table_add ("/read/date/words/list", lists, G_N_ELEMENTS (lists));
  date_table_add ("/read/date/words/period", periods, G_N_ELEMENTS (periods));
  date_table_add ("/read/date/words/fr", french, G_N_ELEMENTS (french));
  date_table_add ("/read/date/words/de", german, G_N_ELEMENTS (german));
  date_table_add ("/read/date/words/es", spanish, G_N_ELEMENTS (spanish));
  date_table_add ("/read/date/words/it", italian, G_N_ELEMENTS (italian));
  date_table_add ("/read/date/words/pt", portuguese, G_N_ELEMENTS (portuguese));
  date_table_add ("/read/date/words/nl", dutch, G_N_ELEMENTS (dutch));
  date_table_add ("/read/date/words/tr", turkish, G_N_ELEMENTS (turkish));
  date_table_add ("/read/date/words/el", greek, G_N_ELEMENTS (greek));
  date_table_add ("/read/date/words/slavic", slavic, G_N_ELEMENTS (slavic));
  date_table_add ("/read/date/words/mixed", mixed, G_N_ELEMENTS (mixed));

  return g_test_run ();
}
