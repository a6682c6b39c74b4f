/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A library whose file cannot be used: moved aside on request, its articles saved, and nothing lost by either. */

#include "config.h"

#include "model-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

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

static void
make_foreign_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "This is a letter, not a library.\n", -1, NULL));
}

/* A copy of three articles, made by a library that is gone. */
static char *
make_copy (ModelFixture *fixture)
{
  char *copy = model_fixture_dup_path (fixture, "copy.db");
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_open (fixture);
  ids = model_fixture_add_many (fixture, 3);
  g_assert_true (cn_test_await_done (cn_library_backup (fixture->library, copy), &error));
  g_assert_no_error (error);
  cn_test_await_done (cn_library_close (fixture->library), NULL);
  return copy;
}

static void
test_start_anew_beside_a_letter (void)
{
  ModelFixture fixture;
  g_autofree char *copy = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  copy = make_copy (&fixture);
  make_foreign_text (fixture.path);
  cn_test_await_done (cn_library_open (fixture.library), NULL);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_FOREIGN);
  aside = cn_test_await_string (cn_library_start_anew (fixture.library), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "This is a letter, not a library.\n");
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  model_fixture_clear (&fixture);
}

/* Somebody's folder stays where it is, and nothing is left beside it. */
static void
test_folder_stays (void)
{
  ModelFixture fixture;
  g_autofree char *copy = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr(GError) anew_error = NULL;
  g_autoptr(GError) restore_error = NULL;

  model_fixture_init (&fixture);
  copy = make_copy (&fixture);
  g_unlink (fixture.path);
  g_assert_cmpint (g_mkdir (fixture.path, 0700), ==, 0);
  cn_test_await_done (cn_library_open (fixture.library), NULL);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_FOREIGN);

  g_assert_null (cn_test_await_string (cn_library_start_anew (fixture.library), &anew_error));
  g_assert_error (anew_error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN);
  g_assert_null (cn_test_await_string (cn_library_restore (fixture.library, copy), &restore_error));
  g_assert_error (restore_error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN);
  fresh = g_strconcat (fixture.path, ".restored", NULL);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fixture.path, G_FILE_TEST_IS_DIR));
  model_fixture_clear (&fixture);
}

static void
test_restore_where_nothing_was (void)
{
  ModelFixture fixture;
  ModelFixture elsewhere;
  g_autofree char *copy = NULL;
  g_auto(GValue) aside = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&elsewhere);
  copy = make_copy (&elsewhere);
  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  aside = cn_test_await_value (cn_library_restore (fixture.library, copy), &error);
  g_assert_no_error (error);
  g_assert_null (g_value_get_string (&aside));
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 3);
  model_fixture_clear (&fixture);
  model_fixture_clear (&elsewhere);
}

static void
test_restore_of_a_letter (void)
{
  ModelFixture fixture;
  g_autofree char *letter = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;
  g_autoptr(GError) error = NULL;

  set_up (&fixture);
  letter = model_fixture_dup_path (&fixture, "letter.txt");
  make_foreign_text (letter);
  g_assert_true (g_file_get_contents (fixture.path, &before, &size, NULL));
  g_assert_null (cn_test_await_string (cn_library_restore (fixture.library, letter), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (fixture.path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  model_fixture_clear (&fixture);
}

/* In a folder that may not be written neither helps, and what is there stays. */
static void
test_folder_may_not_be_written (void)
{
  ModelFixture fixture;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  g_autoptr(GError) anew_error = NULL;
  g_autoptr(GError) restore_error = NULL;

  if (model_fixture_skip_unforbidden ())
    return;

  model_fixture_init (&fixture);
  copy = make_copy (&fixture);
  write_over_header (&fixture);
  cn_test_await_done (cn_library_open (fixture.library), NULL);
  folder = g_path_get_dirname (fixture.path);
  g_chmod (fixture.folder, 0755);
  g_chmod (copy, 0644);
  g_chmod (folder, 0555);
  model_fixture_become_nobody ();
  cn_test_await_string (cn_library_start_anew (fixture.library), &anew_error);
  cn_test_await_string (cn_library_restore (fixture.library, copy), &restore_error);
  model_fixture_become_oneself ();
  g_assert_error (anew_error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY);
  g_assert_true (restore_error->domain == CN_STORE_ERROR);
  g_assert_true (g_file_test (fixture.path, G_FILE_TEST_IS_REGULAR));
  g_chmod (folder, 0755);
  model_fixture_clear (&fixture);
}

/* Overwrites the page of the file in which these bytes are met first. */
static void
damage_page_of (ModelFixture *fixture,
                const char   *words)
{
  g_autofree char *bytes = NULL;
  const char *hit;
  gsize size, page;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  hit = memmem (bytes, size, words, strlen (words));
  g_assert_nonnull (hit);
  page = (gsize) (hit - bytes) / 4096 * 4096;
  g_assert_cmpuint (page, >, 0);
  memset (bytes + page, 0xa5, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
}

typedef struct
{
  const char *name;
  const char *words; /* in the page that is damaged */
  const char *expected;
} PartRow;

static const PartRow part_rows[] = {
  { "texts-are-shortened", "[middle of 1]",
    "3 articles could be read; 1 of them only in its beginning" },
  { "titles-are-missing", "Article 1",
    "3 articles could be read; 3 without their titles and dates" },
};

/* What is missing is said: texts that end early, articles without their titles. */
static void
test_recovered_in_part (gconstpointer data)
{
  const PartRow *row = data;
  ModelFixture fixture;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  g_autoptr(GArray) ids = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  for (guint i = 0; i < 3; i++)
    {
      CnArticleDraft *draft = model_draft (i, cn_date_new_day (2021, 6, 4), NULL);
      g_autofree char *half = g_strnfill (100000, (char) ('k' + i));

      g_free (draft->text);
      draft->text = g_strdup_printf ("%s[middle of %u]%s", half, i, half);
      g_ptr_array_add (drafts, draft);
    }
  ids = model_fixture_add (&fixture, drafts, NULL);
  cn_test_await_done (cn_library_close (fixture.library), NULL);
  damage_page_of (&fixture, row->words);

  saved = model_fixture_dup_path (&fixture, "saved.db");
  words = cn_test_await_string (cn_library_recover (fixture.library, saved), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, row->expected);
  g_assert_true (g_file_test (saved, G_FILE_TEST_EXISTS));
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
  for (guint i = 0; i < G_N_ELEMENTS (part_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/rescue/it-is-said-when-%s", part_rows[i].name);

      g_test_add_data_func (path, &part_rows[i], test_recovered_in_part);
    }
  g_test_add_func ("/model/rescue/a-letter-in-its-place-is-kept-aside", test_start_anew_beside_a_letter);
  g_test_add_func ("/model/rescue/a-folder-in-its-place-stays", test_folder_stays);
  g_test_add_func ("/model/rescue/a-copy-makes-a-library-where-there-was-none", test_restore_where_nothing_was);
  g_test_add_func ("/model/rescue/what-is-no-copy-takes-no-place", test_restore_of_a_letter);
  g_test_add_func ("/model/rescue/in-a-folder-that-may-not-be-written-all-stays", test_folder_may_not_be_written);

  return g_test_run ();
}
