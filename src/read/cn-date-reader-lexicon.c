/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All words of all vocabularies in one hash table, built once.
 *
 * One table, because a page in German quotes dates in English and because a text whose language nobody knows must
 * be read too; which language a word belongs to is a property of each of its roles. Thread-safe: the table is
 * built under g_once_init_enter() and only read from then on. It never asks the locale. */

#include "config.h"

#include "cn-date-reader-lexicon.h"

#include "cn-fold.h"

#include <string.h>

typedef struct
{
  CnDateRole role;
  guint      value;
  guint      languages;
} Meaning;

struct _CnDateWord
{
  char   *folded;
  gsize   length;
  guint   hash;
  guint32 roles;
  gboolean starts;  /* whether a date can begin with it */
  GArray *meanings; /* of Meaning */
  GArray *patterns; /* of CnDatePattern, or NULL */
};

G_STATIC_ASSERT (CN_N_DATE_ROLES <= 32);

#define N_SLOTS 8192

static struct
{
  CnDateWord *slots[N_SLOTS];
  guint32     lengths[256]; /* by first byte: a bit for each length that occurs */
  guint       n_words;
  GArray     *patterns[CN_N_DATE_ROLES]; /* those that begin with a place-holder */
} lexicon;

static const CnDateVocabulary *const vocabularies[] = {
  &cn_date_vocabulary_en, &cn_date_vocabulary_fr, &cn_date_vocabulary_de, &cn_date_vocabulary_es,
  &cn_date_vocabulary_it, &cn_date_vocabulary_pt, &cn_date_vocabulary_nl, &cn_date_vocabulary_tr,
  &cn_date_vocabulary_el, &cn_date_vocabulary_ru, &cn_date_vocabulary_pl,
  &cn_date_vocabulary_sv,
  &cn_date_vocabulary_fi, &cn_date_vocabulary_da, &cn_date_vocabulary_nb,
};

/* FNV-1a. */
static guint
hash_word (const char *word,
           gsize       length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;

  return hash;
}

static CnDateWord **
find_slot (const char *word,
           gsize       length,
           guint       hash)
{
  guint i = hash % N_SLOTS;

  while (lexicon.slots[i] != NULL &&
         (lexicon.slots[i]->hash != hash || lexicon.slots[i]->length != length ||
          memcmp (lexicon.slots[i]->folded, word, length) != 0))
    i = (i + 1) % N_SLOTS;

  return &lexicon.slots[i];
}

static CnDateWord *
intern (const char *spelling)
{
  g_autofree char *folded = cn_fold (spelling, -1);
  gsize length = strlen (folded);
  guint hash = hash_word (folded, length);
  CnDateWord **slot = find_slot (folded, length, hash);

  g_assert (length > 0 && length < 32);

  if (*slot == NULL)
    {
      *slot = g_new0 (CnDateWord, 1);
      (*slot)->folded = g_steal_pointer (&folded);
      (*slot)->length = length;
      (*slot)->hash = hash;
      (*slot)->meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
      lexicon.lengths[(guchar) (*slot)->folded[0]] |= 1u << length;
      lexicon.n_words++;
      g_assert (lexicon.n_words < N_SLOTS / 2);
    }

  return *slot;
}

static void
add_words (const char     *spellings,
           CnDateRole      role,
           guint           value,
           CnDateLanguage  language)
{
  g_auto (GStrv) words = NULL;

  if (spellings == NULL)
    return;

  words = g_strsplit (spellings, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      CnDateWord *word = intern (words[i]);
      Meaning meaning = { role, value, language };

      word->roles |= 1u << role;
      g_array_append_val (word->meanings, meaning);
    }
}

static void
add_numbered (const char *const *spellings,
              guint              n_values,
              CnDateRole         role,
              CnDateLanguage     language)
{
  for (guint i = 0; i < n_values; i++)
    add_words (spellings[i], role, i + 1, language);
}

static CnDatePhraseItem
parse_item (const char *item)
{
  static const struct { char letter; CnDateRole role; } holders[] = {
    { 'n', CN_DATE_ROLE_NUMBER }, { 'u', CN_DATE_ROLE_UNIT }, { 'm', CN_DATE_ROLE_MONTH }, { 'w', CN_DATE_ROLE_WEEKDAY },
  };

  if (item[0] == '%')
    {
      for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
        {
          if (holders[i].letter == item[1])
            return (CnDatePhraseItem) { '%', holders[i].role, NULL };
        }
    }

  if (item[1] == '\0' && g_ascii_ispunct (item[0]))
    return (CnDatePhraseItem) { (guchar) item[0], 0, NULL };

  return (CnDatePhraseItem) { 0, 0, intern (item) };
}

static void
add_phrase (const CnDatePhrase *phrase,
            CnDateLanguage      language)
{
  g_auto (GStrv) items = g_strsplit (phrase->text, " ", -1);
  CnDatePattern pattern = { phrase, language, 0 };
  GArray **list;

  for (; items[pattern.n_items] != NULL; pattern.n_items++)
    {
      g_assert (pattern.n_items < CN_DATE_PHRASE_MAX_ITEMS);
      pattern.items[pattern.n_items] = parse_item (items[pattern.n_items]);
    }

  g_assert (pattern.items[0].symbol == 0 || pattern.items[0].symbol == '%');
  if (pattern.items[0].symbol == '%')
    list = &lexicon.patterns[pattern.items[0].role];
  else
    list = &((CnDateWord *) pattern.items[0].word)->patterns;

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (CnDatePattern));
  g_array_append_val (*list, pattern);
}

static void
add_vocabulary (const CnDateVocabulary *v)
{
  add_numbered (v->months, G_N_ELEMENTS (v->months), CN_DATE_ROLE_MONTH, v->language);
  add_numbered (v->months_short, G_N_ELEMENTS (v->months_short), CN_DATE_ROLE_MONTH_SHORT, v->language);
  add_numbered (v->weekdays, G_N_ELEMENTS (v->weekdays), CN_DATE_ROLE_WEEKDAY, v->language);
  add_numbered (v->numbers, G_N_ELEMENTS (v->numbers), CN_DATE_ROLE_NUMBER, v->language);
  add_numbered (v->units, G_N_ELEMENTS (v->units), CN_DATE_ROLE_UNIT, v->language);

  add_words (v->first, CN_DATE_ROLE_FIRST, 1, v->language);
  add_words (v->ordinals, CN_DATE_ROLE_ORDINAL, 1, v->language);
  add_words (v->of, CN_DATE_ROLE_OF, 1, v->language);
  add_words (v->to, CN_DATE_ROLE_TO, 1, v->language);
  add_words (v->and, CN_DATE_ROLE_AND, 1, v->language);
  add_words (v->between, CN_DATE_ROLE_BETWEEN, 1, v->language);
  add_words (v->articles, CN_DATE_ROLE_ARTICLE, 1, v->language);
  add_words (v->year_cues, CN_DATE_ROLE_YEAR_CUE, 1, v->language);
  add_words (v->year_words, CN_DATE_ROLE_YEAR_WORD, 1, v->language);
  add_words (v->year_endings, CN_DATE_ROLE_YEAR_ENDING, 1, v->language);
  add_words (v->not_day, CN_DATE_ROLE_NOT_DAY, 1, v->language);
  add_words (v->about, CN_DATE_ROLE_ABOUT, 1, v->language);
  add_words (v->periods, CN_DATE_ROLE_PERIOD, 1, v->language);
  add_words (v->counted, CN_DATE_ROLE_COUNTED, 1, v->language);
  add_words (v->blockers, CN_DATE_ROLE_BLOCKER, 1, v->language);
  add_words (v->streets, CN_DATE_ROLE_STREET, 1, v->language);
  /* Some words are in both lists; the first meaning counts. */
  add_words (v->updated, CN_DATE_ROLE_PUBLISHED, 2, v->language);
  add_words (v->published, CN_DATE_ROLE_PUBLISHED, 1, v->language);
  add_words (v->clock, CN_DATE_ROLE_CLOCK, 1, v->language);

  for (gsize i = 0; i < v->n_phrases; i++)
    add_phrase (&v->phrases[i], v->language);
}

/* Most words of a text are in no vocabulary, and of those that are ("the", "of") most begin no date. */
static void
mark_starts (void)
{
  const guint32 starters = 1u << CN_DATE_ROLE_MONTH | 1u << CN_DATE_ROLE_MONTH_SHORT | 1u << CN_DATE_ROLE_WEEKDAY |
                           1u << CN_DATE_ROLE_FIRST | 1u << CN_DATE_ROLE_PERIOD;
  guint32 holders = 0;

  for (guint role = 0; role < CN_N_DATE_ROLES; role++)
    holders |= lexicon.patterns[role] != NULL ? 1u << role : 0;

  for (guint i = 0; i < N_SLOTS; i++)
    {
      CnDateWord *word = lexicon.slots[i];

      if (word != NULL)
        word->starts = word->patterns != NULL || (word->roles & (starters | holders)) != 0;
    }
}

/**
 * cn_date_lexicon_ensure:
 *
 * Builds the lexicon if this is the first call. Before any other function of this file.
 */
void
cn_date_lexicon_ensure (void)
{
  static gsize built = 0;

  if (g_once_init_enter (&built))
    {
      for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
        add_vocabulary (vocabularies[i]);
      mark_starts ();

      g_once_init_leave (&built, 1);
    }
}

/**
 * cn_date_lexicon_may_have:
 * @first: the first byte of a folded word
 * @length: its bytes
 *
 * Returns: whether any word of that length begins so; spares most words the folding and the look-up
 */
gboolean
cn_date_lexicon_may_have (guchar first,
                          gsize  length)
{
  return length < 32 && (lexicon.lengths[first] & (1u << length)) != 0;
}

/**
 * cn_date_lexicon_lookup:
 * @word: a folded word of @length bytes
 *
 * Returns: (nullable): what the word can be in a date, or %NULL when it is nothing
 */
const CnDateWord *
cn_date_lexicon_lookup (const char *word,
                        gsize       length)
{
  if (length == 0 || !cn_date_lexicon_may_have ((guchar) word[0], length))
    return NULL;

  return *find_slot (word, length, hash_word (word, length));
}

/**
 * cn_date_lexicon_get_language:
 * @tag: (nullable): BCP 47
 *
 * Returns: the #CnDateLanguage of the tag's first part, or 0 when it is unknown or none of ours
 */
guint
cn_date_lexicon_get_language (const char *tag)
{
  if (tag == NULL)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      gsize length = strlen (vocabularies[i]->tag);

      if (g_ascii_strncasecmp (tag, vocabularies[i]->tag, length) == 0 && !g_ascii_isalnum (tag[length]))
        return vocabularies[i]->language;
    }

  return 0;
}

/**
 * cn_date_word_is:
 * @self: (nullable): a word
 *
 * Returns: whether the word has that role in any language
 */
gboolean
cn_date_word_is (const CnDateWord *self,
                 CnDateRole        role)
{
  return self != NULL && (self->roles & (1u << role)) != 0;
}

/**
 * cn_date_word_starts:
 * @self: (nullable): a word
 *
 * Returns: whether a date or a phrase can begin with it
 */
gboolean
cn_date_word_starts (const CnDateWord *self)
{
  return self != NULL && self->starts;
}

/**
 * cn_date_word_get_value:
 * @self: (nullable): a word
 * @languages: those that count
 *
 * Returns: the value of the word in that role, or 0 when it has none in these languages
 */
guint
cn_date_word_get_value (const CnDateWord *self,
                        CnDateRole        role,
                        guint             languages)
{
  if (!cn_date_word_is (self, role))
    return 0;

  for (guint i = 0; i < self->meanings->len; i++)
    {
      const Meaning *meaning = &g_array_index (self->meanings, Meaning, i);

      if (meaning->role == role && (meaning->languages & languages) != 0 && meaning->value != 0)
        return meaning->value;
    }

  return 0;
}

/**
 * cn_date_word_get_patterns:
 * @self: (nullable): a word
 *
 * Returns: (nullable) (array length=n_patterns): the phrases that begin with this word
 */
const CnDatePattern *
cn_date_word_get_patterns (const CnDateWord *self,
                           gsize            *n_patterns)
{
  *n_patterns = self != NULL && self->patterns != NULL ? self->patterns->len : 0;
  return *n_patterns > 0 ? (const CnDatePattern *) (gpointer) self->patterns->data : NULL;
}

/**
 * cn_date_lexicon_get_patterns:
 *
 * Returns: (nullable) (array length=n_patterns): the phrases that begin with a place-holder of this role
 */
const CnDatePattern *
cn_date_lexicon_get_patterns (CnDateRole  first,
                              gsize      *n_patterns)
{
  const GArray *patterns = lexicon.patterns[first];

  *n_patterns = patterns != NULL ? patterns->len : 0;
  return *n_patterns > 0 ? (const CnDatePattern *) (gpointer) patterns->data : NULL;
}
