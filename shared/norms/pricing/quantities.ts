/** Quantities × a norm book × a price list: what `kc price` prints. Exact until each printed figure. */
import { grouped } from "../../kernel/grouped.ts";
import type { Finding } from "../../kernel/finding.ts";
import { divideRounded } from "../../kernel/money.ts";
import { QUANTITY_SCALE } from "../../kernel/quantity.ts";
import { gridFinding } from "../grid.ts";
import {
  nearestName,
  type CostType,
  type Imported,
  type ImportedNormRow,
  type ImportedPriceRow,
  type ImportedQuantityRow,
} from "../import.ts";

/** Printed figures of one line of quantities; whole đồng, each rounded half-up once from its exact value. */
export interface PricedLine {
  readonly code: string;
  readonly quantity: string;
  readonly vlDong: bigint;
  readonly ncDong: bigint;
  readonly mDong: bigint;
  /** Rounded from the exact total, so it may differ by 1–2 đồng from the sum of the three printed parts. */
  readonly totalDong: bigint;
}

export interface PricedQuantities {
  /** Empty when there is an error among the findings. */
  readonly lines: readonly PricedLine[];
  readonly findings: readonly Finding[];
}

/** Cost of one unit by type, in units of UNIT_SCALE-ths of a đồng. */
type UnitCost = Readonly<Record<CostType, bigint>>;

/** Quantities hold millionths, percentages millionths of a per cent. */
const PERCENT_SCALE = QUANTITY_SCALE * 100n;
const UNIT_SCALE = QUANTITY_SCALE * PERCENT_SCALE;

interface PriceTable {
  readonly name: string;
  readonly prices: ReadonlyMap<string, bigint>;
  readonly resources: readonly ImportedPriceRow[];
}

function priceTable(prices: Imported<ImportedPriceRow>): PriceTable {
  return {
    name: prices.name,
    prices: new Map(prices.rows.map((row) => [`${row.type}\n${row.resource}`, row.priceDong])),
    resources: prices.rows,
  };
}

function missingPrice(book: string, row: ImportedNormRow, table: PriceTable): Finding {
  const near = nearestName(
    table.resources.filter((price) => price.type === row.type).map((price) => price.resource),
    row.resource,
  );
  const hint = near === null ? "" : ` Trong bảng giá có “${near}”: sửa cho hai tên giống hệt nhau.`;
  return gridFinding("KC-NK-013", book, row.line, 0, {
    message: `${row.code}: chưa có giá của “${row.resource}” (${row.type}) trong ${table.name}.`,
    found: row.resource,
    remedy: `Thêm dòng ${row.type},${row.resource} vào ${table.name}.${hint}`,
  });
}

/** Rows of one code → cost of one unit; what is missing goes to `findings`. */
function unitCost(
  bookName: string,
  rows: readonly ImportedNormRow[],
  table: PriceTable,
  findings: Finding[],
): UnitCost {
  const base: Record<CostType, bigint> = { VL: 0n, NC: 0n, M: 0n };
  const percent: Record<CostType, bigint> = { VL: 0n, NC: 0n, M: 0n };
  const based = new Set<CostType>();
  for (const row of rows) {
    if (row.quantity === null) continue;
    if (row.unit === "%") {
      percent[row.type] += row.quantity;
      continue;
    }
    based.add(row.type);
    const price = table.prices.get(`${row.type}\n${row.resource}`) ?? table.prices.get(`${row.type}\n*`);
    if (price === undefined) findings.push(missingPrice(bookName, row, table));
    else base[row.type] += row.quantity * price;
  }
  for (const row of rows) {
    if (row.unit !== "%" || row.quantity === null || based.has(row.type)) continue;
    findings.push(
      gridFinding("KC-NK-015", bookName, row.line, 0, {
        severity: "warning",
        message: `${row.code}: “${row.resource}” tính theo % nhưng không có hao phí ${row.type} nào để tính; được 0 đồng.`,
        remedy: "Kiểm tra xem định mức có thiếu dòng không.",
      }),
    );
  }
  const cost = (type: CostType) => base[type] * (PERCENT_SCALE + percent[type]);
  return { VL: cost("VL"), NC: cost("NC"), M: cost("M") };
}

function unknownCode(
  name: string,
  row: ImportedQuantityRow,
  bookName: string,
  codes: Iterable<string>,
): Finding {
  const near = nearestName(codes, row.code);
  return gridFinding("KC-NK-012", name, row.line, 1, {
    message: `Mã “${row.code}” không có trong ${bookName}.`,
    found: row.code,
    remedy: near === null ? "Sửa mã hoặc bổ sung định mức." : `Có phải “${near}”? Sửa mã cho đúng.`,
  });
}

function notApplicable(name: string, row: ImportedQuantityRow): Finding {
  return gridFinding("KC-NK-016", name, row.line, 1, {
    message: `Định mức “${row.code}” chỉ có dấu “-”: không áp dụng cho trường hợp này.`,
    found: row.code,
    remedy: "Chọn mã định mức khác.",
  });
}

function printedLine(row: ImportedQuantityRow, cost: UnitCost): PricedLine {
  const round = (value: bigint) => divideRounded(value * row.quantity, UNIT_SCALE * QUANTITY_SCALE, "halfUp");
  return {
    code: row.code,
    quantity: row.text,
    vlDong: round(cost.VL),
    ncDong: round(cost.NC),
    mDong: round(cost.M),
    totalDong: round(cost.VL + cost.NC + cost.M),
  };
}

/** One line per row of quantities, in order. Any error (unknown code, missing price, unreadable cell) leaves no lines. */
export function priceQuantities(
  book: Imported<ImportedNormRow>,
  prices: Imported<ImportedPriceRow>,
  quantities: Imported<ImportedQuantityRow>,
): PricedQuantities {
  const findings: Finding[] = [...book.findings, ...prices.findings, ...quantities.findings];
  const broken = () => findings.some((finding) => finding.severity === "error");
  if (broken()) return { lines: [], findings };
  const groups = grouped(book.rows, ({ code }) => code);
  const table = priceTable(prices);
  const costs = new Map<string, UnitCost>();
  const lines: PricedLine[] = [];
  for (const row of quantities.rows) {
    const rows = groups.get(row.code);
    if (rows === undefined) {
      findings.push(unknownCode(quantities.name, row, book.name, groups.keys()));
      continue;
    }
    if (rows.every((line) => line.quantity === null)) {
      findings.push(notApplicable(quantities.name, row));
      continue;
    }
    let cost = costs.get(row.code);
    if (cost === undefined) costs.set(row.code, (cost = unitCost(book.name, rows, table, findings)));
    lines.push(printedLine(row, cost));
  }
  return { lines: broken() ? [] : lines, findings };
}

export const PRICE_CSV_HEADER = ["code", "quantity", "vl_dong", "nc_dong", "m_dong", "total_dong"] as const;

/** The printed table, header first. */
export function pricedRows(lines: readonly PricedLine[]): string[][] {
  const body = lines.map((line) => [
    line.code,
    line.quantity,
    String(line.vlDong),
    String(line.ncDong),
    String(line.mDong),
    String(line.totalDong),
  ]);
  return [[...PRICE_CSV_HEADER], ...body];
}
