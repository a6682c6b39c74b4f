/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date-reader.h"

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
 * @teaser: whether words stand beside the date as beside those of a list: "4 June 2021 Summer fair"
 */
typedef struct
{
  CnDateLineKind kind;
  CnDate         published;
  CnDate         updated;
  gsize          start;
  gsize          end;
  gboolean       teaser;
} CnDateLine;

/**
 * CN_DATE_LINE_INIT:
 *
 * A line that says nothing of when.
 */
#define CN_DATE_LINE_INIT { CN_DATE_LINE_NONE, CN_DATE_NONE, CN_DATE_NONE, 0, 0, FALSE }

CnDateLine cn_date_line_parse          (const char *line,
                                        gsize       length,
                                        const char *language,
                                        GPtrArray  *authors);
CnDateLine cn_date_line_parse_dateline (const char *paragraph,
                                        gsize       length,
                                        const char *language);
CnDateLine cn_date_line_parse_today    (const char *paragraph,
                                        gsize       length,
                                        const char *language);
CnDate     cn_date_line_parse_year     (const char *line,
                                        gsize       length);

gboolean   cn_date_line_is_short_name  (const char *text,
                                        gsize       length,
                                        guint       max_words);
gboolean   cn_date_line_is_day_of_its_own (const CnDateMatch *match);

G_END_DECLS
