/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Processes that use a store and can be killed: store-helper.c says what they do. */

#include "config.h"

#include "store-process.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

void
store_process_set_up (StoreFixture  *self,
                      gconstpointer  data)
{
  store_fixture_init (self);
}

void
store_process_tear_down (StoreFixture  *self,
                         gconstpointer  data)
{
  store_fixture_clear (self);
}

GSubprocess *
store_process_start (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "faults", "store-helper", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  va_list args;

  g_ptr_array_add (argv, program);
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char * const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  return process;
}

/* Reads lines until there are N of them or the end comes. Returns the number of the last. */
guint
store_process_read (GDataInputStream *stream,
                    guint             n,
                    guint             last)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (stream, NULL, NULL, NULL);

      if (line == NULL || g_str_has_prefix (line, "done"))
        break;
      last = (guint) atoi (strchr (line, ' '));
    }

  return last;
}

/* Kills the process some time. Returns the last number that it had said. */
guint
store_process_kill_some_time (GSubprocess *process,
                              guint        most_lines)
{
  g_autoptr (GDataInputStream) stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  guint last = store_process_read (stream, (guint) g_test_rand_int_range (0, (gint32) most_lines), 0);

  g_usleep ((gulong) g_test_rand_int_range (0, 20000));
  g_subprocess_force_exit (process);
  last = store_process_read (stream, G_MAXUINT, last);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  return last;
}

void
store_process_wait_for (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

void
store_process_fill (StoreFixture *self,
                    const char   *n_articles)
{
  g_autoptr (GSubprocess) process = store_process_start (self->path, "import", "0", n_articles, "100", NULL);

  store_process_wait_for (process);
}

void
store_process_remove_store (StoreFixture *self)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
}
