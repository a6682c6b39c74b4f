/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that uses a store and may be killed at any moment. What it has been told is stored it says on
 * standard output, one line each, at once.
 *
 * store-helper PATH import FIRST N BATCH   "stored K" after each batch: the articles below K are
 * store-helper PATH mark FIRST N           "marked K" after each article
 * store-helper PATH mark-all N TIMES       "marked K" after the articles to N were read or unread again at once
 * store-helper PATH undo N TIMES           "undone K" after the import of the articles was taken back or brought back
 * store-helper PATH restore FILE N         "restored K" after each of N times that FILE took the store's place
 * store-helper PATH backup FILE N          "copied K" after each of N copies to FILE
 */

#include "config.h"

#include "store-fixture.h"

#include <stdio.h>
#include <stdlib.h>

static void
say (const char *what,
     guint       n)
{
  printf ("%s %u\n", what, n);
  fflush (stdout);
}

static CnArticleDraft *
make_draft (guint i)
{
  g_autofree char *text = g_strdup_printf ("text %u %01500u", i, i);
  g_autofree char *url = g_strdup_printf ("https://e.org/%u", i);
  CnArticleDraft *draft = test_draft ("/feed.xml", url, text);

  draft->publisher = g_strdup (i % 2 == 0 ? "alpha" : "beta");
  draft->networks = g_strdupv ((char *[]) { (char *) "gamma", NULL });
  draft->published = cn_date_new_day (2000 + (int) (i % 20), 1 + (int) (i % 12), 1 + (int) (i % 28));
  return draft;
}

static void
import (StoreFixture *self,
        guint         first,
        guint         n,
        guint         batch)
{
  gint64 import_id = test_await_int64 (cn_store_begin_import (self->store));

  for (guint i = first; i < first + n; i += batch)
    {
      g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);

      for (guint j = i; j < MIN (i + batch, first + n); j++)
        g_ptr_array_add (drafts, make_draft (j));
      g_array_unref (test_await_boxed (cn_store_add_articles (self->store, import_id, drafts)));
      say ("stored", MIN (i + batch, first + n));
    }
}

static void
mark (StoreFixture *self,
      gint64        first,
      guint         n)
{
  for (gint64 id = first; id < first + n; id++)
    {
      g_array_unref (test_await_boxed (cn_store_set_read (self->store, &id, 1, TRUE)));
      say ("marked", (guint) id);
    }
}

static void
back_up (StoreFixture *self,
         const char   *path,
         guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      test_await_true (cn_store_backup (self->store, path), &error);
      g_assert_no_error (error);
      say ("copied", i + 1);
    }
}

static void
mark_all (StoreFixture *self,
          guint         n,
          guint         times)
{
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    ids[i] = i + 1;
  for (guint i = 0; i < times; i++)
    {
      g_array_unref (test_await_boxed (cn_store_set_read (self->store, ids, n, i % 2 == 0)));
      say ("marked", i + 1);
    }
}

static void
undo (StoreFixture *self,
      guint         times)
{
  gint64 import_id = test_sql_int64 (self->path, "SELECT id FROM import");

  for (guint i = 0; i < times; i++)
    {
      test_await_uint (i % 2 == 0 ? cn_store_undo_import (self->store, import_id)
                                  : cn_store_redo_import (self->store, import_id));
      say ("undone", i + 1);
    }
}

static void
restore (StoreFixture *self,
         const char   *path,
         guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      test_await_true (cn_store_restore (self->store, path), &error);
      g_assert_no_error (error);
      say ("restored", i + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  StoreFixture self = { 0, };

  g_assert_cmpint (argc, >=, 5);
  dex_init ();
  self.path = argv[1];
  store_fixture_open (&self);
  store_fixture_sync_networks (&self);

  if (g_str_equal (argv[2], "import"))
    import (&self, (guint) atoi (argv[3]), (guint) atoi (argv[4]), (guint) atoi (argv[5]));
  else if (g_str_equal (argv[2], "mark"))
    mark (&self, atoi (argv[3]), (guint) atoi (argv[4]));
  else if (g_str_equal (argv[2], "backup"))
    back_up (&self, argv[3], (guint) atoi (argv[4]));
  else if (g_str_equal (argv[2], "mark-all"))
    mark_all (&self, (guint) atoi (argv[3]), (guint) atoi (argv[4]));
  else if (g_str_equal (argv[2], "undo"))
    undo (&self, (guint) atoi (argv[4]));
  else if (g_str_equal (argv[2], "restore"))
    restore (&self, argv[3], (guint) atoi (argv[4]));
  else
    g_assert_not_reached ();

  store_fixture_close (&self);
  say ("done", 0);
  return 0;
}
