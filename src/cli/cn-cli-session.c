/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A command's way to the library: open it, run the command's fiber, close it.
 *
 * Main thread. Each state in which a store cannot be used has its own sentence, because each has its own remedy. */

#include "config.h"

#include "cn-cli.h"

#include <glib/gi18n.h>

typedef struct
{
  CnCli       *cli;
  CnCliAccess  access;
  CnCliBody    body;
  gpointer     data;
  GMainLoop   *loop;
  CnExit       status;
} Session;

/* One clause for each state in which there is nothing to work with; NULL when there is. */
static const char *
describe_state (CnLibraryState  state,
                CnCliAccess     access,
                const char     *message)
{
  switch (state)
    {
    case CN_LIBRARY_STATE_READY:
      return NULL;

    case CN_LIBRARY_STATE_READ_ONLY:
      return access == CN_CLI_READS ? NULL : _("it can only be read, nothing can be added or changed");

    case CN_LIBRARY_STATE_TOO_NEW:
      return _("a newer CityNet has written it; this one leaves it as it is");

    case CN_LIBRARY_STATE_DAMAGED:
      return _("it is damaged; “citynet-cli recover” saves what is readable, “citynet-cli restore” puts a copy in its "
               "place");

    case CN_LIBRARY_STATE_FOREIGN:
      return _("it is no store of CityNet");

    case CN_LIBRARY_STATE_LOCKED:
      return _("another program keeps it locked");

    case CN_LIBRARY_STATE_FULL:
      return _("no space is left where it lies");

    case CN_LIBRARY_STATE_OPENING:
    case CN_LIBRARY_STATE_FAILED:
    default:
      return message != NULL ? message : _("it could not be opened");
    }
}

/* What a command that helps a store does not shrink from. */
static gboolean
is_help_for (CnCliAccess    access,
             CnLibraryState state)
{
  switch (access)
    {
    case CN_CLI_RESTORES:
      return state == CN_LIBRARY_STATE_DAMAGED || state == CN_LIBRARY_STATE_FOREIGN ||
             state == CN_LIBRARY_STATE_TOO_NEW;

    case CN_CLI_RECOVERS:
      return state == CN_LIBRARY_STATE_DAMAGED || state == CN_LIBRARY_STATE_FOREIGN ||
             state == CN_LIBRARY_STATE_READ_ONLY;

    case CN_CLI_READS:
    case CN_CLI_WRITES:
    default:
      return FALSE;
    }
}

static gboolean
open_library (CnLibrary   *library,
              CnCliAccess  access)
{
  g_autoptr (GError) error = NULL;
  const char *reason;

  if (!dex_await (cn_library_open (library), &error) && cn_library_get_state (library) == CN_LIBRARY_STATE_READY)
    reason = error->message;
  else if (is_help_for (access, cn_library_get_state (library)))
    reason = NULL;
  else
    reason = describe_state (cn_library_get_state (library), access, cn_library_get_error_message (library));

  if (reason != NULL)
    cn_cli_problem (cn_library_get_path (library), reason);

  return reason == NULL;
}

static DexFuture *
session_fiber (gpointer data)
{
  Session *session = data;
  g_autofree char *usual_path = NULL;
  g_autoptr (CnLibrary) library = NULL;
  const char *path = session->cli->store_path;

  if (path == NULL)
    path = usual_path = cn_library_dup_default_path ();

  library = cn_library_new (path);
  if (open_library (library, session->access))
    session->status = session->body (session->cli, library, session->data);
  dex_await (cn_library_close (library), NULL);

  return dex_future_new_true ();
}

static DexFuture *
session_done_cb (DexFuture *future,
                 gpointer   data)
{
  Session *session = data;

  g_main_loop_quit (session->loop);
  return NULL;
}

/*
 * cn_cli_use_library:
 * @access: whether a store that can only be read will do
 * @body: what to do with it, as a fiber
 * @data: for @body
 *
 * Opens the library, runs @body, closes the library.
 *
 * Returns: what @body returned, or %CN_EXIT_STORE when there is no store to work with; the user has been told
 */
CnExit
cn_cli_use_library (CnCli       *cli,
                    CnCliAccess  access,
                    CnCliBody    body,
                    gpointer     data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Session session = { cli, access, body, data, loop, CN_EXIT_STORE };
  DexFuture *future;

  /* Reading a store that somebody names must not make one; the usual one is just empty until something is in it. */
  if ((access == CN_CLI_READS || access == CN_CLI_RECOVERS) && cli->store_path != NULL &&
      !g_file_test (cli->store_path, G_FILE_TEST_EXISTS))
    {
      cn_cli_problem (cli->store_path, _("there is no such file"));
      return CN_EXIT_STORE;
    }

  future = dex_scheduler_spawn (NULL, 0, session_fiber, &session, NULL);
  dex_future_disown (dex_future_finally (future, session_done_cb, &session, NULL));
  g_main_loop_run (loop);

  return session.status;
}
