/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes at all into the date reader. The first byte picks the language, the second the reference.
 *
 * Held: offsets inside the text, ascending, without overlap and, where the text is UTF-8, between characters;
 * dates that the calendar has; no range that ends before it begins; the same answer twice. */

#include "config.h"

#include "cn-date-reader.h"
#include "fuzz.h"

#include <string.h>

static const char *const languages[] = {
  NULL, "en", "en-GB", "fr", "de", "es", "it", "pt", "nl", "tr", "el", "ru", "pl", "sv",
};

static const char *const references[] = { NULL, "2021-06-04", "2021-06", "2021", "0001-01-01", "9999-12-31", "2020-02-29" };

static void
check_date (CnDate date)
{
  g_assert_true (date.year >= 0 && date.year <= 9999);
  g_assert_true (date.seconds >= -1 && date.seconds < 86400);

  if (date.year == 0)
    g_assert_true (date.month == 0 && date.day == 0 && date.seconds == -1);
  else if (date.month == 0)
    g_assert_true (date.day == 0 && date.seconds == -1);
  else if (date.day == 0)
    g_assert_true (date.month <= 12 && date.seconds == -1);
  else
    g_assert_true (cn_date_is_valid_day (date.year, date.month, date.day));
}

static void
check_match (const CnDateMatch *match,
             const char        *text,
             gsize              length,
             gsize              behind,
             gboolean           is_utf8)
{
  gint64 previous = 0;

  g_assert_true (match->start >= behind && match->start < match->end && match->end <= length);
  if (is_utf8)
    {
      g_assert_true (((guchar) text[match->start] & 0xc0) != 0x80);
      g_assert_true (match->end == length || ((guchar) text[match->end] & 0xc0) != 0x80);
    }

  check_date (match->date);
  check_date (match->last);
  g_assert_cmpint (cn_date_get_sort_key (match->last), >=, cn_date_get_sort_key (match->date));
  g_assert_true (match->date.year != 0 || match->relative);
  g_assert_true (!match->ambiguous || cn_date_get_precision (match->date) == CN_PRECISION_YEAR);

  for (guint i = 0; match->days != NULL && i < match->days->len; i++)
    {
      gint64 key = cn_date_get_sort_key (g_array_index (match->days, CnDate, i));

      check_date (g_array_index (match->days, CnDate, i));
      g_assert_cmpuint (match->days->len, >=, 2);
      g_assert_cmpint (key, >, previous);
      previous = key;
    }
}

static void
check_find (const char *text,
            gsize       length,
            const char *language,
            CnDate      reference)
{
  g_autoptr (GArray) matches = cn_date_reader_find (text, length, language, reference);
  g_autoptr (GArray) again = cn_date_reader_find (text, length, language, reference);
  gboolean is_utf8 = g_utf8_validate_len (text, length, NULL);
  gsize behind = 0;

  g_assert_cmpuint (matches->len, ==, again->len);
  for (guint i = 0; i < matches->len; i++)
    {
      const CnDateMatch *match = &g_array_index (matches, CnDateMatch, i);

      check_match (match, text, length, behind, is_utf8);
      g_assert_true (cn_date_equal (match->date, g_array_index (again, CnDateMatch, i).date));
      behind = match->end;
    }
}

static void
check_line (const char *text,
            gsize       length,
            const char *language)
{
  CnDateMatch match;

  if (!cn_date_reader_parse_line (text, length, language, &match))
    return;

  check_match (&match, text, length, 0, g_utf8_validate_len (text, length, NULL));
  g_assert_cmpint (match.date.year, >, 0);
  cn_date_match_clear (&match);
}

static void
check_stamp (const char *text,
             gsize       length)
{
  g_autofree char *stamp = g_strndup (text, length);
  g_autofree char *iso = NULL;
  CnDate date, again;

  if (!cn_date_reader_parse_stamp (stamp, &date))
    return;

  check_date (date);
  iso = cn_date_to_iso (date);
  g_assert_nonnull (iso);
  g_assert_true (cn_date_reader_parse_stamp (iso, &again));
  g_assert_true (cn_date_equal (date, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *language, *reference;
  CnDate written = CN_DATE_NONE;
  g_autofree char *text = NULL;
  gsize length;

  if (size < 3)
    return 0;

  /* A copy of exactly its length, so that a byte too far is found out. */
  length = size - 2;
  text = g_memdup2 (data + 2, length);
  language = languages[data[0] % G_N_ELEMENTS (languages)];
  reference = references[data[1] % G_N_ELEMENTS (references)];
  if (reference != NULL)
    g_assert_true (cn_date_from_iso (reference, &written));

  check_find (text, length, language, written);
  check_line (text, length, language);
  check_stamp (text, length);
  return 0;
}
