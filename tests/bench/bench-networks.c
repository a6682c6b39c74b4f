/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast networks are found in articles, beside one pass of memchr() over the same bytes.
 *
 * Prints a table; judges nothing. Articles of 4 KB, as the goals for names in text are stated (half of 289 MB/s,
 * measured with 30,000 names of cities). */

#include "config.h"

#include "cn-network-finder.h"

#include <string.h>
#include <time.h>

#define N_BYTES       (32 * 1024 * 1024)
#define ARTICLE_BYTES 4096

static const struct
{
  const char *name;
  const char *unit;
} texts[] = {
  { "prose, English",
    "The mayors of four cities met in the town hall and agreed to share what they know about heat, water and housing. The "
    "network, which they joined last year, will publish its report before the summit on 4 June 2021, said its office. Until "
    "then the working groups of Eurocities meet every month, each time in another city, and tell what came of it. " },
  { "prose, Turkish",
    "Büyükşehir belediye başkanları İzmir'de bir araya geldi ve iklim, su ve konut konularında iş birliği yapmaya karar verdi. "
    "Geçen yıl katıldıkları Avrupa Şehirler Birliği, raporunu düzenlenecek zirveden önce yayımlayacak. " },
  { "only names", "Eurocities, OASC and the Strong Cities Network (SCN); C40, ICLEI, Global Covenant of Mayors. " },
  { "near misses", "Strong Cities need Open and Agile Smart people; Energy, United Cities and Local Mayors for Global Union of the. " },
};

static CnDocument *
make_document (const char *unit)
{
  CnDocument *document = cn_document_new ();
  GString *text = g_string_new (NULL);
  CnBlock block = { .kind = CN_BLOCK_PARAGRAPH };

  while (text->len < ARTICLE_BYTES)
    g_string_append (text, unit);
  block.end = text->len;
  g_array_append_val (document->blocks, block);
  g_free (document->text);
  document->text_length = text->len;
  document->text = g_string_free (text, FALSE);

  return document;
}

/* Of this process only: whatever else the machine does is no affair of the finder's. */
static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
time_find (CnNetworkFinder  *finder,
           const CnDocument *document)
{
  double start = get_cpu_seconds ();

  for (gsize done = 0; done < N_BYTES; done += document->text_length)
    {
      g_autoptr (CnNetworkFindings) findings = cn_network_finder_find (finder, document);
    }

  return get_cpu_seconds () - start;
}

static double
time_memchr (const CnDocument *document)
{
  double start = get_cpu_seconds ();
  gsize found = 0;

  for (gsize done = 0; done < N_BYTES; done += document->text_length)
    {
      const char *volatile text = document->text;

      found += memchr (text, 1, document->text_length) != NULL;
    }

  return get_cpu_seconds () - start + (double) found;
}

int
main (void)
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (CnNetworkFinder) finder = cn_network_finder_new (registry);

  g_print ("%-16s %12s %16s %12s\n", "networks in", "MB/s", "articles/s", "memchr MB/s");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CnDocument) document = make_document (texts[i].unit);
      double seconds = time_find (finder, document);
      double floor = time_memchr (document);

      g_print ("%-16s %12.0f %16.0f %12.0f\n", texts[i].name, N_BYTES / 1e6 / seconds,
               (double) N_BYTES / (double) document->text_length / seconds, N_BYTES / 1e6 / floor);
    }

  return 0;
}
