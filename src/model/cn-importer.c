/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One import: its inputs, how far it has come, and how to end it.
 *
 * Main thread. The work itself is in cn-importer-run.c. */

#include "config.h"

#include "cn-importer-private.h"

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_N_INPUTS,
  PROP_N_DONE,
  PROP_CURRENT_NAME,
  PROP_IS_RUNNING,
} CnImporterProperty;

static GParamSpec *properties[PROP_IS_RUNNING + 1];

G_DEFINE_FINAL_TYPE (CnImporter, cn_importer, G_TYPE_OBJECT)

static void
cn_importer_dispose (GObject *object)
{
  CnImporter *self = CN_IMPORTER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);
  dex_clear (&self->cancelled);

  G_OBJECT_CLASS (cn_importer_parent_class)->dispose (object);
}

static void
cn_importer_finalize (GObject *object)
{
  CnImporter *self = CN_IMPORTER (object);

  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_clear_pointer (&self->current_name, g_free);

  G_OBJECT_CLASS (cn_importer_parent_class)->finalize (object);
}

static void
cn_importer_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CnImporter *self = CN_IMPORTER (object);

  switch ((CnImporterProperty) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_N_INPUTS:
      g_value_set_uint (value, self->inputs->len);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_CURRENT_NAME:
      g_value_set_string (value, self->current_name);
      break;
    case PROP_IS_RUNNING:
      g_value_set_boolean (value, self->is_running);
      break;
    }
}

static void
cn_importer_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  CnImporter *self = CN_IMPORTER (object);

  switch ((CnImporterProperty) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_N_INPUTS:
    case PROP_N_DONE:
    case PROP_CURRENT_NAME:
    case PROP_IS_RUNNING:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
cn_importer_class_init (CnImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = cn_importer_dispose;
  object_class->finalize = cn_importer_finalize;
  object_class->get_property = cn_importer_get_property;
  object_class->set_property = cn_importer_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, CN_TYPE_LIBRARY, G_PARAM_READWRITE |
                                                  G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_INPUTS] = g_param_spec_uint ("n-inputs", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CURRENT_NAME] = g_param_spec_string ("current-name", NULL, NULL, NULL, flags);
  properties[PROP_IS_RUNNING] = g_param_spec_boolean ("is-running", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cn_importer_init (CnImporter *self)
{
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) cn_import_input_unref);
  self->cancellable = g_cancellable_new ();
  self->cancelled = dex_promise_new ();
}

/**
 * cn_importer_new:
 * @library: where to; it must be open when the import runs
 *
 * Main thread.
 *
 * Returns: (transfer full): an import of nothing yet
 */
CnImporter *
cn_importer_new (CnLibrary *library)
{
  g_return_val_if_fail (CN_IS_LIBRARY (library), NULL);

  return g_object_new (CN_TYPE_IMPORTER, "library", library, NULL);
}

/**
 * cn_importer_set_publisher:
 * @network_id: (nullable): id of a network of the library that published all inputs; %NULL to find out
 *
 * Main thread, before the import runs.
 */
void
cn_importer_set_publisher (CnImporter *self,
                           const char *network_id)
{
  g_return_if_fail (CN_IS_IMPORTER (self));
  g_return_if_fail (!self->has_run);

  g_set_str (&self->publisher, network_id);
}

static void
add_input (CnImporter    *self,
           CnImportInput *input)
{
  g_ptr_array_add (self->inputs, input);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_INPUTS]);
}

/**
 * cn_importer_add_file:
 * @file: what the user named; it is opened when its turn comes
 * @display_name: (nullable): what to call it in the report; its path when %NULL
 *
 * Main thread, before the import runs.
 */
void
cn_importer_add_file (CnImporter *self,
                      GFile      *file,
                      const char *display_name)
{
  g_autofree char *name = NULL;
  CnImportInput *input;

  g_return_if_fail (CN_IS_IMPORTER (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (!self->has_run);

  if (display_name == NULL)
    name = g_file_get_parse_name (file);
  input = cn_import_input_new (display_name != NULL ? display_name : name);
  input->file = g_object_ref (file);
  add_input (self, input);
}

/**
 * cn_importer_add_address:
 * @url: an http or https address, or the file address of a file
 *
 * Main thread, before the import runs.
 */
void
cn_importer_add_address (CnImporter *self,
                         const char *url)
{
  CnImportInput *input;

  g_return_if_fail (CN_IS_IMPORTER (self));
  g_return_if_fail (url != NULL);
  g_return_if_fail (!self->has_run);

  input = cn_import_input_new (url);
  if (g_ascii_strncasecmp (url, "file:", 5) == 0)
    input->file = g_file_new_for_uri (url);
  else
    input->address = g_strdup (url);
  add_input (self, input);
}

/**
 * cn_importer_add_bytes:
 * @bytes: text that was pasted, or that came in by other means
 * @content_type: (nullable): MIME type that came with them
 * @display_name: what to call it in the report
 *
 * Main thread, before the import runs.
 */
void
cn_importer_add_bytes (CnImporter *self,
                       GBytes     *bytes,
                       const char *content_type,
                       const char *display_name)
{
  CnImportInput *input;

  g_return_if_fail (CN_IS_IMPORTER (self));
  g_return_if_fail (bytes != NULL && display_name != NULL);
  g_return_if_fail (!self->has_run);

  input = cn_import_input_new (display_name);
  input->bytes = g_bytes_ref (bytes);
  input->content_type = g_strdup (content_type);
  add_input (self, input);
}

/**
 * cn_importer_get_n_inputs:
 *
 * Main thread.
 *
 * Returns: how many inputs there are
 */
guint
cn_importer_get_n_inputs (CnImporter *self)
{
  g_return_val_if_fail (CN_IS_IMPORTER (self), 0);

  return self->inputs->len;
}

/**
 * cn_importer_get_n_done:
 *
 * Main thread.
 *
 * Returns: how many of them have been read, or could not be
 */
guint
cn_importer_get_n_done (CnImporter *self)
{
  g_return_val_if_fail (CN_IS_IMPORTER (self), 0);

  return self->n_done;
}

/**
 * cn_importer_run:
 *
 * Imports what was added; once. The import goes on when the future is dropped: cn_importer_cancel() ends
 * it. Inputs that cannot be used are problems of the report; the future is rejected only when nothing at
 * all could be stored because of the store. Main thread.
 *
 * Returns: (transfer full): a future of a #CnImportReport
 */
DexFuture *
cn_importer_run (CnImporter *self)
{
  dex_return_error_if_fail (CN_IS_IMPORTER (self));
  dex_return_error_if_fail (!self->has_run);

  self->has_run = TRUE;
  cn_importer_set_running (self, TRUE);
  return cn_importer_start (self);
}

/**
 * cn_importer_cancel:
 *
 * Ends the import after the batch that is on its way; what is stored stays. Main thread.
 */
void
cn_importer_cancel (CnImporter *self)
{
  g_return_if_fail (CN_IS_IMPORTER (self));

  if (cn_importer_was_cancelled (self))
    return;

  g_cancellable_cancel (self->cancellable);
  dex_promise_resolve_boolean (self->cancelled, TRUE);
}

/* For the run: whether somebody has cancelled. */
gboolean
cn_importer_was_cancelled (CnImporter *self)
{
  g_assert (CN_IS_IMPORTER (self));

  return !dex_future_is_pending (DEX_FUTURE (self->cancelled));
}

/* For the run: what is being waited for. */
void
cn_importer_set_current_name (CnImporter *self,
                              const char *name)
{
  g_assert (CN_IS_IMPORTER (self));

  if (g_set_str (&self->current_name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_NAME]);
}

/* For the run: one input more has been read, or could not be. */
void
cn_importer_count_done (CnImporter *self)
{
  g_assert (CN_IS_IMPORTER (self));

  self->n_done++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
}

/* For the run: whether it is under way. */
void
cn_importer_set_running (CnImporter *self,
                         gboolean    is_running)
{
  g_assert (CN_IS_IMPORTER (self));

  self->is_running = is_running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_RUNNING]);
}
