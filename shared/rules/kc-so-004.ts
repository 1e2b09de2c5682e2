import { cellAddress, parseAddress } from "../kernel/address.ts";
import { PRINCIPLE } from "../kernel/citation.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import type { Line, LocatedCell } from "../plan/shapes.ts";
import { ERROR_VALUE, allLines, cellsOf, at, infoLine, isBlank } from "./lib.ts";
import { referencesIn, type Reference } from "./references.ts";
import type { Hit, Rule } from "./types.ts";

/** Where nothing is known the ceiling honestly answers #N/A; KC-MH-002 explains it. */
const TOLERATED: ReadonlySet<string> = new Set(["ceiling", "basis"]);

function isError(cell: { readonly value: unknown } | undefined): boolean {
  return typeof cell?.value === "string" && ERROR_VALUE.test(cell.value);
}

interface Place {
  readonly column: number;
  readonly row: number;
}

/** Cells that explain an error further on: errors themselves, and blanks another rule names. */
interface Causes {
  readonly errors: ReadonlyMap<string, readonly Place[]>;
  readonly blanks: ReadonlySet<string>;
}

function findCauses(workbook: FlatWorkbook, lines: readonly Line[]): Causes {
  const errors = new Map<string, Place[]>();
  for (const { name, cells } of workbook.sheets)
    for (const [address, cell] of Object.entries(cells)) {
      const place = isError(cell) ? parseAddress(address) : null;
      if (place !== null) errors.set(name.toLowerCase(), [...(errors.get(name.toLowerCase()) ?? []), place]);
    }
  const blanks = new Set<string>();
  for (const line of lines)
    for (const [id, address] of Object.entries(line.addressOf))
      if (isBlank(line.cells[id])) blanks.add(`${line.sheet.toLowerCase()}!${address}`);
  return { errors, blanks };
}

const inside = ({ from, to }: Reference, { column, row }: Place) =>
  column >= from.column && column <= to.column && row >= from.row && row <= to.row;

/** Does the formula only pass on an error, or a blank, that stands in another cell? */
function follows(line: Line, cell: LocatedCell, { errors, blanks }: Causes): boolean {
  if (cell.formula === undefined) return false;
  const own = parseAddress(cell.address);
  return referencesIn(cell.formula).some((reference) => {
    const sheet = (reference.sheet ?? line.sheet).toLowerCase();
    const isSelf = (place: Place) =>
      sheet === line.sheet.toLowerCase() && place.column === own?.column && place.row === own.row;
    if ((errors.get(sheet) ?? []).some((place) => inside(reference, place) && !isSelf(place))) return true;
    const single = reference.from.column === reference.to.column && reference.from.row === reference.to.row;
    return single && blanks.has(`${sheet}!${cellAddress(reference.from.column, reference.from.row)}`);
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
