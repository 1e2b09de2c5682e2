-- A person sees the sessions of the pages that are open in their name and ends them. What machine it is stands in words
-- of our own ("Chrome · Windows"), never what the browser says of itself.
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_by_person ON sessions (person_id);
