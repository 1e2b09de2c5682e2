/**
 * Every computed figure of the workbook, worked out again from its inputs by the same code as the cell's function.
 * The server compares these with what the workbook shows; the file writer uses them as cached values.
 */
import { describeCitation } from "../law/read.ts";
import { ceilingFigures } from "../law/support.ts";
import type { LawBook } from "../law/types.ts";
import { cellAddress } from "../kernel/address.ts";
import { formatDate, type IsoDate } from "../kernel/date.ts";
import type { Where } from "../kernel/finding.ts";
import type { CellValue, FlatWorkbook } from "../kernel/flat.ts";
import { addDong, differenceOfCells, dong, formatDong, subtractDong, type Dong } from "../kernel/money.ts";
import { quantityToNumber, type Quantity } from "../kernel/quantity.ts";
import { lineAmount } from "../plan/line-amount.ts";
import type {
  CostLine,
  DeAnLine,
  DemandLine,
  Line,
  Plan,
  ProductLine,
  ProgressLine,
} from "../plan/shapes.ts";
import { sumCostLines } from "../plan/totals.ts";
import { findHeaders, findSheet, readPlan } from "./read.ts";
import {
  COST_SHEET,
  DEMAND_SHEET,
  DE_AN_SHEET,
  PRODUCT_SHEET,
  PROGRESS_SHEET,
  TOTAL_ROW,
  columnLetter,
  type ColumnDef,
  type ListSheetDef,
} from "./template.ts";

export interface Difference {
  readonly where: Where;
  /** Header of the column. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  readonly foundValue: CellValue;
  readonly expectedValue: CellValue;
  readonly differenceDong?: number;
  /** The template's formula for this cell, when the column stands where the template puts it. */
  readonly formula?: string;
  /** The cell shows what its own inputs, as shown, give: the cause is another difference, reported there. */
  readonly follows?: true;
  readonly basis: string;
}

/** Values of computed columns for one line; `undefined` = cannot be computed, so nothing is compared. */
export type Computed = Readonly<Record<string, CellValue | undefined>>;

const ZERO = dong(0);

/** quantity × unit price and the beneficiary's remainder; undefined while an input is missing. */
export function computeCostLine(line: CostLine): ComputedCost["values"] {
  if (line.quantity === null || line.unitPriceDong === null) return {};
  const amount = lineAmount(line.quantity, line.unitPriceDong);
  if (amount === null) return {};
  if (isNoMoney(line, "support") || isNoMoney(line, "other")) return { amount };
  const counterpart = subtractDong(subtractDong(amount, line.supportDong ?? ZERO), line.otherDong ?? ZERO);
  return { amount, counterpart };
}

function isUnreadable(line: Line, id: string): boolean {
  const cell = line.cells[id];
  return cell !== undefined && cell.value !== null && cell.value !== "" && typeof cell.value !== "number";
}

/** Fractions of a đồng are no money: their own finding says so, and nothing follows from them. */
function isNoMoney(line: Line, id: string): boolean {
  const value = line.cells[id]?.value;
  return isUnreadable(line, id) || (typeof value === "number" && !Number.isSafeInteger(value));
}

interface ComputedCost {
  readonly line: CostLine;
  /** A figure that cannot be computed is absent. */
  readonly values: { readonly amount?: Dong; readonly counterpart?: Dong };
}

interface Sums {
  total: Dong;
  support: Dong;
  counterpart: Dong;
  other: Dong;
}

function noSums(): Sums {
  return { total: ZERO, support: ZERO, counterpart: ZERO, other: ZERO };
}

/** Sums per đề án of what the cost lines should show; a đề án with a line that cannot be computed is absent. */
function sumComputedLines(costs: readonly ComputedCost[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  const broken = new Set<string>();
  for (const { line, values } of costs) {
    if (line.deAnCode === null) continue;
    const { amount, counterpart } = values;
    if (amount === undefined || counterpart === undefined) {
      broken.add(line.deAnCode);
      continue;
    }
    let sum = sums.get(line.deAnCode);
    if (sum === undefined) sums.set(line.deAnCode, (sum = noSums()));
    sum.total = addDong(sum.total, amount);
    sum.support = addDong(sum.support, line.supportDong ?? ZERO);
    sum.counterpart = addDong(sum.counterpart, counterpart);
    sum.other = addDong(sum.other, line.otherDong ?? ZERO);
  }
  for (const code of broken) sums.delete(code);
  return sums;
}

export interface DeAnComputed extends Sums {
  readonly ceiling: Dong | undefined;
  readonly basis: string | undefined;
}

/** What the formulas of one đề án line give at the as-of date. */
export function computeDeAn(
  line: DeAnLine,
  sums: Map<string, Sums>,
  asOf: IsoDate | null,
  law: LawBook,
  broken: boolean,
): Partial<DeAnComputed> {
  if (line.code === null || broken) return {};
  const sum = sums.get(line.code) ?? noSums();
  if (asOf === null || line.kind === null) return { ...sum, ceiling: undefined, basis: undefined };
  const basis = describeCitation(law, line.kind, asOf);
  const ceiling = ceilingFigures(law, {
    kind: line.kind,
    costDong: sum.total,
    ...(line.count === null ? {} : { count: line.count }),
    priority: line.priority,
    date: asOf,
  });
  return {
    ...sum,
    ceiling: ceiling.ok ? (ceiling.value.maxDong as Dong) : undefined,
    basis: basis.ok ? basis.value : undefined,
  };
}

/** The ceiling of a registered demand, from the cost it names. */
export function computeDemand(line: DemandLine, asOf: IsoDate | null, law: LawBook): Computed {
  if (asOf === null || line.kind === null || line.totalDong === null) return { ceiling: undefined };
  const ceiling = ceilingFigures(law, {
    kind: line.kind,
    costDong: line.totalDong,
    ...(line.count === null ? {} : { count: line.count }),
    priority: line.priority,
    date: asOf,
  });
  return { ceiling: ceiling.ok ? ceiling.value.maxDong : undefined };
}

/** The sum of the marks given; an empty text while there is none. */
export function computeProduct(line: ProductLine): Computed {
  const marks = [line.market, line.technical, line.culture, line.otherMark].filter((mark) => mark !== null);
  if (MARK_COLUMNS.some((id) => isUnreadable(line, id))) return {};
  return {
    mark: marks.length === 0 ? "" : quantityToNumber(marks.reduce((a, b) => (a + b) as Quantity)),
  };
}

const MARK_COLUMNS = ["market", "technical", "culture", "otherMark"];

/** Support of the đề án by the plan, and what of it has not been paid out. */
export function computeProgress(
  line: ProgressLine,
  sums: ReadonlyMap<string, Sums>,
  broken: boolean,
): Computed {
  if (line.deAnCode === null || broken) return {};
  const support = sums.get(line.deAnCode)?.support ?? ZERO;
  if (isNoMoney(line, "advanced") || isNoMoney(line, "paid")) return { support };
  const out = addDong(line.advancedDong ?? ZERO, line.paidDong ?? ZERO);
  return { support, remaining: subtractDong(support, out) };
}

interface ComputedLine {
  readonly def: ListSheetDef;
  readonly line: Line;
  readonly values: Computed;
}

function computeLines(plan: Plan, law: LawBook): ComputedLine[] {
  const costs = plan.costLines.map((line) => ({ def: COST_SHEET, line, values: computeCostLine(line) }));
  const sums = sumComputedLines(costs);
  const codesWithLines = new Set(plan.costLines.map((line) => line.deAnCode));
  const isBroken = (code: string | null) => code !== null && codesWithLines.has(code) && !sums.has(code);
  const { asOf } = plan.info;
  const deAn = plan.deAn.map((line) => ({
    def: DE_AN_SHEET,
    line,
    values: { ...computeDeAn(line, sums, asOf, law, isBroken(line.code)) },
  }));
  const demands = plan.demands.map((line) => ({
    def: DEMAND_SHEET,
    line,
    values: computeDemand(line, asOf, law),
  }));
  const products = plan.products.map((line) => ({ def: PRODUCT_SHEET, line, values: computeProduct(line) }));
  const progress = plan.progress.map((line) => ({
    def: PROGRESS_SHEET,
    line,
    values: computeProgress(line, sums, isBroken(line.deAnCode)),
  }));
  return [...deAn, ...costs, ...demands, ...products, ...progress];
}

/** Columns whose function answers #N/A where the law gives no figure. */
const LAW_COLUMNS: ReadonlySet<string> = new Set(["ceiling", "basis"]);

/** Sheet name → address → value the computed cell should hold; total rows included. */
export function expectedWorkbookValues(
  workbook: FlatWorkbook,
  law: LawBook,
): Map<string, Map<string, CellValue>> {
  const plan = readPlan(workbook);
  const result = new Map<string, Map<string, CellValue>>();
  const put = (sheet: string, address: string, value: CellValue) => {
    const cells = result.get(sheet) ?? new Map<string, CellValue>();
    cells.set(address, value);
    result.set(sheet, cells);
  };
  const lines = computeLines(plan, law);
  for (const { line, values } of lines) {
    for (const [id, value] of Object.entries(values)) {
      const address = line.addressOf[id];
      if (address === undefined || line.cells[id]?.formula === undefined) continue;
      if (value !== undefined) put(line.sheet, address, value);
      else if (LAW_COLUMNS.has(id)) put(line.sheet, address, "#N/A");
    }
  }
  for (const def of [DE_AN_SHEET, COST_SHEET, DEMAND_SHEET]) putTotals(workbook, def, lines, put);
  return result;
}

function putTotals(
  workbook: FlatWorkbook,
  def: ListSheetDef,
  lines: readonly ComputedLine[],
  put: (sheet: string, address: string, value: CellValue) => void,
): void {
  const sheet = findSheet(workbook, def.name);
  const headers = sheet === null ? null : findHeaders(sheet, def);
  if (sheet === null || headers === null) return;
  for (const column of def.columns) {
    const number = headers.columns.get(column.id);
    if (column.total !== "sum" || number === undefined) continue;
    const address = cellAddress(number, TOTAL_ROW);
    if (sheet.cells[address]?.formula === undefined) continue;
    const amounts = lines.filter((l) => l.def === def).map((l) => numberOf(l, column.id));
    if (amounts.every((amount) => amount !== undefined))
      put(
        sheet.name,
        address,
        amounts.reduce<number>((a, b) => a + (b ?? 0), 0),
      );
  }
}

function numberOf(computed: ComputedLine, id: string): number | undefined {
  if (id in computed.values) {
    const value = computed.values[id];
    return typeof value === "number" ? value : undefined;
  }
  const typed = computed.line.cells[id]?.value;
  return typed === undefined || typed === null || typed === ""
    ? 0
    : typeof typed === "number"
      ? typed
      : undefined;
}

export function showFigure(value: CellValue): string {
  if (value === null || value === "") return "(trống)";
  return typeof value === "number"
    ? Number.isInteger(value)
      ? `${formatDong(value)} đ`
      : String(value).replace(".", ",")
    : String(value);
}

/** Computed cells whose shown value is not what their inputs give. Exact comparison, no tolerance. */
export function findDifferences(plan: Plan, law: LawBook): Difference[] {
  const differences: Difference[] = [];
  const shownSums = sumCostLines(plan);
  for (const { def, line, values } of computeLines(plan, law)) {
    for (const column of def.columns) {
      const expectedValue = values[column.id];
      const address = line.addressOf[column.id];
      if (expectedValue === undefined || address === undefined) continue;
      const foundValue = line.cells[column.id]?.value ?? null;
      if (foundValue === expectedValue || (expectedValue === "" && foundValue === null)) continue;
      differences.push({
        where: { sheet: line.sheet, cell: address, row: line.row },
        column: column.header,
        found: showFigure(foundValue),
        expected: showFigure(expectedValue),
        foundValue,
        expectedValue,
        ...(column.kind === "dong" ? differenceOfCells(foundValue, expectedValue) : {}),
        ...templateFormula(def, column, address, line.row),
        ...(shownInputsGive({ def, line }, column.id, shownSums, law, plan.info.asOf) === foundValue
          ? { follows: true as const }
          : {}),
        basis: describeColumn(def, column.id, plan.info.asOf),
      });
    }
  }
  return differences;
}

type ShownSums = ReturnType<typeof sumCostLines>;

/** What a computed cell would show given the cells it reads as they stand, right or wrong. */
function shownInputsGive(
  { def, line }: Pick<ComputedLine, "def" | "line">,
  id: string,
  sums: ShownSums,
  law: LawBook,
  asOf: IsoDate | null,
): CellValue | undefined {
  if (def === COST_SHEET) return id === "counterpart" ? shownCounterpart(line as CostLine) : undefined;
  if (def === PROGRESS_SHEET) return shownProgress(line as ProgressLine, id, sums);
  return def === DE_AN_SHEET ? shownDeAn(line as DeAnLine, id, sums, law, asOf) : undefined;
}

function shownCounterpart(line: CostLine): CellValue | undefined {
  if (line.amountDong === null) return undefined;
  return line.amountDong - (line.supportDong ?? 0) - (line.otherDong ?? 0);
}

function shownProgress(line: ProgressLine, id: string, sums: ShownSums): CellValue | undefined {
  if (id === "support") return sums.get(line.deAnCode ?? "")?.supportDong;
  if (line.supportDong === null) return undefined;
  return line.supportDong - (line.advancedDong ?? 0) - (line.paidDong ?? 0);
}

function shownDeAn(
  line: DeAnLine,
  id: string,
  sums: ShownSums,
  law: LawBook,
  asOf: IsoDate | null,
): CellValue | undefined {
  const sum = line.code === null ? undefined : sums.get(line.code);
  if (sum === undefined) return undefined;
  const shown = {
    total: sum.totalDong,
    support: sum.supportDong,
    counterpart: sum.counterpartDong,
    other: sum.otherDong,
  };
  if (id in shown) return shown[id as keyof typeof shown];
  if (id !== "ceiling" || asOf === null || line.kind === null || line.totalDong === null) return undefined;
  const count = line.count === null ? {} : { count: line.count };
  const ceiling = ceilingFigures(law, {
    kind: line.kind,
    costDong: line.totalDong,
    ...count,
    priority: line.priority,
    date: asOf,
  });
  return ceiling.ok ? ceiling.value.maxDong : undefined;
}

function templateFormula(
  def: ListSheetDef,
  column: ColumnDef,
  address: string,
  row: number,
): { formula?: string } {
  const inPlace = address === `${columnLetter(def, column.id)}${row}`;
  return inPlace && column.formula !== undefined ? { formula: column.formula(row) } : {};
}

function describeColumn(def: ListSheetDef, id: string, asOf: IsoDate | null): string {
  const at = asOf === null ? "" : ` ngày ${formatDate(asOf)}`;
  if (id === "ceiling") return `Mức hỗ trợ theo quy định tại${at}`;
  if (id === "basis") return `Căn cứ tại${at}`;
  if (def === COST_SHEET && id === "amount") return "Số lượng × đơn giá, làm tròn nửa lên đến đồng";
  if (def === COST_SHEET) return "Thành tiền trừ kinh phí khuyến công trừ nguồn khác";
  if (def === PRODUCT_SHEET) return "Tổng điểm bốn tiêu chí (khoản 1 Điều 7 Thông tư 26/2014/TT-BCT)";
  if (def === PROGRESS_SHEET && id === "remaining")
    return "Kinh phí khuyến công trừ đã tạm ứng trừ đã thanh toán";
  return "Tổng các dòng dự toán của đề án";
}
