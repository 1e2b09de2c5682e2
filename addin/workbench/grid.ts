/**
 * The spreadsheet of the workbench, seen from outside: plain values and zero-based places. Everything that knows which
 * library draws the cells stands behind this interface, in `univer/`.
 */

/** Zero-based rectangle of one sheet. */
export interface Area {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export type CellRead = string | number | boolean;
/** Text beginning with "=" is a formula; null leaves the cell as it is; "" empties it. */
export type CellWrite = string | number | boolean | null;

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** "#rrggbb", or "" for none. */
  readonly tabColor: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

export type Horizontal = "General" | "Left" | "Center" | "Right";
export type Vertical = "Top" | "Center" | "Bottom";
export type Edge =
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "InsideHorizontal"
  | "InsideVertical";

export interface BorderLook {
  readonly edge: Edge;
  readonly style: "None" | "Thin" | "Medium" | "Thick" | "Dashed" | "Dotted" | "Double";
  readonly color: string;
}

/** Only what is present changes. Sizes in points, colours "#rrggbb"; fill "" = none. */
export interface Look {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly wrap?: boolean;
  readonly horizontal?: Horizontal;
  readonly vertical?: Vertical;
  readonly numberFormat?: string;
  readonly border?: BorderLook;
}

export interface AreaContent {
  readonly values: CellRead[][];
  /** "=…" for a formula, else the value. */
  readonly formulas: CellRead[][];
  readonly texts: string[][];
  readonly formats: string[][];
}

export interface DefinedName {
  readonly name: string;
  /** Without "=": `KC_ThongTin!$B$7`. */
  readonly reference: string;
}

/** A dropdown: fixed choices, or a reference such as `KC_DanhMuc!$A$1:$A$30`. */
export interface ListChoice {
  readonly choices?: readonly string[];
  readonly reference?: string;
}

export interface CellsChanged {
  readonly area: Area;
  /** True when an Office.js batch made the change. */
  readonly byHost: boolean;
}

/** What functions.json says about one function, as far as calculation needs it. */
export interface FunctionDeclaration {
  /** Full name, e.g. KC.BANGCHU. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
    readonly repeating: boolean;
  }[];
}

export interface CallPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** What a function gave: one value, rows of values, or an error code with a sentence. */
export type CallResult =
  | { readonly rows: CellRead[][] }
  | { readonly error: string; readonly message: string };

/** Every argument arrives as rows of values; empty cells are null. */
export type CallFunction = (
  name: string,
  args: (CellRead | null)[][][],
  place: CallPlace,
) => CallResult | Promise<CallResult>;

export interface Subscription {
  dispose(): void;
}

/** Places outside a sheet enlarge it. Unknown ids throw a RangeError naming the id. */
export interface Grid {
  sheets(): SheetInfo[];
  activeSheetId(): string;
  addSheet(name: string): string;
  renameSheet(id: string, name: string): void;
  /** False when it is the last visible one. */
  deleteSheet(id: string): boolean;
  setSheetHidden(id: string, hidden: boolean): void;
  moveSheet(id: string, index: number): void;
  activateSheet(id: string): void;
  setTabColor(id: string, color: string): void;

  /** The smallest rectangle from the first to the last used cell; null when there is none. */
  usedArea(id: string, valuesOnly: boolean): Area | null;
  read(area: Area): AreaContent;
  /** Of the upper left cell. */
  lookOf(area: Area): Look;
  write(area: Area, cells: readonly (readonly CellWrite[])[]): void;
  setLook(area: Area, look: Look): void;
  setFormats(area: Area, formats: readonly (readonly (string | null)[])[]): void;
  clear(area: Area, what: "All" | "Contents" | "Formats"): void;

  columnWidth(id: string, column: number): number;
  rowHeight(id: string, row: number): number;
  /** Pixels. */
  setColumnWidth(id: string, column: number, count: number, pixels: number): void;
  setRowHeight(id: string, row: number, count: number, pixels: number): void;
  fitColumns(id: string, column: number, count: number): void;
  fitRows(id: string, row: number, count: number): void;
  setRowsHidden(id: string, row: number, count: number, hidden: boolean): void;
  rowsHidden(id: string, row: number, count: number): boolean[];
  freeze(id: string, rows: number, columns: number): void;

  names(): DefinedName[];
  setName(name: string, reference: string): void;
  deleteName(name: string): void;

  /** null removes. */
  setChoices(area: Area, list: ListChoice | null): void;

  selection(): Area;
  select(area: Area): void;
  onSelection(callback: (area: Area) => void): Subscription;
  onCells(callback: (change: CellsChanged) => void): Subscription;
  onActivated(callback: (sheetId: string) => void): Subscription;
  /** Any change at all that is worth saving. */
  onAnyChange(callback: () => void): Subscription;

  /** One undo step for everything `work` does. */
  batch<T>(work: () => T): T;
  /** Recalculates everything. */
  calculate(): void;
  /** Resolves when the results of the latest changes stand in the cells. */
  whenCalculated(): Promise<void>;
  /** Replaces what computes the custom functions and recalculates. */
  setFunctions(declarations: readonly FunctionDeclaration[], call: CallFunction): void;
  /** Why the function in this cell gave an error, in a sentence; null when unknown. */
  errorSentence(sheetId: string, row: number, column: number): string | null;

  /** Texts stored with the workbook. */
  note(key: string): string | null;
  setNote(key: string, text: string | null): void;

  /** The whole workbook for storage; give it to `openGrid` again. */
  snapshot(): unknown;
  dispose(): void;
}

/** What the workbench page offers to the pane inside it, as a property of its window. */
export interface WorkbenchBridge {
  /** Resolves when the spreadsheet is on the page. */
  whenGrid(): Promise<Grid>;
  setPaneShown(shown: boolean): void;
}

declare global {
  interface Window {
    kcWorkbench?: WorkbenchBridge;
  }
}
