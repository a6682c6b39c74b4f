/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes of all encodings become the same letters, or are refused in words. */

#include "config.h"

#include "cn-encoding.h"
#include "reader-table.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       length; /* 0 for that of a string */
  const char *content_type;
  const char *text;  /* what comes out, %NULL for an error */
  const char *error;
} EncodingRow;

#define BYTES(s) s, sizeof (s) - 1

static const EncodingRow rows[] = {
  { "ascii", BYTES ("Towns agree"), NULL, "Towns agree" },
  { "utf-8", BYTES ("\304\260zmir"), NULL, "İzmir" },
  { "utf-8-with-mark", BYTES ("\357\273\277\304\260zmir"), NULL, "İzmir" },
  { "utf-8-that-says-latin-1", BYTES ("\304\260zmir"), "text/plain; charset=ISO-8859-1", "İzmir" },
  { "utf-8-page-that-says-latin-1", BYTES ("<meta charset=iso-8859-1><p>\304\260zmir"), NULL,
    "<meta charset=iso-8859-1><p>İzmir" },
  { "utf-16-little-endian-with-mark", BYTES ("\377\376T\000\060\001"), NULL, "Tİ" },
  { "utf-16-big-endian-with-mark", BYTES ("\376\377\000T\001\060"), NULL, "Tİ" },
  { "utf-16-little-endian", BYTES ("T\000o\000w\000n\000s\000 \000a\000g\000r\000e\000e\000"), NULL, "Towns agree" },
  { "utf-16-big-endian", BYTES ("\000T\000o\000w\000n\000s\000 \000a\000g\000r\000e\000e"), NULL, "Towns agree" },
  { "utf-16-with-a-surrogate-pair", BYTES ("\377\376a\000=\330\000\336"), NULL, "a😀" },
  { "latin-1-by-header", BYTES ("Caf\351"), "text/plain; charset=iso-8859-1", "Café" },
  { "latin-1-by-meta", BYTES ("<meta charset=\"iso-8859-1\">Caf\351"), NULL, "<meta charset=\"iso-8859-1\">Café" },
  { "latin-1-by-http-equiv", BYTES ("<meta http-equiv=Content-Type content='text/html; charset=latin1'>Caf\351"), NULL,
    "<meta http-equiv=Content-Type content='text/html; charset=latin1'>Café" },
  { "latin-1-by-xml-declaration", BYTES ("<?xml version='1.0' encoding='ISO-8859-1'?><html>Caf\351</html>"), NULL,
    "<?xml version='1.0' encoding='ISO-8859-1'?><html>Café</html>" },
  { "windows-1252-quotation-marks", BYTES ("\223Caf\351\224 \226 5 \200"), "text/plain; charset=iso-8859-1",
    "“Café” – 5 €" },
  { "windows-1252-undeclared", BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire \340 la r\351union."), NULL,
    "Le café est déjà fermé, dit le maire à la réunion." },
  { "windows-1252-that-says-utf-8",
    BYTES ("<html><meta charset=utf-8><p>Le caf\351 est d\351j\340 ferm\351</p></html>"), NULL,
    "<html><meta charset=utf-8><p>Le café est déjà fermé</p></html>" },
  { "iso-8859-9-by-header", BYTES ("\335zmir ve \336i\376li"), "text/html; charset=ISO-8859-9", "İzmir ve Şişli" },
  { "windows-1254-undeclared", BYTES ("B\374y\374k\376ehir belediyesi \335zmir'de toplant\375 yapt\375, \360"), NULL,
    "Büyükşehir belediyesi İzmir'de toplantı yaptı, ğ" },
  { "windows-1254-that-says-latin-1", BYTES ("\335zmir'de toplant\375 yapt\375"), "text/html; charset=iso-8859-1",
    "İzmir'de toplantı yaptı" },
  { "windows-1253-undeclared", BYTES ("\307 \360\374\353\347 \364\347\362 \301\350\336\355\341\362"), NULL,
    "Η πόλη της Αθήνας" },
  { "windows-1251-undeclared", BYTES ("\303\356\360\356\344 \354\356\345\351 \354\345\367\362\373 \356\347\340"), NULL,
    "Город моей мечты оза" },
  { "iso-8859-7-by-header", BYTES ("\301\350\336\355\341"), "text/plain;charset=\"iso-8859-7\"", "Αθήνα" },
  { "iso-8859-2-by-header", BYTES ("\243\363d\274"), "text/plain; charset=iso-8859-2", "Łódź" },
  { "koi8-r-by-header", BYTES ("\347\317\322\317\304"), "text/plain; charset=KOI8-R", "Город" },
  { "line-ends", BYTES ("a\r\nb\rc\n"), NULL, "a\nb\nc\n" },
  { "control-characters", BYTES ("a\000b\001c\177d and much more text than controls, as it must be"), NULL,
    "abcd and much more text than controls, as it must be" },
  { "marks-inside", BYTES ("a\357\273\277b"), NULL, "ab" },
  { "no-break-space", BYTES ("a\302\240b"), NULL, "a\302\240b" },
  { "not-normalised", BYTES ("Cafe\314\201"), NULL, "Cafe\314\201" },
  { "damaged-page", BYTES ("<html><p>\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303 "
                           "x</p></html>"),
    NULL, "<html><p>ééééééééé\357\277\275 x</p></html>" },
  { "word-that-begins-like-a-picture", BYTES ("BM is no picture"), NULL, "BM is no picture" },

  { "empty", BYTES (""), NULL, NULL, "it is empty" },
  { "damaged-text", BYTES ("Caf\303\251 au lait \303\050 and \377\376\375 tea, \342\202 ..."), NULL, NULL,
    "it is damaged UTF-8" },
  { "cut-text", BYTES ("Caf\303\251 au lait, caf\303"), NULL, NULL, "it is damaged UTF-8" },
  { "damaged-utf-16", BYTES ("\377\376a\000b\000c"), NULL, NULL, "it is damaged UTF-16" },
  { "png", BYTES ("\211PNG\r\n\032\n\000\000"), NULL, NULL, "it looks like a PNG picture" },
  { "jpeg", BYTES ("\377\330\377\340\000\020JFIF"), NULL, NULL, "it looks like a JPEG picture" },
  { "gif", BYTES ("GIF89a\001\000"), NULL, NULL, "it looks like a GIF picture" },
  { "webp", BYTES ("RIFF\001\002\003\004WEBPVP8 "), NULL, NULL, "it looks like a WebP picture" },
  { "pdf", BYTES ("%PDF-1.7\n"), NULL, NULL, "it looks like a PDF document" },
  { "zip", BYTES ("PK\003\004\024\000"), NULL, NULL, "it looks like a ZIP archive or an Office document" },
  { "gzip", BYTES ("\037\213\010\000"), NULL, NULL, "it looks like gzip-compressed data" },
  { "elf", BYTES ("\177ELF\002\001"), NULL, NULL, "it looks like a program" },
  { "sqlite", BYTES ("SQLite format 3\000"), NULL, NULL, "it looks like an SQLite database" },
  { "rtf", BYTES ("{\\rtf1\\ansi x}"), NULL, NULL, "it looks like an RTF document" },
  { "controls-only", BYTES ("\001\002\003\004\005\006"), NULL, NULL, "it is no text" },
};

static void
test_row (gconstpointer data)
{
  const EncodingRow *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->bytes, row->length);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  text = cn_encoding_decode (bytes, row->content_type, &length, &error);
  if (row->text == NULL)
    {
      g_assert_null (text);
      g_assert_true (error->domain == CN_READ_ERROR);
      g_assert_cmpstr (error->message, ==, row->error);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, row->text);
  g_assert_cmpuint (length, ==, strlen (text));
}

static void
test_too_large (void)
{
  gsize size = (gsize) CN_READ_MAX_BYTES + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_null (cn_encoding_decode (bytes, NULL, &length, &error));
  g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "it is larger than 64 MiB");
}

/* Random bytes have hardly more control characters than a damaged text, and now and then a letter of UTF-8. */
static void
test_random_bytes (void)
{
  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      guchar *data = g_malloc (4096);
      gsize length;

      for (gsize i = 0; i < 4096; i++)
        data[i] = (guchar) g_rand_int_range (rand, 0, 256);
      data[0] = 0x80; /* no mark of UTF-16 and no beginning of a known format */
      bytes = g_bytes_new_take (data, 4096);

      g_assert_null (cn_encoding_decode (bytes, NULL, &length, &error));
      g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_BINARY);
      g_assert_cmpstr (error->message, ==, "it is no text");
    }
}

int
main (int    argc,
      char **argv)
{
  reader_table_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/read/encoding/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/read/encoding/too-large", test_too_large);
  g_test_add_func ("/read/encoding/random-bytes", test_random_bytes);
  return g_test_run ();
}
