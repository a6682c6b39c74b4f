/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes wrong on the way: a store that refuses in the middle of an import, one that runs full or turns out damaged
 * while it is in use, a library that goes while something is under way, files that cannot be read. */

#include "config.h"

#include "cn-input.h"
#include "cn-reader.h"
#include "model-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static CnImporter *
importer_of_notices (ModelFixture *fixture,
                     guint         n)
{
  CnImporter *importer = cn_importer_new (fixture->library);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Notice %u\n\nThe office has put up notice number %u.\n", i, i);
      g_autofree char *name = g_strdup_printf ("notice %u", i);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      cn_importer_add_bytes (importer, bytes, "text/plain", name);
    }
  return importer;
}

/* A store that takes no article beyond so many, as one that is damaged somewhere may do. */
static void
set_up_limited (ModelFixture *fixture,
                guint         limit)
{
  g_autoptr(GArray) ids = NULL;
  g_autofree char *trigger = NULL;

  model_fixture_init (fixture);
  model_fixture_open (fixture);
  ids = model_fixture_add_many (fixture, 1);
  model_fixture_settle (fixture, NULL);
  trigger = g_strdup_printf ("CREATE TRIGGER enough BEFORE INSERT ON article "
                             "WHEN (SELECT count (*) FROM article) >= %u BEGIN SELECT RAISE (ABORT, 'enough'); END", limit + 1);
  model_fixture_exec_sql (fixture->path, trigger);
}

static void
test_store_refuses_all (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  set_up_limited (&fixture, 0);
  importer = importer_of_notices (&fixture, 20);
  report = cn_test_await_boxed (cn_importer_run (importer), &error);
  g_assert_null (report);
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_CONSTRAINT);
  model_fixture_settle (&fixture, NULL);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 1);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

/* Every input is either stored or a problem with a reason: none is lost without a word. */
static void
test_store_refuses_the_rest (void)
{
  ModelFixture fixture;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  set_up_limited (&fixture, 300);
  importer = importer_of_notices (&fixture, 1000);
  report = cn_test_await_boxed (cn_importer_run (importer), &error);
  g_assert_no_error (error);
  g_assert_false (report->was_cancelled);
  g_assert_cmpuint (report->n_added, >, 0);
  g_assert_cmpuint (report->n_added, <=, 300);
  g_assert_cmpuint (report->article_ids->len, ==, report->n_added);
  g_assert_cmpuint (report->n_added + report->problems->len, ==, 1000);
  for (guint i = 0; i < report->problems->len; i++)
    {
      const CnImportProblem *problem = g_ptr_array_index (report->problems, i);

      g_assert_cmpstr (problem->reason, ==, "the library could not be used");
    }

  /* What is stored can be taken back. */
  g_assert_cmpint (report->import_id, !=, 0);
  g_assert_cmpuint (cn_test_await_uint (cn_library_undo_import (fixture.library, report->import_id), &error), ==,
                    report->n_added);
  g_assert_no_error (error);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

/* The state follows what the store says, and is good again with the first write that succeeds. */
static void
test_full_and_again (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) changed = NULL;
  g_autoptr(GError) full = g_error_new (CN_STORE_ERROR, CN_STORE_ERROR_FULL, "no room");
  g_autoptr(GError) failed = g_error_new (CN_STORE_ERROR, CN_STORE_ERROR_FAILED, "one question");
  g_autoptr(GError) busy = g_error_new (CN_STORE_ERROR, CN_STORE_ERROR_BUSY, "somebody else");
  g_autoptr(GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "of something else");

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  cn_library_note_error (fixture.library, other);
  cn_library_note_error (fixture.library, busy);
  cn_library_note_error (fixture.library, failed);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  cn_library_note_error (fixture.library, full);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_FULL);
  g_assert_cmpstr (cn_library_get_error_message (fixture.library), ==, "no room");

  changed = cn_test_await_boxed (cn_library_set_read (fixture.library, (gint64 *) (gpointer) ids->data, 5, TRUE), NULL);
  g_assert_cmpuint (changed->len, ==, 5);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_assert_null (cn_library_get_error_message (fixture.library));
  model_fixture_clear (&fixture);
}

/* Damage that shows while the store is in use: the copy is then made by the library, and not by the store. */
static void
test_damaged_while_in_use (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *aside = NULL;
  g_autoptr(GError) damaged = g_error_new (CN_STORE_ERROR, CN_STORE_ERROR_DAMAGED, "a page is no page");
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  copy = model_fixture_dup_path (&fixture, "copy.db");
  g_assert_true (cn_test_await_done (cn_library_backup (fixture.library, copy), &error));
  cn_library_note_error (fixture.library, damaged);
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_DAMAGED);

  aside = cn_test_await_string (cn_library_restore (fixture.library, copy), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (cn_library_get_state (fixture.library), ==, CN_LIBRARY_STATE_READY);
  g_assert_cmpuint (cn_library_get_n_articles (fixture.library), ==, 5);
  model_fixture_clear (&fixture);
}

/* Nothing has been stored: what needs a store says so, what needs none does nothing. */
static void
test_nothing_stored (void)
{
  ModelFixture fixture;
  g_autofree char *copy = NULL;
  g_autoptr(GArray) changed = NULL;
  g_autoptr(GError) undo_error = NULL;
  g_autoptr(GError) backup_error = NULL;
  gint64 id = 1;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  copy = model_fixture_dup_path (&fixture, "copy.db");
  changed = cn_test_await_boxed (cn_library_set_starred (fixture.library, &id, 1, TRUE), NULL);
  g_assert_cmpuint (changed->len, ==, 0);
  g_assert_false (cn_test_await_done (cn_library_undo_import (fixture.library, 1), &undo_error));
  g_assert_error (undo_error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND);
  g_assert_false (cn_test_await_done (cn_library_backup (fixture.library, copy), &backup_error));
  g_assert_error (backup_error, CN_STORE_ERROR, CN_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  model_fixture_clear (&fixture);
}

static void
test_marks_of_nothing (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) read = NULL;
  g_autoptr(GArray) starred = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 2);
  read = cn_test_await_boxed (cn_library_set_read (fixture.library, NULL, 0, TRUE), NULL);
  starred = cn_test_await_boxed (cn_library_set_starred (fixture.library, NULL, 0, TRUE), NULL);
  g_assert_cmpuint (read->len, ==, 0);
  g_assert_cmpuint (starred->len, ==, 0);
  model_fixture_clear (&fixture);
}

static void
test_folder_is_a_file (void)
{
  ModelFixture fixture;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  CnLibrary *library;
  g_autoptr(CnStore) store = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  file = model_fixture_write (&fixture, "letter.txt", "A letter.\n");
  path = g_build_filename (file, "deeper", "citynet.db", NULL);
  library = cn_library_new (path);
  g_assert_null (cn_test_await_object (cn_library_ensure_store (library), &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_clear_error (&error);

  if (cn_test_await_done (cn_library_open (library), &error))
    store = cn_test_await_object (cn_library_ensure_store (library), &error);
  g_assert_null (store);
  g_assert_nonnull (error);
  cn_test_await_done (cn_library_close (library), NULL);
  cn_test_settle ();
  g_assert_finalize_object (library);
  model_fixture_clear (&fixture);
}

typedef DexFuture *(*StartFunc) (CnLibrary *library);

static DexFuture *
start_loading (CnLibrary *library)
{
  return cn_library_load_article (library, 1);
}

static DexFuture *
start_marking (CnLibrary *library)
{
  const gint64 id = 1;

  return cn_library_set_read (library, &id, 1, TRUE);
}

typedef struct
{
  const char *name;
  StartFunc   start;
} GoneRow;

static DexFuture *
start_telling (CnLibrary *library)
{
  g_autoptr(CnArticle) article = cn_library_dup_article (library, 1);

  cn_library_queue_change (library, CN_STORE_CHANGE_ALL, NULL);
  return cn_library_load_article (library, 2);
}

static const GoneRow gone_rows[] = {
  { "an-article-comes", start_loading },
  { "a-mark-is-set", start_marking },
  { "a-commit-is-told", start_telling },
};

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Turns the main loop so often; what other threads answer meanwhile comes in. */
static void
turn (guint turns)
{
  guint ticks = g_timeout_add (1, tick_cb, NULL);

  for (guint i = 0; i < turns; i++)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
}

/* At whatever moment the library goes: the answer comes or a reason why not, and nothing is left behind. */
static void
test_gone (gconstpointer data)
{
  const GoneRow *row = data;
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  for (guint turns = 0; turns < 12; turns++)
    {
      CnLibrary *library = cn_library_new (fixture.path);
      DexFuture *future;
      g_autoptr(GError) error = NULL;

      cn_test_await_done (cn_library_open (library), &error);
      g_assert_no_error (error);
      future = row->start (library);
      turn (turns);
      g_assert_finalize_object (library);
      if (!cn_test_await_done (future, &error))
        g_assert_true (error->domain == CN_STORE_ERROR || error->domain == DEX_ERROR);
    }
  model_fixture_clear (&fixture);
}

/* A library that goes while a copy takes its place leaves a whole file there, or none. */
static void
test_gone_while_restoring (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;
  g_autofree char *copy = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 5);
  copy = model_fixture_dup_path (&fixture, "copy.db");
  g_assert_true (cn_test_await_done (cn_library_backup (fixture.library, copy), NULL));
  for (guint turns = 0; turns < 24; turns++)
    {
      g_autofree char *name = g_strdup_printf ("elsewhere-%u.db", turns);
      g_autofree char *path = model_fixture_dup_path (&fixture, name);
      CnLibrary *library = cn_library_new (path);
      g_autoptr(GError) error = NULL;
      DexFuture *future;

      g_assert_true (cn_test_await_done (cn_library_open (library), NULL));
      future = cn_library_restore (library, copy);
      turn (turns);
      g_assert_finalize_object (library);
      if (!cn_test_await_done (future, &error))
        g_assert_true (error->domain == CN_STORE_ERROR);
      cn_test_settle ();

      library = cn_library_new (path);
      g_assert_true (cn_test_await_done (cn_library_open (library), NULL));
      g_assert_true (cn_library_get_n_articles (library) == (g_file_test (path, G_FILE_TEST_EXISTS) ? 5 : 0));
      cn_test_await_done (cn_library_close (library), NULL);
      cn_test_settle ();
      g_assert_finalize_object (library);
    }
  model_fixture_clear (&fixture);
}

/* A list that goes while its rows are on their way. */
static void
test_list_gone (void)
{
  ModelFixture fixture;
  g_autoptr(GArray) ids = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  ids = model_fixture_add_many (&fixture, 200);
  for (guint turns = 0; turns < 8; turns++)
    {
      CnTimeline *timeline = cn_timeline_new (fixture.library);
      g_autoptr(CnArticle) article = NULL;

      model_fixture_settle (&fixture, timeline);
      article = g_list_model_get_item (G_LIST_MODEL (timeline), 199);
      turn (turns);
      g_assert_finalize_object (timeline);
      cn_test_settle ();
      g_assert_cmpint (cn_article_get_id (article), ==, g_array_index (ids, gint64, 0));
    }
  model_fixture_clear (&fixture);
}

typedef struct
{
  const char *name;
  const char *words;
  int         code;
  void      (*make) (ModelFixture *fixture,
                     const char   *path);
} FileRow;

static void
make_socket (ModelFixture *fixture,
             const char   *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
make_file_below (ModelFixture *fixture,
                 const char   *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
}

static void
make_nothing (ModelFixture *fixture,
              const char   *path)
{
}

#define LONG_NAME "a-name-that-is-much-too-long-for-a-file-a-name-that-is-much-too-long-for-a-file-" \
                  "a-name-that-is-much-too-long-for-a-file-a-name-that-is-much-too-long-for-a-file-" \
                  "a-name-that-is-much-too-long-for-a-file-a-name-that-is-much-too-long-for-a-file-" \
                  "a-name-that-is-much-too-long-for-a-file"

static const FileRow file_rows[] = {
  { "socket", "a socket", G_IO_ERROR_NOT_REGULAR_FILE, make_socket },
  { "file/below", "no such file", G_IO_ERROR_NOT_FOUND, make_file_below },
  { LONG_NAME, "too long", G_IO_ERROR_FILENAME_TOO_LONG, make_nothing },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_rows); i++)
    {
      ModelFixture fixture;
      g_autofree char *path = NULL;
      g_autoptr(GFile) file = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      model_fixture_init (&fixture);
      path = model_fixture_dup_path (&fixture, file_rows[i].name);
      file_rows[i].make (&fixture, path);
      file = g_file_new_for_path (path);
      bytes = cn_input_load_file (file, NULL, &error);
      g_assert_null (bytes);
      g_assert_error (error, G_IO_ERROR, file_rows[i].code);
      g_assert_nonnull (strstr (error->message, file_rows[i].words));
      model_fixture_clear (&fixture);
    }
}

static void
test_file_elsewhere (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("sftp://example.org/story.txt");
  g_autoptr(GError) error = NULL;

  g_assert_null (cn_input_load_file (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* The kernel gives a process its own memory as a file, of which the first page cannot be read. */
static void
test_file_that_fails (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/proc/self/mem");
  g_autoptr(GError) error = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("there is no /proc");
      return;
    }

  g_assert_null (cn_input_load_file (file, NULL, &error));
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "it cannot be read (") ||
                 g_str_equal (error->message, "you have no permission to read it"));
}

static void
test_reading_cancelled (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  path = model_fixture_write (&fixture, "story.txt", "A story.\n");
  file = g_file_new_for_path (path);
  g_cancellable_cancel (cancellable);
  g_assert_null (cn_input_load_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  model_fixture_clear (&fixture);
}

/* The largest file that is read, and one byte more. */
static void
test_largest_file (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  model_fixture_init (&fixture);
  path = model_fixture_write (&fixture, "large.txt", "");
  file = g_file_new_for_path (path);
  g_assert_cmpint (truncate (path, CN_READ_MAX_BYTES), ==, 0);
  bytes = cn_input_load_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, CN_READ_MAX_BYTES);

  g_assert_cmpint (truncate (path, CN_READ_MAX_BYTES + 1), ==, 0);
  g_assert_null (cn_input_load_file (file, NULL, &error));
  g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_TOO_LARGE);
  model_fixture_clear (&fixture);
}

static void
test_address_of_a_file (void)
{
  ModelFixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(CnImporter) importer = NULL;
  g_autoptr(CnImportReport) report = NULL;
  g_autoptr(CnArticleText) text = NULL;

  model_fixture_init (&fixture);
  model_fixture_open (&fixture);
  path = model_fixture_write (&fixture, "notice.txt", "A notice\n\nThe office is closed.\n");
  uri = g_filename_to_uri (path, NULL, NULL);
  importer = cn_importer_new (fixture.library);
  cn_importer_add_address (importer, uri);
  report = cn_test_await_boxed (cn_importer_run (importer), NULL);
  g_assert_cmpuint (report->n_added, ==, 1);
  text = cn_test_await_object (cn_library_load_article (fixture.library,
                                                        g_array_index (report->article_ids, gint64, 0)), NULL);
  g_assert_cmpstr (cn_article_text_get_origin (text, 0, NULL), ==, path);
  g_clear_object (&text);
  g_clear_object (&importer);
  model_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  g_test_add_func ("/model/trouble/a-store-that-takes-nothing-refuses-an-import", test_store_refuses_all);
  g_test_add_func ("/model/trouble/each-input-is-stored-or-a-problem", test_store_refuses_the_rest);
  g_test_add_func ("/model/trouble/a-full-disk-is-over-with-the-next-write", test_full_and_again);
  g_test_add_func ("/model/trouble/a-copy-helps-when-damage-shows-while-in-use", test_damaged_while_in_use);
  g_test_add_func ("/model/trouble/without-a-file-there-is-nothing-to-copy", test_nothing_stored);
  g_test_add_func ("/model/trouble/marks-of-no-article-change-none", test_marks_of_nothing);
  g_test_add_func ("/model/trouble/a-folder-that-is-a-file-holds-no-library", test_folder_is_a_file);
  for (guint i = 0; i < G_N_ELEMENTS (gone_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/trouble/may-go-before-%s", gone_rows[i].name);

      g_test_add_data_func (path, &gone_rows[i], test_gone);
    }
  g_test_add_func ("/model/trouble/may-go-before-a-copy-has-its-place", test_gone_while_restoring);
  g_test_add_func ("/model/trouble/a-list-may-go-before-its-rows-come", test_list_gone);
  g_test_add_func ("/model/trouble/what-is-no-file-is-refused-in-words", test_files);
  g_test_add_func ("/model/trouble/a-file-elsewhere-is-refused", test_file_elsewhere);
  g_test_add_func ("/model/trouble/a-file-that-fails-says-why", test_file_that_fails);
  g_test_add_func ("/model/trouble/reading-can-be-cancelled", test_reading_cancelled);
  g_test_add_func ("/model/trouble/the-largest-file-is-read-whole", test_largest_file);
  g_test_add_func ("/model/trouble/the-address-of-a-file-is-that-file", test_address_of_a_file);

  return g_test_run ();
}
