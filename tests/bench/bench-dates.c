/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast dates are found and texts are folded, beside one pass of memchr() over the same bytes.
 *
 * Prints a table; judges nothing. Four texts: prose in which dates are rare, prose in Turkish, nothing but dates,
 * and the digits, commas and month names that make the grammars try longest. The last column shows that twice the
 * text takes twice the time. */

#include "config.h"

#include "cn-date-reader.h"
#include "cn-fold.h"

#include <string.h>

#define N_BYTES       (8 * 1024 * 1024)
#define ARTICLE_BYTES (64 * 1024)

static const struct
{
  const char *name;
  const char *language;
  const char *unit;
} texts[] = {
  { "prose, English", "en",
    "The mayors of four cities met in the town hall and agreed to share what they know about heat, water and housing. The "
    "network, which they joined last year, will publish its report before the summit on 4 June 2021, said its office. Until "
    "then the working groups meet every month, each time in another city, and tell the public what came of it.\n" },
  { "prose, Turkish", "tr",
    "Büyükşehir belediye başkanları İzmir'de bir araya geldi ve iklim, su ve konut konularında iş birliği yapmaya karar verdi. "
    "Geçen yıl katıldıkları ağ, raporunu 4 Haziran 2021 tarihinde düzenlenecek zirveden önce yayımlayacak.\n" },
  { "only dates", "en", "4 June 2021; 04.06.2021; June 29, 2016; yesterday; from 30 May to 2 June 2021; since 2013; " },
  { "near misses", "en", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 13, to 14 may in on of the a between 4 and 5 and a an " },
};

static char *
make_text (const char *unit,
           gsize       length)
{
  char *text = g_malloc (length + 1);
  gsize n = strlen (unit);

  for (gsize i = 0; i < length; i++)
    text[i] = unit[i % n];
  text[length] = '\0';

  /* The last repetition may be cut inside a character. */
  for (gsize i = length; i > 0 && !g_utf8_validate_len (text + i - 1, length - i + 1, NULL) && length - i < 4; i--)
    text[i - 1] = ' ';

  return text;
}

static double
time_find (const char *text,
           gsize       length,
           const char *language)
{
  gint64 start = g_get_monotonic_time ();

  /* In pieces of a long article: a single text has a bound of matches, behind which nothing would be measured. */
  for (gsize i = 0; i < length; i += ARTICLE_BYTES)
    {
      g_autoptr (GArray) matches = cn_date_reader_find (text + i, MIN (ARTICLE_BYTES, length - i), language,
                                                        cn_date_new_day (2021, 6, 4));
    }

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_fold (const char *text,
           gsize       length)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *folded = cn_fold (text, (gssize) length);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_memchr (const char *text,
             gsize       length)
{
  gint64 start = g_get_monotonic_time ();
  const void *found = memchr (text, '\001', length);

  if (found != NULL)
    g_error ("The text holds a control character");
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

int
main (void)
{
  const double megabytes = N_BYTES / 1e6;

  g_print ("%-16s %12s %12s %12s %16s\n", "text", "find MB/s", "fold MB/s", "memchr MB/s", "find, text × 2");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = make_text (texts[i].unit, N_BYTES);
      double half, whole;

      /* Once unmeasured: the tables are built and the pages are there. */
      time_find (text, ARTICLE_BYTES, texts[i].language);
      half = time_find (text, N_BYTES / 2, texts[i].language);
      whole = time_find (text, N_BYTES, texts[i].language);
      g_print ("%-16s %12.0f %12.0f %12.0f %14.2f ×\n", texts[i].name, megabytes / whole,
               megabytes / time_fold (text, N_BYTES), megabytes / time_memchr (text, N_BYTES), whole / half);
    }

  return 0;
}
