/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says which networks a document names in its own text, and which one published it.
 *
 * Pure; any number of threads may use one finder, which never changes after it was made. Furniture is never
 * looked at: what stands beside an article says nothing about it. It must not know of the store or of
 * articles, and it never guesses: a form that is an ordinary word, too, counts only where a strong form of
 * the same network stands in the same document, and a document whose publisher is not stated has none. */

#include "config.h"

#include "cn-network-finder.h"

#include <string.h>

#include "cn-fold.h"
#include "cn-name-matcher.h"
#include "cn-publisher.h"
#include "cn-title-case.h"

/* A network in the headline is what the article is about before all that the text names in passing. */
#define WEIGHT_OF_TITLE 5

struct _CnNetworkFinder
{
  GObject            parent_instance;

  CnNetworkRegistry *registry;
  CnNameMatcher     *matcher;
};

G_DEFINE_FINAL_TYPE (CnNetworkFinder, cn_network_finder, G_TYPE_OBJECT)

/* Longer names with the name of a network inside that are somebody else's. */
static const char * const decoys[] = {
  "US Climate Alliance",
  "U.S. Climate Alliance",
  "United States Climate Alliance",
  "Mayors Alliance to End Childhood Hunger",
  "Chicago Metropolis",
};

/* What is known about one network while a document is looked through. */
typedef struct
{
  guint owner;
  guint weight;
  gsize first;
  gboolean is_strong;
} Standing;

typedef struct
{
  CnNetworkFinder  *finder;
  const CnDocument *document;
  GArray           *hits;      /* element-type CnNameHit, of the text */
  GArray           *standings; /* element-type Standing, one for each entry of the registry */
} Search;

static gboolean
is_short_abbreviation (const char *form)
{
  gsize length = strlen (form);

  return length <= 3 && strspn (form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

/* Three capitals stand for many things (UBC is a university as well), and so does whatever the registry calls
 * weak in one of its spellings. */
static gboolean
is_weak_form (const CnNetworkEntry *entry,
              const char           *form)
{
  if (is_short_abbreviation (form))
    return TRUE;

  for (guint i = 0; entry->weak_aliases[i] != NULL; i++)
    if (cn_fold_equal (entry->weak_aliases[i], form))
      return TRUE;

  return FALSE;
}

static void
add_entry (CnNameMatcher        *matcher,
           const CnNetworkEntry *entry,
           guint                 owner)
{
  cn_name_matcher_add (matcher, entry->name, owner, is_weak_form (entry, entry->name));
  if (strcmp (entry->short_name, entry->name) != 0)
    cn_name_matcher_add (matcher, entry->short_name, owner, is_weak_form (entry, entry->short_name));
  for (guint i = 0; entry->aliases[i] != NULL; i++)
    cn_name_matcher_add (matcher, entry->aliases[i], owner, is_weak_form (entry, entry->aliases[i]));
  for (guint i = 0; entry->weak_aliases[i] != NULL; i++)
    cn_name_matcher_add (matcher, entry->weak_aliases[i], owner, TRUE);
}

static Standing *
get_standing (Search *search,
              guint   owner)
{
  return &g_array_index (search->standings, Standing, owner);
}

static const CnNetworkEntry *
get_entry (Search *search,
           guint   owner)
{
  return cn_network_registry_get_entry (search->finder->registry, owner);
}

static gboolean
is_ancestor (Search               *search,
             const CnNetworkEntry *entry,
             const CnNetworkEntry *other)
{
  for (const char *id = entry->parent; id != NULL;)
    {
      const CnNetworkEntry *parent = cn_network_registry_lookup (search->finder->registry, id);

      if (parent == other)
        return TRUE;
      id = parent->parent;
    }

  return FALSE;
}

/* "the Eurocities campaign Inclusive Cities for All" is one form of the campaign and names the network in it
 * as well. */
static void
add_named_ancestors (Search          *search,
                     const CnNameHit *hit,
                     GArray          *hits)
{
  const CnNetworkEntry *entry = get_entry (search, hit->owner);
  g_autoptr (GArray) inner = NULL;

  if (entry->parent == NULL || hit->last_word == hit->start)
    return;

  inner = g_array_new (FALSE, FALSE, sizeof (CnNameHit));
  cn_name_matcher_scan (search->finder->matcher, search->document->text, hit->start, hit->last_word, inner);
  for (guint i = 0; i < inner->len; i++)
    {
      const CnNameHit *named = &g_array_index (inner, CnNameHit, i);

      if (!named->is_weak && named->owner != CN_NAME_NOBODY
          && is_ancestor (search, entry, get_entry (search, named->owner)))
        g_array_append_val (hits, *named);
    }
}

static void
scan_block (Search        *search,
            const CnBlock *block,
            GArray        *found)
{
  const char *text = search->document->text;
  guint from = found->len;

  cn_name_matcher_scan (search->finder->matcher, text, block->start, block->end, found);
  if (block->kind == CN_BLOCK_TITLE || block->kind == CN_BLOCK_HEADING)
    cn_title_case_weaken (text, block->start, block->end, found, from);
}

static void
scan_text (Search *search)
{
  const CnDocument *document = search->document;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CnNameHit));

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const CnBlock *block = &g_array_index (document->blocks, CnBlock, i);

      if (block->furniture == CN_FURNITURE_NONE)
        scan_block (search, block, found);
    }

  for (guint i = 0; i < found->len; i++)
    {
      const CnNameHit *hit = &g_array_index (found, CnNameHit, i);

      if (hit->owner == CN_NAME_NOBODY)
        continue;
      if (!hit->is_weak)
        add_named_ancestors (search, hit, search->hits);
      g_array_append_val (search->hits, *hit);
    }
}

/* The title of a page may stand in its head only. */
static void
scan_title (Search *search)
{
  const char *title = search->document->title;
  g_autoptr (GArray) found = NULL;

  if (title == NULL)
    return;

  found = g_array_new (FALSE, FALSE, sizeof (CnNameHit));
  cn_name_matcher_scan (search->finder->matcher, title, 0, strlen (title), found);
  cn_title_case_weaken (title, 0, strlen (title), found, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const CnNameHit *hit = &g_array_index (found, CnNameHit, i);
      Standing *standing;

      if (hit->is_weak || hit->owner == CN_NAME_NOBODY)
        continue;
      standing = get_standing (search, hit->owner);
      standing->is_strong = TRUE;
      standing->weight += WEIGHT_OF_TITLE;
      standing->first = 0;
    }
}

static void
mark_strong (Search *search)
{
  for (guint i = 0; i < search->hits->len; i++)
    {
      const CnNameHit *hit = &g_array_index (search->hits, CnNameHit, i);

      if (!hit->is_weak)
        get_standing (search, hit->owner)->is_strong = TRUE;
    }
}

/* "Covenant of Mayors (CoM)": the bracket behind the strong form says what the weak one stands for in this document. */
static GHashTable *
collect_introduced (Search *search)
{
  GHashTable *introduced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *text = search->document->text;

  for (guint i = 1; i < search->hits->len; i++)
    {
      const CnNameHit *hit = &g_array_index (search->hits, CnNameHit, i);

      if (!hit->is_weak || hit->start == 0 || text[hit->start - 1] != '(')
        continue;
      for (guint j = i; j-- > 0;)
        {
          const CnNameHit *before = &g_array_index (search->hits, CnNameHit, j);

          if (before->end + 3 < hit->start)
            break;
          if (!before->is_weak && before->owner == hit->owner)
            g_hash_table_insert (introduced, g_strndup (text + hit->start, hit->end - hit->start),
                                 GUINT_TO_POINTER (hit->owner + 1));
        }
    }

  return introduced;
}

/* Whose of the owners of one weak form it is here; CN_NAME_NOBODY when that stays open. @n hits from @index
 * have the same place. */
static guint
choose_owner (Search     *search,
              guint       index,
              guint       n,
              GHashTable *introduced)
{
  const CnNameHit *hits = &g_array_index (search->hits, CnNameHit, index);
  guint chosen = CN_NAME_NOBODY;
  guint n_strong = 0;

  for (guint i = 0; i < n; i++)
    if (hits[i].owner != chosen && get_standing (search, hits[i].owner)->is_strong)
      {
        chosen = hits[i].owner;
        n_strong++;
      }

  if (n_strong > 1)
    {
      g_autofree char *form = g_strndup (search->document->text + hits->start, hits->end - hits->start);

      chosen = GPOINTER_TO_UINT (g_hash_table_lookup (introduced, form)) - 1;
    }

  return chosen;
}

static void
keep_hit (Search            *search,
          const CnNameHit   *hit,
          guint              owner,
          CnNetworkFindings *findings)
{
  CnNetworkMention mention = { get_entry (search, owner), hit->start, hit->end, hit->is_weak };
  Standing *standing = get_standing (search, owner);

  if (standing->weight == 0)
    standing->first = hit->start;
  standing->weight++;
  g_array_append_val (findings->mentions, mention);
}

static void
decide_hits (Search            *search,
             CnNetworkFindings *findings)
{
  g_autoptr (GHashTable) introduced = collect_introduced (search);
  guint n;

  for (guint i = 0; i < search->hits->len; i += n)
    {
      const CnNameHit *hit = &g_array_index (search->hits, CnNameHit, i);
      guint owner = hit->owner;

      n = 1;
      if (hit->is_weak)
        {
          while (i + n < search->hits->len && hit[n].is_weak && hit[n].start == hit->start)
            n++;
          owner = choose_owner (search, i, n, introduced);
        }
      if (owner != CN_NAME_NOBODY)
        keep_hit (search, hit, owner, findings);
    }
}

static gint
compare_standings (gconstpointer a,
                   gconstpointer b)
{
  const Standing *one = a;
  const Standing *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;

  return one->owner < other->owner ? -1 : one->owner > other->owner;
}

static void
list_networks (Search            *search,
               CnNetworkFindings *findings)
{
  if (findings->publisher != NULL)
    g_ptr_array_add (findings->networks, (gpointer) findings->publisher);

  g_array_sort (search->standings, compare_standings);
  for (guint i = 0; i < search->standings->len; i++)
    {
      const Standing *standing = get_standing (search, i);
      const CnNetworkEntry *entry = get_entry (search, standing->owner);

      if (standing->weight > 0 && entry != findings->publisher)
        g_ptr_array_add (findings->networks, (gpointer) entry);
    }
}

static guint
find_owner (Search               *search,
            const CnNetworkEntry *entry)
{
  guint owner = 0;

  while (get_entry (search, owner) != entry)
    owner++;

  return owner;
}

static void
cn_network_finder_finalize (GObject *object)
{
  CnNetworkFinder *self = CN_NETWORK_FINDER (object);

  g_clear_pointer (&self->matcher, cn_name_matcher_free);
  g_clear_object (&self->registry);

  G_OBJECT_CLASS (cn_network_finder_parent_class)->finalize (object);
}

static void
cn_network_finder_class_init (CnNetworkFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cn_network_finder_finalize;
}

static void
cn_network_finder_init (CnNetworkFinder *self)
{
  self->matcher = cn_name_matcher_new ();
  for (guint i = 0; i < G_N_ELEMENTS (decoys); i++)
    cn_name_matcher_add (self->matcher, decoys[i], CN_NAME_NOBODY, FALSE);
}

/**
 * cn_network_finder_new:
 * @registry: the networks to look for; the finder holds a reference
 *
 * Returns: (transfer full): a finder, which any thread may use from then on
 */
CnNetworkFinder *
cn_network_finder_new (CnNetworkRegistry *registry)
{
  CnNetworkFinder *self;

  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (registry), NULL);

  self = g_object_new (CN_TYPE_NETWORK_FINDER, NULL);
  self->registry = g_object_ref (registry);
  for (guint i = 0; i < cn_network_registry_get_n_entries (registry); i++)
    add_entry (self->matcher, cn_network_registry_get_entry (registry, i), i);

  return self;
}

/**
 * cn_network_finder_find:
 * @document: what a reader made
 *
 * Linear in the length of the text. Any thread.
 *
 * Returns: (transfer full): what the document says; its entries belong to the registry and live as long as that
 */
CnNetworkFindings *
cn_network_finder_find (CnNetworkFinder  *self,
                        const CnDocument *document)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) standings = NULL;
  CnNetworkFindings *findings;
  Search search;

  g_return_val_if_fail (CN_IS_NETWORK_FINDER (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  hits = g_array_new (FALSE, FALSE, sizeof (CnNameHit));
  standings = g_array_new (FALSE, TRUE, sizeof (Standing));
  g_array_set_size (standings, cn_network_registry_get_n_entries (self->registry));
  search = (Search) { self, document, hits, standings };
  for (guint i = 0; i < standings->len; i++)
    get_standing (&search, i)->owner = i;

  findings = g_new0 (CnNetworkFindings, 1);
  findings->networks = g_ptr_array_new ();
  findings->mentions = g_array_new (FALSE, FALSE, sizeof (CnNetworkMention));

  scan_text (&search);
  scan_title (&search);
  mark_strong (&search);
  findings->publisher = cn_publisher_find_by_site (self->registry, self->matcher, document);
  if (findings->publisher != NULL)
    get_standing (&search, find_owner (&search, findings->publisher))->is_strong = TRUE;
  decide_hits (&search, findings);
  if (findings->publisher == NULL)
    findings->publisher = cn_publisher_find_by_short_name (self->registry, self->matcher, document, findings->mentions);
  if (findings->publisher == NULL)
    findings->publisher = cn_publisher_find_in_text (document, findings->mentions, &findings->publisher_quote);
  list_networks (&search, findings);

  return findings;
}

/**
 * cn_network_findings_free:
 * @findings: (transfer full): findings
 */
void
cn_network_findings_free (CnNetworkFindings *findings)
{
  g_return_if_fail (findings != NULL);

  g_clear_pointer (&findings->networks, g_ptr_array_unref);
  g_clear_pointer (&findings->mentions, g_array_unref);
  g_free (findings);
}
