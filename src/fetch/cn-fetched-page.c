/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What came back from an address: a plain reference-counted value.
 *
 * Any thread. It knows nothing of HTTP: who reads it need not know where the bytes came from. */

#include "config.h"

#include "cn-fetcher.h"

G_DEFINE_BOXED_TYPE (CnFetchedPage, cn_fetched_page, cn_fetched_page_ref, cn_fetched_page_unref)

/**
 * cn_fetched_page_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self with one reference more
 */
CnFetchedPage *
cn_fetched_page_ref (CnFetchedPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_fetched_page_clear (gpointer data)
{
  CnFetchedPage *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->content_type, g_free);
}

/**
 * cn_fetched_page_unref:
 *
 * Any thread.
 */
void
cn_fetched_page_unref (CnFetchedPage *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, cn_fetched_page_clear);
}
