/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves settings a moment after they were changed, and only while there is room on the disk.
 *
 * Where settings are a key file, as in a Flatpak, GLib writes the whole file anew for each of them, and on a full disk
 * puts an empty one in its place. So changes are held back and brought together; before they are let through, it is
 * tried whether a file of some size can be written beside them. Where that fails, they wait until it succeeds. Main
 * thread only. */

#include "config.h"

#include "cn-settings-saver.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Dragging a window's edge changes its size at every frame. */
#define DELAY_MS 250

/* Far more than all settings together. */
#define ROOM (64 * 1024)

struct _CnSettingsSaver
{
  GObject    parent_instance;

  GSettings *settings;
  char      *folder;
  guint      timeout_id;
};

G_DEFINE_FINAL_TYPE (CnSettingsSaver, cn_settings_saver, G_TYPE_OBJECT)

static gboolean
is_there_room (CnSettingsSaver *self)
{
  g_autofree char *path = g_build_filename (self->folder, ".citynet-XXXXXX", NULL);
  int descriptor, code;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return FALSE;

  descriptor = g_mkstemp (path);
  if (descriptor < 0)
    return FALSE;

  do
    code = posix_fallocate (descriptor, 0, ROOM);
  while (code == EINTR);

  close (descriptor);
  g_unlink (path);
  return code == 0;
}

static gboolean
save (CnSettingsSaver *self)
{
  if (!g_settings_get_has_unapplied (self->settings))
    return TRUE;
  if (!is_there_room (self))
    return FALSE;

  g_settings_apply (self->settings);
  return TRUE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  CnSettingsSaver *self = user_data;

  if (!save (self))
    return G_SOURCE_CONTINUE;

  self->timeout_id = 0;
  return G_SOURCE_REMOVE;
}

static void
has_unapplied_cb (CnSettingsSaver *self)
{
  if (self->timeout_id == 0 && g_settings_get_has_unapplied (self->settings))
    self->timeout_id = g_timeout_add (DELAY_MS, timeout_cb, self);
}

static void
cn_settings_saver_dispose (GObject *object)
{
  CnSettingsSaver *self = CN_SETTINGS_SAVER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cn_settings_saver_parent_class)->dispose (object);
}

static void
cn_settings_saver_finalize (GObject *object)
{
  CnSettingsSaver *self = CN_SETTINGS_SAVER (object);

  g_free (self->folder);

  G_OBJECT_CLASS (cn_settings_saver_parent_class)->finalize (object);
}

static void
cn_settings_saver_class_init (CnSettingsSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cn_settings_saver_dispose;
  object_class->finalize = cn_settings_saver_finalize;
}

static void
cn_settings_saver_init (CnSettingsSaver *self)
{
}

/**
 * cn_settings_saver_new:
 * @settings: from now on they are in the mode of g_settings_delay()
 * @folder: where settings are kept, or a folder of the same file system
 *
 * Returns: (transfer full): a saver that saves the settings for as long as it lives
 */
CnSettingsSaver *
cn_settings_saver_new (GSettings  *settings,
                       const char *folder)
{
  CnSettingsSaver *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (CN_TYPE_SETTINGS_SAVER, NULL);
  self->settings = g_object_ref (settings);
  self->folder = g_strdup (folder);
  g_settings_delay (settings);
  g_signal_connect_object (settings, "notify::has-unapplied", G_CALLBACK (has_unapplied_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cn_settings_saver_flush:
 *
 * Saves what was changed, unless the disk is full: then the last changes are forgotten, and those before them are kept.
 */
void
cn_settings_saver_flush (CnSettingsSaver *self)
{
  g_return_if_fail (CN_IS_SETTINGS_SAVER (self));

  if (save (self))
    g_settings_sync ();
}
