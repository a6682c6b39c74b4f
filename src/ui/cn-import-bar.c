/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The progress of imports. Only one runs at a time; what is added meanwhile waits its turn. The bar
 * appears after a second, because most imports are over by then, and a bar that flashes by says
 * nothing. */

#include "config.h"

#include "cn-import-bar.h"

#include <glib/gi18n.h>

#include "cn-guard.h"

#define REVEAL_DELAY_MS 1000

struct _CnImportBar
{
  AdwBin          parent_instance;

  GQueue          waiting;      /* of CnImporter */
  CnImporter     *importer;     /* the one that runs */
  gboolean        is_held;
  guint           reveal_source;

  GtkLabel       *label;
  GtkProgressBar *progress;
};

enum
{
  FINISHED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnImportBar, cn_import_bar, ADW_TYPE_BIN)

/* Not a template child of ours: disposing the template would take it from under the bin that holds it. */
static GtkRevealer *
get_revealer (CnImportBar *self)
{
  return GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)));
}

static void run_next (CnImportBar *self);

static void
update (CnImportBar *self)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  guint n_inputs;
  guint n_done;

  if (self->importer == NULL)
    return;

  n_inputs = cn_importer_get_n_inputs (self->importer);
  n_done = MIN (cn_importer_get_n_done (self->importer), n_inputs);
  g_object_get (self->importer, "current-name", &name, NULL);
  if (name != NULL)
    /* Translators: progress of an import: the number of this file, the number of all, its name */
    words = g_strdup_printf (_("Adding %1$u of %2$u: %3$s"), MIN (n_done + 1, n_inputs), n_inputs, name);
  else
    words = g_strdup (_("Adding articles…"));
  gtk_label_set_label (self->label, words);
  gtk_progress_bar_set_fraction (self->progress, n_inputs > 0 ? (double) n_done / n_inputs : 0);
}

static gboolean
reveal_cb (gpointer user_data)
{
  CnImportBar *self = CN_IMPORT_BAR (user_data);

  self->reveal_source = 0;
  update (self);
  gtk_revealer_set_reveal_child (get_revealer (self), TRUE);

  return G_SOURCE_REMOVE;
}

static void
stop (CnImportBar *self)
{
  if (self->importer != NULL)
    g_signal_handlers_disconnect_by_func (self->importer, update, self);
  g_clear_object (&self->importer);
  g_clear_handle_id (&self->reveal_source, g_source_remove);
}

static void
finished_cb (gpointer   object,
             DexFuture *reply,
             gpointer   user_data)
{
  CnImportBar *self = CN_IMPORT_BAR (object);
  g_autoptr (GError) error = NULL;
  const GValue *value;

  stop (self);
  value = dex_future_get_value (reply, &error);
  if (value != NULL)
    g_signal_emit (self, signals[FINISHED], 0, g_value_get_boxed (value));
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
  run_next (self);
}

static void
run_next (CnImportBar *self)
{
  if (self->importer != NULL || self->is_held)
    return;

  self->importer = g_queue_pop_head (&self->waiting);
  if (self->importer == NULL)
    {
      gtk_revealer_set_reveal_child (get_revealer (self), FALSE);
      return;
    }

  g_signal_connect_object (self->importer, "notify::n-done", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "notify::current-name", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  if (!gtk_revealer_get_reveal_child (get_revealer (self)))
    self->reveal_source = g_timeout_add (REVEAL_DELAY_MS, reveal_cb, self);

  cn_guard_reply (cn_importer_run (self->importer), self, finished_cb, NULL, NULL);
}

static void
cancel_cb (CnImportBar *self)
{
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->importer != NULL)
    cn_importer_cancel (self->importer);
}

static void
cn_import_bar_dispose (GObject *object)
{
  CnImportBar *self = CN_IMPORT_BAR (object);

  cancel_cb (self);
  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CN_TYPE_IMPORT_BAR);

  G_OBJECT_CLASS (cn_import_bar_parent_class)->dispose (object);
}

static void
cn_import_bar_class_init (CnImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cn_import_bar_dispose;

  signals[FINISHED] =
    g_signal_new ("finished", CN_TYPE_IMPORT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CN_TYPE_IMPORT_REPORT);
  signals[FAILED] =
    g_signal_new ("failed", CN_TYPE_IMPORT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CnImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, CnImportBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
cn_import_bar_init (CnImportBar *self)
{
  g_queue_init (&self->waiting);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cn_import_bar_run (CnImportBar *self,
                   CnImporter  *importer)
{
  g_return_if_fail (CN_IS_IMPORT_BAR (self));
  g_return_if_fail (CN_IS_IMPORTER (importer));

  g_queue_push_tail (&self->waiting, g_object_ref (importer));
  run_next (self);
}

/* Files named at the start come before there is a library to put them into. */
void
cn_import_bar_set_held (CnImportBar *self,
                        gboolean     is_held)
{
  g_return_if_fail (CN_IS_IMPORT_BAR (self));

  if (self->is_held == is_held)
    return;

  self->is_held = is_held;
  run_next (self);
}

gboolean
cn_import_bar_is_busy (CnImportBar *self)
{
  g_return_val_if_fail (CN_IS_IMPORT_BAR (self), FALSE);

  return self->importer != NULL;
}
