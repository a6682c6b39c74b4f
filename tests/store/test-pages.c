/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages read without SQLite, byte by byte: what a row is, what is none, and which frames of a log count. The format is
 * that of sqlite.org/fileformat2.html; whole stores are tests/faults/test-recover.c's. */

#include "config.h"

#include "cn-row-scanner.h"
#include "store-fixture.h"

#include <string.h>

#define PAGE_SIZE 4096
#define N_PAGES   3

/* The page that a test's cell is put on, and a place on it. */
#define LEAF 2
#define CELL 2000

typedef struct
{
  StoreFixture base;
  guint8       pages[N_PAGES][PAGE_SIZE]; /* number 1 is the first */
  GByteArray  *log;
  guint32      sums[2];
} PagesFixture;

static void
set_up (PagesFixture  *self,
        gconstpointer  data)
{
  store_fixture_init (&self->base);
  memset (self->pages, 0, sizeof self->pages);
  self->log = g_byte_array_new ();
}

static void
tear_down (PagesFixture  *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->log, g_byte_array_unref);
  store_fixture_clear (&self->base);
}

static void
put_number (guint8 *place,
            gsize   size,
            guint32 value)
{
  for (gsize i = 0; i < size; i++)
    place[i] = (guint8) (value >> (8 * (size - 1 - i)));
}

/* Bytes as hexadecimal digits; what does not fit on the page is left out. */
static void
put_hex (guint8     *page,
         gsize       offset,
         const char *hex)
{
  for (; *hex != '\0' && offset < PAGE_SIZE; hex++)
    if (*hex != ' ')
      {
        page[offset++] = (guint8) (g_ascii_xdigit_value (hex[0]) << 4 | g_ascii_xdigit_value (hex[1]));
        hex++;
      }
}

/* A page with cells at these places. */
static void
put_leaf (guint8      *page,
          const guint *cells,
          guint        n_cells)
{
  page[0] = 0x0d;
  put_number (page + 3, 2, n_cells);
  for (guint i = 0; i < n_cells; i++)
    put_number (page + 8 + 2 * i, 2, cells[i]);
}

static CnPageFile *
open_pages (PagesFixture *self)
{
  g_autofree char *log = g_strconcat (self->base.path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  CnPageFile *file;

  g_assert_true (g_file_set_contents (self->base.path, (char *) self->pages, sizeof self->pages, NULL));
  if (self->log->len > 0)
    g_assert_true (g_file_set_contents (log, (char *) self->log->data, self->log->len, NULL));
  file = cn_page_file_open (self->base.path, &error);
  g_assert_no_error (error);
  return file;
}

static void
describe_value (GString            *words,
                const CnFoundValue *value)
{
  switch (value->kind)
    {
    case CN_FOUND_NULL:
      g_string_append (words, " null");
      return;
    case CN_FOUND_INTEGER:
      g_string_append_printf (words, " %" G_GINT64_FORMAT, value->integer);
      return;
    case CN_FOUND_REAL:
      g_string_append_printf (words, " %.3f", value->real);
      return;
    case CN_FOUND_TEXT:
      g_string_append_printf (words, " '%.*s'", (int) value->size, (const char *) value->bytes);
      return;
    case CN_FOUND_BLOB:
      g_string_append_printf (words, " %u bytes", (guint) value->size);
      return;
    }
}

static gboolean
describe_row (const CnFoundRow *row,
              gpointer          data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT ":", row->id);
  for (guint i = 0; i < row->n_values; i++)
    describe_value (data, &row->values[i]);
  g_string_append (data, ";");
  return TRUE;
}

static char *
describe_rows (PagesFixture *self)
{
  g_autoptr (CnPageFile) file = open_pages (self);
  GString *words = g_string_new (NULL);

  cn_row_scanner_run (file, describe_row, words);
  return g_string_free_and_steal (words);
}

typedef struct
{
  const char *name;
  const char *cell; /* size of the payload, row id, size of the record's header, types, values */
  const char *expected;
  guint       place;
} CellRow;

static const CellRow cell_rows[] = {
  { "a-row", "05 07 03 01 0f 05 61", "7: 5 'a';" },
  { "row-id-of-nine-bytes", "05 ffffffffffffffffff 03 01 0f 05 61", "-1: 5 'a';" },
  { "integers", "19 01 09 00 01 02 03 04 05 08 09 fe ff00 800000 7fffffff ffffffffff00",
    "1: null -2 -256 -8388608 2147483647 -256 0 1;" },
  { "integer-of-eight-bytes", "0a 01 02 06 8000000000000000", "1: -9223372036854775808;" },
  { "real", "0a 01 02 07 3ff8000000000000", "1: 1.500;" },
  { "blob", "05 01 02 12 010203", "1: 3 bytes;" },
  { "thirty-two-columns", "21 01 21 0000000000000000000000000000000000000000000000000000000000000000",
    "1: null null null null null null null null null null null null null null null null null null null null null null"
    " null null null null null null null null null null;" },

  { "thirty-three-columns", "22 01 22 000000000000000000000000000000000000000000000000000000000000000000", "" },
  { "no-payload", "00 07 03 01 0f 05 61", "" },
  { "payload-beyond-any-limit", "8180808001 07 03 01 0f 05 61", "" },
  { "payload-greater-than-the-file", "818001 07 03 01 0f 05 61", "" },
  { "payload-beyond-the-page", "32 07 03 01 0f 05 61", "", PAGE_SIZE - 10 },
  { "size-cut-off", "81", "", PAGE_SIZE - 1 },
  { "row-id-cut-off", "05 81", "", PAGE_SIZE - 2 },
  { "header-cut-off", "01 07 81", "" },
  { "header-greater-than-the-record", "05 07 06 01 0f 05 61", "" },
  { "header-of-nothing", "05 07 00 01 0f 05 61", "" },
  { "type-cut-off", "02 07 02 81", "" },
  { "type-ten", "03 07 02 0a 00", "" },
  { "type-eleven", "03 07 02 0b 00", "" },
  { "type-beyond-any-limit", "06 07 06 82 80 80 80 0c", "" },
  { "value-beyond-the-record", "05 07 03 01 11 05 61", "" },
  { "value-short-of-the-record", "06 07 03 01 0f 05 61 62", "" },
  /* Its first byte, the size, is the second one of the page's pointer to it. */
  { "cell-in-the-header", "09 07 02 1b 61626364656667", "", 9 },
  { "cell-beyond-the-page", "", "", PAGE_SIZE },
};

static void
test_cell (PagesFixture  *self,
           gconstpointer  data)
{
  const CellRow *row = data;
  guint place = row->place != 0 ? row->place : CELL;
  g_autofree char *actual = NULL;

  put_hex (self->pages[LEAF - 1], place, row->cell);
  put_leaf (self->pages[LEAF - 1], &place, 1);
  actual = describe_rows (self);
  g_assert_cmpstr (actual, ==, row->expected);
}

static void
test_broken_cell_hides_no_other (PagesFixture  *self,
                                 gconstpointer  data)
{
  static const guint cells[] = { 1000, 2000, 3000 };
  g_autofree char *actual = NULL;

  put_leaf (self->pages[LEAF - 1], cells, 3);
  put_hex (self->pages[LEAF - 1], 1000, "03 01 02 01 05");
  put_hex (self->pages[LEAF - 1], 2000, "03 02 02 0a 05");
  put_hex (self->pages[LEAF - 1], 3000, "03 03 02 01 06");
  actual = describe_rows (self);
  g_assert_cmpstr (actual, ==, "1: 5;3: 6;");
}

static void
test_more_cells_than_a_page_has_room_for_are_none (PagesFixture  *self,
                                                   gconstpointer  data)
{
  static const guint cell = CELL;
  g_autofree char *actual = NULL;

  put_leaf (self->pages[LEAF - 1], &cell, 1);
  put_hex (self->pages[LEAF - 1], CELL, "03 01 02 01 05");
  put_number (self->pages[LEAF - 1] + 3, 2, 2045);
  actual = describe_rows (self);
  g_assert_cmpstr (actual, ==, "");
}

static gboolean
count_and_stop (const CnFoundRow *row,
                gpointer          data)
{
  *(guint *) data += 1;
  return FALSE;
}

static void
test_stops_when_told (PagesFixture  *self,
                      gconstpointer  data)
{
  static const guint cells[] = { 1000, 2000 };
  g_autoptr (CnPageFile) file = NULL;
  guint n = 0;

  for (guint number = 2; number <= 3; number++)
    {
      put_leaf (self->pages[number - 1], cells, 2);
      put_hex (self->pages[number - 1], 1000, "03 01 02 01 05");
      put_hex (self->pages[number - 1], 2000, "03 02 02 01 05");
    }
  file = open_pages (self);
  cn_row_scanner_run (file, count_and_stop, &n);
  g_assert_cmpuint (n, ==, 1);
}

/* A row of 5000 bytes: one integer, and a blob that goes on on page 3. */
static void
put_long_row (PagesFixture *self)
{
  static const guint cell = 100;
  const gsize local = 908; /* of 5000 bytes, what stands in the cell; see the format's "Cell Format" */

  put_leaf (self->pages[LEAF - 1], &cell, 1);
  put_hex (self->pages[LEAF - 1], 100, "a708 07 04 01 ce12 05");
  put_number (self->pages[LEAF - 1] + 103 + local, 4, 3);
}

static void
test_long_row_goes_on_on_another_page (PagesFixture  *self,
                                       gconstpointer  data)
{
  g_autofree char *actual = NULL;

  put_long_row (self);
  actual = describe_rows (self);
  g_assert_cmpstr (actual, ==, "7: 5 4995 bytes;");
}

/* What a free page holds belongs to nobody: the row keeps what stands on its own page. */
static void
test_long_row_does_not_go_on_on_a_free_page (PagesFixture  *self,
                                             gconstpointer  data)
{
  g_autofree char *actual = NULL;

  put_long_row (self);
  memcpy (self->pages[0], "SQLite format 3", 16);
  put_number (self->pages[0] + 32, 4, 3);
  actual = describe_rows (self);
  g_assert_cmpstr (actual, ==, "7: 5 null;");
}

static void
test_rows_of_free_pages_are_none (PagesFixture  *self,
                                  gconstpointer  data)
{
  static const guint cell = CELL;
  g_autofree char *free = NULL;
  g_autofree char *damaged = NULL;

  /* Page 3 is the list, page 2 is on it. */
  memcpy (self->pages[0], "SQLite format 3", 16);
  put_number (self->pages[0] + 32, 4, 3);
  put_number (self->pages[2] + 4, 4, 1);
  put_number (self->pages[2] + 8, 4, 2);
  put_leaf (self->pages[LEAF - 1], &cell, 1);
  put_hex (self->pages[LEAF - 1], CELL, "03 01 02 01 05");
  free = describe_rows (self);
  g_assert_cmpstr (free, ==, "");

  /* A list with more pages than one has room for is no list. */
  put_number (self->pages[2] + 4, 4, 5000);
  damaged = describe_rows (self);
  g_assert_cmpstr (damaged, ==, "1: 5;");
}

static void
test_list_of_free_pages_may_go_round (PagesFixture  *self,
                                      gconstpointer  data)
{
  g_autofree char *actual = NULL;

  memcpy (self->pages[0], "SQLite format 3", 16);
  put_number (self->pages[0] + 32, 4, 3);
  put_number (self->pages[2], 4, 2);
  put_number (self->pages[1], 4, 3);
  actual = describe_rows (self);
  g_assert_cmpstr (actual, ==, "");
}

static void
test_empty_file_has_no_rows (PagesFixture  *self,
                             gconstpointer  data)
{
  g_autoptr (CnPageFile) file = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (self->base.path, "", 0, NULL));
  file = cn_page_file_open (self->base.path, NULL);
  g_assert_cmpuint (cn_page_file_get_n_pages (file), ==, 0);
  cn_row_scanner_run (file, count_and_stop, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_file_that_is_not_there_is_an_error (PagesFixture  *self,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cn_page_file_open (self->base.path, &error));
  g_assert_error (error, CN_STORE_ERROR, CN_STORE_ERROR_FAILED);
}

/* A log */

static void
add_to_sums (PagesFixture *self,
             const guint8 *bytes,
             gsize         size,
             gboolean      is_big_endian)
{
  for (gsize i = 0; i < size; i += 8)
    {
      guint32 first, second;

      memcpy (&first, bytes + i, 4);
      memcpy (&second, bytes + i + 4, 4);
      self->sums[0] += (is_big_endian ? GUINT32_FROM_BE (first) : GUINT32_FROM_LE (first)) + self->sums[1];
      self->sums[1] += (is_big_endian ? GUINT32_FROM_BE (second) : GUINT32_FROM_LE (second)) + self->sums[0];
    }
}

/* A header, then a frame for page 2 and one, with which it is committed, for page 3; both of letters. */
static void
make_log (PagesFixture *self,
          gboolean      is_big_endian)
{
  guint8 header[32] = { 0, };

  put_number (header, 4, is_big_endian ? 0x377f0683 : 0x377f0682);
  put_number (header + 4, 4, 3007000);
  put_number (header + 8, 4, PAGE_SIZE);
  put_number (header + 16, 4, 11);
  put_number (header + 20, 4, 12);
  add_to_sums (self, header, 24, is_big_endian);
  put_number (header + 24, 4, self->sums[0]);
  put_number (header + 28, 4, self->sums[1]);
  g_byte_array_append (self->log, header, sizeof header);

  for (guint32 number = 2; number <= 3; number++)
    {
      guint8 frame[24 + PAGE_SIZE];

      memset (frame, 'a' + (int) number, sizeof frame);
      put_number (frame, 4, number);
      put_number (frame + 4, 4, number == 3 ? N_PAGES : 0);
      memcpy (frame + 8, header + 16, 8);
      add_to_sums (self, frame, 8, is_big_endian);
      add_to_sums (self, frame + 24, PAGE_SIZE, is_big_endian);
      put_number (frame + 16, 4, self->sums[0]);
      put_number (frame + 20, 4, self->sums[1]);
      g_byte_array_append (self->log, frame, sizeof frame);
    }
}

/* The first letters of pages 2 and 3; a page that is not in the log has none. */
static void
assert_pages (PagesFixture *self,
              const char   *expected)
{
  g_autoptr (CnPageFile) file = open_pages (self);
  guint8 page[PAGE_SIZE];

  for (guint32 number = 2; number <= 3; number++)
    {
      g_assert_true (cn_page_file_read (file, number, page));
      g_assert_cmpint (page[0], ==, expected[number - 2] != '.' ? expected[number - 2] : 0);
    }
  g_assert_cmpint (cn_page_file_has_log (file), ==, strcmp (expected, "..") != 0);
  g_assert_false (cn_page_file_read (file, 0, page));
  g_assert_false (cn_page_file_read (file, N_PAGES + 1, page));
}

static void
test_log_counts (PagesFixture  *self,
                 gconstpointer  data)
{
  make_log (self, GPOINTER_TO_INT (data));
  assert_pages (self, "cd");
}

/* One byte of a log is another one. */
typedef struct
{
  const char *name;
  guint       offset;
  guint       length; /* where the log ends, 0 for its own end */
} LogRow;

#define SECOND_FRAME (32 + 24 + PAGE_SIZE)

static const LogRow log_rows[] = {
  { "magic-number", 0, 0 },
  { "page-size", 10, 0 },
  { "checksum-of-the-header", 24, 0 },
  { "second-checksum-of-the-header", 28, 0 },
  { "salt", 32 + 8, 0 },
  { "checksum-of-a-frame", 32 + 16, 0 },
  { "second-checksum-of-a-frame", 32 + 20, 0 },
  { "letter-of-a-page", 32 + 24 + 100, 0 },
  { "second-frame-that-commits", SECOND_FRAME + 5, 0 },
  { "cut-off-in-the-header", 31, 31 },
  { "cut-off-in-the-frame-that-commits", SECOND_FRAME, SECOND_FRAME + 100 },
};

/* Nothing was committed before what is wrong: nothing counts. */
static void
test_log_with_a_wrong_byte_does_not_count (PagesFixture  *self,
                                           gconstpointer  data)
{
  const LogRow *row = data;

  make_log (self, FALSE);
  self->log->data[row->offset] ^= 0x10;
  if (row->length > 0)
    g_byte_array_set_size (self->log, row->length);
  assert_pages (self, "..");
}

static void
test_log_can_be_dropped (PagesFixture  *self,
                         gconstpointer  data)
{
  g_autoptr (CnPageFile) file = NULL;
  guint8 page[PAGE_SIZE];

  make_log (self, FALSE);
  file = open_pages (self);
  cn_page_file_drop_log (file);
  g_assert_true (cn_page_file_read (file, 2, page));
  g_assert_cmpint (page[0], ==, 0);
}

#define ADD(path, data, func) g_test_add (path, PagesFixture, data, set_up, func, tear_down)

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cell_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/cell/", cell_rows[i].name, NULL);

      ADD (path, &cell_rows[i], test_cell);
    }
  ADD ("/pages/broken-cell-hides-no-other", NULL, test_broken_cell_hides_no_other);
  ADD ("/pages/more-cells-than-a-page-has-room-for-are-none", NULL, test_more_cells_than_a_page_has_room_for_are_none);
  ADD ("/pages/stops-when-told", NULL, test_stops_when_told);
  ADD ("/pages/long-row-goes-on-on-another-page", NULL, test_long_row_goes_on_on_another_page);
  ADD ("/pages/long-row-does-not-go-on-on-a-free-page", NULL, test_long_row_does_not_go_on_on_a_free_page);
  ADD ("/pages/rows-of-free-pages-are-none", NULL, test_rows_of_free_pages_are_none);
  ADD ("/pages/list-of-free-pages-may-go-round", NULL, test_list_of_free_pages_may_go_round);
  ADD ("/pages/empty-file-has-no-rows", NULL, test_empty_file_has_no_rows);
  ADD ("/pages/file-that-is-not-there-is-an-error", NULL, test_file_that_is_not_there_is_an_error);

  ADD ("/pages/log/little-endian-counts", GINT_TO_POINTER (FALSE), test_log_counts);
  ADD ("/pages/log/big-endian-counts", GINT_TO_POINTER (TRUE), test_log_counts);
  for (gsize i = 0; i < G_N_ELEMENTS (log_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/log/does-not-count/", log_rows[i].name, NULL);

      ADD (path, &log_rows[i], test_log_with_a_wrong_byte_does_not_count);
    }
  ADD ("/pages/log/can-be-dropped", NULL, test_log_can_be_dropped);
}

int
main (int   argc,
      char *argv[])
{
  return test_run (&argc, &argv, add_tests);
}
