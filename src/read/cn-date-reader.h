/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date.h"

G_BEGIN_DECLS

/**
 * CnDateMatch:
 * @start: offset of the first byte of the words
 * @end: offset behind their last byte
 * @date: the (first) day that they name
 * @last: the last day of a range, equal to @date when there is one day only
 * @days: (element-type CnDate) (nullable): the single days of an enumeration ("December 7, 8 and 10 2021"), else
 *   %NULL
 * @relative: whether the words mean a day only together with the day they were written on ("yesterday", "last April")
 * @approximate: whether the words are vague ("a little over a month ago")
 * @ambiguous: whether day and month could be swapped and neither the language nor another date of the text
 *   decides; @date then has the precision that both readings agree on
 *
 * A date in words. Clear with cn_date_match_clear().
 */
typedef struct
{
  gsize    start;
  gsize    end;
  CnDate   date;
  CnDate   last;
  GArray  *days;
  gboolean relative;
  gboolean approximate;
  gboolean ambiguous;
} CnDateMatch;

GArray  *cn_date_reader_find        (const char   *text,
                                     gsize         length,
                                     const char   *language,
                                     CnDate        reference) G_GNUC_WARN_UNUSED_RESULT;
gboolean cn_date_reader_parse_line  (const char   *text,
                                     gsize         length,
                                     const char   *language,
                                     CnDateMatch  *match);
gboolean cn_date_reader_parse_stamp (const char   *text,
                                     CnDate       *date);
void     cn_date_match_clear        (CnDateMatch  *match);

G_END_DECLS
