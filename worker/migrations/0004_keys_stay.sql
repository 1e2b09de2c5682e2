-- A key that could be deleted could be used twice.
CREATE TRIGGER idempotency_no_delete BEFORE DELETE ON idempotency BEGIN SELECT RAISE(ABORT, 'idempotency keys are immutable'); END;
-- The queue of rechecks reads submissions in the order of their ids with their revision.
CREATE INDEX recheck_results_by_outcome ON recheck_results (run_id, outcome);
