/** The whole workbook as it stands in the workbench's grid, read past the pane and its Office.js. */
import type { Page } from "playwright-core";

export interface WorkbookNow {
  /** "KC_DeAn shown" or "KC_DanhMuc hidden", in order. */
  readonly sheets: readonly string[];
  readonly names: readonly string[];
  /** "KC_DeAn!5,1" (row, column) → formula or value of each cell that holds something. */
  readonly cells: Readonly<Record<string, unknown>>;
}

export async function workbookNow(page: Page): Promise<WorkbookNow> {
  return page.evaluate(async () => {
    const grid = await window.kcWorkbench?.whenGrid();
    if (grid === undefined) throw new Error("no workbench on this page");
    const cells: Record<string, unknown> = {};
    for (const { id, name } of grid.sheets()) {
      const area = grid.usedArea(id, true);
      const formulas = area === null ? [] : grid.read(area).formulas;
      for (const [r, row] of formulas.entries())
        for (const [c, formula] of row.entries())
          if (formula !== "")
            cells[`${name}!${(area?.row ?? 0) + r + 1},${(area?.column ?? 0) + c + 1}`] = formula;
    }
    return {
      sheets: grid.sheets().map(({ name, hidden }) => `${name} ${hidden ? "hidden" : "shown"}`),
      names: grid.names().map(({ name, reference }) => `${name} ${reference}`),
      cells,
    };
  });
}

/** Lets every reading of the pane wait so long, as a large workbook would; 0 = as fast as it can. */
export async function slowDown(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate(async (pause) => {
    const grid = await window.kcWorkbench?.whenGrid();
    if (grid === undefined) throw new Error("no workbench on this page");
    const own = Object.getOwnPropertyDescriptor(grid, "kcAtOnce")?.value as
      | typeof grid.whenCalculated
      | undefined;
    const atOnce = own ?? grid.whenCalculated.bind(grid);
    Object.defineProperty(grid, "kcAtOnce", { value: atOnce, configurable: true });
    grid.whenCalculated = async () => {
      await atOnce();
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    };
  }, milliseconds);
}
