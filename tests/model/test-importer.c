/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports: every kind of input, once and again, cancelled and undone. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cn-input.h"
#include "cn-test-server.h"
#include "model-fixture.h"

static const char story[] =
  "The harbour opens its gates\n\n"
  "4 June 2021\n\n"
  "The mayor's office of the harbour town opened the gates of the old customs house today. More than two hundred\n"
  "visitors came to see the halls, which had been closed for eleven years while the roof was being repaired.\n\n"
  "Eurocities said that the house will be a meeting place for its members from next spring on.\n";

static CnImportReport *
run (CnImporter  *importer,
     GError     **error)
{
  return cn_test_await_boxed (cn_importer_run (importer), error);
}

static gint64
first_id (CnImportReport *report)
{
  g_assert_cmpuint (report->article_ids->len, >, 0);
  return g_array_index (report->article_ids, gint64, 0);
}

static CnImporter *
importer_of_path (ModelFixture *fixture,
                  const char   *path)
{
  CnImporter *importer = cn_importer_new (fixture->library);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  cn_importer_add_file (importer, file, NULL);
  return importer;
}

static CnImportReport *
import_path (ModelFixture *fixture,
             const char   *path)
{
  g_autoptr(CnImporter) importer = importer_of_path (fixture, path);
  g_autoptr(GError) error = NULL;
  CnImportReport *report = run (importer, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cn_importer_get_n_done (importer), ==, 1);
  return report;
}

static void
test_file (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autoptr(CnImportReport) first = NULL;
  g_autoptr(CnImportReport) again = NULL;
  g_autoptr(CnImportReport) elsewhere = NULL;
  g_autoptr(CnArticleText) text = NULL;
  gint64 seen_at;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "story.txt", story);
  copy = model_fixture_write (&fixture, "copy.txt", story);

  first = import_path (&fixture, path);
  g_assert_cmpuint (first->n_added, ==, 1);
  g_assert_cmpint (first->import_id, !=, 0);
  again = import_path (&fixture, path);
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (again->n_known, ==, 1);
  g_assert_cmpint (again->import_id, ==, 0);
  elsewhere = import_path (&fixture, copy);
  g_assert_cmpuint (elsewhere->n_known, ==, 1);
  g_assert_cmpint (first_id (elsewhere), ==, first_id (first));
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 1);

  text = cn_test_await_object (cn_library_load_article (fixture.library, first_id (first)), NULL);
  g_assert_cmpstr (cn_article_get_title (cn_article_text_get_article (text)), ==, "The harbour opens its gates");
  g_assert_cmpuint (cn_article_text_get_n_origins (text), ==, 2);
  g_assert_cmpstr (cn_article_text_get_origin (text, 0, &seen_at), ==, path);
  g_assert_cmpstr (cn_article_text_get_origin (text, 1, NULL), ==, copy);
  g_assert_cmpint (seen_at, >, 0);
  g_assert_cmpint (cn_article_text_get_version (text), ==, 1);
  g_assert_true (cn_date_equal (cn_article_get_published (cn_article_text_get_article (text)),
                                cn_date_new_day (2021, 6, 4)));
  g_assert_cmpuint (cn_document_get_n_blocks (cn_article_text_get_document (text)), >, 2);
  g_clear_object (&text);
  model_fixture_clear (&fixture);
}

static void
test_pasted (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (story, strlen (story));
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(CnArticleText) text = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  importer = cn_importer_new (fixture.library);
  cn_importer_add_bytes (importer, bytes, "text/plain", "Pasted text");
  report = run (importer, NULL);
  g_assert_cmpuint (report->n_added, ==, 1);
  text = cn_test_await_object (cn_library_load_article (fixture.library, first_id (report)), NULL);
  g_assert_cmpstr (cn_article_text_get_origin (text, 0, NULL), ==, "");
  g_clear_object (&text);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static void
test_publisher (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(CnImportReport) report = NULL;
  CnNetwork *eurocities;
  CnNetwork *oasc;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "story.txt", story);
  file = g_file_new_for_path (path);
  eurocities = cn_library_lookup_network (fixture.library, "eurocities");
  oasc = cn_library_lookup_network (fixture.library, "oasc");
  g_assert_nonnull (eurocities);

  importer = cn_importer_new (fixture.library);
  cn_importer_set_publisher (importer, "oasc");
  cn_importer_add_file (importer, file, NULL);
  report = run (importer, NULL);
  model_fixture_settle (&fixture, NULL);

  /* The same objects, with new counts: what the text is about stays, the publisher is added. */
  g_assert_true (oasc == cn_library_lookup_network (fixture.library, "oasc"));
  g_assert_cmpuint (cn_network_get_n_articles (oasc), ==, 1);
  g_assert_cmpuint (cn_network_get_n_unread (oasc), ==, 1);
  g_assert_cmpuint (cn_network_get_n_articles (eurocities), ==, 1);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

typedef struct
{
  const char *name;
  const char *words;
  void      (*make) (const char *path);
} BadRow;

static void
make_nothing (const char *path)
{
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_loop (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
}

static void
make_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/null", path), ==, 0);
}

static void
make_picture (const char *path)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89";

  g_assert_true (g_file_set_contents (path, png, sizeof png, NULL));
}

static void
make_huge (const char *path)
{
  make_empty (path);
  g_assert_cmpint (truncate (path, 1024 * 1024 * 1024), ==, 0);
}

static void
make_blank (const char *path)
{
  g_assert_true (g_file_set_contents (path, " \n\t\n ", -1, NULL));
}

static const BadRow bad_rows[] = {
  { "missing", "no such file", make_nothing },
  { "a-folder", "a folder", make_folder },
  { "a-pipe", "a pipe", make_pipe },
  { "empty", "is empty", make_empty },
  { "a-loop-of-links", "round in a circle", make_loop },
  { "a-link-to-nothing", "no such file", make_dangling },
  { "a-device", "a device", make_device },
  { "a-picture", "picture", make_picture },
  { "a-gigabyte", "larger than", make_huge },
  { "blank", "", make_blank },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(CnImportReport) report = NULL;
  const CnImportProblem *problem;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_dup_path (&fixture, row->name);
  row->make (path);
  report = import_path (&fixture, path);
  g_assert_cmpuint (report->n_added, ==, 0);
  g_assert_cmpint (report->import_id, ==, 0);
  g_assert_cmpuint (report->problems->len, ==, 1);
  problem = g_ptr_array_index (report->problems, 0);
  g_assert_cmpstr (problem->name, ==, path);
  g_assert_nonnull (strstr (problem->reason, row->words));
  /* Nothing usable leaves no trace. */
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  model_fixture_clear (&fixture);
}

static void
test_no_permission (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (model_fixture_skip_unforbidden ())
    return;

  model_fixture_init (&fixture);
  path = model_fixture_write (&fixture, "secret.txt", story);
  g_chmod (path, 0000);
  file = g_file_new_for_path (path);
  model_fixture_become_nobody ();
  g_chmod (fixture.folder, 0755);
  bytes = cn_input_load_file (file, NULL, &error);
  model_fixture_become_oneself ();
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "permission"));
  model_fixture_clear (&fixture);
}

static void
test_rest_is_imported (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(GError) error = NULL;
  const CnImportProblem *problem;
  gint64 last = 0;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  importer = cn_importer_new (fixture.library);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autofree char *content = g_strdup_printf ("Notice %u\n\nThe office has put up notice number %u.\n", i, i);
      g_autofree char *path = i % 10 == 9 ? model_fixture_dup_path (&fixture, name)
                                          : model_fixture_write (&fixture, name, content);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      cn_importer_add_file (importer, file, name);
    }
  report = run (importer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_added, ==, 135);
  g_assert_cmpuint (report->problems->len, ==, 15);
  problem = g_ptr_array_index (report->problems, 1);
  g_assert_cmpstr (problem->name, ==, "019.txt");
  g_assert_cmpuint (cn_importer_get_n_done (importer), ==, 150);

  /* In the order of the inputs. */
  for (guint i = 0; i < report->article_ids->len; i++)
    {
      g_assert_cmpint (g_array_index (report->article_ids, gint64, i), >, last);
      last = g_array_index (report->article_ids, gint64, i);
    }
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static void
cancel_after_five_cb (CnImporter *importer)
{
  if (cn_importer_get_n_done (importer) == 5)
    cn_importer_cancel (importer);
}

static void
test_cancel (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  gboolean is_running;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  importer = cn_importer_new (fixture.library);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = g_strdup_printf ("Notice %u\n\nThe office has put up notice number %u.\n", i, i);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      cn_importer_add_bytes (importer, bytes, "text/plain", "notice");
    }
  g_signal_connect (importer, "notify::n-done", G_CALLBACK (cancel_after_five_cb), NULL);
  report = run (importer, NULL);
  g_assert_true (report->was_cancelled);
  g_assert_cmpuint (cn_importer_get_n_done (importer), <, 500);
  g_assert_cmpuint (report->problems->len, ==, 0);
  g_object_get (importer, "is-running", &is_running, NULL);
  g_assert_false (is_running);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, report->n_added);
  g_assert_finalize_object (g_steal_pointer (&importer));
  model_fixture_clear (&fixture);
}

static void
test_cancel_before_it_runs (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "story.txt", story);
  importer = importer_of_path (&fixture, path);
  cn_importer_cancel (importer);
  cn_importer_cancel (importer);
  report = run (importer, NULL);
  g_assert_true (report->was_cancelled);
  g_assert_cmpuint (report->n_added, ==, 0);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static void
test_undo (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(CnImportReport) again = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "story.txt", story);
  report = import_path (&fixture, path);
  g_assert_cmpuint (cn_test_await_uint (cn_library_undo_import (fixture.library, report->import_id), &error), ==, 1);
  g_assert_no_error (error);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 0);
  again = import_path (&fixture, path);
  g_assert_cmpuint (again->n_added, ==, 1);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 1);
  model_fixture_clear (&fixture);
}

static void
test_address (void)
{
  ModelFixture fixture;
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autofree char *missing = cn_test_server_dup_address (server, "/nowhere");
  g_autofree char *page = cn_test_server_dup_address (server, "/article");
  g_autofree char *redirect = cn_test_server_dup_address (server, "/elsewhere");
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(CnArticleText) text = NULL;
  const CnImportProblem *problem;

  cn_test_server_set_target (server, "/article");
  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  importer = cn_importer_new (fixture.library);
  cn_importer_add_address (importer, missing);
  cn_importer_add_address (importer, page);
  cn_importer_add_address (importer, "ftp://localhost/page");
  cn_importer_add_address (importer, redirect);
  report = run (importer, NULL);
  g_assert_cmpuint (report->problems->len, ==, 2);
  problem = g_ptr_array_index (report->problems, 0);
  g_assert_cmpstr (problem->name, ==, missing);
  g_assert_nonnull (strstr (problem->reason, "404"));
  g_assert_cmpuint (report->n_added, ==, 1);
  g_assert_cmpuint (report->n_known, ==, 1);
  text = cn_test_await_object (cn_library_load_article (fixture.library, first_id (report)), NULL);
  g_assert_cmpstr (cn_article_text_get_url (text), ==, page);
  g_assert_cmpstr (cn_article_text_get_origin (text, 0, NULL), ==, page);
  g_clear_object (&text);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

/* The same address again: with another text it is the next version, with a publisher only that is new. */
static void
test_outcomes (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *next = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) first = NULL;
  g_autoptr(CnImportReport) second = NULL;
  g_autoptr(CnImportReport) third = NULL;
  static const char page[] =
    "<html><head><title>A notice</title><link rel='canonical' href='https://example.org/notice'></head>"
    "<body><h1>A notice</h1><p>The office is closed%s.</p></body></html>";
  g_autofree char *early = g_strdup_printf (page, "");
  g_autofree char *late = g_strdup_printf (page, " until the summer ends");

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "early.html", early);
  next = model_fixture_write (&fixture, "late.html", late);
  first = import_path (&fixture, path);
  g_assert_cmpuint (first->n_added, ==, 1);
  second = import_path (&fixture, next);
  g_assert_cmpuint (second->n_added, ==, 0);
  g_assert_cmpuint (second->n_updated, ==, 1);
  g_assert_cmpint (first_id (second), ==, first_id (first));

  importer = cn_importer_new (fixture.library);
  file = g_file_new_for_path (next);
  cn_importer_set_publisher (importer, "oasc");
  cn_importer_add_file (importer, file, "late.html");
  third = run (importer, NULL);
  g_assert_cmpuint (third->n_known, ==, 1);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_network_get_n_articles (cn_library_lookup_network (fixture.library, "oasc")), ==, 1);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static void
test_not_open (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  path = model_fixture_write (&fixture, "story.txt", story);
  importer = importer_of_path (&fixture, path);
  report = run (importer, &error);
  g_assert_null (report);
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

static void
test_outlives_its_holder (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  CnImporter *importer;
  DexFuture *future;
  g_autoptr(CnImportReport) report = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "story.txt", story);
  importer = importer_of_path (&fixture, path);
  future = cn_importer_run (importer);
  g_object_unref (importer);
  report = cn_test_await_boxed (future, NULL);
  g_assert_cmpuint (report->n_added, ==, 1);
  model_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/model/import/a-file-is-stored-once-with-all-its-origins", test_file);
  g_test_add_func ("/model/import/pasted-text-has-no-origin", test_pasted);
  g_test_add_func ("/model/import/a-publisher-that-is-given-is-believed", test_publisher);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/import/%s-is-a-problem-with-a-reason", bad_rows[i].name);

      g_test_add_data_func (path, &bad_rows[i], test_bad);
    }
  g_test_add_func ("/model/import/what-may-not-be-read-is-a-problem-with-a-reason", test_no_permission);
  g_test_add_func ("/model/import/the-rest-is-imported-in-order", test_rest_is_imported);
  g_test_add_func ("/model/import/cancelling-keeps-what-was-counted", test_cancel);
  g_test_add_func ("/model/import/cancelling-before-it-runs-imports-nothing", test_cancel_before_it_runs);
  g_test_add_func ("/model/import/undone-comes-back-with-the-next", test_undo);
  g_test_add_func ("/model/import/an-address-is-fetched", test_address);
  g_test_add_func ("/model/import/a-known-address-gets-a-version-or-a-publisher", test_outcomes);
  g_test_add_func ("/model/import/into-a-library-that-is-not-open-is-refused", test_not_open);
  g_test_add_func ("/model/import/outlives-its-holder", test_outlives_its_holder);

  return g_test_run ();
}
