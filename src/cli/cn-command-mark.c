/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* citynet-cli mark: read, unread, starred, not starred. */

#include "config.h"

#include <glib/gi18n.h>

#include "cn-commands.h"
#include "cn-cli-format.h"

typedef struct
{
  gboolean is_read, is_unread, is_starred, is_unstarred;
  GArray  *ids;
} Marks;

static DexFuture *
set_read (CnLibrary *library,
          Marks     *marks)
{
  const gint64 *ids = (gpointer) marks->ids->data;

  return cn_library_set_read (library, ids, marks->ids->len, marks->is_read);
}

static DexFuture *
set_starred (CnLibrary *library,
             Marks     *marks)
{
  const gint64 *ids = (gpointer) marks->ids->data;

  return cn_library_set_starred (library, ids, marks->ids->len, marks->is_starred);
}

/* Marks nothing at all when one of the articles does not exist. */
static gboolean
exist (CnLibrary *library,
       Marks     *marks)
{
  for (guint i = 0; i < marks->ids->len; i++)
    {
      gint64 id = g_array_index (marks->ids, gint64, i);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autoptr (GError) error = NULL;
      g_autoptr (CnArticleText) text = dex_await_object (cn_library_load_article (library, id), &error);

      if (text == NULL)
        {
          g_autofree char *reason = cn_library_describe_error (error);

          cn_cli_problem (name, reason);
          return FALSE;
        }
    }

  return TRUE;
}

static CnExit
mark (CnCli     *cli,
      CnLibrary *library,
      gpointer   data)
{
  Marks *marks = data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = TRUE;

  if (!exist (library, marks))
    return CN_EXIT_INPUT;

  if (marks->is_read || marks->is_unread)
    is_done = dex_await (set_read (library, marks), &error);
  if (is_done && (marks->is_starred || marks->is_unstarred))
    is_done = dex_await (set_starred (library, marks), &error);

  if (!is_done)
    {
      g_autofree char *reason = cn_library_describe_error (error);

      cn_cli_problem (cn_library_get_path (library), reason);
    }
  return is_done ? CN_EXIT_OK : CN_EXIT_STORE;
}

/*
 * cn_command_mark:
 */
CnExit
cn_command_mark (CnCli *cli,
                 GStrv *argv)
{
  Marks marks = { 0 };
  g_auto (GStrv) words = NULL;
  const GOptionEntry options[] = {
    { "read", 0, 0, G_OPTION_ARG_NONE, &marks.is_read, N_("Mark as read"), NULL },
    { "unread", 0, 0, G_OPTION_ARG_NONE, &marks.is_unread, N_("Mark as unread"), NULL },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &marks.is_starred, N_("Add a star"), NULL },
    { "unstarred", 0, 0, G_OPTION_ARG_NONE, &marks.is_unstarred, N_("Take the star away"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GArray) ids = NULL;
  const char *wrong = NULL;
  CnExit status;

  if (!cn_cli_parse ("mark", _("ID… - mark articles as read, unread, starred or not"), options, argv, &status))
    return status;
  if (words == NULL)
    return cn_cli_usage ("mark", "%s", _("mark: which articles?"));
  if ((marks.is_read && marks.is_unread) || (marks.is_starred && marks.is_unstarred))
    return cn_cli_usage ("mark", "%s", _("mark: not both at once"));
  if (!marks.is_read && !marks.is_unread && !marks.is_starred && !marks.is_unstarred)
    return cn_cli_usage ("mark", "%s", _("mark: as what?"));

  ids = cn_format_parse_ids (words, &wrong);
  if (ids == NULL)
    return cn_cli_usage ("mark", _("mark: “%s” is no number of an article"), wrong);

  marks.ids = ids;
  return cn_cli_use_library (cli, CN_CLI_WRITES, mark, &marks);
}
