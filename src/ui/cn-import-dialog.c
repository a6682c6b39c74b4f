/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The details of an import. There may be thousands of problems (somebody dropped the wrong folder),
 * so they are a list view over strings rather than rows of a boxed list. */

#include "config.h"

#include "cn-import-dialog.h"

#include <glib/gi18n.h>

struct _CnImportDialog
{
  AdwDialog       parent_instance;

  GtkLabel       *summary;
  GtkWidget      *skipped;
  GtkNoSelection *problems;
  GtkWidget      *undo;
};

enum
{
  UNDO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnImportDialog, cn_import_dialog, ADW_TYPE_DIALOG)

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
undo_cb (CnImportDialog *self)
{
  g_signal_emit (self, signals[UNDO], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cn_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CN_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (cn_import_dialog_parent_class)->dispose (object);
}

static void
cn_import_dialog_class_init (CnImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cn_import_dialog_dispose;

  signals[UNDO] =
    g_signal_new ("undo", CN_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, CnImportDialog, skipped);
  gtk_widget_class_bind_template_child (widget_class, CnImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, CnImportDialog, undo);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
cn_import_dialog_init (CnImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Each count is a sentence of its own, so that languages can order and inflect it. */
char *
cn_import_report_summarise (CnImportReport *report)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_problems;

  g_return_val_if_fail (report != NULL, NULL);

  n_problems = report->problems != NULL ? report->problems->len : 0;
  if (report->n_added > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u article added", "%u articles added", report->n_added),
                                             report->n_added));
  if (report->n_updated > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u article updated", "%u articles updated",
                                                       report->n_updated), report->n_updated));
  if (report->n_known > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u was there already", "%u were there already",
                                                       report->n_known), report->n_known));
  if (n_problems > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u could not be used", "%u could not be used", n_problems),
                                             n_problems));
  if (report->was_cancelled)
    g_ptr_array_add (parts, g_strdup (_("cancelled")));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_("Nothing was added")));
  g_ptr_array_add (parts, NULL);

  /* Translators: between the counts of an import: "3 articles added, 1 could not be used" */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

AdwDialog *
cn_import_dialog_new (CnImportReport *report,
                      gboolean        can_undo)
{
  CnImportDialog *self;
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autofree char *summary = cn_import_report_summarise (report);

  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (CN_TYPE_IMPORT_DIALOG, NULL);
  for (guint i = 0; report->problems != NULL && i < report->problems->len; i++)
    {
      const CnImportProblem *problem = g_ptr_array_index (report->problems, i);

      /* Translators: a file that could not be used: its name and why, "notes.txt: it is empty" */
      gtk_string_list_take (lines, g_strdup_printf (_("%1$s: %2$s"), problem->name, problem->reason));
    }
  gtk_label_set_label (self->summary, summary);
  gtk_no_selection_set_model (self->problems, G_LIST_MODEL (lines));
  gtk_widget_set_visible (self->skipped, g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0);
  gtk_widget_set_visible (self->undo, can_undo);

  return ADW_DIALOG (self);
}
