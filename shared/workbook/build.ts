/** Plan draft → flat workbook: live formulas with the values they give, so every program shows the figures. */
import { cellAddress } from "../kernel/address.ts";
import { serialFromDate, type IsoDate } from "../kernel/date.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import type { Quantity } from "../kernel/quantity.ts";
import type { Dong } from "../kernel/money.ts";
import type { LawBook } from "../law/types.ts";
import type { Fund } from "../plan/shapes.ts";
import {
  costRowValues,
  deAnRowValues,
  demandRowValues,
  normLineRowValues,
  priceRowValues,
  productRowValues,
  progressRowValues,
  type DemandDraft,
  type NormLineDraft,
  type PriceDraft,
  type ProductDraft,
  type ProgressDraft,
  type RowValues,
} from "./draft-rows.ts";
import { basisVersionsText } from "./norm-pins.ts";
import { putValues } from "./put-values.ts";
import { expectedWorkbookValues } from "./recompute.ts";
import {
  ALL_SHEETS,
  COST_SHEET,
  DEMAND_SHEET,
  DE_AN_SHEET,
  FIRST_ROW,
  HEADER_ROW,
  HELP_ROW,
  NORM_SHEET,
  PRICE_SHEET,
  PRODUCT_SHEET,
  PROGRESS_SHEET,
  TEMPLATE_VERSION,
  TITLE_ROW,
  TOTAL_ROW,
  columnLetter,
  noteRow,
  type FormSheetDef,
  type ListSheetDef,
} from "./template.ts";

export { costRowValues, deAnRowValues } from "./draft-rows.ts";
export type {
  DemandDraft,
  NormLineDraft,
  PriceDraft,
  ProductDraft,
  ProgressDraft,
  RowValues,
} from "./draft-rows.ts";

export interface DeAnDraft {
  readonly code: string;
  readonly name: string;
  readonly content: number;
  readonly kind: string;
  readonly fund: Fund;
  readonly count: Quantity;
  readonly place?: string;
  readonly priority?: boolean;
  readonly beneficiary?: string;
  readonly trade?: string;
  readonly start?: IsoDate;
  readonly end?: IsoDate;
  readonly result?: string;
  readonly source?: string;
  readonly note?: string;
  readonly linkedTo?: string;
  readonly replicaOf?: string;
}

export interface CostDraft {
  readonly deAnCode: string;
  readonly item: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly unitPriceDong: Dong;
  /** Written in place of the price, e.g. =KC.DONGIA("KC.03.0210",KC_ThongTin!$B$4,KC_ThongTin!$B$7). */
  readonly unitPriceFormula?: string;
  readonly supportDong: Dong;
  readonly otherDong?: Dong;
  readonly note?: string;
}

export interface InfoDraft {
  readonly province: string;
  readonly organisation: string;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly nationalBudgetDong?: Dong;
  readonly localBudgetDong?: Dong;
  readonly drafter?: string;
  /** The book the workbook is made with, where that is known. */
  readonly bookVersion?: string;
  readonly note?: string;
}

export interface PlanDraft {
  readonly info: InfoDraft;
  readonly deAn: readonly DeAnDraft[];
  readonly costLines: readonly CostDraft[];
  readonly demands?: readonly DemandDraft[];
  readonly normLines?: readonly NormLineDraft[];
  readonly priceLines?: readonly PriceDraft[];
  readonly products?: readonly ProductDraft[];
  readonly progress?: readonly ProgressDraft[];
}

function infoValues(info: InfoDraft, lawVersion: string): RowValues {
  return {
    province: info.province,
    organisation: info.organisation,
    year: info.year,
    asOf: serialFromDate(info.asOf),
    nationalBudget: info.nationalBudgetDong ?? null,
    localBudget: info.localBudgetDong ?? null,
    drafter: info.drafter ?? null,
    templateVersion: TEMPLATE_VERSION,
    lawVersion: basisVersionsText({ lawVersion, bookVersion: info.bookVersion ?? null, pins: [] }),
    note: info.note ?? null,
  };
}

/** One row of a list sheet: typed values plus the sheet's own formulas, in column order; null = leave empty. */
export function rowCells(def: ListSheetDef, row: number, values: RowValues): (FlatCell | null)[] {
  return def.columns.map((column) => {
    if (column.formula !== undefined) return { value: null, formula: column.formula(row) };
    const value = values[column.id] ?? null;
    if (value === null) return null;
    return typeof value === "object" ? { value: null, formula: value.formula } : { value };
  });
}

function listFrame(def: ListSheetDef): Record<string, FlatCell> {
  const cells: Record<string, FlatCell> = {};
  cells[cellAddress(1, TITLE_ROW)] = { value: def.title };
  cells[cellAddress(1, HELP_ROW)] = { value: def.help };
  def.columns.forEach((column, index) => {
    cells[cellAddress(index + 1, HEADER_ROW)] = { value: column.header };
    if (column.total !== "sum") return;
    const letter = columnLetter(def, column.id);
    const formula = `=SUM(${letter}${FIRST_ROW}:${letter}${FIRST_ROW + def.capacity - 1})`;
    cells[cellAddress(index + 1, TOTAL_ROW)] = { value: null, formula };
  });
  if (def.columns.some((column) => column.total === "sum"))
    cells[cellAddress(1, TOTAL_ROW)] = { value: "Tổng cộng" };
  return cells;
}

function buildList(def: ListSheetDef, rows: readonly RowValues[]): FlatSheet {
  const cells = listFrame(def);
  rows.forEach((values, index) => {
    const row = FIRST_ROW + index;
    rowCells(def, row, values).forEach((cell, column) => {
      if (cell !== null) cells[cellAddress(column + 1, row)] = cell;
    });
  });
  return { name: def.name, cells };
}

function buildForm(def: FormSheetDef, values: RowValues): FlatSheet {
  const cells: Record<string, FlatCell> = {};
  cells[cellAddress(1, TITLE_ROW)] = { value: def.title };
  cells[cellAddress(1, HELP_ROW)] = { value: def.help };
  def.fields.forEach((field, index) => {
    const row = def.firstRow + index;
    cells[`A${row}`] = { value: field.label };
    const value = values[field.id] ?? null;
    if (value !== null && typeof value !== "object") cells[`B${row}`] = { value };
    if (field.help !== "") cells[`C${row}`] = { value: field.help };
  });
  def.notes?.forEach((note, index) => (cells[`A${noteRow(def, index)}`] = { value: note }));
  return { name: def.name, cells };
}

/** Puts the computed values into the formula cells. */
function withCachedValues(workbook: FlatWorkbook, law: LawBook): FlatWorkbook {
  return putValues(workbook, expectedWorkbookValues(workbook, law));
}

function rowsOf(draft: PlanDraft): ReadonlyMap<ListSheetDef, readonly RowValues[]> {
  return new Map<ListSheetDef, readonly RowValues[]>([
    [DE_AN_SHEET, draft.deAn.map(deAnRowValues)],
    [COST_SHEET, draft.costLines.map(costRowValues)],
    [DEMAND_SHEET, (draft.demands ?? []).map(demandRowValues)],
    [NORM_SHEET, (draft.normLines ?? []).map(normLineRowValues)],
    [PRICE_SHEET, (draft.priceLines ?? []).map(priceRowValues)],
    [PRODUCT_SHEET, (draft.products ?? []).map(productRowValues)],
    [PROGRESS_SHEET, (draft.progress ?? []).map(progressRowValues)],
  ]);
}

/** A complete workbook of the current template version. */
export function buildFlatWorkbook(draft: PlanDraft, law: LawBook): FlatWorkbook {
  const rows = rowsOf(draft);
  const sheets = ALL_SHEETS.map((def): FlatSheet => {
    if (def.kind === "form") return buildForm(def, infoValues(draft.info, law.version));
    return buildList(def, rows.get(def) ?? []);
  });
  return withCachedValues({ sheets }, law);
}
