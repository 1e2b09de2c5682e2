import { expect, test } from "vitest";
import { SubmissionEnvelopeSchema, IdempotencyKeySchema } from "../../../shared/contract/submission.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { quangNinh2018 } from "../../../shared/workbook/demo.ts";
import { judgeWorkbook } from "../../../shared/workbook/judge.ts";
import { readXlsx } from "../../../shared/workbook/xlsx/read.ts";
import { writeXlsx } from "../../../shared/workbook/xlsx/index.ts";
import { buildEnvelope, idempotencyKey, warningKey } from "./envelope.ts";

async function opened() {
  const read = await readXlsx(await writeXlsx(buildFlatWorkbook(quangNinh2018(), builtinLawBook())));
  if (!read.ok) throw new Error(read.error.en);
  const { versions, findings } = judgeWorkbook(read.value, builtinLawBook());
  return { file: read.value, fileName: "quang-ninh-2018.xlsx", versions, findings };
}

test("a file read in the browser makes an envelope the service's contract accepts", async () => {
  const input = await opened();
  const envelope = buildEnvelope({ ...input, previousId: null, reasons: new Map() });
  expect(SubmissionEnvelopeSchema.safeParse(envelope).error).toBeUndefined();
  expect(envelope).not.toHaveProperty("previousId");
  expect(envelope.workbook).not.toHaveProperty("notes");
});

test("reasons travel with their warning; blank ones do not", async () => {
  const input = await opened();
  const warnings = input.findings.filter(({ severity }) => severity === "warning");
  const [first, second] = warnings;
  if (first === undefined || second === undefined) throw new Error("the demo plan has two warnings");
  const reasons = new Map([
    [warningKey(first), " theo mức chi chung "],
    [warningKey(second), "  "],
  ]);
  const { warningReasons } = buildEnvelope({ ...input, previousId: null, reasons });
  expect(warningReasons).toEqual([
    { rule: first.rule, sheet: first.where.sheet, cell: first.where.cell, reason: "theo mức chi chung" },
  ]);
});

test("the key is the same for the same person and content, and another for any change", async () => {
  const input = await opened();
  const envelope = buildEnvelope({ ...input, previousId: null, reasons: new Map() });
  const again = buildEnvelope({ ...(await opened()), previousId: null, reasons: new Map() });
  const correction = buildEnvelope({ ...input, previousId: "hs_01234567890123456789", reasons: new Map() });
  const key = await idempotencyKey("soan-22", envelope);
  expect(IdempotencyKeySchema.safeParse(key).success).toBe(true);
  expect(await idempotencyKey("soan-22", again)).toBe(key);
  expect(await idempotencyKey("soan-66", envelope)).not.toBe(key);
  expect(await idempotencyKey("soan-22", correction)).not.toBe(key);
});
