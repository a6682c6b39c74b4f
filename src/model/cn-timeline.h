/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article.h"

G_BEGIN_DECLS

typedef struct _CnLibrary CnLibrary;

typedef enum
{
  CN_TIMELINE_SHOW_ALL,
  CN_TIMELINE_SHOW_UNREAD,
  CN_TIMELINE_SHOW_STARRED,
} CnTimelineShow;

#define CN_TYPE_TIMELINE      (cn_timeline_get_type ())
#define CN_TYPE_TIMELINE_SHOW (cn_timeline_show_get_type ())

/**
 * CnTimeline:
 *
 * A lazy #GListModel of #CnArticle, newest first, undated last. It holds the ordered ids of what its filter
 * matches and fetches rows by page as somebody looks at them. Main thread.
 *
 * Changes are signalled exactly: replaying "items-changed" on a copy gives the list. A removal and an
 * addition at one place are two emissions, never one, because GtkListView asks for every new item of an
 * emission that does both.
 *
 * A change of marks adds articles to a list of the unread or the starred but takes none out: what somebody is
 * reading stays until the filter changes or cn_timeline_reload().
 *
 * Properties: library (construct-only), show, networks (a set of network ids; empty shows all), is-loading
 * (nothing can be said yet), error-message.
 */
G_DECLARE_FINAL_TYPE (CnTimeline, cn_timeline, CN, TIMELINE, GObject)

GType               cn_timeline_show_get_type     (void) G_GNUC_CONST;

CnTimeline         *cn_timeline_new               (CnLibrary           *library) G_GNUC_WARN_UNUSED_RESULT;
CnLibrary          *cn_timeline_get_library       (CnTimeline          *self);

CnTimelineShow      cn_timeline_get_show          (CnTimeline          *self);
void                cn_timeline_set_show          (CnTimeline          *self,
                                                   CnTimelineShow       show);

const char * const *cn_timeline_get_networks      (CnTimeline          *self);
void                cn_timeline_set_networks      (CnTimeline          *self,
                                                   const char * const  *ids);
void                cn_timeline_toggle_network    (CnTimeline          *self,
                                                   const char          *id);

void                cn_timeline_set_filter        (CnTimeline          *self,
                                                   CnTimelineShow       show,
                                                   const char * const  *ids);

gboolean            cn_timeline_is_loading        (CnTimeline          *self);
const char         *cn_timeline_get_error_message (CnTimeline          *self);
void                cn_timeline_reload            (CnTimeline          *self);

/* The month that a position belongs to: its first and its one-after-last position. The date has month or
 * year precision, or is CN_DATE_NONE for the undated section. */
CnDate              cn_timeline_get_section       (CnTimeline          *self,
                                                   guint                position,
                                                   guint               *start,
                                                   guint               *end);
guint               cn_timeline_find_article      (CnTimeline          *self,
                                                   gint64               id);

G_END_DECLS
