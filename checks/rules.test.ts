import { describe, expect, it } from "vitest";
import { PRINCIPLE } from "../shared/kernel/citation.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import type { Rule } from "../shared/rules/types.ts";
import { rules } from "./rules.ts";

const law = builtinLawBook();
const RULE: Rule = {
  id: "KC-XX-001",
  severity: "error",
  category: "day-du",
  stage: "line",
  title: { vi: "v", en: "e" },
  basis: { doc: "nd-45-2012", article: "4" },
  from: null,
  to: null,
  related: [],
  trial: true,
  check: () => [],
};
const CASES = {
  rule: "KC-XX-001",
  cases: [
    { name: "im", set: {}, expect: [] },
    { name: "nói", set: {}, expect: ["KC_DeAn!A5"] },
  ],
};
const source = (text = "") => [{ path: "shared/rules/kc-xx-001.ts", text }];

function judge(rule: Partial<Rule>, cases = [CASES], sources = source()) {
  return rules({ rules: [{ ...RULE, ...rule }], cases, law, sources });
}

describe("the rule book", () => {
  it("lets a grounded rule with both kinds of case pass, and counts", () => {
    const result = judge({});
    expect(result.problems).toEqual([]);
    expect(result.examined).toBe(1);
    expect(result.unit).toBe("rules (2 cases, 1 citations, 0 principles, 1 that block)");
  });

  it("refuses a new rule that is not on trial, and lets one that was live before be", () => {
    const { trial: _trial, ...live } = RULE;
    const judged = (id: string) =>
      rules({
        rules: [{ ...live, id }],
        cases: [{ ...CASES, rule: id }],
        law,
        sources: [{ path: `shared/rules/${id.toLowerCase()}.ts`, text: "" }],
      }).problems;
    expect(judged("KC-DA-039")).toEqual([]);
    expect(judged("KC-DA-040")).toEqual([expect.stringContaining("starts on trial")]);
  });

  it.each<[string, Partial<Rule>, (typeof CASES)[]?, string?]>([
    ["a rule that blocks on an unread document", { basis: { doc: "tt-28-2018-btc", article: "8" } }],
    ["an unknown document", { basis: { doc: "tt-0-0" } }],
    ["an unknown relative", { related: ["KC-XX-002"] }],
    ["an unknown figure", { figures: ["KHONG-CO.TRAN"] }],
    ["figures not declared", {}, [CASES], "readParameter(law, id, date)"],
    ["no silent case", {}, [{ ...CASES, cases: CASES.cases.slice(1) }]],
    ["no speaking case", {}, [{ ...CASES, cases: CASES.cases.slice(0, 1) }]],
  ])("refuses %s", (_what, rule, cases, text) => {
    expect(judge(rule, cases, source(text)).problems).toHaveLength(1);
  });

  it("fails when it sees nothing", () => {
    expect(rules({ rules: [], cases: [], law, sources: [] }).examined).toBe(0);
    expect(judge({ basis: PRINCIPLE }).examined).toBe(0);
  });

  it("lets a warning stand on a second-hand source", () => {
    expect(judge({ severity: "warning", basis: { doc: "tt-28-2018-btc" } }).problems).toEqual([]);
  });
});
