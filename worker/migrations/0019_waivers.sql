-- A waiver: one rule, one submission, a named reason. Each row is one step of one waiver and belongs to the event of the
-- submission with its version, whose hash covers it. What was waived wrongly is revoked by a further row.
CREATE TABLE waiver_records (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  version INTEGER NOT NULL CHECK (version >= 2),
  waiver TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('grant', 'propose', 'confirm', 'refuse', 'revoke')),
  rule TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (step = 'confirm' OR length(reason) > 0),
  person_id TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  PRIMARY KEY (submission_id, version)
) STRICT;

CREATE INDEX waiver_records_by_waiver ON waiver_records (waiver, version);

CREATE TRIGGER waiver_records_no_update BEFORE UPDATE ON waiver_records BEGIN SELECT RAISE(ABORT, 'waivers are append-only'); END;
CREATE TRIGGER waiver_records_no_delete BEFORE DELETE ON waiver_records BEGIN SELECT RAISE(ABORT, 'waivers are append-only'); END;
CREATE TRIGGER waiver_records_no_replace BEFORE INSERT ON waiver_records WHEN EXISTS (SELECT 1 FROM waiver_records WHERE submission_id = NEW.submission_id AND version = NEW.version) OR EXISTS (SELECT 1 FROM waiver_records WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: waiver_records.submission_id is there and is never replaced'); END;
-- Four eyes: what is confirmed was proposed, and by somebody else.
CREATE TRIGGER waiver_needs_two BEFORE INSERT ON waiver_records WHEN NEW.step = 'confirm' AND NOT EXISTS (SELECT 1 FROM waiver_records WHERE submission_id = NEW.submission_id AND waiver = NEW.waiver AND rule = NEW.rule AND step = 'propose' AND person_id <> NEW.person_id) BEGIN SELECT RAISE(ABORT, 'a waiver is confirmed by another person'); END;
