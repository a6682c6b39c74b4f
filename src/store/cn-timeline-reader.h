/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-connection.h"
#include "cn-timeline-query.h"

G_BEGIN_DECLS

GArray   *cn_timeline_reader_list  (CnConnection           *connection,
                                    const CnTimelineQuery  *query,
                                    const CnTimelineEntry  *after,
                                    guint                   limit,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cn_timeline_reader_count (CnConnection           *connection,
                                    const CnTimelineQuery  *query,
                                    guint                  *count,
                                    GError                **error);

G_END_DECLS
