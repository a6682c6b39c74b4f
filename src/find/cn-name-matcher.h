/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The owner of a form that is nobody's: a name that only looks like a network's. */
#define CN_NAME_NOBODY G_MAXUINT

/**
 * CnNameHit:
 * @owner: what cn_name_matcher_add() said
 * @is_weak: whether the form counts only beside a strong one
 * @start: offset of its first byte in the text
 * @last_word: offset of its last word
 * @end: offset behind its last byte
 *
 * A name where it stands.
 */
typedef struct
{
  guint    owner;
  gboolean is_weak;
  gsize    start;
  gsize    last_word;
  gsize    end;
} CnNameHit;

typedef struct _CnNameMatcher CnNameMatcher;

CnNameMatcher *cn_name_matcher_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void           cn_name_matcher_free (CnNameMatcher       *self);

void           cn_name_matcher_add  (CnNameMatcher       *self,
                                     const char          *form,
                                     guint                owner,
                                     gboolean             is_weak);
void           cn_name_matcher_scan (const CnNameMatcher *self,
                                     const char          *text,
                                     gsize                start,
                                     gsize                end,
                                     GArray              *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnNameMatcher, cn_name_matcher_free)

G_END_DECLS
