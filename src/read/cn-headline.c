/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the lines that stand above a headline from the headline: rubrics ("Press release no. 12"), the trail of a
 * page's sections ("Topics › Climate › Water"), a window's title ("Headline | Site").
 *
 * Pure; knows lines only, where they stand is the text reader's business. */

#include "config.h"

#include "cn-headline.h"

#include "cn-words.h"

#include <string.h>

#define MAX_KICKER_BYTES 80
#define MAX_TRAIL_BYTES 240
#define MAX_SECTION_BYTES 40
#define MAX_SECTION_WORDS 4

/* "nr. 212/2018", "n° 12", "12/2018"; not "2018", which is a year that a headline may speak of. */
static gboolean
is_serial_number (const char *folded)
{
  static const char *const marks[] = {
    "nr", "nr.", "no", "no.", "n°", "nº", "n.", "n.º", "num.", "number", "nummer", "numéro", "número", "numero",
    "sayi", "sayi:", "#", "αρ.",
  };
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  gboolean marked = FALSE;
  gboolean found = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *digits = words[i] + (*words[i] == '#');
      gboolean mark = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        mark = mark || g_str_equal (words[i], marks[j]);
      marked = marked || mark;
      if (mark || *words[i] == '\0')
        continue;
      if (!g_ascii_isdigit (*digits) || strspn (digits, "0123456789/-.") != strlen (digits))
        return FALSE;
      found = found || marked || strlen (digits) < 4 || strpbrk (digits, "/-") != NULL;
    }

  return found;
}

/* "Actualité - Transports", "Town / News": a rubric and the section it stands in, or the site it belongs to. */
static gboolean
is_kicker_with_section (const char *folded)
{
  static const char *const signs[] = { " - ", " – ", " | ", " / ", " · ", " • ", " : " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (folded, signs[i]);
      g_autofree char *head = NULL;
      const char *tail;

      if (sign == NULL)
        continue;
      head = g_strndup (folded, (gsize) (sign - folded));
      tail = sign + strlen (signs[i]);
      if (strpbrk (tail, "0123456789") != NULL)
        continue;
      if (cn_words_has_label (CN_LABEL_KICKER, head) && cn_words_count (tail) <= 2)
        return TRUE;
      if (cn_words_has_label (CN_LABEL_KICKER, tail) && cn_words_count (head) <= 3)
        return TRUE;
    }

  return FALSE;
}

/**
 * cn_headline_is_kicker:
 *
 * Returns: whether the line is a rubric or a letterhead, with or without a number or a section: "News",
 *   "Pressemitteilung Nr. 212/2018", "Actualité - Transports"
 */
gboolean
cn_headline_is_kicker (const char *line,
                       gsize       length)
{
  g_autofree char *folded = NULL;
  gsize label;

  g_return_val_if_fail (line != NULL, FALSE);

  if (length > MAX_KICKER_BYTES)
    return FALSE;

  folded = cn_words_fold (line, length);
  while (g_str_has_suffix (folded, ":") || g_str_has_suffix (folded, " "))
    folded[strlen (folded) - 1] = '\0';
  if (cn_words_has_label (CN_LABEL_KICKER, folded))
    return TRUE;

  label = cn_words_skip_label (CN_LABEL_KICKER, folded);
  if (label > 0 && is_serial_number (folded + label))
    return TRUE;
  return is_kicker_with_section (folded);
}

static gboolean
is_section (const char *text)
{
  return *text != '\0' && strlen (text) <= MAX_SECTION_BYTES && cn_words_count (text) <= MAX_SECTION_WORDS &&
         strpbrk (text, "0123456789,.!?") == NULL;
}

static gboolean
is_trail_with (const char *folded,
               const char *sign,
               gboolean    leads)
{
  g_auto (GStrv) parts = g_strsplit (folded, sign, -1);
  guint n_parts = g_strv_length (parts);

  if (n_parts < 3)
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    /* A trail may end with the headline. */
    if (!is_section (g_strstrip (parts[i])) && !(leads && i + 1 == n_parts))
      return FALSE;
  return TRUE;
}

/**
 * cn_headline_is_trail:
 *
 * Returns: whether the line is a menu or a trail of sections: three or more short names with the same sign between
 *   them
 */
gboolean
cn_headline_is_trail (const char *line,
                      gsize       length)
{
  static const char *const leading[] = { " › ", " » ", " > ", " → ", " ▸ " };
  static const char *const listing[] = { " | ", " / ", " · ", " • " };
  g_autofree char *folded = NULL;

  g_return_val_if_fail (line != NULL, FALSE);

  if (length > MAX_TRAIL_BYTES || memchr (line, '\n', length) != NULL)
    return FALSE;

  folded = cn_words_fold (line, length);
  for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
    if (is_trail_with (folded, leading[i], TRUE))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (listing); i++)
    if (is_trail_with (folded, listing[i], FALSE))
      return TRUE;
  return FALSE;
}

/* How many of the names between the signs pages print in their menus; 0 for none or for something else. */
static guint
count_menu_words (const char *line,
                  const char *sign,
                  guint      *n_parts)
{
  g_auto (GStrv) parts = g_strsplit (line, sign, -1);
  guint n_known = 0;
  gboolean is_furniture = FALSE;

  *n_parts = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = cn_words_fold (parts[i], strlen (parts[i]));
      gboolean known = *folded != '\0' && cn_words_find_furniture (folded) != NULL;

      if (*folded == '\0')
        continue;
      if (!is_section (folded))
        return 0;
      *n_parts += 1;
      is_furniture = is_furniture || known;
      n_known += known || cn_words_has_label (CN_LABEL_KICKER, folded);
    }

  return is_furniture ? n_known : 0;
}

/**
 * cn_headline_is_menu:
 *
 * Returns: whether the line is a page's menu beyond doubt: short names with the same sign or a wide gap between them,
 *   at least two of five of them words of menus
 */
gboolean
cn_headline_is_menu (const char *line,
                     gsize       length)
{
  static const char *const signs[] = { " | ", " / ", " · ", " • ", " > ", " » ", " › ", "  ", "\t" };
  g_autofree char *copy = NULL;

  g_return_val_if_fail (line != NULL, FALSE);

  if (length > MAX_TRAIL_BYTES || memchr (line, '\n', length) != NULL)
    return FALSE;

  copy = g_strndup (line, length);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      guint n_parts, n_known;

      if (strstr (copy, signs[i]) == NULL)
        continue;
      n_known = count_menu_words (copy, signs[i], &n_parts);
      if ((n_parts == 2 && n_known == 2) || (n_parts >= 3 && n_known * 5 >= n_parts * 2))
        return TRUE;
    }
  return FALSE;
}

/**
 * cn_headline_is_site_behind:
 * @line: a line that may be a window's title
 * @headline: a line below it
 *
 * Returns: whether @line is @headline with a sign and a site's name behind it
 */
gboolean
cn_headline_is_site_behind (const char *line,
                            gsize       length,
                            const char *headline,
                            gsize       headline_length)
{
  static const char *const signs[] = { " | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • " };

  g_return_val_if_fail (line != NULL, FALSE);
  g_return_val_if_fail (headline != NULL, FALSE);

  if (headline_length == 0 || headline_length >= length || memcmp (line, headline, headline_length) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (length - headline_length > strlen (signs[i]) &&
        memcmp (line + headline_length, signs[i], strlen (signs[i])) == 0)
      return TRUE;
  return FALSE;
}
