/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program "citynet". */

#include "config.h"

#include <glib/gi18n.h>
#include <libdex.h>

#include "cn-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CnApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  dex_init ();

  application = cn_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
