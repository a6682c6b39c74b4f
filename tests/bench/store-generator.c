/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles for benchmarks: large, varied in length and reproducible; sense they have none. */

#include "config.h"

#include "store-generator.h"

#include <string.h>
#include <time.h>

#define N_WORDS 4096

/* Of a whole article, and of a short one: where ten million have to fit on a disk. */
static const guint n_words[][2] = { { 200, 800 }, { 20, 60 } };

/* The keys of the registry, so that the application finds its own networks in a store made here. */
static const char * const keys[] = {
  "eurocities", "oasc", "scn", "solidarity-cities", "inclusive-cities-for-all", "mayors-alliance-egd",
  "observatory-living-together", "c40", "climate-migration-task-force", "cities-race-to-zero", "iclei",
  "uclg", "metropolis", "covenant-of-mayors", "gcom", "compact-of-mayors", "energy-cities", "polis",
  "icc", "rpci", "reci", "mufpp", "100rc", "uccn", "unesco-learning-cities", "mayors-for-peace", "mmc",
  "fearless-cities", "living-in-eu", "rainbow-cities", "eccar", "icorn", "cittaslow", "iaec", "ubc",
  "aimf", "pact-of-free-cities", "b40", "cities-of-migration", "who-ehcn", "climate-alliance", "tdbb",
  "ecost",
};

static char words[N_WORDS][16];

/* Marsaglia's xorshift; a state of its own for each article makes any of them reproducible alone. */
static guint64
draw (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static void
make_words (void)
{
  static const char * const syllables[] = { "ma", "ri", "to", "vel", "an", "si", "ko", "dra", "ple", "un", "ge", "ış",
                                            "bo", "lin", "ta", "öst", "per", "cu", "mar", "ne" };
  guint64 state = 0x9E3779B97F4A7C15;

  for (gsize i = 0; i < N_WORDS; i++)
    for (guint n = 1 + draw (&state) % 3 + draw (&state) % 2; n > 0; n--)
      g_strlcat (words[i], syllables[draw (&state) % G_N_ELEMENTS (syllables)], sizeof words[i]);
}

static void
ensure_words (void)
{
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      make_words ();
      g_once_init_leave (&is_ready, 1);
    }
}

static void
append_words (GString *text,
              guint64 *state,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      /* The product of two draws favours the first words, as language does. */
      guint64 index = (draw (state) % N_WORDS) * (draw (state) % N_WORDS) / N_WORDS;

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[index]);
    }
}

static char *
make_text (guint64  *state,
           gboolean  is_short)
{
  const guint *range = n_words[is_short ? 1 : 0];
  guint n = range[0] + (guint) (draw (state) % (range[1] - range[0]));
  GString *text = g_string_sized_new (8 * n);

  while (n > 0)
    {
      guint wanted = 40 + (guint) (draw (state) % 60);
      guint paragraph = MIN (n, wanted);

      if (text->len > 0)
        g_string_append (text, "\n\n");
      append_words (text, state, paragraph);
      g_string_append_c (text, '.');
      n -= paragraph;
    }

  return g_string_free_and_steal (text);
}

static char *
make_snippet (const char *text)
{
  gsize length = MIN (strlen (text), 220);
  const char *end = text + length;

  while (end > text && ((guchar) *end & 0xc0) == 0x80)
    end--;
  return g_strndup (text, (gsize) (end - text));
}

static GBytes *
hash_text (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize size = sizeof hash;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, hash, &size);
  return g_bytes_new (hash, size);
}

/* One article in fifty is undated; one in 55 is about a given network, as in other measurements. */
static void
set_date_and_networks (CnArticleDraft *draft,
                       guint64        *state)
{
  guint64 publisher = draw (state) % 55;
  guint64 other = draw (state) % 165;

  if (draw (state) % 50 != 0)
    draft->published = cn_date_new_time (1262304000 + (gint64) (draw (state) % 520000000));
  if (publisher < G_N_ELEMENTS (keys))
    draft->publisher = g_strdup (keys[publisher]);
  if (other < G_N_ELEMENTS (keys))
    draft->networks = g_strdupv ((char *[]) { (char *) keys[other], NULL });
}

CnArticleDraft *
store_generator_draft (guint64  number,
                       gboolean is_short)
{
  guint64 state = (number + 1) * 0x9E3779B97F4A7C15;
  CnArticleDraft *draft = cn_article_draft_new ();
  GString *title = g_string_new (NULL);

  ensure_words ();
  append_words (title, &state, 5 + (guint) (draw (&state) % 6));
  draft->title = g_string_free_and_steal (title);
  draft->text = make_text (&state, is_short);
  draft->text_hash = hash_text (draft->text);
  draft->snippet = make_snippet (draft->text);
  draft->layout = g_bytes_new_static ("a few compact bytes for blocks and spans", 40);
  draft->url = g_strdup_printf ("https://www.example.org/news/%" G_GUINT64_FORMAT "/%s", number,
                                words[state % N_WORDS]);
  draft->origin = g_strdup_printf ("/home/reader/feeds/feed-%" G_GUINT64_FORMAT ".xml", number / 1000);
  draft->language = g_strdup ("en");
  set_date_and_networks (draft, &state);
  return draft;
}

GPtrArray *
store_generator_networks (void)
{
  GPtrArray *networks = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_network_record_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      CnNetworkRecord *network = cn_network_record_new ();

      network->key = g_strdup (keys[i]);
      network->name = g_strdup (keys[i]);
      network->kind = g_strdup ("network");
      network->position = (int) i;
      g_ptr_array_add (networks, network);
    }

  return networks;
}

static DexFuture *
pass_on_cb (DexFuture *future,
            gpointer   data)
{
  return NULL;
}

DexFuture *
bench_await (DexFuture *future)
{
  g_autoptr (GError) error = NULL;

  future = dex_future_finally (future, pass_on_cb, NULL, NULL);
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);

  if (dex_future_get_value (future, &error) == NULL)
    g_error ("%s", error->message);
  return future;
}

CnStore *
bench_open (const char *path)
{
  g_autoptr (GPtrArray) networks = store_generator_networks ();
  g_autoptr (DexFuture) future = bench_await (cn_store_open (path, CN_STORE_OPEN_DEFAULT));
  CnStore *store = g_value_dup_object (dex_future_get_value (future, NULL));

  dex_unref (bench_await (cn_store_sync_networks (store, networks)));
  return store;
}

double
bench_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

double
bench_fill (CnStore  *store,
            guint64   first,
            guint64   n,
            guint     batch,
            gboolean  show_progress,
            double   *cpu)
{
  g_autoptr (DexFuture) import = bench_await (cn_store_begin_import (store));
  gint64 import_id = g_value_get_int64 (dex_future_get_value (import, NULL));
  gint64 busy = 0;

  for (guint64 i = 0; i < n; i += batch)
    {
      g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
      double cpu_start;
      gint64 start;

      for (guint64 j = i; j < MIN (i + batch, n); j++)
        g_ptr_array_add (drafts, store_generator_draft (first + j, FALSE));

      start = g_get_monotonic_time ();
      cpu_start = bench_cpu_time ();
      dex_unref (bench_await (cn_store_add_articles (store, import_id, drafts)));
      busy += g_get_monotonic_time () - start;
      if (cpu != NULL)
        *cpu += bench_cpu_time () - cpu_start;

      if (show_progress && i / 100000 != (i + batch) / 100000)
        g_printerr ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT "\n", MIN (i + batch, n), n);
    }

  return (double) busy / G_USEC_PER_SEC;
}
