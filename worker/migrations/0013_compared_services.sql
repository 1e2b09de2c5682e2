-- The services that submissions the Ministry sees have norms for, with the unit price their own norm and prices give on
-- their own day. Derived like `comparables`, and made anew with it.
CREATE TABLE compared_services (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  position INTEGER NOT NULL,
  -- Common code or folded name: shared/plan/evidence/services.ts.
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  content INTEGER,
  -- Whole đồng; null when a price or a norm line is missing.
  value TEXT,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL,
  PRIMARY KEY (submission_id, position)
) STRICT;
CREATE INDEX compared_services_by_key ON compared_services (key, submission_id);
