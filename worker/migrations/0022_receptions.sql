-- What receiving a workbook writes, as one statement: each statement of a batch has its own price, and a province's last
-- hour before the deadline is thousands of them. Nothing can be read here; an INSERT says what came and the trigger puts
-- every part where it belongs, all of it or nothing. Version 1 is a new file, any other the next revision of one: the
-- UPDATE finds nothing when somebody was faster, and then the event refuses.
-- What the Worker went by is asked again in the same step, so that it may be something known from a moment before: the
-- sender's place, the last decision that the verdict counts with, and the link that the receipt names as before it.
-- `envelope_data`, `receipt_data`: as in `content`, or NULL when they are longer than one row holds and are kept in parts by
-- statements of their own. `link`: the seal of the event if it comes right after `previous_seq`, whose seal is
-- `previous_seal`; where that guess is wrong or NULL nothing is sealed here.
CREATE VIEW receptions AS SELECT
  NULL AS key, NULL AS id, NULL AS organisation_id, NULL AS province_code, NULL AS year, NULL AS state,
  NULL AS ministry_sees, NULL AS version, NULL AS revision, NULL AS file_name, NULL AS de_an_count, NULL AS total_dong,
  NULL AS support_dong, NULL AS support_national_dong, NULL AS support_local_dong, NULL AS warning_count, NULL AS info_count,
  NULL AS sent_by, NULL AS search, NULL AS at, NULL AS content_hash, NULL AS envelope_hash, NULL AS envelope_data,
  NULL AS receipt_hash, NULL AS receipt_data, NULL AS template_version, NULL AS law_version, NULL AS rules_version,
  NULL AS chain, NULL AS action, NULL AS from_state, NULL AS role, NULL AS sender_organisation_id, NULL AS event_hash,
  NULL AS decision, NULL AS head_seq, NULL AS head_seal, NULL AS previous_seq, NULL AS previous_seal, NULL AS link
WHERE 0;

CREATE TRIGGER receptions_insert INSTEAD OF INSERT ON receptions BEGIN
  SELECT RAISE(ABORT, 'stale: sender') WHERE NOT EXISTS (
    SELECT 1 FROM memberships m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.person_id = NEW.sent_by AND m.role = NEW.role AND m.organisation_id = NEW.sender_organisation_id
      AND o.province_code = NEW.province_code);
  SELECT RAISE(ABORT, 'stale: decision') WHERE NEW.decision <> coalesce(
    (SELECT hash FROM publication_events WHERE action = 'confirmed' ORDER BY seq DESC LIMIT 1), '');
  SELECT RAISE(ABORT, 'stale: head') WHERE NEW.head_seq > 0
    AND NOT EXISTS (SELECT 1 FROM seals WHERE chain = NEW.chain AND seq = NEW.head_seq AND hash = NEW.head_seal);
  INSERT INTO idempotency (person_id, key, request_hash, receipt_hash, submission_id, created_at)
    VALUES (NEW.sent_by, NEW.key, NEW.envelope_hash, NEW.receipt_hash, NEW.id, NEW.at);
  INSERT INTO content (hash, part, data) SELECT NEW.envelope_hash, 0, NEW.envelope_data WHERE NEW.envelope_data IS NOT NULL
    ON CONFLICT DO NOTHING;
  INSERT INTO content (hash, part, data) SELECT NEW.receipt_hash, 0, NEW.receipt_data WHERE NEW.receipt_data IS NOT NULL
    ON CONFLICT DO NOTHING;
  INSERT INTO submissions (id, organisation_id, province_code, province_name, year, state, ministry_sees, version, revision,
      file_name, de_an_count, total_dong, support_dong, support_national_dong, support_local_dong, warning_count, info_count,
      sent_by, search, received_at, updated_at)
    SELECT NEW.id, NEW.organisation_id, NEW.province_code, o.province_name, NEW.year, NEW.state, NEW.ministry_sees, NEW.version,
      NEW.revision, NEW.file_name, NEW.de_an_count, NEW.total_dong, NEW.support_dong, NEW.support_national_dong,
      NEW.support_local_dong, NEW.warning_count, NEW.info_count, NEW.sent_by, NEW.search, NEW.at, NEW.at
    FROM organisations o WHERE o.id = NEW.organisation_id AND NEW.version = 1;
  UPDATE submissions SET year = NEW.year, state = NEW.state, ministry_sees = NEW.ministry_sees, version = NEW.version,
      revision = NEW.revision, file_name = NEW.file_name, de_an_count = NEW.de_an_count, total_dong = NEW.total_dong,
      support_dong = NEW.support_dong, support_national_dong = NEW.support_national_dong,
      support_local_dong = NEW.support_local_dong, warning_count = NEW.warning_count, info_count = NEW.info_count,
      sent_by = NEW.sent_by, search = NEW.search, received_at = NEW.at, updated_at = NEW.at
    WHERE id = NEW.id AND version = NEW.version - 1;
  INSERT INTO revisions (submission_id, revision, content_hash, envelope_hash, receipt_hash, template_version, law_version,
      rules_version, sent_by, received_at)
    VALUES (NEW.id, NEW.revision, NEW.content_hash, NEW.envelope_hash, NEW.receipt_hash, NEW.template_version, NEW.law_version,
      NEW.rules_version, NEW.sent_by, NEW.at);
  INSERT INTO events (chain, seq, at, submission_id, revision, version, action, from_state, to_state, person_id, role,
      organisation_id, detail_hash, hash)
    SELECT NEW.chain, coalesce(max(seq), 0) + 1, NEW.at, NEW.id, NEW.revision, NEW.version, NEW.action, NEW.from_state, NEW.state,
      NEW.sent_by, NEW.role, NEW.sender_organisation_id, NEW.content_hash, NEW.event_hash
    FROM events WHERE chain = NEW.chain;
  INSERT INTO seals (chain, seq, hash) SELECT NEW.chain, NEW.previous_seq + 1, NEW.link
    WHERE NEW.link IS NOT NULL
      AND EXISTS (SELECT 1 FROM events WHERE chain = NEW.chain AND seq = NEW.previous_seq + 1 AND hash = NEW.event_hash)
      AND (NEW.previous_seq = 0
        OR EXISTS (SELECT 1 FROM seals WHERE chain = NEW.chain AND seq = NEW.previous_seq AND hash = NEW.previous_seal))
    ON CONFLICT DO NOTHING;
END;
