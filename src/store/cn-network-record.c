/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks and tallies as the store gives them out: plain values, immutable once handed over. Any thread. */

#include "config.h"

#include "cn-network-record.h"

G_DEFINE_BOXED_TYPE (CnNetworkRecord, cn_network_record, cn_network_record_ref, cn_network_record_unref)
G_DEFINE_BOXED_TYPE (CnTally, cn_tally, cn_tally_copy, cn_tally_free)

/**
 * cn_network_record_new:
 *
 * Returns: (transfer full): a record to be filled
 */
CnNetworkRecord *
cn_network_record_new (void)
{
  return g_atomic_rc_box_new0 (CnNetworkRecord);
}

/**
 * cn_network_record_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
CnNetworkRecord *
cn_network_record_ref (CnNetworkRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
cn_network_record_clear (CnNetworkRecord *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->short_name, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->parent, g_free);
  g_clear_pointer (&self->website, g_free);
}

/**
 * cn_network_record_unref:
 * @self: (transfer full): a record
 *
 * Any thread.
 */
void
cn_network_record_unref (CnNetworkRecord *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) cn_network_record_clear);
}

/**
 * cn_tally_copy:
 *
 * Returns: (transfer full): a copy
 */
CnTally *
cn_tally_copy (const CnTally *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * cn_tally_free:
 * @self: (transfer full): a tally
 */
void
cn_tally_free (CnTally *self)
{
  g_free (self);
}
