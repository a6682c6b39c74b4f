/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a box with a document's blocks, frame by frame as much as can be laid out without missing one, and never
 * further than a screen below what is visible: a text of a thousand pages opens as fast as one of ten lines, and
 * costs the memory of what was read. */

#include "config.h"

#include "cn-article-body.h"

#include "cn-block-widget.h"

/* One label of the greatest length, or several short ones: some three milliseconds of layout. */
#define SLICE_BYTES    1600
/* With the rest of the page, which is measured in the same turn of the main loop. */
#define FIRST_BYTES    400
#define SCREENS_BEYOND 1
#define SPACING        15

struct _CnArticleBody
{
  AdwBin         parent_instance;

  CnDocument    *document;
  GtkAdjustment *adjustment;
  gboolean       is_furniture;

  GtkBox        *box;
  CnBlockCursor  cursor;
  guint          tick;      /* while there is more to show than fits the screen below */
  gboolean       has_begun; /* with the first paragraph */
};

typedef enum
{
  PROP_ADJUSTMENT = 1,
  PROP_IS_FURNITURE,
} CnArticleBodyProperty;

static GParamSpec *properties[PROP_IS_FURNITURE + 1];

G_DEFINE_FINAL_TYPE (CnArticleBody, cn_article_body, ADW_TYPE_BIN)

/* Date and byline above the text are said by the page already, where they could be read; those below it are the
 * text's own. */
static gboolean
is_said_above (CnArticleBody *self,
               const CnBlock *block)
{
  if (self->has_begun || self->is_furniture)
    return FALSE;
  if (block->kind == CN_BLOCK_DATE_LINE)
    return cn_date_get_precision (self->document->published) != CN_PRECISION_NONE;

  return block->kind == CN_BLOCK_BYLINE && self->document->authors != NULL && self->document->authors[0] != NULL;
}

static gboolean
is_ours (CnArticleBody *self,
         guint          index)
{
  const CnBlock *block = cn_document_get_block (self->document, index);

  if ((block->furniture != CN_FURNITURE_NONE) != self->is_furniture)
    return FALSE;
  if (block->kind == CN_BLOCK_PARAGRAPH && !self->is_furniture)
    self->has_begun = TRUE;

  return !is_said_above (self, block);
}

gboolean
cn_article_body_is_complete (CnArticleBody *self)
{
  g_return_val_if_fail (CN_IS_ARTICLE_BODY (self), TRUE);

  return self->document == NULL || self->cursor.next >= cn_document_get_n_blocks (self->document);
}

static void
append (CnArticleBody *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->box));
  gboolean is_part = self->cursor.offset > 0;
  GtkWidget *widget;

  if (last != NULL && cn_block_widget_extend (last, &self->cursor))
    return;

  widget = cn_block_widget_new (&self->cursor);
  if (widget == NULL)
    return;

  if (last != NULL && !is_part)
    gtk_widget_set_margin_top (widget, gtk_widget_get_margin_top (widget) + SPACING);
  gtk_box_append (self->box, widget);
}

static void
fill_slice (CnArticleBody *self,
            gsize          n_bytes)
{
  self->cursor.budget = n_bytes;
  while (!cn_article_body_is_complete (self) && self->cursor.budget > 0)
    {
      if (is_ours (self, self->cursor.next))
        append (self);
      else
        self->cursor.next++;
    }
}

static gboolean
needs_more (CnArticleBody *self)
{
  double page;
  double below;

  if (cn_article_body_is_complete (self))
    return FALSE;
  if (self->adjustment == NULL)
    return TRUE;

  page = gtk_adjustment_get_page_size (self->adjustment);
  below = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_value (self->adjustment) - page;

  return below < SCREENS_BEYOND * page;
}

/* Once in a frame, whose layout then says how far it reaches. What still fits into the page changes nothing about the
 * adjustment, and so its signal alone would leave a tall window with the first slice of a text. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CnArticleBody *self = CN_ARTICLE_BODY (widget);

  if (gtk_widget_get_mapped (widget) && needs_more (self))
    {
      fill_slice (self, SLICE_BYTES);
      return G_SOURCE_CONTINUE;
    }

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
adjustment_cb (CnArticleBody *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) && needs_more (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

static void
stop (CnArticleBody *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
cn_article_body_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cn_article_body_parent_class)->map (widget);

  adjustment_cb (CN_ARTICLE_BODY (widget));
}

static void
set_adjustment (CnArticleBody *self,
                GtkAdjustment *adjustment)
{
  if (self->adjustment == adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, adjustment_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    {
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADJUSTMENT]);
}

static void
cn_article_body_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CnArticleBody *self = CN_ARTICLE_BODY (object);

  switch ((CnArticleBodyProperty) property_id)
    {
    case PROP_ADJUSTMENT:
      g_value_set_object (value, self->adjustment);
      break;

    case PROP_IS_FURNITURE:
      g_value_set_boolean (value, self->is_furniture);
      break;
    }
}

static void
cn_article_body_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CnArticleBody *self = CN_ARTICLE_BODY (object);

  switch ((CnArticleBodyProperty) property_id)
    {
    case PROP_ADJUSTMENT:
      set_adjustment (self, g_value_get_object (value));
      break;

    case PROP_IS_FURNITURE:
      self->is_furniture = g_value_get_boolean (value);
      break;
    }
}

static void
cn_article_body_dispose (GObject *object)
{
  CnArticleBody *self = CN_ARTICLE_BODY (object);

  stop (self);
  set_adjustment (self, NULL);
  g_clear_pointer (&self->document, cn_document_unref);

  G_OBJECT_CLASS (cn_article_body_parent_class)->dispose (object);
}

static void
cn_article_body_class_init (CnArticleBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_article_body_get_property;
  object_class->set_property = cn_article_body_set_property;
  object_class->dispose = cn_article_body_dispose;
  widget_class->map = cn_article_body_map;

  properties[PROP_ADJUSTMENT] =
    g_param_spec_object ("adjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_FURNITURE] =
    g_param_spec_boolean ("is-furniture", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "article-body");
}

static void
cn_article_body_init (CnArticleBody *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
cn_article_body_set_document (CnArticleBody    *self,
                              const CnDocument *document)
{
  GtkWidget *child;

  g_return_if_fail (CN_IS_ARTICLE_BODY (self));

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  g_clear_pointer (&self->document, cn_document_unref);
  /* Reference counting does not change what the document says. */
  self->document = document != NULL ? cn_document_ref ((CnDocument *) document) : NULL;
  self->cursor = (CnBlockCursor) { .document = document };
  self->has_begun = FALSE;

  /* The beginning is there in the very next frame. */
  if (document != NULL)
    fill_slice (self, FIRST_BYTES);
  adjustment_cb (self);
}
