/** Excel.Workbook and Excel.Application. */
import type { Grid } from "../grid.ts";
import { HostContext } from "./context.ts";
import { HostEvents } from "./events.ts";
import { HostNames } from "./names.ts";
import { HostObject } from "./object.ts";
import { HostRange } from "./range.ts";
import type { Offered } from "./surface.ts";
import { HostWorksheet, HostWorksheets } from "./worksheet.ts";

export class HostApplication extends HostObject implements Offered<Excel.Application, "calculate"> {
  constructor(host: HostContext) {
    super(host, "Application");
    this.markPresent();
  }

  protected readers() {
    return {};
  }

  calculate(_type: Parameters<Excel.Application["calculate"]>[0]): void {
    this.change(() => this.host.grid.calculate());
  }
}

type WorkbookKey = "worksheets" | "names" | "application" | "getSelectedRange" | "getActiveCell";

export class HostWorkbook extends HostObject implements Offered<Excel.Workbook, WorkbookKey> {
  readonly worksheets: HostWorksheets;
  readonly names: HostNames;
  readonly application: HostApplication;
  readonly onSelectionChanged: HostEvents<Excel.SelectionChangedEventArgs>;

  constructor(host: HostContext) {
    super(host, "Workbook");
    this.markPresent();
    this.worksheets = new HostWorksheets(host);
    this.names = new HostNames(host);
    this.application = new HostApplication(host);
    this.onSelectionChanged = new HostEvents(host, (emit) =>
      host.grid.onSelection(() => emit({ workbook: this as unknown as Excel.Workbook })),
    );
  }

  protected readers() {
    return {};
  }

  protected override parts() {
    return { worksheets: this.worksheets, names: this.names };
  }

  getSelectedRange(): HostRange {
    const sheet = new HostWorksheet(this.host, () => this.host.grid.selection().sheetId);
    return new HostRange(this.host, sheet, () => this.host.grid.selection());
  }
  getActiveCell(): HostRange {
    const sheet = new HostWorksheet(this.host, () => this.host.grid.selection().sheetId);
    return new HostRange(this.host, sheet, () => ({
      ...this.host.grid.selection(),
      rowCount: 1,
      columnCount: 1,
    }));
  }
}

export function createContext(grid: Grid): HostContext {
  const context = new HostContext(grid);
  context.workbook = new HostWorkbook(context);
  return context;
}
