-- Sessions of the browser pages. The cookie holds a random secret; only its SHA-256 is kept, so that a copy of the
-- database opens nobody's session.
CREATE TABLE sessions (
  secret_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_end ON sessions (expires_at);
