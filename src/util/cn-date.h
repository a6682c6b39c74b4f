/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CnPrecision:
 *
 * How much of a date is known. What is not known is never filled in.
 */
typedef enum
{
  CN_PRECISION_NONE,   /* no date at all */
  CN_PRECISION_YEAR,
  CN_PRECISION_MONTH,
  CN_PRECISION_DAY,
  CN_PRECISION_TIME,   /* an instant, kept in UTC */
} CnPrecision;

/**
 * CnDate:
 * @year: 1 to 9999, or 0 when there is no date
 * @month: 1 to 12, or 0 when unknown
 * @day: 1 to 31, or 0 when unknown
 * @seconds: seconds since midnight UTC, or -1 when unknown
 *
 * A date in the proleptic Gregorian calendar with its precision. A plain value: copy it by assignment, there is
 * nothing to free. All-zero memory is not a valid "no date"; use %CN_DATE_NONE.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
  gint32 seconds;
} CnDate;

#define CN_DATE_NONE ((CnDate) { 0, 0, 0, -1 })

/* A sort key's section is the key divided by this: one for each month, one more for each year "month unknown". */
#define CN_DATE_KEYS_PER_SECTION (G_GINT64_CONSTANT (32) * 86400)

CnDate       cn_date_new_year       (int           year);
CnDate       cn_date_new_month      (int           year,
                                     int           month);
CnDate       cn_date_new_day        (int           year,
                                     int           month,
                                     int           day);
CnDate       cn_date_new_time       (gint64        unix_seconds);

CnPrecision  cn_date_get_precision  (CnDate        date);
gboolean     cn_date_equal          (CnDate        a,
                                     CnDate        b);
gboolean     cn_date_is_valid_day   (int           year,
                                     int           month,
                                     int           day);
int          cn_date_get_weekday    (CnDate        date);
CnDate       cn_date_add_days       (CnDate        date,
                                     int           days);
CnDate       cn_date_add_months     (CnDate        date,
                                     int           months);

gint64       cn_date_get_sort_key   (CnDate        date);
CnDate       cn_date_from_sort_key  (gint64        key);

char        *cn_date_to_iso         (CnDate        date) G_GNUC_WARN_UNUSED_RESULT;
gboolean     cn_date_from_iso       (const char   *text,
                                     CnDate       *date);
const char  *cn_precision_to_string (CnPrecision   precision);

G_END_DECLS
