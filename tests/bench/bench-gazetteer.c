/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-gazetteer [FILE]: what opening the gazetteer costs, how large it is, and how fast words of a text are looked up
 * in it, beside cutting and folding the same words. Prints figures; judges nothing. */

#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "cn-gazetteer-file.h"
#include "cn-gazetteer.h"
#include "cn-name-words.h"

#define N_OPENINGS 200
#define N_BYTES (64 * 1024 * 1024)

#define PROSE \
  "The mayors of Florence, Istanbul and San Francisco met in the town hall and agreed to share what they know about heat, " \
  "water and housing. The network, which they joined last year, will publish its report before the summit in Göteborg on 4 " \
  "June, said its office. Until then the working groups meet every month, each time in another city. "

static double
now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static glong
page_faults (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_minflt + usage.ru_majflt;
}

static void
print_opening (const char *path)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  glong faults = page_faults ();
  double start;

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CnGazetteer) gazetteer = NULL;
      double seconds;

      start = now ();
      gazetteer = cn_gazetteer_file_open (path, &error);
      seconds = now () - start;
      g_assert_no_error (error);
      g_array_append_val (times, seconds);
    }
  g_print ("open, first            %8.3f ms\n", 1000 * g_array_index (times, double, 0));
  start = 0;
  for (guint i = 1; i < times->len; i++)
    start += g_array_index (times, double, i);
  g_print ("open, then             %8.3f ms, %.1f page faults each\n", 1000 * start / (N_OPENINGS - 1),
           (double) (page_faults () - faults) / N_OPENINGS);
}

static void
print_size (CnGazetteer *gazetteer,
            const char  *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  guint n_names = 0;

  for (guint i = 0; i < cn_gazetteer_get_n_places (gazetteer); i++)
    n_names += cn_gazetteer_get_n_names (gazetteer, i);
  g_print ("file                   %8.1f MB\n", (double) g_mapped_file_get_length (file) / 1e6);
  g_print ("places                 %8u\n", cn_gazetteer_get_n_places (gazetteer));
  g_print ("names of places        %8u\n", n_names);
}

/* Returns: how many names were found; every word is looked up, capital or not */
static guint
scan (CnGazetteer *gazetteer,
      const char  *text,
      gsize        length)
{
  CnNameWord word, next;
  guint n = 0;

  for (gsize at = 0; cn_name_word_next (text, at, length, &word); at = word.end)
    {
      guint bucket = gazetteer != NULL ? cn_gazetteer_find_word (gazetteer, word.folded, strlen (word.folded)) : 0;

      for (gsize behind = word.end; bucket != CN_NO_BUCKET; behind = next.end)
        {
          CnGazetteerMatch match;

          n += cn_gazetteer_bucket_match (gazetteer, bucket, &match);
          if (!cn_gazetteer_can_follow (gazetteer, bucket) || !cn_name_word_next (text, behind, length, &next))
            break;
          bucket = cn_gazetteer_follow (gazetteer, bucket, next.folded, strlen (next.folded));
        }
    }

  return n;
}

static void
print_scan (CnGazetteer *gazetteer,
            const char  *label)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double start;
  guint n;

  while (text->len < N_BYTES)
    g_string_append (text, PROSE);
  start = now ();
  n = scan (gazetteer, text->str, text->len);
  g_print ("%-22s %8.1f MB/s, %u names\n", label, (double) text->len / 1e6 / (now () - start), n);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = argc > 1 ? g_strdup (argv[1]) : cn_gazetteer_file_find ();
  g_autoptr (CnGazetteer) gazetteer = NULL;

  print_opening (path);
  gazetteer = cn_gazetteer_file_open (path, &error);
  g_assert_no_error (error);
  print_size (gazetteer, path);
  print_scan (NULL, "cut and fold");
  print_scan (gazetteer, "… and look up");

  return 0;
}
