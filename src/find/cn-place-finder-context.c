/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words around a name say about it: offices and titles, prepositions, bodies and persons named after places.
 *
 * Looks a handful of words to each side, never over the end of a block, so the whole is linear. Says what is so, not
 * what follows from it: the weights are in cn-place-finder-rules.c, the words of each language in data/places.
 * Pure, any thread. */

#include "config.h"

#include "cn-place-finder-private.h"

#include <string.h>

#define MAX_AROUND CN_PLACE_PHRASE_WORDS

/* So far behind a name the head of a body may stand: "Istanbul Atatürk Airport". */
#define MAX_BODY_WORDS 5

/* A place of so many people is not taken for somebody's surname at the first capital before it. */
#define WELL_KNOWN 250000

/* Bits of CnPlaceWord.is_known. */
#define KNOWS_SECTIONS 1
#define KNOWS_BODY 2

#define BIT(section) (1u << CN_PLACE_SECTION_##section)

/* The words around one candidate. */
typedef struct
{
  CnPlaceSearch    *search;
  CnPlaceCandidate *candidate;
  const char       *before[MAX_AROUND]; /* in the order of the text; the last n_before of them */
  guint             n_before;
  const char       *after[MAX_AROUND];
  guint             n_after;
} Around;

/* Between the head of a body and the place that it is named after: "University of Athens", "Aéroport de Nice". */
static gboolean
is_connector (const char *folded)
{
  static const char * const connectors[] = {
    "of", "the", "de", "du", "des", "del", "della", "dell", "di", "da", "do", "dos", "das", "d", "l", "la", "le", "les", "el",
    "il", "lo", "der", "van", "von", "den", "het", "av", "af",
  };

  for (guint i = 0; i < G_N_ELEMENTS (connectors); i++)
    if (strcmp (folded, connectors[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Looks a word up once for each place of the text. */
static const CnPlaceWord *
learn (CnPlaceSearch *search,
       guint          index)
{
  CnPlaceWord *word = cn_place_text_get_word (search->text, index);

  if ((word->is_known & KNOWS_SECTIONS) == 0)
    {
      const char *folded = cn_place_text_fold (search->text, index);

      cn_place_words_get_reach (search->words, folded, &word->begins, &word->ends);
      /* A whole entry begins with itself. */
      if (word->begins != 0)
        word->sections = cn_place_words_get_sections (search->words, search->language, folded);
      word->is_known |= KNOWS_SECTIONS;
    }

  return word;
}

static guint32
get_sections (const Around *around,
              guint         index)
{
  return learn (around->search, index)->sections;
}

static const CnPlaceWord *
get_word (const Around *around,
          guint         index)
{
  return cn_place_text_get (around->search->text, index);
}

static gboolean
is_capital (const Around *around,
            guint         index)
{
  return (get_word (around, index)->flags & CN_PLACE_WORD_CAPITAL) != 0;
}

/* Whether the word at @index continues what the word before it began. */
static gboolean
is_beside (const CnPlaceWord *word)
{
  if ((word->flags & (CN_PLACE_WORD_FIRST | CN_PLACE_WORD_CELL)) != 0)
    return FALSE;

  return word->gap[0] == '\0' || (strchr ("'-.", word->gap[0]) != NULL && word->gap[1] == '\0'
                                  && (word->flags & CN_PLACE_WORD_SENTENCE) == 0);
}

static void
look_around (Around *around)
{
  guint n_words = cn_place_text_get_n_words (around->search->text);
  guint first = around->candidate->first, last = around->candidate->last;

  while (around->n_before < MAX_AROUND && first > 0 && is_beside (get_word (around, first)))
    {
      first--;
      around->n_before++;
      around->before[MAX_AROUND - around->n_before] = cn_place_text_fold (around->search->text, first);
    }
  while (around->n_after < MAX_AROUND && last + 1 < n_words && is_beside (get_word (around, last + 1)))
    {
      last++;
      around->after[around->n_after++] = cn_place_text_fold (around->search->text, last);
    }
}

static guint
match_before (const Around  *around,
              CnPlaceSection section,
              guint          skip)
{
  if (around->n_before <= skip
      || (learn (around->search, around->candidate->first - 1 - skip)->ends & (1u << section)) == 0)
    return 0;

  return cn_place_words_match_end (around->search->words, section, around->search->language,
                                   around->before + MAX_AROUND - around->n_before, around->n_before - skip);
}

static guint
match_after (const Around  *around,
             CnPlaceSection section,
             guint          skip)
{
  if (around->n_after <= skip
      || (learn (around->search, around->candidate->last + 1 + skip)->begins & (1u << section)) == 0)
    return 0;

  return cn_place_words_match (around->search->words, section, around->search->language, around->after + skip,
                               around->n_after - skip);
}

static const char *
get_before (const Around *around,
            guint         nth)
{
  return nth < around->n_before ? around->before[MAX_AROUND - 1 - nth] : NULL;
}

/* The head of a body, as a whole word or as the end of a compound ("Technische-universitat"). */
static CnPlaceRule
find_body (const Around *around,
           guint         index)
{
  static const struct
  {
    CnPlaceSection section;
    CnPlaceRule rule;
  } bodies[] = {
    { CN_PLACE_SECTION_AGREEMENT, CN_PLACE_RULE_AGREEMENT },
    { CN_PLACE_SECTION_ORGANISATION, CN_PLACE_RULE_ORGANISATION },
    { CN_PLACE_SECTION_FEATURE, CN_PLACE_RULE_FEATURE },
  };
  guint32 sections = get_sections (around, index);
  const char *folded = cn_place_text_fold (around->search->text, index);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if ((sections & (1u << bodies[i].section)) != 0
        || cn_place_words_match_ending (around->search->words, bodies[i].section, around->search->language, folded) > 0)
      return bodies[i].rule;

  return CN_PLACE_N_RULES;
}

static CnPlaceRule
get_body (const Around *around,
          guint         index)
{
  CnPlaceWord *word = cn_place_text_get_word (around->search->text, index);

  if ((word->is_known & KNOWS_BODY) == 0)
    {
      word->body = (guint8) find_body (around, index);
      word->is_known |= KNOWS_BODY;
    }

  return (CnPlaceRule) word->body;
}

static void
add_body (Around     *around,
          CnPlaceRule rule)
{
  if (rule != CN_PLACE_N_RULES)
    cn_place_candidate_add (around->candidate, rule);
}

/* "Ankara University", "Izmir Institute of Technology": a head in the capitals right behind the name, or next to it. */
static void
weigh_body_behind (Around *around)
{
  static const struct
  {
    CnPlaceSection section;
    CnPlaceRule rule;
  } phrases[] = {
    { CN_PLACE_SECTION_AGREEMENT, CN_PLACE_RULE_AGREEMENT },
    { CN_PLACE_SECTION_ORGANISATION, CN_PLACE_RULE_ORGANISATION },
    { CN_PLACE_SECTION_FEATURE, CN_PLACE_RULE_FEATURE },
  };
  guint i = 0;

  while (i < MIN (around->n_after, MAX_BODY_WORDS))
    {
      const CnPlaceWord *word = get_word (around, around->candidate->last + 1 + i);
      CnPlaceRule rule;

      if (word->gap[0] == '.' || (word->gap[0] == '\'' && (word->flags & CN_PLACE_WORD_SPACE) == 0))
        return;
      for (guint k = 0; k < G_N_ELEMENTS (phrases); k++)
        if (match_after (around, phrases[k].section, i) > 0)
          {
            cn_place_candidate_add (around->candidate, phrases[k].rule);
            return;
          }
      rule = get_body (around, around->candidate->last + 1 + i);
      if (rule != CN_PLACE_N_RULES)
        {
          cn_place_candidate_add (around->candidate, rule);
          return;
        }
      /* "Athens Mayor Kaminis", "London Breed": an office ends what could be a body's name. */
      if ((word->flags & CN_PLACE_WORD_CAPITAL) == 0
          || (get_sections (around, around->candidate->last + 1 + i) & BIT (PERSON_TITLE)) != 0)
        return;
      i++;
    }
}

/* "University of Athens", "Aéroport de Nice", "Flughafen Zürich". */
static void
weigh_body_before (Around *around)
{
  guint skip = 0;

  while (skip < around->n_before && skip < 3 && is_connector (get_before (around, skip)))
    skip++;

  for (guint i = skip; i < around->n_before && i < skip + (skip > 0 ? 3 : 1); i++)
    {
      const char *folded = get_before (around, i);
      CnPlaceRule rule;
      guint index = around->candidate->first - 1 - i;

      if ((get_sections (around, index) & (BIT (PREPOSITION) | BIT (CONJUNCTION))) != 0 && !is_connector (folded))
        return;
      rule = get_body (around, index);
      /* Right before the name only with a capital: "the university Ankara needs". */
      if (rule != CN_PLACE_N_RULES && (skip > 0 || is_capital (around, index)))
        {
          add_body (around, rule);
          return;
        }
      if (!is_capital (around, index) && !is_connector (folded))
        return;
    }
}

static void
weigh_titles (Around *around)
{
  guint skip = 0;

  if (match_before (around, CN_PLACE_SECTION_PLACE_TITLE, 0) > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PLACE_TITLE);
  while (skip < 2 && match_before (around, CN_PLACE_SECTION_DIRECTION, skip) > 0)
    skip++;
  if (skip > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_DIRECTION);
  if (match_before (around, CN_PLACE_SECTION_PREPOSITION, skip) > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PREPOSITION);
}

/* "Izmir Metropolitan Municipality", "Athens Mayor Kaminis", "Athens’ municipality", "İzmir'in". */
static void
weigh_suffixes (Around *around)
{
  guint skip = 0;

  if (around->n_after == 0)
    return;

  if (get_word (around, around->candidate->last + 1)->gap[0] == '\''
      && (get_word (around, around->candidate->last + 1)->flags & CN_PLACE_WORD_SPACE) == 0
      && (get_sections (around, around->candidate->last + 1) & BIT (SUFFIX)) != 0)
    {
      skip = 1;
      if (strcmp (around->after[0], "s") != 0)
        cn_place_candidate_add (around->candidate, CN_PLACE_RULE_ENDING);
    }
  if (match_after (around, CN_PLACE_SECTION_PLACE_SUFFIX, skip) > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PLACE_SUFFIX);
  else if (match_after (around, CN_PLACE_SECTION_PERSON_TITLE, skip) > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_OFFICE_BEHIND);
  if (skip == 0 && match_after (around, CN_PLACE_SECTION_SPEECH, 0) > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_SPEECH);
}

/* Whether these words, some before the name and some of it or behind it, are somebody's whole name. */
static gboolean
is_famous (Around *around,
           guint   n_before,
           guint   n_after)
{
  const char *words[4];
  guint n = 0;

  if (n_before > around->n_before || n_after > around->n_after)
    return FALSE;
  for (guint i = n_before; i > 0; i--)
    words[n++] = get_before (around, i - 1);
  if ((learn (around->search, around->candidate->first - n)->begins & BIT (PERSON)) == 0)
    return FALSE;
  words[n++] = cn_place_text_fold (around->search->text, around->candidate->first);
  for (guint i = 0; i < n_after; i++)
    words[n++] = around->after[i];

  return cn_place_words_has (around->search->words, CN_PLACE_SECTION_PERSON, NULL, words, n);
}

/* A capital word right before or behind that belongs to the same name, and to no sentence's beginning. */
static CnPlaceRule
get_neighbour (Around  *around,
               guint    index,
               gboolean is_before)
{
  const CnPlaceWord *word = get_word (around, index);
  const CnPlaceWord *joint = get_word (around, is_before ? around->candidate->first : index);
  const char *folded = cn_place_text_fold (around->search->text, index);
  guint32 ordinary = BIT (PREPOSITION) | BIT (CONJUNCTION) | BIT (DIRECTION) | BIT (PLACE_TITLE) | BIT (SUFFIX)
                     | BIT (MONTH);

  if ((word->flags & CN_PLACE_WORD_CAPITAL) == 0 || (joint->flags & CN_PLACE_WORD_BREAK) != 0)
    return CN_PLACE_N_RULES;
  if (joint->gap[0] == '-')
    return (joint->flags & CN_PLACE_WORD_SPACE) != 0 ? CN_PLACE_N_RULES : CN_PLACE_RULE_COMPOUND;
  if (joint->gap[0] == '\'' && (joint->flags & CN_PLACE_WORD_SPACE) != 0)
    return CN_PLACE_N_RULES;
  if ((get_sections (around, index) & ordinary) != 0 || is_connector (folded))
    return CN_PLACE_N_RULES;
  if ((word->flags & (CN_PLACE_WORD_HEADLINE | CN_PLACE_WORD_SHOUTED)) != 0)
    return CN_PLACE_RULE_WEAK_NEIGHBOUR;
  if ((word->flags & CN_PLACE_WORD_UPPER) != 0 && !is_before)
    return CN_PLACE_RULE_WEAK_NEIGHBOUR;
  if (is_before && (word->flags & CN_PLACE_WORD_SENTENCE) != 0)
    return word->end - word->start <= 3 || cn_place_text_has_lower (around->search->text, folded)
           ? CN_PLACE_N_RULES : CN_PLACE_RULE_WEAK_NEIGHBOUR;

  return CN_PLACE_RULE_NEIGHBOUR;
}

static gboolean
is_little_known (const Around      *around,
                 const CnPlaceTerm *term)
{
  for (guint i = 0; i < term->n_cities; i++)
    {
      const CnPlaceSense *sense = cn_place_search_sense (around->search, term, i);

      if (sense->tier <= CN_NAME_TIER_LANGUAGE && sense->info.population >= WELL_KNOWN)
        return FALSE;
    }

  return TRUE;
}

static void
weigh_persons (Around *around)
{
  const CnPlaceTerm *term = cn_place_search_term (around->search, around->candidate);
  guint loud = get_word (around, around->candidate->first)->flags & (CN_PLACE_WORD_HEADLINE | CN_PLACE_WORD_SHOUTED);
  CnPlaceRule before = CN_PLACE_N_RULES, behind = CN_PLACE_N_RULES;

  if (around->n_before > 0)
    before = get_neighbour (around, around->candidate->first - 1, TRUE);
  if (around->n_after > 0)
    behind = get_neighbour (around, around->candidate->last + 1, FALSE);

  if (term->n_words == 1 && (is_famous (around, 0, 1) || is_famous (around, 1, 0) || is_famous (around, 1, 1)
                             || is_famous (around, 2, 0) || is_famous (around, 0, 2)))
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PERSON);
  if (match_before (around, CN_PLACE_SECTION_PERSON_TITLE, 0) > 0
      && !cn_place_candidate_has (around->candidate, CN_PLACE_RULE_PLACE_TITLE))
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PERSON);
  /* "Queen Victoria", "Prince George": towns that are called like the person are seldom meant. */
  if (term->n_words > 1 && (get_sections (around, around->candidate->first) & BIT (PERSON_TITLE)) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PERSON_ELSEWHERE);
  if (match_before (around, CN_PLACE_SECTION_SURNAME_CUE, 0) > 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_PERSON);

  if ((term->sections & BIT (GIVEN)) != 0)
    cn_place_candidate_add (around->candidate,
                            behind == CN_PLACE_RULE_NEIGHBOUR ? CN_PLACE_RULE_PERSON : CN_PLACE_RULE_GIVEN_NAME);
  if ((term->sections & BIT (SURNAME)) != 0)
    cn_place_candidate_add (around->candidate,
                            before == CN_PLACE_RULE_NEIGHBOUR ? CN_PLACE_RULE_PERSON : CN_PLACE_RULE_SURNAME);

  if (before != CN_PLACE_N_RULES)
    cn_place_candidate_add (around->candidate, before);
  /* "Ekrem İmamoğlu": a given name that no table has. */
  if (behind == CN_PLACE_N_RULES && is_little_known (around, term)
      && (before == CN_PLACE_RULE_NEIGHBOUR
          || (before == CN_PLACE_RULE_WEAK_NEIGHBOUR && loud == 0)))
    cn_place_search_term (around->search, around->candidate)->is_person = TRUE;
  if (behind != CN_PLACE_N_RULES && !cn_place_candidate_has (around->candidate, CN_PLACE_RULE_PLACE_SUFFIX)
      && !cn_place_candidate_has (around->candidate, CN_PLACE_RULE_OFFICE_BEHIND))
    cn_place_candidate_add (around->candidate, behind);
}

/* "London-based" says where somebody is; "Berliner", "Istanbulite" are people. */
static void
weigh_hyphens (Around *around)
{
  const CnPlaceWord *next;

  if (around->n_after == 0)
    return;
  next = get_word (around, around->candidate->last + 1);
  if (next->gap[0] == '-' && (next->flags & (CN_PLACE_WORD_SPACE | CN_PLACE_WORD_CAPITAL)) == 0
      && (get_sections (around, around->candidate->last + 1) & BIT (DEMONYM)) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_BASED);
}

/* "Berlin.de", "office@Oslo.example", "Plan_Wien": no sentence begins without a space. */
static gboolean
is_in_address (const char *text,
               gsize       start,
               gsize       end)
{
  char before = start > 0 ? text[start - 1] : ' ';

  return before == '@' || before == '_' || text[end] == '@' || text[end] == '_'
         || (text[end] == '.' && g_ascii_islower (text[end + 1]));
}

/* "BRUSSELS –" */
static gboolean
is_dash_behind (const Around *around)
{
  const CnPlaceWord *next;

  if (around->candidate->end_word + 1 >= cn_place_text_get_n_words (around->search->text))
    return FALSE;
  next = get_word (around, around->candidate->end_word + 1);

  return (next->flags & (CN_PLACE_WORD_FIRST | CN_PLACE_WORD_SPACE)) == CN_PLACE_WORD_SPACE
         && strchr (next->gap, '-') != NULL;
}

static void
weigh_name (Around *around)
{
  const CnPlaceTerm *term = cn_place_search_term (around->search, around->candidate);
  const CnPlaceWord *word = get_word (around, around->candidate->first);
  const CnPlaceWord *last = get_word (around, around->candidate->last);
  const char *text = around->search->document->text;

  if ((word->flags & CN_PLACE_WORD_SENTENCE) != 0 && term->n_words == 1)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_SENTENCE_HEAD);
  else if ((word->flags & (CN_PLACE_WORD_HEADLINE | CN_PLACE_WORD_SHOUTED)) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_HEADLINE);
  if ((word->flags & CN_PLACE_WORD_UPPER) != 0 && (word->flags & CN_PLACE_WORD_SHOUTED) == 0 && term->n_words == 1
      && word->end - word->start <= 4)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_ABBREVIATION);
  if ((word->flags & CN_PLACE_WORD_FIRST) != 0 && is_dash_behind (around))
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_DATELINE);
  if (term->is_lower_elsewhere)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_SMALL_LETTER_ELSEWHERE);
  if ((term->sections & BIT (COMMON_STRONG)) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_STRONG_COMMON_WORD);
  else if ((term->sections & BIT (COMMON)) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_COMMON_WORD);
  /* "City Council", "Western University": the heads of bodies are villages, too. */
  if ((term->sections & (BIT (ORGANISATION) | BIT (PLACE_SUFFIX))) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_ORGANISATION);
  if ((term->sections & BIT (MONTH)) != 0)
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_MONTH);

  if (is_in_address (text, word->start, last->end))
    cn_place_candidate_add (around->candidate, CN_PLACE_RULE_ADDRESS);
}

/* Names of bodies that the registry knows are theirs, however many places are in them. */
static void
mark_networks (CnPlaceSearch *search)
{
  guint k = 0;

  if (search->networks == NULL)
    return;
  for (guint i = 0; i < search->candidates->len; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (search, i);
      gsize start = cn_place_text_get (search->text, candidate->first)->start;
      gsize end = cn_place_text_get (search->text, candidate->last)->end;

      while (k < search->networks->mentions->len
             && g_array_index (search->networks->mentions, CnNetworkMention, k).end <= start)
        k++;
      if (k < search->networks->mentions->len
          && g_array_index (search->networks->mentions, CnNetworkMention, k).start < end)
        cn_place_candidate_add (candidate, CN_PLACE_RULE_NETWORK_NAME);
    }
}

static gboolean
is_alone (const CnPlaceSearch    *search,
          const CnPlaceCandidate *candidate)
{
  const CnPlaceWord *word = cn_place_text_get (search->text, candidate->first);
  guint next = candidate->end_word + 1;

  if ((word->flags & (CN_PLACE_WORD_FIRST | CN_PLACE_WORD_CELL)) == 0
      || (word->flags & (CN_PLACE_WORD_ITEM | CN_PLACE_WORD_CELL)) == 0)
    return FALSE;

  return next >= cn_place_text_get_n_words (search->text)
         || (cn_place_text_get (search->text, next)->flags & (CN_PLACE_WORD_FIRST | CN_PLACE_WORD_CELL)) != 0;
}

static void
weigh_candidate (CnPlaceSearch    *search,
                 CnPlaceCandidate *candidate)
{
  Around around = { .search = search, .candidate = candidate };

  look_around (&around);
  weigh_name (&around);
  weigh_titles (&around);
  weigh_suffixes (&around);
  if (!cn_place_candidate_has (candidate, CN_PLACE_RULE_PLACE_SUFFIX))
    weigh_body_behind (&around);
  if (!cn_place_candidate_has (candidate, CN_PLACE_RULE_PLACE_TITLE))
    weigh_body_before (&around);
  weigh_hyphens (&around);
  weigh_persons (&around);
  if (is_alone (search, candidate))
    cn_place_candidate_add (candidate, CN_PLACE_RULE_ITEM);
  if (cn_place_candidate_has (candidate, CN_PLACE_RULE_PERSON))
    cn_place_search_term (search, candidate)->is_person = TRUE;
}

/*
 * cn_place_search_weigh:
 *
 * Says of each candidate what the words around it say.
 */
void
cn_place_search_weigh (CnPlaceSearch *self)
{
  mark_networks (self);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      CnPlaceCandidate *candidate = cn_place_search_candidate (self, i);

      if (!candidate->is_joined)
        weigh_candidate (self, candidate);
    }
}
