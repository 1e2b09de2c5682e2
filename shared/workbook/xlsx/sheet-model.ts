/** Flat sheets + template definition → the sheets as the file writer wants them. */
import type { WriteSheet } from "hucre/xlsx";
import type { FlatSheet } from "../../kernel/flat.ts";
import { findSheet } from "../read.ts";
import { ALL_SHEETS, RESULT_SHEET, type FormSheetDef, type ListSheetDef } from "../template.ts";
import { formSheet, ownSheet } from "./form-sheet.ts";
import { withFreezeParts } from "./freeze-parts.ts";
import { layoutOf, listSheet, tableOf } from "./list-sheet.ts";
import type { NamedList } from "./lists-sheet.ts";

/** Only the sheet that is read as the template's is styled as such; a copy with a like name is the user's own. */
function definitionOf(
  sheets: readonly FlatSheet[],
  sheet: FlatSheet,
): FormSheetDef | ListSheetDef | undefined {
  return ALL_SHEETS.find((def) => findSheet({ sheets }, def.name) === sheet);
}

/** Names of the tables the file will have. */
function writtenTables(sheets: readonly FlatSheet[]): string[] {
  return sheets.flatMap((sheet) => {
    const def = definitionOf(sheets, sheet);
    const layout = def?.kind === "list" ? layoutOf(sheet, def) : null;
    return layout !== null && tableOf(sheet, layout) !== null ? [layout.def.tableName] : [];
  });
}

export function sheetModels(sheets: readonly FlatSheet[], lists: readonly NamedList[]): WriteSheet[] {
  const tables = writtenTables(sheets);
  // Other sheets' formats look into KC_KetQua by this very name.
  const hasResults = sheets.some((sheet) => sheet.name === RESULT_SHEET.name);
  const models = sheets.map((sheet) => {
    const def = definitionOf(sheets, sheet);
    if (def === undefined) return ownSheet(sheet, tables);
    if (def.kind === "form") return formSheet(sheet, def, tables);
    const layout = layoutOf(sheet, def);
    return layout === null
      ? ownSheet(sheet, tables)
      : listSheet(sheet, def, layout, lists, tables, hasResults);
  });
  const shown = withFreezeParts(models, sheets);
  // Excel refuses a file in which nothing can be seen.
  if (shown.some((model) => model.hidden !== true && model.veryHidden !== true)) return shown;
  return shown.map((model, index) => (index === 0 ? { ...model, hidden: false, veryHidden: false } : model));
}
