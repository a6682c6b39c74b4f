/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decides which number of a date of publication is the day where its own line leaves that open: "07/03/2019".
 *
 * The witnesses are the document's own, the strongest first: its other dates and its language, its address when a day
 * or a month is part of it, the day of its last change, which cannot be before its publication, and the country whose
 * domain it stands in. None of them gives a date, they choose between the two readings; where all are silent, the year
 * is what both readings share. Pure. */

#include "config.h"

#include "cn-day-order.h"

#include "cn-date-reader.h"

#include <string.h>

/* Dates beyond this decide nothing about the one at the top. */
#define MAX_DECIDING_BYTES (64 * 1024)

/* Domains of countries and cities where nobody writes the month first. */
static const char *const day_first_domains[] = {
  "ad", "al", "am", "ar", "at", "au", "ba", "barcelona", "be", "berlin", "bg", "bo", "br", "brussels", "by", "ch", "cl",
  "cat", "cr", "cy", "cz", "de", "dk", "dz", "ec", "ee", "eg", "es", "eu", "eus", "fi", "fr", "gal", "ge",
  "gent", "gr", "hamburg", "hr", "ie", "il", "in", "is", "istanbul", "it", "jo", "koeln", "lb", "li", "london", "lu",
  "lv", "ma", "madrid", "mc", "md", "mk", "moscow", "mt", "mx", "my", "nl", "no", "nz", "paris", "pe", "pk", "pl",
  "pt", "py", "quebec", "ro", "rs", "ru", "scot", "se", "sg", "si", "sk", "sm", "th", "tn", "tr", "ua", "uk", "uy",
  "va", "vlaanderen", "vn", "wales", "wien", "xk", "za", "zuerich",
};

static const char *const month_first_domains[] = {
  "boston", "gov", "mil", "nyc", "us",
};

static CnDate
decide_by_text (const CnDocument *document,
                const char       *locale,
                gsize             start,
                CnDate            date)
{
  gsize length = MIN (document->text_length, MAX_DECIDING_BYTES);
  g_autoptr (GArray) matches = NULL;

  while (length > 0 && length < document->text_length && ((guchar) document->text[length] & 0xc0) == 0x80)
    length--;

  matches = cn_date_reader_find (document->text, length, locale, CN_DATE_NONE);
  for (guint i = 0; i < matches->len; i++)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, i);

      if (match->start == start && !match->ambiguous && match->date.year == date.year)
        date = match->date;
    }

  return date;
}

/* Whether the address has the year and behind it the month, and the day too if there are two more digits. */
static gboolean
is_in_address (const char *path,
               CnDate      date)
{
  g_autofree char *year = g_strdup_printf ("%04d", date.year);

  for (const char *hit = strstr (path, year); hit != NULL; hit = strstr (hit + 1, year))
    {
      const char *p = hit + 4;
      int numbers[2] = { 0, 0 };

      if (hit > path && g_ascii_isdigit (hit[-1]))
        continue;
      for (guint i = 0; i < 2; i++)
        {
          p += *p != '\0' && strchr ("/-_", *p) != NULL;
          if (!g_ascii_isdigit (p[0]) || !g_ascii_isdigit (p[1]))
            break;
          numbers[i] = (p[0] - '0') * 10 + (p[1] - '0');
          p += 2;
        }
      if (numbers[0] == date.month && (numbers[1] == 0 || numbers[1] == date.day) && !g_ascii_isdigit (*p))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_before_change (const CnDocument *document,
                  CnDate            date)
{
  const CnDate updated = document->updated;

  if (updated.year != date.year || cn_date_get_precision (updated) < CN_PRECISION_DAY)
    return updated.year == 0 || updated.year >= date.year;
  return date.month < updated.month || (date.month == updated.month && date.day <= updated.day);
}

static gboolean
is_in_domain (const char        *host,
              const char *const *domains,
              gsize              n_domains)
{
  const char *last = strrchr (host, '.');

  for (gsize i = 0; last != NULL && i < n_domains; i++)
    if (g_ascii_strcasecmp (last + 1, domains[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Of the two readings the one that the witness is for, and @undecided when it is for both or for none. */
static CnDate
choose (gboolean a_fits,
        CnDate   a,
        gboolean b_fits,
        CnDate   b,
        CnDate   undecided)
{
  return a_fits == b_fits ? undecided : a_fits ? a : b;
}

static CnDate
decide_by_circumstances (const CnDocument *document,
                         CnDate            day_first,
                         CnDate            month_first,
                         CnDate            undecided)
{
  g_autoptr (GUri) address = document->url != NULL ? g_uri_parse (document->url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = address != NULL ? g_uri_get_host (address) : NULL;
  CnDate date = undecided;

  if (address != NULL)
    date = choose (is_in_address (g_uri_get_path (address), day_first), day_first,
                   is_in_address (g_uri_get_path (address), month_first), month_first, undecided);
  if (cn_date_get_precision (date) == CN_PRECISION_YEAR)
    date = choose (is_before_change (document, day_first), day_first,
                   is_before_change (document, month_first), month_first, undecided);
  if (cn_date_get_precision (date) == CN_PRECISION_YEAR && host != NULL)
    date = choose (is_in_domain (host, day_first_domains, G_N_ELEMENTS (day_first_domains)), day_first,
                   is_in_domain (host, month_first_domains, G_N_ELEMENTS (month_first_domains)), month_first,
                   undecided);
  return date;
}

/**
 * cn_day_order_decide:
 * @locale: (nullable): BCP 47, as the document declares it, with its region
 * @start: offset of the date in the document's text
 * @end: offset behind it
 * @date: what its own line says; returned as it is unless it is a year
 *
 * Any thread.
 *
 * Returns: the day that the date means, or its year when nothing decides
 */
CnDate
cn_day_order_decide (const CnDocument *document,
                     const char       *locale,
                     gsize             start,
                     gsize             end,
                     CnDate            date)
{
  CnDate decided, swapped;
  CnDateMatch match;

  g_return_val_if_fail (document != NULL, date);
  g_return_val_if_fail (start <= end && end <= document->text_length, date);

  if (cn_date_get_precision (date) != CN_PRECISION_YEAR)
    return date;
  if (locale == NULL || document->language == NULL ||
      g_ascii_strncasecmp (locale, document->language, strlen (document->language)) != 0)
    locale = document->language;

  decided = decide_by_text (document, locale, start, date);
  if (cn_date_get_precision (decided) != CN_PRECISION_YEAR ||
      !cn_date_reader_parse_line (document->text + start, end - start, "en-GB", &match))
    return decided;

  decided = match.date;
  cn_date_match_clear (&match);
  swapped = cn_date_new_day (decided.year, decided.day, decided.month);
  if (cn_date_get_precision (decided) != CN_PRECISION_DAY || cn_date_get_precision (swapped) != CN_PRECISION_DAY)
    return date;
  return decide_by_circumstances (document, decided, swapped, date);
}
