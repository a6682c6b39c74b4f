/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A weak reference as the data of a fiber or a callback: whoever awaits must not keep alive what the answer
 * is for. Private to the model; main thread. */

GWeakRef *cn_weak_new  (gpointer  object) G_GNUC_WARN_UNUSED_RESULT;
void      cn_weak_free (gpointer  weak);

G_END_DECLS
