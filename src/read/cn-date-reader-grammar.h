/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-date-reader.h"
#include "cn-date-reader-scanner.h"

G_BEGIN_DECLS

/* From tokens to what they say, before anything is decided that needs the rest of the text. Internal to the date
 * reader. */

#define CN_DATE_ALL_LANGUAGES 0xffffu
#define CN_DATE_MAX_PARTS     16

/**
 * CnDatePart:
 * @year: 0 when the words do not say
 * @month: 0 when the words do not say
 * @day: 0 when the words do not say
 * @swappable: whether @day and @month may as well be the other way round
 */
typedef struct
{
  guint16 year;
  guint8  month;
  guint8  day;
  guint8  swappable;
} CnDatePart;

typedef enum
{
  CN_DATE_SHAPE_NOTHING,  /* words that look like a date and are none */
  CN_DATE_SHAPE_SINGLE,
  CN_DATE_SHAPE_RANGE,    /* two parts */
  CN_DATE_SHAPE_LIST,     /* two parts or more */
  CN_DATE_SHAPE_RELATIVE, /* @date and @last say it */
  CN_DATE_SHAPE_INSTANT,  /* @date says it */
} CnDateShape;

/**
 * CnDateCandidate:
 * @weekday: what the words say the first day is, or 0
 * @separator: of a date in digits with the year behind, else 0
 * @month_first: of a date in digits whose order is certain
 * @in_digits: whether no word is part of it
 */
typedef struct
{
  gsize       start;
  gsize       end;
  CnDateShape shape;
  guint       n_parts;
  CnDatePart  parts[CN_DATE_MAX_PARTS];
  guint       weekday;
  gunichar    separator;
  gboolean    month_first;
  gboolean    in_digits;
  gboolean    approximate;
  CnDate      date;
  CnDate      last;
} CnDateCandidate;

/**
 * CnDateContext:
 * @language: the #CnDateLanguage of the text, or 0
 * @reference: the day that it was written on, or %CN_DATE_NONE
 * @whole_line: the text is one line that may say nothing but a date, so that forms are taken which in a sentence would
 *   mostly be something else
 * @floor: no match begins before this offset
 */
typedef struct
{
  CnDateScanner scanner;
  guint         language;
  CnDate        reference;
  gboolean      whole_line;
  gsize         floor;
} CnDateContext;

/* Each returns how many tokens from the head the match takes, 0 when there is none. */
guint               cn_date_grammar_match   (CnDateContext    *context,
                                             CnDateCandidate  *candidate);
guint               cn_date_absolute_match  (CnDateContext    *context,
                                             int               at,
                                             CnDateCandidate  *candidate);
guint               cn_date_numeric_match   (CnDateContext    *context,
                                             int               at,
                                             CnDateCandidate  *candidate);
guint               cn_date_year_match      (CnDateContext    *context,
                                             int               at,
                                             CnDateCandidate  *candidate);
guint               cn_date_period_match    (CnDateContext    *context,
                                             int               at,
                                             CnDateCandidate  *candidate);
guint               cn_date_relative_match  (CnDateContext    *context,
                                             CnDateCandidate  *candidate);

/* What the grammars share: cn-date-reader-parts.c. */
typedef enum
{
  CN_DATE_JOINT_NONE,
  CN_DATE_JOINT_DASH,
  CN_DATE_JOINT_TO,
  CN_DATE_JOINT_AND,
  CN_DATE_JOINT_COMMA,
  CN_DATE_JOINT_SLASH,
} CnDateJoint;

const CnDateToken  *cn_date_token           (CnDateContext    *context,
                                             int               at);
gboolean            cn_date_is_mark         (CnDateContext    *context,
                                             int               at,
                                             gunichar          mark);
gboolean            cn_date_is_role         (CnDateContext    *context,
                                             int               at,
                                             CnDateRole        role);
gboolean            cn_date_is_own_role     (CnDateContext    *context,
                                             int               at,
                                             CnDateRole        role);
gboolean            cn_date_is_digits       (CnDateContext    *context,
                                             int               at,
                                             guint             max_digits);
gboolean            cn_date_is_glued        (CnDateContext    *context,
                                             int               at);
gboolean            cn_date_is_end          (CnDateContext    *context,
                                             int               at);
guint               cn_date_get_day         (CnDateContext    *context,
                                             int               at);
guint               cn_date_get_year        (CnDateContext    *context,
                                             int               at);
guint               cn_date_widen_year      (guint             two_digits);
CnDateJoint         cn_date_take_joint      (CnDateContext    *context,
                                             int              *at);
CnDateShape         cn_date_joint_get_shape (CnDateJoint       joint);
gboolean            cn_date_is_between      (CnDateContext    *context,
                                             int               at);
gboolean            cn_date_is_counted      (CnDateContext    *context,
                                             int               at);
gboolean            cn_date_is_blocked      (CnDateContext    *context,
                                             int               at);
gboolean            cn_date_part_is_valid   (const CnDatePart *part);
int                 cn_date_part_compare    (const CnDatePart *a,
                                             const CnDatePart *b);

/* The pieces of a date with a month in words: cn-date-reader-days.c. */

/* Lists and joints end here, so that nothing looks further ahead than the scanner keeps. */
#define CN_DATE_LAST_START 60

/**
 * CnDateName:
 *
 * How surely a word is the name of a month.
 */
typedef enum
{
  CN_DATE_NAME_NONE,
  CN_DATE_NAME_FOREIGN, /* of another language than the text's: believed with day and year only */
  CN_DATE_NAME_WEAK,    /* may be an everyday word ("may", "mar"): with day and year only */
  CN_DATE_NAME_FULL,
} CnDateName;

/**
 * CnDateDays:
 * @range: two days, from the one to the other
 * @comma_only: no "and" among them, so that an accident ("Room 3, 4 June") is likely
 */
typedef struct
{
  guint    n;
  guint    days[CN_DATE_MAX_PARTS];
  gboolean range;
  gboolean comma_only;
} CnDateDays;

guint               cn_date_get_month       (CnDateContext    *context,
                                             int               at,
                                             CnDateName       *strength);
void                cn_date_skip_point      (CnDateContext    *context,
                                             int              *at);
guint               cn_date_take_weekday    (CnDateContext    *context,
                                             int              *at);
gboolean            cn_date_take_year       (CnDateContext    *context,
                                             int              *at,
                                             guint            *year);
gboolean            cn_date_take_days       (CnDateContext    *context,
                                             int              *at,
                                             gboolean          behind_month,
                                             CnDateDays       *days);

/* Time of day and zone at @text: cn-date-reader-time.c. */
gsize               cn_date_time_scan       (const char       *text,
                                             gsize             length,
                                             int              *seconds);
gsize               cn_date_zone_scan       (const char       *text,
                                             gsize             length,
                                             int              *offset);

/* Decides what the parts of all candidates of a text mean together: cn-date-reader-resolve.c. */
GArray             *cn_date_resolve         (GArray           *candidates,
                                             const char       *language,
                                             CnDate            reference);

G_END_DECLS
