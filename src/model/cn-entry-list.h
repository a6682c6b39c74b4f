/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"
#include "cn-timeline-query.h"

G_BEGIN_DECLS

/* Ordered lists of timeline entries (greatest sort key first, then greatest id) as immutable GArrays, and
 * what turns one into another. Private to the model; pure; any thread. */

/* More edits than this are one removal and one addition: the place in the list is lost then, and the rows are made
 * anew. As many articles as a store names in one change. */
#define CN_ENTRY_MAX_EDITS 1024

/**
 * CnEntryEdit:
 * @old_position: where the run starts in the old list
 * @n_removed: how many entries of the old list go there
 * @new_position: where it starts in the new list
 * @n_added: how many entries of the new list come there
 */
typedef struct
{
  guint old_position;
  guint n_removed;
  guint new_position;
  guint n_added;
} CnEntryEdit;

/**
 * CnEntryPatch:
 * @id: the article that somebody touched
 * @is_in: whether the list shall have it
 * @keeps_place: whether it stays although @is_in is %FALSE, when the list has it already
 * @sort_key: where it belongs
 */
typedef struct
{
  gint64   id;
  gint64   sort_key;
  gboolean is_in;
  gboolean keeps_place;
} CnEntryPatch;

int      cn_entry_compare          (const CnTimelineEntry *a,
                                    const CnTimelineEntry *b);
GArray  *cn_entry_list_diff        (const GArray          *before,
                                    const GArray          *after) G_GNUC_WARN_UNUSED_RESULT; /* of CnEntryEdit */
GArray  *cn_entry_list_merge_kept  (const GArray          *before,
                                    const GArray          *after,
                                    const GArray          *existing) G_GNUC_WARN_UNUSED_RESULT;
GArray  *cn_entry_list_patch       (const GArray          *before,
                                    const GArray          *patches) G_GNUC_WARN_UNUSED_RESULT; /* of CnEntryPatch */

G_END_DECLS
