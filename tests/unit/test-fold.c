/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding, in whatever locale: the program runs a second time under tr_TR. */

#include "config.h"

#include "cn-fold.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Row;

static const Row rows[] = {
  { "ascii", "Istanbul City 2021", "istanbul city 2021" },
  { "turkish-dotted-capital", "İstanbul", "istanbul" },
  { "turkish-capital-without-dot", "ISTANBUL", "istanbul" },
  { "turkish-dotless", "Fırat", "firat" },
  { "turkish-all", "ÇĞİÖŞÜ çğıöşü", "cgiosu cgiosu" },
  { "circumflex", "Kâğıthane", "kagithane" },
  { "french", "Œuvre à Montréal", "oeuvre a montreal" },
  { "german", "Straße, GROẞ", "strasse, gross" },
  { "umlaut-loses-its-dots", "Malmö, Köln", "malmo, koln" },
  { "danish", "Østerbro, Ærø, Århus", "osterbro, aero, arhus" },
  { "polish", "Łódź", "lodz" },
  { "croatian", "Đakovo, Čair", "dakovo, cair" },
  { "icelandic", "Þórr, ðð", "thorr, dd" },
  { "maltese", "Ħamrun", "hamrun" },
  { "romanian", "Timișoara, București", "timisoara, bucuresti" },
  { "vietnamese", "Hà Nội", "ha noi" },
  { "greek-accents", "Αθήνα ΑΘΗΝΑ", "αθηνα αθηνα" },
  { "greek-final-sigma", "Πειραιάς ΠΕΙΡΑΙΑΣ", "πειραιασ πειραιασ" },
  { "greek-diaeresis", "Μαΐου", "μαιου" },
  { "polytonic", "Ἀθῆναι", "αθηναι" },
  { "cyrillic", "Київ МОСКВА Ёлка", "киів москва елка" },
  { "decomposed-is-composed", "Yaounde\314\201", "yaounde" },
  { "no-break-space", "Izmir\302\240said", "izmir said" },
  { "other-spaces", "a\342\200\257b\343\200\200c\td\ne", "a b c d e" },
  { "runs-of-blanks-are-kept", "a  b", "a  b" },
  { "apostrophes", "l’an l‘an lʼan l´an l`an", "l'an l'an l'an l'an l'an" },
  { "quotation-marks", "“a” „b‟ «c»", "\"a\" \"b\" \"c\"" },
  { "hyphens", "a‐b‑c–d—e−f", "a-b-c-d-e-f" },
  { "ellipsis", "a…", "a..." },
  { "soft-hyphen-and-zero-width", "Is\302\255tan\342\200\213bul\357\273\277", "istanbul" },
  { "ligatures", "ﬁn ﬂat oﬃce", "fin flat office" },
  { "full-width", "ＡＢＣ１２３", "abc123" },
  { "ordinals", "1º 2ª", "1o 2a" },
  { "hangul-stays", "서울", "서울" },
  { "han-stays", "東京", "東京" },
  { "devanagari-keeps-its-vowels", "दिल्ली", "दिल्ली" },
  { "arabic-stays", "تونس", "تونس" },
  { "control-characters", "a\001b\177c", "a b c" },
  { "empty", "", "" },
  { "bytes-that-are-no-text", "a\377b\303", "a\357\277\275b\357\277\275" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folded = cn_fold (row->text, -1);
  g_autofree char *again = cn_fold (folded, -1);
  char buffer[128];
  gsize length = cn_fold_to_buffer (row->text, strlen (row->text), buffer, sizeof buffer);

  g_assert_cmpstr (folded, ==, row->expected);
  g_assert_cmpstr (again, ==, row->expected);
  g_assert_cmpmem (buffer, length, row->expected, strlen (row->expected));
  g_assert_true (cn_fold_equal (row->text, row->expected));
  g_assert_true (cn_fold_equal (row->expected, row->text));
}

/* For every character there is: folding twice is folding once, the bound holds, buffer and string agree. */
static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[8] = { 0 };
      char buffer[64];
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;
      gsize length;

      if (c >= 0xd800 && c <= 0xdfff)
        continue;

      g_unichar_to_utf8 (c, text);
      folded = cn_fold (text, -1);
      again = cn_fold (folded, -1);
      length = cn_fold_to_buffer (text, strlen (text), buffer, sizeof buffer);

      if (g_strcmp0 (folded, again) != 0 || strlen (folded) > CN_FOLD_MAX_PER_CHAR ||
          !g_utf8_validate (folded, -1, NULL) || length != strlen (folded) || memcmp (buffer, folded, length) != 0)
        g_error ("U+%04X folds to \"%s\" and that to \"%s\"", c, folded, again);
    }
}

/* Both cases of every letter of Latin, Greek and Cyrillic fold to the same. */
static void
test_both_cases (void)
{
  for (gunichar c = 'A'; c < 0x530; c++)
    {
      char lower[8] = { 0 }, upper[8] = { 0 };

      /* ĸ is not the capital of anything that folds to it; ŉ decomposes only for compatibility. */
      if (!g_unichar_isupper (c) || g_unichar_toupper (g_unichar_tolower (c)) != c)
        continue;

      g_unichar_to_utf8 (c, upper);
      g_unichar_to_utf8 (g_unichar_tolower (c), lower);
      if (!cn_fold_equal (upper, lower))
        g_error ("U+%04X does not fold as its small letter", c);
    }
}

static void
test_map_leads_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *text = rows[i].text;
      g_autofree guint32 *map = NULL;
      gsize length;
      g_autofree char *folded = cn_fold_with_map (text, -1, &length, &map);

      g_assert_cmpstr (folded, ==, rows[i].expected);
      g_assert_cmpuint (length, ==, strlen (folded));
      g_assert_cmpuint (map[length], ==, strlen (text));

      for (gsize k = 0; k < length; k++)
        {
          g_assert_cmpuint (map[k], <=, map[k + 1]);
          g_assert_cmpuint (map[k], <, strlen (text));
        }
    }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *sought; /* folded */
  const char *quoted;
} Search;

static const Search searches[] = {
  { "plain", "Mayor of Izmir said", "izmir", "Izmir" },
  { "no-break-space-stays-in-the-quotation", "Mayor of Izmir\302\240said", "izmir said", "Izmir\302\240said" },
  { "turkish", "belediyesi İZMİR'de", "izmir", "İZMİR" },
  { "first-half-of-a-letter-takes-it-whole", "die Straße", "stras", "Straß" },
  { "second-half-of-a-letter-takes-it-whole", "die Straße", "se", "ße" },
  { "combining-mark-behind-belongs-to-it", "Yaounde\314\201 II", "yaounde", "Yaounde\314\201" },
  { "soft-hyphen-inside", "Is\302\255tanbul", "istanbul", "Is\302\255tanbul" },
  { "at-the-end", "in Malmö", "malmo", "Malmö" },
  { "whole", "ÆØÅ", "aeoa", "ÆØÅ" },
};

static void
test_search (gconstpointer data)
{
  const Search *search = data;
  g_autofree guint32 *map = NULL;
  gsize length, start, end;
  g_autofree char *folded = cn_fold_with_map (search->text, -1, &length, &map);
  const char *found = strstr (folded, search->sought);

  g_assert_nonnull (found);
  start = (gsize) (found - folded);
  end = start + strlen (search->sought);
  cn_fold_map_range (map, length, &start, &end);
  g_assert_cmpmem (search->text + start, end - start, search->quoted, strlen (search->quoted));
}

static void
test_empty_range_stays_empty (void)
{
  g_autofree guint32 *map = NULL;
  gsize length, start = 2, end = 2;
  g_autofree char *folded = cn_fold_with_map ("aßb", -1, &length, &map);

  g_assert_cmpstr (folded, ==, "assb");
  cn_fold_map_range (map, length, &start, &end);
  g_assert_cmpuint (start, ==, end);
}

static void
test_equal_tells_apart (void)
{
  g_assert_true (cn_fold_equal ("", ""));
  g_assert_true (cn_fold_equal ("ß", "SS"));
  g_assert_true (cn_fold_equal ("\302\255", ""));
  g_assert_true (cn_fold_equal ("a\302\255", "a"));
  g_assert_false (cn_fold_equal ("ß", "s"));
  g_assert_false (cn_fold_equal ("s", "ß"));
  g_assert_false (cn_fold_equal ("Cair", "Cairo"));
  g_assert_false (cn_fold_equal ("Cairo", "Cair"));
  g_assert_false (cn_fold_equal ("", "a"));
  g_assert_false (cn_fold_equal ("Izmir", "Izmit"));
}

static void
test_length_is_the_callers (void)
{
  g_autofree char *part = cn_fold ("İzmir Summit", 6);
  g_autofree char *cut = cn_fold ("İzmir", 1);
  g_autofree char *with_nul = cn_fold ("A\0B", 3);
  char buffer[CN_FOLD_MAX_PER_CHAR + 1];

  g_assert_cmpstr (part, ==, "izmir");
  g_assert_cmpstr (cut, ==, "\357\277\275");
  g_assert_cmpstr (with_nul, ==, "a b");

  /* What might not fit is not begun. */
  g_assert_cmpuint (cn_fold_to_buffer ("abcdefghijklmnopqrstuvwxyz", 26, buffer, sizeof buffer), ==, 0);
  g_assert_cmpuint (cn_fold_to_buffer ("éé", 4, buffer, sizeof buffer), ==, 2);
}

/* Characters that grow make the output grow. */
static void
test_long_text_that_grows (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint32 *map = NULL;
  g_autofree char *folded = NULL;
  gsize length;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "\360\235\205\240"); /* U+1D160, three characters of four bytes each */

  folded = cn_fold_with_map (text->str, (gssize) text->len, &length, &map);
  g_assert_cmpuint (length, ==, 20000 * 12);
  g_assert_cmpuint (map[length - 1], ==, text->len - 4);
}

int
main (int    argc,
      char **argv)
{
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_print ("1..0 # SKIP this machine has no locale %s\n", g_getenv ("LC_ALL"));
      return EXIT_SUCCESS;
    }

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/unit/fold/text/", rows[i].name, NULL);

      g_test_add_data_func (name, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *name = g_strconcat ("/unit/fold/search/", searches[i].name, NULL);

      g_test_add_data_func (name, &searches[i], test_search);
    }

  g_test_add_func ("/unit/fold/every-character-folds-once-and-for-all", test_every_character);
  g_test_add_func ("/unit/fold/both-cases-of-a-letter-are-equal", test_both_cases);
  g_test_add_func ("/unit/fold/map-leads-back", test_map_leads_back);
  g_test_add_func ("/unit/fold/empty-range-stays-empty", test_empty_range_stays_empty);
  g_test_add_func ("/unit/fold/equal-tells-apart", test_equal_tells_apart);
  g_test_add_func ("/unit/fold/length-is-the-caller-s", test_length_is_the_callers);
  g_test_add_func ("/unit/fold/long-text-that-grows", test_long_text_that_grows);

  return g_test_run ();
}
