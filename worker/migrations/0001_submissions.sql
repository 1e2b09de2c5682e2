-- Organisations, people, submissions with immutable revisions, and the append-only log.
-- Times are ISO 8601 in UTC. Amounts are whole đồng.

CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('province', 'ministry')),
  province_code TEXT,
  province_name TEXT,
  name TEXT NOT NULL,
  CHECK ((kind = 'province') = (province_code IS NOT NULL)),
  CHECK ((province_code IS NULL) = (province_name IS NULL))
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (issuer, subject)
) STRICT;

-- One role in one organisation; rights come from here and from nowhere else.
CREATE TABLE memberships (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  role TEXT NOT NULL CHECK (role IN ('drafter', 'province', 'ministry', 'steward'))
) STRICT;

-- Content by its own hash: gzip, base64, cut into parts because one row holds at most 2 MB.
CREATE TABLE content (
  hash TEXT NOT NULL,
  part INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (hash, part)
) STRICT;

-- Where each submission stands now; everything else about it is immutable.
CREATE TABLE submissions (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  province_code TEXT NOT NULL,
  province_name TEXT NOT NULL,
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'province_approved', 'ministry_review', 'returned', 'accepted', 'ordered', 'withdrawn', 'rejected')),
  ministry_sees INTEGER NOT NULL CHECK (ministry_sees IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  file_name TEXT,
  de_an_count INTEGER NOT NULL,
  total_dong INTEGER NOT NULL,
  support_dong INTEGER NOT NULL,
  support_national_dong INTEGER NOT NULL,
  support_local_dong INTEGER NOT NULL,
  warning_count INTEGER NOT NULL,
  info_count INTEGER NOT NULL,
  sent_by TEXT NOT NULL REFERENCES people (id),
  search TEXT NOT NULL,
  received_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX submissions_by_province ON submissions (province_code, id);
CREATE INDEX submissions_for_ministry ON submissions (ministry_sees, id);

CREATE TABLE revisions (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  content_hash TEXT NOT NULL,
  envelope_hash TEXT NOT NULL,
  receipt_hash TEXT NOT NULL,
  template_version TEXT NOT NULL,
  law_version TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  sent_by TEXT NOT NULL REFERENCES people (id),
  received_at TEXT NOT NULL,
  PRIMARY KEY (submission_id, revision)
) STRICT;

CREATE TABLE idempotency (
  person_id TEXT NOT NULL REFERENCES people (id),
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  receipt_hash TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT;

CREATE TABLE comments (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  at TEXT NOT NULL,
  sheet TEXT,
  cell TEXT,
  row_number INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (submission_id, version, position)
) STRICT;

CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL UNIQUE REFERENCES submissions (id),
  revision INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('all', 'QG', 'ĐP')),
  orderer_name TEXT NOT NULL,
  line_count INTEGER NOT NULL,
  support_dong INTEGER NOT NULL,
  ordered_by TEXT NOT NULL REFERENCES people (id),
  ordered_at TEXT NOT NULL
) STRICT;

-- One chain per province. `hash` covers all columns but `seq`, which the database gives in the order of commit.
-- UNIQUE (submission_id, version) refuses two changes made from the same state of a file.
CREATE TABLE events (
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  revision INTEGER NOT NULL,
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  detail_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (chain, seq),
  UNIQUE (submission_id, version)
) STRICT;

-- The links: each covers the link before it and the event at its place. Written right after the event, so that
-- senders never wait for one another's place in the chain.
CREATE TABLE seals (
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (chain, seq),
  FOREIGN KEY (chain, seq) REFERENCES events (chain, seq)
) STRICT;

CREATE TRIGGER content_no_update BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'content is immutable'); END;
CREATE TRIGGER content_no_delete BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'content is immutable'); END;
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency BEGIN SELECT RAISE(ABORT, 'idempotency keys are immutable'); END;
CREATE TRIGGER comments_no_update BEFORE UPDATE ON comments BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
CREATE TRIGGER comments_no_delete BEFORE DELETE ON comments BEGIN SELECT RAISE(ABORT, 'comments are append-only'); END;
CREATE TRIGGER orders_no_update BEFORE UPDATE ON orders BEGIN SELECT RAISE(ABORT, 'orders are immutable'); END;
CREATE TRIGGER orders_no_delete BEFORE DELETE ON orders BEGIN SELECT RAISE(ABORT, 'orders are immutable'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals are append-only'); END;
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals are append-only'); END;
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
