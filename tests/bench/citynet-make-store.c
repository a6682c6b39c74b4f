/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-make-store [--at-once] [--short] FILE N: a store of N made-up articles for benchmarks and for trying things
 * out at size. */

#include "config.h"

#include "store-generator.h"

static gboolean at_once, is_short;

static const GOptionEntry options[] = {
  { "at-once", 0, 0, G_OPTION_ARG_NONE, &at_once, "Ten times as fast, and broken if it is interrupted", NULL },
  { "short", 0, 0, G_OPTION_ARG_NONE, &is_short, "Texts of 40 words instead of 500; implies --at-once", NULL },
  G_OPTION_ENTRY_NULL,
};

static void
fill (const char *path,
      guint64     n)
{
  CnStore *store = bench_open (path);
  double seconds = bench_fill (store, 0, n, 500, TRUE, NULL);

  dex_unref (bench_await (cn_store_close (store)));
  g_object_unref (store);
  g_print ("%" G_GUINT64_FORMAT " articles, %.1f s in the store\n", n, seconds);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE NUMBER-OF-ARTICLES");
  guint64 n;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 3 ||
      !g_ascii_string_to_unsigned (argv[2], 10, 1, G_MAXUINT32, &n, NULL))
    {
      g_printerr ("citynet-make-store [--at-once] [--short] FILE NUMBER-OF-ARTICLES\n");
      return 2;
    }
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("citynet-make-store: “%s” is there already\n", argv[1]);
      return 1;
    }

  dex_init ();
  if (at_once || is_short)
    bench_fill_at_once (argv[1], 0, n, is_short);
  else
    fill (argv[1], n);
  return 0;
}
