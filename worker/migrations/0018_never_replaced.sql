-- INSERT OR REPLACE takes a row away without asking the triggers of DELETE (recursive_triggers is off in D1 and stays so),
-- so what may not be deleted may not be replaced either. A row in the way, by its key or by its hidden row number, stops
-- the insert: with the words of a broken key where the key belongs to somebody, in silence where the same row may come
-- twice (`ON CONFLICT DO NOTHING` asks for nothing else).

CREATE TRIGGER content_no_replace BEFORE INSERT ON content WHEN EXISTS (SELECT 1 FROM content WHERE hash = NEW.hash AND part = NEW.part) OR EXISTS (SELECT 1 FROM content WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER revisions_no_replace BEFORE INSERT ON revisions WHEN EXISTS (SELECT 1 FROM revisions WHERE submission_id = NEW.submission_id AND revision = NEW.revision) OR EXISTS (SELECT 1 FROM revisions WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: revisions.submission_id is there and is never replaced'); END;
CREATE TRIGGER idempotency_no_replace BEFORE INSERT ON idempotency WHEN EXISTS (SELECT 1 FROM idempotency WHERE person_id = NEW.person_id AND key = NEW.key) OR EXISTS (SELECT 1 FROM idempotency WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: idempotency.person_id is there and is never replaced'); END;
CREATE TRIGGER comments_no_replace BEFORE INSERT ON comments WHEN EXISTS (SELECT 1 FROM comments WHERE submission_id = NEW.submission_id AND version = NEW.version AND position = NEW.position) OR EXISTS (SELECT 1 FROM comments WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: comments.submission_id is there and is never replaced'); END;
CREATE TRIGGER orders_no_replace BEFORE INSERT ON orders WHEN EXISTS (SELECT 1 FROM orders WHERE submission_id = NEW.submission_id) OR EXISTS (SELECT 1 FROM orders WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM orders WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: orders.submission_id is there and is never replaced'); END;
CREATE TRIGGER events_no_replace BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE submission_id = NEW.submission_id AND version = NEW.version) OR EXISTS (SELECT 1 FROM events WHERE chain = NEW.chain AND seq = NEW.seq) OR EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: events.submission_id is there and is never replaced'); END;
CREATE TRIGGER seals_no_replace BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE chain = NEW.chain AND seq = NEW.seq) OR EXISTS (SELECT 1 FROM seals WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER submissions_no_replace BEFORE INSERT ON submissions WHEN EXISTS (SELECT 1 FROM submissions WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM submissions WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: submissions.id is there and is never replaced'); END;
CREATE TRIGGER uploads_no_replace BEFORE INSERT ON uploads WHEN EXISTS (SELECT 1 FROM uploads WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM uploads WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: uploads.id is there and is never replaced'); END;
CREATE TRIGGER upload_checks_no_replace BEFORE INSERT ON upload_checks WHEN EXISTS (SELECT 1 FROM upload_checks WHERE upload_id = NEW.upload_id) OR EXISTS (SELECT 1 FROM upload_checks WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER revision_files_no_replace BEFORE INSERT ON revision_files WHEN EXISTS (SELECT 1 FROM revision_files WHERE submission_id = NEW.submission_id AND revision = NEW.revision) OR EXISTS (SELECT 1 FROM revision_files WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: revision_files.submission_id is there and is never replaced'); END;
CREATE TRIGGER recheck_runs_no_replace BEFORE INSERT ON recheck_runs WHEN EXISTS (SELECT 1 FROM recheck_runs WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM recheck_runs WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: recheck_runs.id is there and is never replaced'); END;
CREATE TRIGGER recheck_results_no_replace BEFORE INSERT ON recheck_results WHEN EXISTS (SELECT 1 FROM recheck_results WHERE run_id = NEW.run_id AND submission_id = NEW.submission_id) OR EXISTS (SELECT 1 FROM recheck_results WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER meetings_no_replace BEFORE INSERT ON meetings WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM meetings WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: meetings.id is there and is never replaced'); END;
CREATE TRIGGER meeting_entries_no_replace BEFORE INSERT ON meeting_entries WHEN EXISTS (SELECT 1 FROM meeting_entries WHERE meeting_id = NEW.meeting_id AND seq = NEW.seq) OR EXISTS (SELECT 1 FROM meeting_entries WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: meeting_entries.meeting_id is there and is never replaced'); END;
CREATE TRIGGER catalogue_facts_no_replace BEFORE INSERT ON catalogue_facts WHEN EXISTS (SELECT 1 FROM catalogue_facts WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM catalogue_facts WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER catalogue_facts_no_second BEFORE INSERT ON catalogue_facts WHEN EXISTS (SELECT 1 FROM catalogue_facts WHERE replaces = NEW.replaces AND id <> NEW.id) BEGIN SELECT RAISE(ABORT, 'UNIQUE: catalogue_facts.replaces is there and is never replaced'); END;
CREATE TRIGGER order_lines_no_replace BEFORE INSERT ON order_lines WHEN EXISTS (SELECT 1 FROM order_lines WHERE order_id = NEW.order_id AND position = NEW.position) OR EXISTS (SELECT 1 FROM order_lines WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER execution_records_no_replace BEFORE INSERT ON execution_records WHEN EXISTS (SELECT 1 FROM execution_records WHERE submission_id = NEW.submission_id AND seq = NEW.seq) OR EXISTS (SELECT 1 FROM execution_records WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM execution_records WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: execution_records.submission_id is there and is never replaced'); END;
CREATE TRIGGER paper_templates_no_replace BEFORE INSERT ON paper_templates WHEN EXISTS (SELECT 1 FROM paper_templates WHERE organisation_id = NEW.organisation_id AND kind = NEW.kind AND seq = NEW.seq) OR EXISTS (SELECT 1 FROM paper_templates WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: paper_templates.organisation_id is there and is never replaced'); END;
CREATE TRIGGER autonomy_estimates_no_replace BEFORE INSERT ON autonomy_estimates WHEN EXISTS (SELECT 1 FROM autonomy_estimates WHERE province_code = NEW.province_code AND year = NEW.year AND seq = NEW.seq) OR EXISTS (SELECT 1 FROM autonomy_estimates WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: autonomy_estimates.province_code is there and is never replaced'); END;
CREATE TRIGGER publications_no_replace BEFORE INSERT ON publications WHEN EXISTS (SELECT 1 FROM publications WHERE subject = NEW.subject AND version = NEW.version) OR EXISTS (SELECT 1 FROM publications WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM publications WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'UNIQUE: publications.subject is there and is never replaced'); END;
CREATE TRIGGER publication_events_no_replace BEFORE INSERT ON publication_events WHEN EXISTS (SELECT 1 FROM publication_events WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'UNIQUE: publication_events.seq is there and is never replaced'); END;

-- A publication is proposed once and decided once; its place in the chain is not all that can be taken from it.
CREATE TRIGGER publication_events_no_second BEFORE INSERT ON publication_events WHEN EXISTS (SELECT 1 FROM publication_events WHERE publication_id = NEW.publication_id AND (action = 'proposed') = (NEW.action = 'proposed')) BEGIN SELECT RAISE(ABORT, 'UNIQUE: publication_events.publication_id is there and is never replaced'); END;

-- Where a file stands changes by one version at a time, and whose file it is never.
CREATE TRIGGER submissions_step BEFORE UPDATE ON submissions WHEN NEW.id <> OLD.id OR NEW.organisation_id <> OLD.organisation_id OR NEW.province_code <> OLD.province_code OR NEW.version <> OLD.version + 1 OR NEW.revision NOT IN (OLD.revision, OLD.revision + 1) BEGIN SELECT RAISE(ABORT, 'a submission is never changed but by its next version'); END;

-- Law, norms and prices as a receipt names them, by their hash: with these a verdict can be made again years later. The
-- text is in `content`; this list says which of its rows are for everybody.
CREATE TABLE judged_data (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('law', 'norms', 'prices')),
  version TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER judged_data_no_update BEFORE UPDATE ON judged_data BEGIN SELECT RAISE(ABORT, 'judged data is immutable'); END;
CREATE TRIGGER judged_data_no_delete BEFORE DELETE ON judged_data BEGIN SELECT RAISE(ABORT, 'judged data is immutable'); END;
CREATE TRIGGER judged_data_no_replace BEFORE INSERT ON judged_data WHEN EXISTS (SELECT 1 FROM judged_data WHERE hash = NEW.hash) OR EXISTS (SELECT 1 FROM judged_data WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;

-- A session that nobody uses ends before its time.
ALTER TABLE sessions ADD COLUMN seen_at TEXT;
