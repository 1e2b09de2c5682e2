/**
 * A sheet of 10,000 formula cells in the workbench's engine: KC.DONGIA and KC.THANHTIEN beside VLOOKUP and ROUND over
 * the same prices, in the same run, with the same change (the date) behind every cell.
 */
import { createRequire } from "node:module";
import { FUNCTIONS } from "../addin/functions/index.ts";
import { useBook } from "../addin/functions/lib/book.ts";
import { buildDemoBook } from "../shared/contract/built-book.ts";
import { day, serialFromDate } from "../shared/kernel/date.ts";
import { median, millisecondsOf, showMs, showRatio, type Section } from "./lib.ts";

const LINES = 5_000;
const TIMES = 7;
const DATES = ["2026-06-30", "2026-07-01"].map((date) => serialFromDate(day(date)));
const LATEST_MS = 120_000;

/** The engine's ES modules do not load in Node; its CommonJS ones do. */
const require = createRequire(import.meta.url);

interface Range {
  getValue(): unknown;
  getValues(): unknown[][];
  setValue(value: unknown): unknown;
}
interface Workbook {
  getSheetByName(name: string): { getRange(address: string): Range };
  getId(): string;
}
interface Api {
  createWorkbook(data: object): Workbook;
  disposeUnit(id: string): unknown;
  getFormula(): {
    registerFunction(name: string, run: (...args: unknown[]) => unknown, about: string): unknown;
  };
}

type Cells = Record<number, Record<number, { v?: unknown; f?: string }>>;

function startEngine(): Api {
  const core = require("@univerjs/core");
  const { FUniver } = require("@univerjs/core/facade");
  const { UniverSheetsNodeCorePreset } = require("@univerjs/preset-sheets-node-core");
  const locale = require("@univerjs/preset-sheets-node-core/locales/vi-VN");
  const univer = new core.Univer({
    logLevel: core.LogLevel.WARN,
    locale: core.LocaleType.VI_VN,
    locales: { [core.LocaleType.VI_VN]: core.mergeLocales(locale.default ?? locale) },
  });
  for (const plugin of UniverSheetsNodeCorePreset().plugins) {
    const [type, settings] = Array.isArray(plugin) ? plugin : [plugin];
    univer.registerPlugin(type, settings);
  }
  const univerAPI = FUniver.newAPI(univer);
  return univerAPI as Api;
}

function single(arg: unknown): unknown {
  return Array.isArray(arg) ? single((arg as unknown[])[0]) : arg;
}

function register(api: Api, name: string): void {
  const call = FUNCTIONS[name]?.call;
  if (call === undefined) throw new Error(`KC.${name} is missing`);
  api.getFormula().registerFunction(`KC.${name}`, (...args) => call(...args.map(single)), name);
}

interface Kind {
  readonly name: string;
  /** Formulas of the unit price and the amount on a line. */
  readonly formulas: (row: number) => readonly [string, string];
  /** What stands in F1 for each of the two dates. */
  readonly switches: readonly number[];
}

const KC: Kind = {
  name: "KC.DONGIA, KC.THANHTIEN",
  formulas: (row) => [`=KC.DONGIA(A${row},"22",$F$1)`, `=KC.THANHTIEN(B${row},C${row})`],
  switches: DATES,
};
const LOOKUP: Kind = {
  name: "VLOOKUP, ROUND",
  formulas: (row) => [`=VLOOKUP(A${row},Gia!$A$1:$C$100,$F$1,FALSE)`, `=ROUND(B${row}*C${row},0)`],
  switches: [2, 3],
};

/** Code and its price at both dates. */
function priceTable(): (readonly [string, ...number[]])[] {
  const call = FUNCTIONS["DONGIA"]?.call;
  const codes = buildDemoBook().norms[0]?.norms.map((norm) => norm.code) ?? [];
  return codes.map((code) => [code, ...DATES.map((date) => Number(call?.(code, "22", date)))]);
}

function sheetData(kind: Kind, prices: ReturnType<typeof priceTable>): object {
  const lines: Cells = {};
  for (let row = 1; row <= LINES; row += 1) {
    const [price, amount] = kind.formulas(row);
    const code = prices[row % prices.length]?.[0];
    lines[row - 1] = { 0: { v: code }, 1: { v: (row % 40) + 0.5 }, 2: { f: price }, 3: { f: amount } };
  }
  lines[0] = { ...lines[0], 5: { v: kind.switches[0] } };
  const table: Cells = Object.fromEntries(
    prices.map((row, at) => [at, Object.fromEntries(row.map((v, column) => [column, { v }]))]),
  );
  const size = { rowCount: LINES + 10, columnCount: 10 };
  return {
    id: kind.name,
    name: kind.name,
    sheetOrder: ["tinh", "gia"],
    sheets: {
      tinh: { id: "tinh", name: "Tinh", ...size, cellData: lines },
      gia: { id: "gia", name: "Gia", ...size, cellData: table },
    },
  };
}

/** The engine says that it is done before the values can be read, so the last cell is watched. */
async function until(isDone: () => boolean): Promise<void> {
  const started = performance.now();
  while (!isDone()) {
    if (performance.now() - started > LATEST_MS) throw new Error("the engine did not finish");
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

interface Measured {
  readonly first: number;
  readonly again: number;
  readonly sum: number;
}

async function measure(api: Api, kind: Kind, prices: ReturnType<typeof priceTable>): Promise<Measured> {
  let book: Workbook | null = null;
  const last = () => book?.getSheetByName("Tinh").getRange(`D${LINES}`).getValue();
  const isNumber = () => typeof last() === "number";
  const first = await millisecondsOf(async () => {
    book = api.createWorkbook(sheetData(kind, prices));
    await until(isNumber);
  });
  if (book === null) throw new Error("no workbook");
  const sheet = (book as Workbook).getSheetByName("Tinh");
  const times: number[] = [];
  for (let i = 1; i <= TIMES; i += 1) {
    const before = last();
    times.push(
      await millisecondsOf(async () => {
        sheet.getRange("F1").setValue(kind.switches[i % 2]);
        await until(() => last() !== before);
      }),
    );
  }
  const amounts = sheet.getRange(`D1:D${LINES}`).getValues().flat().map(Number);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  api.disposeUnit((book as Workbook).getId());
  return { first, again: median(times), sum };
}

export async function sheetSection(): Promise<Section> {
  useBook(buildDemoBook());
  const api = startEngine();
  const prices = priceTable();
  // Once without counting: the engine's own code becomes warm for both.
  await measure(api, LOOKUP, prices);
  // The engine takes functions only after its first workbook.
  for (const name of ["DONGIA", "THANHTIEN"]) register(api, name);
  await measure(api, KC, prices);
  const lookup = await measure(api, LOOKUP, prices);
  const kc = await measure(api, KC, prices);
  if (kc.sum !== lookup.sum) throw new Error(`the sheets differ: ${kc.sum} and ${lookup.sum}`);
  return {
    title: `Tính lại 10.000 ô công thức (${LINES} dòng × 2) trong máy tính của bảng tính trình duyệt`,
    head: ["Trang", "mở và tính", `tính lại (trung vị ${TIMES} lần)`],
    rows: [
      [KC.name, showMs(kc.first), showMs(kc.again)],
      [LOOKUP.name, showMs(lookup.first), showMs(lookup.again)],
      ["Tỷ lệ KC / VLOOKUP", showRatio(kc.first, lookup.first), showRatio(kc.again, lookup.again)],
    ],
    notes: [`Hai trang cho cùng tổng ${kc.sum} đ.`],
  };
}
