-- Data published without a release: who proposed it, who else confirmed it, and the chain of both. Append-only: what was
-- published wrongly is set right by publishing again.

CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('law-value', 'norm-book', 'price-list', 'withdrawal')),
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

-- One chain for all: each hash covers the row before it.
CREATE TABLE publication_events (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  publication_id TEXT NOT NULL REFERENCES publications (id),
  action TEXT NOT NULL CHECK (action IN ('proposed', 'confirmed', 'refused')),
  person_id TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX publication_proposed_once ON publication_events (publication_id) WHERE action = 'proposed';
CREATE UNIQUE INDEX publication_decided_once ON publication_events (publication_id) WHERE action <> 'proposed';

CREATE TRIGGER publications_no_update BEFORE UPDATE ON publications BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;
CREATE TRIGGER publications_no_delete BEFORE DELETE ON publications BEGIN SELECT RAISE(ABORT, 'publications are append-only'); END;
CREATE TRIGGER publication_events_no_update BEFORE UPDATE ON publication_events BEGIN SELECT RAISE(ABORT, 'publication events are append-only'); END;
CREATE TRIGGER publication_events_no_delete BEFORE DELETE ON publication_events BEGIN SELECT RAISE(ABORT, 'publication events are append-only'); END;
CREATE TRIGGER publication_needs_two BEFORE INSERT ON publication_events WHEN NEW.action = 'confirmed' AND NEW.person_id = (SELECT proposed_by FROM publications WHERE id = NEW.publication_id) BEGIN SELECT RAISE(ABORT, 'a publication is confirmed by another person'); END;
