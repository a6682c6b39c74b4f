/* SPDX-FileCopyrightText: The CityNet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fetcher against real servers: what it brings, what it refuses, and that it always comes to an end. */

#include "config.h"

#include <string.h>

#include "cn-fetcher.h"
#include "cn-test-await.h"
#include "cn-test-server.h"

static CnFetchedPage *
fetch (CnFetcher   *fetcher,
       const char  *url,
       GError     **error)
{
  return cn_test_await_boxed (cn_fetcher_fetch (fetcher, url), error);
}

static void
assert_refused (CnFetcher   *fetcher,
                const char  *url,
                CnFetchError code,
                const char  *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_null (page);
  g_assert_error (error, CN_FETCH_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  /* One clause: it is put behind the name of the input. */
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static char *
certificate_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fetch", "certificates", name, NULL);
}

static CnFetcher *
fetcher_that_trusts (const char *name)
{
  g_autofree char *path = certificate_path (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  return g_object_new (CN_TYPE_FETCHER, "tls-database", database, NULL);
}

static void
test_page (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/page");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->url, ==, url);
  g_assert_cmpstr (page->content_type, ==, "text/html; charset=iso-8859-9");
  g_assert_cmpmem (g_bytes_get_data (page->bytes, NULL), g_bytes_get_size (page->bytes), "<p>\xddzmir", 8);
}

static void
test_empty (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/empty");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (page->bytes), ==, 0);
}

typedef struct
{
  guint       status;
  const char *words;
} StatusRow;

static const StatusRow status_rows[] = {
  { 400, "(400)" }, { 401, "password (401)" }, { 403, "(403)" }, { 404, "no such page (404)" }, { 407, "(407)" },
  { 410, "gone for good (410)" }, { 418, "refused it (418)" }, { 429, "too often (429)" }, { 451, "(451)" },
  { 500, "problem of its own (500)" }, { 503, "problem of its own (503)" }, { 304, "(304)" },
};

static void
test_status (gconstpointer data)
{
  const StatusRow *row = data;
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *path = g_strdup_printf ("/status/%u", row->status);
  g_autofree char *url = cn_test_server_dup_address (server, path);

  assert_refused (fetcher, url, CN_FETCH_ERROR_STATUS, row->words);
}

static const char *const bad_addresses[] = {
  "", "nonsense", "http://", "http:///page", "ftp://localhost/page", "file:///etc/hostname", "javascript:alert(1)",
  "data:text/html,hello", "http://user:secret@localhost/page", "https://user@localhost/page", "about:blank",
  "http://[::1/page",
};

static void
test_address (gconstpointer data)
{
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();

  assert_refused (fetcher, data, CN_FETCH_ERROR_ADDRESS, "address");
}

static const guint redirects[] = { 301, 302, 303, 307, 308 };

static void
test_redirect (gconstpointer data)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *path = g_strdup_printf ("/redirect/%u", *(const guint *) data);
  g_autofree char *url = cn_test_server_dup_address (server, path);
  g_autofree char *target = cn_test_server_dup_address (server, "/page");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->url, ==, target);
}

static void
test_redirect_chain (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *ten = cn_test_server_dup_address (server, "/chain/9");
  g_autofree char *eleven = cn_test_server_dup_address (server, "/chain/10");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, ten, &error);

  g_assert_no_error (error);
  g_assert_nonnull (page);
  assert_refused (fetcher, eleven, CN_FETCH_ERROR_ADDRESS, "too many times");
}

static void
test_redirect_loop (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/loop");

  assert_refused (fetcher, url, CN_FETCH_ERROR_ADDRESS, "in a circle");
}

static const char *const bad_targets[] = {
  "file:///etc/hostname", "ftp://localhost/page", "javascript:alert(1)", "data:text/html,hello",
  "http://user:secret@localhost/", "http://",
};

static void
test_redirect_target (gconstpointer data)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/elsewhere");

  cn_test_server_set_target (server, data);
  assert_refused (fetcher, url, CN_FETCH_ERROR_ADDRESS, "address");
}

static void
test_redirect_without_target (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/elsewhere");

  assert_refused (fetcher, url, CN_FETCH_ERROR_ADDRESS, "an address that is none");
}

static void
test_nothing_told (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/to-headers");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (page->bytes, NULL), g_bytes_get_size (page->bytes));
      g_assert_nonnull (strstr (text, "User-Agent: CityNet/"));
      g_assert_null (strstr (text, "Cookie"));
      g_assert_null (strstr (text, "Referer"));
      g_assert_null (strstr (text, "Authorization"));
    }
}

static void
test_gzip (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/gzip");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (page->bytes), ==, 1000);
}

static const struct
{
  const char *path;
  const char *words;
} coding_rows[] = {
  { "/cut-gzip", "broke off" },
  { "/mislabelled", "damaged" },
  { "/twice", "not asked for" },
  { "/unknown-coding", "not asked for" },
};

static void
test_coding (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, coding_rows[row].path);

  assert_refused (fetcher, url, CN_FETCH_ERROR_FAILED, coding_rows[row].words);
}

static void
test_bomb (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = g_object_new (CN_TYPE_FETCHER, "max-bytes", G_GUINT64_CONSTANT (1000000), NULL);
  g_autofree char *url = cn_test_server_dup_address (server, "/bomb");

  assert_refused (fetcher, url, CN_FETCH_ERROR_TOO_LARGE, "larger");
}

static void
test_limit_is_inclusive (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fits = g_object_new (CN_TYPE_FETCHER, "max-bytes", G_GUINT64_CONSTANT (1000), NULL);
  g_autoptr(CnFetcher) short_by_one = g_object_new (CN_TYPE_FETCHER, "max-bytes", G_GUINT64_CONSTANT (999), NULL);
  g_autofree char *url = cn_test_server_dup_address (server, "/gzip");
  g_autoptr(CnFetchedPage) page = fetch (fits, url, NULL);

  g_assert_nonnull (page);
  assert_refused (short_by_one, url, CN_FETCH_ERROR_TOO_LARGE, "larger");
}

typedef struct
{
  const char  *path;
  CnFetchError code;
  const char  *words;
} RawRow;

static const RawRow raw_rows[] = {
  { "/silent", CN_FETCH_ERROR_TIMEOUT, "too long" },
  { "/slow-head", CN_FETCH_ERROR_TIMEOUT, "too long" },
  { "/stalled-body", CN_FETCH_ERROR_TIMEOUT, "too long" },
  { "/endless", CN_FETCH_ERROR_TOO_LARGE, "larger" },
  { "/endless-chunks", CN_FETCH_ERROR_TOO_LARGE, "larger" },
  { "/too-long-a-length", CN_FETCH_ERROR_FAILED, "broke off" },
  { "/closes", CN_FETCH_ERROR_FAILED, "" },
  { "/no-http", CN_FETCH_ERROR_FAILED, "" },
  { "/endless-head", CN_FETCH_ERROR_FAILED, "" },
};

static void
test_raw (gconstpointer data)
{
  const RawRow *row = data;
  g_autoptr(CnRawServer) server = cn_raw_server_new ();
  g_autoptr(CnFetcher) fetcher = g_object_new (CN_TYPE_FETCHER, "max-bytes", G_GUINT64_CONSTANT (100000),
                                               "idle-timeout", 300, "total-timeout", 1500, NULL);
  g_autofree char *url = cn_raw_server_dup_address (server, row->path);

  assert_refused (fetcher, url, row->code, row->words);
}

static void
test_short_length (void)
{
  g_autoptr(CnRawServer) server = cn_raw_server_new ();
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_raw_server_dup_address (server, "/too-short-a-length");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (page->bytes), ==, 4);
}

static void
test_refused_connection (void)
{
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  CnTestServer *server = cn_test_server_new (NULL);
  g_autofree char *url = cn_test_server_dup_address (server, "/page");

  cn_test_server_free (server);
  assert_refused (fetcher, url, CN_FETCH_ERROR_FAILED, "does not accept connections");
}

static void
test_unknown_name (void)
{
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, "http://no-such-name.invalid/page", &error);

  g_assert_null (page);
  /* Without a network the resolver cannot even say that there is none. */
  g_assert_true (g_error_matches (error, CN_FETCH_ERROR, CN_FETCH_ERROR_ADDRESS) ||
                 g_error_matches (error, CN_FETCH_ERROR, CN_FETCH_ERROR_OFFLINE));
}

static gboolean
somebody_has_gone (gpointer server)
{
  return cn_raw_server_get_n_gone (server) > 0;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_dropping (void)
{
  g_autoptr(CnRawServer) server = cn_raw_server_new ();
  g_autoptr(CnFetcher) fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_raw_server_dup_address (server, "/silent");
  DexFuture *future = cn_fetcher_fetch (fetcher, url);
  /* The other thread tells nobody that its client has gone. */
  guint waker = g_timeout_add (10, wake_cb, NULL);

  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (cn_raw_server_get_n_gone (server), ==, 0);

  dex_unref (future);
  cn_test_wait_until (somebody_has_gone, server);
  g_source_remove (waker);
}

static void
test_fetcher_may_go_first (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  CnFetcher *fetcher = cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/page");
  DexFuture *future = cn_fetcher_fetch (fetcher, url);
  g_autoptr(CnFetchedPage) page = NULL;

  g_assert_finalize_object (fetcher);
  page = cn_test_await_boxed (future, NULL);
  g_assert_nonnull (page);
}

typedef struct
{
  const char *name;
  const char *certificate;
  const char *trusted;
  const char *words;
} TlsRow;

static const TlsRow tls_rows[] = {
  { "self-signed", "trusted.pem", NULL, "not from an authority" },
  { "another-authority", "trusted.pem", "elsewhere.pem", "not from an authority" },
  { "another-site", "elsewhere.pem", "elsewhere.pem", "belongs to another site" },
  { "expired", "expired.pem", "expired.pem", "has expired" },
};

static void
test_tls (gconstpointer data)
{
  const TlsRow *row = data;
  g_autofree char *certificate = certificate_path (row->certificate);
  g_autoptr(CnTestServer) server = cn_test_server_new (certificate);
  g_autoptr(CnFetcher) fetcher = row->trusted != NULL ? fetcher_that_trusts (row->trusted) : cn_fetcher_new ();
  g_autofree char *url = cn_test_server_dup_address (server, "/page");

  assert_refused (fetcher, url, CN_FETCH_ERROR_TLS, row->words);
}

static void
test_tls_page (void)
{
  g_autofree char *certificate = certificate_path ("trusted.pem");
  g_autoptr(CnTestServer) server = cn_test_server_new (certificate);
  g_autoptr(CnFetcher) fetcher = fetcher_that_trusts ("trusted.pem");
  g_autofree char *url = cn_test_server_dup_address (server, "/page");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = fetch (fetcher, url, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (page->url, "https:"));
}

static void
test_tls_downgrade (void)
{
  g_autofree char *certificate = certificate_path ("trusted.pem");
  g_autoptr(CnTestServer) secure = cn_test_server_new (certificate);
  g_autoptr(CnTestServer) plain = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = fetcher_that_trusts ("trusted.pem");
  g_autofree char *url = cn_test_server_dup_address (secure, "/elsewhere");
  g_autofree char *insecure = cn_test_server_dup_address (plain, "/page");
  g_autofree char *upgrade = cn_test_server_dup_address (plain, "/elsewhere");
  g_autofree char *good = cn_test_server_dup_address (secure, "/page");
  g_autoptr(GError) error = NULL;
  g_autoptr(CnFetchedPage) page = NULL;

  cn_test_server_set_target (secure, insecure);
  cn_test_server_set_target (plain, good);
  assert_refused (fetcher, url, CN_FETCH_ERROR_ADDRESS, "insecure");
  page = fetch (fetcher, upgrade, &error);
  g_assert_no_error (error);
}

static void
test_tls_without_tls (void)
{
  g_autoptr(CnTestServer) server = cn_test_server_new (NULL);
  g_autoptr(CnFetcher) fetcher = g_object_new (CN_TYPE_FETCHER, "connect-timeout", 300, NULL);
  g_autofree char *url = g_strdup_printf ("https://localhost:%u/page", cn_test_server_get_port (server));

  /* It waits for the end of a line that never comes, as the client waits for a greeting. */
  assert_refused (fetcher, url, CN_FETCH_ERROR_TIMEOUT, "too long");
}

/* One named test for each row of a table. */
static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/status/%u-is-a-clause", status_rows[i].status);

      g_test_add_data_func (path, &status_rows[i], test_status);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_addresses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/address/refuses-%u", i);

      g_test_add_data_func (path, bad_addresses[i], test_address);
    }

  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/redirect/%u-is-followed", redirects[i]);

      g_test_add_data_func (path, &redirects[i], test_redirect);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_targets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/redirect/is-not-followed-to-%u", i);

      g_test_add_data_func (path, bad_targets[i], test_redirect_target);
    }

  for (guint i = 0; i < G_N_ELEMENTS (coding_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/encoding%s-is-refused", coding_rows[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_coding);
    }

  for (guint i = 0; i < G_N_ELEMENTS (raw_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/server%s-is-given-up", raw_rows[i].path);

      g_test_add_data_func (path, &raw_rows[i], test_raw);
    }

  for (guint i = 0; i < G_N_ELEMENTS (tls_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetch/tls/%s-is-refused", tls_rows[i].name);

      g_test_add_data_func (path, &tls_rows[i], test_tls);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  add_rows ();
  g_test_add_func ("/fetch/page/brings-bytes-address-and-content-type", test_page);
  g_test_add_func ("/fetch/page/may-be-empty", test_empty);
  g_test_add_func ("/fetch/redirect/ten-are-followed-and-not-eleven", test_redirect_chain);
  g_test_add_func ("/fetch/redirect/a-circle-is-noticed", test_redirect_loop);
  g_test_add_func ("/fetch/redirect/without-a-target-is-refused", test_redirect_without_target);
  g_test_add_func ("/fetch/privacy/no-cookie-no-referrer-no-password", test_nothing_told);
  g_test_add_func ("/fetch/encoding/gzip-is-decoded", test_gzip);
  g_test_add_func ("/fetch/limit/a-bomb-stops-at-the-limit", test_bomb);
  g_test_add_func ("/fetch/limit/is-inclusive", test_limit_is_inclusive);
  g_test_add_func ("/fetch/server/too-short-a-length-is-believed", test_short_length);
  g_test_add_func ("/fetch/server/that-is-not-there-is-named", test_refused_connection);
  g_test_add_func ("/fetch/server/without-a-name-is-named", test_unknown_name);
  g_test_add_func ("/fetch/future/dropping-it-closes-the-connection", test_dropping);
  g_test_add_func ("/fetch/future/outlives-the-fetcher", test_fetcher_may_go_first);
  g_test_add_func ("/fetch/tls/a-trusted-page-comes", test_tls_page);
  g_test_add_func ("/fetch/tls/a-way-down-to-http-is-refused", test_tls_downgrade);
  g_test_add_func ("/fetch/tls/a-server-without-it-is-given-up", test_tls_without_tls);

  return g_test_run ();
}
