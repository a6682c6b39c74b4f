/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The floor beside the timeline: see the header. */

#include "config.h"

#include "bench-list.h"

#define ROW_HEIGHT 100
#define N_LINES    4

/* A row that says nothing but where it stands. */
#define BENCH_TYPE_ROW (bench_row_get_type ())

G_DECLARE_FINAL_TYPE (BenchRow, bench_row, BENCH, ROW, GtkWidget)

struct _BenchRow
{
  GtkWidget    parent_instance;

  guint        position;
  PangoLayout *lines[N_LINES];
};

G_DEFINE_FINAL_TYPE (BenchRow, bench_row, GTK_TYPE_WIDGET)

static void
clear_lines (BenchRow *self)
{
  for (guint i = 0; i < N_LINES; i++)
    g_clear_object (&self->lines[i]);
}

static PangoLayout *
create_line (BenchRow *self,
             guint     index)
{
  static const char * const words[N_LINES] = {
    "Title of the article, one line of it in bold type, at",
    "First line of a text that goes on beyond the edge of its row, at",
    "Second line of the text, which is cut off where the room ends, at",
    "Day",
  };
  g_autofree char *text = g_strdup_printf ("%s %u", words[index], self->position);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *line = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (index == 0)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (line, attributes);
  pango_layout_set_ellipsize (line, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (line, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1) * PANGO_SCALE);

  return line;
}

static void
bench_row_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  BenchRow *self = BENCH_ROW (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  for (guint i = 0; i < N_LINES; i++)
    {
      if (self->lines[i] == NULL)
        self->lines[i] = create_line (self, i);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) i * ROW_HEIGHT / N_LINES));
      gtk_snapshot_append_layout (snapshot, self->lines[i], &color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
bench_row_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ROW_HEIGHT : 200;
}

static void
bench_row_dispose (GObject *object)
{
  clear_lines (BENCH_ROW (object));

  G_OBJECT_CLASS (bench_row_parent_class)->dispose (object);
}

static void
bench_row_class_init (BenchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_row_dispose;
  GTK_WIDGET_CLASS (klass)->measure = bench_row_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_row_snapshot;
}

static void
bench_row_init (BenchRow *self)
{
}

static void
bench_row_set_position (BenchRow *self,
                        guint     position)
{
  self->position = position;
  clear_lines (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

struct _BenchList
{
  GObject parent_instance;

  guint   n_items;
};

static GType
bench_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
bench_list_get_n_items (GListModel *model)
{
  return BENCH_LIST (model)->n_items;
}

static gpointer
bench_list_get_item (GListModel *model,
                     guint       position)
{
  return position < BENCH_LIST (model)->n_items ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bench_list_get_item_type;
  iface->get_n_items = bench_list_get_n_items;
  iface->get_item = bench_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchList, bench_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bench_list_class_init (BenchListClass *klass)
{
}

static void
bench_list_init (BenchList *self)
{
}

BenchList *
bench_list_new (guint n_items)
{
  BenchList *self = g_object_new (BENCH_TYPE_LIST, NULL);

  self->n_items = n_items;

  return self;
}

/* As a filter does it: everything goes, then the new comes. */
void
bench_list_replace (BenchList *self,
                    guint      n_items)
{
  guint n_old = self->n_items;

  self->n_items = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);
  self->n_items = n_items;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_items);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, g_object_new (BENCH_TYPE_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  bench_row_set_position (BENCH_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_position (item));
}

GtkWidget *
bench_list_create_view (BenchList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
}
