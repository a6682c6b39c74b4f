/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of the timeline while articles come, one or many at a time: each month has one heading. */

#include "config.h"

#include "cn-importer.h"
#include "ui-helpers.h"

#include <libdex.h>

#define N_MONTHS 60
#define N_STEPS  30

static void
add_letter (CnImporter *importer,
            guint       month,
            guint       day,
            guint       number)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  text = g_strdup_printf ("Letter %u of day %u of month %u\n\n%04u-%02u-%02u\n\nNobody had asked for letter %u.\n",
                          number, day, month, 2010 + month / 12, 1 + month % 12, day, number);
  bytes = g_bytes_new (text, strlen (text));
  cn_importer_add_bytes (importer, bytes, "text/plain", "letter");
}

static void
run (Fixture    *self,
     CnImporter *importer,
     guint       n_expected)
{
  dex_future_disown (cn_importer_run (importer));
  wait_rows (self, n_expected);
  settle ();
}

static void
collect_headings (GtkWidget  *widget,
                  GHashTable *months)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "header"))
    {
      GtkLabel *label = GTK_LABEL (find_widget (widget, GTK_TYPE_LABEL, NULL));

      /* No month stands there twice. */
      g_assert_true (g_hash_table_add (months, g_strdup (gtk_label_get_label (label))));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_headings (child, months);
}

static void
assert_headings (Fixture *self)
{
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_headings (GTK_WIDGET (get_list (self)), months);
  g_assert_cmpuint (g_hash_table_size (months), >, 1);
}

/* Folding the window makes the headings anew. */
static void
test_new_month_then_folding (void)
{
  g_autoptr (Fixture) self = start_with_samples ();
  g_autoptr (CnImporter) importer = cn_importer_new (self->library);

  add_letter (importer, 200, 1, 0);
  run (self, importer, 6);
  assert_headings (self);
  fixture_set_size (self, 360, 640);
  assert_headings (self);
  fixture_set_size (self, 1200, 800);
  assert_headings (self);
}

/* The newest stands first: the first day of a month ends it. Where the kept rows end depends on how many there are. */
static void
test_months_grow_at_both_ends (gconstpointer data)
{
  guint n_letters = GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (CnImporter) first = cn_importer_new (self->library);
  guint n = 0;

  for (guint month = 0; month < N_MONTHS; month++)
    for (guint i = 0; i < n_letters; i++, n++)
      add_letter (first, month, 10 + i, 0);
  run (self, first, n);

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (CnImporter) next = cn_importer_new (self->library);
      guint n_new = (guint) g_test_rand_int_range (1, 4);

      for (guint j = 0; j < n_new; j++)
        add_letter (next, (guint) g_test_rand_int_range (0, N_MONTHS), g_test_rand_bit () ? 1 : 28, ++n);
      run (self, next, n);
      assert_headings (self);
    }
}

static void
sections_changed_cb (GtkSectionModel *model,
                     guint            position,
                     guint            n_items,
                     guint           *n_signals)
{
  g_assert_cmpuint (position, ==, 2);
  g_assert_cmpuint (n_items, ==, 2);
  (*n_signals)++;
}

/* One letter more in one of two months of three letters each. */
typedef struct
{
  const char *name;
  guint       month;
  guint       day;
  guint       n_signals;
} GrowthRow;

static const GrowthRow growth_rows[] = {
  { "end-of-a-month-goes-on", 1, 1, 1 },
  { "beginning-of-a-month-is-its-own", 0, 28, 0 },
  { "middle-of-a-month-is-its-own", 1, 11, 0 },
  { "beginning-of-the-list-has-nothing-before-it", 1, 28, 0 },
  { "end-of-the-list-has-nothing-after-it", 0, 1, 0 },
};

static void
test_growth (gconstpointer data)
{
  const GrowthRow *row = data;
  g_autoptr (Fixture) self = start_window ();
  g_autoptr (CnImporter) first = cn_importer_new (self->library);
  g_autoptr (CnImporter) second = cn_importer_new (self->library);
  guint n_signals = 0;

  for (guint i = 0; i < 6; i++)
    add_letter (first, i % 2, 10 + i / 2 * 2, i);
  run (self, first, 6);

  g_signal_connect (gtk_list_view_get_model (get_list (self)), "sections-changed", G_CALLBACK (sections_changed_cb),
                    &n_signals);
  add_letter (second, row->month, row->day, 6);
  run (self, second, 7);
  g_assert_cmpuint (n_signals, ==, row->n_signals);
  assert_headings (self);
}

int
main (int   argc,
      char *argv[])
{
  int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/ui/timeline-list/new-month-then-folding", test_new_month_then_folding);
  ADD_TABLE ("/ui/timeline-list/", growth_rows, test_growth)
  for (guint n = 3; n <= 9; n += 3)
    {
      g_autofree char *path = g_strdup_printf ("/ui/timeline-list/months-of-%u-grow-at-both-ends", n);

      g_test_add_data_func (path, GUINT_TO_POINTER (n), test_months_grow_at_both_ends);
    }

  return g_test_run ();
}
