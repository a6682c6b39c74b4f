/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fetches one page politely and within limits.
 *
 * Main thread; each fetch is a fiber. Redirects are followed here and not by libsoup, because each hop has
 * rules: http and https only, never from https down to http, no address twice, at most
 * CN_FETCH_MAX_REDIRECTS. The size limit counts decoded bytes as they are read, so that a compressed bomb
 * stops at the limit and not at the end of the memory. Three clocks run: until the request is written,
 * between two pieces of an answer, and over everything. It must not know what a page means. */

#include "config.h"

#include "cn-fetcher.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include "cn-fetch-error-private.h"

#define CN_FETCH_MAX_BYTES     (64 * 1024 * 1024)
#define CN_FETCH_MAX_REDIRECTS 10
#define READ_SIZE              (64 * 1024)

struct _CnFetcher
{
  GObject      parent_instance;

  SoupSession  *session;
  GTlsDatabase *tls_database;     /* NULL: the authorities that the computer trusts */
  guint64       max_bytes;
  guint         connect_timeout;
  guint         idle_timeout;
  guint         total_timeout;
};

typedef enum
{
  PROP_TLS_DATABASE = 1,
  PROP_MAX_BYTES,
  PROP_CONNECT_TIMEOUT,
  PROP_IDLE_TIMEOUT,
  PROP_TOTAL_TIMEOUT,
} CnFetcherProperty;

static GParamSpec *properties[PROP_TOTAL_TIMEOUT + 1];

G_DEFINE_FINAL_TYPE (CnFetcher, cn_fetcher, G_TYPE_OBJECT)

/* One fetch: what its fiber needs, and nothing that belongs to the fetcher, which may be gone before the
 * answer comes. */
typedef struct
{
  SoupSession *session;
  char        *url;
  GHashTable  *seen;
  guint64      max_bytes;
  guint        connect_timeout;
  guint        idle_timeout;
  gint64       deadline;
} CnFetch;

static void
cn_fetch_free (gpointer data)
{
  CnFetch *fetch = data;

  g_clear_object (&fetch->session);
  g_clear_pointer (&fetch->url, g_free);
  g_clear_pointer (&fetch->seen, g_hash_table_unref);
  g_free (fetch);
}

static GError *
new_address_error (const char *clause)
{
  return g_error_new_literal (CN_FETCH_ERROR, CN_FETCH_ERROR_ADDRESS, clause);
}

/* The address as it is asked for, or NULL with the clause that says what is wrong with it. */
static GUri *
parse_address (const char  *url,
               GError     **error)
{
  g_autoptr(GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *clause = NULL;

  if (uri == NULL)
    clause = _("it is not an address");
  else if (g_strcmp0 (g_uri_get_scheme (uri), "http") != 0 && g_strcmp0 (g_uri_get_scheme (uri), "https") != 0)
    clause = _("only http and https addresses can be read");
  else if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    clause = _("it is not an address");
  else if (g_uri_get_userinfo (uri) != NULL)
    clause = _("addresses with a user name or password are not read");

  if (clause == NULL)
    return g_steal_pointer (&uri);

  g_propagate_error (error, new_address_error (clause));
  return NULL;
}

/* A block that does nothing but wait: whatever it waits for is cancelled when it goes, and not before. */
static DexFuture *
pass_on_cb (DexFuture *future,
            gpointer   user_data)
{
  return NULL;
}

static void
send_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DexPromise) promise = user_data;
  g_autoptr(GError) error = NULL;
  GInputStream *stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);

  if (stream != NULL)
    dex_promise_resolve_object (promise, stream);
  else
    dex_promise_reject (promise, g_steal_pointer (&error));
}

static DexFuture *
send_message (CnFetch     *fetch,
              SoupMessage *message)
{
  DexPromise *promise = dex_promise_new_cancellable ();

  soup_session_send_async (fetch->session, message, G_PRIORITY_DEFAULT,
                           dex_promise_get_cancellable (promise), send_cb, dex_ref (promise));
  return dex_future_finally (DEX_FUTURE (promise), pass_on_cb, NULL, NULL);
}

static void
message_starting_cb (SoupMessage *message,
                     gpointer     user_data)
{
  DexPromise *connected = user_data;

  if (dex_future_is_pending (DEX_FUTURE (connected)))
    dex_promise_resolve_boolean (connected, TRUE);
}

/* The future with the shorter of its own clock and the whole fetch's. */
static DexFuture *
with_clock (CnFetch   *fetch,
            DexFuture *future,
            guint      msec)
{
  gint64 deadline = MIN (fetch->deadline, g_get_monotonic_time () + (gint64) msec * 1000);

  return dex_future_with_deadline (future, deadline);
}

static GError *
explain (SoupMessage  *message,
         const GError *error)
{
  g_debug ("Fetching from %s: %s", g_uri_get_host (soup_message_get_uri (message)), error->message);
  if (g_error_matches (error, DEX_ERROR, DEX_ERROR_TIMED_OUT))
    return cn_fetch_error_new_timeout ();

  return cn_fetch_error_new_for_failure (error, soup_message_get_tls_peer_certificate_errors (message));
}

/* Sends and waits for the head of the answer: the connecting has a clock of its own. */
static GInputStream *
await_head (CnFetch      *fetch,
            SoupMessage  *message,
            GError      **error)
{
  g_autoptr(DexPromise) connected = dex_promise_new ();
  g_autoptr(DexFuture) sent = NULL;
  g_autoptr(GError) failure = NULL;
  GInputStream *stream = NULL;
  gulong handler;

  handler = g_signal_connect_data (message, "starting", G_CALLBACK (message_starting_cb), dex_ref (connected),
                                   (GClosureNotify) (GCallback) dex_unref, G_CONNECT_DEFAULT);
  sent = send_message (fetch, message);

  /* Whichever comes first: a send that fails while connecting ends the waiting too. */
  if (dex_await (with_clock (fetch, dex_future_first (dex_ref (connected), dex_ref (sent), NULL),
                             fetch->connect_timeout), &failure))
    stream = dex_await_object (with_clock (fetch, dex_ref (sent), fetch->idle_timeout), &failure);

  g_signal_handler_disconnect (message, handler);
  if (failure != NULL)
    g_propagate_error (error, explain (message, failure));
  return stream;
}

static GBytes *
await_body (CnFetch       *fetch,
            SoupMessage   *message,
            GInputStream  *stream,
            GError       **error)
{
  g_autoptr(GByteArray) body = g_byte_array_new ();

  while (TRUE)
    {
      g_autoptr(GError) failure = NULL;
      g_autoptr(GBytes) bytes = NULL;

      bytes = dex_await_boxed (with_clock (fetch, dex_input_stream_read_bytes (stream, READ_SIZE, G_PRIORITY_DEFAULT),
                                           fetch->idle_timeout), &failure);
      if (bytes == NULL)
        {
          g_propagate_error (error, explain (message, failure));
          return NULL;
        }
      if (g_bytes_get_size (bytes) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&body));
      if (body->len + g_bytes_get_size (bytes) > fetch->max_bytes)
        {
          g_propagate_error (error, cn_fetch_error_new_too_large ());
          return NULL;
        }

      g_byte_array_append (body, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
    }
}

/* Where a redirect leads, or NULL with the reason why it is not followed. */
static char *
follow_redirect (CnFetch      *fetch,
                 SoupMessage  *message,
                 GError      **error)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  GUri *from = soup_message_get_uri (message);
  g_autoptr(GUri) to = NULL;
  g_autofree char *text = NULL;
  g_autofree char *visited = NULL;
  const char *clause = NULL;

  if (location != NULL)
    to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (to != NULL)
    {
      /* A fragment makes no other page: left in, it would hide a loop. */
      text = g_uri_to_string (to);
      visited = g_strndup (text, strcspn (text, "#"));
    }

  if (to == NULL)
    clause = _("the server sends it to an address that is none");
  else if (g_strcmp0 (g_uri_get_scheme (from), "https") == 0 && g_strcmp0 (g_uri_get_scheme (to), "http") == 0)
    clause = _("the server sends it from a secure address to an insecure one");
  else if (g_hash_table_contains (fetch->seen, visited))
    clause = _("the server sends it round in a circle");
  else if (g_hash_table_size (fetch->seen) > CN_FETCH_MAX_REDIRECTS)
    clause = _("the server sends it on too many times");

  if (clause == NULL)
    return g_steal_pointer (&text);

  g_propagate_error (error, new_address_error (clause));
  return NULL;
}

/* The body as the page was before the server packed it. libsoup's own decoder takes a body that was cut off for a
 * whole one, so it is left out; gzip is all that is asked for. */
static GInputStream *
decode_body (SoupMessage   *message,
             GInputStream  *stream,
             GError       **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *encoding = soup_message_headers_get_list (headers, "Content-Encoding");
  g_autoptr(GConverter) gzip = NULL;

  if (encoding == NULL || *encoding == '\0' || g_ascii_strcasecmp (encoding, "identity") == 0)
    return g_object_ref (stream);
  if (g_ascii_strcasecmp (encoding, "gzip") != 0 && g_ascii_strcasecmp (encoding, "x-gzip") != 0)
    {
      g_set_error_literal (error, CN_FETCH_ERROR, CN_FETCH_ERROR_FAILED,
                           _("the server packs it in a way that was not asked for"));
      return NULL;
    }

  gzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_converter_input_stream_new (stream, gzip);
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static DexFuture *
finish_page (CnFetch     *fetch,
             SoupMessage *message,
             GBytes      *bytes)
{
  CnFetchedPage *page = g_atomic_rc_box_new0 (CnFetchedPage);

  page->bytes = g_bytes_ref (bytes);
  page->url = g_uri_to_string (soup_message_get_uri (message));
  page->content_type = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                               "Content-Type"));
  return dex_future_new_take_boxed (CN_TYPE_FETCHED_PAGE, page);
}

/* One hop. Returns the page's future, or NULL when @fetch->url now says where to go on, or NULL with an
 * error. */
static DexFuture *
fetch_hop (CnFetch  *fetch,
           GError  **error)
{
  g_autoptr(GUri) uri = parse_address (fetch->url, error);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GInputStream) decoded = NULL;
  g_autoptr(GBytes) body = NULL;
  guint status;

  if (uri == NULL)
    return NULL;

  message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept-Encoding", "gzip");
  g_hash_table_add (fetch->seen, g_strndup (fetch->url, strcspn (fetch->url, "#")));

  stream = await_head (fetch, message, error);
  if (stream == NULL)
    return NULL;

  status = soup_message_get_status (message);
  if (is_redirect (status))
    {
      char *next = follow_redirect (fetch, message, error);

      g_free (fetch->url);
      fetch->url = next;
      return NULL;
    }
  if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    {
      g_propagate_error (error, cn_fetch_error_new_for_status (status));
      return NULL;
    }

  decoded = decode_body (message, stream, error);
  if (decoded != NULL)
    body = await_body (fetch, message, decoded, error);
  return body != NULL ? finish_page (fetch, message, body) : NULL;
}

static DexFuture *
fetch_fiber (gpointer data)
{
  CnFetch *fetch = data;
  DexFuture *page = NULL;
  GError *error = NULL;

  while (page == NULL && error == NULL)
    page = fetch_hop (fetch, &error);

  return page != NULL ? page : dex_future_new_for_error (error);
}

static void
cn_fetcher_constructed (GObject *object)
{
  CnFetcher *self = CN_FETCHER (object);

  G_OBJECT_CLASS (cn_fetcher_parent_class)->constructed (object);

  self->session = soup_session_new_with_options ("user-agent", "CityNet/" PACKAGE_VERSION,
                                                 "timeout", 0,
                                                 "max-conns-per-host", 2,
                                                 NULL);
  /* Whoever asks for a password gets none, neither from an address nor from a file in the home folder. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  if (self->tls_database != NULL)
    soup_session_set_tls_database (self->session, self->tls_database);
}

static void
cn_fetcher_dispose (GObject *object)
{
  CnFetcher *self = CN_FETCHER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->tls_database);

  G_OBJECT_CLASS (cn_fetcher_parent_class)->dispose (object);
}

static void
cn_fetcher_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CnFetcher *self = CN_FETCHER (object);

  switch ((CnFetcherProperty) property_id)
    {
    case PROP_TLS_DATABASE:
      g_value_set_object (value, self->tls_database);
      break;
    case PROP_MAX_BYTES:
      g_value_set_uint64 (value, self->max_bytes);
      break;
    case PROP_CONNECT_TIMEOUT:
      g_value_set_uint (value, self->connect_timeout);
      break;
    case PROP_IDLE_TIMEOUT:
      g_value_set_uint (value, self->idle_timeout);
      break;
    case PROP_TOTAL_TIMEOUT:
      g_value_set_uint (value, self->total_timeout);
      break;
    }
}

static void
cn_fetcher_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  CnFetcher *self = CN_FETCHER (object);

  switch ((CnFetcherProperty) property_id)
    {
    case PROP_TLS_DATABASE:
      self->tls_database = g_value_dup_object (value);
      break;
    case PROP_MAX_BYTES:
      self->max_bytes = g_value_get_uint64 (value);
      break;
    case PROP_CONNECT_TIMEOUT:
      self->connect_timeout = g_value_get_uint (value);
      break;
    case PROP_IDLE_TIMEOUT:
      self->idle_timeout = g_value_get_uint (value);
      break;
    case PROP_TOTAL_TIMEOUT:
      self->total_timeout = g_value_get_uint (value);
      break;
    }
}

static void
cn_fetcher_class_init (CnFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = cn_fetcher_constructed;
  object_class->dispose = cn_fetcher_dispose;
  object_class->get_property = cn_fetcher_get_property;
  object_class->set_property = cn_fetcher_set_property;

  properties[PROP_TLS_DATABASE] = g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE, flags);
  properties[PROP_MAX_BYTES] =
    g_param_spec_uint64 ("max-bytes", NULL, NULL, 1, CN_FETCH_MAX_BYTES, CN_FETCH_MAX_BYTES, flags);
  properties[PROP_CONNECT_TIMEOUT] =
    g_param_spec_uint ("connect-timeout", NULL, NULL, 1, 3600000, 15000, flags);
  properties[PROP_IDLE_TIMEOUT] =
    g_param_spec_uint ("idle-timeout", NULL, NULL, 1, 3600000, 30000, flags);
  properties[PROP_TOTAL_TIMEOUT] =
    g_param_spec_uint ("total-timeout", NULL, NULL, 1, 3600000, 120000, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cn_fetcher_init (CnFetcher *self)
{
}

/**
 * cn_fetcher_new:
 *
 * Main thread.
 *
 * Returns: (transfer full): a fetcher with the usual limits: 64 MiB; 15 s to connect, 30 s between two
 *   pieces of an answer, 120 s for everything
 */
CnFetcher *
cn_fetcher_new (void)
{
  return g_object_new (CN_TYPE_FETCHER, NULL);
}

/**
 * cn_fetcher_fetch:
 * @url: an http or https address
 *
 * Fetches a page. Dropping the future ends the connection. Main thread.
 *
 * Returns: (transfer full): a future of a #CnFetchedPage, rejected with a #CnFetchError
 */
DexFuture *
cn_fetcher_fetch (CnFetcher  *self,
                  const char *url)
{
  CnFetch *fetch;
  DexFuture *fiber;

  dex_return_error_if_fail (CN_IS_FETCHER (self));
  dex_return_error_if_fail (url != NULL);

  fetch = g_new0 (CnFetch, 1);
  fetch->session = g_object_ref (self->session);
  fetch->url = g_strdup (url);
  fetch->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fetch->max_bytes = self->max_bytes;
  fetch->connect_timeout = self->connect_timeout;
  fetch->idle_timeout = self->idle_timeout;
  fetch->deadline = g_get_monotonic_time () + (gint64) self->total_timeout * 1000;

  /* A fiber runs on when its last reference is dropped; a block that waits for it hands the dropping on. */
  fiber = dex_scheduler_spawn (NULL, 0, fetch_fiber, fetch, cn_fetch_free);
  return dex_future_finally (fiber, pass_on_cb, NULL, NULL);
}
