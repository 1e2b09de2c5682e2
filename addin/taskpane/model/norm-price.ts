/** The live price of a drafted norm: own prices first, then the workbook's lists and the book's, labour by its grade. Pure. */
import type { IsoDate } from "../../../shared/kernel/date.ts";
import { withinExact } from "../../../shared/kernel/exact.ts";
import { quantity, toQuantity } from "../../../shared/kernel/quantity.ts";
import { cleanText } from "../../../shared/kernel/text.ts";
import { checkPayStep } from "../../../shared/law/pay-scales.ts";
import type { LawBook } from "../../../shared/law/types.ts";
import { costTypeOf, type Norm, type NormBook, type NormBookData } from "../../../shared/norms/model.ts";
import type { PriceBook, PriceEntry } from "../../../shared/norms/prices.ts";
import { sourceAt } from "../../../shared/norms/pricing/price-at.ts";
import type { PriceNode } from "../../../shared/norms/pricing/node.ts";
import { fromDong } from "../../../shared/norms/rational.ts";
import { dong } from "../../../shared/kernel/money.ts";
import { leaf } from "../../../shared/norms/pricing/node.ts";
import {
  computeUnitPrice,
  type PriceSource,
  type UnitPrice,
} from "../../../shared/norms/pricing/unit-price.ts";
import { ok, type Failure } from "../../../shared/kernel/result.ts";
import { validateNormBook, type NormIssue } from "../../../shared/norms/validate.ts";
import { parseDongInput } from "./amount.ts";
import { type LineDraft, type NormDraft } from "./norm-draft.ts";
import { readDecimal, readDraft, type DraftReading } from "./norm-reading.ts";

export interface PriceContext {
  readonly law: LawBook;
  readonly norms: readonly NormBook[];
  readonly prices: readonly PriceBook[];
  readonly date: IsoDate;
  readonly province: string | null;
  readonly organisation: string;
}

/** Working days of a month for labour priced from the law; 26 as in construction price tables, shown beside the price. */
export const DAYS_PER_MONTH = 26;
const PROPOSAL_LABEL = "đề xuất, chưa ban hành";
const OWN_SOURCE = "Giá nhập khi soạn định mức";

/** The norm as the one norm of a book that nobody has issued. */
export function proposalBook(norm: Norm, context: PriceContext): NormBookData {
  return {
    id: `DE-XUAT-${norm.code === "" ? "MOI" : norm.code}`,
    title: `Định mức đề xuất ${norm.code}`.trim(),
    edition: context.date,
    status: "de-xuat",
    label: PROPOSAL_LABEL,
    authority: context.organisation,
    origin: "Soạn trong ngăn Định mức; số liệu do đơn vị lập chịu trách nhiệm",
    cite: null,
    verified: "memory",
    from: context.date,
    norms: [norm],
  };
}

function dongOf(input: string): number | null {
  const read = cleanText(input) === "" ? null : parseDongInput(input);
  return read?.ok === true ? read.value : null;
}

/** Prices typed beside the lines, as entries of the province's list. */
export function ownPrices(draft: NormDraft, norm: Norm, context: PriceContext): PriceEntry[] {
  return draft.lines.flatMap((line, at): PriceEntry[] => {
    const read = norm.lines[at];
    const price = dongOf(line.price);
    if (read === undefined || read.kind === "percent" || price === null || read.resource === "") return [];
    const depreciation = line.kind === "machine" ? dongOf(line.depreciation) : null;
    return [
      {
        type: costTypeOf(read),
        resource: read.resource,
        unit: line.kind === "tool" ? "cái" : read.unit,
        province: context.province,
        from: context.date,
        priceDong: dong(price),
        ...(depreciation === null ? {} : { depreciationDong: dong(depreciation) }),
        source: OWN_SOURCE,
      },
    ];
  });
}

export interface PricedLine {
  /** Price of one unit of the resource; null while there is none. */
  readonly unitPriceDong: number | null;
  readonly basis: string;
  readonly amountDong: number | null;
  readonly working: string;
  /** Why there is no price. */
  readonly missing: string | null;
}

export interface Evaluation extends DraftReading {
  readonly issues: readonly NormIssue[];
  /** By line id. */
  readonly lines: Readonly<Record<number, PricedLine>>;
  /** Null while a field has an error or a price is missing. */
  readonly price: UnitPrice | null;
  /** Why there is no price although every line has one. */
  readonly refusal: Failure | null;
  readonly missing: readonly string[];
}

const NO_LINE: PricedLine = { unitPriceDong: null, basis: "", amountDong: null, working: "", missing: null };

function find(node: PriceNode, id: string): PriceNode | null {
  if (node.id === id) return node;
  for (const child of node.children) {
    const found = find(child, id);
    if (found !== null) return found;
  }
  return null;
}

function lineErrors(errors: DraftReading["errors"], line: LineDraft): boolean {
  return Object.keys(errors).some((path) => path.startsWith(`line.${line.id}.`));
}

/** What is printed of one line, out of the tree of the whole price. */
function pricedLine(
  price: UnitPrice,
  norm: Norm,
  at: number,
  source: PriceSource,
  partial: boolean,
): PricedLine {
  const line = norm.lines[at];
  if (line === undefined) return NO_LINE;
  const node = find(price.total, `${costTypeOf(line)}-${at + 1}`);
  const worn = find(price.total, `${costTypeOf(line)}-${at + 1}-kh`);
  const amountDong = node === null ? null : node.dong + (worn?.dong ?? 0);
  // A percentage of a sum with a hole in it would look like a figure and be none.
  if (line.kind === "percent")
    return partial ? NO_LINE : { ...NO_LINE, amountDong, working: node?.formula ?? "" };
  const found = source(line);
  if (!found.ok) return { ...NO_LINE, missing: found.error.vi };
  const { dong: unitPriceDong, basis } = found.value.node;
  // Depreciation stands apart in the price; on its line both parts are shown.
  const working = [node?.formula, worn?.formula].filter((part) => part !== undefined).join(" + ");
  return { unitPriceDong, basis: basis.text, amountDong, working, missing: null };
}

/** A coefficient that is no step of its scale is not wrong, but rarely meant. */
function payStepIssues(norm: Norm): NormIssue[] {
  return norm.lines.flatMap((line, at): NormIssue[] => {
    if (line.kind !== "labour" || line.grade === undefined) return [];
    const coefficient = toQuantity(line.grade.coefficient);
    const step = coefficient.ok ? checkPayStep(line.grade.scale, coefficient.value) : coefficient;
    if (step.ok) return [];
    const { code, vi, en } = step.error;
    return [{ code, severity: "warning", normCode: norm.code, line: at, vi, en }];
  });
}

export function evaluateDraft(draft: NormDraft, context: PriceContext): Evaluation {
  const reading = readDraft(draft);
  const { norm, errors } = reading;
  const data = proposalBook(norm, context);
  const issues = [...validateNormBook(data), ...payStepIssues(norm)];
  const own: PriceBook = {
    id: "NHAP",
    title: "Giá đang soạn",
    edition: context.date,
    origin: OWN_SOURCE,
    verified: "memory",
    version: "nhap",
    prices: ownPrices(draft, norm, context),
  };
  const listed = sourceAt(
    { law: context.law, norms: [], prices: [own, ...context.prices] },
    { date: context.date, province: context.province, daysPerMonth: quantity(DAYS_PER_MONTH) },
  );
  const source: PriceSource = (line) => withinExact(() => listed(line));
  const missing = norm.lines.flatMap((line) => {
    if (line.kind === "percent" || line.resource === "" || source(line).ok) return [];
    return [line.resource];
  });
  const nothing = leaf({ id: "0", label: "", formula: "", exact: fromDong(dong(0)) });
  const filled: PriceSource = (line) => {
    const found = source(line);
    return found.ok ? found : ok({ node: nothing, depreciation: null });
  };
  const typed = readDecimal(draft.management);
  const options = {
    depreciation: true,
    ...("value" in typed ? { managementPercent: typed.value } : {}),
  };
  const priced = withinExact(() =>
    computeUnitPrice({ norm, book: { ...data, version: "nhap" } }, filled, options),
  );
  const lines: Record<number, PricedLine> = {};
  draft.lines.forEach((line, at) => {
    lines[line.id] =
      priced.ok && !lineErrors(errors, line)
        ? pricedLine(priced.value, norm, at, source, missing.length > 0)
        : NO_LINE;
  });
  const blocked = Object.keys(errors).some((path) => !["code", "name", "unit"].includes(path));
  const complete = priced.ok && !blocked && missing.length === 0 && norm.lines.length > 0;
  return {
    ...reading,
    issues,
    lines,
    price: complete ? priced.value : null,
    refusal: priced.ok || blocked ? null : priced.error,
    missing,
  };
}

/** What the step coefficients add up to, in plain decimals; null while none is given. */
export function stepSum(draft: NormDraft): { text: string; isOne: boolean } | null {
  const given = draft.steps.filter((step) => cleanText(step.coefficient) !== "");
  if (given.length === 0) return null;
  let sum = 0n;
  for (const step of given) {
    const read = readDecimal(step.coefficient);
    if (!("value" in read)) return null;
    sum += read.value;
  }
  const one = toQuantity("1");
  const text = `${sum / 1_000_000n},${String(sum % 1_000_000n).padStart(6, "0")}`.replace(/,?0+$/, "");
  return {
    text: text === "" ? "0" : text,
    isOne: one.ok && sum === one.value && given.length === draft.steps.length,
  };
}
