import { expect, test } from "vitest";
import { EVIDENCE_QUESTIONS } from "../worker/store/evidence-questions.ts";
import { LOG_QUESTIONS } from "../worker/console/texts/log-questions.ts";

test("every question the log's check asks of the tables has words", () => {
  expect(Object.keys(LOG_QUESTIONS.vi).sort()).toEqual(EVIDENCE_QUESTIONS.map(({ name }) => name).sort());
});
