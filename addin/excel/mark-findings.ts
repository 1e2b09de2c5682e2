/** Cells that KC_KetQua names, coloured by conditional formats as in files. Colour only: a host without it loses no figure. */
import { FIRST_ROW, type ListSheetDef } from "../../shared/workbook/template.ts";
import { FINDING_MARKS, markFormula, markedRange } from "../../shared/workbook/xlsx/finding-marks.ts";
import { canLock } from "./sheet-lock.ts";

export async function markFindings(
  context: Excel.RequestContext,
  made: readonly { readonly sheet: Excel.Worksheet; readonly def: ListSheetDef }[],
): Promise<void> {
  if (!canLock()) return;
  try {
    for (const { sheet, def } of made) {
      const range = sheet.getRange(markedRange(def, FIRST_ROW, def.columns.length));
      for (const mark of FINDING_MARKS) {
        const { custom } = range.conditionalFormats.add("Custom");
        custom.rule.formula = `=${markFormula(def.name, mark)}`;
        custom.format.fill.color = `#${mark.fill}`;
        custom.format.font.color = `#${mark.font}`;
      }
    }
    await context.sync();
  } catch {
    // The list itself names every cell.
  }
}
