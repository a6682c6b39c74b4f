/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks lines up in what the readers know of the languages.
 *
 * All languages are asked at once: pages print furniture in another language than their text. The tables are
 * put into one index when first asked, guarded so that any thread may be the first. Pure; no locale. */

#include "config.h"

#include "cn-words.h"

#include <string.h>

static const CnWords *const languages[] = {
  &cn_words_en, &cn_words_fr, &cn_words_de, &cn_words_es, &cn_words_it, &cn_words_pt, &cn_words_nl, &cn_words_tr,
  &cn_words_el, &cn_words_pl, &cn_words_ru, &cn_words_sv, &cn_words_fi, &cn_words_da, &cn_words_nb,
};

/* Lines longer than this are no furniture that words could tell; it also bounds the work of patterns. */
#define MAX_LINE_BYTES 400

/* Which pairs of bytes a line has: one bit for several of them, so that it says "no" for certain and "yes" perhaps. */
typedef struct
{
  guint32 bits[64];
} PairSet;

#define MAX_PAIRS 12

/* A pattern that may begin with anything, and pairs that a line which matches it has. There are hundreds of these, and
 * each line of each document is compared with them: nearly all are turned away at the first pairs. */
typedef struct
{
  const CnFurnitureWords *row;
  guint                   n_pairs;
  guint16                 pairs[MAX_PAIRS];
} Pattern;

typedef struct
{
  GHashTable *furniture; /* words without a placeholder to their row */
  GHashTable *heads;     /* the first two bytes of patterns to the rows that begin with them */
  GArray     *patterns;  /* of Pattern */
  GHashTable *labels;    /* words to a bit set of CnLabelRole */
  GHashTable *roles;
} Index;

/**
 * cn_words_get:
 *
 * Returns: (transfer none) (nullable): the language of that number from 0 up, %NULL behind the last
 */
const CnWords *
cn_words_get (guint index)
{
  return index < G_N_ELEMENTS (languages) ? languages[index] : NULL;
}

/* Patterns are found by their first two bytes, so that a line is compared with a few only. */
static gpointer
get_head (const char *text)
{
  return GUINT_TO_POINTER (((guint) (guchar) text[0] << 8) | (text[0] != '\0' ? (guchar) text[1] : 0));
}

static guint
hash_pair (const char *text)
{
  guint first = (guchar) text[0];
  guint second = (guchar) text[1];

  return ((first << 5) ^ second) % (32 * G_N_ELEMENTS (((PairSet *) NULL)->bits));
}

static void
collect_pairs (PairSet    *set,
               const char *text)
{
  memset (set, 0, sizeof *set);
  for (; text[0] != '\0' && text[1] != '\0'; text++)
    {
      guint pair = hash_pair (text);

      set->bits[pair / 32] |= 1u << (pair % 32);
    }
}

static gboolean
has_pairs (const PairSet *set,
           const Pattern *pattern)
{
  for (guint i = 0; i < pattern->n_pairs; i++)
    if ((set->bits[pattern->pairs[i] / 32] & (1u << (pattern->pairs[i] % 32))) == 0)
      return FALSE;

  return TRUE;
}

static void
add_open_pattern (Index                  *index,
                  const CnFurnitureWords *row)
{
  Pattern pattern = { .row = row };

  for (const char *p = row->words; p[0] != '\0' && p[1] != '\0' && pattern.n_pairs < MAX_PAIRS; p++)
    if (strchr ("*#", p[0]) == NULL && strchr ("*#", p[1]) == NULL)
      pattern.pairs[pattern.n_pairs++] = (guint16) hash_pair (p);

  g_array_append_val (index->patterns, pattern);
}

static void
add_pattern (Index                  *index,
             const CnFurnitureWords *row)
{
  GPtrArray *rows;

  if (strchr ("*#", row->words[0]) != NULL || strchr ("*#", row->words[1]) != NULL)
    {
      add_open_pattern (index, row);
      return;
    }

  rows = g_hash_table_lookup (index->heads, get_head (row->words));
  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (index->heads, get_head (row->words), rows);
    }
  g_ptr_array_add (rows, (gpointer) row);
}

static void
add_furniture (Index                  *index,
               const CnFurnitureWords *row)
{
  for (; row->words != NULL; row++)
    if (strpbrk (row->words, "*#") != NULL)
      add_pattern (index, row);
    else if (!g_hash_table_contains (index->furniture, row->words))
      g_hash_table_insert (index->furniture, (gpointer) row->words, (gpointer) row);
}

static void
add_labels (Index              *index,
            const CnLabelWords *row)
{
  for (; row->words != NULL; row++)
    {
      g_auto (GStrv) words = g_strsplit (row->words, "|", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          guint roles = GPOINTER_TO_UINT (g_hash_table_lookup (index->labels, words[i]));

          g_hash_table_insert (index->labels, g_strdup (words[i]), GUINT_TO_POINTER (roles | (1u << row->role)));
        }
    }
}

static const Index *
get_index (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      Index *index = g_new0 (Index, 1);

      index->furniture = g_hash_table_new (g_str_hash, g_str_equal);
      index->heads = g_hash_table_new (NULL, NULL);
      index->patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
      index->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      index->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          g_auto (GStrv) roles = g_strsplit (languages[i]->roles, "|", -1);

          add_furniture (index, languages[i]->furniture);
          add_labels (index, languages[i]->labels);
          for (guint j = 0; roles[j] != NULL; j++)
            g_hash_table_add (index->roles, g_strdup (roles[j]));
        }

      g_once_init_leave (&once, (gsize) index);
    }

  return (const Index *) once;
}

static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x0130: /* İ */
    case 0x0131: /* ı */
      return 'i';
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    default:
      return g_unichar_tolower (c);
    }
}

/**
 * cn_words_fold:
 *
 * Lower case in every language alike (İ, I and ı are i), every run of blanks one space and none around the text, curly
 * apostrophes straight. Accents stay.
 *
 * Returns: (transfer full): the folded text
 */
char *
cn_words_fold (const char *text,
               gsize       length)
{
  const char *end = text + length;
  GString *folded = g_string_sized_new (length + 1);
  gboolean blank = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Most letters are of ASCII, and of those one need not ask. */
      if (c > ' ' && c < 0x7f)
        {
          if (blank)
            g_string_append_c (folded, ' ');
          blank = FALSE;
          g_string_append_c (folded, g_ascii_tolower ((char) c));
          continue;
        }

      if (g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x200b)
        {
          blank = folded->len > 0;
          continue;
        }

      if (blank)
        g_string_append_c (folded, ' ');
      blank = FALSE;
      g_string_append_unichar (folded, fold_char (c));
    }

  return g_string_free (folded, FALSE);
}

/* "*" stands for any text, "#" for digits with their separators. Patterns are the project's own and have few stars. */
static gboolean
matches (const char *pattern,
         const char *text)
{
  for (; *pattern != '\0'; pattern++)
    {
      if (*pattern == '*')
        {
          const char *next = pattern + 1;

          if (*next == '\0')
            return TRUE;
          for (const char *p = *next == '#' ? text : strchr (text, *next); p != NULL && *p != '\0';
               p = *next == '#' ? p + 1 : strchr (p + 1, *next))
            if (matches (next, p))
              return TRUE;
          return FALSE;
        }

      if (*pattern == '#')
        {
          if (!g_ascii_isdigit (*text))
            return FALSE;
          while (g_ascii_isdigit (*text) || ((*text == '.' || *text == ',') && g_ascii_isdigit (text[1])))
            text++;
          continue;
        }

      if (*pattern != *text)
        return FALSE;
      text++;
    }

  return *text == '\0';
}

/* Arrows, bullets and stops that pages put around the words of a link. */
static char *
strip_ornaments (const char *folded)
{
  static const char *const ornaments[] = {
    " ", ":", ".", "!", "…", "»", "›", "→", "›", ">", "+", "-", "–", "•", "«", "‹", "←", "<", "↑", "↓", "▼", "▶",
    "#", "|", "*", "\"",
  };
  const char *start = folded;
  const char *end = folded + strlen (folded);
  gboolean again = TRUE;

  while (again && start < end)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (ornaments); i++)
        {
          gsize length = strlen (ornaments[i]);

          if ((gsize) (end - start) >= length && memcmp (start, ornaments[i], length) == 0)
            {
              start += length;
              again = TRUE;
            }
          if ((gsize) (end - start) >= length && memcmp (end - length, ornaments[i], length) == 0)
            {
              end -= length;
              again = TRUE;
            }
        }
    }

  return g_strndup (start, (gsize) (end - start));
}

static const CnFurnitureWords *
find_pattern (GPtrArray  *rows,
              const char *folded)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const CnFurnitureWords *row = g_ptr_array_index (rows, i);

      if (matches (row->words, folded))
        return row;
    }

  return NULL;
}

static const CnFurnitureWords *
find_open_pattern (GArray     *patterns,
                   const char *folded)
{
  PairSet set;

  collect_pairs (&set, folded);
  for (guint i = 0; i < patterns->len; i++)
    {
      const Pattern *pattern = &g_array_index (patterns, Pattern, i);

      if (has_pairs (&set, pattern) && matches (pattern->row->words, folded))
        return pattern->row;
    }

  return NULL;
}

/**
 * cn_words_count:
 * @text: words with one blank between them, as after folding
 *
 * Returns: how many there are
 */
guint
cn_words_count (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

/**
 * cn_words_find_furniture:
 * @folded: one line, folded
 *
 * Returns: (transfer none) (nullable): what kind of furniture the line is, %NULL for a line that may be the article's
 */
const CnFurnitureWords *
cn_words_find_furniture (const char *folded)
{
  const Index *index = get_index ();
  const CnFurnitureWords *row;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (folded != NULL, NULL);

  if (*folded == '\0' || strlen (folded) > MAX_LINE_BYTES)
    return NULL;

  row = g_hash_table_lookup (index->furniture, folded);
  if (row != NULL)
    return row;

  stripped = strip_ornaments (folded);
  row = g_hash_table_lookup (index->furniture, stripped);
  if (row != NULL)
    return row;

  row = find_pattern (g_hash_table_lookup (index->heads, get_head (folded)), folded);
  return row != NULL ? row : find_open_pattern (index->patterns, folded);
}

/**
 * cn_words_has_label:
 * @folded: words, folded
 *
 * Returns: whether the words are a label of that role in any language
 */
gboolean
cn_words_has_label (CnLabelRole  role,
                    const char  *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  return (GPOINTER_TO_UINT (g_hash_table_lookup (get_index ()->labels, folded)) & (1u << role)) != 0;
}

/**
 * cn_words_skip_label:
 * @folded: text, folded
 *
 * Returns: bytes of the longest label of that role which @folded begins with, 0 when it begins with none
 */
gsize
cn_words_skip_label (CnLabelRole  role,
                     const char  *folded)
{
  gsize best = 0;

  g_return_val_if_fail (folded != NULL, 0);

  for (gsize end = 1; end <= 48; end++)
    {
      g_autofree char *words = NULL;

      if (folded[end - 1] == '\0')
        break;
      if (folded[end] != '\0' && folded[end] != ' ' && folded[end - 1] != ':' && folded[end] != ':')
        continue;
      words = g_strndup (folded, end);
      if (cn_words_has_label (role, words))
        best = end;
    }

  return best;
}

/**
 * cn_words_is_role:
 * @folded: words, folded
 *
 * Returns: whether people who write for a publisher call themselves so ("staff writer")
 */
gboolean
cn_words_is_role (const char *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  return g_hash_table_contains (get_index ()->roles, folded);
}
