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
  { "windows-1251-in-a-page",
    BYTES ("<html><head><title>\303\356\360\356\344\340</title></head><body><p>\303\356\360\356\344 \354\356\345\351 "
           "\354\345\367\362\373 \361\362\356\350\362 \355\340 \360\345\352\345</p></body></html>"), NULL,
    "<html><head><title>Города</title></head><body><p>Город моей мечты стоит на реке</p></body></html>" },
  { "stray-bytes-in-english",
    BYTES ("The towns agree \350\360\356 on a plan for the river, and the \341\342\343\344 of the caf\351 is for all of it."), NULL,
    "The towns agree èðî on a plan for the river, and the áâãä of the café is for all of it." },
  { "stray-letters-in-english", BYTES ("The towns agree \340 la carte \340 \351 on the plan"), NULL,
    "The towns agree à la carte à é on the plan" },
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
  { "one-byte", BYTES ("a"), NULL, "a" },
  { "other-line-ends", BYTES ("a\014b\302\205c\342\200\250d\342\200\251e"), NULL, "a\nb\nc\nd\ne" },
  { "carriage-returns-of-latin-1",
    BYTES ("\nCaf\351\r\nau\rlait\n"),
    "text/plain; charset=latin1", "\nCafé\nau\nlait\n" },
  { "controls-beyond-ascii", BYTES ("a\302\201b and so on"), NULL, "ab and so on" },
  { "what-is-no-letter", BYTES ("a\357\277\276b\357\277\277c"), NULL, "abc" },
  { "utf-16-line-ends", BYTES ("\377\376a\000\r\000\n\000b\000\r\000c\000\n\000d\000"), NULL, "a\nb\nc\nd" },
  { "utf-16-with-half-a-pair",
    BYTES ("\377\376T\000w\000o\000 \000t\000o\000w\000n\000s\000 \000a\000g\000r\000e\000e\000 \000o\000n\000 \000"
           "t\000h\000e\000 \000r\000i\000v\000e\000r\000 \000=\330!\000"),
    NULL, "Two towns agree on the river �!" },
  { "utf-16-that-ends-with-half-a-pair",
    BYTES ("\377\376T\000w\000o\000 \000t\000o\000w\000n\000s\000 \000a\000g\000r\000e\000e\000 \000o\000n\000 \000"
           "t\000h\000e\000 \000r\000i\000v\000e\000r\000=\330"),
    NULL, "Two towns agree on the river�" },
  { "utf-16-with-the-second-half-alone",
    BYTES ("\377\376T\000w\000o\000 \000t\000o\000w\000n\000s\000 \000a\000g\000r\000e\000e\000 \000o\000n\000 \000"
           "t\000h\000e\000 \000r\000i\000v\000e\000r\000\000\336o"),
    NULL, NULL, "it is damaged UTF-16" },
  { "utf-16-with-a-private-sign",
    BYTES ("\377\376T\000w\000o\000 \000t\000o\000w\000n\000s\000 \000a\000g\000r\000e\000e\000 \000o\000n\000 \000"
           "t\000h\000e\000 \000r\000i\000v\000e\000r\000 \000\000\340"),
    NULL, "Two towns agree on the river " },
  { "utf-16-of-private-signs",
    BYTES ("\377\376\000\340 \000\000\340 \000\000\340 \000\000\340 \000\000\340 \000\000\340 \000\000\340 \000\000"
           "\340 \000"),
    NULL, NULL, "it is damaged UTF-16" },
  { "utf-16-of-letters-that-do-not-exist",
    BYTES ("\377\376x\003 \000x\003 \000x\003 \000x\003 \000x\003 \000x\003 \000x\003 \000x\003 \000"),
    NULL, NULL, "it is damaged UTF-16" },
  { "utf-16-chinese-stops",
    BYTES ("\376\377N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N\000\201\364\060\002N$^\247W\316^\002"
           "\\1l\263\\\270\213\241R\022\217\276b\020N\000\201\364\060\002N$^\247W\316^\002\\1l\263\\\270\213\241R"
           "\022\217\276b\020N\000\201\364\060\002N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N\000"
           "\201\364\060\002"),
    NULL, "两座城市就河岸计划达成一致。两座城市就河岸计划达成一致。两座城市就河岸计划达成一致。两座城市就河岸计划达成一致。" },
  { "utf-16-chinese-commas",
    BYTES ("\376\377N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N\000\201\364\377\014N$^\247W\316^\002"
           "\\1l\263\\\270\213\241R\022\217\276b\020N\000\201\364\377\014N$^\247W\316^\002\\1l\263\\\270\213\241R"
           "\022\217\276b\020N\000\201\364\377\014N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N\000"
           "\201\364\377\014"),
    NULL, "两座城市就河岸计划达成一致，两座城市就河岸计划达成一致，两座城市就河岸计划达成一致，两座城市就河岸计划达成一致，" },
  { "utf-16-without-a-blank-or-a-line-end",
    BYTES ("\376\377N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N\000\201\364N$^\247W\316^\002\\1l\263"
           "\\\270\213\241R\022\217\276b\020N\000\201\364N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N"
           "\000\201\364N$^\247W\316^\002\\1l\263\\\270\213\241R\022\217\276b\020N\000\201\364"),
    NULL, NULL, "it is damaged UTF-16" },
  { "utf-16-greek-little-endian",
    BYTES ("\227\003 \000\300\003\314\003\273\003\267\003 \000\304\003\267\003\302\003 \000\221\003\270\003\256\003"
           "\275\003\261\003\302\003 \000\272\003\261\003\271\003 \000\267\003 \000\300\003\314\003\273\003\267\003"
           " \000\304\003\267\003\302\003 \000\241\003\316\003\274\003\267\003\302\003"),
    NULL, "Η πόλη της Αθήνας και η πόλη της Ρώμης" },
  { "utf-16-greek-big-endian",
    BYTES ("\003\227\000 \003\300\003\314\003\273\003\267\000 \003\304\003\267\003\302\000 \003\221\003\270\003\256"
           "\003\275\003\261\003\302\000 \003\272\003\261\003\271\000 \003\267\000 \003\300\003\314\003\273\003\267"
           "\000 \003\304\003\267\003\302\000 \003\241\003\316\003\274\003\267\003\302"),
    NULL, "Η πόλη της Αθήνας και η πόλη της Ρώμης" },
  { "byte-that-windows-1253-does-not-have",
    BYTES ("\301\350\336\355\341 \322"),
    "text/plain; charset=windows-1253", "Αθήνα �" },
  { "page-cut-in-a-letter",
    BYTES ("<html><p>\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303"
           "\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251</p></html>\342\202"),
    NULL, "<html><p>éééééééééééééééééééé</p></html>�" },
  { "page-with-a-damaged-letter",
    BYTES ("<html><p>\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303"
           "\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\342\202 x</p></html>"),
    NULL, "<html><p>éééééééééééééééééééé� x</p></html>" },
  { "header-with-blanks-and-quotes", BYTES ("Caf\351"), "text/plain; charset = 'latin1'", "Café" },
  { "header-without-a-value",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset", "Le café est déjà fermé, dit le maire." },
  { "header-with-another-word",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset unknown", "Le café est déjà fermé, dit le maire." },
  { "header-with-an-empty-value",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset= ;", "Le café est déjà fermé, dit le maire." },
  { "header-with-an-endless-value",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "Le café est déjà fermé, dit le maire." },
  { "header-with-an-unknown-name",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset=x-unknown", "Le café est déjà fermé, dit le maire." },
  { "header-that-says-utf-8-by-its-short-name",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset=utf8", "Le café est déjà fermé, dit le maire." },
  { "header-that-says-utf-8-by-its-old-name",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset=unicode-1-1-utf-8", "Le café est déjà fermé, dit le maire." },
  { "meta-without-an-end",
    BYTES ("<html>Caf\351</html><meta charset=latin2 "),
    NULL, "<html>Café</html><meta charset=latin2 " },
  { "meta-in-a-comment",
    BYTES ("<!-- <meta charset=koi8-r> --><meta charset=latin1><p>Caf\351</p>"),
    NULL, "<!-- <meta charset=koi8-r> --><meta charset=latin1><p>Café</p>" },
  { "meta-in-a-comment-without-an-end",
    BYTES ("<html>Caf\351</html><!-- <meta charset=koi8-r>"),
    NULL, "<html>Café</html><!-- <meta charset=koi8-r>" },
  { "meta-of-something-else",
    BYTES ("<meta name=author content=x><p>Caf\351</p>"),
    NULL, "<meta name=author content=x><p>Café</p>" },
  { "xml-declaration-without-an-encoding",
    BYTES ("<\?xml version='1.0'\?><html>Caf\351</html>"),
    NULL, "<?xml version='1.0'?><html>Café</html>" },
  { "xml-declaration-with-an-empty-encoding",
    BYTES ("<\?xml encoding=''\?><html>Caf\351</html>"),
    NULL, "<?xml encoding=''?><html>Café</html>" },
  { "xml-declaration-without-quotes",
    BYTES ("<\?xml encoding= koi8-r\?><html>\347</html>"),
    NULL, "<?xml encoding= koi8-r?><html>Г</html>" },
  { "xml-declaration-without-an-end",
    BYTES ("<\?xml encoding='koi8-r'><html>Caf\351</html>"),
    NULL, "<?xml encoding='koi8-r'><html>Café</html>" },
  { "upper-case-page", BYTES ("<HTML><P>Caf\351"), NULL, "<HTML><P>Café" },
  { "page-by-its-document-type", BYTES ("<!DOCTYPE html><P>Caf\351"), NULL, "<!DOCTYPE html><P>Café" },
  { "page-by-its-document-type-in-lower-case", BYTES ("<!doctype html><P>Caf\351"), NULL, "<!doctype html><P>Café" },
  { "page-of-signs", BYTES ("<html><p>\244\245\246\247</html>"), NULL, "<html><p>¤¥¦§</html>" },
  { "shift-jis-by-header", BYTES ("\216s\202\314\220\354"), "text/plain; charset=Shift_JIS", "市の川" },
  { "sjis-by-header", BYTES ("\216s\202\314\220\354"), "text/plain; charset=x-sjis", "市の川" },
  { "euc-jp-by-header", BYTES ("\273\324\244\316\300\356"), "text/plain; charset=EUC-JP", "市の川" },
  { "iso-2022-jp-by-header", BYTES ("\033$B;T$N@n\033(B"), "text/plain; charset=ISO-2022-JP", "市の川" },
  { "gb2312-by-header", BYTES ("\263\307\312\320\272\323\260\266"), "text/plain; charset=gb2312", "城市河岸" },
  { "gbk-by-header", BYTES ("\263\307\312\320\272\323\260\266"), "text/plain; charset=GBK", "城市河岸" },
  { "big5-by-header", BYTES ("\253\260\245\253\252e\251\244"), "text/plain; charset=Big5", "城市河岸" },
  { "euc-kr-by-header", BYTES ("\265\265\275\303"), "text/plain; charset=euc-kr", "도시" },
  { "korean-by-its-number", BYTES ("\265\265\275\303"), "text/plain; charset=ks_c_5601-1987", "도시" },
  { "latin-1-that-says-shift-jis",
    BYTES ("Le caf\351 est d\351j\340 ferm\351, dit le maire."),
    "text/plain; charset=shift_jis", "Le café est déjà fermé, dit le maire." },
  { "word-with-a-sign-for-an-apostrophe",
    BYTES ("L\264\351t\351 est d\351j\340 l\340, dit le maire, et le caf\351 est ferm\351 \340 midi"),
    NULL, "L´été est déjà là, dit le maire, et le café est fermé à midi" },
  { "word-with-a-curly-apostrophe",
    BYTES ("L\222\351t\351 est d\351j\340 l\340, l\222hiver est loin"),
    NULL, "L’été est déjà là, l’hiver est loin" },
  { "polish-undeclared",
    BYTES ("Mieszka\361cy \277\271daj\271, \277eby cz\352\234\346 \234cie\277ki by\263a bezpieczna, \234lady s\271"),
    NULL, "Mieszkańcy żądają, żeby część ścieżki była bezpieczna, ślady są" },
  { "word-that-begins-like-a-recording",
    BYTES ("RIFF is short for riffle, says the town"),
    NULL, "RIFF is short for riffle, says the town" },

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
  { "signs-of-no-language",
    BYTES ("\244\245\246\247 x"),
    NULL, NULL, "its letters belong to no encoding that is known" },
  { "wav", BYTES ("RIFF\001\002\003\004WAVEfmt "), NULL, NULL, "it looks like a WAV recording" },
  { "avi", BYTES ("RIFF\001\002\003\004AVI LIST"), NULL, NULL, "it looks like a recording" },
  { "mp4", BYTES ("\000\000\000\030ftypmp42"), NULL, NULL, "it looks like a video or a picture of the MP4 family" },
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

/* The beginning decides of what is long: everything behind it is believed. */
static void
test_long_utf16 (void)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_byte_array_append (data, (const guint8 *) "\377\376", 2);
  for (guint i = 0; i < 1500; i++)
    g_byte_array_append (data, (const guint8 *) "a\000 \000", 4);
  for (guint i = 0; i < 500; i++)
    g_byte_array_append (data, (const guint8 *) "\000\340", 2); /* U+E000 */
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));

  text = cn_encoding_decode (bytes, NULL, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 3000 + 3 * 500);
}

static void
test_tar (void)
{
  g_autofree char *data = g_malloc0 (512);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  memset (data, 'a', 300);
  memcpy (data + 257, "ustar", 5);
  bytes = g_bytes_new_take (g_steal_pointer (&data), 512);

  g_assert_null (cn_encoding_decode (bytes, NULL, &length, &error));
  g_assert_error (error, CN_READ_ERROR, CN_READ_ERROR_BINARY);
  g_assert_cmpstr (error->message, ==, "it looks like a tar archive");
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
  g_test_add_func ("/read/encoding/long-utf-16", test_long_utf16);
  g_test_add_func ("/read/encoding/tar", test_tar);
  return g_test_run ();
}
