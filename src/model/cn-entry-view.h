/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-entry-list.h"

G_BEGIN_DECLS

/**
 * CnEntryView:
 * @head: (nullable): the list that comes; only its first @n_head entries count yet
 * @tail: the list that goes; only its entries from @tail_start on still count
 *
 * What a timeline answers: one list at rest, and the front of the new one followed by the rest of the old
 * one while a change is signalled run by run. Private to the model; a plain value.
 */
typedef struct
{
  GArray *head;
  guint   n_head;
  GArray *tail;
  guint   tail_start;
} CnEntryView;

void                   cn_entry_view_init         (CnEntryView       *self);
void                   cn_entry_view_clear        (CnEntryView       *self);
guint                  cn_entry_view_get_length   (const CnEntryView *self);
const CnTimelineEntry *cn_entry_view_get          (const CnEntryView *self,
                                                   guint              position);
void                   cn_entry_view_begin        (CnEntryView       *self,
                                                   GArray            *after);
GArray                *cn_entry_view_finish       (CnEntryView       *self) G_GNUC_WARN_UNUSED_RESULT;
void                   cn_entry_view_get_section  (const CnEntryView *self,
                                                   guint              position,
                                                   guint             *start,
                                                   guint             *end);
guint                  cn_entry_view_find_entry   (const CnEntryView *self,
                                                   gint64             sort_key,
                                                   gint64             id);
guint                  cn_entry_view_find_id      (const CnEntryView *self,
                                                   gint64             id);

G_END_DECLS
