import { expect, test } from "vitest";
import { IdempotencyKeySchema } from "../../../shared/contract/submission.ts";
import { UploadSubmissionSchema } from "../../../shared/contract/upload.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { quangNinh2018 } from "../../../shared/workbook/demo.ts";
import { judgeWorkbook } from "../../../shared/workbook/judge.ts";
import { buildSubmission, idempotencyKey, warningKey } from "./envelope.ts";

const { findings } = judgeWorkbook(buildFlatWorkbook(quangNinh2018(), builtinLawBook()), builtinLawBook());
const none = { previousId: null, reasons: new Map<string, string>(), findings };
const PREVIOUS = "hs_01234567890123456789";

test("what goes with a file is what the service's contract accepts, and nothing when nothing is to be said", () => {
  expect(buildSubmission(none)).toEqual({});
  const corrected = buildSubmission({ ...none, previousId: PREVIOUS });
  expect(UploadSubmissionSchema.parse(corrected)).toEqual({ previousId: PREVIOUS });
});

test("reasons travel with their warning; blank ones do not", () => {
  const [first, second] = findings.filter(({ severity }) => severity === "warning");
  if (first === undefined || second === undefined) throw new Error("the demo plan has two warnings");
  const reasons = new Map([
    [warningKey(first), " theo mức chi chung "],
    [warningKey(second), "  "],
  ]);
  const submission = buildSubmission({ ...none, reasons });
  expect(UploadSubmissionSchema.parse(submission).warningReasons).toEqual([
    { rule: first.rule, sheet: first.where.sheet, cell: first.where.cell, reason: "theo mức chi chung" },
  ]);
});

test("the key is the same for the same person, file and words, and another for any change", async () => {
  const file = { name: "a.xlsx", bytes: new Uint8Array([1, 2, 3]) };
  const key = await idempotencyKey("soan-22", file, {});
  expect(IdempotencyKeySchema.safeParse(key).success).toBe(true);
  expect(await idempotencyKey("soan-22", { ...file, bytes: new Uint8Array([1, 2, 3]) }, {})).toBe(key);
  expect(await idempotencyKey("soan-66", file, {})).not.toBe(key);
  expect(await idempotencyKey("soan-22", { ...file, name: "b.xlsx" }, {})).not.toBe(key);
  expect(await idempotencyKey("soan-22", { ...file, bytes: new Uint8Array([1, 2, 4]) }, {})).not.toBe(key);
  expect(await idempotencyKey("soan-22", file, { previousId: PREVIOUS })).not.toBe(key);
});
