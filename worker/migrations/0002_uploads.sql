-- Workbooks sent as files. The bytes lie in R2 under their own hash; a row is written only after they do.

CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  file_name TEXT NOT NULL,
  -- JSON list of sentences for the sender.
  notes TEXT NOT NULL,
  line_count INTEGER NOT NULL CHECK (line_count >= 0),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX uploads_by_person ON uploads (person_id, id);

-- The verdict on an upload; missing while a large workbook waits in the queue.
CREATE TABLE upload_checks (
  upload_id TEXT PRIMARY KEY REFERENCES uploads (id),
  -- Key into `content`; null when the workbook could not be judged, with the reason.
  result_hash TEXT,
  reason TEXT,
  checked_at TEXT NOT NULL,
  CHECK ((result_hash IS NULL) = (reason IS NOT NULL))
) STRICT;

-- Which revisions came as a file, and which file.
CREATE TABLE revision_files (
  submission_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  upload_id TEXT NOT NULL REFERENCES uploads (id),
  file_hash TEXT NOT NULL,
  file_name TEXT NOT NULL,
  PRIMARY KEY (submission_id, revision),
  FOREIGN KEY (submission_id, revision) REFERENCES revisions (submission_id, revision)
) STRICT;

CREATE TRIGGER uploads_no_update BEFORE UPDATE ON uploads BEGIN SELECT RAISE(ABORT, 'uploads are immutable'); END;
CREATE TRIGGER uploads_no_delete BEFORE DELETE ON uploads BEGIN SELECT RAISE(ABORT, 'uploads are immutable'); END;
CREATE TRIGGER upload_checks_no_update BEFORE UPDATE ON upload_checks BEGIN SELECT RAISE(ABORT, 'upload checks are immutable'); END;
CREATE TRIGGER upload_checks_no_delete BEFORE DELETE ON upload_checks BEGIN SELECT RAISE(ABORT, 'upload checks are immutable'); END;
CREATE TRIGGER revision_files_no_update BEFORE UPDATE ON revision_files BEGIN SELECT RAISE(ABORT, 'files of revisions are immutable'); END;
CREATE TRIGGER revision_files_no_delete BEFORE DELETE ON revision_files BEGIN SELECT RAISE(ABORT, 'files of revisions are immutable'); END;
