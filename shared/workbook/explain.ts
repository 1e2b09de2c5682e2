/**
 * Why a cell shows its figure: figure → formula → precedent cells → KC functions → norm, price, parameter → article.
 * Precedents are found in the formula itself; of SUMIFS only the rows that meet its conditions.
 */
import { cellAddress, columnLetters, parseAddress } from "../kernel/address.ts";
import type { CellValue, FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import type { CallBooks } from "./explain-arguments.ts";
import { KNOWN_CALLS, type Figure } from "./explain-call.ts";
import { evaluate, figureOf, sheetOf, valueAt } from "./explain-evaluate.ts";
import { isCell, parseFormula, type Area, type Expression } from "./explain-formula.ts";
import { meets, readConditional } from "./explain-match.ts";
import { explainNode, showDate, showValue, type ExplainNode } from "./explain-node.ts";
import { describePlace, nameOf, showCell, type KnownHeaders, type Place } from "./explain-place.ts";
import { thawed } from "./freeze.ts";
import { ownBooksOf, withOwnBooks } from "./own-books.ts";
import { findSheet } from "./read.ts";

export type { ExplainNode } from "./explain-node.ts";

export interface ExplainLimits {
  /** Cells one behind another; 20 unless told. */
  readonly depth?: number;
  /** Cells in all; 2,000 unless told. */
  readonly cells?: number;
  /** Cells listed of one range; 200 unless told. The others are counted in a note. */
  readonly ofRange?: number;
}

interface Walk {
  readonly workbook: FlatWorkbook;
  readonly books: CallBooks;
  readonly depth: number;
  readonly ofRange: number;
  left: number;
  /** Cells being explained, outermost first: one that comes again closes a circle. */
  readonly path: string[];
  /** Formulas explained already: shown again without their tree. */
  readonly done: Set<string>;
  readonly headers: KnownHeaders;
}

/** Cells of an area larger than this are found among the cells the sheet has. */
const WALKED_AREA = 20_000;

/** Filled cells of an area, row by row. */
function filledIn(sheet: FlatSheet, area: Area): string[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  const isFilled = (address: string) =>
    (sheet.cells[address]?.value ?? null) !== null || sheet.cells[address]?.formula !== undefined;
  if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) <= WALKED_AREA) {
    const out: string[] = [];
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) out.push(cellAddress(column, row));
    }
    return out.filter(isFilled);
  }
  const places = Object.keys(sheet.cells).flatMap((address) => {
    const at = parseAddress(address);
    const inside =
      at !== null &&
      at.row >= firstRow &&
      at.row <= lastRow &&
      at.column >= firstColumn &&
      at.column <= lastColumn;
    return inside && isFilled(address) ? [{ address, ...at }] : [];
  });
  return places.sort((a, b) => a.row - b.row || a.column - b.column).map(({ address }) => address);
}

const OPERATORS: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "-": "−" };

/** "150.000.000 − 50.000.000"; null when a part is more than one figure. */
function workingOf(walk: Walk, expression: Expression, home: FlatSheet): string | null {
  if (expression.kind === "operation") {
    const parts = expression.parts.map((part) => workingOf(walk, part, home));
    if (parts.includes(null)) return null;
    const operator = OPERATORS[expression.operator] ?? expression.operator;
    if (parts.length === 1) return operator === "%" ? `${parts[0]} %` : `${operator}${parts[0]}`;
    return parts
      .map((part, at) => (expression.parts[at]?.kind === "operation" && at > 0 ? `(${part})` : part))
      .join(` ${operator} `);
  }
  const value = evaluate(walk, expression, home);
  return value === undefined ? null : value === null ? "0" : showValue(value);
}

interface Parts {
  readonly nodes: readonly ExplainNode[];
  readonly workings: readonly string[];
}

const NO_PARTS: Parts = { nodes: [], workings: [] };

function join(parts: readonly Parts[]): Parts {
  return { nodes: parts.flatMap((part) => part.nodes), workings: parts.flatMap((part) => part.workings) };
}

function listCells(walk: Walk, sheet: FlatSheet, addresses: readonly string[]): ExplainNode[] {
  const listed = addresses.slice(0, walk.ofRange).map((address) => explainPlace(walk, { sheet, address }));
  const others = addresses.length - listed.length;
  if (others === 0) return listed;
  return [
    ...listed,
    explainNode({ label: `và ${others} ô nữa`, value: null, note: "Không liệt kê hết để cây ngắn gọn." }),
  ];
}

function partsOfArea(walk: Walk, area: Area, source: string, home: FlatSheet): Parts {
  const sheet = sheetOf(walk, area, home);
  if (sheet === null)
    return {
      nodes: [explainNode({ label: source, value: null, note: `Không có trang “${area.sheet}” trong sổ.` })],
      workings: [],
    };
  if (isCell(area))
    return { nodes: listCells(walk, sheet, [cellAddress(area.firstColumn, area.firstRow)]), workings: [] };
  const addresses = filledIn(sheet, area);
  return {
    nodes: listCells(walk, sheet, addresses),
    workings: [`${source}: ${addresses.length} ô có số liệu`],
  };
}

/** Rows of a SUMIFS that meet every condition; null when a part is not a plain range or value. */
function partsOfConditional(
  walk: Walk,
  name: string,
  args: readonly Expression[],
  home: FlatSheet,
): Parts | null {
  const read = readConditional(name, args);
  if (read === null || read.target.kind !== "area") return null;
  const { area } = read.target;
  const target = sheetOf(walk, area, home);
  if (target === null) return null;
  const tests: { sheet: FlatSheet; row: number; column: number; criterion: CellValue }[] = [];
  for (const { range, criterion } of read.conditions) {
    const sheet = range.kind === "area" ? sheetOf(walk, range.area, home) : null;
    const wanted = evaluate(walk, criterion, home);
    if (range.kind !== "area" || sheet === null || wanted === undefined) return null;
    tests.push({ sheet, row: range.area.firstRow, column: range.area.firstColumn, criterion: wanted });
  }
  const matching = filledIn(target, area).filter((address) => {
    const at = parseAddress(address);
    if (at === null) return false;
    return tests.every(({ sheet, row, column, criterion }) =>
      meets(
        valueAt(sheet, cellAddress(column + at.column - area.firstColumn, row + at.row - area.firstRow)),
        criterion,
      ),
    );
  });
  const conditions = tests.map(
    ({ sheet, column, criterion }) =>
      `cột ${columnLetters(column)} của ${sheet.name} là “${showValue(criterion)}”`,
  );
  const working = `${name}: ${matching.length} dòng khớp điều kiện ${conditions.join(" và ")}`;
  return { nodes: listCells(walk, target, matching), workings: [working] };
}

function partsOfCall(walk: Walk, name: string, args: readonly Expression[], home: FlatSheet): Parts {
  if (name.startsWith("KC.")) return { nodes: [explainKnownCall(walk, name, args, home)], workings: [] };
  return partsOfConditional(walk, name, args, home) ?? join(args.map((arg) => partsOf(walk, arg, home)));
}

function partsOf(walk: Walk, expression: Expression, home: FlatSheet): Parts {
  switch (expression.kind) {
    case "literal":
      return NO_PARTS;
    case "area":
      return partsOfArea(walk, expression.area, expression.source, home);
    case "call":
      return partsOfCall(walk, expression.name, expression.args, home);
    case "operation":
      return join(expression.parts.map((part) => partsOf(walk, part, home)));
    case "unknown":
      return {
        nodes: [
          explainNode({
            label: expression.source,
            value: null,
            note: "Tên vùng, cột của bảng hoặc tệp khác: không lần theo.",
          }),
        ],
        workings: [],
      };
  }
}

function explainArgument(
  walk: Walk,
  label: string,
  isDate: boolean,
  arg: Expression,
  home: FlatSheet,
): ExplainNode[] {
  const value = evaluate(walk, arg, home);
  if (arg.kind === "literal") {
    if (arg.value === null) return [];
    return [
      explainNode({ label, value: arg.value, shown: isDate ? showDate(arg.value) : showValue(arg.value) }),
    ];
  }
  const { nodes, workings } = partsOf(walk, arg, home);
  const [only] = nodes;
  if (arg.kind === "area" && isCell(arg.area) && only !== undefined) {
    const shown = isDate ? showDate(only.value) : only.shown;
    return [
      { ...only, label: only.label.startsWith(label) ? only.label : `${label} ← ${only.label}`, shown },
    ];
  }
  const working = workingOf(walk, arg, home) ?? workings.join("; ");
  return [
    explainNode({
      label,
      value: value ?? null,
      ...(isDate ? { shown: showDate(value ?? null) } : {}),
      ...(working === "" ? {} : { working }),
      children: nodes,
    }),
  ];
}

function explainKnownCall(
  walk: Walk,
  name: string,
  args: readonly Expression[],
  home: FlatSheet,
): ExplainNode {
  const known = Object.hasOwn(KNOWN_CALLS, name) ? KNOWN_CALLS[name] : undefined;
  const given = args.flatMap((arg, at) =>
    explainArgument(walk, known?.args[at] ?? `Đối số ${at + 1}`, known?.date === at, arg, home),
  );
  const result = known === undefined ? null : figureOf(walk, name, args, home);
  const label = known === undefined ? name : `${name}: ${known.gives}`;
  if (known === undefined)
    return explainNode({ label, value: null, note: "Không có hàm này trong bộ hàm KC.", children: given });
  if (result === null) return explainNode({ label, value: null, children: given });
  if (!result.ok) return explainNode({ label, value: null, note: result.error.vi, children: given });
  const { children, ...figure } = result.value;
  return explainNode({ label, ...figure, children: [...given, ...children] });
}

/** A sentence when the formula is one KC function and gives something else than the cell shows. */
function staleNote(walk: Walk, expression: Expression, cell: FlatCell, home: FlatSheet): string | null {
  if (expression.kind !== "call") return null;
  const result = figureOf(walk, expression.name, expression.args, home);
  const value: Figure["value"] = result?.ok === true ? result.value.value : null;
  if (value === null || value === cell.value) return null;
  return `Ô đang hiện “${showValue(cell.value)}”, tính lại được “${showValue(value)}”.`;
}

function explainPlace(walk: Walk, place: Place): ExplainNode {
  const { sheet, address } = place;
  const where = nameOf(place);
  const cell: FlatCell = sheet.cells[address] ?? { value: null };
  const { label, column, source } = describePlace(walk.headers, place);
  const base = { label, where, value: cell.value, shown: showCell(cell, column) };
  walk.left -= 1;
  if (cell.formula === undefined) {
    const typed =
      source === null || column?.kind !== "dong" || column.formula !== undefined
        ? "Nhập tay"
        : `Nhập tay; nguồn ghi ở dòng: ${source}`;
    return explainNode({ ...base, note: cell.value === null ? "Ô trống" : typed });
  }
  const withFormula = { ...base, formula: cell.formula };
  const circle = walk.path.indexOf(where);
  if (circle >= 0) {
    return explainNode({
      ...withFormula,
      note: `Vòng lặp: ${[...walk.path.slice(circle), where].join(" → ")}`,
    });
  }
  if (walk.done.has(where)) return explainNode({ ...withFormula, note: "Đã giải thích ở trên" });
  if (walk.path.length >= walk.depth || walk.left <= 0) {
    return explainNode({
      ...withFormula,
      note: "Dừng ở đây vì chuỗi công thức quá dài; hãy xem riêng ô này.",
    });
  }
  walk.path.push(where);
  const expression = parseFormula(cell.formula);
  const { nodes, workings } = partsOf(walk, expression, sheet);
  const working = workingOf(walk, expression, sheet);
  const sentence = expression.kind === "operation" && working !== null ? working : workings.join("; ");
  const note = staleNote(walk, expression, cell, sheet);
  walk.path.pop();
  walk.done.add(where);
  return explainNode({
    ...withFormula,
    ...(sentence === "" ? {} : { working: sentence }),
    ...(note === null ? {} : { note }),
    children: nodes,
  });
}

/** "KC_DeAn!N5", "'Tên trang'!B2"; null when it is not an address with a sheet. */
export function parseCellName(text: string): { sheet: string; address: string } | null {
  const cut = text.lastIndexOf("!");
  const address = text
    .slice(cut + 1)
    .replaceAll("$", "")
    .toUpperCase();
  if (cut <= 0 || parseAddress(address) === null) return null;
  return {
    sheet: text
      .slice(0, cut)
      .replace(/^'([^]*)'$/, "$1")
      .replaceAll("''", "'"),
    address,
  };
}

/**
 * @returns the tree of one cell; null when the workbook has no such sheet or the cell is empty
 * The workbook's own norms and prices come before the shipped ones. The tree is bounded by `limits`; a circle of formulas is named where it closes.
 */
export function explainCell(
  given: FlatWorkbook,
  at: { readonly sheet: string; readonly address: string },
  shipped: CallBooks,
  limits: ExplainLimits = {},
): ExplainNode | null {
  const workbook = thawed(given);
  const books = withOwnBooks(shipped, ownBooksOf(workbook));
  const sheet = findSheet(workbook, at.sheet);
  const address = at.address.replaceAll("$", "").toUpperCase();
  const cell = sheet?.cells[address];
  if (sheet === null || cell === undefined || (cell.value === null && cell.formula === undefined))
    return null;
  const walk: Walk = {
    workbook,
    books,
    depth: limits.depth ?? 20,
    ofRange: limits.ofRange ?? 200,
    left: limits.cells ?? 2000,
    path: [],
    done: new Set(),
    headers: new Map(),
  };
  return explainPlace(walk, { sheet, address });
}
