/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every row that any page of a damaged store still holds.
 *
 * A tree that has lost an inner page has not lost its leaves: they are found by looking at each page for itself. So no
 * tree is walked; a page that says it is one with rows is read as one, cell by cell, and what does not add up is
 * passed over. Only the list of free pages is followed, because what lies there was moved elsewhere. Pure: pages in,
 * rows out. The format is sqlite.org/fileformat2.html, 1.5 and 2.1. */

#include "config.h"

#include "cn-row-scanner.h"

#include <string.h>

#define FILE_HEADER_SIZE   100
#define OFFSET_FREE_LIST   32
#define INDEX_INTERIOR     0x02
#define INDEX_LEAF         0x0a
#define TABLE_LEAF         0x0d
#define LEAF_HEADER_SIZE   8
#define INNER_HEADER_SIZE  12
#define MAX_ROW_SIZE       (256 * 1024 * 1024)

typedef struct
{
  CnPageFile *file;
  gsize       page_size;
  guint8     *page;      /* the one that is being read */
  guint8     *overflow;  /* a page that one of its rows goes on in */
  GByteArray *payload;
  GHashTable *free_pages;
} Scan;

static guint32
get_number (const guint8 *bytes,
            gsize         size)
{
  guint32 value = 0;

  for (gsize i = 0; i < size; i++)
    value = value << 8 | bytes[i];
  return value;
}

/* Returns how many bytes it took, 0 when they end within it. */
static gsize
get_varint (const guint8 *bytes,
            gsize         size,
            guint64      *value)
{
  *value = 0;
  for (gsize i = 0; i < MIN (size, 9); i++)
    {
      if (i == 8)
        {
          *value = *value << 8 | bytes[i];
          return 9;
        }
      *value = *value << 7 | (bytes[i] & 0x7f);
      if ((bytes[i] & 0x80) == 0)
        return i + 1;
    }

  return 0;
}

/* How many bytes of a payload stand in the cell; the others are in overflow pages. */
static gsize
get_local_size (gsize    page_size,
                guint64  payload_size,
                gboolean is_table)
{
  gsize most = is_table ? page_size - 35 : (page_size - 12) * 64 / 255 - 23;
  gsize least = (page_size - 12) * 32 / 255 - 23;
  gsize wanted;

  if (payload_size <= most)
    return payload_size;

  wanted = least + (payload_size - least) % (page_size - 4);
  return wanted <= most ? wanted : least;
}

/* Where a page of the chain is not what it was, the row keeps what stands in its cell: what goes on elsewhere may be
 * noise from any page on. The last page names no next one; a page of something else nearly always would. */
static void
append_overflow (Scan    *self,
                 guint32  number,
                 gsize    size)
{
  gsize local = self->payload->len;

  while (self->payload->len < size)
    {
      gsize n = MIN (size - self->payload->len, self->page_size - 4);

      if (g_hash_table_contains (self->free_pages, GUINT_TO_POINTER (number)) ||
          !cn_page_file_read (self->file, number, self->overflow))
        break;
      g_byte_array_append (self->payload, self->overflow + 4, (guint) n);
      number = get_number (self->overflow, 4);
    }

  if (self->payload->len < size || number != 0)
    g_byte_array_set_size (self->payload, (guint) local);
}

/* Collects the bytes of a row, wherever they are. @cell stands at the payload's size. Returns that size, which may be
 * more than was collected, or 0. */
static gsize
collect_payload (Scan       *self,
                 gsize       cell,
                 CnFoundRow *row)
{
  guint64 size, id = 0;
  gsize local, n = get_varint (self->page + cell, self->page_size - cell, &size);

  cell += n;
  if (n == 0 || size == 0 || size > MAX_ROW_SIZE || size / self->page_size > cn_page_file_get_n_pages (self->file))
    return 0;

  if (row->is_keyed)
    {
      n = get_varint (self->page + cell, self->page_size - cell, &id);
      cell += n;
      if (n == 0)
        return 0;
    }

  row->id = (gint64) id;
  local = get_local_size (self->page_size, size, row->is_keyed);
  if (cell + local + (local < size ? 4 : 0) > self->page_size)
    return 0;

  g_byte_array_set_size (self->payload, 0);
  g_byte_array_append (self->payload, self->page + cell, (guint) local);
  if (local < size)
    append_overflow (self, get_number (self->page + cell + local, 4), size);
  return size;
}

static gint64
get_integer (const guint8 *bytes,
             gsize         size)
{
  gint64 value = (gint8) bytes[0];

  for (gsize i = 1; i < size; i++)
    value = (gint64) ((guint64) value << 8 | bytes[i]);
  return value;
}

/* Returns how many bytes a value of that type takes, G_MAXSIZE for what is no type. */
static gsize
get_value_size (guint64 type)
{
  static const guint8 sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

  if (type >= 12)
    return type - 12 < 2 * MAX_ROW_SIZE ? (gsize) (type - 12) / 2 : G_MAXSIZE;
  return type < G_N_ELEMENTS (sizes) ? sizes[type] : G_MAXSIZE;
}

static CnFoundValue
get_value (guint64       type,
           const guint8 *bytes,
           gsize         size)
{
  CnFoundValue value = { .kind = CN_FOUND_INTEGER, .bytes = bytes, .size = size };

  if (type == 0)
    {
      value.kind = CN_FOUND_NULL;
    }
  else if (type >= 12)
    {
      value.kind = type % 2 == 0 ? CN_FOUND_BLOB : CN_FOUND_TEXT;
    }
  else if (type == 7)
    {
      gint64 bits = get_integer (bytes, size);

      value.kind = CN_FOUND_REAL;
      memcpy (&value.real, &bits, sizeof bits);
    }
  else
    {
      value.integer = size > 0 ? get_integer (bytes, size) : (gint64) type - 8;
    }

  return value;
}

/* A record has to add up exactly: its header, then values that end where it ends. Of @size bytes the first @n_there are
 * known; a value that is not wholly among them is none. */
static gboolean
parse_record (const guint8 *bytes,
              gsize         n_there,
              gsize         size,
              CnFoundRow   *row)
{
  guint64 header_size, type;
  gsize position = get_varint (bytes, n_there, &header_size);
  gsize content = (gsize) header_size;

  if (position == 0 || header_size > n_there)
    return FALSE;

  for (row->n_values = 0; position < header_size; row->n_values++)
    {
      gsize n = get_varint (bytes + position, (gsize) header_size - position, &type);
      gsize value_size = n > 0 ? get_value_size (type) : G_MAXSIZE;

      if (value_size == G_MAXSIZE || value_size > size - content || row->n_values == CN_FOUND_ROW_MAX_VALUES)
        return FALSE;

      row->values[row->n_values] = value_size <= n_there - MIN (content, n_there)
                                     ? get_value (type, bytes + content, value_size)
                                     : (CnFoundValue) { .kind = CN_FOUND_NULL };
      position += n;
      content += value_size;
    }

  return content == size;
}

static gboolean
scan_page (Scan      *self,
           guint32    number,
           CnRowFunc  func,
           gpointer   data)
{
  gsize header = number == 1 ? FILE_HEADER_SIZE : 0;
  guint8 kind = self->page[header];
  gboolean is_inner = kind == INDEX_INTERIOR;
  gsize pointers = header + (is_inner ? INNER_HEADER_SIZE : LEAF_HEADER_SIZE);
  gsize n_cells = get_number (self->page + header + 3, 2);

  if ((kind != TABLE_LEAF && kind != INDEX_LEAF && kind != INDEX_INTERIOR) ||
      pointers + 2 * n_cells > self->page_size)
    return TRUE;

  for (gsize i = 0; i < n_cells; i++)
    {
      gsize cell = get_number (self->page + pointers + 2 * i, 2) + (is_inner ? 4 : 0);
      CnFoundRow row = { .is_keyed = kind == TABLE_LEAF };
      gsize size = cell >= pointers + 2 * n_cells && cell < self->page_size ? collect_payload (self, cell, &row) : 0;

      if (size > 0 && parse_record (self->payload->data, self->payload->len, size, &row) && !func (&row, data))
        return FALSE;
    }

  return TRUE;
}

/* Follows the list as far as it goes; damaged, it is short, and some rows are found twice. */
static void
collect_free_pages (Scan *self)
{
  guint32 number = 0;

  if (cn_page_file_read (self->file, 1, self->page) && memcmp (self->page, "SQLite format 3", 16) == 0)
    number = get_number (self->page + OFFSET_FREE_LIST, 4);

  while (!g_hash_table_contains (self->free_pages, GUINT_TO_POINTER (number)) &&
         cn_page_file_read (self->file, number, self->page))
    {
      gsize n_leaves = get_number (self->page + 4, 4);

      if (n_leaves > self->page_size / 4 - 2)
        return;
      g_hash_table_add (self->free_pages, GUINT_TO_POINTER (number));
      for (gsize i = 0; i < n_leaves; i++)
        g_hash_table_add (self->free_pages, GUINT_TO_POINTER (get_number (self->page + 8 + 4 * i, 4)));
      number = get_number (self->page, 4);
    }
}

/**
 * cn_row_scanner_run:
 * @func: called for each row of each page, in the order of the pages
 */
void
cn_row_scanner_run (CnPageFile *file,
                    CnRowFunc   func,
                    gpointer    data)
{
  gsize page_size = cn_page_file_get_page_size (file);
  g_autofree guint8 *page = g_malloc (page_size);
  g_autofree guint8 *overflow = g_malloc (page_size);
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  g_autoptr (GHashTable) free_pages = g_hash_table_new (NULL, NULL);
  Scan scan = { file, page_size, page, overflow, payload, free_pages };

  collect_free_pages (&scan);
  for (guint32 number = 1; number <= cn_page_file_get_n_pages (file); number++)
    if (!g_hash_table_contains (free_pages, GUINT_TO_POINTER (number)) &&
        cn_page_file_read (file, number, page) && !scan_page (&scan, number, func, data))
      return;
}
