-- Reading many submissions: words found without diacritics, filters with an index each, and each person's saved views.

-- Both columns hold folded text (shared/kernel/text.ts), so the tokenizer folds nothing itself: it would leave đ alone.
-- Derived from `submissions`; a row is found again by its own id, because row numbers of `submissions` may change.
CREATE VIRTUAL TABLE submission_search USING fts5(id, words, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3');
INSERT INTO submission_search (id, words) SELECT id, search || ' ' || lower(substr(id, -8)) FROM submissions;
CREATE TRIGGER submissions_search_insert AFTER INSERT ON submissions BEGIN INSERT INTO submission_search (id, words) VALUES (NEW.id, NEW.search || ' ' || lower(substr(NEW.id, -8))); END;
CREATE TRIGGER submissions_search_update AFTER UPDATE OF search ON submissions WHEN NEW.search <> OLD.search BEGIN DELETE FROM submission_search WHERE submission_search MATCH 'id : "' || OLD.id || '"' AND id = OLD.id; INSERT INTO submission_search (id, words) VALUES (NEW.id, NEW.search || ' ' || lower(substr(NEW.id, -8))); END;

CREATE INDEX submissions_of_ministry_by_state ON submissions (ministry_sees, state, id);
CREATE INDEX submissions_of_ministry_by_province ON submissions (ministry_sees, province_code, id);
CREATE INDEX submissions_of_ministry_by_year ON submissions (ministry_sees, year, id);
CREATE INDEX submissions_of_province_by_state ON submissions (province_code, state, id);

-- A person's own names for filters of the queue; theirs to change and to take away.
CREATE TABLE saved_views (
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  -- Query text of the queue's filter: "state=submitted&q=gom".
  filter TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person_id, name)
) STRICT;
