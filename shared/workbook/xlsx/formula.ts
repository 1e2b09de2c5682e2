/**
 * Formulas as a file stores them and as people write them.
 * Excel keeps `=KC.GIA(A1)` of an add-in as `_xldudf_KC_GIA(A1)`: the dots of the namespace become "_".
 */
import { columnLetters, columnNumber, LAST_COLUMN, LAST_ROW } from "../../kernel/address.ts";

const NAMESPACE = "KC";

/** Functions newer than the format: a file must carry them with a prefix, people never see it. LET and LAMBDA are left as found. */
const NEWER = new Set(
  "CEILING.MATH CONCAT DAYS FLOOR.MATH FORMULATEXT IFNA IFS ISFORMULA MAXIFS MINIFS SHEET SHEETS SWITCH TEXTJOIN XLOOKUP XMATCH XOR UNIQUE RANDARRAY SEQUENCE SORTBY TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK TOCOL TOROW".split(
    " ",
  ),
);
const NEWER_SHEET_LEVEL = new Set(["FILTER", "SORT"]);

export type Token =
  | { readonly kind: "name"; readonly text: string }
  /** Anything that is not a name: literals, operators, quoted sheets, brackets. */
  | { readonly kind: "other"; readonly text: string };

const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|#[A-Z/0]+[!?]?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![A-Za-z_.])|[$A-Za-z_\\\u0080-\uFFFF][$\w.\\\u0080-\uFFFF]*|[^]/g;

export function tokenize(formula: string): Token[] {
  return (formula.match(TOKEN) ?? []).map(
    (text): Token => ({ kind: /^[$A-Za-z_\\\u0080-\uFFFF]/.test(text) ? "name" : "other", text }),
  );
}

function mapCalls(formula: string, rename: (name: string) => string): string {
  const tokens = tokenize(formula);
  return tokens
    .map((token, index) =>
      token.kind === "name" && tokens[index + 1]?.text === "(" ? rename(token.text) : token.text,
    )
    .join("");
}

function encodeName(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith(`${NAMESPACE}.`)) return `_xldudf_${upper.replaceAll(".", "_")}`;
  if (NEWER.has(upper)) return `_xlfn.${upper}`;
  return NEWER_SHEET_LEVEL.has(upper) ? `_xlfn._xlws.${upper}` : name;
}

const OURS = new RegExp(`^(?:_xldudf_|_xludf\\.|_xlfn\\.|_xll\\.)?${NAMESPACE}[._](?=[A-Za-z])`, "i");

function decodeName(name: string): string {
  if (OURS.test(name)) return name.replace(OURS, `${NAMESPACE}.`).toUpperCase();
  const bare = name.replace(/^_xlfn\.(?:_xlws\.)?/i, "").toUpperCase();
  return bare.length < name.length && (NEWER.has(bare) || NEWER_SHEET_LEVEL.has(bare)) ? bare : name;
}

/** "=KC.GIA(A1)" → "_xldudf_KC_GIA(A1)", without "=". */
export function encodeFormula(formula: string): string {
  return mapCalls(formula.replace(/^=/, ""), encodeName);
}

/** "_xldudf_KC_GIA(A1)" → "=KC.GIA(A1)". Other spellings of our names seen in files are read too. */
export function decodeFormula(stored: string): string {
  return `=${mapCalls(stored.replace(/^=/, ""), decodeName)}`;
}

function shiftColumn(part: string, by: number): string | null {
  if (part.startsWith("$")) return part;
  const column = columnNumber(part) + by;
  return column < 1 || column > LAST_COLUMN ? null : columnLetters(column);
}

function shiftRow(part: string, by: number): string | null {
  if (part.startsWith("$")) return part;
  const row = Number(part) + by;
  return row < 1 || row > LAST_ROW ? null : String(row);
}

function shiftToken(text: string, before: string, after: string, columns: number, rows: number): string {
  if (after === "(" || after === "!") return text;
  const cell = /^(\$?[A-Za-z]{1,3})(\$?\d{1,7})$/.exec(text);
  if (cell !== null) {
    const column = shiftColumn(cell[1] ?? "", columns);
    const row = shiftRow(cell[2] ?? "", rows);
    return column === null || row === null ? "#REF!" : column + row;
  }
  const inRange = before === ":" || after === ":";
  if (inRange && /^\$?[A-Za-z]{1,3}$/.test(text)) return shiftColumn(text, columns) ?? "#REF!";
  return inRange && /^\$?\d{1,7}$/.test(text) ? (shiftRow(text, rows) ?? "#REF!") : text;
}

/** A shared formula, written for one cell, as it reads `columns` to the right and `rows` below. */
export function shiftFormula(formula: string, columns: number, rows: number): string {
  if (columns === 0 && rows === 0) return formula;
  const tokens = tokenize(formula);
  return tokens
    .map((token, i) =>
      shiftToken(token.text, tokens[i - 1]?.text ?? "", tokens[i + 1]?.text ?? "", columns, rows),
    )
    .join("");
}

/** Calls that start programs, load code, or carry what stands in the workbook to an address of the writer's choice. */
const REACHING_OUT = new Set(
  "CALL DDE EXEC HYPERLINK IMAGE IMPORTDATA IMPORTFEED IMPORTHTML IMPORTRANGE IMPORTXML REGISTER REGISTER.ID RTD SQL.REQUEST WEBSERVICE".split(
    " ",
  ),
);

function reachesOut(name: string): boolean {
  return REACHING_OUT.has(name.replace(/^(?:_xl\w+\.)+/i, "").toUpperCase());
}

/**
 * Formulas that must not be written into a file: they start programs (DDE), fetch from or send to other places,
 * reach into other files, or name tables which the file will not have. The cell then keeps its value.
 */
export function isUnwritable(formula: string, tables: readonly string[]): boolean {
  const tokens = tokenize(formula);
  const known = new Set(tables.map((name) => name.toLowerCase()));
  return tokens.some((token, index) => {
    const next = tokens[index + 1]?.text ?? "";
    if (token.text === "|") return true;
    // Even without a bracket: newer formulas pass functions on by name.
    if (token.kind === "name" && reachesOut(token.text)) return true;
    if (token.text.startsWith("'")) return token.text.includes("[") || next === "|";
    if (token.text.startsWith("[")) return tokens[index - 1]?.kind !== "name";
    return token.kind === "name" && next.startsWith("[") && !known.has(token.text.toLowerCase());
  });
}

/** Excel's limit for one formula. */
const MAX_FORMULA = 8192;
const CLOSING: Readonly<Record<string, string>> = { ")": "(", "}": "{" };

/**
 * What makes Excel call a whole file damaged because of one stored formula (without "="): an open bracket or quote, a
 * missing operand at its end, the ";" which people type between arguments. Null when there is nothing of the kind.
 */
export function formulaProblem(
  stored: string,
): "empty" | "long" | "bracket" | "quote" | "separator" | "end" | null {
  if (stored.trim() === "") return "empty";
  if (stored.length > MAX_FORMULA) return "long";
  const open: string[] = [];
  for (const { text } of tokenize(stored)) {
    if (text === "(" || text === "{") open.push(text);
    if (CLOSING[text] !== undefined && open.pop() !== CLOSING[text]) return "bracket";
    if (text === '"' || text === "'") return "quote";
    if (text === ";" && open.at(-1) !== "{") return "separator";
  }
  if (open.length > 0) return "bracket";
  return /[-+*/^&=<>,:]\s*$/.test(stored) ? "end" : null;
}
