/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text from anywhere on its way to a terminal.
 *
 * Pure but for cn_terminal_get_width(). A terminal obeys control characters, and marks that turn the direction of all
 * that follows outlive their line: neither ever reaches one. Widths are counted in columns: East Asian letters take
 * two, combining marks none. */

#include "config.h"

#include "cn-cli-text.h"

#include <sys/ioctl.h>
#include <unistd.h>

/*
 * cn_text_get_char_width:
 *
 * Returns: how many columns of a terminal @c takes
 */
guint
cn_text_get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/*
 * cn_text_get_width:
 * @text: UTF-8
 *
 * Returns: how many columns of a terminal it takes
 */
guint
cn_text_get_width (const char *text)
{
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += cn_text_get_char_width (g_utf8_get_char (p));

  return width;
}

static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Control characters leave a mark where they stood; the separators of lines and paragraphs count among them. */
static void
append_printable (GString  *out,
                  gunichar  c)
{
  if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
    g_string_append_unichar (out, 0xFFFD);
  else if (!turns_direction (c))
    g_string_append_unichar (out, c);
}

/*
 * cn_text_dup_line:
 * @text: UTF-8 from anywhere
 *
 * Returns: (transfer full): @text as one line that a terminal may print: white space folded, no control characters
 */
char *
cn_text_dup_line (const char *text)
{
  GString *line;

  g_return_val_if_fail (text != NULL, NULL);

  line = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        append_printable (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  g_string_truncate (line, line->len - (line->len > 0 && line->str[line->len - 1] == ' '));

  return g_string_free (line, FALSE);
}

/*
 * cn_text_dup_name:
 * @name: what a user typed or a file is called, in any encoding
 *
 * Returns: (transfer full): @name as a terminal may print it, with its spaces as they are, because two names may differ
 *   in nothing else
 */
char *
cn_text_dup_name (const char *name)
{
  g_autofree char *text = NULL;
  GString *printable;

  g_return_val_if_fail (name != NULL, NULL);

  text = g_filename_display_name (name);
  printable = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_printable (printable, g_utf8_get_char (p));

  return g_string_free (printable, FALSE);
}

/*
 * cn_terminal_get_width:
 *
 * Returns: columns of the terminal that standard output is, %G_MAXUINT when it is none
 */
guint
cn_terminal_get_width (void)
{
  struct winsize size = { 0 };

  if (!isatty (STDOUT_FILENO))
    return G_MAXUINT;

  return ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}
