/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/**
 * CnDateLineKind:
 *
 * What a line with a date says of the document.
 */
typedef enum
{
  CN_DATE_LINE_NONE,      /* nothing: it is a sentence, or has no date */
  CN_DATE_LINE_PLAIN,     /* a date without a word about what happened then */
  CN_DATE_LINE_PUBLISHED, /* "Published on …" */
  CN_DATE_LINE_UPDATED,   /* "Last updated: …" and no day of publication */
  CN_DATE_LINE_EVENT,     /* a date of something else: a range, a deadline, opening hours */
} CnDateLineKind;

/**
 * CnDateLine:
 * @start: offset in the line of the first byte of the words that name @published
 * @end: offset behind their last byte
 */
typedef struct
{
  CnDateLineKind kind;
  CnDate         published;
  CnDate         updated;
  gsize          start;
  gsize          end;
} CnDateLine;

CnDateLine cn_date_line_parse          (const char *line,
                                        gsize       length,
                                        const char *language,
                                        GPtrArray  *authors);
CnDateLine cn_date_line_parse_dateline (const char *paragraph,
                                        gsize       length,
                                        const char *language);

G_END_DECLS
