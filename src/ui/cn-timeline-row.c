/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the timeline, drawn by hand. GtkListView keeps some two hundred rows alive whatever the
 * window shows, and binds all of them again when the filter changes or the user jumps: one widget
 * of a fixed height which makes its four layouts only when it is drawn binds several times faster
 * than a box of labels. The height follows from the font alone, so it never has to be measured for
 * a width. What it says to a screen reader is made at once for a row in sight, and for the others when there is
 * nothing else to do. */

#include "config.h"

#include "cn-timeline-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "cn-date-format.h"
#include "cn-network-key.h"

#define PADDING      10
#define GUTTER       14  /* for the unread mark, and as much on the other side */
#define LINE_GAP     3
#define DOT_SIZE     8
#define KEY_SIZE     9
#define KEY_GAP      5
#define NAME_GAP     10
#define TEXT_LINES   4   /* of title and text together: "two of the title and two of the text" or "one and three" */
#define TITLE_LINES  2
#define SMALL        0.85
/* Sentences that are made in one turn of the main loop for rows out of sight. */
#define LABEL_PORTION 16

typedef enum
{
  LAYOUT_DATE,
  LAYOUT_TITLE,
  LAYOUT_SNIPPET,
  N_LAYOUTS
} LayoutIndex;

struct _CnTimelineRow
{
  GtkWidget    parent_instance;

  GtkListItem *item;              /* not owned: it owns the row */
  CnArticle   *article;
  gulong       changed_handler;
  char        *label;
  GList        waiting;           /* in waiting_rows, while the label is older than what is shown; no data: not there */

  PangoLayout *layouts[N_LAYOUTS];
  GPtrArray   *names;             /* (element-type PangoLayout): of the networks */
  int          layout_width;
  guint        context_serial;
  int          line_height;
  int          small_height;
};

typedef enum
{
  PROP_ARTICLE = 1,
  PROP_LABEL,
} CnTimelineRowProperty;

static GParamSpec *properties[PROP_LABEL + 1];

static GQueue waiting_rows = G_QUEUE_INIT;
static guint waiting_source;

G_DEFINE_FINAL_TYPE (CnTimelineRow, cn_timeline_row, GTK_TYPE_WIDGET)

static void
clear_layouts (CnTimelineRow *self)
{
  for (guint i = 0; i < N_LAYOUTS; i++)
    g_clear_object (&self->layouts[i]);
  g_ptr_array_set_size (self->names, 0);
}

/* The text scale, the font and the direction are all in the Pango context; its serial changes with them. */
static void
update_metrics (CnTimelineRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);
  PangoFontMetrics *metrics;

  if (self->context_serial == serial)
    return;

  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  self->small_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics) * SMALL);
  self->context_serial = serial;
  pango_font_metrics_unref (metrics);
  clear_layouts (self);
}

static PangoLayout *
create_layout (CnTimelineRow *self,
               const char    *text,
               double         scale,
               PangoWeight    weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (scale != 1.0)
    pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (weight != PANGO_WEIGHT_NORMAL)
    pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static PangoLayout *
create_wrapped (CnTimelineRow *self,
                const char    *text,
                PangoWeight    weight,
                int            width,
                int            lines)
{
  PangoLayout *layout = create_layout (self, text, 1.0, weight);

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  /* A negative height is a number of lines. */
  pango_layout_set_height (layout, -lines);

  return layout;
}

static void
ensure_layouts (CnTimelineRow *self,
                int            width)
{
  g_autofree char *date = NULL;
  gboolean is_read = cn_article_is_read (self->article);
  int title_lines;

  if (self->layouts[LAYOUT_TITLE] != NULL && self->layout_width == width)
    return;

  clear_layouts (self);
  self->layout_width = width;

  date = cn_date_format_short (cn_article_get_published (self->article));
  self->layouts[LAYOUT_DATE] = create_layout (self, date, SMALL, PANGO_WEIGHT_NORMAL);
  self->layouts[LAYOUT_TITLE] = create_wrapped (self, cn_article_get_title (self->article),
                                                is_read ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_BOLD, width, TITLE_LINES);
  title_lines = MIN (pango_layout_get_line_count (self->layouts[LAYOUT_TITLE]), TITLE_LINES);
  self->layouts[LAYOUT_SNIPPET] = create_wrapped (self, cn_article_get_snippet (self->article),
                                                  PANGO_WEIGHT_NORMAL, width, TEXT_LINES - title_lines);

  for (guint i = 0; i < cn_article_get_n_networks (self->article); i++)
    {
      CnNetwork *network = cn_article_get_network (self->article, i);

      g_ptr_array_add (self->names,
                       create_layout (self, cn_network_get_short_name (network), SMALL, PANGO_WEIGHT_NORMAL));
    }
}

/* One sentence, made of whole parts that translators can order. */
static char *
describe (CnArticle *article)
{
  g_autoptr (GStrvBuilder) networks = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *date = NULL;
  const char *read;
  const char *starred;

  if (!cn_article_is_loaded (article))
    return g_strdup (_("Loading…"));

  for (guint i = 0; i < cn_article_get_n_networks (article); i++)
    g_strv_builder_add (networks, cn_network_get_short_name (cn_article_get_network (article, i)));
  names = g_strv_builder_end (networks);
  /* Translators: between the names of networks in a spoken list */
  joined = names[0] != NULL ? g_strjoinv (_(", "), names) : g_strdup (_("no network"));
  date = cn_date_format_long (cn_article_get_published (article));
  read = cn_article_is_read (article) ? C_("spoken state", "read") : C_("spoken state", "unread");
  starred = cn_article_is_starred (article) ? C_("spoken state", "starred") : NULL;

  if (starred != NULL)
    /* Translators: spoken for a row: title, networks, date, "unread", "starred" */
    return g_strdup_printf (C_("spoken row", "%1$s, %2$s, %3$s, %4$s, %5$s"),
                            cn_article_get_title (article), joined, date, read, starred);

  /* Translators: spoken for a row: title, networks, date, "unread" */
  return g_strdup_printf (C_("spoken row", "%1$s, %2$s, %3$s, %4$s"),
                          cn_article_get_title (article), joined, date, read);
}

static void update_label (CnTimelineRow *self);

static void
stop_waiting (CnTimelineRow *self)
{
  if (self->waiting.data == NULL)
    return;

  g_queue_unlink (&waiting_rows, &self->waiting);
  self->waiting.data = NULL;
}

/* Idles of one priority all run in one turn of the main loop: one for each row would be one long turn. */
static gboolean
update_waiting_cb (gpointer user_data)
{
  for (guint i = 0; i < LABEL_PORTION && waiting_rows.length > 0; i++)
    update_label (waiting_rows.head->data);

  if (waiting_rows.length > 0)
    return G_SOURCE_CONTINUE;

  waiting_source = 0;
  return G_SOURCE_REMOVE;
}

static void
wait_for_label (CnTimelineRow *self)
{
  if (self->waiting.data != NULL)
    return;

  self->waiting.data = self;
  g_queue_push_tail_link (&waiting_rows, &self->waiting);
  if (waiting_source == 0)
    waiting_source = g_idle_add_full (G_PRIORITY_LOW, update_waiting_cb, NULL, NULL);
}

static void
update_label (CnTimelineRow *self)
{
  g_autofree char *label = self->article != NULL ? describe (self->article) : NULL;

  stop_waiting (self);
  if (!g_set_str (&self->label, label))
    return;

  if (self->item != NULL)
    gtk_list_item_set_accessible_label (self->item, label != NULL ? label : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
update (CnTimelineRow *self)
{
  clear_layouts (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      update_label (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      wait_for_label (self);
    }
}

static void
cn_timeline_row_map (GtkWidget *widget)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (widget);

  if (self->waiting.data != NULL)
    update_label (self);

  GTK_WIDGET_CLASS (cn_timeline_row_parent_class)->map (widget);
}

static void
draw_layout (GtkWidget     *widget,
             GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             float          x,
             float          y,
             const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_dot (CnTimelineRow *self,
          GtkSnapshot   *snapshot,
          float          x,
          float          y)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GskRoundedRect circle;
  GdkRGBA rgba;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &rgba);
  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (x, y, DOT_SIZE, DOT_SIZE), DOT_SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &rgba, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_star (CnTimelineRow *self,
           GtkSnapshot   *snapshot,
           float          x,
           float          y,
           const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                     "starred-symbolic", NULL, self->small_height,
                                     gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
                                     GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            self->small_height, self->small_height, color, 1);
  gtk_snapshot_restore (snapshot);
}

/* From the reading side: keys and names as far as there is room; the last name is cut, not dropped. */
static void
draw_networks (CnTimelineRow *self,
               GtkSnapshot   *snapshot,
               float          room,
               float          y,
               const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float x = PADDING + GUTTER;

  for (guint i = 0; i < self->names->len; i++)
    {
      PangoLayout *name = g_ptr_array_index (self->names, i);
      float left = room - (x - PADDING - GUTTER) - KEY_SIZE - KEY_GAP;
      int name_width;

      if (left < self->line_height * 2)
        break;

      pango_layout_set_width (name, -1);
      pango_layout_get_pixel_size (name, &name_width, NULL);
      if (name_width > left)
        {
          pango_layout_set_width (name, (int) left * PANGO_SCALE);
          name_width = (int) left;
        }

      cn_network_key_snapshot (snapshot, cn_network_get_color (cn_article_get_network (self->article, i)),
                               rtl ? width - x - KEY_SIZE : x,
                               y + (self->small_height - KEY_SIZE) / 2.0f, KEY_SIZE);
      x += KEY_SIZE + KEY_GAP;
      draw_layout (widget, snapshot, name, rtl ? width - x - name_width : x, y, color);
      x += name_width + NAME_GAP;
    }
}

static void
cn_timeline_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  int width = gtk_widget_get_width (widget);
  int inner = width - 2 * (PADDING + GUTTER);
  float y = PADDING;
  float date_width;
  int pixels;
  int lines;
  GdkRGBA color;
  GdkRGBA dimmed;

  if (self->article == NULL || !cn_article_is_loaded (self->article) || inner <= 0)
    return;

  update_metrics (self);
  ensure_layouts (self, inner);
  gtk_widget_get_color (widget, &color);
  dimmed = color;
  dimmed.alpha *= adw_style_manager_get_high_contrast (manager) ? 0.9f : 0.6f;

  pango_layout_get_pixel_size (self->layouts[LAYOUT_DATE], &pixels, NULL);
  date_width = pixels;
  if (cn_article_is_starred (self->article))
    {
      date_width += self->small_height + KEY_GAP;
      draw_star (self, snapshot,
                 rtl ? PADDING + GUTTER + pixels + KEY_GAP : width - PADDING - GUTTER - date_width, y, &dimmed);
    }
  draw_layout (widget, snapshot, self->layouts[LAYOUT_DATE],
               rtl ? PADDING + GUTTER : width - PADDING - GUTTER - pixels, y, &dimmed);
  draw_networks (self, snapshot, inner - date_width - NAME_GAP, y, &dimmed);

  y += self->small_height + LINE_GAP;
  if (!cn_article_is_read (self->article))
    draw_dot (self, snapshot, rtl ? width - PADDING - GUTTER / 2.0f : PADDING - 1,
              y + (self->line_height - DOT_SIZE) / 2.0f);
  draw_layout (widget, snapshot, self->layouts[LAYOUT_TITLE], PADDING + GUTTER, y, &color);

  lines = MIN (pango_layout_get_line_count (self->layouts[LAYOUT_TITLE]), TITLE_LINES);
  y += lines * self->line_height + LINE_GAP;
  draw_layout (widget, snapshot, self->layouts[LAYOUT_SNIPPET], PADDING + GUTTER, y, &dimmed);
}

static void
cn_timeline_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (widget);

  update_metrics (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = 2 * PADDING + self->small_height + 2 * LINE_GAP + TEXT_LINES * self->line_height;
  else
    *minimum = *natural = 200;
}

static gboolean
cn_timeline_row_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (widget);

  if (self->layouts[LAYOUT_TITLE] == NULL || !pango_layout_is_ellipsized (self->layouts[LAYOUT_TITLE]))
    return FALSE;

  gtk_tooltip_set_text (tooltip, cn_article_get_title (self->article));

  return TRUE;
}

static void
cn_timeline_row_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (object);

  switch ((CnTimelineRowProperty) property_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;

    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    }
}

static void
cn_timeline_row_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (object);

  switch ((CnTimelineRowProperty) property_id)
    {
    case PROP_ARTICLE:
      cn_timeline_row_set_article (self, g_value_get_object (value));
      break;

    case PROP_LABEL:
      break;
    }
}

static void
cn_timeline_row_dispose (GObject *object)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (object);

  if (self->article != NULL)
    g_clear_signal_handler (&self->changed_handler, self->article);
  g_clear_object (&self->article);
  stop_waiting (self);
  self->item = NULL;
  clear_layouts (self);

  G_OBJECT_CLASS (cn_timeline_row_parent_class)->dispose (object);
}

static void
cn_timeline_row_finalize (GObject *object)
{
  CnTimelineRow *self = CN_TIMELINE_ROW (object);

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (cn_timeline_row_parent_class)->finalize (object);
}

static void
cn_timeline_row_class_init (CnTimelineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cn_timeline_row_get_property;
  object_class->set_property = cn_timeline_row_set_property;
  object_class->dispose = cn_timeline_row_dispose;
  object_class->finalize = cn_timeline_row_finalize;
  widget_class->map = cn_timeline_row_map;
  widget_class->measure = cn_timeline_row_measure;
  widget_class->snapshot = cn_timeline_row_snapshot;
  widget_class->query_tooltip = cn_timeline_row_query_tooltip;

  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, CN_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "timeline-row");
  /* The list item around it carries the role and the sentence. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cn_timeline_row_init (CnTimelineRow *self)
{
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
cn_timeline_row_new (GtkListItem *item)
{
  CnTimelineRow *self;

  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);

  self = g_object_new (CN_TYPE_TIMELINE_ROW, NULL);
  self->item = item;

  return GTK_WIDGET (self);
}

CnArticle *
cn_timeline_row_get_article (CnTimelineRow *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE_ROW (self), NULL);

  return self->article;
}

void
cn_timeline_row_set_article (CnTimelineRow *self,
                             CnArticle     *article)
{
  g_return_if_fail (CN_IS_TIMELINE_ROW (self));
  g_return_if_fail (article == NULL || CN_IS_ARTICLE (article));

  if (self->article == article)
    return;

  if (self->article != NULL)
    g_clear_signal_handler (&self->changed_handler, self->article);
  g_set_object (&self->article, article);
  /* The row holds the article and disconnects before it lets go of it: a weak closure would be one too many. */
  if (article != NULL)
    self->changed_handler = g_signal_connect_swapped (article, "changed", G_CALLBACK (update), self);

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

const char *
cn_timeline_row_get_label (CnTimelineRow *self)
{
  g_return_val_if_fail (CN_IS_TIMELINE_ROW (self), NULL);

  return self->label;
}
