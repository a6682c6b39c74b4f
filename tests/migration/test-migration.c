/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From every released version to today's: the dumps in this folder are what each version wrote and are never
 * changed again.
 *
 * As long as there is one version, steps of the test's own stand for those to come, so that the way there is
 * tried before it is needed: the copy before the change, a step that fails, a process that dies in one,
 * another that comes too late. */

#include "config.h"

#include "cn-backup.h"
#include "cn-schema.h"
#include "cn-store-opener.h"
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A step that takes long enough to be killed in: a column, filled row by row. */
#define STEP_2 \
  "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;" \
  "INSERT INTO place (name) SELECT text FROM article_version;" \
  "ALTER TABLE article ADD COLUMN place_id INTEGER REFERENCES place (id)"
#define STEP_3      "CREATE TABLE event (id INTEGER PRIMARY KEY) STRICT"
#define STEP_BROKEN "CREATE TABLE decision (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE article (id INTEGER)"

static GStrv
dup_steps (const char *second,
           const char *third)
{
  g_auto (GStrv) released = cn_schema_dup_steps ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) released);
  if (second != NULL)
    g_strv_builder_add (builder, second);
  if (third != NULL)
    g_strv_builder_add (builder, third);
  return g_strv_builder_end (builder);
}

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  store_fixture_init (self);
  store_fixture_open (self);
  store_fixture_sync_networks (self);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);

      test_add (self, test_draft ("/a", NULL, text), NULL);
    }
  store_fixture_close (self);
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  store_fixture_clear (self);
}

static char *
dump_file (const char *path)
{
  g_autoptr (CnConnection) connection = cn_connection_open (path, CN_CONNECTION_READ_ONLY, NULL);
  g_autoptr (GError) error = NULL;
  char *dump = cn_schema_dump (connection, &error);

  g_assert_no_error (error);
  return dump;
}

/* A change of 001.sql after its release would make two kinds of version 1. */
static void
test_version_1_is_what_it_was (StoreFixture  *self,
                               gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "migration", "001.sql", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *dump = dump_file (self->path);
  const char *schema;

  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  schema = strstr (kept, "-- index ");
  g_assert_nonnull (schema);
  g_assert_cmpstr (dump, ==, schema);
}

static void
test_steps_number_their_versions (StoreFixture  *self,
                                  gconstpointer  data)
{
  g_auto (GStrv) steps = cn_schema_dup_steps ();

  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, (gint64) g_strv_length (steps));
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA application_id"), ==, CN_SCHEMA_APPLICATION_ID);
}

static gboolean
upgrade (StoreFixture  *self,
         GStrv          steps,
         GError       **error)
{
  g_autoptr (CnConnection) connection = NULL;

  connection = cn_store_opener_open_writer (self->path, CN_STORE_OPEN_DEFAULT, (const char * const *) steps, error);
  return connection != NULL;
}

/* A copy bears its name only when it is whole: what a killed process left under another one is none. */
static char *
find_copy (StoreFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".version-1-") != NULL && strstr (name, ".tmp") == NULL)
      return g_build_filename (self->folder, name, NULL);
  return NULL;
}

static void
remove_copies (StoreFixture *self)
{
  char *copy;

  while ((copy = find_copy (self)) != NULL)
    {
      g_assert_cmpint (g_unlink (copy), ==, 0);
      g_free (copy);
    }
}

static void
test_old_becomes_as_fresh (StoreFixture  *self,
                           gconstpointer  data)
{
  g_auto (GStrv) steps = dup_steps (STEP_2, STEP_3);
  g_autoptr (CnConnection) fresh = cn_connection_open (":memory:", CN_CONNECTION_READ_WRITE, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (upgrade (self, steps, &error));
  g_assert_no_error (error);
  g_assert_true (cn_schema_upgrade (fresh, (const char * const *) steps, NULL));
  expected = cn_schema_dump (fresh, NULL);
  actual = dump_file (self->path);
  g_assert_cmpstr (actual, ==, expected);
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM place"), ==, 50);

  copy = find_copy (self);
  g_assert_nonnull (copy);
  g_assert_true (cn_backup_verify (copy, (const char * const *) steps, NULL));
  g_assert_cmpint (test_sql_int64 (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (test_sql_int64 (copy, "SELECT count (*) FROM article"), ==, 50);

  /* And the program of before refuses it now. */
  test_await_error (cn_store_open (self->path, CN_STORE_OPEN_DEFAULT), CN_STORE_ERROR_TOO_NEW);
}

static void
test_upgraded_in_two_goes_is_the_same (StoreFixture  *self,
                                       gconstpointer  data)
{
  g_auto (GStrv) first = dup_steps (STEP_2, NULL);
  g_auto (GStrv) both = dup_steps (STEP_2, STEP_3);

  g_assert_true (upgrade (self, first, NULL));
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, 2);
  g_assert_true (upgrade (self, both, NULL));
  g_assert_true (upgrade (self, both, NULL));
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, 3);
}

static void
test_failing_step_leaves_the_version_before (StoreFixture  *self,
                                             gconstpointer  data)
{
  g_auto (GStrv) broken = dup_steps (STEP_2, STEP_BROKEN);
  g_auto (GStrv) mended = dup_steps (STEP_2, STEP_3);
  g_autoptr (GError) error = NULL;

  g_assert_false (upgrade (self, broken, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM sqlite_schema WHERE name = 'decision'"), ==, 0);
  g_assert_true (upgrade (self, mended, NULL));
}

static void
test_old_to_read_only_is_refused (StoreFixture  *self,
                                  gconstpointer  data)
{
  g_auto (GStrv) steps = dup_steps (STEP_2, NULL);
  g_autoptr (CnConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = cn_store_opener_open_writer (self->path, CN_STORE_OPEN_READ_ONLY, (const char * const *) steps, &error);
  g_assert_null (connection);
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (test_sql_int64 (self->path, "PRAGMA user_version"), ==, 1);
}

/* R-D9: the test's own program again, which does nothing but upgrade, killed at a random moment of that. */
static void
test_killed_is_old_or_new (StoreFixture  *self,
                           gconstpointer  data)
{
  g_auto (GStrv) steps = dup_steps (STEP_2, STEP_3);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));

  for (guint round = 0; round < test_scale (10); round++)
    {
      g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
      const char *argv[] = { program, "--upgrade", self->path, NULL };
      g_autoptr (GSubprocess) victim = NULL;
      g_autofree char *copy = NULL;
      g_autoptr (GError) error = NULL;
      gint64 version;

      g_assert_true (g_file_set_contents (self->path, bytes, (gssize) size, NULL));
      g_unlink (log);
      remove_copies (self);
      victim = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, NULL);
      g_usleep ((gulong) g_test_rand_int_range (0, 60000));
      g_subprocess_force_exit (victim);
      g_assert_true (g_subprocess_wait (victim, NULL, NULL));

      version = test_sql_int64 (self->path, "PRAGMA user_version");
      g_assert_cmpint (version, >=, 1);
      g_assert_cmpint (version, <=, 3);
      copy = find_copy (self);
      if (version > 1)
        g_assert_nonnull (copy);
      if (copy != NULL)
        {
          cn_backup_verify (copy, (const char * const *) steps, &error);
          g_assert_no_error (error);
        }
      g_assert_true (upgrade (self, steps, NULL));
      g_assert_cmpint (test_sql_int64 (self->path, "SELECT count (*) FROM place"), ==, 50);
    }
}

#define ADD(name, func) g_test_add ("/migration/" name, StoreFixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("version-1-is-what-it-was", test_version_1_is_what_it_was);
  ADD ("steps-number-their-versions", test_steps_number_their_versions);
  ADD ("old-becomes-as-fresh", test_old_becomes_as_fresh);
  ADD ("upgraded-in-two-goes-is-the-same", test_upgraded_in_two_goes_is_the_same);
  ADD ("failing-step-leaves-the-version-before", test_failing_step_leaves_the_version_before);
  ADD ("old-to-read-only-is-refused", test_old_to_read_only_is_refused);
  ADD ("killed-is-old-or-new", test_killed_is_old_or_new);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--upgrade"))
    {
      StoreFixture self = { .path = argv[2] };
      g_auto (GStrv) steps = dup_steps (STEP_2, STEP_3);

      return upgrade (&self, steps, NULL) ? 0 : 1;
    }

  return test_run (&argc, &argv, add_tests);
}
