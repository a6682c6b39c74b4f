/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words beside names of places, one table for each language, and what each says of the name.
 *
 * A table with a broken line is refused: half a table would let through what it was written against. After the
 * tables are added the object is only read, by any thread. It must not know of places nor of documents. */

#include "config.h"

#include "cn-place-words.h"

#include <string.h>

#include "cn-data.h"
#include "cn-name-words.h"

#define BUILT_IN_PATH "/org/example/CityNet/places"

/* The table whose words count in every language. */
#define ANY "any"

/* Words of a phrase with one blank between them. */
#define KEY_SIZE (CN_PLACE_PHRASE_WORDS * CN_NAME_WORD_SIZE)

/* What remains of a word without its ending is a name, and no name that short has an ending. */
#define MIN_STEM_BYTES 3

#define MAX_LANGUAGES 32

typedef enum
{
  HAS_NOTHING = 0,
  HAS_VALUE = 1 << 0,
  HAS_ENDINGS = 1 << 1,
} SectionTraits;

static const struct { const char *name; SectionTraits traits; } sections[CN_PLACE_N_SECTIONS] = {
  [CN_PLACE_SECTION_COMMON] = { "common", HAS_NOTHING },
  [CN_PLACE_SECTION_COMMON_STRONG] = { "common-strong", HAS_NOTHING },
  [CN_PLACE_SECTION_MONTH] = { "month", HAS_NOTHING },
  [CN_PLACE_SECTION_GIVEN] = { "given", HAS_NOTHING },
  [CN_PLACE_SECTION_SURNAME] = { "surname", HAS_NOTHING },
  [CN_PLACE_SECTION_PERSON] = { "person", HAS_NOTHING },
  [CN_PLACE_SECTION_SURNAME_CUE] = { "surname-cue", HAS_NOTHING },
  [CN_PLACE_SECTION_SPEECH] = { "speech", HAS_NOTHING },
  [CN_PLACE_SECTION_PERSON_TITLE] = { "person-title", HAS_NOTHING },
  [CN_PLACE_SECTION_PLACE_TITLE] = { "place-title", HAS_NOTHING },
  [CN_PLACE_SECTION_PLACE_SUFFIX] = { "place-suffix", HAS_NOTHING },
  [CN_PLACE_SECTION_ORGANISATION] = { "organisation", HAS_ENDINGS },
  [CN_PLACE_SECTION_FEATURE] = { "feature", HAS_ENDINGS },
  [CN_PLACE_SECTION_AGREEMENT] = { "agreement", HAS_ENDINGS },
  [CN_PLACE_SECTION_DEMONYM] = { "demonym", HAS_ENDINGS },
  [CN_PLACE_SECTION_PREPOSITION] = { "preposition", HAS_NOTHING },
  [CN_PLACE_SECTION_SUFFIX] = { "suffix", HAS_NOTHING },
  [CN_PLACE_SECTION_DIRECTION] = { "direction", HAS_NOTHING },
  [CN_PLACE_SECTION_CONJUNCTION] = { "conjunction", HAS_NOTHING },
  [CN_PLACE_SECTION_STATE_SHORT] = { "state-short", HAS_VALUE },
  [CN_PLACE_SECTION_LIST_HEAD] = { "list-head", HAS_NOTHING },
};

static const char *const built_in[] = { ANY, "en", "fr", "de", "es", "it", "pt", "nl", "tr", "el" };

/* A phrase in all its meanings: for each section the languages in which it has it, a bit each. */
typedef struct
{
  guint32  languages[CN_PLACE_N_SECTIONS];
  guint32  begins; /* of a word: the sections with a phrase that begins with it, in any language */
  guint32  ends;   /* the same for phrases that end with it */
  char    *value;
} Entry;

struct _CnPlaceWords
{
  GHashTable *entries;     /* words with a blank between them, or "-" and an ending, to Entry */
  GPtrArray  *languages;   /* element-type utf8; the index is the bit */
  guint32     any;         /* the bit of ANY, 0 while there is no such table */
  guint       n_words[CN_PLACE_N_SECTIONS];      /* of the longest phrase */
  gsize       ending_bytes[CN_PLACE_N_SECTIONS]; /* of the longest ending */
};

G_DEFINE_QUARK (cn-place-words-error-quark, cn_place_words_error)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->value, g_free);
  g_free (entry);
}

/**
 * cn_place_words_new:
 *
 * Returns: (transfer full): words without a table; see cn_place_words_add_table()
 */
CnPlaceWords *
cn_place_words_new (void)
{
  CnPlaceWords *self = g_new0 (CnPlaceWords, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  self->languages = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * cn_place_words_new_built_in:
 *
 * The tables that CityNet brings along. Any thread.
 *
 * Returns: (transfer full): words; it cannot fail, a test parses the tables that are built in
 */
CnPlaceWords *
cn_place_words_new_built_in (void)
{
  CnPlaceWords *self = cn_place_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      g_autofree char *path = g_strdup_printf (BUILT_IN_PATH "/%s.txt", built_in[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) lines = NULL;

      lines = g_resource_lookup_data (cn_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      if (lines == NULL || !cn_place_words_add_table (self, built_in[i], lines, &error))
        g_error ("The built-in words beside places are broken: %s", error->message);
    }

  return self;
}

/**
 * cn_place_words_free:
 */
void
cn_place_words_free (CnPlaceWords *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_free (self);
}

/* Tags are compared up to their first dash: "pt-BR" is "pt". Returns: the language's bit, 0 for one without a table. */
static guint32
find_language (const CnPlaceWords *self,
               const char         *language)
{
  gsize length = strcspn (language, "-_");

  for (guint i = 0; i < self->languages->len; i++)
    {
      const char *known = g_ptr_array_index (self->languages, i);

      if (strncmp (known, language, length) == 0 && known[length] == '\0')
        return 1u << i;
    }

  return 0;
}

static guint32
get_mask (const CnPlaceWords *self,
          const char         *language)
{
  guint32 bit = language != NULL ? find_language (self, language) : 0;

  return bit != 0 ? bit | self->any : G_MAXUINT32;
}

static guint32
add_language (CnPlaceWords *self,
              const char   *language)
{
  guint32 bit = find_language (self, language);

  if (bit != 0)
    return bit;

  g_assert (self->languages->len < MAX_LANGUAGES);
  bit = 1u << self->languages->len;
  g_ptr_array_add (self->languages, g_strdup (language));
  if (strcmp (language, ANY) == 0)
    self->any = bit;

  return bit;
}

/* The table that is being read, and where. */
typedef struct
{
  CnPlaceWords *words;
  const char   *language;
  guint32       bit;
  guint         line;
} Reading;

static gboolean
refuse (const Reading  *reading,
        const char     *reason,
        const char     *what,
        GError        **error)
{
  g_set_error (error, CN_PLACE_WORDS_ERROR, CN_PLACE_WORDS_ERROR_MALFORMED, "%s.txt, line %u: %s%s%s",
               reading->language, reading->line, reason, what != NULL ? " " : "", what != NULL ? what : "");
  return FALSE;
}

static CnPlaceSection
find_section (const char *name)
{
  CnPlaceSection section = 0;

  while (section < CN_PLACE_N_SECTIONS && strcmp (sections[section].name, name) != 0)
    section++;

  return section;
}

/* Returns: (nullable): the words of a phrase as they are looked up, %NULL for none, too many or one too long. */
static char *
make_key (const char *phrase,
          guint      *n_words)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gsize limit = strlen (phrase);
  CnNameWord word = { 0 };

  *n_words = 0;
  while (cn_name_word_next (phrase, word.end, limit, &word))
    {
      if (word.folded[0] == '\0' || ++*n_words > CN_PLACE_PHRASE_WORDS)
        return NULL;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, word.folded);
    }

  return *n_words > 0 ? g_string_free_and_steal (g_steal_pointer (&key)) : NULL;
}

static Entry *
ensure_entry (GHashTable *entries,
              const char *key)
{
  Entry *entry = g_hash_table_lookup (entries, key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (entries, g_strdup (key), entry);
    }

  return entry;
}

/* Lets the first and the last word of a phrase say that there is more to look for. */
static void
add_reach (GHashTable    *entries,
           CnPlaceSection section,
           const char    *key)
{
  g_autofree char *first = g_strndup (key, strcspn (key, " "));
  const char *last = strrchr (key, ' ');

  ensure_entry (entries, first)->begins |= 1u << section;
  ensure_entry (entries, last != NULL ? last + 1 : key)->ends |= 1u << section;
}

static gboolean
add_entry (Reading         *reading,
           CnPlaceSection   section,
           const char      *key,
           const char      *value,
           GError         **error)
{
  GHashTable *entries = reading->words->entries;
  Entry *entry = ensure_entry (entries, key);

  if ((entry->languages[section] & reading->bit) != 0)
    return refuse (reading, "a second entry", key, error);
  if (value != NULL && g_strcmp0 (entry->value, value) != 0 && entry->value != NULL)
    return refuse (reading, "another value for", key, error);

  entry->languages[section] |= reading->bit;
  if (key[0] != '-')
    add_reach (entries, section, key);
  if (entry->value == NULL)
    entry->value = g_strdup (value);

  return TRUE;
}

static gboolean
add_ending (Reading         *reading,
            CnPlaceSection   section,
            const char      *ending,
            GError         **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  guint n_words;

  if ((sections[section].traits & HAS_ENDINGS) == 0)
    return refuse (reading, "no endings in", sections[section].name, error);

  folded = make_key (ending, &n_words);
  if (folded == NULL || n_words != 1)
    return refuse (reading, "no ending:", ending, error);

  key = g_strconcat ("-", folded, NULL);
  reading->words->ending_bytes[section] = MAX (reading->words->ending_bytes[section], strlen (folded));

  return add_entry (reading, section, key, NULL, error);
}

static gboolean
add_phrase (Reading         *reading,
            CnPlaceSection   section,
            const char      *phrase,
            const char      *value,
            GError         **error)
{
  g_autofree char *key = NULL;
  guint n_words;

  if ((value != NULL) != ((sections[section].traits & HAS_VALUE) != 0))
    return refuse (reading, value != NULL ? "no values in" : "a value is missing in", sections[section].name, error);

  key = make_key (phrase, &n_words);
  if (key == NULL)
    return refuse (reading, "no words, or too many:", phrase, error);

  reading->words->n_words[section] = MAX (reading->words->n_words[section], n_words);

  return add_entry (reading, section, key, value, error);
}

static gboolean
parse_line (Reading  *reading,
            char     *line,
            GError  **error)
{
  CnPlaceSection section;
  char *phrase, *value;

  if (line[0] == '\0' || line[0] == '#')
    return TRUE;

  phrase = strchr (line, ' ');
  if (phrase == NULL)
    return refuse (reading, "no words behind", line, error);
  *phrase++ = '\0';

  section = find_section (line);
  if (section == CN_PLACE_N_SECTIONS)
    return refuse (reading, "unknown section", line, error);

  if (phrase[0] == '-')
    return add_ending (reading, section, phrase + 1, error);

  value = strstr (phrase, " = ");
  if (value != NULL)
    {
      *value = '\0';
      value += strlen (" = ");
    }

  return add_phrase (reading, section, phrase, value, error);
}

/**
 * cn_place_words_add_table:
 * @language: BCP 47 primary tag, or "any" for words that count in every language
 * @lines: as `data/places/README.md` describes them
 * @error: %CN_PLACE_WORDS_ERROR_MALFORMED with the number of the first line that is no entry
 *
 * Not while another thread reads @self. After an error @self may have a part of the table.
 *
 * Returns: whether every line was an entry
 */
gboolean
cn_place_words_add_table (CnPlaceWords  *self,
                          const char    *language,
                          GBytes        *lines,
                          GError       **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) split = NULL;
  Reading reading = { self, language, 0, 0 };
  const char *data;
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (lines != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* A byte of zero would cut off the rest unseen; this one is refused as no UTF-8. */
  data = g_bytes_get_data (lines, &length);
  text = g_malloc0 (length + 1);
  if (length > 0)
    memcpy (text, data, length);
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      text[i] = '\xff';
  split = g_strsplit (text, "\n", -1);
  reading.bit = add_language (self, language);

  for (; split[reading.line] != NULL;)
    {
      char *line = split[reading.line++];

      if (!g_utf8_validate (line, -1, NULL))
        return refuse (&reading, "not UTF-8", NULL, error);
      if (!parse_line (&reading, line, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: whether @key has room for the words, which it then holds with one blank between them. */
static gboolean
join_words (const char *const *words,
            guint              n_words,
            char               key[KEY_SIZE])
{
  gsize n = 0;

  if (n_words == 0 || n_words > CN_PLACE_PHRASE_WORDS)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    {
      gsize length = strlen (words[i]);

      if (n + length + 2 > KEY_SIZE)
        return FALSE;
      if (i > 0)
        key[n++] = ' ';
      memcpy (key + n, words[i], length);
      n += length;
    }
  key[n] = '\0';

  return TRUE;
}

static const Entry *
find_entry (const CnPlaceWords *self,
            CnPlaceSection      section,
            guint32             mask,
            const char *const  *words,
            guint               n_words)
{
  char key[KEY_SIZE];
  const Entry *entry;

  if (!join_words (words, n_words, key))
    return NULL;

  entry = g_hash_table_lookup (self->entries, key);
  return entry != NULL && (entry->languages[section] & mask) != 0 ? entry : NULL;
}

/**
 * cn_place_words_get_sections:
 * @language: (nullable): of the document; %NULL or one without a table asks all tables, as everywhere here
 * @word: folded, as cn_name_word_next() gives it
 *
 * Any thread. One look into a hash table.
 *
 * Returns: the bit (1u << #CnPlaceSection) of every section in which the word alone is an entry
 */
guint32
cn_place_words_get_sections (const CnPlaceWords *self,
                             const char         *language,
                             const char         *word)
{
  const Entry *entry;
  guint32 mask, found = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  entry = g_hash_table_lookup (self->entries, word);
  if (entry == NULL)
    return 0;

  mask = get_mask (self, language);
  for (guint i = 0; i < CN_PLACE_N_SECTIONS; i++)
    found |= (entry->languages[i] & mask) != 0 ? 1u << i : 0;

  return found;
}

/**
 * cn_place_words_get_reach:
 * @word: folded
 * @begins: (out): the bits of the sections with a phrase that begins with @word
 * @ends: (out): the same for phrases that end with it
 *
 * Of all languages: where a bit is missing, cn_place_words_match() and cn_place_words_match_end() find nothing. Any
 * thread. One look into a hash table.
 */
void
cn_place_words_get_reach (const CnPlaceWords *self,
                          const char         *word,
                          guint32            *begins,
                          guint32            *ends)
{
  const Entry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (word != NULL && begins != NULL && ends != NULL);

  entry = g_hash_table_lookup (self->entries, word);
  *begins = entry != NULL ? entry->begins : 0;
  *ends = entry != NULL ? entry->ends : 0;
}

/**
 * cn_place_words_has:
 * @words: folded
 *
 * Any thread.
 *
 * Returns: whether exactly these words are an entry of the section
 */
gboolean
cn_place_words_has (const CnPlaceWords *self,
                    CnPlaceSection      section,
                    const char         *language,
                    const char *const  *words,
                    guint               n_words)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (section < CN_PLACE_N_SECTIONS, FALSE);

  return find_entry (self, section, get_mask (self, language), words, n_words) != NULL;
}

/**
 * cn_place_words_match:
 * @words: folded; what stands behind a name
 *
 * Any thread.
 *
 * Returns: how many words the longest entry of the section has that @words begin with, 0 for none
 */
guint
cn_place_words_match (const CnPlaceWords *self,
                      CnPlaceSection      section,
                      const char         *language,
                      const char *const  *words,
                      guint               n_words)
{
  guint32 mask;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (section < CN_PLACE_N_SECTIONS, 0);

  mask = get_mask (self, language);
  for (guint n = MIN (n_words, self->n_words[section]); n > 0; n--)
    if (find_entry (self, section, mask, words, n) != NULL)
      return n;

  return 0;
}

/**
 * cn_place_words_match_end:
 * @words: folded; what stands before a name
 *
 * Any thread.
 *
 * Returns: how many words the longest entry of the section has that @words end with, 0 for none
 */
guint
cn_place_words_match_end (const CnPlaceWords *self,
                          CnPlaceSection      section,
                          const char         *language,
                          const char *const  *words,
                          guint               n_words)
{
  guint32 mask;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (section < CN_PLACE_N_SECTIONS, 0);

  mask = get_mask (self, language);
  for (guint n = MIN (n_words, self->n_words[section]); n > 0; n--)
    if (find_entry (self, section, mask, words + (n_words - n), n) != NULL)
      return n;

  return 0;
}

/**
 * cn_place_words_match_ending:
 * @word: folded
 *
 * Any thread.
 *
 * Returns: bytes of the longest ending of the section that the word has behind at least three others, 0 for none
 */
gsize
cn_place_words_match_ending (const CnPlaceWords *self,
                             CnPlaceSection      section,
                             const char         *language,
                             const char         *word)
{
  gsize length;
  guint32 mask;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (section < CN_PLACE_N_SECTIONS, 0);
  g_return_val_if_fail (word != NULL, 0);

  length = strlen (word);
  if (length <= MIN_STEM_BYTES)
    return 0;

  mask = get_mask (self, language);
  for (gsize n = MIN (length - MIN_STEM_BYTES, self->ending_bytes[section]); n > 0; n--)
    {
      char key[CN_NAME_WORD_SIZE + 1] = "-";
      const Entry *entry;

      memcpy (key + 1, word + length - n, n + 1);
      entry = g_hash_table_lookup (self->entries, key);
      if (entry != NULL && (entry->languages[section] & mask) != 0)
        return n;
    }

  return 0;
}

/**
 * cn_place_words_get_value:
 * @words: folded
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): what stands behind "=" in the entry, %NULL without such an entry
 */
const char *
cn_place_words_get_value (const CnPlaceWords *self,
                          CnPlaceSection      section,
                          const char         *language,
                          const char *const  *words,
                          guint               n_words)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (section < CN_PLACE_N_SECTIONS, NULL);

  entry = find_entry (self, section, get_mask (self, language), words, n_words);
  return entry != NULL ? entry->value : NULL;
}

/**
 * cn_place_section_to_string:
 *
 * Returns: (transfer none): the section as the tables write it
 */
const char *
cn_place_section_to_string (CnPlaceSection section)
{
  g_return_val_if_fail (section < CN_PLACE_N_SECTIONS, NULL);

  return sections[section].name;
}
