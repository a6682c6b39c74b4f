/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pure parts of the model: lists and their differences, sections, and what makes two inputs one
 * article. */

#include "config.h"

#include <string.h>

#include "cn-canonical.h"
#include "cn-entry-list.h"
#include "cn-entry-view.h"

static GArray *
new_list (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CnTimelineEntry));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return cn_entry_compare (a, b);
}

/* An ordered list of entries out of a small world, so that two of them have much in common. */
static GArray *
random_list (GRand *rand,
             double share)
{
  GArray *list = new_list ();

  for (gint64 id = 1; id <= 200; id++)
    {
      CnTimelineEntry entry = { id, id % 7 * 1000 + (g_rand_int_range (rand, 0, 20) == 0 ? 1 : 0) };

      if (g_rand_double (rand) < share)
        g_array_append_val (list, entry);
    }
  g_array_sort (list, compare);
  return list;
}

static void
assert_lists_equal (const GArray *a,
                    const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  if (a->len > 0)
    g_assert_cmpmem (a->data, a->len * sizeof (CnTimelineEntry), b->data, b->len * sizeof (CnTimelineEntry));
}

static guint
count_runs (const GArray *before,
            const GArray *after)
{
  guint i = 0;
  guint j = 0;
  guint n = 0;
  gboolean in_run = FALSE;

  while (i < before->len || j < after->len)
    {
      int order = i == before->len ? 1 : j == after->len ? -1
                  : cn_entry_compare (&g_array_index (before, CnTimelineEntry, i),
                                      &g_array_index (after, CnTimelineEntry, j));

      n += order != 0 && !in_run ? 1 : 0;
      in_run = order != 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
  return n;
}

static void
test_diff (void)
{
  for (guint seed = 0; seed < 2000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GArray) before = random_list (rand, g_rand_double (rand));
      g_autoptr(GArray) after = random_list (rand, g_rand_double (rand));
      g_autoptr(GArray) edits = cn_entry_list_diff (before, after);
      g_autoptr(GArray) replayed = new_list ();
      guint n_runs = count_runs (before, after);

      g_array_append_vals (replayed, before->data, before->len);
      for (guint i = 0; i < edits->len; i++)
        {
          const CnEntryEdit *edit = &g_array_index (edits, CnEntryEdit, i);

          if (edit->n_removed > 0)
            g_array_remove_range (replayed, edit->new_position, edit->n_removed);
          if (edit->n_added > 0)
            g_array_insert_vals (replayed, edit->new_position,
                                 &g_array_index (after, CnTimelineEntry, edit->new_position), edit->n_added);
        }
      assert_lists_equal (replayed, after);
      g_assert_cmpuint (edits->len, ==, n_runs > CN_ENTRY_MAX_EDITS ? 1 : n_runs);
    }
}

/* Every second entry goes: too many runs to be worth telling one by one, so one run tells all between the ends. */
static void
test_diff_of_many_runs (void)
{
  g_autoptr(GArray) before = new_list ();
  g_autoptr(GArray) after = new_list ();
  g_autoptr(GArray) edits = NULL;
  const CnEntryEdit *edit;

  for (gint64 id = 1; id <= 4 * CN_ENTRY_MAX_EDITS; id++)
    {
      CnTimelineEntry entry = { id, 1000 };

      g_array_append_val (before, entry);
      if (id % 2 == 0 || id < 100 || id > 4 * CN_ENTRY_MAX_EDITS - 100)
        g_array_append_val (after, entry);
    }
  g_array_sort (before, compare);
  g_array_sort (after, compare);
  edits = cn_entry_list_diff (before, after);
  g_assert_cmpuint (edits->len, ==, 1);
  edit = &g_array_index (edits, CnEntryEdit, 0);
  g_assert_cmpuint (edit->old_position, >=, 99);
  g_assert_cmpuint (edit->new_position, ==, edit->old_position);
  g_assert_cmpuint (edit->n_removed - edit->n_added, ==, before->len - after->len);
  g_assert_cmpuint (edit->old_position + edit->n_removed, <=, before->len - 99);
}

/* Nothing in common, and the one a part of the other. */
static void
test_diff_at_the_ends (void)
{
  g_autoptr(GArray) odd = new_list ();
  g_autoptr(GArray) even = new_list ();
  g_autoptr(GArray) edits = NULL;

  for (gint64 id = 1; id <= 4 * CN_ENTRY_MAX_EDITS; id++)
    {
      CnTimelineEntry entry = { id, 1000 };

      g_array_append_val (id % 2 == 0 ? even : odd, entry);
    }
  g_array_sort (odd, compare);
  g_array_sort (even, compare);
  edits = cn_entry_list_diff (odd, even);
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_cmpuint (g_array_index (edits, CnEntryEdit, 0).n_removed, ==, odd->len);
  g_assert_cmpuint (g_array_index (edits, CnEntryEdit, 0).n_added, ==, even->len);
}

static void
test_patch (void)
{
  for (guint seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GArray) before = random_list (rand, 0.5);
      g_autoptr(GArray) patches = g_array_new (FALSE, FALSE, sizeof (CnEntryPatch));
      g_autoptr(GArray) expected = new_list ();
      g_autoptr(GArray) result = NULL;
      CnEntryPatch by_id[201] = { { 0 } };

      for (gint64 id = 1; id <= 200; id++)
        {
          CnEntryPatch patch = { .id = id, .sort_key = g_rand_int_range (rand, 0, 9) * 700 };

          if (g_rand_int_range (rand, 0, 4) != 0)
            continue;
          patch.is_in = g_rand_boolean (rand);
          patch.keeps_place = g_rand_boolean (rand);
          g_array_append_val (patches, patch);
          by_id[id] = patch;
          if (patch.is_in)
            g_array_append_vals (expected, &((CnTimelineEntry) { id, patch.sort_key }), 1);
        }
      for (guint i = 0; i < before->len; i++)
        {
          CnTimelineEntry entry = g_array_index (before, CnTimelineEntry, i);
          const CnEntryPatch *patch = &by_id[entry.id];

          if (patch->id == 0)
            g_array_append_val (expected, entry);
          else if (!patch->is_in && patch->keeps_place)
            g_array_append_vals (expected, &((CnTimelineEntry) { entry.id, patch->sort_key }), 1);
        }
      g_array_sort (expected, compare);
      result = cn_entry_list_patch (before, patches);
      assert_lists_equal (result, expected);
    }
}

static void
test_merge (void)
{
  for (guint seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GArray) existing = random_list (rand, 0.8);
      g_autoptr(GArray) before = random_list (rand, 0.5);
      g_autoptr(GArray) after = new_list ();
      g_autoptr(GArray) expected = new_list ();
      g_autoptr(GArray) merged = NULL;

      for (guint i = 0; i < existing->len; i++)
        {
          CnTimelineEntry entry = g_array_index (existing, CnTimelineEntry, i);
          gboolean is_in = g_rand_boolean (rand);
          gboolean was_in = FALSE;

          for (guint k = 0; k < before->len; k++)
            was_in = was_in || cn_entry_compare (&entry, &g_array_index (before, CnTimelineEntry, k)) == 0;
          if (is_in)
            g_array_append_val (after, entry);
          if (is_in || was_in)
            g_array_append_val (expected, entry);
        }
      merged = cn_entry_list_merge_kept (before, after, existing);
      assert_lists_equal (merged, expected);
    }
}

static void
test_view (void)
{
  CnEntryView view;
  g_autoptr(GArray) list = new_list ();
  GArray *before;

  for (gint64 id = 100; id > 0; id--)
    g_array_append_vals (list, &((CnTimelineEntry) { id, id / 10 * CN_DATE_KEYS_PER_SECTION }), 1);

  cn_entry_view_init (&view);
  cn_entry_view_begin (&view, list);
  g_assert_cmpuint (cn_entry_view_get_length (&view), ==, 0);
  view.n_head = 30;
  g_assert_cmpuint (cn_entry_view_get_length (&view), ==, 30);
  before = cn_entry_view_finish (&view);
  g_array_unref (before);
  for (guint position = 0; position < 100; position++)
    {
      guint start;
      guint end;
      gint64 id = 100 - (gint64) position;

      cn_entry_view_get_section (&view, position, &start, &end);
      g_assert_cmpuint (start, ==, id == 100 ? 0 : 100 - (guint) (id / 10 * 10 + 9));
      g_assert_cmpuint (end, ==, id < 10 ? 100 : 101 - (guint) (id / 10 * 10));
      g_assert_cmpuint (cn_entry_view_find_id (&view, id), ==, position);
      g_assert_cmpuint (cn_entry_view_find_entry (&view, id / 10 * CN_DATE_KEYS_PER_SECTION, id), ==, position);
    }
  g_assert_cmpuint (cn_entry_view_find_id (&view, 500), ==, G_MAXUINT);
  g_assert_cmpuint (cn_entry_view_find_entry (&view, 5, 500), ==, G_MAXUINT);
  cn_entry_view_clear (&view);
}

static const struct
{
  const char *address;
  const char *canonical;
} address_rows[] = {
  { "https://example.org/a", "https://example.org/a" },
  { "HTTPS://Example.ORG/a", "https://example.org/a" },
  { "https://example.org.:443/a", "https://example.org/a" },
  { "http://example.org:80", "http://example.org/" },
  { "http://example.org:8080/a", "http://example.org:8080/a" },
  { "https://example.org/a#part", "https://example.org/a" },
  { "https://example.org/a?utm_source=x&id=7&fbclid=abc", "https://example.org/a?id=7" },
  { "https://example.org/a?utm_source=x", "https://example.org/a" },
  { "https://example.org/a?UTM_Campaign=x&&b", "https://example.org/a?b" },
  { "https://example.org/a?b=1&a=2", "https://example.org/a?b=1&a=2" },
  { "https://example.org/%7euser/%c3%b6", "https://example.org/~user/%C3%B6" },
  { "https://example.org/a%2fb", "https://example.org/a%2Fb" },
  { "https://example.org/%61%2D%2E%5F%31", "https://example.org/a-._1" },
  { "https://example.org/100%", NULL },
  { "https://example.org/a?q=100%", NULL },
  { "https://example.org/a?q=%4", NULL },
  { "https://example.org/caf%c3%a9?q=%2f%7E#%c3", "https://example.org/caf%C3%A9?q=%2F~" },
  { "https://example.org/a?q=%7e&r=%c3%b6", "https://example.org/a?q=~&r=%C3%B6" },
  { "https:///a", NULL },
  { "https://user:secret@example.org/a", "https://example.org/a" },
  { "ftp://example.org/a", NULL },
  { "file:///a", NULL },
  { "mailto:office@example.org", NULL },
  { "nonsense", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_address (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *canonical = cn_canonical_address (address_rows[row].address);
  g_autofree char *again = cn_canonical_address (canonical);

  g_assert_cmpstr (canonical, ==, address_rows[row].canonical);
  g_assert_cmpstr (again, ==, canonical);
}

typedef struct
{
  CnBlockKind kind;
  CnFurniture furniture;
  const char *text;
} TestBlock;

static GBytes *
hash_of (const char      *title,
         CnDate           published,
         const TestBlock *blocks,
         guint            n_blocks)
{
  g_autoptr(CnDocument) document = cn_document_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      CnBlock block = { .kind = blocks[i].kind, .furniture = blocks[i].furniture };

      if (i > 0)
        g_string_append_c (text, '\n');
      block.start = text->len;
      g_string_append (text, blocks[i].text);
      block.end = text->len;
      g_array_append_val (document->blocks, block);
    }
  document->title = g_strdup (title);
  document->published = published;
  g_free (document->text);
  document->text_length = text->len;
  document->text = g_string_free_and_steal (g_steal_pointer (&text));
  return cn_canonical_text_hash (document);
}

#define LONG_TEXT \
  "The city council has decided to rebuild the old tram line along the river, which was closed forty years ago, and " \
  "to plant trees on both sides of it. Work begins in spring and will take two years, the office for streets says."

static void
test_hash_of_text (void)
{
  const TestBlock plain[] = { { CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, LONG_TEXT } };
  const TestBlock framed[] = {
    { CN_BLOCK_PARAGRAPH, CN_FURNITURE_NAVIGATION, "Home  News  About" },
    { CN_BLOCK_TITLE, CN_FURNITURE_NONE, "A tram returns" },
    { CN_BLOCK_DATE_LINE, CN_FURNITURE_NONE, "4 June 2021" },
    { CN_BLOCK_BYLINE, CN_FURNITURE_NONE, "By the editors" },
    { CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, LONG_TEXT },
    { CN_BLOCK_PARAGRAPH, CN_FURNITURE_COMMENTS, "Leave a reply" },
  };
  const TestBlock spaced[] = { { CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, "  " LONG_TEXT "\xc2\xa0 " } };
  const TestBlock other[] = { { CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, LONG_TEXT " More." } };
  g_autoptr(GBytes) a = hash_of (NULL, CN_DATE_NONE, plain, 1);
  g_autoptr(GBytes) b = hash_of ("A tram returns", cn_date_new_year (2021), framed, 6);
  g_autoptr(GBytes) c = hash_of (NULL, CN_DATE_NONE, spaced, 1);
  g_autoptr(GBytes) d = hash_of (NULL, CN_DATE_NONE, other, 1);

  g_assert_cmpuint (g_bytes_get_size (a), ==, 32);
  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (g_bytes_equal (a, c));
  g_assert_false (g_bytes_equal (a, d));
}

static void
test_hash_of_little_text (void)
{
  const TestBlock notice[] = { { CN_BLOCK_PARAGRAPH, CN_FURNITURE_NONE, "Read more on our page." } };
  g_autoptr(GBytes) a = hash_of ("A tram returns", cn_date_new_year (2021), notice, 1);
  g_autoptr(GBytes) b = hash_of ("A bridge opens", cn_date_new_year (2021), notice, 1);
  g_autoptr(GBytes) c = hash_of ("A tram returns", cn_date_new_year (2022), notice, 1);
  g_autoptr(GBytes) d = hash_of ("A Tram  returns", cn_date_new_year (2021), notice, 1);
  g_autoptr(GBytes) e = hash_of (NULL, cn_date_new_year (2021), notice, 1);

  g_assert_false (g_bytes_equal (a, b));
  g_assert_false (g_bytes_equal (a, c));
  g_assert_true (g_bytes_equal (a, d));
  g_assert_false (g_bytes_equal (a, e));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/list/a-difference-has-the-fewest-runs-and-replays", test_diff);
  g_test_add_func ("/model/list/many-runs-are-told-as-one", test_diff_of_many_runs);
  g_test_add_func ("/model/list/lists-with-nothing-in-common-are-one-run", test_diff_at_the_ends);
  g_test_add_func ("/model/list/a-patch-puts-each-article-in-its-place", test_patch);
  g_test_add_func ("/model/list/what-lost-its-mark-is-kept-while-it-exists", test_merge);
  g_test_add_func ("/model/list/a-view-has-sections-and-finds-its-entries", test_view);
  for (guint i = 0; i < G_N_ELEMENTS (address_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/canonical/address-%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_address);
    }
  g_test_add_func ("/model/canonical/the-same-text-in-another-frame-is-the-same", test_hash_of_text);
  g_test_add_func ("/model/canonical/little-text-needs-its-headline-and-date", test_hash_of_little_text);

  return g_test_run ();
}
