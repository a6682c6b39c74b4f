/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast places are found in articles, beside the bare dictionary: every word looked up, the longest name taken, and
 * no question asked about it.
 *
 * Prints a table; judges nothing. Argument: the gazetteer. Articles of 4 KB; the goal is half of what a bare matcher of
 * 200,000 names does. */

#include "config.h"

#include "cn-name-words.h"
#include "cn-place-finder.h"

#include <string.h>
#include <time.h>

#define N_BYTES       (16 * 1024 * 1024)
#define ARTICLE_BYTES 4096

static const struct
{
  const char *name;
  const char *language;
  const char *unit;
} texts[] = {
  { "prose, English", "en",
    "The mayors of four cities met in the town hall of Malmö and agreed to share what they know about heat, water and housing. "
    "The network, which they joined last year, will publish its report before the summit on 4 June 2021, said its office in "
    "Brussels. Until then the working groups of Eurocities meet every month, each time in another city, and tell what came of "
    "it. Gabriele Bianchi, Mayor of Florence, asked for more. " },
  { "prose, Turkish", "tr",
    "Büyükşehir belediye başkanları İzmir'de bir araya geldi ve iklim, su ve konut konularında iş birliği yapmaya karar verdi. "
    "Geçen yıl katıldıkları Avrupa Şehirler Birliği, raporunu düzenlenecek zirveden önce yayımlayacak. " },
  { "prose, German", "de",
    "Die Bürgermeister trafen sich im Rathaus von Dresden und beschlossen, ihr Wissen über Wärme, Wasser und Wohnungen zu "
    "teilen. Das Netzwerk veröffentlicht seinen Bericht vor dem Gipfel in Graz, sagte das Büro in Brüssel. " },
  { "only names", "en", "Aarhus (Denmark); Antalya (Turkey); Birmingham (UK); Victoria (Australia); Paris, London and San José; " },
};

static CnDocument *
make_document (const char *language,
               const char *unit)
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
  document->language = g_strdup (language);

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
time_find (CnPlaceFinder           *finder,
           const CnDocument        *document,
           const CnNetworkFindings *networks)
{
  double start = get_cpu_seconds ();

  for (gsize done = 0; done < N_BYTES; done += document->text_length)
    {
      g_autoptr (CnPlaceFindings) findings = cn_place_finder_find (finder, document, networks);
    }

  return get_cpu_seconds () - start;
}

static guint
scan (CnGazetteer      *gazetteer,
      const CnDocument *document)
{
  CnNameWord word, following;
  guint found = 0;

  for (gsize position = 0; cn_name_word_next (document->text, position, document->text_length, &word);
       position = word.end)
    {
      guint bucket = cn_gazetteer_find_word (gazetteer, word.folded, strlen (word.folded));
      gsize behind = word.end;

      while (bucket != CN_NO_BUCKET)
        {
          CnGazetteerMatch match;

          found += cn_gazetteer_bucket_match (gazetteer, bucket, &match);
          if (!cn_gazetteer_can_follow (gazetteer, bucket)
              || !cn_name_word_next (document->text, behind, document->text_length, &following))
            break;
          bucket = cn_gazetteer_follow (gazetteer, bucket, following.folded, strlen (following.folded));
          behind = following.end;
        }
    }

  return found;
}

static double
time_scan (CnGazetteer      *gazetteer,
           const CnDocument *document)
{
  double start = get_cpu_seconds ();
  guint found = 0;

  for (gsize done = 0; done < N_BYTES; done += document->text_length)
    found += scan (gazetteer, document);

  return get_cpu_seconds () - start + (found == 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CnNetworkRegistry) registry = cn_network_registry_new_built_in ();
  g_autoptr (CnNetworkFinder) network_finder = cn_network_finder_new (registry);
  g_autoptr (CnPlaceFinder) finder = NULL;
  g_autoptr (CnGazetteer) gazetteer = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double start = get_cpu_seconds ();

  if (argc != 2 || (file = g_mapped_file_new (argv[1], FALSE, &error)) == NULL)
    {
      g_printerr ("bench-places GAZETTEER: %s\n", error != NULL ? error->message : "which file?");
      return 2;
    }
  bytes = g_mapped_file_get_bytes (file);
  gazetteer = cn_gazetteer_new (bytes, &error);
  if (gazetteer == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("opening the gazetteer: %.3f ms\n", (get_cpu_seconds () - start) * 1e3);
  start = get_cpu_seconds ();
  finder = cn_place_finder_new (gazetteer, registry);
  g_print ("making a finder: %.3f ms\n\n", (get_cpu_seconds () - start) * 1e3);

  g_print ("%-16s %12s %16s %18s\n", "places in", "MB/s", "articles/s", "bare lookup MB/s");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CnDocument) document = make_document (texts[i].language, texts[i].unit);
      g_autoptr (CnNetworkFindings) networks = cn_network_finder_find (network_finder, document);
      double seconds = time_find (finder, document, networks);
      double floor = time_scan (gazetteer, document);

      g_print ("%-16s %12.0f %16.0f %18.0f\n", texts[i].name, N_BYTES / 1e6 / seconds,
               (double) N_BYTES / (double) document->text_length / seconds, N_BYTES / 1e6 / floor);
    }

  return 0;
}
