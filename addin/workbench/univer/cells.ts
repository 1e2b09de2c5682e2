/** Reading and writing cells. Writes gather into one command per sheet: a template is a thousand small settings. */
import {
  FormulaDataModel,
  LexerTreeBuilder,
  SetRangeValuesCommand,
  type ICellData,
  type IStyleData,
  type Nullable,
  type Worksheet,
} from "./library.ts";
import type { Area, AreaContent, CellRead, CellWrite, Look } from "../grid.ts";
import { makeRoom, sheetOf, type Engine } from "./engine.ts";
import { cellOf, valueOf } from "./entry.ts";
import { borderOf, formatStyle, lookOfStyle, styleOf } from "./looks.ts";

type Row = Map<number, ICellData>;

export interface Cells {
  read(area: Area): AreaContent;
  lookOf(area: Area): Look;
  write(area: Area, cells: readonly (readonly CellWrite[])[]): void;
  setLook(area: Area, look: Look): void;
  setFormats(area: Area, formats: readonly (readonly (string | null)[])[]): void;
  clear(area: Area, what: "All" | "Contents" | "Formats"): void;
  usedArea(id: string, valuesOnly: boolean): Area | null;
  /** Hands gathered writes to the library. */
  flush(): void;
}

const NO_STYLE: IStyleData = {
  bg: null,
  cl: null,
  ff: null,
  fs: null,
  bl: null,
  it: null,
  ul: null,
  tb: null,
  ht: null,
  vt: null,
  n: null,
  bd: null,
} as unknown as IStyleData;

function mergeStyle(before: ICellData["s"], patch: IStyleData): IStyleData {
  const old = typeof before === "object" && before !== null ? before : {};
  const bd = patch.bd === undefined ? {} : { bd: patch.bd === null ? null : { ...old.bd, ...patch.bd } };
  return { ...old, ...patch, ...bd };
}

/** Formulas filled down share one text; it is found once per sheet, not once per cell. */
function sharedFormulas(worksheet: Worksheet): Map<string, { formula: string; row: number; column: number }> {
  const origins = new Map<string, { formula: string; row: number; column: number }>();
  worksheet.getCellMatrix().forValue((row, column, cell) => {
    if (cell?.f && cell.si) origins.set(cell.si, { formula: cell.f, row, column });
  });
  return origins;
}

class FormulaReader {
  private origins: ReturnType<typeof sharedFormulas> | null = null;
  private readonly worksheet: Worksheet;
  private readonly builder: LexerTreeBuilder;

  constructor(worksheet: Worksheet, builder: LexerTreeBuilder) {
    this.worksheet = worksheet;
    this.builder = builder;
  }

  of(cell: Nullable<ICellData>, row: number, column: number): string | null {
    if (cell?.f) return cell.f;
    if (!cell?.si) return null;
    this.origins ??= sharedFormulas(this.worksheet);
    const origin = this.origins.get(cell.si);
    if (origin === undefined) return null;
    return this.builder.moveFormulaRefOffset(origin.formula, column - origin.column, row - origin.row);
  }
}

function shownText(value: CellRead, shown: ICellData["v"]): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === "" ? "" : String(shown ?? value);
}

type Spills = Record<string, Record<string, ICellData>> | undefined;

interface Line {
  readonly values: CellRead[];
  readonly formulas: CellRead[];
  readonly texts: string[];
  readonly formats: string[];
}

/** Cells of the open workbook. Writes are gathered and go to the grid in one command, at `flush` or before a read. */
class UniverCells implements Cells {
  readonly #engine: Engine;
  readonly #pending = new Map<string, Map<number, Row>>();
  readonly #formulaModel: FormulaDataModel;
  readonly #builder: LexerTreeBuilder;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#formulaModel = engine.injector.get(FormulaDataModel);
    this.#builder = engine.injector.get(LexerTreeBuilder);
  }

  flush(): void {
    for (const [sheetId, rows] of this.#pending) {
      this.#pending.delete(sheetId);
      const value: Record<number, Record<number, ICellData>> = {};
      for (const [row, cells] of rows) value[row] = Object.fromEntries(cells);
      this.#engine.api.syncExecuteCommand(SetRangeValuesCommand.id, {
        unitId: this.#engine.book.getId(),
        subUnitId: sheetId,
        range: { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 },
        value,
      });
    }
  }

  #put(area: Area, patch: (row: number, column: number, before: ICellData) => ICellData | null): void {
    makeRoom(this.#engine, area);
    const rows = this.#pending.get(area.sheetId) ?? new Map<number, Row>();
    this.#pending.set(area.sheetId, rows);
    for (let r = 0; r < area.rowCount; r += 1) {
      const row = rows.get(area.row + r) ?? new Map<number, ICellData>();
      rows.set(area.row + r, row);
      for (let c = 0; c < area.columnCount; c += 1) {
        const before = row.get(area.column + c) ?? {};
        const after = patch(r, c, before);
        if (after !== null) row.set(area.column + c, after);
      }
    }
  }

  #isText(area: Area, r: number, c: number, before: ICellData): boolean {
    const own = typeof before.s === "object" ? before.s?.n : undefined;
    if (own !== undefined) return own?.pattern === "@";
    const worksheet = sheetOf(this.#engine, area.sheetId).getSheet();
    const style = this.#engine.book
      .getWorkbook()
      .getStyles()
      .getStyleByCell(worksheet.getCellMatrix().getValue(area.row + r, area.column + c));
    return style?.n?.pattern === "@";
  }

  /** What array formulas spilled into cells of their own. */
  #spilled(id: string): Spills {
    return this.#formulaModel.getArrayFormulaCellData()[this.#engine.book.getId()]?.[id] as unknown as Spills;
  }

  read(area: Area): AreaContent {
    this.flush();
    const worksheet = sheetOf(this.#engine, area.sheetId).getSheet();
    const matrix = worksheet.getCellMatrix();
    const styles = this.#engine.book.getWorkbook().getStyles();
    const formulas = new FormulaReader(worksheet, this.#builder);
    const spills = this.#spilled(area.sheetId);
    const content: AreaContent = { values: [], formulas: [], texts: [], formats: [] };
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      const line: Line = { values: [], formulas: [], texts: [], formats: [] };
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const cell = matrix.getValue(row, column);
        const raw = cell?.v === undefined || cell.v === null ? (spills?.[row]?.[column] ?? cell) : cell;
        const value = valueOf(raw);
        line.values.push(value);
        line.formulas.push(formulas.of(cell, row, column) ?? value);
        line.texts.push(shownText(value, worksheet.getCell(row, column)?.v));
        line.formats.push(styles.getStyleByCell(cell)?.n?.pattern ?? "General");
      }
      content.values.push(line.values);
      content.formulas.push(line.formulas);
      content.texts.push(line.texts);
      content.formats.push(line.formats);
    }
    return content;
  }

  usedArea(id: string, valuesOnly: boolean): Area | null {
    this.flush();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const see = (row: number, column: number, cell: Nullable<ICellData>): void => {
      if (!cell) return;
      const filled =
        (cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si || cell.p;
      if (!filled && (valuesOnly || !cell.s)) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    sheetOf(this.#engine, id)
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        see(row, column, cell);
      });
    const spills = this.#spilled(id);
    for (const [row, cells] of Object.entries(spills ?? {})) {
      for (const [column, cell] of Object.entries(cells)) see(Number(row), Number(column), cell);
    }
    if (bottom < 0) return null;
    return { sheetId: id, row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  lookOf(area: Area): Look {
    this.flush();
    return lookOfStyle(
      sheetOf(this.#engine, area.sheetId).getSheet().getComposedCellStyle(area.row, area.column),
    );
  }

  write(area: Area, cells: Parameters<Cells["write"]>[1]): void {
    this.#put(area, (r, c, before) => {
      const input = cells[r]?.[c] ?? null;
      if (input === null) return null;
      return { ...before, ...cellOf(input, typeof input === "string" && this.#isText(area, r, c, before)) };
    });
  }

  setLook(area: Area, look: Look): void {
    const shared = styleOf(look);
    this.#put(area, (r, c, before) => {
      const place = {
        top: r === 0,
        bottom: r === area.rowCount - 1,
        left: c === 0,
        right: c === area.columnCount - 1,
      };
      const bd = look.border === undefined ? null : borderOf(look.border, place);
      return { ...before, s: mergeStyle(before.s, bd === null ? shared : { ...shared, bd }) };
    });
  }

  setFormats(area: Area, formats: Parameters<Cells["setFormats"]>[1]): void {
    this.#put(area, (r, c, before) => {
      const format = formats[r]?.[c] ?? null;
      return format === null ? null : { ...before, s: mergeStyle(before.s, formatStyle(format)) };
    });
  }

  clear(area: Area, what: Parameters<Cells["clear"]>[1]): void {
    this.#put(area, (_r, _c, before) => {
      const kept = what === "Formats" ? before : { ...before, ...cellOf("", false) };
      return what === "Contents" ? kept : { ...kept, s: NO_STYLE };
    });
  }
}

export function cellsOf(engine: Engine): Cells {
  return new UniverCells(engine);
}
