/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From bytes to drafts: the one place where reading, finding and storing meet.
 *
 * Any thread; pure but for the registry that it was made with. The readers know nothing of networks, the
 * finders nothing of articles, the store nothing of either: here a document and what was found in it become
 * one draft. */

#include "config.h"

#include "cn-draft-maker.h"

#include "cn-canonical.h"
#include "cn-layout.h"

/* Two lines of a wide row. */
#define SNIPPET_CHARS 240

struct _CnDraftMaker
{
  CnNetworkRegistry *registry;
  CnNetworkFinder   *finder;
  char              *publisher;
};

/**
 * cn_draft_maker_new:
 * @publisher: (nullable): id of the network that published whatever is read; %NULL to find out
 *
 * Any thread; takes a few milliseconds.
 *
 * Returns: (transfer full): a maker with the built-in registry
 */
CnDraftMaker *
cn_draft_maker_new (const char *publisher)
{
  CnDraftMaker *self = g_atomic_rc_box_new0 (CnDraftMaker);

  self->registry = cn_network_registry_new_built_in ();
  self->finder = cn_network_finder_new (self->registry);
  self->publisher = g_strdup (publisher);
  return self;
}

/**
 * cn_draft_maker_ref:
 *
 * Any thread.
 *
 * Returns: (transfer full): @self with one reference more
 */
CnDraftMaker *
cn_draft_maker_ref (CnDraftMaker *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
cn_draft_maker_clear (gpointer data)
{
  CnDraftMaker *self = data;

  g_clear_object (&self->finder);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->publisher, g_free);
}

/**
 * cn_draft_maker_unref:
 *
 * Any thread.
 */
void
cn_draft_maker_unref (CnDraftMaker *self)
{
  g_atomic_rc_box_release_full (self, cn_draft_maker_clear);
}

/* The publisher first, then the others as the finder has weighed them. */
static GStrv
dup_networks (const char              *publisher,
              const CnNetworkFindings *findings)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (publisher != NULL)
    g_strv_builder_add (builder, publisher);
  for (guint i = 0; i < findings->networks->len; i++)
    {
      const CnNetworkEntry *entry = g_ptr_array_index (findings->networks, i);

      if (g_strcmp0 (entry->id, publisher) != 0)
        g_strv_builder_add (builder, entry->id);
    }

  return g_strv_builder_end (builder);
}

static void
set_quote (CnArticleDraft   *draft,
           const CnDocument *document)
{
  gboolean is_outside = document->published_quote.start >= document->published_quote.end;

  draft->published_quote_start = is_outside ? -1 : (gint64) document->published_quote.start;
  draft->published_quote_end = is_outside ? -1 : (gint64) document->published_quote.end;
}

static CnArticleDraft *
make_draft (CnDraftMaker     *self,
            const CnDocument *document,
            const char       *address,
            const char       *origin)
{
  g_autoptr(CnNetworkFindings) findings = cn_network_finder_find (self->finder, document);
  CnArticleDraft *draft = cn_article_draft_new ();
  const char *publisher = self->publisher;

  if (publisher == NULL && findings->publisher != NULL)
    publisher = findings->publisher->id;

  draft->url = cn_canonical_address (document->url != NULL ? document->url : address);
  draft->document_id = g_strdup (document->id);
  draft->title = g_strdup (document->title);
  draft->authors = g_strdupv (document->authors);
  draft->site_name = g_strdup (document->site_name);
  draft->language = g_strdup (document->language);
  draft->summary = g_strdup (document->summary);
  draft->published = document->published;
  set_quote (draft, document);
  draft->updated = document->updated;
  draft->publisher = g_strdup (publisher);
  draft->is_publisher_given = self->publisher != NULL;
  draft->networks = dup_networks (publisher, findings);
  draft->text = g_strndup (document->text, document->text_length);
  draft->text_hash = cn_canonical_text_hash (document);
  draft->layout = cn_layout_encode (document);
  draft->snippet = cn_document_dup_snippet (document, SNIPPET_CHARS);
  draft->origin = g_strdup (origin);
  return draft;
}

/**
 * cn_draft_maker_make:
 * @bytes: an input
 * @hints: what is known about it from outside
 * @origin: where it came from: an absolute path, an address, or "" for pasted text
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type CnArticleDraft): its articles in their order, or %NULL with a
 *   #CnReadError
 */
GPtrArray *
cn_draft_maker_make (CnDraftMaker       *self,
                     GBytes             *bytes,
                     const CnReadHints  *hints,
                     const char         *origin,
                     GError            **error)
{
  g_autoptr(GPtrArray) documents = NULL;
  GPtrArray *drafts;

  g_return_val_if_fail (self != NULL && bytes != NULL && hints != NULL && origin != NULL, NULL);

  documents = cn_reader_read (bytes, hints, error);
  if (documents == NULL)
    return NULL;

  drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_article_draft_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      /* Where one address holds many articles, it is the address of none of them. */
      const char *address = documents->len == 1 ? hints->base_url : NULL;

      g_ptr_array_add (drafts, make_draft (self, g_ptr_array_index (documents, i), address, origin));
    }
  return drafts;
}
