/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cn-name-words.h"
#include "cn-place-words.h"

#define MAX_WORDS 12

typedef struct
{
  const char *path;
  const char *lines;
  const char *message; /* what the error says; NULL for a good table */
} Table;

static const Table tables[] = {
  { "nothing", "", NULL },
  { "comments-and-empty-lines", "# a\n\ncommon bath\n", NULL },
  { "same-word-in-two-sections", "common bath\ngiven bath\n", NULL },
  { "ending-and-word", "demonym -er\ndemonym er\n", NULL },
  { "six-words", "place-title a b c d e f\n", NULL },
  { "seven-words", "place-title a b c d e f g\n", "xx.txt, line 1: no words, or too many: a b c d e f g" },
  { "no-section", "bath\n", "xx.txt, line 1: no words behind bath" },
  { "unknown-section", "common bath\n\nrivers Thames\n", "xx.txt, line 3: unknown section rivers" },
  { "section-in-capitals", "Common bath\n", "xx.txt, line 1: unknown section Common" },
  { "blank-before-section", " common bath\n", "xx.txt, line 1: unknown section " },
  { "no-word", "common \n", "xx.txt, line 1: no words, or too many: " },
  { "only-punctuation", "common .,\n", "xx.txt, line 1: no words, or too many: .," },
  { "word-twice", "common bath\ncommon of\ncommon bath\n", "xx.txt, line 3: a second entry bath" },
  { "word-twice-when-folded", "common côte\ncommon COTE\n", "xx.txt, line 2: a second entry cote" },
  { "phrase-twice-when-cut", "person Jean d'Arc\nperson jean d arc\n", "xx.txt, line 2: a second entry jean d arc" },
  { "ending-twice", "demonym -lı\ndemonym -li\n", "xx.txt, line 2: a second entry -li" },
  { "ending-where-none-may-be", "given -er\n", "xx.txt, line 1: no endings in given" },
  { "ending-of-two-words", "demonym -a b\n", "xx.txt, line 1: no ending: a b" },
  { "empty-ending", "demonym -\n", "xx.txt, line 1: no ending: " },
  { "value", "state-short Ga = US.GA\nstate-short N C = US.NC\n", NULL },
  { "value-missing", "state-short Ga\n", "xx.txt, line 1: a value is missing in state-short" },
  { "value-where-none-may-be", "common bath = GB\n", "xx.txt, line 1: no values in common" },
  { "no-utf-8", "common b\xe4th\n", "xx.txt, line 1: not UTF-8" },
};

static CnPlaceWords *
read_table (const char  *language,
            const char  *lines,
            gsize        length,
            GError     **error)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (lines, length);

  return cn_place_words_add_table (words, language, bytes, error) ? g_steal_pointer (&words) : NULL;
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnPlaceWords) words = read_table ("xx", table->lines, strlen (table->lines), &error);

  if (table->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (words);
      return;
    }
  g_assert_null (words);
  g_assert_error (error, CN_PLACE_WORDS_ERROR, CN_PLACE_WORDS_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, table->message);
}

static void
test_zero_byte_is_refused (void)
{
  static const char lines[] = "common bath\ncommon a\0b\ncommon of\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CnPlaceWords) words = read_table ("xx", lines, sizeof lines - 1, &error);

  g_assert_null (words);
  g_assert_cmpstr (error->message, ==, "xx.txt, line 2: not UTF-8");
}

/* The words of a text, folded and cut as the finder does it. */
typedef struct
{
  CnNameWord  words[MAX_WORDS];
  const char *folded[MAX_WORDS];
  guint       n;
} Cut;

static void
cut (Cut        *self,
     const char *text)
{
  gsize position = 0;

  self->n = 0;
  while (self->n < MAX_WORDS && cn_name_word_next (text, position, strlen (text), &self->words[self->n]))
    {
      position = self->words[self->n].end;
      self->folded[self->n] = self->words[self->n].folded;
      self->n++;
    }
}

typedef struct
{
  CnPlaceSection  section;
  const char     *language;
  const char     *text;
  guint           whole; /* whether it is an entry */
  guint           start; /* words of the longest entry that it begins with */
  guint           end;   /* words of the longest entry that it ends with */
} Lookup;

static const Lookup lookups[] = {
  { CN_PLACE_SECTION_PLACE_TITLE, "en", "Mayor of", 1, 2, 2 },
  { CN_PLACE_SECTION_PLACE_TITLE, "en", "MAYOR OF", 1, 2, 2 },
  { CN_PLACE_SECTION_PLACE_TITLE, "en", "the Lord Mayor of", 0, 0, 3 },
  { CN_PLACE_SECTION_PLACE_TITLE, "en", "mayor", 0, 0, 0 },
  { CN_PLACE_SECTION_PLACE_TITLE, "fr", "la mairie d'", 0, 0, 2 },
  { CN_PLACE_SECTION_PLACE_TITLE, "de", "Oberbürgermeisterin der Stadt", 1, 3, 3 },
  { CN_PLACE_SECTION_PLACE_TITLE, "de", "Oberburgermeisterin der Stadt", 1, 3, 3 },
  { CN_PLACE_SECTION_PLACE_TITLE, "de", "Mayor of", 0, 0, 0 },
  { CN_PLACE_SECTION_PLACE_TITLE, NULL, "Mayor of", 1, 2, 2 },
  { CN_PLACE_SECTION_PLACE_TITLE, "ja", "Mayor of", 1, 2, 2 },
  { CN_PLACE_SECTION_PLACE_SUFFIX, "en", "Metropolitan Municipality and", 0, 2, 0 },
  { CN_PLACE_SECTION_PLACE_SUFFIX, "tr", "BÜYÜKŞEHİR BELEDİYESİ", 1, 2, 2 },
  { CN_PLACE_SECTION_PLACE_SUFFIX, "tr", "Büyükşehir Belediye Başkanı", 1, 3, 3 },
  { CN_PLACE_SECTION_ORGANISATION, "en", "Institute of Technology", 1, 3, 3 },
  { CN_PLACE_SECTION_ORGANISATION, "en-GB", "University of", 0, 1, 0 },
  { CN_PLACE_SECTION_ORGANISATION, "tr", "Üniversitesi", 1, 1, 1 },
  { CN_PLACE_SECTION_PERSON, "nl", "Jack London", 1, 2, 2 },
  { CN_PLACE_SECTION_PERSON, "en", "Jack", 0, 0, 0 },
  { CN_PLACE_SECTION_SUFFIX, "tr", "nın", 1, 1, 1 },
  { CN_PLACE_SECTION_PREPOSITION, "el", "στην", 1, 1, 1 },
  { CN_PLACE_SECTION_PREPOSITION, "en", "nach", 0, 0, 0 },
};

static void
test_lookups (void)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();

  for (guint i = 0; i < G_N_ELEMENTS (lookups); i++)
    {
      const Lookup *row = &lookups[i];
      Cut text;

      g_test_message ("%s", row->text);
      cut (&text, row->text);
      g_assert_cmpint (cn_place_words_has (words, row->section, row->language, text.folded, text.n), ==, row->whole);
      g_assert_cmpuint (cn_place_words_match (words, row->section, row->language, text.folded, text.n), ==, row->start);
      g_assert_cmpuint (cn_place_words_match_end (words, row->section, row->language, text.folded, text.n), ==,
                        row->end);
    }
}

static void
test_no_words_are_no_entry (void)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();

  g_assert_false (cn_place_words_has (words, CN_PLACE_SECTION_COMMON, "en", NULL, 0));
  g_assert_cmpuint (cn_place_words_match (words, CN_PLACE_SECTION_PLACE_TITLE, "en", NULL, 0), ==, 0);
  g_assert_cmpuint (cn_place_words_match_end (words, CN_PLACE_SECTION_PLACE_TITLE, "en", NULL, 0), ==, 0);
}

static void
test_words_longer_than_any_phrase (void)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();
  g_autofree char *longest = g_strnfill (1000, 'a');
  const char *text[] = { longest, longest, longest, longest, longest, longest };

  g_assert_cmpuint (cn_place_words_match (words, CN_PLACE_SECTION_PLACE_TITLE, "en", text, G_N_ELEMENTS (text)), ==, 0);
  g_assert_cmpuint (cn_place_words_get_sections (words, "en", longest), ==, 0);
  g_assert_cmpuint (cn_place_words_match_ending (words, CN_PLACE_SECTION_DEMONYM, "en", longest), ==, 0);
}

static void
test_sections_of_one_word (void)
{
  static const struct { const char *language, *word; guint sections; } rows[] = {
    { "en", "bath", 1u << CN_PLACE_SECTION_COMMON },
    { "en", "reading", 1u << CN_PLACE_SECTION_COMMON_STRONG },
    { "en", "march", 1u << CN_PLACE_SECTION_MONTH },
    { "de", "marz", 1u << CN_PLACE_SECTION_MONTH },
    { "de", "march", 0 },
    { "fr", "charlotte", 1u << CN_PLACE_SECTION_GIVEN },
    { "en", "jackson", 1u << CN_PLACE_SECTION_GIVEN | 1u << CN_PLACE_SECTION_SURNAME },
    { "en", "istanbul", 0 },
    { "en", "buffalo", 0 },
    { "en", "", 0 },
    { "de", "essen", 1u << CN_PLACE_SECTION_COMMON },
    { "it", "prato", 1u << CN_PLACE_SECTION_COMMON },
    { "en", "prato", 0 },
  };
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].word);
      g_assert_cmphex (cn_place_words_get_sections (words, rows[i].language, rows[i].word), ==, rows[i].sections);
    }
}

static void
test_reach (void)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();
  guint32 begins, ends;

  cn_place_words_get_reach (words, "metropolitan", &begins, &ends);
  g_assert_cmpuint (begins & (1u << CN_PLACE_SECTION_PLACE_SUFFIX), !=, 0);
  cn_place_words_get_reach (words, "municipality", &begins, &ends);
  g_assert_cmpuint (ends & (1u << CN_PLACE_SECTION_PLACE_SUFFIX), !=, 0);
  cn_place_words_get_reach (words, "of", &begins, &ends);
  g_assert_cmpuint (ends & (1u << CN_PLACE_SECTION_PLACE_TITLE), !=, 0);
  g_assert_cmpuint (ends & (1u << CN_PLACE_SECTION_MONTH), ==, 0);
  cn_place_words_get_reach (words, "xyzzy", &begins, &ends);
  g_assert_cmpuint (begins | ends, ==, 0);
}

static void
test_endings (void)
{
  static const struct { CnPlaceSection section; const char *language, *word; gsize bytes; } rows[] = {
    { CN_PLACE_SECTION_DEMONYM, "en", "istanbulites", 4 },
    { CN_PLACE_SECTION_DEMONYM, "en", "istanbul", 0 },
    { CN_PLACE_SECTION_DEMONYM, "en", "ites", 0 },
    { CN_PLACE_SECTION_DEMONYM, "en", "is", 0 },
    { CN_PLACE_SECTION_DEMONYM, "de", "berlinerinnen", 7 },
    { CN_PLACE_SECTION_DEMONYM, "fr", "berliner", 0 },
    { CN_PLACE_SECTION_ORGANISATION, "de", "goetheuniversitat", 11 },
    { CN_PLACE_SECTION_GIVEN, "en", "istanbulites", 0 },
  };
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].word);
      g_assert_cmpuint (cn_place_words_match_ending (words, rows[i].section, rows[i].language, rows[i].word), ==,
                        rows[i].bytes);
    }
}

static void
test_values (void)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new_built_in ();
  Cut text;

  cut (&text, "Calif.");
  g_assert_cmpstr (cn_place_words_get_value (words, CN_PLACE_SECTION_STATE_SHORT, "en", text.folded, text.n), ==, "US.CA");
  cut (&text, "N.C.");
  g_assert_cmpstr (cn_place_words_get_value (words, CN_PLACE_SECTION_STATE_SHORT, "fr", text.folded, text.n), ==, "US.NC");
  cut (&text, "bath");
  g_assert_null (cn_place_words_get_value (words, CN_PLACE_SECTION_STATE_SHORT, "en", text.folded, text.n));
  g_assert_null (cn_place_words_get_value (words, CN_PLACE_SECTION_COMMON, "en", text.folded, text.n));
}

/* Refusing is by language: what is a month of one is a name in the others. */
static void
test_tables_of_two_languages (void)
{
  g_autoptr (CnPlaceWords) words = cn_place_words_new ();
  g_autoptr (GBytes) first = g_bytes_new_static ("common bath\n", 12);
  g_autoptr (GBytes) second = g_bytes_new_static ("given bath\n", 11);
  g_autoptr (GBytes) any = g_bytes_new_static ("person bath\n", 12);

  g_assert_true (cn_place_words_add_table (words, "xx", first, NULL));
  g_assert_true (cn_place_words_add_table (words, "yy", second, NULL));
  g_assert_cmphex (cn_place_words_get_sections (words, "xx", "bath"), ==, 1u << CN_PLACE_SECTION_COMMON);
  g_assert_cmphex (cn_place_words_get_sections (words, "yy-AA", "bath"), ==, 1u << CN_PLACE_SECTION_GIVEN);
  g_assert_cmphex (cn_place_words_get_sections (words, "y", "bath"), ==,
                   1u << CN_PLACE_SECTION_COMMON | 1u << CN_PLACE_SECTION_GIVEN);

  g_assert_true (cn_place_words_add_table (words, "any", any, NULL));
  g_assert_cmphex (cn_place_words_get_sections (words, "xx", "bath"), ==,
                   1u << CN_PLACE_SECTION_COMMON | 1u << CN_PLACE_SECTION_PERSON);
  g_assert_false (cn_place_words_add_table (words, "xx", first, NULL));
}

static void
test_section_names (void)
{
  g_assert_cmpstr (cn_place_section_to_string (CN_PLACE_SECTION_COMMON_STRONG), ==, "common-strong");
  for (CnPlaceSection section = 0; section < CN_PLACE_N_SECTIONS; section++)
    g_assert_nonnull (cn_place_section_to_string (section));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/find/place-words/tables/", tables[i].path, NULL);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/find/place-words/tables/zero-byte", test_zero_byte_is_refused);
  g_test_add_func ("/find/place-words/lookups-by-section-and-language", test_lookups);
  g_test_add_func ("/find/place-words/no-words-are-no-entry", test_no_words_are_no_entry);
  g_test_add_func ("/find/place-words/words-longer-than-any-phrase", test_words_longer_than_any_phrase);
  g_test_add_func ("/find/place-words/sections-of-one-word", test_sections_of_one_word);
  g_test_add_func ("/find/place-words/endings", test_endings);
  g_test_add_func ("/find/place-words/values", test_values);
  g_test_add_func ("/find/place-words/tables-of-two-languages", test_tables_of_two_languages);
  g_test_add_func ("/find/place-words/first-and-last-words-tell-of-phrases", test_reach);
  g_test_add_func ("/find/place-words/every-section-has-a-name", test_section_names);

  return g_test_run ();
}
