/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The small questions that all date grammars ask of the tokens at one place: is it a day, a year, a joint?
 *
 * Pure. Every function looks at a bounded number of tokens, which is what keeps the reader linear. */

#include "config.h"

#include "cn-date-reader-grammar.h"

#define EN_DASH 0x2013

/* The token @at places behind the head; see cn_date_scanner_peek(). */
const CnDateToken *
cn_date_token (CnDateContext *context,
               int            at)
{
  return cn_date_scanner_peek (&context->scanner, at);
}

/* Whether the token there is @mark and belongs to the same paragraph as the one before it. */
gboolean
cn_date_is_mark (CnDateContext *context,
                 int            at,
                 gunichar       mark)
{
  const CnDateToken *token = cn_date_token (context, at);

  return token->kind == CN_DATE_TOKEN_MARK && token->mark == mark && token->gap < CN_DATE_GAP_PARAGRAPH;
}

/* Words of a date may stand on two lines, but not in two paragraphs. */
static gboolean
is_word (const CnDateToken *token,
         int                at)
{
  return token->kind == CN_DATE_TOKEN_WORD && (at <= 0 || token->gap < CN_DATE_GAP_PARAGRAPH);
}

/* Whether the token there has that role in any language. */
gboolean
cn_date_is_role (CnDateContext *context,
                 int            at,
                 CnDateRole     role)
{
  const CnDateToken *token = cn_date_token (context, at);

  return is_word (token, at) && cn_date_word_is (token->word, role);
}

/* Whether it has that role in the text's own language, or in any when that is unknown. */
gboolean
cn_date_is_own_role (CnDateContext *context,
                     int            at,
                     CnDateRole     role)
{
  const CnDateToken *token = cn_date_token (context, at);
  guint languages = context->language != 0 ? context->language : CN_DATE_ALL_LANGUAGES;

  return is_word (token, at) && cn_date_word_get_value (token->word, role, languages) != 0;
}

/* The day of a month that the token there can be, or 0. */
guint
cn_date_get_day (CnDateContext *context,
                 int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  if (token->kind != CN_DATE_TOKEN_NUMBER || token->dirty || token->digits > 2 || token->value > 31 ||
      (at > 0 && token->gap == CN_DATE_GAP_PARAGRAPH))
    return 0;

  return token->value;
}

/* The year that the token there can be, or 0. */
guint
cn_date_get_year (CnDateContext *context,
                  int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  if (token->kind != CN_DATE_TOKEN_NUMBER || token->dirty || token->ordinal || token->digits != 4 ||
      token->value < 1000 || token->value > 2199 || cn_date_is_counted (context, at + 1))
    return 0;

  return token->value;
}

/* 70 to 99 are of the last century, as POSIX has it. */
guint
cn_date_widen_year (guint two_digits)
{
  return two_digits + (two_digits < 70 ? 2000 : 1900);
}

static CnDateJoint
get_mark_joint (gunichar mark)
{
  switch (mark)
    {
    case '-': case EN_DASH:
      return CN_DATE_JOINT_DASH;
    case ',':
      return CN_DATE_JOINT_COMMA;
    case '/':
      return CN_DATE_JOINT_SLASH;
    case '&':
      return CN_DATE_JOINT_AND;
    default:
      return CN_DATE_JOINT_NONE;
    }
}

static CnDateJoint
get_word_joint (CnDateContext *context,
                int            at)
{
  if (cn_date_is_role (context, at, CN_DATE_ROLE_TO))
    return CN_DATE_JOINT_TO;

  return cn_date_is_role (context, at, CN_DATE_ROLE_AND) ? CN_DATE_JOINT_AND : CN_DATE_JOINT_NONE;
}

/* Dutch writes "t/m" for "tot en met". */
static gboolean
is_abbreviated_to (CnDateContext *context,
                   int            at)
{
  const CnDateToken *first = cn_date_token (context, at);
  const CnDateToken *last = cn_date_token (context, at + 2);

  return first->kind == CN_DATE_TOKEN_WORD && last->kind == CN_DATE_TOKEN_WORD &&
         cn_date_is_mark (context, at + 1, '/') && last->end - first->start == 3 &&
         g_ascii_strncasecmp (context->scanner.text + first->start, "t/m", 3) == 0;
}

/* What may stand behind a joint: "bis zum 6.", "jusqu'au 6", "tot en met 6". */
static void
skip_behind_to (CnDateContext *context,
                int           *at)
{
  if (cn_date_is_mark (context, *at, '\''))
    *at += 1;
  if (cn_date_is_role (context, *at, CN_DATE_ROLE_AND) && cn_date_token (context, *at + 1)->kind == CN_DATE_TOKEN_WORD)
    *at += 2;
  if (cn_date_is_role (context, *at, CN_DATE_ROLE_TO))
    *at += 1;
}

/* Takes what can stand between two days. */
CnDateJoint
cn_date_take_joint (CnDateContext *context,
                    int           *at)
{
  const CnDateToken *token = cn_date_token (context, *at);
  CnDateJoint joint = CN_DATE_JOINT_NONE;

  if (token->gap == CN_DATE_GAP_PARAGRAPH)
    return CN_DATE_JOINT_NONE;

  if (is_abbreviated_to (context, *at))
    {
      *at += 3;
      return CN_DATE_JOINT_TO;
    }

  joint = token->kind == CN_DATE_TOKEN_MARK ? get_mark_joint (token->mark) : get_word_joint (context, *at);
  if (joint == CN_DATE_JOINT_NONE)
    return joint;
  *at += 1;

  /* "7, 8, and 10" */
  if (joint == CN_DATE_JOINT_COMMA && cn_date_is_role (context, *at, CN_DATE_ROLE_AND))
    {
      *at += 1;
      joint = CN_DATE_JOINT_AND;
    }
  if (joint == CN_DATE_JOINT_TO)
    skip_behind_to (context, at);

  /* Behind a dash an article begins something new: "12. März 2018 – Vom 1. Mai an". */
  for (int i = 0; i < 2 && joint != CN_DATE_JOINT_DASH && cn_date_is_role (context, *at, CN_DATE_ROLE_ARTICLE); i++)
    *at += 1;

  return joint;
}

/* Whether what @joint joins is from the one to the other, or the one and the other. */
CnDateShape
cn_date_joint_get_shape (CnDateJoint joint)
{
  return joint == CN_DATE_JOINT_DASH || joint == CN_DATE_JOINT_TO ? CN_DATE_SHAPE_RANGE : CN_DATE_SHAPE_LIST;
}

/* Whether "between", with an article at most, stands before the token there. */
gboolean
cn_date_is_between (CnDateContext *context,
                    int            at)
{
  if (cn_date_is_role (context, at - 1, CN_DATE_ROLE_ARTICLE))
    at--;

  return cn_date_is_role (context, at - 1, CN_DATE_ROLE_BETWEEN);
}

/* Whether the token there makes the number before it a count, a measure or a share. */
gboolean
cn_date_is_counted (CnDateContext *context,
                    int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  if (token->gap >= CN_DATE_GAP_LINE)
    return FALSE;

  if (token->kind == CN_DATE_TOKEN_WORD)
    return cn_date_is_own_role (context, at, CN_DATE_ROLE_COUNTED) &&
           !cn_date_is_own_role (context, at, CN_DATE_ROLE_TO);

  if (token->kind == CN_DATE_TOKEN_MARK)
    return token->mark == '%' || token->mark == 0x20ac || token->mark == '$' || token->mark == 0xa3 ||
           token->mark == 0x2030 || token->mark == 0xb0;

  return FALSE;
}

/* Whether a word such as "version" or a currency stands before the token there. */
gboolean
cn_date_is_blocked (CnDateContext *context,
                    int            at)
{
  for (int back = 1; back <= 3; back++)
    {
      const CnDateToken *token = cn_date_token (context, at - back);

      if (token->kind == CN_DATE_TOKEN_MARK)
        {
          if (token->mark == '$' || token->mark == 0x20ac || token->mark == 0xa3 || token->mark == 0xa7 ||
              token->mark == '#' || token->mark == '+' || token->mark == '=')
            return TRUE;
          if (token->mark == '.' || token->mark == ':' || token->mark == 0xb0 || token->mark == 0xba)
            continue;
        }

      return cn_date_is_role (context, at - back, CN_DATE_ROLE_BLOCKER);
    }

  return FALSE;
}

/* Whether the token there is a plain number of at most @max_digits. */
gboolean
cn_date_is_digits (CnDateContext *context,
                   int            at,
                   guint          max_digits)
{
  const CnDateToken *token = cn_date_token (context, at);

  return token->kind == CN_DATE_TOKEN_NUMBER && !token->dirty && !token->ordinal && token->digits <= max_digits;
}

/* Whether nothing stands before the token there. */
gboolean
cn_date_is_glued (CnDateContext *context,
                  int            at)
{
  return cn_date_token (context, at)->gap == CN_DATE_GAP_NONE;
}

/* A number that goes on behind its last digit is a version, an address or the name of a file. */
gboolean
cn_date_is_end (CnDateContext *context,
                int            at)
{
  const CnDateToken *token = cn_date_token (context, at);

  if (token->gap != CN_DATE_GAP_NONE || token->kind == CN_DATE_TOKEN_END)
    return TRUE;
  if (token->kind != CN_DATE_TOKEN_MARK)
    return FALSE;

  switch (token->mark)
    {
    case '/': case '-': case '\\': case '_': case '=': case '@': case '+': case '#': case '%': case '&':
      return FALSE;
    case '.': case ',':
      return !cn_date_is_glued (context, at + 1) || cn_date_token (context, at + 1)->kind != CN_DATE_TOKEN_NUMBER;
    default:
      return TRUE;
    }
}

/* Whether the calendar has it, as far as it is known. */
gboolean
cn_date_part_is_valid (const CnDatePart *part)
{
  if (part->day == 0)
    return part->year != 0;

  /* Without a year the day has to be in the longest February. */
  return cn_date_is_valid_day (part->year != 0 ? part->year : 2000, part->month, part->day);
}

/* Orders by year, month and day; for parts of the same precision. */
int
cn_date_part_compare (const CnDatePart *a,
                      const CnDatePart *b)
{
  if (a->year != b->year)
    return (int) a->year - (int) b->year;
  if (a->month != b->month)
    return (int) a->month - (int) b->month;
  return (int) a->day - (int) b->day;
}
