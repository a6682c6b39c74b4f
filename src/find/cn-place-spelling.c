/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the alternate names in the sources is a name that somebody writes.
 *
 * Among them are codes of airports, transliterations without vowels ("flwrns"), pronunciations and remarks in brackets.
 * Pure. It must not know of places. */

#include "config.h"

#include "cn-place-spelling.h"

#include <string.h>

#include "cn-fold.h"

/* Shorter names are codes and syllables more often than names. */
#define MIN_LETTERS 3

/* Halves of a name in two languages that are shorter are halves of one name. */
#define MIN_PART_LETTERS 4

static gboolean
has_case (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_ARMENIAN;
}

static GUnicodeScript
script_of (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return g_unichar_get_script (g_utf8_get_char (p));

  return G_UNICODE_SCRIPT_COMMON;
}

static void
cut (GString *text,
     gsize    start,
     gsize    end)
{
  g_string_erase (text, (gssize) start, (gssize) (end - start));
}

/* "Vizantija (Vizantija)", "Византија (Vizantija)": said twice. Of "Chimay (Villers-la-Tour)" nobody knows which of both
 * it is. */
static gboolean
says_the_same (const char *outside,
               const char *inside)
{
  g_autofree char *name = g_strstrip (g_strdup (outside));

  return cn_fold_equal (name, inside) || script_of (outside) != script_of (inside);
}

/**
 * cn_place_spelling_clean:
 * @name: an alternate name
 *
 * Returns: (transfer full) (nullable): the name without brackets, %NULL when they say something else
 */
char *
cn_place_spelling_clean (const char *name)
{
  g_autoptr (GString) text = NULL;
  const char *open, *close;

  g_return_val_if_fail (name != NULL, NULL);

  text = g_string_new (name);
  open = strchr (text->str, '[');
  if (open != NULL)
    {
      close = strchr (open, ']');
      cut (text, (gsize) (open - text->str), close != NULL ? (gsize) (close + 1 - text->str) : text->len);
    }

  open = strchr (text->str, '(');
  if (open != NULL)
    {
      g_autofree char *outside = g_strndup (text->str, (gsize) (open - text->str));
      g_autofree char *inside = NULL;

      close = strchr (open, ')');
      if (close == NULL || close[1] != '\0')
        return NULL;
      inside = g_strndup (open + 1, (gsize) (close - open - 1));
      if (!says_the_same (outside, inside))
        return NULL;
      cut (text, (gsize) (open - text->str), text->len);
    }
  g_strstrip (text->str);

  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

/**
 * cn_place_spelling_split:
 * @name: a name without brackets
 *
 * Returns: (transfer full): the names in "Atenas - Athena" and "Biel/Bienne", in others none
 */
GStrv
cn_place_spelling_split (const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  parts = g_strsplit (name, strstr (name, " - ") != NULL ? " - " : "/", -1);
  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    if (g_utf8_strlen (g_strstrip (parts[i]), -1) >= MIN_PART_LETTERS)
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

/**
 * cn_place_spelling_variant:
 * @name: a name
 *
 * Returns: (transfer full) (nullable): "St Louis" for "Saint Louis" and the other way round, %NULL for others
 */
char *
cn_place_spelling_variant (const char *name)
{
  static const char * const variants[][2] = {
    { "Saint ", "St " }, { "Saint-", "St-" }, { "St. ", "Saint " }, { "St.-", "Saint-" }, { "St ", "Saint " },
    { "St-", "Saint-" }, { "Sainte-", "Ste-" }, { "Ste-", "Sainte-" }, { "Sankt ", "St " }, { "Sint-", "St-" },
    { "Mount ", "Mt " }, { "Fort ", "Ft " },
  };

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (g_str_has_prefix (name, variants[i][0]))
      return g_strconcat (variants[i][1], name + strlen (variants[i][0]), NULL);

  return NULL;
}

/**
 * cn_place_spelling_is_usable:
 * @name: an alternate name without brackets
 *
 * Returns: %FALSE for codes of airports, transliterations in small letters, syllables, numbers and pronunciations
 */
gboolean
cn_place_spelling_is_usable (const char *name)
{
  guint n_letters = 0, n_capitals = 0, n_cased = 0;
  gboolean is_latin = FALSE;

  g_return_val_if_fail (name != NULL, FALSE);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x02c8 && c <= 0x02d1) /* stress and length */
        return FALSE;
      if (!g_unichar_isalpha (c))
        continue;
      n_letters++;
      if (has_case (g_unichar_get_script (c)))
        {
          n_cased++;
          n_capitals += g_unichar_isupper (c) || g_unichar_istitle (c);
          is_latin |= g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
        }
    }

  if (n_letters == 0 || (n_cased > 0 && n_capitals == 0))
    return FALSE;
  if (n_cased > 0 && n_letters < MIN_LETTERS)
    return FALSE;

  return !(is_latin && n_letters == MIN_LETTERS && n_capitals == n_letters);
}
