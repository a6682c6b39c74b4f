/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Servers for the tests of the fetcher: a polite one by libsoup, and one that does everything wrong.
 *
 * Each runs in its own thread with its own main context, so that a test may block or be slow without
 * stopping it. */

#include "config.h"

#include "cn-test-server.h"

#include <stdio.h>
#include <string.h>

struct _CnTestServer
{
  GThread      *thread;
  GMainContext *context;
  GMainLoop    *loop;
  char         *certificate;
  char         *target;       /* where /elsewhere leads */
  char         *scheme;
  guint         port;
  GMutex        mutex;
  GCond         started;
};

static const char article[] =
  "<!doctype html><html lang=en><head><title>A bridge for two towns</title></head><body><article>"
  "<h1>A bridge for two towns</h1><p>The two councils have agreed to build a bridge for people on foot and on "
  "bicycles.</p><p>It will be open before the next summer, the offices of both towns say.</p></article></body></html>";

static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *type,
        const char        *body,
        gsize              length)
{
  soup_server_message_set_status (message, status, NULL);
  if (body != NULL)
    soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, length);
}

static void
redirect (SoupServerMessage *message,
          guint              status,
          const char        *location)
{
  soup_server_message_set_status (message, status, NULL);
  if (location != NULL)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location", location);
}

/* What the client sent, as the test wants to see it. */
static void
answer_with_headers (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr(GString) text = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "%s: %s\n", name, value);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Set-Cookie", "taste=sweet");
  answer (message, 200, "text/plain", text->str, text->len);
}

static GBytes *
compress (gsize length)
{
  g_autoptr(GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, gzip);
  g_autofree char *zeros = g_malloc0 (65536);

  for (gsize done = 0; done < length; done += 65536)
    g_output_stream_write_all (stream, zeros, MIN (65536, length - done), NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
answer_compressed (SoupServerMessage *message,
                   gsize              length,
                   gsize              cut)
{
  g_autoptr(GBytes) bytes = compress (length);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  answer (message, 200, "text/html", data, size - cut);
}

static void
answer_labelled (SoupServerMessage *message,
                 const char        *coding)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", coding);
  answer (message, 200, "text/html", "<p>Nothing is packed here.", 26);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  CnTestServer *self = user_data;
  guint number = 0;

  if (sscanf (path, "/status/%u", &number) == 1)
    answer (message, number, "text/plain", "no", 2);
  else if (sscanf (path, "/chain/%u", &number) == 1)
    {
      g_autofree char *next = number > 0 ? g_strdup_printf ("/chain/%u", number - 1) : g_strdup ("/page");

      redirect (message, 302, next);
    }
  else if (sscanf (path, "/redirect/%u", &number) == 1)
    redirect (message, number, "/page");
  else if (g_str_equal (path, "/loop"))
    redirect (message, 301, "/loop-back");
  else if (g_str_equal (path, "/loop-back"))
    redirect (message, 301, "/loop#somewhere");
  else if (g_str_equal (path, "/elsewhere"))
    redirect (message, 302, self->target);
  else if (g_str_equal (path, "/headers"))
    answer_with_headers (message);
  else if (g_str_equal (path, "/to-headers"))
    redirect (message, 303, "/headers");
  else if (g_str_equal (path, "/gzip"))
    answer_compressed (message, 1000, 0);
  else if (g_str_equal (path, "/cut-gzip"))
    answer_compressed (message, 1000000, 200);
  else if (g_str_equal (path, "/mislabelled"))
    answer_labelled (message, "gzip");
  else if (g_str_equal (path, "/twice"))
    answer_labelled (message, "gzip, gzip");
  else if (g_str_equal (path, "/unknown-coding"))
    answer_labelled (message, "zstd");
  else if (g_str_equal (path, "/bomb"))
    answer_compressed (message, 256 * 1024 * 1024, 0);
  else if (g_str_equal (path, "/page"))
    answer (message, 200, "text/html; charset=iso-8859-9", "<p>\xddzmir", 8);
  else if (g_str_equal (path, "/article"))
    answer (message, 200, "text/html; charset=utf-8", article, strlen (article));
  else if (g_str_equal (path, "/empty"))
    answer (message, 200, "text/html", "", 0);
  else
    answer (message, 404, "text/plain", "no", 2);
}

static gpointer
server_thread (gpointer data)
{
  CnTestServer *self = data;
  g_autoptr(SoupServer) server = NULL;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new (NULL, NULL);
  if (self->certificate != NULL)
    {
      g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (self->certificate, &error);

      g_assert_no_error (error);
      soup_server_set_tls_certificate (server, certificate);
    }
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY |
                            (self->certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0), &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (server);
  g_mutex_lock (&self->mutex);
  self->scheme = g_strdup (g_uri_get_scheme (uris->data));
  self->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&self->started);
  g_mutex_unlock (&self->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_clear_object (&server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

CnTestServer *
cn_test_server_new (const char *certificate)
{
  CnTestServer *self = g_new0 (CnTestServer, 1);

  self->certificate = g_strdup (certificate);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->started);
  g_mutex_lock (&self->mutex);
  self->thread = g_thread_new ("test-server", server_thread, self);
  while (self->port == 0)
    g_cond_wait (&self->started, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
cn_test_server_free (CnTestServer *self)
{
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, quit_cb, self->loop, NULL);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->started);
  g_free (self->certificate);
  g_free (self->target);
  g_free (self->scheme);
  g_free (self);
}

char *
cn_test_server_dup_address (CnTestServer *self,
                            const char   *path)
{
  return g_strdup_printf ("%s://localhost:%u%s", self->scheme, self->port, path);
}

guint
cn_test_server_get_port (CnTestServer *self)
{
  return self->port;
}

/* Before the first request: the thread reads it without a lock. */
void
cn_test_server_set_target (CnTestServer *self,
                           const char   *url)
{
  g_set_str (&self->target, url);
}

/* Connections outlive the server: what they count is theirs, too. */
struct _CnRawServer
{
  GSocketService *service;
  guint           port;
  int            *n_gone;   /* (rc box) */
};

static gboolean
send_text (GOutputStream *stream,
           const char    *text)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL);
}

/* Waits until the client has gone, or for @msec. Returns whether it has gone. */
static gboolean
client_goes (GSocketConnection *connection,
             gint64             msec)
{
  GSocket *socket = g_socket_connection_get_socket (connection);
  char byte;

  if (!g_socket_condition_timed_wait (socket, G_IO_IN | G_IO_HUP | G_IO_ERR, msec * 1000, NULL, NULL))
    return FALSE;

  return g_socket_receive (socket, &byte, 1, NULL, NULL) <= 0;
}

static void
speak (GSocketConnection *connection,
       const char        *path)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gboolean goes_on = TRUE;

  if (g_str_equal (path, "/silent"))
    {
      client_goes (connection, 30000);
    }
  else if (g_str_equal (path, "/slow-head"))
    {
      for (const char *p = "HTTP/1.1 200 OK\r\nX-Very-Long-Header: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; *p != '\0'; p++)
        if (!g_output_stream_write_all (out, p, 1, NULL, NULL, NULL) || client_goes (connection, 100))
          return;
    }
  else if (g_str_equal (path, "/stalled-body"))
    {
      send_text (out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>");
      client_goes (connection, 30000);
    }
  else if (g_str_equal (path, "/endless"))
    {
      send_text (out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
      while (goes_on)
        goes_on = send_text (out, "<p>And so on and so on and so on and so on and so on and so on and so on.</p>\n");
    }
  else if (g_str_equal (path, "/endless-chunks"))
    {
      send_text (out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      while (goes_on)
        goes_on = send_text (out, "8\r\nAnd so o\r\n");
    }
  else if (g_str_equal (path, "/too-long-a-length"))
    send_text (out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>Only this.");
  else if (g_str_equal (path, "/too-short-a-length"))
    send_text (out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<p>Only this.");
  else if (g_str_equal (path, "/closes"))
    return;
  else if (g_str_equal (path, "/no-http"))
    send_text (out, "220 mail.invalid ESMTP\r\n");
  else if (g_str_equal (path, "/endless-head"))
    {
      send_text (out, "HTTP/1.1 200 OK\r\n");
      while (goes_on)
        goes_on = send_text (out, "X-More: and more and more and more and more\r\n");
    }
}

static gboolean
raw_run_cb (GThreadedSocketService *service,
            GSocketConnection      *connection,
            GObject                *source,
            gpointer                user_data)
{
  int *n_gone = user_data;
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (in);
  g_autofree char *request = NULL;
  char *line = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  request = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
    }
  while (line != NULL && *line != '\0');
  g_free (line);

  if (request != NULL)
    {
      g_auto(GStrv) words = g_strsplit (request, " ", 3);

      if (g_strv_length (words) == 3)
        speak (connection, words[1]);
    }
  g_atomic_int_inc (n_gone);
  return TRUE;
}

static void
release_count (gpointer  data,
               GClosure *closure)
{
  g_atomic_rc_box_release (data);
}

CnRawServer *
cn_raw_server_new (void)
{
  CnRawServer *self = g_new0 (CnRawServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) address = NULL;
  g_autoptr(GError) error = NULL;

  self->service = g_threaded_socket_service_new (16);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->n_gone = g_atomic_rc_box_new0 (int);
  g_signal_connect_data (self->service, "run", G_CALLBACK (raw_run_cb), g_atomic_rc_box_acquire (self->n_gone),
                         release_count, G_CONNECT_DEFAULT);
  g_socket_service_start (self->service);
  return self;
}

void
cn_raw_server_free (CnRawServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_atomic_rc_box_release (self->n_gone);
  g_free (self);
}

char *
cn_raw_server_dup_address (CnRawServer *self,
                           const char  *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

guint
cn_raw_server_get_n_gone (CnRawServer *self)
{
  return (guint) g_atomic_int_get (self->n_gone);
}
