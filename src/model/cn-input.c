/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a file that a user has named, whatever it turns out to be.
 *
 * Any thread; blocks, so not the main one. Only regular files are read: the kind is asked before opening,
 * because opening a device can do something, and again of the open file, because the name may lead
 * elsewhere by then. O_NONBLOCK keeps a pipe without a writer from stopping the program. Each refusal is
 * one clause in the user's language, without the name. */

#include "config.h"

#include "cn-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cn-reader.h"

#define CHUNK (1024 * 1024)

static gboolean
refuse (GError     **error,
        GIOErrorEnum code,
        const char  *clause)
{
  g_set_error_literal (error, G_IO_ERROR, (int) code, clause);
  return FALSE;
}

static gboolean
refuse_for_errno (GError **error,
                  int      reason)
{
  switch (reason)
    {
    case ENOENT:
    case ENOTDIR:
      return refuse (error, G_IO_ERROR_NOT_FOUND, _("there is no such file"));
    case EACCES:
    case EPERM:
      return refuse (error, G_IO_ERROR_PERMISSION_DENIED, _("you have no permission to read it"));
    case ELOOP:
      return refuse (error, G_IO_ERROR_TOO_MANY_LINKS, _("its symbolic links lead round in a circle"));
    case ENAMETOOLONG:
      return refuse (error, G_IO_ERROR_FILENAME_TOO_LONG, _("its name is too long"));
    case ENXIO:
      return refuse (error, G_IO_ERROR_NOT_REGULAR_FILE, _("it is a socket or a device, not a file"));
    default:
      /* Translators: %s is a message of the operating system. */
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (reason), _("it cannot be read (%s)"),
                   g_strerror (reason));
      return FALSE;
    }
}

static gboolean
check_kind (const struct stat  *status,
            GError            **error)
{
  if (S_ISDIR (status->st_mode))
    return refuse (error, G_IO_ERROR_IS_DIRECTORY, _("it is a folder"));
  if (S_ISFIFO (status->st_mode))
    return refuse (error, G_IO_ERROR_NOT_REGULAR_FILE, _("it is a pipe, not a file"));
  if (!S_ISREG (status->st_mode))
    return refuse (error, G_IO_ERROR_NOT_REGULAR_FILE, _("it is a socket or a device, not a file"));
  if (status->st_size <= CN_READ_MAX_BYTES)
    return TRUE;

  G_STATIC_ASSERT (CN_READ_MAX_BYTES == 64 * 1024 * 1024);
  g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_TOO_LARGE, _("it is larger than 64 MiB"));
  return FALSE;
}

static int
open_regular (const char  *path,
              GError     **error)
{
  struct stat status;
  int fd;

  if (stat (path, &status) != 0)
    {
      refuse_for_errno (error, errno);
      return -1;
    }
  if (!check_kind (&status, error))
    return -1;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      refuse_for_errno (error, errno);
      return -1;
    }
  if (fstat (fd, &status) == 0 && check_kind (&status, error))
    return fd;

  if (error != NULL && *error == NULL)
    refuse_for_errno (error, errno);
  close (fd);
  return -1;
}

/* Reads to the end, or one byte over the limit: a file may grow while it is read. */
static GByteArray *
read_all (int            fd,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();

  while (content->len <= CN_READ_MAX_BYTES)
    {
      guint start = content->len;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      g_byte_array_set_size (content, start + CHUNK);
      do
        n = read (fd, content->data + start, CHUNK);
      while (n < 0 && errno == EINTR);
      g_byte_array_set_size (content, start + (guint) MAX (n, 0));
      if (n < 0)
        {
          refuse_for_errno (error, errno);
          return NULL;
        }
      if (n == 0)
        break;
    }

  return g_steal_pointer (&content);
}

/**
 * cn_input_load_file:
 * @file: what the user named
 * @cancellable: (nullable): stops the reading
 *
 * Reads a whole regular file of at most %CN_READ_MAX_BYTES. Any thread but the main one.
 *
 * Returns: (transfer full): its bytes, or %NULL with a #GIOErrorEnum or a #CnReadError whose message is one
 *   clause in the user's language
 */
GBytes *
cn_input_load_file (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GByteArray) content = NULL;
  int fd;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      refuse (error, G_IO_ERROR_NOT_SUPPORTED, _("it is not a file on this computer"));
      return NULL;
    }

  fd = open_regular (path, error);
  if (fd < 0)
    return NULL;

  content = read_all (fd, cancellable, error);
  close (fd);
  if (content == NULL)
    return NULL;
  if (content->len == 0)
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_EMPTY, _("it is empty"));
      return NULL;
    }
  if (content->len > CN_READ_MAX_BYTES)
    {
      g_set_error_literal (error, CN_READ_ERROR, CN_READ_ERROR_TOO_LARGE, _("it grows while it is read"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
