/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which language a text is in, by its script and its commonest words.
 *
 * Meant for texts of a few sentences and more; says nothing when the evidence is thin or two languages are
 * close. Pure. */

#include "config.h"

#include "cn-language.h"

#include "cn-words.h"

#include <string.h>

/* Enough for a verdict; more would only cost time. */
#define SAMPLE_BYTES 20000
#define MAX_LANGUAGES 16
#define LONGEST_STOP_WORD 32

typedef struct
{
  guint n_words;
  guint n_letters;
  guint n_greek;
  guint n_cyrillic;
  guint n_ukrainian;
  guint n_russian;
  guint hits[MAX_LANGUAGES];
} Count;

/* Stop words of all languages to a bit set of the languages that have them. */
static GHashTable *
get_stop_words (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < MAX_LANGUAGES && cn_words_get (i) != NULL; i++)
        {
          g_auto (GStrv) words = g_strsplit (cn_words_get (i)->stop_words, " ", -1);

          for (guint j = 0; words[j] != NULL; j++)
            {
              guint set = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[j]));

              g_hash_table_insert (table, g_strdup (words[j]), GUINT_TO_POINTER (set | (1u << i)));
            }
        }

      g_once_init_leave (&once, (gsize) table);
    }

  return (GHashTable *) once;
}

static void
count_word (Count      *count,
            const char *word)
{
  guint set = GPOINTER_TO_UINT (g_hash_table_lookup (get_stop_words (), word));

  count->n_words++;
  for (guint i = 0; set != 0; i++, set >>= 1)
    count->hits[i] += set & 1;
}

static void
count_letter (Count    *count,
              gunichar  c)
{
  count->n_letters++;
  count->n_greek += (c >= 0x0370 && c < 0x0400) || (c >= 0x1f00 && c < 0x2000);
  count->n_cyrillic += c >= 0x0400 && c < 0x0530;
  count->n_ukrainian += c == 0x0456 || c == 0x0457 || c == 0x0454 || c == 0x0491;
  count->n_russian += c == 0x044b || c == 0x044d || c == 0x0451;
}

/* The word so far. */
typedef struct
{
  char  text[LONGEST_STOP_WORD + 8];
  gsize length;
} Word;

static void
end_word (Count *count,
          Word  *word)
{
  if (word->length == 0)
    return;

  word->text[word->length] = '\0';
  count_word (count, word->text);
  word->length = 0;
}

static void
take_letter (Count    *count,
             Word     *word,
             gunichar  c)
{
  count_letter (count, c);
  if (word->length >= LONGEST_STOP_WORD)
    return;

  c = c == 0x0130 ? 'i' : c == 0x2019 ? '\'' : g_unichar_tolower (c);
  word->length += (gsize) g_unichar_to_utf8 (c, word->text + word->length);
}

static void
take_ascii (Count *count,
            Word  *word,
            char   c)
{
  if (!g_ascii_isalpha (c) && c != '\'')
    {
      end_word (count, word);
      return;
    }

  count->n_letters++;
  if (word->length < LONGEST_STOP_WORD)
    word->text[word->length++] = g_ascii_tolower (c);
}

static void
count_text (Count      *count,
            const char *text,
            gsize       length)
{
  const char *end = text + MIN (length, SAMPLE_BYTES);
  Word word = { .length = 0 };

  for (const char *p = text; p < end && p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        take_ascii (count, &word, (char) c);
      else if (g_unichar_isalpha (c) || c == 0x2019)
        take_letter (count, &word, c);
      else
        end_word (count, &word);
    }

  end_word (count, &word);
}

/**
 * cn_language_detect:
 * @text: valid UTF-8
 *
 * Returns: (transfer none) (nullable): the primary tag of the language ("en", "tr"), %NULL when the text does not say
 */
const char *
cn_language_detect (const char *text,
                    gsize       length)
{
  Count count = { 0 };
  guint best = 0;
  guint second = 0;

  g_return_val_if_fail (text != NULL, NULL);

  count_text (&count, text, length);
  if (count.n_letters < 12)
    return NULL;
  if (count.n_greek * 2 > count.n_letters)
    return "el";
  if (count.n_cyrillic * 2 > count.n_letters)
    return count.n_ukrainian > count.n_russian ? "uk" : count.n_russian > 0 ? "ru" : NULL;

  for (guint i = 1; i < MAX_LANGUAGES; i++)
    if (count.hits[i] > count.hits[best])
      best = i;
  for (guint i = 0; i < MAX_LANGUAGES; i++)
    if (i != best)
      second = MAX (second, count.hits[i]);

  /* Seven of a hundred words are stop words in every one of these languages; half as many more than any other
   * language has are needed to tell relatives apart. */
  if (count.hits[best] < 3 || count.hits[best] * 14 < count.n_words || count.hits[best] * 5 < second * 6)
    return NULL;
  return cn_words_get (best)->language;
}

/**
 * cn_language_clean:
 * @tag: what a document says its language is ("tr-TR", "pt_BR", "EN")
 *
 * Returns: (transfer full) (nullable): its primary tag in lower case ("tr", "pt", "en"), %NULL when it is no tag
 */
char *
cn_language_clean (const char *tag)
{
  gsize n;

  g_return_val_if_fail (tag != NULL, NULL);

  while (g_ascii_isspace (*tag))
    tag++;
  for (n = 0; g_ascii_isalpha (tag[n]); n++)
    ;
  if (n < 2 || n > 3 || (tag[n] != '\0' && strchr ("-_,; .@", tag[n]) == NULL))
    return NULL;

  return g_ascii_strdown (tag, (gssize) n);
}
