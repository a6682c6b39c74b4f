/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weak references that can be handed on as data.
 *
 * Main thread. */

#include "config.h"

#include "cn-weak.h"

/**
 * cn_weak_new:
 * @object: a #GObject
 *
 * Returns: (transfer full): a weak reference to it; free with cn_weak_free()
 */
GWeakRef *
cn_weak_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/**
 * cn_weak_free:
 * @weak: what cn_weak_new() returned
 */
void
cn_weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}
