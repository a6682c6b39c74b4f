/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#define BENCH_N_LONG_ARTICLES 2

GPtrArray *bench_articles_write  (const char *folder,
                                  guint       n_articles);
void       bench_articles_remove (const char *folder,
                                  GPtrArray  *files);
