/** Small helpers shared by the rule files: where a cell stands and how its content reads. */
import type { CellValue, FlatCell } from "../kernel/flat.ts";
import { keptWith } from "../kernel/kept-with.ts";
import { formatDong } from "../kernel/money.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { cleanText, foldKey, foldText } from "../kernel/text.ts";
import type { Where } from "../kernel/finding.ts";
import type { Line, LocatedCell, Plan, PlanInfo } from "../plan/shapes.ts";
import { fromPattern, rowPattern } from "./references.ts";
import type { Hit } from "./types.ts";

export const INFO_SHEET_NAME = "KC_ThongTin";

export function at(line: Line, column: string): Where {
  const cell = line.addressOf[column];
  if (cell === undefined) return { sheet: line.sheet, row: line.row };
  // KC_ThongTin is no list: its cells stand by themselves.
  return line.row === 0 ? { sheet: line.sheet, cell } : { sheet: line.sheet, cell, row: line.row };
}

export function atInfo(info: PlanInfo, field: string): Where {
  const cell = info.addressOf[field];
  return cell === undefined ? { sheet: INFO_SHEET_NAME } : { sheet: INFO_SHEET_NAME, cell };
}

export function shown(cell: FlatCell | undefined): string {
  if (cell === undefined || cell.value === null || cell.value === "") return "(trống)";
  if (typeof cell.value === "number") return plainDecimal(cell.value).replace(".", ",");
  return typeof cell.value === "boolean" ? (cell.value ? "TRUE" : "FALSE") : cleanText(cell.value);
}

/** The same for a column of money: whole đồng with their points. */
export function shownMoney(cell: FlatCell | undefined): string {
  return Number.isSafeInteger(cell?.value) ? money(Number(cell?.value)) : shown(cell);
}

export function isBlank(cell: FlatCell | undefined): boolean {
  return (
    cell === undefined ||
    cell.value === null ||
    (typeof cell.value === "string" && cleanText(cell.value) === "")
  );
}

/** A column a line cannot do without; what else to expect and to do than its label says. */
export interface RequiredColumn<L extends Line> {
  readonly id: keyof L & string;
  readonly label: string;
  readonly expected?: string;
  readonly remedy?: string;
}

/** Required columns that are blank or hold what cannot be read, on sheets that have the column. */
export function unreadHits<L extends Line>(
  lines: readonly L[],
  required: readonly RequiredColumn<L>[],
): Hit[] {
  return lines.flatMap((line) =>
    required
      .filter(({ id }) => line.addressOf[id] !== undefined && line[id] === null)
      .map(({ id, label, expected = label, remedy = `Điền “${label}”.` }) => ({
        where: at(line, id),
        message: isBlank(line.cells[id])
          ? `Dòng ${line.row} chưa có “${label}”.`
          : `“${label}” không đọc được.`,
        found: shown(line.cells[id]),
        expected,
        remedy,
      })),
  );
}

export function money(amountDong: number): string {
  return `${formatDong(amountDong)} đ`;
}

/** Excel's error values as they appear in a cell. */
export const ERROR_VALUE =
  /^#(NAME\?|VALUE!|REF!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|FIELD!)$/;

/** Lines of every list sheet, in the order of the workbook. */
export const allLines: (plan: Plan) => readonly Line[] = keptWith(
  ({ deAn, costLines, demands, normLines, priceLines, products, progress }: Plan) =>
    [demands, deAn, costLines, normLines, priceLines, products, progress].flat(),
);

export interface PlacedCell<V extends CellValue = CellValue> {
  readonly line: Line;
  readonly id: string;
  readonly cell: LocatedCell & { readonly value: V };
}

/** The recognised cells by what rules ask about; KC_ThongTin first, then the lines of every list sheet. */
export interface PlanCells {
  readonly texts: readonly PlacedCell<string>[];
  readonly formulas: readonly (PlacedCell & { readonly formula: string })[];
  /** Numbers of the lists with a number format of their own. */
  readonly formatted: readonly (PlacedCell<number> & { readonly format: string })[];
}

/** A plan never changes, and eight rules look for one kind of its cells. */
export const cellsOf: (plan: Plan) => PlanCells = keptWith(sortCells);

function sortCells(plan: Plan): PlanCells {
  const texts: PlacedCell<string>[] = [];
  const formulas: (PlacedCell & { formula: string })[] = [];
  const formatted: (PlacedCell<number> & { format: string })[] = [];
  for (const line of [infoLine(plan.info), ...allLines(plan)])
    for (const id of Object.keys(line.cells)) {
      const cell = line.cells[id];
      if (cell === undefined) continue;
      const { value, formula, format } = cell;
      if (typeof value === "string") texts.push({ line, id, cell: cell as PlacedCell<string>["cell"] });
      else if (typeof value === "number" && format !== undefined && line.row !== 0)
        formatted.push({ line, id, cell: cell as PlacedCell<number>["cell"], format });
      if (formula !== undefined) formulas.push({ line, id, cell, formula });
    }
  return { texts, formulas, formatted };
}

/** KC_ThongTin as one line, for rules about every cell. */
export function infoLine({ cells, addressOf }: PlanInfo): Line {
  return { sheet: INFO_SHEET_NAME, row: 0, cells, addressOf, extra: {} };
}

const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  kcdean: ["total", "ceiling", "support", "counterpart", "other", "basis"],
  kcdutoan: ["amount", "counterpart"],
  kcdangky: ["ceiling"],
  kctiendo: ["support", "remaining"],
  kcsanpham: ["mark"],
};

/** Ids of the columns of a line that the template computes. */
export function computedOf(line: Line): readonly string[] {
  return COMPUTED[foldKey(line.sheet)] ?? [];
}

/** Lower case without diacritics, two texts as one; a blank is an empty text. */
export function folded(text: string | null, more: string | null = null): string {
  if (text === null || more === null) return foldText(text ?? more ?? "");
  return foldText(`${text} ${more}`);
}

const MOST_LISTED = 5;

/** "DA01, DA02, DA03 và 4 dòng khác": the first few of many; `what` they are. */
export function listed(names: readonly string[], what: "dòng" | "ô" = "dòng"): string {
  const rest = names.length - MOST_LISTED;
  return names.slice(0, MOST_LISTED).join(", ") + (rest > 0 ? ` và ${rest} ${what} khác` : "");
}

/** For each place, the middle (the lower of two) of all the other figures; sorted once, whatever their number. */
export function medianOfOthers(figures: readonly number[]): (index: number) => number | null {
  const order = figures.map((_, index) => index).sort((a, b) => (figures[a] ?? 0) - (figures[b] ?? 0));
  const rank = new Map(order.map((index, place) => [index, place]));
  const middle = Math.floor((figures.length - 2) / 2);
  return (index) => {
    const place = order[middle < (rank.get(index) ?? 0) ? middle : middle + 1];
    return place === undefined || figures.length < 2 ? null : (figures[place] ?? null);
  };
}

/** The formula that more than half of the other lines have in this column, written for this line; null when they disagree. */
export function usualPattern(lines: readonly Line[], id: string): (line: Line) => string | null {
  const counts = new Map<string, number>();
  const patterns = new Map<Line, string>();
  for (const line of lines) {
    const formula = line.cells[id]?.formula;
    if (formula === undefined) continue;
    const pattern = rowPattern(formula, line.row);
    patterns.set(line, pattern);
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const others = lines.length - 1;
  // Two at the most, each by half of the lines; all of them would be asked for every line.
  const common = [...counts].filter(([, count]) => count >= 2 && count * 2 > others);
  return (line) => {
    const own = patterns.get(line);
    for (const [pattern, count] of common) {
      const elsewhere = count - (pattern === own ? 1 : 0);
      if (elsewhere < 2 || elsewhere * 2 <= others) continue;
      return pattern === own ? (line.cells[id]?.formula ?? null) : fromPattern(pattern, line.row);
    }
    return null;
  };
}
