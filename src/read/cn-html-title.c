/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a page's titles is the article's: the headings, the title for sharing, the title element less the
 * site's name.
 *
 * No one of them can be trusted alone: sites put their name into the first heading, into the title element
 * and sometimes into the title for sharing, and leave headings out. What two of them agree on is the title.
 * Pure. */

#include "config.h"

#include "cn-html-title.h"

#include "cn-headline.h"
#include "cn-html-heading.h"
#include "cn-words.h"

#include <string.h>

/* What a heading has at least under it when it is the article's. */
#define MIN_SECTION_BYTES 40

/* Notices and menus above a headline; with more the heading is of a part of the article. */
#define MAX_BYTES_ABOVE 150

/* A title that could be a site's name is no longer than this. */
#define MAX_NAME_WORDS 4

static const char *const separators[] = {
  " | ", " – ", " — ", " - ", " » ", " « ", " :: ", " · ", " • ", " › ", " < ", " > ", " ― ", " ~ ",
};

static gboolean
is_site (const char *part,
         const char *site)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (site == NULL)
    return FALSE;
  a = cn_words_fold (part, strlen (part));
  b = cn_words_fold (site, strlen (site));
  return *a != '\0' && (g_str_equal (a, b) || (strlen (a) > 3 && strstr (b, a) != NULL) ||
                        (strlen (b) > 3 && strstr (a, b) != NULL));
}

/* The last place where one of the separators stands, and how wide it is. */
static const char *
find_last_separator (const char *title,
                     gsize      *width)
{
  const char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *hit = g_strrstr (title, separators[i]);

      if (hit != NULL && (best == NULL || hit > best))
        {
          best = hit;
          *width = strlen (separators[i]);
        }
    }

  return best;
}

static const char *
find_first_separator (const char *title,
                      gsize      *width)
{
  const char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *hit = strstr (title, separators[i]);

      if (hit != NULL && (best == NULL || hit < best))
        {
          best = hit;
          *width = strlen (separators[i]);
        }
    }

  return best;
}

/* A hyphen also stands inside headlines: what follows it is the site's name when it is known to be, or when it is short
 * beside what precedes it. A bar hardly ever does. */
static char *
strip_site (const char *title,
            const char *site)
{
  g_autofree char *rest = g_strdup (title);

  for (guint i = 0; i < 3; i++)
    {
      gsize width = 0;
      const char *last = find_last_separator (rest, &width);
      const char *first = find_first_separator (rest, &width);
      g_autofree char *head = NULL;
      const char *tail;
      gboolean hyphen, known;

      if (last == NULL)
        break;

      if (first != NULL && site != NULL)
        {
          g_autofree char *prefix = g_strndup (rest, (gsize) (first - rest));

          find_first_separator (rest, &width);
          if (is_site (prefix, site) && !is_site (first + width, site))
            {
              char *stripped = g_strdup (first + width);

              g_free (rest);
              rest = stripped;
              continue;
            }
        }

      find_last_separator (rest, &width);
      head = g_strndup (rest, (gsize) (last - rest));
      tail = last + width;
      hyphen = g_str_has_prefix (last, " - ") || g_str_has_prefix (last, " – ") || g_str_has_prefix (last, " — ");
      known = is_site (tail, site);
      if (!known && (site != NULL || i > 0) && hyphen)
        break;
      if (!known && hyphen && (cn_words_count (tail) > 4 || cn_words_count (head) < 3 ||
                               cn_words_count (head) <= cn_words_count (tail)))
        break;
      if (!known && !hyphen && cn_words_count (tail) > 8)
        break;

      g_free (rest);
      rest = g_steal_pointer (&head);
    }

  return g_strstrip (g_steal_pointer (&rest));
}

static gboolean
agree (const char *folded_heading,
       const char *folded_title)
{
  const char *hit;
  gsize length = strlen (folded_heading);

  if (folded_title == NULL || length < 3)
    return FALSE;
  if (g_str_equal (folded_heading, folded_title))
    return TRUE;

  /* The heading may be the beginning of the title, or its end, but not a word in its middle. */
  hit = strstr (folded_title, folded_heading);
  if (hit == NULL || length * 3 < strlen (folded_title))
    return FALSE;
  /* "Headline: Site", where the headline is too long to be the name of a section. */
  if (hit == folded_title && hit[length] == ':' && hit[length + 1] == ' ' && cn_words_count (folded_heading) >= 4)
    return TRUE;
  return (hit == folded_title && (hit[length] == ' ' || hit[length] == '\0')) ||
         (hit > folded_title && hit[-1] == ' ' && hit[length] == '\0');
}

/* What a title begins with is the article's, what it ends with may be the site's. @a stands below @b. */
static gboolean
is_better (const CnHtmlHeading *a,
           const CnHtmlHeading *b,
           const char    *folded_title)
{
  gboolean a_begins = g_str_has_prefix (folded_title, a->folded);
  gboolean b_begins = g_str_has_prefix (folded_title, b->folded);

  /* "Site: Headline" where both are headings: the site's comes first on the page. */
  if (a_begins != b_begins && a->level <= 6 && b->level <= 6 && a->section >= MIN_SECTION_BYTES &&
      strlen (a->folded) + strlen (b->folded) <= strlen (folded_title))
    return TRUE;
  if (a_begins != b_begins)
    return a_begins;
  if (a->level != b->level)
    return a->level < b->level;
  return strlen (a->folded) > strlen (b->folded);
}

static const CnHtmlHeading *
find_agreeing (GArray     *headings,
               guint       first_level,
               guint       last_level,
               const char *title,
               const char *site)
{
  g_autofree char *folded = title != NULL ? cn_words_fold (title, strlen (title)) : NULL;
  const CnHtmlHeading *best = NULL;
  gboolean has_headings = FALSE;

  if (folded == NULL || *folded == '\0')
    return NULL;

  for (guint i = 0; i < headings->len && !has_headings; i++)
    has_headings = g_array_index (headings, CnHtmlHeading, i).level <= 6 &&
                   g_array_index (headings, CnHtmlHeading, i).section >= MIN_SECTION_BYTES;

  for (guint i = 0; i < headings->len; i++)
    {
      const CnHtmlHeading *heading = &g_array_index (headings, CnHtmlHeading, i);

      if (heading->level < first_level || heading->level > last_level || heading->of_site ||
          cn_headline_is_kicker (heading->text, strlen (heading->text)) ||
          (is_site (heading->text, site) && !g_str_equal (heading->folded, folded)))
        continue;
      if (g_str_equal (heading->folded, folded))
        return heading;
      /* A bold line that a title ends with is the site's banner as often as a headline. */
      if (heading->level == CN_HTML_LEVEL_BOLD && has_headings && !g_str_has_prefix (folded, heading->folded))
        continue;
      if (agree (heading->folded, folded) && (best == NULL || is_better (heading, best, folded)))
        best = heading;
    }

  return best;
}

static gboolean
may_be_headline (const CnHtmlHeading *heading,
                 const char          *site)
{
  return !heading->of_site && !is_site (heading->text, site) && cn_words_find_furniture (heading->folded) == NULL &&
         !cn_headline_is_kicker (heading->text, strlen (heading->text));
}

static const CnHtmlHeading *
find_only_headline (GArray     *headings,
                    const char *site)
{
  const CnHtmlHeading *found = NULL;

  for (guint i = 0; i < headings->len; i++)
    {
      const CnHtmlHeading *heading = &g_array_index (headings, CnHtmlHeading, i);

      if (heading->level != 1 || !may_be_headline (heading, site))
        continue;
      if (found == NULL)
        found = heading;
    }

  return found;
}

static const char *
find_logo (GArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    if (g_array_index (headings, CnHtmlHeading, i).of_site)
      return g_array_index (headings, CnHtmlHeading, i).text;
  return NULL;
}

/* The tail of the title element is the site's name when the title for sharing or a heading is its head. */
static const char *
guess_site (const CnHtmlMetadata *metadata,
            GArray               *headings)
{
  const char *last = NULL;
  gsize width = 0;

  if (metadata->site_name != NULL)
    return metadata->site_name;
  if (metadata->document_title != NULL && metadata->title != NULL)
    last = find_last_separator (metadata->document_title, &width);
  if (last != NULL && g_str_has_prefix (metadata->document_title, metadata->title))
    return last + width;

  return find_logo (headings);
}

/* The first of these levels that has a fair share of the text under it: the others are of its sections or of
 * teasers. */
static const CnHtmlHeading *
find_first_of_levels (GArray     *headings,
                      guint       first_level,
                      guint       last_level,
                      const char *site)
{
  gsize most = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const CnHtmlHeading *heading = &g_array_index (headings, CnHtmlHeading, i);

      if (heading->level >= first_level && heading->level <= last_level && may_be_headline (heading, site))
        most = MAX (most, heading->section);
    }

  for (guint i = 0; i < headings->len; i++)
    {
      const CnHtmlHeading *heading = &g_array_index (headings, CnHtmlHeading, i);

      if (heading->level >= first_level && heading->level <= last_level && may_be_headline (heading, site) &&
          heading->section >= MIN_SECTION_BYTES && heading->section * 3 >= most &&
          heading->above <= MAX (MAX_BYTES_ABOVE, heading->section / 2))
        return heading;
    }

  return NULL;
}

static const CnHtmlHeading *
find_leading_headline (GArray     *headings,
                       const char *site)
{
  const CnHtmlHeading *found = find_only_headline (headings, site);

  if (found == NULL)
    found = find_first_of_levels (headings, 1, 6, site);
  if (found == NULL)
    found = find_first_of_levels (headings, CN_HTML_LEVEL_NAMED, CN_HTML_LEVEL_NAMED, site);
  if (found == NULL)
    found = find_first_of_levels (headings, CN_HTML_LEVEL_BOLD, CN_HTML_LEVEL_BOLD, site);
  return found;
}

static const CnHtmlHeading *
find_agreeing_with_any (GArray               *headings,
                        const CnHtmlMetadata *metadata,
                        const char           *shared,
                        const char           *document,
                        const char           *site)
{
  const char *titles[] = { shared, metadata->title, document, metadata->document_title };
  const CnHtmlHeading *heading = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles) && heading == NULL; i++)
    heading = find_agreeing (headings, 1, 6, titles[i], site);
  for (guint i = 0; i < G_N_ELEMENTS (titles) && heading == NULL; i++)
    heading = find_agreeing (headings, CN_HTML_LEVEL_NAMED, CN_HTML_LEVEL_BOLD, titles[i], site);
  return heading;
}

/* Some sites give all their pages one title: their own name, or a section's. */
static gboolean
is_of_many_pages (const char          *title,
                  const char          *site,
                  const CnHtmlHeading *leading)
{
  return title == NULL || *title == '\0' || is_site (title, site) || cn_headline_is_kicker (title, strlen (title)) ||
         (leading != NULL && cn_words_count (title) <= MAX_NAME_WORDS &&
          cn_words_count (leading->folded) > cn_words_count (title));
}

/* What the title element says behind or before the article's title is the site's name, the outermost part of it:
 * "Headline | News | Site". Before the title a colon sets off a topic as often as a site. */
static char *
dup_site (const CnHtmlMetadata *metadata,
          const char           *title)
{
  const char *whole = metadata->document_title;
  gsize length = title != NULL ? strlen (title) : 0;
  gsize width = 0;
  char *site = NULL;

  if (whole == NULL || length == 0 || strlen (whole) <= length)
    return NULL;

  if (g_str_has_prefix (whole, title))
    {
      const char *last = find_last_separator (whole + length, &width);

      if (last != NULL)
        site = g_strdup (last + width);
      else if (g_str_has_prefix (whole + length, ": "))
        site = g_strdup (whole + length + 2);
    }
  else if (g_str_has_suffix (whole, title))
    {
      const char *first = find_first_separator (whole, &width);

      if (first != NULL && first < whole + strlen (whole) - length)
        site = g_strndup (whole, (gsize) (first - whole));
    }

  if (site != NULL && *g_strstrip (site) == '\0')
    g_clear_pointer (&site, g_free);
  return site;
}

/**
 * cn_html_title_find:
 * @headline: (out) (nullable): the heading of the text that has the title's words
 * @site_name: (out) (transfer full) (nullable): what the title element or the logo says the site is called
 *
 * Returns: (transfer full) (nullable): the title, white space folded
 */
char *
cn_html_title_find (xmlDoc                *doc,
                    const CnHtmlMetadata  *metadata,
                    const xmlNode        **headline,
                    char                 **site_name)
{
  g_autoptr (GArray) headings = cn_html_heading_find_all (doc);
  const char *site = guess_site (metadata, headings);
  g_autofree char *shared = metadata->title != NULL ? strip_site (metadata->title, site) : NULL;
  g_autofree char *document = metadata->document_title != NULL ? strip_site (metadata->document_title, site) : NULL;
  const CnHtmlHeading *heading = find_agreeing_with_any (headings, metadata, shared, document, site);

  if (heading == NULL && (shared == NULL || is_site (shared, site)))
    heading = find_only_headline (headings, site);
  if (heading == NULL)
    {
      const CnHtmlHeading *leading = find_leading_headline (headings, site);

      if (is_of_many_pages (shared, site, leading) &&
          (is_of_many_pages (document, site, leading) || (leading != NULL && leading->level < CN_HTML_LEVEL_BOLD)))
        heading = leading;
    }

  *headline = heading != NULL ? heading->node : NULL;
  /* Only what the text or the page's own title for sharing confirms as the headline tells the rest from it. */
  *site_name = heading != NULL ? dup_site (metadata, heading->text) : dup_site (metadata, metadata->title);
  if (*site_name == NULL)
    *site_name = g_strdup (find_logo (headings));
  if (*site_name == NULL)
    *site_name = cn_html_heading_dup_banner (doc);
  if (heading != NULL)
    return g_strdup (heading->text);
  if (shared != NULL && *shared != '\0')
    return g_steal_pointer (&shared);
  if (document != NULL && *document != '\0')
    return g_steal_pointer (&document);
  return NULL;
}
