/** Drafts of the lines of the optional sheets → typed values by column; computed columns are absent. */
import { serialFromDate, type IsoDate } from "../kernel/date.ts";
import type { CellValue } from "../kernel/flat.ts";
import type { Dong } from "../kernel/money.ts";
import { quantityToNumber, type Quantity } from "../kernel/quantity.ts";
import type {
  CostLine,
  DeAnLine,
  DemandLine,
  Line,
  NormSheetLine,
  PriceSheetLine,
  ProductLine,
  ProgressLine,
} from "../plan/shapes.ts";

/** A live formula where people usually type a figure, in the template's own addresses. */
export interface FormulaValue {
  /** With "=". */
  readonly formula: string;
}

/** Column id → typed value of one line; computed columns are absent and become formulas. */
export type RowValues = Readonly<Record<string, CellValue | FormulaValue>>;

/** What people type of a line: everything but where it stands; what is left out stays blank. */
type Draft<L extends Line, Computed extends keyof L = never> = {
  readonly [K in Exclude<keyof L, keyof Line | Computed>]?: L[K];
};

/** What a draft says of a đề án or a cost line, or what was read of one: whoever has less leaves it blank. */
export type DeAnValues = Draft<
  DeAnLine,
  "totalDong" | "ceilingDong" | "supportDong" | "counterpartDong" | "otherDong" | "basis"
>;
export interface CostValues extends Draft<CostLine, "amountDong" | "counterpartDong"> {
  /** Written in place of the price, e.g. =KC.DONGIA("KC.03.0210",KC_ThongTin!$B$4,KC_ThongTin!$B$7). */
  readonly unitPriceFormula?: string;
}
export type DemandDraft = Draft<DemandLine, "ceilingDong">;
export type NormLineDraft = Draft<NormSheetLine>;
export type PriceDraft = Draft<PriceSheetLine>;
export type ProductDraft = Draft<ProductLine, "mark">;
export type ProgressDraft = Draft<ProgressLine, "supportDong" | "remainingDong">;

function date(value: IsoDate | null | undefined): number | null {
  return value === null || value === undefined ? null : serialFromDate(value);
}

function number(value: Quantity | null | undefined): number | null {
  return value === null || value === undefined ? null : quantityToNumber(value);
}

function money(value: Dong | null | undefined): number | null {
  return value ?? null;
}

function yesNo(value: boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : value ? "Có" : "Không";
}

/** Everything that is text or a whole number already. */
function plain<D extends object, K extends keyof D>(draft: D, ids: readonly K[]): Record<string, CellValue> {
  return Object.fromEntries(ids.map((id) => [id, (draft[id] as CellValue | undefined) ?? null]));
}

export function deAnRowValues(draft: DeAnValues): RowValues {
  return {
    ...plain(draft, ["code", "name", "content", "kind", "fund", "place", "beneficiary", "trade", "result"]),
    ...plain(draft, ["source", "note", "linkedTo", "replicaOf"]),
    count: number(draft.count),
    priority: draft.priority === true ? "UT" : null,
    start: date(draft.start),
    end: date(draft.end),
  };
}

export function costRowValues(draft: CostValues): RowValues {
  const { unitPriceFormula: formula } = draft;
  return {
    ...plain(draft, ["deAnCode", "item", "unit", "note"]),
    quantity: number(draft.quantity),
    unitPrice: formula === undefined ? money(draft.unitPriceDong) : { formula },
    support: money(draft.supportDong),
    other: money(draft.otherDong),
  };
}

export function demandRowValues(draft: DemandDraft): RowValues {
  return {
    ...plain(draft, ["code", "name", "registrant", "content", "kind", "fund", "place", "beneficiary"]),
    ...plain(draft, ["trade", "decision", "reason", "deAnCode", "note"]),
    received: date(draft.received),
    count: number(draft.count),
    priority: draft.priority === true ? "UT" : null,
    total: money(draft.totalDong),
    support: money(draft.supportDong),
  };
}

export function normLineRowValues(draft: NormLineDraft): RowValues {
  return {
    ...plain(draft, ["code", "name", "serviceUnit", "content", "type", "resource", "unit", "scale", "step"]),
    ...plain(draft, ["requirement", "note", "difficulty", "conditions", "process", "quality"]),
    quantity: draft.notApplicable === true ? "-" : number(draft.quantity),
    unloaded: number(draft.unloaded),
    loss: number(draft.lossPercent),
    recovery: number(draft.recoveryPercent),
    coefficient: number(draft.coefficient),
    lifeMonths: number(draft.lifeMonths),
    stepCoefficient: number(draft.stepCoefficient),
  };
}

export function priceRowValues(draft: PriceDraft): RowValues {
  return {
    ...plain(draft, ["type", "code", "resource", "unit", "source", "note"]),
    price: money(draft.priceDong),
    depreciation: money(draft.depreciationDong),
    from: date(draft.from),
    to: date(draft.to),
  };
}

export function productRowValues(draft: ProductDraft): RowValues {
  return {
    ...plain(draft, ["code", "name", "producer", "place", "group", "level", "route", "contest", "photos"]),
    ...plain(draft, [
      "letter",
      "jury",
      "rank",
      "decision",
      "priorLevel",
      "priorDecision",
      "priorRank",
      "note",
    ]),
    voteDate: date(draft.voteDate),
    ownMade: yesNo(draft.ownMade),
    original: yesNo(draft.original),
    lawful: yesNo(draft.lawful),
    serial: yesNo(draft.serial),
    form: yesNo(draft.form),
    description: yesNo(draft.description),
    market: number(draft.market),
    technical: number(draft.technical),
    culture: number(draft.culture),
    otherMark: number(draft.otherMark),
    decisionDate: date(draft.decisionDate),
    priorDate: date(draft.priorDate),
    priorMark: number(draft.priorMark),
  };
}

export function progressRowValues(draft: ProgressDraft): RowValues {
  return {
    ...plain(draft, ["deAnCode", "state", "paper", "problem", "proposal", "note"]),
    date: date(draft.date),
    percent: number(draft.percent),
    spent: money(draft.spentDong),
    advanced: money(draft.advancedDong),
    paid: money(draft.paidDong),
    expectedEnd: date(draft.expectedEnd),
  };
}
