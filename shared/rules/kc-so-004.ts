import { grouped } from "../kernel/grouped.ts";
import { cellAddress, parseAddress } from "../kernel/address.ts";
import { PRINCIPLE } from "../kernel/citation.ts";
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { firstFrom } from "../kernel/grid.ts";
import type { Line, LocatedCell } from "../plan/shapes.ts";
import { ERROR_VALUE, allLines, cellsOf, at, infoLine, isBlank } from "./lib.ts";
import { referencesIn, type Reference } from "./references.ts";
import type { Hit, Rule } from "./types.ts";

/** Where nothing is known the ceiling honestly answers #N/A; KC-MH-002 explains it. */
const TOLERATED: ReadonlySet<string> = new Set(["ceiling", "basis"]);

function isError(cell: { readonly value: unknown } | undefined): boolean {
  return typeof cell?.value === "string" && ERROR_VALUE.test(cell.value);
}

/** Cells that explain an error further on: errors themselves, and blanks another rule names. */
interface Causes {
  /** sheet in lower case → column → rows of its errors, ascending */
  readonly errors: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
  readonly blanks: ReadonlySet<string>;
}

function errorRows(cells: FlatSheet["cells"]): Map<number, number[]> {
  const places = Object.entries(cells).flatMap(([address, cell]) =>
    isError(cell) ? (parseAddress(address) ?? []) : [],
  );
  const columns = [...grouped(places, ({ column }) => column)];
  return new Map(
    columns.map(([column, those]) => [column, those.map(({ row }) => row).sort((a, b) => a - b)]),
  );
}

function findCauses(workbook: FlatWorkbook, lines: readonly Line[]): Causes {
  const errors = new Map(workbook.sheets.map(({ name, cells }) => [name.toLowerCase(), errorRows(cells)]));
  const blanks = new Set<string>();
  for (const line of lines)
    for (const [id, address] of Object.entries(line.addressOf))
      if (isBlank(line.cells[id])) blanks.add(`${line.sheet.toLowerCase()}!${address}`);
  return { errors, blanks };
}

/** Is one of these rows in the range, other than `except`? */
function hasRowIn(rows: readonly number[], { from, to }: Reference, except: number | null): boolean {
  const first = firstFrom(rows, from.row);
  const found = rows[first] === except ? rows[first + 1] : rows[first];
  return found !== undefined && found <= to.row;
}

/** Does the formula only pass on an error, or a blank, that stands in another cell? */
function follows(line: Line, cell: LocatedCell, { errors, blanks }: Causes): boolean {
  if (cell.formula === undefined) return false;
  const own = parseAddress(cell.address);
  const ownSheet = line.sheet.toLowerCase();
  return referencesIn(cell.formula).some((reference) => {
    const { from, to, sheetKey } = reference;
    const sheet = sheetKey ?? ownSheet;
    for (const [column, rows] of errors.get(sheet) ?? []) {
      const isOwn = sheet === ownSheet && column === own?.column;
      const inside = from.column <= column && column <= to.column;
      if (inside && hasRowIn(rows, reference, isOwn ? own.row : null)) return true;
    }
    const single = from.column === to.column && from.row === to.row;
    return single && blanks.has(`${sheet}!${cellAddress(from.column, from.row)}`);
  });
}

export const kcso004: Rule = {
  id: "KC-SO-004",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Ô đang báo lỗi công thức",
    en: "A cell shows a formula error",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-014"],
  check: ({ plan, workbook }) => {
    const wrong = cellsOf(plan).texts.filter(({ cell }) => isError(cell));
    if (wrong.length === 0) return [];
    const causes = findCauses(workbook, [infoLine(plan.info), ...allLines(plan)]);
    return wrong.flatMap(({ line, id, cell }): Hit[] => {
      if (cell.value === "#N/A" && TOLERATED.has(id)) return [];
      if (follows(line, cell, causes)) return [];
      return [
        {
          where: at(line, id),
          message: `Ô ${cell.address} đang báo ${String(cell.value)}.`,
          found: String(cell.value),
          expected: "một giá trị",
          remedy:
            cell.value === "#NAME?"
              ? "Mở sổ bằng Excel có phần bổ trợ, hoặc khôi phục công thức."
              : "Sửa các ô mà công thức này dùng tới.",
        },
      ];
    });
  },
};
