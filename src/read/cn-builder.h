/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-document.h"

G_BEGIN_DECLS

typedef struct _CnBuilder CnBuilder;

CnBuilder  *cn_builder_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void        cn_builder_free             (CnBuilder     *self);

void        cn_builder_open_block       (CnBuilder     *self,
                                         CnBlockKind    kind,
                                         CnFurniture    furniture,
                                         guint          line_feeds);
void        cn_builder_set_level        (CnBuilder     *self,
                                         guint          level);
void        cn_builder_set_ordinal      (CnBuilder     *self,
                                         guint          ordinal);
void        cn_builder_set_group        (CnBuilder     *self,
                                         guint          group);
gboolean    cn_builder_close_block      (CnBuilder     *self);
gboolean    cn_builder_has_open_block   (CnBuilder     *self);
guint       cn_builder_get_n_blocks     (CnBuilder     *self);

void        cn_builder_append           (CnBuilder     *self,
                                         const char    *text,
                                         gsize          length);
void        cn_builder_append_folded    (CnBuilder     *self,
                                         const char    *text,
                                         gsize          length);
void        cn_builder_break_line       (CnBuilder     *self);
void        cn_builder_end_line         (CnBuilder     *self);
void        cn_builder_next_cell        (CnBuilder     *self);

void        cn_builder_open_span        (CnBuilder     *self,
                                         CnSpanKind     kind,
                                         const char    *href);
void        cn_builder_close_span       (CnBuilder     *self,
                                         CnSpanKind     kind);

CnDocument *cn_builder_finish           (CnBuilder     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnBuilder, cn_builder_free)

G_END_DECLS
