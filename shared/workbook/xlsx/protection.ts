/**
 * Formula cells are locked so that nobody types over them by accident; without a password, so that everybody may lift
 * it. Everything else a person does with a sheet stays allowed.
 */
import type { CellStyle, WriteSheet } from "hucre/xlsx";

export const PROTECTION: NonNullable<WriteSheet["protection"]> = {
  sheet: true,
  objects: false,
  scenarios: false,
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertColumns: true,
  insertRows: true,
  insertHyperlinks: true,
  deleteColumns: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
  pivotTables: true,
};

export function unlocked<S extends CellStyle>(style: S): S {
  return { ...style, protection: { locked: false } };
}

/** The style of cells nobody has written yet is the first one: without this they would be locked too. */
export function unlockUnwritten(stylesXml: string): string {
  return stylesXml.replace(
    /(<cellXfs[^>]*><xf )([^>]*?)(?:\/>|>[^]*?<\/xf>)/,
    (whole, head: string, attributes: string) =>
      whole.includes("<protection")
        ? whole
        : `${head}${attributes.trimEnd()} applyProtection="1"><protection locked="0"/></xf>`,
  );
}
