/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tries the grammars at one place of the text and judges the surroundings of what they find.
 *
 * Pure. What stands directly before and behind decides whether words are a date at all: part of a file name, of an
 * address or of a street's name they are none. */

#include "config.h"

#include "cn-date-reader-grammar.h"

#include <string.h>



static gboolean
starts_clean (CnDateContext *context)
{
  const CnDateToken *token = cn_date_token (context, 0);
  const CnDateToken *before = cn_date_token (context, -1);
  gboolean number = token->kind == CN_DATE_TOKEN_NUMBER;

  if (token->opaque)
    return FALSE;
  if (token->gap != CN_DATE_GAP_NONE || before->kind == CN_DATE_TOKEN_END)
    return TRUE;
  if (before->kind != CN_DATE_TOKEN_MARK)
    return FALSE;

  switch (before->mark)
    {
    case '.': case '-':
      return !number;
    case '/': case '\\': case '_': case '#': case '=': case '@': case '+': case '&': case '%': case '$': case '~':
    case '^': case 0x20ac: case 0xa3: case 0xa7:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Whether the @length bytes at @text are what names of files end with. */
static gboolean
is_file_extension (const char *text,
                   gsize       length)
{
  static const char *const extensions[] = {
    "png", "jpg", "jpeg", "gif", "webp", "svg", "heic", "tif", "tiff", "bmp", "pdf", "doc", "docx", "xls", "xlsx", "ppt",
    "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "xml", "json", "html", "htm", "php", "zip", "mp3", "mp4", "mov", "avi",
    "wav", "epub", "md", "eml", "ics",
  };

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      if (strlen (extensions[i]) == length && g_ascii_strncasecmp (extensions[i], text, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "2021-12-08 08 00 07.png": the name of a file goes on behind the date and ends, on the same line and without the
 * marks of a sentence, in an extension. */
static gboolean
is_file_name (CnDateContext         *context,
              const CnDateCandidate *candidate)
{
  const char *text = context->scanner.text;
  gsize length = context->scanner.length;
  gsize limit = MIN (length, candidate->end + 60);
  gboolean begins_line = candidate->start == 0 || text[candidate->start - 1] == '\n';

  for (gsize i = candidate->end; i < limit && strchr ("\n,;:!?()\"", text[i]) == NULL; i++)
    {
      gsize end = i + 1;

      if (text[i] != '.')
        continue;
      while (end < length && g_ascii_isalnum (text[end]))
        end++;
      if (is_file_extension (text + i + 1, end - i - 1))
        return i == candidate->end || candidate->in_digits || begins_line;
      if (end == i + 1)
        return FALSE;
    }

  return FALSE;
}

static gboolean
ends_clean (CnDateContext *context,
            guint          n_tokens)
{
  const CnDateToken *next = cn_date_token (context, (int) n_tokens);

  if (next->gap != CN_DATE_GAP_NONE || next->kind == CN_DATE_TOKEN_END)
    return TRUE;
  if (next->kind != CN_DATE_TOKEN_MARK)
    return FALSE;

  return next->mark != '_' && next->mark != '@' && next->mark != '=' && next->mark != '\\' && next->mark != '%';
}

/* "Rue du 4 Septembre", "Plaza 25 de Mayo": without a year, a street. */
static gboolean
is_street (CnDateContext         *context,
           const CnDateCandidate *candidate)
{
  if (candidate->n_parts == 0 || candidate->parts[candidate->n_parts - 1].year != 0)
    return FALSE;

  for (int at = -1; at >= -3; at--)
    {
      if (cn_date_is_own_role (context, at, CN_DATE_ROLE_STREET))
        return TRUE;
      if (!cn_date_is_role (context, at, CN_DATE_ROLE_OF) && !cn_date_is_role (context, at, CN_DATE_ROLE_ARTICLE))
        return FALSE;
    }

  return FALSE;
}

static gboolean
can_begin (const CnDateToken *token)
{
  if (token->kind == CN_DATE_TOKEN_NUMBER)
    return !token->dirty;

  return token->kind == CN_DATE_TOKEN_WORD && cn_date_word_starts (token->word);
}

static gboolean
is_vague (CnDateContext *context)
{
  int at = cn_date_is_mark (context, -1, '-') ? -2 : -1;

  /* "de junio": some of these words are joints as well. */
  return cn_date_token (context, 0)->gap < CN_DATE_GAP_LINE && cn_date_is_own_role (context, at, CN_DATE_ROLE_ABOUT) &&
         !cn_date_is_role (context, at, CN_DATE_ROLE_OF);
}

static guint
match_absolute (CnDateContext   *context,
                CnDateCandidate *candidate)
{
  const CnDateToken *token = cn_date_token (context, 0);
  guint n_tokens = cn_date_period_match (context, 0, candidate);
  gboolean period = n_tokens > 0;

  if (!period)
    {
      *candidate = (CnDateCandidate) { 0 };
      n_tokens = cn_date_absolute_match (context, 0, candidate);
    }
  if (n_tokens == 0)
    {
      int at = 0;

      /* A weekday before a date in digits. */
      *candidate = (CnDateCandidate) { 0 };
      if (token->kind == CN_DATE_TOKEN_WORD)
        {
          candidate->weekday = cn_date_word_get_value (token->word, CN_DATE_ROLE_WEEKDAY,
                                                       context->language != 0 ? context->language
                                                                              : CN_DATE_ALL_LANGUAGES);
          if (candidate->weekday == 0)
            return 0;
          for (at = 1; at < 4 && (cn_date_is_mark (context, at, ',') || cn_date_is_mark (context, at, '.') ||
                                  cn_date_is_role (context, at, CN_DATE_ROLE_ARTICLE)); )
            at++;
        }

      n_tokens = cn_date_numeric_match (context, at, candidate);
      if (n_tokens == 0 && at == 0)
        n_tokens = cn_date_year_match (context, at, candidate);
      if (n_tokens == 0)
        return 0;
      n_tokens += (guint) at;
    }

  candidate->start = token->start;
  if (candidate->end == 0)
    candidate->end = cn_date_token (context, (int) n_tokens - 1)->end;
  candidate->approximate = period || is_vague (context);
  return n_tokens;
}

/**
 * cn_date_grammar_match:
 *
 * Returns: how many tokens from the head the date (or what only looks like one) takes; 0 when there is none
 */
guint
cn_date_grammar_match (CnDateContext   *context,
                       CnDateCandidate *candidate)
{
  const CnDateToken *token = cn_date_token (context, 0);
  guint n_tokens;

  if (!can_begin (token) || !starts_clean (context))
    return 0;

  *candidate = (CnDateCandidate) { 0 };
  n_tokens = cn_date_relative_match (context, candidate);
  if (n_tokens > 0)
    return n_tokens;

  *candidate = (CnDateCandidate) { 0 };
  n_tokens = match_absolute (context, candidate);
  if (n_tokens == 0)
    return 0;

  if (!ends_clean (context, n_tokens) || is_file_name (context, candidate) || is_street (context, candidate))
    candidate->shape = CN_DATE_SHAPE_NOTHING;

  return n_tokens;
}
