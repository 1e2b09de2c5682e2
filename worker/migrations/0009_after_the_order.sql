-- After the order: the catalogue of services, ordered lines, records of the work, templates of papers, estimates of a
-- centre's autonomy. All of it append-only: a mistake is corrected by a later row that says so.

-- The state of a submission is a CHECK, which SQLite cannot change in place: the table is made anew under its own
-- name, so that what refers to it still does. The references are checked when all of it is done.
PRAGMA defer_foreign_keys = on;
CREATE TABLE submissions_kept AS SELECT * FROM submissions;
DROP TABLE submissions;
CREATE TABLE submissions (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  province_code TEXT NOT NULL,
  province_name TEXT NOT NULL,
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'province_approved', 'ministry_review', 'returned', 'accepted', 'ordered', 'in_progress', 'accepted_work', 'settled', 'withdrawn', 'rejected')),
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
INSERT INTO submissions (id, organisation_id, province_code, province_name, year, state, ministry_sees, version, revision,
    file_name, de_an_count, total_dong, support_dong, support_national_dong, support_local_dong, warning_count, info_count,
    sent_by, search, received_at, updated_at)
  SELECT id, organisation_id, province_code, province_name, year, state, ministry_sees, version, revision,
    file_name, de_an_count, total_dong, support_dong, support_national_dong, support_local_dong, warning_count, info_count,
    sent_by, search, received_at, updated_at FROM submissions_kept;
DROP TABLE submissions_kept;
CREATE INDEX submissions_by_province ON submissions (province_code, id);
CREATE INDEX submissions_for_ministry ON submissions (ministry_sees, id);
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;

-- What was issued for a service, by whom and from when. A row about the same thing that `replaces` another one ends it.
CREATE TABLE catalogue_facts (
  id TEXT PRIMARY KEY,
  -- A kind of support, or '*' for every service of khuyến công.
  service TEXT NOT NULL,
  fact TEXT NOT NULL CHECK (fact IN ('list', 'norm', 'price')),
  level TEXT NOT NULL CHECK (level IN ('ministry', 'province')),
  province_code TEXT,
  issuer TEXT NOT NULL,
  document TEXT NOT NULL,
  issued_on TEXT,
  -- Null: the day is not known, so the row proves nothing yet.
  from_date TEXT,
  to_date TEXT,
  price_dong INTEGER CHECK (price_dong > 0),
  unit TEXT,
  verified TEXT NOT NULL CHECK (verified IN ('text', 'secondary', 'memory')),
  note TEXT NOT NULL,
  -- False: the row only takes back the one it replaces.
  stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
  replaces TEXT UNIQUE REFERENCES catalogue_facts (id),
  published_by TEXT NOT NULL REFERENCES people (id),
  published_at TEXT NOT NULL,
  CHECK ((level = 'province') = (province_code IS NOT NULL)),
  CHECK (price_dong IS NULL OR fact = 'price')
) STRICT;

-- The đề án of an order as they were ordered; derived once from the immutable revision.
CREATE TABLE order_lines (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  content INTEGER,
  kind TEXT,
  fund TEXT,
  place TEXT NOT NULL,
  trade TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  grouped INTEGER NOT NULL CHECK (grouped IN (0, 1)),
  -- A plain decimal with a dot, or null.
  count TEXT,
  starts_on TEXT,
  ends_on TEXT,
  total_dong INTEGER NOT NULL,
  support_dong INTEGER NOT NULL,
  counterpart_dong INTEGER NOT NULL,
  other_dong INTEGER NOT NULL,
  result TEXT NOT NULL,
  PRIMARY KEY (order_id, position)
) STRICT;

-- What happened to a đề án, one row a paper or report; each row's hash covers the row before it.
CREATE TABLE execution_records (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  de_an_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('progress', 'change', 'stop', 'acceptance', 'advance', 'refund', 'liquidation', 'settlement', 'effective', 'cancel')),
  on_date TEXT NOT NULL,
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  amount_dong INTEGER CHECK (amount_dong >= 0),
  -- JSON of what only this kind has.
  detail TEXT NOT NULL,
  document TEXT NOT NULL,
  note TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  recorded_at TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (submission_id, seq)
) STRICT;
CREATE INDEX execution_by_kind ON execution_records (kind, submission_id);

-- A unit's own template of a paper; the newest counts, without content it is ours again.
CREATE TABLE paper_templates (
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  kind TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  file_name TEXT NOT NULL,
  -- Key into `content`: the file in base64.
  content_hash TEXT,
  person_id TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, kind, seq)
) STRICT;

-- A centre's estimate of its year, for the degree of autonomy; the newest counts.
CREATE TABLE autonomy_estimates (
  province_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  spending_dong INTEGER NOT NULL CHECK (spending_dong > 0),
  -- JSON: other sources by point of NĐ 60/2021 Đ.11; what one order costs; investment.
  detail TEXT NOT NULL,
  note TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  PRIMARY KEY (province_code, year, seq)
) STRICT;

CREATE TRIGGER catalogue_facts_no_update BEFORE UPDATE ON catalogue_facts BEGIN SELECT RAISE(ABORT, 'published facts are append-only'); END;
CREATE TRIGGER catalogue_facts_no_delete BEFORE DELETE ON catalogue_facts BEGIN SELECT RAISE(ABORT, 'published facts are append-only'); END;
CREATE TRIGGER order_lines_no_update BEFORE UPDATE ON order_lines BEGIN SELECT RAISE(ABORT, 'ordered lines are immutable'); END;
CREATE TRIGGER order_lines_no_delete BEFORE DELETE ON order_lines BEGIN SELECT RAISE(ABORT, 'ordered lines are immutable'); END;
CREATE TRIGGER execution_records_no_update BEFORE UPDATE ON execution_records BEGIN SELECT RAISE(ABORT, 'records of the work are append-only'); END;
CREATE TRIGGER execution_records_no_delete BEFORE DELETE ON execution_records BEGIN SELECT RAISE(ABORT, 'records of the work are append-only'); END;
CREATE TRIGGER paper_templates_no_update BEFORE UPDATE ON paper_templates BEGIN SELECT RAISE(ABORT, 'templates are append-only'); END;
CREATE TRIGGER paper_templates_no_delete BEFORE DELETE ON paper_templates BEGIN SELECT RAISE(ABORT, 'templates are append-only'); END;
CREATE TRIGGER autonomy_estimates_no_update BEFORE UPDATE ON autonomy_estimates BEGIN SELECT RAISE(ABORT, 'estimates are append-only'); END;
CREATE TRIGGER autonomy_estimates_no_delete BEFORE DELETE ON autonomy_estimates BEGIN SELECT RAISE(ABORT, 'estimates are append-only'); END;
