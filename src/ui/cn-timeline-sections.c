/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives a CnTimeline the face of a GtkSectionModel. The model room must not know GTK, and a
 * GtkSortListModel would load every row to find the months; the timeline knows its boundaries
 * already. Main thread. */

#include "config.h"

#include "cn-timeline-sections.h"

struct _CnTimelineSections
{
  GObject     parent_instance;

  CnTimeline *timeline;
};

typedef enum
{
  PROP_TIMELINE = 1,
} CnTimelineSectionsProperty;

static GParamSpec *properties[PROP_TIMELINE + 1];

static GType
cn_timeline_sections_get_item_type (GListModel *model)
{
  return CN_TYPE_ARTICLE;
}

static guint
cn_timeline_sections_get_n_items (GListModel *model)
{
  CnTimelineSections *self = CN_TIMELINE_SECTIONS (model);

  return self->timeline != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) : 0;
}

static gpointer
cn_timeline_sections_get_item (GListModel *model,
                               guint       position)
{
  CnTimelineSections *self = CN_TIMELINE_SECTIONS (model);

  return self->timeline != NULL ? g_list_model_get_item (G_LIST_MODEL (self->timeline), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cn_timeline_sections_get_item_type;
  iface->get_n_items = cn_timeline_sections_get_n_items;
  iface->get_item = cn_timeline_sections_get_item;
}

static void
cn_timeline_sections_get_section (GtkSectionModel *model,
                                  guint            position,
                                  guint           *start,
                                  guint           *end)
{
  CnTimelineSections *self = CN_TIMELINE_SECTIONS (model);
  guint n_items = cn_timeline_sections_get_n_items (G_LIST_MODEL (self));

  /* GtkSectionModel: a position behind the list is in a section from the list's end to infinity. */
  if (position >= n_items)
    {
      *start = n_items;
      *end = G_MAXUINT;
      return;
    }

  cn_timeline_get_section (self->timeline, position, start, end);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = cn_timeline_sections_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CnTimelineSections, cn_timeline_sections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

/* GtkListView takes what is added between two months for the beginning of the second, unless it keeps a heading for
 * that one: then it has one month in two places, and fails when the first of them grows again. Told that the sections
 * there are others, it looks at them anew. */
static void
tell_that_a_month_goes_on (CnTimelineSections *self,
                           guint               position,
                           guint               added)
{
  guint start, end;

  if (position == 0 || added == 0 || position + added >= cn_timeline_sections_get_n_items (G_LIST_MODEL (self)))
    return;

  cn_timeline_get_section (self->timeline, position - 1, &start, &end);
  if (end > position && end <= position + added)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position - 1, 2);
}

static void
items_changed_cb (CnTimelineSections *self,
                  guint               position,
                  guint               removed,
                  guint               added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  tell_that_a_month_goes_on (self, position, added);
}

static void
cn_timeline_sections_set_timeline (CnTimelineSections *self,
                                   CnTimeline         *timeline)
{
  g_assert (self->timeline == NULL);

  if (timeline == NULL)
    return;

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cn_timeline_sections_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CnTimelineSections *self = CN_TIMELINE_SECTIONS (object);

  switch ((CnTimelineSectionsProperty) property_id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    }
}

static void
cn_timeline_sections_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CnTimelineSections *self = CN_TIMELINE_SECTIONS (object);

  switch ((CnTimelineSectionsProperty) property_id)
    {
    case PROP_TIMELINE:
      cn_timeline_sections_set_timeline (self, g_value_get_object (value));
      break;
    }
}

static void
cn_timeline_sections_dispose (GObject *object)
{
  CnTimelineSections *self = CN_TIMELINE_SECTIONS (object);

  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (cn_timeline_sections_parent_class)->dispose (object);
}

static void
cn_timeline_sections_class_init (CnTimelineSectionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cn_timeline_sections_get_property;
  object_class->set_property = cn_timeline_sections_set_property;
  object_class->dispose = cn_timeline_sections_dispose;

  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, CN_TYPE_TIMELINE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cn_timeline_sections_init (CnTimelineSections *self)
{
}

CnTimelineSections *
cn_timeline_sections_new (CnTimeline *timeline)
{
  g_return_val_if_fail (CN_IS_TIMELINE (timeline), NULL);

  return g_object_new (CN_TYPE_TIMELINE_SECTIONS, "timeline", timeline, NULL);
}
