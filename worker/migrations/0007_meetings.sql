-- Meetings that choose projects. Every change is an entry with its whole file (in `content`), chained by hashes.

CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  title TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES people (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_by_organisation ON meetings (organisation_id, id);

CREATE TABLE meeting_entries (
  meeting_id TEXT NOT NULL REFERENCES meetings (id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  result TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (meeting_id, seq)
) STRICT;

CREATE TRIGGER meetings_no_update BEFORE UPDATE ON meetings BEGIN SELECT RAISE(ABORT, 'meetings are immutable'); END;
CREATE TRIGGER meetings_no_delete BEFORE DELETE ON meetings BEGIN SELECT RAISE(ABORT, 'meetings are immutable'); END;
CREATE TRIGGER meeting_entries_no_update BEFORE UPDATE ON meeting_entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER meeting_entries_no_delete BEFORE DELETE ON meeting_entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
