/** CSV by RFC 4180, as programs really write it: BOM, CRLF or LF, quotes, "," or ";" between cells. Pure text. */

export interface CsvRecord {
  /** 1-based line of the file where the record starts (a quoted cell may span lines). */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvProblem {
  readonly line: number;
  /** 1-based cell within the record. */
  readonly column: number;
  readonly code: "quote-open" | "quote-stray";
}

export interface CsvTable {
  readonly separator: "," | ";";
  /** Blank lines are left out. */
  readonly records: readonly CsvRecord[];
  readonly problems: readonly CsvProblem[];
}

/** The separator is read from the first line alone: ";" only when it occurs there and "," does not. */
function separatorOf(text: string): "," | ";" {
  const end = text.search(/[\r\n]/);
  const first = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, "");
  return first.includes(";") && !first.includes(",") ? ";" : ",";
}

interface Cursor {
  readonly text: string;
  at: number;
  line: number;
}

/** A quoted cell from its opening quote; leaves the cursor after the closing one. Null when it never closes. */
function readQuoted(cursor: Cursor): string | null {
  let value = "";
  let from = cursor.at + 1;
  for (;;) {
    const quote = cursor.text.indexOf('"', from);
    if (quote < 0) return null;
    value += cursor.text.slice(from, quote);
    if (cursor.text[quote + 1] !== '"') {
      cursor.at = quote + 1;
      for (let i = value.indexOf("\n"); i >= 0; i = value.indexOf("\n", i + 1)) cursor.line += 1;
      return value;
    }
    value += '"';
    from = quote + 2;
  }
}

/** Plain text up to the next separator or line end. */
function readPlain(cursor: Cursor, separator: string): string {
  const start = cursor.at;
  const { text } = cursor;
  while (cursor.at < text.length) {
    const char = text[cursor.at];
    if (char === separator || char === "\n" || char === "\r") break;
    cursor.at += 1;
  }
  return text.slice(start, cursor.at);
}

function skipLineEnd(cursor: Cursor): void {
  if (cursor.text[cursor.at] === "\r") cursor.at += 1;
  if (cursor.text[cursor.at] === "\n") cursor.at += 1;
  cursor.line += 1;
}

/** What a spreadsheet would calculate when it opens the file. */
const CALCULATED = /^'*[=+\-@\t\r\n]/;
/** A figure, or the dash that books print for “none”. */
const HARMLESS = /^([+-]?\d+([.,]\d+)?|-)$/;

/** A name that starts like a formula gets the apostrophe that makes it a text; reading takes it away again. */
function withMark(value: string): string {
  return CALCULATED.test(value) && !HARMLESS.test(value) ? `'${value}` : value;
}

function withoutMark(value: string): string {
  return value.startsWith("'") && CALCULATED.test(value) ? value.slice(1) : value;
}

function readCell(
  cursor: Cursor,
  separator: string,
  line: number,
  column: number,
  problems: CsvProblem[],
): string {
  if (cursor.text[cursor.at] !== '"') {
    const plain = readPlain(cursor, separator);
    if (plain.includes('"')) problems.push({ line, column, code: "quote-stray" });
    return withoutMark(plain);
  }
  const quoted = readQuoted(cursor);
  if (quoted === null) {
    problems.push({ line, column, code: "quote-open" });
    cursor.at = cursor.text.length;
    return "";
  }
  const rest = readPlain(cursor, separator);
  if (rest.trim() !== "") problems.push({ line, column, code: "quote-stray" });
  return withoutMark(quoted);
}

/** Reads a whole file. Problems are structural only; what cells mean is the reader's business. */
export function parseCsv(source: string): CsvTable {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  const problems: CsvProblem[] = [];
  const cursor: Cursor = { text, at: 0, line: 1 };
  while (cursor.at < text.length) {
    const line = cursor.line;
    const cells: string[] = [];
    for (;;) {
      cells.push(readCell(cursor, separator, line, cells.length + 1, problems));
      if (text[cursor.at] !== separator) break;
      cursor.at += 1;
    }
    if (cursor.at < text.length) skipLineEnd(cursor);
    if (cells.some((cell) => cell.trim() !== "")) records.push({ line, cells });
  }
  return { separator, records, problems };
}

/** One cell for writing: quoted only when it must be, and never a formula for whoever opens the file. */
export function csvCell(text: string): string {
  const value = withMark(text);
  return /[",;\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Rows → text with LF after every row. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}
