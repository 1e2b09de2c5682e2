-- Figures of submissions the Ministry sees, so that provinces can be laid side by side. Derived from the revisions and
-- made anew from them at any time; therefore the only table whose rows may be replaced.
CREATE TABLE comparables (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('support', 'price', 'norm')),
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- A plain decimal with a dot: exact, and beyond what an INTEGER holds in millionths.
  value TEXT NOT NULL,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL,
  PRIMARY KEY (submission_id, position)
) STRICT;
CREATE INDEX comparables_by_key ON comparables (topic, key, submission_id);
