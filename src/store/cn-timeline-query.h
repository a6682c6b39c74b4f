/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/**
 * CnTimelineScope:
 *
 * Which articles of the chosen networks a timeline shows.
 */
typedef enum
{
  CN_TIMELINE_SCOPE_ALL,
  CN_TIMELINE_SCOPE_UNREAD,
  CN_TIMELINE_SCOPE_STARRED,
} CnTimelineScope;

/**
 * CnTimelineQuery:
 * @networks: (nullable): keys; an article that is about any of them matches; %NULL or empty is every article
 * @since: articles of that day or later; %CN_DATE_NONE for no bound. A bound leaves undated articles out
 * @until: articles of that day or earlier
 *
 * A question to the store. Plain: the caller owns what it points to, the store copies it.
 */
typedef struct
{
  const char * const *networks;
  CnTimelineScope     scope;
  CnDate              since;
  CnDate              until;
} CnTimelineQuery;

/**
 * CnTimelineEntry:
 * @sort_key: cn_date_get_sort_key() of the date of publication, 0 when undated
 *
 * A place in a timeline. Timelines are ordered by sort key, then id, greatest first, and so is every list of entries.
 */
typedef struct
{
  gint64 id;
  gint64 sort_key;
} CnTimelineEntry;

G_END_DECLS
