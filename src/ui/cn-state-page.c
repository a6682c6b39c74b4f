/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page for a library that cannot be opened. Every state has its own words: what happened, that
 * nothing is lost, and what helps. The words of SQLite stay in the log. */

#include "config.h"

#include "cn-state-page.h"

#include <glib/gi18n.h>

struct _CnStatePage
{
  AdwBin         parent_instance;

  AdwStatusPage *status;
  GtkWidget     *try_again;
  GtkWidget     *restore;
  GtkWidget     *export_readable;
  GtkWidget     *start_empty;
  GtkWidget     *show_file;
};

typedef struct
{
  const char *title;
  const char *description;
  gboolean    can_restore;
  gboolean    can_export;
  gboolean    can_start_empty;
} StateWords;

static const StateWords words[] = {
  [CN_LIBRARY_STATE_TOO_NEW] = {
    N_("Made by a Newer CityNet"),
    N_("This library was written by a newer version. It has been left as it is: update CityNet to open it."),
    FALSE, FALSE, FALSE,
  },
  [CN_LIBRARY_STATE_DAMAGED] = {
    N_("The Library Is Damaged"),
    N_("Parts of the file cannot be read. It has been left as it is. A copy made earlier can be put in its place; "
       "the damaged file is then kept beside it."),
    TRUE, TRUE, TRUE,
  },
  [CN_LIBRARY_STATE_FOREIGN] = {
    N_("Not a CityNet Library"),
    N_("The file belongs to something else. It has been left as it is."),
    FALSE, FALSE, TRUE,
  },
  [CN_LIBRARY_STATE_LOCKED] = {
    N_("The Library Is in Use"),
    N_("Another program holds the file. Close it, then try again."),
    FALSE, FALSE, FALSE,
  },
  [CN_LIBRARY_STATE_FULL] = {
    N_("No Space Left"),
    N_("The disk that holds the library is full. Make some room, then try again. What was stored is safe."),
    FALSE, FALSE, FALSE,
  },
  [CN_LIBRARY_STATE_FAILED] = {
    N_("The Library Could Not Be Opened"),
    N_("The file or its folder could not be used. What was stored has not been touched."),
    TRUE, FALSE, FALSE,
  },
};

G_DEFINE_FINAL_TYPE (CnStatePage, cn_state_page, ADW_TYPE_BIN)

static void
set_suggested (GtkWidget *button,
               gboolean   is_suggested)
{
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
cn_state_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CN_TYPE_STATE_PAGE);

  G_OBJECT_CLASS (cn_state_page_parent_class)->dispose (object);
}

static void
cn_state_page_class_init (CnStatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cn_state_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/CityNet/ui/cn-state-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnStatePage, status);
  gtk_widget_class_bind_template_child (widget_class, CnStatePage, try_again);
  gtk_widget_class_bind_template_child (widget_class, CnStatePage, restore);
  gtk_widget_class_bind_template_child (widget_class, CnStatePage, export_readable);
  gtk_widget_class_bind_template_child (widget_class, CnStatePage, start_empty);
  gtk_widget_class_bind_template_child (widget_class, CnStatePage, show_file);
}

static void
cn_state_page_init (CnStatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cn_state_page_set_state (CnStatePage    *self,
                         CnLibraryState  state,
                         const char     *path)
{
  g_autofree char *description = NULL;
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (CN_IS_STATE_PAGE (self));
  g_return_if_fail ((guint) state < G_N_ELEMENTS (words) && words[state].title != NULL);

  name = g_filename_display_name (path != NULL ? path : "");
  escaped = g_markup_escape_text (name, -1);
  description = g_strdup_printf ("%s\n\n<small>%s</small>", _(words[state].description), escaped);
  adw_status_page_set_title (self->status, _(words[state].title));
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (self->restore, words[state].can_restore);
  gtk_widget_set_visible (self->export_readable, words[state].can_export);
  gtk_widget_set_visible (self->start_empty, words[state].can_start_empty);
  set_suggested (self->restore, words[state].can_restore);
  set_suggested (self->try_again, !words[state].can_restore);
}
