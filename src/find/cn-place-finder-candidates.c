/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a document are names of the gazetteer.
 *
 * Only a word with a capital, or of a script without capitals, is looked up: one probe. The longest name wins, and the
 * next one begins behind it, so the whole is linear. What a name stands for is read once for each document. Whether
 * it is a place here is for others to say. Pure, any thread. */

#include "config.h"

#include "cn-place-finder-private.h"

#include <string.h>

/* More namesakes than these are never told apart; the most important come first. */
#define MAX_SENSES 160

/* A region of so many times the people of its city is what the name says first. */
#define REGION_RATIO 15

static gboolean
is_candidate_word (const CnPlaceWord *word)
{
  return (word->flags & (CN_PLACE_WORD_CAPITAL | CN_PLACE_WORD_UNCASED)) != 0 && word->end - word->start >= 2;
}

/* Whether a name may go on with this word: "Saint-Denis", "St. Louis", "L'Aquila", over a line break. */
static gboolean
continues_name (const CnPlaceSearch *search,
                guint                index)
{
  const CnPlaceWord *word = cn_place_text_get (search->text, index);
  const CnPlaceWord *before = cn_place_text_get (search->text, index - 1);

  if ((word->flags & (CN_PLACE_WORD_FIRST | CN_PLACE_WORD_CELL)) != 0)
    return FALSE;
  if (word->gap[0] == '\0')
    return TRUE;
  if (word->gap[1] != '\0')
    return FALSE;
  if (word->gap[0] == '.')
    return before->end - before->start <= 3;

  return (word->gap[0] == '-' && (word->flags & CN_PLACE_WORD_SPACE) == 0) || word->gap[0] == '\'';
}

/* Returns: how many words the longest name has that begins with the word at @index, 0 for none. */
static guint
match_name (CnPlaceSearch    *search,
            guint             index,
            CnGazetteerMatch *match)
{
  const char *folded = cn_place_text_fold (search->text, index);
  guint n_words = cn_place_text_get_n_words (search->text);
  guint bucket = cn_gazetteer_find_word (search->gazetteer, folded, strlen (folded));
  guint found = 0;
  guint i = index;

  while (bucket != CN_NO_BUCKET)
    {
      const CnPlaceWord *last = cn_place_text_get (search->text, i);
      CnGazetteerMatch here;

      if ((is_candidate_word (last)
           || (i > index && (last->flags & (CN_PLACE_WORD_CAPITAL | CN_PLACE_WORD_DIGIT)) != 0))
          && cn_gazetteer_bucket_match (search->gazetteer, bucket, &here))
        {
          *match = here;
          found = i - index + 1;
        }
      if (!cn_gazetteer_can_follow (search->gazetteer, bucket) || ++i >= n_words || !continues_name (search, i))
        break;
      folded = cn_place_text_fold (search->text, i);
      bucket = cn_gazetteer_follow (search->gazetteer, bucket, folded, strlen (folded));
    }

  return found;
}

static gint
compare_senses (gconstpointer a,
                gconstpointer b)
{
  const CnPlaceSense *one = a;
  const CnPlaceSense *other = b;
  guint one_class = one->info.kind == CN_PLACE_COUNTRY ? 2 : one->is_region ? 1 : 0;
  guint other_class = other->info.kind == CN_PLACE_COUNTRY ? 2 : other->is_region ? 1 : 0;

  if (one_class != other_class)
    return one_class < other_class ? -1 : 1;
  if (one->tier != other->tier)
    return one->tier < other->tier ? -1 : 1;
  if (one->info.population != other->info.population)
    return one->info.population > other->info.population ? -1 : 1;

  return strcmp (one->info.id, other->info.id);
}

/* Who writes in a language is thought to speak of its countries where nothing else tells. */
static double
get_bonus_of_language (const char *language,
                       const char *country)
{
  static const struct
  {
    const char *language;
    const char *countries;
  } homes[] = {
    { "ca", "ES AD" }, { "cs", "CZ" }, { "da", "DK" }, { "de", "DE AT CH" }, { "el", "GR CY" }, { "es", "ES" }, { "fi", "FI" },
    { "fr", "FR BE CH" }, { "hr", "HR" }, { "hu", "HU" }, { "it", "IT CH" }, { "nb", "NO" }, { "nl", "NL BE" }, { "no", "NO" },
    { "pl", "PL" }, { "pt", "PT" }, { "ro", "RO" }, { "ru", "RU" }, { "sv", "SE FI" }, { "tr", "TR" }, { "uk", "UA" },
  };

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (homes); i++)
    if (strcmp (language, homes[i].language) == 0)
      return strstr (homes[i].countries, country) != NULL ? 1.5 : 0;

  return 0;
}

static void
read_senses (CnPlaceSearch          *search,
             const CnGazetteerMatch *match,
             CnPlaceTerm            *term)
{
  term->first_sense = search->senses->len;
  for (guint i = 0; i < match->n_places && i < MAX_SENSES; i++)
    {
      CnPlaceSense sense;
      guint place = cn_gazetteer_match_place (search->gazetteer, match, i, &sense.tier);

      cn_gazetteer_get (search->gazetteer, place, &sense.info);
      sense.is_first_level = g_str_has_prefix (sense.info.id, "admin1:");
      if (sense.info.kind == CN_PLACE_COUNTRY && sense.tier > CN_NAME_TIER_LANGUAGE)
        continue;
      sense.rating = cn_place_sense_rate (&sense) + get_bonus_of_language (search->language, sense.info.country);
      sense.is_region = sense.info.kind != CN_PLACE_COUNTRY
                        && (cn_place_kind_is_region (sense.info.kind) || g_str_has_prefix (sense.info.id, "admin"));
      term->n_cities += !sense.is_region && sense.info.kind != CN_PLACE_COUNTRY;
      g_array_append_val (search->senses, sense);
    }
  term->n_senses = search->senses->len - term->first_sense;
  if (term->n_senses > 1)
    qsort (&g_array_index (search->senses, CnPlaceSense, term->first_sense), term->n_senses, sizeof (CnPlaceSense),
           compare_senses);
}

/* Whether the name is rather that of a country or a region than that of its own or another city. */
static void
judge_regions (CnPlaceSearch *search,
               CnPlaceTerm   *term)
{
  guint32 city = 0, region = 0, country = 0;
  gboolean has_country = FALSE, has_region = FALSE;

  for (guint i = 0; i < term->n_senses; i++)
    {
      const CnPlaceSense *sense = cn_place_search_sense (search, term, i);

      if (sense->info.kind == CN_PLACE_COUNTRY)
        {
          has_country = TRUE;
          country = MAX (country, sense->info.population);
        }
      else if (sense->is_region)
        {
          if (sense->is_first_level || sense->tier == CN_NAME_TIER_OWN)
            has_region = TRUE;
          if (sense->is_first_level)
            region = MAX (region, sense->info.population);
        }
      else if (sense->tier <= CN_NAME_TIER_LANGUAGE)
        city = MAX (city, sense->info.population);
    }

  /* A state that is one city is that city. */
  term->is_country = has_country && city < country / 2;
  term->is_region = !term->is_country && has_region
                    && (term->n_cities == 0 || (gint64) region > (gint64) city * REGION_RATIO);
}

static guint
add_term (CnPlaceSearch          *search,
          guint                   index,
          guint                   n_words,
          const CnGazetteerMatch *match)
{
  CnPlaceTerm term = { .n_words = n_words, .sense = CN_NO_PLACE };
  const char *folded = cn_place_text_fold (search->text, index);
  guint number;

  number = GPOINTER_TO_UINT (g_hash_table_lookup (search->terms_by_name, GUINT_TO_POINTER (match->first + 1)));
  if (number > 0)
    return number - 1;

  for (guint i = index; i < index + n_words; i++)
    term.length += (guint) strlen (cn_place_text_fold (search->text, i));
  read_senses (search, match, &term);
  judge_regions (search, &term);
  if (n_words == 1)
    {
      term.sections = cn_place_words_get_sections (search->words, search->language, folded);
      term.is_lower_elsewhere = cn_place_text_has_lower (search->text, folded);
    }
  g_array_append_val (search->terms, term);
  g_hash_table_insert (search->terms_by_name, GUINT_TO_POINTER (match->first + 1),
                       GUINT_TO_POINTER (search->terms->len));

  return search->terms->len - 1;
}

/*
 * cn_place_search_collect:
 *
 * Finds the names of the gazetteer in the text.
 */
void
cn_place_search_collect (CnPlaceSearch *self)
{
  guint n_words = cn_place_text_get_n_words (self->text);

  for (guint i = 0; i < n_words;)
    {
      CnPlaceCandidate candidate = { .first = i, .place = CN_NO_PLACE };
      CnGazetteerMatch match;
      guint n;

      n = is_candidate_word (cn_place_text_get (self->text, i)) ? match_name (self, i, &match) : 0;
      if (n == 0)
        {
          i++;
          continue;
        }
      candidate.term = add_term (self, i, n, &match);
      candidate.last = candidate.end_word = i + n - 1;
      if (g_array_index (self->terms, CnPlaceTerm, candidate.term).n_senses > 0)
        g_array_append_val (self->candidates, candidate);
      i += n;
    }
}
