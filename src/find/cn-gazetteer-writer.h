/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-gazetteer-format.h"
#include "cn-gazetteer.h"

G_BEGIN_DECLS

typedef struct _CnGazetteerWriter CnGazetteerWriter;

CnGazetteerWriter *cn_gazetteer_writer_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void               cn_gazetteer_writer_free          (CnGazetteerWriter *self);

guint              cn_gazetteer_writer_add_place     (CnGazetteerWriter *self,
                                                      const CnPlaceInfo *place,
                                                      CnGazetteerLevel   level);
void               cn_gazetteer_writer_add_people    (CnGazetteerWriter *self,
                                                      guint              place,
                                                      guint32            population);
void               cn_gazetteer_writer_add_name      (CnGazetteerWriter *self,
                                                      guint              place,
                                                      const char        *name,
                                                      const char        *language,
                                                      CnNameTier         tier);
void               cn_gazetteer_writer_add_past_name (CnGazetteerWriter *self,
                                                      guint              place,
                                                      const char        *name,
                                                      guint              until);
GBytes            *cn_gazetteer_writer_finish        (CnGazetteerWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnGazetteerWriter, cn_gazetteer_writer_free)

G_END_DECLS
