/** Blocks of a range, as Excel gives them, → cells of the flat form. Pure. */
import { cellAddress } from "../../shared/kernel/address.ts";
import type { CellValue, FlatCell } from "../../shared/kernel/flat.ts";
import { formatMatters } from "../../shared/workbook/xlsx/styles.ts";

export interface Block {
  /** 1-based place of the first cell. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

function valueOf(raw: unknown): CellValue {
  if (typeof raw === "string" || typeof raw === "boolean") return raw;
  return typeof raw === "number" && Number.isFinite(raw) ? raw : null;
}

/** A formula comes back as text beginning with "="; a constant comes back as itself. */
function formulaOf(raw: unknown): string | undefined {
  return typeof raw === "string" && raw.startsWith("=") && raw.length > 1 ? raw : undefined;
}

function cellOf(raw: unknown, rawFormula: unknown, rawFormat: unknown): FlatCell | null {
  const formula = formulaOf(rawFormula);
  const value = valueOf(raw);
  if (formula === undefined && (value === null || value === "")) return null;
  const format = typeof rawFormat === "string" && typeof value === "number" ? rawFormat : null;
  return {
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(format !== null && formatMatters(format, value) ? { format } : {}),
  };
}

/** Adds the block's cells to `cells`; empty cells stay absent. */
export function addBlock(cells: Record<string, FlatCell>, block: Block): void {
  block.values.forEach((line, i) => {
    line.forEach((raw, j) => {
      const cell = cellOf(raw, block.formulas[i]?.[j], block.formats[i]?.[j]);
      if (cell !== null) cells[cellAddress(block.column + j, block.row + i)] = cell;
    });
  });
}

/** Names of other files that the formulas reach into, e.g. "[Gia 2018.xlsx]" → "Gia 2018.xlsx". */
export function externalLinksOf(cells: Iterable<FlatCell>): string[] {
  const names = new Set<string>();
  for (const { formula } of cells) {
    if (formula === undefined || !formula.includes("[")) continue;
    const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
    for (const match of bare.matchAll(/\[([^[\]]+\.(?:xls[xmb]?|ods|csv))\]/gi)) names.add(match[1] ?? "");
  }
  return [...names].sort();
}
