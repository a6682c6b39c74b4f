/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which network says in the text that it is its own, by evidence only: an imprint, a byline, a dateline, a collective
 * declaration with its signature.
 *
 * Everything else, however likely, is no evidence: a text about a network may be anybody's. Pure, any thread.
 * The phrases of nine languages are tables; they are compared folded, hence written without accents. What
 * stands outside the text is the affair of cn-publisher-site.c. */

#include "config.h"

#include "cn-publisher.h"

#include <string.h>

#include "cn-fold.h"
#include "cn-network-finder.h"

/* Longer lines are sentences, in which the same words report about somebody else. */
#define MAX_IMPRINT_BYTES 160
#define MAX_AFTER_IMPRINT 48
#define MAX_DATELINE_BYTES 64

/* The network stands behind these: "Published by Eurocities". */
static const char * const imprints_before[] = {
  "published by", "press release by", "press release of", "press release from", "a press release by", "a press release of",
  "a press release from", "news release by", "news release from", "a publication of", "a publication by", "issued by",
  "publie par", "communique de presse de", "communique de presse d", "communique de", "une publication de", "une publication d",
  "herausgegeben von", "herausgeber", "veroffentlicht von", "pressemitteilung von", "pressemitteilung des",
  "pressemitteilung der", "eine publikation von",
  "publicado por", "comunicado de prensa de", "nota de prensa de", "una publicacion de",
  "pubblicato da", "comunicato stampa di", "comunicato stampa della", "una pubblicazione di",
  "comunicado de imprensa de", "comunicado de imprensa da", "nota de imprensa de", "nota de imprensa da", "uma publicacao de",
  "uitgegeven door", "gepubliceerd door", "persbericht van", "een uitgave van",
  "yayimlayan", "yayinlayan", "yayinci",
  "δημοσιευθηκε απο", "δελτιο τυπου του", "δελτιο τυπου της", "εκδοτης", NULL,
};

/* The network stands before these: "Eurocities press release". */
static const char * const imprints_after[] = {
  "press release", "press statement", "news release", "media release", "communique de presse", "pressemitteilung",
  "presseinformation", "comunicado de prensa", "nota de prensa", "comunicato stampa", "comunicado de imprensa",
  "nota de imprensa", "persbericht", "basin bulteni", "basin aciklamasi", "δελτιο τυπου", NULL,
};

/* The words between a person's name and the network, or behind it, that make somebody its own writer. */
static const char * const staff_after[] = {
  "writer", "staff writer", "editor", "news editor", "staff", "newsroom", "news team", "editorial team", "press office",
  "press team", "press officer", "communications", "communications team", "communications officer", "communications office",
  "redaktion", "pressestelle", "redactie", "persdienst", "editoru", "basin ofisi", "haber merkezi", NULL,
};

static const char * const staff_before[] = {
  "by", "staff writer at", "writer at", "editor at", "press office of",
  "par", "redaction de", "redaction d", "service de presse de", "service de presse d",
  "von", "redaktion von", "redaktion", "pressestelle von", "pressestelle", "presseteam",
  "por", "redaccion de", "oficina de prensa de", "equipo de comunicacion de",
  "di", "a cura di", "redazione", "redazione di", "ufficio stampa", "ufficio stampa di",
  "redacao", "gabinete de imprensa de", "gabinete de imprensa da", "assessoria de imprensa da",
  "door", "redactie", "persdienst", "hazirlayan", "απο", "γραφειο τυπου", NULL,
};

/* "We, the mayors of …": how a body begins that speaks for itself. */
static const char * const first_persons[] = {
  "we", "nous", "wir", "nosotros", "nosotras", "noi", "nos", "wij", "biz", "εμεισ", NULL,
};

/* Articles that a name may bring along without being part of it. */
static const char * const articles[] = {
  "the", "l", "le", "la", "les", "der", "die", "das", "el", "il", "lo", "o", "a", "os", "de", "het", "το", "η", "ο", NULL,
};

/* The line of @block that @offset stands in; of a line that is too long for an imprint as much as shows that. */
static void
find_line (const CnDocument *document,
           const CnBlock    *block,
           gsize             offset,
           gsize            *start,
           gsize            *end)
{
  *start = offset;
  *end = offset;
  while (*start > block->start && offset - *start <= MAX_IMPRINT_BYTES && document->text[*start - 1] != '\n')
    (*start)--;
  while (*end < block->end && *end - offset <= MAX_IMPRINT_BYTES && document->text[*end] != '\n')
    (*end)++;
}

/* Folded words of a range with single spaces between them and no signs around: what the tables are compared with. */
static char *
dup_words (const CnDocument *document,
           gsize             start,
           gsize             end)
{
  g_autofree char *folded = cn_fold (document->text + start, (gssize) (end - start));
  GString *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');

  g_string_truncate (words, words->len - (words->len > 0 && words->str[words->len - 1] == ' '));
  return g_string_free (words, FALSE);
}

static void
strip_article (char *words)
{
  char *space = strrchr (words, ' ');

  if (g_strv_contains (articles, space != NULL ? space + 1 : words))
    *(space != NULL ? space : words) = '\0';
}

static gboolean
ends_with_one_of (const char * const *table,
                  const char         *words)
{
  gsize length = strlen (words);

  for (guint i = 0; table[i] != NULL; i++)
    if (g_str_has_suffix (words, table[i])
        && (strlen (table[i]) == length || words[length - strlen (table[i]) - 1] == ' '))
      return TRUE;

  return FALSE;
}

static gboolean
is_date_or_nothing (const char *words)
{
  const char *last = strrchr (words, ' ');

  return words[0] == '\0' || g_ascii_isdigit (words[0]) || g_ascii_isdigit (words[strlen (words) - 1])
         || (last != NULL && g_ascii_isdigit (last[1]));
}

/* "Published by Eurocities, 4 June 2021"; "Eurocities press release". */
static gboolean
is_imprint (const CnDocument       *document,
            const CnNetworkMention *mention,
            gsize                   start,
            gsize                   end)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (end - start > MAX_IMPRINT_BYTES || end - mention->end > MAX_AFTER_IMPRINT)
    return FALSE;

  before = dup_words (document, start, mention->start);
  after = dup_words (document, mention->end, end);
  if (g_strv_contains (imprints_after, after) && (before[0] == '\0' || g_strv_contains (articles, before)))
    return TRUE;
  if (after[0] == '\0' && g_strv_contains (imprints_after, before))
    return TRUE;

  if (!g_strv_contains (imprints_before, before))
    strip_article (before);
  return g_strv_contains (imprints_before, before) && is_date_or_nothing (after);
}

/* The line directly below that of the mention, folded; "" for none. */
static char *
dup_line_below (const CnDocument *document,
                const CnBlock    *block,
                gsize             end)
{
  gsize length = document->text_length;
  gsize start = end + 1;
  gsize stop;

  if (end != block->end && document->text[end] != '\n')
    return g_strdup ("");
  for (stop = start; stop < length && document->text[stop] != '\n' && stop - start <= MAX_IMPRINT_BYTES; stop++)
    ;
  return start < stop && stop - start <= MAX_IMPRINT_BYTES ? dup_words (document, start, stop) : g_strdup ("");
}

/* A letterhead: the network's name on a line of its own, with "Press release" directly below. */
static gboolean
is_letterhead (const CnDocument       *document,
               const CnBlock          *block,
               const CnBlock          *first,
               const CnNetworkMention *mention,
               gsize                   start,
               gsize                   end)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *below = NULL;

  if (end - start > MAX_IMPRINT_BYTES || (first != NULL && block->start >= first->start))
    return FALSE;

  before = dup_words (document, start, mention->start);
  after = dup_words (document, mention->end, end);
  if (after[0] != '\0' || (before[0] != '\0' && !g_strv_contains (articles, before)))
    return FALSE;

  below = dup_line_below (document, block, end);
  for (guint i = 0; imprints_after[i] != NULL; i++)
    if (g_str_has_prefix (below, imprints_after[i]) && is_date_or_nothing (below + strlen (imprints_after[i])))
      return TRUE;
  return FALSE;
}

/* "Somebody Eurocities Writer"; "By Eurocities". */
static gboolean
is_byline (const CnDocument       *document,
           const CnBlock          *block,
           const CnNetworkMention *mention,
           gsize                   start,
           gsize                   end)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (end - start > MAX_IMPRINT_BYTES)
    return FALSE;

  before = dup_words (document, start, mention->start);
  after = dup_words (document, mention->end, end);
  if (g_strv_contains (staff_after, after))
    return TRUE;
  if (after[0] != '\0' || block->kind != CN_BLOCK_BYLINE)
    return FALSE;
  if (!ends_with_one_of (staff_before, before))
    strip_article (before);

  return ends_with_one_of (staff_before, before);
}

/* "BRUSSELS (Eurocities) – …" */
static gboolean
is_dateline (const CnDocument       *document,
             const CnBlock          *block,
             const CnNetworkMention *mention)
{
  const char *text = document->text;
  gsize next = mention->end + 1;

  if (mention->start - block->start > MAX_DATELINE_BYTES || mention->start == block->start
      || text[mention->start - 1] != '(' || next >= block->end || text[mention->end] != ')')
    return FALSE;
  if (memchr (text + block->start, '.', mention->start - block->start) != NULL)
    return FALSE;

  while (next < block->end && g_ascii_isspace (text[next]))
    next++;

  return g_str_has_prefix (text + next, "–") || g_str_has_prefix (text + next, "—") || g_str_has_prefix (text + next, "- ")
         || g_str_has_prefix (text + next, "-- ");
}

/* A line that is the network's name and nothing else. */
static gboolean
is_signature (const CnDocument       *document,
              const CnNetworkMention *mention)
{
  const CnBlock *block = cn_document_find_block (document, mention->start);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize start, end;

  /* A short line by itself looks like a heading to the readers. */
  if (block == NULL || block->kind == CN_BLOCK_TITLE)
    return FALSE;

  find_line (document, block, mention->start, &start, &end);
  if (end - start > MAX_IMPRINT_BYTES)
    return FALSE;

  before = dup_words (document, start, mention->start);
  after = dup_words (document, mention->end, end);
  return after[0] == '\0' && (before[0] == '\0' || g_strv_contains (articles, before));
}

/* "We, the Mayors … of the Strong Cities Network": the first sentence of a paragraph. */
static gboolean
is_declaration (const CnDocument       *document,
                const CnBlock          *block,
                const CnNetworkMention *mention)
{
  g_autofree char *words = NULL;
  const char *space;

  if (mention->start - block->start > 2 * MAX_IMPRINT_BYTES
      || memchr (document->text + block->start, '.', mention->start - block->start) != NULL)
    return FALSE;

  words = dup_words (document, block->start, mention->start);
  space = strchr (words, ' ');
  if (space == NULL)
    return FALSE;
  words[space - words] = '\0';

  return g_strv_contains (first_persons, words);
}

/* The networks that some line signs for; asked for once, and only where a text speaks in the first person. */
static GHashTable *
collect_signatures (const CnDocument *document,
                    GArray           *mentions)
{
  GHashTable *signatures = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CnNetworkMention *mention = &g_array_index (mentions, CnNetworkMention, i);

      if (!g_hash_table_contains (signatures, mention->entry) && is_signature (document, mention))
        g_hash_table_add (signatures, (gpointer) mention->entry);
    }

  return signatures;
}

/* "For immediate release" and its like stand before the text that a dateline begins. */
static gboolean
is_prose (const CnDocument *document,
          const CnBlock    *block)
{
  return block->furniture == CN_FURNITURE_NONE && block->kind == CN_BLOCK_PARAGRAPH && block->end > block->start
         && (block->end - block->start > MAX_IMPRINT_BYTES || strchr (".!?\"", document->text[block->end - 1]) != NULL);
}

static const CnBlock *
find_first_prose (const CnDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const CnBlock *block = &g_array_index (document->blocks, CnBlock, i);

      if (is_prose (document, block))
        return block;
    }

  return NULL;
}

/*
 * cn_publisher_find_in_text:
 * @document: what a reader made
 * @mentions: (element-type CnNetworkMention): networks named in its own text
 * @quote: (out): the words that say so; unchanged when there are none
 *
 * Looks round each mention for the words of an imprint, a byline, a dateline or a declaration.
 *
 * Returns: (transfer none) (nullable): the network that says that it speaks here
 */
const CnNetworkEntry *
cn_publisher_find_in_text (const CnDocument *document,
                           GArray           *mentions,
                           CnQuote          *quote)
{
  g_autoptr (GHashTable) signatures = NULL;
  const CnBlock *first;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (mentions != NULL, NULL);
  g_return_val_if_fail (quote != NULL, NULL);

  first = find_first_prose (document);
  for (guint i = 0; i < mentions->len; i++)
    {
      const CnNetworkMention *mention = &g_array_index (mentions, CnNetworkMention, i);
      const CnBlock *block = cn_document_find_block (document, mention->start);
      gsize start, end;

      if (block == NULL || block->kind == CN_BLOCK_TITLE || block->kind == CN_BLOCK_HEADING)
        continue;

      find_line (document, block, mention->start, &start, &end);
      if (is_imprint (document, mention, start, end) || is_byline (document, block, mention, start, end) ||
          is_letterhead (document, block, first, mention, start, end))
        {
          *quote = (CnQuote) { start, end };
          return mention->entry;
        }

      if (signatures == NULL && is_declaration (document, block, mention))
        signatures = collect_signatures (document, mentions);
      if ((block == first && is_dateline (document, block, mention))
          || (is_declaration (document, block, mention) && g_hash_table_contains (signatures, mention->entry)))
        {
          *quote = (CnQuote) { block->start, mention->end };
          return mention->entry;
        }
    }

  return NULL;
}
