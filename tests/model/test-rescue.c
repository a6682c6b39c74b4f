/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A library whose file cannot be used: moved aside on request, its articles saved, and nothing lost by either. */

#include "config.h"

#include "model-fixture.h"

#include <glib/gstdio.h>

static void
write_over_header (ModelFixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (gsize i = 0; i < 100; i++)
    bytes[i] = (char) 0xa5;
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
}

/* Twenty articles in a file that is damaged, and the library has noticed. */
static void
set_up (ModelFixture *fixture)
{
  g_autoptr(GArray) ids = NULL;

  model_fixture_init (fixture);
  model_fixture_open (fixture);
  ids = model_fixture_add_many (fixture, 20);
  cn_test_await_done (cn_library_close (fixture->library), NULL);
  write_over_header (fixture);
  cn_test_await_done (cn_library_open (fixture->library), NULL);
  g_assert_cmpint (cn_library_get_state (fixture->library), ==, CN_LIBRARY_STATE_DAMAGED);
}

static void
test_start_anew (void)
{
  ModelFixture fixture;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;
  gsize size, size_after;

  set_up (&fixture);
  g_assert_true (g_file_get_contents (fixture.path, &before, &size, NULL));
  aside = cn_test_await_string (cn_library_start_anew (fixture.library), &error);
  g_assert_no_error (error);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 0);
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));

  ids = model_fixture_add_many (&fixture, 3);
  g_assert_true (g_file_get_contents (aside, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  model_fixture_clear (&fixture);
}

static void
test_start_anew_is_for_files_of_no_use (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 3);
  g_assert_null (cn_test_await_string (cn_library_start_anew (fixture.library), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_assert_true (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  model_fixture_clear (&fixture);
}

/* What was saved of the damaged file is put in its place. */
static void
test_recovered_and_restored (void)
{
  ModelFixture fixture;
  g_autofree char *saved = NULL;
  g_autofree char *words = NULL;
  g_autofree char *aside = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture);
  saved = model_fixture_dup_path (&fixture, "saved.db");
  words = cn_test_await_string (cn_library_recover (fixture.library, saved), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, "20 articles could be read");
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_DAMAGED);

  aside = cn_test_await_string (cn_library_restore (fixture.library, saved), &error);
  g_assert_no_error (error);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 20);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  model_fixture_clear (&fixture);
}

static void
test_recover_finds_nothing (void)
{
  ModelFixture fixture;
  g_autofree char *saved = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture);
  saved = model_fixture_dup_path (&fixture, "saved.db");
  g_assert_true (g_file_set_contents (fixture.path, "This is no library.\n", -1, NULL));
  g_assert_null (cn_test_await_string (cn_library_recover (fixture.library, saved), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN);
  g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
  model_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/model/rescue/a-damaged-file-is-moved-aside-and-kept", test_start_anew);
  g_test_add_func ("/model/rescue/a-library-in-use-is-not-moved", test_start_anew_is_for_files_of_no_use);
  g_test_add_func ("/model/rescue/what-is-readable-takes-the-place-of-damage", test_recovered_and_restored);
  g_test_add_func ("/model/rescue/what-is-no-library-gives-none", test_recover_finds_nothing);

  return g_test_run ();
}
