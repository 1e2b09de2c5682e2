-- Judging every submission again, e.g. after new law data. Nothing of a submission changes by it.

CREATE TABLE recheck_runs (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  requested_by TEXT NOT NULL REFERENCES people (id),
  requested_at TEXT NOT NULL,
  law_version TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  -- Submissions up to this id belong to the run; later ones were judged with the new data anyway.
  up_to TEXT NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0)
) STRICT;

CREATE TABLE recheck_results (
  run_id TEXT NOT NULL REFERENCES recheck_runs (id),
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  revision INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('same', 'differs', 'failed')),
  -- JSON: what differs, and which versions.
  changes TEXT NOT NULL,
  versions TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  PRIMARY KEY (run_id, submission_id)
) STRICT;

CREATE TRIGGER recheck_runs_no_update BEFORE UPDATE ON recheck_runs BEGIN SELECT RAISE(ABORT, 'recheck runs are immutable'); END;
CREATE TRIGGER recheck_runs_no_delete BEFORE DELETE ON recheck_runs BEGIN SELECT RAISE(ABORT, 'recheck runs are immutable'); END;
CREATE TRIGGER recheck_results_no_update BEFORE UPDATE ON recheck_results BEGIN SELECT RAISE(ABORT, 'recheck results are immutable'); END;
CREATE TRIGGER recheck_results_no_delete BEFORE DELETE ON recheck_results BEGIN SELECT RAISE(ABORT, 'recheck results are immutable'); END;
