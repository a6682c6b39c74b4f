/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a headline's capitals are worth.
 *
 * Pure, any thread. It must not know which networks there are. */

#include "config.h"

#include "cn-title-case.h"

#include "cn-name-matcher.h"
#include "cn-name-words.h"

/* Shorter words (of, and, the) keep their small letter in a headline of capitals. */
static gboolean
is_headline_word (const CnNameWord *word)
{
  return word->end - word->start >= 4;
}

/* Whether all of the longer words besides @hit begin with a capital, as English headlines have it. */
static gboolean
is_title_case (const char      *text,
               gsize            start,
               gsize            end,
               const CnNameHit *hit)
{
  CnNameWord word;
  guint n_words = 0;

  for (gsize position = start; cn_name_word_next (text, position, end, &word); position = word.end)
    {
      if (!is_headline_word (&word) || (word.start >= hit->start && word.end <= hit->end))
        continue;
      if (!cn_name_word_is_capital (text, &word))
        return FALSE;
      n_words++;
    }

  return n_words >= 2;
}

/* Two words, neither an abbreviation: "Energy Cities". */
static gboolean
is_pair_of_words (const char      *text,
                  const CnNameHit *hit)
{
  CnNameWord first;
  gboolean has_small = FALSE;

  if (hit->last_word == hit->start || !cn_name_word_next (text, hit->start, hit->end, &first)
      || cn_name_word_find (text, first.end, hit->end) != hit->last_word)
    return FALSE;

  for (const char *p = text + first.start; p < text + first.end; p = g_utf8_next_char (p))
    has_small = has_small || g_unichar_islower (g_utf8_get_char (p));

  return has_small;
}

/*
 * cn_title_case_weaken:
 * @text: valid UTF-8
 * @start: offset of the headline's first character
 * @end: offset behind its last one
 * @hits: (element-type CnNameHit): names, those from @from on of the headline
 *
 * In a headline that begins every word with a capital, two ordinary words look like a name ("How Intercultural Cities Win"):
 * such hits become weak, so that the text below has to say it. Any thread.
 */
void
cn_title_case_weaken (const char *text,
                      gsize       start,
                      gsize       end,
                      GArray     *hits,
                      guint       from)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (hits != NULL);

  for (guint i = from; i < hits->len; i++)
    {
      CnNameHit *hit = &g_array_index (hits, CnNameHit, i);

      if (!hit->is_weak && is_pair_of_words (text, hit) && is_title_case (text, start, end, hit))
        hit->is_weak = TRUE;
    }
}
