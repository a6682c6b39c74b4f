/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the element that holds the article.
 *
 * Every paragraph outside furniture weighs what it has of running text: its length without its links, less
 * what a label or a teaser has too. What the page says of itself (articleBody, article, main) is believed
 * when it bears a fair share of that weight; else the way leads from the body downwards as long as one child
 * bears nearly all of it. Two passes over the tree, no recursion. Pure. */

#include "config.h"

#include "cn-html-content.h"

#include "cn-html-furniture.h"

/* Of a paragraph's bytes so many weigh nothing. */
#define LABEL_BYTES 40

typedef struct
{
  double weight;      /* of the running text in it */
  gsize  text;        /* bytes of text in it, blanks not counted */
  gsize  links;       /* of these in links */
} Stats;

typedef struct
{
  GArray   *stats; /* of Stats; a node's _private is its index plus one */
  gboolean  use_hints;
} Scan;

static Stats *
get_stats (Scan          *self,
           const xmlNode *node)
{
  gsize index = GPOINTER_TO_SIZE (node->_private);

  return index > 0 ? &g_array_index (self->stats, Stats, index - 1) : NULL;
}

static void
add_stats (Scan    *self,
           xmlNode *node)
{
  Stats none = { 0 };

  g_array_append_val (self->stats, none);
  node->_private = GSIZE_TO_POINTER (self->stats->len);
}

static gboolean
is_paragraph (CnHtmlTag tag)
{
  return tag == CN_HTML_P || tag == CN_HTML_PRE || tag == CN_HTML_BLOCKQUOTE || tag == CN_HTML_BLOCK ||
         tag == CN_HTML_TD ||
         tag == CN_HTML_LI || tag == CN_HTML_DD || tag == CN_HTML_ARTICLE || tag == CN_HTML_MAIN || tag == CN_HTML_BODY;
}

/* A paragraph's own running text is what it has besides its block children, which weigh for themselves. */
static void
finish_node (Scan    *self,
             xmlNode *node)
{
  Stats *stats = get_stats (self, node);
  Stats *parent = node->parent != NULL ? get_stats (self, node->parent) : NULL;
  CnHtmlTag tag = cn_html_tree_get_tag (node);
  gsize own;

  if (tag == CN_HTML_A)
    stats->links = stats->text;

  own = stats->text - stats->links;
  if (is_paragraph (tag))
    {
      if (own > LABEL_BYTES && stats->links * 3 < stats->text * 2)
        stats->weight += (double) (own - LABEL_BYTES) * (tag == CN_HTML_LI ? 0.5 : 1.0);
      stats->text = 0;
      stats->links = 0;
    }
  else if (cn_html_tree_is_block (tag))
    {
      stats->text = 0;
      stats->links = 0;
    }

  if (parent == NULL)
    return;
  parent->weight += stats->weight;
  parent->text += stats->text;
  parent->links += stats->links;
}

static gboolean
is_left_out (Scan          *self,
             const xmlNode *node,
             CnHtmlTag      tag)
{
  return tag == CN_HTML_SKIP || tag == CN_HTML_SCRIPT || tag == CN_HTML_META || tag == CN_HTML_LINK ||
         tag == CN_HTML_TITLE ||
         cn_html_furniture_is_hidden (node) || cn_html_furniture_of (node, self->use_hints) != CN_FURNITURE_NONE;
}

static void
scan (Scan    *self,
      xmlNode *body)
{
  xmlNode *node = body;

  add_stats (self, body);

  while (TRUE)
    {
      gboolean descend = FALSE;

      if (node->type == XML_TEXT_NODE)
        {
          Stats *parent = get_stats (self, node->parent);

          if (parent != NULL)
            parent->text += cn_html_tree_count_letters (node);
        }
      else if (node->type == XML_ELEMENT_NODE)
        {
          CnHtmlTag tag = cn_html_tree_get_tag (node);

          if (node == body || !is_left_out (self, node, tag))
            {
              if (node != body)
                add_stats (self, node);
              descend = node->children != NULL;
              if (!descend)
                finish_node (self, node);
            }
        }

      if (descend)
        {
          node = node->children;
          continue;
        }

      while (node != body && node->next == NULL)
        {
          node = node->parent;
          if (get_stats (self, node) != NULL)
            finish_node (self, node);
        }
      if (node == body)
        return;
      node = node->next;
    }
}

static double
get_weight (Scan          *self,
            const xmlNode *node)
{
  Stats *stats = get_stats (self, node);

  return stats != NULL ? stats->weight : 0;
}

/* A page of sense nests less deep, and a limit keeps the work linear for one without. */
#define MAX_CLIMB 256

static gboolean
is_inside (const xmlNode *node,
           const xmlNode *ancestor)
{
  for (guint i = 0; node != NULL && i < MAX_CLIMB; i++, node = node->parent)
    if (node == ancestor)
      return TRUE;
  return FALSE;
}

typedef struct
{
  xmlNode *best;
  double   weight;
  double   second;
  guint    n;
  gboolean has_headline;
} Choice;

static void
offer (Choice        *choice,
       xmlNode       *node,
       double         weight,
       const xmlNode *headline)
{
  gboolean has_headline = headline != NULL && is_inside (headline, node);

  if (choice->best != NULL && is_inside (node, choice->best))
    return;

  choice->n++;
  if (choice->best == NULL || (has_headline && !choice->has_headline) ||
      (weight > choice->weight && has_headline == choice->has_headline))
    {
      choice->second = choice->weight;
      choice->best = node;
      choice->weight = weight;
      choice->has_headline = has_headline;
    }
  else
    choice->second = MAX (choice->second, weight);
}

static gboolean
is_main_like (const xmlNode *node,
              CnHtmlTag      tag)
{
  static const char *const ids[] = { "content", "main", "main-content", "maincontent", "primary", "page-content",
                                     "inhalt", "contenu",
                                     "contenido", "contenuto", "conteudo", "icerik" };
  const char *id = cn_html_tree_get_attribute (node, "id");

  if (tag == CN_HTML_MAIN || cn_html_tree_has_token (node, "role", "main"))
    return TRUE;
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (ids); i++)
    if (g_ascii_strcasecmp (id, ids[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_body_like (const xmlNode *node)
{
  static const char *const classes[] = { "entry-content", "post-content", "article-content", "article-body",
                                         "article__body",
                                         "post-body", "articlebody", "news-text-wrap", "story-body", "e-content" };

  if (cn_html_tree_has_token (node, "itemprop", "articleBody"))
    return TRUE;
  if (cn_html_tree_get_attribute (node, "class") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (cn_html_tree_has_token (node, "class", classes[i]))
      return TRUE;
  return FALSE;
}

/* Down from @from as long as one child bears nearly all the weight. */
static xmlNode *
descend (Scan    *self,
         xmlNode *from)
{
  double total = get_weight (self, from);

  while (TRUE)
    {
      xmlNode *heavy = NULL;

      for (xmlNode *child = from->children; child != NULL; child = child->next)
        if (get_weight (self, child) >= total * 0.75 && cn_html_tree_is_block (cn_html_tree_get_tag (child)))
          heavy = child;

      if (heavy == NULL || total == 0)
        return from;
      /* One long paragraph is not the article, the element around it is. */
      if (is_paragraph (cn_html_tree_get_tag (heavy)) && cn_html_tree_get_tag (heavy) != CN_HTML_BLOCK &&
          cn_html_tree_get_tag (heavy) != CN_HTML_ARTICLE && cn_html_tree_get_tag (heavy) != CN_HTML_MAIN &&
          cn_html_tree_get_tag (heavy) != CN_HTML_TD)
        return from;
      from = heavy;
    }
}

static void
clear_private (xmlNode *body)
{
  for (xmlNode *node = body; node != NULL; node = cn_html_tree_next (node, body))
    node->_private = NULL;
}

/**
 * cn_html_content_find_body:
 *
 * Returns: (transfer none) (nullable): the body, or the root element of a page without one
 */
xmlNode *
cn_html_content_find_body (xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (cn_html_tree_get_tag (node) == CN_HTML_BODY)
      return node;
  return root;
}

/* A builder that calls the whole page "sidebar" or "menu" must not lose it: hints count only when most of the
 * running text stands without them. */
static double
scan_with_fair_hints (Scan    *self,
                      xmlNode *body)
{
  double hinted, plain;

  self->use_hints = FALSE;
  scan (self, body);
  plain = get_weight (self, body);

  clear_private (body);
  g_array_set_size (self->stats, 0);
  self->use_hints = TRUE;
  scan (self, body);
  hinted = get_weight (self, body);

  if (hinted * 4 >= plain || plain < 300)
    return hinted;

  clear_private (body);
  g_array_set_size (self->stats, 0);
  self->use_hints = FALSE;
  scan (self, body);
  return plain;
}

static xmlNode *
choose_root (Scan          *self,
             xmlNode       *body,
             double         total,
             const xmlNode *headline)
{
  Choice bodies = { 0 };
  Choice articles = { 0 };
  Choice mains = { 0 };

  for (xmlNode *node = body; node != NULL; node = cn_html_tree_next (node, body))
    {
      CnHtmlTag tag = cn_html_tree_get_tag (node);
      double weight = get_weight (self, node);

      if (node->type != XML_ELEMENT_NODE || get_stats (self, node) == NULL)
        continue;
      if (is_body_like (node))
        offer (&bodies, node, weight, NULL);
      if (tag == CN_HTML_ARTICLE || cn_html_tree_has_token (node, "role", "article"))
        offer (&articles, node, weight, headline);
      if (is_main_like (node, tag))
        offer (&mains, node, weight, headline);
    }

  if (articles.best != NULL && articles.weight > 0 && articles.weight >= total * 0.3 &&
      (articles.has_headline || articles.n == 1 || articles.weight > articles.second * 2))
    return articles.best;
  if (bodies.best != NULL && bodies.weight > 0 && bodies.weight >= total * 0.3 && bodies.weight > bodies.second * 2)
    return bodies.best;
  if (mains.best != NULL && mains.weight > 0 && mains.weight >= total * 0.3)
    return descend (self, mains.best);
  return descend (self, body);
}

/**
 * cn_html_content_find_root:
 * @headline: (nullable): the heading that has the title's words
 * @use_hints: (out): whether classes and ids of this page tell furniture apart
 *
 * Returns: (transfer none) (nullable): the element that holds the article, the body when nothing tells it from the rest
 */
xmlNode *
cn_html_content_find_root (xmlDoc        *doc,
                           const xmlNode *headline,
                           gboolean      *use_hints)
{
  Scan self = { g_array_new (FALSE, FALSE, sizeof (Stats)), TRUE };
  xmlNode *body = cn_html_content_find_body (doc);
  xmlNode *root = NULL;

  if (body != NULL)
    {
      double total = scan_with_fair_hints (&self, body);

      root = choose_root (&self, body, total, headline);
      clear_private (body);
    }

  *use_hints = self.use_hints;
  g_array_unref (self.stats);
  return root;
}
