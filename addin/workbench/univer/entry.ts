/** What a written value becomes in a cell, as if a person had typed it; and back. */
import { CellValueType, type ICellData, type Nullable } from "./library.ts";
import type { CellRead, CellWrite } from "../grid.ts";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const EMPTY: ICellData = { v: null, f: null, si: null, p: null };

function text(v: string): ICellData {
  // Text that looks like a figure must say that it is text, or the library counts with it.
  const looksNumeric = v.trim() !== "" && !Number.isNaN(Number(v));
  return { ...EMPTY, v, t: looksNumeric ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** `isText`: the cell has the format "@", where everything typed stays text. */
export function cellOf(input: Exclude<CellWrite, null>, isText: boolean): ICellData {
  if (typeof input === "number") return { ...EMPTY, v: input, t: CellValueType.NUMBER };
  if (typeof input === "boolean") return { ...EMPTY, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  if (input === "") return EMPTY;
  if (input.startsWith("'")) return text(input.slice(1));
  if (input.startsWith("=") && input.length > 1) return { ...EMPTY, f: input, t: null };
  if (isText) return text(input);
  if (/^(?:true|false)$/i.test(input)) return cellOf(input.toLowerCase() === "true", false);
  return NUMBER.test(input.trim()) ? cellOf(Number(input), false) : text(input);
}

/** Rich text keeps its words in a document whose lines end in \r. */
function richText(cell: ICellData): string | undefined {
  const stream = cell.p?.body?.dataStream;
  return stream === undefined ? undefined : stream.replace(/\r\n$/, "").replaceAll("\r", "\n");
}

export function valueOf(cell: Nullable<ICellData>): CellRead {
  if (!cell) return "";
  const value = richText(cell) ?? cell.v;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value;
  if (cell.t === CellValueType.BOOLEAN) return value === 1 || value === "1" || value === "TRUE";
  if (cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING) return String(value);
  if (typeof value === "number") return value;
  return cell.t === CellValueType.NUMBER && value !== "" && !Number.isNaN(Number(value))
    ? Number(value)
    : value;
}
