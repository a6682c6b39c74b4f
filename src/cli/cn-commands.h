/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-cli.h"

G_BEGIN_DECLS

/* One file per command; cn-cli-main.c has the table. */

CnExit cn_command_articles (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_backup   (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_check    (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_import   (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_inspect  (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_mark     (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_networks (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_recover  (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_restore  (CnCli *cli,
                            GStrv *argv);
CnExit cn_command_show     (CnCli *cli,
                            GStrv *argv);

G_END_DECLS
