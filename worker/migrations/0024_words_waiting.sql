-- Putting one file's words into the index costs as much as everything else that receiving it writes, and hardly more for a
-- thousand files at once. So a file only waits here, and its words go into the index when somebody next looks for words.
-- A file may wait twice.
CREATE TABLE words_waiting (
  id TEXT NOT NULL
) STRICT;
DROP TRIGGER submissions_search_insert;
DROP TRIGGER submissions_search_update;
CREATE TRIGGER submissions_words_insert AFTER INSERT ON submissions BEGIN INSERT INTO words_waiting (id) VALUES (NEW.id); END;
CREATE TRIGGER submissions_words_update AFTER UPDATE OF search ON submissions WHEN NEW.search <> OLD.search BEGIN INSERT INTO words_waiting (id) VALUES (NEW.id); END;
