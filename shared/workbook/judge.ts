/** The one verdict on a workbook: read, recompute, apply the rules. Pane, server, KC.KIEMTRA and CLI all call this. */
import type { Finding } from "../kernel/finding.ts";
import type { CellValue, FlatWorkbook } from "../kernel/flat.ts";
import { inOneWork } from "../kernel/kept-with.ts";
import type { LawBook } from "../law/types.ts";
import type { Plan } from "../plan/shapes.ts";
import type { CountedWaiver } from "../plan/waivers.ts";
import { computePlanTotals, type PlanTotals } from "../plan/totals.ts";
import { RULES } from "../rules/index.ts";
import { ERROR_VALUE } from "../rules/lib.ts";
import { ruleSetVersion, runRules } from "../rules/run.ts";
import { thawed } from "./freeze.ts";
import type { NormBook } from "../norms/model.ts";
import { ownBooksOf, type Shipped } from "./own-books.ts";
import { findStaleFormulas } from "./own-formulas.ts";
import { findDifferences, type Difference } from "./recompute.ts";
import { findSheet, readPlan } from "./read.ts";
import { sheetShapeFindings } from "./sheet-shape.ts";
import { TEMPLATE_VERSION } from "./template.ts";

export interface Verdict {
  readonly plan: Plan;
  readonly totals: PlanTotals;
  readonly findings: readonly Finding[];
  readonly differences: readonly Difference[];
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    /** Of whatever gravity; they are not among the other three. Absent when there are none. */
    readonly waived?: number;
  };
  readonly versions: { readonly template: string; readonly law: string; readonly rules: string };
}

/** KC-SO-004 names the cell the error comes from; those it reaches follow. */
function isErrorValue(value: CellValue): boolean {
  return typeof value === "string" && ERROR_VALUE.test(value);
}

/**
 * Findings for cells that show another figure than their inputs give. A citation worded otherwise does not change any
 * money, so it only informs; a cell already reported as unreadable is not reported again.
 */
function differenceFindings(
  differences: readonly Difference[],
  reported: readonly Finding[],
  workbook: FlatWorkbook,
): Finding[] {
  const known = new Set(
    reported.filter((f) => f.stage === "shape").map((f) => `${f.where.sheet}!${f.where.cell ?? ""}`),
  );
  return differences
    .filter(
      (d) =>
        d.follows !== true &&
        !isErrorValue(d.foundValue) &&
        !known.has(`${d.where.sheet}!${d.where.cell ?? ""}`),
    )
    .map((d) => ({
      rule: "KC-TT-001",
      severity: typeof d.expectedValue === "string" || isUntouched(workbook, d) ? "info" : "error",
      stage: "line",
      where: d.where,
      message: isUntouched(workbook, d)
        ? `Cột “${d.column}” để trống, không có công thức; phần mềm tính thay từ các ô đầu vào.`
        : `Cột “${d.column}” không khớp với số tính lại từ các ô đầu vào.`,
      found: d.found,
      expected: d.expected,
      ...(d.differenceDong === undefined ? {} : { differenceDong: d.differenceDong }),
      basis: d.basis,
      remedy: isUntouched(workbook, d)
        ? "Không bắt buộc: nút “Sửa” đặt công thức của sổ mẫu vào ô."
        : "Khôi phục công thức của ô (nút “Sửa”) hoặc tính lại sổ, rồi kiểm tra lại.",
      ...(d.formula === undefined ? {} : { fix: d.formula }),
    }));
}

/** Filled in without the add-in: no figure is wrong, none stands there. */
function isUntouched(workbook: FlatWorkbook, { foundValue, where }: Difference): boolean {
  const cell = findSheet(workbook, where.sheet)?.cells[where.cell ?? ""];
  return (foundValue === null || foundValue === "") && cell?.formula === undefined;
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Stable order: severity, then sheet, row, column, rule: the same input gives the same bytes everywhere. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding) =>
    `${f.where.sheet}!${String(f.where.row ?? rowOf(f.where.cell)).padStart(7, "0")}!${(f.where.cell ?? "").padStart(10, " ")}!${f.rule}`;
  return [...findings].sort(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || compareText(key(a), key(b)),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rowOf(cell: string | undefined): number {
  const match = /\d+$/.exec(cell ?? "");
  return match ? Number(match[0]) : 0;
}

const NO_NORMS: readonly NormBook[] = [];
const NO_WAIVERS: readonly CountedWaiver[] = [];
const shippedOf = new WeakMap<readonly NormBook[], Shipped>();

/** No shipped price is used: which list a place has is its own affair, and pane and server must judge alike. */
function shippedWith(norms: readonly NormBook[]): Shipped {
  const shipped = shippedOf.get(norms) ?? { norms, prices: [] };
  shippedOf.set(norms, shipped);
  return shipped;
}

function countsOf(findings: readonly Finding[]): Verdict["counts"] {
  const asking = findings.filter(({ waived }) => waived === undefined);
  const count = (severity: Finding["severity"]) => asking.filter((f) => f.severity === severity).length;
  const waived = findings.length - asking.length;
  return {
    error: count("error"),
    warning: count("warning"),
    info: count("info"),
    ...(waived === 0 ? {} : { waived }),
  };
}

/**
 * @param norms the shipped norm books, for formulas such as =KC.DONGIA(…) that read them beside the workbook's own
 * @param waivers of the submission this workbook corrects
 */
export function judgeWorkbook(
  given: FlatWorkbook,
  law: LawBook,
  norms: readonly NormBook[] = NO_NORMS,
  waivers: readonly CountedWaiver[] = NO_WAIVERS,
): Verdict {
  return inOneWork(() => judgeThawed(thawed(given), law, norms, waivers));
}

function judgeThawed(
  workbook: FlatWorkbook,
  law: LawBook,
  norms: readonly NormBook[],
  waivers: readonly CountedWaiver[],
): Verdict {
  const shape = [...sheetShapeFindings(workbook), ...ownBooksOf(workbook).findings];
  const plan = readPlan(workbook);
  const differences = [
    ...findDifferences(plan, law),
    ...findStaleFormulas(workbook, plan, law, shippedWith(norms)),
  ];
  const ruled = runRules(RULES, {
    plan,
    workbook,
    law,
    asOf: plan.info.asOf,
    templateVersion: TEMPLATE_VERSION,
    waivers,
  });
  const findings = inOrder([
    ...shape,
    ...ruled,
    ...differenceFindings(differences, [...shape, ...ruled], workbook),
  ]);
  return {
    plan,
    totals: computePlanTotals(plan),
    findings,
    differences,
    counts: countsOf(findings),
    versions: {
      template: plan.info.templateVersion ?? TEMPLATE_VERSION,
      law: law.version,
      rules: ruleSetVersion(RULES, law.ruleSettings),
    },
  };
}
