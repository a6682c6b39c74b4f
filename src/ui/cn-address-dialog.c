/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog for an address, and what counts as one. */

#include "config.h"

#include "cn-address-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CnAddressDialog
{
  AdwDialog    parent_instance;

  AdwEntryRow *entry;
  GtkWidget   *add_button;
};

enum
{
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnAddressDialog, cn_address_dialog, ADW_TYPE_DIALOG)

static char *
dup_address (CnAddressDialog *self)
{
  return cn_address_from_text (gtk_editable_get_text (GTK_EDITABLE (self->entry)), TRUE);
}

static void
changed_cb (CnAddressDialog *self)
{
  g_autofree char *address = dup_address (self);

  gtk_widget_set_sensitive (self->add_button, address != NULL);
}

static void
cancel_cb (CnAddressDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (CnAddressDialog *self)
{
  g_autofree char *address = dup_address (self);

  if (address == NULL)
    return;

  g_signal_emit (self, signals[ADD], 0, address);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cn_address_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CN_TYPE_ADDRESS_DIALOG);

  G_OBJECT_CLASS (cn_address_dialog_parent_class)->dispose (object);
}

static void
cn_address_dialog_class_init (CnAddressDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cn_address_dialog_dispose;

  signals[ADD] =
    g_signal_new ("add", CN_TYPE_ADDRESS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnAddressDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CnAddressDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
cn_address_dialog_init (CnAddressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
cn_address_dialog_new (void)
{
  return g_object_new (CN_TYPE_ADDRESS_DIALOG, NULL);
}

char *
cn_address_from_text (const char *text,
                      gboolean    guess_scheme)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0' || strpbrk (stripped, " \t\r\n") != NULL)
    return NULL;

  if (guess_scheme && strstr (stripped, "://") == NULL && strchr (stripped, '.') != NULL)
    {
      char *with_scheme = g_strconcat ("https://", stripped, NULL);

      g_free (stripped);
      stripped = with_scheme;
    }

  uri = g_uri_parse (stripped, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;

  scheme = g_uri_get_scheme (uri);
  if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0)
    return NULL;

  return g_steal_pointer (&stripped);
}
