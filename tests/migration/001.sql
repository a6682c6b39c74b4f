-- SPDX-FileCopyrightText: The CityNet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The schema of version 1 as it was released.

-- index article_network_article on article_network
CREATE UNIQUE INDEX article_network_article ON article_network (article_id, network_id);
-- index article_starred on article
CREATE INDEX article_starred ON article (sort_key) WHERE is_hidden = 0 AND is_starred = 1;
-- index article_timeline on article
CREATE INDEX article_timeline ON article (sort_key) WHERE is_hidden = 0;
-- index article_unread on article
CREATE INDEX article_unread ON article (sort_key) WHERE is_hidden = 0 AND is_unread = 1;
-- index origin_article on origin
CREATE INDEX origin_article ON origin (article_id);
-- index origin_import on origin
CREATE INDEX origin_import ON origin (import_id);
-- index origin_url on origin
CREATE INDEX origin_url ON origin (url) WHERE url IS NOT NULL;
-- index sqlite_autoindex_article_version_1 on article_version
;
-- index sqlite_autoindex_article_version_2 on article_version
;
-- index sqlite_autoindex_network_1 on network
;
-- index sqlite_autoindex_snapshot_network_1 on snapshot_network
;
-- table article on article
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  sort_key INTEGER NOT NULL CHECK (sort_key >= 0),
  is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)), -- every import that brought it was undone
  read_at INTEGER,
  starred_at INTEGER,
  is_unread INTEGER NOT NULL DEFAULT 1 CHECK (is_unread = (read_at IS NULL)), -- plain, for the indexes below
  is_starred INTEGER NOT NULL DEFAULT 0 CHECK (is_starred = (starred_at IS NOT NULL)),
  title TEXT,
  snippet TEXT NOT NULL,
  published TEXT CHECK ((published IS NULL) = (sort_key = 0)),
  language TEXT,
  updated TEXT,
  authors TEXT CHECK (json_valid (authors)), -- an array of strings
  site_name TEXT,
  summary TEXT,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0) -- the number of the text that the columns above describe
) STRICT;
-- table article_network on article_network
CREATE TABLE article_network (
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  sort_key INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  is_publisher INTEGER NOT NULL CHECK (is_publisher IN (0, 1)),
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
  is_unread INTEGER NOT NULL CHECK (is_unread IN (0, 1)),
  is_starred INTEGER NOT NULL CHECK (is_starred IN (0, 1)),
  PRIMARY KEY (network_id, sort_key, article_id)
) STRICT, WITHOUT ROWID;
-- table article_version on article_version
CREATE TABLE article_version (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  fetched_at INTEGER NOT NULL,
  text_hash BLOB NOT NULL UNIQUE CHECK (length (text_hash) = 32),
  published_start INTEGER, -- the words of the text that give the date
  published_end INTEGER CHECK (published_end >= published_start),
  layout BLOB,
  text TEXT NOT NULL,
  UNIQUE (article_id, number)
) STRICT;
-- table import on import
CREATE TABLE import (
  id INTEGER PRIMARY KEY, -- drawn at random: known before anything is worth writing, and by no two processes
  started_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
-- table network on network
CREATE TABLE network (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('network', 'campaign', 'initiative', 'observatory', 'charter', 'award')),
  parent_id INTEGER REFERENCES network (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  website TEXT,
  position INTEGER, -- in the registry; NULL when the registry no longer has it
  n_articles INTEGER NOT NULL DEFAULT 0 CHECK (n_articles >= 0),
  n_unread INTEGER NOT NULL DEFAULT 0 CHECK (n_unread BETWEEN 0 AND n_articles)
) STRICT;
-- table origin on origin
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  seen_at INTEGER NOT NULL,
  address TEXT NOT NULL, -- an absolute path, an address, '' for pasted text
  url TEXT, -- the canonical address that the document gives
  document_id TEXT,
  title TEXT, -- these two only where they differ from the article's
  published TEXT,
  version INTEGER NOT NULL,
  FOREIGN KEY (article_id, version) REFERENCES article_version (article_id, number)
    ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;
-- table snapshot on snapshot
CREATE TABLE snapshot (
  version_id INTEGER PRIMARY KEY REFERENCES article_version (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  sort_key INTEGER NOT NULL CHECK (sort_key >= 0),
  title TEXT,
  snippet TEXT NOT NULL,
  published TEXT CHECK ((published IS NULL) = (sort_key = 0)),
  language TEXT,
  updated TEXT,
  authors TEXT CHECK (json_valid (authors)),
  site_name TEXT,
  summary TEXT,
  taken_at INTEGER NOT NULL
) STRICT;
-- table snapshot_network on snapshot_network
CREATE TABLE snapshot_network (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES snapshot (version_id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  is_publisher INTEGER NOT NULL CHECK (is_publisher IN (0, 1)),
  UNIQUE (version_id, network_id)
) STRICT;
-- table store on store
CREATE TABLE store (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  identity BLOB NOT NULL CHECK (length (identity) = 16)
) STRICT;
-- table tally on tally
CREATE TABLE tally (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  identity BLOB NOT NULL CHECK (length (identity) = 16),
  n_commits INTEGER NOT NULL DEFAULT 0 CHECK (n_commits >= 0),
  n_articles INTEGER NOT NULL DEFAULT 0 CHECK (n_articles >= 0),
  n_unread INTEGER NOT NULL DEFAULT 0 CHECK (n_unread BETWEEN 0 AND n_articles),
  n_starred INTEGER NOT NULL DEFAULT 0 CHECK (n_starred BETWEEN 0 AND n_articles)
) STRICT;
-- trigger article_added on article
CREATE TRIGGER article_added AFTER INSERT ON article
BEGIN
  UPDATE tally
     SET n_articles = n_articles + (NOT NEW.is_hidden),
         n_unread = n_unread + (NOT NEW.is_hidden AND NEW.is_unread),
         n_starred = n_starred + (NOT NEW.is_hidden AND NEW.is_starred);
END;
-- trigger article_marked on article
CREATE TRIGGER article_marked AFTER UPDATE OF is_hidden, is_unread, is_starred ON article
BEGIN
  UPDATE tally
     SET n_articles = n_articles + (NOT NEW.is_hidden) - (NOT OLD.is_hidden),
         n_unread = n_unread + (NOT NEW.is_hidden AND NEW.is_unread)
                             - (NOT OLD.is_hidden AND OLD.is_unread),
         n_starred = n_starred + (NOT NEW.is_hidden AND NEW.is_starred)
                               - (NOT OLD.is_hidden AND OLD.is_starred);
END;
-- trigger article_moved on article
CREATE TRIGGER article_moved AFTER UPDATE OF is_hidden, is_unread, is_starred, sort_key ON article
BEGIN
  UPDATE article_network
     SET sort_key = NEW.sort_key, is_hidden = NEW.is_hidden,
         is_unread = NEW.is_unread, is_starred = NEW.is_starred
   WHERE article_id = NEW.id;
END;
-- trigger article_network_added on article_network
CREATE TRIGGER article_network_added AFTER INSERT ON article_network
BEGIN
  UPDATE network
     SET n_articles = n_articles + (NOT NEW.is_hidden),
         n_unread = n_unread + (NEW.is_unread AND NOT NEW.is_hidden)
   WHERE id = NEW.network_id;
END;
-- trigger article_network_marked on article_network
CREATE TRIGGER article_network_marked AFTER UPDATE OF is_hidden, is_unread ON article_network
BEGIN
  UPDATE network
     SET n_articles = n_articles + (NOT NEW.is_hidden) - (NOT OLD.is_hidden),
         n_unread = n_unread + (NEW.is_unread AND NOT NEW.is_hidden) - (OLD.is_unread AND NOT OLD.is_hidden)
   WHERE id = NEW.network_id;
END;
-- trigger article_network_removed on article_network
CREATE TRIGGER article_network_removed AFTER DELETE ON article_network
BEGIN
  UPDATE network
     SET n_articles = n_articles - (NOT OLD.is_hidden),
         n_unread = n_unread - (OLD.is_unread AND NOT OLD.is_hidden)
   WHERE id = OLD.network_id;
END;
-- trigger article_version_is_kept on article_version
CREATE TRIGGER article_version_is_kept BEFORE UPDATE ON article_version
BEGIN
  SELECT RAISE (ABORT, 'versions are append-only');
END;
-- trigger article_version_stays on article_version
CREATE TRIGGER article_version_stays BEFORE DELETE ON article_version
BEGIN
  SELECT RAISE (ABORT, 'versions are append-only');
END;
