/** From an accepted submission to what the order papers print. All figures come from the cost lines, added again. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { addDong, dong } from "../../shared/kernel/money.ts";
import { formatDate, type IsoDate, vietnamDayOf } from "../../shared/kernel/date.ts";
import { formatQuantity, quantityToString } from "../../shared/kernel/quantity.ts";
import { VERIFIED_LABEL } from "../../shared/kernel/citation.ts";
import { computeSupportCeiling } from "../../shared/law/support.ts";
import { findSupportKind } from "../../shared/law/support-kinds.ts";
import type { LawBook, SupportCeiling } from "../../shared/law/types.ts";
import type { DeAnLine, Plan } from "../../shared/plan/shapes.ts";
import { computePlanTotals, sumCostLines } from "../../shared/plan/totals.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { foldWork, type WorkRecord } from "../../shared/plan/execution.ts";
import type { OrderInput, OrderLine, WorkInput, WorkLine } from "../papers/types.ts";
import { foldText } from "../../shared/kernel/text.ts";
import type { StoredOrderLine } from "../store/order-lines.ts";
import type { StoredOrder } from "../store/orders.ts";
import type { StoredSubmission } from "../store/submissions.ts";

type Scope = StoredOrder["scope"];
const ZERO = dong(0);

function inScope(plan: Plan, scope: Scope): DeAnLine[] {
  return plan.deAn.filter((line) => scope === "all" || line.fund === scope);
}

/** How many lines an order of this scope has, and what it gives in support. */
export function orderSize(workbook: FlatWorkbook, scope: Scope): { lineCount: number; supportDong: number } {
  const plan = readPlan(workbook);
  const sums = sumCostLines(plan);
  const lines = inScope(plan, scope);
  const supports = lines.map((line) => sums.get(line.code ?? "")?.supportDong ?? ZERO);
  return { lineCount: lines.length, supportDong: addDong(...supports) };
}

/** The lines of an order as they are kept beside it. */
export function orderedLines(workbook: FlatWorkbook, scope: Scope): StoredOrderLine[] {
  const plan = readPlan(workbook);
  const sums = sumCostLines(plan);
  return inScope(plan, scope).map((line) => {
    const sum = sums.get(line.code ?? "");
    return {
      code: line.code ?? "",
      name: line.name ?? "",
      content: line.content,
      kind: line.kind,
      fund: line.fund,
      place: line.place ?? "",
      trade: line.trade ?? "",
      beneficiary: line.beneficiary ?? "",
      grouped: line.beneficiary === null || foldText(line.note ?? "").includes("theo nhom"),
      count: line.count === null ? null : quantityToString(line.count),
      start: line.start,
      end: line.end,
      totalDong: sum?.totalDong ?? ZERO,
      supportDong: sum?.supportDong ?? ZERO,
      counterpartDong: sum?.counterpartDong ?? ZERO,
      otherDong: sum?.otherDong ?? ZERO,
      result: line.result ?? "",
    };
  });
}

function ceilingOf(
  line: DeAnLine,
  totalDong: number,
  law: LawBook,
  asOf: IsoDate | null,
): SupportCeiling | null {
  if (asOf === null || line.kind === null) return null;
  const result = computeSupportCeiling(law, {
    kind: line.kind,
    costDong: dong(totalDong),
    ...(line.count === null ? {} : { count: line.count }),
    priority: line.priority,
    date: asOf,
  });
  return result.ok ? result.value : null;
}

/** The documents behind the ceilings; the paper adds those of ordering itself and leaves out what is no longer in force. */
function legalBases(law: LawBook, ceilings: readonly SupportCeiling[]): string[] {
  const cited = new Set(ceilings.map((ceiling) => ceiling.cite.doc));
  return law.documents.filter((d) => cited.has(d.id)).map((d) => `${d.kind} số ${d.soHieu} ${d.title}`);
}

function verifiedNotes(ceilings: readonly SupportCeiling[]): string[] {
  const unchecked = ceilings.filter((ceiling) => ceiling.verified !== "text");
  return [...new Set(unchecked.map((c) => `${c.cite.text}: ${VERIFIED_LABEL[c.verified].vi}`))];
}

/** What the drafter wrote where the law sets no ceiling; an error value of the formula is not a basis. */
function writtenBasis(line: DeAnLine): string {
  return line.basis === null || line.basis.startsWith("#") ? "" : line.basis;
}

export interface OrderSource {
  readonly submission: StoredSubmission;
  readonly order: StoredOrder;
  readonly workbook: FlatWorkbook;
  readonly law: LawBook;
}

export function orderInput({ submission, order, workbook, law }: OrderSource): OrderInput {
  const plan = readPlan(workbook);
  const sums = sumCostLines(plan);
  const date = vietnamDayOf(order.orderedAt);
  const ceilings: SupportCeiling[] = [];
  const lines = inScope(plan, order.scope).map((line): OrderLine => {
    const sum = sums.get(line.code ?? "");
    const ceiling = ceilingOf(line, sum?.totalDong ?? 0, law, plan.info.asOf);
    if (ceiling !== null) ceilings.push(ceiling);
    const kind = line.kind === null ? null : findSupportKind(line.kind);
    return {
      code: line.code ?? "",
      name: line.name ?? "",
      fund: line.fund ?? "",
      kindLabel: kind?.vi ?? line.kind ?? "",
      unit: kind?.unitVi ?? "",
      count: line.count === null ? "" : formatQuantity(line.count),
      supportDong: sum?.supportDong ?? 0,
      totalDong: sum?.totalDong ?? 0,
      counterpartDong: sum?.counterpartDong ?? 0,
      otherDong: sum?.otherDong ?? 0,
      beneficiary: line.beneficiary ?? "",
      place: line.place ?? "",
      start: line.start === null ? "" : formatDate(line.start),
      end: line.end === null ? "" : formatDate(line.end),
      basis: ceiling?.cite.text ?? writtenBasis(line),
    };
  });
  const add = (pick: (line: OrderLine) => number) => addDong(...lines.map((line) => dong(pick(line))));
  return {
    date,
    ordererName: order.ordererName,
    centreName: plan.info.organisation ?? submission.organisationName,
    provinceName: submission.provinceName,
    year: submission.year,
    lines,
    totals: {
      count: lines.length,
      totalDong: add((line) => line.totalDong),
      supportDong: add((line) => line.supportDong),
      counterpartDong: add((line) => line.counterpartDong),
      otherDong: add((line) => line.otherDong),
    },
    planTotals: computePlanTotals(plan),
    legalBases: legalBases(law, ceilings),
    verifiedNotes: verifiedNotes(ceilings),
  };
}

/** The order with what became of each line; amounts are those after approved changes. */
export function workInput(
  input: OrderInput,
  ordered: readonly StoredOrderLine[],
  records: readonly WorkRecord[],
): WorkInput {
  const lines = input.lines.map((line): WorkLine => {
    const own = ordered.find(({ code }) => code === line.code);
    const work = own === undefined ? null : foldWork(own, records);
    const accepted = work?.accepted ?? null;
    return {
      ...line,
      supportDong: work?.supportDong ?? line.supportDong,
      acceptedDong: accepted?.amountDong ?? null,
      acceptedOn: accepted === null ? "" : formatDate(accepted.on),
      acceptedPaper: accepted?.document ?? "",
      advancedDong: work?.advancedDong ?? 0,
      refundedDong: work?.refundedDong ?? 0,
      stopped: work?.stopped?.note ?? null,
    };
  });
  return { ...input, lines };
}
