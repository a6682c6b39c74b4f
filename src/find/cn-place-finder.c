/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says which places a document names in its own text, and which names of places it uses for something else.
 *
 * Candidates (-candidates.c), what is printed behind them (-printed.c), what stands around them (-context.c), which
 * namesake is meant and whether any is (-senses.c). Pure; any number of threads may use one finder, which never changes
 * after it was made. A false place is worse than a missed one. */

#include "config.h"

#include "cn-place-finder.h"

#include <math.h>

#include "cn-place-finder-private.h"

struct _CnPlaceFinder
{
  GObject            parent_instance;

  CnGazetteer       *gazetteer;
  CnNetworkRegistry *registry;
  CnPlaceWords      *words;
};

G_DEFINE_FINAL_TYPE (CnPlaceFinder, cn_place_finder, G_TYPE_OBJECT)

static void
cn_place_finder_finalize (GObject *object)
{
  CnPlaceFinder *self = CN_PLACE_FINDER (object);

  g_clear_object (&self->gazetteer);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->words, cn_place_words_free);

  G_OBJECT_CLASS (cn_place_finder_parent_class)->finalize (object);
}

static void
cn_place_finder_class_init (CnPlaceFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cn_place_finder_finalize;
}

static void
cn_place_finder_init (CnPlaceFinder *self)
{
  self->words = cn_place_words_new_built_in ();
}

/**
 * cn_place_finder_new:
 * @gazetteer: the places; the finder holds a reference
 * @registry: the networks; the finder holds a reference
 *
 * Returns: (transfer full): a finder, which any thread may use from then on
 */
CnPlaceFinder *
cn_place_finder_new (CnGazetteer       *gazetteer,
                     CnNetworkRegistry *registry)
{
  CnPlaceFinder *self;

  g_return_val_if_fail (CN_IS_GAZETTEER (gazetteer), NULL);
  g_return_val_if_fail (CN_IS_NETWORK_REGISTRY (registry), NULL);

  self = g_object_new (CN_TYPE_PLACE_FINDER, NULL);
  self->gazetteer = g_object_ref (gazetteer);
  self->registry = g_object_ref (registry);

  return self;
}

static void
search_init (CnPlaceSearch           *search,
             CnPlaceFinder           *self,
             const CnDocument        *document,
             const CnNetworkFindings *networks)
{
  *search = (CnPlaceSearch) {
    .gazetteer = self->gazetteer,
    .words = self->words,
    .document = document,
    .networks = networks,
    .language = document->language,
    .text = cn_place_text_new (document),
    .terms = g_array_new (FALSE, FALSE, sizeof (CnPlaceTerm)),
    .senses = g_array_new (FALSE, FALSE, sizeof (CnPlaceSense)),
    .candidates = g_array_new (FALSE, FALSE, sizeof (CnPlaceCandidate)),
    .scopes = g_array_new (FALSE, FALSE, sizeof (guint)),
    .terms_by_name = g_hash_table_new (NULL, NULL),
    .weights = g_hash_table_new (NULL, NULL),
  };
}

static void
search_clear (CnPlaceSearch *search)
{
  g_clear_pointer (&search->text, cn_place_text_free);
  g_clear_pointer (&search->terms, g_array_unref);
  g_clear_pointer (&search->senses, g_array_unref);
  g_clear_pointer (&search->candidates, g_array_unref);
  g_clear_pointer (&search->scopes, g_array_unref);
  g_clear_pointer (&search->terms_by_name, g_hash_table_unref);
  g_clear_pointer (&search->weights, g_hash_table_unref);
}

static void
keep_candidate (const CnPlaceSearch    *search,
                const CnPlaceCandidate *candidate,
                CnPlaceFindings        *findings)
{
  gsize start = cn_place_text_get (search->text, candidate->first)->start;
  gsize end = cn_place_text_get (search->text, candidate->last)->end;

  if (candidate->place != CN_NO_PLACE && candidate->score > 0)
    {
      CnPlaceMention mention = { candidate->place, start, end, 0,
                                 cn_place_rule_to_string (cn_place_rules_get_ground (candidate->rules, TRUE)) };

      mention.confidence = MIN (candidate->certainty / (1 + exp (-0.9 * candidate->score)), 0.99);
      g_array_append_val (findings->mentions, mention);
    }
  else
    {
      CnPlaceRefusal refusal = { start, end,
                                 cn_place_rule_to_string (cn_place_rules_get_ground (candidate->rules, FALSE)) };

      g_array_append_val (findings->rejected, refusal);
    }
}

/**
 * cn_place_finder_find:
 * @document: what a reader made
 * @networks: (nullable): what the network finder says of it
 *
 * Linear in the length of the text. Any thread.
 *
 * Returns: (transfer full): what the document says of places
 */
CnPlaceFindings *
cn_place_finder_find (CnPlaceFinder           *self,
                      const CnDocument        *document,
                      const CnNetworkFindings *networks)
{
  CnPlaceFindings *findings;
  CnPlaceSearch search;

  g_return_val_if_fail (CN_IS_PLACE_FINDER (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  search_init (&search, self, document, networks);
  cn_place_search_collect (&search);
  cn_place_search_read_scopes (&search);
  cn_place_search_weigh (&search);
  cn_place_search_resolve (&search);

  findings = g_new0 (CnPlaceFindings, 1);
  findings->mentions = g_array_new (FALSE, FALSE, sizeof (CnPlaceMention));
  findings->rejected = g_array_new (FALSE, FALSE, sizeof (CnPlaceRefusal));
  for (guint i = 0; i < search.candidates->len; i++)
    if (!cn_place_search_candidate (&search, i)->is_joined)
      keep_candidate (&search, cn_place_search_candidate (&search, i), findings);
  search_clear (&search);

  return findings;
}

/**
 * cn_place_findings_free:
 * @findings: (transfer full): findings
 */
void
cn_place_findings_free (CnPlaceFindings *findings)
{
  g_return_if_fail (findings != NULL);

  g_clear_pointer (&findings->mentions, g_array_unref);
  g_clear_pointer (&findings->rejected, g_array_unref);
  g_free (findings);
}
