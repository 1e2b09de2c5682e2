/** A workbook with nothing in it yet: the sheets, headers and help of the current template. */
import { day } from "../kernel/date.ts";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import type { LawBook } from "../law/types.ts";
import { buildFlatWorkbook } from "./build.ts";
import { INFO_SHEET, infoAddress } from "./template.ts";

/** Fields the software writes; all others are left to the drafter. */
const KEPT = ["templateVersion", "lawVersion"];

/** @param bookVersion of the book it is made with, where that is known: the workbook names it. */
export function blankWorkbook(law: LawBook, bookVersion?: string): FlatWorkbook {
  const named = bookVersion === undefined ? {} : { bookVersion };
  const placeholder = { province: "", organisation: "", year: 2000, asOf: day("2000-01-01"), ...named };
  const built = buildFlatWorkbook({ info: placeholder, deAn: [], costLines: [] }, law);
  const cleared = new Set(
    INFO_SHEET.fields.filter((field) => !KEPT.includes(field.id)).map((field) => infoAddress(field.id)),
  );
  return {
    ...built,
    sheets: built.sheets.map((sheet) => {
      if (sheet.name !== INFO_SHEET.name) return sheet;
      const cells: Record<string, FlatCell> = {};
      for (const [address, cell] of Object.entries(sheet.cells))
        if (!cleared.has(address)) cells[address] = cell;
      return { ...sheet, cells };
    }),
  };
}
