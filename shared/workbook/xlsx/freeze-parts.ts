/** What a frozen workbook has in a file beyond its cells: KC_DongBang out of sight, and notes with the law. */
import type { WriteSheet } from "hucre/xlsx";
import { parseAddress } from "../../kernel/address.ts";
import type { FlatSheet } from "../../kernel/flat.ts";
import { freezeNotes } from "../freeze-note.ts";
import { FREEZE_SHEET, readFreezeRecord } from "../freeze-sheet.ts";
import { put, type Cells } from "./sheet-cells.ts";

export function withFreezeParts(models: readonly WriteSheet[], sheets: readonly FlatSheet[]): WriteSheet[] {
  const record = readFreezeRecord({ sheets });
  if (record === null) return [...models];
  for (const note of freezeNotes(record)) {
    const cells = models.find((model) => model.name === note.sheet)?.cells as Cells | undefined;
    const place = parseAddress(note.address);
    const cell = place === null ? undefined : cells?.get(`${place.row - 1},${place.column - 1}`);
    if (cells === undefined || place === null || cell === undefined) continue;
    put(cells, place.row, place.column, { ...cell, comment: { author: "KhuyenCong", text: note.text } });
  }
  return models.map((model) => {
    if (model.name.toLowerCase() !== FREEZE_SHEET.toLowerCase()) return model;
    const { hidden: _hidden, ...rest } = model;
    const columns = [16, 12, 60, 20, 60, 16].map((width) => ({ width }));
    return { ...rest, veryHidden: true, columns };
  });
}
