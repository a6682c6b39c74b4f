/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the forms of many names in one pass over a text.
 *
 * A hash of the first words, then a comparison word by word: measured against automata on the same task this is the
 * fastest there is for tens of thousands of names, and it can tell apart what an automaton over bytes cannot (capitals,
 * the signs between the words). Pure; after the last cn_name_matcher_add() any number of threads may scan. It must not
 * know of documents or networks.
 *
 * How a form is compared:
 * - without diacritics, with "&" as "and", with any white space or a hyphen between the words;
 * - a word that is written in capitals (OASC) or is a short mixture (GCoM) must stand exactly so in the text: its
 *   lower case is an ordinary word, an address or somebody else's abbreviation;
 * - a word that begins with a capital must do so in the text, too: "Energy Cities" is a network, "energy cities" are
 *   cities;
 * - except in names of five words or more, which no sentence has by accident and which French, Spanish or Portuguese
 *   print with one capital only. */

#include "config.h"

#include "cn-name-matcher.h"

#include <string.h>

#include "cn-name-words.h"

/* From so many words on the capital of the first one is enough. */
#define MIN_WORDS_OF_A_SENTENCE_CASE_NAME 5

/* How far back the beginning of an address is looked for: a text without white space must not take quadratic time. */
#define MAX_ADDRESS_HEAD 256

typedef struct
{
  char     *folded;
  char     *exact; /* (nullable): the only way to write it */
  gboolean  is_capital;
  char      gap[CN_NAME_GAP_SIZE];
} Word;

typedef struct
{
  GArray   *words; /* element-type Word */
  guint     owner;
  gboolean  is_weak;
} Form;

struct _CnNameMatcher
{
  GHashTable *forms_by_word; /* folded first word to GPtrArray of Form, most words first */
  guint8      heads[256][256]; /* by the first two bytes of a word in a text: whether a form may begin there */
};

/* Endings that a language adds to a name without an apostrophe, for forms with one of that language's own letters. */
static const struct
{
  const char *letters;
  const char *endings[16];
} inflections[] = {
  { "şğıŞĞİ", { "na", "ne", "nda", "nde", "ndan", "nden", "nın", "nin", "nı", "ni", "yla", "yle", NULL } },
  { "äöüßÄÖÜ", { "s", "es", "ses", "n", NULL } },
};

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_clear_pointer (&word->folded, g_free);
  g_clear_pointer (&word->exact, g_free);
}

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_pointer (&form->words, g_array_unref);
  g_free (form);
}

static const Word *
form_word (const Form *form,
           guint       index)
{
  return &g_array_index (form->words, Word, index);
}

/* Abbreviations are what they are by their capitals: all of them, or an inner one in a short word. */
static gboolean
is_abbreviation (const char *text,
                 gsize       start,
                 gsize       end)
{
  guint n_chars = 0, n_upper = 0, n_lower = 0, n_inner = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      n_lower += g_unichar_islower (c);
      n_upper += g_unichar_isupper (c);
      n_inner += n_chars > 0 && g_unichar_isupper (c);
    }

  return n_chars >= 2 && n_upper > 0 && (n_lower == 0 || (n_inner > 0 && n_chars <= 4));
}

static GArray *
cut_form (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  gsize length = strlen (text);
  CnNameWord found;

  g_array_set_clear_func (words, word_clear);
  for (gsize position = 0; cn_name_word_next (text, position, length, &found); position = found.end)
    {
      Word word = { .folded = g_strdup (found.folded), .is_capital = cn_name_word_is_capital (text, &found) };

      if (is_abbreviation (text, found.start, found.end))
        word.exact = g_strndup (text + found.start, found.end - found.start);
      if (words->len > 0)
        strcpy (word.gap, found.gap);
      g_array_append_val (words, word);
    }

  return words;
}

static gint
compare_forms (gconstpointer a,
               gconstpointer b)
{
  const Form *one = *(const Form * const *) a;
  const Form *other = *(const Form * const *) b;

  return (other->words->len > one->words->len) - (other->words->len < one->words->len);
}

/* Most words of a text are turned away by their first two bytes, which must be those of a form's first word. What is
 * not ASCII may fold to anything and always passes. */
static void
mark_heads (CnNameMatcher *self,
            const Word    *word)
{
  const char *form = word->folded;
  guchar upper = (guchar) g_ascii_toupper (form[0]);

  for (guint second = 0; second < 256; second++)
    if (second >= 0x80 || form[1] == '\0' || g_ascii_tolower ((char) second) == form[1])
      {
        self->heads[upper][second] = TRUE;
        if (!word->is_capital)
          self->heads[(guchar) form[0]][second] = TRUE;
      }
}

static void
insert_form (CnNameMatcher *self,
             Form          *form)
{
  const char *key = form_word (form, 0)->folded;
  GPtrArray *forms = g_hash_table_lookup (self->forms_by_word, key);

  if (forms == NULL)
    {
      forms = g_ptr_array_new_with_free_func (form_free);
      g_hash_table_insert (self->forms_by_word, g_strdup (key), forms);
    }
  g_ptr_array_add (forms, form);
  g_ptr_array_sort (forms, compare_forms);
  mark_heads (self, form_word (form, 0));
}

static void
add_form (CnNameMatcher *self,
          const char    *text,
          guint          owner,
          gboolean       is_weak)
{
  g_autoptr (GArray) words = cut_form (text);
  Form *form;

  if (words->len == 0)
    return;

  form = g_new0 (Form, 1);
  form->words = g_steal_pointer (&words);
  form->owner = owner;
  form->is_weak = is_weak;
  insert_form (self, form);
}

/* "Avrupa Şehirler Birliğine", "des Konvents der Bürgermeister": the ending goes to the first or the last word. */
static void
add_inflected (CnNameMatcher *self,
               const char    *form,
               const char    *ending,
               guint          owner,
               gboolean       is_weak)
{
  const char *space = strchr (form, ' ');
  g_autofree char *last = g_strconcat (form, ending, NULL);

  add_form (self, last, owner, is_weak);
  if (space != NULL)
    {
      g_autofree char *head = g_strndup (form, (gsize) (space - form));
      g_autofree char *first = g_strconcat (head, ending, space, NULL);

      add_form (self, first, owner, is_weak);
    }
}

static gboolean
has_letter_of (const char *form,
               const char *letters)
{
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (form, -1, g_utf8_get_char (p)) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_pause (const char *gap)
{
  return strcmp (gap, "-") == 0 || strcmp (gap, ":") == 0 || strcmp (gap, ",") == 0;
}

/* A name's own dash, colon or comma may be printed as any of them; its own white space only as a hyphen; its
 * own dot is a must. */
static gboolean
gap_matches (const char *wanted,
             const char *found)
{
  if (strcmp (wanted, found) == 0)
    return TRUE;
  if (wanted[0] == '\0')
    return strcmp (found, "-") == 0;
  if (is_pause (wanted))
    return found[0] == '\0' || is_pause (found);

  return strcmp (wanted, "'") == 0 && found[0] == '\0';
}

static gboolean
word_matches (const Form       *form,
              guint             index,
              const char       *text,
              const CnNameWord *found)
{
  const Word *wanted = form_word (form, index);

  if (strcmp (wanted->folded, found->folded) != 0)
    return FALSE;
  if (wanted->exact != NULL)
    return strlen (wanted->exact) == found->end - found->start
           && memcmp (wanted->exact, text + found->start, found->end - found->start) == 0;
  if (index > 0 && form->words->len >= MIN_WORDS_OF_A_SENTENCE_CASE_NAME)
    return TRUE;

  return !wanted->is_capital || cn_name_word_is_capital (text, found);
}

static gboolean
form_matches (const Form       *form,
              const char       *text,
              gsize             limit,
              const CnNameWord *first,
              CnNameHit        *hit)
{
  CnNameWord found;
  gsize start = first->start;
  gsize end = first->end;

  if (!word_matches (form, 0, text, first))
    return FALSE;

  for (guint i = 1; i < form->words->len; i++)
    {
      if (!cn_name_word_next (text, end, limit, &found) || !gap_matches (form_word (form, i)->gap, found.gap)
          || !word_matches (form, i, text, &found))
        return FALSE;
      start = found.start;
      end = found.end;
    }

  *hit = (CnNameHit) { form->owner, form->is_weak, first->start, start, end };
  return TRUE;
}

/* Whether the unbroken run of characters before @start is the head of an address or a mailbox. */
static gboolean
follows_address (const char *text,
                 gsize       limit,
                 gsize       start)
{
  gsize run = start;
  g_autofree char *head = NULL;

  while (run > limit && start - run < MAX_ADDRESS_HEAD && !g_ascii_isspace (text[run - 1]))
    run--;
  if (run == start)
    return FALSE;

  head = g_strndup (text + run, start - run);
  return strstr (head, "://") != NULL || strstr (head, "www.") != NULL || (strchr (head, '@') != NULL && head[0] != '@')
         || (strchr (head, '/') != NULL && strchr (head, '.') != NULL);
}

/* "Eurocities.eu", "Eurocities@…": an address names no network, its words do. */
static gboolean
is_address (const char      *text,
            gsize            start,
            gsize            limit,
            const CnNameHit *hit)
{
  if (hit->end + 1 < limit && text[hit->end] == '.'
      && (g_ascii_islower (text[hit->end + 1]) || g_ascii_isdigit (text[hit->end + 1])))
    return TRUE;
  if (hit->end < limit && (text[hit->end] == '@' || text[hit->end] == '_'))
    return TRUE;

  return follows_address (text, start, hit->start);
}

/* Appends what begins at @first: the longest strong form or, where there is none, the longest weak one with
 * all its owners.
 *
 * Returns: where to go on. A weak form swallows nothing: a strong one may begin inside of it ("the Milan Pact"). */
static gsize
match_at (const CnNameMatcher *self,
          const char          *text,
          gsize                start,
          gsize                limit,
          const CnNameWord    *first,
          GArray              *hits)
{
  GPtrArray *forms = g_hash_table_lookup (self->forms_by_word, first->folded);
  gsize weak_end = 0;
  CnNameHit hit;

  for (int pass = 0; forms != NULL && pass < 2; pass++)
    for (guint i = 0; i < forms->len; i++)
      {
        const Form *form = g_ptr_array_index (forms, i);

        if (form->is_weak != (pass == 1))
          continue;
        if (!form_matches (form, text, limit, first, &hit) || is_address (text, start, limit, &hit))
          continue;
        if (pass == 0)
          {
            g_array_append_val (hits, hit);
            return hit.end;
          }
        if (hit.end < weak_end)
          break;
        weak_end = hit.end;
        g_array_append_val (hits, hit);
      }

  return first->end;
}

/* Drops weak hits that touch a strong one or a longer weak one. Hits are in order of their start. */
static void
drop_overlapped (GArray *hits,
                 guint   from)
{
  gsize strong_end = 0;
  gsize weak_start = 0, weak_end = 0;
  guint kept = from;

  for (guint i = from; i < hits->len; i++)
    {
      CnNameHit hit = g_array_index (hits, CnNameHit, i);
      gboolean keep = TRUE;

      if (hit.is_weak)
        {
          for (guint j = i + 1; j < hits->len && keep; j++)
            {
              const CnNameHit *next = &g_array_index (hits, CnNameHit, j);

              if (next->start >= hit.end)
                break;
              keep = next->is_weak;
            }
          keep = keep && hit.start >= strong_end
                 && (hit.start >= weak_end || (hit.start == weak_start && hit.end == weak_end));
          if (keep)
            weak_start = hit.start, weak_end = hit.end;
        }
      else
        strong_end = hit.end;

      if (keep)
        g_array_index (hits, CnNameHit, kept++) = hit;
    }

  g_array_set_size (hits, kept);
}

/*
 * cn_name_matcher_new:
 *
 * Returns: (transfer full): a matcher without forms; free with cn_name_matcher_free()
 */
CnNameMatcher *
cn_name_matcher_new (void)
{
  CnNameMatcher *self = g_new0 (CnNameMatcher, 1);

  memset (self->heads[0x80], TRUE, sizeof self->heads / 2);
  self->forms_by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/*
 * cn_name_matcher_free:
 * @self: (transfer full): a matcher
 */
void
cn_name_matcher_free (CnNameMatcher *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->forms_by_word, g_hash_table_unref);
  g_free (self);
}

/*
 * cn_name_matcher_add:
 * @form: a way to write a name
 * @owner: whose name it is, or %CN_NAME_NOBODY
 * @is_weak: whether it counts only beside a strong form of the same owner
 *
 * Adds a form, and its inflected ones in languages that inflect names. Several owners may have one weak form.
 */
void
cn_name_matcher_add (CnNameMatcher *self,
                     const char    *form,
                     guint          owner,
                     gboolean       is_weak)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (form != NULL);

  add_form (self, form, owner, is_weak);
  for (guint i = 0; i < G_N_ELEMENTS (inflections); i++)
    if (has_letter_of (form, inflections[i].letters))
      for (guint j = 0; inflections[i].endings[j] != NULL; j++)
        add_inflected (self, form, inflections[i].endings[j], owner, is_weak);
}

/*
 * cn_name_matcher_scan:
 * @text: valid UTF-8
 * @start: offset of the first character to look at
 * @end: offset behind the last one
 * @hits: (element-type CnNameHit) (inout): where hits are appended, in order of their start
 *
 * Finds the forms between word boundaries. Strong hits never overlap one another, the leftmost and then the
 * longest wins; weak ones stand where no strong one does. Linear in @end - @start. Any thread.
 */
void
cn_name_matcher_scan (const CnNameMatcher *self,
                      const char          *text,
                      gsize                start,
                      gsize                end,
                      GArray              *hits)
{
  CnNameWord word;
  guint from;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (start <= end);
  g_return_if_fail (hits != NULL);

  from = hits->len;
  for (gsize position = cn_name_word_find (text, start, end); position < end;
       position = cn_name_word_find (text, position, end))
    {
      guchar second = position + 1 < end ? (guchar) text[position + 1] : ' ';

      if (self->heads[(guchar) text[position]][second] && cn_name_word_next (text, position, end, &word))
        position = match_at (self, text, start, end, &word, hits);
      else
        position = cn_name_word_skip (text, position, end);
    }
  drop_overlapped (hits, from);
}
