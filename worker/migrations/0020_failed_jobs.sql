-- Jobs that failed every time they were tried, as the queue of failed messages gave them up. A job holds ids only. Who
-- runs the service sends one again when the cause is gone; one that fails once more comes as another message.
CREATE TABLE failed_jobs (
  -- Of the queue's message.
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- JSON as it was sent to the queue.
  job TEXT NOT NULL,
  failed_at TEXT NOT NULL,
  sent_again_at TEXT,
  sent_again_by TEXT REFERENCES people (id),
  CHECK ((sent_again_at IS NULL) = (sent_again_by IS NULL))
) STRICT;
CREATE INDEX failed_jobs_waiting ON failed_jobs (failed_at) WHERE sent_again_at IS NULL;
