/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cn-article-page.h"
#include "cn-import-bar.h"
#include "cn-sidebar.h"
#include "cn-state-page.h"
#include "cn-timeline-page.h"
#include "cn-window.h"

G_BEGIN_DECLS

/* Seconds. A toast with a button is to be read, decided upon and reached, also by Tab. */
#define CN_BUTTON_TOAST_TIMEOUT 10

typedef enum
{
  CN_UNDO_READ,
  CN_UNDO_STARRED,
  CN_UNDO_IMPORT,
} CnUndoKind;

/* Something that can be taken back. */
typedef struct
{
  CnUndoKind kind;
  gint64     id;      /* of the article or the import */
  gboolean   value;   /* of the mark, to go back to */
} CnUndo;

struct _CnWindow
{
  AdwApplicationWindow    parent_instance;

  CnLibrary              *library;
  CnTimeline             *timeline;
  GSettings              *settings;

  AdwToastOverlay        *toasts;
  AdwToast               *toast;          /* the newest */
  GtkStack               *pages;
  GtkWidget              *spinner;
  CnStatePage            *state_page;
  AdwStatusPage          *welcome;
  GtkWidget              *open_button;
  AdwNavigationSplitView *outer_view;
  AdwNavigationSplitView *inner_view;
  CnSidebar              *sidebar;
  CnTimelinePage         *timeline_page;
  CnArticlePage          *article_page;
  CnImportBar            *import_bar;
  GtkRevealer            *drop_revealer;

  guint                   spinner_source;
  guint                   focus_source;
  GArray                 *undos;          /* of CnUndo, the newest last */
  CnImportReport         *report;         /* of the last import, for who has missed its toast */
};

/* cn-window-actions.c: marking, copying, undoing */
void cn_window_install_actions        (GtkWidgetClass *widget_class);
void cn_window_mark_read              (CnWindow       *self,
                                       gint64          id);
void cn_window_push_undo              (CnWindow       *self,
                                       CnUndoKind      kind,
                                       gint64          id,
                                       gboolean        value);
gboolean cn_window_can_undo_import    (CnWindow       *self,
                                       gint64          import_id);
void cn_window_forget_undos           (CnWindow       *self);
void cn_window_show_toast             (CnWindow       *self,
                                       const char     *title);
void cn_window_show_import_toast      (CnWindow       *self,
                                       const char     *title,
                                       gint64          import_id);

/* cn-window-rescue.c: what helps a library that cannot be opened */
void cn_window_install_rescue_actions (GtkWidgetClass *widget_class);

/* cn-window-add.c: everything by which articles come in */
void cn_window_install_add_actions    (GtkWidgetClass *widget_class);
void cn_window_setup_drop             (CnWindow       *self);
void cn_window_import_finished_cb     (CnWindow       *self,
                                       CnImportReport *report);
void cn_window_set_report             (CnWindow       *self,
                                       CnImportReport *report);
void cn_window_import_failed_cb       (CnWindow       *self,
                                       const char     *message);

G_END_DECLS
