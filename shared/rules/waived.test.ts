/** A waived finding stays in the verdict, hides nothing behind it, and an error takes two people. */
import { expect, test } from "vitest";
import { builtinLawBook } from "../law/book.ts";
import type { CountedWaiver } from "../plan/waivers.ts";
import { waiverFor } from "../plan/waivers.ts";
import { RULES } from "./index.ts";
import { runRules } from "./run.ts";
import type { Rule, RuleContext } from "./types.ts";
import { whyNotWaivable, waivingNeedsTwo } from "./waivable.ts";

const waiver = (rule: string, confirmedBy: string | null): CountedWaiver => ({
  id: "mt_1",
  rule,
  reason: "Thử",
  by: "Một",
  confirmedBy,
  on: "2026-01-01",
});

const hit = { where: { sheet: "KC_DeAn", cell: "B5" }, message: "", found: "", expected: "", remedy: "" };
const [sample] = RULES;
if (sample === undefined) throw new Error("no rules");
const { trial: _trial, figures: _figures, ...plain } = sample;
const rule = (id: string, stage: Rule["stage"]): Rule => ({
  ...plain,
  id,
  stage,
  severity: "error",
  from: null,
  to: null,
  check: () => [hit],
});
const context = {
  plan: { deAn: [], costLines: [], demands: [], normLines: [], priceLines: [], products: [], progress: [] },
  workbook: { sheets: [] },
  law: builtinLawBook(),
  asOf: null,
} as unknown as RuleContext;

test("what a waived error would have hidden is found", () => {
  const rules = [rule("KC-ZZ-001", "line"), rule("KC-ZZ-002", "cross-line")];
  const found = (waivers: readonly CountedWaiver[]) =>
    runRules(rules, { ...context, waivers }).map(({ rule: id, waived }) => [id, waived !== undefined]);
  expect(found([])).toEqual([["KC-ZZ-001", false]]);
  expect(found([waiver("KC-ZZ-001", "Hai")])).toEqual([
    ["KC-ZZ-001", true],
    ["KC-ZZ-002", false],
  ]);
});

test("one person waives warnings, two people errors", () => {
  const alone = [waiver("KC-ZZ-001", null)];
  expect(waiverFor(alone, { rule: "KC-ZZ-001", severity: "warning" })?.by).toBe("Một");
  expect(waiverFor(alone, { rule: "KC-ZZ-001", severity: "error" })).toBeNull();
  expect(waiverFor([waiver("KC-ZZ-001", "Hai")], { rule: "KC-ZZ-001", severity: "error" })).not.toBeNull();
  expect(waiverFor(alone, { rule: "KC-ZZ-002", severity: "warning" })).toBeNull();
});

test("every rule either can be waived or says why not", () => {
  for (const each of RULES) {
    const structural =
      each.foundBy !== undefined ||
      each.stage === "shape" ||
      each.category === "so-lam-viec" ||
      each.stage === "cross-submission";
    expect(whyNotWaivable(each.id) !== null, each.id).toBe(structural);
    expect(waivingNeedsTwo(each.id), each.id).toBe(each.severity === "error");
  }
  expect(whyNotWaivable("KC-ZZ-001")).toMatch(/Không có quy tắc/);
});
