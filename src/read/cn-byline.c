/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that say who wrote a text: "By …", "Von …", a name with what the person is ("… Staff Writer").
 *
 * Only persons become authors: an editorial office or an account called "admin" makes the line a byline, but
 * nobody's. Pure; knows lines of text, not documents. */

#include "config.h"

#include "cn-byline.h"

#include "cn-words.h"

#include <string.h>

#define MAX_NAME_WORDS 6
#define MAX_NAME_BYTES 80

/* Small words inside names. */
static const char *const particles[] = {
  "de", "da", "do", "dos", "das", "del", "della", "delle", "di", "du", "des", "la", "le", "van", "von", "der",
  "den", "ter", "ten", "zu", "zum", "zur", "af", "av", "al", "el", "bin", "ibn", "ben", "y", "e", "i", "’t", "'t",
  "dal", "dalla", "degli", "lo",
};

/* Words that stand capitalised in headlines and names of bodies, but in no person's name. */
static const char *const never_names[] = {
  "the", "city", "cities", "town", "network", "council", "municipality", "metropolitan", "university", "institute",
  "press", "news", "release", "team", "office", "desk", "bureau", "unit", "staff",
  "editor", "editorial", "redaktion", "redaction",
  "rédaction", "redacción", "redazione", "redação", "redactie", "admin", "administrator", "webmaster",
  "communications", "communication", "department", "agency", "association", "foundation", "union", "european",
  "international", "national", "global", "world", "project", "programme", "program", "conference", "summit",
  "forum", "report", "policy", "article", "stadt", "ville", "ciudad", "città", "cidade", "belediyesi", "belediye",
  "haber", "haberler", "basın", "merkezi", "ajansı", "guest", "author", "anonymous", "user", "contributor", "share",
  "read", "more", "home", "contact", "about", "us", "subscribe", "newsletter", "comments", "comment", "photo",
  "video", "and", "with", "for", "from", "our", "your", "new", "this", "all", "smart", "green", "climate", "urban",
  "mayor", "mayors", "president", "minister", "commission", "parliament", "committee", "secretariat", "group",
  "partners", "service", "services", "pressestelle", "presse", "verwaltung", "gemeente", "mairie", "comune",
  "ayuntamiento", "câmara", "municipal", "δήμος", "ομάδα", "january", "february", "march", "april", "june", "july",
  "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
  "saturday", "sunday", "north", "south", "east", "west", "republic",
  "gabinete", "comunicação", "comunicación", "comunicazione", "imprensa", "prensa", "stampa", "ufficio", "assessoria",
  "prefeitura", "município", "municipio", "öffentlichkeitsarbeit", "kommunikation", "communicatie", "dienst",
  "afdeling", "viestintä", "kaupunki", "biuro", "urząd", "wydział", "redakcja", "müdürlüğü", "başkanlığı", "γραφείο",
  "τύπου", "пресс-служба", "редакция", "администрация", "kommun", "kommune", "redaktionen", "toimitus",
};

static gboolean
is_listed (const char        *word,
           const char *const *list,
           gsize              length)
{
  for (gsize i = 0; i < length; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_char (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '-' || c == '\'' || c == 0x2019 ||
    c == '.' || c == 0x2010;
}

/* One word of a name: begins with a capital, is not shouted unless it is short, ends with a stop only as an initial. */
static gboolean
is_name_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  gsize n_chars = 0;
  gsize n_upper = 0;

  /* Scripts without capitals have neither kind. */
  if (g_unichar_islower (first) && !(g_str_has_prefix (word, "d'") || g_str_has_prefix (word, "d’")))
    return FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_name_char (g_utf8_get_char (p)))
        return FALSE;
      n_chars++;
      n_upper += g_unichar_isupper (g_utf8_get_char (p));
    }

  return word[strlen (word) - 1] != '.' || n_chars <= 4 || n_upper > 1;
}

static gboolean
is_title_word (const char *folded)
{
  static const char *const titles[] = {
    "dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "ing.", "dipl.-ing.", "m.", "mme",
    "herr", "frau", "sr.", "sra.", "dott.", "dott.ssa", "av.", "doç.", "κ.", "κα",
  };

  return is_listed (folded, titles, G_N_ELEMENTS (titles));
}

/**
 * cn_byline_is_name:
 *
 * Returns: whether the text could be the name of one person: two to six words with capitals, none of them a
 * word of bodies
 */
gboolean
cn_byline_is_name (const char *text,
                   gsize       length)
{
  g_autofree char *copy = NULL;
  g_auto (GStrv) words = NULL;
  guint n_words = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length == 0 || length > MAX_NAME_BYTES)
    return FALSE;

  copy = g_strndup (text, length);
  for (char *p = copy; *p != '\0'; p++)
    if ((guchar) p[0] == 0xc2 && (guchar) p[1] == 0xa0)
      p[0] = p[1] = ' ';
  words = g_strsplit_set (copy, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = cn_words_fold (words[i], strlen (words[i]));

      if (*words[i] == '\0' || (n_words == 0 && is_title_word (folded)))
        continue;
      if (is_listed (folded, never_names, G_N_ELEMENTS (never_names)))
        return FALSE;
      if (n_words > 0 && is_listed (folded, particles, G_N_ELEMENTS (particles)) && words[i + 1] != NULL)
        continue;
      if (!is_name_word (words[i]))
        return FALSE;
      n_words++;
    }

  return n_words >= 2 && n_words <= MAX_NAME_WORDS;
}

static gsize
trim (const char **text,
      gsize        length)
{
  while (length > 0 && (g_ascii_isspace (**text) || **text == ',' || **text == ';' || **text == ':'))
    {
      *text += 1;
      length--;
    }
  while (length > 0 && strchr (" \t\n,;:", (*text)[length - 1]) != NULL)
    length--;
  return length;
}

static gboolean
add_name (GPtrArray  *authors,
          const char *text,
          gsize       length)
{
  length = trim (&text, length);
  if (!cn_byline_is_name (text, length))
    return FALSE;

  for (guint i = 0; i < authors->len; i++)
    if (strncmp (g_ptr_array_index (authors, i), text, length) == 0 &&
        strlen (g_ptr_array_index (authors, i)) == length)
      return TRUE;

  g_ptr_array_add (authors, g_strndup (text, length));
  return TRUE;
}

/* The next place where one name ends and another begins. */
static const char *
find_separator (const char  *text,
                const char  *end,
                gsize       *width)
{
  static const char *const separators[] = {
    ", ", " & ", " and ", " und ", " et ", " y ", " e ", " ed ", " en ", " ve ", " και ", " i ", " и ", " / ", "; ",
    " | ", "/",
  };
  const char *best = end;

  *width = 0;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *hit = g_strstr_len (text, end - text, separators[i]);

      if (hit != NULL && hit < best)
        {
          best = hit;
          *width = strlen (separators[i]);
        }
    }

  return best;
}

/**
 * cn_byline_parse_names:
 * @text: names with commas and "and" between them
 * @authors: (element-type utf8): gets the names
 *
 * What follows the first thing that is no name (a role, a body) is left alone.
 *
 * Returns: whether the text begins with a name
 */
gboolean
cn_byline_parse_names (const char *text,
                       gsize       length,
                       GPtrArray  *authors)
{
  const char *end = text + length;
  gboolean found = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (authors != NULL, FALSE);

  /* "De la Cruz y Vega" is one name, so the whole is tried before its parts, unless there is a comma. */
  while (text < end)
    {
      gsize width;
      const char *stop = find_separator (text, end, &width);

      if (!add_name (authors, text, (gsize) (stop - text)))
        return found;
      found = TRUE;
      text = stop + width;
    }

  return found;
}

/* Offices and accounts that sign texts without being persons. */
static gboolean
is_office (const char *folded)
{
  static const char *const offices[] = {
    "admin", "administrator", "webmaster", "editor", "editors", "staff", "guest", "anonymous", "redaktion",
    "redactie", "redazione", "rédaction", "redacción", "redação", "news desk", "newsroom", "web team", "webteam",
    "haber merkezi", "editör", "superuser", "root",
  };

  return is_listed (folded, offices, G_N_ELEMENTS (offices)) || strstr (folded, "admin") != NULL ||
         strstr (folded, " team") != NULL || strstr (folded, "press office") != NULL || strstr (folded,
             "communications") != NULL ||
         strstr (folded, "redaktion") != NULL || strstr (folded, "pressestelle") != NULL;
}

/* Bytes of the original line behind a label of so many bytes of the folded one: labels fold letter by letter. */
static gsize
unfold_offset (const char *line,
               gsize       length,
               gsize       folded_bytes)
{
  for (gsize i = 0; i <= length; i++)
    {
      g_autofree char *prefix = NULL;

      if (i < length && ((guchar) line[i] & 0xc0) == 0x80)
        continue;
      prefix = cn_words_fold (line, i);
      if (strlen (prefix) >= folded_bytes)
        return i;
    }

  return length;
}

/**
 * cn_byline_parse:
 * @authors: (element-type utf8): gets the persons that the line names
 *
 * Returns: whether the line says who wrote the text and nothing else, persons or not ("Written by the press office")
 */
gboolean
cn_byline_parse (const char *line,
                 gsize       length,
                 GPtrArray  *authors)
{
  g_autofree char *folded = NULL;
  gsize label, start;
  const char *rest;

  g_return_val_if_fail (line != NULL, FALSE);
  g_return_val_if_fail (authors != NULL, FALSE);

  if (length > 200)
    return FALSE;

  folded = cn_words_fold (line, length);
  label = cn_words_skip_label (CN_LABEL_AUTHOR, folded);
  if (label == 0)
    return FALSE;

  start = unfold_offset (line, length, label);
  rest = line + start;
  length = trim (&rest, length - start);
  if (length == 0)
    return FALSE;
  if (cn_byline_parse_names (rest, length, authors))
    return TRUE;
  return is_office (folded + label + strspn (folded + label, " :"));
}

static gboolean
stands_in (const char *body,
           const char *word)
{
  return body != NULL && strstr (body, word) != NULL;
}

/**
 * cn_byline_parse_signed:
 * @body: (nullable): the article's text without this line
 * @authors: (element-type utf8): gets the person
 *
 * A name with what the person is, with or without a sign between them: "… Staff Writer", "…, Editor". Where
 * no sign tells the name from the body that the person works for, words that also stand in the article belong
 * to the body.
 *
 * Returns: whether it is such a line
 */
gboolean
cn_byline_parse_signed (const char *line,
                        gsize       length,
                        const char *body,
                        GPtrArray  *authors)
{
  g_autofree char *copy = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;
  guint n_words, role_start, name_end;

  g_return_val_if_fail (line != NULL, FALSE);
  g_return_val_if_fail (authors != NULL, FALSE);

  if (length > 120 || length == 0)
    return FALSE;

  copy = g_strndup (line, length);
  words = g_strsplit_set (g_strdelimit (copy, ",|()", ' '), " ", -1);
  n_words = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_equal (words[i], "-") && !g_str_equal (words[i], "–") && !g_str_equal (words[i],
        "—"))
      words[n_words++] = words[i];
    else
      g_free (words[i]);
  words[n_words] = NULL;

  /* The role is what the line ends with, three words at most. */
  role_start = n_words;
  for (guint i = n_words > 3 ? n_words - 3 : 0; i < n_words; i++)
    {
      g_autofree char *tail = g_strjoinv (" ", words + i);
      g_autofree char *folded = cn_words_fold (tail, strlen (tail));

      if (cn_words_is_role (folded))
        {
          role_start = i;
          break;
        }
    }
  if (role_start == n_words || role_start < 2 || role_start > 8)
    return FALSE;

  for (name_end = 2; name_end < role_start && name_end < 4 && !stands_in (body, words[name_end]); name_end++)
    ;

  for (; name_end >= 2; name_end--)
    {
      char *saved = g_steal_pointer (&words[name_end]);

      g_free (name);
      name = g_strjoinv (" ", words);
      words[name_end] = saved;
      if (add_name (authors, name, strlen (name)))
        return TRUE;
    }

  return FALSE;
}
