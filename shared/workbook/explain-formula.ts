/** A formula as a tree, as far as explaining needs it: literals, references, operators and calls. */
import { parseAddress, columnNumber } from "../kernel/address.ts";
import type { CellValue } from "../kernel/flat.ts";
import { tokenize } from "./xlsx/formula.ts";

export interface Area {
  /** Null = the sheet the formula stands in. */
  readonly sheet: string | null;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export type Expression =
  | { readonly kind: "literal"; readonly value: CellValue }
  | { readonly kind: "area"; readonly area: Area; readonly source: string }
  | { readonly kind: "operation"; readonly operator: string; readonly parts: readonly Expression[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  /** A name, a table's column, another file, an array constant: not followed. */
  | { readonly kind: "unknown"; readonly source: string };

/** Excel allows 64 levels; a formula beyond these bounds is hostile and is not followed. */
const DEEPEST = 200;
const MOST_OPERATIONS = 1000;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const CELL = /^\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}$/;
const COLUMN = /^\$?[A-Za-z]{1,3}$/;
const ROW = /^\$?[1-9]\d{0,6}$/;

/** How tightly an operator binds; left to right within one level. */
const BINDING: Readonly<Record<string, number>> = {
  "=": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "<>": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

function words(formula: string): string[] {
  const out: string[] = [];
  for (const { text } of tokenize(formula.replace(/^=/, ""))) {
    if (/^\s$/.test(text)) continue;
    const last = out.at(-1);
    if ((text === "=" && (last === "<" || last === ">")) || (text === ">" && last === "<"))
      out[out.length - 1] = last + text;
    else out.push(text);
  }
  return out;
}

interface Corner {
  readonly column: number | null;
  readonly row: number | null;
}

function corner(text: string): Corner | null {
  if (CELL.test(text)) return parseAddress(text);
  if (COLUMN.test(text)) return { column: columnNumber(text.replace("$", "")), row: null };
  return ROW.test(text) ? { column: null, row: Number(text.replace("$", "")) } : null;
}

/** "A1", "A1:B2", "A:A" or "1:3"; null when it is neither. */
function areaOf(sheet: string | null, from: string, to: string | null): Area | null {
  const a = corner(from);
  const b = to === null ? a : corner(to);
  if (a === null || b === null || (to === null && (a.column === null || a.row === null))) return null;
  const span = (x: number | null, y: number | null, last: number) =>
    x === null || y === null ? ([1, last] as const) : ([Math.min(x, y), Math.max(x, y)] as const);
  const [firstColumn, lastColumn] = span(a.column, b.column, LAST_COLUMN);
  const [firstRow, lastRow] = span(a.row, b.row, LAST_ROW);
  return { sheet, firstColumn, lastColumn, firstRow, lastRow };
}

function unquote(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

class Parser {
  readonly #words: readonly string[];
  #at = 0;
  #deep = 0;
  #operations = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get rest(): boolean {
    return this.#at < this.#words.length;
  }

  #peek(ahead = 0): string {
    return this.#words[this.#at + ahead] ?? "";
  }

  #next(): string {
    return this.#words[this.#at++] ?? "";
  }

  expression(least = 1): Expression {
    if (this.#deep >= DEEPEST) return this.#giveUp();
    this.#deep += 1;
    let left = this.#unary();
    for (;;) {
      const operator = this.#peek();
      const binding = BINDING[operator];
      if (binding === undefined || binding < least) break;
      this.#at += 1;
      this.#operations += 1;
      const right = this.#operations > MOST_OPERATIONS ? this.#giveUp() : this.expression(binding + 1);
      // a + b + c is one operation of three parts, so that long sums stay shallow.
      const chain =
        left.kind === "operation" && left.operator === operator && left.parts.length > 1 && binding > 1;
      const parts = chain && left.kind === "operation" ? [...left.parts, right] : [left, right];
      left = { kind: "operation", operator, parts };
    }
    this.#deep -= 1;
    return left;
  }

  #giveUp(): Expression {
    this.#at = this.#words.length;
    return { kind: "unknown", source: "…" };
  }

  #unary(): Expression {
    let negative = false;
    let signed = false;
    while (["+", "-", "@"].includes(this.#peek())) {
      if (this.#next() === "-") negative = !negative;
      signed = true;
    }
    const value = this.#postfix();
    return signed && negative ? { kind: "operation", operator: "-", parts: [value] } : value;
  }

  #postfix(): Expression {
    let value = this.#primary();
    while (this.#peek() === "%") {
      this.#at += 1;
      value = { kind: "operation", operator: "%", parts: [value] };
    }
    return value;
  }

  #primary(): Expression {
    const text = this.#next();
    if (text === "(") {
      const inner = this.expression();
      if (this.#peek() === ")") this.#at += 1;
      return inner;
    }
    if (text === "{") return this.#arrayConstant();
    if (text.startsWith('"')) return { kind: "literal", value: text.slice(1, -1).replaceAll('""', '"') };
    if (/^\d/.test(text) && this.#peek() !== ":") return { kind: "literal", value: Number(text) };
    if (this.#peek() === "(" && /^[A-Za-z_]/.test(text)) return this.#call(text);
    if (/^(?:TRUE|FALSE)$/i.test(text)) return { kind: "literal", value: text.toUpperCase() === "TRUE" };
    return this.#reference(text);
  }

  #call(name: string): Expression {
    this.#at += 1;
    const args: Expression[] = [];
    while (this.rest && this.#peek() !== ")") {
      if (this.#peek() === ",") args.push({ kind: "literal", value: null });
      else args.push(this.expression());
      if (this.#peek() === ",") {
        this.#at += 1;
        if (this.#peek() === ")") args.push({ kind: "literal", value: null });
      } else if (this.#peek() !== ")" && this.rest) args.push(this.#skip());
    }
    this.#at += 1;
    return { kind: "call", name: name.toUpperCase(), args };
  }

  /** What the grammar does not know is taken as it stands, so that the reading always moves on. */
  #skip(): Expression {
    return { kind: "unknown", source: this.#next() };
  }

  #arrayConstant(): Expression {
    let source = "{";
    while (this.rest && !source.endsWith("}")) source += this.#next();
    return { kind: "unknown", source };
  }

  #reference(first: string): Expression {
    let sheet: string | null = null;
    let text = first;
    let source = first;
    if (this.#peek() === "!" && !first.startsWith("[")) {
      sheet = unquote(first);
      this.#at += 1;
      text = this.#next();
      source += `!${text}`;
    }
    let to: string | null = null;
    if (this.#peek() === ":" && corner(text) !== null) {
      this.#at += 1;
      to = this.#next();
      source += `:${to}`;
    }
    const area = areaOf(sheet, text, to);
    if (area !== null) return { kind: "area", area, source };
    while (this.#peek().startsWith("[") || this.#peek() === "!" || source.endsWith("!"))
      source += this.#next();
    return { kind: "unknown", source };
  }
}

/** Every formula gives a tree; what is not understood in it stands as `unknown`. */
export function parseFormula(formula: string): Expression {
  const parser = new Parser(words(formula));
  const first = parser.expression();
  if (!parser.rest) return first;
  const parts = [first];
  while (parser.rest) parts.push(parser.expression());
  return { kind: "operation", operator: " ", parts };
}

export function isCell(area: Area): boolean {
  return area.firstRow === area.lastRow && area.firstColumn === area.lastColumn;
}
