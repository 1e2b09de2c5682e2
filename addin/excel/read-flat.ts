/** The whole workbook in flat form: few syncs, large sheets in blocks of rows. */
import type { FlatCell, FlatSheet, FlatWorkbook } from "../../shared/kernel/flat.ts";
import { LISTS_SHEET } from "../../shared/workbook/xlsx/lists-sheet.ts";
import { addBlock, externalLinksOf } from "./flat-cells.ts";
import { ExcelProblem, inExcel } from "./problem.ts";

/** Excel on the web answers at most 5 MB at once; three properties of a cell take some 60 bytes. */
const CELLS_PER_BLOCK = 10_000;
const CELLS_PER_SYNC = 40_000;

interface SheetPlace {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

interface BlockPlan {
  readonly place: SheetPlace;
  /** 0-based, in the sheet. */
  readonly row: number;
  readonly rowCount: number;
}

function blocksOf(place: SheetPlace): BlockPlan[] {
  const { used } = place;
  if (used.isNullObject) return [];
  const rows = Math.max(1, Math.floor(CELLS_PER_BLOCK / used.columnCount));
  const blocks: BlockPlan[] = [];
  for (let offset = 0; offset < used.rowCount; offset += rows) {
    blocks.push({ place, row: used.rowIndex + offset, rowCount: Math.min(rows, used.rowCount - offset) });
  }
  return blocks;
}

/** Groups blocks so that one sync stays below the answer limit. */
function syncGroups(blocks: readonly BlockPlan[]): BlockPlan[][] {
  const groups: BlockPlan[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const cells = block.rowCount * block.place.used.columnCount;
    if (size + cells > CELLS_PER_SYNC) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(block);
    size += cells;
  }
  return groups;
}

async function readGroup(
  context: Excel.RequestContext,
  group: readonly BlockPlan[],
  cellsOf: ReadonlyMap<Excel.Worksheet, Record<string, FlatCell>>,
): Promise<void> {
  const ranges = group.map(({ place, row, rowCount }) => {
    const { columnIndex, columnCount } = place.used;
    const range = place.sheet.getRangeByIndexes(row, columnIndex, rowCount, columnCount);
    range.load(["values", "formulas", "numberFormat"]);
    return range;
  });
  await context.sync();
  ranges.forEach((range, index) => {
    const block = group[index];
    const cells = block === undefined ? undefined : cellsOf.get(block.place.sheet);
    if (block === undefined || cells === undefined) return;
    const place = { row: block.row + 1, column: block.place.used.columnIndex + 1 };
    addBlock(cells, {
      ...place,
      values: range.values,
      formulas: range.formulas,
      formats: range.numberFormat,
    });
  });
}

interface Stretch {
  readonly sheet: Excel.Worksheet;
  /** 0-based. */
  readonly row: number;
  readonly rowCount: number;
}

/** Into how many parts a stretch with both hidden and shown rows is cut at a time. */
const PARTS = 8;

function cut({ sheet, row, rowCount }: Stretch): Stretch[] {
  const size = Math.ceil(rowCount / PARTS);
  const parts: Stretch[] = [];
  for (let offset = 0; offset < rowCount; offset += size) {
    parts.push({ sheet, row: row + offset, rowCount: Math.min(size, rowCount - offset) });
  }
  return parts;
}

/** 1-based hidden rows of each sheet. Excel answers "mixed" for a stretch, so mixed ones are cut until they are not. */
async function readHiddenRows(
  context: Excel.RequestContext,
  places: readonly SheetPlace[],
): Promise<Map<Excel.Worksheet, number[]>> {
  const hidden = new Map<Excel.Worksheet, number[]>();
  let open = places.flatMap(({ sheet, used }): Stretch[] =>
    used.isNullObject ? [] : [{ sheet, row: used.rowIndex, rowCount: used.rowCount }],
  );
  while (open.length > 0) {
    const ranges = open.map(({ sheet, row, rowCount }) => {
      const range = sheet.getRangeByIndexes(row, 0, rowCount, 1);
      range.load("rowHidden");
      return range;
    });
    await context.sync();
    const mixed: Stretch[] = [];
    open.forEach((stretch, index) => {
      const state: boolean | null = ranges[index]?.rowHidden ?? null;
      if (state === null && stretch.rowCount > 1) mixed.push(...cut(stretch));
      if (state !== true) return;
      const rows = hidden.get(stretch.sheet) ?? [];
      for (let i = 0; i < stretch.rowCount; i += 1) rows.push(stretch.row + i + 1);
      hidden.set(stretch.sheet, rows);
    });
    open = mixed;
  }
  return hidden;
}

/** `onProgress` gets 0…1 while a large workbook is read. Throws ExcelProblem: stopped, once `signal` is aborted. */
export function readFlat(onProgress?: (share: number) => void, signal?: AbortSignal): Promise<FlatWorkbook> {
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    await context.sync();
    const wanted = worksheets.items.filter((sheet) => sheet.name !== LISTS_SHEET);
    const places = wanted.map((sheet): SheetPlace => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load(["rowIndex", "columnIndex", "rowCount", "columnCount"]);
      return { sheet, used };
    });
    await context.sync();
    const cellsOf = new Map(wanted.map((sheet) => [sheet, {} as Record<string, FlatCell>]));
    const groups = syncGroups(places.flatMap(blocksOf));
    for (const [index, group] of groups.entries()) {
      if (signal?.aborted) throw new ExcelProblem("stopped", "");
      await readGroup(context, group, cellsOf);
      onProgress?.((index + 1) / groups.length);
    }
    const hiddenRows = await readHiddenRows(context, places);
    const sheets = wanted.map((sheet): FlatSheet => {
      const hidden = sheet.visibility !== "Visible";
      const rows = hiddenRows.get(sheet)?.sort((a, b) => a - b);
      return {
        name: sheet.name,
        ...(hidden ? { hidden } : {}),
        ...(rows === undefined ? {} : { hiddenRows: rows }),
        cells: cellsOf.get(sheet) ?? {},
      };
    });
    const links = externalLinksOf(sheets.flatMap((sheet) => Object.values(sheet.cells)));
    return { sheets, ...(links.length === 0 ? {} : { externalLinks: links }) };
  });
}
