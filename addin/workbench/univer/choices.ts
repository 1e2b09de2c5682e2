/** Dropdowns and names. */
import type { Area, DefinedName, ListChoice } from "../grid.ts";
import { makeRoom, rangeOf, sheetOf, type Engine } from "./engine.ts";
import type { FRange } from "./library.ts";

/** `Sheet!$A$1:$A$9` → the range; null when its sheet does not exist. */
function referenced(engine: Engine, reference: string): FRange | null {
  const cut = reference.lastIndexOf("!");
  const name = reference
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const sheet = engine.book.getSheetByName(name);
  return sheet === null ? null : sheet.getRange(reference.slice(cut + 1).replaceAll("$", ""));
}

export function setChoices(engine: Engine, area: Area, list: ListChoice | null): void {
  makeRoom(engine, area);
  const range = sheetOf(engine, area.sheetId).getRange(rangeOf(area));
  if (list === null) {
    range.setDataValidation(null);
    return;
  }
  const builder = engine.api.newDataValidation();
  const source = list.reference === undefined ? null : referenced(engine, list.reference);
  if (source !== null) builder.requireValueInRange(source, false, true);
  else builder.requireValueInList([...(list.choices ?? [])], false, true);
  range.setDataValidation(builder.setAllowBlank(true).setAllowInvalid(false).build());
}

export function listNames(engine: Engine): DefinedName[] {
  return engine.book.getDefinedNames().map((name) => ({
    name: name.getName(),
    reference: name.getFormulaOrRefString().replace(/^=/, ""),
  }));
}

export function setName(engine: Engine, name: string, reference: string): void {
  const known = engine.book.getDefinedName(name);
  if (known !== null) known.delete();
  engine.book.insertDefinedName(name, reference);
}
