/** Documented examples as people type them, executed: what a page shows is what the function answered while it was built. */
import { FUNCTIONS } from "../../addin/functions/index.ts";
import { useBook } from "../../addin/functions/lib/book.ts";
import type { Example } from "../../addin/functions/lib/texts.ts";
import type { Book } from "../../shared/contract/book.ts";
import { buildBook, buildDemoBook } from "../../shared/contract/built-book.ts";
import { cellAddress } from "../../shared/kernel/address.ts";
import { formatDate, parseDate } from "../../shared/kernel/date.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import { plainDecimal } from "../../shared/kernel/quantity.ts";

export type Cells = readonly (readonly unknown[])[];

export interface Shown {
  /** "=KC.THANHTIEN(2; 150000000)" as typed where numbers are written the Vietnamese way. */
  readonly formula: string;
  /** Ranges the formula uses, with what must stand in them. */
  readonly ranges: readonly { readonly address: string; readonly column: number; readonly cells: Cells }[];
  readonly result:
    | { readonly kind: "value"; readonly text: string }
    | { readonly kind: "table"; readonly cells: Cells }
    | { readonly kind: "error"; readonly code: string; readonly message: string };
  /** The answer rests on the made-up prices of the demonstration. */
  readonly madeUpPrices: boolean;
}

export function showCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "number") return String(value);
  return Number.isInteger(value) ? formatDong(value) : plainDecimal(value).replace(".", ",");
}

/** "2018-06-30" is typed "30/06/2018". */
function asTyped(arg: unknown): unknown {
  if (typeof arg !== "string" || !/^\d{4}-\d\d-\d\d$/.test(arg)) return arg;
  const date = parseDate(arg);
  return date.ok ? formatDate(date.value) : arg;
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && "basicValue" in value ? value.basicValue : value;
}

type Outcome = { readonly value: unknown } | { readonly error: string; readonly message: string };

/** Errors other than those of a cell are mistakes of ours and go up. */
async function execute(name: string, args: readonly unknown[], book: Book): Promise<Outcome> {
  useBook(book);
  try {
    return { value: plain(await FUNCTIONS[name]?.call(...args)) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined || !code.startsWith("#")) throw error;
    return { error: code, message };
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Written {
  readonly formula: string;
  readonly ranges: Shown["ranges"];
}

/** Ranges stand side by side from A1 on, with an empty column between them. */
function write(name: string, args: readonly unknown[]): Written {
  const ranges: { address: string; column: number; cells: Cells }[] = [];
  let column = 1;
  const texts = args.map((arg) => {
    if (Array.isArray(arg)) {
      const cells = arg as Cells;
      const width = cells[0]?.length ?? 1;
      const [from, to] = [cellAddress(column, 1), cellAddress(column + width - 1, cells.length)];
      const address = from === to ? from : `${from}:${to}`;
      ranges.push({ address, column, cells });
      column += width + 1;
      return address;
    }
    if (arg === null || arg === undefined) return "";
    if (typeof arg === "number") return plainDecimal(arg).replace(".", ",");
    return typeof arg === "boolean" ? String(arg).toUpperCase() : `"${String(arg).replaceAll('"', '""')}"`;
  });
  while (texts.at(-1) === "") texts.pop();
  return { formula: `=KC.${name}(${texts.join("; ")})`, ranges };
}

function resultOf(outcome: Outcome): Shown["result"] {
  if ("error" in outcome) return { kind: "error", code: outcome.error, message: outcome.message };
  if (Array.isArray(outcome.value)) return { kind: "table", cells: outcome.value as Cells };
  return { kind: "value", text: showCell(outcome.value) };
}

/** Throws when the function answers something else than its example says. */
export async function runExample(name: string, example: Example): Promise<Shown> {
  const args = example.args.map(asTyped);
  const outcome = await execute(name, args, buildDemoBook());
  const documented = example.error === undefined ? { value: example.value } : { error: example.error };
  const got = "error" in outcome ? { error: outcome.error } : outcome;
  if (!same(got, documented)) {
    throw new Error(`KC.${name}: example ${JSON.stringify(example.args)} gave ${JSON.stringify(got)}`);
  }
  const shipped = await execute(name, args, buildBook());
  return { ...write(name, args), result: resultOf(outcome), madeUpPrices: !same(shipped, outcome) };
}
