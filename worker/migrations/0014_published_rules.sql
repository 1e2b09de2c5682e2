-- Documents, rule settings, levels of the vote and facts of the catalogue are published like values of law: proposed by one
-- person, confirmed by another. And every book ever offered is kept, so that a workbook pinned to it can have it again.

-- The kinds are a CHECK, which SQLite cannot change in place: the table is made anew under its own name, so that the
-- chain still refers to it. The references are checked when all of it is done.
PRAGMA defer_foreign_keys = on;
CREATE TABLE publications_kept AS SELECT * FROM publications;
DROP TABLE publications;
CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('law-value', 'document', 'vote-level', 'rule-setting', 'norm-book', 'price-list', 'catalogue-fact', 'withdrawal')),
  -- What it is about: a later publication about the same subject takes its place.
  subject TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  from_date TEXT NOT NULL,
  -- Key into `content`: canonical JSON.
  content_hash TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  proposed_by TEXT NOT NULL REFERENCES people (id),
  proposed_at TEXT NOT NULL,
  UNIQUE (subject, version)
) STRICT;
INSERT INTO publications (id, kind, subject, version, from_date, content_hash, reason, proposed_by, proposed_at)
  SELECT id, kind, subject, version, from_date, content_hash, reason, proposed_by, proposed_at FROM publications_kept;
DROP TABLE publications_kept;
CREATE TRIGGER publications_no_update BEFORE UPDATE ON publications BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;
CREATE TRIGGER publications_no_delete BEFORE DELETE ON publications BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;

-- Null in rows from before two persons were asked for.
ALTER TABLE catalogue_facts ADD COLUMN confirmed_by TEXT REFERENCES people (id);
CREATE TRIGGER catalogue_fact_needs_two BEFORE INSERT ON catalogue_facts WHEN NEW.confirmed_by IS NULL OR NEW.confirmed_by = NEW.published_by BEGIN SELECT RAISE(ABORT, 'a fact of the catalogue is confirmed by another person'); END;

-- Books as they were offered, by their own version; a workbook that names only the law gets the newest with that law.
CREATE TABLE kept_books (
  version TEXT PRIMARY KEY,
  law_version TEXT NOT NULL,
  -- JSON: versions and hashes of law, norms and prices; the parts themselves stand in `judged_data`.
  parts TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX kept_books_by_law ON kept_books (law_version, kept_at);
CREATE TRIGGER kept_books_no_update BEFORE UPDATE ON kept_books BEGIN SELECT RAISE(ABORT, 'kept books are immutable'); END;
CREATE TRIGGER kept_books_no_delete BEFORE DELETE ON kept_books BEGIN SELECT RAISE(ABORT, 'kept books are immutable'); END;
CREATE TRIGGER kept_books_no_replace BEFORE INSERT ON kept_books WHEN EXISTS (SELECT 1 FROM kept_books WHERE version = NEW.version) OR EXISTS (SELECT 1 FROM kept_books WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
