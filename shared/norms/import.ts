/**
 * A province's own norm book, price list and quantities, from CSV or a sheet. Every doubt is a finding on its cell;
 * nothing is guessed, so a file with an error gives no rows to compute with.
 */
import type { Finding } from "../kernel/finding.ts";
import { toQuantity, type Quantity } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import { gridFinding, readListed, type Grid, type Listed } from "./grid.ts";

/** Vật liệu, nhân công, máy: the three components of a norm (TT 47/2018/TT-BCT Đ.7). */
export const COST_TYPES = ["VL", "NC", "M"] as const;
export type CostType = (typeof COST_TYPES)[number];

export interface ImportedNormRow {
  readonly line: number;
  readonly code: string;
  readonly type: CostType;
  readonly resource: string;
  /** "%" = percent of the other rows of the same type of this code. */
  readonly unit: string;
  /** null = "-", not applicable. */
  readonly quantity: Quantity | null;
}

export interface ImportedPriceRow {
  readonly line: number;
  readonly type: CostType;
  /** "*" = every resource of the type that has no row of its own. */
  readonly resource: string;
  /** Whole đồng, any size. */
  readonly priceDong: bigint;
}

export interface ImportedQuantityRow {
  readonly line: number;
  readonly code: string;
  readonly quantity: Quantity;
  /** The quantity as the file wrote it. */
  readonly text: string;
}

export interface Imported<Row> {
  readonly name: string;
  /** Empty when there is an error among the findings. */
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

const BOOK_HEADERS = {
  code: ["code", "Mã", "Mã hiệu", "Mã định mức"],
  type: ["type", "Loại"],
  resource: ["resource", "Hao phí", "Tên hao phí"],
  unit: ["unit", "ĐVT", "Đơn vị tính", "Đơn vị"],
  qty: ["qty", "quantity", "Định mức", "Số lượng", "Mức"],
} as const;

const PRICE_HEADERS = {
  type: ["type", "Loại"],
  resource: ["resource", "Hao phí", "Tên hao phí"],
  price: ["price_dong", "Đơn giá", "Giá", "Đơn giá (đồng)"],
} as const;

const QUANTITY_HEADERS = {
  code: ["code", "Mã", "Mã hiệu", "Mã định mức"],
  quantity: ["quantity", "qty", "Khối lượng", "Số lượng"],
} as const;

type Report = (column: number, rule: string, message: string, remedy: string, found?: string) => null;

function reporter(findings: Finding[], name: string, line: number): Report {
  return (column, rule, message, remedy, found = "") => {
    findings.push(gridFinding(rule, name, line, column, { message, remedy, found }));
    return null;
  };
}

function readType(text: string, column: number, report: Report): CostType | null {
  const upper = text.toUpperCase();
  const type = COST_TYPES.find((known) => known === upper);
  if (type !== undefined) return type;
  return report(
    column,
    "KC-NK-005",
    `Loại hao phí “${text}” không có trong danh mục.`,
    "Ghi VL (vật liệu), NC (nhân công) hoặc M (máy).",
    text,
  );
}

/** Decimal with a dot, not negative, at most six places. */
function readDecimal(text: string, what: string, column: number, report: Report): Quantity | null {
  if (text === "")
    return report(column, "KC-NK-004", `Ô “${what}” để trống.`, "Nhập số, hoặc “-” nếu không áp dụng.");
  if (text.includes(",")) {
    const guess = text.replaceAll(".", "").replace(",", ".");
    return report(
      column,
      "KC-NK-007",
      `“${text}” có dấu phẩy, không rõ là phẩy thập phân hay phân cách nghìn.`,
      `Viết số thập phân bằng dấu chấm, ví dụ ${guess}.`,
      text,
    );
  }
  const result = toQuantity(text);
  if (!result.ok && result.error.code === "quantity-too-fine") {
    return report(
      column,
      "KC-NK-009",
      `“${text}” có quá 6 chữ số thập phân.`,
      "Làm tròn đến 6 chữ số thập phân và ghi rõ cách làm tròn.",
      text,
    );
  }
  if (!result.ok)
    return report(
      column,
      "KC-NK-006",
      `“${text}” ở cột “${what}” không phải là số.`,
      "Nhập số viết bằng chữ số, dấu chấm thập phân.",
      text,
    );
  if (result.value < 0n)
    return report(column, "KC-NK-014", `“${text}” ở cột “${what}” là số âm.`, "Nhập số không âm.", text);
  return result.value;
}

/** Whole đồng. "150.000" is refused: it may mean 150 or 150000. */
function readPrice(text: string, column: number, report: Report): bigint | null {
  if (text === "")
    return report(column, "KC-NK-004", "Ô đơn giá để trống.", "Nhập đơn giá bằng số nguyên đồng.");
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) {
    const whole = text.replace(/[.,]/g, "");
    return report(
      column,
      "KC-NK-008",
      `“${text}” không rõ là số thập phân hay có phân cách nghìn (có thể sai 1000 lần).`,
      `Viết liền các chữ số, ví dụ ${whole}.`,
      text,
    );
  }
  const match = /^\+?(\d+)(?:\.0+)?$/.exec(text);
  if (match) return BigInt(match[1] ?? "0");
  if (/^-\d+/.test(text))
    return report(column, "KC-NK-014", `Đơn giá “${text}” là số âm.`, "Nhập số không âm.", text);
  return report(
    column,
    "KC-NK-006",
    `Đơn giá “${text}” không phải là số nguyên đồng.`,
    "Nhập số nguyên đồng, viết liền các chữ số.",
    text,
  );
}

function readName(text: string, what: string, column: number, report: Report): string | null {
  if (text !== "") return text;
  return report(column, "KC-NK-004", `Ô “${what}” để trống.`, `Nhập ${what}.`);
}

function finish<Row>(grid: Grid, rows: Row[], findings: Finding[]): Imported<Row> {
  const broken = findings.some((finding) => finding.severity === "error");
  return { name: grid.name, rows: broken ? [] : rows, findings };
}

/** BOOK: code, type, resource, unit, qty. A resource twice in one code is added up, with a warning. */
export function readNormRows(grid: Grid): Imported<ImportedNormRow> {
  const listed: Listed<keyof typeof BOOK_HEADERS> = readListed(grid, BOOK_HEADERS);
  const findings = [...listed.findings];
  const rows: ImportedNormRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, text } of listed.rows) {
    const report = reporter(findings, grid.name, line);
    const at = listed.columnOf;
    const code = readName(text.code, "mã định mức", at.code, report);
    const type = readType(text.type, at.type, report);
    const resource = readName(text.resource, "tên hao phí", at.resource, report);
    const unit = readName(text.unit, "đơn vị tính", at.unit, report);
    const absent = text.qty === "-" || text.qty === "–";
    const quantity = absent ? null : readDecimal(text.qty, "định mức", at.qty, report);
    if (
      code === null ||
      type === null ||
      resource === null ||
      unit === null ||
      (quantity === null && !absent)
    )
      continue;
    const key = `${code}\n${type}\n${resource}`;
    const first = seen.get(key);
    if (first !== undefined) {
      findings.push(
        gridFinding("KC-NK-011", grid.name, line, at.resource, {
          severity: "warning",
          message: `“${resource}” (${type}) của ${code} đã có ở dòng ${first}; hai dòng được cộng lại.`,
          remedy: "Bỏ dòng thừa nếu chép trùng.",
        }),
      );
    } else seen.set(key, line);
    rows.push({ line, code, type, resource, unit, quantity });
  }
  return finish(grid, rows, findings);
}

/** PRICES: type, resource, price_dong. The same resource priced twice is an error: nobody can say which one holds. */
export function readPriceRows(grid: Grid): Imported<ImportedPriceRow> {
  const listed: Listed<keyof typeof PRICE_HEADERS> = readListed(grid, PRICE_HEADERS);
  const findings = [...listed.findings];
  const rows: ImportedPriceRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, text } of listed.rows) {
    const report = reporter(findings, grid.name, line);
    const at = listed.columnOf;
    const type = readType(text.type, at.type, report);
    const resource = readName(text.resource, "tên hao phí", at.resource, report);
    const priceDong = readPrice(text.price, at.price, report);
    if (type === null || resource === null || priceDong === null) continue;
    const first = seen.get(`${type}\n${resource}`);
    if (first !== undefined) {
      report(
        at.resource,
        "KC-NK-010",
        `Giá của “${resource}” (${type}) đã có ở dòng ${first}.`,
        "Chỉ giữ một giá cho mỗi hao phí.",
        text.price,
      );
      continue;
    }
    seen.set(`${type}\n${resource}`, line);
    rows.push({ line, type, resource, priceDong });
  }
  return finish(grid, rows, findings);
}

/** QUANTITIES: code, quantity. */
export function readQuantityRows(grid: Grid): Imported<ImportedQuantityRow> {
  const listed: Listed<keyof typeof QUANTITY_HEADERS> = readListed(grid, QUANTITY_HEADERS);
  const findings = [...listed.findings];
  const rows: ImportedQuantityRow[] = [];
  for (const { line, text } of listed.rows) {
    const report = reporter(findings, grid.name, line);
    const code = readName(text.code, "mã định mức", listed.columnOf.code, report);
    const quantity = readDecimal(text.quantity, "khối lượng", listed.columnOf.quantity, report);
    if (code !== null && quantity !== null) rows.push({ line, code, quantity, text: text.quantity });
  }
  return finish(grid, rows, findings);
}

/** The name in `names` that differs only in case, diacritics or punctuation: offered, never taken. */
export function nearestName(names: Iterable<string>, wanted: string): string | null {
  const key = foldKey(wanted);
  for (const name of names) if (foldKey(name) === key) return name;
  return null;
}
