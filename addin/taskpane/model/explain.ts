/** What stands behind a cell: its KC functions, what they were given, and the law they read. Pure. */
import { dateFromSerial, formatDate, parseDate, type IsoDate } from "../../../shared/kernel/date.ts";
import { parseAddress } from "../../../shared/kernel/address.ts";
import type { CellValue, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { toQuantity } from "../../../shared/kernel/quantity.ts";
import { cleanText, foldKey } from "../../../shared/kernel/text.ts";
import type { CitationView } from "../../../shared/kernel/citation.ts";
import { describeCitation, readParameter } from "../../../shared/law/read.ts";
import { findSupportKind } from "../../../shared/law/support-kinds.ts";
import { readSupportPlace } from "../../../shared/law/support-place.ts";
import { computeSupportCeiling } from "../../../shared/law/support.ts";
import type { LawBook } from "../../../shared/law/types.ts";
import { findHeaders, findSheet } from "../../../shared/workbook/read.ts";
import { INPUT_SHEETS } from "../../../shared/workbook/template.ts";
import { tokenize } from "../../../shared/workbook/xlsx/formula.ts";

export interface ArgumentView {
  /** As it stands in the formula. */
  readonly source: string;
  /** Null when it is itself a calculation that is not followed. */
  readonly value: CellValue | undefined;
}

export interface CallView {
  /** "KC.MUCHOTRO" */
  readonly name: string;
  readonly args: readonly ArgumentView[];
  /** The arithmetic in words, when there is one. */
  readonly working: string | null;
  readonly cite: CitationView | null;
  /** A sentence when the law gives no figure. */
  readonly refusal: string | null;
}

export interface CellExplanation {
  readonly calls: readonly CallView[];
  /** Column of the template the cell stands in. */
  readonly column: { readonly header: string; readonly headerEn: string; readonly help: string } | null;
}

/** Which argument of a function is a day, counted from 0. */
const DAY_ARGUMENT: Readonly<Record<string, number>> = {
  "KC.MUCHOTRO": 4,
  "KC.THAMSO": 1,
  "KC.CANCU": 1,
  "KC.NGAYCONG": 3,
  "KC.DIABAN": 1,
};

export function isDayArgument(name: string, index: number): boolean {
  return DAY_ARGUMENT[name] === index;
}

interface RawCall {
  readonly name: string;
  readonly args: readonly string[];
}

/** Calls of KC functions in a formula, outermost and nested, with the text of their arguments. */
export function findCalls(formula: string): RawCall[] {
  const tokens = tokenize(formula.replace(/^=/, "")).map((token) => token.text);
  const calls: RawCall[] = [];
  tokens.forEach((text, index) => {
    if (!/^KC\.[A-Z]+$/i.test(text) || tokens[index + 1] !== "(") return;
    const args: string[] = [];
    let depth = 1;
    let current = "";
    for (let i = index + 2; i < tokens.length && depth > 0; i += 1) {
      const token = tokens[i] ?? "";
      if (token === "(") depth += 1;
      if (token === ")") depth -= 1;
      if (depth === 0) break;
      if (depth === 1 && token === ",") {
        args.push(current.trim());
        current = "";
      } else current += token;
    }
    if (current.trim() !== "" || args.length > 0) args.push(current.trim());
    calls.push({ name: text.toUpperCase(), args });
  });
  return calls;
}

function cellValue(workbook: FlatWorkbook, sheetName: string, address: string): CellValue {
  return findSheet(workbook, sheetName)?.cells[address.replaceAll("$", "").toUpperCase()]?.value ?? null;
}

function resolve(source: string, workbook: FlatWorkbook, home: string): CellValue | undefined {
  if (source === "") return null;
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return Number(source);
  const text = /^"((?:[^"]|"")*)"$/.exec(source);
  if (text !== null) return (text[1] ?? "").replaceAll('""', '"');
  const cut = source.lastIndexOf("!");
  const address = source.slice(cut + 1).replaceAll("$", "");
  if (parseAddress(address) === null) return undefined;
  const sheet = cut < 0 ? home : source.slice(0, cut).replace(/^'|'$/g, "").replaceAll("''", "'");
  return cellValue(workbook, sheet, address);
}

function asDate(value: CellValue | undefined): IsoDate | null {
  if (typeof value === "number") {
    const result = dateFromSerial(value);
    return result.ok ? result.value : null;
  }
  const result = typeof value === "string" ? parseDate(value) : null;
  return result?.ok === true ? result.value : null;
}

type Law = Pick<CallView, "working" | "cite" | "refusal">;
const NO_LAW: Law = { working: null, cite: null, refusal: null };

function explainSupport(values: readonly (CellValue | undefined)[], law: LawBook): Law {
  const [kind, cost, count, place, date] = values;
  const day = asDate(date);
  if (typeof kind !== "string" || typeof cost !== "number" || day === null) return NO_LAW;
  const counted = typeof count === "number" ? toQuantity(count) : null;
  const asked = readSupportPlace(
    typeof place === "string" || typeof place === "number" ? String(place) : null,
  );
  if (!asked.ok) return { ...NO_LAW, refusal: asked.error.vi };
  const result = computeSupportCeiling(law, {
    kind,
    costDong: cost,
    ...(counted?.ok === true ? { count: counted.value } : {}),
    ...asked.value,
    date: day,
  });
  if (!result.ok) return { ...NO_LAW, refusal: result.error.vi };
  return { working: result.value.working, cite: result.value.cite, refusal: null };
}

function explainParameter(values: readonly (CellValue | undefined)[], law: LawBook): Law {
  const [id, date] = values;
  const day = asDate(date);
  if (typeof id !== "string" || day === null) return NO_LAW;
  const kind = findSupportKind(cleanText(id).toUpperCase());
  const ids = kind === null ? [id] : [`${kind.code}.TRAN`, `${kind.code}.TY-LE`];
  for (const candidate of ids) {
    const reading = readParameter(law, candidate, day);
    if (reading.ok) return { working: reading.value.label, cite: reading.value.cite, refusal: null };
  }
  const words = describeCitation(law, id, day);
  return { ...NO_LAW, refusal: words.ok ? words.value : words.error.vi };
}

function lawBehind(name: string, values: readonly (CellValue | undefined)[], law: LawBook): Law {
  if (name === "KC.MUCHOTRO") return explainSupport(values, law);
  return name === "KC.THAMSO" || name === "KC.CANCU" ? explainParameter(values, law) : NO_LAW;
}

function columnOf(workbook: FlatWorkbook, sheetName: string, address: string): CellExplanation["column"] {
  const def = INPUT_SHEETS.find((candidate) => foldKey(candidate.name) === foldKey(sheetName));
  const sheet = def === undefined ? null : findSheet(workbook, def.name);
  const headers = def === undefined || sheet === null ? null : findHeaders(sheet, def);
  const place = parseAddress(address);
  if (def === undefined || headers === null || place === null || place.row <= headers.row) return null;
  const id = [...headers.columns].find(([, column]) => column === place.column)?.[0];
  return def.columns.find((column) => column.id === id) ?? null;
}

export function explainCell(
  cell: { readonly sheet: string; readonly address: string; readonly formula: string | null },
  workbook: FlatWorkbook,
  law: LawBook,
): CellExplanation {
  const calls = findCalls(cell.formula ?? "").map((call): CallView => {
    const args = call.args.map((source) => ({ source, value: resolve(source, workbook, cell.sheet) }));
    return {
      name: call.name,
      args,
      ...lawBehind(
        call.name,
        args.map((arg) => arg.value),
        law,
      ),
    };
  });
  return { calls, column: columnOf(workbook, cell.sheet, cell.address) };
}

/** How an argument reads: amounts with dots, serial dates as days when the argument is a date. */
export function showArgument(arg: ArgumentView, isDate: boolean): string {
  if (arg.value === undefined) return arg.source;
  if (arg.value === null || arg.value === "") return "–";
  const day = isDate ? asDate(arg.value) : null;
  if (day !== null) return formatDate(day);
  if (typeof arg.value === "number")
    return Number.isInteger(arg.value) ? formatDong(arg.value) : String(arg.value).replace(".", ",");
  return String(arg.value);
}
