/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of strings as SQLite takes them: a JSON array, which json_each() turns into rows.
 *
 * That is how a set of networks gets into a statement without putting SQL together, and how authors are kept
 * in their order. Encoding is a few lines; decoding is left to SQLite, which has the parser. */

#include "config.h"

#include "cn-json-strings.h"
#include "cn-statement.h"

static const char SQL_DECODE[] =
  "SELECT value FROM json_each (:json) ORDER BY key";

static void
append_escaped (GString    *json,
                const char *string)
{
  g_string_append_c (json, '"');

  for (const char *cursor = string; *cursor != '\0'; cursor++)
    if (*cursor == '"' || *cursor == '\\')
      g_string_append_printf (json, "\\%c", *cursor);
    else if ((guchar) *cursor < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *cursor);
    else
      g_string_append_c (json, *cursor);

  g_string_append_c (json, '"');
}

/**
 * cn_json_strings_encode:
 * @strings: (nullable): UTF-8 strings
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): a JSON array, %NULL for %NULL
 */
char *
cn_json_strings_encode (const char * const *strings)
{
  GString *json;

  if (strings == NULL)
    return NULL;

  json = g_string_new ("[");
  for (gsize i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_escaped (json, strings[i]);
    }
  g_string_append_c (json, ']');

  return g_string_free_and_steal (json);
}

/**
 * cn_json_strings_decode:
 * @json: a JSON array of strings
 *
 * Returns: (transfer full): its strings, %NULL with @error set
 */
GStrv
cn_json_strings_decode (CnConnection  *connection,
                        const char    *json,
                        GError       **error)
{
  g_autoptr (CnStatement) statement = cn_connection_prepare (connection, SQL_DECODE, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  CnStep step;

  if (statement == NULL)
    return NULL;

  cn_statement_bind_text (statement, ":json", json);
  while ((step = cn_statement_step (statement, error)) == CN_STEP_ROW)
    g_strv_builder_add (builder, cn_statement_get_text (statement, 0));

  return step == CN_STEP_DONE ? g_strv_builder_end (builder) : NULL;
}
