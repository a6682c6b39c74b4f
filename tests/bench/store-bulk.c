/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A large store in minutes: see the header.
 *
 * What an import waits for at this size is the disk, because the hash of a text has its place anywhere in an index:
 * each batch changes most of its pages. Here they stay in memory and are written once for each million of articles,
 * and nobody waits for the disk to say that it has them. A crash in between leaves a broken file, but only a
 * bench's. */

#include "config.h"

#include "store-generator.h"

#include "cn-article-adder.h"
#include "cn-connection.h"
#include "cn-import-table.h"
#include "cn-tally-table.h"

#define BATCH 1000000

static void
check (gboolean  success,
       GError   *error)
{
  if (!success)
    g_error ("%s", error->message);
}

static void
add_batch (CnConnection *connection,
           gint64        import,
           guint64       first,
           guint64       n,
           gboolean      is_short)
{
  g_autoptr (GError) error = NULL;

  check (cn_connection_begin_write (connection, &error), error);
  for (guint64 i = first; i < first + n; i++)
    {
      g_autoptr (CnArticleDraft) draft = store_generator_draft (i, is_short);
      CnAddResult result;

      check (cn_article_adder_add (connection, import, draft, &result, &error), error);
    }
  check (cn_tally_table_count_commit (connection, &error), error);
  check (cn_connection_commit (connection, &error), error);
}

void
bench_fill_at_once (const char *path,
                    guint64     first,
                    guint64     n,
                    gboolean    is_short)
{
  CnStore *store = bench_open (path);
  gint64 import = cn_import_table_draw_id ();
  g_autoptr (CnConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  dex_unref (bench_await (cn_store_close (store)));
  g_object_unref (store);

  connection = cn_connection_open (path, CN_CONNECTION_READ_WRITE, &error);
  check (connection != NULL, error);
  check (cn_connection_exec (connection,
                             "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -3145728",
                             &error), error);

  for (guint64 i = 0; i < n; i += BATCH)
    {
      add_batch (connection, import, first + i, MIN (BATCH, n - i), is_short);
      g_printerr ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT "\n", MIN (i + BATCH, n), n);
    }
}
