/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes of any encoding become valid UTF-8 without NUL, with line feeds as the only line ends.
 *
 * A byte order mark decides. Then a declaration (header, meta element, XML declaration) is believed as far as
 * the bytes bear it out: text that is valid UTF-8 with letters beyond ASCII is UTF-8 whatever it says, and
 * text that says UTF-8 but is not is read as the single-byte encoding that its letters speak for. Letters are
 * not normalised. Pure. */

#include "config.h"

#include "cn-encoding.h"

#include "cn-charset.h"
#include "cn-encoding-guess.h"
#include "cn-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where browsers look for a declaration, and some more for pages that begin with a long script. */
#define DECLARATION_BYTES 8192

#define REPLACEMENT "\357\277\275"

/* Text as people read it: line ends are line feeds; NUL and the other control characters that no reader shows
 * are gone. */
static void
append_char (GString  *text,
             gunichar  c)
{
  g_assert (g_unichar_validate (c));

  if (c == 0xfeff || (c < 0x20 && c != '\t' && c != '\n' && c != '\f') || (c >= 0x7f && c < 0xa0 && c != 0x85) ||
      (c & 0xfffe) == 0xfffe)
    return;
  if (c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
    c = '\n';

  if (c < 0x80)
    g_string_append_c (text, (char) c);
  else
    g_string_append_unichar (text, c);
}

static gunichar
get_unit (const guchar *data,
          gboolean      big)
{
  return big ? ((gunichar) data[0] << 8 | data[1]) : ((gunichar) data[1] << 8 | data[0]);
}

static void
decode_wide (GString      *text,
             const guchar *data,
             gsize         length,
             gboolean      big)
{
  gunichar previous = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar c = get_unit (data + i, big);

      if (c >= 0xd800 && c < 0xdc00 && i + 3 < length)
        {
          gunichar low = get_unit (data + i + 2, big);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }

      if (c >= 0xd800 && c < 0xe000)
        g_string_append (text, REPLACEMENT);
      else if (c == '\r' || (c == '\n' && previous == '\r'))
        append_char (text, c == '\r' ? '\n' : 0);
      else
        append_char (text, c);
      previous = c;
    }
}

static void
decode_single (GString         *text,
               const guchar    *data,
               gsize            length,
               const CnCharset *charset)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = data[i];

      if (byte == '\r')
        g_string_append_c (text, '\n');
      else if (byte == '\n' && i > 0 && data[i - 1] == '\r')
        continue;
      else if (byte < 0x80)
        append_char (text, byte);
      else if (charset->upper[byte - 0x80] == 0)
        g_string_append (text, REPLACEMENT);
      else
        append_char (text, charset->upper[byte - 0x80]);
    }
}

/* Whether these bytes can be copied as they are: letters, blanks and line feeds of valid UTF-8. */
static gsize
span_clean (const guchar *data,
            gsize         length)
{
  gsize i = 0;

  while (i < length && ((data[i] >= 0x20 && data[i] < 0x7f) || data[i] == '\n' || data[i] == '\t'))
    i++;
  return i;
}

static void
decode_utf8 (GString      *text,
             const guchar *data,
             gsize         length)
{
  gsize i = 0;

  while (i < length)
    {
      gsize clean = span_clean (data + i, length - i);
      gunichar c;

      g_string_append_len (text, (const char *) data + i, (gssize) clean);
      i += clean;
      if (i == length)
        return;

      if (data[i] == '\r')
        {
          g_string_append_c (text, '\n');
          i += i + 1 < length && data[i + 1] == '\n' ? 2 : 1;
          continue;
        }

      c = data[i] == 0 ? 0 : g_utf8_get_char_validated ((const char *) data + i, (gssize) (length - i));
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append (text, REPLACEMENT);
          i++;
          while (i < length && (data[i] & 0xc0) == 0x80)
            i++;
          continue;
        }

      append_char (text, c);
      i += data[i] < 0x80 ? 1 : (gsize) g_utf8_skip[data[i]];
    }
}

static char *
find_parameter (const char *text,
                gsize       length)
{
  const char *value = NULL;
  gsize n;

  for (gsize i = 0; i + strlen ("charset") < length; i++)
    if (g_ascii_strncasecmp (text + i, "charset", strlen ("charset")) == 0)
      {
        value = text + i + strlen ("charset");
        break;
      }
  if (value == NULL)
    return NULL;

  while (value < text + length && g_ascii_isspace (*value))
    value++;
  if (value >= text + length || *value != '=')
    return NULL;
  value++;
  while (value < text + length && (g_ascii_isspace (*value) || *value == '"' || *value == '\''))
    value++;

  for (n = 0; value + n < text + length; n++)
    if (!g_ascii_isalnum (value[n]) && strchr ("-_.:", value[n]) == NULL)
      break;

  return n > 0 && n < 40 ? g_strndup (value, n) : NULL;
}

static gboolean
has_prefix (const char *text,
            gsize       length,
            const char *prefix)
{
  return length >= strlen (prefix) && g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

static char *
find_meta (const char *text,
           gsize       length)
{
  const char *end = text + length;

  for (const char *p = memchr (text, '<', length); p != NULL; p = memchr (p + 1, '<', (gsize) (end - p - 1)))
    {
      const char *stop;
      char *label;

      if (has_prefix (p, (gsize) (end - p), "<!--"))
        {
          const char *close = g_strstr_len (p, end - p, "-->");

          if (close == NULL)
            return NULL;
          p = close;
          continue;
        }
      if (!has_prefix (p, (gsize) (end - p), "<meta"))
        continue;

      stop = memchr (p, '>', (gsize) (end - p));
      label = find_parameter (p, (gsize) ((stop != NULL ? stop : end) - p));
      if (label != NULL)
        return label;
    }

  return NULL;
}

static char *
find_xml_declaration (const char *text,
                      gsize       length)
{
  const char *stop, *value;
  gsize n = 0;

  if (!has_prefix (text, length, "<?xml"))
    return NULL;
  stop = g_strstr_len (text, (gssize) length, "?>");
  if (stop == NULL)
    return NULL;
  value = g_strstr_len (text, stop - text, "encoding");
  if (value == NULL)
    return NULL;

  value += strlen ("encoding");
  while (value < stop && (g_ascii_isspace (*value) || *value == '=' || *value == '"' || *value == '\''))
    value++;
  while (value + n < stop && value[n] != '"' && value[n] != '\'')
    n++;
  return n > 0 && n < 40 ? g_strndup (value, n) : NULL;
}

static char *
find_declaration (const guchar *data,
                  gsize         length,
                  const char   *content_type)
{
  const char *text = (const char *) data;
  gsize head = MIN (length, DECLARATION_BYTES);
  char *label = NULL;

  if (content_type != NULL)
    label = find_parameter (content_type, strlen (content_type));
  if (label == NULL)
    label = find_xml_declaration (text, head);
  if (label == NULL)
    label = find_meta (text, head);
  return label;
}

static gboolean
is_utf8_label (const char *label)
{
  return g_ascii_strcasecmp (label, "utf-8") == 0 || g_ascii_strcasecmp (label, "utf8") == 0 ||
         g_ascii_strcasecmp (label, "unicode-1-1-utf-8") == 0;
}

/* Encodings of several bytes a letter are the C library's business; what it does not know is guessed like any other. */
static gboolean
decode_multibyte (GString      *text,
                  const guchar *data,
                  gsize         length,
                  const char   *label)
{
  static const char *const known[] = {
    "shift_jis", "sjis", "x-sjis", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030", "big5", "big5-hkscs", "euc-kr",
    "ks_c_5601-1987",
  };
  g_autofree char *lower = g_ascii_strdown (label, -1);
  g_autofree char *converted = NULL;
  gsize written;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const char *name = known[i];

      if (!g_str_equal (name, lower))
        continue;
      /* The sets that Windows calls by these names are larger than the standards. */
      if (g_str_equal (name, "gb2312") || g_str_equal (name, "gbk"))
        name = "gb18030";
      else if (strstr (name, "sjis") != NULL || g_str_equal (name, "shift_jis"))
        name = "cp932";
      else if (g_str_equal (name, "ks_c_5601-1987") || g_str_equal (name, "euc-kr"))
        name = "cp949";

      converted = g_convert_with_fallback ((const char *) data, (gssize) length, "UTF-8", name, "?", NULL, &written,
                                           NULL);
      if (converted == NULL)
        return FALSE;
      decode_utf8 (text, (const guchar *) converted, written);
      return TRUE;
    }

  return FALSE;
}

/* Markup is read as browsers read it, with a replacement sign for what is broken. */
static gboolean
is_markup (const guchar *data,
           gsize         length)
{
  const char *text = (const char *) data;
  gssize head = (gssize) MIN (length, DECLARATION_BYTES);

  return g_strstr_len (text, head, "<html") != NULL || g_strstr_len (text, head, "<HTML") != NULL ||
         g_strstr_len (text, head, "<!DOCTYPE") != NULL || g_strstr_len (text, head, "<!doctype") != NULL ||
         g_strstr_len (text, head, "<?xml") != NULL || g_strstr_len (text, head, "</") != NULL;
}

static gboolean
set_malformed (GError     **error,
               const char  *clause)
{
  g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_MALFORMED, clause);
  return FALSE;
}

/* "ISO-8859-1" is what servers say when nobody told them: Turkish letters count more than that word. */
static const CnCharset *
find_charset (const guchar *data,
              gsize         length,
              const char   *label)
{
  const CnCharset *charset = cn_charset_find (label);

  if (charset != NULL && g_str_equal (charset->name, "windows-1252") && cn_encoding_speaks_turkish (data, length))
    return cn_charset_find ("windows-1254");
  return charset;
}

static gboolean
decode_narrow (GString       *text,
               const guchar  *data,
               gsize          length,
               const char    *label,
               GError       **error)
{
  const CnCharset *charset = NULL;
  gboolean markup = is_markup (data, length);
  gsize n_good, n_bad;

  cn_encoding_weigh_utf8 (data, length, &n_good, &n_bad);

  /* Japanese mail has no byte beyond ASCII, but switches alphabets with escapes that no other text has. */
  if (n_good + n_bad == 0 && label != NULL && memchr (data, '\033', length) != NULL &&
      decode_multibyte (text, data, length, label))
    return TRUE;

  /* Well-formed UTF-8 does not come about by accident, and a few broken places in it are damage, not another
   * encoding. */
  if (n_bad == 0 || (markup && n_good > n_bad * 8))
    {
      decode_utf8 (text, data, length);
      return TRUE;
    }

  if (label != NULL && !is_utf8_label (label))
    {
      if (decode_multibyte (text, data, length, label))
        return TRUE;
      charset = find_charset (data, length, label);
    }
  if (charset == NULL && (markup || n_good * 20 <= n_bad))
    charset = cn_encoding_guess_charset (data, length);
  if (charset == NULL && markup)
    charset = cn_charset_find ("windows-1252");
  if (charset == NULL)
    return set_malformed (error, n_good > 0 ? N_("it is damaged UTF-8")
                                            : N_("its letters belong to no encoding that is known"));

  decode_single (text, data, length, charset);
  return TRUE;
}

/* A mark at the beginning of damaged bytes makes no UTF-16: real text has blanks or line ends, and hardly a
 * letter that does not exist. */
static gboolean
is_sane_wide (const GString *text)
{
  guint n_chars = 0;
  guint n_odd = 0;
  guint n_blanks = 0;

  for (const char *p = text->str; *p != '\0' && n_chars < 2000; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      n_odd += c == 0xfffd || g_unichar_type (c) == G_UNICODE_UNASSIGNED || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
      n_blanks += c == ' ' || c == '\n' || (c >= 0x3000 && c <= 0x3002) || c == 0xff0c;
    }

  return n_odd * 20 <= n_chars && (n_blanks > 0 || n_chars < 40);
}

static CnWideOrder
find_wide (const guchar *data,
           gsize         length,
           gsize        *skip)
{
  *skip = 2;
  if (length >= 2 && memcmp (data, "\377\376", 2) == 0)
    return CN_WIDE_LITTLE;
  if (length >= 2 && memcmp (data, "\376\377", 2) == 0)
    return CN_WIDE_BIG;
  *skip = 0;
  return cn_encoding_guess_wide (data, length);
}

static gboolean
decode (GString       *text,
        const guchar  *data,
        gsize          length,
        const char    *content_type,
        GError       **error)
{
  const char *clause = cn_encoding_guess_binary (data, length);
  g_autofree char *label = NULL;
  CnWideOrder wide;
  gsize skip;

  if (clause != NULL)
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_BINARY, clause);
      return FALSE;
    }

  wide = find_wide (data, length, &skip);
  if (wide != CN_WIDE_NONE)
    {
      decode_wide (text, data + skip, length - skip, wide == CN_WIDE_BIG);
      return (length % 2 == 0 && is_sane_wide (text)) || set_malformed (error, N_("it is damaged UTF-16"));
    }

  if (!cn_encoding_is_text (data, length))
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_BINARY, N_("it is no text"));
      return FALSE;
    }

  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    return decode_narrow (text, data + 3, length - 3, "utf-8", error);

  label = find_declaration (data, length, content_type);
  return decode_narrow (text, data, length, label, error);
}

/**
 * cn_encoding_decode:
 * @bytes: a file or a body
 * @content_type: (nullable): the Content-Type header that came with it
 * @length: (out): bytes of the result
 *
 * Returns: (transfer full): valid UTF-8 without NUL and carriage returns; %NULL with %CN_READ_ERROR_EMPTY,
 *   %CN_READ_ERROR_BINARY, %CN_READ_ERROR_MALFORMED or %CN_READ_ERROR_TOO_LARGE
 */
char *
cn_encoding_decode (GBytes      *bytes,
                    const char  *content_type,
                    gsize       *length,
                    GError     **error)
{
  gsize size;
  const guchar *data;
  GString *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_EMPTY, N_("it is empty"));
      return NULL;
    }
  if (size > CN_READ_MAX_BYTES)
    {
      G_STATIC_ASSERT (CN_READ_MAX_BYTES == 64 * 1024 * 1024);
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_TOO_LARGE, N_("it is larger than 64 MiB"));
      return NULL;
    }

  text = g_string_sized_new (size + 1);
  if (!decode (text, data, size, content_type, error))
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  *length = text->len;
  return g_string_free (text, FALSE);
}
